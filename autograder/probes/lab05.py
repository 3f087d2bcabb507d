"""Lab 05's probes: arrays throughout; 784 pixels only where the lab fixes them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from autograder.probes.dice import Arguments, Dice, ProbedFunction
from autograder.reference import lab05

_PIXELS = 784
Unequal = Iterator[tuple[Arguments, tuple[int, int]]]


def _grey(dice: Dice, *shape: int) -> np.ndarray:
    grey: np.ndarray = np.maximum(dice.many(-200, 255, int(np.prod(shape))), 0).astype(np.uint8).reshape(shape)
    return grey


def _images(dice: Dice) -> Iterator[Arguments]:
    for n in (1, 2, 5):
        yield (_grey(dice, n, 28, 28),)
    yield (np.minimum(_grey(dice, 3, 28, 28), dice.whole(60, 200)).astype(np.uint8),)  # no pixel is fully white
    yield (np.full((2, 28, 28), dice.whole(1, 254), dtype=np.uint8),)
    brightest = np.array([dice.whole(40, 90), dice.whole(100, 150), dice.whole(160, 210)])  # each image its own
    yield (np.minimum(_grey(dice, 3, 28, 28), brightest[:, None, None]).astype(np.uint8),)


def _labels(dice: Dice) -> Iterator[Arguments]:
    for n, classes, dtype in (
        (6, 10, np.uint8),
        (1, 10, np.uint8),
        (4, 3, np.int64),
        (8, 5, np.int64),
        (5, 12, np.uint8),
    ):
        drawn = [dice.whole(0, classes - 1) for _ in range(n)]
        yield np.array(drawn, dtype=dtype), classes
    yield np.array([0, 1, 0], dtype=np.uint8), 10  # the last classes don't occur
    yield np.array([9, 0, 8], dtype=np.uint8), 10
    yield np.array([0, 0]), 1


def _predictions(dice: Dice) -> Iterator[Arguments]:
    for pixels, classes in ((4, 3), (3, 5), (1, 2), (6, 1), (10, 10)):
        yield dice.array(pixels), dice.array(classes, pixels)
    yield np.array(dice.wholes(3)), np.array(dice.whole_rows(2, 3))
    yield dice.array(3), np.array(dice.whole_rows(2, 3))
    yield np.array(dice.wholes(3)), dice.array(2, 3)
    yield dice.array(2), dice.array(13, 2)
    yield dice.array(4) / 3, dice.array(3, 4) / 7  # digits that half precision would lose
    yield dice.pixels(_PIXELS), dice.array(10, _PIXELS)
    yield np.zeros(4), dice.array(3, 4)


def _steps(dice: Dice) -> Iterator[Arguments]:
    for pixels, classes in ((4, 3), (3, 5), (1, 2), (6, 1), (7, 10)):
        target = np.zeros(classes)
        target[dice.whole(0, classes - 1)] = 1.0
        yield dice.array(pixels), target, dice.array(classes, pixels), dice.choice((0.25, 0.125, 0.0625))
    yield np.array(dice.wholes(3)), np.array([0, 1]), np.array(dice.whole_rows(2, 3)), 0.125
    yield dice.array(3), np.eye(12)[11], dice.array(12, 3), 0.0625
    yield dice.array(4) / 3, np.eye(3)[0], dice.array(3, 4) / 7, 0.1
    yield dice.pixels(_PIXELS), np.eye(10)[dice.whole(0, 9)], dice.array(10, _PIXELS, reach=1), 0.0078125


def _without_ties(dice: Dice, n: int, classes: int, *, alike: bool) -> tuple[np.ndarray, np.ndarray]:
    """Draw images and weights; `alike`: each image resembles one row of weights, in turn from the last, so that all win."""
    while True:
        images, weights = dice.pixels(n, _PIXELS), dice.array(classes, _PIXELS)
        if alike:
            models = np.maximum(weights[[-1 - number % classes for number in range(n)]], 0) / 2
            images = 0.25 * images + 0.75 * models
        first, second = np.sort(images @ weights.T, axis=1).T[[-1, -2]]
        if (first > second).all():
            return images, weights


def _images_and_labels(dice: Dice) -> Iterator[Arguments]:
    for n, classes, alike in (
        (8, 10, False),
        (5, 3, False),
        (1, 10, False),
        (12, 2, False),
        (30, 10, False),
        (15, 14, True),
    ):
        images, weights = _without_ties(dice, n, classes, alike=alike)
        best = np.argmax(images @ weights.T, axis=1)
        others = np.array([dice.whole(0, classes - 1) for _ in range(n)])
        yield images, np.where(np.arange(n) % 3 == 0, others, best), weights
        if n > 1:
            yield images, best, weights
            yield images, (best + 1) % classes, weights


def _batches(dice: Dice) -> Iterator[Arguments]:
    for n in (1, 4, 7):
        yield dice.pixels(n, _PIXELS), dice.array(_PIXELS, reach=1), dice.number()
    yield dice.pixels(3, _PIXELS), dice.array(_PIXELS, reach=1), 0
    yield _sparse(dice, 3) / 3, dice.array(_PIXELS, reach=1) / 7, dice.number() / 3
    yield dice.pixels(3, _PIXELS), np.array([dice.whole(-3, 3) for _ in range(_PIXELS)]), 2
    yield np.array([[dice.whole(0, 1) for _ in range(_PIXELS)] for _ in range(2)]), dice.array(_PIXELS, reach=1), 0.5
    yield np.zeros((2, _PIXELS)), dice.array(_PIXELS, reach=1), dice.number()
    whole = np.array([[dice.whole(0, 1) for _ in range(_PIXELS)] for _ in range(2)])
    yield whole, np.array([dice.whole(-3, 3) for _ in range(_PIXELS)]), dice.number()


def _points(dice: Dice) -> Iterator[Arguments]:
    yield (dice.number(3),)
    yield (-abs(dice.number(3)),)
    yield (0,)
    yield (dice.whole(1, 3),)
    yield (dice.array(5),)
    yield (dice.array(2, 3),)
    yield (np.array([-1000.0, -40.0, 0.0, 40.0, 1000.0]),)
    yield (1000,)
    yield (-1000.0,)
    yield (np.array([-3, 0, 2]),)


def _scores_and_targets(dice: Dice) -> Iterator[Arguments]:
    yield dice.array(1, reach=1), dice.targets(1)
    for n in (2, 3, 6, 9):
        yield dice.array(n, reach=2), dice.targets(n)
    yield dice.array(4, reach=2), dice.targets(4).astype(np.float64)
    yield dice.array(3, reach=1), np.ones(3)
    yield dice.array(5, reach=1), np.zeros(5, dtype=int)
    yield np.array([1, -2, 2]), np.array([0, 1, 1])


def _thresholds(dice: Dice) -> Iterator[Arguments]:
    for n, threshold in ((7, 0), (6, 0.5), (9, 0.0), (8, -1), (5, 2.0), (1, 0), (10, 5)):
        scores = np.array(dice.numbers(n)) + threshold
        yield scores, dice.targets(n), threshold
    target = dice.whole(0, 1)
    yield np.array([5.5, 6.25, 3.25, 1.5, 8.0]), np.array([1, 0, target, 0, 1]), 5  # one between half of it and itself
    yield (
        np.array([-1.5, -3.25, 1.25, 4.0, -6.0]),
        np.array([target, 0, target, 1, 0]),
        -2,
    )  # two between it and its size
    yield np.array([-1.5, -3.25, -6.0]), np.array([target, 0, 1]), -2  # one between it and half of it
    yield np.array([0.25, 0.75, -0.75, 0.125]), dice.targets(4).astype(np.float64), 0


def _sparse(dice: Dice, n: int) -> np.ndarray:
    """Images with so few bright pixels that the sigmoid doesn't saturate and nothing cancels."""
    images = dice.pixels(n, _PIXELS)
    images[:, np.arange(_PIXELS) % 40 > 0] = 0.0
    return images


def _gradient_points(dice: Dice) -> Iterator[Arguments]:
    for n, pixels in ((4, 3), (1, 2), (6, 5), (3, 1)):
        yield dice.array(n, pixels), dice.targets(n), dice.array(pixels, reach=1), dice.number(1)
    yield dice.array(5, 2), dice.targets(5).astype(np.float64), dice.array(2, reach=1), 0
    yield np.array(dice.whole_rows(4, 2, 2)), dice.targets(4), np.array([1, -1]), 0
    yield _sparse(dice, 1), dice.targets(1), dice.array(_PIXELS, reach=1), dice.number(1)


def _epochs(dice: Dice) -> Iterator[Arguments]:
    settings = ((6, 3, 2, 0.5), (7, 2, 3, 1.0), (5, 4, 5, 0.25), (4, 2, 10, 2), (3, 3, 1, 0.5), (11, 2, 4, 4.0))
    for n, pixels, batch_size, alpha in settings:
        yield dice.array(n, pixels), dice.targets(n), dice.array(pixels, reach=1), dice.number(1), alpha, batch_size
    yield dice.array(5, 2), dice.targets(5).astype(np.float64), np.zeros(2), 0, 1.0, 2
    yield dice.array(5, 3), dice.targets(5), np.array(dice.wholes(3, 3)), 1, 0.5, 2
    yield np.array(dice.whole_rows(4, 2, 3)), dice.targets(4), np.array([1, -1]), 0, 0.5, 3
    yield _sparse(dice, 5), dice.targets(5), dice.array(_PIXELS, reach=1), dice.number(1), 0.5, 2


def _models(dice: Dice) -> Iterator[Arguments]:
    yield dice.array(5), dice.number()
    yield dice.array(10, 7), dice.array(10)
    yield dice.array(2, 3, 4), np.array(dice.number())
    yield np.array(dice.wholes(3)), dice.whole(1, 9)
    yield np.zeros(4), 0.0
    yield dice.array(1, 5) / 3, dice.number() / 7000  # lone axes, and digits that must not be rounded away
    yield dice.array(6, 1) * 12345.678, 1e-5 / 3


def _unequal_predictions(dice: Dice) -> Unequal:
    yield (dice.array(4), dice.array(3, 6)), (4, 6)
    yield (dice.array(7), dice.array(3, 5)), (7, 5)


def _unequal_steps(dice: Dice) -> Unequal:
    yield (dice.array(4), np.eye(3)[1], dice.array(3, 6), 0.25), (4, 6)
    yield (dice.array(7), np.eye(3)[1], dice.array(3, 5), 0.25), (7, 5)
    yield (dice.array(6), np.eye(5)[1], dice.array(3, 6), 0.25), (5, 3)
    yield (dice.array(6), np.eye(2)[1], dice.array(4, 6), 0.25), (2, 4)


def _unequal_batches(dice: Dice) -> Unequal:
    yield (dice.pixels(3, _PIXELS), dice.array(500), 0.5), (_PIXELS, 500)
    yield (dice.pixels(2, 300), dice.array(_PIXELS), 0.5), (300, _PIXELS)


def _unequal_scores(dice: Dice) -> Unequal:
    yield (dice.array(4), dice.targets(7)), (4, 7)
    yield (dice.array(6), dice.targets(3)), (6, 3)


def _unequal_gradients(dice: Dice) -> Unequal:
    yield (dice.array(3, 4), dice.targets(3), dice.array(6), 0.5), (4, 6)
    yield (dice.array(3, 7), dice.targets(3), dice.array(5), 0.5), (7, 5)


def _unequal_epochs(dice: Dice) -> Unequal:
    yield (dice.array(5, 4), dice.targets(5), dice.array(6), 0.5, 1.0, 2), (4, 6)
    yield (dice.array(5, 7), dice.targets(5), dice.array(3), 0.5, 1.0, 2), (7, 3)


def _shown(draw: str) -> Dice:
    return Dice(f"visible check, {draw}")


def _shown_models(name: str) -> tuple[Arguments, ...]:
    models = list(_models(_shown(name)))
    return (*models[:3], models[5])  # the last one has an axis of length 1


_RAMP = np.arange(2 * _PIXELS, dtype=np.uint16).reshape(2, 28, 28).astype(np.uint8)
_ACROSS = np.array([0.0, 0.5, 1.0, -0.5])
_THREE_BY_FOUR = np.array([[1.0, 0.0, -1.0, 2.0], [0.5, 0.5, 0.5, 0.5], [0.0, 2.0, 0.0, -1.0]])
_XB = np.array([[1.0, 0.0], [0.5, -1.0], [0.25, 2.0], [-1.0, 1.0], [0.0, 0.5]])
_TARGETS = np.array([1, 0, 1, 0, 1])

QUESTIONS = (
    ProbedFunction(
        "preprocess",
        lab05.preprocess,
        ((_RAMP,), (_RAMP[:1] // 2,), (_RAMP // np.array([2, 3], dtype=np.uint8)[:, None, None] + np.uint8(20),)),
        _images,
    ),
    ProbedFunction(
        "one_hot",
        lab05.one_hot,
        ((np.array([5, 0, 4, 1, 9], dtype=np.uint8), 10), (np.array([2, 0]), 3), (np.array([1, 1, 0]), 5)),
        _labels,
    ),
    ProbedFunction(
        "neural_network",
        lab05.neural_network,
        (
            (_ACROSS, _THREE_BY_FOUR),
            (np.array([2.0]), np.array([[1.0], [-3.0]])),
            next(_predictions(_shown("neural_network"))),
        ),
        _predictions,
        (((np.array([1.0, 2.0, 3.0]), _THREE_BY_FOUR), (3, 4)),),
        _unequal_predictions,
    ),
    ProbedFunction(
        "train_step",
        lab05.train_step,
        (
            (_ACROSS, np.array([0.0, 1.0, 0.0]), _THREE_BY_FOUR, 0.25),
            (
                np.array([1.0, 2.0]),
                np.array([1, 0, 0, 0]),
                np.array([[0.5, 0.5], [1.0, 0.0], [0.0, -1.0], [0.25, 0.25]]),
                0.125,
            ),
        ),
        _steps,
        (
            ((np.array([1.0, 2.0, 3.0]), np.eye(3)[0], _THREE_BY_FOUR, 0.25), (3, 4)),
            ((_ACROSS, np.eye(5)[0], _THREE_BY_FOUR, 0.25), (5, 3)),
        ),
        _unequal_steps,
    ),
    ProbedFunction("accuracy", lab05.accuracy, tuple(_images_and_labels(_shown("accuracy")))[1:5], _images_and_labels),
    ProbedFunction(
        "linear1",
        lab05.linear1,
        tuple(_batches(_shown("linear1")))[:3],
        _batches,
        (((np.ones((2, 300)), np.ones(_PIXELS), 0.5), (300, _PIXELS)),),
        _unequal_batches,
    ),
    ProbedFunction(
        "sigmoid",
        lab05.sigmoid,
        ((0,), (1.5,), (-1.5,), (np.array([-2.0, 0.0, 3.0]),), (np.array([-1000.0, 1000.0]),), (1000.0,), (-1000,)),
        _points,
        quiet=True,
    ),
    ProbedFunction(
        "mnist_loss",
        lab05.mnist_loss,
        (
            (np.array([2.0, -1.0, 0.5]), np.array([1, 0, 0])),
            (np.array([0.0]), np.array([1])),
            (np.array([1.0, -0.5, 0.25, -2.0]), np.array([1.0, 0.0, 1.0, 1.0])),
        ),
        _scores_and_targets,
        (((np.array([2.0, -1.0, 0.5]), np.array([1, 0])), (3, 2)),),
        _unequal_scores,
    ),
    ProbedFunction(
        "batch_accuracy",
        lab05.batch_accuracy,
        (
            (np.array([2.0, -1.0, 0.5, -3.0, 0.25]), np.array([1, 0, 0, 1, 1]), 0),
            (np.array([5.5, 6.25, 4.25, 4.75]), np.array([1, 0, 0, 1]), 5),
            (np.array([0.25, 0.75, -0.5]), np.array([1, 0, 0]), 0.5),
        ),
        _thresholds,
    ),
    ProbedFunction(
        "gradients",
        lab05.gradients,
        (
            (_XB, _TARGETS, np.array([0.5, -0.25]), 0.125),
            (_XB[:1], _TARGETS[:1], np.array([0.0, 0.0]), 0),
            (_XB[:3], np.array([1, 1, 0]), np.array([1.0, 0.5]), -0.5),
        ),
        _gradient_points,
        (((_XB, _TARGETS, np.array([0.5, -0.25, 1.0]), 0.125), (2, 3)),),
        _unequal_gradients,
    ),
    ProbedFunction(
        "train_epoch",
        lab05.train_epoch,
        (
            (_XB, _TARGETS, np.array([0.5, -0.25]), 0.125, 1.0, 5),
            (_XB, _TARGETS, np.array([0.5, -0.25]), 0.125, 1.0, 2),
            (_XB[:4], _TARGETS[:4], np.array([0.0, 0.0]), 0, 0.5, 1),
            (_XB, _TARGETS, np.array([0.0, 1.0]), 0.0, 0.5, 100),
        ),
        _epochs,
        (((_XB, _TARGETS, np.array([0.5, -0.25, 1.0]), 0.125, 1.0, 2), (2, 3)),),
        _unequal_epochs,
    ),
    ProbedFunction("save_model", lab05.save_model, _shown_models("save_model"), _models),
    ProbedFunction("load_model", lab05.load_model, _shown_models("load_model"), _models),
)
