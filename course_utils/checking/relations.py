"""Mistakes that show in the answer itself: its kind, its shape, how its numbers are related to the right ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from course_utils.arguments import Floats
from course_utils.checking.calls import Outcome
from course_utils.checking.diagnosis import Diagnosis, Trial, are_alike, known, laid_flat, laid_flat_like
from course_utils.checking.equality import UnusableAnswerError, as_floats

Relation = Callable[[Floats], Any]

_DEEPEST = 3
_SLIGHTLY = 0.02  # relatively
_ITERATORS = frozenset(
    {"map", "zip", "filter", "generator", "range", "reversed", "dict_values", "dict_keys", "enumerate"}
)
_COLLECTIONS = frozenset({"dict", "set", "frozenset", "Counter", "defaultdict"})
_FUNCTIONS = frozenset({"function", "builtin_function_or_method", "method"})

# Of one number or of each number by itself.
_RELATIONS: tuple[tuple[str, Relation], ...] = (
    ("sign-reversed", np.negative),
    ("twice", lambda right: 2 * right),
    ("half", lambda right: right / 2),
    ("in-percent", lambda right: 100 * right),
    ("sign-lost", np.abs),
    ("cut-to-whole", np.trunc),
    *(("rounded", lambda right, digits=digits: np.round(right, digits)) for digits in range(6)),
    ("squared", np.square),
    ("rooted", lambda right: np.sqrt(np.abs(right))),
    ("inverted", lambda right: 1 / right),
    ("one-minus", lambda right: 1 - right),
    ("one-more", lambda right: right + 1),
    ("one-less", lambda right: right - 1),
)
# Of a list or a matrix as a whole.
_ARRANGEMENTS: tuple[tuple[str, Relation], ...] = (
    ("order-reversed", lambda right: right[::-1]),
    ("transposed", np.transpose),
    ("sum-for-list", np.sum),
    ("mean-for-list", np.mean),
    ("first-only", lambda right: right[0]),
    ("last-only", lambda right: right[-1]),
    ("first-in-list", lambda right: right[:1]),
    ("last-in-list", lambda right: right[-1:]),
    ("last-missing", lambda right: right[:-1]),
    ("first-missing", lambda right: right[1:]),
    ("running-total", np.cumsum),
    ("in-a-list", lambda right: right[None]),
    ("laid-flat", np.ravel),
    ("unwrapped", lambda right: right.reshape(-1)[0] if right.size == 1 else right),
    ("sorted", np.sort),
)


def of_another_kind(trials: Sequence[Trial]) -> Diagnosis | None:
    """Name the mistake where every wrong answer is of one kind that is no number: None, text, a recipe for numbers."""
    wrong = [trial for trial in trials if not trial.is_right]
    kinds = {_kind(trial.outcome) for trial in wrong}
    if len(kinds) != 1 or kinds == {None}:
        return None
    (name,) = kinds
    is_sometimes = name == "no-return" and len(wrong) < len(trials)
    return known("return-missing-sometimes" if is_sometimes else str(name))


def _kind(outcome: Outcome) -> str | None:
    if outcome.raised is not None:
        return None
    value = outcome.result
    return next((name for part in _parts(value) if (name := _kind_of_part(part))), None)


def _parts(value: Any, depth: int = 0) -> Iterator[Any]:
    """Yield an answer and what is in it, row by row."""
    yield value
    if isinstance(value, np.ndarray) and value.ndim and value.dtype.kind in "OU":
        value = value.tolist()
    if isinstance(value, list | tuple) and depth < _DEEPEST:
        for part in value:
            yield from _parts(part, depth + 1)


def _kind_of_part(part: Any) -> str | None:
    name = type(part).__name__
    kinds = {
        "no-return": part is None,
        "returns-text": isinstance(part, str) or name == "str_",
        "returns-iterator": name in _ITERATORS,
        "returns-complex": name.startswith("complex") or (isinstance(part, np.ndarray) and part.dtype.kind == "c"),
        "returns-collection": name in _COLLECTIONS,
        "returns-function": name in _FUNCTIONS,
    }
    return next((kind for kind, holds in kinds.items() if holds), None)


def related(trials: Sequence[Trial]) -> Diagnosis | None:
    """Name how the answers are related to the right ones, where it is the same relation in all cases."""
    if any(trial.outcome.raised is not None for trial in trials):
        return None
    pairs = [(trial.case.expected, trial.outcome.result) for trial in trials]
    if isinstance(pairs[0][0], tuple):
        return _related_pairs(pairs)
    try:
        return _relation([(np.asarray(right, dtype=float), as_floats(got)) for right, got in pairs])
    except UnusableAnswerError:
        return None


def _relation(numbers: Sequence[tuple[Floats, Floats]]) -> Diagnosis | None:
    if all(right.shape == got.shape and are_alike(got.ravel(), right.ravel()) for right, got in numbers):
        return None  # a relation would be no news: the answers differ by less than it could tell
    for name, relation in (*_RELATIONS, *_ARRANGEMENTS):
        if all(_holds(relation, right, got) for right, got in numbers):
            return known(name)
    return None


def _holds(relation: Relation, right: Floats, got: Floats) -> bool:
    try:
        with np.errstate(all="ignore"):
            wanted = np.asarray(relation(right), dtype=float)
    except (IndexError, ValueError):
        return False
    return wanted.shape == got.shape and are_alike(got.ravel(), wanted.ravel())


def _related_pairs(pairs: Sequence[tuple[Any, Any]]) -> Diagnosis | None:
    if all(_is_pair(got, right) and _are_same(tuple(got[::-1]), right) for right, got in pairs):
        return known("pair-turned-round")
    for place, name in enumerate(("first-part-only", "second-part-only")):
        if all(_are_same(got, right[place]) for right, got in pairs):
            return known(name)
    if not all(_is_pair(got, right) for right, got in pairs):
        return None
    for place, word in enumerate(("first", "second")):
        if all(_are_same(got[1 - place], right[1 - place]) for right, got in pairs):
            found = _related_parts([(right[place], got[place]) for right, got in pairs])
            if found:
                return Diagnosis(found.id, f"In the {word} part of the pair: {found.says}")
    return None


def _related_parts(pairs: Sequence[tuple[Any, Any]]) -> Diagnosis | None:
    try:
        return _relation([(np.asarray(right, dtype=float), as_floats(got)) for right, got in pairs])
    except UnusableAnswerError:
        return None


def _is_pair(got: Any, right: Any) -> bool:
    return isinstance(got, list | tuple) and len(got) == len(right)


def _are_same(got: Any, right: Any) -> bool:
    return are_alike(laid_flat(got), laid_flat(right))


def misshapen(trials: Sequence[Trial]) -> Diagnosis | None:
    """Name what is wrong with the shape of every wrong answer, whatever the numbers in it."""
    wrong = [trial for trial in trials if not trial.is_right]
    if any(trial.outcome.raised is not None for trial in wrong):
        return None
    pairs = [(trial.case.expected, trial.outcome.result) for trial in wrong]
    if isinstance(pairs[0][0], tuple):
        return None if any(_is_pair(got, right) for right, got in pairs) else known("pair-expected")
    try:
        numbers = [(np.asarray(right, dtype=float), as_floats(got)) for right, got in pairs]
    except UnusableAnswerError:
        return None
    if all(not np.isfinite(got).all() for _, got in numbers):
        return known("not-finite")
    dimensions = {(right.ndim, got.ndim) for right, got in numbers}
    has_other_length = all(right.shape != got.shape for right, got in numbers)
    shapes = {
        "list-for-number": all(not right and got for right, got in dimensions),
        "number-for-list": all(right and not got for right, got in dimensions),
        "matrix-for-list": dimensions == {(1, 2)},
        "other-length": has_other_length and all(right == got for right, got in dimensions),
    }
    return next((known(name) for name, holds in shapes.items() if holds), None)


def slightly_off(trials: Sequence[Trial]) -> Diagnosis | None:
    """Name the mistake where every answer is near the right one, and not near enough."""
    for trial in trials:
        right, got = laid_flat(trial.case.expected), laid_flat_like(trial.case.expected, trial.outcome.result)
        if trial.outcome.raised is not None or right.shape != got.shape:
            return None
        if not (np.abs(got - right) <= _SLIGHTLY * np.maximum(np.abs(right), np.abs(right).max(initial=0) / 10)).all():
            return None
    return known("slightly-off")
