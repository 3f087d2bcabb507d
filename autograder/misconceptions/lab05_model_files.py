"""What becomes of a model in wrong ways of saving and loading it: each formula says what comes back for weights and bias."""

from __future__ import annotations

import numpy as np

from autograder.misconceptions.formula import Misconception, wrong

_BOTH: tuple[Misconception, ...] = (
    wrong(
        "bias-forgotten",
        "It looks as if the weights come back and the bias doesn't: there is a 0 in its place. The weights are by far the most "
        "numbers, so the one at the end is easily left behind. Which numbers does a prediction need?",
        lambda weights, bias: (weights, 0.0),
        lambda weights, bias: (weights, np.zeros_like(bias)),
    ),
    wrong(
        "pair-swapped",
        "It looks as if weights and bias come back in each other's place. A pair is told apart by its order alone, or by the "
        "names in the file. Which of the two comes first, in the file and in the `return`?",
        lambda weights, bias: (bias, weights),
    ),
    wrong(
        "weights-twice",
        "It looks as if both parts that come back are the weights. A line that was copied and only half changed does that. "
        "What is read for the second part?",
        lambda weights, bias: (weights, weights),
        lambda weights, bias: (weights, np.ravel(weights)[0]),
    ),
    wrong(
        "shape-lost",
        "It looks as if the weights come back in one long row. A text file, or laying things end to end, keeps the numbers and "
        "forgets which of them belong together. Where could the shape be kept?",
        lambda weights, bias: (np.ravel(weights), bias),
        lambda weights, bias: (np.ravel(weights), np.ravel(bias)),
    ),
    wrong(
        "lone-axes-dropped",
        "It looks as if axes of length 1 are gone when the model comes back. One row of weights is still a matrix, and the next "
        "function counts on it. Which step tidies up more than it should?",
        lambda weights, bias: (np.squeeze(weights), np.squeeze(bias)),
        lambda weights, bias: (np.squeeze(weights), bias),
    ),
    wrong(
        "axes-added",
        "It looks as if the weights come back with an axis that they did not have. A matrix feels safer than a list, but it is "
        "another thing to the next function. Which step adds it?",
        lambda weights, bias: (np.atleast_2d(weights), bias),
        lambda weights, bias: (np.reshape(weights, (-1, 1)), bias),
        lambda weights, bias: (weights, np.atleast_1d(bias)),
    ),
    wrong(
        "transposed",
        "It looks as if the weights come back with rows and columns exchanged. On paper both layouts look alike. "
        "Which layout does `neural_network` ask for, and which step turns it?",
        lambda weights, bias: (np.transpose(weights), bias),
    ),
    wrong(
        "first-row-only",
        "It looks as if only the first row of the weights comes back. With a single output there is no more than that, so it "
        "seems enough. What is in the file when there are ten outputs?",
        lambda weights, bias: (np.asarray(weights)[0], bias),
    ),
    wrong(
        "digits-lost",
        "It looks as if some digits were lost on the way: the numbers are rounded. Short numbers look neat in a file, but a model "
        "is nothing but its digits. Which format writes them all?",
        *(
            lambda weights, bias, digits=digits: (np.round(weights, digits), np.round(bias, digits))
            for digits in range(1, 7)
        ),
        *(lambda weights, bias, digits=digits: (np.round(weights, digits), bias) for digits in range(1, 7)),
        lambda weights, bias: (np.asarray(weights, dtype=np.float16), np.asarray(bias, dtype=np.float16)),
        lambda weights, bias: (np.asarray(weights, dtype=np.float16), bias),
    ),
    wrong(
        "cut-to-whole",
        "It looks as if only the whole part of the numbers comes back. An array, or a format, made for whole numbers drops the "
        "fraction without a word. Where does the kind of number change?",
        lambda weights, bias: (np.trunc(weights), np.trunc(bias)),
        lambda weights, bias: (np.trunc(weights), bias),
        lambda weights, bias: (weights, np.trunc(bias)),
    ),
    wrong(
        "bias-averaged",
        "It looks as if a bias of several numbers comes back as one. In this lab's last part the bias is one number, so that "
        "seems to fit. How many biases has a network with ten outputs?",
        lambda weights, bias: (weights, np.mean(bias)),
        lambda weights, bias: (weights, np.ravel(bias)[0]),
        lambda weights, bias: (weights, np.sum(bias)),
    ),
    wrong(
        "scaled-on-the-way",
        "It looks as if the weights are brought to another scale before they are written or after they are read. Tidy numbers are "
        "tempting, but then the bias no longer fits them. What should a saved model say to a new image?",
        lambda weights, bias: (np.asarray(weights) / np.abs(weights).max(), bias),
        lambda weights, bias: (np.asarray(weights) / np.linalg.norm(weights), bias),
        lambda weights, bias: (np.asarray(weights) / 255, bias),
        lambda weights, bias: (-np.asarray(weights), -np.asarray(bias)),
        lambda weights, bias: (-np.asarray(weights), bias),
        lambda weights, bias: (np.abs(weights), np.abs(bias)),
        lambda weights, bias: (np.abs(weights), bias),
    ),
    wrong(
        "empty-model",
        "It looks as if what comes back has the right shape and nothing in it. An array prepared for the numbers is not yet the "
        "numbers. Which line puts them in?",
        lambda weights, bias: (np.zeros_like(weights, dtype=float), np.zeros_like(bias, dtype=float)),
        lambda weights, bias: (np.ones_like(weights, dtype=float), np.zeros_like(bias, dtype=float)),
    ),
)

MISCONCEPTIONS: dict[str, tuple[Misconception, ...]] = {"save_model": _BOTH, "load_model": _BOTH}
