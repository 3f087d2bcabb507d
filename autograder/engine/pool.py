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

from autograder.bookkeeping import marked
from autograder.engine import sandbox
from autograder.engine.examiner import Zygote, run_notebook
from autograder.engine.sandbox import NoSandboxError
from autograder.notebook_files import UnreadableError, content_of, parsed
from autograder.results import SubmissionResult, graded, not_graded
from autograder.submissions import Submission, tidied
from course_utils.checking.calls import OutOfTimeError

_AHEAD = 3  # submissions per worker that wait in line: enough to keep it busy, few enough to stop quickly
# Ctrl-C that comes while workers start may reach a thread of NumPy's: it ends no wait of the main thread, which sees it after this.
_SECONDS_A_LOOK = 1.0


@dataclass(frozen=True)
class Lab:
    """What grading a lab rests on: the solved notebook, whose test cells count, and the points of its questions."""

    source: NotebookNode
    points: dict[str, float]


@dataclass(frozen=True)
class Work:
    """A submission to grade: whose hidden cases are drawn from what, and of what bytes the result will be.

    Attributes:
        submission: whose it is, and where it lies.
        seed: what its hidden cases are drawn from.
        fingerprint: what its result depends on.
        all_cells: run the cells too that only show something.
        content: what is in the file, for a process that can't read it; None for one that can.
    """

    submission: Submission
    seed: str
    fingerprint: str | None
    all_cells: bool = False
    content: bytes | None = None


_zygote: Zygote | None = None
_labs: dict[str, Lab] = {}


def begin(guarded: bool, labs: dict[str, Lab]) -> None:
    """Make this process one that grades: with a zygote of its own, and no longer than its parent lives."""
    global _zygote, _labs  # one each per worker process, for as long as that lives
    sandbox.die_with_parent()
    _zygote, _labs = Zygote(guarded=guarded), labs


def grade_work(work: Work) -> tuple[SubmissionResult, bytes | None]:
    """Grade one submission; return its result and the executed notebook's content, None where it can't be read."""
    assert _zygote is not None
    student, lab = work.submission.student, work.submission.lab
    source, points = _labs[lab].source, _labs[lab].points
    try:
        content = content_of(work.submission.path) if work.content is None else work.content
        notebook = tidied(parsed(content), source)
    except UnreadableError as error:
        return not_graded(student, lab, "unreadable", str(error), points), None
    try:
        executed = run_notebook(notebook, _zygote, lab=lab, seed=work.seed, all_cells=work.all_cells)
        result = graded(student, lab, executed, points)
        return result, marked(executed, result, work.fingerprint, all_cells=work.all_cells)
    except NoSandboxError:
        raise
    except MemoryError:
        os._exit(1)  # as a worker that was lost: the work is tried once more, alone
    except OutOfTimeError:
        # The last ring of a time limit, when its block was left already: nothing of it may reach the next student.
        signal.setitimer(signal.ITIMER_REAL, 0)
        _zygote.close()
        begin(_zygote.guarded, _labs)
        reason = "expected a submission that can be graded in its time, found one that can't. Look at it by hand."
        return not_graded(student, lab, "unreadable", reason, points), None
    except Exception as error:  # noqa: BLE001 - what nobody foresaw in one submission must not stop the others
        reason = (
            f"expected a submission that can be graded, found {type(error).__name__} on the way. Look at it by hand."
        )
        return not_graded(student, lab, "unreadable", reason, points), None


Graded = tuple[Work, SubmissionResult, bytes | None]
_Waiting = dict[Future[tuple[SubmissionResult, bytes | None]], Work]


def grade_all(
    works: Iterable[Work], labs: dict[str, Lab], *, workers: int | None = None, guarded: bool = True
) -> Iterator[Graded]:
    """Grade works on a pool of processes; yield each as it is done, in whatever order that is.

    A work that takes its worker down is tried once more, alone, and then set aside with the reason.

    Raises:
        NoSandboxError: this machine can't make a sandbox.
    """
    number = workers or os.cpu_count() or 1
    todo, lost = iter(works), list[Work]()
    while True:
        waiting: _Waiting = {}
        pool = _pool(number, labs, guarded=guarded)
        try:
            for work in todo:
                waiting[pool.submit(grade_work, work)] = work
                while len(waiting) >= number * _AHEAD:
                    yield from _done(waiting)
            while waiting:
                yield from _done(waiting)
            break
        except BrokenProcessPool:
            lost += waiting.values()
        finally:
            _end(pool)
    for work in lost:
        yield _alone(work, labs, guarded=guarded)


def _pool(number: int, labs: dict[str, Lab], *, guarded: bool) -> ProcessPoolExecutor:
    """Return a pool whose workers have begun. Ctrl-C is kept from them and from all they start: it is the coordinator's to answer."""
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(number, mp_context=context, initializer=begin, initargs=(guarded, labs))
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        pool.submit(os.getpid)  # all are forked at the first call
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    return pool


def _end(pool: ProcessPoolExecutor) -> None:
    """End the workers at once, in the middle of what they do; their zygotes and student processes end with them."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()


def _alone(work: Work, labs: dict[str, Lab], *, guarded: bool) -> Graded:
    pool = _pool(1, labs, guarded=guarded)
    try:
        future = pool.submit(grade_work, work)
        while not wait([future], timeout=_SECONDS_A_LOOK).done:
            pass
        return work, *future.result()
    except BrokenProcessPool:
        reason = "expected a submission that can be graded, found one that ended its grader twice. Look at it by hand."
        submission, points = work.submission, labs[work.submission.lab].points
        return work, not_graded(submission.student, submission.lab, "unreadable", reason, points), None
    finally:
        _end(pool)


def _done(waiting: _Waiting) -> Iterator[Graded]:
    finished, _ = wait(waiting, timeout=_SECONDS_A_LOOK, return_when=FIRST_COMPLETED)
    for future in finished:
        result, executed = future.result()
        yield waiting.pop(future), result, executed
