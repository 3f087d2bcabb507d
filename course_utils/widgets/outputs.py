"""Many outputs: a network in which each output misses by its own delta, and each weight learns from just one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course_utils import figures
from course_utils.arguments import Floats, learning_rate, matrix, number, same_length, vector
from course_utils.figures.stack import stacked
from course_utils.figures.validation import MOST, bounded, dimensions, names_for
from course_utils.picture import Picture, counted, listed, said, shown
from course_utils.widgets.board import Board, Scene, State
from course_utils.widgets.functions import Functions
from course_utils.widgets.outputs_layout import layout
from course_utils.widgets.outputs_turn import ONE_INPUT, SEVERAL_INPUTS, Turn, turn_of_one, turn_of_several
from course_utils.widgets.tables import Row

_LARGEST = 5  # inputs or outputs
_MOST_STEPS = 200
_SETTLED = 1e-12  # errors below this are nothing


def outputs(
    inputs: ArrayLike,
    trues: ArrayLike,
    weights: ArrayLike,
    alpha: float = 0.01,
    *functions: Callable[..., Any],
    input_names: Sequence[str] = (),
    output_names: Sequence[str] = (),
    **named: Any,
) -> Outputs:
    """Show a network of up to 5 outputs: how far each is off, and the weight_deltas that follow, as a grid.

    It returns the board; its `state` says where the controls stand.
    `inputs` is a number and `weights` `(m,)`, or `inputs` is `(n,)` and `weights` `(m, n)`, laid out [output][input];
    `trues` is `(m,)`. `functions` are the learner's own, known by their names (`compute_errors`, `compute_deltas`; for
    one input `ele_mul`, `compute_weight_deltas`, `update_weights`; for several `vect_mat_mul`, `outer_prod`,
    `update_matrix`), or given as `name=function`; the picture shows what they return, and a card with what they raise.

    Raises:
        TypeError: something is not made of numbers, or not a function of one of these names.
        ValueError: lengths that don't fit, more than 5 inputs or outputs, alpha not above 0.
    """
    board = Outputs(
        inputs, trues, weights, alpha, *functions, input_names=input_names, output_names=output_names, **named
    )
    board.show()
    return board


class Outputs(Board):
    """The board of `outputs`."""

    def __init__(
        self,
        inputs: ArrayLike,
        trues: ArrayLike,
        weights: ArrayLike,
        alpha: float = 0.01,
        *functions: Any,
        input_names: Sequence[str] = (),
        output_names: Sequence[str] = (),
        **named: Any,
    ) -> None:
        self.single = dimensions(inputs) == 0
        self.alpha = learning_rate(alpha)
        values = [number("inputs", inputs)] if self.single else _few("inputs", inputs)
        wanted = _few("trues", trues)
        self.first = _weights(weights, len(wanted), None if self.single else len(values))
        self.shape = (len(wanted), len(values))
        self.weights, self.taken, self.before = self.first, 0, 0.0
        self.input_names = names_for(
            "input_names", input_names or None, self.shape[1], "input" if self.single else "inputs[{}]"
        )
        self.output_names = names_for("output_names", output_names or None, self.shape[0], "output {}")
        for value in (*values, *wanted):
            bounded("inputs and trues", value)
        preds = self.first @ np.array(values)
        miss = preds - np.array(wanted)
        self.largest = (float(np.abs(np.outer(miss, values)).max()) or 1.0, float(np.abs(self.first).max()) or 1.0)
        self.span = _around([*wanted, *preds])
        state = {f"input{index}": value for index, value in enumerate(values)}
        state |= {f"true{index}": value for index, value in enumerate(wanted)}
        super().__init__(
            layout(self.input_names, self.output_names, values, wanted),
            state,
            Functions(ONE_INPUT if self.single else SEVERAL_INPUTS, functions, named),
        )

    # The numbers ------------------------------------------------------------------------------------------------------

    def inputs_in(self, state: State) -> list[float]:
        """Return the inputs of a state."""
        return [state[f"input{index}"] for index in range(self.shape[1])]

    def trues_in(self, state: State) -> list[float]:
        """Return what is true in a state."""
        return [state[f"true{index}"] for index in range(self.shape[0])]

    def turn_from(self, state: State) -> Turn:
        """Return one step of learning from a state, by the learner's functions; raises what they raise."""
        turn = turn_of_one if self.single else turn_of_several
        return turn(self.functions, self.inputs_in(state), self.trues_in(state), self.weights, self.alpha)

    def row(self, state: State) -> Row:
        """Return the numbers for one state with the present weights."""
        now = self.turn_from(state)
        trues = self.trues_in(state)
        low, high = _wider(self.span, [*trues, *now.preds])
        return {
            "inputs": self.inputs_in(state),
            "trues": trues,
            "preds": now.preds,
            "errors": now.errors,
            "deltas": now.deltas,
            "way": 1 + np.sign(np.where(np.abs(now.deltas) < _SETTLED, 0.0, now.deltas)),
            "weights": self.weights.ravel(),
            "weight_deltas": now.weight_deltas.ravel(),
            "new_weights": now.new_weights.ravel(),
            "strongest": max(self.largest[0], float(np.abs(now.weight_deltas).max())),
            "most": max(self.largest[1], float(np.abs(self.weights).max())),
            "low": low,
            "high": high,
        }

    # The words --------------------------------------------------------------------------------------------------------

    def scene(self, state: State, row: Row) -> Scene:
        """Return the numbers in words, and how the errors have changed."""
        numbers = {name: np.ravel(values) for name, values in row.items()}
        changes = numbers["weight_deltas"].reshape(self.shape)
        inputs = ", ".join(f"{name} {said(x)}" for name, x in zip(self.input_names, self.inputs_in(state), strict=True))
        each = []
        for index, name in enumerate(self.output_names):
            words = {word[:-1]: said(numbers[word][index]) for word in ("preds", "trues", "errors", "deltas")}
            told = ", ".join(f"{word} {value}" for word, value in words.items())
            weights = numbers["weights"].reshape(self.shape)[index]
            each.append(f"{name}: {told}, weights {listed(weights)}, weight_deltas {listed(changes[index])}.")
        steps = f" {counted(self.taken, 'step')} taken." if self.taken else ""
        off = ["one", "ten", "run"] if self.taken >= _MOST_STEPS else []
        total = float(numbers["errors"].sum())
        note = f"After {counted(self.taken, 'step')}: all errors together {shown(self.before)} at first, {shown(total)} now."
        return Scene(
            f"A network with its deltas and weight_deltas. Inputs: {inputs}. {' '.join(each)}{steps}",
            note if self.taken else "",
            off,
        )

    def still(self) -> Picture:
        """Return the network and its weight_deltas at the start, by the course's own arithmetic."""
        inputs, trues = np.array(self.inputs_in(self.start)), np.array(self.trues_in(self.start))
        preds = self.first @ inputs
        deltas = preds - trues
        changes = np.outer(deltas, inputs)
        net = figures.network(
            inputs,
            self.first,
            input_names=self.input_names,
            output_names=self.output_names,
            preds=preds,
            trues=trues,
            errors=deltas**2,
            deltas=deltas,
        )
        title = "weight_deltas"
        return stacked(
            net, figures.grid(changes, row_names=self.output_names, column_names=self.input_names, title=title)
        )

    # What a hand does -------------------------------------------------------------------------------------------------

    def moved(self, names: tuple[str, ...]) -> None:
        """Begin to count anew: what the errors were with other inputs or trues says nothing of these."""
        del names
        self.stop()
        self.taken = 0

    def press(self, button: str, guesses: dict[str, str | None]) -> None:
        """Take one step, or ten; or go back to the start."""
        if button == "reset":
            super().press(button, guesses)
            self.weights, self.taken = self.first, 0
            return
        for _ in range(10 if button == "ten" else 1):
            if not self.step():
                break

    def step(self) -> bool:
        """Take one step; False where no error is left, after 200 steps, and where the numbers leave all bounds."""
        now = self.turn_from(self.state)
        if now.errors.max() < _SETTLED or self.taken >= _MOST_STEPS or not np.abs(now.new_weights).max() <= MOST:
            return False
        if not self.taken:
            self.before = float(now.errors.sum())
        self.weights, self.taken = now.new_weights, self.taken + 1
        return True


def _few(name: str, values: ArrayLike) -> list[float]:
    found = [float(value) for value in vector(name, values)]
    if not 1 <= len(found) <= _LARGEST:
        msg = f"{name}: expected 1 to {_LARGEST}, found {len(found)}. Show a part of them."
        raise ValueError(msg)
    return found


def _weights(weights: ArrayLike, rows: int, columns: int | None) -> Floats:
    """Return the weights laid out [output][input]; `columns` is None where there is one input and they are a list."""
    if columns is None:
        column = vector("weights", weights)
        same_length("trues", [0] * rows, "weights", column)
        found = column[:, None]
    else:
        found = matrix("weights", weights, rows=rows, columns=columns)
    for value in found.ravel():
        bounded("weights", float(value))
    return found


def _around(values: Sequence[float]) -> tuple[float, float]:
    """Return an interval around `values` and 0, with some room."""
    low, high = min(0.0, *values), max(0.0, *values)
    room = 0.15 * (high - low) or 1.0
    return low - room, high + room


def _wider(span: tuple[float, float], values: Sequence[float]) -> tuple[float, float]:
    """Return `span`, made wider where a value lies outside: in jumps of its own width, so that it stays quiet between."""
    low, high = span
    finite = [value for value in values if np.isfinite(value)]
    while finite and (min(finite) < low or max(finite) > high):
        width = high - low
        low, high = (low - width if min(finite) < low else low), (high + width if max(finite) > high else high)
    return low, high
