"""The pictures of the course: every function takes numbers and returns a Picture; none needs a notebook."""

from course_utils.figures.bowl import error_curve
from course_utils.figures.contours import error_contours, surface_slices
from course_utils.figures.curves import curve, learning_curve
from course_utils.figures.digits import digit, digits, pixel_products, weight_images
from course_utils.figures.matrix import grid
from course_utils.figures.network import network
from course_utils.figures.path import error_path
from course_utils.figures.scores import score_histogram, scores
from course_utils.figures.surface import error_surface
from course_utils.figures.weights import weight_curves

__all__ = [
    "curve",
    "digit",
    "digits",
    "error_contours",
    "error_curve",
    "error_path",
    "error_surface",
    "grid",
    "learning_curve",
    "network",
    "pixel_products",
    "score_histogram",
    "scores",
    "surface_slices",
    "weight_curves",
    "weight_images",
]
