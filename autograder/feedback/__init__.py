"""Feedback: a page for each graded submission, by nbgrader's own feedback step, with nothing in it that runs or that is hidden."""

from __future__ import annotations

from autograder.feedback.writing import Page, graded_work, write_feedback

__all__ = ["Page", "graded_work", "write_feedback"]
