"""Watching ten outputs learn to read: what the page is told while it learns, stops, goes on and meets wrong functions."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from course_utils import mnist
from course_utils.figures.digits import reach
from course_utils.figures.reading import reading
from course_utils.training import whole_pass
from course_utils.widgets.reading import Reading, watch_training
from course_utils.widgets.reading_material import material

DIGITS = mnist.load(300)
IMAGES, TESTS = DIGITS.x_train.reshape(-1, 784) / 255, DIGITS.x_test[:400].reshape(-1, 784) / 255
LABELS, TEST_LABELS = DIGITS.y_train, DIGITS.y_test[:400]
AT_FULL_SPEED = {"kind": "moved", "to": {"pace": 4}, "rest": True, "seq": 1}


def train_step(image: np.ndarray, target: np.ndarray, weights: np.ndarray, alpha: float) -> tuple[np.ndarray, float]:
    deltas = weights @ image - target
    return weights - alpha * np.outer(deltas, image), float(np.sum(deltas**2))


def board_of(*functions: Any, **changes: Any) -> Reading:
    given = {
        "images": IMAGES,
        "labels": LABELS,
        "test_images": TESTS,
        "test_labels": TEST_LABELS,
        "alpha": None,
        "weights": None,
        "epochs": 2,
        "batch": None,
    }
    named = {name: changes.pop(name) for name in list(changes) if name not in given}
    given.update(changes)
    return Reading(material(given.pop("images"), given.pop("labels"), functions, named, **given))


def pressed(name: str, **more: Any) -> dict[str, Any]:
    return {"kind": "pressed", "button": name, "calm": False, "seq": 7, **more}


def said(board: Reading) -> str:
    return str(board.sheet.now["said"])


def shown(board: Reading, column: str) -> np.ndarray:
    """What the page reads out of the row."""
    place = 0
    for name, width, _ in board.sheet.now["row"]["columns"]:
        if name == column:
            return np.frombuffer(board.sheet.now["row"]["data"], dtype="<f8")[place : place + width]
        place += width
    raise KeyError(column)


def pictured(board: Reading, column: str) -> np.ndarray:
    """What the page's images show, from -1 to 1: a byte for each pixel."""
    return np.frombuffer(shown(board, column).tobytes(), dtype=np.int8).reshape(-1, 784) / 127


def test_it_begins_with_nothing_learned() -> None:
    board = board_of()
    assert shown(board, "seen") == [0]
    assert not pictured(board, "weights").any()
    assert said(board).startswith("0 of 600 images seen; after 0: accuracy")
    assert "Test image 0, a 7; scores: 0: 0, 1: 0" in said(board)
    assert board.sheet.now["off"] == []


@pytest.mark.parametrize(
    ("functions", "batch", "button", "seen"),
    [
        ((), None, "one", 100),
        ((), 30, "one", 30),
        ((), None, "epoch", 300),
        ((), None, "run", 600),
        ((train_step,), None, "one", 1),
        ((train_step,), None, "epoch", 300),
    ],
)
def test_a_button_learns_as_much_as_it_says(
    functions: tuple[Any, ...], batch: int | None, button: str, seen: int
) -> None:
    board = board_of(*functions, batch=batch)
    board.hear(AT_FULL_SPEED)
    board.hear(pressed(button))
    assert shown(board, "seen") == [seen]
    assert shown(board, "at")[-1] == seen
    assert f"After {seen} images: accuracy" in board.sheet.now["note"]
    assert board.sheet.now["card"] == ""


def test_with_train_step_the_weights_are_those_of_a_loop_over_the_images() -> None:
    board, weights = board_of(train_step, alpha=0.002), np.zeros((10, 784))
    board.hear(AT_FULL_SPEED)
    board.hear(pressed("epoch"))
    for image, label in zip(IMAGES, LABELS, strict=True):
        weights, _ = train_step(image, np.eye(10)[label], weights, 0.002)
    assert np.array_equal(board.weights, weights)
    assert np.corrcoef(pictured(board, "weights").ravel(), weights.ravel())[0, 1] > 0.99


def test_without_it_they_are_those_of_the_batches() -> None:
    board = board_of()
    board.hear(pressed("epoch"))
    assert np.array_equal(board.weights, whole_pass(IMAGES, np.eye(10)[LABELS], np.zeros((10, 784)))[0])


def test_a_thousand_images_once_each_read_three_in_four() -> None:
    few = mnist.load(1000)
    board = board_of(train_step, images=few.x_train, labels=few.y_train, test_images=few.x_test, test_labels=few.y_test)
    board.hear(AT_FULL_SPEED)
    board.hear(pressed("epoch"))
    assert shown(board, "test_accuracy")[-1] == pytest.approx(0.75, abs=0.01)


def test_alpha_may_be_changed_on_the_way_and_reset_leaves_it() -> None:
    board = board_of()
    board.hear({"kind": "moved", "to": {"alpha": 0.02}, "rest": True, "seq": 2})
    board.hear(pressed("one"))
    once = whole_pass(IMAGES[:100], np.eye(10)[LABELS[:100]], np.zeros((10, 784)), 0.02)[0]
    assert np.array_equal(board.weights, once)
    board.hear(pressed("reset"))
    assert not board.weights.any()
    assert board.state["alpha"] == 0.02
    assert shown(board, "before_at")[-1] == 100, "the run before is still to be seen"


def test_it_begins_with_the_weights_that_it_is_given_and_leaves_them_alone() -> None:
    weights = np.random.default_rng(0).standard_normal((10, 784))
    kept = weights.copy()

    def in_place(image: np.ndarray, target: np.ndarray, weights: np.ndarray, alpha: float) -> tuple[np.ndarray, float]:
        weights -= alpha * np.outer(weights @ image - target, image)
        return weights, 0.0

    board = board_of(train_step=in_place, weights=weights)
    board.hear(AT_FULL_SPEED)
    board.hear(pressed("epoch"))
    assert not np.array_equal(board.weights, kept)
    board.hear(pressed("reset"))
    assert np.array_equal(board.weights, kept)
    assert np.array_equal(weights, kept)


def test_after_the_last_epoch_there_is_only_reset() -> None:
    board = board_of()
    board.hear(AT_FULL_SPEED)
    board.hear(pressed("run"))
    assert board.sheet.now["off"] == ["run", "one", "epoch"]
    board.hear(pressed("reset"))
    assert board.sheet.now["off"] == []


def test_an_alpha_that_diverges_ends_with_words_instead_of_numbers() -> None:
    board = board_of(train_step, alpha=0.5)
    board.hear(AT_FULL_SPEED)
    board.hear(pressed("run"))
    assert board.training.lost
    assert board.training.seen < board.goal
    assert "grown beyond all bounds" in board.sheet.now["note"]
    assert np.isfinite(shown(board, "error_top")).all()


# In a loop, as in a notebook ----------------------------------------------------------------------------------------------


def in_a_loop(board: Reading, *, at: int, then: dict[str, Any]) -> list[int]:
    """Start to learn, let the page send `then` after `at` images, and return where others found it meanwhile."""
    met: list[int] = []

    async def whole() -> None:
        board.hear(AT_FULL_SPEED)
        board.hear(pressed("run"))
        task = board._running
        assert task is not None
        asked = False
        while not task.done():
            await asyncio.sleep(0)
            met.append(board.training.seen)
            if not asked and board.training.seen >= at:
                asked = True
                board.hear(then)
        await asyncio.gather(task, return_exceptions=True)
        await asyncio.sleep(0)  # what is called once it is done

    asyncio.run(whole())
    return met


def test_it_lets_the_rest_of_the_notebook_go_on() -> None:
    met = in_a_loop(board_of(train_step), at=10**9, then={})
    assert len(set(met)) > 5
    assert met == sorted(met)


def test_stop_works_in_the_middle_and_start_goes_on_from_there() -> None:
    board = board_of(train_step)
    in_a_loop(board, at=50, then=pressed("run"))
    stopped = board.training.seen
    assert 50 <= stopped < 600
    assert not board.running
    assert shown(board, "at")[-1] == stopped, "measured where it stopped"
    assert said(board).startswith(f"{stopped} of 600")
    in_a_loop(board, at=10**9, then={})
    assert board.training.seen == 600


def test_reset_in_the_middle_ends_the_learning() -> None:
    board = board_of(train_step)
    in_a_loop(board, at=50, then=pressed("reset"))
    assert not board.running
    assert board.training.seen == 0
    assert not board.weights.any()


def test_one_may_look_at_other_images_while_it_learns() -> None:
    board = board_of(train_step)
    in_a_loop(board, at=50, then=pressed("next"))
    assert board.training.seen == 600
    assert shown(board, "pick") == [1]
    assert "Test image 1, a 2;" in said(board)


def test_while_it_learns_the_words_change_only_from_tenth_to_tenth() -> None:
    board, heard = board_of(train_step, epochs=1), []
    board.sheet.observe(lambda change: heard.append((change.new["said"], board.running)), "now")
    in_a_loop(board, at=10**9, then={})
    assert len({words for words, running in heard if running}) <= 11  # from none to all ten tenths
    assert all(words.startswith("It learns. ") for words, running in heard if running)


@pytest.mark.parametrize(("calm", "gap"), [(False, 0.12), (True, 1.0)])
@pytest.mark.parametrize("button", ["run", "epoch"])
def test_reduced_motion_is_drawn_once_a_second(button: str, calm: bool, gap: float) -> None:
    board = board_of()
    board.hear(AT_FULL_SPEED)
    board.hear(pressed(button, calm=calm))
    assert board.gap == gap


# The learner's functions --------------------------------------------------------------------------------------------------


def stumbling(place: int) -> Callable[..., Any]:
    calls = iter(range(10**6))

    def train_step(image: Any, target: Any, weights: Any, alpha: float) -> Any:
        if next(calls) == place:
            raise ValueError("my own mistake")
        return weights, 0.0

    return train_step


def raising(*_: Any) -> None:
    raise ValueError("my own mistake")


WRONG = {
    "raises": (raising, "my own mistake"),
    "unwritten": (lambda image, target, weights, alpha: NotImplemented, "a NotImplementedType"),
    "nothing": (lambda image, target, weights, alpha: None, "does it end with"),
    "no error": (lambda image, target, weights, alpha: weights, "two things from it, the new weights and the error"),
    "the other way round": (lambda image, target, weights, alpha: (0.0, weights), "two things from it"),
    "a transposed matrix": (lambda image, target, weights, alpha: (weights.T, 0.0), "weights of shape (784, 10)"),
    "text": (lambda image, target, weights, alpha: ("many", 0.0), "two things from it"),
    "too few parameters": (lambda image, target, weights: (weights, 0.0), "TypeError"),
    "interrupted": (lambda image, target, weights, alpha: (_ for _ in ()).throw(KeyboardInterrupt), "KeyboardInterrupt"),
}  # fmt: skip


@pytest.mark.parametrize(("function", "says"), WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("button", ["one", "run"])
def test_what_train_step_does_wrong_becomes_a_card(function: Callable[..., Any], says: str, button: str) -> None:
    board = board_of(train_step=function)
    board.hear(pressed(button))
    assert says in board.sheet.now["card"]
    assert "not your fault" not in board.sheet.now["card"]
    assert board.training.seen == 0
    assert not board.running


def test_a_mistake_in_the_middle_stops_in_the_middle() -> None:
    board = board_of(stumbling(120))
    in_a_loop(board, at=10**9, then={})
    assert board.training.seen == 120
    assert "my own mistake" in board.sheet.now["card"]
    board.hear(pressed("reset"))
    assert board.sheet.now["card"] == ""


@pytest.mark.parametrize(
    ("name", "function", "says"),
    [
        ("accuracy", lambda images, labels, weights: None, "`accuracy` gave `None`"),
        ("accuracy", lambda images, labels, weights: 1 / 0, "ZeroDivisionError"),
        ("neural_network", lambda image, weights: weights.T, "`neural_network` gave an array of shape (784, 10)"),
        ("neural_network", lambda image, weights: weights @ image.reshape(28, 28), "ValueError"),
    ],
)
def test_what_the_other_functions_do_wrong_becomes_a_card(name: str, function: Callable[..., Any], says: str) -> None:
    board = board_of(**{name: function})
    assert says in plain(board)
    board.hear(pressed("one"))
    assert board.sheet.now["card"] != ""
    assert "not your fault" not in board.sheet.now["card"]


def plain(board: Reading) -> str:
    return html.unescape(
        re.sub(r"<[^>]+>", "", board.sheet.now["card"].replace("<code", "`<code").replace("</code>", "</code>`"))
    )


def test_the_learners_own_accuracy_is_the_one_that_is_drawn() -> None:
    board = board_of(accuracy=lambda images, labels, weights: len(images) / 1000)
    assert (shown(board, "accuracy"), shown(board, "test_accuracy")) == ([0.3], [0.4])


def test_numbers_that_are_nan_are_no_accident() -> None:
    board = board_of(neural_network=lambda image, weights: np.full(10, np.nan))
    assert board.sheet.now["card"] == ""
    board.hear(pressed("mistake"))
    assert board.sheet.now["card"] == ""


def test_a_second_of_updates_is_far_from_what_jupyters_server_would_drop() -> None:
    board = board_of(train_step)
    board.hear(AT_FULL_SPEED)
    board.hear(pressed("run"))
    sent = len(board.sheet.now["row"]["data"]) + len(repr(board.sheet.now["row"]["columns"])) + len(said(board))
    assert sent / board.gap < 300_000  # bytes a second; the server's limit is 1,000,000 for all that is shown


# Looking at images --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("buttons", "pick"), [(["next"], 1), (["next", "previous"], 0), (["previous"], 199), (["next"] * 3, 3)]
)
def test_one_leafs_through_the_images_in_a_circle(buttons: list[str], pick: int) -> None:
    board = board_of()
    for button in buttons:
        board.hear(pressed(button))
    assert shown(board, "pick") == [pick]
    assert np.allclose(pictured(board, "pixels")[0], TESTS[pick], atol=0.5 / 127 + 1e-9)
    assert shown(board, "label") == [TEST_LABELS[pick]]


def test_next_mistake_finds_every_image_that_is_read_wrongly() -> None:
    board = board_of()
    board.hear(pressed("epoch"))
    wrong = np.flatnonzero((TESTS[:200] @ board.weights.T).argmax(axis=1) != TEST_LABELS[:200])
    found = []
    for _ in wrong:
        board.hear(pressed("mistake"))
        found.append(int(shown(board, "pick")[0]))
    assert sorted(found) == wrong.tolist()


@pytest.mark.parametrize("digit", [0, 4, 10])
def test_the_menu_chooses_whose_score_is_explained(digit: int) -> None:
    board = board_of()
    board.hear(pressed("epoch"))
    board.hear({"kind": "moved", "to": {"digit": digit, "image": 8}, "rest": True, "seq": 3})
    scores = board.weights @ TESTS[8]
    chosen = digit - 1 if digit else int(scores.argmax())
    assert shown(board, "chosen") == [chosen]
    products = TESTS[8] * board.weights[chosen]
    assert np.array_equal(
        np.sign(pictured(board, "products")[0]), np.sign(products) * (np.abs(products) > 0.5 / 127 * reach(products))
    )
    assert shown(board, "together")[0] == pytest.approx(scores[chosen])
    assert shown(board, "for")[0] + shown(board, "against")[0] == pytest.approx(scores[chosen])
    assert shown(board, "best") == [scores.argmax()]


def test_the_weight_images_share_a_scale_or_have_their_own() -> None:
    board = board_of()
    board.hear(pressed("epoch"))
    shared = np.abs(pictured(board, "weights")).max(axis=1)
    assert shared.min() < shared.max() == 1
    board.hear({"kind": "moved", "to": {"own": 1}, "rest": True, "seq": 3})
    assert np.abs(pictured(board, "weights")).max(axis=1).tolist() == [1.0] * 10


def test_without_test_images_one_looks_at_those_it_learns_from() -> None:
    board = board_of(test_images=None, test_labels=None)
    assert "Training image 0, a 5;" in said(board)
    assert "test images" not in said(board)
    assert np.isnan(shown(board, "test_accuracy")).all()


# In the notebook, and where there is none ---------------------------------------------------------------------------------


def test_the_still_picture_shows_what_a_thousand_images_teach(capsys: pytest.CaptureFixture[str]) -> None:
    board = watch_training(IMAGES, LABELS, train_step, test_images=TESTS, test_labels=TEST_LABELS)
    assert capsys.readouterr().out.startswith("after 300 images: the weights of the digits 0 to 9 as images")
    assert board.training.seen == 0


def test_a_still_picture_is_drawn_even_of_a_wrong_function() -> None:
    assert board_of(stumbling(10)).still().alt.startswith("after 10 images")


def test_the_figure_of_a_reading_names_best_and_truth() -> None:
    weights = np.zeros((10, 784))
    weights[4] = IMAGES[2]
    assert "An image of a 4; scores: 0 0, " in reading(weights, IMAGES[2], 4).alt
    assert "best 4. Pixel times weight for 4: for" in reading(weights, IMAGES[2], 9).alt


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"images": IMAGES[:, :3]}, ValueError, "images: expected n by 784"),
        ({"labels": LABELS[:3]}, ValueError, "labels: expected 300 labels"),
        ({"test_labels": None}, ValueError, "expected both or neither"),
        ({"test_images": TESTS * 255}, ValueError, "test_images: expected pixels from 0 to 1"),
        ({"alpha": 0}, ValueError, "alpha: expected a number above 0"),
        ({"epochs": 0}, ValueError, "epochs: expected 1 or more"),
        ({"epochs": 1.5}, TypeError, "epochs: expected a whole number"),
        ({"batch": 0}, ValueError, "batch: expected 1 or more"),
        ({"batch": 5, "train_step": train_step}, ValueError, "batch: expected none beside `train_step`"),
        ({"weights": np.zeros((784, 10))}, ValueError, "weights: expected 10 by 784 numbers"),
        ({"sigmoid": train_step}, TypeError, "expected functions named `train_step`, `neural_network`, `accuracy`"),
        ({"train_step": 3}, TypeError, "train_step: expected a function"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_gets_one_line(changes: dict[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        board_of(**changes)
