"""Slices through the error, one for each weight, the others held: how much of each axis to show, and the curve."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from course_utils.arguments import Floats
from course_utils.widgets.functions import Functions

_CURVE, _CLOSE = 31, 19  # points of a curve, and how many of them stand close where it is narrow
_NARROW = 0.6  # of a window
_EDGE = 0.05  # of half a window: no dot is nearer to its end
_ROOM = 1.9  # half a window beside the distance from a dot to its bottom


class Slices:
    """The curves of a network of one output, from the weights at the start `first`, by the learner's functions."""

    def __init__(self, inputs: Sequence[float], true: float, first: Sequence[float], functions: Functions) -> None:
        self.inputs, self.true, self.first, self.functions = inputs, true, first, functions
        self.off = _first_miss(inputs, true, first)
        self.halves = [_ROOM * self.off / abs(value) if value else 1.0 for value in inputs]
        self.common = math.sqrt(min(self.halves) * max(self.halves))
        self._down = [self.to_bottom(index, first) for index in range(len(first))]
        self._kept: dict[tuple[int, str], tuple[tuple[Any, ...], tuple[Floats, Floats]]] = {}

    @property
    def ends(self) -> list[tuple[float, float]]:
        """How far each weight may be dragged: over what its axis shows at first, on its own scale, but for the edges."""
        spans = [window(*each) for each in zip(self.first, self._down, self.halves, strict=True)]
        edges = [(high - low) * _EDGE / 2 for low, high in spans]
        return [(low + edge, high - edge) for (low, high), edge in zip(spans, edges, strict=True)]

    def top(self, error: float) -> float:
        """Return the top of the errors' axis, which holds `error`."""
        return doubled(5.0 * self.off**2, 1.08 * error)

    def to_bottom(self, index: int, weights: Sequence[float]) -> float:
        """Return how far one weight is above the bottom of its curve, the others held; nan where the curve is flat."""
        value = self.inputs[index]
        if not value:
            return math.nan
        return (sum(x * w for x, w in zip(self.inputs, weights, strict=True)) - self.true) / value

    def windows(self, points: Sequence[Sequence[float]], *, same: bool) -> list[tuple[float, float]]:
        """Return the part of each weight's axis to show: twice as wide whenever one of `points` would lie outside."""
        halves = [self.common] * len(self.halves) if same else self.halves
        centres = [sum(window(*each)) / 2 for each in zip(self.first, self._down, halves, strict=True)]
        far = [max(abs(each[index] - centre) for each in points) for index, centre in enumerate(centres)]
        wide = [doubled(half, (1 + _EDGE / 2) * reach) for half, reach in zip(halves, far, strict=True)]
        if same:
            wide = [max(wide)] * len(wide)
        return [(centre - half, centre + half) for centre, half in zip(centres, wide, strict=True)]

    def curve(
        self, kind: str, index: int, weights: Sequence[float], span: tuple[float, float], *depends: Any
    ) -> tuple[Floats, Floats]:
        """Return 31 values of one weight and the error at each; kept until the other weights or `depends` change.

        `kind` says which of a weight's curves it is. `depends` begins with whether all have the same scale.
        """
        key = (span, *weights[:index], *weights[index + 1 :], *depends)
        kept = self._kept.get((index, kind))
        if kept is None or kept[0] != key:
            values = self._values(index, weights, span, same=bool(depends[0]))
            kept = (key, (values, self._errors(index, weights, values.tolist())))
            self._kept[index, kind] = kept
        return kept[1]

    def _values(self, index: int, weights: Sequence[float], span: tuple[float, float], *, same: bool) -> Floats:
        """Return 31 values over `span`; around a bowl much narrower than that, so many that its bottom is round."""
        share = 1.4 * self.halves[index] / self.common
        if not same or share > _NARROW:
            return _evenly(*span)
        best, reach = weights[index] - self.to_bottom(index, weights), share * (span[1] - span[0]) / 2
        low, high = max(span[0], best - reach), min(span[1], best + reach)
        if not low < high:
            return _evenly(*span)
        return np.sort(np.concatenate([np.linspace(*span, _CURVE - _CLOSE), np.linspace(low, high, _CLOSE)]))

    def _errors(self, index: int, weights: Sequence[float], values: list[float]) -> Floats:
        """Return the error for each of `values` in the place of one weight, by the learner's network."""
        before, after = weights[:index], weights[index + 1 :]
        network = self.functions.current()["neural_network"]
        preds = [network([*self.inputs], [*before, value, *after]) for value in values]
        if not all(type(pred) is float for pred in preds):  # anything odd among them is said as everywhere
            tried = [[*before, value, *after] for value in values]
            preds = [self.functions.number("neural_network", [*self.inputs], each) for each in tried]
        return (np.array(preds) - self.true) ** 2


@functools.lru_cache(maxsize=64)
def _evenly(low: float, high: float) -> Floats:
    """Return 31 values from low to high, the same array each time, so that a table holds it once."""
    return np.linspace(low, high, _CURVE)


def window(weight: float, down: float, half: float) -> tuple[float, float]:
    """Return an interval `half` to either side, with the weight and the bottom (`down` below it) as far in as can be.

    >>> window(0.0, -1.0, 2.0), window(0.0, -10.0, 2.0), window(1.0, math.nan, 2.0)
    ((-1.5, 2.5), (-1.1, 2.9), (-1.0, 3.0))
    """
    shift = 0.0 if math.isnan(down) else -math.copysign(min(abs(down) / 2, 0.45 * half), down)
    return weight + shift - half, weight + shift + half


def doubled(size: float, needed: float) -> float:
    """Return `size`, doubled as often as it takes to reach `needed`: a window that grows in jumps stays quiet between.

    >>> doubled(1.0, 0.5), doubled(1.0, 1.1), doubled(1.0, 5.0)
    (1.0, 2.0, 8.0)
    """
    if not needed > size or math.isinf(needed):
        return size
    return size * 2.0 ** math.ceil(math.log2(needed / size))


def _first_miss(inputs: Sequence[float], true: float, weights: Sequence[float]) -> float:
    """Return by how much the first prediction is off; not nothing, so that there is something to show."""
    pred = sum(x * w for x, w in zip(inputs, weights, strict=True))
    return max(abs(pred - true), 0.05 * max(abs(true), abs(pred))) or 0.1
