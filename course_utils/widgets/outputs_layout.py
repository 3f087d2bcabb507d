"""What the page of many outputs looks like: the network, how far each output is off, the weight_deltas, the next weights."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from course_utils.widgets.board import Knob, Layout, Press
from course_utils.widgets.net import Net

_WIDTH, _NET, _TOP = 760, 350, 44
_SCALE = (392.0, 176.0)  # left and width of the scale from true to pred
_CELL = (88.0, 40.0)
_LETTER = 7.6
_WAYS = (": too low", "", ": too high")


def layout(
    input_names: Sequence[str], output_names: Sequence[str], inputs: Sequence[float], trues: Sequence[float]
) -> Layout:
    """Return the page for a network of these inputs and outputs."""
    net = Net(tuple(input_names), tuple(output_names), _NET)
    down, wide = _CELL[1] * len(output_names), _CELL[0] * len(input_names)
    longest = _LETTER * max(len(name) for name in output_names)
    left = max(140.0, 20 + longest)
    first = (left, _TOP + net.height + 118)
    beside = left + 2 * wide + longest + 28 <= _WIDTH
    second = (max(left + wide + longest + 28, 440.0), first[1]) if beside else (left, first[1] + down + 82)
    names = {"rows": [""] * len(output_names), "columns": [""] * len(input_names)}
    grids = (
        ("weight_deltas", first, "weight_delta = delta \u00d7 input", "strongest"),
        ("new_weights", second, "new = weight \u2212 alpha \u00d7 weight_delta", "most"),
    )
    panels: list[dict[str, Any]] = [
        {"id": "net", "box": (8, _TOP, _NET, net.height), "bare": True},
        {
            "id": "scale",
            "box": (_SCALE[0], _TOP, _SCALE[1], net.height),
            "x": ("low", "high"),
            "y": (-net.height, 0),
            "noY": True,
            "xTicks": 4,
            "heading": "delta: from true (diamond) to pred (ring)",
        },
        {"id": "told", "box": (_SCALE[0] + _SCALE[1] + 14, _TOP, 140, net.height), "bare": True, "y": (-net.height, 0)},
    ]
    marks: list[dict[str, Any]] = [net.mark("net")]
    for index, y in enumerate(net.places(len(output_names))):
        marks += _scale(index, -y)
    for column, (x, y), heading, largest in grids:
        panels += [
            {"id": column, "box": (x, y, wide, down), "bare": True},
            {"id": f"{column}_head", "box": (x, y - 44, 300, 20), "bare": True, "heading": heading},
        ]
        marks.append({"kind": "grid", "panel": column, "values": column, "largest": largest, **names})
        marks += _margins(column, input_names, output_names, numbers=column == "weight_deltas")
    return Layout(
        title="Many outputs: each has its own delta",
        width=_WIDTH,
        height=round(second[1] + down + 12),
        panels=tuple(panels),
        marks=tuple(marks),
        controls=(
            *(input_knob(f"input{index}", name, inputs[index]) for index, name in enumerate(input_names)),
            *(true_knob(f"true{index}", f"true {name}", trues) for index, name in enumerate(output_names)),
        ),
        buttons=(
            Press("one", "One step", "Learn once: every weight moves by its own weight_delta", primary=True),
            Press("ten", "Ten steps", "Learn ten times"),
            Press("run", "Run or stop", "Learn until no error is left, a step at a time"),
            Press("reset", "Reset", "Back to the first weights, inputs and trues"),
        ),
    )


def _scale(index: int, y: float) -> list[dict[str, Any]]:
    """Return one output's delta: an arrow from what is true to the prediction, and its numbers."""
    true, pred = f"trues.{index}", f"preds.{index}"
    told = {"panel": "told", "x": 0, "y": y, "anchor": "start"}
    delta = f"delta {{deltas.{index}}}"
    return [
        {"kind": "level", "panel": "scale", "y": y},
        {"kind": "dot", "panel": "scale", "x": pred, "y": y, "look": "gd-open", "radius": 8},
        {"kind": "arrow", "panel": "scale", "x": true, "y": y, "x2": pred, "y2": y},
        {"kind": "dot", "panel": "scale", "x": true, "y": y, "shape": "diamond", "look": "gd-best", "radius": 6},
        {"kind": "text", **told, "shift": (0, -8), "text": f"true {{trues.{index}}}"},
        {
            "kind": "says",
            **told,
            "shift": (0, 8),
            "look": "gd-number",
            "which": f"way.{index}",
            "texts": [delta + way for way in _WAYS],
        },
        {"kind": "text", **told, "shift": (0, 24), "text": f"error {{errors.{index}}}"},
    ]


def _margins(
    panel: str, input_names: Sequence[str], output_names: Sequence[str], *, numbers: bool
) -> list[dict[str, Any]]:
    """Return the names of a grid's rows and columns, with the numbers that are multiplied in its cells."""
    marks: list[dict[str, Any]] = []
    for index, name in enumerate(input_names):
        at = {"kind": "text", "panel": panel, "x": (index + 0.5) / len(input_names), "y": 1}
        marks.append({**at, "shift": (0, -22 if numbers else -8), "text": name, "look": "gd-name"})
        if numbers:
            marks.append({**at, "shift": (0, -7), "text": f"{{inputs.{index}}}", "look": "gd-number"})
    for index, name in enumerate(output_names):
        at = {"kind": "text", "panel": panel, "x": 0, "y": 1 - (index + 0.5) / len(output_names), "anchor": "end"}
        marks.append({**at, "shift": (-10, -3 if numbers else 5), "text": name, "look": "gd-name"})
        if numbers:
            marks.append({**at, "shift": (-10, 13), "text": f"delta {{deltas.{index}}}", "look": "gd-number"})
    return marks


def input_knob(name: str, label: str, value: float) -> Knob:
    """Return a slider from far below 0 to far above `value`, so that 0 and the sign can be tried.

    >>> knob = input_knob("input0", "toes", 8.5)
    >>> knob.low, knob.high, knob.places, 8.5 in knob.positions(), 0.0 in knob.positions()
    (-12.75, 12.75, 103, True, True)
    """
    step, steps = _step_of(abs(value)) if value else (0.025, 40)
    return Knob(name, label, -float(f"{steps * step:.12g}"), float(f"{steps * step:.12g}"), 2 * steps + 1)


def _step_of(value: float) -> tuple[float, int]:
    """Return the largest round step of which `value` is a multiple, and how many of them reach half as far again."""
    power = 10.0 ** math.floor(math.log10(value))
    for step in (power * factor for factor in (0.5, 0.25, 0.2, 0.1, 0.05, 0.025, 0.02)):
        times = value / step
        if abs(times - round(times)) < 1e-6 and 30 <= 1.5 * times <= 75:  # noqa: PLR2004 - places on either side
            return step, round(1.5 * times)
    return value / 40, 60


def true_knob(name: str, label: str, trues: Sequence[float]) -> Knob:
    """Return a slider over all that is true, and over 0 to 1 in any case."""
    return Knob(name, label, min([0.0, *trues]), max([1.0, *trues]), 101)
