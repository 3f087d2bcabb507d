"""What the labs import: data, pictures, widgets and the check. Holds no answers."""

from course_utils import figures, mnist, widgets
from course_utils.checking import start_lab
from course_utils.prediction import compare_prediction

__all__ = ["compare_prediction", "figures", "mnist", "start_lab", "widgets"]
