"""What nbgrader_config.py puts in nbgrader's feedback step: where the marks come from, and how the page is made."""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor
from traitlets import Unicode

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
        made = page(notebook, resources["nbgrader"]["marks"], delimiters)
        return made.encode("utf-8", "replace").decode("utf-8"), resources
