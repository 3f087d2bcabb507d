"""What counts as an equal answer, whatever type it comes in."""

import array
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from course_utils.checking.equality import difference, same_argument

NUMBERS = (0.5, np.float32(0.5), np.float64(0.5), Fraction(1, 2), Decimal("0.5"), np.array(0.5), 0.5 + 4e-7)
VECTORS = (
    [1, 2.5],
    (1.0, 2.5),
    np.array([1, 2.5]),
    np.array([1, 2.5], dtype=np.float32),
    np.array([1, 2.5], dtype=object),
    [np.float32(1), Fraction(5, 2)],
    [np.array(1.0), 2.5],
    array.array("d", [1, 2.5]),
)
MATRICES = ([[1, 2], [3, 4]], ((1, 2), (3, 4)), [np.array([1, 2]), (3, 4)], np.array([[1, 2], [3, 4]]))
NOT_NUMBERS = (None, "0.5", [0.5], [], 0.5j, {0.5}, {"a": 0.5}, object(), np.array([0.5]), map(float, [1]))
NOT_VECTORS = (
    None,
    1.0,
    [1],
    [1, 2.5, 3],
    [[1, 2.5]],
    [[1], [2.5]],
    ["1", "2.5"],
    {1, 2.5},
    map(float, [1, 2.5]),
    (x for x in (1, 2.5)),
    [1, None],
    [1, float("nan")],
    [float("inf"), 2.5],
    [1, [2.5]],
    [10**400, 2.5],
    [1, 2.5 + 1e-5],
)


@pytest.mark.parametrize("got", NUMBERS, ids=repr)
def test_a_number_may_be_of_any_numeric_type(got):
    assert difference(got, 0.5) is None


@pytest.mark.parametrize("got", VECTORS, ids=repr)
def test_a_vector_may_be_a_list_a_tuple_or_an_array(got):
    assert difference(got, np.array([1, 2.5])) is None


@pytest.mark.parametrize("got", MATRICES, ids=repr)
def test_a_matrix_may_be_nested_in_any_way(got):
    assert difference(got, np.array([[1.0, 2.0], [3.0, 4.0]])) is None


@pytest.mark.parametrize("got", NOT_NUMBERS, ids=lambda value: type(value).__name__)
def test_anything_else_is_no_number(got):
    assert difference(got, 0.5) is not None


@pytest.mark.parametrize("got", NOT_VECTORS, ids=lambda value: type(value).__name__)
def test_anything_else_is_no_vector(got):
    assert difference(got, np.array([1, 2.5])) is not None


@pytest.mark.parametrize("got", [(0.5, [1, 2]), [0.5, (1, 2)], (np.float32(0.5), np.array([1, 2]))], ids=repr)
def test_a_pair_may_be_a_tuple_or_a_list(got):
    assert difference(got, (0.5, np.array([1.0, 2.0]))) is None


@pytest.mark.parametrize(
    "got", [([1, 2], 0.5), (0.5,), 0.5, None, (0.5, [1, 2], 3), np.array([0.5, 1, 2]), (0.5, 1)], ids=repr
)
def test_anything_else_is_no_pair(got):
    assert difference(got, (0.5, np.array([1.0, 2.0]))) is not None


@pytest.mark.parametrize("got", [[], (), np.array([]), np.zeros((0, 3))], ids=repr)
def test_no_errors_may_be_an_empty_anything(got):
    assert difference(got, np.array([])) is None


@pytest.mark.parametrize(
    ("got", "expected", "equal"),
    [(1e-10, 0.0, True), (2e-9, 0.0, False), (1e6 + 0.9, 1e6, True), (1e6 + 1.1, 1e6, False), (1.0 + 9e-7, 1.0, True)],
)
def test_the_tolerances_are_a_millionth_or_a_billionth(got, expected, equal):
    assert (difference(got, expected) is None) == equal


@pytest.mark.parametrize(
    ("got", "words"),
    [
        (None, "`return`"),
        ("3", "the text '3'"),
        (map(float, [1, 2]), "`list(...)`"),
        ([1, 2, 3], "a list of 3 numbers"),
        ([1, float("nan")], "nan or infinity"),
        ([1, 3], "the one at [1]"),
    ],
)
def test_the_difference_is_said_in_words(got, words):
    assert words in difference(got, np.array([1.0, 2.0]))


@pytest.mark.parametrize(
    ("after", "same"),
    [
        ([1, [2, 3]], True),
        ([1, [2, 4]], False),
        ([1, [2]], False),
        ((1, [2, 3]), False),
        ([1.0, [2, 3]], False),
    ],
)
def test_an_argument_is_the_same_only_in_every_part(after, same):
    assert same_argument([1, [2, 3]], after) == same


def test_an_array_is_the_same_only_with_its_type():
    assert same_argument(np.array([1, 2]), np.array([1, 2]))
    assert not same_argument(np.array([1, 2]), np.array([1.0, 2.0]))
