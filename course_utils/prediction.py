"""Holding a reader's own prediction against what came."""

from __future__ import annotations

import math
from numbers import Real
from types import EllipsisType

_CLOSE = 1e-3  # of the answer: nobody predicts to more digits than three


def compare_prediction(guess: float | str | EllipsisType, answer: float | str, name: str) -> None:
    """Print one line that compares a prediction with the answer.

    Args:
        guess: what the reader wrote; `...` where nothing was written yet.
        answer: what came of it.
        name: what the answer is called in the lab, such as "pred".
    """
    print(comparison(guess, answer, name))


def comparison(guess: float | str | EllipsisType, answer: float | str, name: str) -> str:
    """Return the line that `compare_prediction` prints; it accepts anything as a guess."""
    if guess is ...:
        return "No prediction yet: write one further up, even a wrong one, then run both cells again."
    if isinstance(guess, str) or isinstance(answer, str):
        same = str(guess).strip().casefold() == str(answer).strip().casefold()
        return f"You said {guess}; {name}: {answer}." + (" As you said." if same else " Not what you expected: why?")
    if not isinstance(guess, Real) or not math.isfinite(guess):
        return f"You wrote {guess!r}; {name} is {_shown(answer)}. Write your prediction as a number."
    miss = float(guess) - answer
    if abs(miss) <= _CLOSE * max(abs(answer), _CLOSE):
        return f"You said {_shown(guess)}; {name} is {_shown(answer)}: exactly right."
    side = "high" if miss > 0 else "low"
    return f"You said {_shown(guess)}; {name} is {_shown(answer)}: you were {_shown(abs(miss))} too {side}."


def _shown(value: float) -> str:
    """Return a number to four digits, without an exponent up to a million.

    >>> _shown(0.012345), _shown(28459.4), _shown(2.5e9)
    ('0.01235', '28,459', '2.5e+09')
    """
    number = float(value)
    return f"{number:,.0f}" if 1e4 <= abs(number) < 1e6 else f"{number:.4g}"  # noqa: PLR2004 - .4g would use e+04
