"""What all live pictures have in common: a state, the rows of numbers that follow from it, and what a hand does to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from IPython import get_ipython

from course_utils.picture import Picture
from course_utils.widgets.functions import Functions, watch
from course_utils.widgets.outcome import call, trouble_card
from course_utils.widgets.sheet import Sheet, publish_sheet
from course_utils.widgets.tables import Row, Table, one_row, tabulated

State = dict[str, float]
OUR_FAULT = (
    "This picture met an error of its own, which is not your fault. Press Reset; if it stays, tell your teacher: "
)


@dataclass(frozen=True)
class Knob:
    """A control: a slider of `places` places from `low` to `high`, a switch (0 or 1) or a menu of `options`.

    `table` says whether all its places are worked out beforehand, so that the picture follows the hand at once.
    """

    name: str
    label: str
    low: float = 0.0
    high: float = 1.0
    places: int = 2
    kind: str = "slider"
    log: bool = False
    options: tuple[str, ...] = ()
    table: bool = True
    unit: str = ""

    def positions(self) -> list[float]:
        """Return its places, rising, exactly as the page computes them."""
        if self.kind != "slider":
            return [float(place) for place in range(len(self.options) or 2)]
        shares = [place / (self.places - 1) for place in range(self.places)]
        if self.log:
            return [float(f"{self.low * (self.high / self.low) ** share:.14g}") for share in shares]
        return [float(f"{self.low + share * (self.high - self.low):.14g}") for share in shares]


@dataclass(frozen=True)
class Press:
    """A button; `asks` means that the page's questions must be answered before it."""

    name: str
    label: str
    hint: str = ""
    primary: bool = False
    asks: bool = False


def panel(name: str, box: tuple[float, float, float, float], **more: Any) -> dict[str, Any]:
    """Return a panel: a box `(left, top, width, height)` with axes, whose ends are columns or numbers (`x`, `y`)."""
    return {"id": name, "box": box, **more}


def mark(kind: str, panel: str, **more: Any) -> dict[str, Any]:
    """Return a mark in a panel; its kinds, and what each of them needs, are in page/marks.js."""
    return {"kind": kind, "panel": panel, **more}


@dataclass(frozen=True)
class Layout:
    """What the page draws: panels (boxes with axes), marks in them, where a hand may drag, controls and buttons."""

    title: str
    width: int
    height: int
    panels: tuple[dict[str, Any], ...]
    marks: tuple[dict[str, Any], ...]
    handles: tuple[dict[str, Any], ...] = ()
    controls: tuple[Knob, ...] = ()
    buttons: tuple[Press, ...] = ()
    questions: tuple[dict[str, Any], ...] = ()
    ask_first: str = ""
    may_pass: bool = False

    def spec(self) -> dict[str, Any]:
        """Return it as the page reads it."""
        plain = asdict(self)
        plain["askFirst"], plain["mayPass"] = plain.pop("ask_first"), plain.pop("may_pass")
        return plain


@dataclass
class Scene:
    """What a board shows beside its row: its words, a note below the picture, the buttons that are off."""

    said: str
    note: str = ""
    off: list[str] = field(default_factory=list)


class Board:
    """A live picture. Its kinds say what a state shows (`row`, `scene`) and what a button does (`press`)."""

    def __init__(self, layout: Layout, state: State, functions: Functions) -> None:
        self.layout, self.functions = layout, functions
        self.start = dict(state)
        self.state = dict(state)
        self.trouble: str | None = None
        self.failed: str | None = None  # why the last run ended early
        self._seq = 0
        self._shown_by: int | None = None
        self._running: asyncio.Task[None] | None = None
        self._version = 0  # of everything but the controls' places; a table of an earlier one is out of date
        # All that the page needs at first goes with its opening: that is not counted as a flood of messages by the server.
        now, tables = self._now(None), self._tables(layout.controls)
        self.sheet = Sheet(spec=layout.spec(), now=now, tables=tables)
        self.sheet.on_msg(lambda _, content, __: self.hear(content))
        watch(self)

    # What each kind of board says of itself ------------------------------------------------------------------------

    def row(self, state: State) -> Row:
        """Return every number that the picture shows for `state`, by column; may raise what a learner's function raises."""
        raise NotImplementedError

    def scene(self, state: State, row: Row) -> Scene:
        """Return the words for what the picture shows."""
        raise NotImplementedError

    def still(self) -> Picture:
        """Return the picture for where there is no page."""
        raise NotImplementedError

    def press(self, button: str, guesses: dict[str, str | None]) -> None:
        """Do what a button is for; Reset puts the state back."""
        del button, guesses
        self.state = dict(self.start)

    # What they have in common ---------------------------------------------------------------------------------------

    def show(self) -> None:
        """Put the board below the cell that runs now, unless it is there already."""
        cell = getattr(get_ipython(), "execution_count", None)
        if cell is None or cell != self._shown_by:
            self._shown_by = cell
            publish_sheet(self.sheet, self.still())

    def _ipython_display_(self) -> None:
        self.show()

    def __repr__(self) -> str:
        return f"<{self.layout.title}: {self.sheet.now['said']}>"

    def hear(self, message: dict[str, Any]) -> None:
        """Do what the page reports; what goes wrong is shown, since a callback's exception would be silent."""
        self._seq = int(message.get("seq", self._seq))
        called = call(self._heard, message)
        if called.trouble is not None:
            now = dict(self.sheet.now)
            self.sheet.now = {**now, "card": trouble_card(OUR_FAULT + called.trouble), "seq": self._seq}

    def _heard(self, message: dict[str, Any]) -> None:
        if message["kind"] == "wanted":
            self.prepare(message["control"])
        elif message["kind"] == "moved":
            for place in message.get("passed", []):
                self.passed({name: float(value) for name, value in place.items()})
            for name, value in message["to"].items():
                self.state[name] = float(value)
            self.moved(tuple(message["to"]))
            self.redraw()
        elif message["button"] == "run":
            self.run(calm=bool(message.get("calm")))
        else:
            self.stop()
            called = call(self.press, message["button"], message.get("guesses", {}))
            self.changed(called.trouble)

    def moved(self, names: tuple[str, ...]) -> None:
        """Take notice that the hand moved these controls."""

    def passed(self, place: State) -> None:
        """Take notice that the hand passed a place of one of the controls, and that the page has shown it."""

    def functions_changed(self) -> None:
        """Draw anew if the learner has written one of the functions anew."""
        if self.functions.changed():
            self.changed()

    def changed(self, trouble: str | None = None) -> None:
        """Draw anew after a change of anything but the controls' places; `trouble` is what went wrong, for the card."""
        self._version += 1
        self.redraw(trouble)

    def redraw(self, trouble: str | None = None) -> None:
        """Send the page the row for the present state, or the card that says why there is none.

        `trouble` is what went wrong on the way to this state, for the card.
        """
        self.sheet.now = self._now(trouble)

    def _now(self, trouble: str | None) -> dict[str, Any]:
        called = call(lambda: one_row(self.row(self.state)))
        self.trouble = called.trouble or trouble
        if called.trouble is not None:
            before = dict(self.sheet.now) if hasattr(self, "sheet") else {}
            kept = before.get("row") or Table(np.zeros(1), {}).packed(exact=True)
            now = {"row": kept, "said": called.trouble, "note": before.get("note", ""), "off": []}
        else:
            columns = called.result.columns
            scene = self.scene(self.state, {name: values[0] for name, values in columns.items()})
            now = {"row": called.result.packed(exact=True), "said": scene.said, "note": scene.note, "off": scene.off}
        card = "" if self.trouble is None else trouble_card(self.trouble)
        return {**now, "at": dict(self.state), "card": card, "seq": self._seq, "version": self._version}

    def prepare(self, name: str) -> None:
        """Send the page the rows for every place of a control, the others staying where they are.

        The page asks for them when a hand comes near the control.
        """
        self.sheet.tables = self._tables([knob for knob in self.layout.controls if knob.name == name])

    def _tables(self, knobs: Iterable[Knob]) -> dict[str, Any]:
        controls = {knob.name for knob in self.layout.controls}
        tables = {}
        for knob in knobs:
            if knob.table:
                others = {name: value for name, value in self.state.items() if name in controls - {knob.name}}
                tables[knob.name] = {**self._table(knob).packed(), "others": others, "version": self._version}
        return tables

    def _table(self, knob: Knob) -> Table:
        return tabulated(lambda value: self.table_row({**self.state, knob.name: value}), knob.positions())

    def table_row(self, state: State) -> Row:
        """Return the row for a table: what will be shown once the hand has moved a control there."""
        return self.row(state)

    # Running by itself ----------------------------------------------------------------------------------------------

    def run(self, *, calm: bool) -> None:
        """Start to take steps by itself, or stop; `calm` (reduced motion) takes them all at once."""
        if self._running is not None:
            self.stop()
            self.changed()
            return
        self._running = started(self._steps(0.0 if calm else PAUSE), self._ended)

    async def _steps(self, pause: float) -> None:
        self.failed = None
        while (called := call(self.step)).result:
            if pause:
                self.changed()
                await asyncio.sleep(pause)
        self.failed = called.trouble

    def _ended(self) -> None:
        self._running = None
        self.changed(self.failed)

    def step(self) -> bool:
        """Take one step of a run; False once there is nothing more to do."""
        return False

    def stop(self) -> None:
        """End a run, if there is one."""
        running, self._running = self._running, None
        if running is not None:
            running.cancel()

    @property
    def running(self) -> bool:
        """Whether it takes steps by itself just now."""
        return self._running is not None


TOO_LARGE = 1e100
"""A number as large as this ends a path: the next one may be infinite."""
PAUSE = 0.35
"""Seconds between two steps of a run: slow enough to see each."""


def started(work: Coroutine[Any, Any, None], ended: Callable[[], None]) -> asyncio.Task[None] | None:
    """Let `work` go on beside the notebook and call `ended` after it; without an event loop do it all now."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        asyncio.run(work)
        ended()
        return None
    task = loop.create_task(work)
    task.add_done_callback(lambda done: None if done.cancelled() else ended())
    return task
