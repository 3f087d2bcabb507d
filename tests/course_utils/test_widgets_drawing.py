"""A drawing is centred as MNIST's digits are, and the pad hands it on until it is cleared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course_utils import mnist, widgets
from course_utils.widgets import pad
from course_utils.widgets.centring import centred
from course_utils.widgets.pad import FINE, DrawingPad, decoded


def test_mnists_own_images_come_back_as_they_were() -> None:
    images = mnist.load(300).x_train
    assert (
        sum(np.array_equal(centred(image), image) for image in images) >= 299
    )  # one in a few thousand is 19 pixels long


@pytest.mark.parametrize(("down", "right"), [(-4, -4), (3, 0), (0, 4), (-2, 3)])
def test_where_a_digit_is_drawn_does_not_matter(down: int, right: int) -> None:
    image = np.pad(mnist.load(1).x_train[0], 8)
    assert np.array_equal(centred(np.roll(image, (down, right), axis=(0, 1))), centred(image))


@pytest.mark.parametrize("times", [2, 3, 4])
def test_how_large_a_digit_is_drawn_does_not_matter(times: int) -> None:
    image = mnist.load(1).x_train[0]
    assert np.array_equal(centred(np.kron(image, np.ones((times, times)))), image)


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 3), (28, 28), (112, 112), (17, 90)])
def test_a_drawing_of_any_shape_fits_into_20_by_20_around_the_centre(shape: tuple[int, int]) -> None:
    image = centred(np.full(shape, 255))
    rows, columns = np.nonzero(image)
    assert image.shape == (28, 28)
    assert image.dtype == np.uint8
    assert max(np.ptp(rows), np.ptp(columns)) + 1 == 20
    assert abs(rows.mean() - 14) <= 0.5
    assert abs(columns.mean() - 14) <= 0.5
    assert image.max() == 255


def test_scaling_takes_the_mean_over_what_a_pixel_covers() -> None:
    drawing = np.zeros((60, 60))
    drawing[:, :20] = 255  # 20 by 60 becomes 20/3, rounded 7, by 20
    drawing[::3, :20] = 0  # and a third of it is paper
    drawing[0, 0] = drawing[-1, 19] = 255
    ink = centred(drawing)
    assert ink.sum() == pytest.approx(255 * 2 / 3 * 7 * 20, rel=0.02)


def test_ink_is_never_pushed_off_the_field() -> None:
    drawing = np.zeros((28, 28))
    drawing[4:24, 4:24] = 1  # faint, so that the centre of mass is in the heavy corner
    drawing[4:6, 4:6] = 255
    image = centred(drawing)
    assert (image > 0).sum() == 400
    assert image.max() == 255


def test_an_empty_sheet_stays_empty() -> None:
    assert not centred(np.zeros((112, 112))).any()


@pytest.mark.parametrize(
    ("drawing", "error", "says"),
    [
        ([[0, 256]], ValueError, "drawing: expected grey values from 0 to 255, found 0 to 256"),
        ([[-1, 5]], ValueError, "found -1 to 5"),
        ([[0, float("nan")]], ValueError, "drawing: expected finite numbers"),
        ([0, 1], TypeError, "drawing: expected a list of rows"),
        ([[0, 1], [0]], ValueError, "drawing: expected rows of one length"),
        ("7", TypeError, "drawing: expected a list of rows"),
    ],
)
def test_what_is_no_drawing_gets_one_line(drawing: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        centred(drawing)


def sent(image: np.ndarray) -> bytes:
    """What the page sends for an image of MNIST drawn as large as the square."""
    return np.kron(image, np.ones((FINE // 28, FINE // 28), dtype=np.uint8)).tobytes()


def test_the_pad_holds_what_was_drawn_until_it_is_cleared() -> None:
    digit = mnist.load(1).x_train[0]
    seen: list[np.ndarray] = []
    drawing = DrawingPad(lambda image: seen.append(image) or f"ink {image.sum()}")
    assert (drawing.screen.alt, repr(drawing), seen) == (pad.HINT, "DrawingPad(empty)", [])
    drawing.square.drawing = memoryview(sent(digit))  # as it comes from the page
    assert np.array_equal(drawing.image, digit)
    assert np.array_equal(seen[0], digit)
    assert (drawing.screen.alt, repr(drawing)) == (f"ink {digit.sum()}", "DrawingPad(drawn on)")
    assert drawing.square.seen == digit.tobytes()
    drawing.clear()
    assert not drawing.image.any()
    assert (drawing.screen.alt, drawing.square.seen, len(seen)) == (pad.HINT, bytes(784), 1)


def test_the_pads_image_is_the_callers_own() -> None:
    drawing = DrawingPad()
    drawing.image[:] = 9
    assert not drawing.image.any()


def test_an_error_in_on_change_is_shown_beside_the_square() -> None:
    drawing = DrawingPad(lambda image: image[28])
    drawing.square.drawing = sent(mnist.load(1).x_train[0])
    assert "IndexError" in drawing.screen.html


def test_the_pad_refuses_what_it_cannot_call() -> None:
    with pytest.raises(TypeError, match="on_change: expected a function of an image, found the number 3"):
        widgets.drawing_pad(3)  # type: ignore[arg-type]


def test_bytes_of_another_number_are_refused() -> None:
    with pytest.raises(ValueError, match="drawing: expected 12544 grey values, found 3"):
        decoded(b"abc")


@pytest.mark.parametrize("script", ["drawing_pad.js", "screen.js"])
def test_a_script_fetches_nothing(script: str) -> None:
    text = Path(pad.__file__).with_name(script).read_text(encoding="utf-8")
    assert "export default { render }" in text
    assert not any(word in text for word in ("http", "fetch(", "import ", "eval("))


def test_the_script_sends_as_many_greys_as_python_expects() -> None:
    text = Path(pad.__file__).with_name("drawing_pad.js").read_text(encoding="utf-8")
    assert f"const SIDE = {FINE // 4};" in text
    assert "const FINE = 4 * SIDE;" in text
