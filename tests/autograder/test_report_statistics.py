"""The report's numbers: by hand, by numpy's own formulas, and at the edges where they aren't defined."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from autograder.report.statistics import cronbach_alpha, difficulty, discrimination, histogram, spread

# Four students, three questions of one point. Totals 3, 2, 1, 0.
#   difficulty: 3/4, 2/4, 1/4.
#   question 1 against the rest (2, 1, 0, 0): means 1 and 0, p q = 3/16, s = sqrt(11)/4:  1 * sqrt(3)/4 / (sqrt(11)/4) = sqrt(3/11)
#   question 2 against the rest (2, 1, 1, 0): means 1.5 and 0.5, p q = 1/4, s = sqrt(1/2): 1 * 1/2 / sqrt(1/2) = sqrt(1/2)
#   question 3 against the rest (2, 2, 1, 0): means 2 and 1, p q = 3/16, s = sqrt(11)/4:  sqrt(3/11)
#   alpha: variances of the questions (n - 1) 1/4, 1/3, 1/4, of the totals 5/3: 3/2 * (1 - (5/6) / (5/3)) = 3/4
LADDER = np.array([[1.0, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]])


def test_the_ladder_has_the_values_worked_out_by_hand():
    assert difficulty(LADDER, np.ones(3)) == [0.75, 0.5, 0.25]
    assert discrimination(LADDER) == pytest.approx([math.sqrt(3 / 11), math.sqrt(1 / 2), math.sqrt(3 / 11)])
    assert cronbach_alpha(LADDER) == pytest.approx(0.75)


def test_questions_that_say_the_same_are_perfectly_reliable_and_opposite_ones_are_not_at_all():
    same = np.array([[1.0, 1], [0, 0], [1, 1]])
    assert cronbach_alpha(same) == pytest.approx(1.0)
    assert discrimination(same) == pytest.approx([1.0, 1.0])
    assert discrimination(np.array([[1.0, 0], [0, 1], [1, 0]])) == pytest.approx([-1.0, -1.0])
    # variances 1/3 and 4/3, totals 1, 2, 1 with 1/3: 2 * (1 - (5/3) / (1/3)) = -8
    assert cronbach_alpha(np.array([[1.0, 0], [0, 2], [1, 0]])) == pytest.approx(-8.0)


def test_difficulty_is_a_share_of_the_questions_own_points():
    assert difficulty(np.array([[0.5, 4.0], [1.0, 0.0]]), np.array([1.0, 4.0])) == [0.75, 0.5]


def test_the_spread_is_that_of_a_sample():
    found = spread([0.0, 0.5, 1.0, 1.0])
    assert (found.number, found.mean, found.median, found.lowest, found.highest) == (4, 0.625, 0.75, 0.0, 1.0)
    assert found.deviation == pytest.approx(math.sqrt(0.6875 / 3))


@pytest.mark.parametrize(
    ("share", "tenth"),
    [(0.0, 0), (0.0999, 0), (0.1, 1), (3 / 10, 3), (0.7, 7), (7 / 8, 8), (0.999, 9), (1.0, 9)],
)
def test_each_share_is_counted_in_its_tenth(share, tenth):
    counts = histogram([share])
    assert counts.index(1) == tenth
    assert sum(counts) == 1
    assert len(counts) == 10


NOT_DEFINED = {
    "nobody": np.zeros((0, 3)),
    "one student": np.array([[1.0, 0, 1]]),
    "one question": np.array([[1.0], [0.0], [1.0]]),
    "no question": np.zeros((3, 0)),
    "all right": np.ones((5, 3)),
    "all wrong": np.zeros((5, 3)),
    "all equal thirds": np.full((7, 3), 1 / 3),
}


@pytest.mark.parametrize("scores", NOT_DEFINED.values(), ids=NOT_DEFINED)
def test_what_is_not_defined_is_none_and_no_warning(scores):
    assert cronbach_alpha(scores) is None
    assert discrimination(scores) == [None] * scores.shape[1]


def test_a_question_that_all_have_right_has_no_discrimination_but_the_others_do():
    scores = np.column_stack([np.ones(4), LADDER])
    assert discrimination(scores)[0] is None
    assert discrimination(scores)[1:] == pytest.approx(discrimination(LADDER))


def test_of_nobody_nothing_is_defined():
    found = spread([])
    assert (found.number, found.mean, found.median, found.deviation) == (0, None, None, None)
    assert spread([0.5]).deviation is None
    assert difficulty(np.zeros((0, 2)), np.ones(2)) == [None, None]
    assert difficulty(np.zeros((3, 1)), np.zeros(1)) == [None]
    assert histogram([]) == [0] * 10


tables = st.tuples(st.integers(1, 12), st.integers(1, 6)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=st.sampled_from([0.0, 0.25, 0.5, 1.0, 1 / 3, 3.0]))
)


@given(tables)
def test_every_table_gives_numpys_values_or_none(scores):
    totals = scores.sum(axis=1)
    for number, value in enumerate(discrimination(scores)):
        rest = totals - scores[:, number]
        if value is None:
            assert len(scores) < 2 or scores.shape[1] < 2 or min(np.ptp(scores[:, number]), np.ptp(rest)) < 1e-5
        else:
            assert value == pytest.approx(np.corrcoef(scores[:, number], rest)[0, 1])
            assert -1 <= value <= 1
    alpha = cronbach_alpha(scores)
    if alpha is not None:
        covariance = np.cov(scores, rowvar=False)
        size = len(covariance)
        assert alpha == pytest.approx(size / (size - 1) * (1 - np.trace(covariance) / covariance.sum()), abs=1e-6)
        assert alpha <= 1 + 1e-9
    assert difficulty(scores, np.full(scores.shape[1], 3.0)) == pytest.approx(list(scores.mean(axis=0) / 3))


@given(st.lists(st.integers(0, 1), min_size=4, max_size=40), st.data())
def test_for_right_or_wrong_it_is_the_point_biserial_formula(right, data):
    rest = data.draw(st.lists(st.integers(0, 9), min_size=len(right), max_size=len(right)))
    scores = np.column_stack([right, rest]).astype(float)
    value = discrimination(scores)[0]
    ones, others = scores[scores[:, 0] == 1, 1], scores[scores[:, 0] == 0, 1]
    if value is None:
        assert not len(ones) or not len(others) or np.ptp(scores[:, 1]) == 0
        return
    p = len(ones) / len(scores)
    assert value == pytest.approx((ones.mean() - others.mean()) / scores[:, 1].std() * math.sqrt(p * (1 - p)))
