"""Lab 03: (a) one input and several outputs, (b) several of both; matrices are laid out `[output][input]`."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from autograder.reference.lab02 import ele_mul
from course_utils.arguments import count, learning_rate, matrix, number, same_length, vector

__all__ = [
    "compute_deltas",
    "compute_errors",
    "compute_weight_deltas",
    "ele_mul",
    "outer_prod",
    "train",
    "update_matrix",
    "vect_mat_mul",
]


def compute_errors(preds: ArrayLike, trues: ArrayLike) -> list[float]:
    """Return one squared error per output."""
    return [delta**2 for delta in compute_deltas(preds, trues)]


def compute_deltas(preds: ArrayLike, trues: ArrayLike) -> list[float]:
    """Return one delta per output, `pred - true`."""
    preds, trues = vector("preds", preds), vector("trues", trues)
    same_length("preds", preds, "trues", trues)
    return [float(delta) for delta in preds - trues]


def compute_weight_deltas(input: float, deltas: ArrayLike) -> list[float]:  # noqa: A002 - the labs' vocabulary
    """Return one weight_delta per weight: the one input times each delta."""
    return [float(product) for product in number("input", input) * vector("deltas", deltas)]


def vect_mat_mul(vect: ArrayLike, matrix: ArrayLike) -> list[float]:
    """Return one weighted sum of `vect (n,)` per row of `matrix (m, n)`."""
    vect, rows = vector("vect", vect), _rows("matrix", matrix)
    same_length("vect", vect, "each row of matrix", _odd_row(rows, len(vect)))
    return [float(row @ vect) for row in rows]


def outer_prod(deltas: ArrayLike, inputs: ArrayLike) -> list[list[float]]:
    """Return the matrix `[output][input] = deltas[output] * inputs[input]`, laid out as the weights."""
    product: list[list[float]] = np.outer(vector("deltas", deltas), vector("inputs", inputs)).tolist()
    return product


def update_matrix(weights: ArrayLike, weight_deltas: ArrayLike, alpha: float) -> list[list[float]]:
    """Return the new weights, each by its own weight_delta."""
    rows, steps = _rows("weights", weights), _rows("weight_deltas", weight_deltas)
    learning_rate(alpha)
    same_length("weights", rows, "weight_deltas", steps)
    for number_of_row, (row, step) in enumerate(zip(rows, steps, strict=True)):
        same_length(f"row {number_of_row} of weights", row, f"row {number_of_row} of weight_deltas", step)
    return [(row - alpha * step).tolist() for row, step in zip(rows, steps, strict=True)]


def train(
    inputs: ArrayLike, trues: ArrayLike, weights: ArrayLike, alpha: float, iterations: int
) -> tuple[list[list[float]], list[list[float]]]:
    """Return `(weights, errors)`: the last weights `(m, n)`, and one list of `m` errors before each update."""
    inputs, trues = vector("inputs", inputs), vector("trues", trues)
    rows = _rows("weights", weights)
    same_length("inputs", inputs, "each row of weights", _odd_row(rows, len(inputs)))
    same_length("trues", trues, "rows of weights", rows)
    alpha, iterations = learning_rate(alpha), count("iterations", iterations)
    now, errors = np.array(rows), []
    for _ in range(iterations):
        deltas = now @ inputs - trues
        errors.append([float(delta**2) for delta in deltas])
        now = now - alpha * np.outer(deltas, inputs)
    last: list[list[float]] = now.tolist()
    return last, errors


def _rows(name: str, value: ArrayLike) -> list[np.ndarray]:
    """Return the rows of a matrix one by one, since they may be of unequal lengths here."""
    if isinstance(value, list | tuple) and all(isinstance(row, list | tuple | np.ndarray) for row in value):
        return [vector(f"row {place} of {name}", row) for place, row in enumerate(value)]
    return list(matrix(name, value))


def _odd_row(rows: list[np.ndarray], length: int) -> np.ndarray:
    """Return the first row of another length, else any row of this length."""
    return next((row for row in rows if len(row) != length), np.zeros(length))
