"""The command `autograder`: what instructors, students and lab authors do from a terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import webbrowser
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from autograder import class_commands, feedback_command
from autograder.course import LABS, Course, CourseError, chosen_labs, find_course
from autograder.hub import command as hub_command

app = typer.Typer(
    help="Five labs on gradient descent: release them, check them, grade them.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


_UNIX_ONLY = ("fcntl", "resource")  # modules that the engine and the bookkeeping rest on


class Engine(StrEnum):
    """What runs the students' cells."""

    SPLIT = "split"
    NBGRADER = "nbgrader"


class Sandbox(StrEnum):
    """Whether the students' cells are shut in."""

    ON = "on"
    NONE = "none"


Labs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[LAB]...", help="Labs by name or number, such as 02; by default all five."),
]


@app.command()
def build(
    labs: Labs = None,
    run: Annotated[
        bool, typer.Option("--run", help="First execute the solved notebooks and keep their text outputs.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite students' notebooks that have answers written in them.")
    ] = False,
) -> None:
    """Release labs: from [bold]solutions/[/bold] make [bold]notebooks/[/bold] and the tables of the check, and enter them in the gradebook.

    The same sources give the same bytes.
    """
    from autograder.build import build as build_labs  # noqa: PLC0415 - keeps --help quick

    build_labs(find_course(), chosen_labs(labs), run=run, force=force, say=typer.echo)


@app.command()
def grade(
    labs: Labs = None,
    submissions: Annotated[
        Path | None, typer.Option(help="The folder with <student>/<lab>/<lab>.ipynb in it; by default class/submitted.")
    ] = None,
    results: Annotated[
        Path | None, typer.Option(help="Where to write one JSON line per submission; by default class/results.jsonl.")
    ] = None,
    engine: Annotated[
        Engine, typer.Option(help="split: sandboxed and fast; nbgrader: a kernel each, for comparison.")
    ] = Engine.SPLIT,
    sandbox: Annotated[
        Sandbox, typer.Option(help="none: students' code runs with your rights. Only for work you trust.")
    ] = Sandbox.ON,
    force: Annotated[
        bool, typer.Option("--force/--resume", help="Grade again what an earlier run has graded already.")
    ] = False,
    all_cells: Annotated[bool, typer.Option("--all-cells", help="Run the cells too that only show something.")] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that grade at once; by default one per core.")
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Grade on a Dask cluster: tls://scheduler:8786; local starts one here (docs/cluster.md).",
        ),
    ] = None,
    tls_ca_file: Annotated[
        Path | None, typer.Option(help="The certificate of the cluster's authority; by default as in Dask's settings.")
    ] = None,
    tls_cert: Annotated[Path | None, typer.Option(help="This command's certificate for the cluster.")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="Its key, where that is another file.")] = None,
) -> None:
    """Grade submissions; enter the scores in the gradebook and write one JSON line per submission.

    What can't be read, or was not handed in, is a line with the reason and no score. The exit status is 0 when all that could
    be graded is graded, and 2 when the command can't be carried out.
    """
    from autograder.by_hand import marked_by_hand  # noqa: PLC0415 - keeps --help quick
    from autograder.cluster.address import cluster_of  # noqa: PLC0415
    from autograder.grading import Options  # noqa: PLC0415 - nbgrader takes 2 s to import
    from autograder.grading import grade as grade_all  # noqa: PLC0415
    from autograder.results import write_results  # noqa: PLC0415
    from autograder.roster import read_roster  # noqa: PLC0415
    from autograder.roster.check import gaps, without_folder  # noqa: PLC0415
    from autograder.submissions import find_submissions  # noqa: PLC0415
    from autograder.tables import print_hardest, print_mistakes, print_not_graded, print_scores  # noqa: PLC0415

    course = find_course()
    found = find_submissions(submissions or course.class_folder / "submitted", chosen_labs(labs))
    roster = read_roster(course) if submissions is None else []
    found += without_folder(roster, found, course.class_folder / "submitted", chosen_labs(labs))
    target = results or course.class_folder / "results.jsonl"
    if target.is_dir():
        msg = f"results: expected the name of a file to write, found the folder {target}. Name a file in it."
        raise CourseError(msg)
    where = cluster_of(cluster, tls_ca_file, tls_cert, tls_key)
    graded = []
    with _progress() as progress:
        task = progress.add_task("grading", total=len(found))
        options = Options(engine.value, sandbox is Sandbox.ON, force, all_cells, workers, where)
        for result in grade_all(course, found, options):
            graded.append(result)
            progress.update(task, advance=1, description=_printable(f"{result.lab}, {result.student}"))
    order = {(submission.student, submission.lab): place for place, submission in enumerate(found)}
    graded.sort(key=lambda result: order[result.student, result.lab])
    write_results(graded, target)
    console = Console()
    print_scores(graded, console)
    print_hardest(graded, console)
    print_mistakes(graded, console)
    print_not_graded(graded, console)
    typer.echo(
        f"{sum(result.status == 'graded' for result in graded)} of {len(graded)} graded. Results: {_near(target)}"
    )
    waiting = {
        lab: sum(each.waits for each in marks) for lab, marks in marked_by_hand(course, chosen_labs(labs)).items()
    }
    if sum(waiting.values()):
        which = ", ".join(f"{lab[:2]}: {number}" for lab, number in waiting.items() if number)
        typer.echo(f"Answers in words that wait for your marks, in the Formgrader: {sum(waiting.values())} ({which}).")
    if roster:
        unknown = len(gaps(roster, found, []).unknown)
        missing = sum(result.status == "missing" for result in graded)
        typer.echo(
            f"Not handed in: {missing}; folders of nobody in the roster: {unknown} (see `autograder roster check`)."
        )


@app.command()
def report(
    labs: Labs = None,
    submissions: Annotated[
        Path | None, typer.Option(help="The folder that was graded; by default class/submitted.")
    ] = None,
    results: Annotated[
        Path | None, typer.Option(help="What `autograder grade` has written; by default class/results.jsonl.")
    ] = None,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Hide names and ids: everybody is a number, the same in every report.")
    ] = False,
    open_it: Annotated[bool, typer.Option("--open", help="Open the first page in the browser.")] = False,
) -> None:
    """Write the report on the class to [bold]class/report/[/bold]: a page per lab and one for the course, every number as CSV beside it.

    Scores, questions, mistakes, who needs help, what was stopped, signs of tampering, notebooks that are nearly the same. The
    pages need no network; what names they show, `--anonymous` hides.
    """
    from autograder.report.writing import Request, write_report  # noqa: PLC0415 - keeps --help quick

    course = find_course()
    request = Request(
        chosen_labs(labs) if labs else None,
        results or course.class_folder / "results.jsonl",
        submissions or course.class_folder / "submitted",
        anonymous,
    )
    with _progress() as progress:
        task = progress.add_task("reading notebooks", total=None, visible=False)
        pages = write_report(
            course, request, lambda done, total: progress.update(task, completed=done, total=total, visible=True)
        )
    for page in pages:
        typer.echo(_near(page))
    if open_it and not webbrowser.open(pages[0].resolve().as_uri()):
        typer.echo("No browser was found here; open the page by hand.")


@app.command()
def demo() -> None:
    """Show the whole course at work: release the labs, let a class of twelve hand in, grade it, write feedback and the report."""
    from autograder.build import build as build_labs  # noqa: PLC0415 - keeps --help quick
    from autograder.demo import hand_in  # noqa: PLC0415

    course = find_course()
    typer.echo("1. Releasing the five labs (solutions/ to notebooks/)")
    build_labs(course, list(LABS), say=lambda line: typer.echo(f"  {line}"))
    typer.echo("2. A class of twelve hands in (class/submitted)")
    hand_in(course, say=typer.echo)
    typer.echo("3. Grading (class/autograded, class/gradebook.db); a few seconds each")
    grade()
    typer.echo("4. Feedback pages (class/feedback)")
    feedback_command.write_pages(course, list(LABS))
    typer.echo("5. The report on the class (class/report)")
    report()
    typer.echo(
        "\nWhere to look next:\n"
        "  class/report/course.html                                      what the class has not understood, in any browser\n"
        "  class/feedback/dalia/01_single_weight/01_single_weight.html   a student's feedback, in any browser\n"
        "  class/results.jsonl                                           every verdict with its message\n"
        "  make lab, then the menu Nbgrader > Formgrader                 the class in nbgrader's own pages\n"
        "  make lab                                                      the labs, as a student opens them"
    )


@app.command()
def lab(
    name: Annotated[str, typer.Argument(metavar="[LAB]", help="The lab to open, by name or number.")] = LABS[0],
) -> None:
    """Open JupyterLab on the students' edition of a lab."""
    course = find_course()
    (chosen,) = chosen_labs([name])
    if not course.release(chosen).is_file():
        msg = f"lab: expected notebooks/{chosen}/{chosen}.ipynb, found none. Run `autograder build` first."
        raise CourseError(msg)
    os.chdir(course.root)
    quiet = ["--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]  # asks no server
    root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # as in a container
    jupyter = [sys.executable, "-m", "jupyter", "lab", *quiet, *root, f"notebooks/{chosen}/{chosen}.ipynb"]
    raise typer.Exit(subprocess.call(jupyter))  # noqa: S603 - the command is ours


@app.command()
def check(
    notebook: Annotated[
        Path,
        typer.Argument(
            help="A lab's notebook, such as notebooks/01_single_weight/01_single_weight.ipynb, or the folder notebooks/."
        ),
    ],
) -> None:
    """Check a notebook in the terminal, as its own check cells do, or all labs of a folder with what to do next.

    A student's command: nothing hidden is used.
    """
    from autograder.self_check import check_folder, self_check  # noqa: PLC0415 - keeps --help quick
    from course_utils.checking.progress import Progress, Step  # noqa: PLC0415

    if notebook.is_dir():
        steps = []
        for result in check_folder(notebook):
            steps += [
                Step(result.lab, each.name, each.state, each.score or 0.0, each.max_score) for each in result.questions
            ]
        typer.echo(repr(Progress(steps)))
        return
    result = self_check(notebook)
    for question in result.questions:
        typer.echo(
            f"{question.name:<24} {question.state.replace('_', ' '):<14} {question.score:g} of {question.max_score:g}"
        )
        if question.state not in {"passed", "not_attempted"}:
            typer.echo(f"    {question.message}")
    typer.echo(f"{result.lab}: {result.score:g} of {result.max_score:g} points by the visible checks.")


@app.command()
def bundle(
    path: Annotated[Path, typer.Argument(help="The zip to write.")] = Path("gradient-descent-labs.zip"),
) -> None:
    """Write the zip for students: notebooks, course_utils, environment.yml and a README of their own; no answers."""
    from autograder.bundle import write_bundle  # noqa: PLC0415 - keeps --help quick

    if path.is_dir() or not path.parent.is_dir():
        msg = f"bundle: expected the name of a zip in a folder that exists, found {path}. Name a file."
        raise CourseError(msg)
    number = write_bundle(find_course(), path)
    typer.echo(f"{path}: {number} files, {path.stat().st_size / 1e6:.1f} MB")


@app.command()
def doctor() -> None:
    """Show what this machine offers for grading strangers' code, and prove it by trying a forbidden act of each kind."""
    from autograder.doctor import examine_sandbox, machine  # noqa: PLC0415 - keeps --help quick
    from autograder.engine.sandbox import missing  # noqa: PLC0415

    for name, word in machine():
        typer.echo(f"{name:<20}{word}")
    reason = missing()
    if reason:
        raise CourseError(reason)
    failures = 0
    for finding in examine_sandbox():
        failures += not finding.is_refused
        typer.echo(f"{'refused' if finding.is_refused else 'NOT REFUSED':<13}{finding.act} ({finding.how})")
    if failures:
        msg = f"sandbox: expected every forbidden act refused, found {failures} that succeeded. Don't grade strangers' work here."
        raise CourseError(msg)
    typer.echo("Students' code is shut in here.")


class_commands.add_to(app)
hub_command.add_to(app)
feedback_command.add_to(app)


class _Rate(ProgressColumn):
    """How many are done in a second."""

    def render(self, task: Task) -> Text:
        """Return the rate, or nothing while it isn't known."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")


class _Stopped(BaseException):
    """Somebody pressed Ctrl-C; typer would answer KeyboardInterrupt itself, and not say what is done."""


def _stop(*_: object) -> None:
    raise _Stopped


def main() -> None:
    """Run the command; what the user can mend is one line and exit status 2, never a traceback."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, _stop)
    try:
        app()
    except (CourseError, OSError) as error:
        typer.echo(f"autograder: {_printable(str(error))}", err=True)
        raise SystemExit(2) from None
    except ModuleNotFoundError as error:
        if error.name not in _UNIX_ONLY:
            raise
        typer.echo(
            f"autograder: expected Linux or macOS, found a Python without `{error.name}`. Students' labs and their checks run "
            "here; to build or grade, use Linux (on Windows: WSL 2).",
            err=True,
        )
        raise SystemExit(2) from None
    except (_Stopped, KeyboardInterrupt):
        typer.echo(
            "autograder: stopped. What was graded so far is in the gradebook; run the command again for the rest.",
            err=True,
        )
        raise SystemExit(130) from None


def _progress() -> Progress:
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True))


def _printable(text: str) -> str:
    """Return text in one line that any terminal can show: odd characters of students' names are escaped."""
    return text.replace("\n", " ").encode("utf-8", "backslashreplace").decode()


def _near(path: Path) -> str:
    return os.path.relpath(path)


__all__ = ["Course", "app", "main"]
