"""The directive `commands`: what `--help` says of every command of `autograder`, one after the other."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from typing import Any
from unittest.mock import patch

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

_PLAIN = {"COLUMNS": "96", "TERM": "dumb", "NO_COLOR": "1"}


def help_of_commands() -> Iterator[tuple[str, str]]:
    """Yield each command, such as `autograder roster import`, with its help in plain text."""
    from typer.main import get_command  # noqa: PLC0415 - only where the page is built

    from autograder.cli import app  # noqa: PLC0415

    with patch.dict(os.environ, _PLAIN):
        for name, command in _commands(get_command(app), "autograder"):
            text = io.StringIO()
            with redirect_stdout(text):
                command.main(["--help"], prog_name=name, standalone_mode=False)
            yield name, text.getvalue().replace("[bold]", "").replace("[/bold]", "").strip("\n")


def _commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    command.rich_markup_mode = None  # plain text, without boxes
    below = getattr(command, "commands", {})
    if not below:
        yield name, command
    for word, each in below.items():
        yield from _commands(each, f"{name} {word}")


class Commands(SphinxDirective):
    """Puts a section for each command in its place."""

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        sections = [f"## {name}\n\n```text\n{text}\n```" for name, text in help_of_commands()]
        return self.parse_text_to_nodes("\n\n".join(sections), allow_section_headings=True)


def setup(app: Sphinx) -> dict[str, bool]:
    """Let Sphinx know the directive."""
    app.add_directive("commands", Commands)
    return {"parallel_read_safe": True}
