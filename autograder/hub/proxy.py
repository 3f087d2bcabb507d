"""The proxy in front of the hub, configurable-http-proxy: a program for Node.js, installed once from its lock file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from autograder.course import CourseError
from autograder.notebook_files import write_whole

_FILES = ("package.json", "package-lock.json")
_SCRIPT = Path("node_modules", "configurable-http-proxy", "bin", "configurable-http-proxy")
_OLDEST_NODE = 20


def install_proxy(folder: Path) -> list[str]:
    """Install the proxy's pinned packages in `folder`, unless they are there; return the command that starts it.

    Raises:
        CourseError: Node.js or npm isn't there or too old, or npm can't install the packages.
    """
    node, npm = (shutil.which(name) for name in ("node", "npm"))
    if node is None or npm is None:
        found = "no node" if node is None else "no npm"
        wanted = f"Node.js {_OLDEST_NODE} or later with npm"
        msg = f"hub: expected {wanted}, found {found}. Install them (on Debian: nodejs and npm), then run this again."
        raise CourseError(msg)
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - ours
    if not version.lstrip("v").split(".")[0].isdigit() or int(version.lstrip("v").split(".")[0]) < _OLDEST_NODE:
        found = version or "none that runs"
        msg = f"hub: expected Node.js {_OLDEST_NODE} or later, found {found}. Install a newer one, then run this again."
        raise CourseError(msg)
    here = Path(__file__).parent
    done = folder / "installed-lock.json"  # written last: an installation that was interrupted is begun again
    lock = (here / "package-lock.json").read_bytes()
    if not (done.is_file() and done.read_bytes() == lock and (folder / _SCRIPT).is_file()):
        folder.mkdir(parents=True, exist_ok=True)
        for name in _FILES:
            write_whole((here / name).read_bytes(), folder / name)
        _run_npm(npm, folder)
        write_whole(lock, done)
    return [node, str(folder / _SCRIPT)]


def _run_npm(npm: str, folder: Path) -> None:
    command = [npm, "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        lines = [line.removeprefix("npm error ").strip() for line in done.stderr.splitlines() if line.strip()]
        found = "; ".join(lines[:3]) or f"exit status {done.returncode}"
        msg = f"hub: expected npm to install the proxy, found: {found}. Check the network and npm's settings, then run this again."
        raise CourseError(msg)
