"""Every lab through the real grader: solved it earns everything, untouched nothing, and calmly."""

import json
import shutil
import subprocess
import sys

import pytest

from autograder.course import LABS
from autograder.notebook_files import read_notebook
from tests.conftest import answered, hand_in, solved_sources

pytestmark = pytest.mark.notebook


@pytest.fixture(scope="module", params=LABS)
def results(request, tmp_path_factory, course):
    """One lab, graded by the command for a student who solved it and one who did not begin."""
    lab = request.param
    home = tmp_path_factory.mktemp("class")
    hand_in(home / "in", "solved", lab, answered(course, lab, solved_sources(course, lab)))
    hand_in(home / "in", "untouched", lab, answered(course, lab, {}))
    own = home / "course"
    own.mkdir()
    shutil.copy(course.root / "nbgrader_config.py", own)
    for name in ("solutions", "notebooks"):
        (own / name).symlink_to(course.root / name)
    command = [sys.executable, "-m", "autograder", "grade", lab, "--submissions", home / "in", "--results", home / "out.jsonl"]
    done = subprocess.run(command, cwd=own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in (home / "out.jsonl").read_text().splitlines()]
    return {line["student"]: line for line in lines}


def test_a_solved_lab_earns_full_marks(results):
    wrong = [question for question in results["solved"]["questions"] if question["state"] != "passed"]
    assert wrong == []
    assert results["solved"]["score"] == results["solved"]["max_score"] > 0


def test_an_untouched_lab_earns_nothing_and_is_not_attempted(results):
    assert results["untouched"]["score"] == 0
    assert {question["state"] for question in results["untouched"]["questions"]} == {"not_attempted"}


def test_the_lines_have_the_agreed_form(results):
    for line in results.values():
        assert list(line) == ["student", "lab", "score", "max_score", "status", "questions"]
        assert line["status"] == "graded"
        for question in line["questions"]:
            assert list(question) == ["name", "score", "max_score", "state", "message", "diagnosis"]
            assert question["diagnosis"] is None


@pytest.mark.parametrize("lab", LABS)
def test_a_students_edition_has_no_answers_and_no_hidden_tests(course, lab):
    text = course.release(lab).read_text(encoding="utf-8")
    for word in ("BEGIN SOLUTION", "HIDDEN TESTS", "autograder", "examine"):
        assert word not in text
    notebook = read_notebook(course.release(lab))
    assert all(not cell.outputs for cell in notebook.cells if cell.cell_type == "code")
    solutions = [c for c in notebook.cells if c.cell_type == "code" and c.metadata.get("nbgrader", {}).get("solution")]
    assert all(cell.source.rstrip().endswith("# YOUR CODE HERE\n    raise NotImplementedError()") for cell in solutions)
