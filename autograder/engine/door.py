"""nbgrader's way in: `nbgrader autograde` and the Formgrader's button run submissions through the same engine."""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool

from autograder.build import read_for_grading
from autograder.course import find_course
from autograder.engine.examiner import Zygote, run_notebook
from autograder.seeds import seed_of
from autograder.submissions import tidied


class ExecuteInSandbox(NbGraderPreprocessor):
    """Takes the place of nbgrader's Execute: the cells run in a sandboxed process, the source's test cells in this one."""

    all_cells = Bool(False, help="Run the cells too that only show something, and draw figures.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the submission with its test cells from the source, run."""
        lab, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        course = find_course(Path(resources["metadata"]["path"]))
        source, _ = read_for_grading(course, lab)
        notebook = tidied(nb, source)
        return run_notebook(
            notebook, _zygote(), lab=lab, seed=seed_of(course, student, lab), all_cells=self.all_cells
        ), resources


@cache
def _zygote() -> Zygote:
    zygote = Zygote()
    atexit.register(zygote.close)
    return zygote
