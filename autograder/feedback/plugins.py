"""What nbgrader_config.py puts in nbgrader's feedback step and in its Formgrader: where the marks come from, how a page is made."""

from __future__ import annotations

from typing import Any

from jinja2 import pass_context
from nbconvert.exporters import Exporter
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor
from traitlets import Unicode

from autograder.feedback import cells
from autograder.feedback.hidden_tests import Delimiters
from autograder.feedback.marks import Mark, Marks
from autograder.feedback.page import page


class ReadMarks(NbGraderPreprocessor):
    """Reads a submission's points and comments from the gradebook, as nbgrader's GetGrades does, in one go."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Put the marks among the resources; the notebook stays as it is."""
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            found = gradebook.find_submission_notebook(about["notebook"], about["assignment"], about["student"])
            names = (found.student.first_name, found.student.last_name)
            about["marks"] = Marks(
                student=about["student"],
                lab=about["assignment"],
                name=" ".join(name for name in names if name),
                score=found.score,
                max_score=found.max_score,
                late_penalty=found.late_submission_penalty or 0.0,
                marks={
                    grade.name: Mark(grade.score, grade.max_score, bool(grade.needs_manual_grade))
                    for grade in found.grades
                },
                comments={comment.name: comment.comment for comment in found.comments if comment.comment},
            )
        return nb, resources


class FeedbackPage(Exporter):
    """Makes of a graded notebook a page that is safe to open, whatever a student has put in it, and that needs no network."""

    file_extension = Unicode(".html")
    export_from_notebook = None  # it needs a gradebook: not for the menu of JupyterLab

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page, and the resources as the preprocessors leave them."""
        notebook, resources = super().from_notebook_node(nb, resources, **kw)
        rules = ClearHiddenTests(parent=self)
        delimiters = Delimiters(rules.begin_test_delimeter, rules.end_test_delimeter)
        return _whole(page(notebook, resources["nbgrader"]["marks"], delimiters)), resources


class HarmlessOutputs(Preprocessor):
    """Takes from the outputs and raw cells of a notebook, for the Formgrader's view of it, whatever runs, loads or covers."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Leave one kind of each output, cleaned. What is printed, and errors, Jupyter shows as text by itself."""
        del index
        for output in cell.get("outputs", []):
            if "data" in output:
                output.data = {"text/html": _whole(cells.displayed(output.data))}
                output.metadata = {}
            elif "text" in output:
                output.text = _whole(output.text)
            elif "traceback" in output:
                output.traceback = [_whole(line) for line in output.traceback]
        cell.source = _whole(cells.as_written(cell.source) if cell.cell_type == "raw" else cell.source)
        return cell, resources


@pass_context
def harmless_markdown(context: Any, source: str) -> str:
    """Return a cell's Markdown as HTML without anything that runs, loads or covers: a filter for the Formgrader's pages."""
    cell = context.get("cell") or {}
    return _whole(cells.markdown(source, cell.get("attachments")))


def _whole(text: str) -> str:
    """Return text without halves of characters, which JSON can name and no page can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
