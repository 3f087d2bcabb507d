"""Fits a drawing into 28 by 28 pixels just as MNIST's makers fitted their scans."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.arguments import Floats, matrix

SIDE = 28
_BOX = 20
_CENTRE = 14
_BLACKEST = 255


def centred(drawing: ArrayLike) -> NDArray[np.uint8]:
    """Return `drawing` as MNIST would hold it: `(28, 28)` uint8, 0 for paper to 255 for ink.

    `drawing` is `(rows, columns)` of any size, grey values 0 to 255. The rectangle around its ink is scaled, sides kept
    in proportion, until the longer side is 20 pixels; each new grey is the mean over the area that it covers. Then it
    is moved by whole pixels until the ink's centre of mass is within half a pixel of pixel 14, 14, as far as all ink
    stays inside. Without ink the result is all 0. An image of MNIST comes back as it was. After the description that
    MNIST's makers give at http://yann.lecun.com/exdb/mnist.

    Raises:
        TypeError: `drawing` isn't made of rows of numbers.
        ValueError: its rows are of unequal lengths, or a number is below 0 or above 255.
    """
    grey = matrix("drawing", drawing)
    if grey.size and (grey.min() < 0 or grey.max() > _BLACKEST):
        msg = f"drawing: expected grey values from 0 to 255, found {grey.min():g} to {grey.max():g}. Scale them first."
        raise ValueError(msg)
    field = np.zeros((SIDE, SIDE), dtype=np.uint8)
    if not grey.any():
        return field
    ink = _scaled(_cropped(grey))
    top, left = (_offset(ink.sum(axis=axis)) for axis in (1, 0))
    field[top : top + ink.shape[0], left : left + ink.shape[1]] = np.rint(ink)
    return field


def _cropped(grey: Floats) -> Floats:
    """Cut away the empty rows and columns around the ink."""
    rows, columns = np.flatnonzero(grey.any(axis=1)), np.flatnonzero(grey.any(axis=0))
    return grey[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _scaled(ink: Floats) -> Floats:
    """Scale so that the longer side is 20 pixels."""
    height, width = (max(1, round(side * _BOX / max(ink.shape))) for side in ink.shape)
    scaled: Floats = _means(ink.shape[0], height) @ ink @ _means(ink.shape[1], width).T
    return scaled


def _means(before: int, after: int) -> Floats:
    """Return the matrix `(after, before)` that takes `before` pixels to `after`, each the mean over what it covers."""
    edges = np.arange(after + 1) * (before / after)
    starts, ends = edges[:-1, None], edges[1:, None]
    pixels = np.arange(before)[None, :]
    covered = np.clip(np.minimum(ends, pixels + 1) - np.maximum(starts, pixels), 0.0, None)
    shares: Floats = covered * (after / before)
    return shares


def _offset(profile: Floats) -> int:
    """Return where the ink must begin for its centre of mass to come to pixel 14, as far as it stays on the field."""
    centre = float(profile @ np.arange(len(profile)) / profile.sum())
    return min(max(0, round(_CENTRE - centre)), SIDE - len(profile))
