"""What a wrong formula is: its code, by which it is recognised, and what a learner who wrote it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Misconception:
    """A wrong formula that people really write.

    Attributes:
        id: its stable name, such as "delta-reversed"; the same mistake in two functions has the same name.
        says: two or three sentences to the learner: what the answer looks like it does, why that seems reasonable, and the
            question to ask next; never the solution.
        formulas: the formula as code, with the graded function's parameters. Where two ways of writing it differ (in what they
            make of one number or of an empty list), each way is one formula.
    """

    id: str
    says: str
    formulas: tuple[Callable[..., Any], ...]


@dataclass(frozen=True)
class Help:
    """What a learner may open below a diagnosis.

    Attributes:
        hint: one or two sentences that point the way.
        example: a worked example with other numbers than the lab's, step by step.
    """

    hint: str
    example: str


def wrong(id: str, says: str, *formulas: Callable[..., Any]) -> Misconception:  # noqa: A002 - the word for it
    """Return a misconception; a table of these reads as a list."""
    return Misconception(id, says, formulas)
