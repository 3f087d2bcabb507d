"""Releasing the labs: from solutions/ to the students' notebooks and the tables of the check."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from nbformat import NotebookNode

from autograder.course import PAGES, Course, CourseError
from autograder.examination import LABS
from autograder.execution import QUIET_KERNEL
from autograder.notebook_files import (
    UnreadableError,
    keep_text_outputs,
    read_notebook,
    write_notebook,
    write_whole,
)
from autograder.pages import build_pages
from autograder.submissions import is_reflection
from autograder.visible import questions_of
from course_utils.checking.cases import write_table

_SECONDS_PER_CELL = 120
_EXCEPTION = re.compile(r"\s*[\w.]*(Error|Exception): ")  # the last line of a traceback, as a log indents it
_OTHER_CELLS = "Cannot add or remove cells"  # nbgrader's words


def build(
    course: Course, labs: list[str], *, run: bool = False, force: bool = False, say: Callable[[str], None] = print
) -> None:
    """Release labs: write the check's tables and the students' notebooks and pages, and enter the labs in the gradebook.

    Args:
        course: the course folder.
        labs: the labs to release.
        run: execute the solved notebooks first and keep their text outputs.
        force: overwrite a students' notebook that somebody has written answers in.
        say: called with one line per lab, and one for the pages.

    Raises:
        CourseError: a source notebook isn't as it should be, or answers would be lost.
    """
    for lab in labs:
        source = read_source(course, lab)
        points = points_of(lab, source)
        questions = questions_of(lab, points)
        write_table(lab, questions, course.tables)
        if run:
            execute_source(course, lab, source)
        if has_answers(course.release(lab)) and not force:
            say(
                f"{lab}: kept notebooks/{lab}, which has answers written in it (autograder build --force overwrites them)"
            )
            register(course, lab, None)
            continue
        register(course, lab, course.release(lab))
        by_hand = sum(cell.metadata.nbgrader.points for cell in filter(is_reflection, source.cells))
        say(f"{lab}: {len(points)} functions, {sum(points.values()):g} points; by hand {by_hand:g}")
    build_pages(course)
    say(f"pages: {', '.join(PAGES)}")


def read_source(course: Course, lab: str) -> NotebookNode:
    """Return a lab's solved notebook."""
    try:
        return read_notebook(course.source(lab))
    except UnreadableError as error:
        msg = f"solutions/{lab}/{lab}.ipynb: {error}"
        raise CourseError(msg) from error


def read_for_grading(course: Course, lab: str) -> tuple[NotebookNode, dict[str, float]]:
    """Return what a lab's submissions are graded by: its source, and the points of each function.

    In place of the sample of an answer in words there is what students find, with the checksum by which nbgrader sees that
    nothing was written there.
    """
    from nbgrader.preprocessors import ClearSolutions  # noqa: PLC0415 - takes 2 s to import
    from nbgrader.utils import compute_checksum  # noqa: PLC0415

    source = read_source(course, lab)
    points = points_of(lab, source)
    for cell in filter(is_reflection, source.cells):
        cell.source = ClearSolutions(config=course.config).text_stub
        cell.metadata.nbgrader.checksum = compute_checksum(cell)
    return source, points


def points_of(lab: str, source: NotebookNode) -> dict[str, float]:
    """Return the points of each graded function, in order; raises CourseError where a cell is missing or misplaced."""
    wanted = [probed.name for probed in LABS[lab]]
    marked = [
        cell for cell in source.cells if cell.metadata.get("nbgrader", {}).get("grade_id") and not is_reflection(cell)
    ]
    solved = [cell.metadata.nbgrader.grade_id for cell in marked if cell.metadata.nbgrader.get("solution")]
    points = {
        cell.metadata.nbgrader.grade_id.removesuffix("_check"): float(cell.metadata.nbgrader.points)
        for cell in marked
        if cell.metadata.nbgrader.get("grade")
    }
    for what, found in (("solution cells", solved), ("test cells", list(points))):
        if found != wanted:
            msg = f"solutions/{lab}: expected {what} for {', '.join(wanted)}, found {', '.join(found) or 'none'}. Correct the grade ids."
            raise CourseError(msg)
    return points


def execute_source(course: Course, lab: str, source: NotebookNode) -> None:
    """Run a solved notebook from top to bottom and write it back with its text outputs; raises CourseError where it fails."""
    from nbclient import NotebookClient  # noqa: PLC0415 - only needed here, and slow to import
    from nbclient.exceptions import CellExecutionError  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        resources = {"metadata": {"path": folder}}
        client = NotebookClient(
            source, timeout=_SECONDS_PER_CELL, kernel_name="python3", resources=resources, extra_arguments=QUIET_KERNEL
        )
        try:
            client.execute()
        except CellExecutionError as error:
            msg = (
                f"solutions/{lab}: expected every cell to run, found {error.ename}: {error.evalue}. Correct that cell."
            )
            raise CourseError(msg) from error
    keep_text_outputs(source)
    write_notebook(source, course.source(lab))


def has_answers(release: Path) -> bool:
    """Tell whether a students' notebook was worked in since it was released: a solution cell differs from its checksum."""
    from nbgrader.utils import compute_checksum  # noqa: PLC0415 - takes 2 s to import

    if not release.is_file():
        return False
    try:
        cells = read_notebook(release).cells
    except UnreadableError:
        return False
    solutions = [cell for cell in cells if cell.metadata.get("nbgrader", {}).get("solution")]
    return any(cell.metadata.nbgrader.get("checksum") != compute_checksum(cell) for cell in solutions)


def register(course: Course, lab: str, release: Path | None) -> None:
    """Run nbgrader's release step: enter the lab in the gradebook and, where `release` is given, write the notebook there."""
    with tempfile.TemporaryDirectory() as folder:
        result = course.nbgrader(release_directory=folder).generate_assignment(lab, force=True, create=True)
        if not result["success"]:
            found = last_error(result)
            msg = f"solutions/{lab}: nbgrader could not release it: {found}"
            if _OTHER_CELLS in found:
                msg = (
                    f"class/gradebook.db: expected submissions of {lab} as it is now, found some of an edition with other graded "
                    "cells. Grade those with that edition, or move class/gradebook.db away (marks given by hand are in it) and "
                    "grade all again."
                )
            raise CourseError(msg)
        if release is not None:
            write_whole((Path(folder) / lab / release.name).read_bytes(), release)


def last_error(result: dict[str, str]) -> str:
    """Return the line of an nbgrader result that says most about what went wrong."""
    lines = [line for text in (result.get("log"), result.get("error")) for line in (text or "").strip().splitlines()]
    errors = [line.partition("]")[2].strip() for line in lines if line.startswith("[ERROR]")]
    telling = [line.strip() for line in lines if _EXCEPTION.match(line)]
    return (telling or errors or lines or ["no reason given"])[0][:300]
