"""A student of the roster."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.submissions import gradebook_id

_LONGEST = 128  # characters; nbgrader's columns hold no more
_LONGEST_FOLDER = 200  # bytes; a file system takes 255, and a name grows when a file is written by rename
_SHORTENED = re.compile(r"\d([.,]\d+)?[eE]\+?\d+")  # what a spreadsheet makes of a long number
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])  # would turn the rest of a line round


@dataclass(frozen=True)
class Student:
    """A student as the school knows them.

    Attributes:
        id: the school's id, with its leading zeros and odd characters.
        first_name: may be empty, as may all that follow.
        last_name: the family name.
        email: the address.
        lms_user_id: the number that Canvas gives a user.
        school: what else the school's file says that exports need again: sis_user_id, sis_login_id, section, id_number.
    """

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""
    school: Mapping[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """The name of the student's folder in class/submitted, and the id in nbgrader's gradebook."""
        return gradebook_id(self.id)

    @property
    def name(self) -> str:
        """First and last name, or the id where there is none."""
        return f"{self.first_name} {self.last_name}".strip() or self.id


def plain_id(text: str) -> str:
    """Return an id without what can't be seen: spaces around it, marks of direction; accents in one form."""
    visible = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return visible.strip()


def plain_text(text: str) -> str:
    """Return a name or an address in one line."""
    seen = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text.translate(_BIDI))
    return " ".join(unicodedata.normalize("NFC", seen).split())


def why_not(student: Student) -> str | None:
    """Say what nbgrader can't take of a student, None where all is well."""
    if not student.id:
        return "expected an id, found none. Fill it in, or take the row out."
    if any(unicodedata.category(c) in {"Cc", "Zl", "Zp"} for c in student.id):
        return f"id: expected one line, found {student.id[:40]!r}. Take the line break or control character out."
    if _SHORTENED.fullmatch(student.id):
        return (
            f"id: expected all its digits, found {student.id}, shortened by a spreadsheet. Format the column as text."
        )
    if len(student.folder) > _LONGEST or len(student.folder.encode()) > _LONGEST_FOLDER:
        return (
            f"id: expected at most {_LONGEST} characters, found {len(student.id)} ({student.id[:20]}...). Shorten it."
        )
    for what in ("first_name", "last_name", "email", "lms_user_id"):
        found = getattr(student, what)
        if len(found) > _LONGEST:
            named = what.replace("_", " ")
            return (
                f"{named}: expected at most {_LONGEST} characters, found {len(found)}. Is a quotation mark left open?"
            )
    return None
