"""What was stopped: time-outs, crashes, errors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from autograder.report.class_results import ERROR, TIMED_OUT
from autograder.report.lab_findings import LAB, QUESTION, STUDENT, LabFindings
from autograder.report.tables import Column, Table

_ERROR_NAME = re.compile(r"(?:It raised )?([A-Za-z_][A-Za-z0-9_.]{2,60})(?:[:.]|$)")


def stops_table(labs: Sequence[LabFindings]) -> Table:
    """Return every question that was stopped: out of time, with the whole process, or with an error."""
    columns = (LAB, QUESTION, STUDENT, Column("what", "what happened"), Column("message", "message"))
    order = {what: place for place, what in enumerate(("timed out", "ended Python", "filled the disk"))}
    rows = [
        (lab.results.lab, lab.results.questions[miss.column], lab.results.students[miss.row], what, miss.message)
        for lab in labs
        for miss in lab.results.misses
        if (what := stop_in_words(int(lab.results.states[miss.row, miss.column]), miss.message))
    ]
    rows.sort(key=lambda row: (order.get(row[3], len(order)), row[:3]))
    return Table("stops", columns, tuple(rows))


def stop_in_words(state: int, message: str) -> str:
    """Return what stopped a function, in two or three words; "" where it wasn't stopped."""
    if state == TIMED_OUT:
        return "timed out"
    if state != ERROR:
        return ""
    if "ended the whole Python process" in message:
        return "ended Python"
    if message.startswith("The cell wrote more files"):
        return "filled the disk"
    named = _ERROR_NAME.match(message)
    return f"error: {named[1]}" if named and named[1] not in {"The", "There"} else "error"


def stops_by_question(stops: Table) -> Table:
    """Return how often each question was stopped, by what stopped it."""
    columns = (LAB, QUESTION, Column("what", "what happened"), Column("students", "students", "number"))
    counts = Counter((*row[:2], row[3]) for row in stops.rows)
    return Table("stops_by_question", columns, tuple((*key, number) for key, number in counts.most_common()))
