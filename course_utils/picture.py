"""A figure that also says in words what it shows, and shows itself in a notebook; no pyplot, so no global state."""

from __future__ import annotations

import base64
import functools
import html
import io
import re
from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

P = ParamSpec("P")
R = TypeVar("R")

# Okabe and Ito's palette, which people with any kind of colour vision can tell apart, and the shades around it.
BLUE, SKY, GREEN, ORANGE, VERMILLION, PURPLE = "#0072b2", "#56b4e9", "#009e73", "#e69f00", "#d55e00", "#cc79a7"
DEEP_GREEN, DEEP_VERMILLION = "#00704f", "#a84300"  # the same two, dark enough for small text on CARD
INK, SOFT, RULE, CARD = "#1f2328", "#57606a", "#d5d3cc", "#fcfbf8"

CSS_DPI = 96  # CSS pixels in an inch: what a browser counts in
PNG_DPI = 144  # 1.5 dots for each CSS pixel: sharp on most screens, still drawn quickly
SIZE, SMALL = 10.0, 9.0  # points
NOISE = 1e-12  # less than this differs from machine to machine

_GROUPS = (
    "axes",
    "contour",
    "font",
    "grid",
    "hatch",
    "image",
    "legend",
    "lines",
    "patch",
    "path",
    "text",
    "xtick",
    "ytick",
)
_STYLE = {
    **{key: value for key, value in mpl.rcParamsDefault.items() if key.startswith(_GROUPS)},
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": SIZE,
    "text.color": INK,
    "axes.facecolor": "none",
    "axes.edgecolor": SOFT,
    "axes.labelcolor": INK,
    "axes.labelsize": SIZE,
    "axes.linewidth": 0.8,
    "axes.grid": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": SIZE,
    "axes.titlelocation": "left",
    "axes.xmargin": 0.05,
    "axes.ymargin": 0.05,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "grid.color": RULE,
    "grid.linewidth": 0.6,
    "hatch.linewidth": 0.8,
    "image.interpolation": "nearest",
    "legend.frameon": False,
    "lines.linewidth": 2.0,
}


class Picture(Figure):
    """A matplotlib figure whose `alt` says, numbers included, what is to be seen in it."""

    alt: str = ""

    def __repr__(self) -> str:
        return f"<Picture: {self.alt}>"

    def draw(self, renderer: RendererBase) -> None:
        """Draw with the course's fonts and colours; matplotlib makes the numbers on the axes only now."""
        with mpl.rc_context(_STYLE):
            super().draw(renderer)

    def panel(self, left: float, bottom: float, width: float, height: float, projection: str | None = None) -> Axes:
        """Return new axes whose frame has its place and size in CSS pixels, counted from the lower left corner."""
        whole_width, whole_height = self.get_size_inches() * CSS_DPI
        place = (left / whole_width, bottom / whole_height, width / whole_width, height / whole_height)
        return self.add_axes(place, projection=projection)

    def png(self) -> bytes:
        """Return the picture as the bytes of a PNG file."""
        stream = io.BytesIO()
        FigureCanvasAgg(self).print_png(stream, pil_kwargs={"compress_level": 1})
        return stream.getvalue()

    def html(self) -> str:
        """Return an `<img>` that carries the picture and its alternative text."""
        width = round(float(self.get_size_inches()[0]) * CSS_DPI)
        data = base64.b64encode(self.png()).decode("ascii")
        style = f"width:{width}px;max-width:100%;height:auto;border-radius:8px"
        return f'<img src="data:image/png;base64,{data}" alt="{html.escape(self.alt)}" width="{width}" style="{style}">'

    def _ipython_display_(self) -> None:
        from IPython.display import display  # noqa: PLC0415 - only a notebook needs it

        display({"text/plain": self.alt, "text/html": self.html()}, raw=True)


def new_picture(alt: str = "", *, width: int = 720, height: int = 400) -> Picture:
    """Return an empty picture, `width` by `height` CSS pixels, on a card that reads well in a light or a dark page."""
    picture = Picture(figsize=(width / CSS_DPI, height / CSS_DPI), dpi=PNG_DPI, facecolor=CARD, edgecolor="none")
    FigureCanvasAgg(picture)
    picture.alt = alt
    return picture


def in_house_style(draw: Callable[P, R]) -> Callable[P, R]:
    """Make `draw` use this module's fonts and colours, whatever the notebook has set for its own figures."""

    @functools.wraps(draw)
    def styled(*args: P.args, **kwargs: P.kwargs) -> R:
        with mpl.rc_context(_STYLE):
            return draw(*args, **kwargs)

    return styled


def said(value: float) -> str:
    """Return `value` in four digits, as alternative text says it; below 1e-12 is rounding noise and said as 0.

    >>> said(-0.14), said(0.9637575), said(37894.036), said(1.5e12), said(-0.0)
    ('-0.14', '0.9638', '37894', '1.5e12', '0')
    """
    value = float(value) if abs(value) >= NOISE else 0.0
    text = f"{value:.0f}" if 1e4 <= abs(value) < 1e6 else f"{value:.4g}"  # noqa: PLR2004
    return re.sub(r"e([+-])0*(\d)", lambda found: f"e{found[1].strip('+')}{found[2]}", text)


def shown(value: float) -> str:
    """Return `value` in four digits, as a picture shows it: with a real minus sign."""
    return said(value).replace("-", "\u2212")


def counted(how_many: int, thing: str) -> str:
    """Return a number of things in words: `1 update`, `2 updates`."""
    return f"{how_many} {thing}{'' if how_many == 1 else 's'}"


def listed(values: Iterable[float]) -> str:
    """Return numbers as alternative text says them: `[0.1, 0.2, -0.1]`."""
    return "[" + ", ".join(said(value) for value in values) + "]"
