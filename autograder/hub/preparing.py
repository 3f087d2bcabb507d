"""All that a hub needs before it starts: folders, users, their Python, the exchange, the instructor's course."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from autograder.course import Course
from autograder.hub.accounts import end_processes, make_users
from autograder.hub.environment import make_environment
from autograder.hub.exchange import make_exchange, write_settings
from autograder.hub.grading import make_grading
from autograder.hub.homes import give_home
from autograder.hub.layout import Account, Layout, instructor_of


def prepare(course: Course, layout: Layout, everybody: list[Account]) -> Path:
    """Make what isn't there yet; return the Python of the users' servers.

    Raises:
        CourseError: this machine lacks something; the message says what.
    """
    os.umask(0o022)
    for folder in (layout.root, layout.homes, layout.root / "run"):
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o711)
    layout.state.mkdir(exist_ok=True)
    layout.state.chmod(0o700)
    (layout.state / "hub.log").touch()  # by which a hub's folder is known
    python = make_environment(layout.python) if layout.separated else Path(sys.executable)
    if layout.separated:
        make_users(layout, everybody)
        end_processes(layout, everybody)  # of a hub that was killed
    for account in everybody:
        give_home(layout, account, course)
    make_exchange(layout, instructor_of(everybody))
    write_settings(layout, everybody)
    if layout.separated:
        make_grading(layout, instructor_of(everybody))
    return python
