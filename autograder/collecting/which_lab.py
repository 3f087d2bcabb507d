"""Which lab a notebook is of: by the marks of its cells, which a student doesn't see, failing them by its name."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from autograder.build import read_source
from autograder.course import LABS, Course


def marks_of_labs(course: Course) -> dict[str, frozenset[str]]:
    """Return the grade ids of every lab that the course has."""
    there = [lab for lab in LABS if course.source(lab).is_file()]
    return {
        lab: frozenset(_marks(cell) for cell in read_source(course, lab).cells if _marks(cell)) - {""} for lab in there
    }


def why_not_of(lab: str, content: bytes, name: str, marks: Mapping[str, frozenset[str]]) -> str | None:
    """Say why a file isn't a notebook of this lab, None where it is.

    A file by the lab's name that can't be read is taken for one: grading says what is wrong with it, and it isn't lost.
    """
    named = lab in re.sub(r"[\s-]+", "_", PurePosixPath(name).stem.casefold())
    try:
        data = json.loads(content.decode("utf-8-sig"))
        cells = data["cells"] if "cells" in data else [c for sheet in data["worksheets"] for c in sheet["cells"]]
        found = frozenset(_marks(cell) for cell in cells) - {""}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None if named else "expected a notebook, found a file that is none. Ask for the .ipynb file."
    likeness = {each: len(found & ids) / len(found | ids) for each, ids in marks.items() if found & ids}
    if not likeness:
        return None if named else f"expected a notebook of lab {lab}, found one without a cell of any lab."
    best = max(likeness.values())
    if likeness.get(lab) == best:
        return None
    other = next(each for each in likeness if likeness[each] == best)
    return f"expected lab {lab}, found a notebook of lab {other}. Collect it with `autograder collect {other[:2]}`."


def _marks(cell: object) -> str:
    metadata = cell.get("metadata") if isinstance(cell, dict) else None
    mark = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = mark.get("grade_id") if isinstance(mark, dict) else None
    return grade_id if isinstance(grade_id, str) else ""
