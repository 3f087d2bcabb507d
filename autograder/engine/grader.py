"""A grader: a process of its own, beside a Dask worker, that grades what comes over a pipe as a worker of the local pool does.

The engine can't run in the Dask worker itself, where tasks run in threads: its time limits rest on signals, which only reach
a process's main thread.
"""

from __future__ import annotations

import os
import pickle
import platform
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection

import numpy as np

from autograder.bookkeeping import version_of_packages
from autograder.cluster.worker import GRADED, READY, REFUSED
from autograder.engine import pool, sandbox
from autograder.engine.pool import Lab, Work
from autograder.results import SubmissionResult

_SECONDS_IDLE = 600.0  # after which nobody will come any more: the coordinator was killed


@dataclass(frozen=True)
class Setup:
    """What a grader needs before the first submission: the labs, their hidden tests included, and whether there is a sandbox."""

    labs: dict[str, Lab]
    guarded: bool


class RefusedError(Exception):
    """A grader can't work on its machine, whatever the submission; the message is the reason, in one line."""


def packed_setup(setup: Setup) -> bytes:
    """Return a setup as it travels: what it was made by stands before it, to be compared before the rest is unpacked."""
    return pickle.dumps((version_here(), pickle.dumps(setup)))


def packed_work(work: Work) -> bytes:
    """Return a submission as it travels: its content, whose it is and its own seed; nothing of other students."""
    assert work.content is not None
    return pickle.dumps(work)


def unpacked_answer(answer: bytes) -> tuple[SubmissionResult, bytes | None]:
    """Return what a grader has answered: a result and the executed notebook's content.

    Raises:
        RefusedError: it could not grade at all.
    """
    if answer.startswith(REFUSED):
        raise RefusedError(answer.removeprefix(REFUSED).decode())
    found: tuple[SubmissionResult, bytes | None] = pickle.loads(answer.removeprefix(GRADED))  # noqa: S301 - our own grader's
    return found


def version_here() -> str:
    """Return what a result may depend on beside the course and the submission."""
    python = ".".join(platform.python_version_tuple()[:2])
    return f"code {version_of_packages()[:12]}, Python {python}, NumPy {np.__version__}"


def serve(connection: Connection) -> None:
    """Grade one submission after another, until the other end is closed or nothing has come for a long time."""
    try:
        _begin(connection.recv_bytes())
    except (RefusedError, sandbox.NoSandboxError) as error:
        connection.send_bytes(REFUSED + str(error).encode())
        return
    connection.send_bytes(READY)
    while connection.poll(_SECONDS_IDLE):
        connection.send_bytes(_graded(connection.recv_bytes()))


def _begin(setup: bytes) -> None:
    wanted, packed = pickle.loads(setup)  # noqa: S301 - our own coordinator's
    if wanted != version_here():
        msg = f"expected the autograder as it is here ({wanted}), found another ({version_here()}). Install the same one there."
        raise RefusedError(msg)
    found: Setup = pickle.loads(packed)  # noqa: S301
    pool.begin(found.guarded, found.labs)


def _graded(work: bytes) -> bytes:
    try:
        return GRADED + pickle.dumps(pool.grade_work(pickle.loads(work)))  # noqa: S301 - our own coordinator's
    except sandbox.NoSandboxError as error:
        return REFUSED + str(error).encode()


if __name__ == "__main__":
    try:
        serve(Connection(int(sys.argv[1])))
    except (EOFError, OSError):  # the worker is gone
        pass
    finally:
        os._exit(0)  # the zygote ends when its channel is closed
