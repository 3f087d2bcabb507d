"""Tables of the report: the same rows become a table in a page and a CSV file beside it."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "code", "lab", "student", "students", "number", "count", "share", "correlation"]
Value = str | int | float | tuple[str, ...] | None

UNDEFINED = "not defined"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_HIDDEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}  # characters without a shape, or that turn the direction of what follows


@dataclass(frozen=True)
class Column:
    """A column: its key in the CSV file, its heading in the page, and what is in it."""

    key: str
    heading: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Table:
    """A table; `name` is that of its CSV file, without the ending."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def as_csv(table: Table, names: Mapping[str, str]) -> str:
    """Return a table as CSV, in UTF-8 with a line of headings; beside a student's id comes the name, where any is known.

    A text that begins with = + - @ (also in their wide forms), a tab or the end of a line gets an apostrophe before it, so that
    no spreadsheet takes it for a formula. Numbers are left alone: their minus is ours. What isn't defined is left empty.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    headings = []
    for column in table.columns:
        headings += [column.key, "name"] if column.kind == "student" and names else [column.key]
    writer.writerow(headings)
    for row in table.rows:
        cells: list[str | int | float] = []
        for column, value in zip(table.columns, row, strict=True):
            cells.append(_cell(value))
            if column.kind == "student" and names:
                cells.append(harmless(names.get(str(value), "")))
        writer.writerow(cells)
    return written.getvalue()


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return harmless("; ".join(value))
    if isinstance(value, float):
        return round(value, 6)
    return harmless(value) if isinstance(value, str) else value


def harmless(text: str) -> str:
    """Return a text that a spreadsheet takes for text, whatever it begins with."""
    stripped = text.lstrip(" \u00a0")
    return f"'{text}" if stripped.startswith(_FORMULA) else text


def visible(text: str) -> str:
    """Return a name in which characters without a shape (ends of lines, changes of direction, broken bytes) can be seen."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN:
        return character
    return character.encode("unicode_escape").decode("ascii")
