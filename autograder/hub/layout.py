"""Where the files of a hub lie, and who is on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from autograder.course import CourseError

COURSE_ID = "gradient-descent"
STUDENTS = ("ada", "benoit", "chen", "dalia", "emre", "fatou", "goran", "hana", "ivan", "juno", "kofi", "lena")
_MOST_STUDENTS = 400
_PREFIX = re.compile(r"[a-z][a-z0-9-]{0,14}")
_LONGEST_SOCKET = 107  # the bytes that Linux takes for the path of a socket
_SOCKET = "/kernel-00000000-0000-0000-0000-000000000000-ipc-1"

Role = Literal["instructor", "student"]


@dataclass(frozen=True)
class Account:
    """Somebody on the hub.

    Attributes:
        name: the login, and the Unix user where there is one.
        role: what they may do.
    """

    name: str
    role: Role


@dataclass(frozen=True)
class Layout:
    """The folders of a hub.

    Attributes:
        root: the folder that holds all the others; its users may pass through, and not list it.
        separated: whether everybody is a Unix user of their own; that needs root.
    """

    root: Path
    separated: bool

    @property
    def homes(self) -> Path:
        """The home folders, each for its user only."""
        return self.root / "home"

    @property
    def exchange(self) -> Path:
        """Nbgrader's exchange, outside of every home."""
        return self.root / "exchange"

    @property
    def python(self) -> Path:
        """The users' virtual environment: what a lab needs, and no answers."""
        return self.root / "python"

    @property
    def grading(self) -> Path:
        """The instructor's virtual environment: the users' packages and those that grade; for nobody else."""
        return self.root / "grading"

    @property
    def state(self) -> Path:
        """What the hub itself keeps: its database, log and secrets; for nobody else."""
        return self.root / "state"

    def home(self, account: Account) -> Path:
        """Return somebody's home."""
        return self.homes / account.name

    def runtime(self, account: Account) -> Path:
        """Return the folder for the sockets of somebody's kernels, for its user only."""
        return self.root / "run" / account.name

    def settings(self, role: Role) -> Path:
        """Return the folder with Jupyter's and nbgrader's settings for a role; users read it and can't write there."""
        return self.root / "settings" / role

    def course(self, instructor: Account) -> Path:
        """Return the instructor's course folder, with the solutions and the gradebook."""
        return self.home(instructor) / "course"


def accounts(prefix: str, students: int) -> list[Account]:
    """Return an instructor and so many students; their names begin with `prefix`. From the thirteenth on they are numbered.

    Raises:
        CourseError: the prefix is no beginning of a Unix user's name, or there are too few or too many students.
    """
    if not _PREFIX.fullmatch(prefix):
        msg = f"--prefix: expected a small letter, then up to 14 small letters, digits and hyphens, found {prefix!r}. Choose another."
        raise CourseError(msg)
    if not 1 <= students <= _MOST_STUDENTS:
        msg = f"--students: expected 1 to {_MOST_STUDENTS}, found {students}. A real class needs a real server: docs/deploy.md."
        raise CourseError(msg)
    numbered = (f"student{number:03d}" for number in range(len(STUDENTS) + 1, students + 1))
    return [
        Account(f"{prefix}instructor", "instructor"),
        *(Account(f"{prefix}{name}", "student") for name in (*STUDENTS, *numbered)[:students]),
    ]


def instructor_of(everybody: list[Account]) -> Account:
    """Return the instructor."""
    (found,) = (account for account in everybody if account.role == "instructor")
    return found


def check_length(layout: Layout, everybody: list[Account]) -> None:
    """Raise CourseError where the folder's path is too long for the sockets of the kernels."""
    longest = max(len(bytes(layout.runtime(account))) for account in everybody) + len(_SOCKET)
    if longest > _LONGEST_SOCKET:
        most = len(bytes(layout.root)) - (longest - _LONGEST_SOCKET)
        why = "so that kernels' sockets can lie in it"
        msg = f"--folder: expected a path of at most {most} bytes, {why}, found {layout.root}. Choose a shorter one."
        raise CourseError(msg)
