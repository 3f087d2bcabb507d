"""The error as a function of the weights: for given inputs it is a bowl, or a valley when many weights fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments import Floats, matrix, number, same_length, vector
from course_utils.figures.validation import bounded, dimensions


@dataclass(frozen=True, eq=False)
class Landscape:
    """One or more examples: inputs `(examples, weights)` and what is true for each, `(examples,)`."""

    inputs: Floats
    trues: Floats

    def deltas(self, weights: Floats) -> Floats:
        """Return pred - true for every example; `weights` is `(..., weights)`, the result `(..., examples)`."""
        return np.asarray(weights @ self.inputs.T - self.trues)

    def errors(self, weights: Floats) -> Floats:
        """Return the squared error, summed over the examples, at each point of `weights` `(..., weights)`."""
        return np.asarray(np.sum(self.deltas(weights) ** 2, axis=-1))

    def error(self, weights: Floats) -> float:
        """Return the error at one point `(weights,)`."""
        return float(self.errors(weights))

    def weight_deltas(self, weights: Floats) -> Floats:
        """Return input * delta per weight, summed over the examples: half the slope of the error."""
        return np.asarray(self.deltas(weights) @ self.inputs)

    def along(self, weights: Floats, index: int, values: Floats) -> Floats:
        """Return the error for each of `values` in the place of one weight, the rest held."""
        return self.errors(with_replaced(weights, {index: values}))

    def over(self, weights: Floats, pair: tuple[int, int], xs: Floats, ys: Floats) -> Floats:
        """Return the error on the grid `(ys, xs)` of two weights, the rest held."""
        across, up = np.meshgrid(xs, ys)
        return self.errors(with_replaced(weights, {pair[0]: across, pair[1]: up}))

    def nearest_best(self, weights: Floats, pair: tuple[int, int]) -> Floats:
        """Return the nearest point at which the error can't be lowered by the weights of `pair`, the rest held."""
        best = weights.copy()
        step = np.linalg.lstsq(self.inputs[:, list(pair)], -self.deltas(weights), rcond=None)[0]
        best[list(pair)] += step
        return best

    def valley_direction(self, pair: tuple[int, int]) -> Floats | None:
        """Return the direction `(2,)` in which the error stays as it is, or None where it is a bowl or flat."""
        _, scale, directions = np.linalg.svd(self.inputs[:, list(pair)])
        scale = np.append(scale, [0.0] * (2 - len(scale)))
        if scale[0] == 0 or scale[1] > 1e-9 * scale[0]:
            return None
        return np.asarray(directions[1])


def landscape_of(inputs: ArrayLike, true: ArrayLike) -> Landscape:
    """Return the landscape of one example (a list of inputs and a number) or of several (rows and a list)."""
    if dimensions(inputs) < 2:  # noqa: PLR2004
        values = vector("inputs", [number("inputs", inputs)] if dimensions(inputs) == 0 else inputs)
        return Landscape(values[np.newaxis], np.array([number("true", true)]))
    rows, trues = matrix("inputs", inputs), vector("true", true)
    same_length("inputs", rows, "true", trues)
    return Landscape(rows, trues)


def weights_of(weights: ArrayLike, landscape: Landscape) -> Floats:
    """Return the current weights, one for each input; raises as `vector` does."""
    values = vector("weights", weights)
    same_length("inputs", landscape.inputs[0], "weights", values)
    for value in values:
        bounded("weights", value)
    return values


def with_replaced(weights: Floats, replaced: dict[int, Floats]) -> Floats:
    """Return `weights` `(n,)` as an array `(..., n)` in which some places hold arrays of values."""
    shape = np.broadcast_shapes(*(values.shape for values in replaced.values()))
    points = np.broadcast_to(weights, (*shape, len(weights))).copy()
    for index, values in replaced.items():
        points[..., index] = values
    return points


def window(points: Sequence[float] | Floats, *, least: float, room: float = 1.25) -> tuple[float, float]:
    """Return an interval around all of `points`, at least `least` to either side of their middle."""
    low, high = float(np.min(points)), float(np.max(points))
    centre = low + (high - low) / 2
    half = max(room * (high - low) / 2, least)
    return centre - half, centre + half
