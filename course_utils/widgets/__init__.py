"""Things to play with in a lab: live pictures, sliders, steps, progress, a pad to draw on. Thin shells over tested functions."""

from course_utils.widgets.bowl import bowl
from course_utils.widgets.bowls import bowls
from course_utils.widgets.digit import draw_digit
from course_utils.widgets.error_surface import error_surface
from course_utils.widgets.explore_alpha import explore_alpha
from course_utils.widgets.outputs import outputs
from course_utils.widgets.pad import DrawingPad, drawing_pad
from course_utils.widgets.progress_bar import progress
from course_utils.widgets.reading import watch_training
from course_utils.widgets.sliders import play
from course_utils.widgets.steps import stepper

__all__ = [
    "DrawingPad",
    "bowl",
    "bowls",
    "draw_digit",
    "drawing_pad",
    "error_surface",
    "explore_alpha",
    "outputs",
    "play",
    "progress",
    "stepper",
    "watch_training",
]
