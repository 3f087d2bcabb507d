"""What the page of the bowls looks like: the network above, a bowl for each weight below."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from course_utils.widgets.board import Knob, Layout, Press
from course_utils.widgets.net import Net

_WIDTH, _LEFT, _GAP, _TALL = 760, 60, 46, 210
_PLACES = 121
_NUMBERS = (
    ("pred", "{preds}", "sum of input \u00d7 weight"),
    ("true", "{true}", ""),
    ("error", "{error}", "(pred \u2212 true)\u00b2: one for all the bowls"),
    ("delta", "{delta}", "pred \u2212 true: one for all the weights"),
)
_KEY = (
    "Thin line: the curve at the start. Diamond: its bottom now. Open square: after the next step. Dashes: the slope."
)


def layout(names: Sequence[str], ends: Sequence[tuple[float, float]], alpha: float) -> Layout:
    """Return the page for inputs of these names, with the ends of each weight's slider."""
    net = Net(tuple(names), ("pred",), 410)
    upper = max(net.height, 160.0)
    below = 14 + upper + 40
    wide = (_WIDTH - _LEFT - 10 - _GAP * (len(names) - 1)) / len(names)
    panels: list[dict[str, Any]] = [
        {"id": "net", "box": (14, 14 + (upper - net.height) / 2, 410, net.height), "bare": True},
        {"id": "numbers", "box": (500, 18, 250, upper), "bare": True},
        {"id": "key", "box": (_LEFT, below + 62 + _TALL + 46, _WIDTH - _LEFT - 10, 20), "bare": True},
    ]
    marks: list[dict[str, Any]] = [
        net.mark("net", [f"freeze{index}" for index in range(len(names))]),
        {"kind": "column", "panel": "numbers", "rows": _NUMBERS, "indent": 70},
        {"kind": "text", "panel": "key", "x": 0, "y": 0, "anchor": "start", "text": _KEY, "look": "gd-how"},
    ]
    for index, name in enumerate(names):
        left = _LEFT + index * (wide + _GAP)
        panels += _bowl(index, name, (left, below, wide, _TALL), first=index == 0)
        marks += _marks(index)
    return Layout(
        title="Several weights: the error over each of them",
        width=_WIDTH,
        height=round(below + 62 + _TALL + 70),
        panels=tuple(panels),
        marks=tuple(marks),
        handles=tuple({"panel": f"bowl{index}", "x": f"weight{index}"} for index in range(len(names))),
        controls=(
            *(
                Knob(f"weight{index}", f"weight of {name}", low, high, _PLACES)
                for index, (name, (low, high)) in enumerate(zip(names, ends, strict=True))
            ),
            alpha_knob(alpha),
            *(Knob(f"freeze{index}", f"freeze {name}", kind="switch") for index, name in enumerate(names)),
            Knob("same", "same scale for all", kind="switch"),
        ),
        buttons=(
            Press("one", "One step", "Learn once: all weights that aren't frozen move", primary=True),
            Press("ten", "Ten steps", "Learn ten times"),
            Press("run", "Run or stop", "Learn until the bottom, a step at a time"),
            Press("reset", "Reset", "Back to the first weights, alpha and boxes"),
        ),
    )


def alpha_knob(alpha: float) -> Knob:
    """Return a slider over the powers of ten around `alpha`, twenty places for each."""
    decade = math.floor(math.log10(alpha) + 1e-9)
    return Knob("alpha", "alpha", float(f"1e{decade - 1}"), float(f"1e{decade + 2}"), 61, log=True)


def _bowl(index: int, name: str, box: tuple[float, float, float, float], *, first: bool) -> list[dict[str, Any]]:
    """Return the panels of one weight: its numbers, and the curve below them."""
    left, top, wide, tall = box
    curve = {
        "id": f"bowl{index}",
        "box": (left, top + 62, wide, tall),
        "x": (f"low{index}", f"high{index}"),
        "y": ("bottom", "top"),
        "yFrom": 0,
        "xTicks": 3,
        "xName": f"weight of {name}",
    }
    return [
        {"id": f"head{index}", "box": (left, top, wide, 50), "bare": True, "heading": name},
        {**curve, "yName": "error"} if first else curve,
    ]


def _marks(index: int) -> list[dict[str, Any]]:
    """Return what is drawn for one weight."""
    bowl, head, freeze = f"bowl{index}", f"head{index}", f"freeze{index}"
    at = {"panel": bowl, "x": f"weight{index}", "y": "error"}
    new = {"panel": bowl, "x": f"new{index}", "y": "new_error"}
    trail = {"panel": bowl, "xs": f"path{index}", "ys": "path_errors"}
    weight = ("weight", f"{{weight{index}}}", "")
    change = f"{{weight_delta{index}}}"
    held = f"{change} \u2192 {{held{index}}}"
    return [
        {
            "kind": "column",
            "panel": head,
            "rows": (weight, ("weight_delta", change, "")),
            "indent": 96,
            "unless": freeze,
        },
        {"kind": "column", "panel": head, "rows": (weight, ("weight_delta", held, "")), "indent": 96, "if": freeze},
        {
            "kind": "text",
            "panel": head,
            "x": 1,
            "y": 1,
            "shift": (0, -10),
            "anchor": "end",
            "text": "frozen",
            "look": "gd-label",
            "if": freeze,
        },
        {"kind": "line", "panel": bowl, "xs": f"values_then{index}", "ys": f"curve_then{index}", "look": "gd-faint"},
        {"kind": "line", "panel": bowl, "xs": f"values{index}", "ys": f"curve{index}", "look": "gd-curve"},
        {"kind": "dot", "panel": bowl, "x": f"best{index}", "y": 0, "shape": "diamond", "look": "gd-best", "radius": 5},
        {"kind": "line", **trail, "look": "gd-path"},
        {"kind": "dots", **trail, "look": "gd-open", "radius": 3},
        {"kind": "tangent", **at, "slope": f"slope{index}", "reach": 60},
        {"kind": "arrow", **at, "x2": f"new{index}", "y2": "new_error"},
        {"kind": "dot", **new, "shape": "square", "look": "gd-open", "radius": 4.5},
        {"kind": "dot", **at, "radius": 7, "unless": freeze},
        {"kind": "dot", **at, "radius": 7, "shape": "square", "if": freeze},
    ]
