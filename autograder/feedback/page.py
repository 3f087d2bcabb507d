"""The page: points and comments first, then the notebook as it was graded; self-contained, without scripts, to open from a mail."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from nbformat import NotebookNode
from pygments.formatters import HtmlFormatter

from autograder.execution import verdict_of
from autograder.feedback import cells
from autograder.feedback.hidden_tests import Delimiters, hidden_tests, visible_part
from autograder.feedback.marks import Mark, Marks
from autograder.report.markup import person, text
from autograder.results import needs_mark
from autograder.submissions import school_id
from course_utils.checking.card import LOOKS

WAITING = "waits for a mark by hand"
_MOST_MARKUP = 300_000  # characters; the labs have up to 50,000
_STOPPED = LOOKS["error"][1]
_ABOUT = (
    "This is your notebook as it was graded. Where a cell only shows something, it may not have been run, and its picture is missing; "
    "formulas stand as they are written. Links to other notebooks, scripts and moving parts don't work here."
)


@cache
def _style() -> str:
    own = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    return f"{own}{HtmlFormatter().get_style_defs('.highlight')}".replace("</", "")


@cache
def _policy() -> str:
    """Return what a browser may do for this page: nothing but the one style sheet and pictures that are in it."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; style-src-elem 'sha256-{digest}'; "
        "style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    )


def page(notebook: NotebookNode, marks: Marks, delimiters: Delimiters) -> str:
    """Return a graded notebook as HTML.

    Args:
        notebook: as it was executed.
        marks: what the gradebook says of it.
        delimiters: of the hidden parts of its test cells.
    """
    hidden = hidden_tests((cell.source for cell in notebook.cells if _is_test(cell)), delimiters)
    body, left = [], _MOST_MARKUP
    for place, cell in enumerate(notebook.cells):
        left -= cells.markup_in(cell)
        if left < 0:
            body.append('<p class="note">The rest of the notebook is left out: it is too long for a page.</p>')
            break
        shown = _shown(cell, visible_part(cell.source, delimiters) if _is_test(cell) else cell.source)
        if cell.cell_type == "code":
            shown += cells.outputs(cell, hidden)
        body.append(_section(place, cell, shown, marks))
    title = marks.lab.replace("_", " ")
    who = person(school_id(marks.student), {school_id(marks.student): marks.name})
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f'<meta name="robots" content="noindex"><title>{text(title)}: feedback</title><style>{_style()}</style></head><body>'
        f'<header><h1>{text(title)}</h1><p class="who">{who}</p>{_total(marks)}{_table(notebook.cells, marks)}'
        f'<p class="note">{_ABOUT}</p></header><main>{"".join(body)}</main></body></html>\n'
    )


def _shown(cell: NotebookNode, source: str) -> str:
    if cell.cell_type == "code":
        return cells.code(source) if source.strip() else ""
    return f'<div class="words">{cells.markdown(source, cell.get("attachments"))}</div>'


def _section(place: int, cell: NotebookNode, shown: str, marks: Marks) -> str:
    name = _grade_id(cell)
    mark, comment = marks.marks.get(name), marks.comments.get(name)
    if not name or (mark is None and comment is None and not _is_answer(cell)):
        return f'<section class="cell">{shown}</section>'
    what = "Your answer" if _is_answer(cell) else "The check"
    points = f'<span class="points">{_points(mark)}</span>' if mark else ""
    says = f'<div class="comment"><strong>Comment</strong>{cells.markdown(comment)}</div>' if comment else ""
    return (
        f'<section class="cell graded" id="cell-{place}"><h2>{what}: <code>{text(_question(name))}</code>{points}</h2>'
        f"{shown}{says}</section>"
    )


def _total(marks: Marks) -> str:
    taken = f", {marks.late_penalty:g} of them taken off for handing in late" if marks.late_penalty else ""
    waiting = sum(mark.is_waiting for mark in marks.marks.values())
    more = f'<p class="note">Not counted yet: {waiting} {WAITING}.</p>' if waiting else ""
    score = f"{marks.score - marks.late_penalty:g} of {marks.max_score:g} points"
    if taken:
        score += f" ({marks.score:g}{taken})"
    return f'<p class="total">{score}</p>{more}'


def _table(notebook_cells: Sequence[NotebookNode], marks: Marks) -> str:
    rows = []
    for place, cell in enumerate(notebook_cells):
        name = _grade_id(cell)
        mark, comment = marks.marks.get(name), marks.comments.get(name)
        if mark is None and not comment:
            continue
        link = f'<a href="#cell-{place}"><code>{text(_question(name))}</code></a>'
        points = f"{'–' if mark.is_waiting else f'{mark.score:g}'} of {mark.max_score:g}" if mark else ""  # noqa: RUF001
        came = escape(_word(cell, mark)) if mark else "a comment"
        rows.append(f'<tr><th scope="row">{link}</th><td class="n">{points}</td><td>{came}</td></tr>')
    head = '<tr><th scope="col">question</th><th scope="col" class="n">points</th><th scope="col">what came of it</th></tr>'
    return f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"


def _points(mark: Mark) -> str:
    return WAITING if mark.is_waiting else f"{mark.score:g} of {mark.max_score:g}"


def _word(cell: NotebookNode, mark: Mark) -> str:
    """Return a sign and a word for what came of a graded cell."""
    if mark.is_waiting:
        return WAITING
    state = str((verdict_of(cell) or {}).get("state"))
    if _is_answer(cell):
        if mark.score or needs_mark(cell):
            return "marked by hand"
        state = "not_attempted"
    sign, word = LOOKS.get(state, ("!", _STOPPED))[:2]
    return f"{sign} {word}"


def _question(name: str) -> str:
    return name.removesuffix("_check")


def _grade_id(cell: NotebookNode) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def _is_answer(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def _is_test(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and bool(cell.metadata.get("nbgrader", {}).get("grade")) and not _is_answer(cell)
