"""The book of record: nbgrader's gradebook and the executed notebooks, written so that a run may be stopped at any instant."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

import course_utils
from autograder.build import register
from autograder.course import Course, CourseError
from autograder.notebook_files import UnreadableError, content_of, read_notebook, write_whole
from autograder.results import QuestionResult, SubmissionResult, as_record
from autograder.submissions import Submission

_KEPT_IN_MIND = 50  # submissions, before the database session forgets all it has seen
_NOTES_OF_EXCHANGE = ("timestamp.txt", "submission_secret.txt")
# Nbgrader's tables have none on what they are joined by: with thousands of submissions its lists take a third longer.
_INDEXES = (
    ("submitted_assignment", "assignment_id"),
    ("submitted_notebook", "assignment_id"),
    ("submitted_notebook", "notebook_id"),
    ("grade", "notebook_id"),
    ("comment", "notebook_id"),
)
_MARK = "gradient_descent_labs"  # the executed notebook's metadata hold its result and what it was graded from


@contextlib.contextmanager
def only_run(course: Course) -> Iterator[None]:
    """Hold the class for this run; CourseError where another run holds it."""
    course.class_folder.mkdir(exist_ok=True)
    with (course.class_folder / "grading.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            msg = "class: expected no other run, found one that is grading it. Wait for it to end, then run this again."
            raise CourseError(msg) from error
        try:
            yield
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)  # at once: workers that are just ending hold the file open too


def database_trouble(error: Exception) -> str | None:
    """Say in one line what is wrong with the gradebook, None where the error is of another kind."""
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415 - comes with nbgrader, slow to import

    if not isinstance(error, SQLAlchemyError):
        return None
    found = str(getattr(error, "orig", None) or error).splitlines()[0]
    what_to_do = "Close other programs that use it" if "locked" in found else "Check the file, or put a copy of it back"
    return f"gradebook: expected a database that can be written, found: {found}. {what_to_do}, then run this again."


def marked(executed: NotebookNode, result: SubmissionResult, fingerprint: str | None, *, all_cells: bool) -> bytes:
    """Return an executed notebook as a file's content; its metadata say what came of it, and of what it was made."""
    executed.metadata[_MARK] = {"fingerprint": fingerprint, "all_cells": all_cells, "result": as_record(result)}
    return json.dumps(executed, ensure_ascii=False, sort_keys=True).encode()


@dataclass(frozen=True)
class _Rows:
    """What the gradebook has of a lab: ids of its assignment and notebook, and `(id, name)` of the cells with grades and comments."""

    assignment: str
    notebook: str
    graded: list[tuple[str, str]]
    commented: list[tuple[str, str]]


class Book:
    """One run's hold on the gradebook; every submission is one transaction."""

    def __init__(self, course: Course) -> None:
        from nbgrader.api import MissingEntry  # noqa: PLC0415 - takes 2 s to import

        self._missing = MissingEntry
        self._course = course
        self._gradebook = course.gradebook()
        self._commit = self._gradebook.db.commit
        self._gradebook.db.commit = self._gradebook.db.flush  # nbgrader commits after every step of its own
        # What is the same for every submission (the lab, its cells) isn't asked for again after each of them.
        self._gradebook.db.registry().expire_on_commit = False
        self._index()
        self._entered = 0
        self._rows_of: dict[str, _Rows] = {}
        self._digests: dict[str, str] = {}

    def close(self) -> None:
        """Let go of the gradebook."""
        self._gradebook.close()

    def _index(self) -> None:
        from sqlalchemy import text  # noqa: PLC0415 - comes with nbgrader, slow to import

        for table, column in _INDEXES:
            self._gradebook.db.execute(text(f"CREATE INDEX IF NOT EXISTS by_{table}_{column} ON {table} ({column})"))
        self._commit()

    def register(self, lab: str) -> None:
        """Enter a lab in the gradebook, unless it is there as its source is now."""
        path = self._course.class_folder / f"registered_{lab}"
        digest = self._digest(lab)
        with contextlib.suppress(self._missing, FileNotFoundError):
            self._gradebook.find_notebook(lab, lab)
            if path.read_text(encoding="ascii") == digest:
                return
        register(self._course, lab, None)
        path.write_text(digest, encoding="ascii")

    def known(
        self, submission: Submission, fingerprint: str | None, *, all_cells: bool = False
    ) -> SubmissionResult | None:
        """Return the result of an earlier run, None where there is none or something has changed since."""
        path = self._executed(submission)
        if not path.is_file():
            return None
        try:
            mark = read_notebook(path).metadata.get(_MARK, {})
        except UnreadableError:
            return None
        if not mark or mark.get("fingerprint") != fingerprint:
            return None
        if all_cells and not mark.get("all_cells"):
            return None
        record = mark["result"]
        questions = tuple(QuestionResult(**question) for question in record["questions"])
        entered, found = {f"{question.name}_check": question.score for question in questions}, self._scores(submission)
        if {name: found.get(name) for name in entered} != entered:
            return None  # a run was stopped after it had entered another result, and before the notebook was written
        if _time_of(submission):  # the due date, an extension, the policy or a score by hand may have changed since
            self._penalise(submission)
            if self._gradebook.db.dirty:
                self._commit()
        return SubmissionResult(**{**record, "student": submission.student, "questions": questions})

    def enter(self, submission: Submission, executed: bytes, result: SubmissionResult) -> None:
        """Enter a result: first the gradebook, in one transaction, then the executed notebook, by rename.

        Args:
            submission: whose it is.
            executed: the executed notebook as `marked` makes it.
            result: the result.
        """
        try:
            self._score(submission, result)
            self._commit()
        except BaseException:
            self._gradebook.db.rollback()
            raise
        self._entered += 1
        if self._entered % _KEPT_IN_MIND == 0:
            self._gradebook.db.expunge_all()
        self._keep_notes(submission)
        write_whole(executed, self._executed(submission))

    def _keep_notes(self, submission: Submission) -> None:
        """Put the exchange's notes beside the executed notebook: nbgrader takes them on to the feedback, and releases it by them."""
        for name in _NOTES_OF_EXCHANGE:
            kept = self._executed(submission).with_name(name)
            try:
                write_whole(content_of(submission.path.with_name(name)), kept)
            except UnreadableError:  # handed in some other way
                kept.unlink(missing_ok=True)

    def fingerprint(self, submission: Submission) -> str | None:
        """Return what a result depends on: the submission, the lab's source, the code that grades it."""
        try:
            handed_in = hashlib.sha256(content_of(submission.path)).hexdigest() + str(_time_of(submission))
        except UnreadableError:
            return None
        lab = self._digest(submission.lab)
        return hashlib.sha256(f"{handed_in}{lab}{version_of_packages()}".encode()).hexdigest()

    def _digest(self, lab: str) -> str:
        if lab not in self._digests:
            self._digests[lab] = hashlib.sha256(self._course.source(lab).read_bytes()).hexdigest()
        return self._digests[lab]

    def _score(self, submission: Submission, result: SubmissionResult) -> None:
        student, lab = submission.gradebook_id, submission.lab
        rows = self._rows(lab)
        # What isn't a question is marked by hand: it has no score yet, or 0 where nothing is written.
        tests = {f"{question.name}_check": question.score for question in result.questions}
        scores = {name: tests.get(name, None if result.is_reflected else 0.0) for _, name in rows.graded}
        written = {question.name: question.state != "not_attempted" for question in result.questions}
        comments = {name: "No response." for _, name in rows.commented if not written.get(name, result.is_reflected)}
        self._gradebook.update_or_create_student(student)
        time = _time_of(submission)
        if not self._has(submission):
            self._enter_first(submission, scores, comments, time)
            if not time:
                return
        else:
            self._gradebook.update_or_create_submission(lab, student, **time)
            notebook = self._gradebook.find_submission_notebook(lab, lab, student)
            for grade in notebook.grades:
                grade.auto_score = scores.get(grade.name)
                grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
            for comment in notebook.comments:
                comment.auto_comment = comments.get(comment.name)
            self._gradebook.db.flush()
        self._penalise(submission)

    def _enter_first(
        self,
        submission: Submission,
        scores: dict[str, float | None],
        comments: dict[str, str],
        time: dict[str, Any],
    ) -> None:
        """Enter a submission that the gradebook doesn't know yet: the rows of nbgrader's `add_submission`, filled in at once."""
        from nbgrader import api  # noqa: PLC0415 - takes 2 s to import

        rows = self._rows(submission.lab)
        entry, notebook = api.new_uuid(), api.new_uuid()
        new = {"id": entry, "assignment_id": rows.assignment, "student_id": submission.gradebook_id}
        run = self._gradebook.db.execute
        run(api.SubmittedAssignment.__table__.insert(), [{**new, **time}])
        run(
            api.SubmittedNotebook.__table__.insert(),
            [{"id": notebook, "assignment_id": entry, "notebook_id": rows.notebook}],
        )
        grades = [
            {
                "notebook_id": notebook,
                "cell_id": cell,
                "auto_score": scores.get(name),
                "needs_manual_grade": scores.get(name) is None,
            }
            for cell, name in rows.graded
        ]
        remarks = [
            {"notebook_id": notebook, "cell_id": cell, "auto_comment": comments.get(name)}
            for cell, name in rows.commented
        ]
        for table, lines in ((api.Grade.__table__, grades), (api.Comment.__table__, remarks)):
            if lines:
                run(table.insert(), lines)

    def _scores(self, submission: Submission) -> dict[str, float | None]:
        """Return what the gradebook has of a submission, by test cell; nothing where it doesn't know it."""
        try:
            found = self._gradebook.find_submission_notebook(submission.lab, submission.lab, submission.gradebook_id)
        except self._missing:
            return {}
        return {grade.name: grade.auto_score for grade in found.grades}

    def _rows(self, lab: str) -> _Rows:
        if lab not in self._rows_of:
            assignment = self._gradebook.find_assignment(lab)
            notebook = self._gradebook.find_notebook(lab, lab)
            graded = [(cell.id, cell.name) for cell in (*notebook.grade_cells, *notebook.task_cells)]
            commented = [(cell.id, cell.name) for cell in (*notebook.solution_cells, *notebook.task_cells)]
            self._rows_of[lab] = _Rows(assignment.id, notebook.id, graded, commented)
        return self._rows_of[lab]

    def _penalise(self, submission: Submission) -> None:
        """Give late work the penalty that nbgrader's plugin for it sets, and take away one that is no longer due."""
        entry = self._gradebook.find_submission(submission.lab, submission.gradebook_id)
        notebook = self._gradebook.find_submission_notebook(submission.lab, submission.lab, submission.gradebook_id)
        penalty = None
        if entry.total_seconds_late > 0:
            penalties = self._penalties()
            penalty = penalties.plugin_inst.late_submission_penalty(
                entry.student.id, notebook.score, entry.total_seconds_late
            )
            penalty = None if penalty is None else penalties._check_late_penalty(notebook, penalty)
        if notebook.late_submission_penalty != penalty:
            notebook.late_submission_penalty = penalty

    def _penalties(self) -> Any:
        from nbgrader.preprocessors import AssignLatePenalties  # noqa: PLC0415 - only for late work
        from traitlets import TraitError  # noqa: PLC0415 - likewise

        try:
            penalties = AssignLatePenalties(config=self._course.config)
            penalties.init_plugin()
        except (ImportError, TraitError) as error:
            found = " ".join(str(error).split())
            msg = f"nbgrader_config.py: expected a class in c.AssignLatePenalties.plugin_class, found: {found}. Correct it."
            raise CourseError(msg) from error
        return penalties

    def _executed(self, submission: Submission) -> Path:
        home = self._course.class_folder / "autograded" / submission.gradebook_id / submission.lab
        return home / f"{submission.lab}.ipynb"

    def _has(self, submission: Submission) -> bool:
        try:
            self._gradebook.find_submission(submission.lab, submission.gradebook_id)
        except self._missing:
            return False
        return True


def _time_of(submission: Submission) -> dict[str, Any]:
    """Return when a submission came in, as its timestamp.txt says; nothing where that says no time."""
    from nbgrader.utils import parse_utc  # noqa: PLC0415 - takes 2 s to import

    path = submission.path.parent / "timestamp.txt"
    try:
        return {"timestamp": parse_utc(path.read_text(encoding="utf-8").strip())}
    except (OSError, ValueError, OverflowError, TypeError):
        return {}


@cache
def version_of_packages() -> str:
    """Return a hash of the code that grades: what changes in it may change a result."""
    total = hashlib.sha256()
    for package in (Path(__file__).parent, Path(course_utils.__file__).parent):
        for path in sorted((*package.rglob("*.py"), *package.rglob("*.json"))):
            total.update(path.read_bytes())
    return total.hexdigest()
