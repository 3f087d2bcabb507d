"""Wrong formulas that people really write, each with the sentences that set a learner right."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.misconceptions import lab01, lab02, lab03, lab04, lab05
from autograder.misconceptions.formula import Help, Misconception
from course_utils.arguments import Floats
from course_utils.checking.cases import Case, Mistake
from course_utils.checking.diagnosis import (
    Diagnosis,
    Suspect,
    are_alike,
    is_error,
    laid_flat_error,
    laid_flat_like,
    quietly,
)
from course_utils.checking.equality import copied

__all__ = ["HELP", "MISCONCEPTIONS", "Help", "Misconception", "answer_of", "mistakes", "sharpest", "suspects"]

MISCONCEPTIONS: dict[str, dict[str, tuple[Misconception, ...]]] = {
    "01_single_weight": lab01.MISCONCEPTIONS,
    "02_multiple_inputs": lab02.MISCONCEPTIONS,
    "03_multiple_outputs": lab03.MISCONCEPTIONS,
    "04_freezing_weights": lab04.MISCONCEPTIONS,
    "05_mnist": lab05.MISCONCEPTIONS,
}
HELP: dict[str, dict[str, Help]] = {
    "01_single_weight": lab01.HELP,
    "02_multiple_inputs": lab02.HELP,
    "03_multiple_outputs": lab03.HELP,
    "04_freezing_weights": lab04.HELP,
    "05_mnist": lab05.HELP,
}


def answer_of(formula: Callable[..., Any], case: Case) -> Floats:
    """Return a wrong formula's answer to a case, laid flat. What it prints or warns of is the caller's to silence."""
    try:
        return laid_flat_like(case.expected, formula(*copied(case.arguments)))
    except Exception as error:  # noqa: BLE001 - a wrong formula may stop for any reason, as a learner's function may
        return laid_flat_error(type(error).__name__, str(error))


def suspects(lab: str, name: str, cases: Sequence[Case]) -> list[Suspect]:
    """Return the wrong formulas of a function; their answers are worked out when they are asked for."""

    def answers(formula: Callable[..., Any]) -> Callable[[int], Floats]:
        return functools.cache(lambda number: answer_of(formula, cases[number]))

    return [
        Suspect(Diagnosis(misconception.id, misconception.says), answers(formula))
        for misconception in MISCONCEPTIONS[lab].get(name, ())
        for formula in misconception.formulas
    ]


def mistakes(lab: str, name: str, cases: Sequence[Case]) -> Iterator[Mistake]:
    """Yield the wrong formulas of a function with their answers to these cases; ways of writing that differ in none come once."""
    right = [laid_flat_like(case.expected, case.expected) for case in cases]
    for misconception in MISCONCEPTIONS[lab].get(name, ()):
        ways: list[tuple[Floats, ...]] = []
        for formula in misconception.formulas:
            with quietly():
                way = tuple(answer_of(formula, case) for case in cases)
            if not _are_same(way, right) and not any(_are_same(way, other) for other in ways):
                ways.append(way)
        if ways:
            yield Mistake(misconception.id, misconception.says, tuple(ways))


def sharpest(lab: str, name: str, cases: Sequence[Case], candidates: Sequence[Case]) -> list[Case]:
    """Return those of the candidates that, with the cases, tell as many pairs of mistakes apart as all of them would.

    One candidate is taken after the other, each time the one that tells most of the pairs apart that are left.
    """
    with quietly():
        table = [
            (misconception.id, [answer_of(formula, case) for case in (*cases, *candidates)])
            for misconception in MISCONCEPTIONS[lab].get(name, ())
            for formula in misconception.formulas
        ]
    every = [*cases, *candidates]
    right = [laid_flat_like(case.expected, case.expected) for case in every]
    table.append(("right", right))
    signs = [_classes([answers[place] for _, answers in table]) for place in range(len(every))]
    owners = np.unique([owner for owner, _ in table], return_inverse=True)[1]
    alike = owners[:, None] != owners[None, :]
    for place in range(len(cases)):
        alike &= signs[place][:, None] == signs[place][None, :]
    chosen = []
    while alike.any():
        told = [int((alike & (sign[:, None] != sign[None, :])).sum()) for sign in signs[len(cases) :]]
        best = int(np.argmax(told)) if told else 0
        if not told or not told[best]:
            break
        chosen.append(candidates[best])
        alike &= signs[len(cases) + best][:, None] == signs[len(cases) + best][None, :]
    return chosen


def _classes(answers: Sequence[Floats]) -> np.ndarray:
    """Number the answers so that those that are alike have one number; one that raised is like no other."""
    numbers: dict[bytes, int] = {}
    return np.array(
        [
            -1 - place if is_error(answer) else numbers.setdefault(_rounded(answer), len(numbers))
            for place, answer in enumerate(answers)
        ]
    )


def _rounded(answer: Floats) -> bytes:
    """Return an answer's numbers to five digits, as bytes: the upper bits of single precision."""
    with np.errstate(over="ignore"):
        bits = (answer + 0.0).astype("<f4").view("<u4")
    return (((bits.astype(np.uint64) + 64) >> 7) << 7).tobytes()


def _are_same(one: Sequence[Floats], other: Sequence[Floats]) -> bool:
    return all(map(are_alike, one, other))
