"""Whose a file is by its path: the names that Moodle and Canvas give to what they let an instructor download."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["moodle", "canvas", "folder", "pattern"]

# Moodle (mod/assign, class downloader): "<full name>_<participant>_assignsubmission_file/<path>", or without folders
# "<full name>_<participant>_assignsubmission_file_<file>"; underscores in the name have become spaces.
_MOODLE = re.compile(
    r"(?P<name>.+)_(?P<number>\d+)_assignsubmission_(?P<plugin>[a-z]+)(?:_(?P<file>.*))?", re.IGNORECASE
)
# Canvas (class ContentZipper): "<name>[_LATE]_<user>_<attachment>_<file>"; of the sortable name "Last, First" only letters,
# digits and underscores are left, in lower case. With anonymous grading: "[LATE_]anon_<letters>_<attachment>_<file>".
_CANVAS = re.compile(r"(?P<name>\w+?)(?P<late>_LATE)?_(?P<number>\d+)_(?P<attachment>\d+)_(?P<file>.+)", re.IGNORECASE)
_CANVAS_ANONYMOUS = re.compile(r"(?P<late>LATE_)?(?P<name>anon_\w+?)_(?P<attachment>\d+)_(?P<file>.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """What a path says of a file.

    Attributes:
        kind: whose way of naming it is.
        name: the student's name, or the folder's.
        number: Canvas's number of the user, Moodle's of the participant (one for each assignment); empty where there is none.
        file: the file's own name.
        attachment: Canvas's number of the upload, which grows with time; 0 where there is none.
        is_late: whether Canvas calls it late.
        label: how the student is called in the download.
    """

    kind: Kind
    name: str
    number: str
    file: str
    attachment: int = 0
    is_late: bool = False

    @property
    def label(self) -> str:
        """How the download calls the student."""
        return f"{self.name}_{self.number}" if self.number else self.name

    @property
    def is_anonymous(self) -> bool:
        """Whether the learning system has hidden the name."""
        return self.kind == "canvas" and not self.number


def claim_of(path: str, wanted: str = "auto") -> Claim | None:
    """Return what a path in a download says, None where it is named in no way that is wanted.

    Args:
        path: with "/" between its parts.
        wanted: "moodle" or "canvas" for that way of naming only; "auto" for either, failing them the first folder's name.
    """
    parts = path.split("/")
    if wanted in {"moodle", "auto"}:
        for part in parts:
            match = _MOODLE.fullmatch(part)
            if match:
                return Claim(
                    "moodle", match["name"], match["number"], (part is parts[-1] and match["file"]) or parts[-1]
                )
    if wanted in {"canvas", "auto"}:
        for part in parts:
            match = _CANVAS_ANONYMOUS.fullmatch(part)
            if match:
                late, attachment = bool(match["late"]), int(match["attachment"][:18])
                return Claim("canvas", match["name"], "", _file(match, part, parts), attachment, late)
            match = _CANVAS.fullmatch(part)
            if match:
                late, attachment = bool(match["late"]), int(match["attachment"][:18])
                return Claim("canvas", match["name"], match["number"], _file(match, part, parts), attachment, late)
    if wanted == "auto":
        return Claim("folder", parts[0] if len(parts) > 1 else parts[0].removesuffix(".ipynb"), "", parts[-1])
    return None


def _file(match: re.Match[str], part: str, parts: list[str]) -> str:
    return match["file"] if part is parts[-1] else parts[-1]
