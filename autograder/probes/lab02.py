"""Lab 02's probes."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.probes.dice import Arguments, Dice, ProbedFunction
from autograder.reference import lab02

_SIZES = (1, 2, 4, 5, 7, 20)
_FIRST_GAME = [8.5, 0.65, 1.2]
_WEIGHTS = [0.1, 0.2, -0.1]


def _two_vectors(dice: Dice) -> Iterator[Arguments]:
    for size in _SIZES:
        yield dice.numbers(size), dice.numbers(size)
    yield dice.wholes(4), dice.wholes(4)
    yield dice.wholes(3), dice.numbers(3)
    yield dice.numbers(3), dice.wholes(3)
    yield [0, 0], dice.numbers(2)
    yield [dice.number(), 0.0, dice.number()], dice.numbers(3)
    yield dice.repeated(4), dice.repeated(4)
    yield dice.repeated(4), dice.numbers(4)


def two_unequal(dice: Dice) -> Iterator[tuple[Arguments, tuple[int, int]]]:
    """Draw two vectors of unequal lengths, either one the longer; never of length 1, which NumPy would broadcast."""
    shorter = dice.whole(2, 4)
    longer = shorter + dice.whole(2, 4)
    yield (dice.numbers(shorter), dice.numbers(longer)), (shorter, longer)
    yield (dice.numbers(longer), dice.numbers(shorter)), (longer, shorter)


def number_and_vector(dice: Dice) -> Iterator[Arguments]:
    """Draw a number and a vector of every kind and size."""
    for size in _SIZES:
        yield dice.number(), dice.numbers(size)
    yield dice.whole(2, 9), dice.wholes(4)
    yield dice.number(), dice.wholes(3)
    yield -dice.whole(2, 9), dice.numbers(2)
    yield 0, dice.numbers(3)
    yield dice.number(), [0, dice.number()]
    yield dice.number(), dice.repeated(4)


def vector_and_number(dice: Dice) -> Iterator[Arguments]:
    """Draw the same the other way round."""
    for number, vector in number_and_vector(dice):
        yield vector, number


def _updates(dice: Dice) -> Iterator[Arguments]:
    for weights, weight_deltas in _two_vectors(dice):
        yield weights, weight_deltas, dice.choice((0.5, 0.25, 0.125, 1.5))
    yield dice.wholes(3), dice.wholes(3), 1


def _trainings(dice: Dice) -> Iterator[Arguments]:
    for iterations, size in ((0, 2), (1, 4), (2, 1), (5, 2), (3, 5)):
        yield dice.numbers(size, 2), dice.number(), dice.numbers(size), 0.03125, iterations
    yield dice.wholes(2, 3), dice.whole(-5, 5), dice.wholes(2), 0.0625, 4
    yield dice.wholes(4, 4), 0, dice.wholes(4), 0.015625, 3
    yield dice.wholes(3, 4), dice.number(), dice.wholes(3), 0.015625, 2
    yield [0, dice.number(), 0.5], dice.number(), dice.numbers(3), 0.03125, 3
    yield [0.0, 0.0], dice.number(), dice.numbers(2), 0.25, 2
    yield dice.repeated(4, 2), dice.number(), dice.repeated(4, 2), 0.03125, 2
    yield [1.25, -0.75], dice.number(1), dice.numbers(2, 1), 0.25, 60  # far past convergence: no early end
    yield [2.5, -3.5, 1.25], dice.number(3), dice.numbers(3), 0.125, 4  # divergence is a right answer too


def _unequal_updates(dice: Dice) -> Iterator[tuple[Arguments, tuple[int, int]]]:
    for vectors, lengths in two_unequal(dice):
        yield (*vectors, 0.25), lengths


def _unequal_trainings(dice: Dice) -> Iterator[tuple[Arguments, tuple[int, int]]]:
    for (inputs, weights), lengths in two_unequal(dice):
        yield (inputs, dice.number(), weights, 0.015625, 2), lengths


_TOO_SHORT = (([8.5, 0.65, 1.2], [0.1, 0.2]), (3, 2))
_TOO_LONG = (([1, 2], [3, 4, 5, 6]), (2, 4))

QUESTIONS = (
    ProbedFunction(
        "w_sum",
        lab02.w_sum,
        (
            (_FIRST_GAME, _WEIGHTS),
            ([1, 2], [3, 4]),
            ([0, 1, 0, 1], [1, 0, 1, 0]),
            ([2.5], [-4]),
            ([1, 2, 3, 4, 5], [5, -4, 3, -2, 0.5]),
        ),
        _two_vectors,
        (_TOO_SHORT, _TOO_LONG),
        two_unequal,
    ),
    ProbedFunction(
        "neural_network",
        lab02.neural_network,
        ((_FIRST_GAME, _WEIGHTS), ([9.5, 0.8, 1.3], _WEIGHTS), ([3, 2], [1, 2]), ([0.0, 0.0], [4, 5]), ([1.5], [-2])),
        _two_vectors,
        (_TOO_SHORT, _TOO_LONG),
        two_unequal,
    ),
    ProbedFunction(
        "ele_mul",
        lab02.ele_mul,
        ((-0.14, _FIRST_GAME), (2, [1, 2, 3, 4, 5]), (0.5, [3]), (0, [1, 2]), (-1.5, [2, -4])),
        number_and_vector,
    ),
    ProbedFunction(
        "compute_weight_deltas",
        lab02.compute_weight_deltas,
        ((_FIRST_GAME, -0.14), ([1, 2, 3, 4], 0.5), ([2], -3), ([0, -1.5], 2), ([5, 6], 0)),
        vector_and_number,
    ),
    ProbedFunction(
        "update_weights",
        lab02.update_weights,
        (
            (_WEIGHTS, [-1.19, -0.091, -0.168], 0.01),
            ([1, 2], [3, 4], 0.5),
            ([5], [2], 0.25),
            ([1, 2, 3, 4], [0, -1, 0.5, 2], 0.1),
        ),
        _updates,
        ((([0.1, 0.2, -0.1], [1, 2], 0.01), (3, 2)), (([1, 2], [3, 4, 5, 6], 0.1), (2, 4))),
        _unequal_updates,
    ),
    ProbedFunction(
        "train",
        lab02.train,
        (
            (_FIRST_GAME, 1, _WEIGHTS, 0.01, 1),
            (_FIRST_GAME, 1, _WEIGHTS, 0.01, 4),
            (_FIRST_GAME, 1, _WEIGHTS, 0.1, 4),
            (_FIRST_GAME, 1, _WEIGHTS, 0.01, 0),
            ([3, 2], 7, [1, 1], 0.03125, 5),
            ([2, -1, 0, 1], 3, [1, 2, 3, 4], 0.0625, 3),
        ),
        _trainings,
        ((([8.5, 0.65, 1.2], 1, [0.1, 0.2], 0.01, 2), (3, 2)), (([1, 2], 1, [3, 4, 5, 6], 0.01, 1), (2, 4))),
        _unequal_trainings,
    ),
)
