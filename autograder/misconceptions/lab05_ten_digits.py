"""Wrong formulas of lab 05, part A: pixels, labels and ten outputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.misconceptions.formula import Help, Misconception, wrong

_Formula = Callable[..., Any]


# preprocess


def _flat(images: Any) -> Any:
    return np.asarray(images, dtype=float).reshape(len(images), -1)


def _scaled(images: Any) -> Any:
    return _flat(images) / 255


def _over(images: Any, divisor: float) -> Any:
    return _flat(images) / divisor


def _softened(images: Any) -> Any:
    return np.exp(_scaled(images)) / np.exp(_scaled(images)).sum(axis=1, keepdims=True)


def _stretched(images: Any, axis: int | None, spare: float) -> Any:
    rows = _flat(images)
    low, high = rows.min(axis=axis, keepdims=True), rows.max(axis=axis, keepdims=True)
    return (rows - low) / (high - low + spare)


def _standard(rows: Any, axis: int | None, spare: float) -> Any:
    return (rows - rows.mean(axis=axis, keepdims=True)) / (rows.std(axis=axis, keepdims=True) + spare)


# one_hot


def _hot(labels: Any, classes: int) -> Any:
    return np.eye(classes)[np.asarray(labels, dtype=int)]


def _marked(labels: Any, classes: int, rows: Any, columns: Any, value: Any = 1) -> Any:
    out = np.zeros((len(labels), classes))
    out[rows, columns] = value
    return out


def _never_emptied(labels: Any, classes: int) -> Any:
    return np.maximum.accumulate(_hot(labels, classes), axis=0)


def _one_row_for_all(labels: Any, classes: int) -> Any:
    return np.tile(_hot(labels, classes).max(axis=0), (len(labels), 1))


# neural_network


def _softmax(scores: Any) -> Any:
    powers = np.exp(scores - np.max(scores))
    return powers / powers.sum()


def _squashed(scores: Any) -> Any:
    return (1 + np.tanh(np.asarray(scores) / 2)) / 2


def _winner(scores: Any) -> Any:
    return np.eye(len(scores))[np.argmax(scores)]


def _into(array: Any, image: Any, weights: Any) -> Any:
    for place, row in enumerate(weights):
        array[place] = row @ image
    return array


# train_step


def _step(
    *,
    see: _Formula = lambda preds: preds,
    miss: _Formula = lambda preds, target: preds - target,
    learn: _Formula = lambda deltas, _preds, _target: deltas,
    blame: _Formula = lambda deltas, image, _weights: np.outer(deltas, image),
    move: _Formula = lambda weights, weight_deltas, alpha: weights - alpha * weight_deltas,
    count: _Formula = lambda deltas: np.sum(deltas**2),
) -> _Formula:
    """Return a `train_step` in which the given parts take the place of the right ones."""

    def step(image: Any, target: Any, weights: Any, alpha: float) -> Any:
        preds = see(weights @ image)
        deltas = miss(preds, target)
        weight_deltas = blame(learn(deltas, preds, target), image, weights)
        return move(weights, weight_deltas, alpha), count(deltas)

    return step


_right_step = _step()


def _steps(**parts: _Formula) -> tuple[_Formula, ...]:
    """Return the `train_step` with these parts, with the right error and with errors of other books."""
    return (
        _step(**parts),
        _step(**parts, count=lambda deltas: np.mean(deltas**2)),
        _step(**parts, count=lambda deltas: np.sum(deltas**2) / 2),
        _step(**parts, count=lambda deltas: np.sum(np.abs(deltas))),
        _step(**parts, count=lambda deltas: np.sum(deltas)),
        _step(**parts, count=lambda deltas: deltas**2),
    )


def _counted(error: _Formula) -> _Formula:
    """Return a `train_step` whose error is computed from everything, its new weights included."""

    def step(image: Any, target: Any, weights: Any, alpha: float) -> Any:
        new, _ = _right_step(image, target, weights, alpha)
        return new, error(image, target, weights, new)

    return step


def _one_after_another(image: Any, target: Any, weights: Any, alpha: float) -> Any:
    now = np.array(weights, dtype=float)
    for pixel, value in enumerate(image):
        now[:, pixel] -= alpha * (now @ image - target) * value
    return now, np.sum((weights @ image - target) ** 2)


def _twice(image: Any, target: Any, weights: Any, alpha: float) -> Any:
    once, error = _right_step(image, target, weights, alpha)
    return _right_step(image, target, once, alpha)[0], error


def _only_when_wrong(image: Any, target: Any, weights: Any, alpha: float) -> Any:
    new, error = _right_step(image, target, weights, alpha)
    return (weights if np.argmax(weights @ image) == np.argmax(target) else new), error


def _by_digits(difference: _Formula) -> _Formula:
    """Return a `train_step` whose only delta is a difference of digits."""

    def step(image: Any, target: Any, weights: Any, alpha: float) -> Any:
        delta = difference(np.argmax(weights @ image), np.argmax(target))
        return weights - alpha * delta * image, delta**2

    return step


def _true_row_alone(image: Any, target: Any, weights: Any, alpha: float) -> Any:
    delta = (weights @ image - target) * (np.asarray(target) == 1)
    return weights - alpha * np.outer(delta, image), np.sum(delta**2)


def _into_like(image: Any, target: Any, weights: Any, alpha: float) -> Any:
    new, error = _right_step(image, target, weights, alpha)
    return np.asarray(new).astype(weights.dtype), error


def _in_place(image: Any, target: Any, weights: Any, alpha: float) -> Any:
    new = weights.copy()
    new -= alpha * np.outer(weights @ image - target, image)
    return new, np.sum((weights @ image - target) ** 2)


def _places(deltas: Any, chosen: _Formula) -> Any:
    return deltas * chosen(np.arange(len(deltas)))


# accuracy


def _guesses(images: Any, weights: Any) -> Any:
    return (images @ weights.T).argmax(axis=1)


def _hits(images: Any, labels: Any, weights: Any) -> Any:
    return _guesses(images, weights) == labels


def _at_label(images: Any, labels: Any, weights: Any) -> Any:
    return (images @ weights.T)[np.arange(len(labels)), labels]


def _among(images: Any, labels: Any, weights: Any, best: int) -> Any:
    order = np.argsort(images @ weights.T, axis=1)[:, -best:]
    return np.mean((order == np.asarray(labels)[:, None]).any(axis=1))


def _by_distance(images: Any, labels: Any, weights: Any, distance: _Formula) -> Any:
    nearest = [distance(weights - image).sum(axis=1).argmin() for image in images]
    return np.mean(np.array(nearest) == labels)


def _per_digit(images: Any, labels: Any, weights: Any) -> Any:
    hits = _hits(images, labels, weights)
    return np.mean([hits[labels == digit].mean() for digit in np.unique(labels)])


def _per_guess(images: Any, labels: Any, weights: Any) -> Any:
    hits, guesses = _hits(images, labels, weights), _guesses(images, weights)
    return np.mean([hits[guesses == digit].mean() for digit in np.unique(guesses)])


def _targets(labels: Any, weights: Any) -> Any:
    return np.eye(len(weights))[np.asarray(labels, dtype=int)]


def _misses(images: Any, labels: Any, weights: Any) -> Any:
    return images @ weights.T - _targets(labels, weights)


MISCONCEPTIONS: dict[str, tuple[Misconception, ...]] = {
    "preprocess": (
        wrong(
            "not-scaled",
            "It looks as if the images are laid out in rows, but the grey values keep their old size. The shape is "
            "right, so nothing complains. What is the largest number in your result, and what should it be?",
            _flat,
        ),
        wrong(
            "divided-by-256",
            "It looks as if you divide by 256. There are indeed 256 different grey values, since 0 is one of them. "
            "Which number does a fully white pixel become in your version?",
            lambda images: _over(images, 256),
        ),
        wrong(
            "other-divisor",
            "It looks as if every grey value is divided by a fixed number, but not by the one that turns full white "
            "into 1. A slip of one digit or another range in mind does that. What does the brightest possible pixel "
            "become?",
            *(lambda images, divisor=divisor: _over(images, divisor) for divisor in (254, 225, 250, 225.5, 265, 1000)),
            *(
                lambda images, divisor=divisor: _over(images, divisor)
                for divisor in (10, 28, 100, 127, 127.5, 128, 784)
            ),
        ),
        wrong(
            "scaled-by-the-largest",
            "It looks as if you divide by the brightest value that occurs in these images. With a large set that is "
            "the same number nearly always. What happens to a set in which every image is rather dark?",
            lambda images: _flat(images) / np.max(images),
        ),
        wrong(
            "scaled-per-image",
            "It looks as if every image is divided by its own brightest value. It does bring each one up to 1, but "
            "then a faint image and a strong one look alike. Should the same grey give the same number in every "
            "image?",
            lambda images: _flat(images) / _flat(images).max(axis=1, keepdims=True),
        ),
        wrong(
            "scaled-per-column",
            "It looks as if each pixel's place (or each row or column of the picture) is scaled by its own brightest "
            "value. That is a known way to scale tables of unlike things. Are the pixels of an image unlike things, "
            "and must they not stay comparable?",
            lambda images: _flat(images) / np.maximum(1, _flat(images).max(axis=0)),
            lambda images: _flat(images) / _flat(images).max(axis=0),
            lambda images: _flat(images / np.maximum(1, images.max(axis=1, keepdims=True))),
            lambda images: _flat(images / np.maximum(1, images.max(axis=2, keepdims=True))),
        ),
        wrong(
            "stretched-min-to-max",
            "It looks as if you stretch the values so that the darkest becomes 0 and the brightest 1. That is a "
            "common recipe, but it depends on which images are together. What does a picture of one single grey "
            "become?",
            *(lambda images, axis=axis: _stretched(images, axis, 0) for axis in (None, 0, 1)),
            *(lambda images, axis=axis: _stretched(images, axis, 1e-9) for axis in (None, 0, 1)),
        ),
        wrong(
            "scaled-by-total",
            "It looks as if every image is divided by its sum, its mean or its length as a vector. That makes all "
            "images equally strong as a whole. Which range do the single pixels have then, and which one is asked "
            "for?",
            lambda images: _flat(images) / _flat(images).sum(axis=1, keepdims=True),
            lambda images: _flat(images) / _flat(images).sum(),
            lambda images: _flat(images) / _flat(images).mean(),
            lambda images: _flat(images) / _flat(images).mean(axis=1, keepdims=True),
            lambda images: _flat(images) / np.linalg.norm(_flat(images), axis=1, keepdims=True),
            lambda images: _flat(images) / np.linalg.norm(_flat(images)),
        ),
        wrong(
            "whole-number-division",
            "It looks as if the fractions get lost: nearly every pixel becomes 0. A division that gives whole "
            "numbers, or an array that holds only whole numbers, does this without a word. Which type of number does "
            "your array have?",
            lambda images: _flat(images) // 255,
        ),
        wrong(
            "black-or-white",
            "It looks as if every pixel ends as 0 or 1. The digit can still be recognised, so that seems fine. "
            "Where have the greys between black and white gone?",
            lambda images: _flat(images) > 127,  # noqa: PLR2004
            lambda images: _flat(images) > 128,  # noqa: PLR2004
            lambda images: _flat(images) > 0,
        ),
        wrong(
            "inverted",
            "It looks as if black and white have changed places. On paper the ink is dark, so it feels natural. "
            "Which number stands for the empty background in these images, and what should it become?",
            lambda images: 1 - _scaled(images),
            lambda images: 255 - _flat(images),
            lambda images: 1 - _flat(images) / 256,
            lambda images: 1 - _flat(images),
            lambda images: -_scaled(images),
        ),
        wrong(
            "minus-one-to-one",
            "It looks as if the pixels are moved so that middle grey is 0. Other networks like that range. "
            "What range is asked for here, and what would become of an empty background, which should blame no weight?",
            lambda images: _flat(images) / 127.5 - 1,
            lambda images: (_flat(images) - 128) / 128,
            lambda images: _flat(images) / 128 - 1,
            lambda images: _scaled(images) - 0.5,
            lambda images: (_scaled(images) - 0.5) * 4,
        ),
        wrong(
            "standardised",
            "It looks as if a mean is taken away from the pixels, and perhaps a spread divided out. It is a common "
            "recipe for data. What does a black pixel become, and is that what the task says?",
            lambda images: _scaled(images) - _scaled(images).mean(),
            lambda images: _scaled(images) - _scaled(images).mean(axis=0),
            lambda images: _scaled(images) - _scaled(images).mean(axis=1, keepdims=True),
            lambda images: _flat(images) - _flat(images).mean(),
            lambda images: (_scaled(images) - 0.1307) / 0.3081,
            *(lambda images, axis=axis: _standard(_flat(images), axis, 0) for axis in (None, 0, 1)),
            *(lambda images, axis=axis: _standard(_flat(images), axis, 1e-9) for axis in (None, 0, 1)),
            *(lambda images, axis=axis: _standard(_scaled(images), axis, 1e-8) for axis in (None, 0, 1)),
        ),
        wrong(
            "kept-off-zero",
            "It looks as if the pixels are squeezed so that none is quite 0. Some books do that to keep every weight "
            "learning. What should a black pixel be here, and what does an input of 0 do to its weight?",
            lambda images: _scaled(images) * 0.99 + 0.01,
            lambda images: _scaled(images) * 0.98 + 0.01,
            lambda images: (_flat(images) + 1) / 256,
            lambda images: _scaled(images) + 1,
        ),
        wrong(
            "divided-twice",
            "It looks as if the scaling happens twice. In a notebook, or with a helper that scales too, that slips in "
            "easily. What is the largest number in your result?",
            lambda images: _scaled(images) / 255,
            lambda images: _flat(images) / 255**2,
            lambda images: _flat(images) / 256**2,
        ),
        wrong(
            "multiplied",
            "It looks as if the grey values are multiplied where they should shrink, or end as percent. "
            "The result keeps the digit's form, so it looks fine in a picture. What is the largest number in it?",
            lambda images: _flat(images) * 255,
            lambda images: _scaled(images) * 100,
        ),
        wrong(
            "other-brightness-curve",
            "It looks as if the grey values are bent by a root, a square or a logarithm. A photo program does that to "
            "brighten an image. Should half the grey value not stay half as bright?",
            lambda images: np.sqrt(_scaled(images)),
            lambda images: _scaled(images) ** 2,
            lambda images: np.log1p(_flat(images)),
            lambda images: 1 / (1 + np.exp(-_scaled(images))),
            lambda images: _softened(images),
            lambda images: np.sqrt(_flat(images)) / 255,
            lambda images: _flat(images) ** 2 / 255,
            lambda images: np.sqrt(_flat(images)),
        ),
        wrong(
            "columns-first",
            "It looks as if each image is read down its columns. The number of pixels is right either way, and every "
            "picture drawn from it is only tipped on its side. In which order does a page get read?",
            lambda images: _scaled(images.transpose(0, 2, 1)),
        ),
        wrong(
            "not-flattened",
            "It looks as if the images stay pictures of rows and columns. The scaling alone is easy to take for the "
            "whole task. What shape should one image have, so that it meets one row of weights?",
            lambda images: images / 255,
            lambda images: images * 1.0,
        ),
        wrong(
            "one-long-vector",
            "It looks as if all images end in one long row. Flattening everything is the shortest command. "
            "How would you still know where the second image begins?",
            lambda images: images.reshape(-1) / 255,
            lambda images: images.reshape(1, -1) / 255,
            lambda images: images.reshape(-1) * 1.0,
        ),
        wrong(
            "rows-as-images",
            "It looks as if the images are stacked or put side by side into one tall or wide picture. It has two "
            "axes, as asked, so it seems done. How many rows should there be for three images?",
            lambda images: images.reshape(-1, 28) / 255,
            lambda images: np.hstack(images) / 255,
        ),
        wrong(
            "images-as-columns",
            "It looks as if each image is a column and each pixel a row. Mathematics books often write data this way. "
            "What should `result[0]` be: the first image, or the first pixel of all images?",
            lambda images: _scaled(images).T,
            lambda images: _flat(images).T,
            lambda images: images.reshape(784, -1) / 255,
        ),
        wrong(
            "pixels-mixed",
            "It looks as if the shape is right, but the rows hold pixels of several images. `reshape` never complains "
            "about the order, only about the number. With two images, does your first row show the first one when you "
            "draw it?",
            lambda images: images.reshape(784, -1).T / 255,
            lambda images: images.T.reshape(len(images), -1) / 255,
            lambda images: images.transpose(1, 2, 0).reshape(len(images), -1) / 255,
            lambda images: images.transpose(1, 0, 2).reshape(len(images), -1) / 255,
            lambda images: images.reshape(len(images), -1, order="F").reshape(-1, len(images)).T / 255,
        ),
        wrong(
            "returns-in-loop",
            "It looks as if only the first image arrives. That happens when `return` stands inside the loop, or when "
            "one example image stood in for all. How many rows does your result have for five images?",
            lambda images: _scaled(images)[:1],
            lambda images: _scaled(images)[0],
        ),
        wrong(
            "only-the-last",
            "It looks as if only the last image survives. A loop that gives the same name a new value each time keeps "
            "what came last. Where do the images before it go?",
            lambda images: _scaled(images)[-1:],
            lambda images: _scaled(images)[-1],
        ),
        wrong(
            "one-image-for-all",
            "It looks as if every row of the result shows the same image. A fixed index in a loop does that, or one "
            "list that is put in several times. Which image should the second row come from?",
            lambda images: np.repeat(_scaled(images)[:1], len(images), axis=0),
            lambda images: np.repeat(_scaled(images)[-1:], len(images), axis=0),
            lambda images: np.repeat(_scaled(images).mean(axis=0, keepdims=True), len(images), axis=0),
        ),
        wrong(
            "drops-the-last",
            "It looks as if the last image is missing or stays empty. Ranges that end one too soon are easily written. "
            "How many images go in, and how many come out?",
            lambda images: _scaled(images)[:-1],
            lambda images: images[:-1].reshape(len(images) - 1, -1) / 255,
            lambda images: _scaled(images) * (np.arange(len(images)) < len(images) - 1)[:, None],
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first image is missing or stays empty. Counting from 1 is how people count. "
            "Which index does the first image have?",
            lambda images: _scaled(images)[1:],
            lambda images: _scaled(images) * (np.arange(len(images)) > 0)[:, None],
        ),
        wrong(
            "one-axis-too-many",
            "It looks as if the numbers are right, but there is one more axis than asked for. Other libraries want "
            "such an axis for colours. Print the result's `shape`: which of its numbers is the 1 that isn't asked "
            "for?",
            lambda images: _scaled(images)[:, None],
            lambda images: _scaled(images)[:, :, None],
            lambda images: _scaled(images)[None],
            lambda images: images[..., None] / 255,
        ),
        wrong(
            "pixel-of-ones-added",
            "It looks as if a further pixel is added to each image. That is a known trick to hide a bias among the "
            "weights. How many pixels does one picture have?",
            lambda images: np.column_stack([np.ones(len(images)), _scaled(images)]),
            lambda images: np.column_stack([_scaled(images), np.ones(len(images))]),
        ),
        wrong(
            "part-of-the-picture",
            "It looks as if only part of each picture arrives: one row, averages, or the picture without its border. "
            "The digit's middle does matter most. How many numbers should stand for one image?",
            lambda images: images[:, 0] / 255,
            lambda images: images.mean(axis=1) / 255,
            lambda images: images.mean(axis=2) / 255,
            lambda images: images.sum(axis=1) / 255,
            lambda images: images.sum(axis=2) / 255,
            lambda images: _scaled(images).mean(axis=1),
            lambda images: _scaled(images[:, 1:-1, 1:-1]),
            lambda images: _scaled(images[:, 4:-4, 4:-4]),
            lambda images: _scaled(images[:, ::2, ::2]),
            lambda images: images.mean(axis=0).reshape(1, -1) / 255,
            lambda images: images[:, -1] / 255,
            lambda images: images[:, :, 0] / 255,
            lambda images: images.sum(axis=1) / (28 * 255),
            lambda images: images.sum(axis=2) / (28 * 255),
        ),
        wrong(
            "turned-over",
            "It looks as if the pictures are mirrored, upside down or in the reverse order. Some programs draw from "
            "the bottom up, so it may look right there. Which pixel should come first in a row of the result?",
            lambda images: _scaled(images[:, ::-1]),
            lambda images: _scaled(images[:, :, ::-1]),
            lambda images: _scaled(images[:, ::-1, ::-1]),
            lambda images: _scaled(images[::-1]),
            lambda images: _scaled(np.rot90(images, axes=(1, 2))),
            lambda images: _scaled(np.rot90(images, 3, axes=(1, 2))),
        ),
        wrong(
            "rounded",
            "It looks as if the numbers are rounded, or kept with very few digits. Short numbers are nicer to print. "
            "Does the network have to print them, or only to multiply them?",
            *(lambda images, digits=digits: np.round(_scaled(images), digits) for digits in (1, 2, 3, 4)),
            lambda images: _scaled(images).astype(np.float16),
            lambda images: images.reshape(len(images), -1).astype(np.float16) / np.float16(255),
        ),
    ),
    "one_hot": (
        wrong(
            "ten-classes-always",
            "It looks as if every row has ten places, whatever `classes` is. For the digits ten is right. "
            "What should come out for three classes, or for twelve?",
            lambda labels, _classes: np.eye(10)[labels],
        ),
        wrong(
            "classes-from-the-labels",
            "It looks as if the number of places comes from the labels that happen to be there. In a large set every "
            "digit occurs, so it seems to fit. What happens in a small batch in which no 9 is found?",
            lambda labels, _classes: np.eye(int(np.max(labels)) + 1)[labels],
            lambda labels, _classes: np.eye(len(np.unique(labels)))[np.unique(labels, return_inverse=True)[1]],
            lambda labels, _classes: np.eye(int(np.max(labels)))[np.asarray(labels, dtype=int) - 1],
        ),
        wrong(
            "one-class-too-few",
            "It looks as if one class is left out. One of them could be told from the others being 0, so it seems "
            "spare. How many places does a row need when each of the classes has its own?",
            lambda labels, classes: _hot(labels, classes)[:, :-1],
            lambda labels, classes: _hot(labels, classes)[:, 1:],
            lambda labels, classes: _marked(labels, classes - 1, np.arange(len(labels)), labels),
        ),
        wrong(
            "one-class-too-many",
            "It looks as if each row has one place more than there are classes. With labels from 0 up to 9 it is easy "
            "to count one too many. What is the index of the last place in a row of ten?",
            lambda labels, classes: _hot(labels, classes + 1),
        ),
        wrong(
            "labels-off-by-one",
            "It looks as if the 1 stands one place beside the label. People count places from 1. "
            "Which index does the place for the digit 0 have?",
            lambda labels, classes: np.roll(_hot(labels, classes), -1, axis=1),
            lambda labels, classes: np.roll(_hot(labels, classes), 1, axis=1),
            lambda labels, classes: np.eye(classes)[labels - 1],
            lambda labels, classes: np.eye(classes)[labels + 1],
            lambda labels, classes: np.eye(classes + 1)[labels + 1],
            lambda labels, classes: np.eye(classes, k=1)[labels],
            lambda labels, classes: np.eye(classes, k=-1)[labels],
        ),
        wrong(
            "transposed",
            "It looks as if each label has a column of its own, and each class a row. The same numbers are in it, "
            "only laid out the other way. What should `result[0]` tell: all about the first label, or all about class "
            "0?",
            lambda labels, classes: _hot(labels, classes).T,
        ),
        wrong(
            "row-and-column-swapped",
            "It looks as if the label chooses the row, and the label's number in the list chooses the column. Two "
            "indices in brackets are easily swapped. Which of them comes first, the one for the image or the one for "
            "the class?",
            lambda labels, classes: _marked(labels, classes, np.asarray(labels, dtype=int), np.arange(len(labels))),
        ),
        wrong(
            "counted-from-the-end",
            "It looks as if the places are counted from the far end of the row. A picture drawn from right to left "
            "does that. For the label 0, should the first place be 1 or the last?",
            lambda labels, classes: _hot(labels, classes)[:, ::-1],
            lambda labels, classes: np.eye(classes)[-np.asarray(labels, dtype=int)],
        ),
        wrong(
            "digit-as-value",
            "It looks as if the digit itself, or the digit plus 1, stands at its place. It is the label, so it feels "
            "natural to write it there. Should an 8 count for eight times as much as a 1?",
            lambda labels, classes: _hot(labels, classes) * np.asarray(labels, dtype=int)[:, None],
            lambda labels, classes: _hot(labels, classes) * (np.asarray(labels, dtype=int)[:, None] + 1),
            lambda labels, classes: _hot(labels, classes) * np.arange(len(labels))[:, None],
            lambda labels, classes: _hot(labels, classes) * (np.arange(len(labels)) + 1)[:, None],
            lambda labels, classes: _hot(labels, classes) * np.asarray(labels, dtype=int)[:, None] / classes,
        ),
        wrong(
            "other-value-than-one",
            "It looks as if the label's place holds another number than 1, such as 255 or a share. "
            "The place alone might seem to say it all. What should the network's prediction for the right digit be?",
            lambda labels, classes: _hot(labels, classes) * 255,
            lambda labels, classes: _hot(labels, classes) * classes,
            lambda labels, classes: _hot(labels, classes) / classes,
            lambda labels, classes: _hot(labels, classes) / len(labels),
            lambda labels, classes: _hot(labels, classes) * 0.99,
            lambda labels, classes: _hot(labels, classes) * 2,
        ),
        wrong(
            "zero-at-the-label",
            "It looks as if the label's place is 0 and all others are 1. A comparison the other way round does that. "
            "Which of the places is the hot one?",
            lambda labels, classes: 1 - _hot(labels, classes),
        ),
        wrong(
            "minus-one-elsewhere",
            "It looks as if the other places are -1. Some methods do ask for that, and it does keep the classes apart. "
            "What prediction would you like for a digit that isn't on the picture?",
            lambda labels, classes: 2 * _hot(labels, classes) - 1,
            lambda labels, classes: _hot(labels, classes) - 1,
        ),
        wrong(
            "kept-off-zero",
            "It looks as if the targets stay a little away from 0 and 1. Some books do this so that a sigmoid can "
            "reach them. Can the predictions here, which have no sigmoid, not reach 0 and 1?",
            lambda labels, classes: _hot(labels, classes) * 0.98 + 0.01,
            lambda labels, classes: _hot(labels, classes) * 0.8 + 0.1,
            lambda labels, classes: _hot(labels, classes) * 0.9 + 0.1 / classes,
            lambda labels, classes: _hot(labels, classes) * 0.9 + (1 - _hot(labels, classes)) * 0.1 / (classes - 1),
        ),
        wrong(
            "all-up-to-the-label",
            "It looks as if not only the label's place is 1, but all places up to it or beyond it, like a thermometer. "
            "A comparison with less or greater does that. How many ones should a row have?",
            lambda labels, classes: np.asarray(labels)[:, None] >= np.arange(classes),
            lambda labels, classes: np.asarray(labels)[:, None] > np.arange(classes),
            lambda labels, classes: np.asarray(labels)[:, None] <= np.arange(classes),
            lambda labels, classes: np.asarray(labels)[:, None] < np.arange(classes),
        ),
        wrong(
            "labels-returned",
            "It looks as if the labels come back as numbers, perhaps as a column or as shares. They do say which "
            "digit it is. But what would the ten predictions be compared with, one by one?",
            lambda labels, _classes: np.asarray(labels),
            lambda labels, _classes: np.asarray(labels).reshape(-1, 1),
            lambda labels, classes: np.asarray(labels) / classes,
            lambda labels, classes: np.asarray(labels) / (classes - 1),
            lambda labels, classes: np.tile(np.asarray(labels)[:, None], (1, classes)),
            lambda labels, classes: _marked(labels, classes, slice(None), 0, np.asarray(labels)),
        ),
        wrong(
            "counts-per-class",
            "It looks as if you count how often each class occurs. That is a useful overview of a set. "
            "But where can one see which of the images was which digit?",
            lambda labels, classes: _hot(labels, classes).sum(axis=0),
            lambda labels, classes: _hot(labels, classes).mean(axis=0),
            lambda labels, classes: _hot(labels, classes).max(axis=0),
            lambda labels, classes: np.cumsum(_hot(labels, classes), axis=0),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if only the first label is worked on. That happens when `return` stands inside the loop. "
            "How many rows are marked when there are five labels?",
            lambda labels, classes: _hot(labels, classes)[:1],
            lambda labels, classes: _hot(labels, classes)[0],
            lambda labels, classes: _marked(labels, classes, 0, labels[0]),
        ),
        wrong(
            "only-the-last",
            "It looks as if only the last label leaves a mark. An array that is made anew inside the loop forgets "
            "what was in it. Which lines belong before the loop?",
            lambda labels, classes: _marked(labels, classes, -1, labels[-1]),
            lambda labels, classes: _hot(labels, classes)[-1],
            lambda labels, classes: _hot(labels, classes)[-1:],
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first label is passed over. Counting from 1 is how people count. "
            "Which index does the first label have?",
            lambda labels, classes: _hot(labels, classes)[1:],
            lambda labels, classes: _hot(labels, classes) * (np.arange(len(labels)) > 0)[:, None],
        ),
        wrong(
            "drops-the-last",
            "It looks as if the last label is passed over. Ranges that end one too soon are easily written. "
            "How many labels are there, and how many rows carry a 1?",
            lambda labels, classes: _hot(labels, classes)[:-1],
            lambda labels, classes: _hot(labels, classes) * (np.arange(len(labels)) < len(labels) - 1)[:, None],
        ),
        wrong(
            "all-labels-in-every-row",
            "It looks as if every row carries the marks of all labels. `out[:, labels]` speaks to all rows at once, "
            "and one row put in several times is still one row. Which row belongs to which label?",
            _one_row_for_all,
            lambda labels, classes: _marked(labels, classes, 0, np.asarray(labels, dtype=int)),
        ),
        wrong(
            "row-never-emptied",
            "It looks as if a row keeps the marks of the labels before it. One row used again and again, without "
            "setting it back, does that. How many ones are in your last row?",
            _never_emptied,
        ),
        wrong(
            "whole-rows-of-ones",
            "It looks as if whole rows become 1. An index in one pair of brackets chooses a row, not a single place. "
            "How would you name one place of a table: by one number or by two?",
            lambda labels, classes: _marked(labels, classes, np.asarray(labels, dtype=int), slice(None)),
            lambda labels, classes: _marked(labels, classes, np.asarray(labels, dtype=int) % len(labels), slice(None)),
            lambda labels, classes: np.ones((len(labels), classes)),
        ),
        wrong(
            "counter-for-label",
            "It looks as if the 1 stands at the number of the row, not at the label: the labels themselves are never "
            "read. A loop over positions makes this slip easy. Which name in your loop holds the digit?",
            lambda labels, classes: np.eye(len(labels), classes),
            lambda _labels, classes: np.eye(classes),
            lambda labels, classes: _hot(np.arange(len(labels)) % classes, classes),
            lambda labels, _classes: np.eye(len(labels)),
            lambda labels, classes: np.tile(np.arange(classes), (len(labels), 1)),
        ),
        wrong(
            "first-place-always",
            "It looks as if the same place is marked in each row, whatever the label is. A fixed index does that. "
            "What should change from row to row?",
            lambda labels, classes: _hot(np.zeros(len(labels)), classes),
            lambda labels, classes: _hot(np.full(len(labels), classes - 1), classes),
            lambda labels, classes: np.tile(_hot(labels, classes)[0], (len(labels), 1)),
            lambda labels, classes: np.tile(_hot(labels, classes)[-1], (len(labels), 1)),
        ),
        wrong(
            "zeros-only",
            "It looks as if all places stay 0. The empty table is there, but nothing is written into it, or it is "
            "written into a copy. Which line should put the first 1 in?",
            lambda labels, classes: np.zeros((len(labels), classes)),
        ),
        wrong(
            "one-long-row",
            "It looks as if all rows end in one long list. The order of the numbers is right. "
            "How would you find the row of the third label again?",
            lambda labels, classes: _hot(labels, classes).ravel(),
            lambda labels, classes: _hot(labels, classes).reshape(1, -1),
        ),
        wrong(
            "one-axis-too-many",
            "It looks as if the numbers are right, but there is one more axis than asked for. A list inside a list "
            "too many does that. Print the result's `shape`: which of its numbers isn't asked for?",
            lambda labels, classes: _hot(labels, classes)[:, None],
            lambda labels, classes: _hot(labels, classes)[:, :, None],
            lambda labels, classes: _hot(labels, classes)[None],
        ),
        wrong(
            "labels-sorted",
            "It looks as if the labels are put in order or turned round before they are marked. The same rows come "
            "out, only in other places. Which image would the first row belong to?",
            lambda labels, classes: _hot(np.sort(labels), classes),
            lambda labels, classes: _hot(labels, classes)[::-1],
            lambda labels, classes: _hot(np.unique(labels), classes),
        ),
    ),
    "neural_network": (
        wrong(
            "columns-for-rows",
            "It looks as if the image meets the columns of `weights`, not its rows. With a square matrix nothing "
            "complains. How many numbers does one row of `weights` hold, and how many does the image?",
            lambda image, weights: image @ weights,
        ),
        wrong(
            "transposed-when-square",
            "It looks as if the weights are turned round when there are as many rows as columns. A test of the shape "
            "can't tell the two ways apart there. Does the meaning of a row change with the shape of the matrix?",
            lambda image, weights: image @ weights if weights.shape[0] == weights.shape[1] else weights @ image,
        ),
        wrong(
            "products-not-summed",
            "It looks as if each pixel meets its weight, but the products are never added up. They are the picture of "
            "one digit's score, so it is half the way. How many numbers should there be for one row?",
            lambda image, weights: weights * image,
            lambda image, weights: np.outer(weights, image),
            lambda image, weights: weights[0] * image,
            lambda image, weights: (weights * image).ravel(),
        ),
        wrong(
            "summed-the-other-way",
            "It looks as if the products of all digits are added for each pixel. `axis` is easily mistaken. "
            "Should there be one number per pixel or one per digit?",
            lambda image, weights: (weights * image).sum(axis=0),
            lambda image, weights: (weights * image).mean(axis=0),
        ),
        wrong(
            "all-in-one-sum",
            "It looks as if the products of all rows end in one single number. `sum` without an axis adds up "
            "everything. Which number then speaks for the 3, and which for the 7?",
            lambda image, weights: (weights * image).sum(),
            lambda image, weights: (weights @ image).mean(),
            lambda image, weights: np.full(len(weights), (weights * image).sum()),
        ),
        wrong(
            "mean-for-sum",
            "It looks as if the weighted sum is divided by how many there are. A mean seems fairer for large images. "
            "Was there any division in the weighted sum of the labs before?",
            lambda image, weights: (weights * image).mean(axis=1),
            lambda image, weights: weights @ image / len(weights),
            lambda image, weights: weights @ image / np.sum(image),
        ),
        wrong(
            "digit-for-predictions",
            "It looks as if you return the digit that wins, its score, or an order of the digits. It is what one "
            "wants to know in the end. But what would training compare with the target, if the other predictions are "
            "gone?",
            lambda image, weights: np.argmax(weights @ image),
            lambda image, weights: np.max(weights @ image),
            lambda image, weights: _winner(weights @ image),
            lambda image, weights: weights @ image > 0.5,  # noqa: PLR2004
            lambda image, weights: weights @ image > 0,
            lambda image, weights: weights @ image == np.max(weights @ image),
            lambda image, weights: np.argmin(weights @ image),
            lambda image, weights: np.sign(weights @ image),
            lambda image, weights: np.argmax(weights @ image) + 1,
            lambda image, weights: np.argsort(weights @ image),
            lambda image, weights: np.sort(weights @ image),
            lambda image, weights: np.sort(weights @ image)[::-1],
            lambda image, weights: np.min(weights @ image),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if only the first row of weights is asked. That happens when `return` stands inside the loop. "
            "How many predictions should there be for five rows?",
            lambda image, weights: weights[0] @ image,
            lambda image, weights: (weights @ image)[:1],
        ),
        wrong(
            "only-the-last",
            "It looks as if only the last row's prediction survives. A name that gets a new value in every turn of a "
            "loop keeps what came last. Where could the earlier predictions be collected?",
            lambda image, weights: weights[-1] @ image,
            lambda image, weights: (weights @ image)[-1:],
            lambda image, weights: np.full(len(weights), weights[-1] @ image),
        ),
        wrong(
            "first-row-for-all",
            "It looks as if every prediction uses the first row of weights. An index that stays 0 in a loop does that. "
            "Which row of weights should speak for the second output?",
            lambda image, weights: np.full(len(weights), weights[0] @ image),
        ),
        wrong(
            "total-not-set-back",
            "It looks as if each prediction still contains those before it. A total that is set to 0 only once goes on "
            "growing. When should the counting begin anew?",
            lambda image, weights: np.cumsum(weights @ image),
        ),
        wrong(
            "ten-rows-always",
            "It looks as if there are always ten rows of weights for you. For the digits that is true. "
            "What should come out for three rows, or for thirteen?",
            lambda image, weights: np.array([weights[digit] @ image for digit in range(10)]),
            lambda image, weights: (weights @ image)[:10],
            lambda image, weights: _into(np.zeros(10), image, weights),
        ),
        wrong(
            "only-three",
            "It looks as if at most three rows are used, as many as the lab before had outputs. "
            "What tells you how many rows there are this time?",
            lambda image, weights: (weights @ image)[:3],
            lambda image, weights: np.array([weights[place] @ image for place in range(3)]),
        ),
        wrong(
            "only-784-pixels",
            "It looks as if the number of pixels is fixed at 784. That is what a digit's picture has. "
            "What tells you how long the image is when it is smaller?",
            lambda image, weights: weights @ image.reshape(784),
            lambda image, weights: weights.reshape(10, 784) @ image,
        ),
        wrong(
            "one-place-per-pixel",
            "It looks as if the result has a place for every pixel, and the spare ones stay 0. The image's length is "
            "close at hand. Does a prediction belong to a pixel, or to a row of weights?",
            lambda image, weights: _into(np.zeros(len(image)), image, weights),
        ),
        wrong(
            "drops-the-last",
            "It looks as if the last row is passed over. Ranges that end one too soon are easily written. "
            "How many rows go in, and how many predictions come out?",
            lambda image, weights: (weights @ image)[:-1],
            lambda image, weights: (weights @ image) * (np.arange(len(weights)) < len(weights) - 1),
            lambda image, weights: (weights @ image)[:9],
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first row is passed over. Counting from 1 is how people count. "
            "Which index does the row for the digit 0 have?",
            lambda image, weights: (weights @ image)[1:],
            lambda image, weights: (weights @ image) * (np.arange(len(weights)) > 0),
        ),
        wrong(
            "a-pixel-lost",
            "It looks as if one pixel, the first or the last, isn't counted. A range that starts or ends at the wrong "
            "place does that. How many products should be added for one row?",
            lambda image, weights: weights[:, 1:] @ image[1:],
            lambda image, weights: weights[:, :-1] @ image[:-1],
            lambda image, weights: weights[:, : len(weights)] @ image[: len(weights)],
            lambda image, weights: weights[:, :3] @ image[:3],
            lambda image, weights: weights[:, :10] @ image[:10],
        ),
        wrong(
            "only-one-product",
            "It looks as if only one product is left of each row. A loop that sets the total anew, where it should "
            "add, keeps the last one. What should happen to the products before it?",
            lambda image, weights: weights[:, -1] * image[-1],
            lambda image, weights: weights[:, 0] * image[0],
            lambda image, weights: weights[0, 0] * image[0],
            lambda image, weights: (weights * image).max(axis=1),
            lambda image, weights: weights[:, 0] * np.sum(image),
            lambda image, weights: weights.sum(axis=1) * image[0],
            lambda image, weights: weights.sum(axis=1) * image[-1],
        ),
        wrong(
            "scaled-again",
            "It looks as if the pixels are scaled once more here. They come as grey values from the disk, so it seems "
            "needed. Which function of this lab has done it already?",
            lambda image, weights: weights @ image / 255,
            lambda image, weights: weights @ image / 256,
        ),
        wrong(
            "squashed",
            "It looks as if the predictions pass through a sigmoid, a softmax or a tanh. Later networks do that. "
            "Can a target of 1 be missed upwards in your version, and does the task ask for a squeeze?",
            lambda image, weights: _squashed(weights @ image),
            lambda image, weights: _softmax(weights @ image),
            lambda image, weights: np.tanh(weights @ image),
            lambda image, weights: np.exp(weights @ image),
            lambda image, weights: weights @ image / np.sum(weights @ image),
            lambda image, weights: weights @ image / np.max(weights @ image),
            lambda image, weights: weights @ image / np.max(np.abs(weights @ image)),
        ),
        wrong(
            "never-negative",
            "It looks as if no prediction can be negative. A negative score for a digit does look odd. "
            "But how would the network say that a picture speaks against a digit?",
            lambda image, weights: np.maximum(0, weights @ image),
            lambda image, weights: np.abs(weights @ image),
            lambda image, weights: np.clip(weights @ image, 0, 1),
            lambda image, weights: np.abs(weights) @ image,
        ),
        wrong(
            "distance-for-product",
            "It looks as if the image is compared with the weights by their differences. A small distance does mean "
            "likeness. But what should a black pixel, an input of 0, add to the score?",
            lambda image, weights: np.abs(weights - image).sum(axis=1),
            lambda image, weights: -np.abs(weights - image).sum(axis=1),
            lambda image, weights: ((weights - image) ** 2).sum(axis=1),
            lambda image, weights: np.sqrt(((weights - image) ** 2).sum(axis=1)),
            lambda image, weights: (image - weights).sum(axis=1),
            lambda image, weights: (weights - image).sum(axis=1),
        ),
        wrong(
            "adds-for-product",
            "It looks as if pixel and weight are added where they should be multiplied. The sign of a weight still "
            "counts, so it seems to work. What should a weight do to a pixel that is black?",
            lambda image, weights: (weights + image).sum(axis=1),
        ),
        wrong(
            "products-multiplied",
            "It looks as if the products are multiplied with each other, where they should be collected. `*=` and "
            "`+=` are close on the keyboard. What does one black pixel do to such a result?",
            lambda image, weights: np.prod(weights * image, axis=1),
            lambda image, weights: np.prod(weights + image, axis=1),
        ),
        wrong(
            "sums-multiplied",
            "It looks as if all pixels are added first, all weights too, and the two sums or means are multiplied. "
            "Adding and multiplying seem to be free to swap. If a bright pixel has weight 0, should it count?",
            lambda image, weights: weights.sum(axis=1) * np.sum(image),
            lambda image, weights: weights.mean(axis=1) * np.mean(image),
            lambda image, weights: weights.mean(axis=1) * np.sum(image),
            lambda image, weights: weights.sum(axis=1) * np.mean(image),
        ),
        wrong(
            "made-equally-long",
            "It looks as if image or weights are first brought to the same length as vectors. That gives an angle, a "
            "fine measure of likeness. Does the prediction of the labs before divide by any length?",
            lambda image, weights: weights @ image / (np.linalg.norm(weights, axis=1) * np.linalg.norm(image) + 1e-12),
            lambda image, weights: weights @ image / (np.linalg.norm(weights, axis=1) * np.linalg.norm(image)),
            lambda image, weights: weights @ image / np.linalg.norm(image),
            lambda image, weights: weights @ image / np.linalg.norm(weights, axis=1),
            lambda image, weights: weights @ image / weights.sum(axis=1),
            lambda image, weights: weights @ image / np.sum(weights),
            lambda image, weights: weights @ image / np.max(image),
            lambda image, weights: weights @ image / np.linalg.norm(weights),
            lambda image, weights: weights @ image / np.linalg.norm(weights @ image),
            lambda image, weights: weights @ (image - np.mean(image)),
        ),
        wrong(
            "input-forgotten",
            "It looks as if the image plays no part: only the weights are added up, or meet themselves. A wrong name "
            "is all it takes. Would your network say the same to every picture?",
            lambda _image, weights: weights.sum(axis=1),
            lambda _image, weights: (weights**2).sum(axis=1),
        ),
        wrong(
            "weights-forgotten",
            "It looks as if the weights play no part: the image alone is added up, or meets itself. A wrong name is "
            "all it takes. How could ten digits get ten different scores then?",
            lambda image, weights: np.full(len(weights), np.sum(image)),
            lambda image, weights: np.full(len(weights), image @ image),
        ),
        wrong(
            "black-or-white",
            "It looks as if a grey pixel counts as black or as white. A digit can be read that way too. "
            "Should a half bright pixel not bring half of its weight?",
            lambda image, weights: weights @ (image > 0),
            lambda image, weights: weights @ (image > 0.5),  # noqa: PLR2004
            lambda image, weights: weights @ np.round(image),
        ),
        wrong(
            "bias-added",
            "It looks as if a fixed number is added to every prediction. A bias is a good idea, and part B has one. "
            "What should an image of zeros give here?",
            lambda image, weights: weights @ image + 1,
            lambda image, weights: weights @ image - 1,
            lambda image, weights: weights @ image + 0.5,
            lambda image, weights: weights @ image + weights.sum(axis=1),
            lambda image, weights: weights @ image + np.sum(weights),
            lambda image, weights: weights @ image + np.sum(image),
            lambda image, weights: weights @ image - 0.5,
            lambda image, weights: weights @ image + 0.1,
            lambda image, weights: weights @ image + weights[:, 0],
            lambda image, weights: weights @ image + np.mean(image),
            lambda image, weights: weights @ image + weights.mean(axis=1),
            lambda image, weights: weights @ image + len(image),
            lambda image, weights: weights @ image - np.mean(weights @ image),
        ),
        wrong(
            "squared",
            "It looks as if something is squared on the way: an input, a weight or a product. Squares belong to the "
            "error. What becomes of a negative weight in your sum?",
            lambda image, weights: weights @ image**2,
            lambda image, weights: weights**2 @ image,
            lambda image, weights: ((weights * image) ** 2).sum(axis=1),
            lambda image, weights: (weights @ image) ** 2,
        ),
        wrong(
            "column-shape",
            "It looks as if the numbers are right, but each stands in a row of its own, or in a row within a row. A "
            "`reshape` to two axes does that. How many axes does a plain list of predictions have?",
            lambda image, weights: (weights @ image)[:, None],
            lambda image, weights: (weights @ image)[None],
        ),
        wrong(
            "whole-number-array",
            "It looks as if fractions get lost when the weights or the image are whole numbers. An array made like "
            "another one takes over its type as well. Which type should the array for the predictions have?",
            lambda image, weights: _into(np.zeros_like(weights[:, 0]), image, weights),
            lambda image, weights: _into(np.zeros(len(weights), dtype=image.dtype), image, weights),
            lambda image, weights: weights.astype(int) @ image,
            lambda image, weights: _into(np.zeros(len(weights), dtype=int), image, weights),
        ),
        wrong(
            "rounded",
            "It looks as if the numbers are rounded, or kept with very few digits. Short numbers are nicer to print. "
            "Which of your steps loses digits that training will need?",
            *(lambda image, weights, digits=digits: np.round(weights @ image, digits) for digits in (0, 1, 2, 3, 4)),
            lambda image, weights: weights.astype(np.float16) @ image.astype(np.float16),
        ),
    ),
    "train_step": (
        wrong(
            "factor-two",
            "It looks as if the weights move twice as far as asked. The 2 does belong to the true derivative of the "
            "squared error, so this is good mathematics. In this course it is absorbed in `alpha`, since alpha is "
            "chosen freely anyway: where in your step does the 2 appear?",
            _step(blame=lambda deltas, image, _weights: 2 * np.outer(deltas, image)),
            _step(
                blame=lambda deltas, image, _weights: 2 * np.outer(deltas, image),
                count=lambda deltas: np.sum(deltas**2) / 2,
            ),
            _step(
                blame=lambda deltas, image, _weights: 2 * np.outer(deltas, image),
                count=lambda deltas: np.sum(np.abs(deltas)),
            ),
            _step(blame=lambda deltas, image, _weights: 2 * np.outer(deltas, image), count=lambda deltas: deltas**2),
            _step(
                blame=lambda deltas, image, _weights: 2 * np.outer(deltas, image), count=lambda deltas: np.sum(deltas)
            ),
            _step(
                blame=lambda deltas, image, _weights: 2 * np.outer(deltas, image),
                count=lambda deltas: np.sqrt(np.sum(deltas**2)),
            ),
            _step(
                blame=lambda deltas, image, _weights: 2 * np.outer(deltas, image),
                count=lambda deltas: 2 * np.sum(deltas**2),
            ),
        ),
        wrong(
            "update-adds",
            "It looks as if every step leads uphill: `weight_delta` is added, or the delta is the target minus the "
            "prediction. Each of the two can be right in another book. If a prediction is too high, should the "
            "weights of its bright pixels grow or shrink?",
            *_steps(move=lambda weights, weight_deltas, alpha: weights + alpha * weight_deltas),
            *_steps(move=lambda weights, weight_deltas, alpha: weights + 2 * alpha * weight_deltas),
        ),
        wrong(
            "alpha-forgotten",
            "It looks as if `alpha` isn't used in the step. The direction is right, so it seems complete. "
            "What keeps a step from being far too long?",
            *_steps(move=lambda weights, weight_deltas, _alpha: weights - weight_deltas),
            *_steps(move=lambda weights, weight_deltas, _alpha: weights + weight_deltas),
        ),
        wrong(
            "alpha-twice",
            "It looks as if `alpha` is multiplied in twice. That happens when the delta already contains it. "
            "At how many places does your code mention `alpha`?",
            *_steps(move=lambda weights, weight_deltas, alpha: weights - alpha * alpha * weight_deltas),
        ),
        wrong(
            "alpha-divides",
            "It looks as if a smaller `alpha` makes a longer step. Dividing is one way to bring numbers together. "
            "Should a careful learner with a small `alpha` move more or less?",
            *_steps(move=lambda weights, weight_deltas, alpha: weights - weight_deltas / alpha),
        ),
        wrong(
            "alpha-misplaced",
            "It looks as if `alpha` scales the old weights too, or is taken away on its own. A bracket in another "
            "place does that. What should become of the weights when the delta is 0?",
            _step(move=lambda weights, weight_deltas, alpha: alpha * (weights - weight_deltas)),
            _step(move=lambda weights, weight_deltas, alpha: alpha * weights - weight_deltas),
            _step(move=lambda weights, weight_deltas, alpha: (1 - alpha) * weights - alpha * weight_deltas),
            _step(move=lambda weights, weight_deltas, alpha: weights - alpha - weight_deltas),
            _step(move=lambda weights, weight_deltas, alpha: weights - (alpha + weight_deltas)),
            _step(move=lambda weights, weight_deltas, alpha: weights * alpha * weight_deltas),
        ),
        wrong(
            "outer-transposed",
            "It looks as if the table of weight_deltas has a row per pixel and a column per digit. An outer product "
            "works either way round, and NumPy stretches or reshapes in silence. Is yours laid out as the weights "
            "are?",
            *_steps(blame=lambda deltas, image, _weights: np.outer(image, deltas)),
            *_steps(blame=lambda deltas, image, weights: np.outer(image, deltas).reshape(weights.shape)),
            *_steps(move=lambda weights, weight_deltas, alpha: (weights - alpha * weight_deltas).T),
        ),
        wrong(
            "error-for-delta",
            "It looks as if the squared error takes the delta's place in the update. The error does measure the miss. "
            "But which of the two still knows whether the prediction was too high or too low?",
            *_steps(learn=lambda deltas, _preds, _target: deltas**2),
            *_steps(learn=lambda deltas, _preds, _target: np.full(len(deltas), np.sum(deltas**2))),
            *_steps(learn=lambda deltas, _preds, _target: np.full(len(deltas), np.mean(deltas**2))),
            *_steps(learn=lambda deltas, _preds, _target: deltas * np.sum(deltas**2)),
        ),
        wrong(
            "abs-delta",
            "It looks as if each delta loses its sign, or keeps nothing but its sign. A miss is a miss, one might say. "
            "How does a weight know then in which direction, and how far, to move?",
            *_steps(learn=lambda deltas, _preds, _target: np.abs(deltas)),
            *_steps(learn=lambda deltas, _preds, _target: np.sign(deltas)),
            *_steps(learn=lambda deltas, _preds, _target: np.maximum(deltas, 0)),
        ),
        wrong(
            "pred-for-delta",
            "It looks as if the weights are moved by the prediction alone, or by the target alone. Both are at hand, "
            "and both are lists of the right length. Which question does a delta answer about the two?",
            *_steps(learn=lambda _deltas, preds, _target: preds),
            *_steps(learn=lambda _deltas, _preds, target: target),
            *_steps(learn=lambda _deltas, _preds, target: -target),
            *_steps(learn=lambda deltas, preds, _target: deltas * preds),
        ),
        wrong(
            "delta-forgotten",
            "It looks as if no row has a delta of its own: the weights move by the image alone, or all by one number. "
            "The image does say which weights took part. How do they know whether the prediction was too high or too "
            "low?",
            *_steps(blame=lambda deltas, image, _weights: np.tile(image, (len(deltas), 1))),
            *_steps(move=lambda weights, _weight_deltas, alpha: weights - alpha),
            *_steps(blame=lambda deltas, _image, weights: np.full(weights.shape, np.sum(deltas**2))),
            *_steps(blame=lambda deltas, _image, weights: np.full(weights.shape, np.sum(deltas))),
            *_steps(blame=lambda deltas, _image, weights: np.full(weights.shape, np.mean(deltas))),
            *_steps(blame=lambda deltas, image, weights: np.full(weights.shape, np.sum(np.outer(deltas, image)))),
            *_steps(blame=lambda _deltas, image, weights: weights * image),
            *_steps(blame=lambda deltas, image, weights: np.full(weights.shape, np.mean(np.outer(deltas, image)))),
            *_steps(blame=lambda deltas, _image, weights: np.full(weights.shape, deltas @ deltas / len(deltas))),
        ),
        wrong(
            "one-delta-for-all",
            "It looks as if all rows of weights learn from the same delta: the last, the first, the sum or the mean. "
            "A name overwritten in a loop does that. Who is to blame for the miss at the digit 3?",
            *_steps(learn=lambda deltas, _preds, _target: np.full(len(deltas), deltas[-1])),
            *_steps(learn=lambda deltas, _preds, _target: np.full(len(deltas), deltas[0])),
            *_steps(learn=lambda deltas, _preds, _target: np.full(len(deltas), deltas.mean())),
            *_steps(learn=lambda deltas, _preds, _target: np.full(len(deltas), deltas.sum())),
            *_steps(
                learn=lambda deltas, _preds, target: np.full(len(deltas), deltas[np.argmax(target)]),
            ),
            _step(
                learn=lambda deltas, _preds, _target: np.full(len(deltas), deltas[-1]),
                count=lambda deltas: deltas[-1] ** 2,
            ),
            _step(
                learn=lambda deltas, _preds, _target: np.full(len(deltas), deltas[0]),
                count=lambda deltas: deltas[0] ** 2,
            ),
        ),
        wrong(
            "input-forgotten",
            "It looks as if the pixels play no part in the update: all weights of a row move alike. The delta is what "
            "was wrong, so it seems enough. Should a weight be blamed whose pixel was black?",
            *_steps(blame=lambda deltas, _image, weights: np.outer(deltas, np.ones(weights.shape[1]))),
        ),
        wrong(
            "weights-for-input",
            "It looks as if the delta is multiplied by the weights where their inputs belong. Published code has had "
            "this mistake too. Which three things does an input do to the delta: what would a black pixel do?",
            *_steps(blame=lambda deltas, _image, weights: deltas[:, None] * weights),
            *_steps(blame=lambda deltas, image, weights: np.outer(deltas, image) * weights),
            *_steps(move=lambda weights, weight_deltas, alpha: weights * (1 + alpha * weight_deltas)),
        ),
        wrong(
            "input-changed",
            "It looks as if the weights learn from other pixels than the prediction saw: squared, scaled again, made "
            "black or white, or mixed into one number. The image is already as it should be. What exactly stood "
            "beside each weight when it helped to predict?",
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, image**2)),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, image / 255)),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, image > 0)),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, np.sign(image))),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, np.abs(image))),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, np.full(len(image), image[0]))),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, np.full(len(image), image[-1]))),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, np.full(len(image), np.sum(image)))),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, np.full(len(image), np.mean(image)))),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, image - np.mean(image))),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, image[::-1])),
            *_steps(
                blame=lambda deltas, image, _weights: np.outer(
                    deltas * image[np.arange(len(deltas)) % len(image)], np.ones(len(image))
                )
            ),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, image > 0.5)),  # noqa: PLR2004
        ),
        wrong(
            "mean-gradient",
            "It looks as if the step is divided by the number of outputs or of pixels. A mean seems fairer when there "
            "are many. Did the rule of the labs before divide by anything?",
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, image) / len(deltas)),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, image) / len(image)),
            *_steps(blame=lambda deltas, image, _weights: 2 * np.outer(deltas, image) / len(deltas)),
            *_steps(blame=lambda deltas, image, _weights: np.outer(deltas, image) / (image @ image)),
        ),
        wrong(
            "half-step",
            "It looks as if the weights move half as far as asked. Some books halve things so that a factor 2 cancels. "
            "Which 2 would there be to cancel here?",
            *_steps(move=lambda weights, weight_deltas, alpha: weights - alpha * weight_deltas / 2),
        ),
        wrong(
            "mean-error",
            "It looks as if the error is a mean over the outputs. Many libraries report it so. "
            "What is asked for here: what one digit misses on average, or all of it together?",
            _step(count=lambda deltas: np.mean(deltas**2)),
            _step(
                count=lambda deltas: np.mean(deltas**2),
                blame=lambda deltas, image, _weights: 2 * np.outer(deltas, image),
            ),
            _counted(lambda image, target, _weights, new: np.mean((new @ image - target) ** 2)),
        ),
        wrong(
            "errors-not-summed",
            "It looks as if the error is still one number per output, in place of one for the whole image. The single "
            "errors are right. How would you follow ten of them in one curve?",
            _step(count=lambda deltas: deltas**2),
            _step(count=lambda deltas: deltas),
            _step(count=lambda deltas: np.abs(deltas)),
        ),
        wrong(
            "half-error",
            "It looks as if the error is halved. Many books do so, to let the factor 2 of the derivative cancel. "
            "Where has this course put that factor, and what is its `error` of one node?",
            _step(count=lambda deltas: np.sum(deltas**2) / 2),
            _step(count=lambda deltas: np.mean(deltas**2) / 2),
        ),
        wrong(
            "deltas-for-errors",
            "It looks as if the deltas are added up as they are, or squared only afterwards. It saves a step. "
            "What happens when one output is 1 too high and another 1 too low?",
            _step(count=lambda deltas: np.sum(deltas)),
            _step(count=lambda deltas: -np.sum(deltas)),
            _step(count=lambda deltas: np.mean(deltas)),
            _step(count=lambda deltas: np.sum(deltas) ** 2),
            _step(count=lambda deltas: np.abs(np.sum(deltas))),
            _step(count=lambda deltas: np.mean(deltas) ** 2),
            _step(count=lambda deltas: np.sum(deltas) ** 2 / len(deltas)),
            _step(count=lambda deltas: np.var(deltas)),
            _step(count=lambda deltas: np.std(deltas)),
            _step(count=lambda deltas: -np.mean(deltas)),
        ),
        wrong(
            "abs-for-square",
            "It looks as if the error adds up sizes, or ends with a root. That also is never negative. "
            "Which measure of a miss has the course used so far, and does a large miss count for more in yours?",
            _step(count=lambda deltas: np.sum(np.abs(deltas))),
            _step(count=lambda deltas: np.mean(np.abs(deltas))),
            _step(count=lambda deltas: np.sqrt(np.sum(deltas**2))),
            _step(count=lambda deltas: np.sqrt(np.mean(deltas**2))),
            _step(count=lambda deltas: np.sum(np.abs(deltas) ** 3)),
        ),
        wrong(
            "error-of-one-output",
            "It looks as if the error comes from one output only: the first, the last, the worst or the true digit. "
            "An index or an overwritten name does that. Don't the other outputs miss something too?",
            _step(count=lambda deltas: deltas[0] ** 2),
            _step(count=lambda deltas: deltas[-1] ** 2),
            _step(count=lambda deltas: np.max(deltas**2)),
            _step(count=lambda deltas: np.max(np.abs(deltas))),
            _step(count=lambda deltas: np.sum(deltas[1:] ** 2)),
            _step(count=lambda deltas: np.sum(deltas[:-1] ** 2)),
            _counted(lambda image, target, weights, _new: ((weights @ image - target)[np.argmax(target)]) ** 2),
            _counted(
                lambda image, target, weights, _new: ((weights @ image - target)[np.argmax(weights @ image)]) ** 2
            ),
        ),
        wrong(
            "error-after-update",
            "It looks as if the error is measured with the new weights. It is the freshest number to report. "
            "Which weights made the prediction that this step has learned from?",
            _counted(lambda image, target, _weights, new: np.sum((new @ image - target) ** 2)),
        ),
        wrong(
            "other-measure-of-error",
            "It looks as if the second result isn't the squared error: it may be the prediction, a share of hits or a "
            "logarithm. These are of interest too. What have the labs before recorded in each iteration?",
            _counted(lambda image, _target, weights, _new: weights @ image),
            _counted(lambda image, _target, weights, _new: np.sum((weights @ image) ** 2)),
            _counted(lambda image, target, weights, _new: np.argmax(weights @ image) != np.argmax(target)),
            _counted(lambda image, target, weights, _new: np.argmax(weights @ image) == np.argmax(target)),
            _counted(lambda image, target, weights, _new: -np.log(_softmax(weights @ image)[np.argmax(target)])),
            _step(count=lambda deltas: 2 * np.sum(deltas**2)),
            _step(count=lambda deltas: -np.sum(deltas**2)),
            _step(count=lambda _deltas: 0.0),
            _step(count=lambda deltas: np.prod(deltas**2)),
            _step(count=lambda deltas: np.sum(deltas**2) ** 2),
        ),
        wrong(
            "only-the-true-row-learns",
            "It looks as if only some rows learn: that of the true digit, that of the guess, or all but the true one. "
            "The true digit does matter most. Which delta does a row have that should have said 0 and said 0.4?",
            *_steps(learn=lambda deltas, _preds, target: deltas * (target == 1)),
            *_steps(learn=lambda deltas, _preds, target: deltas * (target != 1)),
            *_steps(learn=lambda deltas, preds, _target: deltas * _winner(preds)),
            *_steps(learn=lambda deltas, preds, target: deltas * np.maximum(_winner(preds), target)),
            _true_row_alone,
        ),
        wrong(
            "learns-only-from-mistakes",
            "It looks as if the weights stay when the right digit already wins. One doesn't change what works, one "
            "might say. Is every prediction where it should be as soon as the largest is in the right place?",
            _only_when_wrong,
        ),
        wrong(
            "guess-for-prediction",
            "It looks as if each prediction is made into 0 or 1 before the target is taken away. It is how one reads "
            "the result. How does a weight learn that 0.6 was better than 0.9 for a wrong digit?",
            *_steps(see=lambda preds: preds > 0.5, miss=lambda preds, target: preds * 1.0 - target),  # noqa: PLR2004
            *_steps(see=lambda preds: preds > 0, miss=lambda preds, target: preds * 1.0 - target),
            *_steps(see=_winner),
            *_steps(see=np.round),
            *_steps(learn=lambda _deltas, preds, target: (preds > 0.5) * 1.0 - target),  # noqa: PLR2004
            *_steps(learn=lambda _deltas, preds, target: (preds > 0) * 1.0 - target),
            *_steps(learn=lambda _deltas, preds, target: _winner(preds) - target),
        ),
        wrong(
            "difference-of-digits",
            "It looks as if the delta is a difference of two digits, the guessed one and the true one. As numbers "
            "they can be subtracted. Is a 9 for a 1 a larger mistake than a 2 for a 1, and what should each of the "
            "outputs have said?",
            _by_digits(lambda guess, truth: guess - truth),
            _by_digits(lambda guess, truth: truth - guess),
        ),
        wrong(
            "squashed",
            "It looks as if the predictions pass through a sigmoid, a softmax or a limit on the way. Later networks "
            "do that. What does this lab's `neural_network` return, before anything is done to it?",
            *_steps(see=_softmax),
            *_steps(see=_squashed),
            *_steps(see=_squashed, learn=lambda deltas, preds, _target: deltas * preds * (1 - preds)),
            *_steps(learn=lambda _deltas, preds, target: _softmax(preds) - target),
            *_steps(learn=lambda _deltas, preds, target: _squashed(preds) - target),
            *_steps(see=np.tanh),
            *_steps(see=np.tanh, learn=lambda deltas, preds, _target: deltas * (1 - preds**2)),
            *_steps(see=lambda preds: np.maximum(preds, 0)),
            *_steps(see=lambda preds: np.maximum(preds, 0), learn=lambda deltas, preds, _target: deltas * (preds > 0)),
            *_steps(see=lambda preds: np.clip(preds, 0, 1)),
            *_steps(see=lambda preds: preds / 255),
        ),
        wrong(
            "returns-old-weights",
            "It looks as if the weights come back as they were. The new ones may have been computed under another "
            "name, or after the return. Which name do you return, and when was it last changed?",
            *_steps(move=lambda weights, _weight_deltas, _alpha: weights),
        ),
        wrong(
            "returns-weight-deltas",
            "It looks as if you return how the weights should change, not the weights. It is the last thing computed "
            "before them. What has to be done with a change to get a new value?",
            *_steps(move=lambda _weights, weight_deltas, _alpha: weight_deltas),
            *_steps(move=lambda _weights, weight_deltas, alpha: alpha * weight_deltas),
            *_steps(move=lambda _weights, weight_deltas, alpha: -alpha * weight_deltas),
        ),
        wrong(
            "update-reversed",
            "It looks as if the old weights are taken away from the step, where the step should be taken away from "
            "them. Around a minus sign the order is easily swapped. Try it with a delta of 0: which weights come out?",
            _step(move=lambda weights, weight_deltas, alpha: alpha * weight_deltas - weights),
        ),
        wrong(
            "only-some-weights-learn",
            "It looks as if only part of the table moves: the first or last row, a fixed number of rows, or one "
            "pixel's weights. A fixed index or a range that ends early does that. How many rows has `weights`, and "
            "how long are they?",
            _step(learn=lambda deltas, _preds, _target: _places(deltas, lambda place: place == 0)),
            _step(learn=lambda deltas, _preds, _target: _places(deltas, lambda place: place == place[-1])),
            _step(learn=lambda deltas, _preds, _target: _places(deltas, lambda place: place > 0)),
            _step(learn=lambda deltas, _preds, _target: _places(deltas, lambda place: place < place[-1])),
            _step(learn=lambda deltas, _preds, _target: _places(deltas, lambda place: place < 3)),  # noqa: PLR2004
            _step(learn=lambda deltas, _preds, _target: _places(deltas, lambda place: place < 9)),  # noqa: PLR2004
            _step(learn=lambda deltas, _preds, _target: _places(deltas, lambda place: place < 10)),  # noqa: PLR2004
            _step(blame=lambda deltas, image, _weights: np.outer(deltas, image * (np.arange(len(image)) == 0))),
            _step(
                blame=lambda deltas, image, _weights: np.outer(deltas, image * (np.arange(len(image)) < len(image) - 1))
            ),
            _step(blame=lambda deltas, image, _weights: np.outer(deltas, image * (np.arange(len(image)) > 0))),
            _step(
                learn=lambda deltas, _preds, _target: _places(deltas, lambda place: place == 0),
                count=lambda deltas: deltas[0] ** 2,
            ),
            _step(
                learn=lambda deltas, _preds, _target: _places(deltas, lambda place: place == place[-1]),
                count=lambda deltas: deltas[-1] ** 2,
            ),
            _step(
                learn=lambda deltas, _preds, _target: _places(deltas, lambda place: place > 0),
                count=lambda deltas: np.sum(deltas[1:] ** 2),
            ),
            _step(
                learn=lambda deltas, _preds, _target: _places(deltas, lambda place: place < place[-1]),
                count=lambda deltas: np.sum(deltas[:-1] ** 2),
            ),
        ),
        wrong(
            "ten-rows-always",
            "It looks as if there are always ten outputs for you. For the digits that is true. "
            "What tells you how many rows `weights` has this time?",
            _step(blame=lambda deltas, image, _weights: np.array([deltas[digit] * image for digit in range(10)])),
        ),
        wrong(
            "one-after-another",
            "It looks as if the network predicts anew after every single weight it moves. The newest prediction seems "
            "the best. But which prediction was it that all weights made together, and are blamed for together?",
            _one_after_another,
        ),
        wrong(
            "two-updates",
            "It looks as if the weights are updated twice in one call. A helper that updates too, or a loop around "
            "the step, does that. How many images does the function see?",
            _twice,
        ),
        wrong(
            "whole-number-array",
            "It looks as if it goes wrong when the weights come as whole numbers: the fractions get lost or don't fit "
            "in. A copy takes over the type of the original. What type do the new weights need?",
            _into_like,
            _in_place,
        ),
        wrong(
            "rounded",
            "It looks as if the new weights are rounded. Short numbers are nicer to print. "
            "What happens to a step that is smaller than your last digit?",
            *(
                _step(
                    move=lambda weights, weight_deltas, alpha, digits=digits: np.round(
                        weights - alpha * weight_deltas, digits
                    )
                )
                for digits in (1, 2, 3, 4)
            ),
        ),
    ),
    "accuracy": (
        wrong(
            "count-for-share",
            "It looks as if you return how many images are right. Counting them is the heart of it. "
            "What does 5 mean if nobody says out of how many?",
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)),
        ),
        wrong(
            "digit-for-one",
            "It looks as if a hit adds its digit, where it should add 1. The label is the number at hand. "
            "Should a recognised 9 count more than a recognised 1?",
            lambda images, labels, weights: np.sum(labels * _hits(images, labels, weights)) / len(images),
            lambda images, labels, weights: np.sum(labels * _hits(images, labels, weights)) / np.sum(labels),
        ),
        wrong(
            "percent-for-share",
            "It looks as if you return percent. Reports are often written so. "
            "If every image is right, which number should a share be?",
            lambda images, labels, weights: 100 * np.mean(_hits(images, labels, weights)),
            lambda images, labels, weights: np.round(100 * np.mean(_hits(images, labels, weights)), 2),
        ),
        wrong(
            "other-statistic",
            "It looks as if you take another summary of the hits: how much they vary, a root or a square. Their names "
            "stand side by side in NumPy. Which number tells how many out of all are right?",
            lambda images, labels, weights: np.var(_hits(images, labels, weights)),
            lambda images, labels, weights: np.std(_hits(images, labels, weights)),
            lambda images, labels, weights: np.sqrt(np.mean(_hits(images, labels, weights))),
            lambda images, labels, weights: np.mean(_hits(images, labels, weights)) ** 2,
            lambda images, labels, weights: (
                1 / np.mean(_hits(images, labels, weights)) if np.any(_hits(images, labels, weights)) else 0.0
            ),
        ),
        wrong(
            "hits-one-by-one",
            "It looks as if you return one answer per image, or the guesses themselves. They are right, but there are "
            "as many as images. How do you get one number from them?",
            _hits,
            lambda images, _labels, weights: _guesses(images, weights),
        ),
        wrong(
            "share-of-the-wrong",
            "It looks as if you return the share of images that are wrong. It carries the same news, seen from the "
            "other side. What should come out if the network makes no mistake?",
            lambda images, labels, weights: np.mean(~_hits(images, labels, weights)),
            lambda images, labels, weights: np.sum(~_hits(images, labels, weights)),
        ),
        wrong(
            "smallest-for-largest",
            "It looks as if the smallest prediction wins. With distances that would be right. "
            "Does a large prediction here speak for its digit or against it?",
            lambda images, labels, weights: np.mean((images @ weights.T).argmin(axis=1) == labels),
        ),
        wrong(
            "largest-size",
            "It looks as if the prediction farthest from 0, or nearest to 1, wins, with no regard to its sign. One is "
            "far off only if it is large, it seems. What does a prediction of -3 say about its digit?",
            lambda images, labels, weights: np.mean(np.abs(images @ weights.T).argmax(axis=1) == labels),
            lambda images, labels, weights: np.mean(np.abs(images @ weights.T - 1).argmin(axis=1) == labels),
            lambda images, labels, weights: np.mean(((images @ weights.T) ** 2).argmax(axis=1) == labels),
        ),
        wrong(
            "largest-of-everything",
            "It looks as if the largest is looked for in the whole table, or along the wrong axis. Without an axis, "
            "`argmax` counts through all numbers. Among which numbers should one image's digit be chosen?",
            lambda images, labels, weights: np.mean((images @ weights.T).argmax() == labels),
            lambda images, labels, weights: np.mean((images @ weights.T).argmax(axis=0)[0] == labels),
            lambda images, labels, weights: np.mean((images @ weights.T).argmax() % len(weights) == labels),
        ),
        wrong(
            "value-for-place",
            "It looks as if something other than a digit's place is compared with the label, so that hardly any two "
            "are ever equal: the largest prediction itself, or a place counted among all the products. Both are "
            "numbers, so nothing complains. Which number tells you the digit: how large a prediction is, or where it "
            "stands?",
            lambda images, labels, weights: np.mean((images @ weights.T).max(axis=1) == labels),
            lambda images, labels, weights: np.mean(np.round((images @ weights.T).max(axis=1)) == labels),
        ),
        wrong(
            "labels-off-by-one",
            "It looks as if the guess and the label are shifted by one against each other. People count from 1. "
            "Which place does the prediction for the digit 0 have?",
            lambda images, labels, weights: np.mean(_guesses(images, weights) + 1 == labels),
            lambda images, labels, weights: np.mean(_guesses(images, weights) - 1 == labels),
        ),
        wrong(
            "counter-for-label",
            "It looks as if the guess is compared with the image's number in the list, not with its label. A loop "
            "over positions makes this slip easy. Which name in your loop holds the digit?",
            lambda images, _labels, weights: np.mean(_guesses(images, weights) == np.arange(len(images))),
            lambda images, labels, _weights: np.mean(labels == np.arange(len(images))),
        ),
        wrong(
            "near-misses-count",
            "It looks as if a guess needn't be the very digit: one near it, or one that isn't smaller or larger, "
            "counts too. Close seems better than far. Is an 8 a nearly right 7?",
            lambda images, labels, weights: np.mean(_guesses(images, weights) >= labels),
            lambda images, labels, weights: np.mean(_guesses(images, weights) <= labels),
            lambda images, labels, weights: np.mean(_guesses(images, weights) > labels),
            lambda images, labels, weights: np.mean(np.abs(_guesses(images, weights) - labels) <= 1),
            lambda images, labels, weights: np.mean(np.abs(_guesses(images, weights) - labels) <= 2),  # noqa: PLR2004
        ),
        wrong(
            "threshold-for-largest",
            "It looks as if the true digit's prediction only has to pass a limit. A high score does seem to be enough. "
            "What if another digit scores higher still?",
            lambda images, labels, weights: np.mean(_at_label(images, labels, weights) > 0),
            lambda images, labels, weights: np.mean(_at_label(images, labels, weights) > 0.5),  # noqa: PLR2004
            lambda images, labels, weights: np.mean(_at_label(images, labels, weights) > 1),
            lambda images, labels, weights: np.mean(np.round(_at_label(images, labels, weights)) == 1),
            lambda images, labels, weights: np.mean(
                _at_label(images, labels, weights) > (images @ weights.T).mean(axis=1)
            ),
            lambda images, _labels, weights: np.mean((images @ weights.T).max(axis=1) > 0.5),  # noqa: PLR2004
            lambda images, _labels, weights: np.mean((images @ weights.T).max(axis=1) > 0),
            lambda images, labels, weights: np.mean(_at_label(images, labels, weights) > np.mean(images @ weights.T)),
        ),
        wrong(
            "counts-every-output",
            "It looks as if every output of every image is checked by itself, by a limit or one by one. "
            "With one-hot targets that is easy to write. How many decisions does the network make per image?",
            lambda images, labels, weights: np.mean(
                np.eye(len(weights))[_guesses(images, weights)] == _targets(labels, weights)
            ),
            lambda images, labels, weights: np.mean(((images @ weights.T) > 0.5) == _targets(labels, weights)),  # noqa: PLR2004
            lambda images, labels, weights: np.mean(((images @ weights.T) > 0) == _targets(labels, weights)),
            lambda images, labels, weights: np.mean(np.round(images @ weights.T) == _targets(labels, weights)),
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)) / (images @ weights.T).size,
            lambda images, labels, weights: np.mean(
                (((images @ weights.T) > 0.5) == _targets(labels, weights)).all(axis=1)  # noqa: PLR2004
            ),
            lambda images, labels, weights: np.mean(
                (((images @ weights.T) > 0) == _targets(labels, weights)).all(axis=1)
            ),
        ),
        wrong(
            "among-the-best",
            "It looks as if the true digit only has to be among the best two or three. Competitions do count so at "
            "times. How many guesses does the network have here?",
            *(lambda images, labels, weights, best=best: _among(images, labels, weights, best) for best in (2, 3, 5)),
        ),
        wrong(
            "second-for-largest",
            "It looks as if the second largest prediction decides. Counted from the end of a sorted list, one is "
            "easily off by one. Which index has the last element?",
            lambda images, labels, weights: np.mean(np.argsort(images @ weights.T, axis=1)[:, -2] == labels),
            lambda images, labels, weights: np.mean(np.argsort(images @ weights.T, axis=1)[:, 1] == labels),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if only the first image is checked. That happens when `return` stands inside the loop. "
            "When do you know how many of all images are right?",
            lambda images, labels, weights: _hits(images, labels, weights)[0] / len(images),
            lambda images, labels, weights: _hits(images, labels, weights)[0],
        ),
        wrong(
            "stops-at-the-first-miss",
            "It looks as if the counting ends at the first miss, or at the first hit. A `break` inside the loop does "
            "that. What about the images that come after it?",
            lambda images, labels, weights: np.cumprod(_hits(images, labels, weights)).sum() / len(images),
            lambda images, labels, weights: np.cumprod(~_hits(images, labels, weights)).sum() / len(images),
        ),
        wrong(
            "only-the-last",
            "It looks as if only the last image counts. A counter that is set to 0 inside the loop forgets the images "
            "before. Which lines belong before the loop?",
            lambda images, labels, weights: _hits(images, labels, weights)[-1] / len(images),
        ),
        wrong(
            "one-label-for-all",
            "It looks as if all guesses meet one and the same label, or all labels one guess. An index that stays 0 "
            "in the loop does that. Which label belongs to the third guess?",
            lambda images, labels, weights: np.mean(_guesses(images, weights) == labels[0]),
            lambda images, labels, weights: np.mean(_guesses(images, weights) == labels[-1]),
            lambda images, labels, weights: np.mean(_guesses(images, weights)[0] == labels),
            lambda images, labels, weights: np.mean(_guesses(images, weights)[-1] == labels),
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first image is passed over, or the counter begins at 1. Counting from 1 is how people "
            "count. Which index does the first image have, and how many hits are there before it?",
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)[1:]) / len(images),
            lambda images, labels, weights: np.mean(_hits(images, labels, weights)[1:]),
            lambda images, labels, weights: (np.sum(_hits(images, labels, weights)) + 1) / len(images),
        ),
        wrong(
            "drops-the-last",
            "It looks as if the last image is passed over. Ranges that end one too soon are easily written. "
            "How many images are there, and how many does your loop see?",
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)[:-1]) / len(images),
            lambda images, labels, weights: np.mean(_hits(images, labels, weights)[:-1]),
        ),
        wrong(
            "other-divisor",
            "It looks as if the hits are divided by something other than the number of images: one more or one less, "
            "the digits, the pixels or a fixed number. All of these are close at hand. Out of how many could be "
            "right?",
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)) / (len(images) + 1),
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)) / (len(images) - 1),
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)) / len(weights),
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)) / images.shape[1],
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)) / images.size,
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)) / weights.size,
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)) / 10,
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)) / 100,
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)) / 1000,
            lambda images, labels, weights: np.sum(_hits(images, labels, weights)) / len(np.unique(labels)),
        ),
        wrong(
            "all-or-nothing",
            "It looks as if the result is only ever 0 or 1: all right or not all right. A division of whole numbers, "
            "or `all`, does that. What should come out if three of four are right?",
            lambda images, labels, weights: np.all(_hits(images, labels, weights)),
        ),
        wrong(
            "one-hit-is-enough",
            "It looks as if one hit is enough for a full score. `any`, a flag that stays set, or a result that the "
            "last image overwrites, does that. What should come out if one of four is right?",
            lambda images, labels, weights: np.any(_hits(images, labels, weights)),
        ),
        wrong(
            "hits-over-misses",
            "It looks as if the hits are divided by the misses. That is the odds, as in a bet. "
            "What happens when there are no misses at all?",
            lambda images, labels, weights: np.divide(
                np.sum(_hits(images, labels, weights)), np.sum(~_hits(images, labels, weights))
            ),
        ),
        wrong(
            "misses-subtracted",
            "It looks as if misses are taken away from the hits. In a quiz with penalties that is how it goes. "
            "What should come out if half of the images are right?",
            lambda images, labels, weights: np.mean(2.0 * _hits(images, labels, weights) - 1),
            lambda images, labels, weights: np.sum(2 * _hits(images, labels, weights) - 1),
        ),
        wrong(
            "rounded",
            "It looks as if the share is rounded. Fewer digits are nicer to read. "
            "Can one still see then that a network has become a little better?",
            *(
                lambda images, labels, weights, digits=digits: np.round(np.mean(_hits(images, labels, weights)), digits)
                for digits in (1, 2, 3)
            ),
            lambda images, labels, weights: np.round(np.mean(_hits(images, labels, weights)), 4),
        ),
        wrong(
            "products-not-summed",
            "It looks as if the largest single product decides, of one pixel with one weight. The products are half "
            "the way to a prediction. What turns them into one number per digit?",
            lambda images, labels, weights: np.mean(
                np.array([(weights * image).max(axis=1).argmax() for image in images]) == labels
            ),
        ),
        wrong(
            "weights-forgotten",
            "It looks as if the brightest pixel, or the sum of the weights, decides, and the network isn't asked. "
            "A wrong name in `argmax` is all it takes. Where do the ten predictions of an image come from?",
            lambda images, labels, _weights: np.mean(images.argmax(axis=1) == labels),
            lambda _images, labels, weights: np.mean(weights.sum(axis=1).argmax() == labels),
        ),
        wrong(
            "mean-of-predictions",
            "It looks as if you average predictions or digits, with no comparison to the labels, or only their "
            "difference. A mean does belong here. But the mean of which yes-or-no answers?",
            lambda images, _labels, weights: np.mean(images @ weights.T),
            lambda images, _labels, weights: np.mean((images @ weights.T).max(axis=1)),
            lambda images, _labels, weights: np.mean(_guesses(images, weights)),
            lambda images, labels, weights: np.mean(_at_label(images, labels, weights)),
            lambda images, labels, weights: np.mean(np.abs(_guesses(images, weights) - labels)),
            lambda images, labels, weights: 1 - np.mean(np.abs(_guesses(images, weights) - labels)),
            lambda images, labels, weights: np.mean(_guesses(images, weights) - labels),
            lambda images, labels, weights: np.mean(labels - _guesses(images, weights)),
            lambda images, labels, weights: np.mean((_guesses(images, weights) - labels) ** 2),
            lambda images, labels, weights: 1 - np.mean(np.abs(_guesses(images, weights) - labels)) / 10,
            lambda images, _labels, weights: np.mean(_guesses(images, weights)) / len(images),
            lambda images, labels, weights: np.mean(_guesses(images, weights)) / np.mean(labels),
        ),
        wrong(
            "truth-of-the-guess",
            "It looks as if the guess or the label only has to be something other than 0. Any number but 0 counts as "
            "true, so half of a comparison still runs. With what do you compare the guess?",
            lambda images, _labels, weights: np.mean(_guesses(images, weights) != 0),
            lambda images, labels, weights: np.mean((_guesses(images, weights) != 0) & (labels != 0)),
            lambda _images, labels, _weights: np.mean(labels != 0),
        ),
        wrong(
            "error-for-accuracy",
            "It looks as if you measure how far the predictions are from the targets. That is the error, a close "
            "relative. Does the accuracy ask how far off, or whether the right digit wins?",
            lambda images, labels, weights: np.mean(_misses(images, labels, weights) ** 2),
            lambda images, labels, weights: np.sum(_misses(images, labels, weights) ** 2),
            lambda images, labels, weights: np.mean(np.sum(_misses(images, labels, weights) ** 2, axis=1)),
            lambda images, labels, weights: 1 - np.mean(_misses(images, labels, weights) ** 2),
            lambda images, labels, weights: 1 - np.mean(np.sum(_misses(images, labels, weights) ** 2, axis=1)),
            lambda images, labels, weights: 1 - np.mean(np.abs(_misses(images, labels, weights))),
        ),
        wrong(
            "some-digits-left-out",
            "It looks as if only some of the digits may win: a fixed number of rows, or all but the first or last. A "
            "range that ends or starts at the wrong place does that. How many rows has `weights`?",
            lambda images, labels, weights: np.mean(_guesses(images, weights[:10]) == labels),
            lambda images, labels, weights: np.mean(_guesses(images, weights[:-1]) == labels),
            lambda images, labels, weights: np.mean(_guesses(images, weights[1:]) == labels),
            lambda images, labels, weights: np.mean(_guesses(images, weights[1:]) + 1 == labels),
            lambda images, labels, weights: np.mean(_guesses(images, weights[:9]) == labels),
            lambda images, labels, weights: np.mean(_guesses(images, weights[:3]) == labels),
            lambda images, labels, weights: np.mean(_guesses(images, weights[:2]) == labels),
        ),
        wrong(
            "distance-for-product",
            "It looks as if the row of weights nearest to the image wins. A small distance does mean likeness. "
            "What does this lab's `neural_network` compute in the place of a distance?",
            lambda images, labels, weights: _by_distance(images, labels, weights, np.abs),
            lambda images, labels, weights: _by_distance(images, labels, weights, np.square),
        ),
        wrong(
            "mean-per-digit",
            "It looks as if you take the share for each digit, and then the mean of these shares. It is fair to rare "
            "digits. Does every image count the same in it?",
            _per_digit,
            _per_guess,
        ),
        wrong(
            "black-or-white",
            "It looks as if a grey pixel counts as black or as white, or the weights only by their sign. It is close "
            "to what one sees. Is it the same network then as the one that was trained?",
            lambda images, labels, weights: np.mean(_guesses(images > 0.5, weights) == labels),  # noqa: PLR2004
            lambda images, labels, weights: np.mean(_guesses(images > 0, weights) == labels),
            lambda images, labels, weights: np.mean(_guesses(images, np.sign(weights)) == labels),
            lambda images, labels, weights: np.mean(_guesses(images, np.abs(weights)) == labels),
        ),
        wrong(
            "every-guess-against-every-label",
            "It looks as if each guess is compared with all labels, not only with its own. A column against a row "
            "makes a whole table, and NumPy does not complain. How many comparisons should there be for five images?",
            lambda images, labels, weights: np.mean(_guesses(images, weights)[:, None] == labels),
            lambda images, labels, weights: np.sum(_guesses(images, weights)[:, None] == labels) / len(images),
            lambda images, labels, weights: np.mean(np.isin(_guesses(images, weights), labels)),
            lambda images, labels, weights: np.mean(np.isin(labels, _guesses(images, weights))),
            lambda images, labels, weights: (
                len(set(_guesses(images, weights).tolist()) & set(labels.tolist())) / len(labels)
            ),
        ),
        wrong(
            "order-lost",
            "It looks as if guesses and labels are sorted or turned round before they meet. Then they need not belong "
            "to the same image. Which label belongs to the third guess?",
            lambda images, labels, weights: np.mean(_guesses(images, weights) == np.sort(labels)),
            lambda images, labels, weights: np.mean(np.sort(_guesses(images, weights)) == np.sort(labels)),
            lambda images, labels, weights: np.mean(_guesses(images, weights) == labels[::-1]),
            lambda images, labels, weights: np.sum(_guesses(images, weights)[1:] == labels[:-1]) / len(images),
            lambda images, labels, weights: np.mean(_guesses(images, weights)[1:] == labels[:-1]),
            lambda images, labels, weights: np.mean(_guesses(images, weights) == np.roll(labels, 1)),
            lambda images, labels, weights: np.mean(_guesses(images, weights) == np.roll(labels, -1)),
        ),
        wrong(
            "always-perfect",
            "It looks as if every network gets full marks. That happens when the labels are compared with themselves, "
            "or the guesses are. Which two things should differ when the network is wrong?",
            lambda _images, _labels, _weights: 1.0,
        ),
    ),
}

HELP: dict[str, Help] = {
    "preprocess": Help(
        hint="Two things change: the shape, so that each picture becomes one row read line by line, and the range, "
        "so that the brightest grey there can be becomes 1. Check the shape, the smallest and the largest "
        "number of your result.",
        example="Take a tiny picture with two rows, 0 and 51 above 102 and 204. Read like a page, it is 0, 51, 102, "
        "204. 51 is a fifth of full white, so it becomes 0.2, then 102 becomes 0.4 and 204 becomes 0.8. "
        "Three such pictures give three rows of four numbers.",
    ),
    "one_hot": Help(
        hint="Begin with a table of zeros: how many rows, how many columns? Then ask for each row which one place "
        "has to be changed, and what tells you so.",
        example="There are four animals: cat 0, dog 1, cow 2, hen 3. The labels 3 and 1 give two rows of four. The "
        "first is 0, 0, 0, 1, because hen has the last place; the second is 0, 1, 0, 0.",
    ),
    "neural_network": Help(
        hint="Each row of `weights` speaks for one output and is as long as the image. What did a network with "
        "several inputs do with one such row in lab 02?",
        example="The image is 1, 0, 0.5 and there are two rows of weights. The first, 4, 9, 2, gives 4 + 0 + 1 = 5. "
        "The second, -1, 5, 6, gives -1 + 0 + 3 = 2. The predictions are 5 and 2; the weights at the black "
        "pixel had no say.",
    ),
    "train_step": Help(
        hint="It is one iteration of lab 03 with many inputs and outputs: predict, compare each output with its "
        "target, share the blame among the weights that stood at bright pixels, move. Decide early which "
        "prediction the error belongs to.",
        example="The image is 2, 0 and one row of weights is 0.4, 7. It predicts 0.8, its target is 0: 0.8 too high. "
        "The first weight's input is 2, so its weight_delta is 1.6; the second's input is 0, so it isn't "
        "blamed. With alpha 0.1 the row becomes 0.24, 7. This output adds 0.64 to the error.",
    ),
    "accuracy": Help(
        hint="For each image ask where the largest prediction stands, and whether the label names that place. Then "
        "turn the yes and no answers of all images into one share.",
        example="Four images with labels 2, 0, 1, 1 and three predictions each. The largest stand at places 2, 1, 1, "
        "1. Three places match their labels, one does not: 3 of 4, so the accuracy is 0.75.",
    ),
}
