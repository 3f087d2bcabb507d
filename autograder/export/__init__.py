"""Exports: the class's grades for a spreadsheet, for Canvas, for Moodle, or as JSON, as plug-ins of nbgrader's."""

from autograder.export.plugins import CanvasExport, CsvExport, JsonExport, MoodleExport

FORMATS = {"csv": CsvExport, "canvas": CanvasExport, "moodle": MoodleExport, "json": JsonExport}

__all__ = ["FORMATS", "CanvasExport", "CsvExport", "JsonExport", "MoodleExport"]
