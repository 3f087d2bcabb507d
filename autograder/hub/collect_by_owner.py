"""Nbgrader's step that collects submissions, for an exchange in which students may put anything under any name."""

from __future__ import annotations

import datetime as dt
import os
import pwd
import re
import secrets
import stat
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import parse_utc

from autograder.notebook_files import write_whole

_SECRET = re.compile(rb"[0-9a-f]{128}")  # nbgrader's; feedback is released under its hash
_CHUNK = 1 << 20
_MOST_FILES = 200
_LONG_AGO = dt.datetime(1970, 1, 1)


class CollectByOwner(ExchangeCollect):
    """Collect submissions: whose one is says the owner of its folder, and only files of the owner's own are taken.

    Nbgrader goes by the folder's name and only warns where that isn't the owner's, so one student could hand in for another.
    It also follows links with the instructor's rights: a link to the solution would be handed in as the solution, and come
    back as feedback.
    """

    def _path_to_record(self, path: str) -> dict[str, Any]:
        filename = Path(path).name
        return {"username": _owner(path), "filename": filename, "timestamp": _time_in(path) or _LONG_AGO}

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:  # noqa: ARG002 - nbgrader's signature
        """Copy the plain files directly in `src` that belong to its owner; what else there is, is named in the log."""
        home = Path(dest)
        home.mkdir(parents=True)
        refused = _copy_files(src, home, int(self.coursedir.max_dir_size) * 1000)
        if refused:
            self.log.warning("Not collected from %s, no plain files of the student's own: %s", src, ", ".join(refused))
        # Nbgrader stops, for the whole class, at a note of the exchange that isn't there or isn't as it should be.
        write_whole(f"{_time_in(src) or _time_of(src)} UTC".encode(), home / "timestamp.txt")
        secret = home / "submission_secret.txt"
        if not secret.is_file() or not _SECRET.fullmatch(secret.read_bytes()):
            write_whole(secrets.token_hex(64).encode(), secret)  # nobody can fetch the feedback then


def _owner(path: str) -> str:
    number = os.lstat(path).st_uid
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"uid-{number}"


def _time_in(path: str) -> dt.datetime | None:
    """Return the time in a submission's name, student+lab+time+random, in UTC and unmarked; None where there is none."""
    try:
        time = parse_utc(Path(path).name.split("+")[2])
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return time.replace(tzinfo=None) if isinstance(time, dt.datetime) else None


def _time_of(path: str) -> dt.datetime:
    """Return when something was last changed in a submission's folder."""
    return dt.datetime.fromtimestamp(os.lstat(path).st_ctime, dt.UTC).replace(tzinfo=None)


def _copy_files(source: str, target: Path, most: int) -> list[str]:
    """Copy files, of together at most `most` bytes; return the names of what isn't copied."""
    try:
        folder = os.open(source, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:  # a link to a folder
        return ["."]
    try:
        owner = os.fstat(folder).st_uid
        names = sorted(os.listdir(folder))  # noqa: PTH208 - of the folder that is open, whatever has its name by now
        refused = names[_MOST_FILES:]
        for name in names[:_MOST_FILES]:
            size = _copy(name, folder, target / name, owner, most)
            most -= size or 0
            if size is None:
                refused.append(name)
    finally:
        os.close(folder)
    return [ascii(name) for name in refused[:_MOST_FILES]]


def _copy(name: str, folder: int, target: Path, owner: int, most: int) -> int | None:
    """Copy a file of at most `most` bytes; return its size, None where it isn't copied."""
    try:
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError:  # a link, or not to be read
        return None
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_uid != owner or found.st_size > most:
        os.close(handle)
        return None
    size = 0
    with os.fdopen(handle, "rb") as source, target.open("xb") as copy:
        while size < found.st_size and (chunk := source.read(min(_CHUNK, found.st_size - size))):
            size += copy.write(chunk)
    return size
