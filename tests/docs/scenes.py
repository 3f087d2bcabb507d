"""The courses in which the examples of a page are run: a class that hands in, a student in the middle of a lab."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from unittest.mock import patch

import nbformat

from autograder.course import LABS, Course
from autograder.demo.answers import IN_A_HURRY, SIGNS_AND_FACTORS
from autograder.demo.reflections import NOT_YET, UNDERSTOOD
from autograder.notebook_files import write_notebook
from tests.conftest import ROOT, answered, solved_sources

LAB = LABS[0]
_SECONDS = 300
_TERMINAL = {"COLUMNS": "100", "TERM": "dumb", "LC_ALL": "C.UTF-8", "MPLBACKEND": "agg"}
ROSTER = """\
Student ID,First name,Last name,Email
s1001,Ada,Okafor,ada@example.org
s1002,Dalia,Haddad,dalia@example.org
s1003,Goran,Ilić,goran@example.org
s1004,Hana,Sato,hana@example.org
s1005,Ivan,Petrov,ivan@example.org
"""
ENDLESS = "def compute_error(pred, true):\n    while True:\n        pass"


def course_in(home: Path) -> Course:
    """Return a copy of the course with nobody in it."""
    home.mkdir()
    for name in ("nbgrader_config.py", "environment.yml", "LICENSE", "pyproject.toml", "Makefile"):
        shutil.copy(ROOT / name, home / name)
    for name in ("solutions", "notebooks"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    return Course(home)


def a_class_hands_in(course: Course) -> None:
    """Write the school's list, and the zip that Moodle gives for lab 01: two right, three with mistakes, one under a name that the list has not."""
    (course.root / "students.csv").write_text(ROSTER, encoding="utf-8")
    solved = solved_sources(course, LAB)
    written = {
        "Ada Okafor_3211": {**solved, "reflection": UNDERSTOOD[LAB]},
        "Dalia Haddad_3212": {**solved, **SIGNS_AND_FACTORS[LAB], "reflection": NOT_YET[LAB]},
        "Goran Ilić_3213": {**solved, **IN_A_HURRY[LAB]},
        "Ivan Petrov_3215": {**solved, "compute_error": ENDLESS},
        "Hana Vogt_3216": solved,
    }
    with zipfile.ZipFile(course.root / "moodle.zip", "w") as archive:
        for who, answers in written.items():
            text = nbformat.writes(answered(course, LAB, {name: code.strip() for name, code in answers.items()}))
            archive.writestr(f"{who}_assignsubmission_file/{LAB}.ipynb", text)


def a_student_is_half_way(course: Course) -> None:
    """Fill in lab 01 as far as its third function, which has its sign the wrong way round."""
    solved = solved_sources(course, LAB)
    right = {name: solved[name] for name in ("neural_network", "compute_error")}
    wrong = {"compute_delta": "def compute_delta(pred, true):\n    return true - pred"}
    write_notebook(answered(course, LAB, {**right, **wrong}), course.release(LAB))


SCENES: dict[str, Callable[[Course], None]] = {"instructors": a_class_hands_in, "students": a_student_is_half_way}


class Terminal:
    """A terminal in a course's folder, 100 columns wide; each command is run by a shell of its own."""

    def __init__(self, course: Course) -> None:
        self.course = course
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        self.environment = {**os.environ, **_TERMINAL, "PATH": path}

    def run(self, command: str) -> str:
        """Return what a command prints; what it says on stderr only where it fails."""
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.course.root,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=_SECONDS,
        )
        return done.stdout + (done.stderr if done.returncode else "")

    def width(self) -> AbstractContextManager[object]:
        """Make this process's own output as wide as the terminal's."""
        return patch.dict(os.environ, _TERMINAL)


def terminal_for(page: str, home: Path) -> Terminal:
    """Return a terminal in a new course in `home`, made ready for a page's examples."""
    course = course_in(home)
    SCENES.get(page, lambda _: None)(course)
    return Terminal(course)
