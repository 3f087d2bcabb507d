"""Marks carried forward: a function that is right but for the wrong helper it calls earns its full marks.

Whether it is, is found out by putting a stand-in in the helper's place: a function with drawn coefficients and no sense, whose answers
nobody foresees. A function that does its own part right does so with the stand-in too; one that only fits its own wrong helper
doesn't. So a helper that returns an answer in disguise gains nothing: it isn't asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, combinations, islice
from typing import Any, Literal

import numpy as np

from autograder.examination import LABS, expected
from autograder.probes.dice import Dice
from autograder.reference import lab02
from course_utils.checking.calls import Elsewhere
from course_utils.checking.cases import Case
from course_utils.checking.judge import is_unwritten, judge
from course_utils.checking.verdict import Finding

Kind = Literal["number", "first", "second", "images", "rows", "outer", "each", "pair"]
Helpers = Mapping[str, Callable[..., Any]]

SECONDS_TO_LOOK_TWICE = 4.0
_MOST_SETS = 10  # of helpers that stand-ins take the places of, the largest first

# A stand-in's answer: bounded, so that training with it doesn't run away, and of the shape that the helper's answer has.
_STAND_IN = """\
def {name}(*given):
    import numpy as np

    parts = {coefficients}
    numbers = [np.asarray(one, dtype=float) for one in given]
    total = sum(part * one.sum() for part, one in zip(parts, numbers))

    def like(shape):
        return np.sin(total + parts[-1] * np.arange(int(np.prod(shape)), dtype=float).reshape(shape))

    return {answer}
"""
_ANSWERS: dict[Kind, str] = {
    "number": "float(np.sin(total))",
    "first": "like(numbers[0].shape).tolist()",
    "second": "like(numbers[1].shape).tolist()",
    "images": "like((len(numbers[0]),))",
    "rows": "like((len(numbers[1]),)).tolist()",
    "outer": "like((len(numbers[0]), len(numbers[1]))).tolist()",
    "each": "np.sin(parts[0] + parts[1] * numbers[0])",
    "pair": "(like(numbers[2].shape), float(np.sin(total)))",
}


@dataclass(frozen=True)
class Composed:
    """A function as it is put together from the lab's earlier ones.

    Attributes:
        helpers: their names, each with the kind of its answer.
        answer: the function, given the helpers and then its own arguments.
    """

    helpers: Mapping[str, Kind]
    answer: Callable[..., Any]


def _train_01(use: Helpers, given: float, true: float, weight: float, alpha: float, iterations: int) -> Any:
    errors = []
    for _ in range(iterations):
        pred = use["neural_network"](given, weight)
        errors.append(use["compute_error"](pred, true))
        weight_delta = use["compute_weight_delta"](given, use["compute_delta"](pred, true))
        weight = use["update_weight"](weight, weight_delta, alpha)
    return weight, errors


def _train_02(use: Helpers, inputs: Any, true: float, weights: Any, alpha: float, iterations: int) -> Any:
    errors = []
    for _ in range(iterations):
        delta = use["neural_network"](inputs, weights) - true
        errors.append(delta**2)
        weights = use["update_weights"](weights, use["compute_weight_deltas"](inputs, delta), alpha)
    return weights, errors


def _train_03(use: Helpers, inputs: Any, trues: Any, weights: Any, alpha: float, iterations: int) -> Any:
    errors = []
    for _ in range(iterations):
        preds = use["vect_mat_mul"](inputs, weights)
        errors.append(use["compute_errors"](preds, trues))
        weights = use["update_matrix"](weights, use["outer_prod"](use["compute_deltas"](preds, trues), inputs), alpha)
    return weights, errors


def _train_04(
    use: Helpers, inputs: Any, true: float, weights: Any, alpha: float, frozen: Sequence[int], iterations: int
) -> Any:
    errors = []
    for _ in range(iterations):
        delta = lab02.neural_network(inputs, weights) - true
        errors.append(delta**2)
        weight_deltas = use["freeze"](lab02.compute_weight_deltas(inputs, delta), frozen)
        weights = lab02.update_weights(weights, weight_deltas, alpha)
    return weights, errors


def _step_05(use: Helpers, image: Any, target: Any, weights: Any, alpha: float) -> Any:
    delta = np.asarray(use["neural_network"](image, weights)) - target
    return weights - alpha * np.outer(delta, image), float(delta @ delta)


def _accuracy_05(use: Helpers, images: Any, labels: Any, weights: Any) -> float:
    best = [int(np.argmax(use["neural_network"](image, weights))) for image in images]
    return float(np.mean(np.array(best) == labels))


def _loss_05(use: Helpers, predictions: Any, targets: Any) -> float:
    share = np.asarray(use["sigmoid"](np.asarray(predictions, dtype=float)))
    return float(np.mean(np.where(np.asarray(targets) == 1, 1 - share, share)))


def _gradients_05(use: Helpers, xb: Any, targets: Any, weights: Any, bias: float) -> Any:
    share = np.asarray(use["sigmoid"](np.asarray(use["linear1"](xb, weights, bias), dtype=float)))
    slope = (1 - 2 * np.asarray(targets)) * share * (1 - share) / len(xb)
    return slope @ np.asarray(xb), float(slope.sum())


def _epoch_05(use: Helpers, xb: Any, targets: Any, weights: Any, bias: float, alpha: float, batch_size: int) -> Any:
    for start in range(0, len(xb), batch_size):
        batch = slice(start, start + batch_size)
        d_weights, d_bias = use["gradients"](xb[batch], targets[batch], weights, bias)
        weights, bias = weights - alpha * np.asarray(d_weights), bias - alpha * d_bias
    return weights, bias


COMPOSED: dict[str, dict[str, Composed]] = {
    "01_single_weight": {
        "train": Composed(
            dict.fromkeys(
                ("neural_network", "compute_error", "compute_delta", "compute_weight_delta", "update_weight"), "number"
            ),
            _train_01,
        ),
    },
    "02_multiple_inputs": {
        "neural_network": Composed({"w_sum": "number"}, lambda use, *given: use["w_sum"](*given)),
        "compute_weight_deltas": Composed(
            {"ele_mul": "second"}, lambda use, inputs, delta: use["ele_mul"](delta, inputs)
        ),
        "train": Composed(
            {"neural_network": "number", "compute_weight_deltas": "first", "update_weights": "first"}, _train_02
        ),
    },
    "03_multiple_outputs": {
        "compute_weight_deltas": Composed({"ele_mul": "second"}, lambda use, *given: use["ele_mul"](*given)),
        "train": Composed(
            {
                "vect_mat_mul": "rows",
                "compute_errors": "first",
                "compute_deltas": "first",
                "outer_prod": "outer",
                "update_matrix": "first",
            },
            _train_03,
        ),
    },
    "04_freezing_weights": {"train_frozen": Composed({"freeze": "first"}, _train_04)},
    "05_mnist": {
        "train_step": Composed({"neural_network": "rows"}, _step_05),
        "accuracy": Composed({"neural_network": "rows"}, _accuracy_05),
        "mnist_loss": Composed({"sigmoid": "each"}, _loss_05),
        "gradients": Composed({"linear1": "images", "sigmoid": "each"}, _gradients_05),
        "train_epoch": Composed({"gradients": "pair"}, _epoch_05),
    },
}


def carried_forward(
    lab: str, name: str, function: Any, cases: Sequence[Case], is_wrong: Callable[[str, Any], bool], seed: str
) -> Finding | None:
    """Return a pass for a function that is right given its helpers, where some of these are wrong; None for any other.

    Args:
        lab: the lab's name.
        name: the function's name.
        function: the student's function, which fails.
        cases: what it was tried on.
        is_wrong: tells whether a helper, given by name and as the student's function, is wrong.
        seed: what the stand-ins are drawn from.
    """
    composed = COMPOSED[lab].get(name)
    if composed is None:
        return None
    wrong = [
        helper for helper in composed.helpers if _is_written(own := _own(function, helper)) and is_wrong(helper, own)
    ]
    sets = chain.from_iterable(combinations(wrong, number) for number in range(len(wrong), 0, -1))
    for chosen in islice(sets, _MOST_SETS):
        if _is_right_with_stand_ins(lab, name, function, cases, chosen, seed):
            names = " and ".join(f"`{helper}`" for helper in chosen)
            message = (
                f"Full marks carried forward: `{name}` itself is right. Its answers are off only because of {names}, "
                "which it calls. Mend that first."
            )
            return Finding("passed", message)
    return None


def _own(function: Any, name: str) -> Any:
    if isinstance(function, Elsewhere):
        return function.sibling(name)
    return getattr(function, "__globals__", {}).get(name)


def _is_written(helper: Any) -> bool:
    return callable(helper) and not is_unwritten(helper)


def _is_right_with_stand_ins(
    lab: str, name: str, function: Any, cases: Sequence[Case], chosen: Sequence[str], seed: str
) -> bool:
    composed, dice = COMPOSED[lab][name], Dice(f"{seed}/stand-ins/{name}")
    sources = {helper: _source(helper, composed.helpers[helper], dice) for helper in chosen}
    use = {helper: _made(helper, sources) for helper in composed.helpers if helper in sources}
    right = {probed.name: probed.reference for probed in LABS[lab]}
    use |= {helper: right[helper] for helper in composed.helpers if helper not in sources}
    judged = [
        replace(case, expected=expected(lambda *given: composed.answer(use, *given), case.arguments))
        for case in cases
        if not case.lengths  # these a helper may rightly find, in whose place there is a stand-in
    ]
    with _standing_in(function, sources):
        return judge(name, function, judged, seconds=SECONDS_TO_LOOK_TWICE).state == "passed"


def _source(helper: str, kind: Kind, dice: Dice) -> str:
    coefficients = [dice.whole(20, 90) / 100 for _ in range(5)]
    return _STAND_IN.format(name=helper, coefficients=coefficients, answer=_ANSWERS[kind])


def _made(helper: str, sources: Mapping[str, str]) -> Callable[..., Any]:
    names: dict[str, Any] = {}
    exec(sources[helper], names)  # noqa: S102 - our own text
    made: Callable[..., Any] = names[helper]
    return made


@contextmanager
def _standing_in(function: Any, sources: Mapping[str, str]) -> Iterator[None]:
    """Put the stand-ins in the helpers' places, where the function lives, and take them away again."""
    if isinstance(function, Elsewhere):
        with function.changed(sources):
            yield
        return
    names = function.__globals__
    before = {helper: names[helper] for helper in sources}
    names.update({helper: _made(helper, sources) for helper in sources})
    try:
        yield
    finally:
        names.update(before)
