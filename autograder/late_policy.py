"""Late days by nbgrader's plug-in: some days free, then a share of the score a day, up to a limit."""

from __future__ import annotations

import math

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Float


class DaysLate(LateSubmissionPlugin):
    """Takes a percentage of the score off for each day begun after the free ones.

    Switched on in nbgrader_config.py; `autograder grade`, `nbgrader autograde` and the Formgrader's button then do the same.
    Lateness is counted from the lab's due date, an extension for the student included, to the time in timestamp.txt. Work
    without such a time, or a lab without a due date, is never late.
    """

    free_days = Float(2.0, min=0.0, help="Days after the due date that cost nothing.").tag(config=True)
    percent_per_day = Float(10.0, min=0.0, max=100.0, help="Percent of the score for each day begun after them.").tag(
        config=True
    )
    most_percent = Float(50.0, min=0.0, max=100.0, help="Percent of the score that are taken off at most.").tag(
        config=True
    )

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:  # noqa: ARG002 - nbgrader's
        """Return the points to take off, None for none.

        Args:
            student_id: not looked at.
            score: the points that were earned, extra credit included.
            total_seconds_late: seconds after the due date.
        """
        days = math.ceil(total_seconds_late / 86_400 - self.free_days)
        if days <= 0:
            return None
        return float(score) * min(self.percent_per_day * days, self.most_percent) / 100
