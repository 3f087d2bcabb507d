"""The page's side of a live picture, and how one gets into the notebook with a still picture for where there is no page."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import anywidget
import traitlets
from IPython.display import display

from course_utils.picture import Picture
from course_utils.widgets.screen import has_page

_PAGE = Path(__file__).parent / "page"
_PARTS = (
    "numbers.js",
    "marks.js",
    "marks_net.js",
    "marks_reading.js",
    "knobs.js",
    "sheet.js",
)  # in the order in which they need each other


class Sheet(anywidget.AnyWidget):
    """Draws what `spec` describes with the numbers of `now`, or of `tables` while a hand moves a control.

    What the hand does comes as messages: `{"kind": "pressed", "button": name, "calm": bool, "seq": int}`, and
    `{"kind": "moved", "to": {control: value}, "passed": [{control: value}, ...], "rest": bool, "seq": int}` with the
    places that it has passed on the way.
    """

    _esm = "\n".join((_PAGE / part).read_text(encoding="utf-8") for part in _PARTS)
    _css = (_PAGE / "sheet.css").read_text(encoding="utf-8")
    spec = traitlets.Dict().tag(sync=True)
    now = traitlets.Dict().tag(sync=True)
    tables = traitlets.Dict().tag(sync=True)
    still = traitlets.Unicode("").tag(sync=True)


def publish_sheet(sheet: Sheet, still: Picture, whole: Any = None) -> None:
    """Show `sheet` in the notebook, after a still picture that the live one hides: it is what is left in an HTML export.

    `whole` is the widget to show in its place, if it is only a part of one. Where there is no notebook the
    still picture's words are printed.
    """
    if not has_page():
        print(still.alt)  # noqa: T201 - in a terminal this is the picture
        return
    sheet.still = uuid.uuid4().hex[:12]
    display({"text/plain": still.alt, "text/html": f'<div data-still="{sheet.still}">{still.html()}</div>'}, raw=True)
    bundle = (sheet if whole is None else whole)._repr_mimebundle_()
    data = dict(bundle[0] if isinstance(bundle, tuple) else bundle)
    display({**data, "text/plain": "(the same picture, to play with in JupyterLab)"}, raw=True)
