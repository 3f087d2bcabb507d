"""Submissions as they lie in a folder, and their copies that nbgrader can take without stumbling."""

from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import nbformat
from nbformat import NotebookNode

from autograder.course import CourseError
from autograder.notebook_files import read_notebook, write_notebook

_PLAIN_NAME = re.compile(r"[\w@-][\w.@ -]*")  # what nbgrader takes as a student's id without trouble


@dataclass(frozen=True)
class Submission:
    """One student's notebook of one lab; the file may be missing or unreadable.

    Attributes:
        student: the student's name: the name of the folder.
        lab: the lab's name.
        path: where the notebook is, or should be.
    """

    student: str
    lab: str
    path: Path

    @property
    def gradebook_id(self) -> str:
        """The student's id in nbgrader's gradebook: the name, with =XX for characters that nbgrader trips over."""
        if _PLAIN_NAME.fullmatch(self.student):
            return self.student
        return "student-" + quote(self.student, safe=" @", encoding="utf-8", errors="surrogateescape").replace("%", "=")

    @property
    def is_missing(self) -> bool:
        """Whether nothing was handed in under the notebook's name."""
        return not self.path.exists() and not self.path.is_symlink()


def find_submissions(folder: Path, labs: list[str]) -> list[Submission]:
    """Return a submission for every student folder and lab, in order of name; files beside the student folders are passed over.

    Raises:
        CourseError: there is no such folder, or it has no student folder in it.
    """
    if not folder.is_dir():
        msg = f"submissions: expected a folder with <student>/<lab>/<lab>.ipynb in it, found none at {folder}. Check --submissions."
        raise CourseError(msg)
    students = sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith("."))
    if not students:
        msg = f"submissions: expected student folders, found none in {folder}. Check --submissions; `autograder demo` makes a class."
        raise CourseError(msg)
    return [Submission(student, lab, folder / student / lab / f"{lab}.ipynb") for lab in labs for student in students]


def stage(submission: Submission, source: NotebookNode, folder: Path) -> Path:
    """Copy a submission to `folder/<gradebook id>/<lab>/` in a form that nbgrader can grade; return the notebook's path.

    Raises:
        UnreadableError: it can't be read.
    """
    notebook = tidied(read_notebook(submission.path), source)
    home = folder / submission.gradebook_id / submission.lab
    home.mkdir(parents=True, exist_ok=True)
    timestamp = submission.path.parent / "timestamp.txt"
    if timestamp.is_file() and not timestamp.is_symlink():
        shutil.copyfile(timestamp, home / timestamp.name)
    path = home / submission.path.name
    write_notebook(notebook, path)
    return path


def tidied(notebook: NotebookNode, source: NotebookNode) -> NotebookNode:
    """Return a submission whose marked cells are those of the source: none doubled, forged or missing.

    Of a solution cell only the code is the student's. Test cells come from the source, each at the place of the student's
    copy, or at the end where it was deleted. Of copies of a cell the last keeps the mark, as the last definition counts.
    """
    originals = {cell.metadata.nbgrader.grade_id: cell for cell in _marked(source)}
    last = {cell.metadata.nbgrader.grade_id: place for place, cell in enumerate(notebook.cells) if _grade_id(cell)}
    cells = []
    for place, given in enumerate(notebook.cells):
        grade_id, cell = _grade_id(given), copy.copy(given)
        cell.metadata = nbformat.from_dict({key: value for key, value in given.metadata.items() if key != "nbgrader"})
        if grade_id in originals and last[grade_id] == place:
            cells.append(_restored(cell, originals[grade_id]))
        elif grade_id not in originals or not _is_test(originals[grade_id]):
            cells.append(cell)  # of a copied test cell only the last is kept: the others would only run the test again
    cells += [copy.copy(cell) for grade_id, cell in originals.items() if _is_test(cell) and grade_id not in last]
    tidy: NotebookNode = copy.copy(notebook)
    tidy.cells = list(_with_ids(cells))
    tidy.metadata = copy.deepcopy(source.metadata)
    return tidy


def _restored(cell: NotebookNode, original: NotebookNode) -> NotebookNode:
    restored: NotebookNode = copy.copy(original)  # of what it shares with the original nothing is changed
    restored.outputs = []
    if not _is_test(original):
        restored.source = cell.source
    return restored


def _marked(notebook: NotebookNode) -> Iterator[NotebookNode]:
    return (cell for cell in notebook.cells if _grade_id(cell))


def _grade_id(cell: NotebookNode) -> str | None:
    mark = cell.metadata.get("nbgrader")
    grade_id = mark.get("grade_id") if isinstance(mark, dict) else None
    return grade_id if isinstance(grade_id, str) else None


def _is_test(cell: NotebookNode) -> bool:
    return bool(cell.metadata.nbgrader.get("grade"))


def _with_ids(cells: list[NotebookNode]) -> Iterator[NotebookNode]:
    """Give every cell an id of its own: a copied cell, or one from an old format, may have none."""
    for place, cell in enumerate(cells):
        cell.id = f"cell-{place}"
        yield cell
