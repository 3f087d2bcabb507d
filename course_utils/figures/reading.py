"""A network of ten outputs at work: its weights as images, one image, the ten scores, and why the best is the best."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments import array
from course_utils.figures.digits import FOR_AGAINST, image_of, reach
from course_utils.figures.drawing import note
from course_utils.figures.validation import index_of
from course_utils.picture import BLUE, INK, SKY, SMALL, Picture, in_house_style, new_picture, said, shown


@in_house_style
def reading(weights: ArrayLike, image: ArrayLike, label: int, *, title: str = "") -> Picture:
    """Draw the weights `(10, 784)` as ten images, one image with its ten scores, and pixel times weight for the best.

    `image` is `(784,)` or `(28, 28)`, pixels from 0 to 1; `label` the digit that it is.

    Raises:
        TypeError: they are not made of numbers. ValueError: other shapes, nan or inf, a label that is no digit.
    """
    rows, pixels = array("weights", weights, shape=(10, 784)), image_of("image", image)
    truth = index_of("label", label, 10)
    scores = rows @ pixels.ravel()
    best = int(np.argmax(scores))
    products = pixels * rows[best].reshape(pixels.shape)
    picture = new_picture(width=720, height=560)
    for digit, row in enumerate(rows):
        left, bottom = 16 + 139 * (digit % 5), 394 - 148 * (digit // 5)
        axes = picture.panel(left, bottom, 124, 124)
        limit = reach(row)
        axes.imshow(row.reshape(28, 28), cmap=FOR_AGAINST, vmin=-limit, vmax=limit)
        axes.set_title(f"weights of {digit}", fontsize=SMALL, loc="center", pad=3)
        axes.axis("off")
    limit = reach(products)
    for left, shows, heading, colours, lowest, highest in (
        (16, pixels, f"a {truth}", "gray", 0.0, None),
        (540, products, f"image \u00d7 weights of {best}", FOR_AGAINST, -limit, limit),
    ):
        axes = picture.panel(left, 46, 164, 164)
        axes.imshow(shows, cmap=colours, vmin=lowest, vmax=highest)
        axes.set_title(heading, fontsize=SMALL, loc="center", pad=4)
        axes.axis("off")
    axes = picture.panel(226, 40, 156, 172)
    bars = axes.barh(range(10), scores, height=0.7, color=[BLUE if digit == best else SKY for digit in range(10)])
    bars[best].set(hatch="///", edgecolor="white", linewidth=0)
    for digit, score in enumerate(scores):
        words = shown(score) + ("  largest" if digit == best else "") + ("  true" if digit == truth else "")
        axes.annotate(
            words, (max(score, 0.0), digit), xytext=(5, 0), textcoords="offset points", va="center", fontsize=SMALL
        )
    axes.axvline(0, color=INK, linewidth=1)
    axes.set(ylim=(9.5, -0.5), xticks=[])
    axes.set_yticks(range(10), [str(digit) for digit in range(10)])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    note(
        picture,
        f"{title}{': ' if title else ''}bright speaks for a digit, dark against it, grey says nothing",
        bottom=28,
    )
    listing = ", ".join(f"{digit} {said(score)}" for digit, score in enumerate(scores))
    picture.alt = (
        f"{title}{': ' if title else ''}the weights of the digits 0 to 9 as images, bright for, dark against. An image of a {truth}; "
        f"scores: {listing}; best {best}. Pixel times weight for {best}: for {said(products[products > 0].sum())}, "
        f"against {said(products[products < 0].sum())}."
    )
    return picture
