"""How a submission's cells are run: nbgrader's Execute, made to survive what it does not."""

from __future__ import annotations

from typing import Any

from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from traitlets import Integer, List

from course_utils.checking.verdict import MIME_TYPE

TIMED_OUT = "CellTimeoutError"
DIED = "DeadKernelError"
FILLED = "DiskFullError"
# The kernel's remark that it talks over TCP on this machine would fill the terminal.
QUIET_KERNEL = ["--IPKernelApp.log_level=ERROR"]


class _StuckKernelError(Exception):
    """The kernel didn't come back after an interrupt; the cell that holds it up is already marked."""


class ExecuteInKernel(Execute):
    """nbgrader's Execute with three differences.

    - Cells of the course that only show something (tag `demo`, no grade id) are left out: no graded cell depends on them.
    - A cell that kills the kernel, or never lets it answer again, costs itself and no other: the kernel is replaced, and the
      other cells are run again without it.
    - A test cell that ends without a verdict is marked as an error. nbgrader would give it full points.
    """

    extra_arguments = List(QUIET_KERNEL).tag(config=True)
    timeout = Integer(25, allow_none=True).tag(config=True)
    most_restarts = Integer(4, help="After so many lost kernels the cells that are left are marked as not run.").tag(
        config=True
    )

    def preprocess(self, nb: NotebookNode, resources: Any = None, km: Any = None) -> tuple[NotebookNode, Any]:
        """Run the notebook's cells; return it with their outputs."""
        self._fatal: dict[int, str] = {}
        while True:
            self._current = 0
            self._overdue: int | None = None
            try:
                nb, resources = super().preprocess(nb, resources, km)
                break
            except DeadKernelError:
                self._fatal[self._current] = DIED
            except _StuckKernelError:
                pass
            if len(self._fatal) > self.most_restarts:
                _mark_rest(nb, self._fatal)
                break
        for cell in nb.cells:
            _demand_verdict(cell)
        return nb, resources

    def preprocess_cell(self, cell: NotebookNode, resources: Any, index: int) -> tuple[NotebookNode, Any]:
        """Run one cell, unless it is left out or known to be fatal."""
        self._current = index
        if cell.cell_type != "code" or is_shown_only(cell):
            return cell, resources
        if index in self._fatal:
            cell.outputs = [stop_output(self._fatal[index])]
            return cell, resources
        result: tuple[NotebookNode, Any] = super().preprocess_cell(cell, resources, index)
        if not any(output.get("ename") == TIMED_OUT for output in cell.outputs):
            self._overdue = None
        elif self._overdue is None:
            self._overdue = index  # interrupted; perhaps the kernel is free again
        else:
            self._fatal[self._overdue] = TIMED_OUT
            raise _StuckKernelError
        return result


def is_shown_only(cell: NotebookNode) -> bool:
    """Tell whether a cell only shows something, so that grading may leave it out."""
    return "demo" in cell.metadata.get("tags", []) and not cell.metadata.get("nbgrader", {}).get("grade_id")


def stop_output(reason: str) -> NotebookNode:
    """Return the output of a cell that could not be run to its end."""
    text = {
        TIMED_OUT: "The cell did not come to an end and was stopped.",
        DIED: "The cell ended the whole Python process.",
        FILLED: "The cell wrote more files, or larger ones, than a lab needs.",
    }[reason]
    return new_output("error", ename=reason, evalue=text, traceback=[f"{reason}: {text}"])


def verdict_of(cell: NotebookNode) -> dict[str, Any] | None:
    """Return the verdict that a test cell's result carries, as plain data."""
    for output in cell.get("outputs", []):
        record = output.get("data", {}).get(MIME_TYPE) if output.output_type == "execute_result" else None
        if isinstance(record, dict):
            return record
    return None


def _demand_verdict(cell: NotebookNode) -> None:
    is_test = cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"
    if is_test and verdict_of(cell) is None and not any(output.output_type == "error" for output in cell.outputs):
        message = "The test cell ended without a verdict."
        cell.outputs.append(new_output("error", ename="NoVerdict", evalue=message, traceback=[message]))


def _mark_rest(notebook: NotebookNode, fatal: dict[int, str]) -> None:
    """Mark every test cell that was not run: too many cells of this notebook took their kernel down."""
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.outputs = [stop_output(fatal[max(fatal)])]
