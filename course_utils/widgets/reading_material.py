"""What `watch_training` works on: the images to learn from and to be tested on, where it begins, and who takes the steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course_utils import training
from course_utils.arguments import Floats, count, described, learning_rate
from course_utils.training import KINDS, PIXELS, Training
from course_utils.widgets.functions import Functions
from course_utils.widgets.outcome import UnusableError

TEN_OUTPUTS: dict[str, Callable[..., Any]] = {
    "train_step": lambda image, target, weights, alpha: training.batch_step(image[None], target[None], weights, alpha),
    "neural_network": lambda image, weights: weights @ image,
    "accuracy": lambda images, labels, weights: training.measured(images, labels, weights)[0],
}
"""The course's own, for what the learner gives no function of his own."""
_SAMPLE, _PICKS = 2000, 200  # images to measure on, and to look at

Labelled = tuple[Floats, NDArray[np.intp]]


@dataclass(frozen=True)
class Material:
    """All that is given: `sample` are images learned from, to measure on; `picks` those that one may look at."""

    functions: Functions
    images: NDArray[Any]
    targets: Floats
    sample: Labelled
    tests: Labelled | None
    picks: Labelled
    first_weights: Floats
    alpha: float
    epochs: int
    size: int

    @property
    def alone(self) -> bool:
        """Whether the learner's own `train_step` takes the steps, one image after the other."""
        return "train_step" in self.functions.mine

    def begun(self, few: int | None = None) -> Training:
        """Return a training that begins, with all images or the first `few`."""
        return Training(self.images[:few], self.targets[:few], self.first_weights.copy(), self.size)

    def step(self) -> training.Step:
        """Return what takes a step: the learner's newest `train_step`, or the course's own for batches."""
        if not self.alone:
            return training.batch_step
        train_step = self.functions.current()["train_step"]
        return lambda images, targets, weights, alpha: _checked(train_step(images[0], targets[0], weights, alpha))


def material(
    images: Any,
    labels: Any,
    functions: tuple[Any, ...],
    named: Mapping[str, Any],
    *,
    test_images: Any,
    test_labels: Any,
    alpha: float | None,
    weights: Any,
    epochs: int,
    batch: int | None,
) -> Material:
    """Return what `watch_training` was given, checked; raises as it does."""
    chosen = Functions(TEN_OUTPUTS, functions, named)
    alone = "train_step" in chosen.mine
    rows = training.as_images("images", images)
    truths = training.as_labels("labels", labels, len(rows))
    if (test_images is None) != (test_labels is None):
        msg = "test_images and test_labels: expected both or neither, found one of them. Give both."
        raise ValueError(msg)
    if alone and batch not in (None, 1):
        msg = f"batch: expected none beside `train_step`, which learns from one image, found {described(batch)}. Leave one out."
        raise ValueError(msg)
    tests = None
    if test_images is not None:
        known = training.as_floats(training.as_images("test_images", test_images))
        tests = (known, training.as_labels("test_labels", test_labels, len(known)))
    some = np.unique(np.linspace(0, len(rows) - 1, min(_SAMPLE, len(rows))).astype(int))
    seen, answers = tests or (training.as_floats(rows[:_PICKS]), truths)
    return Material(
        functions=chosen,
        images=rows,
        targets=training.one_hot(truths),
        sample=(training.as_floats(rows[some]), truths[some]),
        tests=tests,
        picks=(seen[:_PICKS], answers[:_PICKS]),
        first_weights=training.as_weights(weights),
        alpha=learning_rate((training.ALPHA_ALONE if alone else training.ALPHA) if alpha is None else alpha),
        epochs=count("epochs", epochs, least=1),
        size=1 if alone else training.BATCH if batch is None else count("batch", batch, least=1),
    )


def _checked(result: Any) -> tuple[Floats, float]:
    """Return what a `train_step` gave as `(weights, error)`; UnusableError if it is anything else."""
    if isinstance(result, tuple | list) and len(result) == 2:  # noqa: PLR2004
        try:
            weights, error = np.asarray(result[0], dtype=float), float(result[1])
        except (TypeError, ValueError, OverflowError):
            pass
        else:
            if weights.shape == (KINDS, PIXELS):
                return weights, error
            msg = f"`train_step` gave weights of shape {weights.shape}; the picture needs (10, 784), the shape that they came with."
            raise UnusableError(msg)
    found = "`None` (does it end with `return`?)" if result is None else described(result)
    msg = f"`train_step` gave {found}; the picture needs two things from it, the new weights and the error."
    raise UnusableError(msg)
