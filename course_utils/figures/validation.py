"""What the figures ask of their arguments beyond `course_utils.arguments`: names, spans, pairs, runs that diverge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments import Floats, array, count, described, matrix, number, vector

MOST = 1e100  # squares of anything larger leave the range of floats


def dimensions(value: ArrayLike) -> int:
    """Return how many dimensions `value` has; rows of unequal length count as two, text as one."""
    if isinstance(value, str | bytes):
        return 1
    try:
        return int(np.ndim(value))
    except ValueError:  # ragged rows: `matrix` says what is wrong with them
        return 2


def bounded(name: str, value: float) -> float:
    """Return `value` as a float; raises as `number` does, ValueError too if its square could not be drawn."""
    found = number(name, value)
    if abs(found) > MOST:
        msg = f"{name}: expected at most {MOST:g}, found {found:.4g}. It has diverged: try a smaller alpha."
        raise ValueError(msg)
    return found


def names_for(name: str, given: Sequence[str] | None, how_many: int, default: str) -> list[str]:
    """Return one name each for `how_many` things; `default` has a place for the index, as in "weights[{}]"."""
    if given is None:
        return [default.format(index) for index in range(how_many)]
    if isinstance(given, str) or not isinstance(given, list | tuple | np.ndarray):
        msg = f"{name}: expected a list of {how_many} names, found {described(given)}. Put them in square brackets."
        raise TypeError(msg)
    if len(given) != how_many:
        msg = f"{name}: expected {how_many}, found {len(given)}. Give one name for each."
        raise ValueError(msg)
    return [str(each) for each in given]


def interval(name: str, low: Any, high: Any) -> tuple[float, float]:
    """Return `(low, high)` as floats; ValueError unless low is below high."""
    start, end = bounded(name, low), bounded(name, high)
    if start >= end:
        msg = f"{name}: expected the lower end first, found {start:.4g} to {end:.4g}. Turn them round or widen it."
        raise ValueError(msg)
    return start, end


def span_of(span: Any) -> tuple[float, float]:
    """Return `span` as an interval `(low, high)`."""
    low, high = vector("span", span, length=2)
    return interval("span", low, high)


def spans_of(span: Any, how_many: int) -> list[tuple[float, float]]:
    """Return one interval for each of `how_many` weights; `span` is one for all of them or a list of them."""
    if dimensions(span) < 2:  # noqa: PLR2004
        return [span_of(span)] * how_many
    return [interval("span", low, high) for low, high in matrix("span", span, rows=how_many, columns=2)]


def index_of(name: str, value: Any, how_many: int) -> int:
    """Return `value` as an index from 0; ValueError unless there are more than that."""
    index = count(name, value.item() if isinstance(value, np.integer) else value)
    if index >= how_many:
        msg = f"{name}: expected an index from 0 to {how_many - 1}, found {index}. Count from 0."
        raise ValueError(msg)
    return index


def indices_of(name: str, values: Any, how_many: int) -> list[int]:
    """Return `values` as a list of indices from 0, each below `how_many`."""
    if not isinstance(values, list | tuple | set | frozenset | range | np.ndarray):
        msg = f"{name}: expected a list of indices such as [0], found {described(values)}. Put it in square brackets."
        raise TypeError(msg)
    return sorted({index_of(name, value, how_many) for value in values})


def pair_of(pair: Any, how_many: int) -> tuple[int, int]:
    """Return the two different indices of the weights that a surface is drawn over."""
    if how_many < 2:  # noqa: PLR2004
        msg = f"weights: expected 2 or more, found {how_many}. For a single weight use error_curve."
        raise ValueError(msg)
    indices = indices_of("pair", pair, how_many)
    if len(indices) != 2:  # noqa: PLR2004
        msg = f"pair: expected two different indices such as (0, 1), found {described(pair)}. Choose two weights."
        raise ValueError(msg)
    first, second = (int(index) for index in pair)
    return first, second


def run_of(name: str, values: ArrayLike, *, columns: int | None = None) -> tuple[Floats, int]:
    """Return the part of a run that can be drawn, and how many steps it had before it was cut.

    A run `(steps,)` or `(steps, columns)` that diverges ends in huge numbers, inf or nan; it is cut before them.

    Raises:
        TypeError: it is not made of numbers.
        ValueError: it is empty, has another number of columns, or begins with nan or inf.
    """
    shape = (None,) if columns is None else (None, columns)
    try:
        run = np.array(values, dtype=np.float64)
    except (TypeError, ValueError):
        run = array(name, values, shape=shape)  # says what is wrong
    if not run.size:
        msg = f"{name}: expected at least one step, found none. Begin the list with where the learning starts."
        raise ValueError(msg)
    if run.ndim != len(shape):
        return array(name, values, shape=shape), len(run)
    drawable = (np.abs(run) < MOST).reshape(len(run), -1).all(axis=1)  # False for nan
    steps = len(run) if drawable.all() else int(np.argmin(drawable))
    kept = values[: max(steps, 1)] if isinstance(values, list | tuple | np.ndarray) else run[: max(steps, 1)]
    return array(name, kept, shape=shape), len(run)
