"""What a page must not tell: the hidden part of the test cells, wherever it turns up."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

_ESCAPES = re.compile(r"\x1b\[[0-9;:?]*[@-~]|<[^<>]*>")
_MARKS = re.compile(r"[^\w.]")
_SHORTEST = 12  # letters and digits; a shorter line is anybody's


@dataclass(frozen=True)
class Delimiters:
    """The comments that a hidden part begins and ends with."""

    begin: str
    end: str


@dataclass(frozen=True)
class HiddenTests:
    """The hidden lines of a notebook.

    Attributes:
        lines: the letters and digits of each.
    """

    lines: frozenset[str]

    def are_quoted_in(self, text: str) -> bool:
        """Tell whether a text holds one of the lines: coloured, as a repr, as HTML, or with other spaces."""
        bare = _bare(text)
        return any(line in bare for line in self.lines)


def visible_part(source: str, delimiters: Delimiters) -> str:
    """Return a test cell's source without its hidden parts; one that doesn't end goes to the end of the cell."""
    return "\n".join(line for line, is_hidden in _lines(source, delimiters) if not is_hidden).strip("\n")


def hidden_tests(sources: Iterable[str], delimiters: Delimiters) -> HiddenTests:
    """Return what is hidden in these test cells."""
    hidden = {_bare(line) for source in sources for line, is_hidden in _lines(source, delimiters) if is_hidden}
    return HiddenTests(frozenset(line for line in hidden if len(line) >= _SHORTEST))


def _lines(source: str, delimiters: Delimiters) -> Iterable[tuple[str, bool]]:
    is_hidden = False
    for line in source.split("\n"):
        is_hidden = is_hidden or delimiters.begin in line
        yield line, is_hidden
        is_hidden = is_hidden and delimiters.end not in line


def _bare(text: str) -> str:
    return _MARKS.sub("", html.unescape(_ESCAPES.sub("", text)))
