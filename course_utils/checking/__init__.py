"""The check that answers at once: calls a function, compares its answers with a table, and shows a verdict."""

from course_utils.checking.desk import LabDesk, start_lab
from course_utils.checking.progress import Progress, progress
from course_utils.checking.verdict import State, Verdict

__all__ = ["LabDesk", "Progress", "State", "Verdict", "progress", "start_lab"]
