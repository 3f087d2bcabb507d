"""The answers that a person marks: which wait for it, and what the others were given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.course import Course


@dataclass(frozen=True)
class ByHand:
    """One student's answer to a question that is marked by hand.

    Attributes:
        gradebook_id: the student's id in the gradebook.
        question: the cell's grade id.
        most: the points that it can have.
        given: the points that it has; None where nobody has given any. What was left empty has 0 by itself.
        is_empty: nothing is written there.
        waits: it has to be looked at: for the first time, or again because the notebook was graded anew.
    """

    gradebook_id: str
    question: str
    most: float
    given: float | None
    is_empty: bool
    waits: bool


def marked_by_hand(course: Course, labs: Sequence[str]) -> dict[str, list[ByHand]]:
    """Return by lab what the gradebook has of the questions that are marked by hand; nothing where there is no gradebook."""
    from nbgrader import api  # noqa: PLC0415 - takes 2 s to import

    found = defaultdict(list)
    if not (course.class_folder / "gradebook.db").is_file():
        return {}
    with course.gradebook() as gradebook:
        rows = (
            gradebook.db.query(
                api.Assignment.name, api.SubmittedAssignment.student_id, api.GradeCell.name, api.GradeCell.max_score,
                api.Grade.auto_score, api.Grade.manual_score, api.Grade.needs_manual_grade,
            )
            .select_from(api.Grade)
            .join(api.GradeCell, api.GradeCell.id == api.Grade.cell_id)
            .join(api.SubmittedNotebook, api.SubmittedNotebook.id == api.Grade.notebook_id)
            .join(api.SubmittedAssignment, api.SubmittedAssignment.id == api.SubmittedNotebook.assignment_id)
            .join(api.Assignment, api.Assignment.id == api.SubmittedAssignment.assignment_id)
            .filter(api.GradeCell.cell_type == "markdown", api.Assignment.name.in_(labs))
            .order_by(api.Assignment.name, api.SubmittedAssignment.student_id)
        )  # fmt: skip
        for lab, student, question, most, auto, manual, waits in rows:
            given = manual if manual is not None else auto
            found[lab].append(ByHand(student, question, most, given, auto == 0 and manual is None, bool(waits)))
    return dict(found)
