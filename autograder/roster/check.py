"""Whose work is there: folders of nobody in the roster, and students of the roster without a submission."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.roster.student import Student
from autograder.submissions import Submission, gradebook_id


@dataclass(frozen=True)
class Gaps:
    """What roster and folders disagree on.

    Attributes:
        unknown: folders whose student is not in the roster, in order of name.
        missing: by lab, the students who have handed nothing in, in the roster's order.
    """

    unknown: tuple[str, ...]
    missing: dict[str, tuple[Student, ...]]


def gaps(roster: Iterable[Student], submissions: Iterable[Submission], labs: list[str]) -> Gaps:
    """Compare the roster with the submissions found."""
    roster, submissions = list(roster), list(submissions)
    known = {student.folder for student in roster}
    unknown = sorted({each.student for each in submissions if each.gradebook_id not in known})
    there = {(each.gradebook_id, each.lab) for each in submissions if not each.is_missing}
    return Gaps(
        tuple(unknown),
        {lab: tuple(student for student in roster if (student.folder, lab) not in there) for lab in labs},
    )


def without_folder(
    roster: Iterable[Student], submissions: Iterable[Submission], folder: Path, labs: list[str]
) -> list[Submission]:
    """Return a missing submission for every student of the roster who has no folder, for grading to list."""
    there = {gradebook_id(each.student) for each in submissions}
    absent = [student.folder for student in roster if student.folder not in there]
    return [Submission(name, lab, folder / name / lab / f"{lab}.ipynb") for lab in labs for name in absent]
