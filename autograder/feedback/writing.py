"""Feedback pages, by nbgrader's own feedback step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.build import last_error
from autograder.course import Course


@dataclass(frozen=True)
class Page:
    """A student's page of one lab; where it could not be written, `reason` says why.

    Attributes:
        student: the student's id in the gradebook, which is a folder's name.
        lab: the lab's name.
        path: where the page is, or should be.
        reason: empty where it is written.
    """

    student: str
    lab: str
    path: Path
    reason: str = ""


def graded_work(course: Course, labs: list[str]) -> list[tuple[str, str]]:
    """Return lab and student of every graded submission, in order."""
    return [
        (lab, path.parent.parent.name)
        for lab in labs
        for path in sorted(course.class_folder.glob(f"autograded/*/{lab}/{lab}.ipynb"))
    ]


def write_feedback(course: Course, work: list[tuple[str, str]]) -> Iterator[Page]:
    """Write a page for each graded submission to class/feedback, and yield it; what one of them holds stops no other.

    Args:
        course: the course.
        work: lab and student of each, as `graded_work` returns them.
    """
    nbgrader = course.nbgrader()
    for lab, student in work:
        path = course.class_folder / "feedback" / student / lab / f"{lab}.html"
        result = nbgrader.generate_feedback(lab, student, force=True)
        reason = "" if result["success"] else f"nbgrader could not write it: {last_error(result)}"
        yield Page(student, lab, path, reason)
