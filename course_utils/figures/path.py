"""One weight: the path of a run down the bowl of the error, or out of it."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

from course_utils.arguments import Floats
from course_utils.figures.bowl import draw_bowl, where_best
from course_utils.figures.drawing import label, note
from course_utils.figures.landscape import window
from course_utils.figures.validation import bounded, run_of, span_of
from course_utils.picture import (
    DEEP_VERMILLION,
    ORANGE,
    SMALL,
    SOFT,
    VERMILLION,
    Picture,
    counted,
    in_house_style,
    new_picture,
    said,
)

Bools = NDArray[np.bool_]

_NUMBERED = 5  # so many steps of a path carry their number
_OUT_OF_SIGHT = 12.0  # times as far from the best weight as the start was: there a path is cut


@in_house_style
def error_path(
    input: float,  # noqa: A002 - the word that is taught
    true: float,
    weights: ArrayLike,
    *,
    span: tuple[float, float] | None = None,
) -> Picture:
    """Draw the weights that a run visited, in order, as a path over the error curve.

    `input` and `true` are numbers, `weights` is `(steps,)`; `span` is the part of the weight's axis to show. A run that
    diverges is drawn until it leaves the picture, and the picture says where it went.

    Raises:
        TypeError: one of them is not made of numbers.
        ValueError: `weights` is empty or begins with nan or inf, a number is beyond 1e100, span is not in order.
    """
    input, true = bounded("input", input), bounded("true", true)  # noqa: A001
    visited, steps = run_of("weights", weights)
    errors = (input * visited - true) ** 2
    low, high = _path_window(input, true, visited) if span is None else span_of(span)
    inside = (low <= visited) & (visited <= high)

    picture = new_picture(width=720, height=420)
    axes = picture.panel(70, 94, 626, 296)
    top = draw_bowl(axes, input, true, (low, high), list(errors[inside]))
    _zigzag(axes, visited, errors, inside, top)
    story = _in_words(visited, errors, inside)
    if steps > len(visited):
        story += " After that its numbers are too large to draw."
    note(picture, story, left=70)
    picture.alt = f"Error curve for input {said(input)} and true {said(true)}{where_best(input, true)} {story}"
    return picture


def _path_window(input: float, true: float, visited: Floats) -> tuple[float, float]:  # noqa: A002
    """Return the part of the weight's axis that holds the path, as far as it stays in sight of the best weight."""
    if input == 0:
        return window(visited[:1], least=1)
    best = true / input
    away = np.abs(visited - best)
    start = max(float(away[0]), 1e-9 * abs(best), 1e-12)
    far = max(float(away[away <= _OUT_OF_SIGHT * start].max(initial=0.0)), start)
    return best - 1.25 * far, best + 1.25 * far


def _zigzag(axes: Axes, visited: Floats, errors: Floats, inside: Bools, top: float) -> None:
    """Draw the points that are in the picture, what joins them, and the ways out of it."""
    low, high = axes.get_xlim()
    xs, ys = _joined(visited, errors, inside, 2 * (high - low), 2 * top)
    axes.plot(xs, ys, "-", color=ORANGE, linewidth=1.4, zorder=5)
    seen = visited[inside], errors[inside]
    axes.plot(*seen, "o", color=VERMILLION, markeredgecolor="white", markersize=7, zorder=6)
    taken: list[tuple[float, float]] = []
    for step in np.flatnonzero(inside)[:_NUMBERED]:
        point = (float(visited[step]), float(errors[step]))
        if all(abs(point[0] - x) / (high - low) + abs(point[1] - y) / top > 0.04 for x, y in taken):  # noqa: PLR2004
            outwards = 9 if point[0] > (low + high) / 2 else -9
            shift = (outwards, -5) if point[1] > 0.06 * top else (0, 10)  # the best weight's name is below the bottom
            label(axes, f"{step + 1}", point, shift, va="center", color=DEEP_VERMILLION, fontweight="bold")
            taken.append(point)
    if inside.any() and not inside[-1]:
        right = visited[_leaving(inside)] > high
        word = "leaves the picture \u2192" if right else "\u2190 leaves the picture"
        side, place = ("right", 1.0) if right else ("left", 0.0)
        axes.text(place, 1.01, word, transform=axes.transAxes, ha=side, va="bottom", fontsize=SMALL, color=SOFT)


def _joined(visited: Floats, errors: Floats, inside: Bools, far: float, high: float) -> tuple[Floats, Floats]:
    """Return the steps that touch the picture as one line, broken by nan; what leaves it is cut a little outside."""
    xs, ys = [], []
    for step in np.flatnonzero(inside[:-1] | inside[1:]):
        ends = np.array([[visited[step], errors[step]], [visited[step + 1], errors[step + 1]]])
        if not inside[step]:
            ends = ends[::-1]
        across, up = np.abs(ends[1] - ends[0])
        share = min(1.0, far / max(across, 1e-300), high / max(up, 1e-300))
        out = ends[0] + share * (ends[1] - ends[0])
        xs += [ends[0][0], out[0], np.nan]
        ys += [ends[0][1], out[1], np.nan]
    return np.array(xs), np.array(ys)


def _leaving(inside: Bools) -> int:
    """Return the first point after which the path is never again in the picture."""
    return int(np.flatnonzero(inside)[-1]) + 1 if inside.any() else 0


def _in_words(visited: Floats, errors: Floats, inside: Bools) -> str:
    """Return where a path begins and ends, and how much of it is in the picture."""
    story = f"The path begins at weight {said(visited[0])} (error {said(errors[0])})"
    if len(visited) > 1:
        updates = counted(len(visited) - 1, "update")
        story += f" and after {updates} is at {said(visited[-1])} (error {said(errors[-1])})"
    story += "."
    if not inside.any():
        story += " All of it is outside this picture."
    elif not inside[-1]:
        story += f" Update {_leaving(inside)} leaves the picture."
    elif not inside.all():
        story += f" {counted(int((~inside).sum()), 'point')} of it outside this picture."
    return story
