"""Every picture of the course: its words hold the numbers, its lines hold the mathematics, its text can be read."""

from __future__ import annotations

import copy
import inspect
import math
from unittest import mock

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.text import Text
from mpl_toolkits.mplot3d.art3d import Text3D

from course_utils import figures
from course_utils.figures.digits import FOR_AGAINST
from course_utils.figures.drawing import spread
from course_utils.picture import VERMILLION, Picture

INPUTS, WEIGHTS, NAMES = [8.5, 0.65, 1.2], [0.1, 0.2, -0.1], ["toes", "record", "fans"]
MATRIX = [[0.1, 0.1, -0.3], [0.1, 0.2, 0.0], [0.0, 1.3, 0.1]]
OUTPUTS = ["hurt", "win", "sad"]
DIGIT = np.zeros((28, 28), dtype=np.uint8)
DIGIT[4:24, 13:15] = 255  # a one


def one_weight(value, alpha, steps, weight=0.1, true=1.0):
    path = [weight]
    for _ in range(steps):
        path.append(path[-1] - alpha * value * (value * path[-1] - true))
    return path


def several_weights(alpha, steps, frozen=()):
    inputs, path = np.array(INPUTS), [np.array(WEIGHTS)]
    for _ in range(steps):
        weight_deltas = inputs * (inputs @ path[-1] - 1)
        weight_deltas[list(frozen)] = 0
        path.append(path[-1] - alpha * weight_deltas)
    return path


FROZEN = several_weights(0.3, 8, [0])
CASES = {
    "network: one weight": (
        lambda: figures.network(
            8.5,
            0.1,
            input_names=["toes"],
            output_names=["win?"],
            preds=0.85,
            trues=1,
            errors=0.0225,
            deltas=-0.15,
            weight_deltas=-1.275,
        ),
        ["toes 8.5", "weights [0.1]", "pred 0.85", "true 1", "error 0.0225", "delta -0.15", "weight_deltas [-1.275]"],
    ),
    "network: only the weight": (lambda: figures.network(8.5, 0.1), ["input 8.5", "weights [0.1]"]),
    "network: three inputs": (
        lambda: figures.network(
            INPUTS,
            WEIGHTS,
            input_names=NAMES,
            preds=0.86,
            errors=0.0196,
            deltas=-0.14,
            weight_deltas=[-1.19, -0.091, -0.168],
            frozen=[0],
        ),
        ["pred 0.86", "error 0.0196", "delta -0.14", "[-1.19, -0.091, -0.168]", "frozen: weights[0]"],
    ),
    "network: three outputs": (
        lambda: figures.network(
            0.65,
            [0.3, 0.2, 0.9],
            output_names=OUTPUTS,
            preds=[0.195, 0.13, 0.585],
            deltas=[0.095, -0.87, 0.485],
            weight_deltas=[0.06175, -0.5655, 0.31525],
        ),
        ["hurt: weights [0.3], pred 0.195, delta 0.095, weight_deltas [0.06175]", "sad: weights [0.9], pred 0.585"],
    ),
    "network: three and three": (
        lambda: figures.network(
            INPUTS,
            MATRIX,
            input_names=NAMES,
            output_names=OUTPUTS,
            preds=[0.555, 0.98, 0.965],
            trues=[0.1, 1, 0.1],
            errors=[0.207025, 0.0004, 0.748225],
            deltas=[0.455, -0.02, 0.865],
            weight_deltas=np.outer([0.455, -0.02, 0.865], INPUTS),
            frozen=[(1, 2)],
        ),
        [
            "hurt: weights [0.1, 0.1, -0.3], pred 0.555, true 0.1, error 0.207",
            "error 0.0004, delta -0.02",
            "frozen: weights[2]",
        ],
    ),
    "network: four and two": (
        lambda: figures.network([1, 2, 3, 4], np.arange(8).reshape(2, 4)),
        ["output 1: weights [4, 5, 6, 7]"],
    ),
    "error curve": (
        lambda: figures.error_curve(8.5, 1, 0.1),
        [
            "pred 0.85",
            "error 0.0225",
            "delta -0.15",
            "weight_delta -1.275",
            "slope -2.55",
            "error is 0 at weight 0.1176",
        ],
    ),
    "error curve: a step": (
        lambda: figures.error_curve(8.5, 1, 0.1, alpha=0.01, span=(0.05, 0.185)),
        ["alpha 0.01", "new weight is 0.1128"],
    ),
    "error curve: a step too far": (lambda: figures.error_curve(8.5, 1, 0.1, alpha=1), ["new weight is 1.375"]),
    "error curve: at the bottom": (lambda: figures.error_curve(8.5, 1, 1 / 8.5, alpha=0.01), ["error 0,", "slope 0;"]),
    "error curve: input 0": (
        lambda: figures.error_curve(0, 1, 0.1, alpha=0.01),
        ["weight_delta 0", "flat", "new weight is 0.1."],
    ),
    "error curve: negative input": (
        lambda: figures.error_curve(-8.5, 1, 0.1, alpha=0.01),
        ["slope 31.45", "weight -0.1176"],
    ),
    "error curve: huge": (lambda: figures.error_curve(8.5, 1, 1e12, alpha=0.1), ["error 7.225e25"]),
    "error curve: outside its span": (
        lambda: figures.error_curve(8.5, 1, 5, alpha=0.01, span=(0, 0.2)),
        ["at weight 5"],
    ),
    "error path": (
        lambda: figures.error_path(8.5, 1, one_weight(8.5, 0.01, 6)),
        ["weight 0.1 (error 0.0225)", "after 6 updates"],
    ),
    "error path: swings": (
        lambda: figures.error_path(8.5, 1, one_weight(8.5, 0.0249, 10)),
        ["after 10 updates is at 0.1158"],
    ),
    "error path: diverges": (
        lambda: figures.error_path(8.5, 1, one_weight(8.5, 0.1, 12)),
        ["Update 2 leaves the picture", "at -5.975e7 (error 2.579e17)"],
    ),
    "error path: never in the span": (
        lambda: figures.error_path(8.5, 1, [3, 4], span=(0, 0.2)),
        ["All of it is outside"],
    ),
    "error path: comes back": (
        lambda: figures.error_path(8.5, 1, [0.3, 0.1, 0.12], span=(0, 0.2)),
        ["1 point of it outside"],
    ),
    "error path: input 0": (
        lambda: figures.error_path(0, 1, [0.1, 0.1]),
        ["flat", "after 1 update is at 0.1 (error 1)"],
    ),
    "learning curve": (
        lambda: figures.learning_curve([0.0225, 0.00173264, 0.000133424]),
        ["error 0.0225 at first, 0.0001334 at iteration 3"],
    ),
    "learning curve: two": (
        lambda: figures.learning_curve(
            {"hot and cold": [1, 0.5, 0.25], "descent": [1, 0.1]}, every={"hot and cold": 3}, x_label="predictions"
        ),
        ["hot and cold: error 1 at first, 0.25 at predictions 6", "descent: error 1 at first, 0.1 at predictions 1"],
    ),
    "learning curve: many": (
        lambda: figures.learning_curve({f"alpha {k}": np.exp(-k * np.arange(9.0)) for k in range(8)}, log=True),
        ["alpha 7"],
    ),
    "learning curve: diverges": (
        lambda: figures.learning_curve([0.0196, 0.8, 33, 1361, 5.6e4, 1e12]),
        ["1e12 at iteration 6", "logarithmic"],
    ),
    "learning curve: down to 0": (
        lambda: figures.learning_curve({"a": [1, 0.1, 0], "b": [0.0, 0.0]}, log=True),
        ["a: error 1 at first, 0 at"],
    ),
    "learning curve: a single error": (lambda: figures.learning_curve([0.5], log=True), ["error 0.5."]),
    "weight curves: before": (
        lambda: figures.weight_curves(INPUTS, 1, [WEIGHTS], names=NAMES),
        ["slopes [-2.38, -0.182, -0.336]", "error 0.0196"],
    ),
    "weight curves: frozen": (
        lambda: figures.weight_curves(INPUTS, 1, FROZEN, names=NAMES, frozen=[0]),
        ["toes is frozen", "After 8 updates"],
    ),
    "weight curves: one span each": (
        lambda: figures.weight_curves(INPUTS, 1, FROZEN, span=[(0, 0.2), (0, 0.5), (-1, 1)]),
        ["weights[2]"],
    ),
    "weight curves: diverge": (
        lambda: figures.weight_curves(INPUTS, 1, several_weights(0.1, 8), names=NAMES),
        ["1.597e11 now"],
    ),
    "contours": (
        lambda: figures.error_contours(INPUTS, 1, FROZEN[-1], path=FROZEN, names=NAMES, frozen=[0]),
        ["toes (frozen) and record", "Path of 8 updates from [0.1, 0.2, -0.1], error 0.0196"],
    ),
    "contours: two purchases": (
        lambda: figures.error_contours([[3, 2], [1, 4]], [7, 9], [0.3, 3], names=["apple", "pear"]),
        ["error 10.9"],
    ),
    "contours: flat": (lambda: figures.error_contours([0, 0, 1], 1, WEIGHTS), ["error 1.21"]),
    "contours: path leaves": (
        lambda: figures.error_contours([3, 2], 7, [9, 9], path=[[1, 1], [9, 9]], span=(0, 4)),
        ["Update 1 leaves"],
    ),
    "surface": (
        lambda: figures.error_surface(INPUTS, 1, FROZEN[-1], pair=(1, 2), path=FROZEN, names=NAMES),
        ["record and fans", "8 updates"],
    ),
    "slices": (
        lambda: figures.surface_slices(INPUTS, 1, WEIGHTS, names=NAMES),
        ["Slopes [-2.38, -0.182]", "error 0.0196"],
    ),
    "slices: flat": (lambda: figures.surface_slices([0, 0], 0, [0, 0]), ["Slopes [0, 0]"]),
    "grid": (
        lambda: figures.grid(
            np.outer([0.455, -0.02], INPUTS),
            row_names=OUTPUTS[:2],
            column_names=NAMES,
            title="weight_deltas[output][input]",
        ),
        [
            "weight_deltas[output][input], 2 by 3, columns toes, record, fans",
            "hurt: [3.868, 0.2958, 0.546]; win: [-0.17, -0.013, -0.024]",
        ],
    ),
    "grid: twelve columns": (lambda: figures.grid(np.linspace(-1, 1, 36).reshape(3, 12)), ["3 by 12"]),
    "curve": (
        lambda: figures.curve(
            {"squared": lambda x: (x - 1) ** 2, "flat": lambda _: 0.5},
            0,
            3,
            marks=[(0.85, 0.0225, "here")],
            x_label="pred",
        ),
        ["squared: 1 at 0, 4 at 3", "flat: 0.5 at 0", "here at (0.85, 0.0225)", "over pred"],
    ),
    "digit": (lambda: figures.digit(DIGIT, title="a 1"), ["a 1", "40 of 784 pixels", "largest is 255"]),
    "digit: a row of pixels": (lambda: figures.digit(DIGIT.ravel() / 255), ["largest is 1."]),
    "digits": (lambda: figures.digits([DIGIT] * 12, [1] * 12), ["12 images", "1, 1, 1"]),
    "digits: long titles": (lambda: figures.digits([DIGIT] * 10, titles=["true 1, said 7"] * 10), ["true 1, said 7"]),
    "pixel products": (
        lambda: figures.pixel_products(DIGIT / 255, np.where(np.arange(784) % 28 == 13, 1, -0.25), title="a 1"),
        ["for 20, against -5, sum 15"],
    ),
    "weight images": (
        lambda: figures.weight_images(np.eye(10, 784), names=OUTPUTS + NAMES + list("abcd")),
        ["hurt: 0 to 1", "grey 0"],
    ),
    "weight image": (lambda: figures.weight_images(DIGIT / 255 - 0.5), ["-0.5 to 0.5"]),
    "scores": (
        lambda: figures.scores([0.1, -0.2, 0.9, 0.3], label=3),
        ["0 0.1, 1 -0.2, 2 0.9, 3 0.3", "Largest: 2", "True: 3, not as said"],
    ),
    "scores: as said": (
        lambda: figures.scores([-3, -2, -1], names=OUTPUTS, label=2),
        ["Largest: sad", "True: sad, as said"],
    ),
    "score histogram": (
        lambda: figures.score_histogram([-2, -1, 1, 3, 0.5], [False, False, False, True, True]),
        ["threshold 0", "2 of 3 seven, 2 of 2 three", "80 % in all"],
    ),
    "score histogram: threshold 5": (
        lambda: figures.score_histogram(np.arange(9.0), np.arange(9) > 4, threshold=5),
        ["5 of 5 seven, 3 of 4 three"],
    ),
}
every_case = pytest.mark.parametrize(("make", "words"), CASES.values(), ids=CASES.keys())


@every_case
def test_the_words_of_a_picture_hold_its_numbers(make, words):
    alt = make().alt
    assert [word for word in words if word not in alt] == []
    assert "\n" not in alt


@every_case
def test_a_picture_is_drawn_at_a_width_that_fits_a_notebook(make, words):
    picture = make()
    assert picture.png().startswith(b"\x89PNG")
    assert picture.get_size_inches()[0] * 96 <= 760


def drawn_texts(picture: Picture) -> list[tuple[str, float, object]]:
    """Return each text that was drawn, its size in points and its box in dots."""
    drawn: list[Text] = []
    draw = Text.draw

    def recording(self, renderer):
        unseen = not self.get_visible() or self.get_alpha() == 0 or not self.get_text().strip()
        if not unseen and not isinstance(self, Text3D):  # those don't know their own place
            drawn.append(self)
        draw(self, renderer)

    with mock.patch.object(Text, "draw", recording):
        picture.png()
    return [(text.get_text(), text.get_fontsize(), Text.get_window_extent(text)) for text in dict.fromkeys(drawn)]


@every_case
def test_no_text_is_clipped_or_too_small(make, words):
    picture = make()
    width, height = picture.bbox.size
    texts = drawn_texts(picture)
    outside = [text for text, _, box in texts if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height]
    assert outside == []
    assert [text for text, size, _ in texts if size < 9] == []


CROWDED = {
    "contours",
    "contours: two purchases",
    "contours: flat",
    "contours: path leaves",
    "surface",
    "slices",
    "slices: flat",
}


@pytest.mark.parametrize("name", [name for name in CASES if name not in CROWDED])  # those are full of numbers on lines
def test_no_two_texts_overlap(name):
    texts = drawn_texts(CASES[name][0]())
    overlapping = [
        (one, other)
        for place, (one, _, box) in enumerate(texts)
        for other, _, second in texts[place + 1 :]
        if min(box.x1, second.x1) - max(box.x0, second.x0) > 2 and min(box.y1, second.y1) - max(box.y0, second.y0) > 4
    ]
    assert overlapping == []


def test_every_picture_of_the_package_is_in_the_cases():
    called = {name for make, _ in CASES.values() for name in make.__code__.co_names}
    assert set(figures.__all__) <= called


def test_all_options_are_keyword_only():
    assert list(inspect.signature(figures.error_curve).parameters) == ["input", "true", "weight", "alpha", "span"]
    for name in figures.__all__:
        parameters = inspect.signature(getattr(figures, name)).parameters.values()
        positional = [
            each.name
            for each in parameters
            if each.kind == each.POSITIONAL_OR_KEYWORD and each.default is not each.empty
        ]
        assert positional in ([], ["labels"]), name


LISTS_OR_ARRAYS = [
    (figures.network, (INPUTS, MATRIX), {"preds": [1, 2, 3], "weight_deltas": MATRIX}),
    (figures.error_path, (8.5, 1, [0.1, 0.11]), {}),
    (figures.learning_curve, ([0.3, 0.2, 0.1],), {}),
    (figures.weight_curves, (INPUTS, 1, [WEIGHTS, WEIGHTS]), {}),
    (figures.error_contours, (INPUTS, 1, WEIGHTS), {"path": [WEIGHTS, WEIGHTS]}),
    (figures.error_surface, (INPUTS, 1, WEIGHTS), {"path": [WEIGHTS, WEIGHTS]}),
    (figures.surface_slices, (INPUTS, 1, WEIGHTS), {}),
    (figures.grid, (MATRIX,), {}),
    (figures.digit, ([[0] * 28] * 28,), {}),
    (figures.digits, ([[0] * 784] * 3, [1, 2, 3]), {}),
    (figures.pixel_products, ([1] * 784, [2] * 784), {}),
    (figures.weight_images, ([[1] * 784] * 2,), {}),
    (figures.scores, ([1, 2, 3],), {}),
    (figures.score_histogram, ([1, 2, 3], [0, 1, 1]), {}),
]


@pytest.mark.parametrize(
    ("draw", "args", "options"), LISTS_OR_ARRAYS, ids=[draw.__name__ for draw, *_ in LISTS_OR_ARRAYS]
)
def test_lists_and_arrays_give_the_same_picture_and_stay_as_they_were(draw, args, options):
    as_arrays = [np.array(value) if isinstance(value, list) else value for value in args]
    kept = copy.deepcopy((args, as_arrays))
    from_lists, from_arrays = draw(*args, **options), draw(*as_arrays, **options)
    assert (from_lists.alt, from_lists.png()) == (from_arrays.alt, from_arrays.png())
    assert args == kept[0]
    assert all(np.array_equal(one, other) for one, other in zip(as_arrays, kept[1], strict=True))


# The mathematics in the lines


def lines_of(axes):
    return [(np.asarray(line.get_xdata(), float), np.asarray(line.get_ydata(), float)) for line in axes.lines]


def test_the_error_curve_is_the_squared_error_and_its_tangent_has_twice_the_weight_delta():
    axes = figures.error_curve(8.5, 1, 0.1).axes[0]
    curve, *_ = lines_of(axes)
    tangent = next(line for line in axes.lines if line.get_color() == VERMILLION)
    assert curve[1] == pytest.approx((8.5 * curve[0] - 1) ** 2)
    (x0, x1), (y0, y1) = tangent.get_data()
    assert (y1 - y0) / (x1 - x0) == pytest.approx(2 * -1.275)
    assert tangent.get_linestyle() == "--"


def test_a_path_that_diverges_keeps_its_first_steps_in_sight():
    axes = figures.error_path(8.5, 1, [*one_weight(8.5, 0.1, 40), math.inf, math.nan]).axes[0]
    low, high = axes.get_xlim()
    assert low < 0.1 < high < 1
    assert all(np.nanmax(np.abs(values)) < 100 for line in lines_of(axes) for values in line)


def test_a_path_says_where_its_numbers_end():
    alt = figures.error_path(8.5, 1, [0.1, 1e50, 1e120, math.inf]).alt
    assert "after 1 update is at 1e50" in alt
    assert "too large to draw" in alt


def test_a_learning_curve_that_diverges_has_a_logarithmic_axis_and_ends_before_the_infinite():
    picture = figures.learning_curve({"alpha 0.1": [0.02, 1e6, 1e12, math.inf, math.nan], "alpha 0.01": [0.02, 0.01]})
    assert picture.axes[0].get_yscale() == "log"
    assert [len(x) for x, _ in lines_of(picture.axes[0])] == [3, 2]
    assert "too large to draw: alpha 0.1." in picture.alt


def test_a_learning_curve_that_converges_has_a_plain_axis():
    assert figures.learning_curve([0.02, 0.01]).axes[0].get_yscale() == "linear"


def test_the_axis_of_an_error_begins_at_0():
    low, high = figures.learning_curve([0.9, 0.7, 0.6]).axes[0].get_ylim()
    assert -0.1 < low <= 0
    assert 0.9 < high < 1


def test_the_texts_of_marked_points_keep_clear_of_each_other_and_of_the_points():
    marks = [(0.3, 0.01, "hurt 0.3"), (0.32, 0.011, "sad 0.32"), (0.35, 0.02, "win 0.35"), (3, 4, "end")]
    texts = drawn_texts(figures.curve({"squared": lambda x: (x - 0.3) ** 2}, -1, 3, marks=marks))
    boxes = [box for text, _, box in texts if text in {mark[2] for mark in marks}]
    assert len(boxes) == 4
    assert not any(one.overlaps(other) for place, one in enumerate(boxes) for other in boxes[place + 1 :])


def test_predictions_per_step_stretch_a_series():
    axes = figures.learning_curve({"a": [3, 2, 1], "b": [3, 2, 1]}, every={"a": 3, "b": 1}).axes[0]
    assert [list(x) for x, _ in lines_of(axes)] == [[0, 3, 6], [0, 1, 2]]


def test_series_differ_in_more_than_colour():
    axes = figures.learning_curve({f"{k}": np.ones(30) for k in range(6)}).axes[0]
    assert (
        len({line.get_linestyle() if line.get_linestyle() != "--" else str(line._dash_pattern) for line in axes.lines})
        == 6
    )


def test_weight_curves_share_the_error_axis_and_their_width():
    axes = figures.weight_curves(INPUTS, 1, [WEIGHTS]).axes
    assert len({each.get_ylim() for each in axes}) == 1
    assert np.ptp([np.ptp(each.get_xlim()) for each in axes]) == pytest.approx(0)


def test_a_weight_curve_is_the_error_over_one_weight_with_the_others_held():
    axes = figures.weight_curves(INPUTS, 1, [WEIGHTS]).axes[1]
    x, y = lines_of(axes)[0]
    assert y == pytest.approx((8.5 * 0.1 + 0.65 * x + 1.2 * -0.1 - 1) ** 2)


def test_a_frozen_weight_has_dashed_curves_and_says_so():
    frozen, free, _ = figures.weight_curves(INPUTS, 1, FROZEN, names=NAMES, frozen=[0]).axes
    assert {axes.lines[0].get_linestyle() for axes in (frozen, free)} == {"--", "-"}
    assert "toes (frozen)" in [text.get_text() for text in frozen.texts]


def test_the_valley_line_is_where_the_error_is_0():
    axes = figures.error_contours([3, 2], 7, [0.3, 3], span=(0, 4)).axes[0]
    x, y = next((x, y) for x, y in lines_of(axes) if len(x) == 2 and np.ptp(x) > 1)
    assert 3 * x + 2 * y == pytest.approx([7, 7])


def test_with_a_second_purchase_the_least_error_is_a_point():
    axes = figures.error_contours([[3, 2], [1, 4]], [7, 9], [0.3, 3]).axes[0]
    assert "least error: 0" in [text.get_text() for text in axes.texts]
    assert any(x == pytest.approx([1]) and y == pytest.approx([2]) for x, y in lines_of(axes))


def test_contours_have_the_same_scale_on_both_axes():
    axes = figures.error_contours(INPUTS, 1, FROZEN[-1], path=FROZEN).axes[0]
    assert np.ptp(axes.get_xlim()) == pytest.approx(np.ptp(axes.get_ylim()))
    assert axes.bbox.width == pytest.approx(axes.bbox.height)


def test_a_matrix_is_white_at_0_however_lopsided_it_is():
    image = figures.grid([[0.0, 7.0], [-0.1, 1.0]]).axes[0].images[0]
    assert image.norm(0.0) == pytest.approx(0.5)


@pytest.mark.parametrize(("weight", "lightness"), [(-1.0, 0.1), (0.0, 0.54), (1.0, 0.9)])
def test_weight_images_are_dark_against_grey_at_0_and_bright_for(weight, lightness):
    weights = np.full(784, weight)
    weights[0] = 3 * np.sign(weight) if weight else 1
    image = figures.weight_images(weights).axes[0].images[0]
    shade = FOR_AGAINST(image.norm(weights[0] if weight else 0.0))
    assert np.mean(shade[:3]) == pytest.approx(lightness, abs=0.25)
    if not weight:
        assert to_hex(shade) == "#8a8a8a"


def test_a_few_huge_weights_dont_make_the_image_of_the_others_grey():
    weights = np.linspace(-1, 1, 784)
    weights[300] = 80
    low, high = figures.weight_images(weights).axes[0].images[0].get_clim()
    assert (low, high) == pytest.approx((-1.5, 1.5), rel=0.05)


@pytest.mark.parametrize(
    ("image", "white"), [(DIGIT, 255), (DIGIT / 255, 1), (DIGIT * 0, 1), (DIGIT // 2, 255), (DIGIT / 51, 5)]
)
def test_a_digit_is_black_at_0_and_white_at_the_top_of_its_scale(image, white):
    assert figures.digit(image).axes[0].images[0].get_clim() == (0, white)


def test_names_at_the_ends_of_lines_are_moved_apart_in_order():
    assert list(spread([1, 2, 50], 10, 0, 100)) == [1, 11, 50]
    assert list(spread([99, 98, 97], 10, 0, 100)) == [100, 90, 80]
    assert list(spread([], 10, 0, 100)) == []


# What bad input gets

BAD = [
    (lambda: figures.network([1, 2], [1, 2, 3]), ValueError, "weights: expected 2 numbers, found 3"),
    (lambda: figures.network("toes", [1]), TypeError, "inputs: expected a list of numbers, found the text 'toes'"),
    (lambda: figures.network([1, 2], [[1, 2], [1]]), ValueError, "weights: expected rows of one length"),
    (lambda: figures.network([1, 2], [1, 2], preds=[1, 2]), ValueError, "preds: expected 1 numbers, found 2"),
    (lambda: figures.network([1, 2], [1, 2], preds=math.nan), ValueError, "preds: expected a finite number"),
    (lambda: figures.network([1, 2], [1, 2], input_names=["toes"]), ValueError, "input_names: expected 2, found 1"),
    (lambda: figures.network([1, 2], [1, 2], input_names="ab"), TypeError, "input_names: expected a list of 2 names"),
    (lambda: figures.network([1, 2], [1, 2], frozen=[2]), ValueError, "frozen: expected an index from 0 to 1, found 2"),
    (lambda: figures.network([1, 2], [1, 2], frozen=0), TypeError, "frozen: expected a list"),
    (lambda: figures.network([1, 2], [[1, 2]], frozen=[0]), ValueError, "frozen: expected pairs"),
    (lambda: figures.network(np.ones(13), np.ones(13)), ValueError, "expected 1 to 12 inputs and outputs, found 13"),
    (lambda: figures.error_curve([8.5], 1, 0.1), TypeError, "input: expected one number, found a list of 1"),
    (lambda: figures.error_curve(8.5, 1, math.inf), ValueError, "weight: expected a finite number"),
    (lambda: figures.error_curve(8.5, 1, 1e60), ValueError, "error: expected at most 1e+100"),
    (lambda: figures.error_curve(8.5, 1, 0.1, alpha=0), ValueError, "alpha: expected a number above 0"),
    (lambda: figures.error_curve(8.5, 1, 0.1, alpha=math.nan), ValueError, "alpha: expected a finite number"),
    (lambda: figures.error_curve(8.5, 1, 0.1, span=(1, 0)), ValueError, "span: expected the lower end first"),
    (lambda: figures.error_curve(8.5, 1, 0.1, span=3), TypeError, "span: expected a list"),
    (lambda: figures.error_path(8.5, 1, []), ValueError, "weights: expected at least one step"),
    (lambda: figures.error_path(8.5, 1, [math.nan]), ValueError, "weights: expected finite numbers"),
    (lambda: figures.error_path(8.5, 1, 0.1), TypeError, "weights: expected a list of numbers, found the number 0.1"),
    (lambda: figures.learning_curve({}), ValueError, "series: expected at least one list"),
    (lambda: figures.learning_curve("abc"), TypeError, "series: expected a list of numbers, found the text"),
    (lambda: figures.learning_curve({"a": []}), ValueError, "series 'a': expected at least one step"),
    (
        lambda: figures.learning_curve([1, 2], every={"a": 3}),
        ValueError,
        "every: expected a number above 0 for names in series",
    ),
    (lambda: figures.learning_curve({"a": [1]}, every={"a": 0}), ValueError, "every: expected a number above 0"),
    (lambda: figures.learning_curve({"a": [1]}, every=3), TypeError, "every: expected predictions per step by name"),
    (
        lambda: figures.weight_curves([1, 2], 1, [[1, 2, 3]]),
        ValueError,
        "history: expected any by 2 numbers, found 1 by 3",
    ),
    (lambda: figures.weight_curves([1, 2], 1, []), ValueError, "history: expected at least one step"),
    (lambda: figures.weight_curves([1, 2], 1, [[1, 2]], span=[(0, 1)]), ValueError, "span: expected 2 by 2"),
    (lambda: figures.weight_curves(np.ones(7), 1, [np.ones(7)]), ValueError, "inputs: expected 1 to 6, found 7"),
    (lambda: figures.weight_curves([1, 2], [1], [[1, 2]]), TypeError, "true: expected one number, found a list of 1"),
    (
        lambda: figures.error_contours([1, 2], 1, [1, 2, 3]),
        ValueError,
        "inputs and weights: expected equal lengths, found 2 and 3",
    ),
    (
        lambda: figures.error_contours([1, 2], 1, [1, 2], pair=(0, 0)),
        ValueError,
        "pair: expected two different indices",
    ),
    (
        lambda: figures.error_contours([1, 2], 1, [1, 2], pair=(0, 2)),
        ValueError,
        "pair: expected an index from 0 to 1, found 2",
    ),
    (lambda: figures.error_contours(1, 1, [1]), ValueError, "weights: expected 2 or more, found 1"),
    (
        lambda: figures.error_contours([[1, 2]], [1, 2], [1, 2]),
        ValueError,
        "inputs and true: expected equal lengths, found 1 and 2",
    ),
    (lambda: figures.error_surface([1, 2], 1, [1, math.nan]), ValueError, "weights: expected finite numbers"),
    (lambda: figures.surface_slices([1, 2], 1, [1, 2], span=(2, 1)), ValueError, "span: expected the lower end first"),
    (lambda: figures.grid([1, 2]), TypeError, "matrix: expected a list of rows of numbers"),
    (lambda: figures.grid(np.zeros((2, 13))), ValueError, "matrix: expected 1 to 12 rows and columns, found 2 and 13"),
    (lambda: figures.grid([[1, 2]], row_names=["a", "b"]), ValueError, "row_names: expected 1, found 2"),
    (lambda: figures.curve({}, 0, 1), ValueError, "functions: expected at least one"),
    (lambda: figures.curve(math.sin, 0, 1), TypeError, "functions: expected functions by name"),
    (lambda: figures.curve({"a": lambda x: x}, 1, 0), ValueError, "low and high: expected the lower end first"),
    (lambda: figures.curve({"a": lambda x: x / 0}, 0, 1), ValueError, "the result of a: expected finite numbers"),
    (lambda: figures.curve({"a": lambda _: "no"}, 0, 1), TypeError, "the result of a: expected"),
    (lambda: figures.curve({"a": lambda x: x}, 0, 1, marks=[(1, 2)]), TypeError, "marks: expected points (x, y, text)"),
    (lambda: figures.digit(np.zeros((27, 28))), ValueError, "image: expected 28 by 28 numbers, found 27 by 28"),
    (lambda: figures.digit("5"), TypeError, "image: expected a list of numbers, found the text '5'"),
    (lambda: figures.digits(np.zeros((0, 28, 28))), ValueError, "images: expected 1 to 400, found 0"),
    (lambda: figures.digits([DIGIT], [1, 2]), ValueError, "labels: expected 1, found 2"),
    (lambda: figures.digits([DIGIT], 5), TypeError, "labels: expected a list"),
    (lambda: figures.digits([DIGIT], columns=0), ValueError, "columns: expected 1 or more"),
    (lambda: figures.pixel_products(DIGIT, np.zeros(783)), ValueError, "weights: expected 784 numbers, found 783"),
    (lambda: figures.weight_images(np.zeros((10, 783))), ValueError, "weights: expected any by 784 numbers"),
    (lambda: figures.scores([]), ValueError, "values: expected at least one score"),
    (lambda: figures.scores([1, 2], label=2), ValueError, "label: expected an index from 0 to 1, found 2"),
    (lambda: figures.scores([1, 2], label=0.5), TypeError, "label: expected a whole number"),
    (
        lambda: figures.score_histogram([1, 2], [1]),
        ValueError,
        "scores and is_positive: expected equal lengths, found 2 and 1",
    ),
    (lambda: figures.score_histogram([], []), ValueError, "scores: expected at least one"),
    (lambda: figures.score_histogram([1, 2], [3, 7]), ValueError, "is_positive: expected 0 or 1"),
]


@pytest.mark.parametrize(("make", "error", "message"), BAD, ids=[message for *_, message in BAD])
def test_bad_input_gets_one_line_that_says_what_was_expected(make, error, message):
    with pytest.raises(error) as raised:
        make()
    said = str(raised.value)
    assert said.startswith(message) or message in said
    assert "\n" not in said
    assert said.endswith(".")
