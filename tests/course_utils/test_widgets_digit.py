"""Drawing a digit: what the network says to it follows the strokes, and drawings are kept for experiments."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course_utils import mnist
from course_utils.figures.digits import reach
from course_utils.training import one_hot, whole_pass
from course_utils.widgets import digit
from course_utils.widgets.digit import DigitBoard, digit_board, draw_digit
from course_utils.widgets.pad import FINE, HINT
from tests.course_utils.boards import table_of

DIGITS = mnist.load(3000)
TEN = whole_pass(DIGITS.x_train.reshape(-1, 784), one_hot(DIGITS.y_train.astype(np.intp)), np.zeros((10, 784)))[0]
PAIR = mnist.load(400, digits=(3, 7))
THREE, SEVEN = (PAIR.x_train[PAIR.y_train == kind][0] for kind in (3, 7))
ONE = (PAIR.x_train[PAIR.y_train == 3].mean(axis=0) - PAIR.x_train[PAIR.y_train == 7].mean(axis=0)).ravel() / 100


def neural_network(image: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return weights @ image


def linear1(xb: np.ndarray, weights: np.ndarray, bias: float) -> np.ndarray:
    return xb @ weights + bias


def sigmoid(x: Any) -> Any:
    small = np.exp(-np.abs(x))
    return np.where(np.asarray(x) >= 0, 1, small) / (1 + small)


def ten(*functions: Any, **named: Any) -> DigitBoard:
    return digit_board(TEN, functions or (neural_network,), named)


def pair(*functions: Any, bias: float | None = None, **named: Any) -> DigitBoard:
    return digit_board(ONE, functions or (linear1, sigmoid), named, bias)


def draw(board: DigitBoard, image: np.ndarray) -> None:
    """What the page sends for an image of MNIST drawn as large as the square."""
    board.square.drawing = memoryview(np.kron(image, np.ones((FINE // 28, FINE // 28), dtype=np.uint8)).tobytes())


def press(board: DigitBoard, button: str) -> None:
    board.hear({"kind": "pressed", "button": button, "calm": False, "seq": 3})


def move(board: DigitBoard, **to: float) -> None:
    board.hear({"kind": "moved", "to": to, "rest": True, "seq": 4})


def columns(packed: dict[str, Any], place: int = 0) -> dict[str, np.ndarray]:
    """What the page reads out of a table from Python, for one of its rows."""
    data, found, at = np.frombuffer(packed["data"], dtype="<f8"), {}, 0
    for name, width, changes in packed["columns"]:
        start = at + place * width if changes else at
        found[name] = data[start : start + width]
        at += width * (packed["rows"] if changes else 1)
    return found


def now(board: DigitBoard) -> dict[str, np.ndarray]:
    return columns(board.sheet.now["row"])


def plain(board: DigitBoard) -> str:
    return html.unescape(
        re.sub(r"<[^>]+>", "", board.sheet.now["card"].replace("<code", "`<code").replace("</code>", "</code>`"))
    )


def pictured(board: DigitBoard, column: str) -> np.ndarray:
    """What the page's image shows, from -1 to 1: a byte for each pixel."""
    return np.frombuffer(now(board)[column].tobytes(), dtype=np.int8) / 127


def as_pictured(products: np.ndarray) -> np.ndarray:
    return np.clip(products / reach(products), -1, 1)


# Ten scores ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", range(5))
def test_a_digit_of_mnist_gets_the_scores_that_the_network_gives_it(place: int) -> None:
    board, image = ten(), DIGITS.x_train[place]
    draw(board, image)
    scores = TEN @ (image.reshape(784) / 255)
    assert np.allclose(now(board)["scores"], scores)
    assert now(board)["best"] == [scores.argmax()]
    products = image.reshape(784) / 255 * TEN[scores.argmax()]
    assert np.allclose(pictured(board, "products"), as_pictured(products), atol=0.5 / 127 + 1e-9)
    assert board.sheet.now["said"].startswith(f"Ink in {np.count_nonzero(image)} pixels; scores: 0: ")
    assert board.sheet.now["said"].endswith(f"best {scores.argmax()}.")
    assert np.array_equal(board.image, image)
    assert board.square.seen == image.tobytes()


def test_on_an_empty_sheet_none_is_the_best() -> None:
    board = ten()
    assert (now(board)["best"], board.sheet.now["said"]) == ([-1], HINT)
    draw(board, DIGITS.x_train[0])
    board.clear()
    assert (now(board)["best"], board.sheet.now["said"]) == ([-1], HINT)
    assert not board.image.any()


def test_the_menu_asks_for_another_digits_score_and_reset_for_the_largest() -> None:
    board = ten()
    draw(board, DIGITS.x_train[0])
    best = now(board)["chosen"].tolist()
    move(board, digit=9)
    assert now(board)["chosen"] == [8]
    products = DIGITS.x_train[0].reshape(784) / 255 * TEN[8]
    assert np.allclose(pictured(board, "products"), as_pictured(products), atol=0.5 / 127 + 1e-9)
    press(board, "reset")
    assert now(board)["chosen"].tolist() == best
    assert board.image.any(), "the drawing stays"


# Three or seven -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("image", "bias", "threshold", "called"),
    [
        (THREE, 0.0, 0.0, "three"),
        (SEVEN, 0.0, 0.0, "seven"),
        (THREE, 0.0, 1e6, "seven"),
        (SEVEN, 0.0, -1e6, "three"),
        (THREE, -1e6, 0.0, "seven"),
        (SEVEN, 1e6, 0.0, "three"),
    ],
)
def test_above_the_threshold_is_a_three(image: np.ndarray, bias: float, threshold: float, called: str) -> None:
    board = pair()
    draw(board, image)
    move(board, bias=bias, threshold=threshold)
    score = float(image.reshape(784) / 255 @ ONE + bias)
    assert now(board)["score"] == pytest.approx([score])
    assert now(board)["sure"] == pytest.approx([float(sigmoid(score))])
    assert now(board)["side"] == [called == "three"]
    assert f": {called}; sigmoid " in board.sheet.now["said"]


def test_an_empty_sheet_scores_the_bias() -> None:
    board = pair(bias=2.5)
    assert now(board)["score"] == [2.5]
    assert "Of an empty sheet the score 2.5, threshold 0, bias 2.5: three; sigmoid 0.924" in board.sheet.now["said"]
    move(board, bias=0.0)
    assert "neither: just on the threshold" in board.sheet.now["said"]
    press(board, "reset")
    assert now(board)["score"] == [2.5]


def test_the_sliders_follow_the_hand_from_tables_of_this_drawing() -> None:
    board = pair()
    before = board.sheet.tables["bias"]["version"]
    draw(board, THREE)
    assert board.sheet.now["version"] > before, "the page must not use tables of an earlier drawing"
    score = now(board)["score"][0]
    for name, sign in (("threshold", 0), ("bias", 1)):
        positions, found = table_of(board, name)
        for place in (0, 57, 200):
            expected = score + sign * positions[place]
            assert found["score"][place] == pytest.approx([expected], rel=1e-5)
            assert found["side"][place] == [expected > (0 if sign else positions[place])]


# Keeping ------------------------------------------------------------------------------------------------------------------


def test_drawings_are_kept_for_experiments_until_they_are_forgotten() -> None:
    board = ten()
    assert board.sheet.now["off"] == ["keep", "forget"]
    press(board, "keep")
    assert board.kept == []
    for image in (THREE, SEVEN):
        draw(board, image)
        press(board, "keep")
    board.clear()
    assert [kept.tolist() for kept in board.kept] == [THREE.tolist(), SEVEN.tolist()]
    assert {(kept.shape, kept.dtype) for kept in board.kept} == {((28, 28), np.dtype(np.uint8))}
    assert "2 drawings" in board.sheet.now["note"]
    press(board, "reset")
    assert len(board.kept) == 2
    press(board, "forget")
    assert (board.kept, board.sheet.now["note"]) == ([], "")


def test_what_is_kept_is_the_callers_own() -> None:
    board = ten()
    draw(board, THREE)
    press(board, "keep")
    board.kept[0][:] = 0
    board.image[:] = 0
    assert np.array_equal(board.image, THREE)


# The learner's functions, and what can't be used --------------------------------------------------------------------------


def raising(*_: Any) -> None:
    raise ValueError("my own mistake")


@pytest.mark.parametrize(
    ("made", "name", "function", "says"),
    [
        (ten, "neural_network", raising, "my own mistake"),
        (ten, "neural_network", lambda image, weights: None, "`neural_network` gave `None` (does it end with `return`?)"),
        (ten, "neural_network", lambda image, weights: weights[0] @ image, "the picture needs 10 numbers from it"),
        (ten, "neural_network", lambda image, weights: image @ weights, "ValueError"),
        (pair, "linear1", raising, "my own mistake"),
        (pair, "linear1", lambda xb, weights, bias: weights, "`linear1` gave an array of shape (784,); the picture needs 1 numbers"),
        (pair, "sigmoid", raising, "my own mistake"),
        (pair, "sigmoid", lambda x: "sure", "`sigmoid` gave the text 'sure'"),
    ],
)  # fmt: skip
def test_what_a_function_does_wrong_becomes_a_card(
    made: Callable[..., DigitBoard], name: str, function: Callable[..., Any], says: str
) -> None:
    board = made(**{name: function}) if made is ten else made(linear1, **{name: function})
    draw(board, THREE)
    assert says in plain(board)
    assert "not your fault" not in plain(board)
    assert np.array_equal(board.image, THREE)


def test_a_card_goes_when_the_function_answers_again() -> None:
    board = digit_board(
        TEN, (), {"neural_network": lambda image, weights: weights @ image if image.any() else raising()}
    )
    assert "my own mistake" in plain(board)
    draw(board, THREE)
    assert plain(board) == ""


def test_nan_scores_are_no_accident() -> None:
    board = ten(neural_network=lambda image, weights: np.full(10, np.nan))
    draw(board, THREE)
    assert plain(board) == ""


def test_bytes_of_another_number_are_shown_as_a_card() -> None:
    board = ten()
    draw(board, THREE)
    board.square.drawing = b"abc"
    assert "expected 12544 grey values, found 3" in plain(board)
    assert np.array_equal(board.image, THREE)


@pytest.mark.parametrize(
    ("weights", "functions", "bias", "error", "says"),
    [
        (np.zeros((784, 10)), (), None, ValueError, r"weights: expected \(10, 784\) or \(784,\) numbers, found an array of shape \(784, 10\)"),
        (None, (), None, ValueError, "weights: expected .* found None"),
        (np.full(784, np.nan), (), None, ValueError, "weights: expected finite numbers"),
        (TEN, (), 1.0, ValueError, "bias: expected none beside ten outputs, found the number 1.0"),
        (ONE, (), "1", TypeError, "bias: expected one number, found the text '1'"),
        (ONE, (), float("inf"), ValueError, "bias: expected a finite number"),
        (TEN, (sigmoid,), None, TypeError, "expected functions named `neural_network`, found `sigmoid`"),
        (ONE, (neural_network,), None, TypeError, "expected functions named `linear1`, `sigmoid`, found `neural_network`"),
        (ONE, (3,), None, TypeError, "expected functions"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_gets_one_line(
    weights: Any, functions: tuple[Any, ...], bias: Any, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        digit_board(weights, functions, {}, bias)


def test_a_bias_may_be_what_load_model_gives() -> None:
    assert pair(bias=np.array(0.5)).state["bias"] == 0.5  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("weights", "words"), [(TEN, "An image of a 3; scores: 0 "), (ONE, "A digit of MNIST: score ")]
)
def test_where_nobody_can_draw_a_digit_of_mnist_is_shown(
    weights: np.ndarray, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    board = draw_digit(weights)
    printed = capsys.readouterr().out
    assert printed.startswith("In JupyterLab one can draw here.")
    assert words in printed
    assert isinstance(board, DigitBoard)


def test_strokes_are_told_often_enough_for_a_tenth_of_a_second() -> None:
    text = Path(digit.__file__).with_name("drawing_pad.js").read_text(encoding="utf-8")
    between = re.search(r"const BETWEEN = (\d+);", text)
    assert between is not None
    assert int(between[1]) <= 40
