"""Feedback pages, by nbgrader's own feedback step."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.build import last_error
from autograder.course import Course, CourseError


def write_feedback(course: Course, labs: list[str]) -> Iterator[tuple[int, int]]:
    """Write a page for every graded submission to class/feedback; yield how many are done, and of how many.

    Raises:
        CourseError: nbgrader could not write one.
    """
    graded = [path for lab in labs for path in sorted(course.class_folder.glob(f"autograded/*/{lab}/{lab}.ipynb"))]
    nbgrader = course.nbgrader()
    for done, path in enumerate(graded, start=1):
        student, lab = path.parent.parent.name, path.stem
        result = nbgrader.generate_feedback(lab, student, force=True)
        if not result["success"]:
            msg = f"class/autograded/{student}/{lab}: nbgrader could not write its feedback: {last_error(result)}"
            raise CourseError(msg)
        yield done, len(graded)
