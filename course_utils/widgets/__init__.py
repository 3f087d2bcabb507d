"""Things to play with in a lab: sliders, steps, progress, a pad to draw on. Thin shells over tested functions."""

from course_utils.widgets.pad import DrawingPad, drawing_pad
from course_utils.widgets.progress_bar import progress
from course_utils.widgets.sliders import play
from course_utils.widgets.steps import stepper

__all__ = ["DrawingPad", "drawing_pad", "play", "progress", "stepper"]
