"""Naming a mistake: which wrong formula an answer agrees with, how it is related to the right one, or when it goes wrong."""

from __future__ import annotations

import contextlib
import functools
import io
import re
import tomllib
import warnings
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from course_utils.arguments import Floats
from course_utils.checking.calls import Outcome
from course_utils.checking.cases import Case
from course_utils.checking.equality import ABSOLUTE_TOLERANCE, UnusableAnswerError, as_floats

# An answer laid flat: the number of parts, then of each part its number of dimensions, its shape and its numbers.
UNUSABLE: Floats = np.array([-2.0])
_RAISED = -1.0
_EXACT = 2**24  # single precision holds all whole numbers below it
_DIGITS = re.compile(r"\d+(\.\d+)?")
_MANY, _TOO_MANY, _SAMPLED = 64, 20_000, 16  # numbers
_NEAR = 2e-6  # relatively; tables hold single precision
_ENOUGH = 0.3  # of the cases a formula must have an answer to
_SAYINGS = Path(__file__).with_name("mistakes.toml")


@dataclass(frozen=True)
class Diagnosis:
    """A mistake by its stable name, and what the learner is told of it."""

    id: str
    says: str


@dataclass(frozen=True)
class Suspect:
    """A wrong formula that an answer may agree with.

    Attributes:
        diagnosis: what it is called, and what it says.
        answer: its answer, laid flat, in the case of a number.
    """

    diagnosis: Diagnosis
    answer: Callable[[int], Floats]


@dataclass(frozen=True)
class Trial:
    """One case with a right answer, and what a learner's function made of it."""

    case: Case
    outcome: Outcome
    is_right: bool


def known(name: str) -> Diagnosis:
    """Return a mistake that is recognised in any function, by its name."""
    return Diagnosis(name, _sayings()[name])


@functools.cache
def _sayings() -> dict[str, str]:
    return tomllib.loads(_SAYINGS.read_text(encoding="utf-8"))


def laid_flat(value: Any) -> Floats:
    """Return an answer as one vector of numbers by which it can be compared; UNUSABLE where it isn't made of numbers."""
    try:
        parts = [as_floats(part) for part in value] if isinstance(value, tuple) else [as_floats(value)]
    except UnusableAnswerError:
        if not isinstance(value, list):
            return UNUSABLE
        try:
            parts = [as_floats(part) for part in value]  # a pair of unlike things, given as a list
        except UnusableAnswerError:
            return UNUSABLE
    return np.concatenate([[len(parts)], *([part.ndim, *part.shape, *_in_short(part.ravel())] for part in parts)])


def _in_short(numbers: Floats) -> Floats:
    """Return many numbers as a few weighted sums of them and some of themselves, by which they are known just as well."""
    if len(numbers) <= _MANY:
        return numbers
    if len(numbers) > _TOO_MANY:
        return numbers[:: len(numbers) // _SAMPLED]  # no right answer has so many
    with np.errstate(all="ignore"):
        sums: Floats = _weights(len(numbers)) @ numbers
    return np.concatenate([sums, numbers[:: len(numbers) // _SAMPLED]])


@functools.lru_cache(maxsize=64)
def _weights(length: int) -> Floats:
    return np.random.default_rng(length).uniform(0.5, 1.5, (8, length))


def laid_flat_error(kind: str, text: str) -> Floats:
    """Return an exception as a vector of numbers: the same for the same kind and message, whatever numbers stand in that."""
    return np.array([_RAISED, zlib.crc32(f"{kind}: {_DIGITS.sub('0', text)}".encode()) % _EXACT])


def is_error(answer: Floats) -> bool:
    """Tell whether an answer laid flat is an exception."""
    return bool(answer[0] == _RAISED)


def laid_flat_like(expected: Any, value: Any) -> Floats:
    """Return an answer laid flat as what is expected: a pair may be given as a list, and a list as a tuple."""
    if isinstance(expected, tuple) and (isinstance(value, list) or (isinstance(value, np.ndarray) and value.ndim)):
        return laid_flat(tuple(value))
    if not isinstance(expected, tuple) and isinstance(value, tuple):
        return laid_flat(list(value))
    return laid_flat(value)


def are_alike(one: Floats, other: Floats) -> bool:
    """Tell whether two answers laid flat are the same, nan and infinity included."""
    if one.shape != other.shape:
        return False
    if (one == other).all():
        return True
    with np.errstate(all="ignore"):
        near = np.abs(one - other) <= np.maximum(_NEAR * np.abs(other), ABSOLUTE_TOLERANCE)
    return bool(np.all(near | (one == other) | (np.isnan(one) & np.isnan(other))))


def agreeing(trials: Sequence[Trial], suspects: Sequence[Suspect]) -> Diagnosis | None:
    """Return the wrong formula that agrees with a function in every case; of several the one that says most.

    Where a formula raises, a function agrees with it if it is wrong there in any way: two ways of writing one mistake
    seldom break down alike.
    """
    with quietly():
        return _agreeing(trials, suspects)


@contextlib.contextmanager
def quietly() -> Iterator[None]:
    """Let nothing be seen of what wrong formulas print and warn of."""
    with warnings.catch_warnings(), np.errstate(all="ignore"), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def _agreeing(trials: Sequence[Trial], suspects: Sequence[Suspect]) -> Diagnosis | None:
    answers = [_answer(trial) for trial in trials]
    wrong_first = sorted(range(len(trials)), key=lambda number: trials[number].is_right)
    best: tuple[int, Diagnosis] | None = None
    for suspect in suspects:
        said = 0
        for number in wrong_first:
            its = suspect.answer(number)
            if are_alike(answers[number], its):
                said += 1
            elif not is_error(its) or trials[number].is_right:
                break
        else:
            if said >= _ENOUGH * len(trials) and (best is None or said > best[0]):
                best = said, suspect.diagnosis
    return best[1] if best else None


def _answer(trial: Trial) -> Floats:
    raised = trial.outcome.raised
    if raised is not None:
        return laid_flat_error(raised.kinds[0], raised.text)
    return laid_flat_like(trial.case.expected, trial.outcome.result)
