"""Lines over one axis: the error while a network learns, and any function over an interval."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, NullLocator
from numpy.typing import ArrayLike

from course_utils.arguments import Floats, described, number, vector
from course_utils.figures.drawing import LETTER, from_zero, label, label_points, name_axes, note, spread
from course_utils.figures.validation import interval, run_of
from course_utils.picture import (
    BLUE,
    DEEP_GREEN,
    GREEN,
    INK,
    ORANGE,
    PURPLE,
    SKY,
    SMALL,
    VERMILLION,
    Picture,
    in_house_style,
    new_picture,
    said,
)

Line = tuple[str, Floats, Floats]

_LONG_AND_SHORT, _DENSE_DOTS = (0, (6, 1, 1, 1, 1, 1)), (0, (1, 1))
_LOOKS = [
    (BLUE, "-"),
    (VERMILLION, "--"),
    (GREEN, "-."),
    (PURPLE, ":"),
    (ORANGE, _LONG_AND_SHORT),
    (SKY, _DENSE_DOTS),
]
_HEIGHT = 300  # of the axes, CSS pixels
_DIVERGED = 1e3  # times the first error: on a plain axis nothing else could be seen
_MARKED = 16  # a line of so few points shows each of them


@in_house_style
def learning_curve(
    series: Sequence[float] | Mapping[str, Sequence[float]],
    *,
    every: Mapping[str, float] | None = None,
    log: bool = False,
    x_label: str = "iteration",
    y_label: str = "error",
) -> Picture:
    """Draw how the error changes while a network learns.

    `series` is `(iterations,)` or several of them by name; `every` says how many predictions one step of a series
    costs, which stretches it along the x axis. `log=True` draws each tenfold change of the error equally tall; so does
    a run that diverges, which is drawn as far as its numbers go.

    Raises:
        TypeError: something other than numbers, or names that are not text.
        ValueError: no series, an empty one, one that begins with nan or inf; `every` names no series or is not above 0.
    """
    named = dict(series) if isinstance(series, Mapping) else {"": series}
    if not named:
        msg = "series: expected at least one list of errors, found none. Pass a list, or a name and a list."
        raise ValueError(msg)
    paces = _paces(every, named)
    lines: list[Line] = []
    cut: list[str] = []
    for name, values in named.items():
        errors, steps = run_of(f"series {name!r}" if name else "series", values)
        first = 1.0 if every is None else 0.0
        at = first + paces.get(name, 1.0) * np.arange(len(errors), dtype=np.float64)
        lines.append((str(name), at, errors))
        cut += [str(name)] * (steps > len(errors))
    diverged = any(np.abs(errors).max() > _DIVERGED * max(abs(errors[0]), 1e-12) for _, _, errors in lines)
    log = (bool(log) or diverged) and any((errors > 0).any() for _, _, errors in lines)
    remarks = ["The error axis is logarithmic: equal steps along it are equal ratios."] if log else []
    if log and any((errors <= 0).any() for _, _, errors in lines):
        remarks.append("Errors of 0 have no place on it.")
    if cut:
        whose = ": " + ", ".join(cut) if any(cut) else ""
        remarks.append(f"Cut where the numbers grow too large to draw{whose}.")
    picture = _lined(lines, x_label, y_label, log=log, whole_steps=True, remark=" ".join(remarks))
    picture.alt = " ".join(["Learning curve.", *(_in_words(line, x_label, y_label) for line in lines), *remarks])
    return picture


def _paces(every: Mapping[str, float] | None, named: Mapping[str, Any]) -> dict[str, float]:
    """Return how many predictions a step costs, by series."""
    if every is None:
        return {}
    if not isinstance(every, Mapping):
        msg = f"every: expected predictions per step by name, found {described(every)}. Write {{'name': 3}}."
        raise TypeError(msg)
    unknown = [name for name in every if name not in named]
    paces = {name: number("every", pace) for name, pace in every.items()}
    if unknown or any(pace <= 0 for pace in paces.values()):
        found = f"the name {unknown[0]!r}" if unknown else f"{min(paces.values()):g}"
        msg = f"every: expected a number above 0 for names in series, found {found}. Use {', '.join(map(repr, named))}."
        raise ValueError(msg)
    return paces


def _in_words(line: Line, x_label: str, y_label: str) -> str:
    name, xs, ys = line
    start = f"{name}: " if name else ""
    if len(ys) == 1:
        return f"{start}{y_label} {said(ys[0])}."
    return f"{start}{y_label} {said(ys[0])} at first, {said(ys[-1])} at {x_label} {said(xs[-1])}."


@in_house_style
def curve(
    functions: Mapping[str, Callable[[Floats], ArrayLike]],
    low: float,
    high: float,
    *,
    marks: Sequence[tuple[float, float, str]] = (),
    x_label: str = "",
    y_label: str = "",
) -> Picture:
    """Draw functions over the interval from low to high, and marked points `(x, y, text)` among them.

    Each function takes an array `(points,)` and returns one, or a single number.

    Raises:
        TypeError: a function can't be called, or returns something other than numbers; a mark is not (x, y, text).
        ValueError: no functions, an interval that is not in order, results that are not finite.
    """
    low, high = interval("low and high", low, high)
    if not isinstance(functions, Mapping) or not all(callable(function) for function in functions.values()):
        msg = f"functions: expected functions by name, found {described(functions)}. Write {{'name': function}}."
        raise TypeError(msg)
    if not functions:
        msg = "functions: expected at least one, found none. Write {'name': function}."
        raise ValueError(msg)
    points = [_mark(mark) for mark in marks]
    xs = np.linspace(low, high, 241)
    lines = [(str(name), xs, _result(str(name), function, xs)) for name, function in functions.items()]
    picture = _lined(lines, x_label, y_label)
    axes = picture.axes[0]
    if points:
        label_points(axes, points)
    parts = [f"{name}: {said(ys[0])} at {said(low)}, {said(ys[-1])} at {said(high)}." for name, _, ys in lines]
    marked = [f"Marked: {text} at ({said(x)}, {said(y)})." for x, y, text in points]
    over = f" over {x_label}" if x_label else ""
    picture.alt = " ".join([f"Curve of {y_label or 'values'}{over}.", *parts, *marked])
    return picture


def _mark(mark: Any) -> tuple[float, float, str]:
    if not isinstance(mark, tuple | list) or len(mark) != 3:  # noqa: PLR2004
        msg = f"marks: expected points (x, y, text), found {described(mark)}. Write [(0.1, 0.85, 'here')]."
        raise TypeError(msg)
    return number("marks", mark[0]), number("marks", mark[1]), str(mark[2])


def _result(name: str, function: Callable[[Floats], ArrayLike], xs: Floats) -> Floats:
    with np.errstate(all="ignore"):  # what is not finite is reported below
        result = function(xs)
    if np.ndim(result) == 0:
        result = np.full(len(xs), number(f"the result of {name}", result))
    return vector(f"the result of {name}", result, length=len(xs))


def _lined(
    lines: list[Line], x_label: str, y_label: str, *, log: bool = False, whole_steps: bool = False, remark: str = ""
) -> Picture:
    """Draw lines, each with its name at its end."""
    names = [name for name, _, _ in lines if name]
    room = min(24 + (LETTER + 0.4) * max((len(name) for name in names), default=0), 260)
    bottom = 88 if remark else 54
    picture = new_picture(width=720, height=_HEIGHT + bottom + 24)
    axes = picture.panel(70, bottom, 720 - 70 - room, _HEIGHT)
    if log:
        lines = [(name, xs[ys > 0], ys[ys > 0]) for name, xs, ys in lines if (ys > 0).any()]
    ends = []
    for place, (_, xs, ys) in enumerate(lines):
        colour, style = _LOOKS[place % len(_LOOKS)]
        marker = "o" if len(xs) <= _MARKED else ""
        axes.plot(xs, ys, color=colour, linestyle=style, marker=marker, markersize=5)
        ends.append((float(xs[-1]), float(ys[-1])))
    name_axes(axes, x_label, y_label)
    axes.grid(axis="y")
    if log:
        _tenfold(axes, [ys for _, _, ys in lines])
    elif whole_steps and all((ys >= 0).all() for _, _, ys in lines):
        from_zero(axes, 1.05 * max(float(ys.max()) for _, _, ys in lines) or 1.0, below=0.04)
    if whole_steps:
        axes.xaxis.set_major_locator(MaxNLocator(nbins=8, integer=True, steps=[1, 2, 5, 10]))
    if names:
        _end_labels(axes, [name for name, _, _ in lines], ends)
    if remark:
        note(picture, remark, left=70, bottom=42)
    return picture


def _tenfold(axes: Axes, heights: list[Floats]) -> None:
    """Make the y axis logarithmic, with limits and a few labels that also cope with a single value or a huge range."""
    lowest = math.log10(min(float(ys.min()) for ys in heights))
    highest = math.log10(max(float(ys.max()) for ys in heights))
    spare = max(0.05 * (highest - lowest), 0.3)
    axes.set_yscale("log")
    axes.set_ylim(10 ** (lowest - spare), 10 ** (highest + spare))
    step = math.ceil((highest - lowest + 2 * spare) / 8)
    first, last = math.ceil((lowest - spare) / step), math.floor((highest + spare) / step)
    decades = [place * step for place in range(first, last + 1)]
    axes.set_yticks([10.0**decade for decade in decades], [_power(decade) for decade in decades])
    axes.yaxis.set_minor_locator(NullLocator())


def _power(decade: int) -> str:
    """Return a power of ten: plain where it is short."""
    plain = f"{10.0**decade:.4f}".rstrip("0").rstrip(".") if decade < 0 else f"{10**decade}"
    return plain if abs(decade) < 5 else f"1e{decade}".replace("-", "\u2212")  # noqa: PLR2004


def _end_labels(axes: Axes, names: list[str], ends: list[tuple[float, float]]) -> None:
    """Write each line's name at its end, moved up or down where two would overlap."""
    axes.autoscale_view()  # matplotlib puts this off until it draws
    heights = [axes.transAxes.inverted().transform(axes.transData.transform(end))[1] * _HEIGHT for end in ends]
    moved = spread(heights, 17, 4, _HEIGHT - 4)
    for place, (name, end, height, target) in enumerate(zip(names, ends, heights, moved, strict=True)):
        colour = _LOOKS[place % len(_LOOKS)][0]
        colour = {GREEN: DEEP_GREEN}.get(colour, INK if colour in (SKY, ORANGE, PURPLE) else colour)
        label(axes, name, end, (10, target - height), va="center", ha="left", fontsize=SMALL + 0.5, color=colour)
