"""One step of learning of a network with many outputs, by the learner's functions, for one input and for several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from course_utils.arguments import Floats
from course_utils.picture import counted
from course_utils.widgets.functions import Functions
from course_utils.widgets.outcome import UnusableError

_MISSES: dict[str, Callable[..., Any]] = {
    "compute_errors": lambda preds, trues: [(p - t) ** 2 for p, t in zip(preds, trues, strict=True)],
    "compute_deltas": lambda preds, trues: [p - t for p, t in zip(preds, trues, strict=True)],
}
ONE_INPUT: dict[str, Callable[..., Any]] = {
    "ele_mul": lambda number, vector: [number * each for each in vector],
    **_MISSES,
    "compute_weight_deltas": lambda value, deltas: [value * delta for delta in deltas],
    "update_weights": lambda weights, weight_deltas, alpha: [
        w - alpha * d for w, d in zip(weights, weight_deltas, strict=True)
    ],
}
"""The course's own arithmetic for one input, for what the learner gives no function of his own."""
SEVERAL_INPUTS: dict[str, Callable[..., Any]] = {
    "vect_mat_mul": lambda vect, matrix: [sum(v * w for v, w in zip(vect, row, strict=True)) for row in matrix],
    **_MISSES,
    "outer_prod": lambda deltas, inputs: [[delta * each for each in inputs] for delta in deltas],
    "update_matrix": lambda weights, weight_deltas, alpha: [
        [w - alpha * d for w, d in zip(*rows, strict=True)] for rows in zip(weights, weight_deltas, strict=True)
    ],
}
"""The same for several inputs."""


@dataclass(frozen=True, eq=False)
class Turn:
    """One step of learning: preds, errors and deltas `(m,)`; weight_deltas and new weights `(m, n)`."""

    preds: Floats
    errors: Floats
    deltas: Floats
    weight_deltas: Floats
    new_weights: Floats


def turn_of_one(
    functions: Functions, inputs: Sequence[float], trues: Sequence[float], weights: Floats, alpha: float
) -> Turn:
    """Return one step of a network of one input; `weights` is `(m, 1)`, and the learner's functions get a list."""
    (value,), size, flat = inputs, (len(trues),), weights[:, 0]
    preds = functions.numbers("ele_mul", size, value, flat.tolist())
    errors, deltas = _misses(functions, preds, trues)
    changes = functions.numbers("compute_weight_deltas", size, value, deltas.tolist())
    new = functions.numbers("update_weights", size, flat.tolist(), changes.tolist(), alpha)
    return Turn(preds, errors, deltas, changes[:, None], new[:, None])


def turn_of_several(
    functions: Functions, inputs: Sequence[float], trues: Sequence[float], weights: Floats, alpha: float
) -> Turn:
    """Return one step of a network of several inputs; `weights` is `(m, n)`, laid out [output][input]."""
    shape = (len(trues), len(inputs))
    preds = functions.numbers("vect_mat_mul", shape[:1], [*inputs], weights.tolist())
    errors, deltas = _misses(functions, preds, trues)
    changes = _outer(functions, shape, deltas, inputs)
    new = functions.numbers("update_matrix", shape, weights.tolist(), changes.tolist(), alpha)
    return Turn(preds, errors, deltas, changes, new)


def _misses(functions: Functions, preds: Floats, trues: Sequence[float]) -> tuple[Floats, Floats]:
    """Return the errors and the deltas."""
    size = (len(trues),)
    errors = functions.numbers("compute_errors", size, preds.tolist(), [*trues])
    return errors, functions.numbers("compute_deltas", size, preds.tolist(), [*trues])


def _outer(functions: Functions, shape: tuple[int, int], deltas: Floats, inputs: Sequence[float]) -> Floats:
    """Return the learner's outer product; one that lies on its side is told so in words."""
    try:
        return functions.numbers("outer_prod", shape, deltas.tolist(), [*inputs])
    except UnusableError:
        result = functions.current()["outer_prod"](deltas.tolist(), [*inputs])
        if _shape_of(result) == shape[::-1]:
            raise UnusableError(on_its_side(*shape)) from None
        raise


def on_its_side(rows: int, columns: int) -> str:
    """Say that an outer product is laid out [input][output]."""
    return (
        f"`outer_prod` gave {counted(columns, 'row')} of {rows}: it is laid out [input][output]. The weights are laid out "
        f"[output][input], so it needs {counted(rows, 'row')} of {columns}: `deltas[output] * inputs[input]`."
    )


def _shape_of(result: Any) -> tuple[int, ...]:
    try:
        return np.shape(result)
    except ValueError:  # ragged rows
        return ()
