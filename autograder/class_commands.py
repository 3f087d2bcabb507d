"""The commands before and after grading: collecting what a class has handed in, exporting what it got."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.course import chosen_labs, find_course
from autograder.roster_commands import pairs, roster_app, shown, some

if TYPE_CHECKING:
    from autograder.collecting import Placed, Plan
    from autograder.course import Course


class Source(StrEnum):
    """Whose way of naming files a download has."""

    AUTO = "auto"
    MOODLE = "moodle"
    CANVAS = "canvas"


class Format(StrEnum):
    """What an export is for."""

    CSV = "csv"
    CANVAS = "canvas"
    MOODLE = "moodle"
    JSON = "json"


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command `autograder`."""
    app.add_typer(roster_app, name="roster")
    app.command()(collect)
    app.command()(export)


def collect(
    lab: Annotated[str, typer.Argument(help="The lab, by name or number.")],
    source: Annotated[Path, typer.Argument(metavar="FOLDER_OR_ZIP", help="What Moodle or Canvas let you download.")],
    origin: Annotated[
        Source, typer.Option("--from", help="Whose names the files have; auto: each by its own.")
    ] = Source.AUTO,
    match: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=ID", help="Who somebody is: as the download calls them = id in the roster."),
    ] = None,
    worksheet: Annotated[
        Path | None,
        typer.Option(help="Moodle's grading worksheet: it says who a participant is, and when they handed in."),
    ] = None,
    file_times: Annotated[
        bool,
        typer.Option(
            "--file-times", help="Take the files' own times for those of handing in; LMS zips have other ones."
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")] = False,
) -> None:
    """Put a lab's submissions from a download into class/submitted, one folder for each student of the roster.

    Nothing is overwritten: of several files the newest counts, every other is kept in class/earlier. What can't be collected
    is listed with the reason; the download itself is never changed.
    """
    from autograder.bookkeeping import only_run  # noqa: PLC0415 - keeps --help quick
    from autograder.collecting import People, Rules, open_download, plan, put  # noqa: PLC0415
    from autograder.collecting.claim import claim_of  # noqa: PLC0415
    from autograder.collecting.plugins import Collector  # noqa: PLC0415
    from autograder.collecting.which_lab import marks_of_labs  # noqa: PLC0415
    from autograder.collecting.worksheet import read_worksheet  # noqa: PLC0415
    from autograder.roster import read_roster  # noqa: PLC0415

    course = find_course()
    (name,) = chosen_labs([lab])
    participants = read_worksheet(worksheet.read_bytes()) if worksheet else {}
    roster = some(read_roster(course))
    people = People(roster, pairs(match, "--match", "'Ann Lee_1234=s0042'"), participants)
    collector = Collector(config=course.config)
    wanted = origin.value
    rules = Rules(
        name, marks_of_labs(course), lambda p: collector.claim(p) or claim_of(p, wanted), participants, file_times
    )
    with only_run(course), open_download(source) as files:
        planned = plan(files, people, rules)
        placed = list(put(course, name, planned, dry_run=dry_run))
    _say_what_was_collected(course, name, planned, placed)
    if dry_run:
        typer.echo("Nothing is written: --dry-run.")


def export(
    kind: Annotated[
        Format,
        typer.Option("--format", help="csv: nbgrader's columns; canvas, moodle: their import; json: everything."),
    ] = Format.CSV,
    to: Annotated[
        Path | None, typer.Option(help="The file to write; by default class/grades.csv, grades-canvas.csv and so on.")
    ] = None,
    labs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LAB]...", help="Labs by name or number; by default all that are in the gradebook."),
    ] = None,
) -> None:
    """Write the grades for the school's system. Whatever was not handed in or not graded has no score, never a 0."""
    from autograder.export import FORMATS  # noqa: PLC0415 - keeps --help quick

    course = find_course()
    exporter = FORMATS[kind.value](config=course.config)
    default = f"grades-{kind.value}.csv" if kind in {Format.CANVAS, Format.MOODLE} else f"grades.{kind.value}"
    exporter.to = str(to or course.class_folder / default)
    exporter.assignment = chosen_labs(labs) if labs else []
    with course.gradebook() as gradebook:
        grades = exporter.grades(gradebook)
    exporter.write(grades)
    students = {
        each.folder for each in (grades.students if kind in {Format.CSV, Format.JSON} else exporter.exported(grades))
    }
    for student in grades.students:
        if student.folder not in students:
            typer.echo(f"left out, not in the roster: {shown(student.id)}")
    cells = [grade for (folder, _), grade in grades.cells.items() if folder in students]
    waiting = sum(grade.status == "awaiting_manual_grade" for grade in cells)
    if waiting:
        typer.echo(f"{waiting} scores still wait for a grade by hand; they are exported as they stand.")
    scored = sum(grade.score is not None for grade in cells)
    typer.echo(
        f"{len(students)} students, {scored} scores, {len(cells) - scored} without one: {os.path.relpath(exporter.to)}"
    )


def _say_what_was_collected(course: Course, lab: str, planned: Plan, placed: list[Placed]) -> None:
    words = {"replaced": "replaced an earlier one", "older": "older than what is there", "failed": "not written"}
    for each in placed:
        where = "".join(f"; kept {path.relative_to(course.root)}" for path in each.aside)
        if each.state in words or where:
            state = words.get(each.state, each.state)
            why = f": {each.reason}" if each.reason else ""
            typer.echo(f"{shown(each.candidate.student.id)}: {shown(each.candidate.path)}: {state}{shown(where + why)}")
        if (
            each.candidate.student.folder in planned.newest
            and planned.others[each.candidate.student.folder]
            and not each.candidate.has_age
        ):
            typer.echo(
                f"{shown(each.candidate.student.id)}: which of the files is the newest isn't known; taken by its name."
            )
    for label in planned.late:
        typer.echo(f"{shown(label)}: late by Canvas, which doesn't say when.")
    for refused in planned.left:
        typer.echo(f"not collected: {shown(refused.path)}: {shown(refused.reason)}")
    if planned.passed_over:
        others = ", ".join(f"{number} {shown(suffix)}" for suffix, number in planned.passed_over.most_common(8))
        typer.echo(f"passed over, no notebooks: {others}")
    states = [each.state for each in placed]
    counts = ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(states))
    typer.echo(f"{lab}: {len(placed)} students ({counts or 'none'}); {_files(len(planned.left))} not collected.")


def _files(number: int) -> str:
    return f"{number} file" if number == 1 else f"{number} files"
