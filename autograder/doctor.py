"""What this machine offers for grading strangers' code, proven by trying what must not be possible."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.engine import sandbox
from autograder.engine.examiner import StudentGoneError, StudentProcess, Zygote

# A forbidden act each: what it is, and a cell that ends without an error only if the act succeeded.
_ACTS = {
    "read a file of yours": "open({secret!r}).read()",
    "list the course": "import os; os.listdir({course!r})",
    "write outside the scratch folder": "open({outside!r}, 'w').write('x')",
    "empty a file outside": "import os; os.truncate({secret!r}, 0)",
    "read other processes": "open('/proc/1/environ', 'rb').read(); open('/proc/self/environ', 'rb').read()",
    "see the environment": "import os; assert os.environ",
    "open a connection": "import socket; socket.socket()",
    "start a program": "import os; os.execv('/bin/true', ['/bin/true'])",
    "start a process": "import os; os.fork() or os._exit(0)",
    "start a thread": "import threading; threading.Thread(target=print).start()",
    "signal another process": "import os; os.kill({pid}, 0)",
    "use more memory than it may": "b = bytearray(4_000_000_000)",
    "fill the disk": "f = open('big', 'wb')\nfor _ in range(64): f.write(bytes(1 << 20))\nf.flush()",
    "open files without end": "import os\nopened = [os.dup(1) for _ in range(500)]",
    "make a link out of the scratch folder": "import os; os.symlink('/etc', 'etc')",
}


@dataclass(frozen=True)
class Finding:
    """One forbidden act and whether the sandbox refused it."""

    act: str
    is_refused: bool
    how: str


def machine() -> list[tuple[str, str]]:
    """Return what there is here, as pairs of a name and a word."""
    version = sandbox.landlock_version() if platform.system() == "Linux" else 0
    return [
        ("system", f"{platform.system()} {platform.release()} on {platform.machine()}"),
        ("Python", platform.python_version()),
        (
            "user",
            "root: students' code runs as nobody"
            if os.geteuid() == 0
            else "an ordinary user: students' code runs as you",
        ),
        ("Landlock", f"version {version}" if version else "none: students' code can name no file at all"),
        ("system-call filter", "none" if sandbox.missing() else "there"),
    ]


def examine_sandbox() -> Iterator[Finding]:
    """Try every forbidden act in a sandboxed process of its own.

    Raises:
        NoSandboxError: there is no sandbox here.
    """
    zygote = Zygote()
    try:
        with tempfile.TemporaryDirectory() as outside:
            secret = Path(outside) / "secret.txt"
            secret.write_text("answers", encoding="utf-8")
            places = {
                "secret": str(secret),
                "outside": str(Path(outside) / "written.txt"),
                "course": str(Path(__file__).resolve().parent),
                "pid": os.getpid(),
            }
            for act, source in _ACTS.items():
                yield _tried(zygote, act, source.format(**places))
            intact = secret.read_text(encoding="utf-8") == "answers" and len(list(Path(outside).iterdir())) == 1
            yield Finding("leave a trace outside", intact, "nothing was changed" if intact else "a file was changed")
    finally:
        zygote.close()


def _tried(zygote: Zygote, act: str, source: str) -> Finding:
    with tempfile.TemporaryDirectory(prefix="scratch-") as folder:
        Path(folder).chmod(0o755)
        process = StudentProcess(zygote, Path(folder))
        try:
            outputs = process.run(source)
        except StudentGoneError:
            return Finding(act, True, "the process was ended")
        finally:
            process.kill()
    errors = [output for output in outputs if output.get("output_type") == "error"]
    return Finding(act, bool(errors), str(errors[0].get("ename")) if errors else f"it succeeded ({sys.platform})")
