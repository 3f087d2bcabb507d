"""The same right and wrong answers, each in a sandboxed process of its own: the verdicts are those of the examination alone."""

import tempfile
from pathlib import Path

import pytest

from autograder.engine import sandbox
from autograder.engine.examiner import StudentGoneError, StudentProcess, Zygote, remote
from autograder.examination import LABS, examine
from course_utils.checking.model_files import MODEL_FILES
from tests.variants import lab01, lab02, lab03, lab04, lab05

pytestmark = pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing()))
MODULES = dict(zip(LABS, (lab01, lab02, lab03, lab04, lab05), strict=True))
QUESTIONS = [(lab, question.name) for lab, questions in LABS.items() for question in questions]


@pytest.fixture(scope="module")
def zygote():
    made = Zygote()
    yield made
    made.close()


def right(lab, name):
    """Return a right answer; lab 03's `ele_mul` is lab 02's."""
    answers = MODULES[lab].RIGHT.get(name) or lab02.RIGHT[name]
    return next(iter(answers.values()))


def earns_everything(zygote, lab, name, source):
    order = [question.name for question in LABS[lab]]
    before = [other for other in (*order[: order.index(name)], *MODEL_FILES) if other in order and other != name]
    names = [name, *(other for other in MODEL_FILES if name in MODEL_FILES and other != name)]
    with tempfile.TemporaryDirectory(prefix="scratch-") as folder:
        Path(folder).chmod(0o755)
        process = StudentProcess(zygote, Path(folder))
        try:
            for cell in ("import numpy as np", *(right(lab, other) for other in before), source):
                process.run(cell)
            verdict = examine(lab, *names[:1], *(remote(process, each) for each in names), seed="a seed")
        except StudentGoneError:
            return False
        finally:
            process.kill()
    return float(verdict) == verdict.max_score


@pytest.mark.parametrize(("lab", "name"), QUESTIONS, ids=[f"{lab}-{name}" for lab, name in QUESTIONS])
def test_the_sandbox_changes_no_verdict(lab, name, zygote):
    module = MODULES[lab]
    for label, source in module.RIGHT.get(name, {}).items():
        assert earns_everything(zygote, lab, name, source), f"right, and yet not passed: {label}"
    for label, source in module.WRONG.get(name, {}).items():
        assert not earns_everything(zygote, lab, name, source), f"wrong, and yet passed: {label}"
