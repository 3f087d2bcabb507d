"""What a submission says of itself is not believed: points, tests and marks are the source's, whatever was done to the file."""

import copy
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from autograder.engine import sandbox
from course_utils.checking.verdict import MIME_TYPE
from tests.autograder.runs import grade_by_command, grade_here, gradebook_content, results_of
from tests.conftest import answered, course_of, solved_sources

pytestmark = [
    pytest.mark.notebook,
    pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing())),
]
LAB = "01_single_weight"
NBGRADER = Path(sys.executable).with_name("nbgrader")
WRONG = {"compute_delta": "def compute_delta(pred, true):\n    return true - pred"}  # 4 of 8 points
NEVER = "@NEVER@"  # stands for code that leaves a file behind in whatever process runs it
FORGED = {
    "name": "compute_delta",
    "score": 1.0,
    "max_score": 1.0,
    "state": "passed",
    "message": "All is well.",
    "diagnosis": None,
}
VERDICT = f"""
class Forged:
    def _repr_mimebundle_(self, **_):
        return {{{MIME_TYPE!r}: {FORGED!r}, "text/plain": "1.0"}}
    def __float__(self):
        return 1.0
Forged()
"""


def mark(cell):
    found = cell.metadata.get("nbgrader")
    return found if isinstance(found, dict) else {}


def graded_cells_of(notebook):
    return [cell for cell in notebook.cells if mark(cell).get("grade")]


def named(notebook, grade_id):
    return next(cell for cell in notebook.cells if mark(cell).get("grade_id") == grade_id)


def for_tests(**changes):
    """Change the marks of all test cells."""

    def forge(notebook):
        for cell in graded_cells_of(notebook):
            cell.metadata.nbgrader.update(changes)

    return forge


def with_source(source, *, tag=None):
    """Put other code in all test cells."""

    def forge(notebook):
        for cell in graded_cells_of(notebook):
            cell.source = source
            cell.metadata.tags = [tag] if tag else []

    return forge


def own_cell(source, place=None, **marks):
    """Add a cell of the student's own that claims to be marked."""

    def forge(notebook):
        cell = new_code_cell(source, metadata={"nbgrader": {"schema_version": 3, "locked": False, **marks}})
        notebook.cells.insert(len(notebook.cells) if place is None else place, cell)

    return forge


def swap(one, other):
    """Exchange two cells' ids."""

    def forge(notebook):
        first, second = named(notebook, one), named(notebook, other)
        first.metadata.nbgrader.grade_id, second.metadata.nbgrader.grade_id = other, one

    return forge


def delete_tests(notebook):
    notebook.cells = [cell for cell in notebook.cells if not mark(cell).get("grade")]


def double_tests(notebook, *, first):
    for cell in graded_cells_of(notebook):
        forged = copy.deepcopy(cell)
        forged.id, forged.source = f"{cell.id}-2", NEVER + VERDICT
        notebook.cells.insert(0 if first else len(notebook.cells), forged)


def prose_for_tests(notebook):
    for place, cell in enumerate(notebook.cells):
        if mark(cell).get("grade"):
            notebook.cells[place] = new_markdown_cell("1 point", metadata=cell.metadata)


def forge_outputs(notebook):
    data = {MIME_TYPE: FORGED, "text/plain": "1.0"}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [new_output("execute_result", data=data, execution_count=1)]


def forge_mark_of_a_run(notebook):
    notebook.metadata["gradient_descent_labs"] = {"fingerprint": "", "result": {"score": 8.0, "questions": []}}
    notebook.metadata["kernelspec"] = {"name": "bash", "display_name": "bash", "language": "bash"}


def of_all_kinds(notebook):
    kinds = [
        None,
        1,
        True,
        [],
        {},
        "x",
        {"grade_id": ["a"]},
        {"grade_id": {}, "grade": "yes"},
        {"grade_id": 1, "points": "9"},
    ]
    notebook.cells += [new_code_cell("1", metadata={"nbgrader": kind}) for kind in kinds]


FORGERIES = {
    "points": for_tests(points=100.0),
    "points below nothing": for_tests(points=-1),
    "points of another kind": for_tests(points="all"),
    "not locked": for_tests(locked=False, solution=True, schema_version=2),
    "no test": for_tests(grade=False),
    "tests edited": with_source(NEVER + VERDICT),
    "tests emptied": with_source(""),
    "tests called a demo": with_source(NEVER + VERDICT, tag="demo"),
    "tests left out of the run": with_source("check(compute_delta)", tag="demo"),
    "tests deleted": delete_tests,
    "tests doubled before": lambda notebook: double_tests(notebook, first=True),
    "tests doubled after": lambda notebook: double_tests(notebook, first=False),
    "tests in prose": prose_for_tests,
    "tests exchanged": swap("compute_delta_check", "neural_network_check"),
    "own bonus test": own_cell(NEVER + VERDICT, grade_id="bonus_check", grade=True, solution=False, points=50),
    "a solution that is a test": lambda notebook: named(notebook, "compute_delta").metadata.nbgrader.update(
        grade=True, points=8
    ),
    "outputs": forge_outputs,
    "a verdict shown": own_cell(f"from IPython.display import display\n{VERDICT}\ndisplay(Forged())\nForged()"),
    "mark of an earlier run": forge_mark_of_a_run,
    "marks of all kinds": of_all_kinds,
}
# The student's own code that claims to be the test of `compute_delta`: it may run, but in the student's process.
OWN_CODE = {
    "own test first": own_cell(
        NEVER + VERDICT, 0, grade_id="compute_delta_check", grade=True, solution=False, points=9
    ),
    "own test last": own_cell(NEVER + VERDICT, grade_id="compute_delta_check", grade=True, solution=False, points=9),
    "own code graded": own_cell(NEVER, 0, grade_id="mine", grade=True, solution=True, points=9),
    "own code in a solution": lambda notebook: named(notebook, "compute_delta").update(
        source=WRONG["compute_delta"] + "\n" + NEVER
    ),
    "own code plainly": own_cell(NEVER),
}
# Where the state is another, and why; the marks are the same.
OTHER_STATES = {
    "tests exchanged": {
        "compute_delta": "not_attempted"
    },  # its test now comes before its cell, where the student put it
}
BESIDE = ("numpy.py", "sitecustomize.py", "course_utils.py", "autograder.py", "IPython.py")  # files handed in too
TIMES = {
    "time of another kind": b"yesterday",
    "time in other bytes": b"\xff\xfe\x00",
    "time that is empty": b"",
    "time that is a date": b"2026-01-02 03:04:05",
}


def leave_a_trace(folder, student):
    """Return code that writes down which program runs it."""
    line = f"open({str(folder / student)!r}, 'a').write(open('/proc/self/cmdline').read())"
    return f"try:\n    {line}\nexcept OSError:\n    pass\n"


def hand_in(course, student, notebook, traces):
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        cell.source = cell.source.replace(NEVER, leave_a_trace(traces, student))
    path = course.class_folder / "submitted" / student / LAB / f"{LAB}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def traces():
    """A folder that every user may write in."""
    folder = Path(tempfile.mkdtemp(prefix="traces-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def forged_class(tmp_path_factory, traces):
    """A course and its class: one student who is honest, and others with the same answers in forged notebooks."""
    course = course_of(tmp_path_factory.mktemp("trust") / "course", LAB)
    honest = answered(course, LAB, {**solved_sources(course, LAB), **WRONG})
    hand_in(course, "honest", honest, traces)
    for student, forge in (FORGERIES | OWN_CODE).items():
        notebook = copy.deepcopy(honest)
        forge(notebook)
        hand_in(course, student, nbformat.from_dict(notebook), traces)
    path = hand_in(course, "files beside it", honest, traces)
    for name in BESIDE:
        path.with_name(name).write_text(leave_a_trace(traces, "files beside it"), encoding="utf-8")
    return course


@pytest.fixture(scope="module")
def results(forged_class, traces):
    done = grade_by_command(forged_class, LAB)
    assert done.returncode == 0, done.stderr[-3000:]
    found = {line["student"]: line for line in map(json.loads, results_of(forged_class).splitlines())}
    return found, sorted(path.name for path in traces.iterdir())


ALL = [*FORGERIES, *OWN_CODE, "files beside it"]


@pytest.mark.parametrize("student", ALL)
def test_a_forged_notebook_has_the_marks_of_the_honest_one(student, results):
    honest, forged = results[0]["honest"], results[0][student]
    assert honest["score"] == 7.0
    assert (forged["status"], forged["score"], forged["max_score"]) == ("graded", honest["score"], honest["max_score"])
    states = OTHER_STATES.get(student, {})
    assert [(q["name"], q["score"], q["max_score"], q["state"]) for q in forged["questions"]] == [
        (q["name"], q["score"], q["max_score"], states.get(q["name"], q["state"])) for q in honest["questions"]
    ]


@pytest.mark.parametrize("kind", TIMES)
def test_a_time_that_is_none_costs_no_marks_and_stops_nobody(kind, tmp_path, traces):
    course = course_of(tmp_path / "course", LAB)
    honest = answered(course, LAB, {**solved_sources(course, LAB), **WRONG})
    for student in ("ada", "benoit", "chen"):
        path = hand_in(course, student, honest, traces)
        if student == "benoit":
            path.with_name("timestamp.txt").write_bytes(TIMES[kind])
    status, errors = grade_here(course, LAB)
    assert status == 0, errors
    lines = [json.loads(line) for line in results_of(course).splitlines()]
    assert [(line["status"], line["score"]) for line in lines] == [("graded", 7.0)] * 3


def test_no_code_of_a_student_leaves_a_trace_outside(results):
    assert results[1] == []


def test_the_gradebook_has_the_sources_cells_and_points_and_nobody_elses(forged_class, results):
    content = gradebook_content(forged_class)
    assert len(content["grades"]) == 7 * len(results[0])
    for student, line in results[0].items():
        assert sum(row[2] or 0.0 for row in content["grades"] if row[0] == student) == line["score"], student
    assert {row[1]: row[3] for row in content["cells"] if row[3] is not None} == {
        "reflection": 2.0,
        **{f"{question['name']}_check": question["max_score"] for question in results[0]["honest"]["questions"]},
    }


def test_without_a_sandbox_code_leaves_its_trace_from_the_students_process_and_no_other(forged_class, tmp_path, traces):
    """The control of the traces, and more: a test cell's forged code isn't run in any process."""
    course = type(forged_class)(tmp_path / "course")
    shutil.copytree(forged_class.root, course.root, ignore=shutil.ignore_patterns("autograded", "gradebook.db*"))
    for student in FORGERIES:
        if student not in {"tests edited", "tests doubled after", "own bonus test"}:
            shutil.rmtree(course.class_folder / "submitted" / student)
    try:
        done = grade_by_command(course, LAB, "--sandbox", "none")
        found = {path.name: path.read_text(encoding="utf-8") for path in traces.iterdir()}
    finally:
        for path in traces.iterdir():
            path.unlink()
    assert done.returncode == 0, done.stderr[-3000:]
    assert {"own code graded", "own code in a solution", "own code plainly"} <= found.keys()
    assert found.keys() <= {*OWN_CODE, "own bonus test"}
    assert [student for student, program in found.items() if "autograder.engine.zygote" not in program] == []


def test_by_nbgraders_command_forging_earns_nothing_either(forged_class, results, tmp_path, traces):
    course = type(forged_class)(tmp_path / "course")
    shutil.copytree(forged_class.root, course.root, ignore=shutil.ignore_patterns("autograded", "gradebook.db*"))
    chosen = ("honest", "points", "tests edited", "tests doubled after", "own test last", "files beside it")
    for entry in (course.class_folder / "submitted").iterdir():
        if entry.name not in chosen:
            shutil.rmtree(entry)
    environment = {**os.environ, "PATH": "/usr/bin:/bin"}
    for step in ("generate_assignment", "autograde"):
        words = [NBGRADER, step, LAB, "--force"]
        done = subprocess.run(words, cwd=course.root, capture_output=True, text=True, check=False, env=environment)
        failed = done.stderr[-3000:] if done.returncode else ""
    scores = dict.fromkeys(chosen, 0.0)
    for row in gradebook_content(course)["grades"]:
        scores[row[0]] += row[2] or 0.0
    assert max(scores.values()) == scores["honest"] == 7.0
    assert {student for student, score in scores.items() if score < 7.0} <= {"tests doubled after", "own test last"}, (
        failed
    )
    assert list(traces.iterdir()) == []
