"""Small pieces that the wrong formulas of several labs are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def right_unless(right: Callable[..., Any], odd: Callable[..., Any]) -> Callable[..., Any]:
    """Return a formula that is right unless `odd` holds, and then raises: whatever is wrong there agrees with it."""

    def formula(*arguments: Any) -> Any:
        if odd(*arguments):
            raise ValueError
        return right(*arguments)

    return formula


def sign_of(number: float) -> int:
    """Return -1, 0 or 1."""
    return (number > 0) - (number < 0)


def cut_pairs(a: Any, b: Any) -> list[tuple[Any, Any]]:
    """Return the pairs of two lists, cut to the shorter."""
    return list(zip(a, b, strict=False))


def are_whole(values: Any) -> bool:
    """Tell whether all numbers are ints."""
    return all(isinstance(value, int) for value in values)


def fail() -> Any:
    """Fail where the wrong answer fails, in whichever way."""
    raise IndexError


def minus(pred: Any, true: Any) -> Any:
    """Return the delta."""
    return pred - true
