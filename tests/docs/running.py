"""Running the commands of a page, and holding what they print against what the page shows."""

from __future__ import annotations

import doctest
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from tests.autograder.class_desk import autograder_in
from tests.docs.blocks import Block, examples
from tests.docs.scenes import Terminal

_CHECKER = doctest.OutputChecker()
_LOOSELY = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
_SHELL = set("|<>&;$*`~")


@dataclass(frozen=True)
class Run:
    """A command, what the page says it prints, and what it printed; "..." in the page stands for anything."""

    name: str
    command: str
    shown: str
    printed: str

    @property
    def fits(self) -> bool:
        """Whether it printed what the page says."""
        return _CHECKER.check_output(self.shown, self.printed, _LOOSELY)

    @property
    def kept(self) -> str:
        """What the page is to say: as before where that fits."""
        return self.shown if self.fits else self.printed

    @property
    def difference(self) -> str:
        """Both, for who has to mend it."""
        return f"{self.name}: $ {self.command}\n-- in the page:\n{self.shown}-- printed now:\n{self.printed}"


def run_block(block: Block, terminal: Terminal) -> Iterator[Run]:
    """Run a block's commands one after the other."""
    for example in examples(block):
        printed = _printed(example.command, terminal)
        yield Run(
            block.name,
            example.command,
            example.shown,
            "\n".join(map(str.rstrip, printed.splitlines())) + "\n" * bool(printed),
        )


def _printed(command: str, terminal: Terminal) -> str:
    """Run `autograder ...` in this process, which has imported it already, and anything else in a shell."""
    if not command.startswith("autograder ") or _SHELL & set(command):
        return terminal.run(command)
    with terminal.width():
        status, out, errors = autograder_in(terminal.course, *shlex.split(command)[1:])
    return out + (errors if status else "")
