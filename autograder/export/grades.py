"""The class's grades as an export needs them: what is there, and why something isn't."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from autograder.course import Course
from autograder.roster import Student, read_roster
from autograder.submissions import gradebook_id, school_id

Status = Literal["graded", "awaiting_manual_grade", "not_graded", "unreadable", "missing"]


@dataclass(frozen=True)
class Lab:
    """An assignment of the gradebook; times are in UTC."""

    name: str
    max_score: float
    duedate: datetime | None


@dataclass(frozen=True)
class Grade:
    """What a student has for a lab; the scores are None, never 0, where nothing was graded.

    Attributes:
        status: awaiting_manual_grade where a question has no score yet: the score stands without it.
        raw_score: points with extra credit, before the penalty.
        penalty: what was taken off for lateness.
        score: raw_score less penalty, at least 0.
        extra_credit: points given by hand beyond the questions' own; part of raw_score.
        timestamp: when it was handed in, in UTC.
        reason: why there is no score, or what is to be known of it; empty where all is plain.
    """

    status: Status
    raw_score: float | None = None
    penalty: float | None = None
    score: float | None = None
    extra_credit: float | None = None
    timestamp: datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class Grades:
    """The whole table: `cells` has a grade for each (student's folder, lab's name)."""

    labs: tuple[Lab, ...]
    students: tuple[Student, ...]
    cells: Mapping[tuple[str, str], Grade]
    in_roster: frozenset[str]


@dataclass(frozen=True)
class _Total:
    raw: float
    penalty: float
    extra: float
    timestamp: datetime | None
    scored: int
    waiting: int


def read_grades(course: Course, gradebook: Any, students: Collection[str] = (), labs: Collection[str] = ()) -> Grades:
    """Return the grades of a gradebook, in order of name.

    Args:
        course: the course, whose roster, results and submissions say why a grade is missing.
        gradebook: nbgrader's, open.
        students: ids, the school's or the gradebook's, to leave all others out; all where it is empty.
        labs: names of labs, likewise.
    """
    from nbgrader.api import Assignment  # noqa: PLC0415 - takes 2 s to import
    from nbgrader.api import Student as Row  # noqa: PLC0415

    roster = {student.folder: student for student in read_roster(course)}
    rows = gradebook.db.query(Row.id, Row.first_name, Row.last_name, Row.email, Row.lms_user_id).all()
    everybody = [
        roster.get(folder) or Student(school_id(folder), first or "", last or "", email or "", user or "")
        for folder, first, last, email, user in rows
    ]
    everybody.sort(key=lambda each: (each.last_name.casefold(), each.first_name.casefold(), each.id))
    chosen = tuple(each for each in everybody if not students or {each.id, each.folder} & set(students))
    found = gradebook.db.query(Assignment.name, Assignment.max_score, Assignment.duedate).order_by(Assignment.name)
    wanted = tuple(Lab(*row) for row in found if not labs or row[0] in labs)
    totals, said = _totals(gradebook), _said(course)
    cells = {}
    for student in chosen:
        for lab in wanted:
            key = student.folder, lab.name
            there = course.class_folder / "submitted" / student.folder / lab.name / f"{lab.name}.ipynb"
            cells[key] = _grade(totals.get(key), said.get(key), there)
    return Grades(wanted, chosen, cells, frozenset(roster))


def _grade(total: _Total | None, said: tuple[str, str] | None, there: Path) -> Grade:
    status, message = said or ("", "")
    if total is not None and total.scored:
        reason = f"{total.waiting} questions wait for a grade by hand." if total.waiting else ""
        if status == "unreadable":
            reason = (
                f"The last hand-in could not be read ({message}); this is the score of the one before. {reason}".strip()
            )
        left = max(0.0, total.raw - total.penalty)
        named: Status = "awaiting_manual_grade" if total.waiting else "graded"
        return Grade(named, total.raw, total.penalty, left, total.extra, total.timestamp, reason)
    if status == "unreadable":
        return Grade("unreadable", reason=message)
    if total is not None:
        return Grade("not_graded", timestamp=total.timestamp, reason="handed in; no question has a score yet.")
    if there.exists():
        return Grade("not_graded", reason="handed in, not graded yet. Run `autograder grade`.")
    return Grade("missing", reason="nothing handed in.")


def _totals(gradebook: Any) -> dict[tuple[str, str], _Total]:
    """Return the sums of every submission, in two queries: one for each takes minutes in a class of thousands."""
    from nbgrader import api  # noqa: PLC0415 - takes 2 s to import
    from sqlalchemy import case, func  # noqa: PLC0415 - comes with nbgrader

    has_score = (api.Grade.auto_score.isnot(None)) | (api.Grade.manual_score.isnot(None))
    extra = case((has_score, func.coalesce(api.Grade.extra_credit, 0.0)), else_=0.0)
    sums = (
        gradebook.db.query(
            api.SubmittedAssignment.id,
            func.sum(api.Grade.score),
            func.sum(extra),
            func.sum(case((has_score, 1), else_=0)),
            func.sum(case((has_score, 0), else_=1)),
        )
        .join(api.SubmittedNotebook, api.SubmittedNotebook.assignment_id == api.SubmittedAssignment.id)
        .join(api.Grade, api.Grade.notebook_id == api.SubmittedNotebook.id)
        .group_by(api.SubmittedAssignment.id)
    )
    by_id = {row[0]: row[1:] for row in sums}
    penalty = func.coalesce(func.sum(api.SubmittedNotebook.late_submission_penalty), 0.0)
    heads = (
        gradebook.db.query(
            api.SubmittedAssignment.id,
            api.SubmittedAssignment.student_id,
            api.Assignment.name,
            api.SubmittedAssignment.timestamp,
            penalty,
        )
        .join(api.Assignment, api.Assignment.id == api.SubmittedAssignment.assignment_id)
        .outerjoin(api.SubmittedNotebook, api.SubmittedNotebook.assignment_id == api.SubmittedAssignment.id)
        .group_by(api.SubmittedAssignment.id)
    )
    totals = {}
    for entry, student, lab, timestamp, taken in heads:
        raw, more, scored, waiting = by_id.get(entry, (0.0, 0.0, 0, 0))
        totals[student, lab] = _Total(raw or 0.0, taken, more or 0.0, timestamp, scored or 0, waiting or 0)
    return totals


def _said(course: Course) -> dict[tuple[str, str], tuple[str, str]]:
    """Return what the last run of grading said of each submission: status, and the first question's message."""
    said = {}
    try:
        lines = (course.class_folder / "results.jsonl").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    for line in lines:
        try:
            record = json.loads(line)
            message = record["questions"][0]["message"] if record["questions"] else ""
            said[gradebook_id(record["student"]), record["lab"]] = record["status"], str(message)
        except (ValueError, KeyError, TypeError, IndexError):
            continue
    return said
