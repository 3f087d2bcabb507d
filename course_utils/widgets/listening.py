"""What one function prints and warns of, kept apart from what the rest of the notebook says at the same time.

JupyterLab hands what a widget sends to a thread of its own (a subshell), while cells run in the main one. The output and
the warnings of Python belong to the whole process: `contextlib.redirect_stdout` in one thread swallows what a cell prints
in the other, and two that overlap leave the wrong one in place for good. So here both stay, and every thread is asked
whether somebody listens to it.
"""

from __future__ import annotations

import contextlib
import io
import sys
import threading
import warnings
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Heard:
    """What was printed, and what was warned of as `Category: message`."""

    printed: io.StringIO = field(default_factory=io.StringIO)
    warned: list[str] = field(default_factory=list)


_ear: ContextVar[Heard | None] = ContextVar("ear", default=None)  # of this thread, and of this task in it
_lock = threading.Lock()
_listeners = 0


@contextlib.contextmanager
def listening() -> Iterator[Heard]:
    """Keep what this thread prints and every warning that it gives; other threads print and warn as ever."""
    heard = Heard()
    token = _ear.set(heard)
    _begin()
    try:
        yield heard
    finally:
        _end()
        _ear.reset(token)


class _Output:
    """Stands where `sys.stdout` was: hands on to it whatever comes from a thread that nobody listens to."""

    def __init__(self, real: Any) -> None:
        self.real = real

    def write(self, text: str) -> Any:
        return self._place().write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._place(), name)

    def _place(self) -> Any:
        heard = _ear.get()
        return self.real if heard is None else heard.printed


class _Warnings:
    """Stands where `warnings.showwarning` was, in the same way."""

    def __init__(self) -> None:
        self.real = warnings.showwarning
        self.before = warnings.catch_warnings()
        self.before.__enter__()
        warnings.simplefilter("always")

    def __call__(self, message: Warning | str, category: type[Warning], *where: Any, **more: Any) -> None:
        heard = _ear.get()
        if heard is None:
            self.real(message, category, *where, **more)
        else:
            heard.warned.append(f"{category.__name__}: {message}")


def _begin() -> None:
    global _listeners  # noqa: PLW0603 - as many as there are threads in the block, in the whole process
    with _lock:
        _listeners += 1
        if not isinstance(sys.stdout, _Output):
            sys.stdout = _Output(sys.stdout)
        if not isinstance(warnings.showwarning, _Warnings):
            warnings.showwarning = _Warnings()


def _end() -> None:
    """Put back what stood there, after the last; unless somebody else has put something there meanwhile."""
    global _listeners  # noqa: PLW0603
    with _lock:
        _listeners -= 1
        if not _listeners and isinstance(sys.stdout, _Output):
            sys.stdout = sys.stdout.real
        if not _listeners and isinstance(warnings.showwarning, _Warnings):
            warnings.showwarning.before.__exit__(None, None, None)
