"""Submissions put in their place: the newest where grading looks for it, every other kept aside, nothing overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from autograder.collecting.plan import Candidate, Plan
from autograder.course import Course
from autograder.notebook_files import UnreadableError, content_of, write_whole

State = Literal["new", "the same", "replaced", "older", "failed"]


@dataclass(frozen=True)
class Placed:
    """What was done for a student.

    Attributes:
        candidate: the file.
        state: new; the same as is there; replaced, what was there is kept aside; older than what is there, kept aside itself;
            failed, with the reason.
        aside: where something was kept aside.
        reason: why it failed.
    """

    candidate: Candidate
    state: State
    aside: tuple[Path, ...] = ()
    reason: str = ""


def put(course: Course, lab: str, plan: Plan, *, dry_run: bool = False) -> Iterator[Placed]:
    """Put every student's submission where it belongs and yield what was done; a dry run only says what would be."""
    for folder, candidate in plan.newest.items():
        home = course.class_folder / "submitted" / folder / lab
        try:
            yield _placed(course, lab, candidate, plan.others[folder], home, dry_run=dry_run)
        except UnreadableError as error:
            yield Placed(candidate, "failed", reason=str(error))
        except OSError as error:
            yield Placed(candidate, "failed", reason=f"expected to write {home}, found: {error.strerror}.")


def _placed(
    course: Course, lab: str, candidate: Candidate, others: list[Candidate], home: Path, *, dry_run: bool
) -> Placed:
    path = home / f"{lab}.ipynb"
    before = content_of(path) if path.exists() or path.is_symlink() else None
    there = None if before is None else hashlib.sha256(before).hexdigest()
    aside_home = course.class_folder / "earlier" / candidate.student.folder / lab
    state: State = "new" if before is None else "replaced"
    if there == candidate.digest:
        state = "the same"
    elif before is not None and _is_older(candidate, home):
        state = "older"
        others = [candidate, *others]
    others = [each for each in others if each.digest != there]
    aside = [aside_home / _name(each.digest) for each in others]
    if state == "replaced" and there is not None:
        aside.append(aside_home / _name(there))
    if dry_run:
        return Placed(candidate, state, tuple(aside))
    for each in others:
        _keep(each.read(), _stamp(each.time), aside_home, each.digest)
    if state == "replaced" and before is not None and there is not None:
        _keep(before, _stamp_in(home), aside_home, there)
    if state in {"new", "replaced"}:
        content = candidate.read()  # before anything is changed: it may fail
        _write_stamp(home, _stamp(candidate.time))
        write_whole(content, path)
    elif state == "the same" and candidate.time is not None and _stamp_in(home) is None:
        _write_stamp(home, _stamp(candidate.time))
    return Placed(candidate, state, tuple(aside))


def _keep(content: bytes, stamp: str | None, home: Path, digest: str) -> None:
    path = home / _name(digest)
    if not path.exists():
        write_whole(content, path)
        if stamp is not None:
            write_whole(stamp.encode(), path.with_suffix(".timestamp.txt"))


def _name(digest: str) -> str:
    return f"{digest[:16]}.ipynb"


def _is_older(candidate: Candidate, home: Path) -> bool:
    stamp = _stamp_in(home)
    if stamp is None or candidate.time is None:
        return False
    from nbgrader.utils import parse_utc  # noqa: PLC0415 - takes 2 s to import

    try:
        there: datetime = parse_utc(stamp.strip()).replace(tzinfo=UTC)
    except (ValueError, OverflowError, TypeError):
        return False
    return candidate.time < there


def _stamp(time: datetime | None) -> str | None:
    """Return a time as nbgrader's timestamp.txt has it."""
    return None if time is None else f"{time.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC\n"


def _stamp_in(home: Path) -> str | None:
    try:
        return content_of(home / "timestamp.txt").decode()
    except (UnreadableError, UnicodeDecodeError):
        return None


def _write_stamp(home: Path, stamp: str | None) -> None:
    """Write when a submission came in, or take away the time of the one before."""
    if stamp is None:
        (home / "timestamp.txt").unlink(missing_ok=True)
    else:
        write_whole(stamp.encode(), home / "timestamp.txt")
