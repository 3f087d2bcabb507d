"""The made-up class hands in its notebooks."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field

import nbformat

from autograder.course import LABS, Course, CourseError
from autograder.demo import answers
from autograder.demo.answers import Answers
from autograder.demo.reflections import HALF_OF_IT, NOT_YET, UNDERSTOOD, Reflections
from autograder.notebook_files import read_notebook, write_notebook
from autograder.submissions import is_reflection


@dataclass(frozen=True)
class Student:
    """A made-up student.

    Attributes:
        name: the folder's name.
        about: what is to be seen in this student's work.
        answers: what differs from the solution.
        words: the answers in words; none are left as they were released.
        labs: the labs that were handed in.
        attempted: False for notebooks handed in as they were released.
        broken: labs whose file is cut off in the middle.
    """

    name: str
    about: str
    answers: Answers = field(default_factory=dict)
    words: Reflections = field(default_factory=dict)
    labs: tuple[str, ...] = LABS
    attempted: bool = True
    broken: tuple[str, ...] = ()


STUDENTS = (
    Student("ada", "right, as in the solutions", words=UNDERSTOOD),
    Student("benoit", "right, in NumPy", answers.IN_NUMPY, UNDERSTOOD),
    Student("chen", "right, in one line each", answers.IN_ONE_LINE, HALF_OF_IT),
    Student("dalia", "signs the wrong way round, factors too many", answers.SIGNS_AND_FACTORS, NOT_YET),
    Student("emre", "everything has three elements", answers.THREE_OF_EVERYTHING),
    Student("fatou", "right numbers, but the arguments are changed", answers.CHANGES_ITS_ARGUMENTS, HALF_OF_IT),
    Student("goran", "in a hurry: two labs, half done", answers.IN_A_HURRY, labs=LABS[:2]),
    Student("hana", "handed in untouched", attempted=False),
    Student("ivan", "a loop that never ends", answers.NEVER_ENDS, NOT_YET),
    Student("juno", "one file cut off while it was copied", words=HALF_OF_IT, broken=(LABS[2],)),
    Student("kofi", "rows for columns, one for zero", answers.LAYOUTS, NOT_YET),
    Student("lena", "right, first four labs", words=UNDERSTOOD, labs=LABS[:4]),
)


def hand_in(course: Course, say: Callable[[str], None] = print) -> None:
    """Write the class's notebooks to class/submitted.

    Raises:
        CourseError: other students' work is there.
    """
    folder = course.class_folder / "submitted"
    others = {entry.name for entry in folder.iterdir() if entry.is_dir()} if folder.is_dir() else set()
    others -= {student.name for student in STUDENTS}
    if others:
        msg = f"class/submitted: expected no class, or the demo's, found {len(others)} others ({min(others)} ...). Move class/ away first."
        raise CourseError(msg)
    for student in STUDENTS:
        for lab in student.labs:
            path = folder / student.name / lab / f"{lab}.ipynb"
            write_notebook(_written_by(student, lab, course), path)
            if lab in student.broken:
                text = path.read_text(encoding="utf-8")
                path.write_text(text[: len(text) // 2], encoding="utf-8")
        say(f"  {student.name:<7} {len(student.labs)} labs: {student.about}")


def _written_by(student: Student, lab: str, course: Course) -> nbformat.NotebookNode:
    """Return a student's notebook: the released one, with the solution's code or the student's own in the solution cells."""
    notebook = copy.deepcopy(read_notebook(course.release(lab)))
    if not student.attempted:
        return notebook
    solved = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in read_notebook(course.source(lab)).cells
        if "nbgrader" in cell.metadata
    }
    for cell in notebook.cells:
        if is_reflection(cell):
            cell.source = student.words.get(lab, cell.source)
        elif cell.metadata.get("nbgrader", {}).get("solution"):
            name = cell.metadata.nbgrader.grade_id
            cell.source = student.answers.get(lab, {}).get(name, solved[name]).strip()
    return notebook
