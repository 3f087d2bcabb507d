"""What a class of thousands hands in: right, wrong, half done, untouched, slow, endless, damaged, nothing at all."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass

import nbformat
from nbformat import NotebookNode

from autograder.course import Course
from autograder.demo import answers
from autograder.demo.answers import Answers
from autograder.notebook_files import read_notebook
from autograder.results import Status
from autograder.submissions import is_reflection

ODD_NAMES = (" Ünal-Öz", " o'neil", ' "x", y', " <b>&amp;", " =cmd|' -C calc'!A0", " 王芳", " two\nlines", " [a]*?")
_MARK = "the number of a student"
_SLOW = "import time\n_end = time.process_time() + 0.5\nwhile time.process_time() < _end:\n    pass\n"


@dataclass(frozen=True)
class Kind:
    """A kind of submission.

    Attributes:
        name: what it is.
        weight: how common it is, out of about 1,000.
        status: what has to come of it.
        content: the file; None where nothing is handed in.
    """

    name: str
    weight: int
    status: Status
    content: bytes | None

    def content_for(self, student: str) -> bytes | None:
        """Return one student's file: like the others of its kind, but with a remark of its own."""
        return None if self.content is None else self.content.replace(_MARK.encode(), f"{_MARK}: {student}".encode())


@dataclass(frozen=True)
class Handed:
    """A submission: whose, of which lab, of which kind, and what has to come of it."""

    student: str
    lab: str
    kind: str
    status: Status


def kinds_of(course: Course, lab: str) -> list[Kind]:
    """Return all kinds of submissions of a lab."""
    solved = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in read_notebook(course.source(lab)).cells
        if cell.metadata.get("nbgrader", {}).get("solution") and not is_reflection(cell)
    }
    first, *_, last = solved
    released = read_notebook(course.release(lab))

    def made(name: str, weight: int, changes: dict[str, str]) -> Kind:
        return Kind(name, weight, "graded", _written(released, changes))

    def with_answers(which: Answers) -> dict[str, str]:
        return {**solved, **which.get(lab, {})}

    right = _written(released, solved)
    return [
        made("right", 350, solved),
        made("in NumPy", 100, with_answers(answers.IN_NUMPY)),
        made("in one line", 100, with_answers(answers.IN_ONE_LINE)),
        made("signs and factors", 80, with_answers(answers.SIGNS_AND_FACTORS)),
        made("three of everything", 80, with_answers(answers.THREE_OF_EVERYTHING)),
        made("layouts", 60, with_answers(answers.LAYOUTS)),
        made("nothing works", 40, dict.fromkeys(solved, "def broken(:\n    pass")),
        made("last one wrong", 60, {**solved, last: f"def {last}(*_):\n    return 0"}),
        made("half done", 50, dict(list(solved.items())[: len(solved) // 2])),
        made("untouched", 40, {}),
        made("slow", 10, {**solved, first: _SLOW + solved[first]}),
        made("endless", 1, {**solved, last: f"def {last}(*_):\n    while True:\n        pass"}),
        made("ends the process", 5, {**solved, first: f"import os\nos._exit(1)\n{solved[first]}"}),
        Kind("test cells deleted", 5, "graded", _without_tests(released, solved)),
        Kind("cut off", 5, "unreadable", right[: len(right) // 2]),
        Kind("other bytes", 4, "unreadable", b"\xff\xfe" + right),
        Kind("empty", 3, "unreadable", b""),
        Kind("missing", 10, "missing", None),
    ]


def _written(released: NotebookNode, changes: dict[str, str]) -> bytes:
    notebook = copy.deepcopy(released)
    for cell in _marked(notebook):
        name = cell.metadata.nbgrader.grade_id
        if cell.metadata.nbgrader.solution and name in changes:
            cell.source = changes[name].strip()
    notebook.cells[0].source += f"\n<!-- {_MARK} -->"
    return nbformat.writes(notebook).encode()


def _without_tests(released: NotebookNode, solved: dict[str, str]) -> bytes:
    notebook = copy.deepcopy(released)
    notebook.cells = [cell for cell in notebook.cells if not cell.metadata.get("nbgrader", {}).get("grade")]
    return _written(notebook, solved)


def _marked(notebook: NotebookNode) -> Iterator[NotebookNode]:
    return (cell for cell in notebook.cells if "nbgrader" in cell.metadata)
