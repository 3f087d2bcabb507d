"""`drawing_pad`: a place to draw a digit by hand, seen as MNIST would hold it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets
import numpy as np
import traitlets
from IPython import get_ipython
from numpy.typing import NDArray

from course_utils.arguments import described
from course_utils.widgets.centring import SIDE, centred
from course_utils.widgets.outcome import Shown, attempt, paragraph
from course_utils.widgets.screen import Screen, publish

FINE = 4 * SIDE
"""The page sends a drawing as FINE by FINE grey values: four times as fine as MNIST, so small digits scale well."""

HINT = "Draw a digit in the square."


def drawing_pad(on_change: Callable[[NDArray[np.uint8]], Any] | None = None) -> DrawingPad:
    """Show a square to draw a digit in, and return it; its `image` is `(28, 28)` uint8, centred as MNIST's digits are.

    `on_change(image)` is called while something is drawn; the Picture or text that it returns is shown beside the
    square, and so is what goes wrong in it. One can draw with a mouse, a pen, a finger, or the keyboard (arrow keys,
    Space, Delete).

    Raises:
        TypeError: `on_change` can't be called.
    """
    pad = DrawingPad(on_change)
    pad.show()
    return pad


def decoded(drawing: bytes) -> NDArray[np.uint8]:
    """Return the grey values `(FINE, FINE)` that the page sent; nothing sent is an empty sheet.

    Raises:
        ValueError: there are more or fewer bytes than FINE * FINE.
    """
    if not drawing:
        return np.zeros((FINE, FINE), dtype=np.uint8)
    if len(drawing) != FINE * FINE:
        msg = f"drawing: expected {FINE * FINE} grey values, found {len(drawing)}. Press Clear and draw again."
        raise ValueError(msg)
    return np.frombuffer(drawing, dtype=np.uint8).reshape(FINE, FINE)


class Square(anywidget.AnyWidget):
    """The square on the page: it sends what is drawn (`drawing`) and gets back what the network sees (`seen`)."""

    _esm = Path(__file__).with_name("drawing_pad.js")
    drawing = traitlets.CBytes(b"").tag(
        sync=True, echo_update=False
    )  # the page has it; 30 a second are too many to send back
    seen = traitlets.Bytes(bytes(SIDE * SIDE)).tag(sync=True)


class DrawingPad:
    """A square to draw in, with a Clear button, and beside it what `on_change` returns."""

    def __init__(self, on_change: Callable[[NDArray[np.uint8]], Any] | None = None) -> None:
        if on_change is not None and not callable(on_change):
            msg = f"on_change: expected a function of an image, found {described(on_change)}. Pass the function itself."
            raise TypeError(msg)
        self.on_change = on_change
        self.square, self.screen = Square(), Screen(layout={"flex": "1 1 20em"})
        children = [self.square] if on_change is None else [self.square, self.screen]
        self.box = ipywidgets.HBox(
            children, layout={"flex_flow": "row wrap", "align_items": "flex-start", "grid_gap": "12px"}
        )
        self.square.observe(lambda _: self.redraw(), "drawing")
        self._shown_by: int | None = None
        self.redraw()

    @property
    def image(self) -> NDArray[np.uint8]:
        """What is drawn, `(28, 28)` uint8, 0 for paper to 255 for ink, centred as MNIST's digits; at first all 0."""
        return centred(decoded(self.square.drawing))

    def clear(self) -> None:
        """Wipe the square."""
        self.square.drawing = b""

    def redraw(self) -> None:
        """Show what the network sees of the drawing, and what `on_change` says to it."""
        image = self.image
        self.square.seen = image.tobytes()
        if self.on_change is not None:
            empty = Shown(alt=HINT, html=paragraph(HINT))
            self.screen.show(attempt(self.on_change, image) if image.any() else empty)

    def show(self) -> None:
        """Show the square below the cell that runs now, unless it is there already."""
        cell = getattr(get_ipython(), "execution_count", None)
        if cell is None or cell != self._shown_by:
            self._shown_by = cell
            publish(self.box, HINT)

    def _ipython_display_(self) -> None:
        self.show()

    def __repr__(self) -> str:
        return f"DrawingPad({'drawn on' if self.image.any() else 'empty'})"
