"""What a graded class looks like in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from autograder.results import SubmissionResult

_MOST_SHOWN = 8


def print_scores(results: Sequence[SubmissionResult], console: Console) -> None:
    """Print one row per student and one column per lab; what was not graded is a word, never a 0."""
    labs = list(dict.fromkeys(result.lab for result in results))
    by_student: dict[str, dict[str, SubmissionResult]] = {}
    for result in results:
        by_student.setdefault(result.student, {})[result.lab] = result
    table = Table(title="Scores", title_justify="left")
    table.add_column("student", overflow="fold")
    for lab in labs:
        table.add_column(lab.partition("_")[0], justify="right")
    for student, row in by_student.items():
        table.add_row(student.encode("unicode_escape").decode(), *(_score(row.get(lab)) for lab in labs))
    console.print(table)


def _score(result: SubmissionResult | None) -> str:
    if result is None or result.score is None:
        return result.status if result else "-"
    return f"{result.score:g} of {result.max_score:g}"


def print_hardest(results: Sequence[SubmissionResult], console: Console) -> None:
    """Print the functions that most students did not get right, and what came of them."""
    tried: Counter[tuple[str, str]] = Counter()
    states: dict[tuple[str, str], Counter[str]] = {}
    for result in results:
        for question in result.questions if result.status == "graded" else ():
            key = result.lab, question.name
            tried[key] += 1
            if question.state != "passed":
                states.setdefault(key, Counter())[question.state.replace("_", " ")] += 1
    if not states:
        return
    table = Table(title="Not right yet, most students first", title_justify="left")
    for heading in ("lab", "function", "students", "what came of it"):
        table.add_column(heading, justify="right" if heading == "students" else "left")
    for key, counts in sorted(states.items(), key=lambda item: -item[1].total())[:_MOST_SHOWN]:
        came = ", ".join(f"{number} {state}" for state, number in counts.most_common())
        table.add_row(key[0].partition("_")[0], key[1], f"{counts.total()} of {tried[key]}", came)
    console.print(table)


def print_mistakes(results: Sequence[SubmissionResult], console: Console) -> None:
    """Print the mistakes that most students share, by name, and the functions they were made in."""
    students: dict[str, set[str]] = {}
    functions: dict[str, Counter[str]] = {}
    for result in results:
        for question in result.questions:
            if question.diagnosis:
                students.setdefault(question.diagnosis, set()).add(result.student)
                functions.setdefault(question.diagnosis, Counter())[f"{result.lab[:2]} {question.name}"] += 1
    if not students:
        return
    table = Table(title="Mistakes by name, most students first", title_justify="left")
    for heading in ("mistake", "students", "where"):
        table.add_column(heading, justify="right" if heading == "students" else "left")
    for name, who in sorted(students.items(), key=lambda item: -len(item[1]))[:_MOST_SHOWN]:
        where = ", ".join(function for function, _ in functions[name].most_common(3))
        table.add_row(name, str(len(who)), where)
    console.print(table)


def print_not_graded(results: Sequence[SubmissionResult], console: Console) -> None:
    """Print a line with the reason for each submission that could not be read."""
    for result in results:
        if result.status == "unreadable":
            console.print(
                f"not graded: {result.student}, {result.lab}: {result.questions[0].message}",
                markup=False,
                highlight=False,
            )
