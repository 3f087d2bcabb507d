"""Trouble of every kind, through the real grader: each costs itself, and nothing else."""

import copy
import json
import shutil

import pytest
from nbformat.v4 import new_code_cell

from autograder.build import read_for_grading, register
from autograder.engine import examiner, pool, sandbox
from autograder.grading import Options, grade
from autograder.notebook_files import write_notebook
from autograder.results import as_record, write_results
from autograder.submissions import Submission, find_submissions
from course_utils.checking.calls import OutOfTimeError
from tests.conftest import answered, course_of, hand_in, solved_sources

pytestmark = pytest.mark.notebook
LAB = "01_single_weight"


# A kernel takes two seconds a submission and 20 a loop; test_parity.py has one loop in it, the others are like others here.
TOO_SLOW_IN_A_KERNEL = (
    "never ends",
    "never ends when called",
    "ends it when called",
    "stray line after",
    "another cell",
)


@pytest.fixture(scope="module", params=["split", "nbgrader"])
def class_of_trouble(request, tmp_path_factory, course):
    """An engine, a folder of submissions, each with one kind of trouble in lab 01, and their results by student."""
    if request.param == "split" and sandbox.missing() is not None:
        pytest.skip(str(sandbox.missing()))
    home = tmp_path_factory.mktemp("trouble") / request.param
    course_here = course_of(home, LAB)
    solved = solved_sources(course, LAB)

    def give(student, **answers):
        hand_in(home / "in", student, LAB, answered(course, LAB, {**solved, **answers}))

    give("ends the process", compute_delta="import os\nos._exit(1)")
    give("ends it when called", compute_delta="import os\ndef compute_delta(pred, true):\n    os._exit(1)")
    give("syntax", compute_delta="def compute_delta(pred, true)\n    return pred - true")
    give("raises in the cell", compute_delta="1 / 0\ndef compute_delta(pred, true):\n    return pred - true")
    give(
        "stray line after",
        compute_delta="def compute_delta(pred, true):\n    return pred - true\nprint(compute_delta(1))",
    )
    give(
        "warns",
        compute_delta="import warnings\ndef compute_delta(pred, true):\n    warnings.warn('hm')\n    return pred - true",
    )
    give("reads input", compute_delta="def compute_delta(pred, true):\n    return float(input()) - true")
    give("never ends", compute_delta="while True:\n    pass")
    give("never ends when called", compute_delta="def compute_delta(pred, true):\n    while True:\n        pass")
    give("odd [name]*\n", compute_delta="def compute_delta(pred, true):\n    return 0")
    without = answered(course, LAB, solved)
    without.cells = [
        c for c in without.cells if not c.metadata.get("nbgrader", {}).get("grade_id", "").startswith("compute_delta")
    ]
    hand_in(home / "in", "deleted both cells", LAB, without)
    copied = answered(course, LAB, solved)
    for cell in [
        c for c in copied.cells if c.metadata.get("nbgrader", {}).get("grade_id", "").startswith("compute_delta")
    ]:
        copied.cells.append(copy.deepcopy(cell))
        copied.cells[-1].id += "-copied"
    hand_in(home / "in", "copied cells", LAB, copied)
    moved = answered(course, LAB, {**solved, "compute_delta": "# see below"})
    place = next(
        i for i, c in enumerate(moved.cells) if c.metadata.get("nbgrader", {}).get("grade_id") == "compute_delta"
    )
    moved.cells.insert(place, new_code_cell(solved["compute_delta"]))
    hand_in(home / "in", "another cell", LAB, moved)
    (home / "in" / "nothing").mkdir()
    broken = home / "in" / "broken" / LAB / f"{LAB}.ipynb"
    broken.parent.mkdir(parents=True)
    broken.write_text('{"cells": [')
    if request.param == "nbgrader":
        for student in TOO_SLOW_IN_A_KERNEL:
            shutil.rmtree(home / "in" / student)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(examiner, "SECONDS_PER_CELL", 8.0)
        patch.setattr(examiner, "SECONDS_PER_CALL", 3.0)
        graded = list(grade(course_here, find_submissions(home / "in", [LAB]), Options(engine=request.param)))
    return request.param, {result.student: result for result in graded}, course_here


STATES = {
    "ends the process": ("error", "ended the whole Python process"),
    "ends it when called": ("error", "ended the whole Python process"),
    "syntax": ("error", "SyntaxError: expected ':' (line 1 of the cell)"),
    "raises in the cell": ("error", "ZeroDivisionError"),
    "stray line after": ("passed", ""),
    "warns": ("passed", "UserWarning: hm"),
    "reads input": ("error", "StdinNotImplementedError"),
    "never ends": ("timed_out", "never ends"),
    "never ends when called": ("timed_out", "never ends"),
    "odd [name]*\n": ("failed", "expected -0.15"),
    "deleted both cells": ("not_attempted", "is not in the notebook"),
    "copied cells": ("passed", ""),
    "another cell": ("passed", ""),
}
# Where an engine says something else than the table, and why that is right.
DIFFERENT = {
    ("split", "reads input"): (
        "error",
        "EOFError",
        "nobody is at the other end: the sandbox's standard input is empty",
    ),
}


@pytest.mark.parametrize("student", STATES, ids=repr)
def test_each_trouble_has_its_state_and_words(student, class_of_trouble):
    engine, results, _ = class_of_trouble
    result = handed_in(results, student)
    assert result.status == "graded"
    question = {question.name: question for question in result.questions}["compute_delta"]
    state, words = DIFFERENT.get((engine, student), STATES[student])[:2]
    assert question.state == state, question.message
    assert words in question.message
    assert question.score == (1.0 if state == "passed" else 0.0)


@pytest.mark.parametrize("student", STATES, ids=repr)
def test_the_other_questions_keep_their_marks(student, class_of_trouble):
    questions = handed_in(class_of_trouble[1], student).questions
    others = [question for question in questions if question.name != "compute_delta"]
    uses_it = {"train"} if STATES[student][0] != "passed" else set()
    assert [question.name for question in others if question.state != "passed" and question.name not in uses_it] == []


def handed_in(results, student):
    if student not in results:
        pytest.skip("not graded in a kernel, which is slow")
    return results[student]


@pytest.mark.parametrize(
    ("student", "status", "words"),
    [("nothing", "missing", "found nothing handed in"), ("broken", "unreadable", "not JSON")],
)
def test_what_cant_be_graded_has_a_reason_and_no_score(student, status, words, class_of_trouble):
    result = class_of_trouble[1][student]
    assert (result.status, result.score, result.max_score) == (status, None, 8.0)
    assert len(result.questions) == 6
    assert all(words in question.message and question.score is None for question in result.questions)


def test_the_gradebook_says_the_same(class_of_trouble):
    _, results, course = class_of_trouble
    with course.gradebook() as gradebook:
        for result in results.values():
            if result.status == "graded" and "\n" not in result.student:
                assert gradebook.find_submission(LAB, result.student).score == result.score
        assert gradebook.find_submission(LAB, "student-odd =5Bname=5D=2A=0A").score == results["odd [name]*\n"].score


def test_a_results_file_is_one_json_line_each(class_of_trouble, tmp_path):
    results = list(class_of_trouble[1].values())
    write_results(results, tmp_path / "deep" / "out.jsonl")
    lines = (tmp_path / "deep" / "out.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == [json.loads(json.dumps(as_record(result))) for result in results]


def test_a_regrade_forgets_a_score_that_is_no_longer_earned(own_course, course, tmp_path):
    solved = solved_sources(course, LAB)
    hand_in(tmp_path / "in", "ada", LAB, answered(course, LAB, solved))
    (first,) = grade(own_course, find_submissions(tmp_path / "in", [LAB]))
    worse = answered(course, LAB, {**solved, "train": "def train(*_):\n    return 0"})
    worse.cells = [cell for cell in worse.cells if cell.metadata.get("nbgrader", {}).get("grade_id") != "train_check"]
    hand_in(tmp_path / "in", "ada", LAB, worse)
    (second,) = grade(own_course, find_submissions(tmp_path / "in", [LAB]))
    assert (first.score, second.score) == (8.0, 5.0)
    with own_course.gradebook() as gradebook:
        assert gradebook.find_submission(LAB, "ada").score == 5.0


def test_a_source_that_nbgrader_refuses_is_the_courses_fault_in_one_line(own_course):
    from autograder.course import CourseError
    from autograder.notebook_files import read_notebook

    source = read_notebook(own_course.source(LAB))
    next(cell for cell in source.cells if "BEGIN SOLUTION" in cell.source).source += "\n### BEGIN SOLUTION"
    write_notebook(source, own_course.source(LAB))
    with pytest.raises(CourseError, match="could not release it") as raised:
        register(own_course, LAB, None)
    assert "\n" not in str(raised.value)


@pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing()))
def test_the_last_ring_of_a_time_limit_stops_neither_the_run_nor_the_next_student(course, tmp_path, monkeypatch):
    labs = {LAB: pool.Lab(*read_for_grading(course, LAB))}
    path = hand_in(tmp_path, "ada", LAB, answered(course, LAB, solved_sources(course, LAB)))
    work = pool.Work(Submission("ada", LAB, path), "a seed", None)

    def rings(*_, **__):
        raise OutOfTimeError

    monkeypatch.setattr(sandbox, "die_with_parent", lambda: None)  # this process is no worker
    pool.begin(True, labs)
    try:
        with monkeypatch.context() as patch:
            patch.setattr(pool, "run_notebook", rings)
            result, executed = pool.grade_work(work)
        assert (result.status, result.score, executed) == ("unreadable", None, None)
        result, _ = pool.grade_work(work)
        assert (result.status, result.score) == ("graded", 8.0)
    finally:
        pool._zygote.close()
