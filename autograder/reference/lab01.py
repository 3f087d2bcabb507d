"""Lab 01: one input, one weight, one output."""

from __future__ import annotations

from course_utils.arguments import count, learning_rate, number


def neural_network(input: float, weight: float) -> float:  # noqa: A002 - the labs' vocabulary
    """Return the prediction `input * weight`."""
    return number("input", input) * number("weight", weight)


def compute_error(pred: float, true: float) -> float:
    """Return the squared error `(pred - true) ** 2`, never negative."""
    return (number("pred", pred) - number("true", true)) ** 2


def compute_delta(pred: float, true: float) -> float:
    """Return `pred - true`: how much too high (positive) or too low (negative) the node is."""
    return number("pred", pred) - number("true", true)


def compute_weight_delta(input: float, delta: float) -> float:  # noqa: A002 - the labs' vocabulary
    """Return `input * delta`, half the derivative of the error by the weight (the 2 is absorbed in alpha)."""
    return number("input", input) * number("delta", delta)


def update_weight(weight: float, weight_delta: float, alpha: float) -> float:
    """Return the weight after one step: `weight - alpha * weight_delta`."""
    return number("weight", weight) - learning_rate(alpha) * number("weight_delta", weight_delta)


def train(input: float, true: float, weight: float, alpha: float, iterations: int) -> tuple[float, list[float]]:  # noqa: A002
    """Return `(weight, errors)`: the last weight, and the error before each update."""
    weight, errors = number("weight", weight), []
    learning_rate(alpha)
    for _ in range(count("iterations", iterations)):
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        weight = update_weight(weight, compute_weight_delta(input, compute_delta(pred, true)), alpha)
    return weight, errors
