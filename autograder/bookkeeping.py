"""The book of record: nbgrader's gradebook and the executed notebooks, written so that a run may be stopped at any instant."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

import course_utils
from autograder.build import register
from autograder.course import Course, CourseError
from autograder.notebook_files import UnreadableError, read_notebook, write_notebook
from autograder.results import QuestionResult, SubmissionResult, as_record
from autograder.submissions import Submission

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


class Book:
    """One run's hold on the gradebook; every submission is one transaction."""

    def __init__(self, course: Course) -> None:
        from nbgrader.api import MissingEntry  # noqa: PLC0415 - takes 2 s to import

        self._missing = MissingEntry
        self._course = course
        self._gradebook = course.gradebook()
        self._commit = self._gradebook.db.commit
        self._gradebook.db.commit = self._gradebook.db.flush  # nbgrader commits after every step of its own
        self._version = _version_of_packages()

    def close(self) -> None:
        """Let go of the gradebook."""
        self._gradebook.close()

    def register(self, lab: str) -> None:
        """Enter a lab in the gradebook, unless it is there as its source is now."""
        path = self._course.class_folder / f"registered_{lab}"
        digest = hashlib.sha256(self._course.source(lab).read_bytes()).hexdigest()
        with contextlib.suppress(self._missing, FileNotFoundError):
            self._gradebook.find_notebook(lab, lab)
            if path.read_text(encoding="ascii") == digest:
                return
        register(self._course, lab, None)
        path.write_text(digest, encoding="ascii")

    def known(self, submission: Submission) -> SubmissionResult | None:
        """Return the result of an earlier run, None where there is none or something has changed since."""
        path = self._executed(submission)
        if not path.is_file() or not self._gradebook_has(submission):
            return None
        try:
            mark = read_notebook(path).metadata.get(_MARK, {})
        except UnreadableError:
            return None
        if not mark or mark.get("fingerprint") != self._fingerprint(submission):
            return None
        record = mark["result"]
        questions = tuple(QuestionResult(**question) for question in record["questions"])
        return SubmissionResult(**{**record, "student": submission.student, "questions": questions})

    def enter(self, submission: Submission, executed: NotebookNode, result: SubmissionResult) -> None:
        """Enter a result: first the gradebook, in one transaction, then the executed notebook, by rename."""
        try:
            self._score(submission, result)
            self._commit()
        except BaseException:
            self._gradebook.db.rollback()
            raise
        executed.metadata[_MARK] = {"fingerprint": self._fingerprint(submission), "result": as_record(result)}
        write_notebook(executed, self._executed(submission))

    def _fingerprint(self, submission: Submission) -> str | None:
        """Return what the result depends on: the submission, the lab's source, the code that grades it."""
        try:
            parts = [submission.path.read_bytes(), self._course.source(submission.lab).read_bytes()]
        except OSError:
            return None
        digests = b"".join(hashlib.sha256(part).digest() for part in parts)
        return hashlib.sha256(digests + self._version.encode()).hexdigest()

    def _score(self, submission: Submission, result: SubmissionResult) -> None:
        student, lab = submission.gradebook_id, submission.lab
        self._gradebook.update_or_create_student(student)
        entry = self._gradebook.update_or_create_submission(lab, student, **_time_of(submission))
        notebook = self._gradebook.find_submission_notebook(lab, lab, student)
        scores = {f"{question.name}_check": question for question in result.questions}
        for grade in notebook.grades:
            question = scores.get(grade.name)
            grade.auto_score = None if question is None else question.score
            grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
        untouched = {question.name for question in result.questions if question.state == "not_attempted"}
        for comment in notebook.comments:
            comment.auto_comment = "No response." if comment.name in untouched else None
        if entry.total_seconds_late > 0:
            self._gradebook.db.flush()
            self._penalise(entry, notebook)

    def _penalise(self, entry: Any, notebook: Any) -> None:
        from nbgrader.preprocessors import AssignLatePenalties  # noqa: PLC0415 - only for late work

        penalties = AssignLatePenalties(config=self._course.config)
        penalties.init_plugin()
        student, late = entry.student.id, entry.total_seconds_late
        penalty = penalties.plugin_inst.late_submission_penalty(student, notebook.score, late)
        notebook.late_submission_penalty = None if penalty is None else penalties._check_late_penalty(notebook, penalty)

    def _executed(self, submission: Submission) -> Path:
        home = self._course.class_folder / "autograded" / submission.gradebook_id / submission.lab
        return home / f"{submission.lab}.ipynb"

    def _gradebook_has(self, submission: Submission) -> bool:
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
def _version_of_packages() -> str:
    """Return a hash of the code that grades: what changes in it may change a result."""
    total = hashlib.sha256()
    for package in (Path(__file__).parent, Path(course_utils.__file__).parent):
        for path in sorted((*package.rglob("*.py"), *package.rglob("*.json"))):
            total.update(path.read_bytes())
    return total.hexdigest()
