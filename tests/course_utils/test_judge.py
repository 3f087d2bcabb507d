"""What the check says of a function: each way to be wrong has its state and its words."""

import os
import sys
import time
import warnings

import numpy as np
import pytest

from course_utils.checking.cases import Case
from course_utils.checking.judge import is_unwritten, judge

DOUBLED = (Case(([1, 2],), np.array([2.0, 4.0])), Case(([0.5],), np.array([1.0])))


def unwritten(values):
    """Return twice the values."""
    # YOUR CODE HERE
    raise NotImplementedError()


def says_nothing(values):
    """Return twice the values."""


def right(values):
    print("working")
    return [2 * value for value in values]


def in_place(values):
    for place in range(len(values)):
        values[place] *= 2
    return values


def warning(values):
    warnings.warn("careful", stacklevel=1)
    sys.stderr.write("oh\n")
    return right(values)


def for_ever(values):
    while True:
        pass


def stubborn(values):
    while True:
        try:
            time.sleep(0.01)
        except Exception:  # noqa: BLE001
            pass


def without_end(values):
    return without_end(values)


def leaves(values):
    sys.exit(0)


def uses_unwritten(values):
    return unwritten(values)


CASES = {
    "right": (right, "passed", "All 2 cases"),
    "right with a warning": (warning, "passed", "All 2 cases"),
    "untouched": (unwritten, "not_attempted", "YOUR CODE HERE"),
    "nothing but a docstring": (says_nothing, "not_attempted", "YOUR CODE HERE"),
    "no function": (3, "failed", "should be a function"),
    "None": (lambda values: print(values), "failed", "None"),
    "another length": (lambda values: [2 * values[0]], "failed", "a list of 1 number"),
    "another type": (lambda values: "24", "failed", "the text '24'"),
    "wrong numbers": (lambda values: [value + 1 for value in values], "failed", "1 of its 2 numbers"),
    "infinite": (lambda values: [float("inf")] * len(values), "failed", "infinity"),
    "changes its argument": (in_place, "failed", "changed what it was given"),
    "raises": (lambda values: values / 2, "error", "TypeError"),
    "takes too few": (lambda: 1, "error", "TypeError"),
    "leaves": (leaves, "error", "exit()"),
    "calls itself": (without_end, "error", "calls itself without end"),
    "uses an unwritten one": (uses_unwritten, "error", "`unwritten`, which is not written yet"),
    "never ends": (for_ever, "timed_out", "never ends"),
    "never ends, stubbornly": (stubborn, "timed_out", "never ends"),
}


@pytest.mark.parametrize(("function", "state", "words"), CASES.values(), ids=CASES)
def test_each_way_to_answer_has_its_state(function, state, words):
    finding = judge("doubled", function, DOUBLED, seconds=1)
    assert finding.state == state
    assert words in finding.message


def test_a_wrong_answer_shows_the_call_the_expected_and_the_given():
    finding = judge("doubled", lambda values: [0, 0], DOUBLED)
    assert (finding.evidence.called, finding.evidence.expected, finding.evidence.got) == (
        "doubled([1, 2])",
        "[2, 4]",
        "[0, 0]",
    )


def test_an_error_names_the_learners_own_line():
    finding = judge("doubled", lambda values: values["a"], DOUBLED)
    assert 'values["a"]' in finding.message


def test_a_warning_is_shown_and_costs_nothing():
    notes = " ".join(judge("doubled", warning, DOUBLED).notes)
    assert "UserWarning: careful" in notes
    assert "oh" in notes


def test_a_warning_counts_where_the_case_says_so():
    quiet = [Case((1,), 1.0, quiet=True)]

    def noisy(number):
        warnings.warn("careful", stacklevel=1)
        return number

    assert judge("same", noisy, quiet).state == "failed"
    assert judge("same", lambda number: number, quiet).state == "passed"


def test_an_underflow_to_zero_is_no_warning():
    assert (
        judge("small", lambda x: np.exp(x), [Case((np.array([-1000.0]),), np.array([0.0]), quiet=True)]).state
        == "passed"
    )


def raising(error):
    def function(a, b):
        raise error

    return function


UNEQUAL = {
    "both lengths": (raising(ValueError("a has 4 numbers, b has 7")), "passed"),
    "NumPy's words": (lambda a, b: np.array(a) + np.array(b), "passed"),
    "NumPy's words for a product": (lambda a, b: np.dot(a, b), "passed"),
    "NumPy's words for ragged rows": (lambda a, b: np.array([a, b]), "passed"),
    "NumPy's words without lengths": (lambda a, b: np.tensordot(a, b, axes=1), "passed"),
    "NumPy's words from the learner": (raising(ValueError("shape mismatch")), "failed"),
    "zip's words": (lambda a, b: list(zip(a, b, strict=True)), "failed"),
    "a subclass of ValueError": (raising(UnicodeError("4 and 7")), "passed"),
    "no lengths": (raising(ValueError("the lengths differ")), "failed"),
    "one length": (raising(ValueError("4 is wrong")), "failed"),
    "lengths within other numbers": (raising(ValueError("47 and 74")), "failed"),
    "another error": (raising(IndexError("4 and 7")), "failed"),
    "an assertion": (raising(AssertionError("4 and 7")), "failed"),
    "an answer": (lambda a, b: [x + y for x, y in zip(a, b, strict=False)], "failed"),
    "untouched": (unwritten, "not_attempted"),
}


@pytest.mark.parametrize(("function", "state"), UNEQUAL.values(), ids=UNEQUAL)
def test_lengths_that_dont_fit_want_a_value_error_with_both(function, state):
    case = Case(([1, 2, 3, 4], [1, 2, 3, 4, 5, 6, 7]), lengths=(4, 7))
    assert judge("total", function, [case]).state == state


@pytest.mark.parametrize(
    ("function", "answer"), [(unwritten, True), (says_nothing, True), (right, False), (len, False), (3, False)]
)
def test_an_unwritten_function_is_known_without_calling_it(function, answer):
    assert is_unwritten(function) == answer


def test_a_class_whose_repr_raises_is_shown_all_the_same():
    class Shy:
        def __repr__(self):
            raise RuntimeError

    assert "Shy" in judge("doubled", lambda values: Shy(), DOUBLED).evidence.got


def test_a_flood_of_prints_is_not_kept():
    def talks(values):
        for _ in range(2000):
            print("x" * 100)
        return right(values)

    assert judge("doubled", talks, DOUBLED).state == "passed"
    assert os.getpid() > 0
