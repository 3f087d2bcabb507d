"""Nbgrader's exchange, and what nbgrader and JupyterLab are told on a hub."""

from __future__ import annotations

import json
import os
import pwd
import shutil

from autograder.hub.layout import COURSE_ID, Account, Layout
from autograder.notebook_files import write_whole

# Nbgrader looks for 777; the sticky bit keeps students from moving the course's folder away.
_ROOT_MODE = 0o1777
# What nbgrader makes itself at the first release, made before: nobody else can put a folder of that name there.
_FOLDERS = {"": 0o755, "outbound": 0o755, "inbound": 0o2733, "feedback": 0o711}
_EXTENSIONS = "nbgrader.server_extensions"
# Over TCP, any user of the machine could read along with what a kernel prints.
_PRIVATE_KERNELS = 'get_config().KernelManager.transport = "ipc"\n'


def make_exchange(layout: Layout, instructor: Account) -> None:
    """Make the exchange and the course's folders in it, which are the instructor's: students can put in, and not look around."""
    layout.exchange.mkdir(exist_ok=True)
    layout.exchange.chmod(_ROOT_MODE)
    for name, mode in _FOLDERS.items():
        folder = layout.exchange / COURSE_ID / name
        folder.mkdir(exist_ok=True)
        if layout.separated:
            user = pwd.getpwnam(instructor.name)
            os.chown(folder, user.pw_uid, user.pw_gid)
        folder.chmod(mode)


def write_settings(layout: Layout, everybody: list[Account]) -> None:
    """Write the settings of both roles, where users can read them and not change them."""
    for account in everybody:
        folder = layout.settings(account.role)
        if account.role == "instructor" or not folder.exists():
            shutil.rmtree(folder, ignore_errors=True)
            for name, content in _settings(layout, account).items():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(content.encode(), path)
                path.chmod(0o644)


def _settings(layout: Layout, account: Account) -> dict[str, str]:
    """Return the files of a role's settings by name."""
    teaches = account.role == "instructor"
    extensions = {
        f"{_EXTENSIONS}.formgrader": teaches,
        f"{_EXTENSIONS}.assignment_list": True,
        f"{_EXTENSIONS}.validate_assignment": True,
        f"{_EXTENSIONS}.course_list": False,  # for several courses
    }
    off = {"@jupyter/nbgrader:course-list": True}
    if not teaches:
        off |= {"@jupyter/nbgrader:formgrader": True, "@jupyter/nbgrader:create-assignment": True}
    return {
        "nbgrader_config.py": _nbgrader(layout, account),
        "jupyter_server_config.d/nbgrader.json": json.dumps({"ServerApp": {"jpserver_extensions": extensions}}),
        "jupyter_server_config.py": _PRIVATE_KERNELS if layout.separated else "",
        "labconfig/page_config.json": json.dumps({"disabledExtensions": off}),
    }


def _nbgrader(layout: Layout, account: Account) -> str:
    lines = [
        "c = get_config()",
        f"c.CourseDirectory.course_id = {COURSE_ID!r}",
        f"c.Exchange.root = {str(layout.exchange)!r}",
    ]
    if account.role == "instructor":
        lines.append(f"c.CourseDirectory.root = {str(layout.course(account))!r}")
        if layout.separated:
            lines.append('c.ExchangeFactory.collect = "autograder.hub.collect_by_owner.CollectByOwner"')
        else:
            lines.append("c.ExchangeCollect.check_owner = False  # everybody is one Unix user")
    elif not layout.separated:
        lines += ["import os", 'c.CourseDirectory.student_id = os.environ["JUPYTERHUB_USER"]']
    return "\n".join(lines) + "\n"
