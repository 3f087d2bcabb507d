"""The error over two weights as contours: with the path walked there, or cut along both weights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from numpy.typing import ArrayLike

from course_utils.arguments import Floats
from course_utils.figures.drawing import HALO, label, name_axes, note
from course_utils.figures.view import View, view_of
from course_utils.picture import (
    BLUE,
    DEEP_GREEN,
    GREEN,
    INK,
    ORANGE,
    SIZE,
    SMALL,
    VERMILLION,
    Picture,
    in_house_style,
    listed,
    new_picture,
    shown,
)

HEIGHTS = LinearSegmentedColormap.from_list("error", ["#ffffff", "#cfe3f1", "#7fb5d8", "#3585b8"])
_LEVELS = 8
_SIDE = 440  # CSS pixels: square, so that a step down the slope looks square to the contours


@in_house_style
def error_contours(
    inputs: ArrayLike,
    true: ArrayLike,
    weights: ArrayLike,
    *,
    pair: tuple[int, int] = (0, 1),
    path: ArrayLike | None = None,
    names: Sequence[str] | None = None,
    frozen: Iterable[int] = (),
    span: Any = None,
) -> Picture:
    """Draw lines of equal error over two of the weights, the others held, with the path walked there.

    `inputs` `(n,)` and `true` a number, or `(examples, n)` and `(examples,)`; `weights` `(n,)`; `pair` two indices;
    `path` `(steps, n)`; `names` of all n weights; `frozen` indices; `span` `(low, high)` or one for each of the two.

    Raises:
        TypeError: not made of numbers. ValueError: lengths, indices or spans that make no sense.
    """
    view = view_of(inputs, true, weights, pair=pair, path=path, names=names, span=span, frozen=frozen)
    picture = new_picture(f"Contours of the error over {' and '.join(view.names)}. {view.story}", width=560, height=560)
    axes = picture.panel(92, 102, _SIDE, _SIDE)
    _contours(axes, view)
    _walk(axes, view)
    note(picture, view.story)
    return picture


def _contours(axes: Axes, view: View) -> None:
    """Draw the error as shaded bands with numbers on their borders, and the line along which it is 0."""
    xs, ys, heights = view.heights(81)
    top = float(heights.max())
    name_axes(axes, view.names[0], view.names[1])
    axes.set(xlim=view.spans[0], ylim=view.spans[1])
    if float(heights.min()) >= 0.999 * top:
        axes.set_facecolor("#e9f1f7")
        text = f"flat: the error is {shown(top)} everywhere"
        axes.text(0.5, 0.9, text, transform=axes.transAxes, ha="center", fontsize=SIZE, path_effects=HALO)
        return
    base = float(heights.min())
    levels = base + (top - base) * (np.arange(_LEVELS + 1) / _LEVELS) ** 2  # evenly apart on the slope of a square
    axes.contourf(xs, ys, heights, levels=levels, cmap=HEIGHTS)
    lines = axes.contour(xs, ys, heights, levels=levels[1:-1], colors=BLUE, linewidths=0.8)
    for number in axes.clabel(lines, fontsize=SMALL, fmt=_two_digits, colors=INK, inline=False):
        number.set_path_effects(HALO)
        number.set_visible(_free(view, number.get_position()))
    _valley(axes, view)


def _two_digits(value: float) -> str:
    return shown(float(f"{value:.2g}"))


def _free(view: View, place: tuple[float, float]) -> bool:
    """Return whether a contour's number at `place` stands clear of the frame and of the words `start` and `now`."""
    (left, right), (low, high) = view.spans
    x, y = (place[0] - left) / (right - left), (place[1] - low) / (high - low)
    if not (0.06 < x < 0.94 and 0.06 < y < 0.94):  # noqa: PLR2004 - shares of the frame
        return False
    for p, q in [*view.path[:1, list(view.pair)], np.array(view.here)]:
        if abs(x - (p - left) / (right - left)) < 0.15 and abs(y - (q - low) / (high - low)) < 0.08:  # noqa: PLR2004
            return False
    return True


def _valley(axes: Axes, view: View) -> None:
    """Mark where the error is least: a line where the two weights can make up for each other, else a point."""
    best = view.landscape.nearest_best(view.weights, view.pair)
    x, y = best[view.pair[0]], best[view.pair[1]]
    least = view.landscape.error(best)
    direction = view.landscape.valley_direction(view.pair)
    if direction is None:
        axes.plot([x], [y], "D", color=GREEN, markersize=8, zorder=5)
        label(axes, f"least error: {shown(round(least, 12))}", (x, y), (10, -8), color=DEEP_GREEN)
        return
    far = 4 * max(high - low for low, high in view.spans)
    axes.plot(
        [x - far * direction[0], x + far * direction[0]],
        [y - far * direction[1], y + far * direction[1]],
        "--",
        color=GREEN,
        linewidth=2.5,
        zorder=4,
    )
    _valley_label(axes, view, (float(x), float(y)), direction, f"valley: error {shown(round(least, 12))}")


def _valley_label(axes: Axes, view: View, point: tuple[float, float], direction: Floats, text: str) -> None:
    """Write along the valley line, at its end that is farther from where we stand."""
    (left, right), (low, high) = view.spans
    wide, tall = right - left, high - low
    best = None
    for share in np.linspace(-2, 2, 161):
        place = (point[0] + share * wide * direction[0], point[1] + share * tall * direction[1])
        inner = left + 0.2 * wide < place[0] < right - 0.2 * wide and low + 0.12 * tall < place[1] < high - 0.12 * tall
        away = abs(place[0] - view.here[0]) / wide + abs(place[1] - view.here[1]) / tall
        if inner and (best is None or away > best[0]):
            best = (away, place)
    if best is not None:
        angle = float(np.degrees(np.arctan2(direction[1] / tall, direction[0] / wide)))
        angle = (angle + 90) % 180 - 90
        axes.text(
            *best[1],
            text,
            rotation=angle,
            rotation_mode="anchor",
            ha="center",
            va="bottom",
            fontsize=SMALL,
            color=DEEP_GREEN,
            fontweight="bold",
            path_effects=HALO,
            zorder=6,
        )


def _walk(axes: Axes, view: View) -> None:
    """Draw the path and where it begins and ends."""
    xs, ys = view.path[:, view.pair[0]], view.path[:, view.pair[1]]
    if len(xs) > 1:
        axes.plot(xs, ys, "-", color=ORANGE, linewidth=2, zorder=5)
        axes.plot(xs, ys, "o", color=VERMILLION, markeredgecolor="white", markersize=6, zorder=6)
        label(axes, "start", (float(xs[0]), float(ys[0])), (-9, -9), fontweight="bold")
    axes.plot(*view.here, "o", color=INK, markersize=9, markeredgecolor="white", zorder=7)
    label(axes, "now", view.here, (9, 9), fontweight="bold")


@in_house_style
def surface_slices(
    inputs: ArrayLike,
    true: ArrayLike,
    weights: ArrayLike,
    *,
    pair: tuple[int, int] = (0, 1),
    names: Sequence[str] | None = None,
    span: Any = None,
) -> Picture:
    """Draw contours of the error over two weights, cut along both of them, and beside them what the cuts look like.

    Shapes, units and what is raised are those of `error_contours`.
    """
    view = view_of(inputs, true, weights, pair=pair, names=names, span=span)
    picture = new_picture(width=744, height=420)
    axes = picture.panel(82, 82, 316, 316)
    _contours(axes, view)
    axes.axhline(view.here[1], color=VERMILLION, linewidth=2)
    axes.axvline(view.here[0], color=INK, linewidth=2, linestyle="--")
    axes.plot(*view.here, "o", color=INK, markersize=9, markeredgecolor="white", zorder=7)
    slopes = 2 * view.landscape.weight_deltas(view.weights)[list(view.pair)]
    top = 1.05 * max(float(view.heights(41)[2].max()), 1e-300)
    for place, (colour, style) in enumerate(((VERMILLION, "-"), (INK, "--"))):
        side = picture.panel(474, 280 - 198 * place, 240, 108)
        values = np.linspace(*view.spans[place], 161)
        side.plot(values, view.landscape.along(view.weights, view.pair[place], values), style, color=colour)
        side.plot(
            [view.here[place]],
            [view.landscape.error(view.weights)],
            "o",
            color=INK,
            markersize=8,
            markeredgecolor="white",
        )
        side.set(xlim=view.spans[place], ylim=(-0.06 * top, top))
        side.set_title(f"along {view.names[place]}: slope {shown(float(slopes[place]))}", fontsize=SMALL + 0.5)
        name_axes(side, view.names[place], "error", y_ticks=3)
    note(picture, view.story, bottom=28)
    picture.alt = (
        f"Contours of the error over {' and '.join(view.names)}, cut along both. {view.story} Slopes {listed(slopes)}."
    )
    return picture
