"""Reading a class's notebooks for the report, on all cores where they are many."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from autograder.course import Course
from autograder.notebook_files import UnreadableError, content_of, read_notebook
from autograder.report.class_results import LabResults
from autograder.report.handed_in import HandedIn, Handout, handout, read_handed_in
from autograder.report.signs import Sign, signs_of_refusal
from autograder.submissions import Submission

_WORTH_A_POOL = 400  # notebooks
_CHUNK = 100
_MOST_EXECUTED = 2_000  # notebooks that are looked through for the sandbox's refusals


def handout_of(course: Course, results: LabResults) -> Handout | None:
    """Return a lab as it is handed out and solved, None where one of the two can't be read."""
    try:
        return handout(
            results.questions, read_notebook(course.release(results.lab)), read_notebook(course.source(results.lab))
        )
    except UnreadableError:
        return None


def read_all(paths: Sequence[Path], lab: Handout) -> Iterator[HandedIn | None]:
    """Yield what each notebook says, in order; None for those that can't be read."""
    if len(paths) < _WORTH_A_POOL:
        yield from (_read(path, lab) for path in paths)
        return
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    with ProcessPoolExecutor(os.cpu_count(), mp_context=context, initializer=_begin, initargs=(lab,)) as pool:
        yield from pool.map(_read_here, paths, chunksize=_CHUNK)


_lab: Handout | None = None


def _begin(lab: Handout) -> None:
    global _lab  # noqa: PLW0603 - one per worker process
    _lab = lab
    gc.disable()  # notebooks and syntax trees have no cycles; looking for some takes a fifth of the time


def _read_here(path: Path) -> HandedIn | None:
    assert _lab is not None
    return _read(path, _lab)


def _read(path: Path, lab: Handout) -> HandedIn | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of odd backslashes in students' texts
        return read_handed_in(path, lab)


def with_refusals(course: Course, results: LabResults, handed_in: Sequence[HandedIn | None]) -> list[HandedIn | None]:
    """Return what was read, with the sandbox's refusals in executed notebooks whose code reaches outside."""
    found, looked = list(handed_in), 0
    for row, notebook in enumerate(handed_in):
        if notebook is None or looked >= _MOST_EXECUTED:
            continue
        if any(sign.kind == "reaches outside" for sign in notebook.signs):
            looked += 1
            home = Submission(results.students[row], results.lab, Path()).gradebook_id
            path = course.class_folder / "autograded" / home / results.lab / f"{results.lab}.ipynb"
            found[row] = notebook._replace(signs=(*notebook.signs, *_refusals(path)))
    return found


def _refusals(path: Path) -> Iterator[Sign]:
    try:
        cells = json.loads(content_of(path))["cells"]
    except (UnreadableError, ValueError, KeyError, TypeError):
        return
    for cell in cells:
        where = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id", "a cell of their own")
        for output in cell.get("outputs", []):
            if output.get("output_type") == "error":
                yield from signs_of_refusal(f"{output.get('ename')}: {output.get('evalue')}", where)
