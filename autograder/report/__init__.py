"""The report on a class: pages to read and to mail, and every number as CSV."""

from autograder.report.writing import write_report

__all__ = ["write_report"]
