"""Lab 03's probes."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.probes.dice import Arguments, Dice, ProbedFunction
from autograder.probes.lab02 import number_and_vector, two_unequal
from autograder.reference import lab03

_INPUTS = [8.5, 0.65, 1.2]
_TRUES = [0.1, 1, 0.1]
_WEIGHTS = [[0.1, 0.1, -0.3], [0.1, 0.2, 0.0], [0.0, 1.3, 0.1]]
_SHAPES = ((1, 1), (1, 3), (3, 1), (2, 4), (4, 2), (3, 3), (5, 6), (12, 2))


def _preds_and_trues(dice: Dice) -> Iterator[Arguments]:
    for size in (1, 2, 4, 5, 9):
        yield dice.numbers(size), dice.numbers(size)
    yield dice.wholes(4), dice.wholes(4)
    yield dice.wholes(2), dice.numbers(2)
    yield dice.numbers(3), [0, 1, 0]
    yield dice.repeated(4), dice.repeated(4)
    yield dice.repeated(4), dice.numbers(4)
    same = dice.numbers(2)
    yield same, list(same)


def _vectors_and_matrices(dice: Dice) -> Iterator[Arguments]:
    for rows, columns in _SHAPES:
        yield dice.numbers(columns), dice.rows(rows, columns)
    yield dice.wholes(2), dice.whole_rows(4, 2)
    yield dice.wholes(3), dice.rows(2, 3)
    yield dice.numbers(2), dice.whole_rows(3, 2)
    yield [0, 0.0], dice.rows(3, 2)
    yield dice.numbers(3), [[whole, *dice.numbers(2)] for whole in dice.wholes(4)]  # whole numbers in one column only
    yield dice.wholes(2), [[*dice.numbers(1), whole] for whole in dice.wholes(3)]
    yield dice.repeated(3), [row := dice.repeated(3), dice.numbers(3), list(row)]


def _outer(dice: Dice) -> Iterator[Arguments]:
    for rows, columns in _SHAPES:
        yield dice.numbers(rows), dice.numbers(columns)
    yield dice.wholes(2), dice.wholes(4)
    yield dice.numbers(3), dice.wholes(2)
    yield [0, dice.number()], dice.numbers(3)
    yield dice.repeated(4), dice.repeated(3)


def _two_matrices(dice: Dice) -> Iterator[Arguments]:
    for rows, columns in _SHAPES:
        yield dice.rows(rows, columns), dice.rows(rows, columns), dice.choice((0.5, 0.25, 0.125))
    yield dice.whole_rows(2, 3), dice.whole_rows(2, 3), 0.5
    yield dice.whole_rows(3, 2), dice.rows(3, 2), 1
    yield dice.rows(2, 2), [[0, 0], [0, 0]], 0.25
    row = dice.repeated(3)
    yield [row, dice.numbers(3), list(row)], [dice.repeated(3), dice.numbers(3), dice.numbers(3)], 0.5
    yield [[whole, *dice.numbers(1)] for whole in dice.wholes(3)], dice.rows(3, 2), 0.25


def _trainings(dice: Dice) -> Iterator[Arguments]:
    for (rows, columns), iterations in zip(_SHAPES, (0, 1, 2, 3, 5, 4, 2, 3), strict=True):
        yield dice.numbers(columns, 2), dice.numbers(rows, 3), dice.rows(rows, columns, 3), 0.015625, iterations
    yield dice.wholes(2, 3), dice.wholes(4), dice.whole_rows(4, 2), 0.0625, 3
    yield dice.wholes(3, 3), [0, 1], dice.whole_rows(2, 3), 0.03125, 2
    yield dice.wholes(3, 3), dice.numbers(2), dice.whole_rows(2, 3), 0.015625, 2
    row = dice.repeated(3, 2)
    yield dice.repeated(3, 2), dice.repeated(3), [row, list(row), dice.numbers(3, 3)], 0.015625, 2
    yield [1.25, -0.75], dice.numbers(3, 1), dice.rows(3, 2, 1), 0.25, 60  # far past convergence: no early end
    yield [2.5, -3.5], dice.numbers(3), dice.rows(3, 2), 0.125, 4  # divergence is a right answer too


def _unequal_products(dice: Dice) -> Iterator[tuple[Arguments, tuple[int, int]]]:
    for short, long in ((2, 5), (5, 2), (3, 7)):
        yield (dice.numbers(short), dice.rows(4, long)), (short, long)
    ragged = [*dice.rows(2, 4), dice.numbers(6)]
    yield (dice.numbers(4), ragged), (4, 6)
    ragged = [dice.numbers(5), dice.numbers(3), dice.numbers(5)]
    yield (dice.numbers(5), ragged), (5, 3)


def _unequal_matrices(dice: Dice) -> Iterator[tuple[Arguments, tuple[int, int]]]:
    yield (dice.rows(2, 3), dice.rows(4, 3), 0.25), (2, 4)
    yield (dice.rows(5, 3), dice.rows(2, 3), 0.25), (5, 2)
    yield (dice.rows(3, 2), dice.rows(3, 5), 0.25), (2, 5)
    yield (dice.rows(3, 6), dice.rows(3, 4), 0.25), (6, 4)
    yield (dice.rows(3, 4), [*dice.rows(2, 4), dice.numbers(2)], 0.25), (4, 2)
    yield ([*dice.rows(2, 3), dice.numbers(5)], dice.rows(3, 3), 0.25), (5, 3)


def _unequal_trainings(dice: Dice) -> Iterator[tuple[Arguments, tuple[int, int]]]:
    yield (dice.numbers(2, 2), dice.numbers(4), dice.rows(4, 5), 0.015625, 1), (2, 5)
    yield (dice.numbers(5, 2), dice.numbers(4), dice.rows(4, 3), 0.015625, 2), (5, 3)
    yield (dice.numbers(2, 2), dice.numbers(3), dice.rows(5, 2), 0.015625, 2), (3, 5)
    yield (dice.numbers(3, 2), dice.numbers(6), dice.rows(4, 3), 0.015625, 1), (6, 4)
    yield (dice.numbers(3, 2), dice.numbers(3), [*dice.rows(2, 3), dice.numbers(5)], 0.015625, 1), (3, 5)


_SHOWN_PAIRS = (
    ([0.195, 0.13, 0.585], [0.1, 1, 0.1]),
    ([0.555, 0.98, 0.965], _TRUES),
    ([2, -1], [3, 4]),
    ([1.5], [1]),
    ([1, 2, 3, 4], [4, 3, 2, 1]),
)
_SHOWN_UNEQUAL = ((([0.195, 0.13, 0.585], [0.1, 1]), (3, 2)), (([1, 2], [3, 4, 5, 6]), (2, 4)))

QUESTIONS = (
    ProbedFunction(
        "ele_mul",
        lab03.ele_mul,
        ((0.65, [0.3, 0.2, 0.9]), (2, [1, 2, 3, 4, 5]), (0.5, [3]), (0, [1, 2]), (-1.5, [2, -4])),
        number_and_vector,
    ),
    ProbedFunction("compute_errors", lab03.compute_errors, _SHOWN_PAIRS, _preds_and_trues, _SHOWN_UNEQUAL, two_unequal),
    ProbedFunction("compute_deltas", lab03.compute_deltas, _SHOWN_PAIRS, _preds_and_trues, _SHOWN_UNEQUAL, two_unequal),
    ProbedFunction(
        "compute_weight_deltas",
        lab03.compute_weight_deltas,
        ((0.65, [0.095, -0.87, 0.485]), (2, [1, 2, 3, 4]), (-0.5, [3]), (0, [1, 2]), (1.5, [2, 0])),
        number_and_vector,
    ),
    ProbedFunction(
        "vect_mat_mul",
        lab03.vect_mat_mul,
        (
            (_INPUTS, _WEIGHTS),
            ([1, 2], [[1, 0], [0, 1], [3, 4], [0.5, -1]]),
            ([1, 2, 3, 4], [[1, 1, 1, 1]]),
            ([2], [[3], [4]]),
            ([3, -1], [[1, 2], [4, 0.5]]),
        ),
        _vectors_and_matrices,
        ((([1, 2], [[1, 2, 3], [4, 5, 6]]), (2, 3)), (([1, 2, 3], [[1, 2, 3], [4, 5]]), (3, 2))),
        _unequal_products,
    ),
    ProbedFunction(
        "outer_prod",
        lab03.outer_prod,
        (([0.455, -0.02, 0.865], _INPUTS), ([1, 2], [3, 4, 5]), ([1, 2, 3], [0.5, -1]), ([2], [3, 4]), ([1, 2], [3])),
        _outer,
    ),
    ProbedFunction(
        "update_matrix",
        lab03.update_matrix,
        (
            (_WEIGHTS, [[3.8675, 0.29575, 0.546], [-0.17, -0.013, -0.024], [7.3525, 0.56225, 1.038]], 0.01),
            ([[1, 2], [3, 4], [5, 6]], [[1, 0], [0, 1], [2, -2]], 0.5),
            ([[1, 2, 3, 4]], [[0, 1, 2, 3]], 0.1),
            ([[1], [2]], [[0.5], [1]], 1),
            ([[1, 2], [3, 4]], [[2, 0], [-1, 4]], 0.25),
        ),
        _two_matrices,
        (
            (([[1, 2], [3, 4]], [[1, 2], [3, 4], [5, 6]], 0.1), (2, 3)),
            (([[1, 2], [3, 4]], [[1, 2, 3], [4, 5, 6]], 0.1), (2, 3)),
        ),
        _unequal_matrices,
    ),
    ProbedFunction(
        "train",
        lab03.train,
        (
            (_INPUTS, _TRUES, _WEIGHTS, 0.01, 1),
            (_INPUTS, _TRUES, _WEIGHTS, 0.01, 4),
            (_INPUTS, _TRUES, _WEIGHTS, 0.01, 0),
            ([1, -2], [1, 0, 2, 0.5], [[1, 2], [3, 4], [0, 1], [-1, 1]], 0.125, 3),
            ([1, 2, 3, 0.5], [1, 0], [[1, 0, 1, 0], [0, 1, 0, 1]], 0.03125, 2),
        ),
        _trainings,
        (
            (([1, 2], [1, 0], [[1, 2, 3], [4, 5, 6]], 0.01, 1), (2, 3)),
            (([1, 2], [1, 0, 1], [[1, 2], [3, 4]], 0.01, 1), (3, 2)),
        ),
        _unequal_trainings,
    ),
)
