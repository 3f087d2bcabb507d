"""The command that writes feedback for a whole class at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from autograder.course import CourseError, chosen_labs, find_course
from autograder.roster_commands import shown

if TYPE_CHECKING:
    from autograder.course import Course


def add_to(app: typer.Typer) -> None:
    """Add this command to the command `autograder`."""
    app.command()(feedback)


def feedback(
    labs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LAB]...", help="Labs by name or number; by default all that are graded."),
    ] = None,
) -> None:
    """Write a page for every graded submission to class/feedback: points, comments, the notebook with its cards.

    A page needs no network and runs no script, whatever a student has put in the notebook; no hidden test is in it. It is what
    `nbgrader generate_feedback` and the Formgrader's button write for one lab.
    """
    course = find_course()
    chosen = chosen_labs(labs)
    written = write_pages(course, chosen)
    for student, lab in _without_page(course, chosen):
        typer.echo(f"no page, not graded: {shown(student)}, {lab}")
    typer.echo(f"{written} pages in class/feedback.")


def write_pages(course: Course, labs: list[str]) -> int:
    """Write the pages of these labs, with a bar that shows how far it is; return how many.

    Raises:
        CourseError: nothing is graded, or some could not be written; the others are.
    """
    from rich.console import Console  # noqa: PLC0415 - keeps --help quick
    from rich.progress import track  # noqa: PLC0415

    from autograder.feedback import graded_work, write_feedback  # noqa: PLC0415

    work = graded_work(course, labs)
    if not work:
        msg = f"feedback: expected graded submissions in class/autograded for {', '.join(labs)}, found none. Run `autograder grade` first."
        raise CourseError(msg)
    pages = list(
        track(write_feedback(course, work), "feedback", total=len(work), console=Console(stderr=True), transient=False)
    )
    failed = [page for page in pages if page.reason]
    for page in failed:
        typer.echo(f"no page: {shown(page.student)}, {page.lab}: {shown(page.reason)}", err=True)
    if failed:
        msg = f"feedback: expected {len(work)} pages, found {len(failed)} that could not be written, see above. The others are there."
        raise CourseError(msg)
    return len(work)


def _without_page(course: Course, labs: list[str]) -> list[tuple[str, str]]:
    """Return student and lab of what was handed in and has no grade, because it can't be read or wasn't graded yet."""
    from autograder.feedback import graded_work  # noqa: PLC0415 - keeps --help quick
    from autograder.submissions import find_submissions  # noqa: PLC0415

    try:
        handed_in = find_submissions(course.class_folder / "submitted", labs)
    except CourseError:  # they were graded from another folder
        return []
    graded = set(graded_work(course, labs))
    return [
        (each.student, each.lab)
        for each in handed_in
        if not each.is_missing and (each.lab, each.gradebook_id) not in graded
    ]
