"""Grading a folder of submissions: who is graded already, who can't be, and the rest on the engine of choice."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from autograder.bookkeeping import Book, only_run
from autograder.build import points_of, read_source, register
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
    with only_run(course), contextlib.ExitStack() as stack:
        points = {}
        sources = {}
        for lab in dict.fromkeys(submission.lab for submission in submissions):
            register(course, lab, None)
            sources[lab] = read_source(course, lab)
            points[lab] = points_of(lab, sources[lab])
        book = Book(course)
        stack.callback(book.close)
        todo: list[Work] = []
        fingerprints: dict[Submission, str] = {}
        for submission in submissions:
            if submission.is_missing:
                reason = f"expected {submission.lab}/{submission.lab}.ipynb, found nothing handed in."
                yield not_graded(submission.student, submission.lab, "missing", reason, points[submission.lab])
                continue
            with contextlib.suppress(OSError):
                fingerprints[submission] = book.fingerprint(submission)
            known = None if options.force else book.known(submission, fingerprints.get(submission, ""))
            if known is not None:
                yield known
                continue
            seed = seed_of(course, submission.gradebook_id, submission.lab)
            lab = submission.lab
            todo.append(Work(submission, sources[lab], points[lab], seed, options.all_cells))
        if not todo:
            return
        for work, result, executed in grade_all(todo, workers=options.workers, guarded=options.guarded):
            if executed is not None:
                book.enter(work.submission, executed, result, fingerprints.get(work.submission, ""))
            yield result
