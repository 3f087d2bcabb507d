"""Grading a folder of submissions: who is graded already, who can't be, and the rest on the engine of choice."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from autograder.bookkeeping import Book, database_trouble, only_run
from autograder.build import read_for_grading
from autograder.cluster.address import Cluster
from autograder.course import Course, CourseError
from autograder.engine import sandbox
from autograder.engine.pool import Graded, Lab, Work, grade_all
from autograder.results import QuestionResult, SubmissionResult, not_graded
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
        cluster: where to grade instead of in processes of this one.
    """

    engine: Literal["split", "nbgrader"] = "split"
    guarded: bool = True
    force: bool = False
    all_cells: bool = False
    workers: int | None = None
    cluster: Cluster | None = None


def grade(course: Course, submissions: list[Submission], options: Options = Options()) -> Iterator[SubmissionResult]:
    """Grade submissions, enter them in the gradebook, and yield each result once it is there.

    Raises:
        CourseError: the course itself is not as it should be, or there is no sandbox; never for what a student handed in.
    """
    try:
        yield from _graded(course, submissions, options)
    except Exception as error:
        reason = database_trouble(error)
        if reason is None:
            raise
        raise CourseError(reason) from error


def _graded(course: Course, submissions: list[Submission], options: Options) -> Iterator[SubmissionResult]:
    if options.engine == "nbgrader":
        if options.cluster:
            msg = "cluster: expected --engine split, found nbgrader, which grades on this machine only. Leave one of them out."
            raise CourseError(msg)
        with only_run(course):
            yield from grade_in_kernels(course, submissions)
        return
    reason = sandbox.missing() if options.guarded and (options.cluster is None or options.cluster.is_local) else None
    if reason:
        raise CourseError(reason)
    with only_run(course), contextlib.closing(Book(course)) as book:
        labs = _labs(course, book, submissions)
        todo: list[Work] = []
        for submission in submissions:
            fingerprint = book.fingerprint(submission)
            done = _missing(submission, labs) if submission.is_missing else None
            if done is None and not options.force:
                done = book.known(submission, fingerprint, all_cells=options.all_cells)
            if done is not None:
                yield done
            else:
                seed = seed_of(course, submission.gradebook_id, submission.lab)
                todo.append(Work(submission, seed, fingerprint, options.all_cells))
        same: dict[QuestionResult, QuestionResult] = {}  # most are equal to others': who keeps ten thousand keeps few
        try:
            for work, result, executed in _graded_works(todo, labs, options):
                if executed is not None:
                    book.enter(work.submission, executed, result)
                yield replace(result, questions=tuple(same.setdefault(each, each) for each in result.questions))
        except sandbox.NoSandboxError as error:
            raise CourseError(str(error)) from error


def _graded_works(todo: list[Work], labs: dict[str, Lab], options: Options) -> Iterator[Graded]:
    if options.cluster is None:
        yield from grade_all(todo, labs, workers=options.workers, guarded=options.guarded)
    elif todo:
        from autograder.cluster.connection import connected  # noqa: PLC0415 - Dask is an extra
        from autograder.cluster.coordinator import grade_on  # noqa: PLC0415

        with connected(options.cluster, options.workers) as client:
            yield from grade_on(client, todo, labs, guarded=options.guarded)


def _labs(course: Course, book: Book, submissions: list[Submission]) -> dict[str, Lab]:
    """Return the labs that the submissions are of; each is entered in the gradebook."""
    labs = {}
    for name in dict.fromkeys(submission.lab for submission in submissions):
        book.register(name)
        labs[name] = Lab(*read_for_grading(course, name))
    return labs


def _missing(submission: Submission, labs: dict[str, Lab]) -> SubmissionResult:
    student, lab = submission.student, submission.lab
    reason = f"expected {lab}/{lab}.ipynb, found nothing handed in."
    return not_graded(student, lab, "missing", reason, labs[lab].points)
