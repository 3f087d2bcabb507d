"""What a network of classes says: a bar for each class, and the raw outputs of two classes as histograms."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course_utils.arguments import array, number, same_length, vector
from course_utils.figures.drawing import HALO, name_axes
from course_utils.figures.validation import index_of, names_for
from course_utils.picture import (
    BLUE,
    DEEP_GREEN,
    DEEP_VERMILLION,
    INK,
    ORANGE,
    SIZE,
    SKY,
    SMALL,
    Picture,
    in_house_style,
    new_picture,
    said,
    shown,
)


@in_house_style
def scores(values: ArrayLike, *, names: Sequence[str] | None = None, label: int | None = None) -> Picture:
    """Draw one bar per class `(classes,)`, the largest and, if `label` is given, the true class marked.

    Raises:
        TypeError: `values` is not made of numbers. ValueError: none, names that don't fit, a label that is no class.
    """
    heights = vector("values", values)
    if not heights.size:
        msg = "values: expected at least one score, found none. Pass one number per class."
        raise ValueError(msg)
    called = names_for("names", names, len(heights), "{}")
    truth = None if label is None else index_of("label", label, len(heights))
    largest = int(np.argmax(heights))
    left = 28 + 7.6 * max(len(name) for name in called)
    picture = new_picture(width=640, height=28 * len(heights) + 44)
    axes = picture.panel(left, 28, 640 - left - 190, 28 * len(heights))
    places = np.arange(len(heights))
    colours = [BLUE if place == largest else SKY for place in places]
    bars = axes.barh(places, heights, height=0.7, color=colours)
    bars[largest].set(hatch="///", edgecolor="white", linewidth=0)
    for place, height in enumerate(heights):
        words = [shown(height)]
        words += ["largest"] * (place == largest)
        words += ["\u2713 true" if truth == largest else "true"] * (place == truth)
        marked = place in (largest, truth)
        axes.annotate(
            "  ".join(words),
            (max(height, 0.0), place),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            fontsize=SIZE if marked else SMALL,
            fontweight="bold" if marked else "normal",
        )
    axes.axvline(0, color=INK, linewidth=1)
    axes.set_ylim(len(heights) - 0.5, -0.5)
    axes.set_yticks(places, called)
    axes.tick_params(length=0)
    axes.set_xticks([])
    axes.spines[:].set_visible(False)
    listing = ", ".join(f"{name} {said(height)}" for name, height in zip(called, heights, strict=True))
    verdict = "" if truth is None else f" True: {called[truth]}{', as said.' if truth == largest else ', not as said.'}"
    picture.alt = f"Scores: {listing}. Largest: {called[largest]}.{verdict}"
    return picture


@in_house_style
def score_histogram(
    scores: ArrayLike,
    is_positive: ArrayLike,
    *,
    threshold: float = 0.0,
    names: Sequence[str] = ("seven", "three"),
) -> Picture:
    """Draw the raw outputs of two classes as two histograms with the threshold between them.

    `scores` is `(n,)`; `is_positive` is `(n,)`, 1 or True where the class is the second of `names`, which should lie
    above the threshold.

    Raises:
        TypeError: not made of numbers. ValueError: lengths that don't fit, none at all, other than 0 and 1.
    """
    outputs = vector("scores", scores)
    belongs = array("is_positive", np.asarray(is_positive), shape=(None,))
    same_length("scores", outputs, "is_positive", belongs)
    limit = number("threshold", threshold)
    lower, upper = names_for("names", names, 2, "")
    if not outputs.size:
        msg = "scores: expected at least one, found none. Pass one number per image."
        raise ValueError(msg)
    if not np.isin(belongs, (0, 1)).all():
        found = f"{belongs[~np.isin(belongs, (0, 1))][0]:g}"
        msg = f"is_positive: expected 0 or 1 (or False, True) per score, found {found}. Compare labels, as in y == 3."
        raise ValueError(msg)
    groups = ((lower, outputs[belongs == 0]), (upper, outputs[belongs == 1]))
    low, high = min(float(outputs.min()), limit), max(float(outputs.max()), limit)
    edges = np.linspace(low, high if high > low else low + 1, 41)
    picture = new_picture(width=720, height=372)
    axes = picture.panel(70, 54, 626, 250)
    axes.axvline(limit, color=INK, linestyle="--", linewidth=1.6)
    name_axes(axes, "raw output", "how many", x_ticks=7)
    hits = []
    for place, (called, members) in enumerate(groups):
        tall, _ = np.histogram(members, edges)
        colour, hatch = ((ORANGE, "\\\\\\"), (BLUE, "///"))[place]
        axes.stairs(tall, edges, fill=True, facecolor=colour, alpha=0.25, hatch=hatch, edgecolor=colour)
        axes.stairs(tall, edges, color=colour, linewidth=2)
        hits.append(int(((members > limit) if place else (members <= limit)).sum()))
        share = f"{100 * hits[-1] / len(members):.1f} % on this side" if len(members) else "none given"
        _above(axes, f"{called}: {share}", place, 1.1, (DEEP_VERMILLION, BLUE)[place])
    axes.set_ylim(bottom=0)
    right = 100 * sum(hits) / len(outputs)
    _above(axes, f"right: {right:.1f} %", 0.5, 1.19, DEEP_GREEN)
    words = f"threshold {shown(limit)}"
    where = axes.get_xaxis_transform()
    axes.text(limit, 1.0, words, transform=where, ha="center", va="bottom", fontsize=SMALL, path_effects=HALO)
    counts = ", ".join(f"{hit} of {len(members)} {called}" for hit, (called, members) in zip(hits, groups, strict=True))
    picture.alt = (
        f"Histogram of {len(outputs)} raw outputs, threshold {said(limit)}. "
        f"On their side of it: {counts}, {said(right)} % in all."
    )
    return picture


def _above(axes: Axes, text: str, place: float, height: float, colour: str) -> None:
    """Write above the histogram: at its left end (0), in the middle (0.5) or at its right end (1)."""
    side = "center" if 0 < place < 1 else "right" if place else "left"
    axes.text(place, height, text, transform=axes.transAxes, ha=side, color=colour, fontweight="bold")
