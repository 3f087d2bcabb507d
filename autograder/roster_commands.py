"""The commands of the roster: import the school's list, see it, check it against the submissions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from autograder.course import CourseError, chosen_labs, find_course

if TYPE_CHECKING:
    from autograder.roster import SchoolFile, Student
    from autograder.roster.book import Change

roster_app = typer.Typer(
    help="Who is in the class: import the school's list, see it, check it against the submissions.",
    no_args_is_help=True,
)


@roster_app.command("import")
def import_roster(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="STUDENTS.csv", help="The school's list: Canvas's, Moodle's, nbgrader's, or one like it."
        ),
    ],
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=HEADING", help="Which column is which, where its heading isn't known: id=Matriculation."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")] = False,
) -> None:
    """Enter students in the gradebook: all of the file, or where a row can't be entered, none.

    A second import updates names and addresses, and removes nobody.
    """
    from autograder.roster import enter, read_school_file  # noqa: PLC0415 - keeps --help quick
    from autograder.roster.book import changes  # noqa: PLC0415

    course = find_course()
    file = read_school_file(path.read_bytes(), pairs(column, "--column", "id=Matriculation"))
    _say_what_was_read(path, file)
    if file.refused:
        for row, reason in file.refused.items():
            typer.echo(f"row {row}: {shown(reason)}")
        found = f"found {len(file.refused)} that can't be entered (above)"
        msg = f"roster: expected every row to be a student, {found}. Nothing is entered; mend them and import again."
        raise CourseError(msg)
    planned = changes(course, file.students.values())
    _say_what_changes(planned)
    if dry_run:
        typer.echo("Nothing is entered: --dry-run.")
        return
    enter(course, planned)
    typer.echo(f"{len(planned)} students are in the gradebook.")


@roster_app.command("list")
def list_roster() -> None:
    """Show the roster, and the folder of whoever has an id that can't be a folder's name."""
    from autograder.roster import read_roster  # noqa: PLC0415 - keeps --help quick

    roster = read_roster(find_course())
    table = Table(title=f"Roster: {len(roster)} students", title_justify="left")
    for heading in ("id", "first name", "last name", "email", "folder"):
        table.add_column(heading, overflow="fold")
    for student in roster:
        folder = "" if student.folder == student.id else student.folder
        cells = (student.id, student.first_name, student.last_name, student.email, folder)
        table.add_row(*(_plain(cell) for cell in cells))
    Console().print(table)


@roster_app.command("check")
def check_roster(
    labs: Annotated[
        list[str] | None, typer.Argument(metavar="[LAB]...", help="Labs by name or number; by default all.")
    ] = None,
) -> None:
    """List whose folders belong to nobody in the roster, and who of the roster has not handed in."""
    from autograder.roster import read_roster  # noqa: PLC0415 - keeps --help quick
    from autograder.roster.check import gaps  # noqa: PLC0415
    from autograder.submissions import find_submissions  # noqa: PLC0415

    course, names = find_course(), chosen_labs(labs)
    roster = some(read_roster(course))
    folder = course.class_folder / "submitted"
    found = find_submissions(folder, names) if folder.is_dir() and any(folder.iterdir()) else []
    result = gaps(roster, found, names)
    for unknown in result.unknown:
        typer.echo(f"not in the roster: {shown(unknown)}")
    for lab, missing in result.missing.items():
        for student in missing:
            typer.echo(f"not handed in: {lab}: {shown(student.id)} ({shown(student.name)})")
    typer.echo(f"{len(roster)} in the roster; {len(result.unknown)} folders of nobody in it.")


def _say_what_was_read(path: Path, file: SchoolFile) -> None:
    separator = {"\t": "tabs", ";": "semicolons", ",": "commas", "|": "bars"}[file.separator]
    columns = ", ".join(f"{field} from {heading.strip()!r}" for field, heading in file.columns.items())
    typer.echo(f"{shown(path.name)}: {len(file.students)} students ({file.encoding}, {separator}); {shown(columns)}")
    for row, reason in file.passed_over.items():
        typer.echo(f"row {row} passed over: {shown(reason)}")


def _say_what_changes(planned: list[Change]) -> None:
    new = [change for change in planned if change.before is None]
    changed = [change for change in planned if change.before not in (None, change.student)]
    for change in planned:
        if change.student.folder != change.student.id:
            typer.echo(f"id {shown(change.student.id)!s} has the folder {change.student.folder}")
    for change in changed:
        assert change.before is not None
        typer.echo(
            f"changed: {shown(change.student.id)}: {shown(change.before.name)} is now {shown(change.student.name)}"
        )
    typer.echo(f"{len(new)} new, {len(changed)} changed, {len(planned) - len(new) - len(changed)} as they were.")


def _plain(text: str) -> str:
    return shown(text).replace("[", r"\[")


def shown(text: str) -> str:
    """Return text that a terminal can show as it is: what can't be printed is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def some(roster: list[Student]) -> list[Student]:
    """Return the roster; raises CourseError where there is nobody in it."""
    if not roster:
        msg = "roster: expected students, found none. Run `autograder roster import STUDENTS.csv` first."
        raise CourseError(msg)
    return roster


def pairs(words: Iterable[str] | None, option: str, example: str) -> dict[str, str]:
    """Return what an option such as NAME=ID says; raises CourseError where a side is missing."""
    found = {}
    for word in words or ():
        before, equals, after = word.rpartition("=") if option == "--match" else word.partition("=")
        if not (before and equals and after):
            msg = f"{option}: expected something like {example}, found {word!r}. Write both sides of the =."
            raise CourseError(msg)
        found[before] = after
    return found
