"""The coordinator of a run on a cluster: it sends submissions out a few at a time, and makes sure that each comes back once."""

from __future__ import annotations

import queue
import secrets
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from distributed import Client, Future, KilledWorker

from autograder.cluster import worker
from autograder.course import CourseError
from autograder.engine.grader import RefusedError, Setup, packed_setup, packed_work, unpacked_answer
from autograder.engine.pool import Graded, Lab, Work
from autograder.notebook_files import UnreadableError, content_of
from autograder.results import SubmissionResult, not_graded

SECONDS_WITHOUT_WORKERS = 120.0
_AHEAD = 3  # submissions per thread of the cluster that are under way or wait in line
_SECONDS_A_LOOK = 2.0  # between looks at how large the cluster is
_Key = tuple[str, int]
_GRADER, _WORKERS = "grader", "workers"  # of these as many each time as the scheduler lets it have
_GONE = (
    "cluster: expected the scheduler to stay, found it gone. What was graded so far is in the gradebook; "
    "start it again, then run the command again for the rest."
)


def grade_on(client: Client, works: Iterable[Work], labs: dict[str, Lab], *, guarded: bool = True) -> Iterator[Graded]:
    """Grade works on a cluster; yield each as it is done, in whatever order that is: as `pool.grade_all` does.

    One whose grader or worker is lost is tried again, alone: what is lost then was lost by no other. After that it is set
    aside with the reason.

    Raises:
        CourseError: the cluster can't grade, or is gone.
    """
    run = _Run(client, labs, guarded=guarded)
    try:
        yield from run.all(works)
    finally:
        run.end()


class _LostError(Exception):
    """What a submission was given to ended on the way: its grader, or its workers, as many as the scheduler lets it have."""


class _Run:
    """What is under way of one run."""

    def __init__(self, client: Client, labs: dict[str, Lab], *, guarded: bool) -> None:
        self._client, self._labs = client, labs
        self._name = secrets.token_hex(8)
        # A task, not scattered data: a worker that is lost takes nothing along that couldn't be made again.
        setup = packed_setup(Setup(labs, guarded))
        self._setup = client.submit(worker.course, setup, key=("course", self._name), pure=False)
        self._waiting: dict[_Key, tuple[Future, Work]] = {}
        self._done: queue.SimpleQueue[_Key] = queue.SimpleQueue()
        self._number = 0
        self._threads = 0
        self._looked = self._last_seen = time.monotonic()

    def all(self, works: Iterable[Work]) -> Iterator[Graded]:
        """Grade all works: first many at once, then those that were lost, one by one."""
        lost: list[Work] = []
        for work in works:
            try:
                self._send(work)
            except UnreadableError as error:
                yield self._set_aside(work, str(error))
                continue
            while len(self._waiting) >= self._most():
                yield from self._one(lost)
        while self._waiting:
            yield from self._one(lost)
        for work in lost:
            yield self._alone(work)

    def end(self) -> None:
        """Drop what is under way, and end this run's graders on all workers."""
        self._client.cancel([future for future, _ in self._waiting.values()], force=True)
        if self._client.status == "running":
            with suppress(OSError, TimeoutError):
                self._client.run(worker.end_graders, self._name, on_error="ignore")

    def _send(self, work: Work) -> None:
        """Send a submission out; UnreadableError where its file can't even be read."""
        name = Path(work.submission.path.name)  # where it lies is nobody's business there
        there = replace(work, submission=replace(work.submission, path=name), content=content_of(work.submission.path))
        self._number += 1
        key = f"grade-{self._name}", self._number  # says nothing of whose it is: keys are in logs and on pages
        future = self._client.submit(
            worker.grade_there, self._name, self._setup, packed_work(there), key=key, pure=False
        )
        self._waiting[key] = future, work
        future.add_done_callback(lambda done: self._done.put(done.key))

    def _one(self, lost: list[Work]) -> Iterator[Graded]:
        """Wait for one submission; yield it, or put it to the lost ones."""
        key = self._next()
        future, work = self._waiting.pop(key)
        try:
            yield work, *self._answer(future)
        except _LostError:
            lost.append(work)

    def _alone(self, work: Work) -> Graded:
        try:
            self._send(work)
            future, _ = self._waiting.pop(self._next())
            return work, *self._answer(future)
        except UnreadableError as error:  # somebody took it away meanwhile
            return self._set_aside(work, str(error))
        except _LostError as error:
            ended = str(error)
        reason = (
            f"expected a submission that can be graded, found one that ended its {ended} twice. Look at it by hand."
        )
        return self._set_aside(work, reason)

    def _next(self) -> _Key:
        """Wait until something is done; return its key."""
        while True:
            with suppress(queue.Empty):
                return self._done.get(timeout=_SECONDS_A_LOOK)
            self._look()

    def _most(self) -> int:
        """Return how many submissions may be under way."""
        if not self._threads or time.monotonic() > self._looked + _SECONDS_A_LOOK:
            self._look()
        return max(1, self._threads) * _AHEAD

    def _look(self) -> None:
        """See how large the cluster is; CourseError where it is gone."""
        if self._client.status != "running":
            raise CourseError(_GONE)
        try:
            self._threads = sum(self._client.nthreads().values())
        except (OSError, TimeoutError) as error:
            raise CourseError(_GONE) from error
        self._looked = time.monotonic()
        if self._threads:
            self._last_seen = self._looked
        elif self._looked > self._last_seen + SECONDS_WITHOUT_WORKERS:
            msg = (
                f"cluster: expected a worker, found none for {SECONDS_WITHOUT_WORKERS:g} s. "
                "Start some, then run the command again for the rest."
            )
            raise CourseError(msg)

    def _answer(self, future: Future) -> tuple[SubmissionResult, bytes | None]:
        """Return what came of a submission; _LostError where that is nothing."""
        try:
            answer = future.result()
        except KilledWorker as error:
            raise _LostError(_WORKERS) from error
        except CancelledError as error:
            raise CourseError(_GONE) from error
        except Exception as error:  # whatever it is, it comes from over there
            text = (str(error).splitlines() or [""])[0][:200]
            msg = (
                "cluster: expected this package on the scheduler and all workers, found "
                f"{type(error).__name__}: {text}. Install it there."
            )
            raise CourseError(msg) from error
        if answer == worker.GONE:
            raise _LostError(_GRADER)
        try:
            return unpacked_answer(answer)
        except RefusedError as error:
            msg = f"cluster: {error}"
            raise CourseError(msg) from error

    def _set_aside(self, work: Work, reason: str) -> Graded:
        student, lab = work.submission.student, work.submission.lab
        return work, not_graded(student, lab, "unreadable", reason, self._labs[lab].points), None
