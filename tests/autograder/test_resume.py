"""Nothing is lost and nothing is done twice: runs stopped at any instant, repeated, in each other's way, without a gradebook."""

import json
import os
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing

import pytest

from autograder import bookkeeping
from autograder.engine import sandbox
from tests.autograder.runs import (
    Run,
    executed_notebooks,
    grade_by_command,
    grade_here,
    gradebook_content,
    poll,
    results_of,
)
from tests.conftest import answered, course_of, hand_in, solved_sources

pytestmark = [
    pytest.mark.notebook,
    pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing())),
]
LAB = "01_single_weight"
KILLS = int(os.environ.get("AUTOGRADER_KILLS", "12"))  # instants at which a run is killed, in all
_KILLS_PER_CLASS = 4  # one class is killed so often, then graded to its end
WRONG_WAY_ROUND = {"compute_delta": "def compute_delta(pred, true):\n    return true - pred"}
ENDLESS = "while True:\n    pass"
CLASS = {
    "ada": {"reflection": "By its slope."},
    "benoit": WRONG_WAY_ROUND,
    "chen": None,  # untouched
    "dalia": {"train": "def train(*_):\n    return 0"},
    "emre": {},
    "fatou": {"compute_error": "1 / 0"},
    "goran": {},
    "hana": WRONG_WAY_ROUND,
    "ivan [odd]": {},
    "juno": None,
    "kofi": {},
    "late lena": {"train": "def train(*_):\n    return 1, 2"},
}


def give(course, student, answers):
    """Hand in a notebook in which all is solved but for `answers`; None hands in the released one."""
    solved = solved_sources(course, LAB)
    notebook = answered(course, LAB, {} if answers is None else {**solved, **answers})
    return hand_in(course.class_folder / "submitted", student, LAB, notebook)


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    """A course whose class of twelve has handed in, with a late one, one file that is no notebook, and one that is missing."""
    made = course_of(tmp_path_factory.mktemp("class") / "course", LAB)
    for student, answers in CLASS.items():
        path = give(made, student, answers)
    (path.parent / "timestamp.txt").write_text("2026-01-02 03:04:05 UTC\n")
    broken = path.parent.parent.parent / "max" / LAB / f"{LAB}.ipynb"
    broken.parent.mkdir(parents=True)
    broken.write_text("{")
    (made.class_folder / "submitted" / "nobody").mkdir()
    return made


@pytest.fixture
def own(handed_in, tmp_path):
    """A copy of that course, not graded yet; the secret seed is the same for all copies."""
    return copied(handed_in, tmp_path / "course")


def copied(made, home):
    (made.class_folder / "secret_seed").write_text("5eed" * 16)
    left_out = shutil.ignore_patterns("gradebook.db*", "autograded", "*.jsonl", "*.lock")
    shutil.copytree(made.root, home, ignore=left_out, symlinks=True)
    return type(made)(home)


@pytest.fixture(scope="module")
def never_stopped(handed_in, tmp_path_factory):
    """The class as one run graded it from beginning to end: results, gradebook."""
    course = copied(handed_in, tmp_path_factory.mktemp("reference") / "course")
    assert grade_here(course, LAB)[0] == 0
    return course


def scores_of(results):
    lines = [json.loads(line) for line in results.splitlines()]
    return {line["student"]: line["score"] for line in lines}


def test_the_class_is_one_that_a_lost_or_doubled_score_would_show_in(never_stopped):
    scores = scores_of(results_of(never_stopped))
    assert scores == {
        **dict.fromkeys(("ada", "emre", "goran", "ivan [odd]", "kofi"), 8.0),
        **dict.fromkeys(("benoit", "hana"), 7.0),
        **dict.fromkeys(("dalia", "late lena"), 5.0),
        **dict.fromkeys(("chen", "juno"), 0.0),
        **dict.fromkeys(("max", "nobody"), None),
        "fatou": 4.0,
    }
    content = gradebook_content(never_stopped)
    assert {
        name: len(rows) for name, rows in content.items() if name in {"students", "grades", "comments", "versions"}
    } == {
        "students": 12,
        "grades": 12 * 7,
        "comments": 12 * 7,
        "versions": 1,
    }
    assert sum("No response." in row for row in content["comments"]) == 2 * 6 + 11
    assert [row[0] for row in content["submissions"] if row[2]] == ["late lena"]


# ---- again, changed, by force


@pytest.fixture(scope="module")
def graded_once(never_stopped):
    return results_of(never_stopped), executed_notebooks(never_stopped), gradebook_content(never_stopped)


@pytest.fixture
def again(never_stopped, tmp_path):
    """A copy of the graded class, for the test to write in; the notebooks' times are copied too."""
    shutil.copytree(never_stopped.root, tmp_path / "course")
    return type(never_stopped)(tmp_path / "course")


def test_a_second_run_grades_nothing_again(again, graded_once):
    (again.class_folder / "results.jsonl").unlink()
    assert grade_here(again, LAB)[0] == 0
    assert (results_of(again), executed_notebooks(again), gradebook_content(again)) == graded_once


def test_force_grades_everything_again_to_the_same_results(again, graded_once):
    assert grade_here(again, LAB, "--force")[0] == 0
    results, times, content = graded_once
    assert (results_of(again), gradebook_content(again)) == (results, content)
    assert [student for student, written in executed_notebooks(again).items() if written == times[student]] == []


def test_only_what_has_changed_is_graded_again(again, graded_once):
    results, times, content = graded_once
    give(again, "ada", WRONG_WAY_ROUND)  # worse than before
    give(again, "benoit", {})  # better
    executed = again.class_folder / "autograded"
    cut_off = executed / "goran" / LAB / f"{LAB}.ipynb"
    cut_off.write_text(cut_off.read_text(encoding="utf-8")[:1000], encoding="utf-8")
    (executed / "emre" / LAB / f"{LAB}.ipynb").unlink()
    give(again, "nobody", {})  # in the end
    assert grade_here(again, LAB)[0] == 0
    changed = {"ada": 7.0, "benoit": 8.0, "nobody": 8.0}
    assert scores_of(results_of(again)) == {**scores_of(results), **changed}
    now = executed_notebooks(again)
    assert {student for student in now if now[student] != times.get(student)} == {*changed, "goran", "emre"}
    grades = [row for row in gradebook_content(again)["grades"] if row[0] not in changed]
    assert grades == [row for row in content["grades"] if row[0] not in changed]


def test_a_score_given_by_hand_outlives_a_second_run_and_a_forced_one(again):
    with again.gradebook() as gradebook:
        grade = gradebook.find_grade("train_check", LAB, LAB, "dalia")
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        gradebook.find_comment("train", LAB, LAB, "dalia").manual_comment = "See me."
        gradebook.db.commit()
    for options, looks_again in (((), False), (("--force",), True)):
        assert grade_here(again, LAB, *options)[0] == 0
        content = gradebook_content(again)
        (grade,) = [row for row in content["grades"] if row[:2] == ("dalia", "train_check")]
        assert grade[2:] == (0.0, 2.0, None, looks_again), options
        assert ("dalia", "train", None, "See me.") in content["comments"], options


def test_without_its_gradebook_the_class_is_graded_again(again, graded_once):
    (again.class_folder / "gradebook.db").unlink()
    assert grade_here(again, LAB)[0] == 0
    results, times, content = graded_once
    assert (results_of(again), gradebook_content(again)) == (results, content)
    assert [student for student, written in executed_notebooks(again).items() if written == times[student]] == []


def test_all_cells_are_run_when_they_are_asked_for_after_a_run_without(again):
    def cells_not_run(course):
        path = course.class_folder / "autograded" / "ada" / LAB / f"{LAB}.ipynb"
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return [cell["source"] for cell in cells if cell["cell_type"] == "code" and cell["execution_count"] is None]

    assert cells_not_run(again)
    assert grade_here(again, LAB, "--all-cells")[0] == 0
    assert cells_not_run(again) == []


def test_a_submission_put_back_after_a_stop_has_the_score_that_the_results_say(again, graded_once, monkeypatch):
    """Its better version was in the gradebook, and not yet among the executed notebooks, when the run was stopped."""
    path = again.class_folder / "submitted" / "benoit" / LAB / f"{LAB}.ipynb"
    before = path.read_bytes()
    give(again, "benoit", {})
    with monkeypatch.context() as patch:
        patch.setattr(bookkeeping, "write_whole", stopped_here)
        assert grade_here(again, LAB)[0] == 130
    path.write_bytes(before)
    assert grade_here(again, LAB)[0] == 0
    results, _, content = graded_once
    assert (results_of(again), gradebook_content(again)["grades"]) == (results, content["grades"])


def stopped_here(*_):
    raise KeyboardInterrupt


def test_a_time_that_comes_later_reaches_the_gradebook(again):
    path = again.class_folder / "submitted" / "ada" / LAB / "timestamp.txt"
    path.write_text("2026-03-04 05:06:07 UTC\n")
    assert grade_here(again, LAB)[0] == 0
    times = {row[0]: row[2] for row in gradebook_content(again)["submissions"] if row[2]}
    assert times == {"late lena": "2026-01-02 03:04:05.000000", "ada": "2026-03-04 05:06:07.000000"}


# ---- killed at any instant


@pytest.mark.parametrize("number", range(0, KILLS, _KILLS_PER_CLASS))
def test_a_run_killed_at_any_instant_ends_as_one_never_stopped(number, own, never_stopped):
    instants = []
    for _ in range(min(_KILLS_PER_CLASS, KILLS - number)):
        with Run(own, LAB) as run:
            assert poll(run.has_begun), run.errors()
            wait_for_some_instant(run, instants)
            run.living()  # who is to be gone in a moment
            run.process.kill()
            run.process.wait()
            assert poll(lambda run=run: not run.living(), at_most=15), (instants, run.living())
    assert grade_here(own, LAB)[0] == 0, instants
    assert results_of(own) == results_of(never_stopped), instants
    assert gradebook_content(own) == gradebook_content(never_stopped), instants
    assert executed_notebooks(own).keys() == executed_notebooks(never_stopped).keys(), instants
    assert [path.name for path in own.class_folder.rglob("*.new")] == [], instants


def wait_for_some_instant(run, instants):
    """Wait until some number of notebooks is written and a moment longer: instants are spread on slow machines too."""
    there = len(executed_notebooks(run.course))
    more = random.randint(0, len(CLASS) - there) if random.random() < 0.6 else 0
    moment = random.uniform(0, 0.3 if more else 8.0)  # before the first one there is a gradebook to make
    instants.append((there, more, round(moment, 3)))
    poll(lambda: len(executed_notebooks(run.course)) >= there + more or run.ended())
    end = time.monotonic() + moment
    poll(lambda: time.monotonic() >= end or run.ended())


MAKING_OF_THE_GRADEBOOK = {
    "it has tables": lambda db: "student" in tables(db),  # and no version yet: nbgrader asks another program for that
    "it has the lab": lambda db: bool(count(db, "assignment")),
}


def tables(path):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return {name for (name,) in db.execute("SELECT name FROM sqlite_master")}


def count(path, table):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]


@pytest.mark.parametrize("stage", MAKING_OF_THE_GRADEBOOK)
def test_a_run_killed_while_it_makes_the_gradebook_ends_as_one_never_stopped(stage, tmp_path, handed_in, one_graded):
    course = copied(handed_in, tmp_path / "course")
    keep_only(course, "ada")
    path = course.class_folder / "gradebook.db"

    def is_reached():
        try:
            return path.exists() and MAKING_OF_THE_GRADEBOOK[stage](path)
        except sqlite3.OperationalError:  # locked, or the table isn't there yet
            return False

    with Run(course, LAB) as run:
        assert poll(lambda: is_reached() or run.ended())
        run.process.kill()
        run.process.wait()
        assert poll(lambda: not run.living(), at_most=15), run.living()
    assert grade_here(course, LAB)[0] == 0
    assert (results_of(course), gradebook_content(course)) == one_graded


def keep_only(course, *students):
    for entry in (course.class_folder / "submitted").iterdir():
        if entry.name not in students:
            shutil.rmtree(entry)


@pytest.fixture(scope="module")
def one_graded(handed_in, tmp_path_factory):
    course = copied(handed_in, tmp_path_factory.mktemp("one") / "course")
    keep_only(course, "ada")
    assert grade_here(course, LAB)[0] == 0
    return results_of(course), gradebook_content(course)


# ---- Ctrl-C, and two runs at once


@pytest.fixture
def long_run(own):
    """A class that takes minutes: two students have nothing but endless loops."""
    for student in ("aaa", "aab"):
        give(own, student, dict.fromkeys(solved_sources(own, LAB), ENDLESS))
    return own


BEGUN = {
    "as it begins": lambda run: run.has_begun(),
    "as its workers start": lambda run: any("zygote" in line for _, line in run.living()),
    "with notebooks graded": lambda run: len(executed_notebooks(run.course)) >= 2,
}


@pytest.mark.parametrize("when", BEGUN)
def test_ctrl_c_ends_the_run_in_one_line_and_nothing_goes_on(when, long_run, never_stopped):
    with Run(long_run, LAB, "--workers", "3") as run:  # two are kept busy by the loops
        assert poll(lambda: BEGUN[when](run) or run.ended())
        assert not run.ended(), run.errors()
        run.living()
        os.killpg(run.process.pid, signal.SIGINT)  # as a terminal does
        assert poll(run.ended, at_most=20), "the loops alone take minutes"
        assert run.process.returncode == 130, run.errors()
        assert_one_line(run.errors(), "stopped")
        assert poll(lambda: not run.living(), at_most=15), run.living()
    if when != "with notebooks graded":
        return
    for student in ("aaa", "aab"):
        shutil.rmtree(long_run.class_folder / "submitted" / student)
    before = executed_notebooks(long_run)
    assert grade_here(long_run, LAB)[0] == 0
    assert {
        student: written for student, written in executed_notebooks(long_run).items() if student in before
    } == before
    assert results_of(long_run) == results_of(never_stopped)
    assert gradebook_content(long_run) == gradebook_content(never_stopped)


def assert_one_line(errors, *words):
    """Assert that, apart from the progress bar, there is one line, the command's own."""
    lines = [line for line in errors.splitlines() if line.strip() and "0:0" not in line]
    assert len(lines) == 1, errors
    assert lines[0].startswith("autograder: "), errors
    assert all(word in lines[0] for word in words), errors


def test_a_second_run_at_the_same_time_says_so_and_leaves(long_run):
    with Run(long_run, LAB) as run:
        assert poll(lambda: BEGUN["as its workers start"](run) or run.ended())
        for options in ((), ("--force", "--engine", "nbgrader")):
            second = grade_by_command(long_run, LAB, *options)
            assert second.returncode == 2, (options, second.stderr)
            assert_one_line(second.stderr, "other run")
        assert not run.ended(), "the second run disturbs the first"
        assert run.living()


# ---- a gradebook that can't be written


def write_protected(path):
    """Make SQLite call the file read-only, as root too: its header asks for a version of SQLite that is not there yet."""
    data = bytearray(path.read_bytes())
    data[18] = 9
    path.write_bytes(data)


TROUBLE = {
    "read-only": write_protected,
    "not a database": lambda path: path.write_text("scores\n" * 100),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.parametrize("kind", TROUBLE)
def test_a_gradebook_that_cant_be_written_is_one_line_and_status_2(kind, again):
    TROUBLE[kind](again.class_folder / "gradebook.db")
    give(again, "ada", WRONG_WAY_ROUND)
    before = executed_notebooks(again)
    status, errors = grade_here(again, LAB)
    assert status == 2
    assert_one_line(errors, "gradebook")
    assert executed_notebooks(again) == before


def test_a_gradebook_that_another_program_holds_is_one_line_and_status_2(again):
    give(again, "ada", WRONG_WAY_ROUND)
    before = executed_notebooks(again)
    with closing(sqlite3.connect(again.class_folder / "gradebook.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        status, errors = grade_here(again, LAB)
        other.execute("ROLLBACK")
    assert status == 2
    assert_one_line(errors, "gradebook")
    assert executed_notebooks(again) == before
    assert grade_here(again, LAB)[0] == 0  # once the other is done
    assert scores_of(results_of(again))["ada"] == 7.0
