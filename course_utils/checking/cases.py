"""The cases a function is tried with, and how they are kept: one JSON table per lab, written when the labs are released."""

from __future__ import annotations

import base64
import functools
import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

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
class Question:
    """One graded function of a lab: its name, the points it is worth, and the cases of its visible check."""

    name: str
    points: float
    cases: tuple[Case, ...]


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
        questions[row["name"]] = Question(row["name"], row["points"], cases)
    return questions
