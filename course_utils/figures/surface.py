"""The error over two weights as a surface in space, with the path walked on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from matplotlib.ticker import FuncFormatter, MaxNLocator
from mpl_toolkits.mplot3d.axes3d import Axes3D
from numpy.typing import ArrayLike

from course_utils.figures.contours import HEIGHTS
from course_utils.figures.drawing import HALO, note
from course_utils.figures.view import view_of
from course_utils.picture import INK, VERMILLION, Picture, in_house_style, new_picture, shown


@in_house_style
def error_surface(
    inputs: ArrayLike,
    true: ArrayLike,
    weights: ArrayLike,
    *,
    pair: tuple[int, int] = (0, 1),
    path: ArrayLike | None = None,
    names: Sequence[str] | None = None,
    span: Any = None,
) -> Picture:
    """Draw the error over two of the weights as a surface, the others held, with the path walked on it.

    Shapes, units and what is raised are those of `error_contours`.
    """
    view = view_of(inputs, true, weights, pair=pair, path=path, names=names, span=span)
    picture = new_picture(f"Surface of the error over {' and '.join(view.names)}. {view.story}", width=640, height=530)
    axes = cast("Axes3D", picture.panel(4, 50, 610, 480, projection="3d"))
    xs, ys, heights = view.heights(25)
    across, up = np.meshgrid(xs, ys)
    axes.plot_surface(
        across, up, heights, cmap=HEIGHTS, rcount=25, ccount=25, edgecolor="#3585b8", linewidth=0.3, alpha=0.9
    )
    along = view.path[:, view.pair[0]], view.path[:, view.pair[1]], view.landscape.errors(view.path)
    if len(view.path) > 1:
        axes.plot(*along, "-o", color=VERMILLION, markersize=4, linewidth=2, zorder=10)
        axes.text(
            along[0][0],
            along[1][0],
            along[2][0],
            " start ",
            ha="right",
            fontweight="bold",
            path_effects=HALO,
            zorder=12,
        )
    now = (*view.here, view.landscape.error(view.weights))
    axes.plot(*([value] for value in now), "o", color=INK, markersize=8, zorder=11)
    axes.text(*now, "  now", va="bottom", fontweight="bold", path_effects=HALO, zorder=12)
    for axis, text in ((axes.xaxis, view.names[0]), (axes.yaxis, view.names[1]), (axes.zaxis, "error")):
        axis.set_major_locator(MaxNLocator(nbins=4))
        axis.set_major_formatter(FuncFormatter(lambda value, _: shown(value)))
        axis.set_label_text(text)
        axis.labelpad = 8
        axis.set_pane_color((0, 0, 0, 0.02))
    axes.view_init(elev=32, azim=-58)
    note(picture, view.story)
    return picture
