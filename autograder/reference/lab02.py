"""Lab 02: several inputs, one output."""

from __future__ import annotations

from numpy.typing import ArrayLike

from course_utils.arguments import count, learning_rate, number, same_length, vector


def w_sum(a: ArrayLike, b: ArrayLike) -> float:
    """Return the weighted sum (dot product) of two vectors of one length."""
    a, b = vector("a", a), vector("b", b)
    same_length("a", a, "b", b)
    return float(a @ b)


def neural_network(inputs: ArrayLike, weights: ArrayLike) -> float:
    """Return the prediction: the weighted sum of the inputs."""
    inputs, weights = vector("inputs", inputs), vector("weights", weights)
    same_length("inputs", inputs, "weights", weights)
    return w_sum(inputs, weights)


def ele_mul(number: float, vector: ArrayLike) -> list[float]:
    """Return the vector times the number, element by element."""
    return _times(number, vector, "number", "vector")


def compute_weight_deltas(inputs: ArrayLike, delta: float) -> list[float]:
    """Return one weight_delta per weight: each input times the one delta."""
    return _times(delta, inputs, "delta", "inputs")


def update_weights(weights: ArrayLike, weight_deltas: ArrayLike, alpha: float) -> list[float]:
    """Return the new weights, each by its own weight_delta."""
    weights, weight_deltas = vector("weights", weights), vector("weight_deltas", weight_deltas)
    same_length("weights", weights, "weight_deltas", weight_deltas)
    return [float(new) for new in weights - learning_rate(alpha) * weight_deltas]


def train(
    inputs: ArrayLike, true: float, weights: ArrayLike, alpha: float, iterations: int
) -> tuple[list[float], list[float]]:
    """Return `(weights, errors)`: the last weights, and the error before each update."""
    inputs, now = vector("inputs", inputs), vector("weights", weights)
    same_length("inputs", inputs, "weights", now)
    true, alpha = number("true", true), learning_rate(alpha)
    errors = []
    for _ in range(count("iterations", iterations)):
        delta = float(inputs @ now) - true
        errors.append(delta**2)
        now = now - alpha * delta * inputs
    return [float(weight) for weight in now], errors


def _times(factor: float, values: ArrayLike, factor_name: str, values_name: str) -> list[float]:
    return [float(product) for product in number(factor_name, factor) * vector(values_name, values)]
