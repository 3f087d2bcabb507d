"""Nbgrader's exporter plug-ins: `nbgrader export --exporter autograder.export.CanvasExport`, or `autograder export`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nbgrader.plugins.export import ExportPlugin
from traitlets import Bool, Unicode

from autograder.course import CONFIG, Course, CourseError, find_course
from autograder.export.cells import as_csv, number_cell, text_cell
from autograder.export.grades import Grade, Grades, read_grades
from autograder.notebook_files import write_whole
from autograder.roster import Student


class _Export(ExportPlugin):
    """What the exporters share: the grades are read, turned to bytes, and written whole."""

    suffix = "csv"

    def export(self, gradebook: Any) -> None:
        """Write the grades of nbgrader's gradebook to `to`: nbgrader calls this."""
        try:
            self.write(self.grades(gradebook))
        except CourseError as error:
            if not hasattr(self.parent, "fail"):
                raise
            self.parent.fail(str(error))  # nbgrader's own way to say so in one line

    def write(self, grades: Grades) -> None:
        """Write grades to `to`; raises CourseError where that is a folder."""
        path = Path(self.to or f"grades.{self.suffix}")
        if path.is_dir():
            msg = f"export: expected the name of a file to write, found the folder {path}. Name a file in it."
            raise CourseError(msg)
        write_whole(self.content(grades), path)

    def grades(self, gradebook: Any) -> Grades:
        """Return the grades that are to be exported; raises CourseError for a student or lab that isn't in the gradebook."""
        root = Path(str(self.config.CourseDirectory.get("root") or "."))
        course = Course(root) if (root / CONFIG).is_file() else find_course(root)
        students, labs = [str(each) for each in self.student], [str(each) for each in self.assignment]
        grades = read_grades(course, gradebook, students, labs)
        there = (
            {lab.name for lab in grades.labs} | {s.id for s in grades.students} | {s.folder for s in grades.students}
        )
        strange = sorted({*students, *labs} - there)
        if strange:
            msg = f"export: expected students and labs of the gradebook, found {', '.join(strange)}. Check --student and --assignment."
            raise CourseError(msg)
        return grades

    def content(self, grades: Grades) -> bytes:
        """Return the file's content."""
        raise NotImplementedError

    def exported(self, grades: Grades) -> list[Student]:
        """Return the students of the file: the roster's; where there is no roster, everybody's."""
        return [each for each in grades.students if not grades.in_roster or each.folder in grades.in_roster]


class CsvExport(_Export):
    """The columns of nbgrader's own CSV exporter (nbgrader.plugins.CsvExportPlugin), a row for each lab and student.

    What is not there is empty, where nbgrader's writes 0, and names are quoted where they need it.
    """

    columns = (
        "assignment",
        "duedate",
        "timestamp",
        "student_id",
        "last_name",
        "first_name",
        "email",
        "raw_score",
        "late_submission_penalty",
        "score",
        "max_score",
    )

    def content(self, grades: Grades) -> bytes:
        """Return nbgrader's table."""
        rows = [list(self.columns)]
        for lab in grades.labs:
            for student in grades.students:
                grade = grades.cells[student.folder, lab.name]
                who = (student.folder, student.last_name, student.first_name, student.email)
                scores = (grade.raw_score, grade.penalty, grade.score, lab.max_score)
                times = ["" if time is None else str(time) for time in (lab.duedate, grade.timestamp)]
                numbers = ["" if score is None else str(float(score)) for score in scores]
                rows.append([lab.name, *times, *map(text_cell, who), *numbers])
        return as_csv(rows)


class CanvasExport(_Export):
    """What Canvas's gradebook takes under Import: Student, ID, SIS User ID, SIS Login ID, Section, a column for each lab.

    Source: Canvas Instructor Guide, "How do I import grades in the Gradebook?", and the importer itself (canvas-lms,
    lib/gradebook_importer.rb): it wants "Student" and "ID" first, "SIS User ID" and "SIS Login ID" next, then "Section"; a row
    with "Points Possible" in its first cell gives the points. It finds a student by ID, then SIS User ID, then SIS Login ID,
    then name. An empty cell is no score. A lab is found by its column's name, else Canvas offers to make an assignment.
    """

    def content(self, grades: Grades) -> bytes:
        """Return Canvas's table."""
        rows = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *(lab.name for lab in grades.labs)]]
        rows.append(["    Points Possible", "", "", "", "", *(number_cell(lab.max_score) for lab in grades.labs)])
        for student in self.exported(grades):
            name = f"{student.last_name}, {student.first_name}".strip(", ") or student.id
            user, login = student.school.get("sis_user_id", ""), student.school.get("sis_login_id", "")
            if not (student.lms_user_id or user or login):
                login = student.id
            who = (name, student.lms_user_id, user, login, student.school.get("section", ""))
            scores = (grades.cells[student.folder, lab.name].score for lab in grades.labs)
            rows.append([*map(text_cell, who), *map(number_cell, scores)])
        return as_csv(rows)


class MoodleExport(_Export):
    """What Moodle's gradebook takes under Import, CSV file: names, ID number, Email address, a column for each lab.

    Source: docs.moodle.org, "Grade import", and the importer itself (moodle, grade/import/csv/classes/load_data.php). Map
    from "ID number" to "useridnumber", or from "Email address" to "useremail", and each lab to its grade item.

    Two of its ways are answered here. A new grade item gets 0 for an empty cell, so what isn't there is "-", which Moodle
    itself exports and reads as no grade. A row whose identifying cell is empty is given to the student of the row before, so
    a column that isn't filled for everybody is left out.
    """

    no_grade = Unicode("-", help="What stands for no grade; Moodle takes an empty cell for 0 in a new grade item.").tag(
        config=True
    )
    username = Bool(False, help="Whether the ids of the roster are Moodle's usernames: the column is called so.").tag(
        config=True
    )

    def content(self, grades: Grades) -> bytes:
        """Return Moodle's table."""
        students = self.exported(grades)
        who = {
            "First name": [each.first_name for each in students],
            "Last name": [each.last_name for each in students],
            "Username" if self.username else "ID number": [
                each.id if self.username else each.school.get("id_number", each.id) for each in students
            ],
        }
        emails = [each.email for each in students]
        if all(emails) and len(set(emails)) == len(emails):
            who["Email address"] = emails
        rows = [[*who, *(lab.name for lab in grades.labs)]]
        for place, student in enumerate(students):
            scores = [number_cell(grades.cells[student.folder, lab.name].score) for lab in grades.labs]
            rows.append([*(text_cell(column[place]) for column in who.values()), *(s or self.no_grade for s in scores)])
        return as_csv(rows)


class JsonExport(_Export):
    """Everything, with the reason for whatever is missing.

    The schema: `{"schema": "gradient-descent-grades/1", "labs": [{"name", "max_score", "duedate"}], "students": [{"id",
    "folder", "first_name", "last_name", "email", "lms_user_id", "in_roster", "grades": [{"lab", "status", "raw_score",
    "late_submission_penalty", "score", "extra_credit", "max_score", "timestamp", "reason"}]}]}`. `status` is one of graded,
    awaiting_manual_grade, not_graded, unreadable, missing; scores are null in the last three; times are ISO 8601 in UTC.
    """

    suffix = "json"

    def content(self, grades: Grades) -> bytes:
        """Return the grades as JSON."""
        labs = [{"name": lab.name, "max_score": lab.max_score, "duedate": _time(lab.duedate)} for lab in grades.labs]
        students = [self._student(student, grades) for student in grades.students]
        data = {"schema": "gradient-descent-grades/1", "labs": labs, "students": students}
        return (json.dumps(data, ensure_ascii=True, indent=1) + "\n").encode()

    @staticmethod
    def _student(student: Student, grades: Grades) -> dict[str, Any]:
        named = ("id", "folder", "first_name", "last_name", "email", "lms_user_id")
        cells = [(lab, grades.cells[student.folder, lab.name]) for lab in grades.labs]
        return {
            **{name: getattr(student, name) for name in named},
            "in_roster": student.folder in grades.in_roster,
            "grades": [{"lab": lab.name, **_as_json(grade), "max_score": lab.max_score} for lab, grade in cells],
        }


def _as_json(grade: Grade) -> dict[str, Any]:
    return {
        "status": grade.status,
        "raw_score": grade.raw_score,
        "late_submission_penalty": grade.penalty,
        "score": grade.score,
        "extra_credit": grade.extra_credit,
        "timestamp": _time(grade.timestamp),
        "reason": grade.reason or None,
    }


def _time(time: Any) -> str | None:
    return None if time is None else f"{time.isoformat()}Z"
