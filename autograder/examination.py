"""The full examination of a graded function: the visible cases and fresh ones, drawn anew for every student."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from autograder.misconceptions import suspects
from autograder.probes import lab01, lab02, lab03, lab04, lab05
from autograder.probes.dice import Arguments, Dice, ProbedFunction
from course_utils.checking.calls import Elsewhere
from course_utils.checking.cases import Case, Question, read_table
from course_utils.checking.equality import Expected, tolerance
from course_utils.checking.judge import Knowledge, judge
from course_utils.checking.model_files import MODEL_FILES, judge_model_files
from course_utils.checking.verdict import Finding, Verdict

LABS: dict[str, tuple[ProbedFunction, ...]] = {
    "01_single_weight": lab01.QUESTIONS,
    "02_multiple_inputs": lab02.QUESTIONS,
    "03_multiple_outputs": lab03.QUESTIONS,
    "04_freezing_weights": lab04.QUESTIONS,
    "05_mnist": lab05.QUESTIONS,
}
SEED: ContextVar[str | None] = ContextVar("seed", default=None)  # set by an engine that knows whose work it examines
_ROUNDING = 2.0**-24  # of float32, relatively
_SHARE = 0.5  # of the tolerance that rounding of the arguments may use up; the rest is for rounding on the way
_MOST_REDRAWS = 12


def examine(lab: str, name: str, function: Any, *partners: Any, seed: str | None = None) -> Verdict:
    """Examine a graded function by its visible cases and by fresh ones; return the points with the reason.

    Args:
        lab: the lab's name.
        name: the graded function's name in it.
        function: the student's function.
        partners: for `save_model` and `load_model`, the other one.
        seed: what the fresh cases are drawn from; by default the folder of the submission, which holds the student's name.

    Raises:
        ValueError: there is no such lab, or no such function in it.
    """
    question, probed = _question(lab, name)
    seed = seed if seed is not None else SEED.get() or _seed_of_submission()
    if name in MODEL_FILES:
        models = map(model_case, probed.draw(Dice(f"{seed}/{lab}/{name}")))
        return Verdict(
            name,
            question.points,
            judge_model_files(name, function, partners, [*question.cases, *models], _knowledge(lab, question)),
        )
    cases = [*question.cases, *fresh_cases(probed, f"{seed}/{lab}/{name}")]
    finding = judge(name, function, cases, _knowledge(lab, question))
    if isinstance(function, Elsewhere):
        function.found[name] = finding
    if finding.state != "passed" and finding.share == 0:
        finding = _carried(lab, name, function, cases, seed) or finding
    return Verdict(name, question.points, finding)


def _knowledge(lab: str, question: Question) -> Knowledge:
    return Knowledge(partial(suspects, lab, question.name), question.shares, question.hint, question.example)


def _carried(lab: str, name: str, function: Any, cases: Sequence[Case], seed: str) -> Finding | None:
    """Return full marks for a function that is right given its own wrong helpers."""
    from autograder.carried import SECONDS_TO_LOOK_TWICE, carried_forward  # noqa: PLC0415 - which needs what is above

    def is_wrong(helper: str, own: Any) -> bool:
        question, probed = _question(lab, helper)
        before = own.found.get(helper) if isinstance(own, Elsewhere) else None
        if before is None:
            tried = [*question.cases, *fresh_cases(probed, f"{seed}/{lab}/{helper}")]
            before = judge(helper, own, tried, seconds=SECONDS_TO_LOOK_TWICE)
        return before.state in {"failed", "error"} and before.share == 0

    return carried_forward(lab, name, function, cases, is_wrong, seed)


def visible_cases(probed: ProbedFunction) -> tuple[Case, ...]:
    """Return the cases of a function's visible check, with the answers that the reference gives."""
    if probed.name in MODEL_FILES:
        return tuple(map(model_case, probed.shown))
    right = (Case(arguments, expected(probed.reference, arguments), quiet=probed.quiet) for arguments in probed.shown)
    unequal = (Case(arguments, lengths=lengths) for arguments, lengths in probed.shown_unequal)
    return (*right, *unequal)


def model_case(model: Arguments) -> Case:
    """Return the case of saving and loading a model: the same numbers come back."""
    return Case(model, tuple(np.asarray(part, dtype=float) for part in model))


def fresh_cases(probed: ProbedFunction, seed: str) -> Iterator[Case]:
    """Draw one set of hidden cases; one whose answer rounding alone could change is drawn again."""
    chosen = list(probed.draw(Dice(seed)))
    answers = [expected(probed.reference, arguments) for arguments in chosen]
    unsteady = [
        place
        for place, (arguments, exact) in enumerate(zip(chosen, answers, strict=True))
        if not _is_steady(probed.reference, arguments, exact)
    ]
    for number in range(_MOST_REDRAWS):
        if not unsteady:
            break
        again = list(probed.draw(Dice(f"{seed}/{number}")))
        for place in unsteady.copy():
            exact = expected(probed.reference, again[place])
            if _is_steady(probed.reference, again[place], exact):
                chosen[place], answers[place] = again[place], exact
                unsteady.remove(place)
    for arguments, exact in zip(chosen, answers, strict=True):
        yield Case(arguments, exact, quiet=probed.quiet)
    for arguments, lengths in probed.draw_unequal(Dice(seed)):
        yield Case(arguments, lengths=lengths)


def expected(reference: Callable[..., Any], arguments: Arguments) -> Expected:
    """Return the reference's answer in the form that cases keep: a float, an array, or a pair of these."""
    answer = reference(*arguments)
    if isinstance(answer, tuple):
        return tuple(part if isinstance(part, float) else np.asarray(part, dtype=float) for part in answer)
    return answer if isinstance(answer, float) else np.asarray(answer, dtype=float)


def is_steady(reference: Callable[..., Any], arguments: Arguments) -> bool:
    """Tell whether the answer stays well within the tolerance when every fraction is off by float32's rounding.

    Where two nearly equal numbers are subtracted, a right answer computed in float32 would otherwise be called wrong.
    """
    return _is_steady(reference, arguments, expected(reference, arguments))


def _is_steady(reference: Callable[..., Any], arguments: Arguments, exact: Expected) -> bool:
    noise = np.random.default_rng(len(arguments))
    return _are_near(exact, expected(reference, _rounded(arguments, noise)))


def _are_near(exact: Expected, rounded: Expected) -> bool:
    if isinstance(exact, tuple) and isinstance(rounded, tuple):
        return all(map(_are_near, exact, rounded))
    exact, rounded = np.asarray(exact, dtype=float), np.asarray(rounded, dtype=float)
    return bool(np.all(np.abs(exact - rounded) <= _SHARE * tolerance(exact)))


def _rounded(value: Any, noise: np.random.Generator) -> Any:
    if isinstance(value, float):
        return value * (1 + _ROUNDING * noise.uniform(-1, 1))
    if type(value) is list and all(type(item) is float for item in value):
        factors = noise.uniform(-1, 1, len(value)).tolist()
        return [item * (1 + _ROUNDING * factor) for item, factor in zip(value, factors, strict=True)]
    if isinstance(value, list | tuple):
        return type(value)(_rounded(item, noise) for item in value)
    if isinstance(value, np.ndarray) and value.dtype.kind == "f" and not np.isin(value, (0, 1)).all():
        return value * (1 + _ROUNDING * noise.uniform(-1, 1, value.shape))
    return value


def _question(lab: str, name: str) -> tuple[Question, ProbedFunction]:
    questions = read_table(lab)
    probed = {question.name: question for question in LABS[lab]}
    if name not in questions or name not in probed:
        msg = f"examine: expected one of {', '.join(probed)} for {lab}, found {name!r}. Correct the test cell in solutions/."
        raise ValueError(msg)
    return questions[name], probed[name]


def _seed_of_submission() -> str:
    folder = Path.cwd()
    return hashlib.sha256(f"{folder.parent.name}/{folder.name}".encode()).hexdigest()
