"""The roster: any school's list goes in whole or not at all, odd ids and names included, and nobody is lost from sight."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from autograder.course import CourseError
from autograder.engine import sandbox
from autograder.roster import Student, enter, read_roster, read_school_file
from autograder.roster.book import changes
from autograder.roster.check import gaps, without_folder
from autograder.submissions import Submission, find_submissions, gradebook_id, school_id
from tests.autograder.class_desk import autograder_in
from tests.conftest import answered, course_of, hand_in, solved_sources

LAB = "01_single_weight"

# ---- reading a school's file

NBGRADER = "id,first_name,last_name,email\n007,Ada,Lovelace,ada@x.org\nø2,Seán,O'Neil,s@x.org\n"
LISTS = {
    "nbgrader's own": NBGRADER,
    "with LMS numbers, in another order": "email,lms_user_id,last_name,id,first_name\nada@x.org,1,Lovelace,007,Ada\ns@x.org,2,O'Neil,ø2,Seán\n",
    "Canvas's gradebook": "Student,ID,SIS User ID,SIS Login ID,Section,Lab (1)\n,,,,,Manual Posting\n    Points Possible,,,,,8\n"
    '"Lovelace, Ada",1,u7,007,A,5\n"O\'Neil, Seán",2,u8,ø2,A and B,\n',
    "Canvas's without login ids": "Student,ID,SIS User ID,SIS Login ID,Section\n"
    '"Lovelace, Ada",1,007,,A\n"O\'Neil, Seán",2,ø2,,B\n',
    "Moodle's grades": '"First name","Last name","ID number",Institution,"Email address"\nAda,Lovelace,007,,ada@x.org\nSeán,O\'Neil,ø2,,s@x.org\n',
    "Moodle's with user names": "Username,First name,Surname,ID number\n007,Ada,Lovelace,n1\nø2,Seán,O'Neil,n2\n",
    "full names": "Student Number,Full name\n007,Ada Lovelace\nø2,Seán O'Neil\n",
    "a title above, and Excel's first line": "sep=,\nClass of 2026\n\nSTUDENT ID,First-Name,LAST NAME\n007,Ada,Lovelace\nø2,Seán,O'Neil\n",
    "blank lines and spaces": "id , first_name,last_name\n\n 007 , Ada ,  Lovelace\n,,\nø2,Seán,O'Neil\n\n",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("kind", LISTS)
def test_any_schools_list_says_the_same(kind, separator, encoding):
    text = LISTS[kind]
    if separator != ",":
        text = "\n".join(in_columns(line, separator) for line in text.split("\n"))
    file = read_school_file(text.encode(encoding))
    assert [(s.id, s.first_name, s.last_name) for s in file.students.values()] == [
        ("007", "Ada", "Lovelace"),
        ("ø2", "Seán", "O'Neil"),
    ]
    assert not file.refused
    assert file.separator == separator


def in_columns(line, separator):
    """Write a line of CSV with another separator; commas within quotation marks stay."""
    parts = line.split('"')
    return '"'.join(part if place % 2 else part.replace(",", separator) for place, part in enumerate(parts))


def test_what_exports_need_again_is_kept_of_a_canvas_list():
    ada = read_school_file(LISTS["Canvas's gradebook"].encode()).students[4]
    assert (ada.lms_user_id, ada.school) == ("1", {"sis_user_id": "u7", "sis_login_id": "007", "section": "A"})


def test_a_list_without_ids_goes_by_address():
    file = read_school_file(b"First name,Last name,Email address\nAda,Lovelace,ada@x.org\n")
    assert [(s.id, s.email) for s in file.students.values()] == [("ada@x.org", "ada@x.org")]


def test_an_unknown_heading_can_be_named():
    file = read_school_file(
        b"Matrikel,Vorname,Nachname\n007,Ada,Lovelace\n", {"id": "Matrikel", "first_name": "Vorname"}
    )
    assert file.students[2] == Student("007", "Ada")


REFUSED = {
    "no id": (",Ada,Lovelace", "expected an id, found none"),
    "a line break in the id": ('"00\n7",Ada,Lovelace', "expected one line"),
    "an id that a spreadsheet has shortened": ("1.23457E+11,Ada,Lovelace", "expected all its digits"),
    "an id without end": (f"{'9' * 129},Ada,Lovelace", "expected at most 128 characters, found 129"),
    "an id too long for a folder": (f"{'数' * 100},Ada,Lovelace", "expected at most 128 characters"),
    "an id too long once it is a folder": (f"{'/' * 100},Ada,Lovelace", "expected at most 128 characters"),
    "a name without end": (f"7,{'A' * 129},Lovelace", "first name: expected at most 128"),
    "a quotation mark left open": ('7,"Ada,Lovelace\n' + "8,Bo,Li\n" * 30, "Is a quotation mark left open?"),
    "a cell too many": ("7,Ada,Lovelace,Countess", "expected 3 cells, found 4"),
    "an id that is there": ("1,Ada,Lovelace", "expected one row, found it in row 2 too"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_row_that_cant_be_entered_has_a_reason_and_its_number(kind):
    row, reason = REFUSED[kind]
    file = read_school_file(f"id,first_name,last_name\n1,Bo,Li\n{row}\n".encode())
    assert list(file.refused) == [3]
    assert reason in file.refused[3]
    assert [s.id for s in file.students.values()] == ["1"]


def test_a_row_that_is_there_twice_is_one_student():
    file = read_school_file(b"id,first_name,last_name\n1,Bo,Li\n1,Bo,Li\n")
    assert (len(file.students), file.refused, file.passed_over) == (1, {}, {3: "the same as row 2"})


NO_LIST = {
    "a spreadsheet's own format": (b"PK\x03\x04rest", "found a spreadsheet's own format"),
    "no headings": (b"007,Ada,Lovelace\n", "expected headings such as id"),
    "nothing": (b"", "found 'nothing'"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "expected headings"),
    "names only": (b"first_name,last_name\nAda,Lovelace\n", "expected a column of ids"),
}


@pytest.mark.parametrize("kind", NO_LIST)
def test_what_is_no_list_is_one_line(kind):
    content, reason = NO_LIST[kind]
    with pytest.raises(CourseError, match=reason) as raised:
        read_school_file(content)
    assert "\n" not in str(raised.value)


# ---- ids that can't be folders

ODD = (
    "a b",
    "a/b",
    "../up",
    "[x]*",
    "=cmd|' /C calc'!A0",
    "007",
    "名前",
    "<b>x</b>",
    "a\\b",
    ".",
    "-1",
    "'; DROP TABLE student",
)


@settings(max_examples=300, deadline=None)
@example("~")
@given(st.text(min_size=1, max_size=60) | st.text("student-=0123456789ABCDEFab/ .%~", min_size=1, max_size=40))
def test_a_folders_name_is_made_of_any_id_once_and_leads_back_to_it(name):
    folder = gradebook_id(name)
    assert gradebook_id(folder) == folder
    assert "/" not in folder
    assert folder not in {".", ".."}
    if folder != name and "=" in folder:
        assert gradebook_id(school_id(folder)) == folder


def test_two_folders_of_one_student_are_not_graded_over_each_other(tmp_path):
    for name in ("a [b]", gradebook_id("a [b]")):
        (tmp_path / name / LAB).mkdir(parents=True)
    with pytest.raises(CourseError, match="expected one folder for a student"):
        find_submissions(tmp_path, [LAB])


# ---- into the gradebook


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A course whose gradebook is made, and empty."""
    made = course_of(tmp_path_factory.mktemp("roster") / "course", LAB)
    with made.gradebook():
        pass
    return made


@pytest.fixture
def own(empty, tmp_path):
    shutil.copytree(empty.root, tmp_path / "course")
    return type(empty)(tmp_path / "course")


def in_gradebook(course):
    with closing(sqlite3.connect(course.class_folder / "gradebook.db")) as db:
        return db.execute("SELECT id, first_name, last_name, email, lms_user_id FROM student ORDER BY id").fetchall()


def enter_all(course, *students):
    enter(course, changes(course, students))


def test_odd_ids_and_names_go_in_and_come_back_as_they_are(own):
    students = [Student(each, "<i>Ada</i>", "=1+1", "", str(place)) for place, each in enumerate(ODD)]
    enter_all(own, *students)
    assert sorted(read_roster(own), key=lambda s: int(s.lms_user_id)) == students
    assert {row[0] for row in in_gradebook(own)} == {gradebook_id(each) for each in ODD}
    with own.gradebook() as gradebook:
        assert gradebook.find_student(gradebook_id("a/b")).last_name == "=1+1"


def test_a_second_import_updates_names_and_takes_nobody_and_nothing_away(own):
    enter_all(own, Student("1", "Ada", "Byron", "a@x.org", school={"section": "A"}), Student("2", "Bo", "Li"))
    enter_all(own, Student("1", "Ada", "Lovelace", school={"sis_user_id": "u1"}), Student("3", "Cy", "Fox"))
    assert in_gradebook(own) == [
        ("1", "Ada", "Lovelace", "a@x.org", None),
        ("2", "Bo", "Li", None, None),
        ("3", "Cy", "Fox", None, None),
    ]
    (ada,) = [student for student in read_roster(own) if student.id == "1"]
    assert ada.school == {"section": "A", "sis_user_id": "u1"}


def test_one_bad_row_and_nothing_is_entered(own, tmp_path):
    enter_all(own, Student("1", "Ada"))
    before = in_gradebook(own), (own.class_folder / "roster.json").read_bytes()
    path = tmp_path / "students.csv"
    path.write_text("id,first_name,last_name\n1,New,Name\n2,Bo,Li\n,No,Id\n1.2E+9,Sho,Rt\n")
    status, out, errors = autograder_in(own, "roster", "import", path)
    assert status == 2
    assert "row 4: expected an id, found none" in out
    assert "row 5: id: expected all its digits" in out
    assert errors.startswith("autograder: roster: expected every row")
    assert errors.count("\n") == 1
    assert (in_gradebook(own), (own.class_folder / "roster.json").read_bytes()) == before


def test_a_dry_run_says_all_and_does_nothing(own, tmp_path):
    path = tmp_path / "students.csv"
    path.write_text("id,first_name,last_name\na/b,Ada,\x1b[31mRed\n2,Bo,Li\n")
    status, out, _ = autograder_in(own, "roster", "import", path, "--dry-run")
    assert status == 0
    assert "id a/b has the folder student-a=2Fb" in out
    assert "2 new, 0 changed" in out
    assert "\x1b" not in out
    assert in_gradebook(own) == []
    assert not (own.class_folder / "roster.json").exists()


def test_a_gradebook_that_cant_be_written_loses_nothing(own):
    enter_all(own, Student("1", "Ada"))
    before = (own.class_folder / "roster.json").read_bytes()
    planned = changes(own, [Student("2", "Bo")])
    with closing(sqlite3.connect(own.class_folder / "gradebook.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CourseError, match="gradebook: .*locked"):
            enter(own, planned)
        other.execute("ROLLBACK")
    assert [row[0] for row in in_gradebook(own)] == ["1"]
    assert (own.class_folder / "roster.json").read_bytes() == before


def test_students_that_nbgrader_has_imported_are_in_the_roster_and_graded_strangers_are_not(own):
    with own.gradebook() as gradebook:
        gradebook.update_or_create_student("theirs", first_name="Their", last_name="Own")
        gradebook.update_or_create_student("stranger")
    assert [student.id for student in read_roster(own)] == ["theirs"]


@pytest.mark.parametrize("content", ["{", "[]", '{"students": 1}', '{"students": {"1": 2}}'])
def test_a_damaged_roster_file_is_one_line(own, content):
    (own.class_folder / "roster.json").write_text(content)
    with pytest.raises(CourseError, match=r"class/roster\.json: expected"):
        read_roster(own)


# ---- roster and submissions


def test_folders_of_nobody_and_students_without_work_are_listed(tmp_path):
    roster = [Student("a/b"), Student("late"), Student("idle")]
    for name in (gradebook_id("a/b"), "stranger"):
        hand = tmp_path / name / LAB / f"{LAB}.ipynb"
        hand.parent.mkdir(parents=True)
        hand.write_text("{}")
    (tmp_path / "late").mkdir()
    found = find_submissions(tmp_path, [LAB])
    result = gaps(roster, found, [LAB])
    assert result.unknown == ("stranger",)
    assert result.missing == {LAB: (roster[1], roster[2])}
    assert without_folder(roster, found, tmp_path, [LAB]) == [
        Submission("idle", LAB, tmp_path / "idle" / LAB / f"{LAB}.ipynb")
    ]


@pytest.mark.notebook
@pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing()))
def test_grading_lists_who_has_not_handed_in_and_whose_folder_is_nobodys(own):
    enter_all(own, Student("a/b", "Ada"), Student("idle", "Ida"))
    for name in (gradebook_id("a/b"), "stranger"):
        hand_in(own.class_folder / "submitted", name, LAB, answered(own, LAB, solved_sources(own, LAB)))
    status, out, errors = autograder_in(own, "grade", LAB)
    assert status == 0, errors
    assert "2 of 3 graded" in out
    assert "Not handed in: 1; folders of nobody in the roster: 1" in out
    lines = [json.loads(line) for line in (own.class_folder / "results.jsonl").read_text().splitlines()]
    assert {line["student"]: line["status"] for line in lines} == {
        gradebook_id("a/b"): "graded",
        "stranger": "graded",
        "idle": "missing",
    }
    status, out, _ = autograder_in(own, "roster", "check", LAB)
    assert status == 0
    assert "not in the roster: stranger" in out
    assert f"not handed in: {LAB}: idle (Ida)" in out
    assert len(read_roster(own)) == 2
