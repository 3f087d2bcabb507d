"""Judging a function by cases: the first thing that is wrong with it, or nothing."""

from __future__ import annotations

import dis
import re
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

import numpy as np

from course_utils.checking.calls import (
    SECONDS_PER_QUESTION,
    Call,
    Elsewhere,
    Outcome,
    OutOfTimeError,
    call,
    call_each,
    time_limit,
)
from course_utils.checking.cases import Case, Question
from course_utils.checking.conditions import conditional
from course_utils.checking.diagnosis import Diagnosis, Suspect, Trial, agreeing, are_alike, known, laid_flat
from course_utils.checking.equality import difference, same_argument
from course_utils.checking.errors import first_error, raising
from course_utils.checking.relations import misshapen, of_another_kind, related, slightly_off
from course_utils.checking.verdict import Evidence, Finding

_NOT_ATTEMPTED = "Replace `# YOUR CODE HERE` and the line below it by your own code, run that cell, then this one."


class Aspect(Enum):
    """What an answer may be wrong in, the gravest first."""

    ANSWER = "answer"
    WARNING = "warning"
    CHANGES = "changes_arguments"
    LENGTHS = "unequal_lengths"


_ORDER = list(Aspect)
# Messages that say no more than that an answer is wrong, or the same as the diagnosis: it stands in their place.
_DULL = re.compile(
    r"differ;|not the one expected|^The answer is right|^These lengths|^The ValueError is|^The number is right"
)
_MOST_NOTES = 5
_LONGEST_SHOWN = 240  # characters of an argument or answer on a card
# Some of NumPy's own messages hold no lengths, or others than those that don't fit; they are accepted as they are.
_NUMPYS_WORDS = re.compile(r"inhomogeneous|broadcast|mismatch|not aligned")


@dataclass(frozen=True)
class Try:
    """One case tried: the call, and what is wrong with it, if anything.

    Attributes:
        case: what the function was called with, and what should have come of it.
        call: what came of it.
        finding: what is wrong.
        aspect: what it is wrong in.
    """

    case: Case
    call: Call
    finding: Finding | None
    aspect: Aspect


Suspects = Callable[[Sequence[Case]], Sequence[Suspect]]


@dataclass(frozen=True)
class Knowledge:
    """What a judge knows of a question besides its cases.

    Attributes:
        suspects: gives the wrong formulas that people write, for the cases that have a right answer.
        shares: what is left of the points where only one aspect is wrong, by the aspect's name.
        hint: a hint, for who asks for one.
        example: a worked example.
    """

    suspects: Suspects = lambda _: ()
    shares: Mapping[str, float] = field(default_factory=dict)
    hint: str = ""
    example: str = ""


def knowledge_of(question: Question) -> Knowledge:
    """Return what the lab's table says of a question; its mistakes are those that fit its visible cases."""

    def suspects(cases: Sequence[Case]) -> list[Suspect]:
        assert len(cases) <= len(question.cases)
        return [
            Suspect(Diagnosis(mistake.id, mistake.says), way.__getitem__)
            for mistake in question.mistakes()
            for way in mistake.answers
        ]

    return Knowledge(suspects, question.shares, question.hint, question.example)


NOTHING_KNOWN = Knowledge()


def judge(
    name: str,
    function: Any,
    cases: Iterable[Case],
    knowledge: Knowledge = NOTHING_KNOWN,
    *,
    seconds: float = SECONDS_PER_QUESTION,
) -> Finding:
    """Try `function` on every case; return what is wrong with it, else that it passed."""
    if not callable(function):
        message = f"`{name}` should be a function; it is {_shown(function)}. {known('not-a-function').says}"
        return Finding("failed", message, diagnosis="not-a-function")
    if is_unwritten(function):
        return Finding("not_attempted", _NOT_ATTEMPTED)
    cases, tries = list(cases), list[Try]()
    try:
        with time_limit(seconds, again=not isinstance(function, Elsewhere)):
            for case, made in zip(cases, call_each(function, [case.arguments for case in cases]), strict=False):
                tries.append(_tried(case, made))
                if made.outcome.raised is not None and (made.outcome.raised.unwritten or made.outcome.raised.is_end):
                    break
            finding = _found(name, function, tries, knowledge)
        if len(tries) < len(cases):
            finding = _unfinished(name, tries[-1], finding)
    except (OutOfTimeError, KeyboardInterrupt):
        if any(tried.finding for tried in tries):
            finding = replace(_found(name, None, tries, knowledge), share=0.0)  # what wasn't tried may be wrong too
        else:
            finding = out_of_time(name, cases[len(tries)].arguments if len(tries) < len(cases) else None)
    if finding.state == "passed":
        return finding
    return replace(finding, hint=knowledge.hint, example=knowledge.example)


def _unfinished(name: str, last: Try, finding: Finding) -> Finding:
    """Return a finding for a function that ended the trial: whatever was right before, nothing is known of the other cases."""
    if finding.state == "passed":
        raised = last.call.outcome.raised
        assert raised is not None
        evidence = Evidence(_call_in_words(name, last.case.arguments), "an answer", "an end")
        return Finding("error", raised.sentence, evidence)
    return replace(finding, share=0.0)


def _found(name: str, function: Any, tries: Sequence[Try], knowledge: Knowledge) -> Finding:
    notes = dict.fromkeys(
        f"A warning was shown (no points lost): {warning}"[:300]
        for tried in tries
        for warning in tried.call.outcome.warned
    )
    wrong = sorted((tried for tried in tries if tried.finding), key=lambda tried: _ORDER.index(tried.aspect))
    if not wrong:
        return Finding("passed", f"All {len(tries)} cases agree.", notes=tuple(notes)[:_MOST_NOTES])
    finding = _with_call(name, wrong[0], tuple(notes)[:_MOST_NOTES])
    try:
        diagnosis = _diagnosed(function, tries, wrong[0], knowledge) if function is not None else None
    except Exception:  # noqa: BLE001 - answers may be of any kind; that one can't be named must not cost the verdict
        diagnosis = None
    if diagnosis is not None:
        message = diagnosis.says if _DULL.search(finding.message) else f"{finding.message} {diagnosis.says}"
        finding = replace(finding, message=message, diagnosis=diagnosis.id)
    aspects = {tried.aspect for tried in wrong}
    if Aspect.ANSWER in aspects:
        return finding
    lost = sum(1 - knowledge.shares.get(aspect.value, 0.0) for aspect in aspects)
    return replace(finding, share=max(0.0, 1 - lost))


def _diagnosed(function: Any, tries: Sequence[Try], worst: Try, knowledge: Knowledge) -> Diagnosis | None:
    """Name the mistake; None where nobody knows it."""
    if worst.aspect is Aspect.ANSWER:
        return _wrong_answers(function, tries, knowledge)
    if worst.aspect is Aspect.LENGTHS:
        raised = worst.call.outcome.raised
        if raised is None:
            return known("lengths-cut-short")
        return known("lengths-not-named" if "ValueError" in raised.kinds else "lengths-wrong-error")
    return known("warns" if worst.aspect is Aspect.WARNING else "changes-argument")


def _wrong_answers(function: Any, tries: Sequence[Try], knowledge: Knowledge) -> Diagnosis | None:
    with_answers = [tried for tried in tries if tried.case.lengths is None]
    trials = [
        Trial(tried.case, tried.call.outcome, tried.finding is None or tried.aspect is not Aspect.ANSWER)
        for tried in with_answers
    ]
    if any(trial.outcome.raised is not None and trial.outcome.raised.unwritten for trial in trials):
        return None
    found = (
        of_another_kind(trials)
        or agreeing(trials, knowledge.suspects([trial.case for trial in trials]))
        or related(trials)
        or raising(trials)
    )
    if found is None and _remembers(function, trials):
        return known("remembers")
    found = found or misshapen(trials) or slightly_off(trials) or conditional(trials) or first_error(trials)
    if found is None and not all(
        same_argument(tried.case.arguments, tuple(tried.call.after)) for tried in with_answers
    ):
        return known("changes-then-computes")
    return found


def _remembers(function: Any, trials: Sequence[Trial]) -> bool:
    """Tell whether a function answers otherwise when it is asked the same again."""
    asked = next(trial for trial in trials if not trial.is_right)
    if asked.outcome.raised is not None:
        return False
    again = call(function, asked.case.arguments).outcome
    return again.raised is not None or not are_alike(laid_flat(again.result), laid_flat(asked.outcome.result))


def out_of_time(name: str, arguments: Sequence[Any] | None = None) -> Finding:
    """Return the finding of a function that didn't come to its end, in this call if it is known in which."""
    called = None if arguments is None else Evidence(_call_in_words(name, arguments), "an answer", "none in time")
    message = f"It was stopped before it finished. {known('endless').says}"
    return Finding("timed_out", message, called, diagnosis="endless")


def _with_call(name: str, tried: Try, notes: tuple[str, ...]) -> Finding:
    finding = _tried(tried.case, tried.call, in_full=True).finding
    assert finding is not None
    shown = finding.evidence or Evidence("", "an answer", "an error")
    evidence = Evidence(_call_in_words(name, tried.case.arguments), shown.expected, shown.got)
    return replace(finding, evidence=evidence, notes=notes)


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


def _tried(case: Case, made: Call, *, in_full: bool = False) -> Try:
    """Look at one call; the evidence, which takes long to lay out, is there only `in_full`."""
    if case.lengths:
        finding, aspect = _judge_lengths(made.outcome, case), Aspect.LENGTHS
    else:
        finding, aspect = _judge_answer(made.outcome, case, in_full=in_full), Aspect.ANSWER
        if finding is None and case.quiet and made.outcome.warned:
            finding, aspect = _judge_warning(made.outcome, case), Aspect.WARNING
    if finding is None and not all(map(same_argument, case.arguments, made.after)):
        finding, aspect = _judge_changes(case.arguments, made.after), Aspect.CHANGES
    return Try(case, made, finding, aspect)


def _judge_changes(before: Sequence[Any], after: Sequence[Any]) -> Finding:
    changed = next(place for place, pair in enumerate(zip(before, after, strict=True)) if not same_argument(*pair))
    place = ("first", "second", "third", "fourth", "fifth", "sixth")[changed]
    return Finding(
        "failed",
        known("changes-argument").says,
        Evidence("", f"the {place} argument as before, {_shown(before[changed])}", _shown(after[changed])),
    )


def _judge_answer(outcome: Outcome, case: Case, *, in_full: bool) -> Finding | None:
    """Return what is wrong with an answer; the evidence's call is filled in by the caller."""
    if outcome.raised is not None and outcome.raised.unwritten:
        return Finding(
            "error", f"It uses `{outcome.raised.unwritten}`, which is not written yet. Write that one first."
        )
    if outcome.raised is not None:
        return Finding("error", outcome.raised.sentence, Evidence("", _answer(case), "an error") if in_full else None)
    assert case.expected is not None
    try:
        problem = difference(outcome.result, case.expected)
    except (ValueError, TypeError, OverflowError):  # of NumPy, about sizes and kinds that nobody foresaw
        problem = "It returned something that can't be compared with numbers."
    if problem is None:
        return None
    return Finding("failed", problem, Evidence("", _answer(case), _shown(outcome.result)) if in_full else None)


def _judge_warning(outcome: Outcome, case: Case) -> Finding:
    message = f"The number is right, but there was a warning: {outcome.warned[0]}"
    return Finding("failed", message, Evidence("", _answer(case), _shown(outcome.result)))


def _judge_lengths(outcome: Outcome, case: Case) -> Finding | None:
    """Return what is wrong with the way a function meets lengths that don't fit."""
    assert case.lengths is not None
    wanted = f"a ValueError whose message names {case.lengths[0]} and {case.lengths[1]}"
    if outcome.raised is None:
        message = "These lengths don't fit each other; say so with a ValueError instead of an answer."
        return Finding("failed", message, Evidence("", wanted, _shown(outcome.result)))
    if outcome.raised.unwritten:
        return _judge_answer(outcome, case, in_full=False)
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
