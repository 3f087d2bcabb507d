"""What several test files need: the course as it is, a copy of it to write in, and labs filled with answers."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path

import pytest
from nbformat import NotebookNode

from autograder.course import LABS, Course
from autograder.notebook_files import read_notebook, write_notebook

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def course() -> Course:
    """The course as it lies here; tests only read it."""
    return Course(ROOT)


@pytest.fixture
def own_course(tmp_path: Path) -> Course:
    """A copy of the course with an empty class folder."""
    home = tmp_path / "course"
    home.mkdir()
    for name in ("nbgrader_config.py", "environment.yml", "LICENSE", "pyproject.toml"):
        shutil.copy(ROOT / name, home / name)
    for name in ("solutions", "notebooks"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    return Course(home)


def course_of(home: Path, *labs: str) -> Course:
    """Make a course of only these labs in `home`, with an empty class folder: less to copy, less to register."""
    home.mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", home)
    for lab in labs:
        for name in ("solutions", "notebooks"):
            shutil.copytree(ROOT / name / lab, home / name / lab, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    return Course(home)


def solved_sources(course: Course, lab: str) -> dict[str, str]:
    """Return the code of a lab's solution cells by function."""
    cells = [cell for cell in read_notebook(course.source(lab)).cells if cell.cell_type == "code"]
    return {c.metadata.nbgrader.grade_id: c.source for c in cells if c.metadata.get("nbgrader", {}).get("solution")}


def answered(course: Course, lab: str, answers: dict[str, str]) -> NotebookNode:
    """Return the students' edition of a lab with these answers in its solution cells."""
    notebook = copy.deepcopy(read_notebook(course.release(lab)))
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("solution") and mark["grade_id"] in answers:
            cell.source = answers[mark["grade_id"]]
    return notebook


def hand_in(folder: Path, student: str, lab: str, notebook: NotebookNode) -> Path:
    """Write a student's notebook where `grade` looks for it."""
    path = folder / student / lab / f"{lab}.ipynb"
    write_notebook(notebook, path)
    return path


__all__ = ["LABS", "ROOT", "answered", "course_of", "hand_in", "solved_sources"]
