"""The hidden cases: drawn per student, the same on a regrade, and kind to rounding."""

import pytest

from autograder.examination import LABS, MODEL_FILES, Dice, examine, fresh_cases, is_steady, visible_cases
from autograder.visible import question_of
from course_utils.checking.cases import pack, read_table
from course_utils.checking.equality import same_argument

QUESTIONS = [(lab, probed) for lab, questions in LABS.items() for probed in questions]
EVERY = pytest.mark.parametrize(("lab", "probed"), QUESTIONS, ids=[f"{lab}-{probed.name}" for lab, probed in QUESTIONS])


@EVERY
def test_the_reference_passes_its_own_examination(lab, probed):
    partners = [other.reference for _, other in QUESTIONS if other.name in MODEL_FILES and other is not probed]
    verdict = examine(
        lab, probed.name, probed.reference, *(partners if probed.name in MODEL_FILES else ()), seed="a student"
    )
    assert verdict.state == "passed", verdict


@EVERY
def test_the_cases_are_the_same_for_one_student_and_others_for_the_next(lab, probed):
    def drawn(seed):
        return [pack(list(arguments)) for arguments in probed.draw(Dice(seed))]

    assert drawn("ada") == drawn("ada") != drawn("benoit")


@EVERY
def test_lengths_that_dont_fit_are_those_that_the_reference_names(lab, probed):
    if probed.name in MODEL_FILES:
        return
    for case in [*visible_cases(probed), *fresh_cases(probed, "seed")]:
        if case.lengths:
            with pytest.raises(ValueError, match="found") as raised:
                probed.reference(*case.arguments)
            assert all(str(length) in str(raised.value) for length in case.lengths)


@EVERY
def test_the_shipped_table_is_the_one_the_reference_gives(lab, probed):
    shipped = read_table(lab)[probed.name].cases
    fresh = question_of(lab, probed, 1.0).cases
    assert len(shipped) == len(fresh)
    for one, other in zip(shipped, fresh, strict=True):
        assert same_argument(one.arguments, other.arguments)
        assert one.lengths == other.lengths


def test_a_case_that_rounding_could_change_is_known():
    def delta(pred, true):
        return pred - true

    assert not is_steady(delta, (1.0000001, 1.0))
    assert is_steady(delta, (1.5, 1.0))


@pytest.mark.parametrize(("lab", "name"), [("01_single_weight", "w_sum"), ("02_multiple_inputs", "freeze")])
def test_a_function_of_another_lab_is_refused(lab, name):
    with pytest.raises(ValueError, match="expected one of"):
        examine(lab, name, len, seed="x")
