"""What the class has not understood: mistakes by number of students."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.report.handed_in import HandedIn
from autograder.report.lab_findings import LAB, QUESTION, LabFindings
from autograder.report.tables import Column, Table

NO_NAME = "(no known mistake)"


@dataclass(frozen=True)
class Mistake:
    """One mistake in one function: who made it, and what is told to those who did.

    Attributes:
        lab: the lab's name.
        question: the function's name.
        diagnosis: the mistake's name, "" for answers that agree with no known mistake.
        rows: the students, as rows of the lab's tables; the first is a typical one.
        graded: how many were graded.
        message: what grading said to the typical one.
    """

    lab: str
    question: str
    diagnosis: str
    rows: tuple[int, ...]
    graded: int
    message: str


def mistakes(labs: Sequence[LabFindings]) -> list[Mistake]:
    """Return the mistakes by number of students, those that grading has a name for before those without."""
    found = []
    for lab in labs:
        results = lab.results
        rows: dict[tuple[int, str], dict[int, str]] = defaultdict(dict)
        for miss in results.misses:
            rows[miss.column, miss.diagnosis or ""][miss.row] = miss.message
        for (column, diagnosis), messages in rows.items():
            question = results.questions[column]
            order = _typical_first(list(messages), question, lab.handed_in)
            found.append(Mistake(results.lab, question, diagnosis, order, len(results.students), messages[order[0]]))
    return sorted(
        found, key=lambda each: (not each.diagnosis, -len(each.rows), each.lab, each.question, each.diagnosis)
    )


def _typical_first(rows: list[int], question: str, handed_in: Sequence[HandedIn | None]) -> tuple[int, ...]:
    """Return rows with one first whose answer has the form that most of them gave."""
    forms = {}
    for row in rows if handed_in else ():
        notebook = handed_in[row]
        if notebook is not None and question in notebook.answers:
            forms[row] = notebook.answers[question].digest
    if not forms:
        return tuple(rows)
    ((commonest, _),) = Counter(forms.values()).most_common(1)
    first = next(row for row, digest in forms.items() if digest == commonest)
    return (first, *(row for row in rows if row != first))


def mistakes_table(found: Sequence[Mistake], sentences: Mapping[tuple[str, str, str], str]) -> Table:
    """Return one row per mistake and function."""
    columns = (
        LAB,
        QUESTION,
        Column("mistake", "mistake"),
        Column("students", "students", "number"),
        Column("share_of_graded", "of those graded", "share"),
        Column("sentence", "what they are told"),
    )
    rows = tuple(
        (
            each.lab,
            each.question,
            each.diagnosis or NO_NAME,
            len(each.rows),
            len(each.rows) / each.graded,
            sentences.get((each.lab, each.question, each.diagnosis), ""),
        )
        for each in found
    )
    return Table("mistakes", columns, rows)


def mistakes_by_name(found: Sequence[Mistake], labs: Sequence[LabFindings]) -> Table:
    """Return one row per mistake with a name, over all functions and labs; a student counts once."""
    columns = (
        Column("mistake", "mistake"),
        Column("students", "students", "number"),
        Column("where", "where", "code"),
    )
    of = {lab.results.lab: lab.results.students for lab in labs}
    who: dict[str, set[str]] = defaultdict(set)
    where: dict[str, Counter[str]] = defaultdict(Counter)
    for each in found:
        if each.diagnosis:
            who[each.diagnosis].update(of[each.lab][row] for row in each.rows)
            where[each.diagnosis][f"{each.lab[:2]} {each.question}"] += len(each.rows)
    order = sorted(who, key=lambda name: (-len(who[name]), name))
    rows = ((name, len(who[name]), tuple(place for place, _ in where[name].most_common())) for name in order)
    return Table("mistakes_by_name", columns, tuple(rows))
