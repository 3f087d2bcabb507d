"""What the page shows beside the square of `draw_digit`."""

from __future__ import annotations

from typing import Any

from course_utils.widgets.board import Knob, Layout, Press
from course_utils.widgets.contribution import DIGITS, contribution_marks, score_marks, score_panel

_WIDE = 560
_PLACES = 201
_BUTTONS = (
    Press("keep", "Keep this drawing", "Put a copy of it into the list `kept`", primary=True),
    Press("forget", "Forget the kept ones", "Empty the list `kept`"),
)


def ten_layout() -> Layout:
    """Return the layout for ten scores."""
    products = (356, 34, 190, 190)
    return Layout(
        title="What the network says to the drawing: ten scores",
        width=_WIDE,
        height=282,
        panels=(
            *score_panel("scores", (52, 30, 210, 220), "ten scores"),
            {"id": "products", "box": products, "bare": True},
        ),
        marks=(
            *score_marks("scores"),
            {
                "kind": "text",
                "panel": "products",
                "x": 0,
                "y": 1,
                "shift": (-2, -10),
                "anchor": "start",
                "text": "drawing \u00d7 weights of {chosen}",
                "look": "gd-heading",
                "if": "shows",
            },
            *contribution_marks("products"),
        ),
        controls=(Knob("digit", "why this score?", kind="menu", options=("the largest", *DIGITS)),),
        buttons=(*_BUTTONS, Press("reset", "Reset", "Back to the largest score")),
    )


def pair_layout(span: float, bias: float) -> Layout:
    """Return the layout for one score, three or seven, over an axis from -span to span."""
    line = (56, 84, 250, 140)
    over: dict[str, Any] = {
        "kind": "says",
        "panel": "over",
        "x": 0,
        "y": 1,
        "which": "side",
        "anchor": "start",
        "shift": (-2, -46),
    }
    texts = ("score {score}: seven", "score {score}: three", "score {score}: just on the threshold")
    return Layout(
        title="What the network says to the drawing: three or seven",
        width=_WIDE,
        height=290,
        panels=(
            {"id": "line", "box": line, "x": ("low", "high"), "y": (0, 1), "xName": "score", "yTicks": 2, "xTicks": 4},
            {"id": "over", "box": line, "bare": True},
            {"id": "products", "box": (356, 34, 190, 190), "bare": True},
        ),
        marks=(
            {**over, "texts": texts, "look": "gd-heading"},
            {**over, "kind": "text", "text": "sigmoid {sure}: how sure of a three", "shift": (-2, -28)},
            {"kind": "line", "panel": "line", "ys": "curve", "look": "gd-curve"},
            {"kind": "level", "panel": "line", "x": "threshold"},
            {
                "kind": "text",
                "panel": "line",
                "x": "threshold",
                "y": 1,
                "shift": (-8, -6),
                "anchor": "end",
                "text": "\u25c0 seven",
            },
            {
                "kind": "text",
                "panel": "line",
                "x": "threshold",
                "y": 1,
                "shift": (8, -6),
                "anchor": "start",
                "text": "three \u25b6",
            },
            {"kind": "dot", "panel": "line", "x": "score", "y": "sure", "radius": 8, "outside": "score {score}"},
            {
                "kind": "text",
                "panel": "products",
                "x": 0,
                "y": 1,
                "shift": (-2, -10),
                "anchor": "start",
                "text": "drawing \u00d7 weights",
                "look": "gd-heading",
            },
            *contribution_marks("products", "together {together}; with bias {score}"),
        ),
        controls=(
            Knob("threshold", "threshold", -span, span, _PLACES),
            Knob("bias", "bias", bias - span, bias + span, _PLACES),
        ),
        buttons=(*_BUTTONS, Press("reset", "Reset", "Threshold and bias back to where they were")),
    )
