"""Collecting: what Moodle and Canvas give lands with the right student, and nothing of it is lost, overwritten or obeyed."""

import io
import os
import shutil
import stat
import struct
import subprocess
import sys
import zipfile
from datetime import UTC, datetime

import nbformat
import pytest

from autograder.collecting import download
from autograder.collecting.claim import Claim, claim_of
from autograder.collecting.download import File, Refused, open_download
from autograder.collecting.people import People
from autograder.collecting.worksheet import read_worksheet
from autograder.course import CourseError
from autograder.notebook_files import UnreadableError
from autograder.roster import Student, enter
from autograder.roster.book import changes
from tests.autograder.class_desk import autograder_in
from tests.conftest import answered, course_of, solved_sources

LAB, OTHER = "01_single_weight", "02_multiple_inputs"
NAME = f"{LAB}.ipynb"

# ---- whose a file is, by its path

CLAIMS = {
    "Ann Lee_123456_assignsubmission_file_/lab.ipynb": Claim("moodle", "Ann Lee", "123456", "lab.ipynb"),
    "Ann Lee_123456_assignsubmission_file/deep/lab.ipynb": Claim("moodle", "Ann Lee", "123456", "lab.ipynb"),
    "Ann Lee_123456_assignsubmission_file_lab_2.ipynb": Claim("moodle", "Ann Lee", "123456", "lab_2.ipynb"),
    "course-7/O'Neil, Seán_9_assignsubmission_onlinetext/t.html": Claim("moodle", "O'Neil, Seán", "9", "t.html"),
    "leeann_1234_567890_lab-1.ipynb": Claim("canvas", "leeann", "1234", "lab-1.ipynb", 567890),
    "leeann_late_1234_567890_lab.ipynb": Claim("canvas", "leeann", "1234", "lab.ipynb", 567890, is_late=True),
    "leeann_LATE_1234_567890_01_single_weight-2.ipynb": Claim(
        "canvas", "leeann", "1234", "01_single_weight-2.ipynb", 567890, is_late=True
    ),
    "名前_1234_567890_lab.ipynb": Claim("canvas", "名前", "1234", "lab.ipynb", 567890),
    "leeann_1234_567890_work.zip/a/lab.ipynb": Claim("canvas", "leeann", "1234", "lab.ipynb", 567890),
    "anon_aB3x_567_lab.ipynb": Claim("canvas", "anon_aB3x", "", "lab.ipynb", 567),
    "LATE_anon_aB3x_567_lab.ipynb": Claim("canvas", "anon_aB3x", "", "lab.ipynb", 567, is_late=True),
    "s0042/01_single_weight/01_single_weight.ipynb": Claim("folder", "s0042", "", NAME),
    "s0042.ipynb": Claim("folder", "s0042", "", "s0042.ipynb"),
}


@pytest.mark.parametrize("path", CLAIMS)
def test_a_path_says_whose_it_is(path):
    assert claim_of(path) == CLAIMS[path]
    assert claim_of(path, CLAIMS[path].kind) == (CLAIMS[path] if CLAIMS[path].kind != "folder" else None)
    assert claim_of(path, "canvas" if CLAIMS[path].kind == "moodle" else "moodle") is None


# ---- who that is in the roster

ROSTER = (
    Student("s1", "Ada", "Lovelace", "ada@x.org", "101"),
    Student("a/b", "Seán", "O'Neil-Smith", "", "102"),
    Student("007", "Ann", "Lee", "ann@x.org"),
    Student("008", "Ann", "Lee", "lee@x.org"),
    Student("log1", "Bo", "Li", "", "", {"id_number": "55"}),
    Student("102", "Cy", "Fox"),
)
MATCHES = {
    "Ada Lovelace_9_assignsubmission_file/x.ipynb": "s1",
    "Lovelace Ada_9_assignsubmission_file/x.ipynb": "s1",
    "ADA  LOVELACE_9_assignsubmission_file/x.ipynb": "s1",
    "Seán O'Neil-Smith_9_assignsubmission_file/x.ipynb": "a/b",
    "Sean ONeil Smith_9_assignsubmission_file/x.ipynb": "a/b",
    "log1 Bo Li_9_assignsubmission_file/x.ipynb": "log1",
    "Zoe Ko_102_assignsubmission_file/x.ipynb": "nobody in the roster; tried the name 'Zoe Ko'",
    "Ann Lee_9_assignsubmission_file/x.ipynb": "2 in the roster (007, 008); tried the name 'Ann Lee'",
    "oneilsmithseán_102_5_x.ipynb": "a/b",
    "newname_101_5_x.ipynb": "s1",
    "lovelaceada_999_5_x.ipynb": "s1",
    "koz_999_5_x.ipynb": "nobody in the roster; tried Canvas's number 999, the name 'koz'",
    "anon_x_5_x.ipynb": "the names are hidden",
    "007/x.ipynb": "007",
    "ANN@x.org/x.ipynb": "007",
    "student-a=2Fb/x.ipynb": "a/b",
    "55/x.ipynb": "log1",
}


@pytest.mark.parametrize("path", MATCHES)
def test_a_claim_is_matched_by_id_or_by_name_or_says_what_was_tried(path):
    match = People(ROSTER).find(claim_of(path))
    if match.student is None:
        assert match.tried.startswith(MATCHES[path]) or MATCHES[path] in match.tried
    else:
        assert match.student.id == MATCHES[path]


def test_the_instructor_can_say_who_somebody_is():
    people = People(ROSTER, {"Ann Lee_9": "008", "Who_1": "nobody"})
    assert people.find(claim_of("Ann Lee_9_assignsubmission_file/x.ipynb")).student.id == "008"
    assert "--match" in people.find(claim_of("Who_1_assignsubmission_file/x.ipynb")).tried


WORKSHEET = (
    '\ufeffIdentifier,"Full name","ID number","Email address",Status,Grade,"Last modified (submission)"\r\n'
    'Participant 9,"Ann Lee",008,lee@x.org,Submitted,-,"Monday, 2 February 2026, 10:15 AM"\r\n'
    'Participant 10,"Ann Lee",,ann@x.org,Submitted,-,-\r\n'
)


def test_moodles_worksheet_tells_two_of_one_name_apart_and_when_they_handed_in():
    participants = read_worksheet(WORKSHEET.encode())
    people = People(ROSTER, participants=participants)
    for number, student in (("9", "008"), ("10", "007")):
        assert people.find(claim_of(f"Ann Lee_{number}_assignsubmission_file/x.ipynb")).student.id == student
    assert participants["9"].time == datetime(2026, 2, 2, 10, 15).astimezone()
    assert participants["10"].time is None


def test_what_is_no_worksheet_is_one_line():
    with pytest.raises(CourseError, match="expected Moodle's columns"):
        read_worksheet(b"a,b\n1,2\n")


# ---- the download, read as strangers' data


def zipped(*files, **options):
    """Return a zip of (name, content) pairs; a ZipInfo is a name too."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in files:
            if isinstance(name, zipfile.ZipInfo):
                name.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(name, content)
    return out.getvalue()


def link(name):
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def encrypted(content):
    """Mark a zip's only file as encrypted, in both its headers."""
    data = bytearray(content)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        data[at : at + 2] = struct.pack("<H", struct.unpack("<H", data[at : at + 2])[0] | 1)
    return bytes(data)


def broken(content):
    data = bytearray(content)
    at = data.index(b"x.ipynb") + len("x.ipynb")
    data[at] ^= 0xFF
    return bytes(data)


BOMB = b" " * 21_000_000
HOSTILE = {
    "up and out": (zipped(("../x.ipynb", b"{}")), "leads out of it"),
    "up and out below": (zipped(("a/../../x.ipynb", b"{}")), "leads out of it"),
    "up and out, as Windows has it": (zipped(("a\\..\\..\\x.ipynb", b"{}")), "leads out of it"),
    "an absolute path": (zipped(("/etc/x.ipynb", b"{}")), "leads out of it"),
    "a drive": (zipped(("C:/x.ipynb", b"{}")), "leads out of it"),
    "a link": (zipped((link("x.ipynb"), "/etc/passwd")), "found a link"),
    "encrypted": (encrypted(zipped(("x.ipynb", b"{}"))), "found an encrypted one"),
    "a bomb": (zipped(("x.ipynb", BOMB)), "expected at most 20 MB, found more when unpacked"),
    "a bomb in a zip": (zipped(("w.zip", zipped(("x.ipynb", BOMB)))), "expected at most 20 MB"),
    "damaged": (broken(zipped(("x.ipynb", b"{}" * 50))), "found a damaged one"),
    "a zip that is none": (zipped(("w.zip", b"PK")), "expected a zip, found a damaged one"),
    "encrypted, in a zip": (zipped(("w.zip", encrypted(zipped(("x.ipynb", b"{}"))))), "found an encrypted one"),
    "out of a zip in it": (zipped(("w.zip", zipped(("../../x.ipynb", b"{}")))), "leads out of it"),
    "zip in zip in zip": (
        zipped(("a.zip", zipped(("b.zip", zipped(("c.zip", zipped(("x.ipynb", b"{}")))))))),
        "one more zip in a zip in a zip",
    ),
    "another archive": (zipped(("w.rar", b"Rar!")), "found .rar"),
}


def read_all(source):
    found, refused = {}, []
    with open_download(source) as files:
        for file in files:
            if isinstance(file, Refused):
                refused.append(file)
                continue
            try:
                found[file.path] = file.read()
                assert file.read_later() == found[file.path]
            except UnreadableError as error:
                refused.append(Refused(file.path, str(error)))
    return found, refused


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_a_zip_should_not_have_is_refused_in_one_line_and_the_rest_is_read(kind, tmp_path):
    content, reason = HOSTILE[kind]
    path = tmp_path / "download.zip"
    path.write_bytes(content)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("good.ipynb", b"good")
    found, refused = read_all(path)
    assert found == {"good.ipynb": b"good"}
    assert len(refused) == 1
    assert reason in refused[0].reason
    assert "\n" not in refused[0].reason
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["download.zip"]


def test_a_zip_in_a_zip_gives_its_files_and_no_more_than_it_may(tmp_path, monkeypatch):
    path = tmp_path / "download.zip"
    path.write_bytes(zipped(("a/w.zip", zipped(("x.ipynb", b"1"), ("d/x.ipynb", b"2"))), ("b/x.ipynb", b"3")))
    assert read_all(path)[0] == {"a/w.zip/x.ipynb": b"1", "a/w.zip/d/x.ipynb": b"2", "b/x.ipynb": b"3"}
    monkeypatch.setattr(download, "_MOST_INNER_FILES", 1)
    found, refused = read_all(path)
    assert found == {"a/w.zip/x.ipynb": b"1", "b/x.ipynb": b"3"}
    assert [each.path for each in refused] == ["a/w.zip"]


def test_two_files_of_one_name_in_a_zip_are_both_read(tmp_path):
    path = tmp_path / "download.zip"
    with pytest.warns(UserWarning, match="Duplicate name"):
        inner = zipped(("x.ipynb", b"1"), ("x.ipynb", b"2"))
    path.write_bytes(zipped(("w.zip", inner)))
    with open_download(path) as files:
        assert [file.read_later() for file in files if isinstance(file, File)] == [b"1", b"2"]


def test_what_systems_add_is_left_out(tmp_path):
    path = tmp_path / "download.zip"
    names = ("__MACOSX/a/._x.ipynb", "a/._x.ipynb", "a/.DS_Store", "Thumbs.db", "a/.ipynb_checkpoints/x.ipynb")
    path.write_bytes(zipped(*((name, b"") for name in (*names, "a/x.ipynb"))))
    assert read_all(path) == ({"a/x.ipynb": b""}, [])


def test_links_in_a_folder_are_not_followed(tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "x.ipynb").write_text("{}")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "x.ipynb").symlink_to(tmp_path / "secret" / "x.ipynb")
    (folder / "home").symlink_to(tmp_path / "secret")
    os.mkfifo(folder / "pipe.ipynb")
    found, refused = read_all(folder)
    assert found == {}
    assert {each.path: "a link" in each.reason for each in refused} == {
        "x.ipynb": True,
        "home": True,
        "pipe.ipynb": False,
    }


def test_names_in_utf_8_are_read_where_the_zip_does_not_say_so(tmp_path):
    path = tmp_path / "download.zip"
    content = zipped(("Seán_1_assignsubmission_file/x.ipynb", b"{}"))
    data = bytearray(content)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        data[at : at + 2] = b"\0\0"
    path.write_bytes(data)
    assert list(read_all(path)[0]) == ["Seán_1_assignsubmission_file/x.ipynb"]


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.4"])
def test_a_download_that_is_none_is_one_line(tmp_path, content):
    path = tmp_path / "download.zip"
    path.write_bytes(content)
    with pytest.raises(CourseError, match="expected a folder or a zip"), open_download(path):
        pass


# ---- collected


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """A course of two labs with a roster."""
    made = course_of(tmp_path_factory.mktemp("collect") / "course", LAB, OTHER)
    enter(made, changes(made, ROSTER))
    return made


@pytest.fixture
def own(base, tmp_path):
    shutil.copytree(base.root, tmp_path / "course")
    return type(base)(tmp_path / "course")


@pytest.fixture(scope="module")
def notebook(base):
    """Return a notebook of a lab as bytes; `mark` tells one from another."""

    def make(mark="", lab=LAB):
        made = answered(base, lab, {**solved_sources(base, lab)})
        made.cells[0].source += mark
        return nbformat.writes(made).encode()

    return make


def submitted(course):
    home = course.class_folder / "submitted"
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def earlier(course):
    home = course.class_folder / "earlier"
    return {(path.parent.parent.name, path.read_bytes()) for path in home.rglob("*.ipynb")}


def collect(course, *files, options=(), lab=LAB):
    path = course.root / "download.zip"
    path.write_bytes(zipped(*files))
    status, out, errors = autograder_in(course, "collect", lab, path, *options)
    assert (status, errors) == (0, "")
    return out


def test_moodles_zip_lands_with_its_students(own, notebook):
    out = collect(
        own,
        ("Ada Lovelace_1_assignsubmission_file/Untitled (3).ipynb", notebook("ada")),
        ("Seán O'Neil-Smith_2_assignsubmission_file/w.zip", zipped(("deep/lab.ipynb", notebook("seán")))),
        ("Nobody Known_3_assignsubmission_file/01_single_weight.ipynb", notebook("who")),
        ("Cy Fox_4_assignsubmission_file/report.pdf", b"%PDF"),
        ("Bo Li_5_assignsubmission_file/01_single_weight.ipynb", notebook("", OTHER)),
        ("../Ada Lovelace_1_assignsubmission_file/01_single_weight.ipynb", notebook("evil")),
    )
    assert submitted(own) == {f"s1/{LAB}/{NAME}": notebook("ada"), f"student-a=2Fb/{LAB}/{NAME}": notebook("seán")}
    assert "Nobody Known_3: expected one student, found nobody in the roster; tried the name 'Nobody Known'" in out
    assert "Cy Fox_4: expected a notebook, found only report.pdf" in out
    assert f"expected lab {LAB}, found a notebook of lab {OTHER}" in out
    assert "leads out of it" in out
    assert "2 students (2 new); 4 files not collected." in out


def test_canvas_zip_takes_the_latest_upload_and_keeps_the_others(own, notebook):
    out = collect(
        own,
        ("lovelaceada_101_900_01_single_weight-2.ipynb", notebook("new")),
        ("lovelaceada_LATE_101_1000_01_single_weight-10.ipynb", notebook("newest")),
        ("lovelaceada_101_800_01_single_weight.ipynb", notebook("old")),
        ("oneilsmithseán_102_700_Untitled.ipynb", notebook("seán")),
        options=("--from", "canvas"),
    )
    assert submitted(own) == {f"s1/{LAB}/{NAME}": notebook("newest"), f"student-a=2Fb/{LAB}/{NAME}": notebook("seán")}
    assert earlier(own) == {("s1", notebook("new")), ("s1", notebook("old"))}
    assert "lovelaceada_101: late by Canvas" in out
    assert out.count("kept class/earlier/s1") == 2


def test_two_of_one_name_are_not_given_to_one_student(own, notebook):
    files = [(f"Cy Fox_{n}_assignsubmission_file/01_single_weight.ipynb", notebook(str(n))) for n in (1, 2)]
    out = collect(own, *files)
    assert submitted(own) == {}
    assert out.count("expected one person of this name, found Cy Fox_1, Cy Fox_2") == 2
    out = collect(own, *files, options=("--match", "Cy Fox_1=102", "--match", "Cy Fox_2=log1"))
    assert submitted(own) == {f"102/{LAB}/{NAME}": notebook("1"), f"log1/{LAB}/{NAME}": notebook("2")}


def test_collecting_again_changes_nothing_and_a_new_hand_in_keeps_the_old_one(own, notebook):
    name = "lovelaceada_101_5_lab.ipynb"
    collect(own, (name, notebook("first")))
    before = {path: path.stat().st_mtime_ns for path in own.class_folder.rglob("*.ipynb")}
    assert "1 the same" in collect(own, (name, notebook("first")))
    assert {path: path.stat().st_mtime_ns for path in own.class_folder.rglob("*.ipynb")} == before
    out = collect(own, ("lovelaceada_101_6_lab.ipynb", notebook("second")))
    assert "replaced an earlier one; kept class/earlier/s1" in out
    assert submitted(own) == {f"s1/{LAB}/{NAME}": notebook("second")}
    assert earlier(own) == {("s1", notebook("first"))}


def test_a_dry_run_says_all_and_writes_nothing(own, notebook):
    out = collect(own, ("lovelaceada_101_5_lab.ipynb", notebook()), options=("--dry-run",))
    assert "1 students (1 new)" in out
    assert not (own.class_folder / "submitted").exists()


def test_times_come_from_the_worksheet_and_an_older_download_replaces_nothing(own, notebook, tmp_path):
    sheet = tmp_path / "sheet.csv"
    stamp = f"008/{LAB}/timestamp.txt"
    name = "Ann Lee_9_assignsubmission_file/01_single_weight.ipynb"
    sheet.write_text(WORKSHEET)
    collect(own, (name, notebook("monday")), options=("--worksheet", sheet))
    monday = submitted(own)[stamp].decode()
    assert (
        datetime.strptime(monday.strip(), "%Y-%m-%d %H:%M:%S UTC").replace(tzinfo=UTC)
        == datetime(2026, 2, 2, 10, 15).astimezone()
    )
    sheet.write_text(WORKSHEET.replace("Monday, 2", "Sunday, 1"))
    out = collect(own, (name, notebook("sunday")), options=("--worksheet", sheet))
    assert "older than what is there" in out
    assert submitted(own)[f"008/{LAB}/{NAME}"] == notebook("monday")
    assert earlier(own) == {("008", notebook("sunday"))}
    collect(own, (name, notebook("no time")), options=("--match", "Ann Lee_9=008"))
    assert submitted(own) == {f"008/{LAB}/{NAME}": notebook("no time")}  # an old time is not a new hand-in's
    kept = own.class_folder / "earlier" / "008" / LAB
    assert monday in {path.read_text() for path in kept.glob("*.timestamp.txt")}


def test_a_time_that_a_student_hands_in_is_not_believed(own, notebook):
    stamp = b"2020-01-01 00:00:00 UTC"
    collect(
        own,
        ("Ada Lovelace_1_assignsubmission_file/01_single_weight.ipynb", notebook()),
        ("Ada Lovelace_1_assignsubmission_file/timestamp.txt", stamp),
        ("102/01_single_weight.ipynb", notebook()),
        ("102/timestamp.txt", stamp),
        ("log1/w.zip", zipped((NAME, notebook()), ("timestamp.txt", stamp))),
    )
    assert {path.partition("/")[0] for path in submitted(own) if path.endswith(".txt")} == {"102"}


def test_a_file_that_is_no_notebook_is_collected_under_the_labs_name_only(own):
    out = collect(own, ("102/01_single_weight.ipynb", b"{"), ("007/thoughts.ipynb", b"{"))
    assert submitted(own) == {f"102/{LAB}/{NAME}": b"{"}
    assert "007/thoughts.ipynb: expected a notebook, found a file that is none" in out


def test_names_cant_write_on_the_terminal(own, notebook):
    out = collect(own, ("\x1b[2JNo\nBody_1_assignsubmission_file/01_single_weight.ipynb", notebook()))
    assert "\x1b" not in out
    assert len([line for line in out.splitlines() if "Body_1" in line]) == 1


def test_without_a_roster_the_command_says_what_to_do(tmp_path):
    course = course_of(tmp_path / "course", LAB)
    status, _, errors = autograder_in(course, "collect", "1", tmp_path)
    assert (status, errors.count("\n")) == (2, 1)
    assert "Run `autograder roster import STUDENTS.csv` first" in errors


@pytest.mark.parametrize(
    ("words", "reason"),
    [(("1", "nowhere.zip"), "found nothing at"), (("1", ".", "--match", "Ann"), "expected something like")],
)
def test_what_cant_be_done_is_one_line_and_status_2(own, words, reason):
    status, _, errors = autograder_in(own, "collect", *words)
    assert (status, errors.count("\n")) == (2, 1)
    assert reason in errors


def test_another_systems_names_are_read_by_nbgraders_own_setting(own, notebook):
    with (own.root / "nbgrader_config.py").open("a") as config:
        config.write('c.FileNameCollectorPlugin.named_regexp = r"hw1_(?P<student_id>\\w+)_attempt_(?P<file_id>.+)"\n')
    collect(own, ("hw1_007_attempt_x.ipynb", notebook()))
    assert list(submitted(own)) == [f"007/{LAB}/{NAME}"]


@pytest.mark.notebook  # slow as those that run one
def test_nbgraders_own_command_collects_the_same(own, notebook):
    files = [
        ("Ada Lovelace_1_assignsubmission_file/Untitled.ipynb", notebook("ada")),
        ("oneilsmithseán_102_700_w.zip", zipped(("lab.ipynb", notebook("seán")))),
        ("Nobody_3_assignsubmission_file/01_single_weight.ipynb", notebook()),
        ("../out.ipynb", notebook("evil")),
        ("Cy Fox_4_assignsubmission_file/01_single_weight.ipynb", BOMB),
    ]
    collect(own, *files)
    ours = submitted(own)
    shutil.rmtree(own.class_folder / "submitted")
    archive = own.class_folder / "downloaded" / LAB / "archive"
    archive.mkdir(parents=True)
    shutil.copy(own.root / "download.zip", archive)
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "zip_collect", LAB],
        cwd=own.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert submitted(own) == ours
    assert len(ours) == 2
    assert "leads out of it" in done.stderr
    assert not list(own.root.rglob("out.ipynb"))
