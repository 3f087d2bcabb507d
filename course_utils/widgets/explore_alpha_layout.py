"""What the page of `explore_alpha` looks like, and what it calls the paths."""

from __future__ import annotations

import math
from typing import Any

from course_utils.widgets.board import Knob, Layout, Press, State, mark, panel

VERDICTS = (
    "nothing moves",
    "slides down one side",
    "the bottom in one step",
    "zigzags across the bottom, ever lower",
    "swings for ever, never nearer",
    "zigzags, ever higher: it diverges",
    "walks uphill, away from the bottom",
)
MOST_STEPS = 30


def layout(start: State, true: float) -> Layout:
    """Return what the page looks like."""
    edge = 2 / start["input"] ** 2 if start["input"] else 1.0
    finest = float(f"{edge / 110:.0e}")
    alpha_high = finest * math.ceil(1.6 * edge / finest)
    far = 1.2 * abs(start["input"]) or 1.0
    best = true / start["input"] if start["input"] else start["weight"]
    reach = max(1.6 * abs(start["weight"] - best), abs(best), 0.01)
    outside = {"look": "gd-open", "radius": 5}
    path = ("weights", "errors")
    marks: list[dict[str, Any]] = [
        mark("line", "bowl", ys="curve", look="gd-curve"),
        mark("dot", "bowl", x="best", y=0, shape="diamond", look="gd-best", radius=5),
        mark("line", "bowl", xs=path[0], ys=path[1], look="gd-path"),
        mark("dots", "bowl", xs=path[0], ys=path[1], look="gd-open", radius=4),
        mark("dot", "bowl", x="weights", y="errors", radius=7),
        mark("dot", "bowl", x="last_weight", y="last_error", shape="square", outside="weight {last_weight}", **outside),
        mark("line", "fall", xs="places", ys="powers", look="gd-path"),
        mark("says", "words", which="verdict", texts=VERDICTS, x=0, y=0.6, anchor="start", look="gd-heading"),
        mark(
            "text",
            "words",
            text="alpha \u00d7 input\u00b2 = {share}: the share of the miss that a step removes",
            x=0,
            y=0,
            anchor="start",
        ),
        mark("dots", "line", xs="settled", ys="ones", radius=4, look="gd-best"),
        mark("dots", "line", xs="grew", ys="ones", radius=4, shape="diamond", look="gd-open"),
        mark("level", "line", x="edge", look="gd-valley"),
        mark("text", "line", x="edge", y=1, shift=(0, -4), text="edge {edge}", look="gd-label"),
        mark("dot", "line", x="alpha", y=0.5, shape="square", radius=5),
    ]
    marks[7:7] = [mark("dots", "fall", xs="places", ys="powers", radius=3)]
    return Layout(
        title="Alpha: how bold a step may be",
        width=760,
        height=470,
        panels=(
            panel(
                "bowl",
                (64, 66, 390, 264),
                x=("low", "high"),
                y=("bottom", "top"),
                yFrom=0,
                xName="weight",
                yName="error",
            ),
            panel(
                "fall",
                (536, 66, 200, 264),
                x=(0, MOST_STEPS),
                y=("power_low", "power_high"),
                powers=True,
                xTicks=3,
                xName="steps taken",
                yName="error",
            ),
            panel("words", (64, 6, 660, 40), bare=True),
            panel(
                "line",
                (64, 402, 672, 26),
                x=(0, alpha_high),
                noY=True,
                xName="alphas tried (round: the error shrank, square on its corner: it did not)",
            ),
        ),
        marks=tuple(marks),
        handles=({"panel": "bowl", "x": "weight"}, {"panel": "line", "x": "alpha"}),
        controls=(
            Knob("alpha", "alpha", finest, alpha_high, round(alpha_high / finest)),
            Knob("input", "input", -far, far, 97),
            Knob("weight", "first weight", best - reach, best + reach, 161),
            Knob("steps", "steps", 0, MOST_STEPS, MOST_STEPS + 1),
        ),
        buttons=(
            Press("one", "One step", "Go one step further", primary=True),
            Press("ten", "Ten steps", "Go ten steps further"),
            Press("run", "Run or stop", "Take the path from its beginning, a step at a time"),
            Press("reset", "Reset", "Back to the start; forget the alphas that were tried"),
        ),
    )
