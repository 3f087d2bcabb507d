"""The command `autograder hub`."""

from __future__ import annotations

import os
import secrets
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from autograder.course import LABS, Course, CourseError, find_course
from autograder.hub.layout import Account, Layout, accounts, check_length, instructor_of

_FOLDER_OF_ROOT = Path("/srv/gradient-descent")


def add_to(app: typer.Typer) -> None:
    """Add this command to the command `autograder`."""
    app.command()(hub)


def hub(
    students: Annotated[int, typer.Option(help="How many students there are.")] = 2,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where the hub listens on 127.0.0.1; 0: any free port.")
    ] = 8000,
    folder: Annotated[
        Path | None,
        typer.Option(help="Where homes and exchange lie; by default /srv/gradient-descent, without root class/hub."),
    ] = None,
    prefix: Annotated[str, typer.Option(help="What the users' names begin with.")] = "gd-",
    remove: Annotated[
        bool, typer.Option("--remove", help="Remove such a hub's folder with all work in it, and its Unix users.")
    ] = False,
) -> None:
    """Start a JupyterHub for a try-out on this machine, with an instructor, students and nbgrader's exchange; Ctrl-C ends it.

    As root everybody is a Unix user of their own; without root the students are not kept apart.
    """
    course = find_course()
    separated = os.geteuid() == 0
    home = (folder or (_FOLDER_OF_ROOT if separated else course.class_folder / "hub")).absolute()
    layout = Layout(home, separated)
    if remove:
        _remove(layout)
        return
    if find_spec("jupyterhub") is None:
        msg = (
            "hub: expected the package jupyterhub, found none. Run `make setup`, or install gradient-descent-labs[hub]."
        )
        raise CourseError(msg)
    everybody = accounts(prefix, students)
    if separated:
        check_length(layout, everybody)
    _run(course, layout, everybody, port)


def _run(course: Course, layout: Layout, everybody: list[Account], port: int) -> None:
    import autograder  # noqa: PLC0415 - where this package lies is closed to students too
    from autograder.hub.closing import closed_to_others, only_hub  # noqa: PLC0415 - keeps --help quick
    from autograder.hub.passwords import draw_password, hash_of  # noqa: PLC0415 - needs jupyterhub
    from autograder.hub.preparing import prepare  # noqa: PLC0415
    from autograder.hub.proxy import install_proxy  # noqa: PLC0415
    from autograder.hub.running import Start, run  # noqa: PLC0415

    package = Path(str(autograder.__file__)).parent.parent
    passwords = {account.name: draw_password() for account in everybody}
    hashes = {name: (salt := secrets.token_hex(16), hash_of(word, salt)) for name, word in passwords.items()}

    def ready(address: str) -> None:
        typer.echo(f"\nJupyterHub: {address}\n")
        for account in everybody:
            typer.echo(f"  {account.role:<11} {account.name:<20} password {passwords[account.name]}")
        typer.echo(_what_to_know(layout, everybody))

    with only_hub(course.root):
        typer.echo("Preparing the hub ...")
        proxy = install_proxy(course.root / "build" / "hub-proxy")
        roots = [course.root, *([package] if (package / "pyproject.toml").is_file() else [])]
        with closed_to_others(roots if layout.separated else []) as closed:
            if closed:
                names = ", ".join(sorted({folder.name for folder in closed}))
                typer.echo(f"Closed to other users of this machine while the hub runs: {names}")
            python = prepare(course, layout, everybody)
            run(Start(layout, everybody, hashes, python, proxy, port), ready)
    typer.echo("\nThe hub is stopped; nothing of it is left running.")


def _remove(layout: Layout) -> None:
    from autograder.hub.accounts import remove  # noqa: PLC0415 - keeps --help quick

    if layout.root.exists() and not (layout.state / "hub.log").exists():
        msg = f"--remove: expected the folder of a hub, found none in {layout.root}. Check --folder."
        raise CourseError(msg)
    names = remove(layout)
    typer.echo(f"Removed: {layout.root}" + "".join(f", user {name}" for name in names))


def _what_to_know(layout: Layout, everybody: list[Account]) -> str:
    lines = [
        "",
        f"The instructor has the course in {layout.course(instructor_of(everybody))}; in a terminal there:",
        f"  nbgrader release_assignment {LABS[0]}     hands a lab out; students fetch it by Nbgrader > Assignment List",
        f"  nbgrader collect {LABS[0]}                fetches what was submitted; then: autograder grade 1",
    ]
    if not layout.separated:
        lines += [
            "",
            "This hub doesn't run as root: all servers run as you, and everybody on it can read everything, answers included.",
            "To keep students apart, run it as root.",
        ]
    remove = "autograder hub --remove" + (f" --folder {layout.root}" if layout.root != _FOLDER_OF_ROOT else "")
    users = "its folder and Unix users" if layout.separated else "its folder"
    return "\n".join([*lines, "", f"Ctrl-C ends it; the work stays in {layout.root}. `{remove}` removes {users}."])
