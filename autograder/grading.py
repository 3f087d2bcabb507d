"""Grading a folder of submissions: who is graded already, who can't be, and the rest on the engine of choice."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nbformat import NotebookNode

from autograder.bookkeeping import Book, only_run
from autograder.build import points_of, read_source
from autograder.course import Course, CourseError
from autograder.engine import sandbox
from autograder.engine.pool import Work, grade_all
from autograder.results import SubmissionResult, not_graded
from autograder.seeds import seed_of
from autograder.stock import grade_in_kernels
from autograder.submissions import Submission


@dataclass(frozen=True)
class Options:
    """How to grade.

    Attributes:
        engine: "split" for the sandboxed engine, "nbgrader" for a kernel per submission.
        guarded: False runs the split engine without its sandbox: students' code then has the instructor's rights.
        force: grade again what an earlier run has graded.
        all_cells: run the cells too that only show something.
        workers: how many processes grade at once; None for one per core.
    """

    engine: Literal["split", "nbgrader"] = "split"
    guarded: bool = True
    force: bool = False
    all_cells: bool = False
    workers: int | None = None


def grade(course: Course, submissions: list[Submission], options: Options = Options()) -> Iterator[SubmissionResult]:
    """Grade submissions, enter them in the gradebook, and yield each result once it is there.

    Raises:
        CourseError: the course itself is not as it should be, or there is no sandbox; never for what a student handed in.
    """
    if options.engine == "nbgrader":
        yield from grade_in_kernels(course, submissions)
        return
    reason = sandbox.missing() if options.guarded else None
    if reason:
        raise CourseError(reason)
    with only_run(course), contextlib.closing(Book(course)) as book:
        todo: list[Work] = []
        for submission, work in zip(submissions, _planned(course, book, submissions, options), strict=True):
            done = _missing(work) if submission.is_missing else None if options.force else book.known(submission)
            if done is not None:
                yield done
            else:
                todo.append(work)
        try:
            for work, result, executed in grade_all(todo, workers=options.workers, guarded=options.guarded):
                if executed is not None:
                    book.enter(work.submission, executed, result)
                yield result
        except sandbox.NoSandboxError as error:
            raise CourseError(str(error)) from error


def _planned(course: Course, book: Book, submissions: list[Submission], options: Options) -> Iterator[Work]:
    """Yield the work that each submission is; a lab is entered in the gradebook when its first submission comes."""
    labs: dict[str, tuple[NotebookNode, dict[str, float]]] = {}
    for submission in submissions:
        lab = submission.lab
        if lab not in labs:
            source = read_source(course, lab)
            book.register(lab)
            labs[lab] = source, points_of(lab, source)
        yield Work(submission, *labs[lab], seed_of(course, submission.gradebook_id, lab), options.all_cells)


def _missing(work: Work) -> SubmissionResult:
    student, lab = work.submission.student, work.submission.lab
    reason = f"expected {lab}/{lab}.ipynb, found nothing handed in."
    return not_graded(student, lab, "missing", reason, work.points)
