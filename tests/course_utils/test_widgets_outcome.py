"""What a widget shows of a call: its picture or text, its prints and warnings, and calmly its errors."""

from __future__ import annotations

import contextlib
import io
import sys
import threading
import warnings
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure

from course_utils.picture import Picture, new_picture
from course_utils.widgets.outcome import NOTHING_RETURNED, Called, attempt, call

PATIENCE = 60  # seconds; a test that passes never waits as long
PNG = b"\x89PNG"


def picture_of(**values: Any) -> Picture:
    return new_picture(f"alt: {values}", width=96, height=48)


def test_a_picture_is_shown_with_its_words() -> None:
    shown = attempt(picture_of, weight=0.1)
    assert shown.png.startswith(PNG)
    assert (shown.alt, shown.width, shown.html) == ("alt: {'weight': 0.1}", 96, "")


def test_a_figure_of_the_students_own_is_shown_too() -> None:
    assert attempt(lambda: Figure(figsize=(1, 1))).png.startswith(PNG)


@pytest.mark.parametrize("given", ["pred is 0.85", 0.85, [1, 2], "a < b & c"])
def test_anything_else_is_shown_as_text(given: Any) -> None:
    shown = attempt(lambda: given)
    assert (shown.png, shown.alt) == (b"", str(given))
    assert "<b" not in shown.html
    assert str(given).replace("&", "&amp;").replace("<", "&lt;") in shown.html


def test_what_knows_its_own_html_is_shown_as_that() -> None:
    class Card:
        def _repr_html_(self) -> str:
            return "<b>right</b>"

    assert attempt(Card).html == "<b>right</b>"


def test_an_exception_becomes_a_card_with_the_students_line() -> None:
    def slope(weight: float) -> float:
        return 1 / weight

    shown = attempt(slope, weight=0)
    assert shown.png == b""
    assert "It raised ZeroDivisionError: division by zero" in shown.alt
    assert "return 1 / weight" in shown.alt
    assert "<code" in shown.html
    assert "Traceback" not in shown.html


@pytest.mark.parametrize(
    "raised", [KeyboardInterrupt(), SystemExit(1), RecursionError(), MemoryError("much"), StopIteration()]
)
def test_no_exception_gets_through_a_callback(raised: BaseException) -> None:
    def broken() -> None:
        raise raised

    assert type(raised).__name__ in attempt(broken).alt


def test_an_error_message_cannot_bring_html_along() -> None:
    def broken() -> None:
        msg = "<script>alert(1)</script>"
        raise ValueError(msg)

    assert "<script" not in attempt(broken).html


def test_what_was_printed_and_warned_of_is_shown_below(capfd: pytest.CaptureFixture[str]) -> None:
    def talkative() -> Picture:
        for line in range(40):
            print("line", line)
        np.float64(1e300) * np.float64(1e300)
        return picture_of()

    shown = attempt(talkative)
    assert shown.png.startswith(PNG)
    assert "Warning. RuntimeWarning: overflow" in shown.html
    assert "line 11\n... and 28 lines more" in shown.html
    assert capfd.readouterr() == ("", "")


def test_a_cell_prints_and_warns_as_ever_while_a_widget_calls_a_function_in_another_thread(
    capfd: pytest.CaptureFixture[str],
) -> None:
    inside, over, heard = threading.Event(), threading.Event(), list[Called]()

    def slow() -> None:
        print("in the widget")
        inside.set()
        assert over.wait(PATIENCE)
        warnings.warn("in the widget", stacklevel=1)

    output, shows = sys.stdout, warnings.showwarning
    widget = threading.Thread(target=lambda: heard.append(call(slow)))
    widget.start()
    assert inside.wait(PATIENCE)
    print("in the cell")
    with contextlib.redirect_stdout(io.StringIO()) as kept, warnings.catch_warnings(record=True) as caught:
        print("kept by the cell")
        warnings.warn("by the cell", stacklevel=1)
        assert call(print, "meanwhile").printed == "meanwhile"
    over.set()
    widget.join()
    assert (heard[0].printed, heard[0].warned) == ("in the widget", ("UserWarning: in the widget",))
    assert (kept.getvalue(), [str(each.message) for each in caught]) == ("kept by the cell\n", ["by the cell"])
    assert capfd.readouterr() == ("in the cell\n", "")
    assert (sys.stdout, warnings.showwarning) == (output, shows)


def test_what_a_cell_has_redirected_stays_so_after_a_call_that_ends_later() -> None:
    inside, over = threading.Event(), threading.Event()
    output, filters = sys.stdout, list(warnings.filters)
    widget = threading.Thread(target=call, args=(lambda: (inside.set(), over.wait(PATIENCE)),))
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        widget.start()
        assert inside.wait(PATIENCE)
    over.set()
    widget.join()
    assert (sys.stdout, warnings.filters) == (output, filters)
    assert call(print, "still heard").printed == "still heard"
    assert sys.stdout is output


def test_nothing_returned_is_said_unless_something_was_printed() -> None:
    assert attempt(lambda: None).alt == NOTHING_RETURNED
    assert attempt(lambda: print("pred", 1)).alt == "pred 1"


def test_a_picture_that_cannot_be_drawn_is_a_card() -> None:
    def divided(error: type[Exception]) -> Picture:
        def png(_: Picture) -> bytes:
            msg = "no axis that long"
            raise error(msg)

        return type("Broken", (Picture,), {"png": png})()

    for error in (ValueError, OverflowError, FloatingPointError):
        shown = attempt(divided, error)
        assert shown.alt.startswith("This picture can't be drawn")
        assert "no axis that long" in shown.html
