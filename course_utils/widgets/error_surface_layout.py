"""What the page of `error_surface` looks like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from course_utils.widgets.board import Knob, Layout, Press, State, mark, panel

FIRST, SECOND = FIRST_AND_SECOND = "first", "second"
MOST_STEPS = 40


def layout(start: State, spans: Sequence[tuple[float, float]], names: Sequence[str]) -> Layout:
    """Return what the page looks like."""
    curves = (
        ("slice_first", FIRST, "end_x", "error_first", "low", "high"),
        ("slice_second", SECOND, "end_y", "error_second", "bottom", "top"),
    )
    marks: list[dict[str, Any]] = [
        mark("contours", "map", xs="contours_x", ys="contours_y"),
        mark("labels", "map", xs="labels_x", ys="labels_y", values="labels"),
        mark("line", "map", xs="floor_x", ys="floor_y", look="gd-valley"),
        mark("level", "map", x="end_x"),
        mark("level", "map", y="end_y"),
        mark("line", "map", xs="path_x", ys="path_y", look="gd-path"),
        mark("dots", "map", xs="path_x", ys="path_y", look="gd-open", radius=3.5),
        mark("dot", "map", x="end_x", y="end_y", shape="square", look="gd-open", radius=6),
        mark("dot", "map", x=FIRST, y=SECOND, radius=8),
    ]
    for curve, where, x, y, _, _ in curves:
        marks += [
            mark("line", where, ys=curve, look="gd-curve"),
            mark("dot", where, x=x, y=y, shape="square", look="gd-open", radius=6),
        ]
    marks.append(
        mark(
            "text",
            "words",
            text=f"The path ends at {names[0]} {{end_x}}, {names[1]} {{end_y}}: pred {{pred}}, error {{error_first}}. "
            "Dashed green: the valley's floor, error 0.",
            x=0,
            y=0,
            anchor="start",
        )
    )
    panels: list[dict[str, Any]] = [
        panel(
            "map",
            (64, 24, 370, 320),
            x=("low", "high"),
            y=("bottom", "top"),
            xName=f"weight of {names[0]}",
            yName=f"weight of {names[1]}",
        ),
        panel("words", (64, 404, 660, 10), bare=True),
    ]
    for place, (_, where, _, _, low, high) in enumerate(curves):
        box = (516, 24 + 192 * place, 220, 128)
        panels.append(
            panel(
                where,
                box,
                x=(low, high),
                y=("slice_bottom", "slice_top"),
                yFrom=0,
                yTicks=3,
                xTicks=4,
                xName=f"weight of {names[place]}",
                yName="error",
            )
        )
    return Layout(
        title=f"The error over the weights of {names[0]} and {names[1]}",
        width=760,
        height=420,
        panels=tuple(panels),
        marks=tuple(marks),
        handles=({"panel": "map", "x": FIRST, "y": SECOND},),
        controls=(
            Knob(FIRST, f"start, {names[0]}", *spans[0], 121),
            Knob(SECOND, f"start, {names[1]}", *spans[1], 121),
            Knob("alpha", "alpha", start["alpha"] / 20, start["alpha"] * 20, 81, log=True),
            Knob("steps", "steps", 0, MOST_STEPS, MOST_STEPS + 1),
            Knob("freeze_first", f"freeze {names[0]}", kind="switch"),
            Knob("freeze_second", f"freeze {names[1]}", kind="switch"),
        ),
        buttons=(
            Press("one", "One step", "Go one step further", primary=True),
            Press("ten", "Ten steps", "Go ten steps further"),
            Press("run", "Run or stop", "Take the path from its beginning, a step at a time"),
            Press("reset", "Reset", "Back to the start"),
        ),
    )
