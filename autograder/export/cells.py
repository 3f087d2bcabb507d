"""Cells of a CSV file that no spreadsheet takes for a formula, whatever a student is called."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence

# What begins a formula in Excel, LibreOffice or Google Sheets, in full width too (OWASP, "CSV Injection"). A separator inside
# a cell may begin a new cell for a spreadsheet of another country, so what follows one counts as a beginning too.
_FORMULA = re.compile(r"(^|[,;\t|])(\s*[\"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")


def text_cell(text: str) -> str:
    """Return a text in one line, with an apostrophe before whatever a spreadsheet would run."""
    line = " ".join("".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text).split())
    return _FORMULA.sub(r"\1\2'", line)


def number_cell(number: float | None) -> str:
    """Return a number as its shortest text of at most four decimals, empty for None."""
    return "" if number is None else f"{round(number, 4):.10g}"


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV (RFC 4180) in UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()
