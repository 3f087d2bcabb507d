"""Exports: as the school's system reads them, no score for what is not there, nothing that a spreadsheet would run."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys

import pytest
from nbgrader.plugins import CsvExportPlugin

from autograder.build import register
from autograder.export import FORMATS, CanvasExport, JsonExport, MoodleExport
from autograder.export.cells import as_csv, number_cell, text_cell
from autograder.roster import Student, enter
from autograder.roster.book import changes
from tests.autograder.class_desk import autograder_in
from tests.conftest import course_of

LABS = ("01_single_weight", "02_multiple_inputs")
EVIL = "=cmd|' /C calc'!A0"
ROSTER = (
    Student(
        "007", "Ada", "Lovelace", "ada@x.org", "101", {"sis_user_id": "u1", "sis_login_id": "007", "section": "A, B"}
    ),
    Student("a/b", EVIL, "O'Neil", "s@x.org", "102"),
    Student("idle", 'Ida "I"', "Ünder;=1+1", "i@x.org"),
    Student("-5", "@SUM(A1)", "Minus", "m@x.org", "", {"sis_user_id": "+1"}),
)


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A gradebook of nbgrader's with two labs: full marks, a late one, one half graded, one not graded, one not handed in."""
    made = course_of(tmp_path_factory.mktemp("export") / "course", *LABS)
    for lab in LABS:
        register(made, lab, None)
    enter(made, changes(made, ROSTER))
    with made.gradebook() as gradebook:
        one, two = LABS
        gradebook.update_or_create_assignment(one, duedate="2026-01-01 12:00 UTC")
        gradebook.update_or_create_student("stranger")
        for student, scores in {"007": 1.0, "student-a=2Fb": 0.5, "-5": None}.items():
            entry = gradebook.add_submission(one, student, timestamp="2026-01-01 11:00 UTC")
            (notebook,) = entry.notebooks
            for grade in notebook.grades:
                grade.auto_score = None if scores is None else grade.max_score * scores
                grade.needs_manual_grade = scores is None
        gradebook.find_submission(one, "student-a=2Fb").notebooks[0].late_submission_penalty = 1.25
        gradebook.find_grade("train_check", one, one, "007").extra_credit = 2.5
        waiting = gradebook.add_submission(two, "007").notebooks[0].grades[0]
        waiting.auto_score, waiting.needs_manual_grade = 1.0, False
        stranger = gradebook.add_submission(one, "stranger").notebooks[0].grades[0]
        stranger.auto_score = 0.0
        gradebook.db.commit()
    lines = [
        {"student": "-5", "lab": LABS[1], "status": "unreadable", "questions": [{"message": "expected a notebook."}]},
        {"student": "a/b", "lab": LABS[0], "status": "unreadable", "questions": [{"message": "cut off."}]},
    ]
    (made.class_folder / "results.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines) + "oh\n")
    return made


def exported(course, kind, tmp_path, **options):
    exporter = FORMATS[kind](config=course.config)
    exporter.to = str(tmp_path / "deep" / "out")
    for name, value in options.items():
        setattr(exporter, name, value)
    with course.gradebook() as gradebook:
        exporter.export(gradebook)
    return (tmp_path / "deep" / "out").read_bytes()


def table(content):
    header, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    return [dict(zip(header, row, strict=True)) for row in rows]


# ---- as the systems read them


def read_by_canvas(content, people):
    """Read a file by the rules of Canvas's importer: columns by place, students by number, SIS ids, then name; {(student, lab): score}."""
    header, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    assert "Student" in header[0]
    assert "ID" in header[1]
    assert re.search(r"SIS\s+User\s+ID", header[2])
    assert re.search(r"SIS\s+Login\s+ID", header[3])
    assert "Section" in header[4]
    labs, points, scores = header[5:], {}, {}
    for row in rows:
        if "Points Possible" in row[0]:
            points = dict(zip(labs, map(float, row[5:]), strict=True))
            continue
        found = [p for p in people if row[1] and p.lms_user_id == row[1]]
        found = found or [p for p in people if row[2] and p.school.get("sis_user_id") == row[2]]
        found = found or [p for p in people if row[3] and p.school.get("sis_login_id", p.id) == row[3]]
        found = found or [p for p in people if f"{p.last_name}, {p.first_name}" == row[0]]
        for lab, cell in zip(labs, row[5:], strict=True):
            scores[found[0].id if found else row[0], lab] = float(cell) if cell.strip() not in {"", "-"} else None
    return points, scores


def read_by_moodle(content, column):
    """Read a file by the rules of Moodle's importer, for new grade items: an empty cell is 0, "-" is none, no user is the one before."""
    header, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    labs = [place for place, name in enumerate(header) if name in LABS]
    user, scores = None, {}
    for row in rows:
        user = row[header.index(column)] or user
        for place in labs:
            scores[user, header[place]] = None if row[place].strip() == "-" else float(row[place] or 0)
    return scores


SCORES = {
    ("007", LABS[0]): 12.5,
    ("007", LABS[1]): 1.0,
    ("a/b", LABS[0]): 3.75,
    ("a/b", LABS[1]): None,
    ("idle", LABS[0]): None,
    ("idle", LABS[1]): None,
}


def test_canvas_reads_every_score_to_the_right_student_and_none_where_there_is_none(graded, tmp_path):
    points, scores = read_by_canvas(exported(graded, "canvas", tmp_path), ROSTER)
    assert points == {LABS[0]: 10.0, LABS[1]: 12.0}
    assert {key: scores[key] for key in SCORES} == SCORES
    assert {student for student, _ in scores} >= {"007", "a/b", "idle"}
    assert len(scores) == 2 * len(ROSTER)


@pytest.mark.parametrize(("column", "attribute"), [("ID number", "id"), ("Email address", "email")])
def test_moodle_reads_every_score_to_the_right_student_and_never_a_0_for_none(column, attribute, graded, tmp_path):
    scores = read_by_moodle(exported(graded, "moodle", tmp_path), column)
    who = {student.id: getattr(student, attribute) for student in ROSTER}
    assert {key: scores[who[key[0]], key[1]] for key in SCORES} == SCORES
    assert len(scores) == 2 * len(ROSTER)


def test_a_moodle_column_that_is_not_filled_for_everybody_is_left_out(graded, tmp_path):
    shutil.copytree(graded.root, tmp_path / "course")
    course = type(graded)(tmp_path / "course")
    enter(course, changes(course, [Student("new", "No", "Address")]))
    header = exported(course, "moodle", tmp_path).decode().splitlines()[0]
    assert header == f"First name,Last name,ID number,{','.join(LABS)}"
    assert "Username" in exported(course, "moodle", tmp_path, username=True).decode().splitlines()[0]


def test_who_is_not_in_the_roster_is_named_and_left_out_of_what_a_school_imports(graded):
    for kind in ("canvas", "moodle"):
        status, out, _ = autograder_in(graded, "export", "--format", kind)
        assert status == 0
        assert "left out, not in the roster: stranger" in out
        assert "stranger" not in (graded.class_folder / f"grades-{kind}.csv").read_text(encoding="utf-8")
    status, out, _ = autograder_in(graded, "export", LABS[1])
    assert "1 scores still wait for a grade by hand" in out
    assert "5 students, 1 scores, 4 without one" in out


def test_csv_says_what_nbgraders_own_does_but_for_zeros_that_nobody_got(graded, tmp_path):
    theirs = CsvExportPlugin(config=graded.config)
    theirs.to = str(tmp_path / "theirs.csv")
    with graded.gradebook() as gradebook:
        theirs.export(gradebook)
    lines = (tmp_path / "theirs.csv").read_text(encoding="utf-8").splitlines()
    ours = table(exported(graded, "csv", tmp_path))
    assert lines[0] == ",".join(ours[0])
    assert len(lines) == len(ours) + 1
    plain = {tuple(line.split(",")) for line in lines[1:] if "=" not in line and "," in line}
    for row in ours:
        if row["student_id"] in {"007", "stranger"} and row["score"]:
            assert tuple(row.values()) in plain
    for row in ours:
        wanted = SCORES.get((row["student_id"].replace("student-a=2Fb", "a/b"), row["assignment"]), "other")
        if wanted is None:
            assert (row["score"], row["raw_score"], row["late_submission_penalty"]) == ("", "", "")


def test_json_gives_the_reason_for_whatever_is_missing(graded, tmp_path):
    data = json.loads(exported(graded, "json", tmp_path))
    assert data["schema"] == "gradient-descent-grades/1"
    assert data["labs"][0] == {"name": LABS[0], "max_score": 10.0, "duedate": "2026-01-01T12:00:00Z"}
    students = {student["id"]: student for student in data["students"]}
    assert {name: student["in_roster"] for name, student in students.items()} == {
        **dict.fromkeys((student.id for student in ROSTER), True),
        "stranger": False,
    }
    grades = {(name, grade["lab"]): grade for name, student in students.items() for grade in student["grades"]}
    assert grades["007", LABS[0]] == {
        "lab": LABS[0],
        "status": "graded",
        "raw_score": 12.5,
        "late_submission_penalty": 0.0,
        "score": 12.5,
        "extra_credit": 2.5,
        "timestamp": "2026-01-01T11:00:00Z",
        "reason": None,
        "max_score": 10.0,
    }
    found = {key: (grade["status"], grade["score"], grade["reason"]) for key, grade in grades.items()}
    assert found["007", LABS[1]] == ("awaiting_manual_grade", 1.0, "6 questions wait for a grade by hand.")
    assert found["a/b", LABS[0]][:2] == ("graded", 3.75)
    assert "The last hand-in could not be read (cut off.)" in found["a/b", LABS[0]][2]
    assert found["-5", LABS[0]] == ("not_graded", None, "handed in; no question has a score yet.")
    assert found["idle", LABS[0]] == ("missing", None, "nothing handed in.")
    assert found["-5", LABS[1]] == ("unreadable", None, "expected a notebook.")


def test_handed_in_and_not_graded_is_said(graded, tmp_path):
    shutil.copytree(graded.root, tmp_path / "course")
    course = type(graded)(tmp_path / "course")
    path = course.class_folder / "submitted" / "idle" / LABS[0] / f"{LABS[0]}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text("{}")
    data = json.loads(exported(course, "json", tmp_path, student=["idle"], assignment=[LABS[0]]))
    ((grade,),) = [student["grades"] for student in data["students"]]
    assert (grade["status"], grade["score"]) == ("not_graded", None)
    assert "not graded yet" in grade["reason"]


# ---- as nbgrader's plug-ins


@pytest.mark.notebook  # slow as those that run one
@pytest.mark.parametrize("name", ["CsvExport", "CanvasExport", "MoodleExport", "JsonExport"])
def test_nbgraders_own_command_writes_the_same_bytes(name, graded, tmp_path):
    kind = name.removesuffix("Export").lower()
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "nbgrader",
            "export",
            f"--exporter=autograder.export.{name}",
            "--to",
            str(tmp_path / "theirs"),
        ],
        cwd=graded.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "theirs").read_bytes() == exported(graded, kind, tmp_path)


@pytest.mark.notebook
def test_an_unknown_student_is_one_line_of_nbgraders(graded, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "export", "--exporter=autograder.export.CanvasExport", '--student=["who"]'],
        cwd=graded.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "expected students and labs of the gradebook, found who" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_to_write_to_is_one_line_and_status_2(graded):
    status, _, errors = autograder_in(graded, "export", "--to", graded.root)
    assert (status, errors.count("\n")) == (2, 1)
    assert "found the folder" in errors


# ---- cells that are only text

CELLS = {
    EVIL: "'" + EVIL,
    "+1": "'+1",
    "-5": "'-5",
    "@SUM(A1)": "'@SUM(A1)",
    "\t=1": "'=1",
    "\r\n=1": "'=1",
    "\0=1": "'=1",
    "\uff1d1": "'\uff1d1",
    "Smith;=1+1": "Smith;'=1+1",
    'Smith;"=1+1': "Smith;\"'=1+1",
    "Lovelace, =1": "Lovelace, '=1",
    "O'Neil-Smith": "O'Neil-Smith",
    "a=b@c": "a=b@c",
    "two\nlines": "two lines",
    "": "",
}


@pytest.mark.parametrize("text", CELLS, ids=repr)
def test_a_cell_that_a_spreadsheet_would_run_is_text(text):
    assert text_cell(text) == CELLS[text]
    assert next(csv.reader(io.StringIO(as_csv([[text_cell(text), "x"]]).decode(), newline=""))) == [CELLS[text], "x"]


def test_no_cell_of_any_export_begins_a_formula_in_any_country(graded, tmp_path):
    for kind in ("csv", "canvas", "moodle"):
        text = exported(graded, kind, tmp_path).decode()
        for separator in (",", ";", "\t"):
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
                assert [cell for cell in row if cell != "-" and cell.strip().startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize(
    ("number", "cell"), [(None, ""), (0.0, "0"), (8.0, "8"), (2.75, "2.75"), (1 / 3, "0.3333"), (1e-9, "0")]
)
def test_a_number_is_its_shortest_text_and_none_is_empty(number, cell):
    assert number_cell(number) == cell


def test_each_docstring_names_the_page_its_columns_are_from():
    assert "How do I import grades in the Gradebook" in CanvasExport.__doc__
    assert "Grade import" in MoodleExport.__doc__
    assert "gradient-descent-grades/1" in JsonExport.__doc__
