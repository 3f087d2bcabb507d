"""The hub's Unix users: made, found again, and removed with every process of theirs."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import time
from pathlib import Path

from autograder.course import CourseError
from autograder.hub.layout import Account, Layout

_COMMENT = "gradient-descent hub"
_PATIENCE = 5.0  # seconds for a process to end by itself


def make_users(layout: Layout, everybody: list[Account]) -> None:
    """Make the Unix users that aren't there yet, without a password: nobody logs in on the machine by them, only on the hub.

    Raises:
        CourseError: a name is taken by another user of this machine, or no user can be made.
    """
    for account in everybody:
        home = layout.home(account)
        if _is_ours(account, home):
            continue
        options = ["--no-log-init", "--user-group", "--no-create-home", "--home-dir", str(home), "--shell", "/bin/bash"]
        _run(["useradd", *options, "--comment", _COMMENT, account.name])


def end_processes(layout: Layout, everybody: list[Account]) -> None:
    """End every process of the hub's Unix users: also what a student has left running in the background."""
    users = {pwd.getpwnam(each.name).pw_uid for each in everybody if _is_ours(each, layout.home(each))}
    for number in (signal.SIGTERM, signal.SIGKILL):
        end = time.monotonic() + _PATIENCE
        left = _processes_of(users)
        for process in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)
        while left and time.monotonic() < end:
            time.sleep(0.05)
            left = _processes_of(users)


def remove(layout: Layout) -> list[str]:
    """Remove the hub's Unix users, all their processes and the hub's folder; return the users' names.

    Raises:
        CourseError: a user can't be removed.
    """
    ours = [user.pw_name for user in pwd.getpwall() if _lives_in(layout, user)]
    everybody = [Account(name, "student") for name in ours]
    end_processes(layout, everybody)
    for name in ours:
        _run(["userdel", name])
    if layout.root.exists():
        shutil.rmtree(layout.root)
    return ours


def _lives_in(layout: Layout, user: pwd.struct_passwd) -> bool:
    return user.pw_gecos == _COMMENT and Path(user.pw_dir).parent == layout.homes


def _is_ours(account: Account, home: Path) -> bool:
    try:
        user = pwd.getpwnam(account.name)
    except KeyError:
        return False
    if user.pw_gecos != _COMMENT or Path(user.pw_dir) != home:
        found = f"one whose home is {user.pw_dir}"
        msg = f"hub: expected no user {account.name} on this machine, found {found}. Choose other names by --prefix."
        raise CourseError(msg)
    return True


def _processes_of(users: set[int]) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                if entry.stat().st_uid in users and _is_alive(entry):
                    found.append(int(entry.name))
    return found


def _is_alive(process: Path) -> bool:
    state = (process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0]
    return state not in {"Z", "X"}  # ended, and waits to be reaped


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the command is ours
    except FileNotFoundError as error:
        msg = f"hub: expected the program {command[0]}, found none. Install it (on Debian the package passwd), or run as an ordinary user."
        raise CourseError(msg) from error
    if done.returncode:
        found = " ".join((done.stderr or done.stdout).split())
        msg = (
            f"hub: expected {command[0]} to succeed for {command[-1]}, found: {found}. Mend that, then run this again."
        )
        raise CourseError(msg)
