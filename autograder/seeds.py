"""What the hidden cases are drawn from: a secret kept with the gradebook, so that a regrade repeats them and nobody foresees them."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets

from autograder.course import Course


def seed_of(course: Course, student: str, lab: str) -> str:
    """Return the seed of a student's hidden cases in a lab, the same at every grading of one class."""
    return hashlib.sha256(f"{_secret(course)}/{student}/{lab}".encode("utf-8", "surrogateescape")).hexdigest()


def _secret(course: Course) -> str:
    path = course.class_folder / "secret_seed"
    path.parent.mkdir(exist_ok=True)
    if not path.is_file():
        new = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
        with contextlib.suppress(FileExistsError):
            os.link(new, path)  # the first of two runs at once wins
        new.unlink()
    return path.read_text(encoding="ascii")
