"""What the report reads from a notebook as it was handed in: the form of every answer, and signs of tampering."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from nbformat import NotebookNode

from autograder.notebook_files import UnreadableError, content_of
from autograder.report.normal_form import NormalForm, function_source, normal_form
from autograder.report.signs import Sign, signs_in_code

_RESULT_KEY = "gradient_descent_labs"  # bookkeeping writes it into executed notebooks
_SHORT = 60  # characters of what is shown
_TOLD = ("cell_type", "grade", "solution", "locked", "points", "task")


class Cell(NamedTuple):
    """A cell as it stands in a file, with nothing believed.

    Attributes:
        source: its code or text.
        kind: what kind of cell it says it is.
        marks: nbgrader's marks, where they are a table.
        grade_id: the id in these marks, None where there is none.
    """

    source: str
    kind: str
    marks: dict[str, Any]
    grade_id: str | None


@dataclass(frozen=True)
class Handout:
    """A lab as it was handed out, and as it is solved.

    Attributes:
        questions: the questions' names.
        marked: the cells that nbgrader marks, by grade id.
        known: the code of all cells, handed out or solved: it is nobody's own.
        stubs: the form of every question as it was handed out.
        solved: the form of every question in the solution.
    """

    questions: tuple[str, ...]
    marked: dict[str, Cell]
    known: frozenset[str]
    stubs: dict[str, NormalForm]
    solved: dict[str, NormalForm]


class HandedIn(NamedTuple):
    """One notebook.

    Attributes:
        file: a digest of the whole file, byte for byte.
        answers: the form of every answer that isn't as it was handed out.
        signs: what looks like tampering.
    """

    file: str
    answers: dict[str, NormalForm]
    signs: tuple[Sign, ...]


def handout(questions: tuple[str, ...], released: NotebookNode, source: NotebookNode) -> Handout:
    """Return what a lab's submissions are compared with, from its released and its solved notebook."""
    cells = [_cell(cell) for cell in released.cells]
    solution = [_cell(cell) for cell in source.cells]

    def forms(found: list[Cell]) -> dict[str, NormalForm]:
        return {cell.grade_id: normal_form(cell.source, cell.grade_id) for cell in found if cell.grade_id in questions}

    return Handout(
        questions,
        {cell.grade_id: cell for cell in cells if cell.grade_id},
        frozenset(cell.source for cell in (*cells, *solution)),
        forms(cells),
        forms(solution),
    )


def read_handed_in(path: Path, lab: Handout) -> HandedIn | None:
    """Return what a notebook says, None where it can't be read (any more)."""
    try:
        content = content_of(path)
        cells, data = _cells(content)
    except (UnreadableError, ValueError, RecursionError):
        return None
    signs = [*_signs_of_marks(cells, lab)]
    if _RESULT_KEY in _table(data.get("metadata")):
        signs.append(Sign("forged result", "the notebook", f"metadata {_RESULT_KEY}, which only grading writes"))
    for cell in cells:
        if cell.kind == "code" and cell.source not in lab.known:
            signs += signs_in_code(cell.source, cell.grade_id or "a cell of their own")
    own = [cell for cell in cells if cell.grade_id or cell.source not in lab.known]
    answers = {}
    for name in lab.questions:
        source = _answer(own, name)
        form = normal_form(source, name) if source is not None else None
        if form is not None and form != lab.stubs.get(name):
            answers[name] = form
    return HandedIn(hashlib.blake2b(content, digest_size=8).hexdigest(), answers, tuple(dict.fromkeys(signs)))


def sample_of(path: Path, name: str) -> str | None:
    """Return the code of a student's function, None where it can't be found."""
    try:
        cells, _ = _cells(content_of(path))
    except (UnreadableError, ValueError, RecursionError):
        return None
    source = _answer(cells, name)
    if source is None:
        return None
    found: str | None = function_source(source, name)
    return found if found is not None else source


def _answer(cells: list[Cell], name: str) -> str | None:
    """Return the cell that answers a question: the last that bears its id, or else the last that defines the function."""
    marked: list[str] = [cell.source for cell in reversed(cells) if cell.grade_id == name]
    defining = [source for source in marked if f"def {name}" in source or f"{name} =" in source]
    if defining:
        return defining[0]
    elsewhere = (cell.source for cell in reversed(cells) if cell.kind == "code" and f"def {name}(" in cell.source)
    return next(elsewhere, None) or next(iter(marked), None)


def _signs_of_marks(cells: list[Cell], lab: Handout) -> Iterator[Sign]:
    if any(cell.marks and cell.grade_id is None for cell in cells):
        yield Sign("forged marks", "a cell of their own", "nbgrader's marks without an id")
    seen: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.grade_id is not None:
            seen.setdefault(cell.grade_id, []).append(cell)
    for grade_id, found in seen.items():
        if grade_id not in lab.marked:
            yield Sign("forged marks", grade_id[:_SHORT], "an id that the lab doesn't have")
        if len(found) > 1:
            yield Sign("copied cell", grade_id[:_SHORT], f"{len(found)} cells with this id")
    for grade_id, original in lab.marked.items():
        for cell in seen.get(grade_id, ()):
            yield from _signs_of_one(cell, original, grade_id)
        if grade_id not in seen:
            yield Sign("deleted cell", grade_id, "not in the notebook")


def _signs_of_one(cell: Cell, original: Cell, grade_id: str) -> Iterator[Sign]:
    """Yield how a marked cell differs from the one that was handed out."""
    if cell.kind != original.kind:
        yield Sign("forged marks", grade_id, f"cell: {cell.kind[:_SHORT]} instead of {original.kind}")
    for key in _TOLD:
        found, expected = cell.marks.get(key), original.marks.get(key)
        if found != expected:
            yield Sign("forged marks", grade_id, f"{key}: {str(found)[:_SHORT]} instead of {expected}")
    is_test = original.marks.get("grade") and not original.marks.get("solution")
    if is_test and cell.source.strip() != original.source.strip():
        yield Sign("edited test", grade_id, f"begins with: {cell.source.strip()[:_SHORT] or '(nothing)'}")


def _cells(content: bytes) -> tuple[list[Cell], dict[str, Any]]:
    """Return the code and marked cells of a notebook file of any format, and the file's data; ValueError where it is none."""
    data = json.loads(content.decode("utf-8-sig"))
    if not isinstance(data, dict):
        msg = "expected a notebook"
        raise ValueError(msg)
    found = data.get("cells")
    if found is None:  # format 3
        sheets = data.get("worksheets")
        found = [
            cell for sheet in (sheets if isinstance(sheets, list) else []) for cell in _list(_table(sheet).get("cells"))
        ]
    tables = [cell for cell in _list(found) if isinstance(cell, dict)]
    # Text that nobody marks is most of a notebook, and nothing here asks for it.
    return [_cell(cell) for cell in tables if cell.get("cell_type") == "code" or _marks(cell)], data


def _cell(cell: dict[str, Any]) -> Cell:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join([line for line in source if isinstance(line, str)])
    marks = _marks(cell)
    grade_id = marks.get("grade_id")
    return Cell(
        source if isinstance(source, str) else "",
        str(cell.get("cell_type")),
        marks,
        grade_id if isinstance(grade_id, str) else None,
    )


def _marks(cell: dict[str, Any]) -> dict[str, Any]:
    return _table(_table(cell.get("metadata")).get("nbgrader"))


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
