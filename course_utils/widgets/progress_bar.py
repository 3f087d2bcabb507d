"""`progress`: how far a long loop is, as a bar and in words."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sized
from typing import Any, TypeVar

import ipywidgets

from course_utils.arguments import count, described
from course_utils.widgets.screen import has_page, publish

T = TypeVar("T")
_SECONDS_BETWEEN = 0.1  # two updates of the page
_LONGEST_IN_TENTHS, _LONGEST_IN_SECONDS = 9.95, 99


def progress(iterable: Iterable[T], label: str, *, total: int | None = None) -> Iterator[T]:
    """Yield the items of `iterable` and show how far the loop is; where there is no notebook it only yields them.

    `total` is the number of items where `len(iterable)` can't tell it; without either there is no bar, only a count.

    Raises:
        TypeError: `iterable` can't be looped over, `label` isn't text, or `total` isn't a whole number.
        ValueError: `total` is below 0.
    """
    if not isinstance(iterable, Iterable):
        msg = f"progress: expected something to loop over, found {described(iterable)}. Try range({iterable!r:.20})."
        raise TypeError(msg)
    if not isinstance(label, str):
        msg = f"label: expected a few words, found {described(label)}. Say what is counted, such as 'epoch'."
        raise TypeError(msg)
    if total is not None:
        total = count("total", total)
    elif isinstance(iterable, Sized):
        total = len(iterable)
    return _counted(iterable, label, total) if has_page() else iter(iterable)


def told(label: str, done: int, total: int | None, seconds: float) -> str:
    """Say how far the loop is, and how long the rest will take if it goes on as it did.

    >>> told("epoch", 3, 10, 6.0)
    'epoch: 3 of 10, about 14 s to go'
    """
    if total is None:
        return f"{label}: {done} so far, {_duration(seconds)}"
    if done == 0 or done >= total:
        return f"{label}: {done} of {total}"
    return f"{label}: {done} of {total}, about {_duration(seconds / done * (total - done))} to go"


def ending(label: str, done: int, total: int | None, seconds: float, *, ended: bool) -> str:
    """Say how the loop ended: at the end of its items, or before by `break` or an exception.

    >>> ending("epoch", 10, 10, 20.0, ended=True), ending("epoch", 4, 10, 8.0, ended=False)
    ('epoch: 10 of 10, done in 20 s', 'epoch: stopped after 4 of 10')
    """
    if ended:
        return f"{label}: {done} of {done}, done in {_duration(seconds)}"
    return f"{label}: stopped after {done}{'' if total is None else f' of {total}'}"


def _duration(seconds: float) -> str:
    if round(seconds) > _LONGEST_IN_SECONDS:
        return f"{seconds / 60:.0f} min"
    return f"{seconds:.1f} s" if seconds < _LONGEST_IN_TENTHS else f"{seconds:.0f} s"


def _counted(iterable: Iterable[T], label: str, total: int | None) -> Iterator[T]:
    bar = ipywidgets.IntProgress(min=0, max=max(total or 1, 1), value=0, layout={"width": "20em"})
    words = ipywidgets.Label(told(label, 0, total, 0.0))
    children: list[Any] = [words] if total is None else [bar, words]
    publish(ipywidgets.HBox(children, layout={"flex_flow": "row wrap"}), label)
    began = shown = time.perf_counter()
    done = 0
    ended = False
    try:
        for item in iterable:
            yield item
            done += 1
            now = time.perf_counter()
            if now - shown > _SECONDS_BETWEEN:
                bar.value, words.value, shown = done, told(label, done, total, now - began), now
        ended = True
    finally:
        if ended:
            total = bar.max = max(done, 1)
        bar.value, bar.bar_style = done, "success" if ended else "warning"
        words.value = ending(label, done, total, time.perf_counter() - began, ended=ended)
