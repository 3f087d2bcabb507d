"""Lab 04: some weights held still, and the error along one weight."""

from __future__ import annotations

from collections.abc import Sequence

from numpy.typing import ArrayLike

from autograder.reference import lab01, lab02
from course_utils.arguments import count, described, learning_rate, number, same_length, vector


def freeze(weight_deltas: ArrayLike, frozen: Sequence[int]) -> list[float]:
    """Return a new list of the weight_deltas with 0 at the frozen indices, counted from 0."""
    deltas = [float(delta) for delta in vector("weight_deltas", weight_deltas)]
    still = _indices(frozen, len(deltas))
    return [0.0 if index in still else delta for index, delta in enumerate(deltas)]


def train_frozen(
    inputs: ArrayLike, true: float, weights: ArrayLike, alpha: float, frozen: Sequence[int], iterations: int
) -> tuple[list[float], list[float]]:
    """Return `(weights, errors)` after training in which the frozen weights don't move."""
    inputs, now = vector("inputs", inputs), vector("weights", weights)
    same_length("inputs", inputs, "weights", now)
    still = list(_indices(frozen, len(now)))
    true, alpha = number("true", true), learning_rate(alpha)
    errors = []
    for _ in range(count("iterations", iterations)):
        delta = float(inputs @ now) - true
        errors.append(delta**2)
        weight_deltas = delta * inputs
        weight_deltas[still] = 0.0
        now = now - alpha * weight_deltas
    return [float(weight) for weight in now], errors


def error_along(inputs: ArrayLike, true: float, weights: ArrayLike, index: int, values: ArrayLike) -> list[float]:
    """Return the error for each value put in the place of `weights[index]`, the other weights held."""
    start = [float(weight) for weight in vector("weights", weights)]
    same_length("inputs", vector("inputs", inputs), "weights", start)
    (place,) = _indices([index], len(start))
    errors = []
    for value in vector("values", values):
        tried = [*start[:place], float(value), *start[place + 1 :]]
        errors.append(lab01.compute_error(lab02.neural_network(inputs, tried), true))
    return errors


def _indices(frozen: Sequence[int], length: int) -> set[int]:
    if isinstance(frozen, str | int | float) or not hasattr(frozen, "__iter__"):
        msg = f"frozen: expected a list of indices, found {described(frozen)}. Pass a list such as [0], or [] for none."
        raise TypeError(msg)
    still = {count("index", index) for index in frozen}
    if still and max(still) >= length:
        msg = f"index: expected one from 0 to {length - 1}, found {max(still)}. The first weight has the index 0."
        raise ValueError(msg)
    return still
