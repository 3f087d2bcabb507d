"""Runs of the command as a terminal starts them: to watch, to stop at any instant, and to count what they leave behind."""

from __future__ import annotations

import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import chdir, closing, redirect_stderr, redirect_stdout, suppress
from pathlib import Path

import pytest

from autograder.cli import main
from autograder.course import Course

AT_MOST = 120.0  # seconds; what waits for something waits this long at most: nothing is timed by it


def words_of(course: Course, lab: str, *options: str) -> list[str]:
    """Return the command that grades a lab of the course's own class."""
    return [sys.executable, "-m", "autograder", "grade", lab, *options]


def grade_by_command(course: Course, lab: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Grade a lab to the end in a process of its own; the results are in class/results.jsonl."""
    return subprocess.run(
        words_of(course, lab, *options), cwd=course.root, capture_output=True, text=True, check=False, timeout=AT_MOST
    )


def grade_here(course: Course, lab: str, *options: str) -> tuple[int, str]:
    """Grade a lab by the same command in this process, which has imported everything; return the status and stderr."""
    words, errors = words_of(course, lab, *options), io.StringIO()
    with (
        chdir(course.root),
        redirect_stdout(io.StringIO()),
        redirect_stderr(errors),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(sys, "argv", words[2:])
        try:
            main()
        except SystemExit as stop:
            return int(stop.code or 0), errors.getvalue()
    return 0, errors.getvalue()


def results_of(course: Course) -> bytes:
    """Return the results file as it is."""
    return (course.class_folder / "results.jsonl").read_bytes()


def executed_notebooks(course: Course) -> dict[str, int]:
    """Return when each executed notebook was written, by student."""
    folder = course.class_folder / "autograded"
    return {path.parent.parent.name: path.stat().st_mtime_ns for path in folder.glob("*/*/*.ipynb")}


def gradebook_content(course: Course) -> dict[str, list[tuple[object, ...]]]:
    """Return all that the gradebook says, without the ids that it draws at random."""
    tables = {
        "versions": "SELECT version_num FROM alembic_version",
        "students": "SELECT id, first_name, last_name, email, lms_user_id FROM student",
        "assignments": "SELECT name, duedate, course_id FROM assignment",
        "cells": "SELECT notebook.name, base_cell.name, base_cell.type, grade_cells.max_score FROM base_cell "
        "JOIN notebook ON notebook.id = base_cell.notebook_id LEFT JOIN grade_cells ON grade_cells.id = base_cell.id",
        "sources": "SELECT name, cell_type, locked, source, checksum FROM source_cell",
        "submissions": "SELECT student_id, assignment.name, timestamp, extension, flagged, late_submission_penalty "
        "FROM submitted_assignment JOIN assignment ON assignment.id = submitted_assignment.assignment_id "
        "LEFT JOIN submitted_notebook ON submitted_notebook.assignment_id = submitted_assignment.id",
        "grades": "SELECT student_id, base_cell.name, auto_score, manual_score, extra_credit, needs_manual_grade FROM grade "
        "LEFT JOIN base_cell ON base_cell.id = grade.cell_id "
        "LEFT JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id "
        "LEFT JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id",
        "comments": "SELECT student_id, base_cell.name, auto_comment, manual_comment FROM comment "
        "LEFT JOIN base_cell ON base_cell.id = comment.cell_id "
        "LEFT JOIN submitted_notebook ON submitted_notebook.id = comment.notebook_id "
        "LEFT JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id",
    }
    with closing(sqlite3.connect(course.class_folder / "gradebook.db")) as db:
        return {name: sorted(db.execute(query).fetchall(), key=repr) for name, query in tables.items()}


class Run:
    """One run of the command in a session of its own, and every process that comes of it."""

    def __init__(self, course: Course, lab: str, *options: str) -> None:
        self.course = course
        self._errors = (course.root / "stderr").open("w+")
        self.process = subprocess.Popen(
            words_of(course, lab, *options),
            cwd=course.root,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            start_new_session=True,
        )
        self._seen: set[tuple[int, str]] = set()

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind, whatever the test has found."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for pid, _ in self.living():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._errors.close()

    def errors(self) -> str:
        """Return what the run has written to stderr."""
        return Path(self._errors.name).read_text(encoding="utf-8")

    def ended(self) -> bool:
        return self.process.poll() is not None

    def has_begun(self) -> bool:
        """Tell whether the run holds the class."""
        return (self.course.class_folder / "grading.lock").exists() or self.ended()

    def living(self) -> set[tuple[int, str]]:
        """Return the processes of this run that live, apart from the command's own: (id, command line)."""
        table = _processes()
        known = {(pid, began) for pid, (_, session, _, began, _) in table.items() if session == self.process.pid}
        known |= {(pid, began) for pid, began in self._seen if pid in table and table[pid][3] == began}
        while True:
            homes = {pid for pid, _ in known} | {self.process.pid}
            more = {(pid, began) for pid, (parent, _, _, began, _) in table.items() if parent in homes} - known
            if not more:
                break
            known |= more
        self._seen |= known
        return {(pid, table[pid][4]) for pid, _ in known if table[pid][2] not in "ZX" and pid != self.process.pid}


def _processes() -> dict[int, tuple[int, int, str, str, str]]:
    """Return parent, session, state, time of birth and command line of every process."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        with suppress(OSError):
            state, parent, _, session, *rest = (entry / "stat").read_text().rpartition(")")[2].split()
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")[:120]
            found[int(entry.name)] = int(parent), int(session), state, rest[15], line
    return found


def poll(condition: Callable[[], bool], at_most: float = AT_MOST) -> bool:
    """Wait until a condition holds; return whether it ever did."""
    last = time.monotonic() + at_most
    while not condition():
        if time.monotonic() > last:
            return False
        time.sleep(0.01)
    return True
