"""What the gradebook says of a submission, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Mark:
    """The points of one cell; `is_waiting` where somebody has to give them by hand."""

    score: float
    max_score: float
    is_waiting: bool = False


@dataclass(frozen=True)
class Marks:
    """A submission's points and comments.

    Attributes:
        student: the student's id in the gradebook.
        lab: the lab's name.
        name: the student's full name, empty where the gradebook has none.
        score: the points of all cells, before the penalty.
        max_score: the most there are.
        late_penalty: what is taken off for handing in late.
        marks: by grade id.
        comments: by grade id, in Markdown.
    """

    student: str
    lab: str
    name: str
    score: float
    max_score: float
    late_penalty: float = 0.0
    marks: Mapping[str, Mark] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
