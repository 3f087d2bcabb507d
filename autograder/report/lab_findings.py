"""What is known of one lab, and the columns that several tables have."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.by_hand import ByHand
from autograder.report.class_results import LabResults
from autograder.report.handed_in import HandedIn, Handout
from autograder.report.statistics import cronbach_alpha
from autograder.report.tables import Column

STUDENT = Column("student", "student", "student")
LAB = Column("lab", "lab", "lab")
QUESTION = Column("question", "question", "code")


@dataclass(frozen=True)
class LabFindings:
    """One lab: its results, and what was read from the notebooks of those who were graded, in the order of its rows.

    Attributes:
        results: the scores.
        handed_in: one per row; None where the notebook can't be read, empty where none were looked for.
        handout: the lab as it was handed out; None where that isn't known.
        changed: how many notebooks were handed in again after the class was graded.
        marks: what the gradebook has of the questions that are marked by hand.
    """

    results: LabResults
    handed_in: tuple[HandedIn | None, ...] = ()
    handout: Handout | None = None
    changed: int = 0
    marks: tuple[ByHand, ...] = ()

    @property
    def alpha_of_others(self) -> float | None:
        """Cronbach's alpha without the notebooks that nobody touched."""
        return cronbach_alpha(self.results.scores[~self.results.untouched])
