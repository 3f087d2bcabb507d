"""What the labs import: data, pictures, widgets and the check. Holds no answers."""

from course_utils import figures, mnist, widgets
from course_utils.checking import progress, start_lab
from course_utils.prediction import compare_prediction

__all__ = ["compare_prediction", "figures", "mnist", "progress", "start_lab", "widgets"]
