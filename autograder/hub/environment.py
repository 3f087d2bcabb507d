"""The users' Python: a virtual environment that they can run, with what a lab and nbgrader need, and without the answers."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.requirements import Requirement

import course_utils
from autograder.course import CourseError
from autograder.notebook_files import write_whole

# pyproject.toml's dependencies and its extras grade and hub; a test compares them.
PACKAGES = (
    "anywidget", "ipykernel", "ipywidgets", "jupyterhub", "jupyterlab", "matplotlib", "nbclient", "nbformat", "nbgrader",
    "numpy", "rich", "typer",
)  # fmt: skip
_NOBODY = 65534
_SCRIPT = re.compile(rb"\A#!.*python.*\n")
_STAMP = "made-of"
_OTHERS_READ = 0o004


def make_environment(folder: Path) -> Path:
    """Make the users' virtual environment in `folder`, unless it is there as it should be; return its Python.

    The packages are those that this Python has installed: hard links to their files where that is possible, else copies.

    Raises:
        CourseError: there is no Python that other users may run, or other users can't enter the folder.
    """
    interpreter = runnable_python()
    packages = {name: importlib.metadata.distribution(name) for name in sorted(closure(PACKAGES))}
    made_of = "\n".join([str(interpreter), sys.prefix, *(f"{name} {each.version}" for name, each in packages.items())])
    stamp = hashlib.sha256(made_of.encode()).hexdigest().encode()
    if not (folder / _STAMP).is_file() or (folder / _STAMP).read_bytes() != stamp:
        shutil.rmtree(folder, ignore_errors=True)
        _make(folder, interpreter, packages.values())
        write_whole(stamp, folder / _STAMP)
    labs = folder / site_packages() / "course_utils"
    shutil.rmtree(labs, ignore_errors=True)
    shutil.copytree(Path(course_utils.__file__).parent, labs)  # with what is compiled already
    open_to_all(labs)
    python = folder / "bin" / "python"
    done = as_nobody([str(python), "-c", "import course_utils"], folder)
    if done.returncode:
        found = (done.stderr.strip() or "no reason given").splitlines()[-1]
        msg = f"hub: expected a folder that other users can enter, found for {folder}: {found}. Choose another by --folder."
        raise CourseError(msg)
    return python


def runnable_python() -> Path:
    """Return a Python of this one's version that every user of the machine may run: this one, or one on the usual paths.

    Raises:
        CourseError: there is none.
    """
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    this = Path(getattr(sys, "_base_executable", sys.executable))
    tag = sysconfig.get_config_var("SOABI")
    ask = "import ctypes, sqlite3, ssl, sysconfig; print(sysconfig.get_config_var('SOABI'))"
    for python in (this.resolve(), *(Path(place) / f"python{version}" for place in ("/usr/local/bin", "/usr/bin"))):
        try:
            done = as_nobody([str(python), "-c", ask], Path("/"))
        except OSError:  # not there, or in a folder that others can't enter
            continue
        if done.stdout.strip() == tag:
            return python
    wanted = f"a Python {version} that every user of this machine may run"
    msg = f"hub: expected {wanted}, found only {this}. Install one (on Debian python{version}), or run as an ordinary user."
    raise CourseError(msg)


def closure(names: tuple[str, ...]) -> set[str]:
    """Return these packages and all that they depend on here, of what is installed; names in lower case."""
    found: set[str] = set()
    waiting = [(name, "") for name in names]
    seen = set(waiting)
    while waiting:
        name, extra = waiting.pop()
        try:
            package = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # wanted only elsewhere, in spite of its marker
        found.add(re.sub(r"[-_.]+", "-", package.metadata["Name"]).lower())
        for line in package.requires or ():
            wanted = Requirement(line)
            if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                new = {(wanted.name, each) for each in ("", *wanted.extras)} - seen
                seen |= new
                waiting += new
    return found


def as_nobody(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as the user with no rights, in `folder`; OSError where that can't run it."""
    return subprocess.run(  # noqa: S603 - the command is ours
        command,
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"},
        user=_NOBODY,
        group=_NOBODY,
        extra_groups=[],
        capture_output=True,
        text=True,
        check=False,
    )


def _make(folder: Path, interpreter: Path, packages: Iterable[importlib.metadata.Distribution]) -> None:
    (folder / "bin").mkdir(parents=True)
    for name in ("python", "python3"):
        (folder / "bin" / name).symlink_to(interpreter)
    (folder / "pyvenv.cfg").write_text(f"home = {interpreter.parent}\ninclude-system-site-packages = false\n")
    for package in packages:
        homes: set[str] = set()
        for name in _files(package):
            source, target = os.path.join(sys.prefix, name), os.path.join(folder, name)  # noqa: PTH118 - of 30,000
            home = os.path.dirname(target)  # noqa: PTH120
            if home not in homes:
                os.makedirs(home, exist_ok=True)  # noqa: PTH103
                homes.add(home)
            if name.startswith("bin/"):
                write_script(Path(source).read_bytes(), Path(target), folder / "bin" / "python")
            else:
                _link(source, target)


def _files(package: importlib.metadata.Distribution) -> Iterator[str]:
    """Yield a package's files that lie in this environment, compiled ones too, as paths in it."""
    begin = os.path.join(sys.prefix, "")  # noqa: PTH118 - see above
    site = str(package.locate_file(""))
    for file in package.files or ():
        path = os.path.normpath(os.path.join(site, str(file)))  # noqa: PTH118
        if not path.startswith(begin):
            continue
        name = path.removeprefix(begin)
        yield name
        if name.endswith(".py"):
            home, _, stem = name.removesuffix(".py").rpartition("/")
            yield f"{home}/__pycache__/{stem}.{sys.implementation.cache_tag}.pyc"


def _link(source: str, target: str) -> None:
    """Link a file, or copy it where that can't be, or where others couldn't read it; what isn't there is passed over."""
    try:
        if Path(source).stat().st_mode & _OTHERS_READ:
            os.link(source, target)
            return
    except (FileNotFoundError, FileExistsError):  # not compiled, or another package's too
        return
    except OSError:  # another file system, or one without links
        pass
    shutil.copy2(source, target)
    Path(target).chmod(0o644)


def write_script(content: bytes, target: Path, python: Path) -> None:
    """Write a command whose first line names `python`."""
    first = b"#!" + bytes(python) + b"\n"
    target.write_bytes(_SCRIPT.sub(lambda _: first, content, count=1))
    target.chmod(0o755)


def site_packages() -> Path:
    """Return where an environment's packages lie in it."""
    return Path(sysconfig.get_path("purelib")).relative_to(sys.prefix)


def open_to_all(folder: Path) -> None:
    """Let everybody read a folder and all that is in it."""
    for home, _, files in os.walk(folder):
        Path(home).chmod(0o755)
        for file in files:
            (Path(home) / file).chmod(0o644)
