"""A class's results, read from the lines that grading writes: one table of scores per lab."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from autograder.course import CourseError
from autograder.report.statistics import Floats
from course_utils.checking.verdict import State

STATES: tuple[str, ...] = get_args(State)
PASSED, FAILED, NOT_ATTEMPTED, ERROR, TIMED_OUT = (
    STATES.index(state) for state in ("passed", "failed", "not_attempted", "error", "timed_out")
)


class Miss(NamedTuple):
    """One question that one student attempted and didn't get right; row and column are those of the lab's tables."""

    row: int
    column: int
    diagnosis: str | None
    message: str


class NotGraded(NamedTuple):
    """A submission without a score: `status` is missing or unreadable."""

    student: str
    status: str
    reason: str


@dataclass(frozen=True)
class LabResults:
    """What came of one lab.

    Attributes:
        lab: the lab's name.
        students: those who were graded, one per row of the tables.
        questions: the questions' names, one per column.
        points: (questions,), the most that each gives.
        scores: (students, questions), in points.
        states: (students, questions), places in STATES.
        misses: whatever was attempted and isn't right.
        not_graded: submissions that are missing or can't be read.
        by_hand: questions that somebody still has to mark; they are in no number.
    """

    lab: str
    students: tuple[str, ...]
    questions: tuple[str, ...]
    points: Floats
    scores: Floats
    states: npt.NDArray[np.int8]
    misses: tuple[Miss, ...]
    not_graded: tuple[NotGraded, ...]
    by_hand: tuple[str, ...] = ()

    @property
    def most(self) -> float:
        """The points of the whole lab."""
        return float(self.points.sum())

    @property
    def totals(self) -> Floats:
        """Each student's points, (students,)."""
        totals: Floats = self.scores.sum(axis=1)
        return totals

    @property
    def shares(self) -> Floats:
        """Each student's share of the points, (students,)."""
        return self.totals / self.most if self.most > 0 else np.zeros(len(self.students))

    @property
    def untouched(self) -> npt.NDArray[np.bool_]:
        """Whose notebook came back without one question attempted, (students,)."""
        untouched: npt.NDArray[np.bool_] = (self.states == NOT_ATTEMPTED).all(axis=1)
        return untouched


def relabelled(results: LabResults, label: Callable[[str], str], hidden: Callable[[str], str]) -> LabResults:
    """Return results in which students are called by their labels, and texts have been gone through by `hidden`."""
    return replace(
        results,
        students=tuple(map(label, results.students)),
        misses=tuple(miss._replace(message=hidden(miss.message)) for miss in results.misses),
        not_graded=tuple(NotGraded(label(who), status, hidden(why)) for who, status, why in results.not_graded),
    )


class _Line(NamedTuple):
    """What one line says of the questions."""

    scores: list[float]
    states: list[int]
    misses: list[tuple[int, str | None, str]]


@dataclass
class _Gathered:
    """A lab while its lines are read; of two lines on one submission the later counts, as in the gradebook."""

    questions: list[tuple[str, float]]
    graded: dict[str, _Line] = field(default_factory=dict)
    not_graded: dict[str, NotGraded] = field(default_factory=dict)


def read_results(path: Path) -> dict[str, LabResults]:
    """Return the results of every lab in a results file, in order of the labs' names.

    Raises:
        CourseError: there is no such file, or a line of it isn't one that `autograder grade` writes.
    """
    if not path.is_file():
        msg = f"results: expected a file that `autograder grade` has written, found none at {path}. Grade the class first."
        raise CourseError(msg)
    labs: dict[str, _Gathered] = {}
    for number, record in _records(path):
        try:
            _gather(record, labs)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            msg = f"results: expected a line of `autograder grade`, found another in line {number} of {path} ({error!r}). Grade again."
            raise CourseError(msg) from error
    return {lab: _table(lab, labs[lab]) for lab in sorted(labs)}


def _records(path: Path) -> Iterator[tuple[int, Any]]:
    with path.open(encoding="utf-8", errors="surrogateescape") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    yield number, json.loads(line, parse_constant=_no_number)
                except ValueError as error:
                    msg = f"results: expected JSON, found something else in line {number} of {path}. Grade again."
                    raise CourseError(msg) from error


def _no_number(name: str) -> float:
    msg = f"{name} is no score"
    raise ValueError(msg)


def _gather(record: dict[str, Any], labs: dict[str, _Gathered]) -> None:
    student, lab, status = str(record["student"]), str(record["lab"]), str(record["status"])
    questions = [(str(question["name"]), float(question["max_score"])) for question in record["questions"]]
    gathered = labs.setdefault(lab, _Gathered(questions))
    if questions != gathered.questions:
        msg = f"other questions than in the lines before it of {lab}"
        raise ValueError(msg)
    if status != "graded":
        reason = str(record["questions"][0]["message"]) if record["questions"] else "no reason given"
        gathered.not_graded[student] = NotGraded(student, status, reason)
        return
    scores = [float("nan") if q["score"] is None else float(q["score"]) for q in record["questions"]]
    states = [STATES.index(q["state"]) for q in record["questions"]]
    misses = [
        (column, question.get("diagnosis"), str(question["message"]))
        for column, (question, state) in enumerate(zip(record["questions"], states, strict=True))
        if state not in {PASSED, NOT_ATTEMPTED}
    ]
    gathered.graded[student] = _Line(scores, states, misses)


def _table(lab: str, gathered: _Gathered) -> LabResults:
    names = tuple(name for name, _ in gathered.questions)
    lines = list(gathered.graded.values())
    shape = len(lines), len(names)
    scores = np.array([line.scores for line in lines], dtype=float).reshape(shape)
    states = np.array([line.states for line in lines], dtype=np.int8).reshape(shape)
    unmarked = np.isnan(scores).any(axis=0)
    kept = np.flatnonzero(~unmarked)
    place = {int(column): new for new, column in enumerate(kept)}
    return LabResults(
        lab,
        tuple(gathered.graded),
        tuple(names[column] for column in kept),
        np.array([gathered.questions[column][1] for column in kept], dtype=float),
        scores[:, kept],
        states[:, kept],
        tuple(
            Miss(row, place[column], diagnosis, message)
            for row, line in enumerate(lines)
            for column, diagnosis, message in line.misses
            if column in place
        ),
        tuple(entry for student, entry in gathered.not_graded.items() if student not in gathered.graded),
        tuple(names[column] for column in np.flatnonzero(unmarked)),
    )
