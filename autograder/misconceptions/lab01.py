"""Lab 01's wrong formulas."""
# ruff: noqa: A002, A006, PLR2004 - the labs' vocabulary; a formula may forget an argument; its numbers are the mistake

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from typing import Any

from autograder.misconceptions.formula import Help, Misconception, wrong
from autograder.misconceptions.pieces import right_unless, sign_of
from autograder.reference import lab01

_TOO_LARGE = 1e6  # beyond it a diverging formula counts as anything wrong: learners cap, overflow or go on to infinity


def _clip(number: float, low: float, high: float) -> float:
    return max(low, min(high, number))


def _log_loss(pred: float, true: float) -> float:
    return -(true * math.log(pred) + (1 - true) * math.log(1 - pred))


def _huber(pred: float, true: float, factor: float) -> float:
    miss = abs(pred - true)
    return factor * (miss**2 if miss <= 1 else 2 * miss - 1)


def _train(
    *,
    start: Callable[..., Any] = lambda weight: weight,
    pred: Callable[..., Any] = lambda input, weight: input * weight,
    truth: Callable[..., Any] = lambda true: true,
    delta: Callable[..., Any] = lambda pred, true: pred - true,
    weight_delta: Callable[..., Any] = lambda input, delta, weight, pred: input * delta,
    update: Callable[..., Any] = lambda weight, weight_delta, alpha: weight - alpha * weight_delta,
    step_size: Callable[..., Any] = lambda alpha, iteration: alpha,
    record: Callable[..., Any] = lambda pred, true: (pred - true) ** 2,
    notes: Callable[..., Any] | None = None,
    rounds: Callable[..., Any] = lambda iterations: iterations,
    learns_from: Callable[..., Any] = lambda weights: weights[-1],
    moves: Callable[..., Any] = lambda weights: weights[-1],
    before_recording: Callable[..., Any] = lambda errors, error: False,
    before_update: Callable[..., Any] = lambda errors: False,
    after_update: Callable[..., Any] = lambda errors: False,
    returns: Callable[..., Any] = lambda weights, errors: (weights[-1], errors),
) -> Callable[..., Any]:
    """Return a `train` in which one thing or another is done differently."""

    def train(input: float, true: float, weight: float, alpha: float, iterations: int) -> Any:
        weights, aim = [start(weight)], truth(true)
        errors: list[Any] = []
        for iteration in range(rounds(iterations)):
            seen = pred(input, learns_from(weights))
            error = record(pred(input, moves(weights)), aim)
            if before_recording(errors, error):
                break
            errors.append(error)
            if before_update(errors):
                break
            blame = weight_delta(input, delta(seen, aim), moves(weights), seen)
            rate = step_size(alpha, iteration)
            if notes:
                errors[-1] = notes(blame, rate)
            weights.append(update(moves(weights), blame, rate))
            if abs(weights[-1]) > _TOO_LARGE:
                raise OverflowError
            if after_update(errors):
                break
        return returns(weights, errors)

    return train


def _hot_and_cold(stays: bool) -> Callable[..., Any]:
    def train(input: float, true: float, weight: float, alpha: float, iterations: int) -> Any:
        errors: list[float] = []
        for _ in range(iterations):
            here, up, down = ((input * place - true) ** 2 for place in (weight, weight + alpha, weight - alpha))
            errors.append(here)
            if not (stays and here <= min(up, down)) and up != down:
                weight += alpha if up < down else -alpha
        return weight, errors

    return train


def _piles_up(kept: float) -> Callable[..., Any]:
    def train(input: float, true: float, weight: float, alpha: float, iterations: int) -> Any:
        errors, total = [], 0.0
        for _ in range(iterations):
            delta = input * weight - true
            errors.append(delta**2)
            total = kept * total + input * delta
            weight -= alpha * total
        return weight, errors

    return train


def _true_for_input(input: float, true: float, weight: float, alpha: float, iterations: int) -> Any:
    return _train(weight_delta=lambda input, delta, weight, pred: true * delta)(input, true, weight, alpha, iterations)


def _moves_input(input: float, true: float, weight: float, alpha: float, iterations: int) -> Any:
    errors, moving = [], input
    for _ in range(iterations):
        delta = moving * weight - true
        errors.append(delta**2)
        moving -= alpha * moving * delta
    return weight, errors


def _feeds_prediction_back(input: float, true: float, weight: float, alpha: float, iterations: int) -> Any:
    errors, fed = [], input
    for _ in range(iterations):
        fed *= weight
        errors.append((fed - true) ** 2)
        weight -= alpha * fed * (fed - true)
    return weight, errors


def _jumps(input: float, true: float, weight: float, alpha: float, iterations: int) -> Any:
    errors = []
    for _ in range(iterations):
        errors.append((input * weight - true) ** 2)
        weight = true / input if input else weight
    return weight, errors


def _two_updates(input: float, true: float, weight: float, alpha: float, iterations: int) -> Any:
    last, errors = lab01.train(input, true, weight, alpha, 2 * iterations)
    return last, errors[::2]


_LIST_OF_ONE = (
    "It looks as if the right number is there, but packed into a list or a tuple of one. Square brackets or a comma "
    "at the end of the line do that. Which characters in your `return` line wrap the number up?"
)
_SMALL = (0.1, 0.05, 0.01, 0.005, 0.001, 1e-4, 1e-5, 1e-6, 1e-8)

MISCONCEPTIONS: dict[str, tuple[Misconception, ...]] = {
    "neural_network": (
        wrong(
            "list-of-one",
            _LIST_OF_ONE,
            lambda input, weight: [lab01.neural_network(input, weight)],
            lambda input, weight: [[lab01.neural_network(input, weight)]],
        ),
        wrong(
            "adds",
            "It looks as if the input and the weight are added. Both numbers do take part in the answer, but the "
            "weight says how strongly the input counts. What should the network say when the input is 0, whatever the "
            "weight is?",
            lambda input, weight: input + weight,
        ),
        wrong(
            "subtracts",
            "It looks as if one of the two numbers is subtracted from the other. A difference compares two things of "
            "the same kind; a weight is rather a volume knob for its input. What should happen to the answer when the "
            "knob is at 0?",
            lambda input, weight: input - weight,
            lambda input, weight: weight - input,
        ),
        wrong(
            "divides",
            "It looks as if one number is divided by the other. Scaling can be done by dividing, but then a larger "
            "weight (or a larger input) makes the answer smaller. Should more weight mean a stronger or a weaker say?",
            lambda input, weight: input / weight,
            lambda input, weight: input / weight if weight else 0,
            lambda input, weight: weight / input,
            lambda input, weight: weight / input if input else 0,
            lambda input, weight: input // weight,
        ),
        wrong(
            "weight-squared",
            "It looks as if the weight comes into the answer twice. With small weights the result still looks "
            "plausible. How should the answer change when the weight is doubled: by a factor of 2 or of 4?",
            lambda input, weight: input * weight**2,
        ),
        wrong(
            "input-squared",
            "It looks as if the input comes into the answer twice. Squares belong to the error, so the mix-up is a "
            "natural one. How should the answer change when the input is doubled?",
            lambda input, weight: input**2 * weight,
        ),
        wrong(
            "pred-squared",
            "It looks as if the prediction is squared before it is returned. Squaring belongs to the error, which "
            "comes later. Can the network still say something below 0 this way?",
            lambda input, weight: (input * weight) ** 2,
        ),
        wrong(
            "returns-input",
            "It looks as if the input comes out as it went in. That is what a network without a weight would say. "
            "Where does your answer use `weight`?",
            lambda input, weight: input,
        ),
        wrong(
            "returns-weight",
            "It looks as if the weight is returned as it came. The weight is what the network knows, yet it has to be "
            "applied to something. Where does your answer use `input`?",
            lambda input, weight: weight,
        ),
        wrong(
            "power",
            "It looks as if one number is raised to the power of the other. In Python one star and two stars look "
            "much alike and mean very different things. What do you get from your line for 3 and 2, and what did you "
            "want?",
            lambda input, weight: input**weight,
            lambda input, weight: abs(input) ** weight if input else 0,
            lambda input, weight: weight**input,
        ),
        wrong(
            "absolute-value",
            "It looks as if the minus sign of the prediction is thrown away. Half-heard facts such as 'an error is "
            "never negative' suggest it, but this is not the error. What may the network say when exactly one of the "
            "two numbers is negative?",
            lambda input, weight: abs(input * weight),
        ),
        wrong(
            "never-negative",
            "It looks as if every prediction below 0 becomes 0. Larger networks do have such a stage, and a chance of "
            "winning can't be negative. But how will a later step see how much too low the network is?",
            lambda input, weight: max(0, input * weight),
        ),
        wrong(
            "clipped",
            "It looks as if the prediction is cut off at 1 (or kept between 0 and 1). As a chance of winning that is "
            "sensible. But how would the learning notice that the network said 7 where the truth is 1?",
            lambda input, weight: min(1, input * weight),
            lambda input, weight: _clip(input * weight, 0, 1),
            lambda input, weight: _clip(input * weight, -1, 1),
        ),
        wrong(
            "yes-or-no",
            "It looks as if the prediction is turned into a yes or no. Whether a team wins is a yes or no in the end, "
            "so that is tempting. But could a tiny change of the weight still be seen in such an answer?",
            lambda input, weight: int(input * weight > 0.5),
            lambda input, weight: int(input * weight >= 0.5),
            lambda input, weight: int(input * weight > 0),
            lambda input, weight: int(input * weight >= 0),
            lambda input, weight: int(input * weight > 1),
            lambda input, weight: int(input * weight >= 1),
            lambda input, weight: int(input > weight),
        ),
        wrong(
            "sigmoid-on-top",
            "It looks as if the prediction is squeezed by a sigmoid or a tanh. Many networks do that, and this course "
            "meets it in lab 05; the one-weight network of this lab has no such stage. What would be left if you took "
            "it away?",
            lambda input, weight: 1 / (1 + math.exp(-input * weight)),
            lambda input, weight: math.tanh(input * weight),
        ),
        wrong(
            "weight-fixed",
            "It looks as if the weight is always the lab's first one, 0.1, whatever is passed in. For the example in "
            "the text that gives the right number. What happens when you call the function with another weight?",
            lambda input, weight: input * 0.1,
        ),
        wrong(
            "input-fixed",
            "It looks as if the input is always the first team's 8.5 toes. For the example in the text that gives the "
            "right number. What happens when you call the function for another team?",
            lambda input, weight: 8.5 * weight,
        ),
        wrong(
            "constant-added",
            "It looks as if a number is added on top: a bias, or the input or weight once more. Many networks have a "
            "bias, and lab 05 brings one; this one has a single weight and nothing else. What does your function say "
            "for an input of 0?",
            lambda input, weight: input * weight + 1,
            lambda input, weight: input * weight + input,
            lambda input, weight: input * weight + weight,
            lambda input, weight: input * weight + 0.1,
            lambda input, weight: input * weight + 0.5,
        ),
        wrong(
            "true-subtracted",
            "It looks as if the function already compares the prediction with the truth. That step comes soon, but in "
            "a function of its own, which gets `true` as a parameter. What does the network know at the moment it "
            "speaks?",
            lambda input, weight: input * weight - 1,
            lambda input, weight: 1 - input * weight,
            lambda input, weight: (input * weight - 1) ** 2,
        ),
        wrong(
            "alpha-in-prediction",
            "It looks as if `alpha` has slipped into the prediction. It does appear all over this lab, but it says "
            "how far a weight moves when it learns. Does predicting move anything?",
            lambda input, weight: 0.01 * input * weight,
        ),
        wrong(
            "negated",
            "It looks as if the prediction has the wrong sign. A minus belongs to the update of the weight, a few "
            "cells further on. With an input and a weight above 0, should the network say something above or below 0?",
            lambda input, weight: -input * weight,
        ),
        wrong(
            "picks-one",
            "It looks as if the larger, or the smaller, of the two numbers is picked. Choosing looks at both, and "
            "then throws one away. What should happen to the answer when the weight grows a little?",
            lambda input, weight: max(input, weight),
            lambda input, weight: min(input, weight),
        ),
        wrong(
            "mean-of-both",
            "It looks as if the answer lies halfway between the input and the weight. An average treats both alike; "
            "here one of them says how much the other counts. What should the answer be when the weight is 0?",
            lambda input, weight: (input + weight) / 2,
        ),
        wrong(
            "doubled-or-halved",
            "It looks as if the prediction is off by a factor of 2. A 2 appears in the derivative of the error and a "
            "half in averages, but neither in the network itself. Which number in your line comes from neither "
            "`input` nor `weight`?",
            lambda input, weight: 2 * input * weight,
            lambda input, weight: input * weight / 2,
        ),
        wrong(
            "percent",
            "It looks as if the prediction is turned into per cent. A chance of winning is often told in per cent, "
            "but the truth in this lab is 1 or 0. On which scale do the two have to meet?",
            lambda input, weight: input * weight * 100,
        ),
        wrong(
            "negative-input",
            "It looks as if your answer is right for inputs of 0 and above and goes wrong for negative ones. No team "
            "has a negative number of toes, but other inputs can be below 0. Does the network need to treat them "
            "differently at all?",
            right_unless(lab01.neural_network, lambda input, weight: input < 0),
            right_unless(lab01.neural_network, lambda input, weight: input < 0 and weight != 0),
        ),
        wrong(
            "negative-weight",
            "It looks as if your answer is right for weights of 0 and above and goes wrong for negative ones. A "
            "negative weight is allowed: it says that more of the input makes the answer smaller. What does your "
            "function do with one?",
            right_unless(lab01.neural_network, lambda input, weight: weight < 0),
            right_unless(lab01.neural_network, lambda input, weight: weight < 0 and input != 0),
        ),
        wrong(
            "zero-goes-wrong",
            "It looks as if your answer goes wrong when the input or the weight is 0. A 0 counts as false in Python, "
            "so a test such as `if input:` treats it as missing. Is 0 a missing number, or a number like any other?",
            right_unless(lab01.neural_network, lambda input, weight: input == 0),
            right_unless(lab01.neural_network, lambda input, weight: weight == 0),
            right_unless(lab01.neural_network, lambda input, weight: input == 0 or weight == 0),
        ),
        wrong(
            "whole-numbers-refused",
            "It looks as if your answer goes wrong for whole numbers such as 3. In the text the numbers are "
            "fractions, so a test for `float` seems safe. Is 3 not as good a number as 3.0?",
            *(
                right_unless(
                    lab01.neural_network,
                    lambda input, weight, places=places: any(
                        isinstance((input, weight)[place], int) for place in places
                    ),
                )
                for places in ((0,), (1,), (0, 1))
            ),
        ),
        wrong(
            "made-whole-first",
            "It looks as if the input or the weight is made a whole number before it is used. Toes come in whole "
            "numbers, but this input is an average. What is left of a weight of 0.1 after `int`?",
            lambda input, weight: int(input) * weight,
            lambda input, weight: input * int(weight),
            lambda input, weight: int(input) * int(weight),
            lambda input, weight: round(input) * weight,
            lambda input, weight: input * round(weight),
            lambda input, weight: max(0, int(input)) * weight,
        ),
        wrong(
            "rounded",
            "It looks as if the prediction is rounded before it is returned. A short number is nicer to read, so do "
            "that when you print. What will the learning steps miss when small differences are rounded away?",
            lambda input, weight: int(input * weight),
            lambda input, weight: input * weight // 1,
            lambda input, weight: math.ceil(input * weight),
            *(lambda input, weight, places=places: round(input * weight, places) for places in range(5)),
        ),
    ),
    "compute_error": (
        wrong(
            "list-of-one",
            _LIST_OF_ONE,
            lambda pred, true: [lab01.compute_error(pred, true)],
            lambda pred, true: [[lab01.compute_error(pred, true)]],
        ),
        wrong(
            "no-square",
            "It looks as if the difference is returned as it is, so it can be negative. That difference has a name of "
            "its own in this lab, and it comes in the next question. What has to happen to it so that it is never "
            "below 0?",
            lambda pred, true: pred - true,
            lambda pred, true: true - pred,
        ),
        wrong(
            "absolute",
            "It looks as if the error is the plain size of the miss, its sign thrown away (a root of the square does "
            "the same). That is never negative, and it is a real way to measure. But does a miss of 4 then count for "
            "more than four misses of 1?",
            lambda pred, true: abs(pred - true),
        ),
        wrong(
            "doubled-not-squared",
            "It looks as if the difference is taken times 2. For a miss of 2 this gives the same as the right answer, "
            "which hides the slip. What do you get when the network is 3 too low?",
            lambda pred, true: 2 * (pred - true),
            lambda pred, true: 2 * (true - pred),
            lambda pred, true: 2 * abs(pred - true),
        ),
        wrong(
            "difference-of-squares",
            "It looks as if `pred` and `true` are squared first and subtracted afterwards. Where the one is 0 that "
            "makes no difference, but in general the order matters. Which of the two steps has to come first?",
            lambda pred, true: pred**2 - true**2,
            lambda pred, true: true**2 - pred**2,
            lambda pred, true: abs(pred**2 - true**2),
        ),
        wrong(
            "brackets-missing",
            "It looks as if the square, or the product, takes hold of only one part of the difference. Python works "
            "out powers and products before differences unless you say otherwise. Which part of your line should be "
            "worked out first?",
            lambda pred, true: pred - true**2,
            lambda pred, true: pred**2 - true,
            lambda pred, true: true - pred**2,
            lambda pred, true: pred - true * pred - true,
        ),
        wrong(
            "halved",
            "It looks as if the error is halved. Some books do that, to make the derivative look tidier. This course "
            "keeps the square whole; which number in your line can go?",
            lambda pred, true: (pred - true) ** 2 / 2,
        ),
        wrong(
            "doubled",
            "It looks as if the error is twice too large. A 2 turns up when one takes the derivative of the error, "
            "but not in the error itself. Which number in your line can go?",
            lambda pred, true: 2 * (pred - true) ** 2,
        ),
        wrong(
            "cubed",
            "It looks as if the difference is multiplied by itself once too often. Large misses do count for even "
            "more that way. But what becomes of the sign of a miss when three of them are multiplied?",
            lambda pred, true: (pred - true) ** 3,
            lambda pred, true: (true - pred) ** 3,
            lambda pred, true: abs(pred - true) ** 3,
        ),
        wrong(
            "squared-twice",
            "It looks as if the square is squared again. That happens when a helper already squares and the last line "
            "does it too. How much should a miss of 2 cost?",
            lambda pred, true: (pred - true) ** 4,
        ),
        wrong(
            "square-root",
            "It looks as if a root is taken of the miss instead of a square. Both have a 2 in their name, and they "
            "undo each other. Should a miss of 4 count for more than four misses of 1, or for less?",
            lambda pred, true: (pred - true) ** 0.5,
            lambda pred, true: math.sqrt(pred - true),
            lambda pred, true: abs(pred - true) ** 0.5,
        ),
        wrong(
            "adds",
            "It looks as if `pred` and `true` are added rather than compared. When the one is 0 the slip can't be "
            "seen. What should the error be when the network says exactly what is true?",
            lambda pred, true: (pred + true) ** 2,
            lambda pred, true: pred**2 + true**2,
            lambda pred, true: pred + true,
        ),
        wrong(
            "expanded-wrongly",
            "It looks as if the square was multiplied out, and one of the terms went astray. Multiplying out is fine, "
            "though it leaves many places for a slip. Can you leave the square as it stands and let Python do the "
            "work?",
            lambda pred, true: pred**2 - pred * true + true**2,
            lambda pred, true: pred**2 - 2 * pred * true - true**2,
            lambda pred, true: pred**2 - 2 * pred * true + true,
        ),
        wrong(
            "caret",
            "It looks as if you wrote `^` for a power. On paper and in many programs that is what it means; in Python "
            "it works on the bits of whole numbers. How does Python write a power?",
            lambda pred, true: (pred - true) ^ 2,
        ),
        wrong(
            "relative",
            "It looks as if the miss is divided by the size of one of the numbers. A relative error is common in "
            "science. But what becomes of it in this lab, where the truth may be 0?",
            lambda pred, true: ((pred - true) / true) ** 2,
            lambda pred, true: ((pred - true) / true) ** 2 if true else pred**2,
            lambda pred, true: ((pred - true) / true) ** 2 if true else 0,
            lambda pred, true: (pred - true) ** 2 / true,
            lambda pred, true: (pred - true) ** 2 / true if true else pred**2,
            lambda pred, true: abs((pred - true) / true),
            lambda pred, true: ((pred - true) / pred) ** 2,
            lambda pred, true: (pred - true) ** 2 / true if true else 0,
            lambda pred, true: abs(pred - true) / true if true else 0,
        ),
        wrong(
            "too-high-only",
            "It looks as if only predictions that are too high count, and too low ones go unpunished. Sometimes one "
            "direction matters more in life. How would this network find out that it says too little?",
            lambda pred, true: max(0, pred - true) ** 2,
            lambda pred, true: max(0, pred - true),
        ),
        wrong(
            "too-low-only",
            "It looks as if only predictions that are too low count, and too high ones go unpunished. Sometimes one "
            "direction matters more in life. How would this network find out that it says too much?",
            lambda pred, true: max(0, true - pred) ** 2,
            lambda pred, true: max(0, true - pred),
        ),
        wrong(
            "signed-square",
            "It looks as if the square keeps the sign of the miss. It is useful to know the direction, and another "
            "number of this lab keeps it. But if misses up and down could cancel each other, what would a total of 0 "
            "tell you?",
            lambda pred, true: (pred - true) * abs(pred - true),
            lambda pred, true: (true - pred) * abs(pred - true),
        ),
        wrong(
            "negated",
            "It looks as if the error comes out negative. A minus in front of the power, or a factor turned round, "
            "does that. Which is better for the network: an error of 4 or of 1, and does your number say so?",
            lambda pred, true: -((pred - true) ** 2),
        ),
        wrong(
            "true-fixed",
            "It looks as if the truth is always 1, whatever is passed in. The first team did win, so the example in "
            "the text comes out right. What should the error be for the team that lost?",
            lambda pred, true: (pred - 1) ** 2,
        ),
        wrong(
            "true-forgotten",
            "It looks as if the prediction alone is squared. For a team that lost, with a truth of 0, that is even "
            "right. Where does your answer look at `true`?",
            lambda pred, true: pred**2,
            lambda pred, true: pred,
        ),
        wrong(
            "pred-forgotten",
            "It looks as if the truth alone is used. It is the number to aim for, but the error is about how far away "
            "the network is. Where does your answer look at `pred`?",
            lambda pred, true: true**2,
            lambda pred, true: true,
        ),
        wrong(
            "multiplies",
            "It looks as if `pred` and `true` are multiplied, where they should be compared. A product tells little "
            "about how far apart two numbers are. What should come out when both are 3?",
            lambda pred, true: (pred * true) ** 2,
            lambda pred, true: pred * true,
            lambda pred, true: pred * (pred - true),
            lambda pred, true: true * (pred - true),
        ),
        wrong(
            "gentle-on-large-misses",
            "It looks as if large misses are treated more gently: beyond 1 the error stops growing as a square. Such "
            "errors exist, against outliers. In this lab, should a miss of 10 count for a hundred misses of 1?",
            lambda pred, true: _huber(pred, true, 1),
            lambda pred, true: _huber(pred, true, 0.5),
            lambda pred, true: min(1, (pred - true) ** 2),
            lambda pred, true: min(1, abs(pred - true)) ** 2 / 2,
        ),
        wrong(
            "small-miss-ignored",
            "It looks as if your answer is right except when `pred` and `true` are very close. A tiny miss may seem "
            "as good as none. But what will the errors of the last iterations look like if small ones are not told "
            "apart?",
            right_unless(lab01.compute_error, lambda pred, true: 0 < abs(pred - true) < 0.001),
        ),
        wrong(
            "yes-or-no",
            "It looks as if the answer says only whether the prediction is right or wrong. That is how one counts "
            "games, but learning needs to see progress. What would tell a near miss from a far one?",
            lambda pred, true: int(pred != true),
            lambda pred, true: int(pred == true),
            lambda pred, true: int(round(pred) != true),
        ),
        wrong(
            "log-loss",
            "It looks as if you used the cross-entropy, an error with logarithms. It is a good choice where "
            "predictions are probabilities; here the network may say any number. Which error does the lab's text "
            "describe?",
            _log_loss,
            lambda pred, true: _log_loss(pred, true) if pred or true else 0,
        ),
        wrong(
            "rounded",
            "It looks as if the error, or the difference, is rounded or made whole. A short number is nicer to read, "
            "so do that when you print. How would you see an error shrink from 0.0001 to 0.00001?",
            lambda pred, true: int((pred - true) ** 2),
            lambda pred, true: int(pred - true) ** 2,
            lambda pred, true: round(pred - true) ** 2,
            lambda pred, true: (pred - true) ** 2 // 1,
            *(lambda pred, true, places=places: round((pred - true) ** 2, places) for places in range(6)),
            *(lambda pred, true, places=places: round(pred - true, places) ** 2 for places in range(1, 5)),
        ),
        wrong(
            "sizes-compared",
            "It looks as if the signs are taken away before the two numbers are compared. Then saying -3 where 3 is "
            "true would be a perfect prediction. At which moment does the sign stop mattering?",
            lambda pred, true: (abs(pred) - abs(true)) ** 2,
        ),
    ),
    "compute_delta": (
        wrong(
            "list-of-one",
            _LIST_OF_ONE,
            lambda pred, true: [lab01.compute_delta(pred, true)],
            lambda pred, true: [[lab01.compute_delta(pred, true)]],
        ),
        wrong(
            "delta-reversed",
            "It looks as if the difference is taken the other way round, so that too high comes out negative. Many "
            "people start from what should have been said, which feels natural. What sign does the lab want when the "
            "network says too much?",
            lambda pred, true: true - pred,
        ),
        wrong(
            "absolute",
            "It looks as if the delta has lost its sign. Its size is right, so it looks like an error. But how will "
            "the weight know whether to move up or down?",
            lambda pred, true: abs(pred - true),
        ),
        wrong(
            "error-for-delta",
            "It looks as if the difference is squared: that is the error again. The two are close relatives and "
            "easily mixed up. Which of them can tell too high from too low?",
            lambda pred, true: (pred - true) ** 2,
            lambda pred, true: (pred - true) ** 2 / 2,
        ),
        wrong(
            "signed-square",
            "It looks as if the delta is a square that keeps its sign. That tells the direction, and yet stretches "
            "it. By how much is the network too high if it says 3 and the truth is 1?",
            lambda pred, true: (pred - true) * abs(pred - true),
            lambda pred, true: (true - pred) * abs(pred - true),
            lambda pred, true: (pred - true) ** 3,
        ),
        wrong(
            "factor-two",
            "It looks as if the delta is taken twice. Well spotted: the true derivative of the error has a 2 in it. "
            "The course lets `alpha` absorb that factor, so what is left for the delta?",
            lambda pred, true: 2 * (pred - true),
        ),
        wrong(
            "factor-two-reversed",
            "It looks as if the delta is taken twice and with its sign turned round. The 2 of the derivative is "
            "absorbed in `alpha`, and the minus comes with the update. What remains if you leave both to those?",
            lambda pred, true: 2 * (true - pred),
            lambda pred, true: -2 * (pred - true),
        ),
        wrong(
            "halved",
            "It looks as if the delta is halved. A half is sometimes put there to cancel the 2 of a derivative. By "
            "how much is the network too high if it says 3 and the truth is 1?",
            lambda pred, true: (pred - true) / 2,
            lambda pred, true: (true - pred) / 2,
        ),
        wrong(
            "relative",
            "It looks as if the difference is divided by the size of one of the numbers. A relative difference is "
            "common elsewhere. What does it give for a team that lost, where the truth is 0?",
            lambda pred, true: (pred - true) / true,
            lambda pred, true: (pred - true) / true if true else pred,
            lambda pred, true: (pred - true) / true if true else 0,
            lambda pred, true: (pred - true) / pred,
            lambda pred, true: (true - pred) / true,
        ),
        wrong(
            "divides",
            "It looks as if one number is divided by the other. A ratio compares as well, with 1 for a perfect match. "
            "Which number should tell that there is nothing left to correct?",
            lambda pred, true: pred / true,
            lambda pred, true: pred / true if true else 0,
            lambda pred, true: pred / true if true else pred,
            lambda pred, true: true / pred,
        ),
        wrong(
            "sign-only",
            "It looks as if the delta only says up, down or right, as 1, -1 and 0. The direction is there, which is "
            "half of its task. How would the weight know whether it is a little off or far off?",
            lambda pred, true: sign_of(pred - true),
            lambda pred, true: sign_of(true - pred),
        ),
        wrong(
            "returns-pred",
            "It looks as if the prediction is returned as it came. For a team that lost, with a truth of 0, that is "
            "even right. Where does your answer look at `true`?",
            lambda pred, true: pred,
        ),
        wrong(
            "returns-true",
            "It looks as if the truth is returned, with or without a minus. It is what the network should have said. "
            "Where does your answer look at what it did say?",
            lambda pred, true: true,
            lambda pred, true: -true,
        ),
        wrong(
            "adds",
            "It looks as if `pred` and `true` are added. A delta compares the two. What should it be when the network "
            "says exactly what is true?",
            lambda pred, true: pred + true,
            lambda pred, true: -(pred + true),
        ),
        wrong(
            "picks-one",
            "It looks as if the larger, or the smaller, of the two numbers is picked. Choosing looks at both, and "
            "then throws one away. What should come out when both are 3?",
            lambda pred, true: max(pred, true),
            lambda pred, true: min(pred, true),
        ),
        wrong(
            "sigmoid-slope",
            "It looks as if the delta is multiplied by the slope of a sigmoid. In networks that have a sigmoid it "
            "belongs there. Has this one anything between the product and the prediction?",
            lambda pred, true: (pred - true) * pred * (1 - pred),
            lambda pred, true: (true - pred) * pred * (1 - pred),
        ),
        wrong(
            "mean-of-both",
            "It looks as if the answer lies halfway between the prediction and the truth. That would be a compromise, "
            "not a comparison. What should come out when both are 3?",
            lambda pred, true: (pred + true) / 2,
        ),
        wrong(
            "multiplies",
            "It looks as if the two numbers are multiplied, or one of them comes in as a factor. Products come in the "
            "next question; here the two are compared. What should the delta be when both are 3?",
            lambda pred, true: pred * true,
            lambda pred, true: pred * (pred - true),
            lambda pred, true: true * (pred - true),
        ),
        wrong(
            "too-high-only",
            "It looks as if the delta is 0 whenever the network says too little. An amount that can't be negative is "
            "familiar from daily life. How would the weight learn to move the other way?",
            lambda pred, true: max(0, pred - true),
        ),
        wrong(
            "too-low-only",
            "It looks as if the delta is 0 whenever the network says too much. Then only one kind of miss is ever "
            "corrected. What should a delta say about a prediction that is too high?",
            lambda pred, true: min(0, pred - true),
            lambda pred, true: max(0, true - pred),
        ),
        wrong(
            "true-fixed",
            "It looks as if the truth is always 1, whatever is passed in. The first team did win, so the example in "
            "the text comes out right. What about the team that lost?",
            lambda pred, true: pred - 1,
            lambda pred, true: 1 - pred,
        ),
        wrong(
            "truth-made-yes-or-no",
            "It looks as if the truth is turned into 1 or 0 before it is used. In this lab games are won or lost, so "
            "that would pass. But what if the truth is a number such as 2.5?",
            lambda pred, true: pred - bool(true),
            lambda pred, true: pred - (true > 0),
            lambda pred, true: pred - (true > 0.5),
            lambda pred, true: pred - round(true),
            lambda pred, true: pred - int(true),
        ),
        wrong(
            "truth-squared",
            "It looks as if one or both of the two numbers are squared before they are compared. With a truth of 1 or "
            "0 nobody notices. Does a delta need a square anywhere?",
            lambda pred, true: pred - true**2,
            lambda pred, true: pred**2 - true,
            lambda pred, true: pred**2 - true**2,
        ),
        wrong(
            "capped",
            "It looks as if the delta is kept within limits, such as -1 and 1. That prevents wild steps, and is "
            "sometimes done later in a training. By how much is the network too high if it says 7 and the truth is 1?",
            lambda pred, true: _clip(pred - true, -1, 1),
            lambda pred, true: min(1, pred - true),
            lambda pred, true: math.tanh(pred - true),
        ),
        wrong(
            "alpha-in-delta",
            "It looks as if `alpha` is already in the delta. It will be needed, but it is the business of the update. "
            "If both used it, how often would it count?",
            lambda pred, true: 0.01 * (pred - true),
            lambda pred, true: 0.01 * (true - pred),
            lambda pred, true: 0.1 * (pred - true),
        ),
        wrong(
            "input-in-delta",
            "It looks as if the input of the first team is already in the delta. It will be needed, in the next "
            "function. Is the delta about the node, or about one of its weights?",
            lambda pred, true: 8.5 * (pred - true),
            lambda pred, true: 8.5 * pred - true,
        ),
        wrong(
            "weight-in-delta",
            "It looks as if the weight 0.1 is applied to the prediction or the delta once more. A prediction already "
            "contains its weight. Which two numbers does a delta compare?",
            lambda pred, true: 0.1 * pred - true,
        ),
        wrong(
            "always-zero",
            "It looks as if the delta is always 0. That happens when one of the two is overwritten with the other "
            "before they are compared. Which names stand in your line, and what is in them at that moment?",
            lambda pred, true: 0,
        ),
        wrong(
            "sizes-compared",
            "It looks as if the signs of `pred` and `true` are taken away before they are compared. Then -3 and 3 "
            "would count as equal. How far apart are these two on the number line?",
            lambda pred, true: abs(pred) - abs(true),
            lambda pred, true: abs(pred + true),
            lambda pred, true: abs(true) - abs(pred),
        ),
        wrong(
            "delta-and-error",
            "It looks as if the delta and the error are returned together. Both are wanted in the end, but each has a "
            "function of its own. Which single number does the name `compute_delta` promise?",
            lambda pred, true: (pred - true, (pred - true) ** 2),
            lambda pred, true: ((pred - true) ** 2, pred - true),
        ),
        wrong(
            "negative-truth",
            "It looks as if your answer goes wrong when the truth is below 0. In this lab it is 1 or 0, so it isn't "
            "missed here. Does a difference need to know whether its numbers are positive?",
            right_unless(lab01.compute_delta, lambda pred, true: true < 0),
        ),
        wrong(
            "small-miss-ignored",
            "It looks as if your answer is right except when `pred` and `true` are very close. A tiny miss may seem "
            "as good as none. But what would that do to the last, small steps of learning?",
            right_unless(lab01.compute_delta, lambda pred, true: 0 < abs(pred - true) < 0.001),
        ),
        wrong(
            "zero-delta-missing",
            "It looks as if your answer is right except when `pred` and `true` are equal. With a branch for too high "
            "and one for too low, the case between them is easily overlooked. What should the delta be there?",
            right_unless(lab01.compute_delta, lambda pred, true: pred == true),
        ),
        wrong(
            "rounded",
            "It looks as if the delta is rounded or made whole. A short number is nicer to read, so do that when you "
            "print. What would a delta of 0.001 become, and would the weight still move?",
            lambda pred, true: int(pred - true),
            lambda pred, true: (pred - true) // 1,
            *(lambda pred, true, places=places: round(pred - true, places) for places in range(5)),
        ),
        wrong(
            "square-root",
            "It looks as if a root is taken of the difference. It would undo a square, but the delta has none. By how "
            "much is the network too high if it says 5 and the truth is 1?",
            lambda pred, true: (pred - true) ** 0.5,
            lambda pred, true: math.sqrt(pred - true),
            lambda pred, true: abs(pred - true) ** 0.5,
        ),
        wrong(
            "percent",
            "It looks as if the delta is told in per cent. Chances often are, but prediction and truth in this lab "
            "live between 0 and 1. Which number in your line comes from neither of the two?",
            lambda pred, true: 100 * (pred - true),
        ),
    ),
    "compute_weight_delta": (
        wrong(
            "list-of-one",
            _LIST_OF_ONE,
            lambda input, delta: [lab01.compute_weight_delta(input, delta)],
            lambda input, delta: [[lab01.compute_weight_delta(input, delta)]],
        ),
        wrong(
            "adds",
            "It looks as if the input and the delta are added. Both do take part. But an input of 0 can't be blamed "
            "for anything: what should the weight_delta be then?",
            lambda input, delta: input + delta,
        ),
        wrong(
            "subtracts",
            "It looks as if one of the two is subtracted from the other. The input should stop, reverse or scale the "
            "delta, and a difference does none of the three. What should come out for an input of 0?",
            lambda input, delta: input - delta,
            lambda input, delta: delta - input,
        ),
        wrong(
            "input-forgotten",
            "It looks as if the delta is handed on as it is. The node's delta is the same for the whole node; one "
            "weight sees it through its input. Where does your answer use `input`?",
            lambda input, delta: delta,
            lambda input, delta: -delta,
        ),
        wrong(
            "delta-forgotten",
            "It looks as if the input is handed on as it is. Large inputs do mean large moves, but only if there is "
            "something to correct. What should come out when the delta is 0?",
            lambda input, delta: input,
        ),
        wrong(
            "factor-two",
            "It looks as if there is a 2 in the weight_delta. Well spotted: the true derivative of the error has one. "
            "The course lets `alpha` absorb it, so who takes care of the 2 here?",
            lambda input, delta: 2 * input * delta,
            lambda input, delta: -2 * input * delta,
        ),
        wrong(
            "halved",
            "It looks as if the weight_delta is halved. A half is sometimes put there to cancel the 2 of the "
            "derivative. In this course that factor is left to `alpha`; which number in your line can go?",
            lambda input, delta: input * delta / 2,
        ),
        wrong(
            "error-for-delta",
            "It looks as if the delta is squared, so the error is used in its place. Error and delta are easily mixed "
            "up. Which of them knows the direction in which to move?",
            lambda input, delta: input * delta**2,
            lambda input, delta: delta**2,
            lambda input, delta: -input * delta**2,
            lambda input, delta: 2 * input * delta**2,
        ),
        wrong(
            "input-squared",
            "It looks as if the input counts twice. It also took part in the prediction, so it may seem due again. If "
            "the input is 100 times as large, how many times as large should the weight_delta be?",
            lambda input, delta: input**2 * delta,
        ),
        wrong(
            "both-squared",
            "It looks as if the whole product is squared. Squares belong to the error. Can a weight_delta of yours "
            "ever be negative, and should it?",
            lambda input, delta: (input * delta) ** 2,
        ),
        wrong(
            "sign-reversed",
            "It looks as if the weight_delta has the wrong sign. A minus does belong to the learning step, but the "
            "update takes care of it. If both had one, which way would the weight go?",
            lambda input, delta: -input * delta,
        ),
        wrong(
            "absolute-value",
            "It looks as if the weight_delta is never negative. Its size is right. But how would the weight know when "
            "to go up rather than down?",
            lambda input, delta: abs(input * delta),
        ),
        wrong(
            "no-reversal",
            "It looks as if your answer is right for inputs of 0 and above and goes wrong for negative ones. With "
            "positive inputs a delta above 0 always asks for a smaller weight. Does it still do so when the input is "
            "negative?",
            right_unless(lab01.compute_weight_delta, lambda input, delta: input < 0),
            right_unless(lab01.compute_weight_delta, lambda input, delta: input < 0 and delta != 0),
        ),
        wrong(
            "negative-delta-wrong",
            "It looks as if your answer is right unless the delta is negative. A delta below 0 says that the network "
            "is too low, which happens as often as too high. Should the formula treat it in any special way?",
            right_unless(lab01.compute_weight_delta, lambda input, delta: delta < 0),
            right_unless(lab01.compute_weight_delta, lambda input, delta: delta < 0 and input != 0),
        ),
        wrong(
            "positive-delta-wrong",
            "It looks as if your answer is right unless the delta is positive. A delta above 0 says that the network "
            "is too high. Should the formula treat it in any special way?",
            right_unless(lab01.compute_weight_delta, lambda input, delta: delta > 0),
            right_unless(lab01.compute_weight_delta, lambda input, delta: delta > 0 and input != 0),
        ),
        wrong(
            "no-stopping",
            "It looks as if your answer goes wrong only when the input is 0. Someone may have wanted to keep the "
            "weight from standing still. But can a weight be blamed for what it multiplied with 0?",
            right_unless(lab01.compute_weight_delta, lambda input, delta: input == 0),
            right_unless(lab01.compute_weight_delta, lambda input, delta: input == 0 and delta != 0),
        ),
        wrong(
            "zero-delta-wrong",
            "It looks as if your answer goes wrong only when the delta is 0. Then the prediction is perfect, and it "
            "may seem that there is nothing to answer. What should the weight_delta say in that case?",
            right_unless(lab01.compute_weight_delta, lambda input, delta: delta == 0),
            right_unless(lab01.compute_weight_delta, lambda input, delta: delta == 0 and input != 0),
        ),
        wrong(
            "divides",
            "It looks as if one of the two is divided by the other. Dividing would undo the prediction's product, "
            "which sounds reasonable. But should a large input make the move larger or smaller, and what happens at "
            "0?",
            lambda input, delta: delta / input,
            lambda input, delta: delta / input if input else 0,
            lambda input, delta: input / delta,
            lambda input, delta: input / delta if delta else 0,
        ),
        wrong(
            "no-scaling",
            "It looks as if only the sign of the input is used, so it stops and reverses but doesn't scale. Two of "
            "its three effects are there. Should an input of 850 move the weight as much as one of 8.5?",
            lambda input, delta: sign_of(input) * delta,
        ),
        wrong(
            "delta-sign-only",
            "It looks as if only the sign of the delta, or of the whole, is used. The direction is there. But should "
            "a small miss move the weight as far as a large one?",
            lambda input, delta: input * sign_of(delta),
            lambda input, delta: sign_of(input * delta),
        ),
        wrong(
            "alpha-in-weight-delta",
            "It looks as if `alpha` is already in the weight_delta. It will be needed, but it is the business of the "
            "update. If both used it, how often would it count?",
            lambda input, delta: 0.01 * input * delta,
            lambda input, delta: 0.1 * input * delta,
            lambda input, delta: -0.01 * input * delta,
        ),
        wrong(
            "input-fixed",
            "It looks as if the input is always the first team's 8.5 toes. For the example in the text that gives the "
            "right number. What about the other teams?",
            lambda input, delta: 8.5 * delta,
        ),
        wrong(
            "weight-for-input",
            "It looks as if the delta is multiplied with the weight 0.1 (or with `alpha`) in the input's place. "
            "Weights belong to this function's name, after all. But what stops, reverses and scales the delta?",
            lambda input, delta: 0.1 * delta,
            lambda input, delta: 0.01 * delta,
        ),
        wrong(
            "delta-made-again",
            "It looks as if something is subtracted from the delta, as if it had to be computed here once more. The "
            "parameter already holds the finished delta. What happens if you use it as it comes?",
            lambda input, delta: input * (input - delta),
            lambda input, delta: input * (delta - input),
            lambda input, delta: input * (delta - 1),
            lambda input, delta: input * delta - 1,
            lambda input, delta: input * (1 - delta),
        ),
        wrong(
            "one-added-on-top",
            "It looks as if one of the two numbers is added on top of the product. That happens when the update is "
            "folded into this function. What should come out when the delta is 0, and when the input is 0?",
            lambda input, delta: input * delta + input,
            lambda input, delta: input * delta + delta,
        ),
        wrong(
            "capped",
            "It looks as if the weight_delta is kept within limits, such as -1 and 1. Against divergence that can "
            "help. But the lab wants to show what large inputs do: should an input of 850 be felt in full?",
            lambda input, delta: _clip(input * delta, -1, 1),
            lambda input, delta: min(1, input * delta),
            lambda input, delta: math.tanh(input * delta),
        ),
        wrong(
            "never-negative",
            "It looks as if every weight_delta below 0 becomes 0. Then the weight can only ever go down. What should "
            "happen when the prediction is too low?",
            lambda input, delta: max(0, input * delta),
        ),
        wrong(
            "never-positive",
            "It looks as if every weight_delta above 0 becomes 0. Then the weight can only ever go up. What should "
            "happen when the prediction is too high?",
            lambda input, delta: min(0, input * delta),
        ),
        wrong(
            "always-zero",
            "It looks as if the weight_delta is always 0. That happens when a result is overwritten or a starting "
            "value is returned. Which value does the name after `return` hold at that moment?",
            lambda input, delta: 0,
        ),
        wrong(
            "power",
            "It looks as if one number is raised to the power of the other. In Python one star and two stars look "
            "much alike. What does your line give for 3 and 2, and what did you want?",
            lambda input, delta: input**delta,
            lambda input, delta: abs(input) ** delta if input else 0,
            lambda input, delta: delta**input,
        ),
        wrong(
            "mean-of-both",
            "It looks as if the answer is an average of the input and the delta. An average treats both alike; here "
            "one of them acts on the other. What should come out for an input of 0?",
            lambda input, delta: (input + delta) / 2,
        ),
        wrong(
            "rounded",
            "It looks as if the weight_delta, or the input, is rounded or made whole. A short number is nicer to "
            "read, so do that when you print. What happens to the small, last steps of learning?",
            lambda input, delta: int(input * delta),
            lambda input, delta: input * delta // 1,
            lambda input, delta: int(input) * delta,
            *(lambda input, delta, places=places: round(input * delta, places) for places in range(5)),
        ),
    ),
    "update_weight": (
        wrong(
            "list-of-one",
            _LIST_OF_ONE,
            lambda weight, weight_delta, alpha: [lab01.update_weight(weight, weight_delta, alpha)],
            lambda weight, weight_delta, alpha: [[lab01.update_weight(weight, weight_delta, alpha)]],
        ),
        wrong(
            "update-adds",
            "It looks as if the step is added to the weight. 'Learning adds something' sounds right, but the "
            "weight_delta points the way in which the error grows. Which way should the weight go?",
            lambda weight, weight_delta, alpha: weight + alpha * weight_delta,
        ),
        wrong(
            "alpha-forgotten",
            "It looks as if the whole weight_delta is taken as the step. The direction may be right, but the step is "
            "far too long for most inputs. Which parameter says how much of it to take?",
            lambda weight, weight_delta, alpha: weight - weight_delta,
            lambda weight, weight_delta, alpha: weight + weight_delta,
        ),
        wrong(
            "alpha-twice",
            "It looks as if `alpha` is used twice, so the steps become tiny. That happens when a step is prepared "
            "with `alpha` and then scaled again. At which one place should it count?",
            lambda weight, weight_delta, alpha: weight - alpha * alpha * weight_delta,
        ),
        wrong(
            "alpha-on-the-difference",
            "It looks as if `alpha` scales the whole difference, the old weight included. Brackets make that easy to "
            "write. If the weight_delta is 0, should the weight shrink?",
            lambda weight, weight_delta, alpha: alpha * (weight - weight_delta),
            lambda weight, weight_delta, alpha: alpha * (weight + weight_delta),
        ),
        wrong(
            "alpha-subtracted-first",
            "It looks as if `alpha` is subtracted from the weight before anything is multiplied. Brackets in that "
            "place change what is multiplied with what. What should the new weight be when the weight_delta is 0?",
            lambda weight, weight_delta, alpha: (weight - alpha) * weight_delta,
            lambda weight, weight_delta, alpha: (weight + alpha) * weight_delta,
        ),
        wrong(
            "alpha-on-the-weight",
            "It looks as if `alpha` is applied to the old weight. It is a rate, so it has to scale something. Is it "
            "the old weight that should become smaller, or the move?",
            lambda weight, weight_delta, alpha: alpha * weight - weight_delta,
            lambda weight, weight_delta, alpha: alpha * weight + weight_delta,
            lambda weight, weight_delta, alpha: alpha * weight,
        ),
        wrong(
            "weight-multiplied-in",
            "It looks as if the step is scaled by the weight itself. A share of the weight sounds reasonable, as with "
            "a discount. But how could a weight that is 0 ever begin to learn?",
            lambda weight, weight_delta, alpha: weight - alpha * weight * weight_delta,
            lambda weight, weight_delta, alpha: weight * alpha * weight_delta,
            lambda weight, weight_delta, alpha: weight + alpha * weight * weight_delta,
            lambda weight, weight_delta, alpha: weight * weight_delta,
        ),
        wrong(
            "step-only",
            "It looks as if only the step is returned (`weight =- ...` does this too, unlike `weight -= ...`). The "
            "step is a necessary part. From which place is it taken?",
            lambda weight, weight_delta, alpha: alpha * weight_delta,
            lambda weight, weight_delta, alpha: -alpha * weight_delta,
        ),
        wrong(
            "difference-reversed",
            "It looks as if the difference is taken the other way round, the old weight away from the step. In a "
            "difference the order matters. What should come out when the weight_delta is 0?",
            lambda weight, weight_delta, alpha: alpha * weight_delta - weight,
            lambda weight, weight_delta, alpha: weight_delta - weight,
        ),
        wrong(
            "divides-by-alpha",
            "It looks as if something is divided by `alpha`, or by the weight_delta. Dividing scales as well. But "
            "should a smaller `alpha` mean a longer or a shorter step?",
            lambda weight, weight_delta, alpha: weight - weight_delta / alpha,
            lambda weight, weight_delta, alpha: weight - alpha / weight_delta,
            lambda weight, weight_delta, alpha: weight - alpha / weight_delta if weight_delta else weight,
            lambda weight, weight_delta, alpha: (weight - weight_delta) / alpha,
            lambda weight, weight_delta, alpha: weight + weight_delta / alpha,
            lambda weight, weight_delta, alpha: weight / alpha - weight_delta,
        ),
        wrong(
            "alpha-added",
            "It looks as if `alpha` is added or subtracted as an amount of its own. It is a rate: it only makes sense "
            "as a factor. What should happen to the weight when the weight_delta is 0?",
            lambda weight, weight_delta, alpha: weight - (alpha + weight_delta),
            lambda weight, weight_delta, alpha: weight - alpha + weight_delta,
            lambda weight, weight_delta, alpha: weight + alpha + weight_delta,
            lambda weight, weight_delta, alpha: weight + alpha - weight_delta,
        ),
        wrong(
            "weight-delta-forgotten",
            "It looks as if the weight moves by `alpha`, whatever the weight_delta is. A fixed step is what "
            "hot-and-cold search takes. Where does your answer use the direction and the size that the weight_delta "
            "offers?",
            lambda weight, weight_delta, alpha: weight - alpha,
            lambda weight, weight_delta, alpha: weight + alpha,
        ),
        wrong(
            "alpha-fixed",
            "It looks as if the lab's `alpha` is written into the function. For the example in the text that gives "
            "the right number. What happens when someone passes another one?",
            lambda weight, weight_delta, alpha: weight - 0.01 * weight_delta,
            lambda weight, weight_delta, alpha: weight - 0.1 * weight_delta,
            lambda weight, weight_delta, alpha: weight + 0.01 * weight_delta,
        ),
        wrong(
            "weight-fixed",
            "It looks as if the step always starts from the lab's first weight, 0.1. For the example in the text that "
            "gives the right number. From where should the second step start?",
            lambda weight, weight_delta, alpha: 0.1 - alpha * weight_delta,
        ),
        wrong(
            "starts-elsewhere",
            "It looks as if the new weight starts from 1 or from another fixed number in the old weight's place. Such "
            "a number may have been left over from a test. From where should a step be taken?",
            lambda weight, weight_delta, alpha: 1 - alpha * weight_delta,
        ),
        wrong(
            "sign-only",
            "It looks as if only the sign of the weight_delta is used, and every step is `alpha` long. The direction "
            "is right. How would the steps become smaller near the goal?",
            lambda weight, weight_delta, alpha: weight - alpha * sign_of(weight_delta),
            lambda weight, weight_delta, alpha: weight - (alpha if weight_delta > 0 else -alpha),
            lambda weight, weight_delta, alpha: weight + alpha * sign_of(weight_delta),
        ),
        wrong(
            "always-downwards",
            "It looks as if the weight can move in one direction only. The sign of the weight_delta has been lost on "
            "the way. What should happen when the weight_delta is negative?",
            lambda weight, weight_delta, alpha: weight - abs(alpha * weight_delta),
            lambda weight, weight_delta, alpha: weight + abs(alpha * weight_delta),
            lambda weight, weight_delta, alpha: weight - max(0, alpha * weight_delta),
            lambda weight, weight_delta, alpha: weight - min(0, alpha * weight_delta),
        ),
        wrong(
            "weight-kept-in-bounds",
            "It looks as if the new weight is kept within bounds, such as above 0 or between 0 and 1. Weights in the "
            "text happen to be small and positive. What if the best weight is negative or larger?",
            lambda weight, weight_delta, alpha: max(0, weight - alpha * weight_delta),
            lambda weight, weight_delta, alpha: _clip(weight - alpha * weight_delta, 0, 1),
            lambda weight, weight_delta, alpha: _clip(weight - alpha * weight_delta, -1, 1),
            lambda weight, weight_delta, alpha: min(1, weight - alpha * weight_delta),
            lambda weight, weight_delta, alpha: abs(weight - alpha * weight_delta),
        ),
        wrong(
            "step-capped",
            "It looks as if long steps are cut short. That does prevent wild jumps. But the lab wants to see "
            "divergence happen: which number alone should decide how long a step is for a given weight_delta?",
            *(
                lambda weight, weight_delta, alpha, most=most: weight - _clip(alpha * weight_delta, -most, most)
                for most in (0.01, 0.1, 0.5, 1)
            ),
            lambda weight, weight_delta, alpha: weight - alpha * _clip(weight_delta, -1, 1),
        ),
        wrong(
            "unchanged",
            "It looks as if the old weight is returned unchanged. That happens when the result is compared with `==`, "
            "put into another name, or computed after the `return`. Which name holds the new weight when you return?",
            lambda weight, weight_delta, alpha: weight,
        ),
        wrong(
            "weight-decay",
            "It looks as if the weight also shrinks a little by itself. That is a real technique, called weight "
            "decay. In this lab only the error moves a weight: what should happen when the weight_delta is 0?",
            *(
                lambda weight, weight_delta, alpha, kept=kept: kept * weight - alpha * weight_delta
                for kept in (0.9, 0.99, 0.999, 0.9999)
            ),
            lambda weight, weight_delta, alpha: (1 - alpha) * weight - alpha * weight_delta,
            lambda weight, weight_delta, alpha: (1 - alpha) * weight + alpha * weight_delta,
        ),
        wrong(
            "factor-two",
            "It looks as if the step is twice as long as it should be. The true derivative of the error has a 2 in "
            "it, so the thought is right. The course lets `alpha` absorb it; do you need it once more?",
            lambda weight, weight_delta, alpha: weight - 2 * alpha * weight_delta,
            lambda weight, weight_delta, alpha: weight + 2 * alpha * weight_delta,
        ),
        wrong(
            "one-minus-alpha",
            "It looks as if `1 - alpha` is used where `alpha` is meant. Mixtures of old and new are written that way. "
            "If `alpha` is tiny, should the step be tiny or nearly whole?",
            lambda weight, weight_delta, alpha: weight - (1 - alpha) * weight_delta,
            lambda weight, weight_delta, alpha: weight + (1 - alpha) * weight_delta,
            lambda weight, weight_delta, alpha: alpha * weight + (1 - alpha) * weight_delta,
        ),
        wrong(
            "extra-factor",
            "It looks as if the step has one more factor, such as 10 or 0.1. Somebody may have tuned the speed inside "
            "the function. Which parameter is there for tuning?",
            *(
                lambda weight, weight_delta, alpha, factor=factor: weight - factor * alpha * weight_delta
                for factor in (100, 10, 4, 3, 0.1, 0.01)
            ),
        ),
        wrong(
            "halved",
            "It looks as if the step is halved. A half is sometimes used to cancel the 2 of a derivative. Which "
            "number alone should say how much of the weight_delta is taken?",
            lambda weight, weight_delta, alpha: weight - alpha * weight_delta / 2,
        ),
        wrong(
            "weight-delta-squared",
            "It looks as if the weight_delta is squared. Squares belong to the error, and this one swallows the sign. "
            "How would the weight know when to go up?",
            lambda weight, weight_delta, alpha: weight - alpha * weight_delta**2,
            lambda weight, weight_delta, alpha: weight + alpha * weight_delta**2,
        ),
        wrong(
            "arguments-swapped",
            "It looks as if the weight and the weight_delta have changed places. Their names are much alike, and "
            "tests pass them by position. Which of the two is moved, and which says how far?",
            lambda weight, weight_delta, alpha: weight_delta - alpha * weight,
            lambda weight, weight_delta, alpha: alpha - weight * weight_delta,
            lambda weight, weight_delta, alpha: alpha + weight * weight_delta,
        ),
        wrong(
            "returns-weight-delta",
            "It looks as if the weight_delta comes back as it went in. It says how the weight should change. Where do "
            "the old weight and `alpha` take part?",
            lambda weight, weight_delta, alpha: weight_delta,
            lambda weight, weight_delta, alpha: -weight_delta,
        ),
        wrong(
            "large-alpha-refused",
            "It looks as if your answer goes wrong when `alpha` is 1 or larger. A rate above 1 sounds forbidden, and "
            "often it is unwise. But is the arithmetic of one step any different then?",
            right_unless(lab01.update_weight, lambda weight, weight_delta, alpha: alpha > 1),
            right_unless(lab01.update_weight, lambda weight, weight_delta, alpha: alpha >= 1),
            right_unless(lab01.update_weight, lambda weight, weight_delta, alpha: alpha > 1 and weight_delta != 0),
            right_unless(lab01.update_weight, lambda weight, weight_delta, alpha: alpha >= 1 and weight_delta != 0),
        ),
        wrong(
            "small-step-skipped",
            "It looks as if the weight stays where it is when the weight_delta is small. Near the goal a small step "
            "may seem not worth taking. But what do many small steps add up to?",
            *(
                right_unless(
                    lab01.update_weight, lambda weight, weight_delta, alpha, least=least: 0 < abs(weight_delta) < least
                )
                for least in (0.002, 0.01, 0.02, 0.05, 0.1)
            ),
        ),
        wrong(
            "old-and-new",
            "It looks as if both the old and the new weight are returned. Seeing both is handy, but who calls this "
            "function expects one number. Which of the two does the next step start from?",
            lambda weight, weight_delta, alpha: (weight, weight - alpha * weight_delta),
        ),
        wrong(
            "rounded",
            "It looks as if the new weight is rounded or made whole. A short number is nicer to read, so do that when "
            "you print. What becomes of a step of 0.00001?",
            lambda weight, weight_delta, alpha: int(weight - alpha * weight_delta),
            lambda weight, weight_delta, alpha: (weight - alpha * weight_delta) // 1,
            *(
                lambda weight, weight_delta, alpha, places=places: round(weight - alpha * weight_delta, places)
                for places in range(6)
            ),
        ),
    ),
    "train": (
        wrong(
            "errors-after-update",
            "It looks as if each error is recorded after its update. Errors do shrink that way, only everything is "
            "one step early. Which weight was in use when the prediction of that iteration was made?",
            _train(rounds=lambda n: n + 1, returns=lambda weights, errors: (weights[-2], errors[1:])),
        ),
        wrong(
            "weight-before-last-update",
            "It looks as if the weight from before the last update is returned. It was still right when the last "
            "error was recorded. What happened to it afterwards?",
            _train(returns=lambda weights, errors: (weights[-2:][0], errors)),
        ),
        wrong(
            "first-weight-returned",
            "It looks as if the errors are right but the weight returned is the one that came in. That happens when "
            "the new weights live under another name. Which name do you return?",
            _train(returns=lambda weights, errors: (weights[0], errors)),
        ),
        wrong(
            "one-iteration-too-many",
            "It looks as if there is one iteration too many. Counting from 0 to `iterations`, both included, does "
            "that. How many numbers does `range(3)` give, and which ones?",
            _train(rounds=lambda n: n + 1),
        ),
        wrong(
            "one-iteration-too-few",
            "It looks as if there is one iteration too few. Starting to count at 1, or stopping one short, does that. "
            "How many numbers does `range(1, 3)` give?",
            _train(rounds=lambda n: n - 1),
        ),
        wrong(
            "zero-iterations",
            "It looks as if your answer is right unless `iterations` is 0. A loop that looks only afterwards whether "
            "it is done, or a name that exists only inside the loop, has that effect. What should be returned when no "
            "step is taken?",
            right_unless(lab01.train, lambda input, true, weight, alpha, iterations: iterations == 0),
        ),
        wrong(
            "one-error-too-many",
            "It looks as if there is one error more than there are iterations. Perhaps one is recorded after the "
            "loop, or the list isn't empty when it starts. How many updates did you make, and how many errors are "
            "due?",
            _train(rounds=lambda n: n + 1, returns=lambda weights, errors: (weights[-2], errors)),
            _train(returns=lambda weights, errors: (weights[-1], [0, *errors])),
            _train(returns=lambda weights, errors: (weights[-1], errors[:1] + errors)),
            right_unless(
                _train(returns=lambda weights, errors: (weights[-1], errors[:1] + errors)),
                lambda input, true, weight, alpha, iterations: iterations == 0,
            ),
        ),
        wrong(
            "update-adds",
            "It looks as if each step goes the wrong way: the step is added, or the delta is turned round. Both look "
            "harmless in a line of code. Do your errors shrink or grow from one iteration to the next?",
            _train(update=lambda weight, weight_delta, alpha: weight + alpha * weight_delta),
            _train(
                update=lambda weight, weight_delta, alpha: weight + alpha * weight_delta,
                record=lambda pred, true: true - pred,
            ),
        ),
        wrong(
            "alpha-forgotten",
            "It looks as if `alpha` plays no part in the steps. The direction may be right, but the steps are too "
            "long. Where does your loop use `alpha`?",
            _train(update=lambda weight, weight_delta, alpha: weight - weight_delta),
            _train(update=lambda weight, weight_delta, alpha: weight + weight_delta),
        ),
        wrong(
            "alpha-twice",
            "It looks as if `alpha` is used twice in each step. That happens when the weight_delta is scaled and "
            "`update_weight` scales it again. At which one place should it count?",
            _train(update=lambda weight, weight_delta, alpha: weight - alpha**2 * weight_delta),
        ),
        wrong(
            "divides-by-alpha",
            "It looks as if the step is divided by `alpha`. Dividing scales as well. But should a smaller `alpha` "
            "mean a longer or a shorter step?",
            _train(update=lambda weight, weight_delta, alpha: weight - weight_delta / alpha),
        ),
        wrong(
            "alpha-on-the-difference",
            "It looks as if `alpha` scales the old weight as well, and not only the move. Brackets make that easy to "
            "write. What should be left of the old weight when the weight_delta is 0?",
            _train(update=lambda weight, weight_delta, alpha: alpha * (weight - weight_delta)),
            _train(update=lambda weight, weight_delta, alpha: alpha * weight - weight_delta),
        ),
        wrong(
            "factor-two",
            "It looks as if each step is twice as long as it should be: by the 2 of the true derivative, or by an "
            "update made twice. The thought of the 2 is right, but the course lets `alpha` absorb it. Which of your "
            "lines makes the step longer?",
            _train(update=lambda weight, weight_delta, alpha: weight - 2 * alpha * weight_delta),
        ),
        wrong(
            "halved",
            "It looks as if each step is half as long as it should be. A half is sometimes used to cancel the 2 of a "
            "derivative. Which number alone should say how much of the weight_delta is taken?",
            _train(update=lambda weight, weight_delta, alpha: weight - alpha * weight_delta / 2),
        ),
        wrong(
            "two-updates",
            "It looks as if the weight moves twice in every iteration, each time with a new prediction. That happens "
            "when the update stands in two places. How many updates should one recorded error go with?",
            _two_updates,
        ),
        wrong(
            "input-forgotten",
            "It looks as if the weight moves by the node's delta itself. With an input near 1 that is hardly noticed. "
            "Which number turns the node's delta into the weight's?",
            _train(weight_delta=lambda input, delta, weight, pred: delta),
        ),
        wrong(
            "input-squared",
            "It looks as if the input counts twice in each step. It does take part in the prediction as well, so that "
            "is easily done. Which of your functions has already multiplied by it?",
            _train(weight_delta=lambda input, delta, weight, pred: input**2 * delta),
        ),
        wrong(
            "weight-for-input",
            "It looks as if the delta is multiplied with the weight in the input's place. The weight is what moves, "
            "so the mix-up is natural. What stops, reverses and scales the move?",
            _train(weight_delta=lambda input, delta, weight, pred: weight * delta),
        ),
        wrong(
            "pred-for-input",
            "It looks as if the delta is multiplied with the prediction (or the weight with the step) in the input's "
            "place. The prediction is at hand in the loop. What did this weight see when the prediction was made?",
            _train(weight_delta=lambda input, delta, weight, pred: pred * delta),
            _train(weight_delta=lambda input, delta, weight, pred: input * pred * delta),
        ),
        wrong(
            "divides-by-input",
            "It looks as if the delta is divided by the input. That would undo the prediction's product, which sounds "
            "reasonable. Should a large input make the move larger or smaller?",
            _train(weight_delta=lambda input, delta, weight, pred: delta / input),
            _train(weight_delta=lambda input, delta, weight, pred: delta / input if input else 0),
        ),
        wrong(
            "delta-forgotten",
            "It looks as if the weight moves by its input, however good the prediction is. The input does scale the "
            "move. What should happen once the prediction is perfect?",
            _train(weight_delta=lambda input, delta, weight, pred: input),
        ),
        wrong(
            "weight-delta-forgotten",
            "It looks as if the weight moves by `alpha` in one direction, however good or bad the prediction is. A "
            "fixed step is easy to write. What should happen once the prediction is perfect?",
            _train(update=lambda weight, weight_delta, alpha: weight - alpha),
            _train(update=lambda weight, weight_delta, alpha: weight + alpha),
        ),
        wrong(
            "error-for-delta",
            "It looks as if the error is used where the delta belongs. Error and delta are easily mixed up. Which of "
            "them knows whether the prediction was too high or too low?",
            _train(weight_delta=lambda input, delta, weight, pred: input * delta**2),
            _train(weight_delta=lambda input, delta, weight, pred: delta**2),
        ),
        wrong(
            "absolute-delta",
            "It looks as if the delta, or the weight_delta, has lost its sign. The size of the steps is right. How "
            "would the weight know when to turn back?",
            _train(weight_delta=lambda input, delta, weight, pred: input * abs(delta)),
            _train(weight_delta=lambda input, delta, weight, pred: abs(input * delta)),
        ),
        wrong(
            "no-reversal",
            "It looks as if the sign of the input is ignored in the steps. With toes that never shows, as no team has "
            "a negative number of them. What does a negative input do to the direction?",
            _train(weight_delta=lambda input, delta, weight, pred: abs(input) * delta),
        ),
        wrong(
            "stale-prediction",
            "It looks as if the prediction is made once and used in all iterations. The weight has moved since then, "
            "and the prediction hasn't followed. At which line does each iteration begin?",
            _train(
                learns_from=lambda weights: weights[0],
                returns=lambda weights, errors: (weights[-1], errors[:1] * len(errors)),
            ),
            _train(learns_from=lambda weights: weights[0]),
        ),
        wrong(
            "prediction-one-late",
            "It looks as if each step uses the prediction of the iteration before. That happens when the new "
            "prediction is made right before the weight moves, and kept for the next round. Which weight should the "
            "prediction have seen?",
            _train(learns_from=lambda weights: weights[-2:][0]),
            _train(
                learns_from=lambda weights: weights[-2:][0],
                returns=lambda weights, errors: (weights[-1], errors[:1] + errors[:-1]),
            ),
        ),
        wrong(
            "steps-pile-up",
            "It looks as if earlier steps are carried along into the next one. With a share of the old step that is a "
            "real technique, momentum; with all of them it is a sum that isn't reset. Which weight_delta should one "
            "step use?",
            *(_piles_up(kept) for kept in (1, 0.9, 0.5)),
        ),
        wrong(
            "restarts",
            "It looks as if every iteration starts again from the first weight. The new weight goes under another "
            "name and isn't used again. From which weight should the second step be taken?",
            _train(learns_from=lambda weights: weights[0], moves=lambda weights: weights[0]),
        ),
        wrong(
            "weight-never-updated",
            "It looks as if the weight never moves. A function that returns a new weight doesn't change the old one, "
            "and neither does `==`. What do you do with the result of the update?",
            _train(update=lambda weight, weight_delta, alpha: weight),
        ),
        wrong(
            "same-error-repeated",
            "It looks as if the weight is right but the same error is recorded again and again. The error is computed "
            "before the loop, or from the first weight. What has changed when the second iteration begins?",
            _train(returns=lambda weights, errors: (weights[-1], errors[:1] * len(errors))),
        ),
        wrong(
            "deltas-recorded",
            "It looks as if deltas are recorded where errors are due. They come from the same difference. Which of "
            "the two is never negative?",
            _train(record=lambda pred, true: pred - true),
            _train(record=lambda pred, true: true - pred),
        ),
        wrong(
            "absolute-recorded",
            "It looks as if the plain size of each miss is recorded. It is never negative either. Which function of "
            "this lab tells how an error is measured?",
            _train(record=lambda pred, true: abs(pred - true)),
        ),
        wrong(
            "preds-recorded",
            "It looks as if the predictions, or their squares, are recorded where errors are due. Watching them is a "
            "good idea, for a print. What has to be known besides the prediction to tell how bad it is?",
            _train(record=lambda pred, true: pred),
            _train(record=lambda pred, true: pred**2),
        ),
        wrong(
            "weights-recorded",
            "It looks as if the weights of the way are in the list where errors are due. Watching them is a good "
            "idea, for a print. What does the text say the list should hold?",
            _train(returns=lambda weights, errors: (weights[-1], weights[:-1])),
            _train(returns=lambda weights, errors: (weights[-1], weights[1:])),
            _train(returns=lambda weights, errors: (weights[-1], weights)),
        ),
        wrong(
            "errors-off-by-factor",
            "It looks as if the weight is right but each error is off by a constant factor. A half, a 2 or `alpha` "
            "may have slipped in. Which function of this lab tells how an error is measured?",
            _train(record=lambda pred, true: (pred - true) ** 2 / 2),
            _train(record=lambda pred, true: 2 * (pred - true) ** 2),
            _train(record=lambda pred, true: 2 * (pred - true)),
            _train(record=lambda pred, true: -((pred - true) ** 2)),
        ),
        wrong(
            "difference-of-squares",
            "It looks as if the weight is right, but the error squares `pred` and `true` before they are compared, or "
            "only one of them. The order of the two steps matters. What is worked out first in your line?",
            _train(record=lambda pred, true: pred**2 - true**2),
            _train(record=lambda pred, true: pred - true**2),
        ),
        wrong(
            "errors-measured-otherwise",
            "It looks as if the weight is right but the errors are measured in another way: cubed, as a root, or "
            "twice squared. Which function of this lab tells how an error is measured, and could the loop call it?",
            _train(record=lambda pred, true: (pred - true) ** 3),
            _train(record=lambda pred, true: (pred - true) ** 4),
            _train(record=lambda pred, true: abs(pred - true) ** 3),
            _train(record=lambda pred, true: abs(pred - true) ** 0.5),
            _train(record=lambda pred, true: (pred + true) ** 2),
        ),
        wrong(
            "weight-deltas-recorded",
            "It looks as if the weight_deltas, or the steps, are recorded where errors are due. They show how far the "
            "weight moves. What does the text say the list should hold?",
            _train(notes=lambda blame, rate: blame),
            _train(notes=lambda blame, rate: rate * blame),
            _train(notes=lambda blame, rate: -rate * blame),
        ),
        wrong(
            "stops-early",
            "It looks as if training ends before all iterations are done, as when the error seems small enough. "
            "Saving work is a fair thought. But how many errors does the caller expect?",
            *(_train(before_update=lambda errors, small=small: errors[-1] < small) for small in _SMALL),
            *(_train(after_update=lambda errors, small=small: errors[-1] < small) for small in _SMALL),
            *(_train(before_recording=lambda errors, error, small=small: error < small) for small in _SMALL),
            right_unless(lab01.train, lambda input, true, weight, alpha, iterations: iterations >= 60),
        ),
        wrong(
            "stops-when-growing",
            "It looks as if training ends as soon as the error grows. That seems prudent. But this lab wants to see "
            "divergence: what should the list show when `alpha` is too large?",
            _train(before_recording=lambda errors, error: bool(errors) and error > errors[-1]),
            _train(before_update=lambda errors: len(errors) > 1 and errors[-1] > errors[-2]),
            _train(after_update=lambda errors: len(errors) > 1 and errors[-1] > errors[-2]),
        ),
        wrong(
            "weight-kept-in-bounds",
            "It looks as if the weight is kept within bounds, such as above 0 or between 0 and 1. Weights in the text "
            "happen to be small and positive. What if the best weight is negative or larger?",
            _train(update=lambda weight, weight_delta, alpha: max(0, weight - alpha * weight_delta)),
            _train(update=lambda weight, weight_delta, alpha: abs(weight - alpha * weight_delta)),
            _train(update=lambda weight, weight_delta, alpha: _clip(weight - alpha * weight_delta, 0, 1)),
            _train(update=lambda weight, weight_delta, alpha: _clip(weight - alpha * weight_delta, -1, 1)),
        ),
        wrong(
            "weight-only",
            "It looks as if only the last weight is returned. It is the main result. What else did you collect on the "
            "way that the caller wants to see?",
            _train(returns=lambda weights, errors: weights[-1]),
        ),
        wrong(
            "errors-only",
            "It looks as if only the errors are returned. They show how the learning went. But where is what has been "
            "learnt?",
            _train(returns=lambda weights, errors: errors),
        ),
        wrong(
            "pair-swapped",
            "It looks as if the two results come in the wrong order. Both are right by themselves. Which one does the "
            "caller unpack first?",
            _train(returns=lambda weights, errors: (errors, weights[-1])),
        ),
        wrong(
            "last-error-only",
            "It looks as if only the last error survives. The name is overwritten, or the list is emptied, in each "
            "iteration. What has to happen to the list so that it grows?",
            _train(returns=lambda weights, errors: (weights[-1], errors[-1])),
            _train(returns=lambda weights, errors: (weights[-1], errors[-1] if errors else [])),
            _train(returns=lambda weights, errors: (weights[-1], errors[-1] if errors else 0)),
            _train(returns=lambda weights, errors: (weights[-1], errors[-1:])),
            _train(returns=lambda weights, errors: (weights[-1], [errors[-1]])),
        ),
        wrong(
            "smallest-error-only",
            "It looks as if only the smallest error is returned. It says how good the best try was. How would the "
            "caller draw the way there from one number?",
            _train(returns=lambda weights, errors: (weights[-1], min(errors))),
            _train(returns=lambda weights, errors: (weights[-1], min(errors, default=0))),
        ),
        wrong(
            "every-second-error",
            "It looks as if only every second error is recorded. For a long training that is enough for a picture. "
            "How many errors does the caller expect after five iterations?",
            _train(returns=lambda weights, errors: (weights[-1], errors[::2])),
            _train(returns=lambda weights, errors: (weights[-1], errors[1::2])),
        ),
        wrong(
            "best-weight",
            "It looks as if the weight with the smallest error so far is returned. To keep the best is sensible where "
            "progress is shaky. Which weight has had the most updates?",
            _train(
                returns=lambda weights, errors: (weights[errors.index(min(errors))] if errors else weights[0], errors)
            ),
        ),
        wrong(
            "change-returned",
            "It looks as if the change of the weight is returned, not the weight. How far it has moved is "
            "interesting. With which number would one predict the next game?",
            _train(returns=lambda weights, errors: (weights[-1] - weights[0], errors)),
            _train(returns=lambda weights, errors: (weights[0] - weights[-1], errors)),
        ),
        wrong(
            "first-error-only",
            "It looks as if only the first error is kept. The line that records may stand before the loop. How many "
            "errors should there be after five iterations?",
            _train(returns=lambda weights, errors: (weights[-1], errors[:1])),
            _train(returns=lambda weights, errors: (weights[-1], errors[0])),
        ),
        wrong(
            "final-error-only",
            "It looks as if one error is computed at the end, with the last weight. It tells how good the result is. "
            "Which errors does the caller want to see?",
            _train(rounds=lambda n: n + 1, returns=lambda weights, errors: (weights[-2], errors[-1])),
            _train(rounds=lambda n: n + 1, returns=lambda weights, errors: (weights[-2], errors[-1:])),
        ),
        wrong(
            "errors-added-up",
            "It looks as if the errors are added up or averaged. One number for a whole training is handy. But how "
            "would you see from it that the error shrinks?",
            _train(returns=lambda weights, errors: (weights[-1], sum(errors))),
            _train(returns=lambda weights, errors: (weights[-1], [sum(errors)])),
            _train(returns=lambda weights, errors: (weights[-1], sum(errors) / len(errors))),
            _train(returns=lambda weights, errors: (weights[-1], sum(errors) / len(errors) if errors else 0)),
            _train(returns=lambda weights, errors: (weights[-1], list(itertools.accumulate(errors)))),
            _train(
                returns=lambda weights, errors: (
                    weights[-1],
                    [total / count for count, total in enumerate(itertools.accumulate(errors), start=1)],
                )
            ),
        ),
        wrong(
            "weight-history",
            "It looks as if all the weights of the way are returned where one is due. They make a good picture. Which "
            "of them has learnt the most?",
            _train(returns=lambda weights, errors: (weights, errors)),
            _train(returns=lambda weights, errors: (weights[1:], errors)),
            _train(returns=lambda weights, errors: (weights[:-1], errors)),
        ),
        wrong(
            "iterations-fixed",
            "It looks as if the number of iterations is written into the function. For the example in the text that "
            "number is right. Where does your loop use `iterations`?",
            *(_train(rounds=lambda n, always=always: always) for always in (2, 3, 4, 5, 10, 20, 50, 100)),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if one iteration is made, however many are asked for. A `return` that is indented one level "
            "too far ends the loop in its first round. With which line should it be aligned?",
            _train(rounds=lambda n: min(n, 1)),
            right_unless(
                _train(rounds=lambda n: min(n, 1)), lambda input, true, weight, alpha, iterations: iterations == 0
            ),
        ),
        wrong(
            "true-fixed",
            "It looks as if the truth is always 1, whatever is passed in. The first team did win, so the example in "
            "the text comes out right. What if the team lost?",
            _train(truth=lambda true: 1),
        ),
        wrong(
            "true-forgotten",
            "It looks as if the weight learns from the prediction alone. For a team that lost, with a truth of 0, "
            "that is even right. Where does the learning look at `true`?",
            _train(truth=lambda true: 0),
            _train(delta=lambda pred, true: pred),
        ),
        wrong(
            "alpha-fixed",
            "It looks as if the lab's `alpha` is written into the function. For the example in the text that gives "
            "the right numbers. What happens when someone passes another one?",
            _train(step_size=lambda alpha, iteration: 0.01),
            _train(step_size=lambda alpha, iteration: 0.1),
        ),
        wrong(
            "alpha-shrinks",
            "It looks as if `alpha` changes from one iteration to the next. Steps that shrink are a real technique. "
            "In this lab the steps shrink by themselves: which number in them becomes smaller near the goal?",
            *(
                _train(step_size=lambda alpha, iteration, kept=kept: alpha * kept**iteration)
                for kept in (0.5, 0.9, 0.95, 0.99)
            ),
            _train(step_size=lambda alpha, iteration: alpha / (iteration + 1)),
            _train(step_size=lambda alpha, iteration: alpha * (iteration + 1)),
        ),
        wrong(
            "first-step-lost",
            "It looks as if the first iteration makes no move, as when `alpha` is multiplied by an iteration that "
            "counts from 0. Counting from 0 is Python's way, and here it has an effect. What should the length of a "
            "step depend on?",
            _train(step_size=lambda alpha, iteration: alpha * iteration),
            _train(step_size=lambda alpha, iteration: alpha * (iteration > 0)),
        ),
        wrong(
            "hot-and-cold",
            "It looks as if every step is `alpha` long, up or down: by trying both ways, as hot-and-cold search does, "
            "or by the sign of the weight_delta. That does get closer. Which number also knows how far to go?",
            _hot_and_cold(stays=False),
            _hot_and_cold(stays=True),
            _train(update=lambda weight, weight_delta, alpha: weight - (alpha if weight_delta > 0 else -alpha)),
        ),
        wrong(
            "sign-only",
            "It looks as if only the sign of the input, or of the delta, is used. The direction is right. What does "
            "the size of that number tell about how far the weight should move?",
            _train(weight_delta=lambda input, delta, weight, pred: input * sign_of(delta)),
            _train(weight_delta=lambda input, delta, weight, pred: delta * sign_of(input)),
        ),
        wrong(
            "step-capped",
            "It looks as if long steps are cut short. That does prevent wild jumps. But this lab wants to see "
            "divergence: which number alone should decide how long a step is?",
            _train(weight_delta=lambda input, delta, weight, pred: _clip(input * delta, -1, 1)),
            _train(weight_delta=lambda input, delta, weight, pred: input * _clip(delta, -1, 1)),
            *(
                _train(
                    update=lambda weight, weight_delta, alpha, most=most: (
                        weight - _clip(alpha * weight_delta, -most, most)
                    )
                )
                for most in (0.1, 0.5, 1)
            ),
        ),
        wrong(
            "step-only",
            "It looks as if the step takes the place of the weight (`weight =- ...` does this, unlike `weight -= "
            "...`). The step is a necessary part. From which place is it taken?",
            _train(update=lambda weight, weight_delta, alpha: -alpha * weight_delta),
            _train(update=lambda weight, weight_delta, alpha: alpha * weight_delta),
            _train(update=lambda weight, weight_delta, alpha: alpha * weight_delta - weight),
        ),
        wrong(
            "weight-multiplied-in",
            "It looks as if the old weight is multiplied by the step. A share of the weight sounds reasonable, as "
            "with a discount. But how could a weight that is 0 ever begin to learn?",
            _train(update=lambda weight, weight_delta, alpha: weight * alpha * weight_delta),
            _train(update=lambda weight, weight_delta, alpha: weight * weight_delta),
        ),
        wrong(
            "true-for-input",
            "It looks as if the delta is multiplied with the truth in the input's place. With a truth of 1 the slip "
            "is hard to see. What did this weight see when the prediction was made?",
            _true_for_input,
        ),
        wrong(
            "input-changes",
            "It looks as if the input changes from one iteration to the next: it is moved in the weight's place, or "
            "overwritten by the prediction. The input is a fact about the team. Which number is the network allowed "
            "to change?",
            _moves_input,
            _feeds_prediction_back,
        ),
        wrong(
            "iterations-in-the-step",
            "It looks as if the length of a step depends on how many iterations are asked for. A mean over the "
            "iterations may have been meant. Should the first step be another if more are to follow?",
            lambda input, true, weight, alpha, iterations: lab01.train(
                input, true, weight, alpha / max(1, iterations), iterations
            ),
            lambda input, true, weight, alpha, iterations: lab01.train(
                input, true, weight, alpha * iterations, iterations
            ),
        ),
        wrong(
            "pred-without-input",
            "It looks as if the prediction doesn't multiply: the weight stands alone, or is added to the input. Your "
            "first function of this lab does it right. Could the loop call it?",
            _train(pred=lambda input, weight: weight),
            _train(pred=lambda input, weight: input + weight),
        ),
        wrong(
            "starts-elsewhere",
            "It looks as if training starts from a weight of its own, such as 0 or 0.1, and not from the one passed "
            "in. In the text the first weight is always the same. Where does your code first use the parameter "
            "`weight`?",
            *(_train(start=lambda weight, first=first: first) for first in (0.0, 0.1, 0.5, 1.0)),
        ),
        wrong(
            "pred-for-weight",
            "It looks as if a prediction, a delta or an error is returned in the weight's place. It is the last thing "
            "the loop computes. What has the training been looking for?",
            _train(
                record=lambda pred, true: (pred, (pred - true) ** 2),
                returns=lambda weights, errors: (errors[-1][0], [error for _, error in errors]),
            ),
            _train(
                record=lambda pred, true: (pred - true, (pred - true) ** 2),
                returns=lambda weights, errors: (errors[-1][0], [error for _, error in errors]),
            ),
            _train(returns=lambda weights, errors: (errors[-1], errors)),
        ),
        wrong(
            "jumps-to-solution",
            "It looks as if the weight jumps to the perfect one at once. With one input and one weight, a division "
            "finds it, well seen. But the lab asks for the way there in small steps: what do they depend on?",
            _jumps,
        ),
        wrong(
            "errors-nested",
            "It looks as if each error sits in a list of its own. That happens when a list is appended where a number "
            "was meant. What is between the brackets of your `append`?",
            _train(
                record=lambda pred, true: [(pred - true) ** 2], returns=lambda weights, errors: (weights[-1], errors)
            ),
        ),
        wrong(
            "errors-reversed",
            "It looks as if the errors are in the wrong order, the last one first. Inserting at the front does that. "
            "In which order should one be able to read how the error shrinks?",
            _train(returns=lambda weights, errors: (weights[-1], errors[::-1])),
        ),
        wrong(
            "rounded",
            "It looks as if the weight or the errors are rounded or made whole. Short numbers are nicer to read, so "
            "do that when you print. What becomes of the last, tiny steps?",
            *(
                _train(record=lambda pred, true, places=places: round((pred - true) ** 2, places))
                for places in range(7)
            ),
            *(
                _train(
                    update=lambda weight, weight_delta, alpha, places=places: round(
                        weight - alpha * weight_delta, places
                    )
                )
                for places in range(6)
            ),
            *(
                _train(returns=lambda weights, errors, places=places: (round(weights[-1], places), errors))
                for places in range(6)
            ),
            _train(record=lambda pred, true: int((pred - true) ** 2)),
        ),
    ),
}

HELP: dict[str, Help] = {
    "neural_network": Help(
        hint="The weight says how strongly the input counts: a weight of 0 silences it, and a doubled weight doubles "
        "what the network says.",
        example="A shop sells 3 bags, and the weight is 0.2 per bag. Each bag counts for 0.2, so three of them make "
        "the network say 0.6. With a weight of 0.4 it would say 1.2, and with no bags at all it would say 0.",
    ),
    "compute_error": Help(
        hint="First find out how far apart the two numbers are. Then make sure that the result is never negative and "
        "that a large miss counts for more than several small ones.",
        example="The network says 3, the truth is 5. The two are 2 apart, and 2 times 2 makes an error of 4. Had it "
        "said 7, it would be 2 too high, and the error would be 4 again; at 9, 4 too high, it would be 16.",
    ),
    "compute_delta": Help(
        hint="The delta keeps its sign: it tells how much the network said too much. Try a prediction that is too "
        "high and see whether your number comes out positive.",
        example="The team says 3, the truth is 5: 3 is 2 too low, so its delta is -2. If it says 9, that is 4 too "
        "high, and its delta is 4. If it says 5, there is nothing to correct, and its delta is 0.",
    ),
    "compute_weight_delta": Help(
        hint="The input stops the delta (input 0), reverses it (a negative input) and scales it (a large input). One "
        "operation does all three.",
        example="The node is 2 too high, and the input was 3: the blame of this weight is 6. With an input of -3 it "
        "is -6, and with an input of 0 it is 0, because this weight had no say.",
    ),
    "update_weight": Help(
        hint="The weight_delta points to where the error grows, and `alpha` says how much of it to take. The new "
        "weight starts from the old one.",
        example="The weight is 4, its weight_delta 6, and alpha 0.5. Half of 6 is 3, and the weight goes down by "
        "that, from 4 to 1. With a weight_delta of -6 it would go up by 3 instead, to 7.",
    ),
    "train": Help(
        hint="Each iteration has the same order: predict, record the error, find the delta and the weight_delta, move "
        "the weight. The next iteration begins with the moved weight; the results are handed over when all iterations "
        "are done.",
        example="Input 2, truth 6, weight 1, alpha 0.125. First iteration: the network says 2, that is 4 too low, and "
        "the error 16 is recorded. The weight_delta is -8, an eighth of it is -1, so the weight goes from 1 to 2. "
        "Second iteration: it says 4, 2 too low, the error 4 is recorded, and the weight goes to 2.5.",
    ),
}
