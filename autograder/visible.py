"""What students get to see of the grader: the tables of the check, written when the labs are released."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from autograder import misconceptions
from autograder.course import CourseError
from autograder.examination import LABS, fresh_cases, visible_cases
from autograder.misconceptions import HELP, Help
from autograder.probes.dice import ProbedFunction
from course_utils.checking.cases import Case, Question, packed_mistake
from course_utils.checking.judge import Aspect
from course_utils.checking.model_files import MODEL_FILES

RUBRIC = Path(__file__).with_name("rubric.toml")
# Numbers in the arguments, and in the answer, of a case that is added: tables are read at the start of every lab.
_LARGEST, _LARGEST_ANSWER = 40_000, 200
_CANDIDATES = tuple(f"visible check, {number}" for number in range(4))
_SHARED = frozenset(aspect.value for aspect in Aspect if aspect is not Aspect.ANSWER)


def questions_of(lab: str, points: Mapping[str, float]) -> list[Question]:
    """Return a lab's questions with all that their visible checks need; the formulas themselves stay here."""
    return [question_of(lab, probed, points[probed.name]) for probed in LABS[lab]]


def question_of(lab: str, probed: ProbedFunction, points: float) -> Question:
    """Return one question. Its cases are the lab's own numbers, and as many more as tell all known mistakes apart."""
    shown = visible_cases(probed)
    right = [case for case in shown if not case.lengths]
    sharp = misconceptions.sharpest(lab, probed.name, right, list(_candidates(probed)))
    known = misconceptions.mistakes(lab, probed.name, [*right, *sharp])
    help_ = HELP[lab].get(probed.name, Help("", ""))
    return Question(
        probed.name,
        points,
        (*right, *sharp, *(case for case in shown if case.lengths)),
        shares_of(lab, probed.name),
        help_.hint,
        help_.example,
        tuple(map(packed_mistake, known)),
    )


def _candidates(probed: ProbedFunction) -> Iterator[Case]:
    for seed in _CANDIDATES if probed.name not in MODEL_FILES else ():
        yield from filter(_is_small, fresh_cases(probed, seed))


def _is_small(case: Case) -> bool:
    if case.lengths is not None:
        return False
    answer = sum(map(_size, case.expected)) if isinstance(case.expected, tuple) else _size(case.expected)
    return sum(map(_size, case.arguments)) <= _LARGEST and answer <= _LARGEST_ANSWER


def _size(argument: Any) -> int:
    if isinstance(argument, list):
        return sum(map(_size, argument))
    return int(getattr(argument, "size", 1))


def shares_of(lab: str, name: str, path: Path = RUBRIC) -> dict[str, float]:
    """Return what is left of a question's points by what alone is wrong, as the rubric says.

    Raises:
        CourseError: the rubric says something that can't be.
    """
    try:
        rubric = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        msg = f"rubric: expected a table in TOML, found: {error}. Correct autograder/{path.name}."
        raise CourseError(msg) from error
    of_lab = rubric.get(lab, {})
    shares = {**rubric.get("default", {}), **_plain(of_lab), **of_lab.get(name, {})}
    for aspect, share in shares.items():
        if aspect not in _SHARED or not isinstance(share, int | float) or not 0 <= share < 1:
            msg = (
                f"rubric: expected a share from 0 up to, not including, 1 for {', '.join(sorted(_SHARED))}; "
                f"found {aspect} = {share!r}. Correct autograder/{path.name}."
            )
            raise CourseError(msg)
    return {aspect: float(share) for aspect, share in shares.items()}


def _plain(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if not isinstance(value, dict)}
