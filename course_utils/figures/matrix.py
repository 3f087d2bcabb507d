"""A matrix as coloured cells with its numbers in them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from numpy.typing import ArrayLike

from course_utils.arguments import matrix as checked_matrix
from course_utils.figures.validation import names_for
from course_utils.picture import BLUE, INK, SIZE, SMALL, VERMILLION, Picture, in_house_style, listed, new_picture, shown

DIVERGING = LinearSegmentedColormap.from_list("against and for", [VERMILLION, "#f6f5f1", BLUE])
_MOST = 12  # rows or columns
_NARROW = 66.0  # CSS pixels: cells below this show two digits, in small type


@in_house_style
def grid(
    matrix: ArrayLike,
    *,
    row_names: Sequence[str] | None = None,
    column_names: Sequence[str] | None = None,
    title: str = "",
) -> Picture:
    """Draw a matrix `(rows, columns)` as cells, each with its number: blue above 0, orange below, white at 0.

    Raises:
        TypeError: it is not rows of numbers.
        ValueError: ragged rows, names that don't fit, more than 12 rows or columns, none at all.
    """
    values = checked_matrix("matrix", matrix)
    rows, columns = values.shape
    if not values.size or max(rows, columns) > _MOST:
        msg = f"matrix: expected 1 to {_MOST} rows and columns, found {rows} and {columns}. Draw a part of it."
        raise ValueError(msg)
    down = names_for("row_names", row_names, rows, "[{}]")
    across = names_for("column_names", column_names, columns, "[{}]")
    left = 28 + 7.6 * max(len(name) for name in down)
    side = min(max(88.0, 10 + 7.4 * max(len(name) for name in across)), (712 - left) / columns)
    tall, top = 46.0, 66.0 if title else 40.0
    picture = new_picture(width=round(max(left + side * columns + 24, 320)), height=round(top + tall * rows + 20))
    axes = picture.panel(left, 20, side * columns, tall * rows)
    largest = float(np.abs(values).max()) or 1.0
    axes.imshow(values, cmap=DIVERGING, vmin=-1.25 * largest, vmax=1.25 * largest, aspect="auto")
    size, digits = (SIZE, 4) if side >= _NARROW else (SMALL, 2)
    for (row, place), value in np.ndenumerate(values):
        colour = "white" if value > 0.75 * largest else INK
        text = shown(float(f"{value:.{digits}g}"))
        axes.text(place, row, text, ha="center", va="center", fontsize=size, fontweight="bold", color=colour)
    for axis, names in ((axes.xaxis, across), (axes.yaxis, down)):
        axis.set_ticks(range(len(names)), names)
        axis.set_tick_params(length=0, pad=6, top=False, labelsize=SIZE)
    axes.xaxis.tick_top()
    axes.hlines(np.arange(1, rows) - 0.5, -0.5, columns - 0.5, color="white", linewidth=2)
    axes.vlines(np.arange(1, columns) - 0.5, -0.5, rows - 0.5, color="white", linewidth=2)
    axes.spines[:].set_visible(False)
    axes.xaxis.set_tick_params(length=0)
    if title:
        axes.set_title(title, fontweight="bold", pad=12)
    lines = "; ".join(f"{name}: {listed(row)}" for name, row in zip(down, values, strict=True))
    picture.alt = f"{title or 'Matrix'}, {rows} by {columns}, columns {', '.join(across)}. {lines}."
    return picture
