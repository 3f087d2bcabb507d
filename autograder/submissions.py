"""Submissions as they lie in a folder, and their copies that nbgrader can take without stumbling."""

from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

import nbformat
from nbformat import NotebookNode

from autograder.course import CourseError
from autograder.notebook_files import read_notebook, write_notebook

_PLAIN_NAME = re.compile(r"[\w@-][\w.@ -]*")  # what nbgrader takes as a student's id without trouble
_ESCAPED = "student-"


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
        return gradebook_id(self.student)

    @property
    def is_missing(self) -> bool:
        """Whether nothing was handed in under the notebook's name."""
        return not self.path.exists() and not self.path.is_symlink()


def gradebook_id(name: str) -> str:
    """Return a student's id in nbgrader's gradebook, which is a folder's name too; such an id is returned as it is.

    Where the name has characters that nbgrader or a file system trips over, it is `student-` and the name with =XX for them.
    """
    if _PLAIN_NAME.fullmatch(name):
        return name
    inner = name.removeprefix(_ESCAPED)
    if inner != name and "=" in inner and _escaped(_unescaped(inner)) == inner:
        return name
    return _ESCAPED + _escaped(name)


def school_id(folder: str) -> str:
    """Return the name that `gradebook_id` made this folder of."""
    inner = folder.removeprefix(_ESCAPED)
    return _unescaped(inner) if gradebook_id(folder) == folder and "=" in inner else folder


def _escaped(name: str) -> str:
    return quote(name, safe=" @", encoding="utf-8", errors="surrogateescape").replace("~", "%7E").replace("%", "=")


def _unescaped(escaped: str) -> str:
    return unquote(escaped.replace("=", "%"), encoding="utf-8", errors="surrogateescape")


def find_submissions(folder: Path, labs: list[str]) -> list[Submission]:
    """Return a submission for every student folder and lab, in order of name; files beside the student folders are passed over.

    Raises:
        CourseError: there is no such folder, it has no student folder in it, or two of one student.
    """
    if not folder.is_dir():
        msg = f"submissions: expected a folder with <student>/<lab>/<lab>.ipynb in it, found none at {folder}. Check --submissions."
        raise CourseError(msg)
    students = sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith("."))
    if not students:
        msg = f"submissions: expected student folders, found none in {folder}. Check --submissions; `autograder demo` makes a class."
        raise CourseError(msg)
    owners: dict[str, str] = {}
    for student in students:
        other = owners.setdefault(gradebook_id(student), student)
        if other != student:
            msg = f"submissions: expected one folder for a student, found {other!r} and {student!r} for one. Move one of them away."
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
    for name in ("timestamp.txt", "submission_secret.txt"):  # the exchange's
        note = submission.path.parent / name
        if note.is_file() and not note.is_symlink():
            shutil.copyfile(note, home / name)
    path = home / submission.path.name
    write_notebook(notebook, path)
    return path


def tidied(notebook: NotebookNode, source: NotebookNode) -> NotebookNode:
    """Return a submission whose marked cells are those of the source: none doubled, forged or missing.

    Of a solution cell only the code is the student's, of the reflection only the text. Test cells come from the source, each
    at the place of the student's copy, or at the end where it was deleted; a deleted reflection comes back too, with nothing
    written. Of copies of a cell the last keeps the mark, as the last definition counts.

    Args:
        notebook: the submission.
        source: the lab's source as `build.read_for_grading` returns it.
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
    cells += [copy.copy(cell) for grade_id, cell in originals.items() if _has_points(cell) and grade_id not in last]
    tidy: NotebookNode = copy.copy(notebook)
    tidy.cells = list(_with_ids(cells))
    tidy.metadata = copy.deepcopy(source.metadata)
    return tidy


def _restored(cell: NotebookNode, original: NotebookNode) -> NotebookNode:
    restored: NotebookNode = copy.copy(original)  # of what it shares with the original nothing is changed
    if original.cell_type == "code":
        restored.outputs = []
    is_left_empty = is_reflection(original) and cell.source.strip() in {"", original.source.strip()}
    if not (_is_test(original) or is_left_empty):
        restored.source = cell.source
    return restored


def _marked(notebook: NotebookNode) -> Iterator[NotebookNode]:
    return (cell for cell in notebook.cells if _grade_id(cell))


def _grade_id(cell: NotebookNode) -> str | None:
    mark = cell.metadata.get("nbgrader")
    grade_id = mark.get("grade_id") if isinstance(mark, dict) else None
    return grade_id if isinstance(grade_id, str) else None


def is_reflection(cell: NotebookNode) -> bool:
    """Tell whether a cell is an answer in words, marked by hand."""
    return _has_points(cell) and bool(cell.metadata.nbgrader.get("solution"))


def _is_test(cell: NotebookNode) -> bool:
    return _has_points(cell) and not is_reflection(cell)


def _has_points(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("grade"))


def _with_ids(cells: list[NotebookNode]) -> Iterator[NotebookNode]:
    """Give every cell an id of its own: a copied cell, or one from an old format, may have none."""
    for place, cell in enumerate(cells):
        cell.id = f"cell-{place}"
        yield cell
