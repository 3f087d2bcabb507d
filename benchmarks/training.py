"""How near the trainer of `watch_training` comes to the bare matrix products that its rule can't do without.

`python -m benchmarks.training` trains ten outputs on MNIST's 60,000 digits, one epoch for each size of batch, and does the two
products of each batch alone (`xb @ weights.T` and `deltas.T @ xb`), in turns, so that a busy machine disturbs both alike.
Printed is the quickest of each, their ratio, and the accuracy on the test images.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from course_utils import mnist
from course_utils.training import ALPHA, BATCH, KINDS, PIXELS, as_images, measured, one_hot, whole_pass

Floats = NDArray[np.float64]


def bare_products(images: Floats, deltas: Floats, weights: Floats, batch: int) -> None:
    """Do the two matrix products of every batch, and nothing else."""
    for start in range(0, len(images), batch):
        some = images[start : start + batch]
        some @ weights.T
        deltas[start : start + batch].T @ some


def seconds_of(*works: Callable[[], object], times: int) -> list[float]:
    """Return the shortest time of each, taken in turns."""
    best = [float("inf")] * len(works)
    for _ in range(times):
        for place, work in enumerate(works):
            began = time.perf_counter()
            work()
            best[place] = min(best[place], time.perf_counter() - began)
    return best


def ratio(images: Floats, targets: Floats, batch: int, times: int) -> tuple[float, float]:
    """Return the seconds of a whole pass by the trainer, and of its bare matrix products."""
    weights, deltas = np.zeros((KINDS, PIXELS)), np.ones((len(images), KINDS))
    trainer, bare = seconds_of(
        lambda: whole_pass(images, targets, weights, ALPHA, batch),
        lambda: bare_products(images, deltas, weights, batch),
        times=times,
    )
    return trainer, bare


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--batches", type=int, nargs="*", default=[50, BATCH, 200, 500])
    parser.add_argument("--times", type=int, default=5, help="repetitions; the quickest of each counts")
    options = parser.parse_args()
    digits = mnist.load()
    images, test_images = (grey.reshape(-1, PIXELS) / 255 for grey in (digits.x_train, digits.x_test))
    targets, test_labels = one_hot(digits.y_train.astype(np.intp)), digits.y_test.astype(np.intp)
    table = Table(title=f"one epoch of {len(images)} digits, float64, alpha {ALPHA}")
    for heading in ("images\nper batch", "trainer\nms", "bare products\nms", "ratio", "test\naccuracy"):
        table.add_column(heading, justify="right")
    for batch in options.batches:
        trainer, bare = ratio(as_images("images", images), targets, batch, options.times)
        weights, _ = whole_pass(images, targets, np.zeros((KINDS, PIXELS)), ALPHA, batch)
        share, _ = measured(test_images, test_labels, weights)
        table.add_row(
            str(batch), f"{1000 * trainer:.0f}", f"{1000 * bare:.0f}", f"{trainer / bare:.2f}", f"{share:.3f}"
        )
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
