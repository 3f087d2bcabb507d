"""Starting a hub, waiting until it answers, and ending it with all that it started."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.course import CourseError
from autograder.hub.accounts import end_processes
from autograder.hub.layout import Account, Layout
from autograder.notebook_files import write_whole

_PATIENCE = 120  # seconds until the hub answers, and until it has ended
_PR_SET_PDEATHSIG = 1
_HERE = urllib.request.build_opener(
    urllib.request.ProxyHandler({})
)  # a proxy, where one is set, can't see this machine
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True)
class Start:
    """What a hub is started with.

    Attributes:
        layout: where its files lie.
        everybody: who is on it.
        hashes: by name, the salt and the hash of the password.
        python: the Python of the users' servers.
        proxy: the command that starts the proxy.
        port: where the hub listens; 0 for any that is free.
    """

    layout: Layout
    everybody: list[Account]
    hashes: dict[str, tuple[str, str]]
    python: Path
    proxy: list[str]
    port: int


def run(start: Start, ready: Callable[[str], None]) -> None:
    """Run a hub until Ctrl-C (or SIGTERM, or the terminal's end); call `ready` with its address once it answers.

    Raises:
        CourseError: it can't be started, or ends by itself.
    """
    stop = threading.Event()
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in _SIGNALS}
    process = None
    try:
        ports = _ports(start.port)
        process = _begin(start, ports)
        address = f"http://127.0.0.1:{ports[0]}"
        end = time.monotonic() + _PATIENCE
        while not stop.is_set() and not _answers(f"{address}/hub/health"):
            if process.poll() is not None or time.monotonic() > end:
                raise CourseError(_failure(start.layout, process))
            stop.wait(0.2)
        if not stop.is_set():
            ready(address)
        while not stop.wait(0.5):
            if process.poll() is not None:
                raise CourseError(_failure(start.layout, process))
    finally:
        if process is not None:
            _end(process)
        if start.layout.separated:
            end_processes(start.layout, start.everybody)
        for number, handler in before.items():
            signal.signal(number, handler)


def _begin(start: Start, ports: list[int]) -> subprocess.Popen[bytes]:
    layout = start.layout
    given = {
        "folder": str(layout.root),
        "separated": layout.separated,
        "accounts": {account.name: account.role for account in start.everybody},
        "hashes": start.hashes,
        "python": str(start.python),
        "proxy": start.proxy,
        "ports": ports,
    }
    path = layout.state / "start.json"
    write_whole(json.dumps(given).encode(), path)
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("JUPYTERHUB", "CONFIGPROXY"))
    }
    command = [sys.executable, "-m", "jupyterhub", "--config", str(Path(__file__).with_name("jupyterhub_config.py"))]
    with (layout.state / "hub.log").open("wb") as log:
        return subprocess.Popen(  # noqa: S603 - the command is ours
            command,
            cwd=layout.state,
            env={**environment, "AUTOGRADER_HUB": str(path)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # a Ctrl-C in the terminal is for this process, which ends the hub
            preexec_fn=_end_with_parent,  # noqa: PLW1509 - before any thread of ours
        )


def _end_with_parent() -> None:
    """Have the kernel end this process too when the one that started it is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the hub; it ends its users' servers and its proxy itself."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _ports(first: int) -> list[int]:
    """Return the hub's port and two that are free."""
    sockets = [socket.socket() for _ in range(3)]
    try:
        for number, each in zip((first, 0, 0), sockets, strict=True):
            each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            each.bind(("127.0.0.1", number))
        return [each.getsockname()[1] for each in sockets]
    except OSError as error:
        msg = f"--port: expected a port that is free, found {first}: {error.strerror}. Choose another; 0 takes any."
        raise CourseError(msg) from error
    finally:
        for each in sockets:
            each.close()


def _answers(url: str) -> bool:
    try:
        with _HERE.open(url, timeout=5) as answer:
            return bool(answer.status == 200)  # noqa: PLR2004 - HTTP's OK
    except (urllib.error.URLError, OSError):
        return False


def _failure(layout: Layout, process: subprocess.Popen[bytes]) -> str:
    log = layout.state / "hub.log"
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    status = process.poll()
    found = f"exit status {status}" if status is not None else f"no answer in {_PATIENCE} seconds"
    return f"hub: expected a running JupyterHub, found {found}: {lines[-1] if lines else 'it said nothing'}. The log is {log}."
