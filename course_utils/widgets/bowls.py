"""Several bowls: the error over each weight, which all slide when one weight moves, because they share one error."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course_utils import figures
from course_utils.arguments import Floats, learning_rate, same_length, vector
from course_utils.figures.stack import stacked
from course_utils.figures.validation import MOST, bounded, indices_of, names_for
from course_utils.picture import Picture, counted, said, shown
from course_utils.widgets.board import Board, Scene, State
from course_utils.widgets.bowls_layout import layout
from course_utils.widgets.functions import Functions
from course_utils.widgets.slices import Slices
from course_utils.widgets.tables import Row

SEVERAL_WEIGHTS: dict[str, Callable[..., Any]] = {
    "neural_network": lambda inputs, weights: sum(x * w for x, w in zip(inputs, weights, strict=True)),
    "compute_weight_deltas": lambda inputs, delta: [x * delta for x in inputs],
    "freeze": lambda weight_deltas, frozen: [0.0 if i in frozen else d for i, d in enumerate(weight_deltas)],
    "update_weights": lambda weights, weight_deltas, alpha: [
        w - alpha * d for w, d in zip(weights, weight_deltas, strict=True)
    ],
}
"""The course's own arithmetic, for what the learner gives no function of his own."""
_FEWEST, _MOST = 2, 4
_MOST_STEPS = 200
_SETTLED = 1e-12  # an error below this is the bottom
_TOLD = 6  # predictions in the note
NOTHING_LEFT = "The error is as good as 0, and so are delta and every weight_delta: no weight moves."
ALL_FROZEN = "No weight moves: every weight_delta that counts is 0."


@dataclass(frozen=True, eq=False)
class Move:
    """What one step of learning needs and gives; `held` are the weight_deltas after the freezing."""

    pred: float
    error: float
    delta: float
    weight_deltas: Floats
    held: Floats
    new_weights: Floats


def bowls(
    inputs: ArrayLike,
    true: float,
    weights: ArrayLike,
    alpha: float = 0.01,
    *functions: Callable[..., Any],
    names: Sequence[str] = (),
    frozen: Iterable[int] = (),
    same_scale: bool = False,
    **named: Any,
) -> Bowls:
    """Show the error over each of 2 to 4 weights as a bowl, with dots to drag, weights to freeze, steps to take.

    It returns the board; its `state` says where the controls stand.
    `inputs` and `weights` are `(n,)`, `names` those of the inputs, `frozen` the indices of weights that are frozen at
    first, `same_scale` whether all bowls have equally wide axes at first, so that steep means steep. `functions` are
    the learner's own, known by their names (`neural_network`, `compute_weight_deltas`, `freeze`, `update_weights`),
    or given as `name=function`; the picture shows what they return, and a card with what they raise.

    Raises:
        TypeError: something is not made of numbers, or not a function of one of these names.
        ValueError: lengths that don't fit, too few or too many weights, an index outside them, alpha not above 0.
    """
    board = Bowls(inputs, true, weights, alpha, *functions, names=names, frozen=frozen, same_scale=same_scale, **named)
    board.show()
    return board


class Bowls(Board):
    """The board of `bowls`."""

    def __init__(
        self,
        inputs: ArrayLike,
        true: float,
        weights: ArrayLike,
        alpha: float = 0.01,
        *functions: Any,
        names: Sequence[str] = (),
        frozen: Iterable[int] = (),
        same_scale: bool = False,
        **named: Any,
    ) -> None:
        self.inputs, self.true = _several("inputs", inputs), bounded("true", true)
        first = _several("weights", weights)
        same_length("inputs", self.inputs, "weights", first)
        alpha = learning_rate(alpha)
        self.names = names_for("names", names or None, len(first), "inputs[{}]")
        still = indices_of("frozen", frozen, len(first))
        self.path: tuple[tuple[float, ...], ...] = (tuple(first),)
        self.told = ""
        self.functions = Functions(SEVERAL_WEIGHTS, functions, named)
        self.slices = Slices(self.inputs, self.true, first, self.functions)
        self._preds: tuple[tuple[Any, ...], list[float]] = ((), [])
        self._trails: tuple[list[Floats], list[Floats]] = ([], [])
        self._fixed = {"inputs": np.array(self.inputs), "true": np.array([self.true])}
        super().__init__(
            layout(self.names, self.slices.ends, alpha),
            {
                **{f"weight{index}": weight for index, weight in enumerate(first)},
                "alpha": alpha,
                **{f"freeze{index}": float(index in still) for index in range(len(first))},
                "same": float(bool(same_scale)),
            },
            self.functions,
        )

    # The numbers ------------------------------------------------------------------------------------------------------

    def weights_in(self, state: State) -> list[float]:
        """Return the weights of a state."""
        return [state[f"weight{index}"] for index in range(len(self.inputs))]

    def frozen_in(self, state: State) -> list[int]:
        """Return the indices of the weights that are frozen in a state."""
        return [index for index in range(len(self.inputs)) if state[f"freeze{index}"]]

    def move_from(self, state: State) -> Move:
        """Return one step of learning from a state, by the learner's functions; raises what they raise."""
        functions, weights, size = self.functions, self.weights_in(state), (len(self.inputs),)
        pred = functions.number("neural_network", [*self.inputs], [*weights])
        delta = pred - self.true
        deltas = functions.numbers("compute_weight_deltas", size, [*self.inputs], delta)
        held = functions.numbers("freeze", size, deltas.tolist(), self.frozen_in(state))
        new = functions.numbers("update_weights", size, weights, held.tolist(), state["alpha"])
        return Move(pred, delta**2, delta, deltas, held, new)

    def row(self, state: State) -> Row:
        """Return the numbers for the weights of a state, the curve over each, and the way so far."""
        weights = self.weights_in(state)
        now = self.move_from(state)
        new_pred = self.functions.number("neural_network", [*self.inputs], now.new_weights.tolist())
        versions = (state["same"], *self.functions.current().values())
        trail = self.trail(weights)
        top = self.slices.top(now.error)
        row: dict[str, ArrayLike] = {
            **self._fixed,
            "weights": weights,
            "preds": now.pred,
            "most": max(map(abs, [*weights, *self.path[0]])),
            "error": now.error,
            "delta": now.delta,
            "alpha": state["alpha"],
            "new_error": (new_pred - self.true) ** 2,
            "bottom": -0.05 * top,
            "top": top,
            "path_errors": trail[-1],
        }
        windows = self.slices.windows([*self.path[-3:], weights], same=bool(state["same"]))
        for index, (low, high) in enumerate(windows):
            values, errors = self.slices.curve("now", index, weights, (low, high), *versions)
            values_then, errors_then = self.slices.curve("then", index, self.slices.first, (low, high), *versions)
            row |= {
                f"weight{index}": weights[index],
                f"freeze{index}": state[f"freeze{index}"],
                f"weight_delta{index}": now.weight_deltas[index],
                f"held{index}": now.held[index],
                f"slope{index}": 2 * now.weight_deltas[index],
                f"new{index}": now.new_weights[index],
                f"best{index}": weights[index] - self.slices.to_bottom(index, weights),
                f"low{index}": low,
                f"high{index}": high,
                f"values{index}": values,
                f"curve{index}": errors,
                f"values_then{index}": values_then,
                f"curve_then{index}": errors_then,
                f"path{index}": trail[index],
            }
        return row

    @property
    def preds(self) -> list[float]:
        """The prediction at each point of the way so far."""
        key = (self.path, *self.functions.current().values())
        if self._preds[0] != key:
            preds = [self.functions.number("neural_network", [*self.inputs], [*point]) for point in self.path]
            columns = [np.array(each) for each in zip(*self.path, strict=True)]
            self._trails = (
                [*columns, (np.array(preds) - self.true) ** 2],
                [np.full(len(preds), np.nan)] * (len(columns) + 1),
            )
            self._preds = (key, preds)
        return self._preds[1]

    def trail(self, weights: Sequence[float]) -> list[Floats]:
        """Return the way to `weights`: each weight's values and the errors; nan where a hand has taken the dots away."""
        assert self.preds
        return self._trails[0 if tuple(weights) == self.path[-1] else 1]

    # The words --------------------------------------------------------------------------------------------------------

    def scene(self, state: State, row: Row) -> Scene:
        """Return the numbers in words, and the predictions so far."""
        numbers = {name: float(np.ravel(values)[0]) for name, values in row.items()}
        each = []
        for index, name in enumerate(self.names):
            best = numbers[f"best{index}"]
            bottom = "curve flat" if math.isnan(best) else f"bottom at {said(best)}"
            still = ", frozen" if state[f"freeze{index}"] else ""
            weight, change = said(numbers[f"weight{index}"]), said(numbers[f"weight_delta{index}"])
            each.append(f"{name}: weight {weight}, weight_delta {change}, {bottom}{still}.")
        shared = ", ".join(f"{word} {said(numbers[column])}" for word, column in SHARED)
        taken = len(self.path) - 1
        off = ["one", "ten", "run"] if taken >= _MOST_STEPS else []
        steps = f" {counted(taken, 'step')} taken." if taken else ""
        words = f"A network and the error over each of its weights. {shared}. {' '.join(each)}{steps}"
        return Scene(words, " ".join(filter(None, [self._so_far(), self.told])), off)

    def _so_far(self) -> str:
        taken = len(self.path) - 1
        if not taken:
            return ""
        first = max(0, taken + 1 - _TOLD)
        lately = ", ".join(shown(pred) for pred in self.preds[first:])
        earlier = "\u2026 " if first else ""
        return f"After {counted(taken, 'step')}. Predictions: {earlier}{lately}."

    def still(self) -> Picture:
        """Return the network and its curves at the start, by the course's own arithmetic."""
        weights, frozen = np.array(self.slices.first), self.frozen_in(self.start)
        pred = float(np.dot(self.inputs, weights))
        delta = pred - self.true
        net = figures.network(
            self.inputs,
            weights,
            input_names=self.names,
            output_names=["pred"],
            preds=pred,
            trues=self.true,
            errors=delta**2,
            deltas=delta,
            weight_deltas=delta * np.array(self.inputs),
            frozen=frozen,
        )
        spans = self.slices.windows([self.slices.first], same=bool(self.start["same"]))
        return stacked(
            net,
            figures.weight_curves(self.inputs, self.true, [weights], names=self.names, frozen=frozen, span=spans),
        )

    # What a hand does -------------------------------------------------------------------------------------------------

    def moved(self, names: tuple[str, ...]) -> None:
        """Begin a new path where the hand left a dot."""
        self.told = ""
        if any(name.startswith("weight") for name in names):
            self.stop()
            self.path = (tuple(self.weights_in(self.state)),)

    def press(self, button: str, guesses: dict[str, str | None]) -> None:
        """Take one step, or ten; or go back to the start."""
        self.told = ""
        if button == "reset":
            super().press(button, guesses)
            self.path = (tuple(self.slices.first),)
            return
        for _ in range(10 if button == "ten" else 1):
            if not self.step():
                break

    def step(self) -> bool:
        """Take one step; False at the bottom, where nothing moves, after 200 steps, and where the numbers leave all bounds."""
        now = self.move_from(self.state)
        new = now.new_weights.tolist()
        self.told = NOTHING_LEFT if now.error < _SETTLED else ALL_FROZEN if new == list(self.path[-1]) else ""
        if self.told or len(self.path) > _MOST_STEPS or not all(abs(weight) <= MOST for weight in new):
            return False
        self.state.update({f"weight{index}": weight for index, weight in enumerate(new)})
        self.path = (*self.path, tuple(new))
        return True


SHARED = (("pred", "preds"), ("true", "true"), ("error", "error"), ("delta", "delta"), ("alpha", "alpha"))


def _several(name: str, values: ArrayLike) -> list[float]:
    found = [bounded(name, float(value)) for value in vector(name, values)]
    if not _FEWEST <= len(found) <= _MOST:
        msg = f"{name}: expected {_FEWEST} to {_MOST}, found {len(found)}. For a single weight use bowl."
        raise ValueError(msg)
    return found
