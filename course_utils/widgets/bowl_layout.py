"""What the page of `bowl` looks like."""

from __future__ import annotations

from course_utils.widgets.board import Knob, Layout, Press, mark, panel

UP, DOWN, SHORT, PAST = "up", "down", "short of the bottom", "past the bottom"
_PLACES = 401
STEPS = (
    Press("one", "One step", "Learn once, after your guess", primary=True, asks=True),
    Press("ten", "Ten steps", "Learn ten times, without a guess"),
    Press("run", "Run or stop", "Learn until the bottom, a step at a time"),
)
_NEXT = (
    mark("arrow", "bowl", x="weight", y="error", x2="new_weight", y2="new_error"),
    mark(
        "dot",
        "bowl",
        x="new_weight",
        y="new_error",
        shape="square",
        look="gd-open",
        radius=5,
        outside="new weight {new_weight}",
    ),
)
_QUESTIONS = (
    {"name": "way", "label": "Next step: up or down?", "options": (UP, DOWN)},
    {"name": "landing", "label": "It will land", "options": (SHORT, PAST)},
)


def layout(span: tuple[float, float], *, steps: bool, ahead: bool) -> Layout:
    """Return what the bowl's page looks like, with the buttons for steps or without, the next step shown or not."""
    low, high = span
    rows = [
        ("weight", "{weight}", ""),
        ("pred", "{pred}", "input \u00d7 weight"),
        ("error", "{error}", "(pred \u2212 true)\u00b2"),
        ("delta", "{delta}", "pred \u2212 true"),
        ("weight_delta", "{weight_delta}", "input \u00d7 delta: half the slope"),
    ]
    if ahead:
        rows.append(("new weight", "{new_weight}", "weight \u2212 alpha \u00d7 weight_delta"))
    return Layout(
        title="The bowl: error over weight",
        width=720,
        height=380,
        panels=(
            panel(
                "bowl",
                (64, 22, 400, 306),
                x=("low", "high"),
                y=("bottom", "top"),
                yFrom=0,
                xName="weight",
                yName="error",
            ),
            panel("numbers", (500, 22, 210, 300), bare=True),
        ),
        marks=(
            mark("line", "bowl", ys="curve", look="gd-curve"),
            mark("dot", "bowl", x="best", y=0, shape="diamond", look="gd-best", radius=5),
            mark("line", "bowl", xs="path_weights", ys="path_errors", look="gd-path"),
            mark("dots", "bowl", xs="path_weights", ys="path_errors", look="gd-open", radius=3.5),
            mark("tangent", "bowl", x="weight", y="error", slope="slope", text="slope {slope}"),
            *(_NEXT if ahead else ()),
            mark("dot", "bowl", x="weight", y="error", radius=8),
            mark("column", "numbers", rows=rows),
        ),
        handles=({"panel": "bowl", "x": "weight"},),
        controls=(Knob("weight", "weight", low, high, _PLACES),),
        buttons=(*(STEPS if steps else ()), Press("reset", "Reset", "Back to the first weight")),
        questions=_QUESTIONS if steps else (),
        ask_first="Guess first: will the weight go up or down, and will it land short of the bottom or past it?",
    )
