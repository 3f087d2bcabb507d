"""What the documentation shows is so: its Python runs, its commands print what stands below them, no command is left out."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re

import pytest
from typer.main import get_command

import autograder
import course_utils
from autograder.cli import app
from tests.conftest import ROOT
from tests.docs.blocks import DOCS, PAGES, blocks
from tests.docs.running import run_block
from tests.docs.scenes import terminal_for

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
CONSOLE = {page.stem: blocks(page, "console") for page in PAGES}
PYTHON = {page.stem: blocks(page, "python") for page in PAGES}
NOT_RUN = [block for of in (CONSOLE, PYTHON) for found in of.values() for block in found if block.reason]


# ---- commands


@pytest.mark.notebook
@pytest.mark.parametrize("page", [page for page, found in CONSOLE.items() if any(not block.reason for block in found)])
def test_the_commands_of_a_page_print_what_it_shows(page, tmp_path):
    terminal = terminal_for(page, tmp_path / "course")
    runs = [run for block in CONSOLE[page] if not block.reason for run in run_block(block, terminal)]
    assert [run.difference for run in runs if not run.fits] == [], f"see `python -m tests.docs.refresh {page}`"


@pytest.mark.parametrize("block", NOT_RUN, ids=lambda block: block.name)
def test_a_block_that_is_not_run_says_why(block):
    assert len(block.reason.split()) >= 3, f"{block.name}: expected a reason, found {block.reason!r}"
    pytest.skip(f"{block.name} is not run: {block.reason}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_target_of_make_that_a_page_names_exists(page):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"(?:`|^\$ )make ([a-z-]+)", text, re.MULTILINE)
    assert set(named) <= targets


def commands_of(command, name):
    below = getattr(command, "commands", {})
    return [name] if not below else [each for word, sub in below.items() for each in commands_of(sub, f"{name} {word}")]


COMMANDS = commands_of(get_command(app), "autograder")
TOLD = "\n".join(
    (DOCS / f"{page}.md").read_text(encoding="utf-8") for page in ("instructors", "students", "lab_authors")
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_in_the_documentation(command):
    example = rf"^\$ {command}\b"
    assert re.search(example, TOLD, re.MULTILINE), f"expected `$ {command} ...` in a console block of docs/, found none"


# ---- Python


@pytest.mark.parametrize("page", [page for page, found in PYTHON.items() if any(not block.reason for block in found)])
def test_the_python_of_a_page_runs_and_gives_what_it_shows(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names, told = {}, []
    for block in PYTHON[page]:
        if block.reason:
            continue
        if ">>>" not in block.text:
            exec(compile(block.text, block.name, "exec"), names)
            continue
        test = doctest.DocTestParser().get_doctest(block.text, names, block.name, str(DOCS / f"{page}.md"), block.line)
        doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=told.append, clear_globs=False)
        names.update(test.globs)
    assert "".join(told) == ""


def modules():
    for package in (course_utils, autograder):
        yield package.__name__
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith((".__main__", ".jupyterhub_config")):
                yield found.name


DOCTESTS = {
    test.name: test
    for name in modules()
    for test in doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name))
    if test.examples
}


@pytest.mark.parametrize("name", DOCTESTS)
def test_the_example_of_a_docstring_gives_what_it_shows(name):
    told = []
    doctest.DocTestRunner(optionflags=OPTIONS).run(DOCTESTS[name], out=told.append)
    assert "".join(told) == ""


def test_no_example_of_a_docstring_is_overlooked():
    written = sum(
        bool(re.search(r"^\s*>>> ", path.read_text(encoding="utf-8"), re.MULTILINE))
        for package in (course_utils, autograder)
        for path in (ROOT / package.__name__).rglob("*.py")
    )
    assert len({name.rpartition(".")[0] for name in DOCTESTS}) >= 1
    assert len({test.filename for test in DOCTESTS.values()}) == written
