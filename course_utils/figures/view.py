"""What a figure over two of the weights shows: where we stand, the path so far, and how much around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments import Floats
from course_utils.figures.landscape import Landscape, landscape_of, weights_of
from course_utils.figures.validation import indices_of, names_for, pair_of, run_of, spans_of
from course_utils.picture import counted, listed, said

_OUT_OF_SIGHT = 25.0  # times the first distance from the best: there a path is cut


@dataclass(frozen=True, eq=False)
class View:
    """What a figure over two weights shows: the landscape, where we stand, the path `(steps, n)`, the window."""

    landscape: Landscape
    weights: Floats
    pair: tuple[int, int]
    path: Floats
    names: tuple[str, str]
    spans: tuple[tuple[float, float], tuple[float, float]]
    story: str

    def heights(self, points: int) -> tuple[Floats, Floats, Floats]:
        """Return both axes' values and the error on their grid."""
        xs, ys = np.linspace(*self.spans[0], points), np.linspace(*self.spans[1], points)
        return xs, ys, self.landscape.over(self.weights, self.pair, xs, ys)

    @property
    def here(self) -> tuple[float, float]:
        """The current point."""
        return float(self.weights[self.pair[0]]), float(self.weights[self.pair[1]])


def view_of(
    inputs: ArrayLike,
    true: ArrayLike,
    weights: ArrayLike,
    *,
    pair: Any,
    path: ArrayLike | None = None,
    names: Sequence[str] | None,
    span: Any,
    frozen: Iterable[int] = (),
) -> View:
    """Check the arguments that every figure over two weights takes, and return what it is to show."""
    landscape = landscape_of(inputs, true)
    current = weights_of(weights, landscape)
    n = len(current)
    both = pair_of(pair, n)
    called = names_for("names", names, n, "weights[{}]")
    still = indices_of("frozen", frozen, n)
    visited, steps = (current[np.newaxis], 1) if path is None else run_of("path", path, columns=n)
    spans = _windows(landscape, current, both, visited) if span is None else spans_of(span, 2)
    lows, highs = np.transpose(spans)
    inside = ((lows <= visited[:, both]) & (visited[:, both] <= highs)).all(axis=1)
    drawn = len(visited) if inside.all() else int(np.argmin(inside))
    story = f"Weights {listed(current)}, error {said(landscape.error(current))}."
    if path is not None:
        begin = f"from {listed(visited[0])}, error {said(landscape.error(visited[0]))}"
        story += f" Path of {counted(steps - 1, 'update')} {begin}."
        if drawn < steps:
            story += f" Update {drawn} leaves the picture." if drawn else " It begins outside this picture."
    words = [f"{called[index]} (frozen)" if index in still else called[index] for index in both]
    return View(landscape, current, both, visited[:drawn], (words[0], words[1]), (spans[0], spans[1]), story)


def _windows(
    landscape: Landscape, weights: Floats, pair: tuple[int, int], visited: Floats
) -> list[tuple[float, float]]:
    """Return two equally wide intervals that hold the current point, the path and the best point near it."""
    chosen = list(pair)
    best = landscape.nearest_best(weights, pair)[chosen]
    away = np.abs(visited[:, chosen] - best).max(axis=1)
    start = max(float(away[0]), float(np.abs(weights[chosen] - best).max()), 1e-12)
    near = visited[:, chosen][away <= _OUT_OF_SIGHT * start]
    points = np.vstack([near, best, weights[chosen]]) if away[-1] <= _OUT_OF_SIGHT * start else np.vstack([near, best])
    low, high = points.min(axis=0), points.max(axis=0)
    half = max(float((high - low).max()) * 0.8, 0.25 * float(np.abs(points).max()), 1e-6)
    centres = low + (high - low) / 2
    return [(float(centre - half), float(centre + half)) for centre in centres]
