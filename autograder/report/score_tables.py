"""Scores as tables: by lab, by question, by student, by tenths."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from autograder.report.class_results import ERROR, FAILED, NOT_ATTEMPTED, PASSED, STATES, TIMED_OUT
from autograder.report.lab_findings import LAB, QUESTION, STUDENT, LabFindings
from autograder.report.statistics import BINS, Floats, cronbach_alpha, difficulty, discrimination, histogram, spread
from autograder.report.tables import Column, Table, Value


@dataclass(frozen=True)
class LabSummary:
    """A lab in numbers: how many students, how much of the points, how reliable; None for what isn't defined."""

    lab: str
    submissions: int
    graded: int
    missing: int
    unreadable: int
    untouched: int
    full_marks: int
    questions: int
    points: float
    mean_share: float | None
    median_share: float | None
    sd_share: float | None
    lowest_share: float | None
    highest_share: float | None
    cronbach_alpha: float | None
    cronbach_alpha_without_untouched: float | None


def summary_of(lab: LabFindings) -> LabSummary:
    """Return a lab in numbers."""
    results, found = lab.results, spread(lab.results.shares)
    statuses = Counter(entry.status for entry in results.not_graded)
    return LabSummary(
        lab=results.lab,
        submissions=len(results.students) + statuses.total(),
        graded=len(results.students),
        missing=statuses["missing"],
        unreadable=statuses["unreadable"],
        untouched=int(results.untouched.sum()),
        full_marks=int((results.states == PASSED).all(axis=1).sum()),
        questions=len(results.questions),
        points=results.most,
        mean_share=found.mean,
        median_share=found.median,
        sd_share=found.deviation,
        lowest_share=found.lowest,
        highest_share=found.highest,
        cronbach_alpha=cronbach_alpha(results.scores),
        cronbach_alpha_without_untouched=lab.alpha_of_others,
    )


def summary_table(summaries: Sequence[LabSummary]) -> Table:
    """Return one row per lab."""
    columns = (
        LAB,
        Column("submissions", "students", "number"),
        Column("graded", "graded", "number"),
        Column("missing", "missing", "number"),
        Column("unreadable", "unreadable", "number"),
        Column("untouched", "untouched", "number"),
        Column("full_marks", "full marks", "number"),
        Column("questions", "questions", "number"),
        Column("points", "points", "number"),
        Column("mean_share", "mean", "share"),
        Column("median_share", "median", "share"),
        Column("sd_share", "st. dev.", "share"),
        Column("lowest_share", "lowest", "share"),
        Column("highest_share", "highest", "share"),
        Column("cronbach_alpha", "alpha", "correlation"),
        Column("cronbach_alpha_without_untouched", "alpha without untouched", "correlation"),
    )
    return Table("summary", columns, tuple(astuple(summary) for summary in summaries))


def histogram_table(shares: Floats) -> Table:
    """Return the distribution of shares of the points, by tenths."""
    columns = (
        Column("from_share", "from", "share"),
        Column("to_share", "to", "share"),
        Column("students", "students", "number"),
    )
    counts = enumerate(histogram(shares))
    return Table("distribution", columns, tuple((n / BINS, (n + 1) / BINS, count) for n, count in counts))


def questions_table(labs: Sequence[LabFindings]) -> Table:
    """Return one row per question: what came of it, its difficulty and discrimination."""
    columns = (
        LAB,
        QUESTION,
        Column("points", "points", "number"),
        Column("right", "right", "number"),
        Column("partly_right", "partly", "number"),
        Column("wrong", "wrong", "number"),
        Column("error", "error", "number"),
        Column("timed_out", "timed out", "number"),
        Column("not_attempted", "not attempted", "number"),
        Column("difficulty", "difficulty", "share"),
        Column("discrimination", "discrimination", "correlation"),
        Column("without_known_mistake", "wrong, mistake unknown", "number"),
    )
    rows: list[tuple[Value, ...]] = []
    for lab in labs:
        results = lab.results
        share, apart = difficulty(results.scores, results.points), discrimination(results.scores)
        unknown = Counter(miss.column for miss in results.misses if not miss.diagnosis)
        for column, name in enumerate(results.questions):
            states, scores = results.states[:, column], results.scores[:, column]
            failed = states == FAILED
            partly = int((failed & (scores > 0)).sum())
            counts = [int((states == state).sum()) for state in (ERROR, TIMED_OUT, NOT_ATTEMPTED)]
            rows.append(
                (
                    results.lab,
                    name,
                    float(results.points[column]),
                    int((states == PASSED).sum()),
                    partly,
                    int(failed.sum()) - partly,
                    *counts,
                    share[column],
                    apart[column],
                    unknown[column],
                )
            )
    return Table("questions", columns, tuple(rows))


def hardest_first(questions: Table) -> Table:
    """Return the table of questions in order of difficulty, the hardest first."""
    place = [column.key for column in questions.columns].index("difficulty")
    keyed = [(row[place], number, row) for number, row in enumerate(questions.rows)]
    ordered = sorted((2.0 if share is None else float(str(share)), number, row) for share, number, row in keyed)
    return Table("hardest", questions.columns, tuple(row for _, _, row in ordered))


def scores_table(labs: Sequence[LabFindings]) -> Table:
    """Return one row per student: points by question for a lab, by lab for several; empty where there is no score."""
    if len(labs) == 1:
        results = labs[0].results
        columns = (
            STUDENT,
            Column("points", "points", "number"),
            Column("share", "share", "share"),
            *(Column(f"points_{name}", name, "number") for name in results.questions),
            *(Column(f"state_{name}", f"state of {name}") for name in results.questions),
        )
        words = [state.replace("_", " ") for state in STATES]
        rows: list[tuple[Value, ...]] = [
            (student, float(total), float(share), *map(float, scores), *(words[state] for state in states))
            for student, total, share, scores, states in zip(
                results.students, results.totals, results.shares, results.scores, results.states, strict=True
            )
        ]
        return Table("scores", columns, tuple(sorted(rows, key=lambda row: str(row[0]))))
    columns = (STUDENT, *(Column(f"points_{lab.results.lab}", lab.results.lab, "number") for lab in labs))
    of: dict[str, dict[str, float]] = defaultdict(dict)
    for lab in labs:
        for entry in lab.results.not_graded:
            of.setdefault(entry.student, {})
        for student, total in zip(lab.results.students, lab.results.totals, strict=True):
            of[student][lab.results.lab] = float(total)
    return Table(
        "scores",
        columns,
        tuple((student, *(of[student].get(lab.results.lab) for lab in labs)) for student in sorted(of)),
    )


def by_hand_table(labs: Sequence[LabFindings]) -> Table:
    """Return one row per question that is marked by hand: who has points for it, and who waits."""
    columns = (
        LAB,
        Column("question", "question", "code"),
        Column("points", "points", "number"),
        Column("marked", "marked", "count"),
        Column("mean_share", "mean share of the marked", "share"),
        Column("waiting", "waiting for a mark", "count"),
        Column("empty", "left empty", "count"),
    )
    rows: list[tuple[Value, ...]] = []
    for lab in labs:
        for question in dict.fromkeys(each.question for each in lab.marks):
            marks = [each for each in lab.marks if each.question == question]
            shares = [each.given / each.most for each in marks if each.given is not None and not each.is_empty]
            mean = sum(shares) / len(shares) if shares else None
            waiting, empty = sum(each.waits for each in marks), sum(each.is_empty for each in marks)
            rows.append((lab.results.lab, question, marks[0].most, len(shares), mean, waiting, empty))
    return Table("by_hand", columns, tuple(rows))


def not_graded_table(labs: Sequence[LabFindings]) -> Table:
    """Return the submissions without a score, each with the reason: unreadable ones first."""
    columns = (LAB, STUDENT, Column("status", "status"), Column("reason", "reason"))
    rows = [(lab.results.lab, *entry) for lab in labs for entry in lab.results.not_graded]
    return Table("not_graded", columns, tuple(sorted(rows, key=lambda row: (row[2] == "missing", row[0], row[1]))))
