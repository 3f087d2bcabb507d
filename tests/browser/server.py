"""A JupyterLab server of its own: on a free port, on a copy of the course, with settings that ask no other machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

PATIENCE = 60  # seconds, for anything awaited on a busy machine; a test that passes never waits as long
_HERE = urllib.request.build_opener(
    urllib.request.ProxyHandler({})
)  # a proxy, where one is set, can't see this machine
_FLAGS = (
    "--no-browser",
    "--ServerApp.port=0",  # the system picks one that is free
    "--IdentityProvider.token=",
    "--ServerApp.disable_check_xsrf=True",  # the tests end kernels through the server
    "--ServerApp.terminals_enabled=False",
    "--LabApp.news_url=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)
_SETTINGS = {
    # All cells are in the page, and so can be found, also those that aren't on the screen.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/extensionmanager-extension/plugin": {"enabled": False},
}


class JupyterServer:
    """A running server; `stop` ends it and its kernels.

    Attributes:
        home: the copy of the course that it serves, with an empty class folder.
        url: its address, without a slash at the end.
    """

    def __init__(self, folder: Path) -> None:
        """Start a server whose every file lies in `folder`; return when it answers."""
        self.home = folder / "course"
        self._state = folder / "jupyter"
        self._settings = self._state / "settings"
        self._copy_course()
        for name, values in _SETTINGS.items():
            self.set(name, **values)
        self._log = self._state / "log"
        root = ["--allow-root"] if os.geteuid() == 0 else []  # as in a container
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "jupyterlab", *_FLAGS, *root],
                cwd=self.home,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            self.url = wait_until(self._address, "JupyterLab to write its address down")
            wait_until(self._answers, "JupyterLab to answer")
        except BaseException:
            self.stop()
            raise

    @property
    def runtime(self) -> Path:
        """The folder with the kernels' connection files."""
        return self._state / "runtime"

    def set(self, name: str, **values: Any) -> None:
        """Write the user settings of a JupyterLab plugin, such as "@jupyterlab/apputils-extension/themes"."""
        path = self._settings / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values), encoding="utf-8")

    def renew(self, path: str) -> None:
        """Put a file of the course back as it was, whatever an earlier test wrote in it; others stay as they are."""
        if (ROOT / path).exists():
            shutil.copy(ROOT / path, self.home / path)

    def ask(self, method: str, path: str) -> Any:
        """Send a request to the server's API; return what its JSON says, None for an empty answer."""
        request = urllib.request.Request(self.url + path, method=method)
        with _HERE.open(request, timeout=PATIENCE) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def kernel_of(self, path: str) -> dict[str, Any] | None:
        """Return what the server says of the kernel of a notebook, None where it has none."""
        for session in self.ask("GET", "/api/sessions"):
            if session["path"] == path:
                return session["kernel"]
        return None

    def close_kernels(self) -> None:
        """End every kernel."""
        for session in self.ask("GET", "/api/sessions"):
            self.ask("DELETE", f"/api/sessions/{session['id']}")

    def stop(self) -> None:
        """End the server; it ends its kernels itself."""
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()

    def _copy_course(self) -> None:
        self.home.mkdir(parents=True)
        shutil.copy(ROOT / "nbgrader_config.py", self.home)
        for name in ("notebooks", "solutions"):
            shutil.copytree(ROOT / name, self.home / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))

    def _environment(self) -> dict[str, str]:
        folders = {
            "JUPYTER_CONFIG_DIR": "config",
            "JUPYTER_DATA_DIR": "data",
            "JUPYTER_RUNTIME_DIR": "runtime",
            "JUPYTERLAB_SETTINGS_DIR": "settings",
            "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
            "IPYTHONDIR": "ipython",
        }
        return os.environ | {variable: str(self._state / name) for variable, name in folders.items()}

    def _address(self) -> str | None:
        """Return where the server listens, as it writes down itself; None before that."""
        if self._process.poll() is not None:
            tail = self._log.read_text(encoding="utf-8")[-2000:]
            msg = f"JupyterLab: expected a running server, found exit status {self._process.returncode}.\n{tail}"
            raise RuntimeError(msg)
        note = self.runtime / f"jpserver-{self._process.pid}.json"
        try:
            return f"http://localhost:{json.loads(note.read_text(encoding='utf-8'))['port']}"
        except (FileNotFoundError, json.JSONDecodeError):  # not there yet, or half written
            return None

    def _answers(self) -> bool:
        try:
            return bool(self.ask("GET", "/api"))
        except urllib.error.URLError:
            return False


def wait_until(condition: Callable[[], Any], what: str) -> Any:
    """Ask `condition` again and again; return its first answer that is true.

    Raises:
        TimeoutError: there was none in `PATIENCE` seconds.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := condition():
            return answer
        time.sleep(0.05)
    msg = f"expected {what}, found none in {PATIENCE} seconds."
    raise TimeoutError(msg)
