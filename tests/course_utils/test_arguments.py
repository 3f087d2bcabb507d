"""What a function that is given nonsense says: expected, found, what to do, in one line."""

import numpy as np
import pytest

from course_utils import arguments

WRONG = {
    "text for a number": (
        lambda: arguments.number("input", "8.5"),
        TypeError,
        "expected one number, found the text '8.5'",
    ),
    "a list for a number": (lambda: arguments.number("input", [1, 2]), TypeError, "found a list of 2"),
    "nan": (lambda: arguments.number("input", float("nan")), ValueError, "found nan"),
    "a bool for a number": (lambda: arguments.number("input", True), TypeError, "found True"),
    "alpha of 0": (lambda: arguments.learning_rate(0), ValueError, "expected a number above 0, found 0"),
    "a negative alpha": (lambda: arguments.learning_rate(-0.1), ValueError, "found -0.1"),
    "alpha of nan": (lambda: arguments.learning_rate(float("nan")), ValueError, "found nan"),
    "half an iteration": (lambda: arguments.count("iterations", 1.5), TypeError, "found the number 1.5"),
    "fewer than none": (lambda: arguments.count("iterations", -1), ValueError, "expected 0 or more, found -1"),
    "a number for a list": (
        lambda: arguments.vector("weights", 3),
        TypeError,
        "expected a list of numbers, found the number 3",
    ),
    "text for a list": (lambda: arguments.vector("weights", "123"), TypeError, "found the text '123'"),
    "text in a list": (lambda: arguments.vector("weights", ["1", "2"]), TypeError, "found text in it"),
    "words in a list": (lambda: arguments.vector("weights", ["a"]), TypeError, "something else in it"),
    "None in a list": (lambda: arguments.vector("weights", [1, None]), ValueError, "nan"),
    "another length": (
        lambda: arguments.vector("weights", [1, 2], length=3),
        ValueError,
        "expected 3 numbers, found 2",
    ),
    "ragged rows": (lambda: arguments.matrix("weights", [[1], [2, 3]]), ValueError, r"found lengths \[1, 2\]"),
    "a vector for a matrix": (lambda: arguments.matrix("weights", [1, 2]), TypeError, "a list of rows"),
    "another shape": (
        lambda: arguments.matrix("w", np.zeros((2, 3)), columns=4),
        ValueError,
        "any by 4 numbers, found 2 by 3",
    ),
    "unequal lengths": (lambda: arguments.same_length("a", [1], "b", [1, 2]), ValueError, "found 1 and 2"),
    "an image of the wrong shape": (
        lambda: arguments.array("image", np.zeros((27, 28)), shape=(28, 28)),
        ValueError,
        "28 by 28",
    ),
}


@pytest.mark.parametrize(("call", "error", "words"), WRONG.values(), ids=WRONG)
def test_nonsense_gets_one_clear_line(call, error, words):
    with pytest.raises(error, match=words) as raised:
        call()
    assert "\n" not in str(raised.value)
    assert str(raised.value).endswith(".")


def test_a_matrix_may_be_a_list_of_arrays():
    assert arguments.matrix("weights", [np.array([1, 2]), np.array([3, 4])]).tolist() == [[1, 2], [3, 4]]
