"""nbgrader's own commands work from the course's root, as they are."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import answered, hand_in, solved_sources

pytestmark = pytest.mark.notebook
LAB = "02_multiple_inputs"
NBGRADER = Path(sys.executable).with_name("nbgrader")


@pytest.fixture(scope="module")
def root(tmp_path_factory, course):
    """A course with one lab and two students, and nbgrader's four steps run one after another."""
    import shutil

    home = tmp_path_factory.mktemp("stock")
    shutil.copy(course.root / "nbgrader_config.py", home)
    shutil.copytree(course.root / "solutions" / LAB, home / "solutions" / LAB)
    submitted = home / "class" / "submitted"
    solved = solved_sources(course, LAB)
    hand_in(submitted, "ada", LAB, answered(course, LAB, solved))
    hand_in(submitted, "benoit", LAB, answered(course, LAB, {**solved, "train": "def train(*_):\n    return 0"}))
    for step in (["generate_assignment", LAB], ["autograde", LAB], ["generate_feedback", LAB], ["export"]):
        environment = {**os.environ, "PATH": "/usr/bin:/bin"}  # not even the virtual environment is activated
        done = subprocess.run([NBGRADER, *step], cwd=home, capture_output=True, text=True, check=False, env=environment)
        assert done.returncode == 0, done.stderr[-2000:]
    return home


def test_the_release_is_the_one_that_build_makes(root, course):
    assert (root / "notebooks" / LAB / f"{LAB}.ipynb").read_bytes() == course.release(LAB).read_bytes()


def test_the_export_has_the_scores(root):
    header, *rows = (root / "class" / "grades.csv").read_text().splitlines()
    scores = {row.split(",")[header.split(",").index("student_id")]: float(row.split(",")[header.split(",").index("score")]) for row in rows}
    assert scores == {"ada": 10.0, "benoit": 6.0}


def test_the_feedback_shows_the_card(root):
    page = (root / "class" / "feedback" / "benoit" / LAB / f"{LAB}.html").read_text(encoding="utf-8")
    assert "Not right yet" in page
    assert "It should return a pair of 2 things" in page
