"""A class of hundreds on a real JupyterHub on this machine: every step of a lab, by odd students, and is anything lost?

`python -m benchmarks.hub_class` (as root, with Node.js and npm) starts `autograder hub` with 300 students, each a Unix user. Each
logs in, starts a server, fetches the lab by nbgrader's Assignment List, writes what is right, wrong, cut off, huge, renamed, or
nothing, and submits it. The instructor collects, grades, writes and releases the feedback in a server of their own, and the
students fetch it. Then results, gradebook and feedback are held against what was handed in, and the time of each step is
printed. `--students 20` for a quick look.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.course import LABS, Course
from autograder.results import Status
from benchmarks.class_of_thousands import kinds_of
from tests.conftest import ROOT
from tests.hub import running
from tests.hub.running import RunningHub, Visitor, autograder

LAB = LABS[0]
_PREFIX = "hc-"
_OPEN = 0o711


@dataclass(frozen=True)
class Work:
    """What a student does with the lab.

    Attributes:
        kind: what it is.
        status: what has to come of it.
        do: given the student's visitor and the number of the student, does it; the lab is fetched already.
    """

    kind: str
    status: Status
    do: Callable[[Visitor, int], None]


def put(visitor: Visitor, path: str, content: bytes) -> None:
    """Save a file, whatever is in it."""
    data = {"type": "file", "format": "base64", "content": base64.b64encode(content).decode()}
    visitor.ask("PUT", f"api/contents/{path}", json=data).raise_for_status()


def submit(visitor: Visitor) -> None:
    """Press Submit."""
    visitor.assignments("submit", LAB)


def works(course: Course) -> list[tuple[int, Work]]:
    """Return what students do, each with its weight: the kinds of a class of thousands, and what only a hub can see."""
    notebook = f"{LAB}/{LAB}.ipynb"
    kinds = {kind.name: kind for kind in kinds_of(course, LAB)}

    def written(name: str) -> Callable[[Visitor, int], None]:
        def do(visitor: Visitor, number: int) -> None:
            content = kinds[name].content_for(str(number))
            if content is not None:
                put(visitor, notebook, content)
                submit(visitor)

        return do

    def twice(visitor: Visitor, number: int) -> None:
        written("nothing works")(visitor, number)
        time.sleep(1.1)  # the exchange's names have whole seconds
        written("right")(visitor, number)

    def beside_a_large_file(visitor: Visitor, number: int) -> None:
        put(visitor, f"{LAB}/holiday.jpg", random.Random(number).randbytes(3_000_000))
        written("right")(visitor, number)

    def under_another_name(visitor: Visitor, number: int) -> None:
        put(visitor, notebook, kinds["right"].content_for(str(number)) or b"")
        visitor.ask(
            "PATCH", f"api/contents/{notebook}", json={"path": f"{LAB}/my {LAB} final (2).ipynb"}
        ).raise_for_status()
        submit(visitor)

    def a_link_to_the_solution(visitor: Visitor, number: int) -> None:
        del number
        teacher = f"{_PREFIX}instructor"
        solution = f"~{teacher}/course/solutions/{notebook}"
        visitor.shell(f"rm {notebook}; ln -s $(eval echo {solution}) {notebook}")
        with suppress(AssertionError):  # nbgrader may refuse it already
            submit(visitor)

    own = [
        (8, Work("handed in twice", "graded", twice)),
        (4, Work("beside a large file", "graded", beside_a_large_file)),
        (4, Work("under another name", "missing", under_another_name)),
        (3, Work("a link to the solution", "missing", a_link_to_the_solution)),
    ]
    return [
        (max(1, kind.weight // 5), Work(kind.name, kind.status, written(kind.name))) for kind in kinds.values()
    ] + own


@dataclass
class Steps:
    """How long each step took, in seconds."""

    took: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step."""
        begin = time.monotonic()
        yield
        self.took[name] = time.monotonic() - begin


def _each(visitors: list[Visitor], at_once: int, do: Callable[[Visitor], None]) -> list[str]:
    """Let every visitor do something, a few at a time; return what went wrong, by visitor."""

    def one(visitor: Visitor) -> str:
        try:
            do(visitor)
        except Exception as error:  # noqa: BLE001 - of hundreds, each trouble is to be told
            return f"{visitor.name}: {type(error).__name__}: {error}"
        return ""

    with ThreadPoolExecutor(at_once) as pool:
        return [trouble for trouble in pool.map(one, visitors) if trouble]


def _wrong_results(path: Path, doing: dict[Visitor, Work]) -> list[str]:
    """Return what is wrong with the results, each in one line."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = {line["student"]: line["status"] for line in lines}
    trouble = [f"{len(lines)} lines for {len(found)} students"] if len(lines) != len(found) else []
    for visitor, work in doing.items():
        status = found.get(visitor.name, "missing")
        if status != work.status:
            trouble.append(f"{visitor.name}: {status}, not {work.status} ({work.kind})")
    return trouble


def run(students: int, at_once: int, folder: Path) -> tuple[Steps, list[str], Counter[str]]:
    """Let a class go through the lab; return the times, what went wrong, and how many did what."""
    steps, trouble = Steps(), list[str]()
    choices = works(Course(ROOT))
    dice = random.Random(students)
    work = dice.choices([each for _, each in choices], [weight for weight, _ in choices], k=students)
    with steps.step("start the hub, users and homes included"):
        hub = RunningHub(folder, "--prefix", _PREFIX, "--students", str(students))
    try:
        teacher, *visitors = (Visitor(hub, name) for name in hub.passwords)
        doing = dict(zip(visitors, work, strict=True))
        numbers = {visitor: number for number, visitor in enumerate(visitors)}

        def come(visitor: Visitor) -> None:
            if not visitor.log_in(hub.passwords[visitor.name]):
                msg = "the password isn't taken"
                raise ValueError(msg)
            visitor.start_server()

        def do_the_lab(visitor: Visitor) -> None:
            come(visitor)
            visitor.assignments("fetch", LAB)
            doing[visitor].do(visitor, numbers[visitor])
            visitor.stop_server()

        def fetch_feedback(visitor: Visitor) -> None:
            come(visitor)
            listed = [each for each in visitor.assignments("fetch_feedback", LAB) if each["status"] == "submitted"]
            where = [each for entry in listed for each in entry["submissions"] if each["local_feedback_path"]]
            pages = [visitor.ask("GET", f"api/contents/{each['local_feedback_path']}/{LAB}.html") for each in where]
            visitor.stop_server()
            if doing[visitor].status == "graded" and not any(page.ok for page in pages):
                msg = f"no feedback ({doing[visitor].kind})"
                raise ValueError(msg)

        come(teacher)
        with steps.step("release"):
            released = teacher.formgrader("release", LAB)
            trouble += [] if released["success"] else [f"release: {released}"]
        with steps.step(f"log in, start a server, fetch, work, submit: {at_once} at once"):
            trouble += _each(visitors, at_once, do_the_lab)
        for name, command in {
            "collect": f"nbgrader collect {LAB}",
            "grade": "autograder grade 1",
            "write feedback": "autograder feedback 1",
            "release feedback": f"nbgrader release_feedback {LAB}",
        }.items():
            with steps.step(name):
                said = teacher.shell(
                    f"cd ~/course && {command} > /tmp/hub_class.log 2>&1; s=$?; tail -n 3 /tmp/hub_class.log; (exit $s)"
                )
                trouble += [] if said.endswith("status 0\n") else [f"{name}: {said[-500:]}"]
        with steps.step("fetch feedback"):
            trouble += _each(visitors, at_once, fetch_feedback)
        trouble += _wrong_results(folder / "home" / teacher.name / "course" / "class" / "results.jsonl", doing)
    finally:
        status, said = hub.stop()
    if status:
        trouble.append(f"the hub ends with {status}: {said}")
    return steps, trouble, Counter(each.kind for each in work)


def main() -> None:
    """Run the class and print what came of it; exit status 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--students", type=int, default=300)
    parser.add_argument(
        "--at-once", type=int, default=os.cpu_count() or 1, help="students with a server at the same time"
    )
    options = parser.parse_args()
    running.PATIENCE = 1800  # seconds, for hundreds of pages of feedback
    console = Console(width=120)
    home = Path(tempfile.mkdtemp(prefix="hub-"))
    home.chmod(_OPEN)
    try:
        steps, trouble, kinds = run(options.students, options.at_once, home / "h")
    finally:
        removed = autograder("hub", "--remove", "--folder", home / "h")
        shutil.rmtree(home, ignore_errors=True)
    if removed.returncode:
        trouble.append(removed.stderr)
    console.print("handed in: " + ", ".join(f"{number} {kind}" for kind, number in kinds.most_common()))
    table = Table(title=f"A class of {options.students} on a hub", title_justify="left")
    for heading in ("step", "seconds", "a student"):
        table.add_column(heading, justify="left" if heading == "step" else "right")
    for name, seconds in steps.took.items():
        table.add_row(name, f"{seconds:.0f}", f"{seconds / options.students:.2f}")
    console.print(table)
    for line in trouble[:30]:
        console.print(line, markup=False)
    console.print("nothing lost, all as expected" if not trouble else f"{len(trouble)} troubles")
    raise SystemExit(bool(trouble))


if __name__ == "__main__":
    main()
