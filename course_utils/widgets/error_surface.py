"""The error over two weights as a map: drag the start, watch the path, freeze a weight, see the slices through the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import contourpy
import numpy as np

from course_utils import figures
from course_utils.arguments import Floats, count, learning_rate, same_length, vector
from course_utils.figures.validation import bounded, span_of
from course_utils.picture import Picture, counted, said
from course_utils.widgets.board import Board, Scene, State
from course_utils.widgets.error_surface_layout import FIRST, FIRST_AND_SECOND, MOST_STEPS, SECOND, layout
from course_utils.widgets.functions import Functions
from course_utils.widgets.outcome import UnusableError
from course_utils.widgets.tables import Row

_GRID = 41  # error values along each side of the map
_SLICE = 61
_LEVELS = tuple((line / 8) ** 2 for line in range(1, 8))  # of the largest error: so the lines lie evenly


def _train_frozen(
    inputs: Sequence[float],
    true: float,
    weights: Sequence[float],
    alpha: float,
    frozen: Sequence[int],
    iterations: int,
) -> tuple[list[float], list[float]]:
    """Learn one game with some weights held still, as lab 4 asks for it."""
    now, errors = list(weights), []
    for _ in range(iterations):
        delta = sum(input_ * weight for input_, weight in zip(inputs, now, strict=True)) - true
        errors.append(delta**2)
        now = [
            weight if index in frozen else weight - alpha * input_ * delta
            for index, (input_, weight) in enumerate(zip(inputs, now, strict=True))
        ]
    return now, errors


def _error_along(
    inputs: Sequence[float], true: float, weights: Sequence[float], index: int, values: Sequence[float]
) -> list[float]:
    """Return the error for each value in the place of one weight, as lab 4 asks for it."""
    rest = sum(inputs[other] * weights[other] for other in range(len(inputs)) if other != index)
    return [(rest + inputs[index] * value - true) ** 2 for value in values]


SURFACE: dict[str, Callable[..., Any]] = {"train_frozen": _train_frozen, "error_along": _error_along}
"""The course's own arithmetic, for what the learner gives no function of his own."""


def error_surface(
    inputs: Sequence[float],
    true: float,
    weights: Sequence[float],
    alpha: float = 0.01,
    *functions: Callable[..., Any],
    pair: tuple[int, int] = (0, 1),
    names: Sequence[str] = (),
    frozen: Sequence[int] = (),
    span: tuple[float, float] | None = None,
    steps: int = 8,
    **named: Any,
) -> Surface:
    """Show the error over two of the weights as a map of contour lines, with the path of learning from a start to drag.

    It returns the board; its `state` says where the controls stand.
    `inputs` and `weights` are n numbers each, `pair` the indices of the two weights that the map is about; the others
    are held. `frozen` are the indices of those of the two that are frozen at first, `span` the part `(low, high)` of
    both axes that the map shows, `steps` how many steps of the path. `functions` are the learner's own `train_frozen`
    and `error_along`, known by their names, or given as `name=function`.

    Raises:
        TypeError: something is not made of numbers, or not a function of one of these names.
        ValueError: the lengths differ, `pair` doesn't name two weights with inputs other than 0, or alpha is not above 0.
    """
    shown: dict[str, Any] = {"pair": pair, "names": names, "frozen": frozen, "span": span, "steps": steps}
    board = Surface(inputs, true, weights, alpha, *functions, **shown, **named)
    board.show()
    return board


class Surface(Board):
    """The board of `error_surface`."""

    def __init__(
        self,
        inputs: Sequence[float],
        true: float,
        weights: Sequence[float],
        alpha: float = 0.01,
        *functions: Any,
        pair: tuple[int, int] = (0, 1),
        names: Sequence[str] = (),
        frozen: Sequence[int] = (),
        span: tuple[float, float] | None = None,
        steps: int = 8,
        **named: Any,
    ) -> None:
        self.inputs, self.weights = vector("inputs", inputs), vector("weights", weights)
        same_length("inputs", self.inputs, "weights", self.weights)
        self.true = bounded("true", true)
        self.pair = _pair(pair, self.inputs)
        self.names = tuple(names) or tuple(f"weight {index}" for index in range(len(self.inputs)))
        same_length("inputs", self.inputs, "names", self.names)
        self.spans = [
            span_around(self.inputs, self.true, self.weights, index) if span is None else span_of(span)
            for index in self.pair
        ]
        first, second = (float(self.weights[index]) for index in self.pair)
        start = {
            "alpha": learning_rate(alpha),
            FIRST: first,
            SECOND: second,
            "freeze_first": float(self.pair[0] in frozen),
            "freeze_second": float(self.pair[1] in frozen),
            "steps": float(min(count("steps", steps), MOST_STEPS)),
        }
        self._lines: tuple[Any, tuple[Floats, ...]] | None = None
        learned = Functions(SURFACE, functions, named)
        super().__init__(layout(start, self.spans, [self.names[index] for index in self.pair]), start, learned)

    def row(self, state: State) -> Row:
        """Return the path from the start, the map's lines and the two slices through the path's end."""
        path = self.path(state)
        end = path[-1]
        (low, high), (bottom, top) = self.spans
        contours = self.contours()
        floor = self.floor()
        slices = [self.along(end, place, np.linspace(*self.spans[place], _SLICE)) for place in (0, 1)]
        here = [self.along(end, place, np.array([end[place]]))[0] for place in (0, 1)]
        begin = self.along(path[0], 0, np.array([path[0][0]]))[0]
        tallest = 1.08 * max(float(np.max(slices)), *here)
        steps = np.full(MOST_STEPS + 1 - len(path), np.nan)
        return {
            **state,
            "path_x": np.concatenate([path[:, 0], steps]),
            "path_y": np.concatenate([path[:, 1], steps]),
            "end_x": end[0],
            "end_y": end[1],
            "contours_x": contours[0],
            "contours_y": contours[1],
            "labels_x": contours[2],
            "labels_y": contours[3],
            "labels": contours[4],
            "floor_x": np.array([low, high]),
            "floor_y": floor,
            "slice_first": slices[0],
            "slice_second": slices[1],
            "error_first": here[0],
            "error_second": here[1],
            "first_error": begin,
            "pred": float(self.inputs @ self.all_weights(end)),
            "low": low,
            "high": high,
            "bottom": bottom,
            "top": top,
            "slice_top": tallest or 1.0,
            "slice_bottom": -0.06 * tallest or -0.06,
        }

    def all_weights(self, two: Floats) -> Floats:
        """Return all weights, with `two` in the places of the pair."""
        weights = self.weights.copy()
        weights[list(self.pair)] = two
        return weights

    def path(self, state: State) -> Floats:
        """Return the two weights `(steps + 1, 2)` from the start on, by the learner's `train_frozen`."""
        held = [index for index in range(len(self.inputs)) if index not in self.pair]
        held += [index for index, name in zip(self.pair, (FIRST, SECOND), strict=True) if state[f"freeze_{name}"]]
        weights = self.all_weights(np.array([state[FIRST], state[SECOND]])).tolist()
        inputs, path = self.inputs.tolist(), [weights]
        for _ in range(int(state["steps"])):
            result = self.functions.current()["train_frozen"](
                inputs, self.true, list(weights), state["alpha"], sorted(held), 1
            )
            weights = _weights_of(result, len(inputs))
            if not np.isfinite(weights).all():
                break
            path.append(weights)
        return np.array(path)[:, list(self.pair)]

    def along(self, two: Floats, place: int, values: Floats) -> Floats:
        """Return the error for each of `values` in one of the two weights, by the learner's `error_along`."""
        weights = self.all_weights(two).tolist()
        arguments = (self.inputs.tolist(), self.true, weights, self.pair[place], values.tolist())
        return self.functions.numbers("error_along", values.shape, *arguments)

    def contours(self) -> tuple[Floats, ...]:
        """Return the map's lines as two lists, NaN between two lines, and a place and an error to label each line with.

        They are worked out once for each `error_along`.
        """
        key = self.functions.current()["error_along"]
        if self._lines is None or self._lines[0] is not key:
            xs, ys = (np.linspace(*each, _GRID) for each in self.spans)
            errors = np.array([self.along(np.array([0.0, y]), 0, xs) for y in ys])
            unit = float(np.nanmax(errors))
            lines = contourpy.contour_generator(xs, ys, errors)
            found = [(level * unit, line) for level in _LEVELS for line in lines.lines(level * unit)]
            gap = np.array([[np.nan, np.nan]])
            joined = np.concatenate([gap, *(piece for _, line in found for piece in (line, gap))])
            labels = np.array(
                [(*np.asarray(line)[2 * len(line) // 3].tolist(), level) for level, line in found]
            ).reshape(-1, 3)
            columns = (joined[:, 0], joined[:, 1], labels[:, 0], labels[:, 1], labels[:, 2])
            self._lines = (key, tuple(np.ascontiguousarray(column) for column in columns))
        return self._lines[1]

    def floor(self) -> Floats:
        """Return the second weight at the left and the right end of the valley's floor, where the error is 0."""
        first, second = self.pair
        rest = self.true - sum(
            self.inputs[index] * self.weights[index] for index in range(len(self.inputs)) if index not in self.pair
        )
        return np.array([(rest - self.inputs[first] * value) / self.inputs[second] for value in self.spans[0]])

    def scene(self, state: State, row: Row) -> Scene:
        """Return the start, the path and its end in words."""
        numbers = {
            name: float(np.ravel(row[name])[0]) for name in ("first_error", "error_first", "pred", "end_x", "end_y")
        }
        names = [self.names[index] for index in self.pair]
        frozen = [name for name, key in zip(names, (FIRST, SECOND), strict=True) if state[f"freeze_{key}"]]
        words = (
            f"Map of the error over the weights of {names[0]} and {names[1]}. From {said(state[FIRST])} and "
            f"{said(state[SECOND])} (error {said(numbers['first_error'])}), {counted(int(state['steps']), 'step')} with alpha "
            f"{said(state['alpha'])} lead to {said(numbers['end_x'])} and {said(numbers['end_y'])}: pred {said(numbers['pred'])}, "
            f"error {said(numbers['error_first'])}."
        )
        if frozen:
            words += f" Frozen: {' and '.join(frozen)}" + (
                "; the path is straight." if len(frozen) == 1 else "; nothing moves."
            )
        grows = numbers["error_first"] > numbers["first_error"] > 0 and state["steps"]
        note = "The error grows: alpha is too large for these two." if grows else ""
        return Scene(words, note, ["one", "ten", "run"] if state["steps"] >= MOST_STEPS else [])

    def still(self) -> Picture:
        """Return the map with the path at the start."""
        path = [self.all_weights(two).tolist() for two in self.path(self.start)] if self.trouble is None else None
        weights = self.weights.tolist() if path is None else path[-1]
        inputs = self.inputs.tolist()
        return figures.error_contours(inputs, self.true, weights, path=path, pair=self.pair, names=list(self.names))

    def moved(self, names: tuple[str, ...]) -> None:
        """End a run: the hand is on it."""
        del names
        self.stop()

    def press(self, button: str, guesses: dict[str, str | None]) -> None:
        """Go one step or ten further, or back to the start."""
        del guesses
        if button == "reset":
            self.state = dict(self.start)
        else:
            self.state["steps"] = min(MOST_STEPS, self.state["steps"] + (10 if button == "ten" else 1))

    def run(self, *, calm: bool) -> None:
        """Show the path from its beginning, a step at a time."""
        if not self.running:
            self.state["steps"] = 0.0
        super().run(calm=calm)

    def step(self) -> bool:
        """Go one step further; False at the end."""
        self.state["steps"] += 1
        return self.state["steps"] < MOST_STEPS


def span_around(inputs: Floats, true: float, weights: Floats, index: int) -> tuple[float, float]:
    """Return the part of one weight's axis to show: twice as far each way as it would have to go alone."""
    alone = abs(float(inputs @ weights) - true) / abs(float(inputs[index]))
    far = 2.2 * alone or max(abs(float(weights[index])), 1.0)
    return float(weights[index]) - far, float(weights[index]) + far


def _pair(pair: Sequence[int], inputs: Floats) -> tuple[int, int]:
    two = tuple(pair)
    good = len(two) == len(set(two)) == len(FIRST_AND_SECOND) and all(index in range(len(inputs)) for index in two)
    if not good or not all(inputs[index] for index in two):
        msg = f"pair: expected the indices of two weights whose inputs are not 0, found {pair} for {len(inputs)} inputs. Try (0, 1)."
        raise ValueError(msg)
    return two[0], two[1]


def _weights_of(result: Any, length: int) -> list[float]:
    """Return the weights from what `train_frozen` gave."""
    try:
        weights = [float(weight) for weight in result[0]]
    except (TypeError, ValueError, IndexError, KeyError):
        weights = []
    if len(weights) != length:
        msg = f"`train_frozen` gave {result!r:.60}; the picture needs a pair: {length} weights and the list of errors."
        raise UnusableError(msg)
    return weights
