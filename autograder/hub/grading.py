"""The instructor's Python: the users' packages and, where no student gets to, those that grade."""

from __future__ import annotations

import os
import pwd
import shutil
from pathlib import Path

import autograder
import course_utils
from autograder.hub.environment import open_to_all, site_packages, write_script
from autograder.hub.homes import closed_folder, copy
from autograder.hub.layout import Account, Layout

_COMMAND = "#!python\nimport sys\n\nfrom autograder.cli import main\n\nsys.argv[0] = 'autograder'\nmain()\n"


def make_grading(layout: Layout, instructor: Account) -> None:
    """Make a virtual environment that only the instructor enters, and nobody changes; a later start makes it anew."""
    new = closed_folder(layout.grading.with_name(f"{layout.grading.name}.new"))
    packages = new / site_packages()
    packages.mkdir(parents=True)
    for package in (autograder, course_utils):
        folder = Path(str(package.__file__)).parent
        copy(folder, packages / folder.name)
    (packages / "users.pth").write_text(f"{layout.python / site_packages()}\n", encoding="utf-8")
    open_to_all(new)  # but for the folder itself, below
    commands = new / "bin"
    commands.mkdir()
    for source in sorted((layout.python / "bin").iterdir()):
        if source.is_symlink():  # Python itself
            (commands / source.name).symlink_to(source.readlink())
        else:
            write_script(source.read_bytes(), commands / source.name, layout.grading / "bin" / "python")
    write_script(_COMMAND.encode(), commands / "autograder", layout.grading / "bin" / "python")
    shutil.copyfile(layout.python / "pyvenv.cfg", new / "pyvenv.cfg")
    for name in ("etc", "share"):  # Jupyter's settings and pages
        (new / name).symlink_to(layout.python / name)
    os.chown(new, 0, pwd.getpwnam(instructor.name).pw_gid)
    new.chmod(0o750)
    shutil.rmtree(layout.grading, ignore_errors=True)
    new.replace(layout.grading)
