"""Lab 04's wrong formulas."""
# ruff: noqa: PLR2004 - a formula may forget an argument, and its numbers are the mistake

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import Any

from autograder.misconceptions import lab01
from autograder.misconceptions.formula import Help, Misconception, wrong
from autograder.misconceptions.pieces import right_unless, sign_of
from autograder.reference import lab04

_TOO_LARGE = 1e6  # beyond it a diverging formula counts as anything wrong: learners cap, overflow or go on to infinity


# What lab 01 says of its `train` fits this one too, word for word.
_SAID = {misconception.id: misconception.says for misconception in lab01.MISCONCEPTIONS["train"]}


def _dot(inputs: Iterable[float], weights: Iterable[float]) -> float:
    return sum(one * other for one, other in zip(inputs, weights, strict=False))


def _replaced(numbers: list[float], index: int, new: float) -> list[float]:
    return [new if place == index else number for place, number in enumerate(numbers)]


def _freeze(numbers: list[float], frozen: Iterable[int]) -> list[float]:
    still = list(frozen)
    return [0 if place in still else number for place, number in enumerate(numbers)]


def _others(numbers: list[float], frozen: list[int]) -> list[int]:
    return [place for place in range(len(numbers)) if place not in frozen]


def _set_at(numbers: list[float], places: Iterable[int], new: float = 0) -> list[float]:
    """Return a copy in which the elements at the places, negative ones counted from the end, are new."""
    changed = list(numbers)
    for place in places:
        changed[place] = new
    return changed


def _inserted(numbers: list[float], places: Iterable[int], new: float = 0) -> list[float]:
    longer = list(numbers)
    for place in places:
        longer.insert(place, new)
    return longer


def _popped(numbers: list[float], places: Iterable[int]) -> list[float]:
    shorter = list(numbers)
    for place in places:
        shorter.pop(place)
    return shorter


def _removed(numbers: list[float], values: Iterable[float]) -> list[float]:
    shorter = list(numbers)
    for value in values:
        shorter.remove(value)
    return shorter


def _blames(inputs: list[float], delta: float, weights: list[float], pred: float) -> list[float]:
    return [each * delta for each in inputs]


def _train(
    *,
    seen: Callable[..., Any] = lambda inputs, frozen: inputs,
    start: Callable[..., Any] = lambda weights, frozen: list(weights),
    pred: Callable[..., Any] = lambda inputs, weights, frozen: _dot(inputs, weights),
    truth: Callable[..., Any] = lambda true: true,
    delta: Callable[..., Any] = lambda pred, true: pred - true,
    weight_deltas: Callable[..., Any] = _blames,
    freezes: Callable[..., Any] = lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, frozen),
    update: Callable[..., Any] = lambda weight, weight_delta, alpha: weight - alpha * weight_delta,
    step_size: Callable[..., Any] = lambda alpha, frozen, size: alpha,
    afterwards: Callable[..., Any] = lambda weights, frozen: weights,
    record: Callable[..., Any] = lambda pred, true: (pred - true) ** 2,
    notes: Callable[..., Any] | None = None,
    rounds: Callable[..., Any] = lambda iterations: iterations,
    skips: Callable[..., Any] = lambda iteration, frozen: False,
    learns_from: Callable[..., Any] = lambda history: history[-1],
    moves: Callable[..., Any] = lambda history: history[-1],
    before_recording: Callable[..., Any] = lambda errors, error: False,
    before_update: Callable[..., Any] = lambda errors: False,
    after_update: Callable[..., Any] = lambda errors: False,
    at_last: Callable[..., Any] = lambda last, first, frozen: last,
    returns: Callable[..., Any] = lambda history, errors: (history[-1], errors),
) -> Callable[..., Any]:
    """Return a `train_frozen` in which one thing or another is done differently."""

    def train_frozen(
        inputs: list[float], true: float, weights: list[float], alpha: float, frozen: list[int], iterations: int
    ) -> Any:
        history, aim, inputs = [start(weights, frozen)], truth(true), seen(inputs, frozen)
        errors: list[Any] = []
        for iteration in range(rounds(iterations)):
            said = pred(inputs, learns_from(history), frozen)
            error = record(pred(inputs, moves(history), frozen), aim)
            if before_recording(errors, error):
                break
            errors.append(error)
            if before_update(errors):
                break
            blames = freezes(weight_deltas(inputs, delta(said, aim), moves(history), said), frozen, iteration)
            rate = step_size(alpha, frozen, len(weights))
            if notes:
                errors[-1] = notes(error, blames, rate)
            moved = [update(weight, blame, rate) for weight, blame in zip(moves(history), blames, strict=False)]
            history.append(moves(history) if skips(iteration, frozen) else afterwards(moved, frozen))
            if any(abs(weight) > _TOO_LARGE for weight in history[-1]):
                raise OverflowError
            if after_update(errors):
                break
        history[-1] = at_last(history[-1], weights, frozen)
        return returns(history, errors)

    return train_frozen


def _one_after_another(
    inputs: list[float], true: float, weights: list[float], alpha: float, frozen: list[int], iterations: int
) -> Any:
    now, errors = list(weights), []
    for _ in range(iterations):
        errors.append((_dot(inputs, now) - true) ** 2)
        for place in _others(now, frozen):
            now[place] -= alpha * inputs[place] * (_dot(inputs, now) - true)
    return now, errors


def _piles_up(kept: float) -> Callable[..., Any]:
    def train_frozen(
        inputs: list[float], true: float, weights: list[float], alpha: float, frozen: list[int], iterations: int
    ) -> Any:
        now, errors, totals = list(weights), [], [0.0] * len(weights)
        for _ in range(iterations):
            delta = _dot(inputs, now) - true
            errors.append(delta**2)
            totals = [kept * total + each * delta for total, each in zip(totals, inputs, strict=True)]
            now = [weight - alpha * step for weight, step in zip(now, _freeze(totals, frozen), strict=True)]
        return now, errors

    return train_frozen


def _along(
    *,
    tried: Callable[..., Any] = lambda weights, index, value, place: _replaced(weights, index, value),
    pred: Callable[..., Any] = lambda inputs, trial, index, value: _dot(inputs, trial),
    truth: Callable[..., Any] = lambda true: true,
    error: Callable[..., Any] = lambda pred, true: (pred - true) ** 2,
    among: Callable[..., Any] = lambda values: values,
    returns: Callable[..., Any] = lambda values, errors: errors,
) -> Callable[..., Any]:
    """Return an `error_along` in which one thing or another is done differently."""

    def error_along(inputs: list[float], true: float, weights: list[float], index: int, values: list[float]) -> Any:
        errors = []
        for place, value in enumerate(among(values)):
            trial = tried(list(weights), index, value, place)
            errors.append(error(pred(inputs, trial, index, value), truth(true)))
        return returns(list(values), errors)

    return error_along


def _never_put_back(change: Callable[[float, float], float]) -> Callable[..., Any]:
    def error_along(inputs: list[float], true: float, weights: list[float], index: int, values: list[float]) -> Any:
        now, errors = list(weights), []
        for value in values:
            now[index] = change(now[index], value)
            errors.append((_dot(inputs, now) - true) ** 2)
        return errors

    return error_along


def _learns_on_the_way(alpha: float) -> Callable[..., Any]:
    def error_along(inputs: list[float], true: float, weights: list[float], index: int, values: list[float]) -> Any:
        now, errors = list(weights), []
        for value in values:
            delta = _dot(inputs, _replaced(now, index, value)) - true
            errors.append(delta**2)
            now = [weight - alpha * each * delta for each, weight in zip(inputs, now, strict=True)]
        return errors

    return error_along


def _changes_of_the_error(
    inputs: list[float], true: float, weights: list[float], index: int, values: list[float]
) -> list[float]:
    here = (_dot(inputs, weights) - true) ** 2
    return [error - here for error in lab04.error_along(inputs, true, weights, index, values)]


def _changes_of_the_prediction(
    inputs: list[float], true: float, weights: list[float], index: int, values: list[float]
) -> list[float]:
    return [(inputs[index] * (value - weights[index])) ** 2 for value in values]


def _each_weight_in_turn(
    inputs: list[float], true: float, weights: list[float], index: int, values: list[float]
) -> list[list[float]]:
    return [lab04.error_along(inputs, true, weights, place, values) for place in range(len(weights))]


_SMALL = (0.1, 0.01, 0.001, 1e-4, 1e-5, 1e-6, 1e-8)

MISCONCEPTIONS: dict[str, tuple[Misconception, ...]] = {
    "freeze": (
        wrong(
            "counts-from-one",
            "It looks as if the zero lands one place beside the index that was asked for. People count from 1, and "
            "Python counts from 0. Which element does `weight_deltas[1]` mean?",
            lambda weight_deltas, frozen: [0 if i + 1 in frozen else d for i, d in enumerate(weight_deltas)],
            lambda weight_deltas, frozen: _set_at(weight_deltas, [i - 1 for i in frozen]),
            lambda weight_deltas, frozen: [0 if i - 1 in frozen else d for i, d in enumerate(weight_deltas)],
            lambda weight_deltas, frozen: _set_at(weight_deltas, [i + 1 for i in frozen]),
        ),
        wrong(
            "counts-from-the-end",
            "It looks as if the indices are counted from the end of the list. A negative index does that, and so does "
            "a reversed list. Where does index 0 stand in this lab?",
            lambda weight_deltas, frozen: _set_at(weight_deltas, [-i - 1 for i in frozen]),
            lambda weight_deltas, frozen: _set_at(weight_deltas, [-i for i in frozen]),
        ),
        wrong(
            "all-frozen",
            "It looks as if every weight_delta becomes 0, also with an empty `frozen`. Then nothing can learn any "
            "more. What should become of the elements whose index isn't listed?",
            lambda weight_deltas, frozen: [0 for _ in weight_deltas],
        ),
        wrong(
            "all-frozen-if-any",
            "It looks as if all weight_deltas become 0 as soon as there is anything in `frozen`. The test asks "
            "whether the list is filled, not what is in it. Which elements may go on learning?",
            lambda weight_deltas, frozen: [0 if frozen else d for d in weight_deltas],
        ),
        wrong(
            "nothing-frozen",
            "It looks as if the weight_deltas come back as they went in. Giving the loop's variable a new value "
            "doesn't change the list, and `i == frozen` compares a number with a list. Where does the 0 get into the "
            "result?",
            lambda weight_deltas, frozen: list(weight_deltas),
        ),
        wrong(
            "first-always",
            "It looks as if the first weight_delta becomes 0, whatever `frozen` says. In the lab's example it is the "
            "first one, so that fits. What if someone wants to freeze another?",
            lambda weight_deltas, frozen: _set_at(weight_deltas, [0]),
            lambda weight_deltas, frozen: _set_at(weight_deltas, [0] if frozen else []),
        ),
        wrong(
            "last-always",
            "It looks as if the last weight_delta becomes 0, whatever `frozen` says. That happens when an index is "
            "left over from an earlier loop. Which indices should decide?",
            lambda weight_deltas, frozen: _set_at(weight_deltas, [-1]),
            lambda weight_deltas, frozen: _set_at(weight_deltas, [-1] if frozen else []),
        ),
        wrong(
            "only-first-frozen",
            "It looks as if only the first index in `frozen` is looked at. A `return` inside the loop or a "
            "`frozen[0]` does that, and with one frozen weight nobody notices. What about the other indices in the "
            "list?",
            lambda weight_deltas, frozen: _set_at(weight_deltas, frozen[:1]),
            lambda weight_deltas, frozen: _set_at(weight_deltas, [frozen[0]]),
        ),
        wrong(
            "only-last-frozen",
            "It looks as if only the last index in `frozen` counts. The copy may be made anew for each index, and the "
            "zeros set before are lost. Where should the copy be made?",
            lambda weight_deltas, frozen: _set_at(weight_deltas, frozen[-1:]),
            lambda weight_deltas, frozen: _set_at(weight_deltas, [frozen[-1]]),
        ),
        wrong(
            "empty-frozen",
            "It looks as if your answer is right unless `frozen` is empty. That is the case in which a loop over it "
            "never runs. What should come back when no weight is frozen?",
            right_unless(lab04.freeze, lambda weight_deltas, frozen: not frozen),
        ),
        wrong(
            "needs-rising-order",
            "It looks as if your answer is right while the indices in `frozen` come in rising order, and goes wrong "
            "otherwise. Walking through both lists side by side does that. Does it matter in which order someone "
            "lists them?",
            right_unless(lab04.freeze, lambda weight_deltas, frozen: frozen != sorted(frozen)),
        ),
        wrong(
            "others-frozen",
            "It looks as if the listed ones go on and all the others become 0. The two branches of the test are "
            "swapped. Does `frozen` list those that may move or those that may not?",
            lambda weight_deltas, frozen: _freeze(weight_deltas, _others(weight_deltas, frozen)),
        ),
        wrong(
            "frozen-as-mask",
            "It looks as if `frozen` is read as one yes or no per weight. Masks of that kind are common in NumPy. "
            "What does `[0]` mean here: 'the first is not frozen', or 'the one with index 0 is'?",
            lambda weight_deltas, frozen: [0 if f else d for d, f in zip(weight_deltas, frozen, strict=False)],
            lambda weight_deltas, frozen: [d * f for d, f in zip(weight_deltas, frozen, strict=False)],
        ),
        wrong(
            "values-for-indices",
            "It looks as if the values of the weight_deltas are looked up in `frozen`, not their places. `for d in "
            "weight_deltas` hands out values. How do you get at the place of each?",
            lambda weight_deltas, frozen: [0 if d in frozen else d for d in weight_deltas],
        ),
        wrong(
            "found-by-value",
            "It looks as if places are found by searching for a value, so weight_deltas that are equal get mixed up. "
            "With different values that works. What does `index` answer when a number is in the list twice?",
            lambda weight_deltas, frozen: [0 if weight_deltas.index(d) in frozen else d for d in weight_deltas],
            lambda weight_deltas, frozen: [0 if d in [weight_deltas[i] for i in frozen] else d for d in weight_deltas],
        ),
        wrong(
            "frozen-dropped",
            "It looks as if the frozen elements are left out, so the result is too short. A weight that doesn't move "
            "needs no number, one might think. Which weight would the second number of your result belong to?",
            lambda weight_deltas, frozen: [d for i, d in enumerate(weight_deltas) if i not in frozen],
            lambda weight_deltas, frozen: _popped(weight_deltas, frozen),
            lambda weight_deltas, frozen: _removed(weight_deltas, [weight_deltas[i] for i in frozen]),
        ),
        wrong(
            "only-frozen-kept",
            "It looks as if only the frozen elements come back. The loop walks over `frozen` alone. How long should "
            "the result be?",
            lambda weight_deltas, frozen: [weight_deltas[i] for i in frozen],
            lambda weight_deltas, frozen: [d for i, d in enumerate(weight_deltas) if i in frozen],
            lambda weight_deltas, frozen: [0 for _ in frozen],
        ),
        wrong(
            "zero-inserted",
            "It looks as if the zeros are put between or behind the other elements rather than in the place of some. "
            "`insert` and `append` make a list longer. How long should the result be?",
            lambda weight_deltas, frozen: _inserted(weight_deltas, frozen),
            lambda weight_deltas, frozen: _inserted(weight_deltas, sorted(frozen)),
            lambda weight_deltas, frozen: weight_deltas + [0] * len(frozen),
            lambda weight_deltas, frozen: [
                n for i, d in enumerate(weight_deltas) for n in ([0, d] if i in frozen else [d])
            ],
        ),
        wrong(
            "zeros-at-the-end",
            "It looks as if the frozen elements are taken out and the zeros put elsewhere. The length is right, so it "
            "looks well. Which weight does each number belong to now?",
            lambda weight_deltas, frozen: (
                [d for i, d in enumerate(weight_deltas) if i not in frozen] + [0] * len(frozen)
            ),
            lambda weight_deltas, frozen: (
                [0] * len(frozen) + [d for i, d in enumerate(weight_deltas) if i not in frozen]
            ),
        ),
        wrong(
            "nested-loops",
            "It looks as if there is a loop in a loop, which gives one number for each pair of an element and an "
            "index. Comparing each with each seems thorough. How many numbers should there be for one element?",
            lambda weight_deltas, frozen: [0 if i == f else d for i, d in enumerate(weight_deltas) for f in frozen],
            lambda weight_deltas, frozen: [0 if i == f else d for f in frozen for i, d in enumerate(weight_deltas)],
            lambda weight_deltas, frozen: [_set_at(weight_deltas, [f]) for f in frozen],
        ),
        wrong(
            "counts-not-indices",
            "It looks as if the number of entries in `frozen` decides, and that many elements at the front (or the "
            "end) become 0. For `[0]` that is right. What does an entry 3 mean?",
            lambda weight_deltas, frozen: _set_at(weight_deltas, range(len(frozen))),
            lambda weight_deltas, frozen: _set_at(weight_deltas, [-1 - k for k in range(len(frozen))]),
        ),
        wrong(
            "a-whole-stretch-frozen",
            "It looks as if a whole stretch becomes 0: everything up to an index in `frozen`, or from it on. "
            "Comparing with `<` or slicing does that. Which elements are listed by name?",
            lambda weight_deltas, frozen: [
                0 if frozen and i <= max(frozen) else d for i, d in enumerate(weight_deltas)
            ],
            lambda weight_deltas, frozen: [0 if frozen and i < max(frozen) else d for i, d in enumerate(weight_deltas)],
            lambda weight_deltas, frozen: [
                0 if frozen and i >= min(frozen) else d for i, d in enumerate(weight_deltas)
            ],
            lambda weight_deltas, frozen: [0 if frozen and i > min(frozen) else d for i, d in enumerate(weight_deltas)],
            lambda weight_deltas, frozen: [
                0 if frozen and min(frozen) <= i <= max(frozen) else d for i, d in enumerate(weight_deltas)
            ],
        ),
        wrong(
            "one-for-zero",
            "It looks as if the frozen elements become 1, or their own index, and not 0. A 1 leaves a product alone, "
            "so the thought is understandable. But which weight_delta means 'don't move'?",
            lambda weight_deltas, frozen: _set_at(weight_deltas, frozen, 1),
            lambda weight_deltas, frozen: [i if i in frozen else d for i, d in enumerate(weight_deltas)],
            lambda weight_deltas, frozen: _set_at(weight_deltas, frozen, -1),
            lambda weight_deltas, frozen: [d - 1 if i in frozen else d for i, d in enumerate(weight_deltas)],
        ),
        wrong(
            "nan-for-zero",
            "It looks as if the frozen elements become 'not a number'. That marks them well for a reader. What "
            "happens to a weight from which such a value is subtracted?",
            lambda weight_deltas, frozen: _set_at(weight_deltas, frozen, float("nan")),
        ),
        wrong(
            "slowed-not-stopped",
            "It looks as if the frozen elements become smaller, but not 0. A tiny move is almost none. Where would "
            "such a weight be after a million iterations?",
            *(
                lambda weight_deltas, frozen, share=share: [
                    d * share if i in frozen else d for i, d in enumerate(weight_deltas)
                ]
                for share in (0.5, 0.1, 0.01, 0.001)
            ),
        ),
        wrong(
            "frozen-reversed",
            "It looks as if the frozen elements change their sign. Turning a move round isn't the same as stopping "
            "it. Which weight_delta leaves a weight where it is?",
            lambda weight_deltas, frozen: [-d if i in frozen else d for i, d in enumerate(weight_deltas)],
        ),
        wrong(
            "mask-returned",
            "It looks as if the result says only which weights are frozen, in ones and zeros. Such a mask is half of "
            "a good solution. What has to be done with it and the weight_deltas?",
            lambda weight_deltas, frozen: [int(i not in frozen) for i in range(len(weight_deltas))],
            lambda weight_deltas, frozen: [int(i in frozen) for i in range(len(weight_deltas))],
        ),
        wrong(
            "only-three",
            "It looks as if the function is made for three weights. The lab's example has three, so there it works. "
            "What if there are two, or five?",
            lambda weight_deltas, frozen: [0 if i in frozen else weight_deltas[i] for i in range(3)],
            right_unless(lab04.freeze, lambda weight_deltas, frozen: len(weight_deltas) != 3),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if the function returns in its first round, with one element. A `return` that is indented "
            "one level too far belongs to the loop. With which line should it be aligned?",
            lambda weight_deltas, frozen: _freeze(weight_deltas, frozen)[:1],
            lambda weight_deltas, frozen: _freeze(weight_deltas, frozen)[0],
        ),
        wrong(
            "last-element-only",
            "It looks as if only the last element comes back. The list is made anew, or the name overwritten, in "
            "every round. Where should the empty list be made?",
            lambda weight_deltas, frozen: _freeze(weight_deltas, frozen)[-1:],
            lambda weight_deltas, frozen: _freeze(weight_deltas, frozen)[-1],
        ),
        wrong(
            "stops-at-the-first-frozen",
            "It looks as if the loop ends at the first frozen element, and what comes behind is missing. `break` "
            "leaves the whole loop. What should happen to the elements behind a frozen one?",
            lambda weight_deltas, frozen: weight_deltas[: min(frozen)] if frozen else list(weight_deltas),
            lambda weight_deltas, frozen: [*weight_deltas[: min(frozen)], 0] if frozen else list(weight_deltas),
        ),
        wrong(
            "pairs",
            "It looks as if each number comes together with its place. While one works on it, that is handy to see. "
            "How many numbers does the update expect for each weight?",
            lambda weight_deltas, frozen: list(enumerate(_freeze(weight_deltas, frozen))),
            lambda weight_deltas, frozen: (_freeze(weight_deltas, frozen), list(frozen)),
        ),
        wrong(
            "last-dropped",
            "It looks as if the last element is lost. A `range` ends before its end, so subtracting 1 as well goes "
            "one too far. Which numbers does `range(3)` give?",
            lambda weight_deltas, frozen: _freeze(weight_deltas, frozen)[:-1],
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first element is lost. A loop that starts at 1 begins with the second element. Which "
            "index does the first one have in Python?",
            lambda weight_deltas, frozen: _freeze(weight_deltas, frozen)[1:],
        ),
        wrong(
            "free-changed-too",
            "It looks as if the elements that aren't frozen are changed as well: their sign, or a factor. `freeze` is "
            "there for the frozen ones alone. What should happen to a weight_delta that isn't listed?",
            lambda weight_deltas, frozen: _freeze([-d for d in weight_deltas], frozen),
            lambda weight_deltas, frozen: _freeze([abs(d) for d in weight_deltas], frozen),
            lambda weight_deltas, frozen: _freeze([2 * d for d in weight_deltas], frozen),
            lambda weight_deltas, frozen: _freeze([d / 2 for d in weight_deltas], frozen),
            *(
                lambda weight_deltas, frozen, alpha=alpha: _freeze([alpha * d for d in weight_deltas], frozen)
                for alpha in (0.3, 0.01)
            ),
        ),
        wrong(
            "nested-once-too-deep",
            "It looks as if the right list sits in another list. Square brackets around something that is a list "
            "already do that. What is the first element of your result?",
            lambda weight_deltas, frozen: [_freeze(weight_deltas, frozen)],
            lambda weight_deltas, frozen: [[d] for d in _freeze(weight_deltas, frozen)],
        ),
        wrong(
            "sum-for-list",
            "It looks as if the remaining weight_deltas are added up. One number can't steer several weights. What "
            "should the result hold for each weight?",
            lambda weight_deltas, frozen: sum(_freeze(weight_deltas, frozen)),
        ),
        wrong(
            "several-frozen-wrong",
            "It looks as if your answer is right for one frozen weight and goes wrong for several. A test that looks "
            "at one of the indices, such as the largest, does that. Does your loop look at every index in `frozen`?",
            lambda weight_deltas, frozen: _freeze(weight_deltas, frozen) if len(frozen) < 2 else list(weight_deltas),
            lambda weight_deltas, frozen: _set_at(weight_deltas, [max(frozen)] if frozen else []),
            lambda weight_deltas, frozen: _set_at(weight_deltas, [min(frozen)] if frozen else []),
            lambda weight_deltas, frozen: _set_at(weight_deltas, frozen[:2]),
        ),
        wrong(
            "rounded",
            "It looks as if the weight_deltas that stay are rounded or made whole. Short numbers are nicer to read, "
            "so do that when you print. What should happen to an element that isn't frozen?",
            lambda weight_deltas, frozen: _freeze([int(d) for d in weight_deltas], frozen),
            *(
                lambda weight_deltas, frozen, places=places: _freeze([round(d, places) for d in weight_deltas], frozen)
                for places in range(3)
            ),
        ),
    ),
    "train_frozen": (
        wrong(
            "inputs-zeroed",
            "It looks as if the frozen weights have no say in the prediction: their inputs are set to 0, or their "
            "terms are left out of the sum. That does keep them still. But does a weight that doesn't learn cease to "
            "count?",
            _train(seen=lambda inputs, frozen: _freeze(inputs, frozen)),
            _train(
                pred=lambda inputs, weights, frozen: _dot(_freeze(inputs, frozen), weights),
                freezes=lambda weight_deltas, frozen, iteration: weight_deltas,
            ),
        ),
        wrong(
            "weights-zeroed",
            "It looks as if the frozen weights themselves become 0. Freezing sounds like taking away, but it means "
            "holding still. Which value should a frozen weight have at the end?",
            _train(start=lambda weights, frozen: _freeze(weights, frozen)),
            _train(
                start=lambda weights, frozen: _freeze(weights, frozen),
                freezes=lambda weight_deltas, frozen, iteration: weight_deltas,
            ),
            _train(afterwards=lambda weights, frozen: _freeze(weights, frozen)),
            _train(at_last=lambda last, first, frozen: _freeze(last, frozen)),
            _train(
                freezes=lambda weight_deltas, frozen, iteration: weight_deltas,
                at_last=lambda last, first, frozen: _freeze(last, frozen),
            ),
        ),
        wrong(
            "all-frozen-if-any",
            "It looks as if no weight moves as soon as there is anything in `frozen`. Setting the node's delta to 0 "
            "does that: all weights share it. At which point do the weights go separate ways?",
            _train(freezes=lambda weight_deltas, frozen, iteration: [0 if frozen else d for d in weight_deltas]),
        ),
        wrong(
            "nothing-frozen",
            "It looks as if the frozen weights learn like the others. Perhaps `freeze` is called and its result not "
            "used: it returns a new list and leaves the old one alone. Which list does the update work with?",
            _train(freezes=lambda weight_deltas, frozen, iteration: weight_deltas),
        ),
        wrong(
            "others-frozen",
            "It looks as if the listed weights learn and the others stand still. A test the wrong way round does "
            "that. Does `frozen` list those that may move or those that may not?",
            _train(
                freezes=lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, _others(weight_deltas, frozen))
            ),
        ),
        wrong(
            "first-always",
            "It looks as if the first weight is frozen, whatever `frozen` says. In the lab's example it is the first "
            "one, so that fits. What if someone wants to freeze another, or none?",
            _train(freezes=lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, [0])),
            _train(freezes=lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, [0] if frozen else [])),
        ),
        wrong(
            "counts-from-one",
            "It looks as if the weight beside the one that was asked for is frozen. People count from 1, and Python "
            "counts from 0. Which weight is `weights[1]`?",
            _train(freezes=lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, [k - 1 for k in frozen])),
            _train(freezes=lambda weight_deltas, frozen, iteration: _set_at(weight_deltas, [k - 1 for k in frozen])),
            _train(freezes=lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, [k + 1 for k in frozen])),
        ),
        wrong(
            "only-first-frozen",
            "It looks as if only the first index in `frozen` is looked at. With one frozen weight nobody notices. "
            "What about the other indices in the list?",
            _train(freezes=lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, frozen[:1])),
            _train(freezes=lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, [frozen[0]])),
        ),
        wrong(
            "only-last-frozen",
            "It looks as if only the last index in `frozen` counts. The earlier ones are forgotten when the next one "
            "comes. What happens to them in your loop?",
            _train(freezes=lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, frozen[-1:])),
        ),
        wrong(
            "freezes-first-iteration-only",
            "It looks as if the weights are frozen in the first iteration and free in all later ones. Each iteration "
            "computes new weight_deltas. Where in your code is `freeze` called?",
            _train(
                freezes=lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, [] if iteration else frozen)
            ),
        ),
        wrong(
            "free-at-first",
            "It looks as if the frozen weights still move in the first iteration. That happens when `freeze` is "
            "called after the update, or with the weight_deltas of the iteration before. What comes first?",
            _train(
                freezes=lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, frozen if iteration else [])
            ),
        ),
        wrong(
            "iterations-frozen",
            "It looks as if `frozen` is taken as a list of iterations in which nothing moves. Both are counted from "
            "0, so the mix-up is natural. What do the numbers in `frozen` stand for?",
            _train(
                skips=lambda iteration, frozen: iteration in frozen,
                freezes=lambda weight_deltas, frozen, iteration: weight_deltas,
            ),
            _train(
                skips=lambda iteration, frozen: any(number <= iteration for number in frozen),
                freezes=lambda weight_deltas, frozen, iteration: weight_deltas,
            ),
        ),
        wrong(
            "put-back-at-the-end",
            "It looks as if the frozen weights learn, and get their old values back only at the end. The last picture "
            "is right. But on the way, which weights have made the predictions that the others learned from?",
            _train(
                freezes=lambda weight_deltas, frozen, iteration: weight_deltas,
                at_last=lambda last, first, frozen: [
                    old if place in frozen else new for place, (old, new) in enumerate(zip(first, last, strict=True))
                ],
            ),
        ),
        wrong(
            "slowed-not-stopped",
            "It looks as if the frozen weights still move, only less. A tiny move is almost none. Where would such a "
            "weight be after a million iterations?",
            *(
                _train(
                    freezes=lambda weight_deltas, frozen, iteration, share=share: [
                        d * share if place in frozen else d for place, d in enumerate(weight_deltas)
                    ]
                )
                for share in (0.5, 0.1, 0.01, 0.001)
            ),
        ),
        wrong(
            "frozen-reversed",
            "It looks as if the frozen weights move the other way. Turning a move round isn't the same as stopping "
            "it. Which weight_delta leaves a weight where it is?",
            _train(
                freezes=lambda weight_deltas, frozen, iteration: [
                    -d if place in frozen else d for place, d in enumerate(weight_deltas)
                ]
            ),
        ),
        wrong(
            "share-given-to-others",
            "It looks as if the free weights take longer steps because others are frozen. Someone has to do their "
            "work, one might think. But does freezing change the weight_deltas of the others?",
            _train(step_size=lambda alpha, frozen, size: alpha * size / max(1, size - len(frozen))),
        ),
        wrong(
            "step-shared-out",
            "It looks as if each step is divided by the number of free weights. Then they would share the correction "
            "fairly. But does one weight's weight_delta depend on how many others there are?",
            _train(step_size=lambda alpha, frozen, size: alpha / (size - len(frozen))),
            _train(step_size=lambda alpha, frozen, size: alpha / max(1, size - len(frozen))),
        ),
        wrong(
            "a-whole-stretch-frozen",
            "It looks as if not only the listed weight stands still but all those behind (or before) it as well. A "
            "`break` leaves the whole loop over the weights. What should happen to the weights after a frozen one?",
            _train(
                freezes=lambda weight_deltas, frozen, iteration: _freeze(
                    weight_deltas, range(min(frozen, default=len(weight_deltas)), len(weight_deltas))
                )
            ),
            _train(
                freezes=lambda weight_deltas, frozen, iteration: _freeze(
                    weight_deltas, range(max(frozen, default=-1) + 1)
                )
            ),
        ),
        wrong(
            "counts-not-indices",
            "It looks as if the number of entries in `frozen` decides, and that many weights at the front stand "
            "still. For `[0]` that is right. What does an entry 3 mean?",
            _train(freezes=lambda weight_deltas, frozen, iteration: _freeze(weight_deltas, range(len(frozen)))),
        ),
        wrong(
            "only-frozen-returned",
            "It looks as if only some of the weights come back: those that are frozen. They were looked up by the "
            "list. How many weights does the network need to predict?",
            _train(at_last=lambda last, first, frozen: [last[place] for place in frozen]),
            _train(at_last=lambda last, first, frozen: [w for place, w in enumerate(last) if place in frozen]),
        ),
        wrong(
            "frozen-dropped",
            "It looks as if the frozen weights are missing from the result. They didn't change, so it may seem that "
            "nobody asks for them. Which input would the first number of your result belong to?",
            _train(at_last=lambda last, first, frozen: [w for place, w in enumerate(last) if place not in frozen]),
            _train(
                seen=lambda inputs, frozen: [i for place, i in enumerate(inputs) if place not in frozen],
                start=lambda weights, frozen: [w for place, w in enumerate(weights) if place not in frozen],
                freezes=lambda weight_deltas, frozen, iteration: weight_deltas,
            ),
        ),
        wrong(
            "empty-frozen",
            "It looks as if your answer is right unless `frozen` is empty. That is the case in which a loop over it "
            "never runs. What should training do when no weight is frozen?",
            right_unless(
                lab04.train_frozen, lambda inputs, true, weights, alpha, frozen, iterations: not frozen and iterations
            ),
        ),
        wrong(
            "several-frozen-wrong",
            "It looks as if freezing works with one index in `frozen`, and with several none of them is held still. A "
            "comparison with a single index does that. How does your code look each of the indices up?",
            _train(
                freezes=lambda weight_deltas, frozen, iteration: (
                    _freeze(weight_deltas, frozen) if len(frozen) < 2 else weight_deltas
                )
            ),
        ),
        wrong(
            "errors-after-update",
            "It looks as if each error is recorded after its update. Errors do shrink that way, only everything is "
            "one step early. Which weights were in use when the prediction of that iteration was made?",
            _train(rounds=lambda n: n + 1, returns=lambda history, errors: (history[-2], errors[1:])),
        ),
        wrong(
            "weight-before-last-update",
            "It looks as if the weights from before the last update are returned. They were still right when the last "
            "error was recorded. What happened to them afterwards?",
            _train(returns=lambda history, errors: (history[-2:][0], errors)),
        ),
        wrong(
            "first-weight-returned",
            "It looks as if the errors are right but the weights returned are those that came in. That happens when "
            "the new ones live under another name. Which name do you return?",
            _train(returns=lambda history, errors: (history[0], errors)),
        ),
        wrong(
            "one-iteration-too-many",
            _SAID["one-iteration-too-many"],
            _train(rounds=lambda n: n + 1),
        ),
        wrong(
            "one-iteration-too-few",
            _SAID["one-iteration-too-few"],
            _train(rounds=lambda n: n - 1),
        ),
        wrong(
            "zero-iterations",
            _SAID["zero-iterations"],
            right_unless(lab04.train_frozen, lambda inputs, true, weights, alpha, frozen, iterations: iterations == 0),
        ),
        wrong(
            "one-error-too-many",
            _SAID["one-error-too-many"],
            _train(rounds=lambda n: n + 1, returns=lambda history, errors: (history[-2], errors)),
            _train(returns=lambda history, errors: (history[-1], [0, *errors])),
        ),
        wrong(
            "update-adds",
            _SAID["update-adds"],
            _train(update=lambda weight, weight_delta, alpha: weight + alpha * weight_delta),
        ),
        wrong(
            "alpha-forgotten",
            _SAID["alpha-forgotten"],
            _train(update=lambda weight, weight_delta, alpha: weight - weight_delta),
            _train(update=lambda weight, weight_delta, alpha: weight + weight_delta),
        ),
        wrong(
            "alpha-twice",
            "It looks as if `alpha` is used twice in each step. That happens when the weight_deltas are scaled and "
            "the update scales them again. At which one place should it count?",
            _train(update=lambda weight, weight_delta, alpha: weight - alpha**2 * weight_delta),
        ),
        wrong(
            "alpha-fixed",
            "It looks as if an `alpha` of the labs is written into the function. For the example in the text that "
            "gives the right numbers. What happens when someone passes another one?",
            _train(step_size=lambda alpha, frozen, size: 0.3),
            _train(step_size=lambda alpha, frozen, size: 0.01),
            _train(step_size=lambda alpha, frozen, size: 0.1),
        ),
        wrong(
            "alpha-on-the-difference",
            "It looks as if `alpha` scales the old weights as well, and not only their moves. Brackets make that easy "
            "to write. What should be left of a frozen weight after one iteration?",
            _train(update=lambda weight, weight_delta, alpha: alpha * (weight - weight_delta)),
            _train(update=lambda weight, weight_delta, alpha: alpha * weight - weight_delta),
        ),
        wrong(
            "factor-two",
            "It looks as if each step is twice as long as it should be. The true derivative of the error has a 2 in "
            "it, so the thought is right. The course lets `alpha` absorb it; do you need it once more?",
            _train(update=lambda weight, weight_delta, alpha: weight - 2 * alpha * weight_delta),
        ),
        wrong(
            "error-for-delta",
            _SAID["error-for-delta"],
            _train(delta=lambda pred, true: (pred - true) ** 2),
        ),
        wrong(
            "absolute-delta",
            "It looks as if the delta, or each weight_delta, has lost its sign. The size of the steps is right. How "
            "would the weights know when to turn back?",
            _train(delta=lambda pred, true: abs(pred - true)),
            _train(weight_deltas=lambda inputs, delta, weights, pred: [abs(each * delta) for each in inputs]),
        ),
        wrong(
            "input-forgotten",
            "It looks as if all free weights move by the node's delta itself. They share that delta, but each has its "
            "own input. What turns the node's delta into one weight's?",
            _train(weight_deltas=lambda inputs, delta, weights, pred: [delta for _ in inputs]),
        ),
        wrong(
            "weight-for-input",
            "It looks as if the delta is multiplied with the weights in the place of the inputs. The weights are what "
            "moves, so the mix-up is natural (published code has it too). What stops, reverses and scales each move?",
            _train(weight_deltas=lambda inputs, delta, weights, pred: [weight * delta for weight in weights]),
            _train(
                weight_deltas=lambda inputs, delta, weights, pred: [i * w for i, w in zip(inputs, weights, strict=True)]
            ),
        ),
        wrong(
            "pred-for-input",
            "It looks as if the delta is multiplied with the prediction in the place of the inputs. The prediction is "
            "at hand in the loop. What did each weight see when the prediction was made?",
            _train(weight_deltas=lambda inputs, delta, weights, pred: [pred * delta for _ in inputs]),
        ),
        wrong(
            "input-squared",
            "It looks as if each input counts twice in its weight_delta. It does take part in the prediction as well, "
            "so that is easily done. Where has the multiplication been done already?",
            _train(weight_deltas=lambda inputs, delta, weights, pred: [each**2 * delta for each in inputs]),
        ),
        wrong(
            "one-input-for-all",
            "It looks as if all weights move with the same input: the first, the last, or their sum. A loop's "
            "variable that is used after the loop does that. Which input belongs to the second weight?",
            _train(weight_deltas=lambda inputs, delta, weights, pred: [inputs[0] * delta for _ in inputs]),
            _train(weight_deltas=lambda inputs, delta, weights, pred: [inputs[-1] * delta for _ in inputs]),
            _train(weight_deltas=lambda inputs, delta, weights, pred: [sum(inputs) * delta for _ in inputs]),
        ),
        wrong(
            "one-weight-moves",
            "It looks as if only the first, or only the last, weight is ever moved. A fixed index in the update does "
            "that. How many weights may move here?",
            _train(
                freezes=lambda weight_deltas, frozen, iteration: _freeze(
                    weight_deltas, [*frozen, *range(1, len(weight_deltas))]
                )
            ),
            _train(
                freezes=lambda weight_deltas, frozen, iteration: _freeze(
                    weight_deltas, [*frozen, *range(len(weight_deltas) - 1)]
                )
            ),
        ),
        wrong(
            "last-weight-forgotten",
            "It looks as if the last weight never moves, frozen or not. A loop that ends one too early does that. "
            "Which numbers does `range(3)` give?",
            _train(
                freezes=lambda weight_deltas, frozen, iteration: _freeze(
                    weight_deltas, [*frozen, len(weight_deltas) - 1]
                )
            ),
        ),
        wrong(
            "stale-prediction",
            "It looks as if the prediction is made once and used in all iterations. The weights have moved since "
            "then, and the prediction hasn't followed. At which line does each iteration begin?",
            _train(
                learns_from=lambda history: history[0],
                returns=lambda history, errors: (history[-1], errors[:1] * len(errors)),
            ),
            _train(learns_from=lambda history: history[0]),
        ),
        wrong(
            "prediction-one-late",
            "It looks as if each step uses the prediction of the iteration before. That happens when the new "
            "prediction is made right before the weights move, and kept for the next round. Which weights should the "
            "prediction have seen?",
            _train(learns_from=lambda history: history[-2:][0]),
            _train(
                learns_from=lambda history: history[-2:][0],
                returns=lambda history, errors: (history[-1], errors[:1] + errors[:-1]),
            ),
        ),
        wrong(
            "restarts",
            "It looks as if every iteration starts again from the first weights. The new ones go under another name "
            "and aren't used again. From which weights should the second step be taken?",
            _train(learns_from=lambda history: history[0], moves=lambda history: history[0]),
        ),
        wrong(
            "weights-never-updated",
            "It looks as if no weight ever moves. A new value for the loop's variable doesn't reach the list, and a "
            "returned list has to be given a name. What do you do with the result of the update?",
            _train(update=lambda weight, weight_delta, alpha: weight),
        ),
        wrong(
            "delta-per-input",
            "It looks as if each weight has a prediction and a delta of its own, from its own input alone. That was "
            "right with a single weight. How many predictions does this network make for one game?",
            _train(
                weight_deltas=lambda inputs, delta, weights, pred: [
                    each * (each * weight - (pred - delta)) for each, weight in zip(inputs, weights, strict=True)
                ]
            ),
        ),
        wrong(
            "one-after-another",
            "It looks as if a new prediction is made after each weight, so the weights move one after another. Using "
            "the newest numbers seems careful. Which delta do all weights of one iteration share?",
            _one_after_another,
        ),
        wrong(
            "steps-pile-up",
            "It looks as if earlier steps are carried along into the next one. With a share of the old step that is a "
            "real technique, momentum; with all of them it is a sum that isn't reset. Which weight_deltas should one "
            "step use?",
            *(_piles_up(kept) for kept in (1, 0.9, 0.5)),
        ),
        wrong(
            "same-error-repeated",
            "It looks as if the weights are right but the same error is recorded again and again. It is computed "
            "before the loop, or from the first weights. What has changed when the second iteration begins?",
            _train(returns=lambda history, errors: (history[-1], errors[:1] * len(errors))),
        ),
        wrong(
            "deltas-recorded",
            _SAID["deltas-recorded"],
            _train(record=lambda pred, true: pred - true),
            _train(record=lambda pred, true: true - pred),
        ),
        wrong(
            "absolute-recorded",
            "It looks as if the plain size of each miss is recorded. It is never negative either. How has an error "
            "been measured in all the labs so far?",
            _train(record=lambda pred, true: abs(pred - true)),
        ),
        wrong(
            "weight-deltas-recorded",
            "It looks as if the weight_deltas are recorded where errors are due. They show how far each weight moves. "
            "What does the text say the list should hold?",
            _train(notes=lambda error, blames, rate: blames),
            _train(
                freezes=lambda weight_deltas, frozen, iteration: weight_deltas,
                notes=lambda error, blames, rate: blames,
            ),
        ),
        wrong(
            "weight-deltas-returned",
            "It looks as if the last weight_deltas are returned in the place of the weights. Near the goal they are "
            "all close to 0. With which numbers would one predict the next game?",
            _train(
                notes=lambda error, blames, rate: (error, blames),
                returns=lambda history, errors: (errors[-1][1], [error for error, _ in errors]),
            ),
            _train(
                notes=lambda error, blames, rate: (error, blames),
                returns=lambda history, errors: (
                    errors[-1][1] if errors else [0.0] * len(history[0]),
                    [error for error, _ in errors],
                ),
            ),
        ),
        wrong(
            "weights-recorded",
            _SAID["weights-recorded"],
            _train(returns=lambda history, errors: (history[-1], history[:-1])),
            _train(returns=lambda history, errors: (history[-1], history[1:])),
            _train(returns=lambda history, errors: (history[-1], history)),
        ),
        wrong(
            "preds-recorded",
            "It looks as if the predictions are recorded where errors are due. Watching them is a good idea, for a "
            "print. What has to be known besides the prediction to tell how bad it is?",
            _train(record=lambda pred, true: pred),
        ),
        wrong(
            "errors-off-by-factor",
            "It looks as if the weights are right but each error is off by a constant factor. A half or a 2 may have "
            "slipped in. How has an error been measured in all the labs so far?",
            _train(record=lambda pred, true: (pred - true) ** 2 / 2),
            _train(record=lambda pred, true: 2 * (pred - true) ** 2),
            _train(record=lambda pred, true: 2 * (pred - true)),
            _train(returns=lambda history, errors: (history[-1], [error / len(history[0]) for error in errors])),
        ),
        wrong(
            "stops-early",
            _SAID["stops-early"],
            *(_train(before_update=lambda errors, small=small: errors[-1] < small) for small in _SMALL),
            *(_train(after_update=lambda errors, small=small: errors[-1] < small) for small in _SMALL),
            *(_train(before_recording=lambda errors, error, small=small: error < small) for small in _SMALL),
            right_unless(lab04.train_frozen, lambda inputs, true, weights, alpha, frozen, iterations: iterations >= 60),
        ),
        wrong(
            "stops-when-growing",
            "It looks as if training ends as soon as the error grows. That seems prudent. But the lab wants to see "
            "what happens when nothing is frozen and `alpha` is too large: what should the list show then?",
            _train(before_recording=lambda errors, error: bool(errors) and error > errors[-1]),
            _train(before_update=lambda errors: len(errors) > 1 and errors[-1] > errors[-2]),
            _train(after_update=lambda errors: len(errors) > 1 and errors[-1] > errors[-2]),
        ),
        wrong(
            "weights-only",
            "It looks as if only the weights are returned. They are the main result. What else did you collect on the "
            "way that the caller wants to see?",
            _train(returns=lambda history, errors: history[-1]),
        ),
        wrong(
            "errors-only",
            _SAID["errors-only"],
            _train(returns=lambda history, errors: errors),
        ),
        wrong(
            "pair-swapped",
            _SAID["pair-swapped"],
            _train(returns=lambda history, errors: (errors, history[-1])),
        ),
        wrong(
            "last-error-only",
            _SAID["last-error-only"],
            _train(returns=lambda history, errors: (history[-1], errors[-1])),
            _train(returns=lambda history, errors: (history[-1], errors[-1] if errors else [])),
            _train(returns=lambda history, errors: (history[-1], errors[-1] if errors else 0)),
            _train(returns=lambda history, errors: (history[-1], errors[-1:])),
        ),
        wrong(
            "first-error-only",
            _SAID["first-error-only"],
            _train(returns=lambda history, errors: (history[-1], errors[:1])),
            _train(returns=lambda history, errors: (history[-1], errors[0])),
        ),
        wrong(
            "errors-added-up",
            _SAID["errors-added-up"],
            _train(returns=lambda history, errors: (history[-1], sum(errors))),
            _train(returns=lambda history, errors: (history[-1], sum(errors) / len(errors))),
            _train(returns=lambda history, errors: (history[-1], sum(errors) / len(errors) if errors else 0)),
            _train(returns=lambda history, errors: (history[-1], list(itertools.accumulate(errors)))),
        ),
        wrong(
            "weight-history",
            "It looks as if all the weights of the way are returned where the last ones are due. They make a good "
            "picture. Which of them have learnt the most?",
            _train(returns=lambda history, errors: (history, errors)),
            _train(returns=lambda history, errors: (history[1:], errors)),
            _train(returns=lambda history, errors: (history[:-1], errors)),
        ),
        wrong(
            "iterations-fixed",
            _SAID["iterations-fixed"],
            *(_train(rounds=lambda n, always=always: always) for always in (3, 4, 5, 10, 20, 50, 100)),
        ),
        wrong(
            "returns-in-loop",
            _SAID["returns-in-loop"],
            _train(rounds=lambda n: min(n, 1)),
            right_unless(
                _train(rounds=lambda n: min(n, 1)),
                lambda inputs, true, weights, alpha, frozen, iterations: iterations == 0,
            ),
        ),
        wrong(
            "true-fixed",
            _SAID["true-fixed"],
            _train(truth=lambda true: 1),
        ),
        wrong(
            "true-forgotten",
            "It looks as if the weights learn from the prediction alone. For a team that lost, with a truth of 0, "
            "that is even right. Where does the learning look at `true`?",
            _train(truth=lambda true: 0),
            _train(delta=lambda pred, true: pred),
        ),
        wrong(
            "pred-incomplete",
            "It looks as if the prediction misses a part of the sum: one of its terms, or all but one. A loop that "
            "starts late, ends early or overwrites does that. What is the prediction with every input counted once?",
            _train(pred=lambda inputs, weights, frozen: _dot(inputs[1:], weights[1:])),
            _train(pred=lambda inputs, weights, frozen: _dot(inputs[:-1], weights[:-1])),
            _train(pred=lambda inputs, weights, frozen: inputs[0] * weights[0]),
            _train(pred=lambda inputs, weights, frozen: inputs[-1] * weights[-1]),
        ),
        wrong(
            "mean-for-sum",
            "It looks as if something is divided by the number of inputs. A mean is common where there are several "
            "examples; here there are several inputs to one prediction. What does a second input add to the "
            "prediction?",
            _train(pred=lambda inputs, weights, frozen: _dot(inputs, weights) / len(inputs)),
            _train(weight_deltas=lambda inputs, delta, weights, pred: [i * delta / len(inputs) for i in inputs]),
        ),
        wrong(
            "sign-only",
            "It looks as if every free weight moves by `alpha`, up or down, or by the sign of the delta. The "
            "direction is right. How would the weights settle down near the goal?",
            _train(update=lambda weight, weight_delta, alpha: weight - alpha * sign_of(weight_delta)),
            _train(delta=lambda pred, true: sign_of(pred - true)),
        ),
        wrong(
            "step-only",
            "It looks as if the step takes the place of the weight (`w =- ...` does this, unlike `w -= ...`). The "
            "step is a necessary part. From which place is it taken?",
            _train(update=lambda weight, weight_delta, alpha: -alpha * weight_delta),
            _train(update=lambda weight, weight_delta, alpha: alpha * weight_delta),
        ),
        wrong(
            "weights-kept-in-bounds",
            "It looks as if the weights are kept within bounds, such as above 0. Negative weights may look odd, but "
            "they say that more of an input makes the answer smaller. What if the best weight is one of those?",
            _train(update=lambda weight, weight_delta, alpha: max(0, weight - alpha * weight_delta)),
            _train(update=lambda weight, weight_delta, alpha: abs(weight - alpha * weight_delta)),
            _train(update=lambda weight, weight_delta, alpha: min(1, max(0, weight - alpha * weight_delta))),
            _train(update=lambda weight, weight_delta, alpha: min(1, max(-1, weight - alpha * weight_delta))),
        ),
        wrong(
            "only-three",
            "It looks as if the function is made for three weights. The lab's example has three, so there it works. "
            "What if there are two, or five?",
            _train(weight_deltas=lambda inputs, delta, weights, pred: [inputs[place] * delta for place in range(3)]),
            right_unless(
                lab04.train_frozen,
                lambda inputs, true, weights, alpha, frozen, iterations: len(weights) != 3 and iterations,
            ),
            right_unless(
                lab04.train_frozen, lambda inputs, true, weights, alpha, frozen, iterations: len(weights) != 3
            ),
        ),
        wrong(
            "starts-elsewhere",
            "It looks as if training starts from weights of its own, such as zeros or the lab's, and not from those "
            "passed in. In the text the first weights are always the same. Where does your code first use the "
            "parameter `weights`?",
            _train(start=lambda weights, frozen: [0.0] * len(weights)),
            _train(start=lambda weights, frozen: [0.1] * len(weights)),
            _train(start=lambda weights, frozen: [1.0] * len(weights)),
            _train(start=lambda weights, frozen: [0.5] * len(weights)),
        ),
        wrong(
            "errors-nested",
            _SAID["errors-nested"],
            _train(record=lambda pred, true: [(pred - true) ** 2]),
        ),
        wrong(
            "errors-reversed",
            _SAID["errors-reversed"],
            _train(returns=lambda history, errors: (history[-1], errors[::-1])),
        ),
        wrong(
            "made-whole",
            "It looks as if the weights lose their fractions. An array made from whole numbers stays one of whole "
            "numbers, whatever is put into it. Which type do your weights have after the first update?",
            right_unless(
                lab04.train_frozen,
                lambda inputs, true, weights, alpha, frozen, iterations: (
                    iterations and all(isinstance(weight, int) for weight in weights) and len(frozen) < len(weights)
                ),
            ),
            _train(update=lambda weight, weight_delta, alpha: int(weight - alpha * weight_delta)),
        ),
        wrong(
            "rounded",
            "It looks as if the weights or the errors are rounded. Short numbers are nicer to read, so do that when "
            "you print. What becomes of the last, tiny steps?",
            *(
                _train(record=lambda pred, true, places=places: round((pred - true) ** 2, places))
                for places in range(7)
            ),
            *(
                _train(
                    update=lambda weight, weight_delta, alpha, places=places: round(
                        weight - alpha * weight_delta, places
                    )
                )
                for places in range(7)
            ),
            *(
                _train(at_last=lambda last, first, frozen, places=places: [round(weight, places) for weight in last])
                for places in range(7)
            ),
        ),
    ),
    "error_along": (
        wrong(
            "value-added",
            "It looks as if each value is combined with the old weight (added, taken away or multiplied), so the old "
            "weight still has its share in the prediction. One can look along a curve that way too. But what should "
            "the weight be when the value is 0.5?",
            _along(tried=lambda weights, index, value, place: _replaced(weights, index, weights[index] + value)),
            _along(tried=lambda weights, index, value, place: _replaced(weights, index, weights[index] - value)),
            _along(tried=lambda weights, index, value, place: _replaced(weights, index, weights[index] * value)),
        ),
        wrong(
            "values-pile-up",
            "It looks as if each value is added to what the values before have left. The change isn't taken back "
            "before the next one. From which weights should each try start?",
            _never_put_back(lambda weight, value: weight + value),
            _never_put_back(lambda weight, value: weight - value),
            _never_put_back(lambda weight, value: weight * value),
        ),
        wrong(
            "value-for-input",
            "It looks as if the value takes the place of an input. Inputs and weights stand side by side in the sum, "
            "so the mix-up is natural. Which of the two can learning change?",
            _along(
                tried=lambda weights, index, value, place: weights,
                pred=lambda inputs, trial, index, value: _dot(_replaced(inputs, index, value), trial),
            ),
        ),
        wrong(
            "values-ignored",
            "It looks as if the error is the same for every value: the one of the weights as they came. A copy is "
            "changed and the original used, or the other way about. Which list does your prediction look at?",
            _along(tried=lambda weights, index, value, place: weights),
        ),
        wrong(
            "weight-dropped",
            "It looks as if the weight in question counts for nothing, whatever its value. The rest of the sum is "
            "right. Where does the value come in?",
            _along(tried=lambda weights, index, value, place: _replaced(weights, index, 0)),
        ),
        wrong(
            "rest-forgotten",
            "It looks as if only the weight in question makes the prediction, and the others count as 0. It is the "
            "only one that changes. What does 'the rest held' ask of the others?",
            _along(pred=lambda inputs, trial, index, value: inputs[index] * value),
            _along(pred=lambda inputs, trial, index, value: inputs[0] * value),
        ),
        wrong(
            "part-of-the-rest-forgotten",
            "It looks as if a part of the sum is missing: the terms before, or those behind, the weight in question, "
            "or one at an end. A slice or a loop that starts late does that. Which terms does a prediction have?",
            _along(pred=lambda inputs, trial, index, value: _dot(inputs[index:], trial[index:])),
            _along(pred=lambda inputs, trial, index, value: _dot(inputs[: index + 1], trial[: index + 1])),
            _along(pred=lambda inputs, trial, index, value: _dot(inputs[1:], trial[1:])),
            _along(pred=lambda inputs, trial, index, value: _dot(inputs[:-1], trial[:-1])),
        ),
        wrong(
            "counts-from-one",
            "It looks as if the value lands in the weight beside the one asked for. People count from 1, and Python "
            "counts from 0. Which weight is `weights[1]`?",
            _along(tried=lambda weights, index, value, place: _set_at(weights, [index - 1], value)),
            _along(tried=lambda weights, index, value, place: _set_at(weights, [index + 1], value)),
            _along(tried=lambda weights, index, value, place: _replaced(weights, index + 1, value)),
            _along(tried=lambda weights, index, value, place: _replaced(weights, index - 1, value)),
        ),
        wrong(
            "first-always",
            "It looks as if the value always goes to the first (or always to the last) weight, whatever `index` says. "
            "In the lab's first picture it is the first one, so that fits. What if someone asks for another?",
            _along(tried=lambda weights, index, value, place: _replaced(weights, 0, value)),
            _along(tried=lambda weights, index, value, place: _set_at(weights, [-1], value)),
        ),
        wrong(
            "all-weights-changed",
            "It looks as if every weight gets the value. Then one looks along a diagonal, not along one weight. Which "
            "weights should stay as they are?",
            _along(tried=lambda weights, index, value, place: [value] * len(weights)),
            _along(tried=lambda weights, index, value, place: [weight * value for weight in weights]),
            _along(tried=lambda weights, index, value, place: [weight + value for weight in weights]),
        ),
        wrong(
            "value-inserted",
            "It looks as if the value is put in before the old weight, which makes the list longer and moves the "
            "others along. `insert` does that. How does one replace an element?",
            _along(tried=lambda weights, index, value, place: _inserted(weights, [index], value)),
        ),
        wrong(
            "input-forgotten",
            "It looks as if the value is added to the sum without its input. The value is the weight; by itself it "
            "doesn't say anything yet. What does each weight act on?",
            _along(
                pred=lambda inputs, trial, index, value: _dot(inputs, _replaced(trial, index, 0)) + value,
            ),
            _along(pred=lambda inputs, trial, index, value: sum(trial)),
        ),
        wrong(
            "value-for-prediction",
            "It looks as if the value itself is compared with the truth. It is a weight to try, not a prediction. "
            "What does the network say when it has that weight?",
            _along(pred=lambda inputs, trial, index, value: value),
        ),
        wrong(
            "place-for-value",
            "It looks as if the position in `values` (0, 1, 2, ...) is used, or the index itself, and not the value "
            "that stands there. `range(len(values))` hands out positions. How do you get from a position to its "
            "value?",
            _along(tried=lambda weights, index, value, place: _replaced(weights, index, place)),
            _along(tried=lambda weights, index, value, place: _replaced(weights, index, index)),
        ),
        wrong(
            "first-value-always",
            "It looks as if the same one of the values, the first or the last, is tried again and again. An index "
            "that doesn't move does that. What changes from one round of your loop to the next?",
            _along(among=lambda values: [values[0]] * len(values)),
            _along(among=lambda values: [values[-1]] * len(values)),
        ),
        wrong(
            "preds-for-errors",
            "It looks as if predictions are returned where errors are due. They are the first half of the work. What "
            "has to be known besides the prediction to tell how bad it is?",
            _along(error=lambda pred, true: pred),
        ),
        wrong(
            "deltas-for-errors",
            "It looks as if deltas are returned where errors are due. They come from the same difference. Which of "
            "the two makes a curve with a lowest point?",
            _along(error=lambda pred, true: pred - true),
            _along(error=lambda pred, true: true - pred),
        ),
        wrong(
            "absolute",
            "It looks as if the plain size of each miss is returned. That has its lowest point in the right place. "
            "But is the curve round at the bottom, as in the lab's picture, or pointed?",
            _along(error=lambda pred, true: abs(pred - true)),
        ),
        wrong(
            "errors-measured-otherwise",
            "It looks as if the predictions are right but the errors are measured in another way: cubed, as a root, "
            "or twice squared. How has an error been measured in all the labs so far?",
            _along(error=lambda pred, true: (pred - true) ** 3),
            _along(error=lambda pred, true: (pred - true) ** 4),
            _along(error=lambda pred, true: abs(pred - true) ** 3),
            _along(error=lambda pred, true: abs(pred - true) ** 0.5),
        ),
        wrong(
            "value-for-true",
            "It looks as if each value takes the place of the truth. Then one asks how bad the old prediction would "
            "be in other games. Which number in the network should the values stand for?",
            lambda inputs, true, weights, index, values: [(_dot(inputs, weights) - value) ** 2 for value in values],
        ),
        wrong(
            "share-without-input",
            "It looks as if the weight itself, without its input, is added to the prediction or taken away from it. "
            "Starting from the old prediction saves work. How much of the old prediction came from this weight?",
            lambda inputs, true, weights, index, values: [
                (_dot(inputs, weights) - weights[index] + value - true) ** 2 for value in values
            ],
            lambda inputs, true, weights, index, values: [
                (_dot(inputs, weights) - weights[index] + inputs[index] * value - true) ** 2 for value in values
            ],
            lambda inputs, true, weights, index, values: [
                (_dot(inputs, weights) + value - true) ** 2 for value in values
            ],
        ),
        wrong(
            "halved",
            "It looks as if each error is halved. Some books do that, to make the derivative look tidier. Which "
            "number in your line can go?",
            _along(error=lambda pred, true: (pred - true) ** 2 / 2),
        ),
        wrong(
            "doubled",
            "It looks as if there is a factor of 2 in the error, beside the square or in its place. A 2 turns up in "
            "the derivative of the error. How large is the error of a miss of 3?",
            _along(error=lambda pred, true: 2 * (pred - true) ** 2),
            _along(error=lambda pred, true: 2 * (pred - true)),
        ),
        wrong(
            "difference-of-squares",
            "It looks as if the square takes hold of one number, or of each number by itself, and the difference "
            "comes afterwards. With a truth of 1 or 0 it hardly shows. Which of the two steps has to come first?",
            _along(error=lambda pred, true: pred**2 - true**2),
            _along(error=lambda pred, true: pred - true**2),
            _along(error=lambda pred, true: pred**2 - true),
        ),
        wrong(
            "true-added",
            "It looks as if prediction and truth are added before squaring. A sign is quickly mistyped. What should "
            "the error be when the prediction is perfect?",
            _along(error=lambda pred, true: (pred + true) ** 2),
        ),
        wrong(
            "true-forgotten",
            "It looks as if the predictions are squared without a look at the truth. For a team that lost, with a "
            "truth of 0, that is even right. Where does your answer use `true`?",
            _along(truth=lambda true: 0),
        ),
        wrong(
            "true-fixed",
            "It looks as if the truth is always 1, whatever is passed in. The first team did win, so the example in "
            "the text comes out right. What about the team that lost?",
            _along(truth=lambda true: 1),
        ),
        wrong(
            "slopes-for-errors",
            "It looks as if the slopes of the curve are returned, its weight_deltas, and not its heights. They say "
            "which way is down. What does the picture show at each value?",
            lambda inputs, true, weights, index, values: [
                inputs[index] * (_dot(inputs, _replaced(weights, index, value)) - true) for value in values
            ],
            lambda inputs, true, weights, index, values: [
                2 * inputs[index] * (_dot(inputs, _replaced(weights, index, value)) - true) for value in values
            ],
        ),
        wrong(
            "changes-for-errors",
            "It looks as if each error is compared with the one of the original weights. That tells what a change "
            "would gain. What is the height of the curve at a value, by itself?",
            _changes_of_the_error,
            _changes_of_the_prediction,
        ),
        wrong(
            "pairs",
            "It looks as if each value is returned together with its error. For a table or a plot that is handy. How "
            "many numbers does the caller expect for each value?",
            _along(returns=lambda values, errors: list(zip(values, errors, strict=True))),
            _along(returns=lambda values, errors: (values, errors)),
            _along(returns=lambda values, errors: (errors, values)),
        ),
        wrong(
            "best-only",
            "It looks as if you return the best of the tries: the smallest error, or the value that has it. Finding "
            "the bottom is where the lab is heading. But what does a curve need at each of its points?",
            _along(returns=lambda values, errors: min(errors)),
            _along(returns=lambda values, errors: values[errors.index(min(errors))]),
            _along(returns=lambda values, errors: errors.index(min(errors))),
        ),
        wrong(
            "sum-for-list",
            "It looks as if the errors are added up or averaged. One number for all of them hides where the curve is "
            "high and where low. How many numbers are due for five values?",
            _along(returns=lambda values, errors: sum(errors)),
            _along(returns=lambda values, errors: [sum(errors)]),
            _along(returns=lambda values, errors: sum(errors) / len(errors)),
            _along(returns=lambda values, errors: list(itertools.accumulate(errors))),
        ),
        wrong(
            "last-only",
            "It looks as if only the last value's error survives. The name is overwritten, or the list is emptied, in "
            "each round. Where should the empty list be made?",
            _along(returns=lambda values, errors: errors[-1]),
            _along(returns=lambda values, errors: errors[-1:]),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if the function returns after the first value. A `return` that is indented one level too far "
            "ends the loop in its first round. With which line should it be aligned?",
            _along(returns=lambda values, errors: errors[:1]),
            _along(returns=lambda values, errors: errors[0]),
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first value is skipped. A loop that starts at 1 begins with the second. Which index "
            "does the first value have?",
            _along(returns=lambda values, errors: errors[1:]),
        ),
        wrong(
            "last-dropped",
            "It looks as if the last value is skipped. A `range` ends before its end, so subtracting 1 as well goes "
            "one too far. Which numbers does `range(3)` give?",
            _along(returns=lambda values, errors: errors[:-1]),
        ),
        wrong(
            "sorted",
            "It looks as if the values or the errors are put in order, or repeated ones left out. That would make a "
            "neat curve. How does the caller find the error that belongs to the second value?",
            _along(among=sorted),
            _along(returns=lambda values, errors: sorted(errors)),
            _along(among=lambda values: list(dict.fromkeys(values))),
            _along(among=lambda values: sorted(set(values))),
        ),
        wrong(
            "reversed",
            "It looks as if one of the lists runs backwards: the errors, or the weights. The sizes fit, so nothing "
            "complains. Which value does your first error belong to?",
            _along(returns=lambda values, errors: errors[::-1]),
            _along(pred=lambda inputs, trial, index, value: _dot(inputs, trial[::-1])),
        ),
        wrong(
            "nested-once-too-deep",
            "It looks as if each error sits in a list of its own, or the whole list in another. Square brackets "
            "around something do that. What is the first element of your result?",
            _along(error=lambda pred, true: [(pred - true) ** 2]),
            _along(returns=lambda values, errors: [errors]),
        ),
        wrong(
            "terms-not-summed",
            "It looks as if there is an error for each term, or each weight in turn, and not one for the whole "
            "prediction. One list inside another comes of it. How many numbers does the network say for one set of "
            "weights?",
            _each_weight_in_turn,
            lambda inputs, true, weights, index, values: [
                [(i * w - true) ** 2 for i, w in zip(inputs, _replaced(weights, index, value), strict=True)]
                for value in values
            ],
            lambda inputs, true, weights, index, values: [
                sum((i * w - true) ** 2 for i, w in zip(inputs, _replaced(weights, index, value), strict=True))
                for value in values
            ],
            lambda inputs, true, weights, index, values: [
                (_dot(inputs, _replaced(weights, place, value)) - true) ** 2
                for value in values
                for place in range(len(weights))
            ],
        ),
        wrong(
            "learns-on-the-way",
            "It looks as if the other weights learn from value to value. Learning is what the labs are about, but "
            "here nothing should move by itself. What does 'the rest held' mean?",
            *(_learns_on_the_way(alpha) for alpha in (0.01, 0.1, 0.3)),
        ),
        wrong(
            "mean-for-sum",
            "It looks as if something is divided by the number of inputs. A mean is common where there are several "
            "examples; here there are several inputs to one prediction. What does a second input add to it?",
            _along(pred=lambda inputs, trial, index, value: _dot(inputs, trial) / len(inputs)),
            lambda inputs, true, weights, index, values: [
                error / len(inputs) for error in lab04.error_along(inputs, true, weights, index, values)
            ],
            lambda inputs, true, weights, index, values: [
                error / len(values) for error in lab04.error_along(inputs, true, weights, index, values)
            ],
        ),
        wrong(
            "only-three",
            "It looks as if the function is made for three weights. The lab's example has three, so there it works. "
            "What if there are two, or five?",
            _along(pred=lambda inputs, trial, index, value: sum(inputs[place] * trial[place] for place in range(3))),
            right_unless(lab04.error_along, lambda inputs, true, weights, index, values: len(weights) != 3),
        ),
        wrong(
            "made-whole",
            "It looks as if a value or an error loses its fraction. An array made from whole numbers stays one of "
            "whole numbers, whatever is put into it. Which type does your list or array have before the value goes "
            "in?",
            _along(
                tried=lambda weights, index, value, place: _replaced(
                    weights, index, int(value) if all(isinstance(weight, int) for weight in weights) else value
                )
            ),
            _along(tried=lambda weights, index, value, place: _replaced(weights, index, int(value))),
            lambda inputs, true, weights, index, values: [
                int(error) if all(isinstance(value, int) for value in values) else error
                for error in lab04.error_along(inputs, true, weights, index, values)
            ],
        ),
        wrong(
            "rounded",
            "It looks as if the errors are rounded or made whole. Short numbers are nicer to read, so do that when "
            "you print. What does the curve look like near its lowest point?",
            *(_along(error=lambda pred, true, places=places: round((pred - true) ** 2, places)) for places in range(6)),
            _along(error=lambda pred, true: int((pred - true) ** 2)),
        ),
    ),
}

HELP: dict[str, Help] = {
    "freeze": Help(
        hint="`frozen` holds places, counted from 0, not values. The result has one number for every weight: for "
        "those places one that means 'no move', for all others the number that was there.",
        example="The weight_deltas are 6, -2 and 5, and `frozen` is [1]. Place 0 isn't listed, so 6 stays; place 1 "
        "is, so 0 takes the place of -2; 5 stays. The result is 6, 0, 5, and the old list is as it was.",
    ),
    "train_frozen": Help(
        hint="Freezing touches the weight_deltas only, in every iteration and before the update. The frozen weight "
        "still takes part in the prediction.",
        example="Inputs 2 and 1, weights 1 and 4, truth 8, alpha 0.5, the first weight frozen. The network says 2 "
        "plus 4, that is 6, which is 2 too low: the error 4 is recorded. The weight_deltas would be -4 and -2, frozen "
        "they are 0 and -2. Half of -2 is -1, so the weights go from 1 and 4 to 1 and 5.",
    ),
    "error_along": Help(
        hint="For each value, think of the same weights with one of them exchanged, let the network speak, and see "
        "how bad it is. Begin every time with the weights as they came.",
        example="Inputs 2 and 3, weights 1 and 4, truth 10; the values 0 and 2 are tried for the first weight. With 0 "
        "the network says 0 plus 12, 2 too high, an error of 4. With 2 it says 4 plus 12, 6 too high, an error of 36. "
        "The result is 4, 36.",
    ),
}
