"""Numbers about a test and its questions, from a table of scores: one row per student, one column per question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

FEW = 30  # students; with fewer, a correlation moves by a third of its range from one class to the next
BINS = 10
_TWO = 2  # students, and questions, that a correlation needs
_NOTHING = 1e-12  # a variance as small as this, beside the square of the numbers, is rounding


@dataclass(frozen=True)
class Spread:
    """How a list of shares lies between 0 and 1; None where there are too few numbers for it.

    Attributes:
        number: how many shares there are.
        mean: the arithmetic mean.
        median: half of them are at most this.
        deviation: the standard deviation of a sample (divided by n - 1).
        lowest: the smallest.
        highest: the largest.
    """

    number: int
    mean: float | None
    median: float | None
    deviation: float | None
    lowest: float | None
    highest: float | None


def spread(shares: Sequence[float] | Floats) -> Spread:
    """Return mean, median, standard deviation and range of some shares."""
    values = np.asarray(shares, dtype=float)
    if not values.size:
        return Spread(0, None, None, None, None, None)
    deviation = float(values.std(ddof=1)) if values.size > 1 else None
    return Spread(
        values.size, float(values.mean()), float(np.median(values)), deviation, float(values.min()), float(values.max())
    )


def histogram(shares: Sequence[float] | Floats) -> list[int]:
    """Return how many shares lie in each tenth from 0 to 1; the last tenth includes 1."""
    values = np.asarray(shares, dtype=float)
    places = np.clip(np.floor(values * BINS + 1e-9).astype(int), 0, BINS - 1)
    return [int(count) for count in np.bincount(places, minlength=BINS)]


def difficulty(scores: Floats, points: Floats) -> list[float | None]:
    """Return each question's mean share of its points: 1 where everybody has all, 0 where nobody has any.

    This is the classical difficulty index p (Lord and Novick, Statistical Theories of Mental Test Scores, 1968, ch. 15),
    with partial marks as shares. None where nobody was graded or the question is worth nothing.

    Args:
        scores: (students, questions), in points.
        points: (questions,), the most that each question gives.
    """
    if not len(scores):
        return [None] * len(points)
    means = scores.mean(axis=0)
    return [float(mean / most) if most > 0 else None for mean, most in zip(means, points, strict=True)]


def discrimination(scores: Floats) -> list[float | None]:
    """Return each question's corrected item-total correlation: its score against the sum of all *other* questions' scores.

    For a question that is right or wrong this product-moment correlation is the point-biserial one, (M1 - M0) / s * sqrt(p q),
    with M1 and M0 the means of the rest for those who have it and those who don't, s its standard deviation (divided by n),
    p and q their shares; with partial marks the same formula is Pearson's. The question itself is left out of the sum, or it
    would agree with itself (Henrysson, Psychometrika 28, 1963, 211-218). None where it isn't defined: one question, fewer than
    two students, or no variance in the question or in the rest.

    Args:
        scores: (students, questions), in points.
    """
    students, questions = scores.shape
    if min(students, questions) < _TWO:
        return [None] * questions
    total = scores.sum(axis=1)
    return [_correlation(scores[:, number], total - scores[:, number]) for number in range(questions)]


def cronbach_alpha(scores: Floats) -> float | None:
    """Return Cronbach's alpha, k / (k - 1) * (1 - sum of the questions' variances / variance of the totals).

    At most 1; it may be negative. None where it isn't defined: one question, fewer than two students, or no variance in the
    totals. Source: Cronbach, Psychometrika 16, 1951, 297-334.

    Args:
        scores: (students, questions), in points.
    """
    students, questions = scores.shape
    if min(students, questions) < _TWO:
        return None
    totals = scores.sum(axis=1)
    if not _varies(totals):
        return None
    shares = scores.var(axis=0, ddof=1).sum() / totals.var(ddof=1)
    return float(questions / (questions - 1) * (1 - shares))


def _correlation(one: Floats, other: Floats) -> float | None:
    if not (_varies(one) and _varies(other)):
        return None
    first, second = one - one.mean(), other - other.mean()
    value = float(first @ second) / float(np.sqrt((first @ first) * (second @ second)))
    return min(1.0, max(-1.0, value))


def _varies(values: Floats) -> bool:
    return bool(values.var() > _NOTHING * max(1.0, float(np.abs(values).max())) ** 2)
