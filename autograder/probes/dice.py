"""Drawing the numbers that functions are tried with."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

Arguments = tuple[Any, ...]
_STEP = 8  # numbers are eighths: float32 holds them exactly, so a learner who computes in float32 is not punished


class Dice:
    """A seeded source of plain Python numbers, lists and rows, none of them larger than `reach`."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311 - reproducible draws, no secrets

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included: the one that `randint` would, in half the time."""
        span = high - low + 1
        bits = span.bit_length()
        while (drawn := self._random.getrandbits(bits)) >= span:
            pass
        return low + drawn

    def choice(self, options: Sequence[Any]) -> Any:
        """Return one of the options."""
        return self._random.choice(options)

    def many(self, low: int, high: int, length: int, *, but_multiples_of: int | None = None) -> np.ndarray:
        """Return an array of whole numbers from `low` to `high`, both included."""
        drawn = self._generator.integers(low, high, length, endpoint=True)
        if but_multiples_of is not None:
            while not (kept := drawn % but_multiples_of != 0).all():
                again = self._generator.integers(low, high, length - int(kept.sum()), endpoint=True)
                drawn = np.concatenate([drawn[kept], again])
        return drawn

    @cached_property
    def _generator(self) -> np.random.Generator:
        return np.random.default_rng(self._random.getrandbits(128))

    def number(self, reach: int = 6) -> float:
        """Return a fraction from -reach to reach that is neither whole nor 0."""
        while True:
            eighths = self.whole(-reach * _STEP, reach * _STEP)
            if eighths % _STEP:
                return eighths / _STEP

    def numbers(self, length: int, reach: int = 6) -> list[float]:
        """Return a list of fractions, no two alike in size."""
        drawn: dict[float, float] = {}
        while len(drawn) < length:
            new = self.number(max(reach, length // 4))
            drawn.setdefault(abs(new), new)
        return list(drawn.values())

    def repeated(self, length: int, reach: int = 6) -> list[float]:
        """Return a list of fractions in which some come twice: looking an element up by its value is wrong here."""
        once = self.numbers((length + 1) // 2, reach)
        return [once[place % len(once)] for place in range(length)]

    def wholes(self, length: int, reach: int = 9) -> list[int]:
        """Return a list of whole numbers other than 0, no two alike in size."""
        sizes = self._random.sample(range(1, max(reach, length) + 1), length)
        return [size * self._random.choice((-1, 1)) for size in sizes]

    def rows(self, rows: int, columns: int, reach: int = 6) -> list[list[float]]:
        """Return a matrix of fractions as a list of rows."""
        return [self.numbers(columns, reach) for _ in range(rows)]

    def whole_rows(self, rows: int, columns: int, reach: int = 9) -> list[list[int]]:
        """Return a matrix of whole numbers as a list of rows."""
        return [self.wholes(columns, reach) for _ in range(rows)]

    def pixels(self, *shape: int) -> np.ndarray:
        """Return an array of fractions from 0 to 1 in sixteenths, about half of them 0, as an image has."""
        drawn: np.ndarray = np.maximum(self.many(-15, 16, math.prod(shape)), 0).reshape(shape) / 16
        return drawn

    def array(self, *shape: int, reach: int = 2) -> np.ndarray:
        """Return an array of fractions from -reach to reach."""
        eighths = self.many(-reach * _STEP, reach * _STEP, math.prod(shape), but_multiples_of=_STEP)
        drawn: np.ndarray = eighths.reshape(shape) / _STEP
        return drawn

    def targets(self, length: int) -> np.ndarray:
        """Return an array of 0s and 1s, both in it wherever it is longer than one."""
        while True:
            drawn = [self._random.randint(0, 1) for _ in range(length)]
            if length == 1 or 0 < sum(drawn) < length:
                return np.array(drawn)


Draw = Callable[[Dice], Iterator[Arguments]]
DrawUnequal = Callable[[Dice], Iterator[tuple[Arguments, tuple[int, int]]]]


def none_unequal(_: Dice) -> Iterator[tuple[Arguments, tuple[int, int]]]:
    """Draw nothing: the function has no lengths that must fit."""
    return iter(())


@dataclass(frozen=True)
class ProbedFunction:
    """One graded function and how it is probed.

    Attributes:
        name: the function's name.
        reference: gives the expected answers.
        shown: the arguments of the visible check: LABS.md's numbers first.
        shown_unequal: arguments of the visible check whose lengths don't fit, each with the two lengths.
        draw: draws the arguments of the hidden examination.
        draw_unequal: draws hidden arguments whose lengths don't fit.
        quiet: a warning makes the answer wrong.
    """

    name: str
    reference: Callable[..., Any]
    shown: tuple[Arguments, ...]
    draw: Draw
    shown_unequal: tuple[tuple[Arguments, tuple[int, int]], ...] = ()
    draw_unequal: DrawUnequal = none_unequal
    quiet: bool = False
