"""What came of a submission: one JSON line each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from nbformat import NotebookNode
from nbgrader.utils import compute_checksum

from autograder.execution import DIED, FILLED, TIMED_OUT, verdict_of
from autograder.notebook_files import write_whole
from autograder.submissions import is_reflection
from course_utils.checking.verdict import State

Status = Literal["graded", "unreadable", "missing"]
_CELL_FILE = re.compile(r"\((?:\d+\.py|<[^>]*>), line (\d+)\)")
_STOPPED: dict[str, tuple[State, str]] = {
    TIMED_OUT: ("timed_out", "The cell did not come to an end and was stopped. Is there a loop that never ends?"),
    DIED: ("error", "The cell ended the whole Python process. Does it call exit() or something like it?"),
    FILLED: (
        "error",
        "The cell wrote more files, or larger ones, than a lab needs. Is there a loop around something that writes a file?",
    ),
}
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class QuestionResult:
    """One function of one submission; the score is None where it was not graded."""

    name: str
    score: float | None
    max_score: float
    state: State
    message: str
    diagnosis: str | None = None


@dataclass(frozen=True)
class SubmissionResult:
    """One submission; the score is None, not 0, where it could not be graded."""

    student: str
    lab: str
    score: float | None
    max_score: float
    status: Status
    questions: tuple[QuestionResult, ...]
    is_reflected: bool = False  # the answer in words is there and needs a mark by hand; no part of the record


def graded(student: str, lab: str, executed: NotebookNode, points: dict[str, float]) -> SubmissionResult:
    """Return the result of an executed notebook: the verdict of each test cell, or why there is none."""
    by_id = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in executed.cells}
    questions = tuple(
        _question(name, most, by_id.get(name), by_id.get(f"{name}_check")) for name, most in points.items()
    )
    score, most = sum(q.score or 0.0 for q in questions), sum(points.values())
    return SubmissionResult(student, lab, score, most, "graded", questions, any(map(needs_mark, executed.cells)))


def needs_mark(cell: NotebookNode) -> bool:
    """Tell whether something is written in an answer in words, which somebody has to mark then."""
    return is_reflection(cell) and cell.metadata.nbgrader.get("checksum") != compute_checksum(cell)


def not_graded(student: str, lab: str, status: Status, reason: str, points: dict[str, float]) -> SubmissionResult:
    """Return the result of a submission that is missing or unreadable: no score, and the reason with every question."""
    state: State = "not_attempted" if status == "missing" else "error"
    questions = tuple(QuestionResult(name, None, most, state, reason) for name, most in points.items())
    return SubmissionResult(student, lab, None, sum(points.values()), status, questions)


def _question(name: str, most: float, solution: NotebookNode | None, test: NotebookNode | None) -> QuestionResult:
    verdict = verdict_of(test) if test is not None else None
    if verdict is not None and verdict.get("name") == name:
        score = min(max(float(verdict["score"]), 0.0), most)
        return QuestionResult(name, score, most, verdict["state"], str(verdict["message"]), verdict.get("diagnosis"))
    return QuestionResult(name, 0.0, most, *_why_no_verdict(name, solution, test))


def _why_no_verdict(name: str, solution: NotebookNode | None, test: NotebookNode | None) -> tuple[State, str]:
    """Return state and message of a question whose test cell has no verdict: the first error on the way to it."""
    if solution is None:
        return "not_attempted", f"The cell of `{name}` is not in the notebook."
    for cell in (solution, test):
        for output in cell.get("outputs", []) if cell is not None else []:
            if output.output_type != "error":
                continue
            if output.ename in _STOPPED:
                return _STOPPED[output.ename]
            if cell is test and output.ename == "NameError" and f"'{name}'" in output.evalue:
                return "not_attempted", f"There is no function `{name}` in the notebook."
            return "error", _error_in_words(output)
    return "error", "The test cell was not run."


def _error_in_words(output: NotebookNode) -> str:
    lines = _ANSI.sub("", output.evalue).splitlines() or [""]
    where = _CELL_FILE.sub(r"(line \1 of the cell)", lines[0])
    return f"{output.ename}: {where}"[:300]


def write_results(results: Iterable[SubmissionResult], path: Path) -> None:
    """Write one JSON line per submission, by rename: there is never half a file."""
    lines = (json.dumps(as_record(result), ensure_ascii=True) + "\n" for result in results)
    write_whole("".join(lines).encode(), path)


def as_record(result: SubmissionResult) -> dict[str, Any]:
    """Return a result as the data of its line."""
    record = {**asdict(result), "questions": [asdict(question) for question in result.questions]}
    del record["is_reflected"]
    return record
