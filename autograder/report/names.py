"""Whose work it is: students' ids and names as they are, or pseudonyms in their place."""

from __future__ import annotations

import builtins
import json
import keyword
import random
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from autograder.course import Course, CourseError
from autograder.notebook_files import write_whole
from autograder.submissions import Submission

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3  # letters of a word that is hidden
_TEXT_OR_COMMENT = re.compile(
    r"(?P<text>\"\"\".*?(?:\"\"\"|\Z)|'''.*?(?:'''|\Z)|\"(?:\\.|[^\"\\\n])*\"?|'(?:\\.|[^'\\\n])*'?)|[ \t]*#[^\n]*",
    re.DOTALL,
)
_EVERYBODYS = {
    word.lower() for word in (*keyword.kwlist, *keyword.softkwlist, *dir(builtins), "numpy", "self", "array")
}


class Names:
    """How students are called in the report.

    Attributes:
        full: the full name of a student by id, where the gradebook has one; nothing where names are hidden.
    """

    def __init__(self, full: Mapping[str, str]) -> None:
        self.full = dict(full)

    def label(self, student: str) -> str:
        """Return what the student is called."""
        return student

    def hidden(self, text: str) -> str:
        """Return a text that may be shown."""
        return text

    def hidden_code(self, source: str) -> str:
        """Return code that may be shown."""
        return source


class Pseudonyms(Names):
    """Every student is "student" and a number, and no text shows another name of theirs.

    Hidden is every word of three letters or more that is part of a student's id, name or address, but not words that stand in
    the labs' own code or in Python's (`max`, `weight`): those point at nobody. Code is shown without comments and texts.
    """

    def __init__(self, students: list[str], full: Mapping[str, str], everybodys: Iterable[str]) -> None:
        super().__init__({})
        width = max(3, len(str(len(students))))
        self._label = {student: f"student {number:0{width}d}" for number, student in enumerate(students, start=1)}
        known = _EVERYBODYS | {word.lower() for text in everybodys for word in _WORD.findall(text)}
        self._of_word: dict[str, str] = {}
        self._whole: list[tuple[str, str]] = []
        for student, label in self._label.items():
            for word in _WORD.findall(f"{student} {full.get(student, '')}"):
                if len(word) >= _SHORTEST and not word.isdigit() and word.lower() not in known:
                    self._of_word.setdefault(word.lower(), label)
            # Ids of several words or of digits are looked for as a whole: single digits and letters stand everywhere.
            if len(student) >= _SHORTEST and (not student.isalnum() or student.isdigit()):
                self._whole.append((student, label))
        self._whole.sort(key=lambda each: -len(each[0]))

    def label(self, student: str) -> str:
        """Return the pseudonym."""
        return self._label[student]

    def hidden(self, text: str) -> str:
        """Return a text with every name of a student replaced by the pseudonym."""
        return self._replaced(text, " ")

    def hidden_code(self, source: str) -> str:
        """Return code without comments and texts, in which names are replaced by pseudonyms."""
        return self._replaced(_TEXT_OR_COMMENT.sub(lambda match: '"..."' if match["text"] else "", source), "_")

    def _replaced(self, text: str, space: str) -> str:
        for student, label in self._whole:
            if student in text:
                text = text.replace(student, label.replace(" ", space))
        return _WORD.sub(lambda match: self._of_word.get(match[0].lower(), match[0]).replace(" ", space), text)


def full_names(course: Course, students: Iterable[str]) -> dict[str, str]:
    """Return the full names that the gradebook has, by the students' ids; nothing where there is no gradebook."""
    if not (course.class_folder / "gradebook.db").is_file():
        return {}
    from sqlalchemy import text  # noqa: PLC0415 - comes with nbgrader, slow to import
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415

    try:
        with course.gradebook() as gradebook:
            rows = gradebook.db.execute(text("SELECT id, first_name, last_name FROM student")).fetchall()
    except SQLAlchemyError:
        return {}  # a name is a courtesy; the report doesn't depend on the gradebook
    known = {row[0]: " ".join(str(part) for part in row[1:] if part) for row in rows}
    found = ((student, known.get(Submission(student, "", Path()).gradebook_id, "")) for student in students)
    return {student: name for student, name in found if name}


def in_order_of_pseudonyms(students: Iterable[str], path: Path) -> list[str]:
    """Return all students ever given a pseudonym, in the order of their numbers; newcomers are added at the end, shuffled.

    The order is kept in a file of the class, so that a student keeps the number from one report to the next.

    Raises:
        CourseError: the file isn't such a list.
    """
    known = _read(path) if path.is_file() else []
    new = sorted(set(students) - set(known))
    random.SystemRandom().shuffle(new)
    if new:
        write_whole(json.dumps([*known, *new], indent=0).encode(), path)
    return [*known, *new]


def _read(path: Path) -> list[str]:
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        known = None
    if not isinstance(known, list) or not all(isinstance(student, str) for student in known):
        msg = f"pseudonyms: expected a list of students in {path}, found something else. Remove it: everybody gets a new number."
        raise CourseError(msg)
    return known
