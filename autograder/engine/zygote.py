"""The zygote: a process that has imported what the labs import, and forks a sandboxed student process whenever it is asked."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import sys
import tempfile
import traceback
from pathlib import Path

import numpy as np
from IPython.core.interactiveshell import InteractiveShell

from autograder.course import LABS
from autograder.engine import sandbox, student
from autograder.engine.wire import Channel, decode_all, send
from course_utils import start_lab

# Python's own modules that students use: after the fork there may be no reading of files to import them from.
_MODULES = [
    "abc",
    "array",
    "bisect",
    "collections",
    "contextlib",
    "copy",
    "csv",
    "dataclasses",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "gzip",
    "heapq",
    "inspect",
    "io",
    "itertools",
    "json",
    "math",
    "numbers",
    "operator",
    "os",
    "pathlib",
    "pickle",
    "pprint",
    "random",
    "re",
    "statistics",
    "string",
    "struct",
    "sys",
    "tempfile",
    "textwrap",
    "time",
    "timeit",
    "types",
    "typing",
    "unittest",
    "uuid",
    "warnings",
    "zipfile",
    "matplotlib.pyplot",
    "matplotlib.backends.backend_agg",
    "numpy.linalg",
    "numpy.random",
    "numpy.testing",
    "course_utils",
    "course_utils.mnist",
]


def warm() -> None:
    """Import and use once what a student process needs, so that no fork has to."""
    for name in _MODULES:
        with contextlib.suppress(ImportError):
            __import__(name)
    import matplotlib.pyplot as plt  # noqa: PLC0415 - part of the warming

    figure = plt.figure()
    figure.subplots().plot([0, 1], label="warm")
    figure.canvas.draw()
    plt.close(figure)
    np.random.default_rng(0).normal(size=(4, 4)) @ np.ones(4)
    with tempfile.TemporaryDirectory() as folder:
        np.savez(f"{folder}/model.npz", weights=np.ones(3))
        np.load(f"{folder}/model.npz")["weights"]

    for lab in LABS:
        start_lab(lab)


def warm_shell(shell: InteractiveShell) -> None:
    """Run cells of every kind once: much of IPython is imported only when it is used."""
    for source in (
        "print(1)",
        "1 / 0",
        "def f(:",
        "%time 1",
        "?len",
        "raise NotImplementedError",
        "del __builtins__.no",
        "[1, 2]",
    ):
        student.run_cell(shell, source)
    shell.reset(new_session=False, aggressive=False)


def without_answers(folder: Path, package: Path = Path(sandbox.__file__).parent.parent) -> list[Path]:
    """Return what of a folder students may read: never this package, which holds the reference, nor a folder above it.

    An installed package lies among the libraries: then these are named one by one, without it.
    """
    if (
        package.resolve() not in (folder.resolve(), *folder.resolve().parents)
        and folder.resolve() not in package.resolve().parents
    ):
        return [folder]
    if folder.resolve() == package.resolve().parent and folder.name in {"site-packages", "dist-packages"}:
        return [entry for entry in folder.iterdir() if entry.resolve() != package.resolve()]
    return []


def main() -> None:
    """Fork a student process for every channel that comes in; end when the examiner is gone."""
    control = socket.socket(fileno=int(sys.argv[1]))
    guarded = sys.argv[2] == "sandbox"
    readable = [path for name in sys.argv[3:] for path in without_answers(Path(name))]
    warm()
    shell = student.make_shell()
    warm_shell(shell)
    gc.collect()
    gc.freeze()  # what all forks share is not gone through again in each of them, which would copy its pages
    limits = sandbox.Limits(used=sandbox.address_space())
    send(control, {"ready": True})
    while True:
        try:
            data, channels, _, _ = socket.recv_fds(control, 4096, 1)
        except OSError:
            return
        if not data:
            return
        request = decode_all(data)
        if "end" in request:
            _end(request["end"])
            send(control, {"ended": request["end"]})
            continue
        pid = os.fork()
        if pid == 0:
            control.close()
            _be_student(
                socket.socket(fileno=channels[0]),
                Path(request["scratch"]),
                shell,
                readable,
                limits if guarded else None,
            )
        os.close(channels[0])
        send(control, {"pid": pid})


def _end(pid: int) -> None:
    """Kill a student process and reap it. Until then its number can't be another's, since nobody else reaps it."""
    with contextlib.suppress(ProcessLookupError, ChildProcessError):
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _be_student(
    channel: socket.socket,
    scratch: Path,
    shell: InteractiveShell,
    readable: list[Path],
    limits: sandbox.Limits | None,
) -> None:
    """Enter the sandbox, unless there are no limits, and serve; never return."""
    try:
        os.setsid()
        os.environ.clear()
        for stream in (0, 1, 2):
            os.dup2(os.open(os.devnull, os.O_RDWR), stream)
        os.closerange(3, channel.fileno())
        os.closerange(channel.fileno() + 1, 256)
        if limits:
            sandbox.enter(scratch, readable, limits)
        else:
            os.chdir(scratch)
        send(channel, {"ready": True})
        student.serve(Channel(channel), shell)
    except BaseException:  # noqa: BLE001 - whatever it is, this process must not go on as a zygote
        with contextlib.suppress(BaseException):
            send(channel, {"failed": traceback.format_exc(limit=3)[-500:]})
    finally:
        os._exit(0)


if __name__ == "__main__":
    with contextlib.suppress(ConnectionError):  # the examiner was ended while this was still warming up
        main()
