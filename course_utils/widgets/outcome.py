"""What a function gave when a widget called it, made ready to be shown: a picture, words, or calmly what went wrong."""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from course_utils.checking.calls import describe_error
from course_utils.picture import CSS_DPI, PURPLE, Picture
from course_utils.widgets.listening import listening

NOTHING_RETURNED = "Nothing to show: the function gave `None`. A function gives back what stands after `return`."
_KEPT_LINES = 12
_KEPT_CHARACTERS = 2_000
_CARD = (
    f"margin:6px 0;padding:8px 14px;border-left:6px dashed {PURPLE};border-radius:4px;max-width:46em;line-height:1.45;"
    "background:var(--jp-layout-color2,#f5f5f5);color:var(--jp-ui-font-color0,#1a1a1a)"
)
_CODE = "white-space:pre-wrap;overflow-wrap:anywhere;background:none;color:inherit;margin:0"
_TEXT = "white-space:pre-wrap;overflow-wrap:anywhere;margin:4px 0;color:var(--jp-ui-font-color0,#1a1a1a)"


class UnusableError(Exception):
    """A learner's function gave something that a picture can't show; the message says what was expected."""


@dataclass(frozen=True)
class Called:
    """What came of one call: its result, or the sentence that says what went wrong; what it printed and warned of."""

    result: Any = None
    trouble: str | None = None
    printed: str = ""
    warned: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What a screen shows: a PNG (or none) `width` CSS pixels wide, the same in words, and HTML for below it."""

    png: bytes = b""
    width: int = 0
    alt: str = ""
    html: str = ""


def call(function: Callable[..., Any], *arguments: Any, **named: Any) -> Called:
    """Call `function(*arguments, **named)` quietly; an exception becomes one sentence, prints and warnings are kept."""
    with listening() as heard, np.errstate(divide="warn", over="warn", under="ignore", invalid="warn"):
        try:
            result, trouble = function(*arguments, **named), None
        except UnusableError as error:
            result, trouble = None, str(error)
        except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001 - shown: callbacks swallow them
            result, trouble = None, describe_error(error)
    return Called(result, trouble, _shortened(heard.printed.getvalue()), tuple(dict.fromkeys(heard.warned)))


def attempt(function: Callable[..., Any], *arguments: Any, **named: Any) -> Shown:
    """Call `function` and return what it gave, ready to be shown; never raises for what the function does."""
    return shown(call(function, *arguments, **named))


def shown(called: Called) -> Shown:
    """Make the result of a call ready to be shown: a Figure as PNG, anything else as text or as the HTML it has."""
    notes = [paragraph(f"Warning. {text}") for text in called.warned]
    if called.printed:
        notes.append(f'<pre style="{_TEXT}">{html.escape(called.printed)}</pre>')
    if called.trouble is not None:
        return _worded(called.trouble, trouble_card(called.trouble), notes)
    if isinstance(called.result, Figure):
        return _pictured(called.result, notes)
    if called.result is None:
        return _worded(called.printed, "", notes) if called.printed else _worded(*_nothing(), notes)
    text = str(called.result)
    as_html = getattr(called.result, "_repr_html_", None)
    return _worded(text, as_html() if callable(as_html) else paragraph(text), notes)


def trouble_card(text: str) -> str:
    """Return a calm card in HTML with the one sentence `text`; what stands between backticks becomes code."""
    sign = f'<span aria-hidden="true" style="color:{PURPLE};font-weight:bold">!</span>'
    return f'<div style="{_CARD}">{sign} {_with_code(text)}</div>'


def paragraph(text: str) -> str:
    """Return a paragraph in HTML with `text`, its line breaks kept."""
    return f'<p style="{_TEXT}">{html.escape(text)}</p>'


def _worded(alt: str, body: str, notes: list[str]) -> Shown:
    return Shown(alt=alt, html="".join([body, *notes]))


def _nothing() -> tuple[str, str]:
    return NOTHING_RETURNED, trouble_card(NOTHING_RETURNED)


def _pictured(figure: Figure, notes: list[str]) -> Shown:
    try:
        with listening():  # to what nobody needs to hear
            png = figure.png() if isinstance(figure, Picture) else _png(figure)
    except (ValueError, ArithmeticError) as error:  # numbers that no axis can hold
        cause = f"{type(error).__name__}: {error}"
        text = f"This picture can't be drawn ({cause}). Choose numbers nearer to 0, or press Reset."
        return _worded(text, trouble_card(text), notes)
    alt = figure.alt if isinstance(figure, Picture) else "A figure without a description."
    return Shown(png, round(figure.get_figwidth() * CSS_DPI), alt, "".join(notes))


def _png(figure: Figure) -> bytes:
    stream = io.BytesIO()
    figure.savefig(stream, format="png")
    return stream.getvalue()


def _shortened(printed: str) -> str:
    lines = printed[:_KEPT_CHARACTERS].splitlines()
    more = printed.count("\n") - _KEPT_LINES
    return "\n".join([*lines[:_KEPT_LINES], f"... and {more} lines more"] if more > 0 else lines)


def _with_code(text: str) -> str:
    parts = html.escape(text).split("`")
    if len(parts) % 2 == 0:
        return html.escape(text)
    return "".join(f'<code style="{_CODE}">{part}</code>' if place % 2 else part for place, part in enumerate(parts))
