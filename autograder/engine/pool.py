"""Workers: processes that each hold a zygote and grade one submission after another."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from nbformat import NotebookNode

from autograder.engine.examiner import Zygote, run_notebook
from autograder.engine.sandbox import NoSandboxError
from autograder.notebook_files import UnreadableError, read_notebook
from autograder.results import SubmissionResult, graded, not_graded
from autograder.submissions import Submission, tidied

_AHEAD = 3  # submissions per worker that wait in line: enough to keep it busy, few enough to stop quickly


@dataclass(frozen=True)
class Work:
    """A submission with all that a worker needs to grade it."""

    submission: Submission
    source: NotebookNode
    points: dict[str, float]
    seed: str
    all_cells: bool = False


_zygote: Zygote | None = None


def _begin(guarded: bool) -> None:
    global _zygote  # noqa: PLW0603 - one per worker process, for as long as that lives
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the coordinator's to answer
    _zygote = Zygote(guarded=guarded)


def grade_work(work: Work) -> tuple[SubmissionResult, NotebookNode | None]:
    """Grade one submission; return its result and the executed notebook, None where it can't be read."""
    assert _zygote is not None
    student, lab = work.submission.student, work.submission.lab
    try:
        notebook = tidied(read_notebook(work.submission.path), work.source)
    except UnreadableError as error:
        return not_graded(student, lab, "unreadable", str(error), work.points), None
    try:
        executed = run_notebook(notebook, _zygote, lab=lab, seed=work.seed, all_cells=work.all_cells)
        return graded(student, lab, executed, work.points), executed
    except (NoSandboxError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - what nobody foresaw in one submission must not stop the others
        reason = (
            f"expected a submission that can be graded, found {type(error).__name__} on the way. Look at it by hand."
        )
        return not_graded(student, lab, "unreadable", reason, work.points), None


Graded = tuple[Work, SubmissionResult, NotebookNode | None]
_Waiting = dict[Future[tuple[SubmissionResult, NotebookNode | None]], Work]


def grade_all(works: Iterable[Work], *, workers: int | None = None, guarded: bool = True) -> Iterator[Graded]:
    """Grade works on a pool of processes; yield each as it is done, in whatever order that is.

    A work that takes its worker down is tried once more, alone, and then set aside with the reason.

    Raises:
        NoSandboxError: this machine can't make a sandbox.
    """
    number = workers or os.cpu_count() or 1
    todo, lost = iter(works), list[Work]()
    while True:
        waiting: _Waiting = {}
        pool = _pool(number, guarded=guarded)
        try:
            for work in todo:
                waiting[pool.submit(grade_work, work)] = work
                if len(waiting) >= number * _AHEAD:
                    yield from _done(waiting)
            while waiting:
                yield from _done(waiting)
            break
        except BrokenProcessPool:
            lost += waiting.values()
        finally:
            _end(pool)
    for work in lost:
        yield _alone(work, guarded=guarded)


def _pool(number: int, *, guarded: bool) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(number, mp_context=context, initializer=_begin, initargs=(guarded,))


def _end(pool: ProcessPoolExecutor) -> None:
    """End the workers at once, in the middle of what they do; their zygotes and student processes end with them."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()


def _alone(work: Work, *, guarded: bool) -> Graded:
    pool = _pool(1, guarded=guarded)
    try:
        return work, *pool.submit(grade_work, work).result()
    except BrokenProcessPool:
        reason = "expected a submission that can be graded, found one that ended its grader twice. Look at it by hand."
        return work, not_graded(work.submission.student, work.submission.lab, "unreadable", reason, work.points), None
    finally:
        _end(pool)


def _done(waiting: _Waiting) -> Iterator[Graded]:
    finished, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in finished:
        result, executed = future.result()
        yield waiting.pop(future), result, executed
