"""One weight: the error as a bowl over the weight, the slope where we stand and the step it leads to."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from course_utils.arguments import learning_rate
from course_utils.figures.drawing import HALO, column, from_zero, label, name_axes
from course_utils.figures.validation import bounded, span_of
from course_utils.picture import (
    BLUE,
    DEEP_GREEN,
    DEEP_VERMILLION,
    GREEN,
    INK,
    SMALL,
    VERMILLION,
    Picture,
    in_house_style,
    new_picture,
    said,
    shown,
)

_NUMBERED = 5  # so many steps of a path carry their number
_OUT_OF_SIGHT = 12.0  # times as far from the best weight as the start was: there a path is cut


@in_house_style
def error_curve(
    input: float,  # noqa: A002 - the word that is taught
    true: float,
    weight: float,
    *,
    alpha: float | None = None,
    span: tuple[float, float] | None = None,
) -> Picture:
    """Draw the error over the weight, with the slope at the current weight and the step that `alpha` makes of it.

    All are single numbers; `span` is the part of the weight's axis to show, `(low, high)`.

    Raises:
        TypeError: one of them is not a number.
        ValueError: one is not finite or beyond 1e100, alpha is not above 0, span is not in order.
    """
    input, true, weight = bounded("input", input), bounded("true", true), bounded("weight", weight)  # noqa: A001
    pred = input * weight
    delta, weight_delta = pred - true, input * (pred - true)
    error = bounded("error", delta**2)
    following = None if alpha is None else weight - learning_rate(alpha) * weight_delta
    low, high = _window(input, true, weight, following) if span is None else span_of(span)

    picture = new_picture(width=720, height=392)
    axes = picture.panel(70, 52, 400, 316)
    top = draw_bowl(axes, input, true, (low, high), [error] if low <= weight <= high else [])
    if low <= weight <= high:
        _tangent(axes, (weight, error), 2 * weight_delta, (low, high), top)
        if following is not None:
            _step(axes, (weight, error), (following, (input * following - true) ** 2), (low, high), top)
        axes.plot([weight], [error], "o", color=INK, markersize=9, zorder=7, clip_on=False)
    else:
        _outside(axes, f"weight {shown(weight)}")
    rows = [
        ("weight", shown(weight), ""),
        ("pred", shown(pred), "input \u00d7 weight"),
        ("error", shown(error), "(pred \u2212 true)\u00b2"),
        ("delta", shown(delta), "pred \u2212 true"),
        ("weight_delta", shown(weight_delta), "input \u00d7 delta: half the slope"),
    ]
    if following is not None:
        rows.append(("new weight", shown(following), "weight \u2212 alpha \u00d7 weight_delta"))
    column(picture, 500, 24, [("input", shown(input), ""), ("true", shown(true), ""), *rows])
    picture.alt = (
        f"Error curve for input {said(input)} and true {said(true)}: at weight {said(weight)}, pred {said(pred)}, "
        f"error {said(error)}, delta {said(delta)}, weight_delta {said(weight_delta)}, slope {said(2 * weight_delta)}"
        + where_best(input, true)
        + ("" if following is None else f" With alpha {said(float(alpha or 0))} the new weight is {said(following)}.")
    )
    return picture


def where_best(input: float, true: float) -> str:  # noqa: A002
    """Return the end of a sentence: where the error is 0."""
    return "; the curve is flat." if input == 0 else f"; the error is 0 at weight {said(true / input)}."


def _window(input: float, true: float, weight: float, following: float | None) -> tuple[float, float]:  # noqa: A002
    """Return the part of the weight's axis that holds the current weight, the best one, and the next if it is near."""
    if input == 0:
        return weight - 1, weight + 1
    best = true / input
    far = max(1.6 * abs(weight - best), 0.4 * abs(best), 0.01 / abs(input))
    if following is not None and abs(following - best) < 3 * far:
        far = max(far, 1.3 * abs(following - best))
    return best - far, best + far


def draw_bowl(axes: Axes, input: float, true: float, span: tuple[float, float], errors: list[float]) -> float:  # noqa: A002
    """Draw the error over all weights of `span`; return the top of the error axis, which holds `errors` too."""
    low, high = span
    values = np.linspace(low, high, 201)
    curve = (input * values - true) ** 2
    top = 1.08 * max([float(curve.max()), *errors])
    top = top if top > 0 else 1.0
    axes.plot(values, curve, color=BLUE, linewidth=2.5)
    axes.set_xlim(low, high)
    name_axes(axes, "weight", "error")
    from_zero(axes, top, below=0.1)
    axes.grid(axis="y")
    if input == 0:
        label(axes, "input 0: the error is the same for every weight", ((low + high) / 2, true**2), (0, -10))
    elif low < true / input < high:
        axes.plot([true / input], [0], "D", color=GREEN, markersize=6, zorder=4, clip_on=False)
        inward = max(low + 0.13 * (high - low), min(true / input, high - 0.13 * (high - low)))
        label(axes, f"error 0 at {shown(true / input)}", (inward, 0), (0, -8), color=DEEP_GREEN)
    return top


def _tangent(axes: Axes, here: tuple[float, float], slope: float, span: tuple[float, float], top: float) -> None:
    """Draw the slope at the current weight as a straight line that touches the curve there."""
    (weight, error), (low, high) = here, span
    reach = 0.22 * (high - low)
    if slope:  # a steep line is as long on the screen as a flat one
        steepness = abs(slope) * (high - low) / top
        reach /= np.hypot(1.0, steepness)
    ends = np.array([weight - reach, weight + reach])
    axes.plot(ends, error + slope * (ends - weight), "--", color=VERMILLION, linewidth=2, zorder=5)
    outwards = -1 if slope < 0 else 1
    end = weight + outwards * reach
    if not slope:
        place, shift = (weight, error), (0, 12)
    elif min(end - low, high - end) > 0.22 * (high - low):  # room for it outside the bowl
        place, shift = (end, error + abs(slope) * reach), (8 * outwards, 4)
    else:
        place, shift = (weight, error), (-14 * outwards, 12)
    label(axes, f"slope {shown(slope)}", place, shift, color=DEEP_VERMILLION, fontweight="bold")


def _step(
    axes: Axes, here: tuple[float, float], there: tuple[float, float], span: tuple[float, float], top: float
) -> None:
    """Draw the step from one point of the curve to the next, or towards it where it is out of the picture."""
    inside = span[0] <= there[0] <= span[1] and there[1] <= top
    goal = there if inside else (float(np.clip(there[0], *span)), here[1])
    axes.annotate("", goal, here, arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.6}, zorder=6)
    if inside:
        axes.plot(*there, "s", markerfacecolor="white", markeredgecolor=INK, markersize=8, zorder=7, clip_on=False)
    else:
        _outside(axes, f"new weight {shown(there[0])}")


def _outside(axes: Axes, what: str) -> None:
    """Say above the curve what can't be seen in it."""
    text = f"{what}: outside this picture"
    axes.text(0.5, 1.0, text, transform=axes.transAxes, ha="center", va="bottom", fontsize=SMALL, path_effects=HALO)
