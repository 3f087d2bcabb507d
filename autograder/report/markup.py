"""Pieces of a page: every text in them is escaped here, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from autograder.report.charts import share_bar
from autograder.report.tables import UNDEFINED, Column, Table, Value, visible

SHOWN = 50  # rows of a table in a page; the rest is in the CSV file
_NAMED = 12  # students in one cell
_LONGEST = 220  # characters of a text in a cell
_NUMBERS = {"number", "count", "share", "correlation"}  # of a count, None means that there is nothing to count


def text(value: str) -> str:
    """Return a text as HTML; characters that can't be seen are written out, lines are kept to one."""
    return escape(visible(value))


def prose(value: str) -> str:
    """Return a sentence as HTML; what stands between backticks becomes code."""
    parts = [escape(visible(part)) for part in value.split("`")]
    if len(parts) % 2 == 0:
        return escape(visible(value))
    return "".join(f"<code>{part}</code>" if place % 2 else part for place, part in enumerate(parts))


def code(source: str) -> str:
    """Return lines of code as HTML; only the ends of lines are kept as they are."""
    lines = source.replace("\r\n", "\n").replace("\t", "    ").split("\n")
    shown = "\n".join(escape(visible(line)) for line in lines)
    return f"<pre><code>{shown}</code></pre>"


def person(student: str, names: Mapping[str, str]) -> str:
    """Return a student's id, with the name where one is known; neither can turn the direction of what stands beside it."""
    name = names.get(student)
    return f"<bdi>{text(student)}</bdi>" + (f" <bdi>({text(name)})</bdi>" if name else "")


def number(value: float | None, kind: str = "number") -> str:
    """Return a number as text: shares in per cent, correlations with two digits and a real minus."""
    if value is None:
        return f'<span class="undefined">{UNDEFINED}</span>'
    if kind == "share":
        return f"{value:.0%}"
    if kind == "correlation":
        return f"{value:.2f}".replace("-", "\u2212")
    return f"{value:,.6g}".replace("-", "\u2212") if isinstance(value, float) else f"{value:,}"


def table(
    shown: Table,
    caption: str,
    names: Mapping[str, str],
    *,
    file: str,
    keys: Sequence[str] | None = None,
    most: int | None = None,
) -> str:
    """Return a table as HTML: its first rows, and where the others are.

    Args:
        shown: the table.
        caption: what is in it.
        names: full names by student.
        file: where its CSV file lies, from the page.
        keys: the columns to show, in this order; all of them where it is None.
        most: how many rows to show; by default SHOWN.
    """
    most = most or SHOWN
    places = [place for place, column in enumerate(shown.columns) if keys is None or column.key in keys]
    columns = [shown.columns[place] for place in places]
    head = "".join(f'<th scope="col"{_class(column)}>{text(column.heading)}</th>' for column in columns)
    body = []
    for row in shown.rows[:most]:
        cells = [_cell(columns[at], row[place], names) for at, place in enumerate(places)]
        first = f'<th scope="row"{_class(columns[0])}>{cells[0]}</th>'
        rest = (f"<td{_class(column)}>{cell}</td>" for column, cell in zip(columns[1:], cells[1:], strict=True))
        body.append(f"<tr>{first}{''.join(rest)}</tr>")
    more = len(shown.rows) - most
    note = f'<p class="soft">{more:,} more in <a href="{escape(file)}">{escape(file)}</a>.</p>' if more > 0 else ""
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(caption)}"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>{note}"
    )


def _class(column: Column) -> str:
    if column.kind in _NUMBERS:
        return ' class="n"'
    return ' class="k"' if column.kind in {"lab", "code"} else ""


def _cell(column: Column, value: Value, names: Mapping[str, str]) -> str:
    if isinstance(value, tuple):
        shown = [person(each, names) if column.kind == "students" else f"<code>{text(each)}</code>" for each in value]
        more = f" and {len(value) - _NAMED:,} more" if len(value) > _NAMED else ""
        return ", ".join(shown[:_NAMED]) + more
    if column.kind in _NUMBERS and not isinstance(value, str):
        bar = share_bar(value) if column.key == "difficulty" else ""
        return "" if column.kind == "count" and value is None else number(value, column.kind) + bar
    written = str(value or "")
    written = written if len(written) <= _LONGEST else f"{written[:_LONGEST]} ..."
    shapes = {
        "lab": lambda: text(written.replace("_", " ")),
        "student": lambda: person(str(value), names),
        "code": lambda: f"<code>{text(written)}</code>",
    }
    return shapes.get(column.kind, lambda: prose(written))()


def figures(pairs: Sequence[tuple[str, str]]) -> str:
    """Return a row of large numbers, each with what it counts; both are HTML."""
    return (
        '<dl class="figures">'
        + "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in pairs)
        + "</dl>"
    )
