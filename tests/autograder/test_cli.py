"""The command: help worth reading, one line and exit status 2 for what can't be done."""

import json
import subprocess
import sys
import zipfile

import pytest

from tests.conftest import ROOT, answered, hand_in, solved_sources

LAB = "01_single_weight"


def autograder(*words, cwd=ROOT):
    return subprocess.run(
        [sys.executable, "-m", "autograder", *map(str, words)], cwd=cwd, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("command", ["", "build", "grade", "feedback", "demo", "lab", "check", "bundle"])
def test_help_says_what_each_command_does(command):
    done = autograder(*command.split(), "--help")
    assert done.returncode == 0
    assert "Usage" in done.stdout


REFUSED = {
    "no such folder": (("grade", "--submissions", "nowhere"), "expected a folder"),
    "no such lab": (("grade", "06"), "expected one of 01_single_weight"),
    "no such lab to build": (("build", "lab one"), "expected one of 01_single_weight"),
    "no such notebook": (("check", "nowhere.ipynb"), "found nothing at nowhere.ipynb"),
    "a notebook that is none": (("check", "pyproject.toml"), "not JSON"),
    "a zip in no folder": (("bundle", "nowhere/labs.zip"), "expected the name of a zip"),
    "a folder for the results": (("grade", "--submissions", "tests", "--results", "tests"), "found the folder"),
}


@pytest.mark.parametrize(("words", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cant_be_done_is_one_line_and_status_2(words, reason):
    done = autograder(*words)
    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("autograder: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("module", ["resource", "fcntl"])
def test_where_the_system_lacks_what_grading_needs_one_line_says_so(module):
    code = (
        f"import sys; sys.modules[{module!r}] = None; sys.argv[1:] = ['grade']; from autograder.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"found a Python without `{module}`" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_option_is_status_2():
    assert autograder("grade", "--engine").returncode == 2


@pytest.mark.notebook
def test_a_student_checks_a_notebook_in_the_terminal(tmp_path, course):
    answers = {**solved_sources(course, LAB), "compute_delta": "def compute_delta(pred, true):\n    return true - pred"}
    path = hand_in(tmp_path, "me", LAB, answered(course, LAB, answers))
    done = autograder("check", path)
    assert done.returncode == 0, done.stderr
    assert "compute_error            passed" in done.stdout
    assert "compute_delta            failed" in done.stdout
    assert "Called with compute_delta(0.85, 1); expected -0.15; got 0.15." in done.stdout
    assert "01_single_weight: 4 of 8 points by the visible checks." in done.stdout


@pytest.mark.notebook
def test_a_run_that_grades_all_it_can_ends_with_status_0(own_course, course, tmp_path):
    hand_in(tmp_path / "in", "ada", LAB, answered(course, LAB, solved_sources(course, LAB)))
    (tmp_path / "in" / "benoit" / LAB).mkdir(parents=True)
    (tmp_path / "in" / "benoit" / LAB / f"{LAB}.ipynb").write_text("oh")
    done = autograder(
        "grade", "1", "--submissions", tmp_path / "in", "--results", tmp_path / "out.jsonl", cwd=own_course.root
    )
    assert done.returncode == 0, done.stderr
    assert "not graded: benoit" in done.stdout
    assert "1 of 2 graded" in done.stdout
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [(line["student"], line["status"], line["score"]) for line in lines] == [
        ("ada", "graded", 8.0),
        ("benoit", "unreadable", None),
    ]


BLOCKED = "raise ImportError('students have no autograder')\n"


@pytest.mark.notebook
def test_a_students_bundle_runs_and_checks_without_the_autograder(tmp_path, course):
    done = autograder("bundle", tmp_path / "labs.zip")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "labs.zip") as bundle:
        names = bundle.namelist()
        bundle.extractall(tmp_path)
    home = tmp_path / "gradient-descent-labs"
    assert not any("solutions" in name or "autograder" in name for name in names)
    assert {"README.md", "environment.yml", "LICENSE"} <= {path.name for path in home.iterdir()}
    for path in home.rglob("*"):
        if path.suffix in {".py", ".ipynb", ".md"}:
            assert "BEGIN SOLUTION" not in path.read_text(encoding="utf-8"), path
    (home / "autograder.py").write_text(BLOCKED)
    notebook = home / "notebooks" / LAB / f"{LAB}.ipynb"
    run = (
        "import nbformat, sys\n"
        "from nbclient import NotebookClient\n"
        "nb = nbformat.read(sys.argv[1], 4)\n"
        "NotebookClient(nb, timeout=120).execute()\n"
        "cards = [o.data['text/html'] for c in nb.cells if c.cell_type == 'code' for o in c.outputs if o.output_type == 'execute_result' and 'text/html' in o.data]\n"
        "assert sum('Not attempted yet' in card for card in cards) == 6, cards\n"
        "import course_utils; assert course_utils.__file__.startswith(sys.argv[2]), course_utils.__file__\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", run, notebook, home],
        cwd=home,
        env={"PYTHONPATH": str(home), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.notebook
def test_the_bundle_is_the_same_bytes_each_time(tmp_path):
    for name in ("one.zip", "two.zip"):
        autograder("bundle", tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
