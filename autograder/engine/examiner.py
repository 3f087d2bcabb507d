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
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

import nbformat
import numpy as np
from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder.engine import sandbox
from autograder.engine.wire import LARGEST_HEADER, LARGEST_MESSAGE, Channel, WireError, encode, receive
from autograder.examination import SEED
from autograder.execution import DIED, FILLED, TIMED_OUT, is_shown_only, stop_output
from course_utils import mnist, start_lab
from course_utils.checking.calls import ENDED, Call, Elsewhere, Outcome, OutOfTimeError, Raised
from course_utils.checking.verdict import Verdict

SECONDS_PER_CELL = 20.0
SECONDS_PER_CALL = 10.0
SECONDS_PER_SUBMISSION = 120.0
_SECONDS_TO_START = 60.0
_MOST_RESTARTS = 40
_LARGEST_ANSWER = (
    60_000,
    1_000_000,
)  # bytes, header and numbers, of one call's reply; the largest honest one has 200,000
_SECONDS_UNWATCHED = 0.25  # of a student process's work, after which its folder is looked at
_MOST_BYTES, _MOST_FILES = 100_000_000, 1_000  # in that folder
_MOST_OUTPUT = 4_000_000  # bytes of one cell's outputs


class StudentGoneError(Exception):
    """The student process is gone or talks nonsense; `reason` is TIMED_OUT, DIED or FILLED."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Zygote:
    """The warm process that student processes are forked from; one serves any number of submissions, one after another."""

    def __init__(self, *, guarded: bool = True) -> None:
        self.guarded = guarded
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

    def fork(self, scratch: Path) -> tuple[Channel, int]:
        """Start a student process that writes in `scratch`; return the channel to it and its process id."""
        ours, theirs = socket.socketpair()
        with _without_alarm():
            socket.send_fds(self._control, [encode({"scratch": str(scratch)})], [theirs.fileno()])
            theirs.close()
            pid = receive(self._control)["pid"]
        channel = Channel(ours)
        answer = channel.receive(_SECONDS_TO_START)
        if not answer.get("ready"):
            raise sandbox.NoSandboxError(str(answer.get("failed", "")).strip().splitlines()[-1])
        return channel, pid

    def end(self, pid: int) -> None:
        """Kill a student process and wait until it is gone; its parent does it, to whom the number can mean no other."""
        with _without_alarm(), suppress(OSError, EOFError):
            socket.send_fds(self._control, [encode({"end": pid})], [])
            receive(self._control)

    def close(self) -> None:
        """End the zygote and every student process."""
        self._control.close()
        self._process.kill()
        self._process.wait()


@contextmanager
def _without_alarm() -> Iterator[None]:
    """Hold a time limit back until the zygote has answered: an answer left unread would be taken for the next one."""
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})


@dataclass
class StudentProcess:
    """One student's process, replaced by a new one and brought up to date again whenever it is lost.

    Attributes:
        zygote: where processes come from.
        scratch: the folder the student's code may write in.
        draw: whether its figures are drawn.
        done: the cells that ran so far, in order, for a process that takes the place of a lost one.
        found: what was found out about its functions, by name.
    """

    zygote: Zygote
    scratch: Path
    draw: bool = False
    done: list[str] = field(default_factory=list)
    found: dict[str, Any] = field(default_factory=dict)
    _deadline: float = field(default_factory=lambda: time.monotonic() + SECONDS_PER_SUBMISSION)
    _channel: Channel | None = None
    _unwatched: float = 0.0
    _pid: int = 0
    _restarts: int = 0

    def run(self, source: str, *, is_needed: bool = True) -> list[dict[str, Any]]:
        """Run a cell; return its outputs. Raises StudentGoneError where the cell took the process down or didn't end.

        Args:
            source: the cell.
            is_needed: whether a process that takes this one's place must run it again.
        """
        reply = self._request({"do": "run", "source": source, "draw": self.draw}, SECONDS_PER_CELL)
        if is_needed:
            self.done.append(source)
        return _outputs(reply.get("outputs"))

    def look(self, name: str) -> dict[str, Any]:
        """Return what a name is bound to."""
        return self._request({"do": "look", "name": name}, SECONDS_PER_CELL)

    def calls(
        self, name: str, each: Sequence[Sequence[Any]]
    ) -> Generator[dict[str, Any] | StudentGoneError, None, None]:
        """Call a function there once for each list of arguments; yield each reply, or why there is none, as it comes.

        All are asked for at once: the process goes on to the next while the last reply is looked at here.
        """
        at = 0
        while at < len(each):
            number = self._ask({"do": "calls", "name": name, "each": list(map(list, each[at:]))})
            while at < len(each):
                try:
                    reply: dict[str, Any] | StudentGoneError = self._answer(
                        number, SECONDS_PER_CALL, largest=_LARGEST_ANSWER
                    )
                except StudentGoneError as gone:
                    reply = gone
                at += 1
                try:
                    yield reply
                except GeneratorExit:
                    if at < len(each):
                        self.renew()  # it is in the middle of calls that nobody waits for any more
                    raise
                if isinstance(reply, StudentGoneError):
                    break

    def kill(self) -> None:
        """End the process; the next request starts another."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None
            self.zygote.end(self._pid)

    def renew(self) -> None:
        """End the process on purpose; the next request starts another, which isn't counted as a loss."""
        if self._channel is not None:
            self.kill()
            self._restarts -= 1

    def _request(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        return self._answer(self._ask(request), seconds)

    def _ask(self, request: dict[str, Any]) -> str:
        """Send a request to a process that is up to date; return the number that its answers must bear."""
        if self._channel is not None and not self._channel.is_silent():
            self.kill()  # it ended, or spoke, after its last answer: that is not the next question's fault
        if self._channel is None:
            self._start()
        return self._sent(request)

    def _start(self) -> None:
        if self._restarts > _MOST_RESTARTS:
            raise StudentGoneError(DIED)
        self._restarts += 1
        self._channel, self._pid = self.zygote.fork(self.scratch)
        for source in self.done:
            self._answer(self._sent({"do": "run", "source": source, "draw": False}), SECONDS_PER_CELL)

    def _sent(self, request: dict[str, Any]) -> str:
        number = secrets.token_hex(8)
        with self._guarded() as channel:
            channel.send({**request, "id": number}, self._seconds_left(SECONDS_PER_CELL))
        return number

    def _answer(
        self, number: str, seconds: float, *, largest: tuple[int, int] = (LARGEST_HEADER, LARGEST_MESSAGE)
    ) -> dict[str, Any]:
        with self._guarded() as channel:
            begun = time.monotonic()
            last = begun + self._seconds_left(seconds)
            while not channel.has_come(min(_SECONDS_UNWATCHED, max(0.0, last - time.monotonic()))):
                self._look_at_scratch()
                if time.monotonic() >= last:
                    raise TimeoutError
            reply = channel.receive(max(0.001, last - time.monotonic()), largest=largest)
            self._unwatched += time.monotonic() - begun
            if self._unwatched > _SECONDS_UNWATCHED:
                self._look_at_scratch()
            if reply.get("id") != number:
                msg = "expected the answer to the last request, found another"
                raise WireError(msg)
            return reply

    def _look_at_scratch(self) -> None:
        """End the process, and empty its folder, where that holds more than any lab needs."""
        self._unwatched = 0.0
        if _is_within(self.scratch, _MOST_BYTES, _MOST_FILES):
            return
        self.kill()
        for entry in self.scratch.iterdir():
            _remove(entry)
        raise StudentGoneError(FILLED)

    def _seconds_left(self, seconds: float) -> float:
        return max(0.001, min(seconds, self._deadline - time.monotonic()))

    @contextmanager
    def _guarded(self) -> Iterator[Channel]:
        """Use the channel; whatever goes wrong, the process is ended."""
        assert self._channel is not None
        try:
            yield self._channel
        except TimeoutError:
            self.kill()
            raise StudentGoneError(TIMED_OUT) from None
        except (EOFError, OSError, WireError):
            self.kill()
            raise StudentGoneError(DIED) from None
        except BaseException:  # a time limit or Ctrl-C: the process is in the middle of something
            self.kill()
            raise


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

    def __init__(self, process: StudentProcess, name: str, *, unwritten: bool) -> None:
        self.__name__ = name
        self.scratch = process.scratch
        self.found = process.found
        self._process = process
        self._unwritten = unwritten

    def calls(self, each: Sequence[Sequence[Any]]) -> Iterator[Call]:
        """Call it in the student process; see `Elsewhere`."""
        replies = self._process.calls(self.__name__, each)
        with closing(replies):
            for arguments, reply in zip(each, replies, strict=True):
                if isinstance(reply, dict):
                    yield _call(reply, arguments)
                elif reply.reason == TIMED_OUT:
                    raise OutOfTimeError
                else:
                    yield Call(Outcome(raised=ENDED), arguments)

    def sibling(self, name: str) -> Any:
        """Return what a name is bound to there: a remote function, plain data, or None."""
        try:
            return remote(self._process, name)
        except (NameError, StudentGoneError):
            return None

    @contextmanager
    def changed(self, sources: Mapping[str, str]) -> Iterator[None]:
        """Return a context in which these names are bound by these sources there; see `Elsewhere`."""
        keep = [f"_own_{name} = {name}" for name in sources]
        give_back = [f"{name} = _own_{name}\ndel _own_{name}" for name in sources]
        try:
            with suppress(StudentGoneError):
                self._process.run("\n".join([*keep, *sources.values()]), is_needed=False)
            yield
        finally:
            with suppress(StudentGoneError):
                self._process.run("\n".join(give_back), is_needed=False)

    def renew(self) -> None:
        """Let the next call go to a new process, in which the cells have run again."""
        self._process.renew()

    def is_unwritten(self) -> bool:
        """Tell whether it still has its released body."""
        return self._unwritten


def remote(process: StudentProcess, name: str) -> Any:
    """Return what a name is bound to in a student process: a remote function, or plain data; NameError where it isn't."""
    found = process.look(name)
    if not found.get("bound"):
        msg = f"name '{name}' is not defined"
        raise NameError(msg)
    if not found.get("callable"):
        return found.get("value")
    return RemoteFunction(process, name, unwritten=bool(found.get("unwritten")))


def _call(reply: dict[str, Any], arguments: Sequence[Any]) -> Call:
    """Turn a reply into a call; a reply of another form counts as a process that is gone."""
    after, warned, raised = reply.get("arguments"), reply.get("warned"), reply.get("raised")
    gone = Call(Outcome(raised=ENDED), arguments)
    if not isinstance(after, list) or len(after) != len(arguments) or not isinstance(warned, tuple):
        return gone
    notes = tuple(str(text)[:300] for text in warned[:20])
    if raised is None:
        return Call(Outcome(result=reply.get("result"), warned=notes), after)
    if (
        not isinstance(raised, tuple)
        or len(raised) != len(Raised.__dataclass_fields__)
        or not isinstance(raised[0], tuple)
    ):
        return gone
    kinds, text, sentence, by_learner, unwritten = raised
    data = Raised(
        tuple(map(str, kinds)) or ("Exception",),
        str(text),
        str(sentence)[:2000],
        bool(by_learner),
        None if unwritten is None else str(unwritten)[:80],
    )
    return Call(Outcome(raised=data, warned=notes), after)


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
                    is_needed = not is_shown_only(cell)  # no graded cell depends on what only shows something
                    cell.outputs, cell.execution_count = _ran(cell.source, process, is_needed=is_needed), number
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
        _remove(folder)


def _remove(path: Path) -> None:
    """Remove a file or a folder with all that is in it, folders in folders without end included."""
    if path.is_dir() and not path.is_symlink():
        with suppress(RecursionError):
            shutil.rmtree(path, ignore_errors=True)
        if path.exists():  # folders without rights, or deeper in each other than Python goes
            for command in (["/bin/chmod", "-R", "u+rwx", str(path)], ["/bin/rm", "-rf", str(path)]):
                subprocess.run(command, check=False, stderr=subprocess.DEVNULL)  # noqa: S603 - the commands are ours
    else:
        path.unlink(missing_ok=True)


def _is_within(folder: Path, most_bytes: int, most_files: int) -> bool:
    """Tell whether a folder, and the folders in it, hold no more than so much; it stops counting where there is more."""
    size = number = 0
    todo = [folder]
    while todo:
        with suppress(OSError), os.scandir(todo.pop()) as entries:
            for entry in entries:
                number += 1
                with suppress(OSError):
                    size += entry.stat(follow_symlinks=False).st_size
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(Path(entry.path))
                if size > most_bytes or number > most_files:
                    return False
    return True


def _ran(source: str, process: StudentProcess, *, is_needed: bool) -> list[NotebookNode]:
    try:
        outputs = process.run(source, is_needed=is_needed)
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
    test = _test_of(source)
    try:
        with _seeded(seed):
            known = test.names(process, lab)
            exec(test.first, known)  # noqa: S102 - the source's own code
            verdict = eval(test.last, known)  # noqa: S307
    except StudentGoneError as gone:
        return [stop_output(gone.reason)]
    except NameError as error:
        return [new_output("error", ename="NameError", evalue=str(error), traceback=[str(error)])]
    assert isinstance(verdict, Verdict)
    data = {**verdict._repr_mimebundle_(), "text/plain": repr(float(verdict))}
    output = {"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": None}
    return [nbformat.from_dict(output)]


@dataclass(frozen=True)
class _Test:
    """A test cell, ready to run: its imports, its last expression, and the names that both read."""

    first: CodeType
    last: CodeType
    read: tuple[str, ...]

    def names(self, process: StudentProcess, lab: str) -> dict[str, Any]:
        """Return what the cell sees: the course's own names, and for the student's functions their remote ends.

        Raises:
            NameError: it reads a name that nobody has bound.
        """
        check, ready = start_lab(lab)
        known: dict[str, Any] = {"__name__": "__test__", "check": check, "ready": ready, **vars(builtins)}
        return known | {name: remote(process, name) for name in self.read if name not in known}


@cache
def _test_of(source: str) -> _Test:
    tree = ast.parse(source)
    # A bare expression before the last, the visible check, shows nothing; the examination tries its cases too.
    first = [statement for statement in tree.body[:-1] if not isinstance(statement, ast.Expr)]
    last = tree.body[-1]
    assert isinstance(last, ast.Expr)
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    imported = {alias.asname or alias.name for node in imports for alias in node.names}
    read = dict.fromkeys(node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id not in imported)
    return _Test(
        compile(ast.Module(first, []), "<test>", "exec"),
        compile(ast.Expression(last.value), "<test>", "eval"),
        tuple(read),
    )


@contextmanager
def _seeded(seed: str) -> Iterator[None]:
    token = SEED.set(seed)
    try:
        yield
    finally:
        SEED.reset(token)
