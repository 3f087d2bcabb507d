"""Hostile submissions through the real engine: no mark is won, nothing outside is touched, everybody else is graded right."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from autograder.build import points_of
from autograder.course import Course
from autograder.engine import examiner
from autograder.engine.examiner import Zygote, run_notebook
from autograder.engine.sandbox import missing
from autograder.notebook_files import read_notebook
from autograder.results import SubmissionResult, as_record, graded
from autograder.submissions import tidied
from tests.attacks.submissions import ATTACKS, LAB01, Attack
from tests.conftest import ROOT, answered, solved_sources

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))
_LARGEST_NOTEBOOK = 20_000_000
_WHOLE_CLASS = {
    "gradebook.db": "SQLite",
    "results.jsonl": "{}\n",
    "submitted/other/lab.ipynb": "other",
    "solution.py": "x = 1\n",
}


@pytest.fixture(scope="module")
def outside() -> Iterator[Path]:
    """A folder that everybody may write in, with a class in it; scratch folders are made in its `tmp`."""
    home = Path(tempfile.mkdtemp(prefix="attacked-"))
    _restored(home)
    before, tempfile.tempdir = tempfile.tempdir, str(home / "tmp")
    yield home
    tempfile.tempdir = before
    _removed(home)


@pytest.fixture(scope="module")
def guarded(outside: Path) -> Iterator[Zygote]:
    zygote = Zygote(guarded=True)
    yield zygote
    zygote.close()


@pytest.fixture(scope="module")
def unguarded(outside: Path) -> Iterator[Zygote]:
    zygote = Zygote(guarded=False)
    yield zygote
    zygote.close()


@pytest.fixture
def short_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the time limits short, for the submissions that wait for them."""
    monkeypatch.setattr(examiner, "SECONDS_PER_CELL", 3.0)
    monkeypatch.setattr(examiner, "SECONDS_PER_CALL", 1.0)


_KEEPING_A_SHARE = {"lengths-cut-short", "lengths-wrong-error", "lengths-not-named"}


def test_there_are_enough() -> None:
    assert len(ATTACKS) >= 60
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    for attack in ATTACKS:
        assert attack.unguarded or attack.twin, attack.name


def _removed(folder: Path) -> None:
    """Remove a folder, however deep, rights or no rights: shutil.rmtree calls itself for every level."""
    subprocess.run(["chmod", "-R", "u+rwx", "--", str(folder)], check=False, stderr=subprocess.DEVNULL)
    subprocess.run(["rm", "-rf", "--", str(folder)], check=True)


def _restored(outside: Path) -> None:
    """Put the class back as it was."""
    for path in outside.iterdir():
        _removed(path)
    (outside / "tmp").mkdir()
    (outside / "submitted" / "other").mkdir(parents=True)
    for name, text in _WHOLE_CLASS.items():
        (outside / name).write_text(text, encoding="utf-8")
    for path in (outside, *outside.rglob("*")):
        path.chmod(0o777)


def _placed(source: str, outside: Path) -> str:
    return source.replace("@OUTSIDE@", str(outside)).replace("@COURSE@", str(ROOT))


def _handed_in(course: Course, attack: Attack, outside: Path) -> NotebookNode:
    answers = {name: _placed(source, outside) for name, source in attack.answers.items()}
    notebook = answered(course, attack.lab, {**solved_sources(course, attack.lab), **answers})
    first = next(
        place for place, cell in enumerate(notebook.cells) if cell.metadata.get("nbgrader", {}).get("solution")
    )
    notebook.cells[first:first] = [new_code_cell(_placed(source, outside)) for source in attack.cells]
    notebook.cells += [new_code_cell(_placed(source, outside)) for source in attack.late]
    return notebook


def _marks(course: Course, notebook: NotebookNode, zygote: Zygote, lab: str) -> tuple[NotebookNode, SubmissionResult]:
    source = read_notebook(course.source(lab))
    executed = run_notebook(tidied(notebook, source), zygote, lab=lab, seed="a seed")
    return executed, graded("student", lab, executed, points_of(lab, source))


def _everything(outside: Path) -> dict[str, tuple[int, int, int, bytes]]:
    """What must stay as it is: each file's owner, rights and content; no scratch folder is left over."""
    seen = {}
    scratch = list((outside / "tmp").iterdir())
    assert not scratch
    for path in (outside, *outside.rglob("*")):
        state = path.lstat()
        content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        seen[str(path)] = (state.st_uid, state.st_mode, state.st_mtime_ns if path.is_file() else 0, content)
    for path in (ROOT / "solutions").rglob("*.ipynb"):
        seen[str(path)] = (path.stat().st_uid, path.stat().st_mode, path.stat().st_mtime_ns, b"")
    return seen


def _shown(process: examiner.StudentProcess, source: str) -> list[dict[str, str]]:
    try:
        return process.run(source)
    except RecursionError:  # the outputs of one attack
        return []


def _has_full_marks(result: SubmissionResult) -> bool:
    return result.score == result.max_score and all(question.state == "passed" for question in result.questions)


def _param(attack: Attack) -> object:
    marks = [pytest.mark.xfail(reason=attack.hole)] if attack.hole else []
    return pytest.param(attack, id=attack.name, marks=marks)


@pytest.mark.parametrize("attack", [_param(attack) for attack in ATTACKS])
def test_attack(attack: Attack, course: Course, guarded: Zygote, outside: Path, request: pytest.FixtureRequest) -> None:
    if attack.slow:
        request.getfixturevalue("short_times")
    before = _everything(outside)
    try:
        executed, result = _marks(course, _handed_in(course, attack, outside), guarded, attack.lab)
        after_it = _everything(outside)
    finally:
        _restored(outside)

    assert result.status == "graded"
    for question in result.questions:
        allowed = attack.states.get(question.name, "passed").split("|")
        assert question.state in allowed, (question.name, question.state, question.message)
        if question.diagnosis not in _KEEPING_A_SHARE or question.name in attack.nothing:
            assert question.score == (question.max_score if question.state == "passed" else 0.0)
    assert len(nbformat.writes(executed).encode()) < _LARGEST_NOTEBOOK  # it can be written, and read
    assert len(json.dumps(as_record(result))) < 1_000_000
    assert after_it == before
    _, after = _marks(course, answered(course, LAB01, solved_sources(course, LAB01)), guarded, LAB01)
    assert _has_full_marks(after), after


@pytest.mark.parametrize("attack", [pytest.param(a, id=a.name) for a in ATTACKS if a.unguarded])
def test_it_works_where_nothing_guards(attack: Attack, unguarded: Zygote, outside: Path) -> None:
    if attack.name == "Python's own library" and not os.access(os.__file__, os.W_OK):
        pytest.skip("this user may not write there anyway")
    home = outside / "tmp" / "unguarded"
    home.mkdir()
    process = examiner.StudentProcess(unguarded, home)
    try:
        sources = [*attack.cells, *attack.answers.values(), *attack.late, attack.unguarded or ""]
        outputs = [_shown(process, _placed(source, outside)) for source in sources]
        assert any("it worked" in output.get("text", "") for output in outputs[-1]), outputs[-1]
    finally:
        process.kill()
        _restored(outside)


@pytest.mark.parametrize("attack", [pytest.param(a, id=a.name) for a in ATTACKS if a.twin])
def test_its_honest_twin_passes(attack: Attack, course: Course, guarded: Zygote, outside: Path) -> None:
    twin = dataclasses.replace(attack, answers=attack.twin or {}, cells=(), late=())
    _, result = _marks(course, _handed_in(course, twin, outside), guarded, attack.lab)
    assert _has_full_marks(result), result
