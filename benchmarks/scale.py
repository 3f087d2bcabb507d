"""A very large class: made here, graded here, with two workers killed on the way; is anything lost, doubled, or growing?

`python -m benchmarks.scale` makes 10,000 submissions of all five labs in a temporary copy of the course, grades them by the
command `autograder grade --cluster local` and kills the process of a Dask worker after a third and after two thirds. Then it
holds results and gradebook against what was handed in, and prints the coordinator's memory over time, the rate, the share of
each stage, and what 100,000 would cost. `--submissions 300` for a quick look, `--local` for the pool without Dask.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

from rich.console import Console
from rich.table import Table

from autograder.course import LABS, Course, chosen_labs
from benchmarks.class_of_thousands import ODD_NAMES, Handed, kinds_of
from benchmarks.grading import Classroom, Clock, check_the_clock

_KILLS = (1 / 3, 2 / 3)  # of the way
_SECONDS_A_LOOK = 1.0
_SHOWN = 10  # rows of the table of memory
_ODD_EVERY = 50  # students there is one with an odd name
_FLAT = 25.0  # MB that the coordinator may grow by per 1,000 submissions: it keeps their results for its tables
_NOISE = 5.0  # MB, which say nothing


@dataclass(frozen=True)
class Sample:
    """A look at a run: seconds from its start, submissions done, and the coordinator's resident memory in MB."""

    seconds: float
    done: int
    memory: float


@dataclass(frozen=True)
class Graded:
    """What a run took: CPU and wall seconds, what was seen on the way, and how many workers were killed."""

    cpu: float
    wall: float
    samples: list[Sample]
    killed: int


def hand_in(course: Course, folder: Path, labs: list[str], number: int) -> list[Handed]:
    """Write `number` submissions to a folder, by as many students as that takes; return what each is."""
    dice = random.Random(number)
    kinds = {lab: kinds_of(course, lab) for lab in labs}
    handed: list[Handed] = []
    students = -(-number // len(labs))
    for place in range(students):
        turn, rest = divmod(place, _ODD_EVERY)
        odd = "" if rest else ODD_NAMES[turn % len(ODD_NAMES)]
        student = f"{place:05d}{odd}"
        for lab in labs[: number - len(handed)]:
            (kind,) = dice.choices(list(kinds[lab]), [kind.weight for kind in kinds[lab]])
            home = folder / student / lab
            home.mkdir(parents=True)
            content = kind.content_for(f"{place}")
            if content is not None:
                (home / f"{lab}.ipynb").write_bytes(content)
            handed.append(Handed(student, lab, kind.name, kind.status))
    return handed


def grade(course: Course, folder: Path, labs: list[str], number: int, flags: list[str]) -> Graded:
    """Grade the class by the command, and kill a worker now and then."""
    command = [sys.executable, "-m", "autograder", "grade", *labs, "--submissions", str(folder), *flags]
    surroundings = {**os.environ, "PYTHONPATH": str(course.root)}
    clock, begin = Clock(), time.monotonic()
    samples: list[Sample] = []
    kills = list(_KILLS)
    with (course.root / "said").open("w") as said:
        process = subprocess.Popen(
            command, cwd=course.root, stdout=said, stderr=said, env=surroundings, start_new_session=True
        )
        try:
            while process.poll() is None:
                done = sum(1 for _ in _executed(course))
                samples.append(Sample(time.monotonic() - begin, done, _memory(process.pid)))
                if kills and done >= kills[0] * number and _kill_a_worker(process.pid):
                    kills.pop(0)
                time.sleep(_SECONDS_A_LOOK)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    wall, cpu = time.monotonic() - begin, clock.read()
    clock.close()
    if process.returncode:
        raise SystemExit((course.root / "said").read_text()[-2000:])
    return Graded(cpu, wall, samples, len(_KILLS) - len(kills))


def _executed(course: Course) -> Iterator[Path]:
    with contextlib.suppress(FileNotFoundError), os.scandir(course.class_folder / "autograded") as students:
        for student in students:
            with os.scandir(student.path) as labs:
                yield from (Path(lab.path) for lab in labs)


def _memory(pid: int) -> float:
    with contextlib.suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024
    return 0.0


def _kill_a_worker(coordinator: int) -> bool:
    """Kill a process that grades for this coordinator: a Dask worker, or one of the pool. False where there is none just now."""
    parents, lines = {}, {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                lines[int(entry.name)] = (entry / "cmdline").read_bytes()
    for pid, line in lines.items():
        if b"autograder.engine.zygote" not in line:
            continue
        worker = pid
        while worker in parents and parents[worker] != coordinator:
            worker = parents[worker]
        if worker in parents:
            os.kill(worker, signal.SIGKILL)
            return True
    return False


def check(course: Course, handed: list[Handed]) -> list[str]:
    """Return what is wrong with the results and the gradebook, each in one line; nothing where all is right."""
    lines = [json.loads(line) for line in (course.class_folder / "results.jsonl").read_text().splitlines()]
    wanted = {(each.student, each.lab): each for each in handed}
    found = Counter((line["student"], line["lab"]) for line in lines)
    trouble = [f"lost: {key}" for key in wanted.keys() - found.keys()]
    trouble += [f"doubled: {key}" for key, number in found.items() if number > 1]
    trouble += [f"never handed in: {key}" for key in found.keys() - wanted.keys()]
    scores: defaultdict[tuple[str, str], set[float | None]] = defaultdict(set)
    for line in lines:
        each = wanted[line["student"], line["lab"]]
        scores[each.kind, each.lab].add(line["score"])
        if line["status"] != each.status:
            trouble.append(f"{line['status']}, not {each.status}: {each}: {line['questions'][0]['message']}")
    trouble += [f"of one kind, but scores {given}: {key}" for key, given in scores.items() if len(given) > 1]
    with contextlib.closing(sqlite3.connect(course.class_folder / "gradebook.db")) as book:
        rows = book.execute(
            "SELECT student_id, assignment.name, SUM(auto_score) FROM submitted_assignment "
            "JOIN assignment ON assignment.id = submitted_assignment.assignment_id "
            "JOIN submitted_notebook ON submitted_notebook.assignment_id = submitted_assignment.id "
            "JOIN grade ON grade.notebook_id = submitted_notebook.id GROUP BY submitted_assignment.id"
        ).fetchall()
    in_results = Counter((line["lab"], line["score"]) for line in lines if line["status"] == "graded")
    if Counter((lab, score) for _, lab, score in rows) != in_results:
        trouble.append("the gradebook's scores are not those of the results")
    if len({(student, lab) for student, lab, _ in rows}) != len(rows):
        trouble.append("a submission is doubled in the gradebook")
    return trouble


STAGES = ("reading", "starting and ending a process", "running", "judging", "writing it down", "gradebook")


def stages(course: Course, folder: Path, handed: list[Handed]) -> dict[str, float]:
    """Return the CPU seconds that each stage of a submission takes, its student process included: means of a sample, graded here."""
    from autograder import bookkeeping  # noqa: PLC0415 - nbgrader takes 2 s to import
    from autograder.build import read_for_grading  # noqa: PLC0415
    from autograder.engine import examiner, pool, sandbox  # noqa: PLC0415
    from autograder.seeds import seed_of  # noqa: PLC0415
    from autograder.submissions import Submission  # noqa: PLC0415

    clock = Clock()
    total: Counter[str] = Counter()
    inner: list[float] = []

    def now() -> float:
        return time.process_time() + clock.read()

    def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(*args: Any, **options: Any) -> Any:
            begin = now()
            inner.append(0.0)
            try:
                return function(*args, **options)
            finally:
                took = now() - begin
                total[stage] += took - inner.pop()
                if inner:
                    inner[-1] += took

        return run

    places = [
        (pool, "content_of", "reading"), (pool, "parsed", "reading"), (pool, "tidied", "reading"),
        (bookkeeping.Book, "fingerprint", "reading"), (pool, "run_notebook", "starting and ending a process"),
        (examiner.StudentProcess, "_start", "starting and ending a process"), (examiner, "_ran", "running"),
        (examiner, "_examined", "judging"), (pool, "graded", "writing it down"), (pool, "marked", "writing it down"),
        (bookkeeping.Book, "enter", "gradebook"),
    ]  # fmt: skip
    home = Course(course.root.parent / "sample")
    shutil.copytree(course.root, home.root, ignore=shutil.ignore_patterns("class", "submitted"))
    with contextlib.closing(bookkeeping.Book(home)) as book, contextlib.ExitStack() as stack:
        labs = {}
        for lab in dict.fromkeys(each.lab for each in handed):
            book.register(lab)
            labs[lab] = pool.Lab(*read_for_grading(home, lab))
        stack.enter_context(patch.object(sandbox, "die_with_parent", lambda: None))  # this process is no worker
        pool.begin(True, labs)
        stack.callback(lambda: pool._zygote and pool._zygote.close())
        for warm in (True, False):
            total.clear()
            with contextlib.ExitStack() as timing:
                for owner, name, stage in () if warm else places:
                    timing.enter_context(patch.object(owner, name, timed(stage, getattr(owner, name))))
                for each in handed[:10] if warm else handed:
                    submission = Submission(
                        each.student, each.lab, folder / each.student / each.lab / f"{each.lab}.ipynb"
                    )
                    seed = seed_of(home, submission.gradebook_id, each.lab)
                    work = pool.Work(submission, seed, book.fingerprint(submission))
                    result, executed = pool.grade_work(work)
                    if executed is not None:
                        book.enter(submission, executed, result)
    clock.close()
    return {stage: total[stage] / len(handed) for stage in STAGES}


def print_memory(run: Graded, number: int, console: Console) -> bool:
    """Print the coordinator's memory over time; return whether it stays flat."""
    busy = [sample for sample in run.samples if sample.done] or run.samples
    table = Table(title="The coordinator's resident memory", title_justify="left")
    for heading in ("seconds", "graded", "MB"):
        table.add_column(heading, justify="right")
    for place in range(_SHOWN + 1):
        sample = busy[(len(busy) - 1) * place // _SHOWN]
        table.add_row(f"{sample.seconds:.0f}", str(sample.done), f"{sample.memory:.0f}")
    console.print(table)
    half = next((sample for sample in busy if sample.done >= number / 2), busy[0])
    last = [sample for sample in busy if sample.memory][-1]
    grown = (last.memory - half.memory) / max(1, last.done - half.done) * 1000
    console.print(f"in the second half it grows by {grown:.1f} MB per 1,000 (the results themselves, which it keeps)")
    return grown <= _FLAT or last.memory - half.memory < _NOISE


def print_costs(run: Graded, number: int, each: dict[str, float], price: float, console: Console) -> None:
    """Print the rate, the share of each stage, and what 100,000 would cost."""
    begun = next((sample for sample in run.samples if sample.done), run.samples[0])
    rate = (run.samples[-1].done - begun.done) / max(1.0, run.wall - begun.seconds)
    cpu = run.cpu / number
    console.print(
        f"{number} submissions in {run.wall:.0f} s: {rate:.1f} a second once begun; {run.cpu:.0f} CPU s, {cpu:.4f} each"
    )
    table = Table(title="CPU time of a submission, by stage (a sample, graded one by one)", title_justify="left")
    for heading in ("stage", "CPU ms", "share"):
        table.add_column(heading, justify="left" if heading == "stage" else "right")
    rest = {"all else: start, transport, killed work": max(0.0, cpu - sum(each.values()))}
    for stage, seconds in {**each, **rest}.items():
        table.add_row(stage, f"{seconds * 1000:.1f}", f"{seconds / cpu:.0%}")
    console.print(table)
    hours = cpu * 100_000 / 3600
    console.print(f"100,000 submissions: {hours:.1f} CPU hours, {hours * price:.2f} at {price:g} per core hour")


def main() -> None:
    """Make, grade, check and print; exit status 1 where something was lost, doubled, wrong or growing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--submissions", type=int, default=10_000)
    parser.add_argument("--labs", nargs="+", default=list(LABS), help="by name or number; by default all five")
    parser.add_argument("--local", action="store_true", help="the pool without Dask")
    parser.add_argument("--workers", type=int, help="processes that grade; by default one per core")
    parser.add_argument("--sample", type=int, default=100, help="submissions that the stages are measured on; 0: none")
    parser.add_argument("--price", type=float, default=0.05, help="of a core hour, in any currency")
    parser.add_argument("--folder", type=Path, help="a new folder to work in and to keep; by default a temporary one")
    options = parser.parse_args()
    console = Console(width=120)
    console.print(check_the_clock())
    with contextlib.ExitStack() as stack:
        folder = options.folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="scale-")))
        folder.mkdir(parents=True, exist_ok=True)
        course, labs = Classroom(folder).course, chosen_labs(options.labs)
        submitted = course.class_folder / "submitted"
        handed = hand_in(course, submitted, labs, options.submissions)
        kinds = Counter(each.kind for each in handed)
        console.print("handed in: " + ", ".join(f"{number} {kind}" for kind, number in kinds.most_common()))
        flags = [] if options.local else ["--cluster", "local"]
        flags += ["--workers", str(options.workers)] if options.workers else []
        run = grade(course, submitted, labs, len(handed), flags)
        trouble = check(course, handed)
        is_flat = print_memory(run, len(handed), console)
        calm = [each for each in handed if each.kind != "endless"]
        sample = random.Random(1).sample(calm, min(options.sample, len(calm)))
        each = stages(course, submitted, sample) if sample else {}
        print_costs(run, len(handed), each, options.price, console)
        for line in trouble[:20]:
            console.print(line, markup=False)
        console.print(
            f"{len(handed)} handed in, {run.killed} workers killed: "
            + ("none lost, none doubled, all as expected" if not trouble else f"{len(trouble)} troubles")
        )
    raise SystemExit(bool(trouble) or not is_flat or run.killed < len(_KILLS))


if __name__ == "__main__":
    main()
