"""The place below the controls where a widget shows what its function gave, and how a widget gets into the notebook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets
from IPython import get_ipython
from IPython.display import display

from course_utils.widgets.outcome import Shown


class Screen(anywidget.AnyWidget):
    """Shows a picture (without flicker, its words kept as alt text and read out) and HTML below it."""

    _esm = Path(__file__).with_name("screen.js")
    png = traitlets.Bytes(b"").tag(sync=True)
    width = traitlets.Int(0).tag(sync=True)
    alt = traitlets.Unicode("").tag(sync=True)
    html = traitlets.Unicode("").tag(sync=True)

    def show(self, what: Shown) -> None:
        """Show `what` in place of what was there before, in one message to the page."""
        with self.hold_sync():
            self.png, self.width, self.alt, self.html = what.png, what.width, what.alt, what.html


def has_page() -> bool:
    """True where code runs in a Jupyter kernel, so that there may be a page to show a widget on."""
    return getattr(get_ipython(), "kernel", None) is not None


def publish(widget: Any, text: str) -> None:
    """Show `widget` in the notebook; where there is no page, `text` is what is left of it (printed in a terminal)."""
    if not has_page():
        print(text)  # noqa: T201 - in a terminal this is the picture
        return
    bundle = widget._repr_mimebundle_()
    data = dict(bundle[0] if isinstance(bundle, tuple) else bundle)
    display({**data, "text/plain": text}, raw=True)
