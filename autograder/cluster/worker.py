"""What runs in a Dask worker: it passes submissions on to graders, processes beside it with a warm zygote each.

A worker has as many graders as it has threads: with one thread, one. They end with the run, or with the worker. Only the
standard library is imported here: the scheduler and the workers import this module, and the graders the rest.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections import defaultdict
from multiprocessing.connection import Connection

# How an answer begins; nothing at all is the answer of a grader that ended in the middle of a submission.
READY, GRADED, REFUSED, GONE = b"ready", b"graded", b"refused", b""

_busy: defaultdict[str, set[_Grader]] = defaultdict(set)  # by run
_idle: defaultdict[str, list[_Grader]] = defaultdict(list)
_ended: set[str] = set()
_lock = threading.Lock()  # a worker of several threads has a grader for each


class _Grader:
    """A grader process, seen from the worker."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", "autograder.engine.grader", str(theirs.fileno())]
        # A group of its own: Ctrl-C in the terminal is the coordinator's to answer.
        self._process = subprocess.Popen(  # noqa: S603 - the command is ours
            command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, process_group=0
        )
        theirs.close()
        self._connection = Connection(ours.detach())
        self.is_ready = False

    def ask(self, content: bytes) -> bytes:
        """Return the answer, GONE where the process ended."""
        try:
            self._connection.send_bytes(content)
            return self._connection.recv_bytes()
        except (EOFError, OSError):
            self.kill()
            self._process.wait()
            return GONE

    def is_alive(self) -> bool:
        """Tell whether the process is there."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process; its zygote and student process end with it, and whoever waits for its answer has GONE."""
        self._process.kill()

    def close(self) -> None:
        """End the process and wait until it is gone; only for who holds it alone."""
        self.kill()
        self._process.wait()
        self._connection.close()


def is_here() -> bool:
    """Return True: whoever can call this has the package."""
    return True


def course(setup: bytes) -> bytes:
    """Return what graders need before their first submission: a task, so that it travels once to each worker and can't be lost."""
    return setup


def grade_there(run: str, setup: bytes, work: bytes) -> bytes:
    """Grade a submission on one of this worker's graders; a task.

    Args:
        run: the coordinator's run, whose graders are no other's.
        setup: the course, see `course`.
        work: the submission.
    """
    with _lock:
        if run in _ended:
            return GONE
        grader = next(filter(_Grader.is_alive, _idle[run]), None) or _Grader()
        _idle[run] = [other for other in _idle[run] if other is not grader and other.is_alive()]
        _busy[run].add(grader)
    try:
        if not grader.is_ready:
            begun = grader.ask(setup)
            if begun != READY:
                return _refused(begun)
            grader.is_ready = True
        return grader.ask(work)
    finally:
        _give_back(run, grader)


def _give_back(run: str, grader: _Grader) -> None:
    with _lock:
        _busy[run].discard(grader)
        if grader.is_ready and grader.is_alive() and run not in _ended:
            _idle[run].append(grader)
        else:
            grader.close()


def _refused(answer: bytes) -> bytes:
    reason = (
        answer.removeprefix(REFUSED)
        or b"expected a grader that starts, found one that ended. See the worker's log there."
    )
    return b"%son %s: %s" % (REFUSED, socket.gethostname().encode(), reason)


def end_graders(run: str) -> None:
    """End a run's graders on this worker, in the middle of what they do."""
    with _lock:
        _ended.add(run)
        for grader in _busy.pop(run, ()):
            grader.kill()  # the thread that waits for its answer does the rest
        for grader in _idle.pop(run, ()):
            grader.close()
