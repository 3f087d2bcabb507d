"""What a function of this course says when it is given something it can't use: expected, found, what to do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from numbers import Integral, Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def described(value: Any) -> str:
    """Say in a few words what `value` is, for the middle of an error message.

    >>> described([1, 2, 3]), described("0.1"), described(np.zeros((2, 3)))
    ('a list of 3', "the text '0.1'", 'an array of shape (2, 3)')
    """
    if isinstance(value, str):
        return f"the text {value[:40]!r}"
    if isinstance(value, bool) or value is None:
        return repr(value)
    if isinstance(value, Real):
        return f"the number {value}"
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    if isinstance(value, list | tuple):
        return f"a {type(value).__name__} of {len(value)}"
    return f"a {type(value).__name__}"


def number(name: str, value: Any) -> float:
    """Return `value` as a float; TypeError unless it is one number, ValueError unless it is finite."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value.item()
    if isinstance(value, bool | np.bool_) or not isinstance(value, Real):
        msg = f"{name}: expected one number, found {described(value)}. Pass a single int or float."
        raise TypeError(msg)
    if not math.isfinite(value):
        msg = f"{name}: expected a finite number, found {value}. Check the calculation that it comes from."
        raise ValueError(msg)
    return float(value)


def learning_rate(value: Any) -> float:
    """Return `alpha` as a float; ValueError unless it is above 0."""
    alpha = number("alpha", value)
    if alpha <= 0:
        msg = f"alpha: expected a number above 0, found {value}. Try 0.01; with 0 or less nothing is learned."
        raise ValueError(msg)
    return alpha


def count(name: str, value: Any, *, least: int = 0) -> int:
    """Return `value` as an int; TypeError unless it is a whole number, ValueError if it is below `least`."""
    if isinstance(value, bool) or not isinstance(value, Integral):
        msg = f"{name}: expected a whole number, found {described(value)}. Pass an int such as {max(least, 1)}."
        raise TypeError(msg)
    if value < least:
        msg = f"{name}: expected {least} or more, found {value}. Pass a larger whole number."
        raise ValueError(msg)
    return int(value)


def array(name: str, value: ArrayLike, *, shape: Sequence[int | None]) -> Floats:
    """Return `value` as a float array of `shape`, in which None stands for any length.

    Raises:
        TypeError: it is not made of numbers, or has another number of dimensions.
        ValueError: a length differs from the one in `shape`, its rows are ragged, or a number in it is not finite.
    """
    wanted = {1: "a list of numbers", 2: "a list of rows of numbers"}.get(len(shape), f"{len(shape)} dimensions")
    if isinstance(value, str | bytes | dict | set) or value is None:
        msg = f"{name}: expected {wanted}, found {described(value)}. Pass a list or an array."
        raise TypeError(msg)
    if isinstance(value, list | tuple) and len(shape) == 2:  # noqa: PLR2004 - rows and columns
        lengths = {
            len(row) for row in value if isinstance(row, list | tuple) or (isinstance(row, np.ndarray) and row.ndim)
        }
        if len(lengths) > 1:
            msg = f"{name}: expected rows of one length, found lengths {sorted(lengths)}. Make every row equally long."
            raise ValueError(msg)
    try:
        floats = np.array(value, dtype=np.float64)
    except (TypeError, ValueError) as error:
        msg = f"{name}: expected {wanted}, found {described(value)} with something else in it. Use only numbers."
        raise TypeError(msg) from error
    if _holds_text(value):
        msg = f"{name}: expected {wanted}, found text in it. Write the numbers without quotes."
        raise TypeError(msg)
    if floats.ndim != len(shape):
        msg = f"{name}: expected {wanted}, found {described(value)}. Check its dimensions."
        raise TypeError(msg)
    if any(length not in (None, found) for length, found in zip(shape, floats.shape, strict=True)):
        sizes = " by ".join("any" if length is None else str(length) for length in shape)
        msg = (
            f"{name}: expected {sizes} numbers, found {' by '.join(map(str, floats.shape))}. Check what goes with what."
        )
        raise ValueError(msg)
    if not np.isfinite(floats).all():
        msg = f"{name}: expected finite numbers, found nan or inf in it. Check the calculation that it comes from."
        raise ValueError(msg)
    return floats


def _holds_text(value: ArrayLike) -> bool:
    """Tell whether numbers are written as text, which NumPy would read as numbers without a word."""
    if isinstance(value, np.ndarray) and value.dtype.kind not in "OSU":
        return False
    if isinstance(value, list) and all(type(item) in (float, int) for item in value):
        return False
    return any(isinstance(item, str) for item in np.ravel(np.asarray(value, dtype=object)))


def vector(name: str, value: ArrayLike, *, length: int | None = None) -> Floats:
    """Return `value` as a float array `(length,)`; raises as `array` does."""
    if isinstance(value, list) and length is None and all(type(item) is float for item in value):
        plain = np.array(value, dtype=np.float64)
        if plain.size and np.isfinite(plain).all():
            return plain  # the common case, without the questions that `array` asks
    return array(name, value, shape=(length,))


def matrix(name: str, value: ArrayLike, *, rows: int | None = None, columns: int | None = None) -> Floats:
    """Return `value` as a float array `(rows, columns)`; raises as `array` does."""
    return array(name, value, shape=(rows, columns))


def same_length(
    first_name: str, first: Sequence[Any] | Floats, second_name: str, second: Sequence[Any] | Floats
) -> None:
    """Raise ValueError with both lengths unless the two are equally long."""
    if len(first) != len(second):
        msg = f"{first_name} and {second_name}: expected equal lengths, found {len(first)} and {len(second)}. Give one for each."
        raise ValueError(msg)
