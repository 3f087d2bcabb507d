"""Mistakes that show as an exception."""

from __future__ import annotations

from collections.abc import Sequence

from course_utils.checking.calls import DEAD
from course_utils.checking.diagnosis import Diagnosis, Trial, known

_BY_KIND = {
    "NameError": "unknown-name",
    "UnboundLocalError": "used-before-set",
    "IndexError": "index-past-end",
    "KeyError": "key-missing",
    "ZeroDivisionError": "divides-by-zero",
    "AttributeError": "no-such-attribute",
    "RecursionError": "calls-itself",
    "AssertionError": "refuses-what-is-valid",
    "ValueError": "refuses-or-misfits",
    DEAD: "ends-python",
    "SystemExit": "ends-python",
    "OverflowError": "overflow",
    "StopIteration": "iterator-used-up",
    "FileNotFoundError": "other-file",
    "ModuleNotFoundError": "module-missing",
    "ImportError": "module-missing",
    "TypeError": "wrong-type",
    "UFuncTypeError": "whole-number-array",
    "_UFuncOutputCastingError": "whole-number-array",
}
# Of a TypeError: words of its message.
_BY_WORDS = {
    "positional argument": "other-parameters",
    "NoneType": "helper-gives-none",
    "can't multiply sequence": "list-times-number",
    "unsupported operand": "list-arithmetic",
    "not iterable": "number-as-list",
    "not subscriptable": "number-as-list",
    "invalid index to scalar": "number-as-list",
    "has no len": "number-as-list",
    "indices must be integers": "index-no-number",
    "not callable": "name-covered",
}


def raising(trials: Sequence[Trial]) -> Diagnosis | None:
    """Name the error where every wrong answer is one, and all of one kind."""
    wrong = [trial.outcome.raised for trial in trials if not trial.is_right]
    raised = [error for error in wrong if error is not None]
    if len(raised) < len(wrong):
        return None
    if all(error.by_learner for error in raised):
        return known("raises-for-valid")
    names = {_name(error.kinds, error.text) for error in raised}
    (name,) = names if len(names) == 1 else (None,)
    return known(name) if name else None


def _name(kinds: Sequence[str], text: str) -> str | None:
    if "TypeError" in kinds:
        found = next((name for words, name in _BY_WORDS.items() if words in text), None)
        if found:
            return found
    return next((_BY_KIND[kind] for kind in kinds if kind in _BY_KIND), None)


def first_error(trials: Sequence[Trial]) -> Diagnosis | None:
    """Name the first error there is, where some answers are errors and others are wrong, or the errors are of several kinds."""
    first = next((trial.outcome.raised for trial in trials if trial.outcome.raised is not None), None)
    name = _name(first.kinds, first.text) if first is not None else None
    return known(name) if name else None
