"""One engine or the other, one door or the other: the same work has the same marks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.demo.classroom import STUDENTS, _written_by
from autograder.engine import examiner, sandbox
from autograder.grading import Options, grade
from autograder.notebook_files import write_notebook
from autograder.submissions import find_submissions
from tests.autograder.runs import grade_here, gradebook_content
from tests.conftest import LABS, course_of

pytestmark = [
    pytest.mark.notebook,
    pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing())),
]
NBGRADER = Path(sys.executable).with_name("nbgrader")


def hand_in_demo(course, lab, names=None):
    """Hand in the demo's notebooks of a lab, each of those that are alike once; return the students' names."""
    given = {}
    for student in STUDENTS:
        if lab in student.labs and (names is None or student.name in names):
            notebook = _written_by(student, lab, course)
            given.setdefault(tuple(cell.source for cell in notebook.cells), (student, notebook))
    for student, notebook in given.values():
        path = course.class_folder / "submitted" / student.name / lab / f"{lab}.ipynb"
        write_notebook(notebook, path)
        if lab in student.broken:
            path.write_text(path.read_text(encoding="utf-8")[:5000], encoding="utf-8")
    return [student.name for student, _ in given.values()]


@pytest.fixture(scope="module", params=LABS)
def graded_twice(request, tmp_path_factory):
    """A lab of the demo class graded by both engines: results by student, and what the gradebook says, by engine."""
    lab = request.param
    home = tmp_path_factory.mktemp("parity")
    first = course_of(home / "split", lab)
    hand_in_demo(first, lab, ("benoit", "dalia") if lab == "05_mnist" else None)
    shutil.copytree(first.root, home / "nbgrader")
    graded = {}
    with pytest.MonkeyPatch.context() as patch:
        if lab != "05_mnist":  # its loops end, but take their time
            patch.setattr(examiner, "SECONDS_PER_CELL", 8.0)
            patch.setattr(examiner, "SECONDS_PER_CALL", 3.0)
        for engine in ("split", "nbgrader"):
            course = type(first)(home / engine)
            found = find_submissions(course.class_folder / "submitted", [lab])
            results = {result.student: result for result in grade(course, found, Options(engine=engine))}
            graded[engine] = results, gradebook_content(course)
    return graded


def test_every_student_has_the_same_score_and_status(graded_twice):
    (split, _), (stock, _) = graded_twice["split"], graded_twice["nbgrader"]
    seen = [{name: (r.status, r.score, r.max_score) for name, r in results.items()} for results in (split, stock)]
    assert seen[0] == seen[1]
    assert len({score for _, score, _ in seen[0].values()}) > 1, "all alike: nothing is compared"


def test_every_question_has_the_same_score_and_state(graded_twice):
    (split, _), (stock, _) = graded_twice["split"], graded_twice["nbgrader"]
    seen = [
        {(name, q.name): (q.score, q.state, q.diagnosis) for name, r in results.items() for q in r.questions}
        for results in (split, stock)
    ]
    assert seen[0] == seen[1]


def test_every_message_is_the_same_word_for_word(graded_twice):
    (split, _), (stock, _) = graded_twice["split"], graded_twice["nbgrader"]
    for name, result in split.items():
        assert [q.message for q in result.questions] == [q.message for q in stock[name].questions], (result.lab, name)


@pytest.mark.parametrize("table", ["students", "assignments", "cells", "submissions", "grades", "comments"])
def test_the_gradebooks_say_the_same(table, graded_twice):
    (_, split), (_, stock) = graded_twice["split"], graded_twice["nbgrader"]
    assert split[table] == stock[table]
    assert split[table]


# ---- the two doors


@pytest.fixture(scope="module")
def two_doors(tmp_path_factory):
    """The demo's lab 02, graded by `autograder grade` and by `nbgrader autograde`: what each gradebook says."""
    lab = "02_multiple_inputs"
    home = tmp_path_factory.mktemp("doors")
    ours = course_of(home / "ours", lab)
    hand_in_demo(ours, lab, ("benoit", "dalia", "fatou", "hana"))
    (ours.class_folder / "secret_seed").write_text("5eed" * 16)
    shutil.copytree(ours.root, home / "theirs")
    theirs = type(ours)(home / "theirs")
    assert grade_here(ours, lab)[0] == 0
    environment = {**os.environ, "PATH": "/usr/bin:/bin"}  # not even the virtual environment is activated
    for step in ("generate_assignment", "autograde"):
        done = subprocess.run(
            [NBGRADER, step, lab, "--force"],
            cwd=theirs.root,
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        assert done.returncode == 0, done.stderr[-2000:]
    return ours, theirs, done.stderr


def test_nbgraders_command_gives_the_same_marks(two_doors):
    ours, theirs = (gradebook_content(course) for course in two_doors[:2])
    assert len({row[2] for row in ours["grades"]}) > 1
    assert ours["grades"] == theirs["grades"]
    # "No response." stands in both where the released body is there still; here where nothing but `pass` is left too.
    assert {row for row in theirs["comments"] if row[2]} <= {row for row in ours["comments"] if row[2]}
    assert ours["submissions"] == theirs["submissions"]


def test_nbgraders_command_gives_the_same_reasons(two_doors):
    from autograder.build import points_of, read_source
    from autograder.notebook_files import read_notebook
    from autograder.results import graded

    lab = "02_multiple_inputs"
    reasons = []
    for course in two_doors[:2]:
        points = points_of(lab, read_source(course, lab))
        executed = sorted((course.class_folder / "autograded").glob("*/*/*.ipynb"))
        reasons.append([graded(path.parent.parent.name, lab, read_notebook(path), points) for path in executed])
    assert len(reasons[0]) == 4
    assert reasons[0] == reasons[1]  # word for word: both draw the hidden cases from the class's secret
    assert "CPU" not in two_doors[2]
