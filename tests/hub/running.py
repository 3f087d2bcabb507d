"""A hub of its own for a test, and its users as they come to it: by their browser's requests, and their kernels."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Any

import requests
import websocket

from tests.conftest import ROOT

PATIENCE = 120  # seconds, for anything awaited on a busy machine; a test that passes never waits as long
_ADDRESS = re.compile(r"JupyterHub: (http://127\.0\.0\.1:\d+)")
_LOGIN = re.compile(r"  (instructor|student) +(\S+) +password (\S+)")


def autograder(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the command `autograder` in the course's folder."""
    command = [sys.executable, "-m", "autograder", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


class RunningHub:
    """`autograder hub` as somebody starts it in a terminal; `stop` is Ctrl-C.

    Attributes:
        url: the hub's address.
        passwords: by user.
        said: what the command has printed until the hub answered.
    """

    def __init__(self, folder: Path, *words: str) -> None:
        command = [sys.executable, "-m", "autograder", "hub", "--folder", str(folder), "--port", "0", *words]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        assert self._process.stdout is not None
        self.said = ""
        for line in self._process.stdout:
            self.said += line
            if line.startswith("Ctrl-C ends it"):
                break
        else:
            raise RuntimeError(self.said)
        self.url = _ADDRESS.search(self.said).group(1)
        self.passwords = {name: password for _, name, password in _LOGIN.findall(self.said)}

    def stop(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit status and what the command said last."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        try:
            said, _ = self._process.communicate(timeout=PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()
        return self._process.returncode, said


class Visitor:
    """Somebody with a browser: logged in or not, with a server or without."""

    def __init__(self, hub: RunningHub, name: str) -> None:
        self.name = name
        self._hub = hub
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy, where one is set, can't see this machine
        self._kernel: str | None = None

    def log_in(self, password: str) -> bool:
        """Fill in the form of the login page; tell whether that opened the hub."""
        form = f"{self._hub.url}/hub/login"
        self._session.get(form, timeout=PATIENCE)
        fields = {
            "username": self.name,
            "password": password,
            "_xsrf": self._session.cookies.get("_xsrf", path="/hub/"),
        }
        answer = self._session.post(form, data=fields, timeout=PATIENCE, allow_redirects=False)
        return answer.status_code == 302

    def start_server(self) -> None:
        """Press "Start My Server", wait for it, and take a token for its API."""
        self._session.headers["X-XSRFToken"] = self._session.cookies.get("_xsrf", path="/hub/")
        user = f"{self._hub.url}/hub/api/users/{self.name}"
        self._session.headers["Referer"] = f"{self._hub.url}/hub/home"
        self._session.post(f"{user}/server", timeout=PATIENCE).raise_for_status()
        with self._session.get(f"{user}/server/progress", timeout=PATIENCE, stream=True) as progress:
            for line in progress.iter_lines():
                event = json.loads(line[5:]) if line.startswith(b"data:") else {}
                assert not event.get("failed"), event
                if event.get("ready"):
                    break
        token = self._session.post(f"{user}/tokens", json={"note": "test"}, timeout=PATIENCE)
        token.raise_for_status()
        self._session.headers["Authorization"] = f"token {token.json()['token']}"

    def stop_server(self) -> None:
        """Press "Stop My Server", and wait until it is gone."""
        user = f"{self._hub.url}/hub/api/users/{self.name}"
        self._session.delete(f"{user}/server", timeout=PATIENCE).raise_for_status()
        end = time.monotonic() + PATIENCE
        while self._session.get(user, timeout=PATIENCE).json()["servers"]:
            assert time.monotonic() < end, "the server doesn't stop"
            time.sleep(0.1)
        self._kernel = None

    def ask(self, method: str, path: str, *, of: str | None = None, **content: Any) -> requests.Response:
        """Send a request to somebody's server, by default this user's own."""
        url = f"{self._hub.url}/user/{of or self.name}/{path}"
        return self._session.request(method, url, timeout=PATIENCE, **content)

    def assignments(self, action: str | None = None, lab: str = "") -> list[dict[str, Any]]:
        """Press a button of nbgrader's Assignment List, or only open it; return what it shows then."""
        fields = {"course_id": "gradient-descent", "assignment_id": lab}
        path = f"assignments/{action}" if action else "assignments"
        answer = self.ask("POST", path, json=fields) if action else self.ask("GET", path, params=fields)
        answer.raise_for_status()
        assert answer.json()["success"], answer.json()
        return answer.json()["value"]

    def formgrader(self, action: str, lab: str) -> dict[str, Any]:
        """Press a button of the Formgrader."""
        answer = self.ask("POST", f"formgrader/api/assignment/{lab}/{action}")
        answer.raise_for_status()
        return answer.json()

    def run(self, source: str) -> str:
        """Run code in this user's kernel; return what it printed, or the error."""
        if self._kernel is None:
            answer = self.ask("POST", "api/kernels", json={"name": "python3"})
            answer.raise_for_status()
            self._kernel = answer.json()["id"]
        address = f"{self._hub.url}/user/{self.name}/api/kernels/{self._kernel}/channels".replace("http", "ws", 1)
        header = {"Authorization": self._session.headers["Authorization"]}
        wire = websocket.create_connection(address, header=header, timeout=PATIENCE, http_no_proxy=["*"])
        try:
            return _said(wire, source)
        finally:
            wire.close()

    def shell(self, command: str) -> str:
        """Run a command as in this user's terminal; return what it printed and its exit status."""
        return self.run(
            "import os, subprocess\n"
            "plain = {name: value for name, value in os.environ.items() if 'COLOR' not in name}\n"
            f"done = subprocess.run({command!r}, shell=True, env=plain, capture_output=True, text=True)\n"
            "print(done.stdout, done.stderr, f'status {done.returncode}')"
        )

    def leave(self) -> None:
        """Close the browser; the server goes on."""
        self._session.close()


def _said(wire: websocket.WebSocket, source: str) -> str:
    message = {
        "header": {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "session": "test", "username": "", "version": "5.3", "date": ""},
        "parent_header": {}, "metadata": {}, "channel": "shell", "buffers": [],
        "content": {"code": source, "silent": False, "store_history": False, "user_expressions": {}, "allow_stdin": False},
    }  # fmt: skip
    wire.send(json.dumps(message))
    said = ""
    while True:
        received = wire.recv()
        if isinstance(received, bytes):  # a widget's picture
            continue
        answer = json.loads(received)
        if answer["parent_header"].get("msg_id") != message["header"]["msg_id"]:
            continue
        content = answer["content"]
        match answer["msg_type"]:
            case "stream":
                said += content["text"]
            case "execute_result" | "display_data":
                said += content["data"].get("text/plain", "") + "\n"
            case "error":
                said += f"{content['ename']}: {content['evalue']}\n"
            case "status" if content["execution_state"] == "idle":
                return said
