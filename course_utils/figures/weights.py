"""Several weights at once: the error as a function of each one alone, while all of them learn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course_utils.arguments import Floats
from course_utils.figures.drawing import from_zero, name_axes, note
from course_utils.figures.landscape import Landscape, landscape_of
from course_utils.figures.validation import indices_of, names_for, run_of, spans_of
from course_utils.picture import (
    BLUE,
    INK,
    SIZE,
    SMALL,
    SOFT,
    VERMILLION,
    Picture,
    counted,
    in_house_style,
    listed,
    new_picture,
    said,
    shown,
)

_MOST = 6  # panels
_CURVES = 5  # curves in a panel, the last of them now


@in_house_style
def weight_curves(
    inputs: ArrayLike,
    true: ArrayLike,
    history: ArrayLike,
    *,
    names: Sequence[str] | None = None,
    frozen: Iterable[int] = (),
    span: Any = None,
) -> Picture:
    """Draw the error over each weight alone, the others held, for the iterations in `history` (the last is now).

    `inputs` is `(n,)` and `true` a number (or `(examples, n)` and `(examples,)`), `history` `(iterations, n)`;
    `frozen` holds indices of weights that don't learn; `span` is `(low, high)` for all weights or one for each. The
    error axis is shared; without a span the weights' axes are equally wide too, so steep means steep.

    Raises:
        TypeError: not made of numbers.
        ValueError: lengths that don't fit, no iteration, more than 6 weights, an index or a span that makes no sense.
    """
    landscape = landscape_of(inputs, true)
    n = landscape.inputs.shape[1]
    visited, steps = run_of("history", history, columns=n)
    if not 1 <= n <= _MOST:
        msg = f"inputs: expected 1 to {_MOST}, found {n}. Draw the ones that matter."
        raise ValueError(msg)
    called = names_for("names", names, n, "weights[{}]")
    still = indices_of("frozen", frozen, n)
    errors = landscape.errors(visited)
    spans = _windows(landscape, visited) if span is None else spans_of(span, n)
    top = _top(landscape, visited, errors, spans)

    picture = new_picture(width=744, height=368)
    wide = (744 - 70 - 16 - 20 * (n - 1)) / n
    for index in range(n):
        axes = picture.panel(70 + index * (wide + 20), 82, wide, 208)
        _panel(axes, landscape, visited, index, span=spans[index], top=top, still=index in still)
        _title(axes, called[index], visited[-1, index], landscape.weight_deltas(visited[-1])[index], index in still)
        name_axes(axes, "weight", "error" if index == 0 else "", x_ticks=3 if n > 2 else 5)  # noqa: PLR2004
        from_zero(axes, top, below=0.05)
        axes.grid(axis="y")
        if index:
            axes.set_yticklabels([])
    story = _story(visited, errors, steps)
    note(picture, story, left=70, bottom=30)
    slopes = listed(2 * landscape.weight_deltas(visited[-1]))
    picture.alt = (
        f"Error over each weight alone ({', '.join(called)}). {story} Weights {listed(visited[-1])}, "
        f"error {said(errors[-1])}, slopes {slopes}." + "".join(f" {called[index]} is frozen." for index in still)
    )
    return picture


def _windows(landscape: Landscape, visited: Floats) -> list[tuple[float, float]]:
    """Return equally wide intervals, one per weight, that hold its path and the bottom of the steepest curve."""
    low, high = visited.min(axis=0), visited.max(axis=0)
    steepest = float(np.linalg.norm(landscape.inputs, axis=0).max())
    off = float(np.abs(landscape.deltas(visited)).max())
    bottom = off / steepest if steepest else 0.0
    half = max(float((high - low).max()) * 0.65, 1.6 * bottom, 1e-3 / steepest if steepest else 1.0)
    centres = low + (high - low) / 2
    return [(float(centre - half), float(centre + half)) for centre in centres]


def _top(landscape: Landscape, visited: Floats, errors: Floats, spans: list[tuple[float, float]]) -> float:
    """Return the top of the shared error axis: well above the dots, not as high as the steepest curve climbs."""
    highest = max(
        float(landscape.along(weights, index, np.array(spans[index])).max())
        for index in range(len(spans))
        for weights in (visited[0], visited[-1])
    )
    wanted = min(2.2 * float(errors.max()), 1.05 * highest)
    return wanted if wanted > 0 else highest or 1.0


def _chosen(iterations: int) -> list[int]:
    """Return which iterations get a curve: the first, the last and some between."""
    return sorted({int(step) for step in np.linspace(0, iterations - 1, min(iterations, _CURVES))})


def _panel(
    axes: Axes,
    landscape: Landscape,
    visited: Floats,
    index: int,
    *,
    span: tuple[float, float],
    top: float,
    still: bool,
) -> None:
    """Draw one weight's curves, the earlier the paler, its dots, and the slope now."""
    values, errors = np.linspace(*span, 161), landscape.errors(visited)
    steps = _chosen(len(visited))
    colour = SOFT if still else BLUE
    for place, step in enumerate(steps):
        now = step == len(visited) - 1
        strength = 1.0 if now else 0.25 + 0.3 * place / len(steps)
        style = "--" if still else "-"
        heights = landscape.along(visited[step], index, values)
        axes.plot(values, heights, style, color=colour, alpha=strength, linewidth=2.5 if now else 1.3)
    axes.plot(visited[:-1, index], errors[:-1], "o", color="white", markeredgecolor=INK, markersize=5, alpha=0.7)
    here, error = float(visited[-1, index]), float(errors[-1])
    slope = 2 * float(landscape.weight_deltas(visited[-1])[index])
    reach = 0.34 * (span[1] - span[0]) / np.hypot(1.0, abs(slope) * (span[1] - span[0]) / top)
    ends = np.array([here - reach, here + reach])
    axes.plot(ends, error + slope * (ends - here), color=VERMILLION, linewidth=2, zorder=5)
    axes.plot([here], [error], "s" if still else "o", color=INK, markersize=8, zorder=6)
    axes.set_xlim(*span)


def _title(axes: Axes, name: str, weight: float, weight_delta: float, still: bool) -> None:
    """Write above a panel whose curve it is, and its slope."""
    heading = f"{name} (frozen)" if still else name
    axes.text(
        0, 1.22, heading, transform=axes.transAxes, fontsize=SIZE, fontweight="bold", color=SOFT if still else INK
    )
    axes.text(0, 1.13, f"weight {shown(weight)}", transform=axes.transAxes, fontsize=SMALL)
    axes.text(0, 1.045, f"slope {shown(2 * weight_delta)}", transform=axes.transAxes, fontsize=SMALL)


def _story(visited: Floats, errors: Floats, steps: int) -> str:
    """Return in words where the run stands."""
    if len(visited) == 1 and steps == 1:
        return f"Before learning: error {said(errors[0])}."
    story = f"After {counted(len(visited) - 1, 'update')}: error {said(errors[0])} at first, {said(errors[-1])} now."
    return story + (" After that the numbers are too large to draw." if steps > len(visited) else "")
