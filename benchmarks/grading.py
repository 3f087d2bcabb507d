"""What grading a submission costs in processor time: this engine, nbgrader, otter-grader, and the least it could be.

`python -m benchmarks.grading` makes a class in a temporary copy of the course and grades it with each, by the commands that an
instructor would type. CPU seconds are those of the command and of every process that came of it, those included that nobody
waits for: the kernel counts them (`perf_event_open`, inherited), and `check_the_clock` proves it before anything is measured.
Each command is run on a small class and on a large one: the difference is what a submission costs, the rest is the start.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import importlib.metadata
import io
import json
import os
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from autograder.course import Course, chosen_labs
from autograder.demo import answers
from autograder.demo.classroom import STUDENTS, Student, _written_by
from autograder.notebook_files import write_notebook

ROOT = Path(__file__).resolve().parent.parent
FEW = 4  # students of the small class
STOCK = "nbgrader.preprocessors.Execute"
_PERF_EVENT_OPEN = {"x86_64": 298, "aarch64": 241}
_SUBREAPER = 36
_BURNED = 0.3  # CPU seconds, to prove the clock by
_LIBC = ctypes.CDLL(None, use_errno=True)


class Clock:
    """Counts the processor time of this thread's descendants from now on, whether or not anybody waits for them."""

    def __init__(self) -> None:
        attributes = bytearray(128)
        struct.pack_into("<IIQ", attributes, 0, 1, len(attributes), 1)  # of the software events: task-clock
        struct.pack_into("<Q", attributes, 40, 1 << 1)  # inherited
        data = (ctypes.c_char * len(attributes)).from_buffer(attributes)
        number = _PERF_EVENT_OPEN[os.uname().machine]
        self._event = _LIBC.syscall(number, data, 0, -1, -1, ctypes.c_ulong(8))
        if self._event < 0:
            msg = f"clock: expected perf_event_open, found: {os.strerror(ctypes.get_errno())}. Set kernel.perf_event_paranoid to 2."
            raise SystemExit(msg)
        self._own = time.thread_time()

    def read(self) -> float:
        """Return seconds so far."""
        return struct.unpack("<q", os.read(self._event, 8))[0] / 1e9 - (time.thread_time() - self._own)

    def close(self) -> None:
        """Stop counting."""
        os.close(self._event)


def check_the_clock() -> str:
    """Burn a known time in a grandchild that is never waited for, and in one that is; return what the clock makes of it."""
    burn = f"import time\nwhile time.process_time() < {_BURNED}: pass"
    start = f"import subprocess, sys\nchild = subprocess.Popen([sys.executable, '-c', {burn!r}])"
    found = []
    for fate in ("import signal\nsignal.signal(signal.SIGCHLD, signal.SIG_IGN)", ""):
        clock = Clock()
        ended = "import time\ntime.sleep(1)" if fate else "child.wait()"
        subprocess.run([sys.executable, "-c", f"{fate}\n{start}\n{ended}"], check=True)
        _wait_for_orphans()
        found.append(clock.read())
        clock.close()
    if not all(_BURNED <= seconds <= 3 * _BURNED for seconds in found):
        raise SystemExit(f"clock: expected a bit more than {_BURNED} s each, found {found}")
    unheeded, heeded = found
    return (
        f"the clock's proof: of {_BURNED} CPU s in a process that nobody waits for it counts {unheeded:.2f}, "
        f"of the same in one that is waited for {heeded:.2f} (the start of two Pythons included)"
    )


@dataclass
class Run:
    """What one command took: CPU and wall seconds, and when each result was written, seconds from the command."""

    cpu: float
    wall: float
    results: list[float]
    memory: list[dict[str, float]] = field(default_factory=list)


def measure(command: list[str], folder: Path, results: str, watch: bool = False, **environment: str) -> Run:
    """Run a command in a folder; `results` is a pattern for the files it writes one by one."""
    _LIBC.prctl(_SUBREAPER, 1, 0, 0, 0)
    clock, begin, at = Clock(), time.perf_counter(), time.time()
    memory: list[dict[str, float]] = []
    with tempfile.TemporaryFile() as said:
        surroundings = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", **environment}
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT, env=surroundings)
        try:
            while process.poll() is None:
                if watch:
                    memory.append({"results": _number(folder, results, at), **resident(process.pid)})
                time.sleep(2 if watch else 0.05)
        finally:
            process.kill()  # does nothing, unless this was interrupted
        wall = time.perf_counter() - begin
        _wait_for_orphans()
        cpu = clock.read()
        clock.close()
        if process.returncode:
            said.seek(0)
            text = said.read().decode(errors="replace")[-3000:]
            raise RuntimeError(f"{' '.join(command[1:6])} ended with {process.returncode}: {text}")
    written = sorted(path.stat().st_mtime - at for path in folder.glob(results) if path.stat().st_mtime >= at)
    return Run(cpu, wall, written, memory)


def _number(folder: Path, results: str, since: float) -> int:
    return sum(path.stat().st_mtime >= since for path in folder.glob(results))


def _wait_for_orphans(seconds: float = 20) -> None:
    """Wait until every process that came of a command is gone: their time must not count for the next one."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.02)
        except ChildProcessError:
            return


def resident(pid: int) -> dict[str, float]:
    """Return the resident memory, in MB, of a grading command: the largest process of each kind."""
    parents, sizes, names = {}, {}, {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError, IndexError):
                status = dict(
                    line.split(":", 1) for line in (folder / "status").read_text().splitlines() if ":" in line
                )
                number = int(folder.name)
                parents[number] = int(status["PPid"])
                sizes[number] = int(status.get("VmRSS", "0 kB").split()[0]) / 1024
                names[number] = (folder / "cmdline").read_bytes()
    found = {"coordinator": sizes.get(pid, 0.0)}
    workers = [child for child, parent in parents.items() if parent == pid]
    zygotes = [child for child, parent in parents.items() if parent in workers and b"zygote" in names.get(child, b"")]
    found["worker"] = max((sizes.get(number, 0.0) for number in workers), default=0.0)
    found["zygote"] = max((sizes.get(number, 0.0) for number in zygotes), default=0.0)
    return found


def cycle_of(lab: str) -> list[Student]:
    """Return the demo's students whose answers to this lab end: a loop that never ends measures only its own time limit."""
    endless = [student for student in STUDENTS if answers.NEVER_ENDS.get(lab) and student.answers is answers.NEVER_ENDS]
    kept = [s for s in STUDENTS if lab in s.labs and lab not in s.broken and s.attempted and s not in endless]
    return [s for s in kept if s.name == "ada" or lab in s.answers]  # of right answers, once is enough in every round


class Classroom:
    """A temporary copy of the course with classes handed in, and a gradebook that knows the labs."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "course"
        self.home.mkdir()
        folder.chmod(0o755)  # a student process of root's is nobody, and reads the lab's data here
        for name in ("nbgrader_config.py", "pyproject.toml"):
            shutil.copy(ROOT / name, self.home)
        for name in ("solutions", "notebooks", "autograder", "course_utils", "benchmarks"):
            shutil.copytree(ROOT / name, self.home / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        self.course = Course(self.home)

    def hand_in(self, lab: str, number: int) -> Path:
        """Write a class's notebooks of a lab, unless they are there already; return their folder."""
        folder = self.home / f"class_of_{number}_{lab}"
        if not folder.is_dir():
            students = cycle_of(lab)
            written = [_written_by(student, lab, self.course) for student in students]
            for place in range(number):
                name = f"{place:04d}-{students[place % len(students)].name}"
                write_notebook(written[place % len(students)], folder / name / lab / f"{lab}.ipynb")
        return folder

    def fresh(self, lab: str) -> None:
        """Put the class back to where it was before anything was graded; the gradebook knows the lab."""
        kept = self.home.parent / f"gradebook-{lab}.db"
        if not kept.is_file():
            shutil.rmtree(self.course.class_folder, ignore_errors=True)
            command = [sys.executable, "-m", "autograder", "build", lab]
            subprocess.run(command, cwd=self.home, check=True, capture_output=True)
            shutil.copy(self.course.class_folder / "gradebook.db", kept)
        shutil.rmtree(self.course.class_folder)
        self.course.class_folder.mkdir()
        shutil.copy(kept, self.course.class_folder / "gradebook.db")

    def scores(self, lab: str) -> dict[str, float]:
        """Return what the gradebook holds."""
        with self.course.gradebook() as gradebook:
            return {entry.student.id: entry.score for entry in gradebook.assignment_submissions(lab)}

    def engine(self, lab: str, number: int, *flags: str, watch: bool = False) -> Run:
        """Grade with this engine's own command."""
        self.fresh(lab)
        folder = self.hand_in(lab, number)
        command = [sys.executable, "-m", "autograder", "grade", lab, "--submissions", str(folder), *flags]
        return measure(command, self.home, f"class/autograded/*/{lab}/{lab}.ipynb", watch)

    def stock(self, lab: str, number: int) -> Run:
        """Grade with `nbgrader autograde` and its own Execute; the rest of the settings are the course's."""
        self.fresh(lab)
        self.hand_in(lab, number)
        config = self.home / "nbgrader_config.py"
        shipped = config.read_text()
        override = f'\nc.Autograde.autograde_preprocessors[0] = "{STOCK}"\nc.Execute.timeout = 120\n'
        config.write_text(shipped + override)
        try:
            where = f"--CourseDirectory.submitted_directory=class_of_{number}_{lab}"
            command = [sys.executable, "-m", "nbgrader", "autograde", lab, "--create", "--force", where]
            results = f"class/autograded/*/{lab}/{lab}.ipynb"
            return measure(command, self.home, results, PYTHONPATH=str(self.home))
        finally:
            config.write_text(shipped)

    def floor(self, lab: str, number: int, *flags: str) -> Run:
        """Fork a warm process for each submission and run its cells there: `floor` below."""
        folder = self.hand_in(lab, number)
        command = [sys.executable, "-m", "benchmarks.grading", "--as-floor", str(folder), lab, *flags]
        return measure(command, self.home, f"{folder.name}/*/{lab}/score")

    def otter(self, lab: str, number: int, python: Path) -> Run:
        """Grade with `otter.api.grade_submission`: otter without Docker, the same examination as its tests."""
        folder = self.hand_in(lab, number)
        home = self.home.parent / f"otter-{lab}"
        if not home.is_dir():
            (home / "tests").mkdir(parents=True)
            for name, source in otter_tests(lab, self.course).items():
                (home / "tests" / f"{name}.py").write_text(source)
            (home / "config.json").write_text("{}")
            command = [str(python), "-m", "otter", "generate", "-t", "tests", "-c", "config.json", "--no-environment"]
            done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
            if done.returncode:
                raise RuntimeError(done.stderr[-500:])
        (home / "grade.py").write_text(_OTTER)
        command = [str(python), "grade.py", str(folder), lab]
        surroundings = {"PYTHONPATH": str(self.home), "PATH": f"{python.parent}:{os.environ['PATH']}"}
        for path in home.glob("scores/*"):
            path.unlink()
        return measure(command, home, "scores/*", **surroundings)


_OTTER = """
import pathlib, sys
from otter.api import grade_submission
pathlib.Path("scores").mkdir(exist_ok=True)
for path in sorted(pathlib.Path(sys.argv[1]).glob(f"*/{sys.argv[2]}/*.ipynb")):
    results = grade_submission(str(path), "autograder.zip", quiet=True)
    pathlib.Path("scores", path.parent.parent.name).write_text(str(results.total))
"""


def otter_tests(lab: str, course: Course) -> dict[str, str]:
    """Return otter's test files: each question's full examination, as in the lab's own test cells."""
    from autograder.build import points_of, read_source  # noqa: PLC0415 - not needed by the floor

    partners = {"save_model": "load_model", "load_model": "save_model"}
    files = {}
    for name, points in points_of(lab, read_source(course, lab)).items():
        names = ", ".join([name, *([partners[name]] if name in partners else [])])
        files[name] = (
            f"from otter.test_files import test_case\n\nOK_FORMAT = False\nname = {name!r}\npoints = {points}\n\n\n"
            f"@test_case(points={points})\ndef test({names}):\n"
            f"    from autograder.examination import examine\n\n"
            f"    verdict = examine({lab!r}, {name!r}, {names})\n    assert float(verdict) == {points}, verdict\n"
        )
    return files


def otter_python(folder: Path) -> Path:
    """Return the Python of a virtual environment with otter-grader 7 in it, made if it isn't there."""
    python = folder / "bin" / "python"
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        same = ("numpy", "matplotlib", "ipywidgets", "anywidget", "ipykernel", "ipython", "nbformat", "nbclient")
        wanted = ["otter-grader==7.*", *(f"{name}=={importlib.metadata.version(name)}" for name in same)]
        command = [str(python), "-m", "pip", "install", "-q", *wanted]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
        if done.returncode:
            shutil.rmtree(folder)
            raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return python


def floor(folder: Path, lab: str, *, all_cells: bool) -> None:
    """Run submissions with nothing around them: read the JSON, fork, `exec` each cell, write the sum of the verdicts."""
    import matplotlib as mpl  # noqa: PLC0415 - only this process needs it warm

    mpl.use("agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    import autograder.examination  # noqa: F401, PLC0415 - warm
    from course_utils import figures, mnist, widgets  # noqa: F401, PLC0415 - warm

    figure = plt.figure()
    figure.subplots().plot([0, 1], label="warm")
    figure.canvas.draw()
    plt.close(figure)
    for path in sorted(folder.glob(f"*/{lab}/{lab}.ipynb")):
        pid = os.fork()
        if pid == 0:
            with contextlib.suppress(BaseException):
                score = _run_cells(json.loads(path.read_bytes())["cells"], lab, path.parent, all_cells=all_cells)
                (path.parent / "score").write_text(str(score))
            os._exit(0)
        os.waitpid(pid, 0)


def _run_cells(cells: list[dict[str, Any]], lab: str, home: Path, *, all_cells: bool) -> float:
    from autograder.examination import SEED  # noqa: PLC0415
    from course_utils.checking.verdict import Verdict  # noqa: PLC0415

    os.chdir(tempfile.mkdtemp(dir=home))
    SEED.set(home.parent.name)
    names: dict[str, Any] = {"__name__": "__main__", "display": _shown}
    tests = {cell["metadata"]["nbgrader"]["grade_id"]: "".join(cell["source"]) for cell in _tests_of(lab)}
    total = 0.0
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for cell in cells:
            if cell["cell_type"] != "code" or ("demo" in cell["metadata"].get("tags", []) and not all_cells):
                continue
            name = cell["metadata"].get("nbgrader", {}).get("grade_id")
            with contextlib.suppress(Exception):
                last = _executed(tests.get(name) or "".join(cell["source"]), names)
                total += float(last) if isinstance(last, Verdict) else 0.0
                if last is not None and name not in tests:
                    _shown(last)
    return total


def _tests_of(lab: str) -> Iterator[dict[str, Any]]:
    source = json.loads((ROOT / "solutions" / lab / f"{lab}.ipynb").read_bytes())
    return (cell for cell in source["cells"] if cell["metadata"].get("nbgrader", {}).get("grade"))


def _executed(source: str, names: dict[str, Any]) -> Any:
    import ast  # noqa: PLC0415

    *first, last = ast.parse(source).body or [ast.Pass()]
    if not isinstance(last, ast.Expr):
        first, value = [*first, last], None
    else:
        value = compile(ast.Expression(last.value), "<cell>", "eval")
    exec(compile(ast.Module(first, []), "<cell>", "exec"), names)
    return None if value is None else eval(value, names)


def _shown(*values: Any) -> None:
    """Make what a notebook would hold of a value: a figure's PNG, a widget's or a card's data, else its repr."""
    for value in values:
        if hasattr(value, "savefig"):
            value.savefig(io.BytesIO(), format="png", bbox_inches="tight")
        elif hasattr(value, "_repr_mimebundle_"):
            value._repr_mimebundle_()
        else:
            repr(value)


@dataclass(frozen=True)
class Row:
    """A row of the table: the medians of one way of grading one lab."""

    lab: str
    what: str
    each: float = 0.0  # CPU seconds of a further submission
    start: float = 0.0  # CPU seconds of the command, whatever the class's size
    students: int = 0
    first: float = 0.0  # wall seconds to the first result
    reason: str = ""  # why it was not measured


def row_of(lab: str, what: str, few: list[Run], many: list[Run], sizes: tuple[int, int], students: int) -> Row:
    """Return medians: the cost of each submission from the difference of two class sizes."""
    small, large = (statistics.median(run.cpu for run in runs) for runs in (few, many))
    each = (large - small) / (sizes[1] - sizes[0])
    first = statistics.median(run.results[0] for run in many)
    return Row(lab, what, each, max(small - sizes[0] * each, 0.0), students, first)


def print_rows(rows: list[Row], console: Console) -> None:
    """Print the table; rows of "all cells" are held against the floor that runs all cells too."""
    table = Table(title="CPU time of grading (user and system, every process), medians")
    for heading in (
        "lab", "what", "submissions\nper CPU s", "CPU s per\nsubmission", "times\nstock", "times\nthe floor",
        "CPU s\nof the start", "whole class\nCPU s", "whole class\ntimes stock", "first result\nwall s",
    ):  # fmt: skip
        table.add_column(heading, justify="left" if heading in {"lab", "what"} else "right")
    for row in rows:
        if row.reason:
            table.add_row(row.lab[:2], row.what, f"not measured: {row.reason}")
            continue
        stock = next((other for other in rows if other.lab == row.lab and other.what.startswith("nbgrader")), None)
        cells = "as shipped" if "as shipped" in row.what else "all cells"
        ground = next((o for o in rows if o.lab == row.lab and o.what.startswith("floor") and cells in o.what), None)
        whole = row.start + row.students * row.each
        table.add_row(
            row.lab[:2], row.what, f"{1 / row.each:.1f}", f"{row.each:.4f}",
            f"{stock.each / row.each:.1f}" if stock else "", f"{row.each / ground.each:.1f}" if ground else "",
            f"{row.start:.1f}", f"{whole:.1f}", f"{(stock.start + row.students * stock.each) / whole:.1f}" if stock else "",
            f"{row.first:.1f}",
        )  # fmt: skip
    console.print(table)


def print_workers(room: Classroom, lab: str, students: int, times: int, console: Console) -> None:
    """Print the throughput of one worker and of two, in wall time from the first result to the last."""
    rates: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(times):
        for workers, found in rates.items():
            results = room.engine(lab, students, "--workers", str(workers)).results
            found.append((len(results) - 1) / (results[-1] - results[0]))
    one, two = (statistics.median(found) for found in rates.values())
    console.print(f"{lab}: {one:.1f} submissions per wall second with 1 worker, {two:.1f} with 2: {two / one - 1:+.0%}")


def print_long(room: Classroom, lab: str, students: int, console: Console) -> None:
    """Print the resident memory at the start and the end of one long run."""
    run = room.engine(lab, students, watch=True)
    least = min(20, students // 10)
    begun = [sample for sample in run.memory if sample["results"] >= least and sample["zygote"]] or run.memory
    quarters = [begun[(len(begun) - 1) * place // 4] for place in range(5)]
    table = Table(
        title=f"{students} submissions of {lab} in one run: {run.wall:.0f} s, {run.cpu:.0f} CPU s; resident MB"
    )
    for heading in ("results", "coordinator", "worker", "zygote"):
        table.add_column(heading, justify="right")
    for sample in quarters:
        table.add_row(*(f"{sample[name]:.0f}" for name in ("results", "coordinator", "worker", "zygote")))
    console.print(table)


def compare(room: Classroom, lab: str, options: argparse.Namespace, console: Console) -> list[Row]:
    """Measure every way of grading one lab."""
    students, rows = options.students, []
    console.print(f"{lab}: {students} students, in turns {', '.join(student.name for student in cycle_of(lab))}")

    def take(what: str, run: Callable[[int], Run], sizes: tuple[int, int], times: int) -> None:
        try:
            few, many = zip(*((run(sizes[0]), run(sizes[1])) for _ in range(times)), strict=True)
        except (RuntimeError, subprocess.SubprocessError, OSError) as error:
            rows.append(Row(lab, what, reason=str(error).strip().splitlines()[-1][:200]))
        else:
            rows.append(row_of(lab, what, list(few), list(many), sizes, students))
        console.print(f"  {what}: {rows[-1]}", soft_wrap=True)

    sizes, times = (FEW, students), options.times
    turn = len(cycle_of(lab))
    few = options.stock if options.stock is not None else turn  # a whole turn of answers, or the rest is another class
    some = (1, 1 + few)
    take("this engine, as shipped", lambda number: room.engine(lab, number), sizes, times)
    shipped = room.scores(lab)
    take("this engine, all cells", lambda number: room.engine(lab, number, "--all-cells"), sizes, 1)
    whole = room.scores(lab)
    take("floor, as shipped", lambda number: room.floor(lab, number), sizes, times)
    bare = {path.parts[-3]: float(path.read_text()) for path in room.hand_in(lab, students).glob("*/*/score")}
    ends = (1, 1 + 2 * turn)
    take(f"floor, all cells ({2 * turn}, scaled)", lambda number: room.floor(lab, number, "--all-cells"), ends, 1)
    if few:
        take(f"nbgrader, all cells ({few}, scaled)", lambda number: room.stock(lab, number), some, 1)
        stock = room.scores(lab)
        same = sum(shipped.get(student) == score for student, score in stock.items())
        console.print(f"  scores equal to nbgrader's: {same} of {len(stock)}")
    same = sum(bare.get(student) == whole.get(student) == score for student, score in shipped.items())
    console.print(f"  scores equal as shipped, with all cells and on the floor: {same} of {len(shipped)}")
    if options.otter and few:
        home = options.otter_home
        take(f"otter 7, all cells ({few}, scaled)", lambda number: room.otter(lab, number, otter_python(home)), some, 1)
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("labs", nargs="*", default=["02", "05"])
    parser.add_argument("--students", type=int, default=40)
    parser.add_argument("--times", type=int, default=3, help="repetitions of what is quick; medians are printed")
    parser.add_argument(
        "--stock",
        type=int,
        metavar="K",
        help="submissions that nbgrader and otter grade; by default every answer once; 0: none",
    )
    parser.add_argument("--otter", action="store_true", help="install otter-grader 7 in an environment of its own")
    parser.add_argument("--otter-home", type=Path, default=Path(tempfile.gettempdir()) / "benchmark-otter-7")
    parser.add_argument(
        "--long", type=int, default=0, metavar="N", help="also watch memory over a run of N submissions"
    )
    parser.add_argument("--only", choices=["table", "workers", "long"], help="leave the other parts out")
    parser.add_argument("--as-floor", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--all-cells", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.as_floor:
        floor(options.as_floor, options.labs[0], all_cells=options.all_cells)
        return
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    console = Console(width=150)
    console.print(check_the_clock())
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        room = Classroom(Path(folder))
        labs = chosen_labs(options.labs)
        for lab in labs if options.only in {None, "table"} else []:
            rows += compare(room, lab, options, console)
        if rows:
            print_rows(rows, console)
        for lab in labs if options.only in {None, "workers"} else []:
            print_workers(room, lab, options.students, options.times, console)
        if options.long:
            print_long(room, labs[0], options.long, console)


if __name__ == "__main__":
    main()
