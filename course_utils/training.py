"""Training ten outputs on handwritten digits, many images at a time: the labs' own rule, without a notebook or a page.

The rule is `delta = pred - target`, `weight_delta = input * delta`, without a factor 2. A batch moves the weights once, by
alpha times the mean of its images' weight_deltas; a batch of one image is exactly a learner's `train_step`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.arguments import Floats, array, described

KINDS, PIXELS, SIDE = 10, 784, 28
BATCH = 100
"""Images of a batch: enough for a matrix product to be quick, few enough for 600 steps in an epoch of MNIST."""
ALPHA = 0.01
"""For batches of 100: one epoch of MNIST ends at 0.846 of the test images; from 2 / 38 on, 0.0525, it would diverge."""
ALPHA_ALONE = 0.001
"""For one image after the other, as in the lab."""
_WHITEST = 255
_MOST = 16.0  # a pixel beyond this was never divided by 255
_MOST_POINTS = 300

Step = Callable[[Floats, Floats, Floats, float], tuple[Floats, float]]
"""`(images, targets, weights, alpha)` to the new weights and the summed squared error of these images before it."""


def as_images(name: str, images: Any) -> NDArray[Any]:
    """Return images as rows `(n, 784)`, bytes or float64, without a copy where they are so already.

    They may be `(n, 784)` or `(n, 28, 28)`; bytes are grey values 0 to 255, anything else is taken as it is.

    Raises:
        TypeError: they are not an array of numbers.
        ValueError: another shape, none at all, nan or inf, or fractions that nobody divided by 255.
    """
    rows = np.asarray(images) if isinstance(images, np.ndarray | list | tuple) else None
    if rows is None or rows.dtype.kind not in "fiub":
        msg = f"{name}: expected images as an array of numbers, found {described(images)}. Pass what mnist.load or preprocess gives."
        raise TypeError(msg)
    if rows.ndim not in (2, 3) or rows[:1].size != PIXELS or (rows.ndim == 3 and rows.shape[1] != SIDE):  # noqa: PLR2004
        shape = " by ".join(map(str, rows.shape)) or "one number"
        msg = f"{name}: expected n by 784 numbers, or n by 28 by 28, found {shape}. Pass one row per image."
        raise ValueError(msg)
    rows = rows.reshape(len(rows), PIXELS)
    if rows.dtype == np.uint8:
        return rows
    rows = rows.astype(np.float64, copy=False)
    low, high = float(rows.min()), float(rows.max())
    if not np.isfinite([low, high]).all():
        msg = f"{name}: expected finite numbers, found nan or inf in it. Check the calculation that it comes from."
        raise ValueError(msg)
    if max(-low, high) > _MOST:
        msg = f"{name}: expected pixels from 0 to 1, found {low:g} to {high:g}. Divide them by 255, as preprocess does."
        raise ValueError(msg)
    return rows


def as_labels(name: str, labels: Any, how_many: int) -> NDArray[np.intp]:
    """Return labels as whole numbers `(n,)`; ValueError unless there is one for each image, from 0 to 9."""
    found = array(name, labels, shape=(None,))
    if len(found) != how_many:
        msg = f"{name}: expected {how_many} labels, one for each image, found {len(found)}. Check what goes with what."
        raise ValueError(msg)
    strange = found[(found != np.rint(found)) | (found < 0) | (found >= KINDS)]
    if strange.size:
        msg = f"{name}: expected whole numbers from 0 to 9, found {strange[0]:g}. Pass the labels themselves, not one-hot rows."
        raise ValueError(msg)
    return found.astype(np.intp)


def as_weights(weights: ArrayLike | None) -> Floats:
    """Return a copy of the weights `(10, 784)`; None stands for zeros."""
    if weights is None:
        return np.zeros((KINDS, PIXELS))
    return array("weights", weights, shape=(KINDS, PIXELS))


def as_floats(images: NDArray[Any]) -> Floats:
    """Return rows of pixels from 0 to 1: bytes divided by 255, floats as they are."""
    return images / _WHITEST if images.dtype == np.uint8 else images


def one_hot(labels: NDArray[np.intp]) -> Floats:
    """Return the targets `(n, 10)`: 1 at the label, else 0."""
    targets = np.zeros((len(labels), KINDS))
    targets[np.arange(len(labels)), labels] = 1
    return targets


def batch_step(images: Floats, targets: Floats, weights: Floats, alpha: float) -> tuple[Floats, float]:
    """Return the weights after one batch, and the summed squared error of its images before it.

    images `(n, 784)`, targets `(n, 10)`, weights `(10, 784)`: the mean of the n images' weight_deltas moves them.
    """
    deltas = images @ weights.T
    deltas -= targets
    weight_deltas = deltas.T @ images
    weight_deltas *= -alpha / len(images)
    weight_deltas += weights
    return weight_deltas, float(np.vdot(deltas, deltas))


def whole_pass(
    images: NDArray[Any], targets: Floats, weights: Floats, alpha: float = ALPHA, batch: int = BATCH
) -> tuple[Floats, Floats]:
    """Return the weights after every image was seen once, in order, and each batch's mean error before its step."""
    errors = []
    for start in range(0, len(images), batch):
        some = as_floats(images[start : start + batch])
        weights, error = batch_step(some, targets[start : start + batch], weights, alpha)
        errors.append(error / len(some))
    return weights, np.array(errors)


def measured(images: Floats, labels: NDArray[np.intp], weights: Floats) -> tuple[float, float]:
    """Return the accuracy, and the mean over the images of the summed squared error."""
    preds = images @ weights.T
    right = float(np.mean(np.argmax(preds, axis=1) == labels))
    preds[np.arange(len(labels)), labels] -= 1
    return right, float(np.vdot(preds, preds)) / len(labels)


def next_mark(seen: int, every: int) -> int:
    """Return after how many images to measure next: 1, 2, 5, 10, 20, ... at first, then each `every` images.

    >>> [next_mark(seen, 50) for seen in (0, 1, 7, 20, 50, 120)]
    [1, 2, 10, 50, 100, 150]
    """
    rounds = [int(digit * 10**power) for power in range(len(str(every))) for digit in (1, 2, 5)]
    return next((mark for mark in rounds if seen < mark < every), every * (seen // every + 1))


@dataclass
class Training:
    """How far the learning is: the weights now, how many images they saw, and the curve of what was measured on the way.

    A point of `curve` is (images seen, accuracy and error on the images learned from, accuracy and error on new ones).
    """

    images: NDArray[Any]
    targets: Floats
    weights: Floats
    size: int = BATCH
    seen: int = 0
    curve: list[tuple[float, ...]] = field(default_factory=list)

    @property
    def every(self) -> int:
        """How many images pass from one point of the curve to the next, in the long run."""
        steps = max(len(self.images) // 20 // self.size, 1)
        return steps * self.size << max(self.seen - 1, 0) * 20 // (_MOST_POINTS * len(self.images))

    def advance(self, step: Step, alpha: float, until: int, seconds: float) -> None:
        """Take steps until `until` images were seen, a point of the curve is due, or the time is over; raises as `step` does."""
        end = time.perf_counter() + seconds
        until = min(until, next_mark(self.seen, self.every))
        while self.seen < until:
            place = self.seen % len(self.images)
            some = slice(place, min(place + self.size, len(self.images)))
            self.weights, _ = step(as_floats(self.images[some]), self.targets[some], self.weights, alpha)
            self.seen += some.stop - some.start
            if time.perf_counter() > end:
                return

    @property
    def due(self) -> bool:
        """Whether a point of the curve is due."""
        return not self.curve or self.seen >= next_mark(int(self.curve[-1][0]), self.every)

    @property
    def lost(self) -> bool:
        """Whether the weights have left all bounds."""
        return not float(np.abs(self.weights).max()) < 1e6  # noqa: PLR2004 - true for nan
