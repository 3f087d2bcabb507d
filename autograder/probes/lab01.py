"""Lab 01's probes."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.probes.dice import Arguments, Dice, ProbedFunction
from autograder.reference import lab01


def _pairs(dice: Dice) -> Iterator[Arguments]:
    """Two numbers of every kind: fractions of either sign, whole, zero, small and large."""
    for sign in (1, -1):
        yield sign * abs(dice.number()), abs(dice.number())
        yield sign * abs(dice.number()), -abs(dice.number())
    yield dice.whole(2, 9), -dice.whole(2, 9)
    yield dice.whole(2, 9), dice.number()
    yield 0, dice.number()
    yield dice.number(), 0
    yield 0.0, 0.0
    yield dice.number() * 1024, dice.number()
    yield dice.number() / 64, dice.number() / 64
    base = dice.number(2)
    yield base, base + 2.0**-12  # close, and yet not equal


def _updates(dice: Dice) -> Iterator[Arguments]:
    for weight, weight_delta in _pairs(dice):
        yield weight, weight_delta, dice.choice((0.5, 0.25, 0.125, 2, 1.5, 0.03125))
    yield dice.number(), dice.number(), 1
    yield dice.number(2), 2.0**-9, 0.25  # small, and yet a step


def _trainings(dice: Dice) -> Iterator[Arguments]:
    for iterations in (0, 1, 2, 5):
        yield dice.number(2), dice.number(2), dice.number(2), 0.125, iterations
    yield dice.choice((-1.5, -2.5)), dice.number(3), dice.whole(1, 3), 0.0625, 4
    yield dice.whole(2, 4), dice.whole(-4, -1), dice.whole(1, 4), 0.03125, 6
    yield dice.whole(2, 4), dice.number(), dice.whole(1, 4), 0.03125, 2
    yield 0, dice.number(), dice.number(), 0.25, 3  # an input of 0 learns nothing
    yield dice.number(), 0, dice.number(), 0.03125, 3
    yield 1.5, dice.number(), 0, 0.25, 2
    yield 1.25, dice.number(1), dice.number(1), 0.5, 60  # far past convergence: no early end
    yield 4.5, dice.number(3), dice.number(3), 0.25, 4  # divergence is a right answer too


QUESTIONS = (
    ProbedFunction(
        "neural_network", lab01.neural_network, ((8.5, 0.1), (9.5, 0.1), (0, 0.5), (-2, 0.25), (3, 4)), _pairs
    ),
    ProbedFunction("compute_error", lab01.compute_error, ((0.85, 1), (1.25, 1), (-0.5, 1), (2, 2), (3, -4)), _pairs),
    ProbedFunction("compute_delta", lab01.compute_delta, ((0.85, 1), (1.25, 1), (-0.5, 1), (2, 2), (3, -4)), _pairs),
    ProbedFunction(
        "compute_weight_delta",
        lab01.compute_weight_delta,
        ((8.5, -0.15), (0, 0.7), (-2, 0.5), (-3, -4), (850, -0.15)),
        _pairs,
    ),
    ProbedFunction(
        "update_weight",
        lab01.update_weight,
        ((0.1, -1.275, 0.01), (0.5, 2, 0.1), (-1, 0.25, 0.5), (2, 0, 0.1), (1, 3, 1)),
        _updates,
    ),
    ProbedFunction(
        "train",
        lab01.train,
        (
            (8.5, 1, 0.1, 0.01, 1),
            (8.5, 1, 0.1, 0.01, 4),
            (8.5, 1, 0.1, 0.01, 0),
            (-2, 0.5, 0.25, 0.1, 3),
            (2, 3, 1, 0.125, 5),
        ),
        _trainings,
    ),
)
