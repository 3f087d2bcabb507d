"""The examples in a page: its blocks of code, and which of them say that they can't be run here, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
_FENCE = re.compile(
    r"^(?:[ ]*<!-- not run: (?P<reason>[^\n]*?) -->\n)?"
    r"^(?P<indent>[ ]*)```(?P<language>[\w-]+)\n(?P<text>(?:(?P=indent).*\n|\n)*?)(?P=indent)```$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Block:
    """One block of code of a page.

    Attributes:
        page: the page's name, without ".md".
        line: the line of its first line of code.
        language: what stands behind the three backticks.
        text: its lines, each with its end, without the indentation.
        reason: why it isn't run; empty if it is.
        whole: where its text stands in the page, from the first character to behind the last.
        indent: what stands before each line in the page.
    """

    page: str
    line: int
    language: str
    text: str
    reason: str
    whole: tuple[int, int]
    indent: str

    @property
    def name(self) -> str:
        """How a test calls it."""
        return f"{self.page}.md, line {self.line}"


@dataclass(frozen=True)
class Example:
    """A command of a console block, and what the page says it prints."""

    block: Block
    command: str
    shown: str


def blocks(page: Path, language: str) -> list[Block]:
    """Return a page's blocks in a language, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            page.stem,
            text.count("\n", 0, found.start("text")) + 1,
            language,
            "".join(line.removeprefix(found["indent"]) for line in found["text"].splitlines(keepends=True)),
            found["reason"] or "",
            found.span("text"),
            found["indent"],
        )
        for found in _FENCE.finditer(text)
        if found["language"] == language
    ]


def examples(block: Block) -> list[Example]:
    """Return the commands of a console block: lines after "$ ", those that end in a backslash with the next one."""
    parts = re.split(r"^\$ ((?:.*\\\n)*.*)\n", block.text, flags=re.MULTILINE)
    assert not parts[0].strip(), f"{block.name}: a console block begins with a command, `$ ...`"
    return [Example(block, command, shown) for command, shown in zip(parts[1::2], parts[2::2], strict=True)]
