"""Why a score is what it is: pixel times weight as an image, with what spoke for it and against it; and ten scores as bars."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.arguments import Floats
from course_utils.figures.digits import reach
from course_utils.picture import said
from course_utils.widgets.tables import Row

DIGITS = tuple("0123456789")
Panel = dict[str, Any]
Mark = dict[str, Any]
Box = tuple[int, int, int, int]


def pixel_bytes(pixels: Floats, largest: Any) -> Floats:
    """Return images `(..., 784)` as the page's `pixels` reads them: -127 to 127 in a byte each, eight bytes in a number.

    `largest`, a number or one for each image, gets the full colour. Eight times less to send counts: where more than 1 MB
    goes to the page in a second, Jupyter's server drops what comes next, even the output of other cells.
    """
    with np.errstate(all="ignore"):
        shares = np.nan_to_num(pixels / np.reshape(largest, (-1, 1)))
    return np.rint(127 * np.clip(shares, -1, 1)).astype(np.int8).reshape(-1).view("<f8")


def contribution(image: Floats, weights: Floats) -> Row:
    """Return the columns of one image `(784,)` seen with one row of weights `(784,)`."""
    with np.errstate(all="ignore"):
        products = np.nan_to_num(image * weights)
    return {
        "pixels": pixel_bytes(image, 1.0),
        "products": pixel_bytes(products, reach(products)),
        "for": float(products[products > 0].sum()),
        "against": float(products[products < 0].sum()),
        "together": float(products.sum()),
    }


def contribution_marks(panel: str, together: str = "together {together}") -> tuple[Mark, ...]:
    """Return the marks for it: the products in a square panel, and their sums below, the last as `together` says it."""
    below = ("for {for}, against {against}", together, "bright: for, dark: against")
    return (
        {"kind": "pixels", "panel": panel, "values": "products", "signed": True},
        *(
            {
                "kind": "text",
                "panel": panel,
                "x": 0,
                "y": 0,
                "shift": (-2, 18 + 17 * line),
                "anchor": "start",
                "text": text,
            }
            for line, text in enumerate(below)
        ),
    )


def ten_scores(scores: Floats, label: int | None = None, *, blank: bool = False) -> Row:
    """Return the columns of ten scores as bars; without ink (`blank`) none of them is the best."""
    finite = scores[np.isfinite(scores)]
    return {
        "scores": scores,
        "best": -1 if blank or not finite.size else best_of(scores),
        "lowest": min(0.0, float(finite.min(initial=0.0))),
        "highest": max(1.0, float(finite.max(initial=0.0))),
        "label": np.nan if label is None else label,
        "label_at": np.nan if label is None else 1 - (label + 0.5) / len(DIGITS),
    }


def best_of(scores: Floats) -> int:
    """Return the place of the largest number; nan is never the largest."""
    return int(np.argmax(np.where(np.isnan(scores), -np.inf, scores)))


def score_panel(name: str, box: Box, heading: str) -> tuple[Panel, ...]:
    """Return the panels for `ten_scores`: one with the scores across, and one for what is written beside them."""
    return (
        {"id": name, "box": box, "x": ("lowest", "highest"), "bare": True, "heading": heading},
        {"id": f"{name}_beside", "box": box, "bare": True},
    )


def score_marks(name: str) -> tuple[Mark, ...]:
    """Return the bars, with `true` beside the label's own."""
    return (
        {"kind": "bars", "panel": name, "values": "scores", "best": "best", "names": DIGITS},
        {
            "kind": "text",
            "panel": f"{name}_beside",
            "x": 0,
            "y": "label_at",
            "shift": (-36, 4),
            "anchor": "end",
            "text": "true",
        },
    )


def scores_in_words(scores: Floats) -> str:
    """Return ten scores as alternative text says them: `0: 0.12, 1: -0.03, ..., best 0`."""
    listing = ", ".join(f"{digit}: {said(score)}" for digit, score in enumerate(scores))
    return f"{listing}; best {best_of(scores)}"
