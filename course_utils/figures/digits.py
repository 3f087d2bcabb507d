"""Digits, images of weights, and what an image's pixels times the weights add up to."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from numpy.typing import ArrayLike, NDArray

from course_utils.arguments import Floats, array, count, described
from course_utils.figures.drawing import LETTER, LINE, note
from course_utils.figures.validation import dimensions, names_for
from course_utils.picture import SIZE, SMALL, SOFT, Picture, counted, in_house_style, new_picture, said, shown

FOR_AGAINST = LinearSegmentedColormap.from_list("for and against", ["#001b52", "#8a8a8a", "#ffee66"])
"""Dark blue below 0, grey at 0, bright yellow above: the sign shows in the lightness too, not in the colour alone."""

SIDE = 28
_GAP = 4  # pixels of the digits' own kind between two of them
_MOST = 400


def image_of(name: str, image: ArrayLike) -> Floats:
    """Return one image as `(28, 28)`; it may be given as `(784,)`."""
    if dimensions(image) == 1:
        return array(name, image, shape=(SIDE * SIDE,)).reshape(SIDE, SIDE)
    return array(name, image, shape=(SIDE, SIDE))


def images_of(name: str, images: ArrayLike) -> Floats:
    """Return images as `(n, 28, 28)`; they may be given as `(n, 784)`, or be a single `(784,)` or `(28, 28)`."""
    kind = dimensions(images)
    if kind == 1 or (kind == 2 and np.shape(images) == (SIDE, SIDE)):  # noqa: PLR2004
        return image_of(name, images)[np.newaxis]
    if kind == 2:  # noqa: PLR2004
        return array(name, images, shape=(None, SIDE * SIDE)).reshape(-1, SIDE, SIDE)
    return array(name, images, shape=(None, SIDE, SIDE))


def _white(pixels: Floats) -> float:
    """Return the value that is shown as white: 255 or 1 for the usual scales, else the largest."""
    largest = float(pixels.max(initial=0.0))
    return 1.0 if largest <= 1 else max(largest, 255.0) if largest > 16 else largest  # noqa: PLR2004


def reach(weights: Floats) -> float:
    """Return the weight that is shown brightest; a few far larger ones don't make all the others grey."""
    sizes = np.abs(weights)
    return min(float(sizes.max()), 1.5 * float(np.percentile(sizes, 98))) or float(sizes.max()) or 1.0


def _show(axes: Axes, pixels: Floats, *, signed: bool) -> None:
    """Draw an image: grey values from black at 0, or numbers around a neutral 0."""
    if signed:
        largest = reach(pixels)
        axes.imshow(pixels, cmap=FOR_AGAINST, vmin=-largest, vmax=largest)
    else:
        axes.imshow(pixels, cmap="gray", vmin=min(float(pixels.min()), 0.0), vmax=_white(pixels))
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)


@in_house_style
def digit(image: ArrayLike, *, title: str = "") -> Picture:
    """Draw one image, `(28, 28)` or `(784,)`, in grey values of any scale: black at 0, white at the largest.

    Raises:
        TypeError: it is not made of numbers. ValueError: another shape, nan or inf.
    """
    pixels = image_of("image", image)
    picture = new_picture(width=284, height=300 if title else 276)
    axes = picture.panel(16, 12, 252, 252)
    _show(axes, pixels, signed=False)
    if title:
        axes.set_title(title, fontweight="bold")
    what = f"Image {title}" if title else "Image"
    picture.alt = f"{what}, 28 by 28: {_pixels_in_words(pixels)}."
    return picture


def _pixels_in_words(pixels: Floats) -> str:
    return f"{int(np.count_nonzero(pixels))} of {pixels.size} pixels are not 0, the largest is {said(pixels.max())}"


@in_house_style
def digits(
    images: ArrayLike,
    labels: Sequence[object] | NDArray[np.generic] | None = None,
    *,
    columns: int = 10,
    titles: Sequence[str] | None = None,
) -> Picture:
    """Draw images `(n, 28, 28)` or `(n, 784)` in rows, each under its title, or else its label.

    Raises:
        TypeError: they are not made of numbers.
        ValueError: another shape, none or more than 400, titles or labels that don't fit, no columns.
    """
    pixels = images_of("images", images)
    columns = count("columns", columns, least=1)
    if not 1 <= len(pixels) <= _MOST:
        msg = f"images: expected 1 to {_MOST}, found {len(pixels)}. Pass a part of them, such as images[:20]."
        raise ValueError(msg)
    if labels is not None and dimensions(labels) != 1:  # type: ignore[arg-type]
        msg = f"labels: expected a list with one label per image, found {described(labels)}. Pass a list or an array."
        raise TypeError(msg)
    names = None
    if titles is not None:
        names = names_for("titles", titles, len(pixels), "")
    elif labels is not None:
        names = names_for("labels", [str(each) for each in labels], len(pixels), "")
    picture = _sheet(pixels, names, min(columns, len(pixels)), signed=False)
    picture.alt = f"{counted(len(pixels), 'image')}, 28 by 28" + (f": {', '.join(names)}." if names else ".")
    return picture


def _sheet(pixels: Floats, names: list[str] | None, columns: int, *, signed: bool) -> Picture:
    """Draw many images as one, in rows; one image is drawn much faster than many axes are."""
    rows = math.ceil(len(pixels) / columns)
    side = min(688 / columns, 150.0 if len(pixels) > 1 else 260.0)  # CSS pixels from one image to the next
    names = [textwrap.fill(name, max(int(side / LETTER), 1)) for name in names or []]
    step = side + LINE * max((name.count("\n") + 1 for name in names), default=0)
    foot = 34 if signed else 10
    picture = new_picture(width=round(max(side * columns, 250) + 32), height=round(step * rows + 10 + foot))
    axes = picture.panel(16, foot, side * columns, step * rows)
    if signed:
        note(picture, "bright: for   grey: 0   dark: against", bottom=28)
    cell = SIDE + _GAP
    tall = cell * step / side
    largest = reach(pixels) if signed else _white(pixels)
    for place, image in enumerate(pixels):
        row, column = divmod(place, columns)
        x, y = column * cell + _GAP / 2, row * tall + (tall - SIDE - _GAP / 2)
        cmap, low = (FOR_AGAINST, -largest) if signed else ("gray", min(float(image.min()), 0.0))
        axes.imshow(image, cmap=cmap, vmin=low, vmax=largest, extent=(x, x + SIDE, y + SIDE, y))
        if names:
            axes.text(x + SIDE / 2, y - 1, names[place], ha="center", va="bottom", fontsize=SMALL)
    axes.set(xlim=(0, cell * columns), ylim=(tall * rows, 0), aspect="auto")
    axes.axis("off")
    return picture


@in_house_style
def weight_images(weights: ArrayLike, *, names: Sequence[str] | None = None) -> Picture:
    """Draw weights `(m, 784)` or `(784,)` as images on one scale: bright speaks for, dark against, grey is 0.

    Outliers, at most 2 in 100, are shown no brighter or darker than 1.5 times the largest of the rest.

    Raises:
        TypeError: they are not made of numbers. ValueError: another shape, more than 400, names that don't fit.
    """
    pixels = images_of("weights", weights)
    if not 1 <= len(pixels) <= _MOST:
        msg = f"weights: expected 1 to {_MOST} images of 784 weights, found {len(pixels)}. Pass a part of them."
        raise ValueError(msg)
    titles = names_for("names", names, len(pixels), "{}" if len(pixels) > 1 else "")
    shown_titles = titles if any(titles) else None
    picture = _sheet(pixels, shown_titles, 1 if len(pixels) == 1 else min(5, len(pixels)), signed=True)
    ranges = [f"{said(image.min())} to {said(image.max())}" for image in pixels]
    extremes = "; ".join(_heading(name) + found for name, found in zip(titles, ranges, strict=True))
    picture.alt = f"Weights as images, bright for, dark against, grey 0. {extremes}."
    return picture


@in_house_style
def pixel_products(image: ArrayLike, weights: ArrayLike, *, title: str = "") -> Picture:
    """Draw an image, the weights as an image, and their products pixel by pixel with what they add up to.

    Both are `(28, 28)` or `(784,)`. Raises TypeError for other than numbers, ValueError for other shapes.
    """
    pixels, seen_with = image_of("image", image), image_of("weights", weights)
    products = pixels * seen_with
    supporting, opposing, total = products[products > 0].sum(), products[products < 0].sum(), products.sum()
    picture = new_picture(width=720, height=336 if title else 308)
    for place, (panel, heading, signed) in enumerate(
        ((pixels, "image", False), (seen_with, "weights", True), (products, "image \u00d7 weights", True))
    ):
        axes = picture.panel(20 + 240 * place, 66, 200, 200)
        _show(axes, panel, signed=signed)
        axes.set_title(heading, fontsize=SIZE, loc="center")
        if place:
            sign = "\u00d7" if place == 1 else "="
            axes.text(-0.1, 0.5, sign, transform=axes.transAxes, ha="center", va="center", fontsize=18)
    below = [
        (360.0, "bright: for   grey: 0   dark: against"),
        (600.0, f"for {shown(supporting)}, against {shown(opposing)}"),
    ]
    height = picture.get_size_inches()[1] * 96
    for x, text in below:
        picture.text(x / 720, 46 / height, text, ha="center", fontsize=SMALL, color=SOFT)
    picture.text(600 / 720, 20 / height, f"sum {shown(total)}", ha="center", fontsize=SIZE + 1, fontweight="bold")
    if title:
        picture.text(20 / 720, 1 - 26 / height, title, fontsize=SIZE, fontweight="bold")
    picture.alt = (
        f"{_heading(title)}image, weights, and image times weights pixel by pixel: for {said(supporting)}, "
        f"against {said(opposing)}, sum {said(total)}."
    )
    return picture


def _heading(name: str) -> str:
    return f"{name}: " if name else ""
