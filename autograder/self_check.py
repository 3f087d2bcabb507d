"""A student's own check of a notebook in a terminal: the visible checks, nothing hidden."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder.course import LABS, CourseError
from autograder.notebook_files import UnreadableError, read_notebook
from autograder.results import SubmissionResult, graded
from course_utils.checking.cases import read_table

_SECONDS_PER_CELL = 60


def self_check(path: Path) -> SubmissionResult:
    """Run a notebook's own code and its visible checks; return what they say.

    Raises:
        CourseError: it is no notebook of a lab.
    """
    if not path.exists():
        msg = f"notebook: expected a lab's .ipynb file, found nothing at {path}. Check the path."
        raise CourseError(msg)
    try:
        notebook = read_notebook(path)
    except UnreadableError as error:
        msg = f"{path}: {error}"
        raise CourseError(msg) from error
    lab = lab_of(notebook, path)
    points = {name: question.points for name, question in read_table(lab).items()}
    with tempfile.TemporaryDirectory() as folder:
        _run(notebook, folder)
    return graded("you", lab, notebook, points)


def check_folder(folder: Path) -> Iterator[SubmissionResult]:
    """Run the visible checks of every lab's notebook in a folder with `<lab>/<lab>.ipynb` in it; yield one result after another.

    Raises:
        CourseError: there is none in it.
    """
    found = [
        path for lab in LABS for path in (folder / lab / f"{lab}.ipynb", folder / f"{lab}.ipynb") if path.is_file()
    ]
    if not found:
        msg = f"notebooks: expected {LABS[0]}/{LABS[0]}.ipynb and its like in a folder, found none in {folder}. Check the path."
        raise CourseError(msg)
    yield from map(self_check, found)


def lab_of(notebook: NotebookNode, path: Path) -> str:
    """Return the lab a notebook belongs to: by its name, else by the functions it asks for."""
    if path.stem in LABS:
        return path.stem
    marked = {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells}
    for lab in LABS:
        if {f"{name}_check" for name in read_table(lab)} <= marked:
            return lab
    msg = f"{path}: expected a notebook of one of {', '.join(LABS)}, found another. Keep the file's name."
    raise CourseError(msg)


def _run(notebook: NotebookNode, folder: str) -> None:
    """Run the cells in a kernel of their own; whatever happens in one is among its outputs."""
    from autograder.execution import ExecuteInKernel  # noqa: PLC0415 - imports nbgrader

    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    resources: dict[str, Any] = {"metadata": {"path": folder}}
    ExecuteInKernel(timeout=_SECONDS_PER_CELL).preprocess(notebook, resources)
