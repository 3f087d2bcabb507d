"""progress(): every lab at a glance, from the functions that are there and from saved notebooks."""

import json

import pytest

from course_utils import progress
from course_utils.checking.cases import TABLES
from course_utils.checking.progress import Progress, Step, saved_records
from course_utils.checking.verdict import MIME_TYPE

LABS = sorted(path.stem for path in TABLES.glob("*.json"))


def neural_network(input, weight):  # noqa: A002
    return input * weight


def compute_error(pred, true):
    return pred - true


def save(folder, lab, *records):
    outputs = [{"output_type": "execute_result", "data": {MIME_TYPE: record}} for record in records]
    path = folder / lab / f"{lab}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "outputs": outputs}]}), encoding="utf-8")
    return path


def record(name, state, score):
    return {"name": name, "state": state, "score": score, "max_score": 1.0}


def test_the_lab_at_hand_is_checked_as_it_stands(tmp_path, monkeypatch):
    (tmp_path / LABS[0]).mkdir()
    monkeypatch.chdir(tmp_path / LABS[0])
    steps = {(step.lab, step.name): step for step in progress().steps}
    assert steps[LABS[0], "neural_network"].state == "passed"
    assert steps[LABS[0], "neural_network"].score == 1.0
    assert steps[LABS[0], "compute_error"].state == "failed"
    assert steps[LABS[0], "train"].state == "not_attempted"
    assert {step.state for step in steps.values() if step.lab != LABS[0]} == {"not_checked"}


def test_the_others_are_as_their_checks_left_them(tmp_path):
    save(
        tmp_path, LABS[1], record("w_sum", "failed", 0.0), record("w_sum", "passed", 1.0), record("train", "error", 0.0)
    )
    steps = {(step.lab, step.name): step for step in progress(tmp_path).steps}
    assert (steps[LABS[1], "w_sum"].state, steps[LABS[1], "w_sum"].score) == ("passed", 1.0)
    assert steps[LABS[1], "train"].state == "error"
    assert steps[LABS[1], "ele_mul"].state == "not_checked"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 3}', '{"cells": [{"outputs": [{"data": 1}]}]}'])
def test_a_file_that_is_no_notebook_says_nothing(tmp_path, text):
    path = tmp_path / "lab.ipynb"
    path.write_text(text, encoding="utf-8")
    assert saved_records(path) == {}


def test_records_of_another_form_are_passed_over(tmp_path):
    path = save(tmp_path, "lab", {"name": 1}, {"name": "f", "state": "perfect", "score": 1}, record("g", "passed", 1))
    assert list(saved_records(path)) == ["g"]


def test_the_advice_is_the_first_thing_that_is_left():
    done, left = Step("01", "f", "passed", 1, 1), Step("01", "g", "error", 0, 2)
    assert "`g` in 01" in Progress([done, left, Step("02", "h", "not_attempted", 0, 1)]).advice
    assert "read what its check says" in Progress([left]).advice
    assert "write it" in Progress([Step("02", "h", "not_attempted", 0, 1)]).advice
    assert "All functions" in Progress([done]).advice


def test_it_says_in_words_what_the_signs_mean():
    shown = Progress([Step("01", "f", "passed", 1, 1), Step("01", "g<", "timed_out", 0, 2)])
    assert "01: 1 of 3" in repr(shown)
    assert "did not finish" in repr(shown)
    page = shown._repr_html_()
    assert 'aria-label="did not finish"' in page
    assert "g&lt;" in page
