"""Judging a function by cases: the first thing that is wrong with it, or nothing."""

from __future__ import annotations

import dis
import re
import types
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from course_utils.checking.calls import (
    SECONDS_PER_QUESTION,
    Elsewhere,
    Outcome,
    OutOfTimeError,
    call,
    time_limit,
)
from course_utils.checking.cases import Case
from course_utils.checking.equality import copied, difference, same_argument
from course_utils.checking.verdict import Evidence, Finding

_NOT_ATTEMPTED = "Replace `# YOUR CODE HERE` and the line below it by your own code, run that cell, then this one."
_LONGEST_SHOWN = 240  # characters of an argument or answer on a card
# Some of NumPy's own messages hold no lengths, or others than those that don't fit; they are accepted as they are.
_NUMPYS_WORDS = re.compile(r"inhomogeneous|broadcast|mismatch|not aligned")


def judge(name: str, function: Any, cases: Iterable[Case], *, seconds: float = SECONDS_PER_QUESTION) -> Finding:
    """Try `function` on every case; return what is wrong with the first that fails, else that it passed."""
    if not callable(function):
        return Finding("failed", f"`{name}` should be a function; it is {_shown(function)}.")
    if is_unwritten(function):
        return Finding("not_attempted", _NOT_ATTEMPTED)
    notes: dict[str, None] = {}
    tried = 0
    trying: Case | None = None
    try:
        with time_limit(seconds):
            for trying in cases:
                finding = _try(name, function, trying, notes)
                if finding:
                    return finding
                tried += 1
    except (OutOfTimeError, KeyboardInterrupt):
        called = Evidence(_call_in_words(name, trying.arguments), "an answer", "none in time") if trying else None
        return Finding("timed_out", "It was stopped before it finished. Is there a loop that never ends?", called)
    return Finding("passed", f"All {tried} cases agree.", notes=tuple(notes))


def is_unwritten(function: Any) -> bool:
    """Tell whether a function still has its released body: it does nothing but raise NotImplementedError, or nothing at all."""
    if isinstance(function, Elsewhere):
        return function.is_unwritten()
    code = getattr(function, "__code__", None)
    if not isinstance(function, types.FunctionType) or code is None:
        return False
    does = [
        step
        for step in dis.get_instructions(code)
        if step.opname not in {"RESUME", "NOP", "CACHE", "PUSH_NULL", "PRECALL"}
    ]
    if does and does[0].opname == "LOAD_GLOBAL" and does[0].argval == "NotImplementedError":
        return True
    return {step.opname for step in does} <= {"LOAD_CONST", "RETURN_VALUE", "RETURN_CONST"} and does[0].argval is None


def _try(name: str, function: Callable[..., Any], case: Case, notes: dict[str, None]) -> Finding | None:
    arguments = copied(case.arguments)
    outcome = call(function, arguments)
    for warning in outcome.warned:
        notes[f"A warning was shown (no points lost): {warning}"[:300]] = None
    finding = _judge_lengths(outcome, case) if case.lengths else _judge_answer(outcome, case)
    if finding is None and not all(map(same_argument, case.arguments, arguments)):
        finding = _judge_changes(case.arguments, arguments)
    if finding is None or finding.state == "not_attempted":
        return finding
    shown = finding.evidence or Evidence("", "an answer", "an error")
    evidence = Evidence(_call_in_words(name, case.arguments), shown.expected, shown.got)
    return Finding(finding.state, finding.message, evidence, tuple(notes))


def _judge_changes(before: Sequence[Any], after: Sequence[Any]) -> Finding:
    changed = next(place for place, pair in enumerate(zip(before, after, strict=True)) if not same_argument(*pair))
    message = (
        "The answer is right, but the function changed what it was given; make a new list or array and return that."
    )
    place = ("first", "second", "third", "fourth", "fifth", "sixth")[changed]
    return Finding(
        "failed",
        message,
        Evidence("", f"the {place} argument as before, {_shown(before[changed])}", _shown(after[changed])),
    )


def _judge_answer(outcome: Outcome, case: Case) -> Finding | None:
    """Return what is wrong with an answer; the evidence's call is filled in by the caller."""
    if outcome.raised is not None and outcome.raised.unwritten:
        return Finding(
            "error", f"It uses `{outcome.raised.unwritten}`, which is not written yet. Write that one first."
        )
    if outcome.raised is not None:
        return Finding("error", outcome.raised.sentence, Evidence("", _answer(case), "an error"))
    assert case.expected is not None
    problem = difference(outcome.result, case.expected)
    if problem is None and case.quiet and outcome.warned:
        problem = f"The number is right, but there was a warning: {outcome.warned[0]}"
    return Finding("failed", problem, Evidence("", _answer(case), _shown(outcome.result))) if problem else None


def _judge_lengths(outcome: Outcome, case: Case) -> Finding | None:
    """Return what is wrong with the way a function meets lengths that don't fit."""
    assert case.lengths is not None
    wanted = f"a ValueError whose message names {case.lengths[0]} and {case.lengths[1]}"
    if outcome.raised is None:
        message = "These lengths don't fit each other; say so with a ValueError instead of an answer."
        return Finding("failed", message, Evidence("", wanted, _shown(outcome.result)))
    if outcome.raised.unwritten:
        return _judge_answer(outcome, case)
    text = outcome.raised.text
    if "ValueError" not in outcome.raised.kinds:
        message = f"These lengths don't fit each other; that should be a ValueError. {outcome.raised.sentence}"
        return Finding("failed", message, Evidence("", wanted, outcome.raised.kinds[0]))
    named = {int(digits) for digits in re.findall(r"\d{1,9}", text)}
    is_numpys = not outcome.raised.by_learner and _NUMPYS_WORDS.search(text)
    if not set(case.lengths) <= named and not is_numpys:
        message = "The ValueError is right; put both lengths into its message, so that its reader can find the mistake."
        return Finding("failed", message, Evidence("", wanted, _shown(text)))
    return None


def _answer(case: Case) -> str:
    """Return the expected answer as source text, in lists where the arguments are lists."""
    if any(isinstance(argument, np.ndarray) for argument in case.arguments):
        return _shown(case.expected)
    return _shown(_in_lists(case.expected))


def _in_lists(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_in_lists(part) for part in value)
    return value.tolist() if isinstance(value, np.ndarray) else value


def _call_in_words(name: str, arguments: Sequence[Any]) -> str:
    return f"{name}({', '.join(_shown(argument, 90) for argument in arguments)})"


def _shown(value: Any, longest: int = _LONGEST_SHOWN) -> str:
    """Return a value as source text, shortened; numbers to seven digits, large arrays by their shape."""
    if isinstance(value, np.ndarray) and value.size > 12:  # noqa: PLR2004 - more would fill the card
        return f"array of shape {value.shape}"
    try:
        text = _source(value)
    except Exception as error:  # noqa: BLE001 - the repr of a learner's own class may raise anything
        text = f"a {type(value).__name__} (its repr raises {type(error).__name__})"
    return text if len(text) <= longest else text[: longest - 4] + " ..."


def _source(value: Any) -> str:
    if isinstance(value, np.generic) or (isinstance(value, np.ndarray) and not value.ndim):
        return _source(value.item())
    if isinstance(value, np.ndarray):
        return f"array({_source(value.tolist())})"
    if isinstance(value, float):
        return f"{value:.7g}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_source, value)) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(_source, value)) + ")"
    return repr(value)
