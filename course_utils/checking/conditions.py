"""Mistakes that show only sometimes: what the calls that go wrong have in common, and no call that goes well."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from course_utils.arguments import Floats
from course_utils.checking.diagnosis import Diagnosis, Trial

Given = Sequence[Any]
_SAYS = (
    "Your function is right in many calls, and wrong whenever {words}. Such a corner is easy to miss with one example. "
    "What does each of its lines do then?"
)


def conditional(trials: Sequence[Trial]) -> Diagnosis | None:
    """Name the condition that holds in every call that goes wrong, and in no other."""
    if not any(trial.is_right for trial in trials):
        return None
    for name, words, holds in _CONDITIONS:
        if all(holds(trial.case.arguments) != trial.is_right for trial in trials):
            return Diagnosis(f"wrong-when-{name}", _SAYS.format(words=words))
    return None


def _lists(given: Given) -> Iterator[Floats]:
    return (np.asarray(one, dtype=float) for one in given if isinstance(one, list | np.ndarray) and np.ndim(one))


def _is_any_longer(length: int) -> Callable[[Given], bool]:
    return lambda given: any(len(one) > length for one in _lists(given))


def _single(given: Given) -> list[float]:
    return [float(one) for one in given if isinstance(one, int | float)]


def _numbers(given: Given) -> Floats:
    return np.concatenate([np.ravel(np.asarray(one, dtype=float)) for one in given] or [np.zeros(0)])


def _is_whole(one: Any) -> bool:
    if isinstance(one, np.ndarray):
        return one.dtype.kind in "biu"
    return isinstance(one, int) or (isinstance(one, list) and bool(one) and all(map(_is_whole, one)))


def _is_oblong(one: Floats) -> bool:
    return one.ndim > 1 and one.shape[0] != one.shape[1]


def _rounds_above(least: int) -> Callable[[Given], bool]:
    return lambda given: isinstance(given[-1], int) and given[-1] > least


_THREE, _TEN = 3, 10
_CONDITIONS: tuple[tuple[str, str, Callable[[Given], bool]], ...] = (
    ("not-three", "a list has another length than 3", lambda given: any(len(one) != _THREE for one in _lists(given))),
    *((f"longer-than-{n}", f"a list is longer than {n}", _is_any_longer(n)) for n in (1, 2, 3, 4, 5)),
    ("one-only", "a list has a single number", lambda given: any(len(one) == 1 for one in _lists(given))),
    ("empty", "a list is empty", lambda given: any(len(one) == 0 for one in _lists(given))),
    ("not-square", "a matrix isn't square", lambda given: any(map(_is_oblong, _lists(given)))),
    ("zero", "there is a 0 among the numbers", lambda given: bool((_numbers(given) == 0).any())),
    ("number-zero", "one of the single numbers is 0", lambda given: 0 in _single(given)),
    ("negative", "there is a negative number", lambda given: bool((_numbers(given) < 0).any())),
    ("number-negative", "one of the single numbers is negative", lambda given: min(_single(given), default=0) < 0),
    ("both-negative", "all single numbers are negative", lambda given: max(_single(given), default=0) < 0),
    ("first-negative", "the first number is negative", lambda given: min(_single(given[:1]), default=0) < 0),
    ("second-negative", "the second number is negative", lambda given: min(_single(given[1:2]), default=0) < 0),
    ("whole", "some numbers are whole", lambda given: any(map(_is_whole, given))),
    ("all-whole", "all numbers are whole", lambda given: all(map(_is_whole, given))),
    ("fractions", "there are fractions", lambda given: bool((_numbers(given) % 1 != 0).any())),
    ("above-one", "a number is above 1", lambda given: bool((_numbers(given) > 1).any())),
    ("large", "a number is 10 or more", lambda given: bool((np.abs(_numbers(given)) >= _TEN).any())),
    ("no-iterations", "there are no iterations", lambda given: isinstance(given[-1], int) and given[-1] == 0),
    ("one-iteration", "there is one iteration", lambda given: isinstance(given[-1], int) and given[-1] == 1),
    *((f"iterations-above-{n}", f"there are more than {n} iterations", _rounds_above(n)) for n in (1, 2, 3, 4, 5, 10)),
    ("repeated", "a number comes twice", lambda given: any(len(np.unique(one)) < one.size for one in _lists(given))),
    ("array", "it is given an array", lambda given: any(np.ndim(one) for one in given)),
    ("number", "it is given a single number", lambda given: any(not np.ndim(one) for one in given)),
    ("first-below-second", "the first number is below the second", lambda given: _first_minus_second(given) < 0),
    ("first-above-second", "the first number is above the second", lambda given: _first_minus_second(given) > 0),
)


def _first_minus_second(given: Given) -> float:
    numbers = _single(given[:2])
    return numbers[0] - numbers[1] if len(numbers) == 2 else 0.0  # noqa: PLR2004 - both are numbers
