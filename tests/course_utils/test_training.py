"""The trainer of `watch_training`: the labs' rule, many images at a time, on the real digits."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from benchmarks import training as benchmark
from course_utils import mnist, training
from course_utils.training import Training, as_floats, as_images, as_labels, batch_step, measured, next_mark, one_hot

DIGITS = mnist.load(500)
IMAGES, LABELS = DIGITS.x_train.reshape(-1, 784) / 255, DIGITS.y_train.astype(np.intp)
TARGETS = one_hot(LABELS)


def train_step(image: np.ndarray, target: np.ndarray, weights: np.ndarray, alpha: float) -> tuple[np.ndarray, float]:
    """The lab's own solution."""
    deltas = weights @ image - target
    return weights - alpha * np.outer(deltas, image), float(np.sum(deltas**2))


def test_a_batch_of_one_is_the_labs_own_step() -> None:
    weights = np.random.default_rng(1).standard_normal((10, 784))
    mine, error = train_step(IMAGES[0], TARGETS[0], weights, 0.01)
    found, found_error = batch_step(IMAGES[:1], TARGETS[:1], weights, 0.01)
    assert np.allclose(found, mine, rtol=1e-12)
    assert found_error == pytest.approx(error)


def test_a_batch_moves_the_weights_by_the_mean_of_its_images_and_leaves_what_it_was_given() -> None:
    weights = np.random.default_rng(2).standard_normal((10, 784))
    kept = weights.copy()
    alone = [train_step(image, target, weights, 0.01) for image, target in zip(IMAGES[:7], TARGETS[:7], strict=True)]
    found, error = batch_step(IMAGES[:7], TARGETS[:7], weights, 0.01)
    assert np.allclose(found, np.mean([moved for moved, _ in alone], axis=0))
    assert error == pytest.approx(sum(each for _, each in alone))
    assert np.array_equal(weights, kept)


def test_an_epoch_of_all_digits_reads_five_in_six_of_the_test_images() -> None:
    digits = mnist.load()
    images = as_images("images", digits.x_train)  # as bytes: no copy in floats of all
    weights, errors = training.whole_pass(images, one_hot(digits.y_train.astype(np.intp)), np.zeros((10, 784)))
    right, error = measured(digits.x_test.reshape(-1, 784) / 255, digits.y_test.astype(np.intp), weights)
    assert right == pytest.approx(0.846, abs=0.005)
    assert error == pytest.approx(errors[-100:].mean(), abs=0.1)
    assert len(errors) == 600


def test_a_short_last_batch_is_averaged_over_its_own_size() -> None:
    whole, _ = training.whole_pass(IMAGES[:130], TARGETS[:130], np.zeros((10, 784)), 0.01, 100)
    first, _ = batch_step(IMAGES[:100], TARGETS[:100], np.zeros((10, 784)), 0.01)
    both, _ = batch_step(IMAGES[100:130], TARGETS[100:130], first, 0.01)
    assert np.array_equal(whole, both)


def test_what_is_measured_is_the_share_of_the_largest_and_the_mean_error() -> None:
    weights, _ = training.whole_pass(IMAGES, TARGETS, np.zeros((10, 784)))
    preds = IMAGES @ weights.T
    share, error = measured(IMAGES, LABELS, weights)
    assert share == np.mean(preds.argmax(axis=1) == LABELS)
    assert error == pytest.approx(((preds - TARGETS) ** 2).sum(axis=1).mean())


@pytest.mark.parametrize(
    ("images", "shape", "largest"),
    [
        (DIGITS.x_train, (500, 784), 1.0),
        (DIGITS.x_train.reshape(-1, 784), (500, 784), 1.0),
        (IMAGES, (500, 784), 1.0),
        (IMAGES.reshape(-1, 28, 28), (500, 784), 1.0),
        (IMAGES.astype(np.float32), (500, 784), 1.0),
        (IMAGES[:2].tolist(), (2, 784), 1.0),
        ((IMAGES[:3] > 0), (3, 784), 1.0),
    ],
)
def test_images_may_come_as_mnist_gives_them_or_as_preprocess_does(
    images: Any, shape: tuple[int, int], largest: float
) -> None:
    rows = as_floats(as_images("images", images))
    assert (rows.shape, rows.dtype, rows.max()) == (shape, np.float64, largest)


def test_images_that_fit_are_not_copied() -> None:
    assert np.shares_memory(as_images("images", IMAGES), IMAGES)
    assert np.shares_memory(as_images("images", DIGITS.x_train), DIGITS.x_train)


@pytest.mark.parametrize(
    ("images", "error", "says"),
    [
        (None, TypeError, "images: expected images as an array of numbers, found None"),
        ("digits", TypeError, "found the text 'digits'"),
        (DIGITS, TypeError, "found a Digits"),
        ([["a"] * 784], TypeError, "found a list of 1"),
        (IMAGES[0], ValueError, "expected n by 784 numbers, or n by 28 by 28, found 784"),
        (IMAGES[:, :100], ValueError, "found 500 by 100"),
        (np.zeros((2, 784, 1)), ValueError, "found 2 by 784 by 1"),
        (np.zeros((0, 784)), ValueError, "found 0 by 784"),
        (IMAGES * np.nan, ValueError, "expected finite numbers"),
        (IMAGES * 255, ValueError, "expected pixels from 0 to 1, found 0 to 255. Divide them by 255"),
    ],
)  # fmt: skip
def test_what_are_no_images_gets_one_line(images: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        as_images("images", images)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("labels", "error", "says"),
    [
        (LABELS[:5], ValueError, "labels: expected 500 labels, one for each image, found 5"),
        (TARGETS, TypeError, "labels: expected a list of numbers"),
        (LABELS + 1, ValueError, "expected whole numbers from 0 to 9, found 10"),
        (LABELS - 0.5, ValueError, "expected whole numbers from 0 to 9, found 4.5"),
    ],
)
def test_what_are_no_labels_gets_one_line(labels: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        as_labels("labels", labels, 500)


@pytest.mark.parametrize(
    ("seen", "every", "mark"),
    [(0, 50, 1), (5, 50, 10), (20, 50, 50), (50, 50, 100), (0, 1, 1), (3, 1, 4), (0, 3000, 1), (2000, 3000, 3000)],
)
def test_points_of_the_curve_are_dense_at_first(seen: int, every: int, mark: int) -> None:
    assert next_mark(seen, every) == mark


@pytest.mark.parametrize("size", [1, 100, 130])
def test_a_training_stops_where_it_is_told_and_wraps_round_after_an_epoch(size: int) -> None:
    learning = Training(IMAGES, TARGETS, np.zeros((10, 784)), size)
    met: list[int] = []

    def step(images: np.ndarray, targets: np.ndarray, weights: np.ndarray, alpha: float) -> tuple[np.ndarray, float]:
        met.extend(int(target.argmax()) for target in targets)
        return weights, 0.0

    while learning.seen < 1000:
        learning.advance(step, 0.01, 1000, 60)
    assert met == [*LABELS, *LABELS]


def test_the_curve_of_a_long_run_grows_ever_more_slowly() -> None:
    learning = Training(IMAGES, TARGETS, np.zeros((10, 784)), 100)
    points = []
    while learning.seen < 500 * 2000:
        learning.seen = next_mark(learning.seen, learning.every)
        points.append(learning.seen)
    assert len(points) < 3000


def test_weights_beyond_all_bounds_are_lost() -> None:
    assert Training(IMAGES, TARGETS, np.full((10, 784), np.nan)).lost
    assert Training(IMAGES, TARGETS, np.full((10, 784), 1e9)).lost
    assert not Training(IMAGES, TARGETS, np.ones((10, 784))).lost


def test_the_benchmark_measures_both() -> None:
    trainer, bare = benchmark.ratio(IMAGES, TARGETS, 100, 1)
    assert trainer > 0
    assert bare > 0
