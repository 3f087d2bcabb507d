"""Lab 05: handwritten digits, ten outputs and then one."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.arguments import Floats, array, count, described, learning_rate, matrix, number, same_length, vector

_SIDE = 28  # pixels
_WHITE = 255


def preprocess(images: NDArray[np.uint8]) -> Floats:
    """Return images `(n, 28, 28)` of grey values 0 to 255 as rows `(n, 784)` from 0 to 1."""
    grey = array("images", images, shape=(None, _SIDE, _SIDE))
    return grey.reshape(len(grey), _SIDE * _SIDE) / _WHITE


def one_hot(labels: ArrayLike, classes: int) -> Floats:
    """Return `(n, classes)`: 1 in each row at the label, else 0."""
    wanted = vector("labels", labels)
    classes = count("classes", classes, least=1)
    if not ((wanted >= 0) & (wanted < classes) & (wanted == wanted.astype(int))).all():
        msg = f"labels: expected whole numbers from 0 to {classes - 1}, found others. Check the labels or the number of classes."
        raise ValueError(msg)
    rows = np.zeros((len(wanted), classes))
    rows[np.arange(len(wanted)), wanted.astype(int)] = 1.0
    return rows


def neural_network(image: ArrayLike, weights: ArrayLike) -> Floats:
    """Return one prediction per row of `weights (m, n)` for an image `(n,)`."""
    pixels, rows = vector("image", image), matrix("weights", weights)
    if len(pixels) != rows.shape[1]:
        msg = f"image and weights: expected one weight per pixel, found {len(pixels)} and {rows.shape[1]}. Check both shapes."
        raise ValueError(msg)
    return rows @ pixels


def train_step(image: ArrayLike, target: ArrayLike, weights: ArrayLike, alpha: float) -> tuple[Floats, float]:
    """Return `(weights, error)`: the weights after one image, and the summed squared error before it."""
    wanted, rows = vector("target", target), matrix("weights", weights)
    same_length("target", wanted, "rows of weights", rows)
    delta = neural_network(image, rows) - wanted
    return rows - learning_rate(alpha) * np.outer(delta, vector("image", image)), float(delta @ delta)


def accuracy(images: ArrayLike, labels: ArrayLike, weights: ArrayLike) -> float:
    """Return the share (0 to 1) of images `(n, 784)` whose largest prediction is at the label."""
    rows, wanted, by_class = matrix("images", images), vector("labels", labels), matrix("weights", weights)
    same_length("images", rows, "labels", wanted)
    if rows.shape[1] != by_class.shape[1]:
        msg = f"images and weights: expected one weight per pixel, found {rows.shape[1]} and {by_class.shape[1]}. Check both."
        raise ValueError(msg)
    return float(np.mean(np.argmax(rows @ by_class.T, axis=1) == wanted))


def linear1(xb: ArrayLike, weights: ArrayLike, bias: float) -> Floats:
    """Return one number per image: `xb (n, k) @ weights (k,) + bias`."""
    rows, pixels = matrix("xb", xb), vector("weights", weights)
    if rows.shape[1] != len(pixels):
        msg = f"xb and weights: expected one weight per pixel, found {rows.shape[1]} and {len(pixels)}. Check both shapes."
        raise ValueError(msg)
    return rows @ pixels + number("bias", bias)


def sigmoid(x: ArrayLike) -> Floats | float:
    """Return 1 / (1 + exp(-x)), from 0 to 1, without overflow: by `exp(-|x|)` on either side of 0."""
    if isinstance(x, str):
        msg = f"x: expected a number or an array, found {described(x)}. Write numbers without quotes."
        raise TypeError(msg)
    values = np.asarray(x, dtype=np.float64)
    small = np.exp(-np.abs(values))
    result = np.where(values >= 0, 1.0, small) / (1.0 + small)
    return result if values.ndim else float(result)


def mnist_loss(predictions: ArrayLike, targets: ArrayLike) -> float:
    """Return the mean distance of the sigmoid of the predictions `(n,)` from the targets (0 or 1)."""
    raw, wanted = vector("predictions", predictions), _zeros_and_ones(targets)
    same_length("predictions", raw, "targets", wanted)
    return float(np.mean(np.abs(sigmoid(raw) - wanted)))


def batch_accuracy(predictions: ArrayLike, targets: ArrayLike, threshold: float) -> float:
    """Return the share of raw predictions `(n,)` on the right side of the threshold; above it means 1."""
    raw, wanted = vector("predictions", predictions), _zeros_and_ones(targets)
    same_length("predictions", raw, "targets", wanted)
    return float(np.mean((raw > number("threshold", threshold)) == (wanted == 1)))


def gradients(xb: ArrayLike, targets: ArrayLike, weights: ArrayLike, bias: float) -> tuple[Floats, float]:
    """Return `(d_weights, d_bias)`, the derivative of `mnist_loss(linear1(xb, weights, bias), targets)`.

    The loss is the mean of p where the target is 0 and of 1 - p where it is 1, and dp/dx = p (1 - p).
    """
    rows, wanted = matrix("xb", xb), _zeros_and_ones(targets)
    same_length("xb", rows, "targets", wanted)
    p = np.asarray(sigmoid(linear1(rows, weights, bias)))
    slope = (1 - 2 * wanted) * p * (1 - p) / len(rows)
    return slope @ rows, float(slope.sum())


def train_epoch(
    xb: ArrayLike, targets: ArrayLike, weights: ArrayLike, bias: float, alpha: float, batch_size: int
) -> tuple[Floats, float]:
    """Return `(weights, bias)` after one pass in order; a short last batch is averaged over its own size."""
    rows, wanted = matrix("xb", xb), _zeros_and_ones(targets)
    same_length("xb", rows, "targets", wanted)
    now, bias = vector("weights", weights), number("bias", bias)
    alpha, batch_size = learning_rate(alpha), count("batch_size", batch_size, least=1)
    for start in range(0, len(rows), batch_size):
        batch = slice(start, start + batch_size)
        d_weights, d_bias = gradients(rows[batch], wanted[batch], now, bias)
        now, bias = now - alpha * d_weights, bias - alpha * d_bias
    return now, bias


def save_model(path: str | Path, weights: ArrayLike, bias: ArrayLike) -> None:
    """Write weights and bias of any shapes to `path`, which ends in .npz; a file that is there is overwritten."""
    if not isinstance(path, str | os.PathLike) or Path(path).suffix != ".npz":
        msg = f"path: expected a path that ends in .npz, found {path!r}. Add .npz to the file's name."
        raise ValueError(msg)
    np.savez(path, weights=np.asarray(weights, dtype=np.float64), bias=np.asarray(bias, dtype=np.float64))


def load_model(path: str | Path, *, shape: tuple[int, ...] | None = None) -> tuple[Floats, Floats]:
    """Return `(weights, bias)` as saved.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: it holds no model, or its weights are not of `shape`, where one is given.
    """
    if not Path(path).is_file():
        msg = f"path: expected a saved model, found no file {Path(path).name}. Call save_model first."
        raise FileNotFoundError(msg)
    try:
        with np.load(path, allow_pickle=False) as model:
            weights, bias = model["weights"], model["bias"]
    except (ValueError, KeyError, TypeError, OSError) as error:
        msg = f"path: expected an archive with weights and bias, found something else in {Path(path).name}. Save it again."
        raise ValueError(msg) from error
    if shape is not None and weights.shape != shape:
        msg = (
            f"weights: expected shape {shape}, found {weights.shape} in {Path(path).name}. Load the file of this model."
        )
        raise ValueError(msg)
    return weights, bias


def _zeros_and_ones(targets: ArrayLike) -> Floats:
    wanted = vector("targets", targets)
    if not np.isin(wanted, (0, 1)).all():
        msg = "targets: expected only 0 and 1, found other numbers. Turn the labels into 0 and 1 first."
        raise ValueError(msg)
    return wanted
