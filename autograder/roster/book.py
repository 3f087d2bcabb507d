"""The roster in nbgrader's gradebook, and beside it what the gradebook has no column for (class/roster.json)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.bookkeeping import database_trouble, only_run
from autograder.course import Course, CourseError
from autograder.notebook_files import write_whole
from autograder.roster.student import Student
from autograder.submissions import school_id

_NAMED = ("first_name", "last_name", "email", "lms_user_id")


@dataclass(frozen=True)
class Change:
    """What an import does to one student; `before` is None for a new one."""

    student: Student
    before: Student | None


def read_roster(course: Course) -> list[Student]:
    """Return the roster in order of name: who was imported, and who has a name, address or LMS number in the gradebook.

    Students that are in the gradebook only because a folder of theirs was graded are not in the roster.

    Raises:
        CourseError: the gradebook or class/roster.json can't be read.
    """
    beside = _read_beside(course)
    if not _has_gradebook(course):
        return []
    found = []
    for folder, names in _in_gradebook(course).items():
        if folder in beside or any(names.values()):
            school = {key: str(value) for key, value in beside.get(folder, {}).items()}
            found.append(Student(school.pop("id", school_id(folder)), **names, school=school))
    return sorted(found, key=lambda s: (s.last_name.casefold(), s.first_name.casefold(), s.id))


def changes(course: Course, students: Iterable[Student]) -> list[Change]:
    """Return what an import of these students would do; an empty cell takes nothing away."""
    known = {student.folder: student for student in read_roster(course)}
    return [Change(_merged(student, known.get(student.folder)), known.get(student.folder)) for student in students]


def enter(course: Course, planned: Iterable[Change]) -> None:
    """Enter students in the gradebook, in one transaction; nobody is removed.

    Raises:
        CourseError: a run is grading the class, or the gradebook can't be written; nothing is entered then.
    """
    planned = list(planned)
    with only_run(course):
        beside = _read_beside(course)
        for change in planned:
            beside[change.student.folder] = {"id": change.student.id, **change.student.school}
        content = json.dumps({"students": beside}, ensure_ascii=False, indent=1, sort_keys=True).encode()
        try:
            with course.gradebook() as gradebook:
                _write(gradebook.db, [change.student for change in planned])
        except Exception as error:
            reason = database_trouble(error)
            if reason is None:
                raise
            raise CourseError(reason) from error
        write_whole(content, _beside(course))


def _write(db: Any, students: list[Student]) -> None:
    from nbgrader.api import Student as Row  # noqa: PLC0415 - takes 2 s to import

    try:
        rows = {row.id: row for row in db.query(Row)}
        for student in students:
            row = rows.get(student.folder)
            if row is None:
                row = Row(id=student.folder)
                db.add(row)
            for name in _NAMED:
                setattr(row, name, getattr(student, name) or None)
        db.commit()
    except BaseException:
        db.rollback()
        raise


def _merged(student: Student, before: Student | None) -> Student:
    if before is None:
        return student
    names = {name: getattr(student, name) or getattr(before, name) for name in _NAMED}
    return Student(student.id, **names, school={**before.school, **student.school})


def _in_gradebook(course: Course) -> dict[str, dict[str, str]]:
    from nbgrader.api import Student as Row  # noqa: PLC0415 - takes 2 s to import

    try:
        with course.gradebook() as gradebook:
            rows = gradebook.db.query(Row.id, *(getattr(Row, name) for name in _NAMED)).all()
    except Exception as error:
        reason = database_trouble(error)
        if reason is None:
            raise
        raise CourseError(reason) from error
    return {folder: {name: each or "" for name, each in zip(_NAMED, names, strict=True)} for folder, *names in rows}


def _has_gradebook(course: Course) -> bool:
    url = str(course.config.CourseDirectory.db_url)
    return not url.startswith("sqlite:///") or Path(url.removeprefix("sqlite:///")).exists()


def _beside(course: Course) -> Path:
    return course.class_folder / "roster.json"


def _read_beside(course: Course) -> dict[str, dict[str, str]]:
    try:
        students = json.loads(_beside(course).read_text(encoding="utf-8"))["students"]
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError) as error:
        msg = "class/roster.json: expected what `autograder roster import` writes, found something else. Move it away, then import again."
        raise CourseError(msg) from error
    if not isinstance(students, dict) or not all(isinstance(each, dict) for each in students.values()):
        msg = "class/roster.json: expected students by folder, found something else. Move it away, then import again."
        raise CourseError(msg)
    return students
