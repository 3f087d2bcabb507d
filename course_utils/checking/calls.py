"""Calling a learner's function: what it prints, warns of, raises, and how long it may take."""

from __future__ import annotations

import contextlib
import dis
import io
import linecache
import signal
import threading
import traceback
import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

import numpy as np

from course_utils.checking.equality import copied

# How long one question may take, all its calls together. The slowest honest solution needs a hundredth of it.
SECONDS_PER_QUESTION = 10.0
_PACKAGE = str(Path(__file__).resolve().parent.parent)
_KEPT_CHARACTERS = 2_000
DEAD = "DeadProcess"  # the kind of an exception that stands for a lost process


class OutOfTimeError(BaseException):
    """A call ran past its time. A BaseException, so that a learner's `except Exception` doesn't swallow it."""


class _ShortMemory(io.TextIOBase):
    """A text stream that keeps the first characters and forgets the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text[: max(0, _KEPT_CHARACTERS - len(self.text))]
        return len(text)


@dataclass(frozen=True)
class Raised:
    """An exception as plain data, so that it can come from another process.

    Attributes:
        kinds: the names of its class and of the classes that one derives from.
        text: its message.
        sentence: which error it was, and on which of the learner's lines.
        by_learner: whether a `raise` of the learner's own made it, and not a library.
        unwritten: the function that is not written yet, where that is the reason.
    """

    kinds: tuple[str, ...]
    text: str
    sentence: str
    by_learner: bool
    unwritten: str | None = None

    @property
    def is_end(self) -> bool:
        """Tell whether it ended the whole process, which has to be started again for any further call."""
        return self is ENDED


# This one object, and nothing that a learner's process says of itself, stands for a process that is gone.
ENDED = Raised(
    (DEAD, "Exception"),
    "",
    "It ended the whole Python process. Does it call exit() or something like it?",
    False,
)


@dataclass(frozen=True)
class Outcome:
    """What came of one call: its result or the exception, and what it warned of on the way."""

    result: Any = None
    raised: Raised | None = None
    warned: tuple[str, ...] = ()


@dataclass(frozen=True)
class Call:
    """One call: what came of it, and what the function made of its arguments."""

    outcome: Outcome
    after: Sequence[Any]


class Elsewhere(ABC):
    """A learner's function that lives in another process.

    Attributes:
        scratch: a folder that both processes can reach.
        found: what was found out about the functions of that process so far, by name; for who examines them.
    """

    scratch: Path
    found: dict[str, Any]

    @abstractmethod
    def calls(self, each: Sequence[Sequence[Any]]) -> Iterator[Call]:
        """Call it there once for each list of arguments, in order. Raises OutOfTimeError where one takes too long."""

    @abstractmethod
    def sibling(self, name: str) -> Any:
        """Return what the same process has under another name, None where it has nothing."""

    @abstractmethod
    def changed(self, sources: Mapping[str, str]) -> AbstractContextManager[None]:
        """Return a context in which these names are bound there by the sources given for them, and afterwards as they were."""

    @abstractmethod
    def renew(self) -> None:
        """Let the next call go to a new process: whatever the old one remembered is gone."""

    @abstractmethod
    def is_unwritten(self) -> bool:
        """Tell whether it still has its released body."""

    def __call__(self, *_: Any) -> Any:
        """Refuse to be called as if it were here."""
        msg = "a function that lives elsewhere is called by `call`"
        raise TypeError(msg)


@contextlib.contextmanager
def time_limit(seconds: float, *, again: bool = True) -> Iterator[None]:
    """Raise OutOfTimeError in the block after `seconds`, and `again` until it ends, since a learner's code may swallow the first.

    Rests on SIGALRM: outside the main thread, and on Windows, there is no limit and the kernel's stop button does it.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.2 if again else 0.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Quiet:
    """A context in which functions are called without a word: what they print is dropped, what they warn of is kept."""

    def __enter__(self) -> Quiet:
        self._stack = contextlib.ExitStack()
        self._complained = _ShortMemory()
        self._caught = self._stack.enter_context(warnings.catch_warnings(record=True))
        self._stack.enter_context(np.errstate(divide="warn", over="warn", under="ignore", invalid="warn"))
        self._stack.enter_context(contextlib.redirect_stdout(_ShortMemory()))
        self._stack.enter_context(contextlib.redirect_stderr(self._complained))
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def call(self, function: Callable[..., Any], arguments: Sequence[Any]) -> Outcome:
        """Call `function(*arguments)`; every exception, even SystemExit, is part of the outcome.

        Raises:
            OutOfTimeError: the time limit that the call stands under is over.
            KeyboardInterrupt: somebody stopped it.
        """
        warnings.simplefilter("always")
        self._caught.clear()
        self._complained.text = ""
        result, raised = None, None
        try:
            result = function(*arguments)
        except (OutOfTimeError, KeyboardInterrupt):
            raise
        except BaseException as error:  # noqa: BLE001 - a learner's function may raise anything, exit() included
            raised = as_data(error)
        warned = list(dict.fromkeys(f"{item.category.__name__}: {item.message}" for item in self._caught))
        if self._complained.text.strip():
            warned.append(self._complained.text.strip())
        return Outcome(result, raised, tuple(warned))


def call_each(function: Callable[..., Any], each: Sequence[Sequence[Any]]) -> Iterator[Call]:
    """Call a function once for each list of arguments, each time with copies of them; see `Quiet.call`."""
    if isinstance(function, Elsewhere):
        yield from function.calls(each)
        return
    for arguments in each:
        given = copied(arguments)
        with Quiet() as quiet:
            outcome = quiet.call(function, given)
        (result,) = copied([outcome.result])  # the function may go on changing what it has given back
        yield Call(replace(outcome, result=result), given)


def call(function: Callable[..., Any], arguments: Sequence[Any]) -> Call:
    """Call a function once, with copies of the arguments."""
    (made,) = call_each(function, [arguments])
    return made


def learners_line(error: BaseException) -> tuple[str, int, str] | None:
    """Return the function, number and text of the learner's own line on which `error` came up; None where there is none."""
    frames = [
        (frame.f_code.co_name, frame.f_code.co_filename, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if _is_learners(frame.f_code.co_filename)
    ]
    if not frames:
        return None
    function, filename, line = frames[-1]
    return function, line, linecache.getline(filename, line).strip()


def as_data(error: BaseException) -> Raised:
    """Return an exception as plain data."""
    kinds = tuple(kind.__name__ for kind in type(error).__mro__)
    is_unwritten_stub = type(error) is NotImplementedError and learners_line(error) is not None
    unwritten = raised_in(error) if is_unwritten_stub else None
    return Raised(kinds, str(error)[:_KEPT_CHARACTERS], describe_error(error), is_learners_raise(error), unwritten)


def is_learners_raise(error: BaseException) -> bool:
    """Tell whether a `raise` of the learner's own made `error`, and not a library on the learner's behalf."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None or not _is_learners(last.tb_frame.f_code.co_filename):
        return False
    return dis.opname[last.tb_frame.f_code.co_code[last.tb_lasti]] == "RAISE_VARARGS"


def raised_in(error: BaseException) -> str | None:
    """Return the name of the function in which `error` was raised."""
    last: TracebackType | None = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    return last.tb_frame.f_code.co_name if last is not None else None


def describe_error(error: BaseException) -> str:
    """Say in one sentence which error was raised, and on which of the learner's lines.

    An error of a kind that only the interpreter explains (recursion, memory) gets its explanation instead of its text.
    """
    text = str(error).strip().split("\n")[0][:300]
    if isinstance(error, RecursionError):
        text = "the function calls itself without end"
    elif isinstance(error, SystemExit):
        text = "exit() ends the whole program; use return"
    what = type(error).__name__ + (f": {text}" if text else "")
    place = learners_line(error)
    if place is None:
        return f"It raised {what}."
    function, line, source = place
    where = f"line {line} of its cell" if function.startswith("<") else f"in `{function}`, line {line} of its cell"
    return f"It raised {what} ({where}: `{source}`)." if source else f"It raised {what} ({where})."


def _is_learners(filename: str) -> bool:
    if "site-packages" in filename or "dist-packages" in filename or filename.startswith("<frozen"):
        return False
    is_librarys = filename.startswith((_PACKAGE, str(Path(warnings.__file__).parent)))
    return not is_librarys
