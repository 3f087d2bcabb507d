"""The functions that a picture runs: the learner's own where they were given, else the course's plain arithmetic."""

from __future__ import annotations

import collections
import contextlib
import weakref
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import numpy as np
from IPython import get_ipython

from course_utils.arguments import Floats, described
from course_utils.widgets.outcome import UnusableError

_MOST_WATCHED = 12  # pictures that follow a function; older ones follow it when they are next touched


class Watcher(Protocol):
    """Something to be told when one of the learner's functions was written anew."""

    def functions_changed(self) -> None:
        """Take notice."""


class Functions:
    """Functions by name; one that was defined in the notebook is looked up there each time, so the newest version runs."""

    def __init__(
        self, standard: Mapping[str, Callable[..., Any]], given: tuple[Any, ...], named: Mapping[str, Any]
    ) -> None:
        known = ", ".join(f"`{name}`" for name in standard)
        chosen: dict[str, Any] = {}
        for function in given:
            name = getattr(function, "__name__", None)
            if not callable(function) or name is None:
                msg = f"expected functions ({known}), found {described(function)}. Pass a function itself, without brackets."
                raise TypeError(msg)
            chosen[name] = function
        chosen.update(named)
        for name, function in chosen.items():
            if name not in standard:
                msg = f"expected functions named {known}, found `{name}`. Give it as one of these: {next(iter(standard))}={name}."
                raise TypeError(msg)
            if not callable(function):
                msg = f"{name}: expected a function, found {described(function)}. Pass its name, without brackets."
                raise TypeError(msg)
        self._standard, self._given = standard, chosen
        self._seen = self.current()

    def number(self, name: str, *arguments: Any) -> float:
        """Return the number that the function gives for `arguments`; UnusableError if it gives anything else."""
        result = _newest(self._given[name])(*arguments) if name in self._given else self._standard[name](*arguments)
        if type(result) is float:
            return result
        try:
            if not isinstance(result, str | bytes) and np.ndim(result) == 0:
                return float(result)
        except (TypeError, ValueError, OverflowError):
            pass
        msg = f"`{name}` gave {_said(result)}; the picture needs one number from it."
        raise UnusableError(msg)

    def numbers(self, name: str, shape: tuple[int, ...], *arguments: Any) -> Floats:
        """Return the numbers `shape` that the function gives for `arguments`; UnusableError if it gives others."""
        result = _newest(self._given[name])(*arguments) if name in self._given else self._standard[name](*arguments)
        try:
            found = np.asarray(result, dtype=float)
        except (TypeError, ValueError, OverflowError):
            found = None
        if found is None or found.shape != shape:
            wanted = " by ".join(str(length) for length in shape)
            msg = f"`{name}` gave {_said(result)}; the picture needs {wanted} numbers from it."
            raise UnusableError(msg)
        return found

    def current(self) -> dict[str, Callable[..., Any]]:
        """Return each function's newest version by name."""
        return {
            name: _newest(self._given[name]) if name in self._given else own for name, own in self._standard.items()
        }

    def changed(self) -> bool:
        """Tell, once, whether a function was written anew since this was last asked."""
        before, self._seen = self._seen, self.current()
        return any(before[name] is not function for name, function in self._seen.items())

    @property
    def mine(self) -> tuple[str, ...]:
        """The names of the functions that the learner gave."""
        return tuple(self._given)


def _said(result: Any) -> str:
    return "`None` (does it end with `return`?)" if result is None else described(result)


def _newest(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return what the notebook now holds under the function's name, where the function came from there."""
    shell = get_ipython()
    name = getattr(function, "__name__", "")
    if shell is None or getattr(function, "__module__", None) != "__main__" or not name.isidentifier():
        return function
    newest = shell.user_ns.get(name, function)
    return newest if callable(newest) else function


_watchers: collections.deque[weakref.ref[Watcher]] = collections.deque(maxlen=_MOST_WATCHED)
_listening: list[Any] = []  # the shell that tells us, at most one


def watch(watcher: Watcher) -> None:
    """Tell `watcher` after each cell that may have redefined a function; without a notebook there is nothing to watch."""
    shell = get_ipython()
    if shell is None:
        return
    _watchers.append(weakref.ref(watcher))
    if not _listening:
        _listening.append(shell)
        shell.events.register("post_run_cell", _tell)


def _tell(*_: Any) -> None:
    for reference in list(_watchers):
        watcher = reference()
        if watcher is None:
            with contextlib.suppress(ValueError):
                _watchers.remove(reference)
        else:
            watcher.functions_changed()
