"""Lab 04's probes."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.probes.dice import Arguments, Dice, ProbedFunction
from autograder.probes.lab02 import two_unequal
from autograder.reference import lab04

_INPUTS = [8.5, 0.65, 1.2]
_WEIGHTS = [0.1, 0.2, -0.1]


def _freezings(dice: Dice) -> Iterator[Arguments]:
    yield dice.numbers(4), []
    yield dice.numbers(4), [0]
    yield dice.numbers(5), [4]
    yield dice.numbers(5), [3, 1]
    yield dice.numbers(2), [0, 1]
    yield dice.wholes(6), [2, 5, 0]
    yield dice.wholes(3), [1]
    yield dice.numbers(1), [0]
    yield dice.numbers(1), []
    yield [0, *dice.numbers(2)], [2]
    yield dice.repeated(4), [2]
    yield dice.repeated(5), [0, 4]


def _trainings(dice: Dice) -> Iterator[Arguments]:
    settings: tuple[tuple[list[int], int, int], ...] = (
        ([], 3, 2),
        ([0], 3, 3),
        ([2], 3, 4),
        ([0, 2], 4, 3),
        ([0, 1], 2, 3),
        ([1], 2, 0),
        ([3, 0], 5, 5),
        ([0], 1, 2),
        ([], 1, 3),
    )
    for frozen, size, iterations in settings:
        yield dice.numbers(size, 2), dice.number(), dice.numbers(size), 0.03125, frozen, iterations
    yield dice.wholes(3, 3), dice.whole(-5, 5), dice.wholes(3), 0.0625, [1], 4
    yield [0, dice.number(), 0.5], dice.number(), dice.numbers(3), 0.03125, [1], 3
    yield dice.wholes(3, 4), dice.number(), dice.wholes(3), 0.015625, [2], 2
    yield dice.repeated(4, 2), dice.number(), dice.repeated(4, 2), 0.03125, [2], 2
    yield [1.25, -0.75, 2], dice.number(1), dice.numbers(3, 1), 0.25, [2], 60  # far past convergence: no early end
    yield [2.5, -3.5, 1.25], dice.number(3), dice.numbers(3), 0.25, [2], 4  # divergence is a right answer too


def _unequal_trainings(dice: Dice) -> Iterator[tuple[Arguments, tuple[int, int]]]:
    for (inputs, weights), lengths in two_unequal(dice):
        yield (inputs, dice.number(), weights, 0.015625, [1], 2), lengths


def _slices(dice: Dice) -> Iterator[Arguments]:
    for size, index, tries in ((1, 0, 3), (2, 1, 5), (3, 0, 4), (4, 2, 1), (5, 4, 7), (3, 1, 3)):
        yield dice.numbers(size, 3), dice.number(), dice.numbers(size, 3), index, dice.numbers(tries, 3)
    yield dice.wholes(3), dice.whole(-5, 5), dice.wholes(3), 2, dice.wholes(4)
    yield dice.wholes(2), 0, dice.wholes(2), 0, [0, 0.5, -0.5]
    yield [0.0, dice.number()], dice.number(), dice.numbers(2), 0, [dice.number(), 0]
    yield dice.repeated(3, 3), dice.number(), dice.repeated(3, 3), 2, dice.repeated(5, 3)


def _unequal_slices(dice: Dice) -> Iterator[tuple[Arguments, tuple[int, int]]]:
    for (inputs, weights), lengths in two_unequal(dice):
        yield (inputs, dice.number(), weights, 0, [0.5, 1.5, -1]), lengths


QUESTIONS = (
    ProbedFunction(
        "freeze",
        lab04.freeze,
        (([-1.19, -0.091, -0.168], [0]), ([1, 2, 3, 4], [3, 1]), ([1.5, 2.5], []), ([1, 2], [0, 1]), ([0.5], [0])),
        _freezings,
    ),
    ProbedFunction(
        "train_frozen",
        lab04.train_frozen,
        (
            (_INPUTS, 1, _WEIGHTS, 0.3, [0], 1),
            (_INPUTS, 1, _WEIGHTS, 0.3, [0], 5),
            (_INPUTS, 1, _WEIGHTS, 0.01, [], 3),
            (_INPUTS, 1, _WEIGHTS, 0.3, [0, 2], 3),
            (_INPUTS, 1, _WEIGHTS, 0.3, [1], 0),
            ([1, 2], 1, [3, 4], 0.125, [0, 1], 2),
            ([2, 1.5, -2], 1, [1, 1, 0.5], 0.75, [1], 5),
        ),
        _trainings,
        ((([8.5, 0.65, 1.2], 1, [0.1, 0.2], 0.3, [0], 1), (3, 2)), (([1, 2], 1, [3, 4, 5, 6], 0.01, [], 1), (2, 4))),
        _unequal_trainings,
    ),
    ProbedFunction(
        "error_along",
        lab04.error_along,
        (
            (_INPUTS, 1, _WEIGHTS, 0, [0.0, 0.1, 0.2]),
            (_INPUTS, 1, _WEIGHTS, 2, [-1, 0, 1, 2]),
            ([1, 2], 3, [1, 1], 1, [0, 0.5]),
            ([2], 1, [5], 0, [1]),
        ),
        _slices,
        ((([8.5, 0.65, 1.2], 1, [0.1, 0.2], 0, [0.5, 1]), (3, 2)), (([1, 2], 1, [3, 4, 5, 6], 1, [0.5]), (2, 4))),
        _unequal_slices,
    ),
)
