"""What somebody should look at: signs of tampering, and notebooks that are nearly the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from autograder.report.alike import Group, same_answers, same_files
from autograder.report.lab_findings import LAB, STUDENT, LabFindings
from autograder.report.signs import KINDS, Sign, signs_of_refusal
from autograder.report.tables import Column, Table, Value


def signs_table(labs: Sequence[LabFindings]) -> Table:
    """Return the signs of tampering, the gravest first, from the notebooks and from what the sandbox refused."""
    columns = (
        Column("kind", "sign"),
        LAB,
        STUDENT,
        Column("where", "where", "code"),
        Column("what", "what was seen", "code"),
    )
    rows: set[tuple[str, ...]] = {
        (sign.kind, lab.results.lab, lab.results.students[row], sign.where, sign.what)
        for lab in labs
        for row, sign in _signs(lab)
    }
    gravity = {kind: place for place, kind in enumerate(KINDS)}
    ordered = sorted(rows, key=lambda row: (gravity[row[0]], *row[1:]))
    return Table("signs", columns, tuple(ordered))


def _signs(lab: LabFindings) -> Iterator[tuple[int, Sign]]:
    for row, notebook in enumerate(lab.handed_in):
        for sign in notebook.signs if notebook else ():
            yield row, sign
    for miss in lab.results.misses:
        for sign in signs_of_refusal(miss.message, lab.results.questions[miss.column]):
            yield miss.row, sign


def alike_table(labs: Sequence[LabFindings]) -> Table:
    """Return groups of notebooks that are nearly the same, within each lab and over all of them."""
    columns = (
        LAB,
        Column("kind", "what they have in common"),
        Column("students", "students", "number"),
        Column("who", "who", "students"),
        Column("shared_answers", "answers in common", "count"),
        Column("own_answers", "of at most", "count"),
        Column("surprise_bits", "surprise, bits", "count"),
        Column("questions", "which", "code"),
    )
    rows: list[tuple[Value, ...]] = []
    for lab in labs:
        students = lab.results.students
        files = [each.file if each and each.answers else None for each in lab.handed_in]
        answers: list[dict[Hashable, str]] = [dict(_own_answers(lab, row)) for row in range(len(lab.handed_in))]
        groups = [*same_files(files), *same_answers(answers, len(lab.results.questions))]
        rows += [_alike(lab.results.lab, group, students) for group in groups]
    if len(labs) > 1:
        everything: dict[str, dict[Hashable, str]] = {}
        for lab in labs:
            for row, student in enumerate(lab.results.students[: len(lab.handed_in)]):
                own = {(lab.results.lab[:2], name): digest for name, digest in _own_answers(lab, row)}
                everything.setdefault(student, {}).update(own)
        questions = sum(len(lab.results.questions) for lab in labs)
        groups = same_answers(list(everything.values()), questions)
        rows = [_alike("all labs", group, tuple(everything)) for group in groups] + rows
    return Table("alike", columns, tuple(rows))


def _own_answers(lab: LabFindings, row: int) -> Iterator[tuple[str, str]]:
    """Yield the answers of a notebook that aren't those of the solution."""
    notebook, solved = lab.handed_in[row], lab.handout.solved if lab.handout else {}
    for name, form in notebook.answers.items() if notebook else ():
        if form != solved.get(name):
            yield name, form.digest


def _alike(lab: str, group: Group, students: Sequence[str]) -> tuple[Value, ...]:
    shared = tuple(" ".join(key) if isinstance(key, tuple) else str(key) for key in group.shared)
    who = tuple(students[place] for place in group.members)
    is_file = not group.shared
    return (
        lab,
        group.kind,
        len(who),
        who,
        None if is_file else len(shared),
        None if is_file else group.own,
        None if is_file else round(group.surprise, 1),
        shared,
    )
