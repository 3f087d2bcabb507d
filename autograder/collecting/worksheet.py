"""Moodle's grading worksheet: who the participants of an assignment are, and when each handed in."""

from __future__ import annotations

import contextlib
import csv
import io
import re
from dataclasses import dataclass
from datetime import datetime

from autograder.course import CourseError

# Moodle's strftimedatetime and its kin, in English: "Monday, 5 February 2024, 10:15 AM".
_FORMS = ("%A, %d %B %Y, %I:%M %p", "%A, %d %B %Y, %H:%M", "%d %B %Y, %I:%M %p", "%d %B %Y, %H:%M", "%Y-%m-%d %H:%M:%S")
_NUMBER = re.compile(r"\D*(\d+)")


@dataclass(frozen=True)
class Participant:
    """A participant; `time` is when the submission was last changed, None where the worksheet doesn't say it in English."""

    name: str
    id_number: str
    email: str
    time: datetime | None


def read_worksheet(content: bytes) -> dict[str, Participant]:
    """Return the participants by number.

    The columns are those of Moodle's "Download grading worksheet" (docs.moodle.org, "Offline grading worksheet"): Identifier,
    Full name, ID number, Email address, Last modified (submission). Times are taken to be of this machine's time zone.

    Raises:
        CourseError: it is no such worksheet.
    """
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig", "replace"), newline=""))
    if "Identifier" not in (rows.fieldnames or ()):
        found = ", ".join((rows.fieldnames or ["nothing"])[:6])[:200]
        msg = f"worksheet: expected Moodle's columns Identifier, Full name, ..., found {found}. Download it in English."
        raise CourseError(msg)
    participants = {}
    try:
        for row in rows:
            match = _NUMBER.fullmatch(row["Identifier"] or "")
            if match:
                name, number, email = (
                    (row.get(column) or "").strip() for column in ("Full name", "ID number", "Email address")
                )
                time = _time(row.get("Last modified (submission)") or "")
                participants[match[1]] = Participant(name, number, email, time)
    except csv.Error as error:
        msg = f"worksheet: expected a CSV file, found one that can't be read ({error}). Download it again."
        raise CourseError(msg) from error
    return participants


def _time(text: str) -> datetime | None:
    for form in _FORMS:
        with contextlib.suppress(ValueError, OverflowError):
            return datetime.strptime(" ".join(text.split()), form).astimezone()
    return None
