"""Home folders, each for its user only; the instructor's has a copy of the course in it."""

from __future__ import annotations

import os
import pwd
import shutil
from pathlib import Path

from autograder.course import CONFIG, Course
from autograder.hub.layout import Account, Layout

_COURSE = (CONFIG, "solutions", "notebooks", "environment.yml", "LICENSE", "pyproject.toml")
_LEAVE_OUT = shutil.ignore_patterns(".ipynb_checkpoints")


def give_home(layout: Layout, account: Account, course: Course) -> None:
    """Make somebody's home and the folder for their sockets. A home that is there is the user's, and isn't touched."""
    for folder in (layout.home(account), layout.runtime(account)):
        if folder.exists():
            continue
        new = closed_folder(folder.with_name(f".new-{account.name}"))
        if account.role == "instructor" and folder == layout.home(account):
            _copy_course(course, closed_folder(new / layout.course(account).name))
        if layout.separated:
            _give(new, pwd.getpwnam(account.name))
        new.replace(folder)


def closed_folder(path: Path) -> Path:
    """Make an empty folder that only its owner enters, in the place of what an interrupted start may have left; return it."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(mode=0o700)
    return path


def _copy_course(course: Course, home: Path) -> None:
    for name in _COURSE:
        copy(course.root / name, home / name)
    (home / "class").mkdir()


def copy(source: Path, target: Path) -> None:
    """Copy a file or a folder with its times, by which Python knows whether what it has compiled still holds."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=_LEAVE_OUT)
    elif source.is_file():
        shutil.copy2(source, target)


def _give(folder: Path, user: pwd.struct_passwd) -> None:
    for home, _, files in os.walk(folder):
        for path in (Path(home), *(Path(home, file) for file in files)):
            os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)
