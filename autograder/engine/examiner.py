"""The examiner: runs a submission's cells in a student process and the source's test cells here, where the answers are."""

from __future__ import annotations

import ast
import builtins
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder.engine import sandbox
from autograder.engine.wire import WireError, receive, send
from autograder.examination import SEED
from autograder.execution import DIED, TIMED_OUT, is_shown_only, stop_output
from course_utils import mnist, start_lab
from course_utils.checking.calls import Elsewhere, Outcome, OutOfTimeError, Raised
from course_utils.checking.verdict import Verdict

SECONDS_PER_CELL = 20.0
SECONDS_PER_CALL = 10.0
SECONDS_PER_SUBMISSION = 120.0
_SECONDS_TO_START = 60.0
_MOST_RESTARTS = 40
_MOST_OUTPUT = 4_000_000  # bytes of one cell's outputs
_GONE = Raised(
    ("DeadProcess", "Exception"),
    "",
    "It ended the whole Python process. Does it call exit() or something like it?",
    False,
)


class StudentGoneError(Exception):
    """The student process is gone or talks nonsense; `reason` is TIMED_OUT or DIED."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Zygote:
    """The warm process that student processes are forked from; one serves any number of submissions, one after another."""

    def __init__(self, *, guarded: bool = True) -> None:
        reason = sandbox.missing() if guarded else None
        if reason:
            raise sandbox.NoSandboxError(reason)
        self._control, theirs = socket.socketpair()
        # What a student may read: Python's library and course_utils, which students have; never this package or the course.
        library = [Path(entry) for entry in sys.path if Path(entry).is_dir() and Path(entry) != Path.cwd()]
        packages_home = Path(__file__).resolve().parent.parent.parent
        readable = [path for path in library if packages_home not in (path, *path.parents) or ".venv" in path.parts]
        readable.append(Path(mnist.__file__).parent)
        environment = {"PATH": os.environ.get("PATH", ""), "MPLBACKEND": "agg", "HOME": str(Path.home())}
        environment |= {f"{name}_NUM_THREADS": "1" for name in ("OPENBLAS", "OMP", "MKL", "VECLIB_MAXIMUM")}
        mode = "sandbox" if guarded else "none"
        command = [sys.executable, "-m", "autograder.engine.zygote", str(theirs.fileno()), mode, *map(str, readable)]
        self._process = subprocess.Popen(  # noqa: S603 - the command is ours
            command, pass_fds=[theirs.fileno()], env=environment, stdin=subprocess.DEVNULL
        )
        theirs.close()
        self._control.settimeout(_SECONDS_TO_START)
        receive(self._control)

    def fork(self, scratch: Path) -> tuple[socket.socket, int]:
        """Start a student process that writes in `scratch`; return the channel to it and its process id."""
        ours, theirs = socket.socketpair()
        socket.send_fds(self._control, [str(scratch).encode()], [theirs.fileno()])
        theirs.close()
        pid = receive(self._control)["pid"]
        ours.settimeout(_SECONDS_TO_START)
        answer = receive(ours)
        if not answer.get("ready"):
            raise sandbox.NoSandboxError(str(answer.get("failed", "")).strip().splitlines()[-1])
        return ours, pid

    def close(self) -> None:
        """End the zygote and every student process."""
        self._control.close()
        self._process.kill()
        self._process.wait()


@dataclass
class StudentProcess:
    """One student's process, replaced by a new one and brought up to date again whenever it is lost.

    Attributes:
        zygote: where processes come from.
        scratch: the folder the student's code may write in.
        draw: whether its figures are drawn.
        done: the cells that ran so far, in order, for a process that takes the place of a lost one.
    """

    zygote: Zygote
    scratch: Path
    draw: bool = False
    done: list[str] = field(default_factory=list)
    _deadline: float = field(default_factory=lambda: time.monotonic() + SECONDS_PER_SUBMISSION)
    _channel: socket.socket | None = None
    _pid: int = 0
    _restarts: int = 0

    def run(self, source: str) -> list[dict[str, Any]]:
        """Run a cell; return its outputs. Raises StudentGoneError where the cell took the process down or didn't end."""
        reply = self._request({"do": "run", "source": source, "draw": self.draw}, SECONDS_PER_CELL)
        self.done.append(source)
        return _outputs(reply.get("outputs"))

    def look(self, name: str) -> dict[str, Any]:
        """Return what a name is bound to."""
        return self._request({"do": "look", "name": name}, SECONDS_PER_CELL)

    def call(self, name: str, arguments: list[Any]) -> dict[str, Any]:
        """Call a function there; return the reply."""
        return self._request({"do": "call", "name": name, "arguments": arguments}, SECONDS_PER_CALL)

    def kill(self) -> None:
        """End the process; the next request starts another."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)

    def renew(self) -> None:
        """End the process on purpose; the next request starts another, which isn't counted as a loss."""
        self.kill()
        self._restarts -= 1

    def _request(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        if self._channel is None:
            self._start()
        return self._exchange(request, seconds)

    def _start(self) -> None:
        if self._restarts > _MOST_RESTARTS:
            raise StudentGoneError(DIED)
        self._restarts += 1
        self._channel, self._pid = self.zygote.fork(self.scratch)
        for source in self.done:
            self._exchange({"do": "run", "source": source, "draw": False}, SECONDS_PER_CELL)

    def _exchange(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        assert self._channel is not None
        number = secrets.token_hex(8)
        self._channel.settimeout(max(0.001, min(seconds, self._deadline - time.monotonic())))
        try:
            send(self._channel, {**request, "id": number})
            reply = receive(self._channel)
        except TimeoutError:
            self.kill()
            raise StudentGoneError(TIMED_OUT) from None
        except (EOFError, OSError, WireError):
            self.kill()
            raise StudentGoneError(DIED) from None
        except BaseException:  # a time limit or Ctrl-C: the process is in the middle of something
            self.kill()
            raise
        if reply.get("id") != number:
            self.kill()
            raise StudentGoneError(DIED)
        return reply


def _outputs(data: Any) -> list[Any]:
    """Return the outputs in a reply; what is too large, or no list of outputs, counts as none."""
    if not isinstance(data, np.ndarray) or data.nbytes > _MOST_OUTPUT:
        return []
    try:
        outputs = json.loads(data.tobytes())
        # JSON can name half a character, which no file can hold.
        outputs = json.loads(json.dumps(outputs, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return []
    return outputs if isinstance(outputs, list) else []


class RemoteFunction(Elsewhere):
    """A student's function as the tests see it: they can call it, and nothing else."""

    def __init__(self, process: StudentProcess, name: str) -> None:
        self.__name__ = name
        self.scratch = process.scratch
        self._process = process

    def outcome(self, arguments: list[Any]) -> Outcome:
        """Call it in the student process; see `Elsewhere`."""
        try:
            reply = self._process.call(self.__name__, arguments)
        except StudentGoneError as gone:
            if gone.reason == TIMED_OUT:
                raise OutOfTimeError from None
            return Outcome(raised=_GONE)
        return _outcome(reply, arguments)

    def renew(self) -> None:
        """Let the next call go to a new process, in which the cells have run again."""
        self._process.renew()

    def is_unwritten(self) -> bool:
        """Tell whether it still has its released body."""
        try:
            return bool(self._process.look(self.__name__).get("unwritten"))
        except StudentGoneError:
            return False


def _outcome(reply: dict[str, Any], arguments: list[Any]) -> Outcome:
    """Turn a reply into an outcome; a reply of another form counts as a process that is gone."""
    after, warned, raised = reply.get("arguments"), reply.get("warned"), reply.get("raised")
    if not isinstance(after, list) or len(after) != len(arguments) or not isinstance(warned, tuple):
        return Outcome(raised=_GONE)
    arguments[:] = after
    notes = tuple(str(text)[:300] for text in warned[:20])
    if raised is None:
        return Outcome(result=reply.get("result"), warned=notes)
    if (
        not isinstance(raised, tuple)
        or len(raised) != len(Raised.__dataclass_fields__)
        or not isinstance(raised[0], tuple)
    ):
        return Outcome(raised=_GONE)
    kinds, text, sentence, by_learner, unwritten = raised
    data = Raised(
        tuple(map(str, kinds)) or ("Exception",),
        str(text),
        str(sentence)[:2000],
        bool(by_learner),
        None if unwritten is None else str(unwritten)[:80],
    )
    return Outcome(raised=data, warned=notes)


def run_notebook(
    notebook: NotebookNode, zygote: Zygote, *, lab: str, seed: str, all_cells: bool = False
) -> NotebookNode:
    """Run a tidied submission: its cells in a student process, its test cells, which are the source's, here.

    Args:
        notebook: the submission, with the source's test cells in it; its outputs are replaced.
        zygote: where the student process comes from.
        lab: the lab's name.
        seed: what the hidden cases are drawn from.
        all_cells: run the cells too that only show something, and draw figures.
    """
    with _scratch() as folder:
        process = StudentProcess(zygote, folder, draw=all_cells)
        try:
            for number, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), start=1):
                cell.outputs, cell.execution_count = [], None
                if cell.metadata.get("nbgrader", {}).get("grade"):
                    cell.outputs, cell.execution_count = _examined(cell.source, lab, process, seed), number
                elif all_cells or not is_shown_only(cell):
                    cell.outputs, cell.execution_count = _ran(cell.source, process), number
        finally:
            process.kill()
    return notebook


@contextmanager
def _scratch() -> Iterator[Path]:
    """Make a folder for one student's files; remove it whatever they made of it, folders in folders included."""
    folder = Path(tempfile.mkdtemp(prefix="scratch-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        with suppress(RecursionError):
            shutil.rmtree(folder, ignore_errors=True)
        if folder.exists():
            subprocess.run(["/bin/rm", "-rf", folder], check=False)  # noqa: S603 - removes what Python can't


def _ran(source: str, process: StudentProcess) -> list[NotebookNode]:
    try:
        outputs = process.run(source)
    except StudentGoneError as gone:
        return [stop_output(gone.reason)]
    return [made for output in outputs if (made := _as_output(output)) is not None]


def _as_output(output: Any) -> NotebookNode | None:
    """Return an output that came over the wire as one that a notebook may hold, None where it is none."""
    if not isinstance(output, dict) or str(output.get("output_type")) not in {"stream", "display_data", "error"}:
        return None
    try:
        made = nbformat.from_dict(output)
        nbformat.validate(made, ref="output", version=4, version_minor=5)
    except (nbformat.ValidationError, RecursionError):
        return None
    return made


def _examined(source: str, lab: str, process: StudentProcess, seed: str) -> list[NotebookNode]:
    """Run a test cell here; return its verdict, or the error that kept it from one."""
    names = _Names(process, lab)
    try:
        with _seeded(seed):
            *first, last = ast.parse(source).body
            # A bare expression before the last, the visible check, shows nothing; the examination tries its cases too.
            first = [statement for statement in first if not isinstance(statement, ast.Expr)]
            names.resolve(source)
            exec(compile(ast.Module(first, []), "<test>", "exec"), names.known)  # noqa: S102 - the source's own code
            assert isinstance(last, ast.Expr)
            verdict = eval(compile(ast.Expression(last.value), "<test>", "eval"), names.known)  # noqa: S307
    except StudentGoneError as gone:
        return [stop_output(gone.reason)]
    except NameError as error:
        return [new_output("error", ename="NameError", evalue=str(error), traceback=[str(error)])]
    assert isinstance(verdict, Verdict)
    data = {**verdict._repr_mimebundle_(), "text/plain": repr(float(verdict))}
    return [new_output("execute_result", data=data, execution_count=None)]


class _Names:
    """The names a test cell sees: the course's own, and for the student's functions their remote ends."""

    def __init__(self, process: StudentProcess, lab: str) -> None:
        check, ready = start_lab(lab)
        self.known: dict[str, Any] = {"__name__": "__test__", "check": check, "ready": ready, **vars(builtins)}
        self._process = process

    def resolve(self, source: str) -> None:
        """Bind the names that a test cell reads and nobody has bound yet; raises NameError where the student has not either."""
        tree = ast.parse(source)
        imported = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and node.id not in self.known and node.id not in imported:
                found = self._process.look(node.id)
                if not found.get("bound"):
                    msg = f"name '{node.id}' is not defined"
                    raise NameError(msg)
                is_function = found.get("callable")
                self.known[node.id] = RemoteFunction(self._process, node.id) if is_function else found.get("value")


@contextmanager
def _seeded(seed: str) -> Iterator[None]:
    token = SEED.set(seed)
    try:
        yield
    finally:
        SEED.reset(token)
