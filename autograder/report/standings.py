"""How every student stands, and who needs help first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from autograder.report.class_results import ERROR, FAILED, NOT_ATTEMPTED, TIMED_OUT
from autograder.report.lab_findings import STUDENT, LabFindings
from autograder.report.statistics import Floats
from autograder.report.tables import Column, Table

_NAMED = 4  # questions that a reason names before it says how many more


@dataclass(frozen=True)
class Standing:
    """One student over some labs.

    Attributes:
        points: what was got in the labs that were graded.
        most: what could be got in them.
        reasons: what went wrong, by lab.
        without: the labs without a score, each with its status.
        failed: questions that were attempted and aren't right.
    """

    points: float = 0.0
    most: float = 0.0
    reasons: list[tuple[str, str]] = field(default_factory=list)
    without: list[tuple[str, str]] = field(default_factory=list)
    failed: int = 0

    @property
    def share(self) -> float | None:
        """The share of the points, None where nothing was graded."""
        return self.points / self.most if self.most > 0 else None


def standings(labs: Sequence[LabFindings]) -> dict[str, Standing]:
    """Return how every student stands over these labs."""
    found: dict[str, Standing] = {}
    for lab in labs:
        results = lab.results
        diagnoses: dict[int, dict[int, str]] = defaultdict(dict)
        for miss in results.misses:
            diagnoses[miss.row][miss.column] = miss.diagnosis or ""
        totals, most = results.totals, results.most
        for row, student in enumerate(results.students):
            old = found.get(student, Standing())
            reason = _reason(results.questions, results.states[row].tolist(), diagnoses[row])
            found[student] = Standing(
                old.points + float(totals[row]),
                old.most + most,
                [*old.reasons, (results.lab, reason)] if reason else old.reasons,
                old.without,
                old.failed + len(diagnoses[row]),
            )
        for entry in results.not_graded:
            old = found.get(entry.student, Standing())
            without = [*old.without, (results.lab, entry.status)]
            found[entry.student] = Standing(old.points, old.most, old.reasons, without, old.failed)
    return found


def _reason(questions: Sequence[str], states: list[int], diagnoses: dict[int, str]) -> str:
    """Return in words what a student hasn't got right, "" for nothing."""
    if all(state == NOT_ATTEMPTED for state in states):
        return "nothing attempted"
    parts = []
    for state, word in (
        (NOT_ATTEMPTED, "not attempted"),
        (TIMED_OUT, "never ended"),
        (ERROR, "stopped with an error"),
        (FAILED, "not right"),
    ):
        names = [
            f"{questions[column]} ({diagnoses[column]})" if diagnoses.get(column) else questions[column]
            for column, found in enumerate(states)
            if found == state
        ]
        if names:
            more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            parts.append(f"{word}: {', '.join(names[:_NAMED])}{more}")
    return "; ".join(parts)


def help_table(found: dict[str, Standing]) -> Table:
    """Return who needs help first: the smallest share of the points, then most questions tried in vain; not those with all points.

    Labs without a score cost nothing here, and are named.
    """
    columns = (
        STUDENT,
        Column("points", "points", "number"),
        Column("of_points", "of", "number"),
        Column("share", "share", "share"),
        Column("reason", "why"),
    )
    ranked = []
    for student, standing in found.items():
        share = standing.share
        if share is None or (not standing.reasons and not standing.without):
            continue
        several = len(standing.reasons) + len(standing.without) > 1 or standing.without
        reasons = [f"{lab[:2]}: {reason}" if several else reason for lab, reason in standing.reasons]
        reasons += [f"{lab[:2]}: {'nothing handed in' if s == 'missing' else s}" for lab, s in standing.without]
        ranked.append((share, -standing.failed, student, standing, " / ".join(reasons)))
    ranked.sort(key=lambda each: each[:3])
    rows = tuple((who, standing.points, standing.most, share, why) for share, _, who, standing, why in ranked)
    return Table("help_first", columns, rows)


def course_shares(standings: dict[str, Standing]) -> Floats:
    """Return the share of the points of everybody who has a score in some lab; labs without one are left out."""
    return np.array([share for standing in standings.values() if (share := standing.share) is not None])
