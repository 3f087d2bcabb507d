"""What several figures draw alike: named axes, marked points, labels at the ends of lines, a column of numbers."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

import matplotlib.patheffects as effects
import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from course_utils.arguments import Floats
from course_utils.picture import CARD, CSS_DPI, INK, NOISE, PNG_DPI, SIZE, SMALL, SOFT, Picture, shown

HALO: list[effects.AbstractPathEffect] = [effects.withStroke(linewidth=3, foreground=CARD)]
"""A rim in the card's colour that keeps a text legible on top of lines."""
_NAME = 50  # CSS pixels from a y axis to its name; the numbers stand between
LINE = 17  # CSS pixels from one line of small text to the next
LETTER = 6.5  # CSS pixels, about the width of a letter of small text


def name_axes(axes: Axes, x_label: str, y_label: str, *, x_ticks: int = 5, y_ticks: int = 5) -> None:
    """Name both axes and give them a few round ticks in the course's number format."""
    axes.set_xlabel(x_label)
    axes.set_ylabel(y_label)
    width = axes.get_window_extent().width / PNG_DPI * CSS_DPI
    axes.yaxis.set_label_coords(-_NAME / width, 0.5)
    for axis, ticks in ((axes.xaxis, x_ticks), (axes.yaxis, y_ticks)):
        axis.set_major_locator(MaxNLocator(nbins=ticks, steps=[1, 2, 2.5, 5, 10]))
        axis.set_major_formatter(FuncFormatter(_on_axis))


def _on_axis(value: float, _: int | None = None) -> str:
    """Return a tick's number; a tick next to 0 is 0, one of a tiny range is not rounded to 0."""
    return shown(value) if abs(value) > NOISE or not value else f"{value:.3g}".replace("-", "\u2212")


def from_zero(axes: Axes, top: float, *, below: float) -> None:
    """Let the y axis run from 0 to `top`, with a margin below 0, a share of `top`, that has no ticks."""
    ticks = MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]).tick_values(0, top)
    axes.set_ylim(-below * top, top)
    axes.set_yticks([tick for tick in ticks if 0 <= tick <= top])
    axes.spines["left"].set_bounds(0, top)


def column(picture: Picture, left: float, top: float, rows: Sequence[tuple[str, str, str]]) -> None:
    """Write rows of (name, value, how it comes about), in CSS pixels from the upper left corner."""
    width = 110
    whole_width, whole_height = picture.get_size_inches() * CSS_DPI
    y = top
    for name, value, how in rows:
        x, height = left / whole_width, 1 - y / whole_height
        picture.text(x, height, name, va="top", fontsize=SIZE, color=SOFT)
        picture.text(x + width / whole_width, height, value, va="top", fontsize=SIZE, fontweight="bold")
        if how:
            picture.text(left / whole_width, 1 - (y + LINE) / whole_height, how, va="top", fontsize=SMALL, color=SOFT)
        y += 2.6 * LINE if how else 1.5 * LINE


def note(picture: Picture, text: str, *, left: float = 16, bottom: float = 44) -> None:
    """Write a remark of up to two lines below the picture, its top `bottom` CSS pixels above the lower edge."""
    whole_width, whole_height = picture.get_size_inches() * CSS_DPI
    lines = textwrap.fill(text.replace("-", "\u2212"), int((whole_width - left - 12) / LETTER))
    picture.text(left / whole_width, bottom / whole_height, lines, va="top", fontsize=SMALL, color=SOFT)


def label(axes: Axes, text: str, point: tuple[float, float], shift: tuple[float, float], **style: Any) -> None:
    """Write `text` beside a point, `shift` CSS pixels away from it, leaning away from the point."""
    across, up = shift
    axes.annotate(
        text,
        point,
        xytext=(across * 0.75, up * 0.75),  # a CSS pixel is 0.75 points
        textcoords="offset points",
        ha=style.pop("ha", "left" if across > 0 else "right" if across < 0 else "center"),
        va=style.pop("va", "bottom" if up > 0 else "top" if up < 0 else "center"),
        fontsize=style.pop("fontsize", SMALL),
        color=style.pop("color", INK),
        path_effects=HALO,
        zorder=8,
        **style,
    )


def label_points(axes: Axes, points: Sequence[tuple[float, float, str]]) -> None:
    """Mark points `(x, y, text)`, each with its text on the side where it hides the least of the others."""
    for x, y, _ in points:
        axes.plot([x], [y], "o", color=INK, markeredgecolor="white", markersize=9, zorder=9, clip_on=False)
    axes.autoscale_view()  # matplotlib puts this off until it draws
    at = axes.transData.transform([(x, y) for x, y, _ in points]) / PNG_DPI * CSS_DPI
    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in at]
    frame = np.array(axes.get_window_extent().extents) / PNG_DPI * CSS_DPI
    for (x, y, text), place in zip(points, at, strict=True):
        wide = (LETTER + 1.2) * len(text)  # it is bold
        boxes = {shift: _box(place, shift, wide) for shift in ((10, 8), (-10, 8), (10, -8), (-10, -8))}
        shift = min(boxes, key=lambda side: _hidden(boxes[side], taken, frame))
        label(axes, text, (x, y), shift, fontweight="bold")
        taken.append(boxes[shift])


def _box(place: Floats, shift: tuple[int, int], wide: float) -> tuple[float, float, float, float]:
    """Return the left, lower, right and upper edge of a text beside a place, in CSS pixels."""
    x, y = place + shift
    left, low = (x if shift[0] > 0 else x - wide), (y if shift[1] > 0 else y - LINE)
    return left, low, left + wide, low + LINE


def _hidden(box: tuple[float, float, float, float], taken: Sequence[tuple[float, ...]], frame: Floats) -> float:
    """Return how much of what is there a text would hide, and of itself outside the frame."""
    left, low, right, high = box
    outside = max(frame[0] - left, 0) + max(right - frame[2], 0) + max(frame[1] - low, 0)
    across = [max(min(right, other[2]) - max(left, other[0]), 0) for other in taken]
    up = [max(min(high, other[3]) - max(low, other[1]), 0) for other in taken]
    return float(sum(a * b for a, b in zip(across, up, strict=True)) + LINE * outside)


def spread(places: Sequence[float], gap: float, low: float, high: float) -> Floats:
    """Return `places` moved apart until neighbours are `gap` away, kept within low to high as far as that goes."""
    if not len(places):
        return np.zeros(0)
    order = np.argsort(places, kind="stable")
    wanted = np.clip(np.asarray(places, dtype=float)[order], low, high)
    steps = gap * np.arange(len(wanted))
    rising = np.maximum.accumulate(wanted - steps) + steps
    overhang = max(rising[-1] - high, 0.0)
    if overhang:  # push back down from the top, again without closing any gap
        tops = high - steps[::-1]
        rising = np.minimum(rising, tops)
    moved = np.empty(len(wanted))
    moved[order] = rising
    return moved
