"""A lab's table: what is written is what is read."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from course_utils.checking.cases import Case, Question, pack, read_table, unpack, write_table
from course_utils.checking.equality import same_argument

NUMBERS = st.integers(-(2**40), 2**40) | st.floats(allow_nan=False, allow_infinity=False)
ARRAYS = arrays(np.uint8, array_shapes(max_side=12)) | arrays(
    np.float64, array_shapes(max_side=12), elements=st.floats(-1e9, 1e9)
)
VALUES = st.recursive(
    NUMBERS | ARRAYS, lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner), max_leaves=8
)


@given(VALUES)
def test_packing_keeps_types_shapes_and_every_number(value):
    assert same_argument(value, unpack(pack(value)))


def test_a_table_comes_back_as_it_was_written(tmp_path):
    cases = (
        Case(([1, 2.5], 3), np.array([1.0])),
        Case((np.zeros((9, 9)),), (1.0, np.array([2.0]))),
        Case(([1],), lengths=(1, 2), quiet=True),
    )
    path = write_table("lab", [Question("f", 2, cases)], tmp_path)
    before = path.read_bytes()
    question = read_table("lab", tmp_path)["f"]
    assert question.points == 2
    assert [case.lengths for case in question.cases] == [None, None, (1, 2)]
    assert same_argument(question.cases[0].arguments, ([1, 2.5], 3))
    assert question.cases[2].quiet
    assert write_table("lab", [question], tmp_path).read_bytes() == before


def test_a_lab_without_a_table_is_refused(tmp_path):
    with pytest.raises(ValueError, match="none is released yet"):
        read_table("lab", tmp_path)
