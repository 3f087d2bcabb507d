"""When are two answers equal? Every tolerance of the course is set here, once."""

from __future__ import annotations

import math
from array import array as PlainArray  # noqa: N812 - `array` is NumPy's word here
from collections.abc import Sequence
from decimal import Decimal
from numbers import Real
from typing import Any

import numpy as np

from course_utils.arguments import Floats

# An answer counts as equal within one part in a million or, near zero, within a billionth. Wide enough for any order of
# summation and for float32 (7 digits); far narrower than what any wrong formula of the course is off by.
RELATIVE_TOLERANCE = 1e-6
ABSOLUTE_TOLERANCE = 1e-9

# What a function should return: one number, an array (of any number of dimensions), or a pair of these.
Expected = float | Floats | tuple["Expected", ...]


class UnusableAnswerError(Exception):
    """An answer isn't made of plain numbers; the message finishes the sentence "It returned ..."."""


def tolerance(expected: Floats | float) -> Floats | float:
    """Return how far from each expected number an answer may be."""
    return np.maximum(RELATIVE_TOLERANCE * np.abs(expected), ABSOLUTE_TOLERANCE)


def is_number(value: Any) -> bool:
    """Tell whether `value` is one plain number: any int, float, fraction, decimal, bool or NumPy number or 0-d array."""
    if type(value) is float:
        return True
    if isinstance(value, np.ndarray):
        return value.ndim == 0 and (value.dtype.kind in "biuf" or (value.dtype.kind == "O" and is_number(value.item())))
    return isinstance(value, Real | Decimal | np.bool_)


def as_float(value: Any) -> float:
    """Return one plain number as a float; a number too large for a float becomes infinite."""
    if type(value) is float:
        return value
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def as_floats(value: Any) -> Floats:
    """Return nested lists, tuples and arrays of plain numbers as one float array.

    Raises:
        UnusableAnswerError: something else is in it, or its rows are of unequal lengths.
    """
    if is_number(value):
        return np.array(as_float(value))
    if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
        return np.array(value, dtype=np.float64)
    if not isinstance(value, list | tuple | np.ndarray | PlainArray) or (
        isinstance(value, np.ndarray) and not value.ndim
    ):
        raise UnusableAnswerError(found(value))
    if type(value) is list and value and all(type(item) is float for item in value):
        return np.array(value)
    rows = [as_floats(item) for item in value]
    if len({row.shape for row in rows}) > 1:
        lengths = [row.shape[0] if row.ndim else 1 for row in rows]
        msg = f"rows of unequal lengths ({', '.join(map(str, lengths[:8]))})"
        raise UnusableAnswerError(msg)
    return np.array(rows, dtype=np.float64)


def found(value: Any) -> str:
    """Say what kind of thing `value` is, for the sentence "It returned ...", with the way out where there is one."""
    if value is None:
        return "None: is there a `return` on every way through the function?"
    if isinstance(value, str):
        return f"the text {value[:60]!r}, not a number"
    if isinstance(value, complex | np.complexfloating):
        return "a complex number"
    name = type(value).__name__
    if name in {"map", "zip", "filter", "generator", "range", "reversed", "dict_values"}:
        return f"a {name} object: `list(...)` around it makes it a list"
    return f"a {name}, not numbers"


def shape_in_words(shape: Sequence[int]) -> str:
    """Say what an array of this shape is: one number, a list of 3 numbers, 2 rows of 3 numbers.

    >>> shape_in_words(()), shape_in_words((3,)), shape_in_words((2, 3))
    ('one number', 'a list of 3 numbers', '2 rows of 3 numbers')
    """
    if not shape:
        return "one number"
    if len(shape) == 1:
        return f"a list of {shape[0]} number{'' if shape[0] == 1 else 's'}"
    if len(shape) == 2:  # noqa: PLR2004 - rows and columns
        return f"{shape[0]} row{'' if shape[0] == 1 else 's'} of {shape[1]} numbers"
    return f"an array of shape {tuple(shape)}"


def difference(got: Any, expected: Expected) -> str | None:
    """Return None where `got` equals `expected`, and otherwise one sentence that says in what they differ."""
    if isinstance(expected, tuple):
        if not isinstance(got, list | tuple) or len(got) != len(expected):
            what = f"{len(got)} things" if isinstance(got, list | tuple) else found(got)
            if is_number(got) or isinstance(got, np.ndarray):
                what = shape_in_words(np.shape(got))
            return f"It should return a pair of {len(expected)} things; it returned {what}."
        for place, (part, wanted) in enumerate(zip(got, expected, strict=True)):
            problem = difference(part, wanted)
            if problem:
                return (
                    f"In the {('first', 'second', 'third')[place]} part of the pair: {problem[0].lower()}{problem[1:]}"
                )
        return None
    if type(got) is type(expected) is float and math.isfinite(got):
        is_near = abs(got - expected) <= max(RELATIVE_TOLERANCE * abs(expected), ABSOLUTE_TOLERANCE)
        return None if is_near else "The number is not the one expected."
    try:
        numbers = as_floats(got)
    except UnusableAnswerError as error:
        return f"It should return {shape_in_words(np.shape(expected))}; it returned {error}."
    return _difference_of_arrays(numbers, np.asarray(expected, dtype=np.float64))


def _difference_of_arrays(got: Floats, expected: Floats) -> str | None:
    # An empty list of errors may be a list, or an array of no rows.
    if got.shape != expected.shape and not (got.ndim and expected.ndim and len(got) == len(expected) == 0):
        return f"It should return {shape_in_words(expected.shape)}; it returned {shape_in_words(got.shape)}."
    if not np.isfinite(got).all():
        return "There is nan or infinity in what it returned: something was divided by 0 or grew without bound."
    if got.size == 0 or (np.abs(got - expected) <= tolerance(expected)).all():
        return None
    wrong = np.argwhere(np.abs(got - expected) > tolerance(expected))
    if not expected.ndim:
        return "The number is not the one expected."
    where = ", ".join(str(place) for place in wrong[0])
    return f"{len(wrong)} of its {expected.size} numbers differ; the first is the one at [{where}]."


def same_argument(before: Any, after: Any) -> bool:
    """Tell whether an argument is exactly as it was: type, length, dtype and every number."""
    if type(before) is not type(after):
        return False
    if isinstance(before, np.ndarray):
        return before.dtype == after.dtype and np.array_equal(before, after)
    if isinstance(before, float):
        return bool(before == after)
    if isinstance(before, list | tuple):
        return len(before) == len(after) and all(map(same_argument, before, after))
    return bool(before == after)


def copied(arguments: Sequence[Any]) -> list[Any]:
    """Return lists, tuples and arrays made afresh, as a caller would make them: nothing is shared with the originals."""
    return [_copied(argument) for argument in arguments]


def _copied(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.copy()
    return type(value)(_copied(item) for item in value) if type(value) in (list, tuple) else value
