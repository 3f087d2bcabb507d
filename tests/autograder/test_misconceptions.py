"""The library of wrong formulas: each is caught, loses marks, and is told apart from every other, by the check and by the examination."""

import re
from itertools import chain

import numpy as np
import pytest

from autograder.examination import LABS, examine
from autograder.misconceptions import HELP, MISCONCEPTIONS
from course_utils.checking.desk import LabDesk
from course_utils.checking.model_files import MODEL_FILES

FUNCTIONS = [(lab, probed.name) for lab, questions in LABS.items() for probed in questions]
WITH_FORMULAS = [(lab, name) for lab, name in FUNCTIONS if name not in MODEL_FILES]


def every(functions):
    return pytest.mark.parametrize(("lab", "name"), functions, ids=[f"{lab[:2]}-{name}" for lab, name in functions])


def test_there_are_many_for_every_function():
    tables = [MISCONCEPTIONS[lab][name] for lab, name in FUNCTIONS]
    assert sum(map(len, tables)) >= 150
    assert min(map(len, tables)) >= 5


@every(WITH_FORMULAS)
def test_the_examination_names_each_and_gives_it_no_full_marks(lab, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for wrong in MISCONCEPTIONS[lab][name]:
        for seed in ("one", "another"):
            verdict = examine(lab, name, wrong.formulas[0], seed=seed)
            assert verdict.finding.diagnosis == wrong.id, (wrong.id, verdict)
            assert float(verdict) < verdict.max_score, wrong.id
            assert wrong.says in verdict.message


@every(WITH_FORMULAS)
def test_the_check_in_the_notebook_names_each_without_the_formulas(lab, name):
    desk = LabDesk(lab)
    for wrong in MISCONCEPTIONS[lab][name]:
        verdict = desk.verdict(desk.questions[name], wrong.formulas[0])
        assert verdict.finding.diagnosis == wrong.id, (wrong.id, verdict)
        assert float(verdict) < verdict.max_score, wrong.id


def plain_save(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)


def plain_load(path):
    with np.load(path) as model:
        return model["weights"], model["bias"]


@pytest.mark.parametrize("wrong", MISCONCEPTIONS["05_mnist"]["load_model"], ids=lambda wrong: wrong.id)
def test_what_becomes_of_a_model_is_named_by_both(wrong):
    def load_model(path):
        return wrong.formulas[0](*plain_load(path))

    examined = examine("05_mnist", "load_model", load_model, plain_save, seed="a seed")
    desk = LabDesk("05_mnist")
    checked = desk.verdict(desk.questions["load_model"], load_model, plain_save)
    assert examined.finding.diagnosis == checked.finding.diagnosis == wrong.id, (examined, checked)
    assert float(examined) == 0.0
    blameless = examine("05_mnist", "save_model", plain_save, load_model, seed="a seed")
    assert float(blameless) == blameless.max_score


@every(WITH_FORMULAS)
def test_every_other_way_to_write_one_loses_marks(lab, name):
    for wrong in MISCONCEPTIONS[lab][name]:
        for formula in wrong.formulas[1:6]:
            verdict = examine(lab, name, formula, seed="a seed")
            assert float(verdict) < verdict.max_score, wrong.id


@every(WITH_FORMULAS)
def test_names_are_plain_and_come_once(lab, name):
    names = [wrong.id for wrong in MISCONCEPTIONS[lab][name]]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each) for each in names)


@every(WITH_FORMULAS)
def test_sentences_are_few_and_end_with_a_question(lab, name):
    for wrong in MISCONCEPTIONS[lab][name]:
        sentences = re.findall(r"[.?!](?=\s|$)", wrong.says)
        assert 2 <= len(sentences) <= 5, (wrong.id, wrong.says)
        assert "?" in wrong.says, wrong.id
        assert "!" not in wrong.says.replace("!=", ""), wrong.id


@every(FUNCTIONS)
def test_every_function_has_a_hint_and_a_worked_example(lab, name):
    help_ = HELP[lab][name]
    assert 20 < len(help_.hint) < 400
    assert 40 < len(help_.example) < 900


def test_nothing_is_said_of_functions_that_are_not_asked_for():
    for lab, table in chain(MISCONCEPTIONS.items(), HELP.items()):
        assert set(table) <= {probed.name for probed in LABS[lab]}
