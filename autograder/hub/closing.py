"""The course's own folder, shut to other users of the machine while a hub runs: it holds the answers."""

from __future__ import annotations

import contextlib
import fcntl
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from autograder.course import CourseError

_OPEN = {".venv", "course_utils", "notebooks"}  # no answers in them; what runs elsewhere on the machine may need them
_OTHERS = stat.S_IRWXO


@contextlib.contextmanager
def only_hub(root: Path) -> Iterator[None]:
    """Hold a course for this hub; CourseError where another hub holds it."""
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        msg = f"hub: expected no other hub of the course {root}, found one that runs. Stop that first."
        raise CourseError(msg) from error
    finally:
        os.close(handle)


@contextlib.contextmanager
def closed_to_others(roots: list[Path]) -> Iterator[list[Path]]:
    """Take other users' rights from the folders directly in `roots`, but for those without answers; give them back at the end.

    Yields:
        The folders that were open. Where this process is killed they stay shut.
    """
    taken: list[tuple[Path, int]] = []
    try:
        for folder in dict.fromkeys(root.resolve() for root in roots):
            for entry in sorted(folder.iterdir()):
                if entry.is_symlink() or not entry.is_dir() or entry.name in _OPEN:
                    continue
                mode = stat.S_IMODE(entry.stat().st_mode)
                if mode & _OTHERS:
                    taken.append((entry, mode))
                    entry.chmod(mode & ~_OTHERS)
        yield [folder for folder, _ in taken]
    finally:
        for entry, mode in taken:
            with contextlib.suppress(FileNotFoundError):  # removed in the meantime
                entry.chmod(mode)
