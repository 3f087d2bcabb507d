"""Answers by strangers: every right one earns the full score, every wrong one loses some of it."""

import contextlib
import gc
import importlib
import io
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.examination import examine

Variants = dict[str, dict[str, str]]

MODULES = {
    "01_single_weight": "lab01",
    "02_multiple_inputs": "lab02",
    "03_multiple_outputs": "lab03",
    "04_freezing_weights": "lab04",
    "05_mnist": "lab05",
}
RIGHT: dict[str, Variants] = {}
WRONG: dict[str, Variants] = {}
BORDERLINE: dict[str, Variants] = {}
for lab, module in MODULES.items():
    variants = importlib.import_module(f"tests.variants.{module}")
    RIGHT[lab], WRONG[lab], BORDERLINE[lab] = variants.RIGHT, variants.WRONG, variants.BORDERLINE

UNSEEN = {lab: importlib.import_module(f"tests.variants.unseen_{module}") for lab, module in MODULES.items()}
# These are right by the readings of LABS.md that tests/variants/__init__.py states.
NOT_WRONG = {"numpy broadcasts a length of 1 (else right)", "zip cuts pixels that don't fit"}
PARTNERS = {"save_model": ["load_model"], "load_model": ["save_model"]}
SEEDS = ("a-first-seed", "2718", "another-one")


def notebook(lab: str, name: str, source: str) -> dict[str, Any]:
    """The namespace after the solution cells: the lab's functions right, and then `source` for `name`.

    Functions that the source defines besides `name` (its own `load_model` for `save_model`) stay as it defines them.
    """
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for earlier, answers in RIGHT[lab].items():
        if earlier == name:
            break
        exec(compile(next(iter(answers.values())), f"<{earlier}>", "exec"), namespace)
    for partner in PARTNERS.get(name, []):
        exec(compile(next(iter(RIGHT[lab][partner].values())), f"<{partner}>", "exec"), namespace)
    exec(compile(source, f"<{name}>", "exec"), namespace)
    return namespace


def verdict(lab: str, name: str, source: str, seed: str) -> Any:
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        # A student's warnings are the grader's business, not pytest's; files left open are nobody's.
        warnings.simplefilter("default")
        warnings.simplefilter("ignore", ResourceWarning)
        namespace = notebook(lab, name, source)
        function: Callable[..., object] = namespace[name]
        partners = [namespace[partner] for partner in PARTNERS.get(name, [])]
        result = examine(lab, name, function, *partners, seed=seed)
        if partners:
            gc.collect()  # while the warnings about files left open are ignored
        return result


def cases(variants: dict[str, Variants]) -> list[Any]:
    return [
        pytest.param(lab, name, source, id=f"{lab[:2]}-{name}-{label.replace(' ', '_')}")
        for lab, functions in variants.items()
        for name, answers in functions.items()
        for label, source in answers.items()
    ]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test its own working folder: some wrong `save_model`s write wherever they are."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("lab", "name", "source"), cases(RIGHT))
def test_a_right_answer_earns_the_full_score(lab: str, name: str, source: str, seed: str) -> None:
    result = verdict(lab, name, source, seed)
    assert float(result) == result.max_score, result


@pytest.mark.parametrize(("lab", "name", "source"), cases(WRONG))
def test_a_wrong_answer_loses_marks(lab: str, name: str, source: str) -> None:
    result = verdict(lab, name, source, SEEDS[0])
    assert float(result) < result.max_score, result


@pytest.mark.parametrize(("lab", "name", "source"), cases(BORDERLINE))
def test_single_precision_costs_marks_for_its_digits_at_most(lab: str, name: str, source: str) -> None:
    result = verdict(lab, name, source, SEEDS[0])
    is_close = result.finding.diagnosis in {None, "slightly-off", "first-part-slightly-off"}
    assert float(result) == result.max_score or is_close, result


def test_every_function_has_right_and_wrong_answers_by_the_dozen() -> None:
    for lab in MODULES:
        assert RIGHT[lab].keys() == WRONG[lab].keys()
        assert all(len(answers) >= 10 for answers in RIGHT[lab].values())
        assert all(len(answers) >= 15 for answers in WRONG[lab].values())


@pytest.mark.parametrize(("lab", "name", "source"), cases(RIGHT))
def test_nothing_is_diagnosed_in_a_right_answer(lab: str, name: str, source: str) -> None:
    assert verdict(lab, name, source, SEEDS[-1]).finding.diagnosis is None


def test_nearly_every_wrong_answer_is_named() -> None:
    wrong = [param.values for param in cases(WRONG)]
    named = sum(verdict(lab, name, source, SEEDS[0]).finding.diagnosis is not None for lab, name, source in wrong)
    assert named >= 0.97 * len(wrong)


@pytest.mark.parametrize(("lab", "name", "source"), cases({lab: module.RIGHT for lab, module in UNSEEN.items()}))
def test_a_right_answer_by_a_stranger_earns_the_full_score(lab: str, name: str, source: str) -> None:
    result = verdict(lab, name, source, SEEDS[0])
    assert float(result) == result.max_score, result


def test_wrong_answers_by_strangers_lose_marks_and_most_are_named() -> None:
    wrong = {
        (lab, name, label): source
        for lab, module in UNSEEN.items()
        for name, answers in module.WRONG.items()
        for label, source in answers.items()
        if label not in NOT_WRONG
    }
    results = {key: verdict(*key[:2], source, SEEDS[0]) for key, source in wrong.items()}
    assert [key for key, result in results.items() if float(result) == result.max_score] == []
    named = sum(result.finding.diagnosis is not None for result in results.values())
    assert named >= 0.95 * len(wrong)  # measured when they were first tried, before anything was mended by them: 0.97
