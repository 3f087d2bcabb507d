"""Grading with nbgrader's own engine, a Jupyter kernel per submission: slower, without isolation, kept for comparison."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from autograder.build import last_error, read_for_grading, register
from autograder.course import Course
from autograder.notebook_files import UnreadableError, read_notebook
from autograder.results import SubmissionResult, graded, not_graded
from autograder.submissions import Submission, stage

IN_KERNEL = "autograder.execution.ExecuteInKernel"


def grade_in_kernels(course: Course, submissions: list[Submission]) -> Iterator[SubmissionResult]:
    """Grade submissions in their order, enter them in the gradebook, and yield each result as it is there.

    Raises:
        CourseError: the course itself is not as it should be; never for what a student handed in.
    """
    sources: dict[str, tuple[NotebookNode, dict[str, float]]] = {}
    with tempfile.TemporaryDirectory(prefix="grading-") as folder:
        for submission in submissions:
            if submission.lab not in sources:
                sources[submission.lab] = read_for_grading(course, submission.lab)
                register(course, submission.lab, None)
            yield _grade_one(course, submission, *sources[submission.lab], Path(folder))


def _grade_one(
    course: Course, submission: Submission, source: NotebookNode, points: dict[str, float], folder: Path
) -> SubmissionResult:
    student, lab = submission.student, submission.lab
    if submission.is_missing:
        return not_graded(student, lab, "missing", f"expected {lab}/{lab}.ipynb, found nothing handed in.", points)
    try:
        stage(submission, source, folder)
    except UnreadableError as error:
        return not_graded(student, lab, "unreadable", str(error), points)
    nbgrader = course.nbgrader(submitted_directory=str(folder))
    nbgrader.config.Autograde.autograde_preprocessors = [
        IN_KERNEL,
        *nbgrader.config.Autograde.autograde_preprocessors[1:],
    ]
    result = nbgrader.autograde(lab, submission.gradebook_id, force=True, create=True)
    executed = course.class_folder / "autograded" / submission.gradebook_id / lab / f"{lab}.ipynb"
    if not result["success"] or not executed.is_file():
        return not_graded(student, lab, "unreadable", f"nbgrader could not grade it: {last_error(result)}", points)
    return graded(student, lab, read_notebook(executed), points)
