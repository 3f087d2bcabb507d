"""The cases a function is tried with, and how they are kept: one JSON table per lab, written when the labs are released."""

from __future__ import annotations

import base64
import functools
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from course_utils.arguments import Floats
from course_utils.checking.equality import Expected

TABLES = Path(__file__).resolve().parent.parent / "cases"
_LONGEST_PLAIN = 64  # numbers; a longer array is packed, so that a table of images stays small


@dataclass(frozen=True)
class Case:
    """One call, and what should come of it.

    Attributes:
        arguments: what the function is called with, by position.
        expected: what it should return; None where it should raise.
        lengths: where it should raise a ValueError, the two lengths that its message must name.
        quiet: a warning makes the answer wrong (otherwise it is only shown).
    """

    arguments: tuple[Any, ...]
    expected: Expected | None = None
    lengths: tuple[int, int] | None = None
    quiet: bool = False


@dataclass(frozen=True)
class Mistake:
    """A wrong formula that people write, as a table keeps it: not the formula, but its answers.

    Attributes:
        id: its stable name.
        says: what a learner is told who wrote it.
        answers: for each way of writing it, its answers to the cases that have a right one, in order and laid flat.
    """

    id: str
    says: str
    answers: tuple[tuple[Floats, ...], ...]


@dataclass(frozen=True)
class Question:
    """One graded function of a lab.

    Attributes:
        name: its name.
        points: what it is worth.
        cases: what its visible check tries.
        shares: what is left of the points where only this is wrong: "unequal_lengths", "changes_arguments", "warning".
        hint: a hint, for who asks for one.
        example: a worked example with other numbers.
        packed: its mistakes, as the table has them.
    """

    name: str
    points: float
    cases: tuple[Case, ...]
    shares: Mapping[str, float] = field(default_factory=dict)
    hint: str = ""
    example: str = ""
    packed: tuple[dict[str, Any], ...] = ()

    def mistakes(self) -> tuple[Mistake, ...]:
        """Return the wrong formulas that are known of it."""
        return tuple(_unpacked_mistake(packed) for packed in self.packed)


def packed_mistake(mistake: Mistake) -> dict[str, Any]:
    """Return a mistake as JSON data; its numbers in single precision, which is enough to recognise it by."""
    answers = [answer for way in mistake.answers for answer in way]
    numbers = np.concatenate(answers) if answers else np.zeros(0)
    with np.errstate(over="ignore"):
        single = numbers.astype("<f4")
    return {
        "id": mistake.id,
        "says": mistake.says,
        "ways": len(mistake.answers),
        "lengths": [len(answer) for answer in answers],
        "packed": base64.b64encode(zlib.compress(single.tobytes(), 9)).decode(),
    }


def _unpacked_mistake(packed: dict[str, Any]) -> Mistake:
    numbers = np.frombuffer(zlib.decompress(base64.b64decode(packed["packed"])), dtype="<f4").astype(np.float64)
    answers = np.split(numbers, np.cumsum(packed["lengths"])[:-1])
    cases = len(answers) // max(packed["ways"], 1)
    ways = tuple(tuple(answers[start : start + cases]) for start in range(0, len(answers), max(cases, 1)))
    return Mistake(packed["id"], packed["says"], ways)


def pack(value: Any) -> Any:
    """Return numbers, lists, tuples and arrays as JSON data that `unpack` turns back into the same types."""
    if isinstance(value, tuple):
        return {"tuple": [pack(item) for item in value]}
    if isinstance(value, list):
        return [pack(item) for item in value]
    if isinstance(value, np.ndarray):
        kind = {"dtype": str(value.dtype), "shape": list(value.shape)}
        if value.size <= _LONGEST_PLAIN:
            return {**kind, "numbers": value.ravel().tolist()}
        return {**kind, "packed": base64.b64encode(zlib.compress(np.ascontiguousarray(value).tobytes(), 9)).decode()}
    return value


def unpack(value: Any) -> Any:
    """Return what `pack` was given."""
    if isinstance(value, list):
        return [unpack(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "tuple" in value:
        return tuple(unpack(item) for item in value["tuple"])
    if "packed" in value:
        numbers = np.frombuffer(zlib.decompress(base64.b64decode(value["packed"])), dtype=value["dtype"])
        return numbers.reshape(value["shape"]).copy()
    return np.array(value["numbers"], dtype=value["dtype"]).reshape(value["shape"])


def write_table(lab: str, questions: list[Question], folder: Path = TABLES) -> Path:
    """Write a lab's table, the same bytes for the same questions; return its path."""
    rows = [
        {
            "name": question.name,
            "points": question.points,
            "cases": [
                {
                    "arguments": [pack(argument) for argument in case.arguments],
                    "expected": pack(case.expected),
                    "lengths": case.lengths,
                    "quiet": case.quiet,
                }
                for case in question.cases
            ],
            "shares": dict(question.shares),
            "hint": question.hint,
            "example": question.example,
            "mistakes": list(question.packed),
        }
        for question in questions
    ]
    path = folder / f"{lab}.json"
    folder.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    new.replace(path)
    return path


@functools.cache
def read_table(lab: str, folder: Path = TABLES) -> dict[str, Question]:
    """Return a lab's questions by name, in the lab's order.

    Raises:
        ValueError: there is no such lab.
    """
    path = folder / f"{lab}.json"
    if not path.is_file():
        labs = ", ".join(sorted(file.stem for file in folder.glob("*.json")))
        msg = f"lab: expected one of {labs or 'the labs (none is released yet)'}, found {lab!r}. Check the name in start_lab."
        raise ValueError(msg)
    questions = {}
    for row in json.loads(path.read_text(encoding="utf-8")):
        cases = tuple(
            Case(
                tuple(unpack(argument) for argument in case["arguments"]),
                unpack(case["expected"]),
                tuple(case["lengths"]) if case["lengths"] else None,
                case["quiet"],
            )
            for case in row["cases"]
        )
        questions[row["name"]] = Question(
            row["name"], row["points"], cases, row["shares"], row["hint"], row["example"], tuple(row["mistakes"])
        )
    return questions
