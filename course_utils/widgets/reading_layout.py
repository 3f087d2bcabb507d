"""What the page of `watch_training` looks like."""

from __future__ import annotations

from typing import Any

from course_utils.widgets.board import Knob, Layout, Press
from course_utils.widgets.contribution import DIGITS, contribution_marks, score_marks, score_panel

PACES = (1, 10, 100, 1000, 0)  # steps from one look to the next; 0: as many as there is time for
_WORDS = ("one {}", "ten {}", "a hundred {}", "a thousand {}", "as many {} as it can")
_SIDE, _GAP = 84, 6


def layout(unit: str, images: str, picks: int, alpha: float, *, tested: bool) -> Layout:
    """Return the layout: `unit` is what one step sees ("image", "batch"), `images` the kind of image that one picks from."""
    weights, weight_marks = _ten_images()
    accuracy, error = (512, 88, 228, 78), (512, 200, 228, 78)
    lines = (
        (("gd-curve", "learned from", 84), ("gd-second", "test images", 0))
        if tested
        else (("gd-curve", "learned from", 0),)
    )
    many = "batches" if unit == "batch" else f"{unit}s"
    return Layout(
        title="Learning to read digits",
        width=760,
        height=574,
        panels=(
            {"id": "meter", "box": (8, 24, 732, 12), "bare": True},
            *weights,
            {"id": "accuracy", "box": accuracy, "x": (0, "axis"), "xTicks": 0, "yTicks": 3},
            {
                "id": "error",
                "box": error,
                "x": (0, "axis"),
                "y": (0, "error_top"),
                "yTicks": 3,
                "xTicks": 3,
                "xName": "images seen",
            },
            {"id": "over_accuracy", "box": accuracy, "bare": True},
            {"id": "over_error", "box": error, "bare": True},
            {"id": "image", "box": (8, 354, 156, 156), "bare": True},
            *score_panel("scores", (250, 350, 214, 186), "its ten scores"),
            {"id": "products", "box": (558, 354, 156, 156), "bare": True},
        ),
        marks=(
            {"kind": "meter", "panel": "meter", "share": "share"},
            _over("meter", "{seen} of {goal} images seen, epoch {epoch} of {epochs}", look="gd-heading"),
            *weight_marks,
            {"kind": "legend", "panel": "accuracy", "lines": lines, "shift": 0},
            _over("over_accuracy", "accuracy", up=28, look="gd-heading"),
            {"kind": "line", "panel": "accuracy", "xs": "before_at", "ys": "before", "look": "gd-faint"},
            {"kind": "line", "panel": "accuracy", "xs": "at", "ys": "accuracy", "look": "gd-curve"},
            {"kind": "line", "panel": "accuracy", "xs": "at", "ys": "test_accuracy", "look": "gd-second"},
            {
                **_over("over_accuracy", "faint: the run before"),
                "x": 1,
                "anchor": "end",
                "shift": (0, -28),
                "if": "again",
            },
            _over("over_error", "error, mean over images", up=10, look="gd-heading"),
            {"kind": "line", "panel": "error", "xs": "at", "ys": "error", "look": "gd-curve"},
            {"kind": "line", "panel": "error", "xs": "at", "ys": "test_error", "look": "gd-second"},
            {"kind": "pixels", "panel": "image", "values": "pixels"},
            _over("image", images + " {pick}: a {label}", look="gd-heading"),
            *score_marks("scores"),
            _over("products", "image \u00d7 weights of {chosen}", look="gd-heading"),
            *contribution_marks("products"),
        ),
        controls=(
            Knob(
                "pace",
                f"{many} from look to look",
                kind="menu",
                options=tuple(word.format(unit if place == 0 else many) for place, word in enumerate(_WORDS)),
                table=False,
            ),
            Knob("alpha", "alpha", alpha / 100, alpha * 100, 41, log=True, table=False),
            Knob("own", "each weight image on a scale of its own", kind="switch", table=False),
            Knob("image", images, 0, picks - 1, picks, table=False),
            Knob("digit", "why this score?", kind="menu", options=("the largest", *DIGITS), table=False),
        ),
        buttons=(
            Press("run", "Start or stop", "Learn until the last epoch is over", primary=True),
            Press("one", f"One {unit}", "Learn from as much, and look"),
            Press("epoch", "One epoch", "Learn until every image was seen once more"),
            Press("previous", "Previous image", "Look at the image before"),
            Press("next", "Next image", "Look at the image after"),
            Press("mistake", "Next mistake", "Look at the next image that is read wrongly"),
            Press("reset", "Reset", "Back to the first weights; alpha and the other controls stay"),
        ),
    )


def _over(panel: str, text: str, *, look: str = "gd-small", up: int = 8) -> dict[str, Any]:
    return {
        "kind": "text",
        "panel": panel,
        "x": 0,
        "y": 1,
        "shift": (-2, -up),
        "anchor": "start",
        "text": text,
        "look": look,
    }


def _ten_images() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the panels and the marks of the ten rows of weights, five by two, each with its digit above."""
    panels, marks = [], []
    for digit in range(len(DIGITS)):
        left, top = 8 + (_SIDE + _GAP) * (digit % 5), 88 + (_SIDE + 24) * (digit // 5)
        name = f"weights_{digit}"
        panels.append({"id": name, "box": (left, top, _SIDE, _SIDE), "bare": True})
        marks += [
            {
                "kind": "pixels",
                "panel": name,
                "values": "weights",
                "start": digit,
                "signed": True,
            },
            {
                "kind": "text",
                "panel": name,
                "x": 0.5,
                "y": 1,
                "shift": (0, -5),
                "text": str(digit),
                "look": "gd-heading",
            },
        ]
    return panels, marks
