"""Lab 02's wrong formulas: several inputs, one output."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from autograder.misconceptions.formula import Help, Misconception, wrong
from autograder.misconceptions.pieces import are_whole, cut_pairs, fail, minus

Formula = Callable[..., Any]
_LAB_INPUTS = (8.5, 0.65, 1.2)
_LAB_WEIGHTS = (0.1, 0.2, -0.1)
_LAB_ALPHA = 0.01


def _products(a: Any, b: Any) -> list[Any]:
    return [x * y for x, y in cut_pairs(a, b)]


def _dot(a: Any, b: Any) -> Any:
    return sum(_products(a, b))


def _total_added_again(a: Any, b: Any) -> Any:
    total = 0
    for x, y in cut_pairs(a, b):
        total += total + x * y
    return total


def _scaled(values: Any, scale: Any) -> list[Any]:
    return [value / scale for value in values]


def _shares(values: Any) -> list[Any]:
    return _scaled(values, sum(values) or 1)


def _unit_length(values: Any) -> list[Any]:
    return _scaled(values, math.sqrt(_dot(values, values)) or 1)


def _standardised(values: Any) -> list[Any]:
    mean = sum(values) / len(values)
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    return [(value - mean) / (spread or 1) for value in values]


def _between_0_and_1(values: Any) -> list[Any]:
    low, high = min(values), max(values)
    return [(value - low) / ((high - low) or 1) for value in values]


def _largest(values: Any) -> Any:
    return max(abs(value) for value in values) or 1


def _sign(value: Any) -> int:
    return int(value > 0) - int(value < 0)


def _clipped(value: Any) -> Any:
    return min(1, max(-1, value))


def _every_second_as_it_was(old: Any, new: Any) -> list[Any]:
    return [values[i % 2] for i, values in enumerate(zip(new, old, strict=True))]


def _of_a_weighted_sum(a: str, b: str) -> tuple[Misconception, ...]:
    """Return the wrong ways to a weighted sum; `a` and `b` are the names of its two vectors."""
    return (
        wrong(
            "returns-in-loop",
            "It looks as if only the first pair of numbers counts. That happens easily: a `return` indented into the loop "
            "runs on the first turn and ends the function. How often should `return` run, and how often the line above it?",
            lambda a, b: a[0] * b[0],
        ),
        wrong(
            "keeps-last",
            "It looks as if only the last pair is left in the result. Each turn of the loop does work out its product, but "
            "then puts it where the earlier ones were kept. What should become of the total so far when the next comes?",
            lambda a, b: a[-1] * b[-1],
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first pair is left out. Counting from 1 is natural for people, but Python's first place "
            "has another number. Which pair does your loop meet first?",
            lambda a, b: _dot(a[1:], b[1:]),
        ),
        wrong(
            "drops-last",
            "It looks as if the last pair is left out. `range` stops before its end already, so taking one off as well "
            "is easily done. Which is the last index that your loop sees?",
            lambda a, b: _dot(a[:-1], b[:-1]),
        ),
        wrong(
            "only-three",
            "It looks as if your answer works with exactly three numbers. The lab's games do have three inputs, so it fits "
            f"them. What should happen when {a} and {b} hold two numbers, or five?",
            lambda a, b: _dot(a[:3], b[:3]),
            lambda a, b: a[0] * b[0] + a[1] * b[1] + a[2] * b[2],
            lambda a, b: _dot(a, b) if len(a) == len(_LAB_INPUTS) else fail(),
        ),
        wrong(
            "only-two",
            "It looks as if only the first two pairs count. The receipt with apples and pears had two, so it is a natural "
            "start. How can the code go through as many pairs as there are?",
            lambda a, b: _dot(a[:2], b[:2]),
            lambda a, b: a[0] * b[0] + a[1] * b[1],
        ),
        wrong(
            "every-pair",
            f"It looks as if every number in {a} meets every number in {b}. Two loops, one inside the other, do that, and so "
            "does multiplying two totals. Which number on one side belongs to which number on the other?",
            lambda a, b: sum(a) * sum(b),
        ),
        wrong(
            "sums-for-products",
            "It looks as if the two numbers of each pair are added to each other. There is an addition in this task, so it "
            "is easily made in both places. What should three apples at a price of 2 each cost?",
            lambda a, b: sum(a) + sum(b),
        ),
        wrong(
            "sums-multiplied",
            "It looks as if the numbers of a pair are added and the results are multiplied. Both operations are part of this "
            "task, so they are easily swapped. Which of them belongs within a pair, and which between the pairs?",
            lambda a, b: math.prod(x + y for x, y in cut_pairs(a, b)),
        ),
        wrong(
            "differences-for-products",
            "It looks as if the numbers of each pair are subtracted. That would compare the two, and in other tasks you "
            f"do compare. What should a number in {b} do to its partner in {a}?",
            lambda a, b: sum(a) - sum(b),
            lambda a, b: sum(b) - sum(a),
        ),
        wrong(
            "quotients-for-products",
            "It looks as if one number of each pair is divided by the other. Dividing also scales a number, which makes it "
            "tempting. What should a weight of 0 do to its input?",
            lambda a, b: sum(x / y for x, y in cut_pairs(a, b)),
            lambda a, b: sum(y / x for x, y in cut_pairs(a, b)),
            lambda a, b: sum(x / y if y else 0 for x, y in cut_pairs(a, b)),
            lambda a, b: sum(y / x if x else 0 for x, y in cut_pairs(a, b)),
        ),
        wrong(
            "products-multiplied",
            "It looks as if the products are multiplied with one another. Each pair is treated well; only the last step "
            "differs from what is asked. If one product is 0, what should the others still be able to say?",
            lambda a, b: math.prod(_products(a, b)),
            lambda a, b: math.prod(a) + math.prod(b),
        ),
        wrong(
            "total-stays-zero",
            "It looks as if the answer is 0 every time. A total that begins at 0 is a good start, but something keeps it "
            "there, for example a multiplication or a new name for the result. What is the total after the first turn?",
            lambda a, b: 0,
        ),
        wrong(
            "mean-for-sum",
            "It looks as if the total is divided by how many numbers there are. Means are everywhere in data work, so the "
            "habit is strong. Should a bill become cheaper per item because more items are on it?",
            lambda a, b: _dot(a, b) / len(a),
            lambda a, b: _dot(a, b) / 3,
            lambda a, b: _dot(a, b) / max(1, len(a) - 1),
            lambda a, b: _dot(a, b) / (len(a) + 1),
            lambda a, b: _dot(a, b) / (2 * len(a)),
            lambda a, b: sum(a) * sum(b) / len(a),
            lambda a, b: sum(a) * sum(b) / len(a) ** 2,
        ),
        wrong(
            "divided-by-weights",
            f"It looks as if the total is divided by the sum of {b}, or of {a}. That makes a weighted mean, whose name sounds much "
            "alike. Should the answer stay the same when all the numbers of one list are doubled?",
            lambda a, b: _dot(a, b) / sum(b),
            lambda a, b: _dot(a, b) / (sum(b) or 1),
            lambda a, b: _dot(a, b) / sum(map(abs, b)),
            lambda a, b: _dot(a, b) / (sum(a) or 1),
            lambda a, b: _dot(a, b) / sum(a),
        ),
        wrong(
            "list-for-sum",
            "It looks as if you return the products in a list, one for each pair. The products are a good first half of the "
            "work. How does one number come out of them?",
            _products,
        ),
        wrong(
            "running-totals",
            "It looks as if you return the total after every pair, in a list. Each of these steps is useful to look at. "
            "Which of them answers the question?",
            lambda a, b: list(accumulate(_products(a, b))),
        ),
        wrong(
            "powers-for-products",
            "It looks as if one number of each pair is raised to the power of the other. `*` and `**` differ by a single key. What "
            "should 3 apples at a price of 2 each cost?",
            lambda a, b: sum(x**y for x, y in cut_pairs(a, b)),
            lambda a, b: sum(y**x for x, y in cut_pairs(a, b)),
        ),
        wrong(
            "extra-added",
            "It looks as if there is something in the total beside the products: a number from one of the lists, or 1 for every "
            "pair. Other networks do add a bias. What should the total be when all of one list is 0?",
            lambda a, b: _dot(a, b) + sum(a),
            lambda a, b: _dot(a, b) + sum(b),
            lambda a, b: _dot(a, b) + sum(a) + sum(b),
            lambda a, b: _dot(a, b) + len(a),
            lambda a, b: _dot(a, b) + b[0],
            lambda a, b: _dot(a, b) + b[-1],
            lambda a, b: b[0] + _dot(a[1:], b[1:]),
            lambda a, b: _dot(a[:-1], b[:-1]) + b[-1],
            lambda a, b: _dot(a, b) + a[0],
            lambda a, b: _dot(a, b) + a[-1],
            lambda a, b: _dot(a, b) + 0.1,
            lambda a, b: _dot(a, b) + 0.5,
        ),
        wrong(
            "every-second",
            "It looks as if every second pair is skipped. A step of 2 in `range`, or an index raised twice in one turn, does that. "
            "Which places does your loop visit when there are five?",
            lambda a, b: _dot(a[::2], b[::2]),
            lambda a, b: _dot(a[1::2], b[1::2]),
        ),
        wrong(
            "places-found-by-value",
            "It looks as if places are looked up by what stands there. That works as long as no number comes twice. If two inputs "
            "are both 0.8, which place does `index`, or a dictionary, find for the second?",
            lambda a, b: sum(x * b[a.index(x)] for x in a),
            lambda a, b: sum(x * y for x, y in dict(cut_pairs(a, b)).items()),
        ),
        wrong(
            "root-taken",
            "It looks as if a root is taken at the end. Roots belong to lengths and distances, which also begin with a sum of "
            "products. Does a bill become its root before you pay?",
            lambda a, b: math.sqrt(_dot(a, b)),
            lambda a, b: math.sqrt(abs(_dot(a, b))),
            lambda a, b: math.sqrt(_dot(_products(a, b), _products(a, b))),
        ),
        wrong(
            "total-multiplied-on",
            "It looks as if each turn multiplies the whole total so far, and not only the new pair. Adding and multiplying are both "
            "there, one right after the other. What should the third price on a bill do to the first item?",
            lambda a, b: list(accumulate(cut_pairs(a, b), lambda total, pair: (total + pair[0]) * pair[1], initial=0))[
                -1
            ],
            lambda a, b: list(accumulate(cut_pairs(a, b), lambda total, pair: total * pair[0] + pair[1], initial=0))[
                -1
            ],
            lambda a, b: list(accumulate(cut_pairs(a, b), lambda total, pair: (total + pair[1]) * pair[0], initial=0))[
                -1
            ],
        ),
        wrong(
            "number-in-a-list",
            "It looks as if the right number comes back wrapped in a list. Lists go in, so a list out seems fitting. How many "
            "numbers does the docstring ask for, and does one number need a list?",
            lambda a, b: [_dot(a, b)],
            lambda a, b: [[_dot(a, b)]],
        ),
        wrong(
            "sums-in-a-list",
            "It looks as if you return a list in which the partners are added to each other. Adding two lists place by place "
            "is a fine tool elsewhere. What happens within a pair here, and how many numbers should come out?",
            lambda a, b: [x + y for x, y in cut_pairs(a, b)],
        ),
        wrong(
            "lists-joined",
            f"It looks as if {a} and {b} are put together into one longer list or into pairs. That brings partners near one "
            "another, but nothing is worked out yet. What should be done with each pair?",
            lambda a, b: [*a, *b],
            lambda a, b: [[x, y] for x, y in cut_pairs(a, b)],
            lambda a, b: [list(a), list(b)],
        ),
        wrong(
            "outer-product",
            f"It looks as if you return a table: each number in {a} times each number in {b}. That table has its use in the "
            "next lab. Which few of its entries belong together here, and how many numbers should you return?",
            lambda a, b: [[x * y for y in b] for x in a],
            lambda a, b: [[x * y for x in a] for y in b],
        ),
        wrong(
            "one-reversed",
            "It looks as if one of the lists is read from its end while the other is read from its start. A loop that counts "
            f"down can do this unnoticed. Which number in {b} is the partner of the first in {a}?",
            lambda a, b: _dot(a, b[::-1]),
        ),
        wrong(
            "sorted",
            "It looks as if numbers are put in order of size before they are paired. Order is often helpful, but here the "
            "place says who belongs to whom. What becomes of the pairs when a list is sorted?",
            lambda a, b: _dot(sorted(a), sorted(b)),
            lambda a, b: _dot(a, sorted(b)),
            lambda a, b: _dot(sorted(a), b),
        ),
        wrong(
            "shifted-pairs",
            "It looks as if each number is paired with its partner's neighbour. An index that is one too small or too large "
            "does that, and Python accepts a place of -1 without complaint. Are both lists read at one and the same place?",
            lambda a, b: sum(a[i] * b[i - 1] for i in range(len(a))),
            lambda a, b: sum(a[i - 1] * b[i] for i in range(len(a))),
            lambda a, b: _dot(a, b[1:]),
            lambda a, b: _dot(a[1:], b),
        ),
        wrong(
            "absolute-terms",
            "It looks as if minus signs are lost before the adding. A negative contribution can look like a slip that needs "
            "mending. Should one part be allowed to pull the total down?",
            lambda a, b: sum(map(abs, _products(a, b))),
            lambda a, b: _dot(map(abs, a), b),
            lambda a, b: _dot(a, map(abs, b)),
        ),
        wrong(
            "negative-terms-skipped",
            'It looks as if something negative is left out of the total. A negative number can seem to mean "doesn\'t count". '
            "What does a negative weight say about its input?",
            lambda a, b: sum(p for p in _products(a, b) if p > 0),
            lambda a, b: sum(x * y for x, y in cut_pairs(a, b) if x > 0),
            lambda a, b: sum(x * y for x, y in cut_pairs(a, b) if y > 0),
            lambda a, b: sum(x * y for x, y in cut_pairs(a, b) if x > 0 and y > 0),
        ),
        wrong(
            "never-negative",
            "It looks as if a result below 0 is turned into 0. For many things in life less than nothing makes no sense. "
            "How could you tell from such an answer that it is far too low?",
            lambda a, b: max(0, _dot(a, b)),
            lambda a, b: max(0.01 * _dot(a, b), _dot(a, b)),
        ),
        wrong(
            "same-vector-twice",
            "It looks as if one of the two lists meets itself and the other is never used. With names so short or so alike, "
            f"this slips in easily. Where in your code is {a} read, and where {b}?",
            lambda a, b: _dot(a, a),
            lambda a, b: _dot(b, b),
        ),
        wrong(
            "one-vector-summed",
            f"It looks as if the numbers in {a} or in {b} are added up and the other list isn't used. Adding up is part of "
            "the task. What should happen to each number before it is added?",
            lambda a, b: sum(a),
            lambda a, b: sum(b),
        ),
        wrong(
            "first-for-all",
            "It looks as if one list is read at its first place again and again. An index left at 0 does this, and so does a "
            f"single-weight habit from lab 01. On the third turn, which number in {b} should be used?",
            lambda a, b: sum(a) * b[0],
            lambda a, b: a[0] * sum(b),
        ),
        wrong(
            "last-for-all",
            "It looks as if the last number of one list is used for every pair. A loop that has ended leaves its variable at "
            "the last value, which then seems to work. Do both numbers of a pair change from turn to turn?",
            lambda a, b: sum(a) * b[-1],
            lambda a, b: a[-1] * sum(b),
        ),
        wrong(
            "positions-for-values",
            "It looks as if the place of a number is used instead of the number. `i` and what is stored at `i` are easily "
            "taken for one another. What does your loop variable hold: where it is, or what is there?",
            lambda a, b: sum(i * y for i, y in enumerate(b)),
            lambda a, b: sum(i * x for i, x in enumerate(a)),
            lambda a, b: sum(i * y for i, y in enumerate(b, 1)),
            lambda a, b: sum(i * x for i, x in enumerate(a, 1)),
            lambda a, b: sum(i * p for i, p in enumerate(_products(a, b))),
            lambda a, b: sum(i * p for i, p in enumerate(_products(a, b), 1)),
        ),
        wrong(
            "total-starts-at-one",
            "It looks as if the answer is 1 too much. A total may have begun at 1, as one does for products, or a constant is "
            "added. What should come out when every number is 0?",
            lambda a, b: _dot(a, b) + 1,
        ),
        wrong(
            "one-counted-twice",
            "It looks as if the first or the last pair is counted twice. Starting with the first product is fine in itself, "
            "and so is finishing with the last. Which pairs does the loop then still have to visit?",
            lambda a, b: _dot(a, b) + a[0] * b[0],
            lambda a, b: _dot(a, b) + a[-1] * b[-1],
        ),
        wrong(
            "total-added-again",
            "It looks as if the total so far is added to itself on every turn. `+=` adds to what is there already, and writing "
            "the total on the right as well feels thorough. What does your line make of a total of 10 and a product of 1?",
            _total_added_again,
        ),
        wrong(
            "products-subtracted",
            "It looks as if the answer has the right size and the wrong sign. A `-=` in place of another operator does that, "
            "as in the updates of the weights. What should two positive numbers contribute to the total?",
            lambda a, b: -_dot(a, b),
        ),
        wrong(
            "squared",
            "It looks as if something is squared on the way. A square belongs to the error later in the lab, so it comes to "
            "mind. Which quantity are you asked for here, and is its unit squared?",
            lambda a, b: _dot(a, b) ** 2,
            lambda a, b: sum(p**2 for p in _products(a, b)),
            lambda a, b: sum(x * x * y for x, y in cut_pairs(a, b)),
            lambda a, b: sum(x * y * y for x, y in cut_pairs(a, b)),
            lambda a, b: sum(x * y for x, y in cut_pairs(a, b)) * abs(_dot(a, b)),
        ),
        wrong(
            "distance-for-sum",
            "It looks as if you measure how far the two lists are apart. That is a sound way to compare two lists of one kind. "
            f"Are {a} and {b} of one kind, or does one say how much the other counts?",
            lambda a, b: sum((x - y) ** 2 for x, y in cut_pairs(a, b)),
            lambda a, b: math.sqrt(sum((x - y) ** 2 for x, y in cut_pairs(a, b))),
            lambda a, b: sum(abs(x - y) for x, y in cut_pairs(a, b)),
        ),
        wrong(
            "divided-by-lengths",
            "It looks as if the result is divided by the length of a vector, or of both. That leads to the cosine, a likeness that "
            "is built from what you need here. What should happen to the answer when every input doubles?",
            lambda a, b: _dot(a, b) / math.sqrt(_dot(a, a) * _dot(b, b)),
            lambda a, b: _dot(a, b) / (math.sqrt(_dot(a, a) * _dot(b, b)) or 1),
            lambda a, b: _dot(_unit_length(a), b),
            lambda a, b: _dot(a, _unit_length(b)),
        ),
        wrong(
            "largest-only",
            "It looks as if only the largest or the smallest product is returned. It does matter most. What do the other pairs "
            "still add to the story?",
            lambda a, b: max(_products(a, b)),
            lambda a, b: min(_products(a, b)),
            lambda a, b: max(a) * max(b),
            lambda a, b: max(a) * sum(b),
            lambda a, b: sum(a) * max(b),
        ),
        wrong(
            "duplicates-merged",
            "It looks as if products of the same size are counted once. A set keeps each value a single time, which is often "
            "what one wants. If two items cost the same, how often should that price be on the bill?",
            lambda a, b: sum(set(_products(a, b))),
        ),
        wrong(
            "whole-number-array",
            "It looks as if fractions are cut off where a list holds whole numbers only. An array made like such a list has "
            "room for whole numbers, and NumPy cuts without a word or refuses. What is the dtype of your array?",
            lambda a, b: sum(int(p) for p in _products(a, b)) if are_whole(a) else _dot(a, b),
            lambda a, b: sum(int(p) for p in _products(a, b)) if are_whole(b) else _dot(a, b),
        ),
        wrong(
            "whole-numbers-only",
            "It looks as if fractions are cut off before everything is added. Whole numbers are tidy, and `int` is a familiar "
            "word. What is left of a weight of 0.2 after that?",
            lambda a, b: sum(int(p) for p in _products(a, b)),
            lambda a, b: _dot(map(int, a), b),
            lambda a, b: _dot(a, map(int, b)),
            lambda a, b: _dot(map(int, a), map(int, b)),
        ),
    )


def _only_of_a_network() -> tuple[Misconception, ...]:
    return (
        wrong(
            "above-threshold",
            "It looks as if the prediction is turned into yes or no. The game is won or lost, so 1 or 0 is what you would "
            "announce. How would the network learn from a miss if it can't say by how much it missed?",
            lambda inputs, weights: int(_dot(inputs, weights) > 0.5),  # noqa: PLR2004
            lambda inputs, weights: int(_dot(inputs, weights) >= 0.5),  # noqa: PLR2004
            lambda inputs, weights: int(_dot(inputs, weights) > 0),
            lambda inputs, weights: int(_dot(inputs, weights) >= 0),
            lambda inputs, weights: _sign(_dot(inputs, weights)),
            lambda inputs, weights: int(_dot(inputs, weights) >= 1),
            lambda inputs, weights: round(1 / (1 + math.exp(-_dot(inputs, weights)))),
        ),
        wrong(
            "never-above-one",
            "It looks as if the prediction is kept below 1 or within 0 and 1. A chance of winning above 1 does look odd. "
            "If the network says 3, which of the later steps would need to know that?",
            lambda inputs, weights: min(1, _dot(inputs, weights)),
            lambda inputs, weights: min(1, max(0, _dot(inputs, weights))),
            lambda inputs, weights: min(1, max(-1, _dot(inputs, weights))),
        ),
        wrong(
            "sigmoid-added",
            "It looks as if the prediction is bent by a curve such as the sigmoid or tanh. Many networks do that, and you may "
            "have seen it. What does this lab's network do with its total before it says it?",
            lambda inputs, weights: 1 / (1 + math.exp(-_dot(inputs, weights))),
            lambda inputs, weights: math.tanh(_dot(inputs, weights)),
            lambda inputs, weights: 1 / (1 + math.exp(_dot(inputs, weights))),
            lambda inputs, weights: _shares(list(map(math.exp, _products(inputs, weights)))),
            lambda inputs, weights: math.exp(_dot(inputs, weights)),
        ),
        wrong(
            "alpha-folded-in",
            "It looks as if the prediction is multiplied by a small constant such as alpha. Alpha makes things smaller later on, when "
            "the weights are moved. What is scaled there, and has anything been moved here yet?",
            lambda inputs, weights: _LAB_ALPHA * _dot(inputs, weights),
            lambda inputs, weights: 0.1 * _dot(inputs, weights),
        ),
        wrong(
            "miss-for-pred",
            "It looks as if you return how far the prediction is from 1, not the prediction. The lab's first game was won, so 1 was "
            "the truth there. Does the network know the truth when it predicts?",
            lambda inputs, weights: _dot(inputs, weights) - 1,
            lambda inputs, weights: 1 - _dot(inputs, weights),
            lambda inputs, weights: (_dot(inputs, weights) - 1) ** 2,
        ),
        wrong(
            "weights-fixed",
            "It looks as if the lab's own weights or inputs are used, whatever is handed in. They stand a few cells above and "
            "fit the first game. Which names from the function's first line does your code read?",
            lambda inputs, weights: _dot(inputs, _LAB_WEIGHTS),
            lambda inputs, weights: _dot(_LAB_INPUTS, weights),
            lambda inputs, weights: _dot(_LAB_INPUTS, _LAB_WEIGHTS),
            lambda inputs, weights: sum(inputs[i] * _LAB_WEIGHTS[i] for i in range(len(inputs))),
        ),
        wrong(
            "inputs-normalised",
            "It looks as if the inputs are brought to a like scale first. The lab shows later what that is good for. Whose "
            "work is it: the network's, or that of whoever prepares the inputs?",
            lambda inputs, weights: _dot(_scaled(inputs, _largest(inputs)), weights),
            lambda inputs, weights: _dot(_scaled(inputs, max(inputs) or 1), weights),
            lambda inputs, weights: _dot(_scaled(inputs, sum(map(abs, inputs)) or 1), weights),
            lambda inputs, weights: _dot(_standardised(inputs), weights),
            lambda inputs, weights: _dot(_between_0_and_1(inputs), weights),
            lambda inputs, weights: _dot([x - sum(inputs) / len(inputs) for x in inputs], weights),
        ),
        wrong(
            "skipping-shifts-places",
            "It looks as if some inputs are taken out before they are paired, so that the rest move to other weights. Leaving "
            "out what adds nothing seems harmless. Which weight does the third input meet once the first is gone?",
            lambda inputs, weights: _dot([value for value in inputs if value > 0], weights),
            lambda inputs, weights: _dot([value for value in inputs if value], weights),
        ),
    )


def _of_a_list_of_products(number: str, vector: str) -> tuple[Misconception, ...]:
    """Return the wrong ways to multiply a list by a number; `number` and `vector` are the names of the two."""
    return (
        wrong(
            "only-three",
            "It looks as if your answer works with exactly three numbers. The lab's games do have three inputs, so it fits "
            f"them. What should happen when {vector} holds one number, or seven?",
            lambda number, vector: [number * x for x in vector[:3]],
            lambda number, vector: [number * vector[i] for i in range(3)],
            lambda number, vector: [number * vector[i] if i < len(vector) else 0 for i in range(3)],
            lambda number, vector: [*(number * x for x in vector), 0, 0][:3] if vector[3:] == [] else fail(),
        ),
        wrong(
            "only-two",
            f"It looks as if only the first two numbers in {vector} are used. Two is a handy size for trying things out. How "
            "can the code go through as many as there are?",
            lambda number, vector: [number * x for x in vector[:2]],
            lambda number, vector: [number * vector[0], number * vector[1]],
        ),
        wrong(
            "returns-in-loop",
            "It looks as if only the first product comes back. That happens easily: a `return` indented into the loop runs on "
            "the first turn and ends the function. How often should `return` run?",
            lambda number, vector: [number * vector[0]],
            lambda number, vector: number * vector[0],
            lambda number, vector: [number * vector[0], *(0 for _ in vector[1:])],
        ),
        wrong(
            "only-first-changed",
            f"It looks as if the first number in {vector} is multiplied and the others are copied as they are. A `return` in "
            "the loop or an index that stays at 0 does this. Which place does each turn write to?",
            lambda number, vector: [number * vector[0], *vector[1:]],
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first number is left out. Counting from 1 is natural for people, but Python's first place "
            "has another number. Which number does your loop meet first?",
            lambda number, vector: [number * x for x in vector[1:]],
            lambda number, vector: [0, *(number * x for x in vector[1:])],
            lambda number, vector: [vector[0], *(number * x for x in vector[1:])],
        ),
        wrong(
            "drops-last",
            "It looks as if the last number is left out. `range` stops before its end already, so taking one off as well is "
            "easily done. Which is the last index that your loop sees?",
            lambda number, vector: [number * x for x in vector[:-1]],
            lambda number, vector: [*(number * x for x in vector[:-1]), 0],
            lambda number, vector: [*(number * x for x in vector[:-1]), vector[-1]],
        ),
        wrong(
            "keeps-last",
            "It looks as if only the last product is left. Each turn of the loop works out its product, but then puts it where "
            "the earlier ones were kept. Where could each product go so that none is lost?",
            lambda number, vector: [number * vector[-1]],
            lambda number, vector: number * vector[-1],
            lambda number, vector: [*(0 for _ in vector[1:]), number * vector[-1]],
        ),
        wrong(
            "last-for-all",
            "It looks as if the last product stands in every place. A value that is overwritten in the loop and used after it "
            "does that. At what moment should each product be stored?",
            lambda number, vector: [number * vector[-1] for _ in vector],
        ),
        wrong(
            "first-for-all",
            "It looks as if the first product stands in every place. An index left at 0 does that, and so does a single-input "
            "habit from lab 01. Which number should the second place be made from?",
            lambda number, vector: [number * vector[0] for _ in vector],
        ),
        wrong(
            "list-repeated",
            "It looks as if the list itself is multiplied with `*`. It reads like arithmetic, but Python takes it as copies of "
            f"the list, one after another. What should happen to each number in {vector}?",
            lambda number, vector: number * vector,
            lambda number, vector: int(number) * vector,
            lambda number, vector: abs(int(number)) * vector,
        ),
        wrong(
            "loop-variable-rebound",
            f"It looks as if {vector} comes back as it went in. Giving the loop variable a new value feels like changing the "
            "list, yet it only moves a name. Where is each product stored?",
            lambda number, vector: list(vector),
        ),
        wrong(
            "stays-zero",
            "It looks as if the list of zeros that you began with comes back unfilled. Such a list is a good start. Which line "
            "puts a product into its place in that list?",
            lambda number, vector: [0 for _ in vector],
        ),
        wrong(
            "sum-for-list",
            "It looks as if all the products are added into one number. That is what the weighted sum does, a few cells above. "
            f"How many numbers should come out when {vector} has four?",
            lambda number, vector: sum(number * x for x in vector),
            lambda number, vector: number * sum(vector) / len(vector),
            lambda number, vector: number * len(vector),
        ),
        wrong(
            "sum-for-each",
            f"It looks as if the total of {vector} is used in every place. One total for all seems fair. Which number should "
            "the product in the first place be made from?",
            lambda number, vector: [number * sum(vector) for _ in vector],
        ),
        wrong(
            "mean-for-each",
            "It looks as if each product is also divided by how many numbers there are. Means are everywhere in data work, so "
            "the habit is strong. Should a product change because the list has become longer?",
            lambda number, vector: [number * x / len(vector) for x in vector],
            lambda number, vector: [number * sum(vector) / len(vector) for _ in vector],
        ),
        wrong(
            "sums-for-products",
            f"It looks as if {number} is added to each number. Adding also changes every number by the same rule. What should "
            f"come out when {number} is 0?",
            lambda number, vector: [number + x for x in vector],
        ),
        wrong(
            "differences-for-products",
            f"It looks as if {number} and each number are subtracted. A difference is what delta is made of, so it comes to "
            f"mind. What should happen to a number in {vector} that is 0?",
            lambda number, vector: [x - number for x in vector],
            lambda number, vector: [number - x for x in vector],
        ),
        wrong(
            "divided",
            "It looks as if there is a division. Dividing scales numbers too, but in the other direction. Should a large number "
            f"in {vector} give a large result or a small one?",
            lambda number, vector: [x / number for x in vector],
            lambda number, vector: [number / x for x in vector],
            lambda number, vector: [x / number if number else 0 for x in vector],
            lambda number, vector: [number / x if x else 0 for x in vector],
            lambda number, vector: [x % number for x in vector],
            lambda number, vector: [x // number for x in vector],
            lambda number, vector: [x % number if number else 0 for x in vector],
            lambda number, vector: [x // number if number else 0 for x in vector],
        ),
        wrong(
            "power-for-product",
            "It looks as if one number is raised to the power of the other. `*` and `**` differ by a single key. What should 3 "
            "and 2 give here?",
            lambda number, vector: [x**number for x in vector],
            lambda number, vector: [number**x for x in vector],
        ),
        wrong(
            "elements-squared",
            f"It looks as if each number in {vector} meets itself. A square belongs to the error in this lab, so it comes to "
            f"mind. How often should each number in {vector} be used?",
            lambda number, vector: [x * x * number for x in vector],
            lambda number, vector: [x * x for x in vector],
            lambda number, vector: [x * abs(x) * number for x in vector],
            lambda number, vector: [(number * x) ** 2 for x in vector],
            lambda number, vector: [2 * x * x * number for x in vector],
            lambda number, vector: [x * x * number / 2 for x in vector],
        ),
        wrong(
            "elements-cut",
            "It looks as if fractions are cut off on the way. Whole numbers are tidy, and `int` is a familiar word. What is "
            f"left of 0.65 in {vector} after that?",
            lambda number, vector: [int(number * x) for x in vector],
            lambda number, vector: [int(number) * x for x in vector],
            lambda number, vector: [number * int(x) for x in vector],
            lambda number, vector: [max(0, int(number)) * x for x in vector],
            lambda number, vector: [number * x // 1 for x in vector],
        ),
        wrong(
            "whole-number-array",
            f"It looks as if fractions get lost or refused where {vector} holds whole numbers only. An array made like such a "
            "list has room for whole numbers and nothing else. What is the dtype of your array?",
            lambda number, vector: [int(number * x) if are_whole(vector) else number * x for x in vector],
            lambda number, vector: [(int(number) if are_whole(vector) else number) * x for x in vector],
            lambda number, vector: [
                fail() if are_whole(vector) and isinstance(number, float) else number * x for x in vector
            ],
        ),
        wrong(
            "nested",
            "It looks as if the right products come back inside one list too many. Brackets around something that is a list "
            f"already do that. How many brackets does {vector} have when it goes in?",
            lambda number, vector: [[number * x for x in vector]],
            lambda number, vector: [[number * x] for x in vector],
        ),
        wrong(
            "every-pair",
            "It looks as if there is one loop too many, so that more products come out than numbers went in. A loop inside a "
            "loop tries every number with every other. Who is each number's partner here?",
            lambda number, vector: [number * x for _ in vector for x in vector],
            lambda number, vector: [number * x for x in vector for _ in vector],
            lambda number, vector: [[number * x for x in vector] for _ in vector],
            lambda number, vector: [[number * x for _ in vector] for x in vector],
            lambda number, vector: [[number * x * y for x in vector] for y in vector],
        ),
        wrong(
            "zeros-dropped",
            f"It looks as if zeros in {vector} are left out. A product with 0 seems not worth a place. Which weight would the "
            "numbers behind it then be taken for?",
            lambda number, vector: [number * x for x in vector if x],
        ),
        wrong(
            "negatives-dropped",
            f"It looks as if negative numbers in {vector} are left out. A negative amount can look like a mistake in the data. "
            "How many numbers should come out, and for which places?",
            lambda number, vector: [number * x for x in vector if x > 0],
            lambda number, vector: [number * x for x in vector if x >= 0],
            lambda number, vector: [number * x for x in vector if number * x > 0],
            lambda number, vector: [number * x for x in vector if number * x >= 0],
        ),
        wrong(
            "negatives-to-zero",
            "It looks as if negative numbers are turned into 0. Less than nothing can seem to make no sense. What would a "
            "minus sign have told the next step?",
            lambda number, vector: [max(0, number * x) for x in vector],
            lambda number, vector: [number * max(0, x) for x in vector],
            lambda number, vector: [max(0, number) * x for x in vector],
        ),
        wrong(
            "positions-for-values",
            "It looks as if the place of a number is used instead of the number. `i` and what is stored at `i` are easily "
            "taken for one another. What does your loop variable hold: where it is, or what is there?",
            lambda number, vector: [number * i for i in range(len(vector))],
            lambda number, vector: [number * i for i in range(1, len(vector) + 1)],
            lambda number, vector: [x * i for i, x in enumerate(vector)],
        ),
        wrong(
            "one-too-many",
            "It looks as if there is one number more than asked for. A list that begins with a number in it before anything "
            "is appended grows by one. How long is your list before the loop?",
            lambda number, vector: [0, *(number * x for x in vector)],
            lambda number, vector: [*(number * x for x in vector), 0],
            lambda number, vector: [number, *(number * x for x in vector)],
            lambda number, vector: [*vector, *(number * x for x in vector)],
        ),
        wrong(
            "lists-joined",
            f"It looks as if {number} is put beside the numbers of {vector} and nothing is worked out. Bringing both into one "
            f"list is tempting. What should {number} do to each number?",
            lambda number, vector: [number, *vector],
            lambda number, vector: [*vector, number],
            lambda number, vector: [[number, x] for x in vector],
            lambda number, vector: [[x, number] for x in vector],
        ),
        wrong(
            "running-totals",
            "It looks as if each place holds the total up to there. A running `+=` that is never set back does this. What "
            "should the second place know of the first?",
            lambda number, vector: list(accumulate(number * x for x in vector)),
        ),
        wrong(
            "number-overwritten",
            f"It looks as if {number} changes on the way: each product takes its place for the next one. Using one name again "
            f"saves a name. What should {number} be when the last number is multiplied?",
            lambda number, vector: list(accumulate(vector, lambda so_far, x: so_far * x, initial=number))[1:],
        ),
        wrong(
            "extra-added",
            "It looks as if something is added to each product. A `+=` into a list that isn't empty of numbers does that, and so does "
            "a stray term in the line. What should a 0 times any number give?",
            lambda number, vector: [number * x + x for x in vector],
            lambda number, vector: [number * x + number for x in vector],
            lambda number, vector: [number * x + 1 for x in vector],
            lambda number, vector: [x - number * x for x in vector],
        ),
        wrong(
            "sorted",
            "It looks as if the products come back in order of size. Order is often helpful, but here the place says which weight a "
            "number belongs to. What does the next function take the first number for?",
            lambda number, vector: sorted(number * x for x in vector),
            lambda number, vector: [number * x for x in sorted(vector)],
            lambda number, vector: [number * x for x in sorted(vector, reverse=True)],
        ),
        wrong(
            "shifted",
            "It looks as if every product stands one place too far on. An index that is one too small or too large does that, and "
            "Python accepts a place of -1 without complaint. From which place should the first product be made?",
            lambda number, vector: [number * vector[i - 1] for i in range(len(vector))],
            lambda number, vector: [number * x for x in (*vector[1:], vector[0])],
            lambda number, vector: [0, *(number * x for x in vector[:-1])],
            lambda number, vector: [*(number * x for x in vector[1:]), 0],
        ),
        wrong(
            "order-reversed",
            "It looks as if the products come back in the opposite order. Putting each new one in front, or counting down, does that. "
            "Which number should the first product be made from?",
            lambda number, vector: [number * x for x in vector[::-1]],
        ),
        wrong(
            "every-second",
            "It looks as if every second number is skipped. A step of 2 in `range`, or an index raised twice in one turn, does that. "
            "Which places does your loop visit when there are five?",
            lambda number, vector: [number * x for x in vector[::2]],
            lambda number, vector: [number * x for x in vector[1::2]],
            lambda number, vector: _every_second_as_it_was(vector, [number * x for x in vector]),
            lambda number, vector: _every_second_as_it_was([0 for _ in vector], [number * x for x in vector]),
        ),
        wrong(
            "places-found-by-value",
            "It looks as if numbers that come twice get lost. A place looked up with `index`, a set or a dictionary knows each value "
            f"once. If two numbers in {vector} are equal, how many products should come out, and where?",
            lambda number, vector: [number * x if vector.index(x) == i else 0 for i, x in enumerate(vector)],
            lambda number, vector: [number * x if vector.index(x) == i else x for i, x in enumerate(vector)],
            lambda number, vector: list(dict.fromkeys(number * x for x in vector)),
            lambda number, vector: list({number * x for x in vector}),
        ),
        wrong(
            "clipped",
            "It looks as if the results are kept between -1 and 1. That looks safe, since large numbers can do harm later on. What "
            "should 2 times 3 give?",
            lambda number, vector: [_clipped(number * x) for x in vector],
            lambda number, vector: [number * _clipped(x) for x in vector],
            lambda number, vector: [_clipped(number) * x for x in vector],
            lambda number, vector: [min(1, max(0, number * x)) for x in vector],
        ),
        wrong(
            "largest-only",
            "It looks as if only the largest number is used. It does matter most. Which number should the product in the second place "
            "be made from?",
            lambda number, vector: [number * max(vector) for _ in vector],
            lambda number, vector: [number * _largest(vector) for _ in vector],
            lambda number, vector: number * max(vector),
            lambda number, vector: max(number * x for x in vector),
        ),
        wrong(
            "products-multiplied",
            "It looks as if everything is multiplied together into one number. Each turn does multiply, but with what the turn "
            "before left. How many numbers should come out, and which two make each of them?",
            lambda number, vector: number * math.prod(vector),
            lambda number, vector: math.prod(number * x for x in vector),
            lambda number, vector: [number * math.prod(vector) for _ in vector],
        ),
        wrong(
            "normalised",
            f"It looks as if {vector} is brought to another scale first. The lab shows later what that is good for. Is it part "
            "of this function's task?",
            lambda number, vector: [number * x / _largest(vector) for x in vector],
            lambda number, vector: [number * x / (sum(vector) or 1) for x in vector],
            lambda number, vector: [number * x / (_dot(vector, vector) or 1) for x in vector],
            lambda number, vector: [number * x / (math.sqrt(_dot(vector, vector)) or 1) for x in vector],
        ),
    )


def _swapped(misconception: Misconception) -> Misconception:
    """Return a misconception of `(number, vector)` as one of `(inputs, delta)`."""

    def swap(formula: Formula) -> Formula:
        return lambda inputs, delta: formula(delta, inputs)

    return Misconception(misconception.id, misconception.says, tuple(map(swap, misconception.formulas)))


def _only_of_ele_mul() -> tuple[Misconception, ...]:
    return (
        wrong(
            "number-for-each",
            "It looks as if `number` stands in every place and the list isn't used, except for its length. The shape is "
            "right, which is half of the task. What should a 0 in `vector` give?",
            lambda number, vector: [number for _ in vector],
        ),
        wrong(
            "number-squared",
            "It looks as if `number` is used twice for every place. A square belongs to the error in this lab, so it comes "
            "to mind. How often should `number` meet each element?",
            lambda number, vector: [number * number * x for x in vector],
        ),
        wrong(
            "abs-of-one",
            "It looks as if a minus sign gets lost before the product is made. Sizes matter here, and so the signs can seem "
            "secondary. What should a negative number do to a positive one?",
            lambda number, vector: [number * abs(x) for x in vector],
            lambda number, vector: [abs(number) * x for x in vector],
        ),
        wrong(
            "sign-reversed",
            "It looks as if every number has the right size and the wrong sign. A minus sign from a later step, such as the "
            "update, may have found its way in. What should 2 times 3 give?",
            lambda number, vector: [-number * x for x in vector],
        ),
    )


def _only_of_weight_deltas() -> tuple[Misconception, ...]:
    return (
        wrong(
            "factor-two",
            "It looks as if there is a factor of 2. That is the true derivative of the squared error, so your calculus is "
            "right; in this course the 2 is absorbed in `alpha`, which scales every step anyway. What is left without it?",
            lambda inputs, delta: [2 * x * delta for x in inputs],
        ),
        wrong(
            "factor-half",
            "It looks as if everything is halved. One half is often written in front of the squared error to make a 2 go away. "
            "Is there a 2 in this course's weight_delta that has to go away?",
            lambda inputs, delta: [x * delta / 2 for x in inputs],
        ),
        wrong(
            "inputs-forgotten",
            "It looks as if every weight gets the same delta and the inputs play no part. The delta is shared by all, so this "
            "seems fair. Should a weight whose input was 0 be blamed as much as the others?",
            lambda inputs, delta: [delta for _ in inputs],
            lambda inputs, delta: [delta / len(inputs) for _ in inputs],
            lambda inputs, delta: [delta],
            lambda inputs, delta: delta,
            lambda inputs, delta: [-delta for _ in inputs],
        ),
        wrong(
            "error-for-delta",
            "It looks as if delta is squared here. That makes it the error, which measures how bad a miss was. Does a squared "
            "number still say whether pred was too high or too low?",
            lambda inputs, delta: [x * delta**2 for x in inputs],
            lambda inputs, delta: [2 * x * delta**2 for x in inputs],
            lambda inputs, delta: [delta**2 for _ in inputs],
            lambda inputs, delta: [x * delta * abs(delta) for x in inputs],
        ),
        wrong(
            "sign-reversed",
            "It looks as if the signs are the wrong way round. The weights do have to move against the weight_delta, and so a "
            "minus sign is tempting here. In which function does the lab already subtract?",
            lambda inputs, delta: [-x * delta for x in inputs],
            lambda inputs, delta: [-2 * x * delta for x in inputs],
        ),
        wrong(
            "no-reversal",
            "It looks as if the sign of the input gets lost. How large the input is does matter, and you kept that. If an "
            "input is negative, does raising its weight raise the prediction or lower it?",
            lambda inputs, delta: [abs(x) * delta for x in inputs],
        ),
        wrong(
            "delta-never-negative",
            "It looks as if the sign of delta gets lost. Its size tells how large the miss was, and you kept that. How would "
            "a weight know that the prediction was too low?",
            lambda inputs, delta: [x * abs(delta) for x in inputs],
        ),
        wrong(
            "no-stopping",
            "It looks as if an input of 0 is treated as a special case and not like any other number. A weight_delta of 0 can "
            "look like a failure to learn. What did a weight with an input of 0 add to the prediction?",
            lambda inputs, delta: [x * delta if x else delta for x in inputs],
            lambda inputs, delta: [x * delta if x else float("nan") for x in inputs],
            lambda inputs, delta: [x * delta if x else 1 for x in inputs],
        ),
        wrong(
            "no-scaling",
            "It looks as if only the sign of an input counts, not its size. The direction of the blame is right that way. Did "
            "a large input and a small one have the same share in the prediction?",
            lambda inputs, delta: [delta * _sign(x) for x in inputs],
            lambda inputs, delta: [delta if x >= 0 else -delta for x in inputs],
            lambda inputs, delta: [delta if x else 0 for x in inputs],
            lambda inputs, delta: [delta if x > 0 else 0 for x in inputs],
        ),
        wrong(
            "sign-of-delta-only",
            "It looks as if only the sign of delta counts, not its size. The direction is right that way. Should a near miss "
            "and a wild one lead to the same correction?",
            lambda inputs, delta: [x * _sign(delta) for x in inputs],
            lambda inputs, delta: [_sign(x * delta) for x in inputs],
        ),
        wrong(
            "alpha-folded-in",
            "It looks as if a small constant such as alpha is multiplied in already. Sooner or later it is needed, so early "
            "seems fine. Which function of this lab is handed `alpha`, and which isn't?",
            lambda inputs, delta: [_LAB_ALPHA * x * delta for x in inputs],
            lambda inputs, delta: [0.1 * x * delta for x in inputs],
            lambda inputs, delta: [0.001 * x * delta for x in inputs],
        ),
        wrong(
            "weights-fixed",
            "It looks as if the lab's weights, or some other numbers from the cells above, stand in the inputs' place. "
            "Weights and inputs come in pairs and are easily mixed up. Which of them was handed to this function?",
            lambda inputs, delta: [weight * delta for weight in _LAB_WEIGHTS],
            lambda inputs, delta: [x * delta for x in _LAB_INPUTS],
            lambda inputs, delta: [x * -0.14 for x in inputs],
        ),
    )


def _each_update(rule: Callable[[Any, Any, Any], Any]) -> Formula:
    """Return the update in which every weight is given `rule(weight, weight_delta, alpha)`."""
    return lambda weights, weight_deltas, alpha: [rule(w, d, alpha) for w, d in cut_pairs(weights, weight_deltas)]


def _updated(weights: Any, weight_deltas: Any, alpha: Any) -> list[Any]:
    return [w - alpha * d for w, d in cut_pairs(weights, weight_deltas)]


_UPDATES = (
    wrong(
        "update-adds",
        "It looks as if the step is added to the weight. Learning sounds like adding something. If delta and the input are "
        "positive, the prediction was too high: should that weight become larger or smaller?",
        _each_update(lambda w, d, alpha: w + alpha * d),
        _each_update(lambda w, d, alpha: w + 2 * alpha * d),
        _each_update(lambda w, d, alpha: w + alpha * d / 2),
    ),
    wrong(
        "alpha-forgotten",
        "It looks as if alpha isn't used, so each weight moves by its whole weight_delta. The direction may be right. What "
        "would happen to the large input's weight if every step were taken at full size?",
        _each_update(lambda w, d, _: w - d),
        _each_update(lambda w, d, _: w + d),
    ),
    wrong(
        "alpha-twice",
        "It looks as if alpha is used twice. If the weight_deltas were already scaled by it in one line, the next line "
        "easily does so again. How often should one step be made smaller?",
        _each_update(lambda w, d, alpha: w - alpha * alpha * d),
        _each_update(lambda w, d, alpha: w + alpha * alpha * d),
    ),
    wrong(
        "alpha-divides",
        "It looks as if alpha divides the step. A small alpha should make something smaller, and division often does. What "
        "does dividing by 0.01 do to a number?",
        _each_update(lambda w, d, alpha: w - d / alpha),
        _each_update(lambda w, d, alpha: w + d / alpha),
        _each_update(lambda w, d, alpha: w - alpha / d),
        _each_update(lambda w, d, alpha: w - alpha / d if d else w),
    ),
    wrong(
        "alpha-fixed",
        "It looks as if alpha is a constant from the lab and not the one handed in. 0.01 is what the lab begins with. What "
        "would you have to change to try another step size?",
        _each_update(lambda w, d, _: w - _LAB_ALPHA * d),
        _each_update(lambda w, d, _: w - 0.1 * d),
        _each_update(lambda w, d, _: w - 0.001 * d),
    ),
    wrong(
        "factor-two",
        "It looks as if each step is twice as long. The true derivative of the squared error has that 2, so your calculus is "
        "right; in this course it is absorbed in `alpha`. What is left without it?",
        _each_update(lambda w, d, alpha: w - 2 * alpha * d),
    ),
    wrong(
        "factor-half",
        "It looks as if each step is half as long. One half is often written in front of the squared error to make a 2 go away. "
        "Is there a 2 in this course's weight_delta that has to go away?",
        _each_update(lambda w, d, alpha: w - alpha * d / 2),
    ),
    wrong(
        "brackets",
        "It looks as if alpha multiplies more than it should, or something other than the weight_delta. One pair of brackets "
        "or a swapped factor is enough. Which part of the line is the step, and which is the place you start from?",
        _each_update(lambda w, d, alpha: alpha * (w - d)),
        _each_update(lambda w, d, alpha: alpha * w - d),
        _each_update(lambda w, d, alpha: (w - d) / alpha),
        _each_update(lambda w, d, alpha: (w - alpha) * d),
        _each_update(lambda w, d, alpha: alpha * (w + d)),
        _each_update(lambda w, d, alpha: (1 - alpha) * d + alpha * w),
        _each_update(lambda w, d, alpha: (1 - alpha) * (w - d)),
        _each_update(lambda w, d, alpha: w - alpha * (w - d)),
        _each_update(lambda w, d, alpha: w - alpha * (d - w)),
        _each_update(lambda w, d, alpha: w - (1 - alpha) * d),
    ),
    wrong(
        "alpha-mixed-in",
        "It looks as if alpha is added or subtracted and doesn't scale anything. It is a small number beside the others, so a "
        "small step seems to follow. If a weight_delta is 0, how far should its weight move?",
        _each_update(lambda w, d, alpha: w - alpha - d),
        _each_update(lambda w, d, alpha: w - d + alpha),
        _each_update(lambda w, _, alpha: w - alpha),
        _each_update(lambda w, _, alpha: w + alpha),
    ),
    wrong(
        "alpha-changes",
        "It looks as if alpha changes from one weight to the next. Shrinking it with time helps many networks. Within one update, "
        "what should the second weight know of how the first one was moved?",
        *(
            lambda weights, weight_deltas, alpha, keep=keep: [
                w - alpha * keep**i * d for i, (w, d) in enumerate(cut_pairs(weights, weight_deltas))
            ]
            for keep in (0.9, 0.99, 0.5)
        ),
        lambda weights, weight_deltas, alpha: [
            w - alpha / i * d for i, (w, d) in enumerate(cut_pairs(weights, weight_deltas), 1)
        ],
        lambda weights, weight_deltas, alpha: [
            w - alpha**i * d for i, (w, d) in enumerate(cut_pairs(weights, weight_deltas), 1)
        ],
    ),
    wrong(
        "first-weight-for-all",
        "It looks as if every weight sets out from the first weight, or from the last. An index that stays in one place does that. "
        "From where should the second weight set out?",
        lambda weights, weight_deltas, alpha: [weights[0] - alpha * d for d in weight_deltas],
        lambda weights, weight_deltas, alpha: [weights[-1] - alpha * d for d in weight_deltas],
    ),
    wrong(
        "weight-decay",
        "It looks as if the weight itself is also made smaller by alpha. Larger networks do so on purpose, and there it is "
        "called weight decay. If the prediction is perfect, should a weight still shrink?",
        _each_update(lambda w, d, alpha: w - alpha * w - alpha * d),
        _each_update(lambda w, _, alpha: w - alpha * w),
        _each_update(lambda w, _, alpha: w * alpha),
        _each_update(lambda w, d, alpha: w - alpha * w - d),
        _each_update(lambda w, d, alpha: 0.99 * w - alpha * d),
    ),
    wrong(
        "weight-in-the-step",
        "It looks as if the weight is multiplied into its own step. Large weights seem to deserve large steps. How would a "
        "weight that begins at 0 ever learn?",
        _each_update(lambda w, d, alpha: w - alpha * d * w),
        _each_update(lambda w, d, alpha: w + alpha * d * w),
        _each_update(lambda w, d, alpha: w * alpha * d),
        _each_update(lambda w, d, _: w * d),
    ),
    wrong(
        "step-only",
        "It looks as if you return the steps, not the weights after them. The step is the new part of the work, so it catches "
        "the eye. From where does each weight set out?",
        _each_update(lambda _, d, alpha: alpha * d),
        _each_update(lambda _, d, alpha: -alpha * d),
        _each_update(lambda _w, d, _a: d),
        _each_update(lambda _w, d, _a: -d),
    ),
    wrong(
        "difference-reversed",
        "It looks as if the weight is subtracted from something. In a difference the order is easily turned round. Which of "
        "the two is what you have, and which is what you take away?",
        _each_update(lambda w, d, alpha: alpha * d - w),
        _each_update(lambda w, d, _: d - w),
    ),
    wrong(
        "weights-and-deltas-swapped",
        "It looks as if weights and weight_deltas have changed places. Their names begin alike, and both have the same "
        "length. Which of the two should be moved, and which says by how much?",
        _each_update(lambda w, d, alpha: d - alpha * w),
        _each_update(lambda w, d, alpha: d + alpha * w),
    ),
    wrong(
        "always-downwards",
        "It looks as if every weight moves the same way, whatever the sign of its weight_delta. Descent sounds like always "
        "going down. What should happen to a weight whose weight_delta is negative?",
        _each_update(lambda w, d, alpha: w - alpha * abs(d)),
        _each_update(lambda w, d, alpha: w + alpha * abs(d)),
    ),
    wrong(
        "one-direction-only",
        "It looks as if some weight_deltas are skipped because of their sign. A step in one direction can look like the only "
        "useful one. Can a weight be too low as well as too high?",
        _each_update(lambda w, d, alpha: w - alpha * d if d > 0 else w),
        _each_update(lambda w, d, alpha: w - alpha * d if d < 0 else w),
    ),
    wrong(
        "sign-only",
        "It looks as if the size of the weight_delta is lost and every step is equally long. The direction is right that way. "
        "What would tell a weight that it is almost there?",
        _each_update(lambda w, d, alpha: w - alpha * _sign(d)),
        _each_update(lambda w, d, alpha: w - alpha if d > 0 else w + alpha),
    ),
    wrong(
        "weight-delta-squared",
        "It looks as if the weight_delta is squared. Squares belong to the error, so one comes to mind. What does a square "
        "do to the sign that tells the direction?",
        _each_update(lambda w, d, alpha: w - alpha * d**2),
        _each_update(lambda w, d, alpha: w - alpha * d * abs(d)),
        _each_update(lambda w, d, alpha: w - (alpha * d) ** 2),
    ),
    wrong(
        "never-negative",
        "It looks as if weights below 0 are turned into 0 or their sign is dropped. A negative weight can look like an "
        "accident. What does a negative weight tell you about its input?",
        _each_update(lambda w, d, alpha: max(0, w - alpha * d)),
        _each_update(lambda w, d, alpha: abs(w) - alpha * d),
    ),
    wrong(
        "weights-clipped",
        "It looks as if the new weights are kept within fixed limits. That looks safe, since weights can run away when alpha "
        "is too large. Where does the lab say how large a weight may be?",
        _each_update(lambda w, d, alpha: min(1, max(0, w - alpha * d))),
        _each_update(lambda w, d, alpha: min(1, max(-1, w - alpha * d))),
        _each_update(lambda w, d, alpha: min(1, w - alpha * d)),
        _each_update(lambda w, d, alpha: w - alpha * min(1, max(-1, d))),
    ),
    wrong(
        "first-for-all",
        "It looks as if the first weight_delta moves every weight. An index left at 0 does that, and so does a single-weight "
        "habit from lab 01. Whose blame should move the second weight?",
        lambda weights, weight_deltas, alpha: [w - alpha * weight_deltas[0] for w in weights],
    ),
    wrong(
        "last-for-all",
        "It looks as if the last weight_delta moves every weight. A value that is overwritten in one loop and used in the next "
        "does that. When is each weight's own step still at hand?",
        lambda weights, weight_deltas, alpha: [w - alpha * weight_deltas[-1] for w in weights],
    ),
    wrong(
        "sum-for-each",
        "It looks as if all weight_deltas are put together and every weight moves by that. One error is shared by all, so a "
        "shared step seems fair. Did every weight have the same part in the miss?",
        lambda weights, weight_deltas, alpha: [w - alpha * sum(weight_deltas) for w in weights],
        lambda weights, weight_deltas, alpha: [w - alpha * sum(weight_deltas) / len(weights) for w in weights],
    ),
    wrong(
        "mean-for-each",
        "It looks as if each step is also divided by the number of weights. Sharing a step among the weights sounds fair. "
        "Which function would have to know how many weights there are?",
        lambda weights, weight_deltas, alpha: _updated(weights, weight_deltas, alpha / len(weights)),
    ),
    wrong(
        "returns-in-loop",
        "It looks as if only the first weight is ever moved. A `return` indented into the loop runs on the first turn and ends "
        "the function. How often should `return` run, and how often the line above it?",
        lambda weights, weight_deltas, alpha: [weights[0] - alpha * weight_deltas[0], *weights[1:]],
        lambda weights, weight_deltas, alpha: [weights[0] - alpha * weight_deltas[0]],
        lambda weights, weight_deltas, alpha: weights[0] - alpha * weight_deltas[0],
        lambda weights, weight_deltas, alpha: [weights[0] - alpha * weight_deltas[0], *(0 for _ in weights[1:])],
    ),
    wrong(
        "starts-at-one",
        "It looks as if the first weight is left out of the update. Counting from 1 is natural for people, but Python's first "
        "place has another number. Which weight does your loop meet first?",
        lambda weights, weight_deltas, alpha: [weights[0], *_updated(weights, weight_deltas, alpha)[1:]],
        lambda weights, weight_deltas, alpha: _updated(weights, weight_deltas, alpha)[1:],
        lambda weights, weight_deltas, alpha: [0, *_updated(weights, weight_deltas, alpha)[1:]],
    ),
    wrong(
        "drops-last",
        "It looks as if the last weight is left out of the update. `range` stops before its end already, so taking one off as "
        "well is easily done. Which is the last index that your loop sees?",
        lambda weights, weight_deltas, alpha: [*_updated(weights, weight_deltas, alpha)[:-1], weights[-1]],
        lambda weights, weight_deltas, alpha: _updated(weights, weight_deltas, alpha)[:-1],
        lambda weights, weight_deltas, alpha: [*_updated(weights, weight_deltas, alpha)[:-1], 0],
    ),
    wrong(
        "keeps-last",
        "It looks as if only the last weight comes back. Each turn works out a new weight, but then puts it where the one "
        "before was kept. Where could each new weight go so that none is lost?",
        lambda weights, weight_deltas, alpha: [weights[-1] - alpha * weight_deltas[-1]],
        lambda weights, weight_deltas, alpha: weights[-1] - alpha * weight_deltas[-1],
        lambda weights, weight_deltas, alpha: [weights[-1] - alpha * weight_deltas[-1] for _ in weights],
        lambda weights, weight_deltas, alpha: [*weights[:-1], weights[-1] - alpha * weight_deltas[-1]],
    ),
    wrong(
        "loop-variable-rebound",
        "It looks as if the weights come back as they went in. Giving the loop variable a new value feels like changing the "
        "list, yet it only moves a name. Where is each new weight stored?",
        lambda weights, weight_deltas, alpha: list(weights),
    ),
    wrong(
        "only-three",
        "It looks as if your answer works with exactly three weights. The lab's network has three, so it fits there. What "
        "should happen when there are two weights, or five?",
        lambda weights, weight_deltas, alpha: _updated(weights, weight_deltas, alpha)[:3],
        lambda weights, weight_deltas, alpha: [weights[i] - alpha * weight_deltas[i] for i in range(3)],
        lambda weights, weight_deltas, alpha: [*_updated(weights, weight_deltas, alpha)[:3], *weights[3:]],
        lambda weights, weight_deltas, alpha: (
            [*_updated(weights, weight_deltas, alpha), 0, 0][:3] if weights[3:] == [] else fail()
        ),
    ),
    wrong(
        "only-two",
        "It looks as if only two weights are updated. The receipt with apples and pears had two, so it is a natural start. How "
        "can the code go through as many weights as there are?",
        lambda weights, weight_deltas, alpha: _updated(weights, weight_deltas, alpha)[:2],
        lambda weights, weight_deltas, alpha: [weights[i] - alpha * weight_deltas[i] for i in range(2)],
        lambda weights, weight_deltas, alpha: [*_updated(weights, weight_deltas, alpha)[:2], *weights[2:]],
    ),
    wrong(
        "one-reversed",
        "It looks as if one list is read from its end while the other is read from its start. A loop that counts down can do "
        "this unnoticed. Which weight_delta belongs to the first weight?",
        lambda weights, weight_deltas, alpha: _updated(weights, weight_deltas[::-1], alpha),
    ),
    wrong(
        "shifted-pairs",
        "It looks as if each weight is moved by its neighbour's weight_delta. An index that is one too small or too large "
        "does that, and Python accepts a place of -1 without complaint. Are both lists read at the same place?",
        lambda weights, weight_deltas, alpha: _updated(weights, weight_deltas[-1:] + weight_deltas[:-1], alpha),
        lambda weights, weight_deltas, alpha: _updated(weights, weight_deltas[1:] + weight_deltas[:1], alpha),
    ),
    wrong(
        "running-totals",
        "It looks as if each weight also takes the steps of the weights before it. A running `+=` that is never set back does "
        "this. What should the second weight know of the first one's step?",
        lambda weights, weight_deltas, alpha: _updated(weights, list(accumulate(weight_deltas)), alpha),
        lambda weights, weight_deltas, alpha: [weights[0] - alpha * total for total in accumulate(weight_deltas)],
    ),
    wrong(
        "every-pair",
        "It looks as if every weight meets every weight_delta. Two loops, one inside the other, do that. How many new weights "
        "should there be?",
        lambda weights, weight_deltas, alpha: [w - alpha * d for w in weights for d in weight_deltas],
        lambda weights, weight_deltas, alpha: [w - alpha * d for d in weight_deltas for w in weights],
        lambda weights, weight_deltas, alpha: [[w - alpha * d for d in weight_deltas] for w in weights],
        lambda weights, weight_deltas, alpha: [[w - alpha * d for w in weights] for d in weight_deltas],
    ),
    wrong(
        "every-second",
        "It looks as if every second weight is left out of the update. A step of 2 in `range`, or an index raised twice in one "
        "turn, does that. Which places does your loop visit when there are five?",
        lambda weights, weight_deltas, alpha: _updated(weights[::2], weight_deltas[::2], alpha),
        lambda weights, weight_deltas, alpha: _every_second_as_it_was(weights, _updated(weights, weight_deltas, alpha)),
        lambda weights, weight_deltas, alpha: _every_second_as_it_was(_updated(weights, weight_deltas, alpha), weights),
    ),
    wrong(
        "places-found-by-value",
        "It looks as if weights or weight_deltas are looked up by their value. That works as long as no value comes twice. If two "
        "weights are both 0.2, which place does `index`, or a dictionary, find for the second?",
        lambda weights, weight_deltas, alpha: [w - alpha * weight_deltas[weights.index(w)] for w in weights],
        lambda weights, weight_deltas, alpha: [
            w - alpha * d for w, d in dict(cut_pairs(weights, weight_deltas)).items()
        ],
    ),
    wrong(
        "sorted",
        "It looks as if something is put in order of size. Order is often helpful, but here the place says which weight_delta "
        "belongs to which weight. What becomes of the pairs when a list is sorted?",
        lambda weights, weight_deltas, alpha: sorted(_updated(weights, weight_deltas, alpha)),
        lambda weights, weight_deltas, alpha: _updated(sorted(weights), sorted(weight_deltas), alpha),
        lambda weights, weight_deltas, alpha: _updated(weights, sorted(weight_deltas), alpha),
        lambda weights, weight_deltas, alpha: _updated(sorted(weights), weight_deltas, alpha),
    ),
    wrong(
        "only-largest",
        "It looks as if only the largest weight_delta is used. It does tell of the greatest part in the miss. What should the "
        "weights with smaller parts do?",
        lambda weights, weight_deltas, alpha: [
            w - alpha * d if abs(d) == _largest(weight_deltas) else w for w, d in cut_pairs(weights, weight_deltas)
        ],
        lambda weights, weight_deltas, alpha: [w - alpha * max(weight_deltas) for w in weights],
    ),
    wrong(
        "weights-normalised",
        "It looks as if the new weights are brought to another scale at the end. Shares that add up to 1 are easy to read. What "
        "does the prediction become when all weights are divided by the same number?",
        lambda weights, weight_deltas, alpha: _shares(_updated(weights, weight_deltas, alpha)),
        lambda weights, weight_deltas, alpha: _unit_length(_updated(weights, weight_deltas, alpha)),
    ),
    wrong(
        "positions-for-values",
        "It looks as if the place of a number is used instead of the number. `i` and what is stored at `i` are easily taken for "
        "one another. What does your loop variable hold: where it is, or what is there?",
        lambda weights, weight_deltas, alpha: [w - alpha * i for i, w in enumerate(weights)],
        lambda weights, weight_deltas, alpha: [i - alpha * d for i, d in enumerate(weight_deltas)],
    ),
    wrong(
        "sum-for-list",
        "It looks as if the new weights are added into one number. That is what a prediction does with its products. How many "
        "weights does the network need for its next prediction?",
        lambda weights, weight_deltas, alpha: sum(_updated(weights, weight_deltas, alpha)),
        lambda weights, weight_deltas, alpha: sum(weights) - alpha * _dot(weights, weight_deltas),
    ),
    wrong(
        "nested",
        "It looks as if the right weights come back inside one list too many. Brackets around something that is a list already "
        "do that. How many brackets do the weights have when they go in?",
        lambda weights, weight_deltas, alpha: [_updated(weights, weight_deltas, alpha)],
        lambda weights, weight_deltas, alpha: [[w] for w in _updated(weights, weight_deltas, alpha)],
    ),
    wrong(
        "lists-joined",
        "It looks as if two lists come back, side by side or joined to one. `+` between two lists joins them, though it reads "
        "like arithmetic. What should happen to each weight, and how many numbers are asked for?",
        lambda weights, weight_deltas, alpha: [*weights, *(alpha * d for d in weight_deltas)],
        lambda weights, weight_deltas, alpha: [*weights, *(-alpha * d for d in weight_deltas)],
        lambda weights, weight_deltas, alpha: [*weights, *_updated(weights, weight_deltas, alpha)],
        lambda weights, weight_deltas, alpha: (_updated(weights, weight_deltas, alpha), weight_deltas),
        lambda weights, weight_deltas, alpha: (_updated(weights, weight_deltas, alpha), weights),
    ),
    wrong(
        "whole-number-array",
        "It looks as if fractions get lost or refused where the weights are whole numbers. An array made like such a list has "
        "room for whole numbers and nothing else. What is the dtype of your array?",
        lambda weights, weight_deltas, alpha: [
            int(new) if are_whole(weights) else new for new in _updated(weights, weight_deltas, alpha)
        ],
        lambda weights, weight_deltas, alpha: [
            int(new) if are_whole(weight_deltas) else new for new in _updated(weights, weight_deltas, alpha)
        ],
        lambda weights, weight_deltas, alpha: (
            fail()
            if are_whole(weights) and not are_whole([*weight_deltas, alpha])
            else _updated(weights, weight_deltas, alpha)
        ),
        lambda weights, weight_deltas, alpha: (
            fail() if are_whole(weight_deltas) and not are_whole([alpha]) else _updated(weights, weight_deltas, alpha)
        ),
    ),
    wrong(
        "elements-cut",
        "It looks as if the fractions of the step are cut off. Whole numbers are tidy, and `int` is a familiar word. What is "
        "left of a step of 0.0119 after that?",
        _each_update(lambda w, d, alpha: w - int(alpha * d)),
        _each_update(lambda w, d, alpha: int(w) - alpha * d),
    ),
)


def _square(delta: Any) -> Any:
    return delta**2


def _descend(inputs: Any, weights: Any, delta: Any, alpha: Any) -> list[Any]:
    return [w - alpha * x * delta for x, w in cut_pairs(inputs, weights)]


def _train(
    *,
    predict: Formula = _dot,
    delta: Formula = minus,
    error: Formula = _square,
    step: Formula = _descend,
    alphas: Callable[[Any, int], Any] = lambda alpha, _: alpha,
    rounds: Callable[[int], int] = lambda iterations: iterations,
    give: Formula = lambda weights, errors, _preds: (weights[-1], errors[:-1]),
) -> Formula:
    """Return a training with something wrong in it.

    Args:
        predict: `(inputs, weights)` to the prediction.
        delta: `(pred, true)` to the delta.
        error: the delta to what is recorded.
        step: `(inputs, weights, delta, alpha)` to the new weights.
        alphas: alpha and the number of the iteration, from 0, to the alpha used in it.
        rounds: how often it is asked to learn to how often it does.
        give: `(weights, errors, preds)` to the answer: all of them from before the first update to after the last.
    """

    def train(inputs: Any, true: Any, weights: Any, alpha: Any, iterations: int) -> Any:
        history, preds, errors = [list(weights)], [], []
        for iteration in range(rounds(iterations) + 1):
            preds.append(predict(inputs, history[-1]))
            miss = delta(preds[-1], true)
            errors.append(error(miss))
            if iteration < rounds(iterations):
                history.append(step(inputs, history[-1], miss, alphas(alpha, iteration)))
        return give(history, errors, preds)

    return train


def _each(rule: Callable[[Any, Any, Any, Any], Any]) -> Formula:
    """Return the step in which every weight is given `rule(input, weight, delta, alpha)`."""
    return lambda inputs, weights, delta, alpha: [rule(x, w, delta, alpha) for x, w in cut_pairs(inputs, weights)]


def _whole_step(inputs: Any, weights: Any, delta: Any, alpha: Any) -> list[Any]:
    new = _descend(inputs, weights, delta, alpha)
    return [int(weight) for weight in new] if are_whole(weights) else new


def _refused_step(inputs: Any, weights: Any, delta: Any, alpha: Any) -> list[Any]:
    return fail() if are_whole(weights) else _descend(inputs, weights, delta, alpha)


def _one_after_another(errors_of: Callable[[list[Any], Any], list[Any]]) -> Formula:
    def train(inputs: Any, true: Any, weights: Any, alpha: Any, iterations: int) -> Any:
        now, errors = list(weights), []
        for _ in range(iterations):
            deltas = []
            for i, x in enumerate(inputs):
                deltas.append(_dot(inputs, now) - true)
                now[i] -= alpha * x * deltas[-1]
            errors.extend(errors_of(deltas, _dot(inputs, now) - true))
        return now, errors

    return train


def _carried_over(kept: float, *, told: bool = False, pred: bool = False) -> Formula:
    """Return a training in which `kept` of the last delta (or all of the last pred) is still in the next one."""

    def train(inputs: Any, true: Any, weights: Any, alpha: Any, iterations: int) -> Any:
        now, errors, so_far = list(weights), [], 0.0
        for _ in range(iterations):
            fresh = _dot(inputs, now) - true
            so_far = kept * so_far + (fresh + true if pred else fresh)
            delta = so_far - true if pred else so_far
            errors.append((delta if told or pred else fresh) ** 2)
            now = _descend(inputs, now, delta, alpha)
        return now, errors

    return train


def _late(inputs: Any, true: Any, weights: Any, alpha: Any, iterations: int) -> Any:
    """Train with predictions made at the end of each iteration, the first of them 0."""
    now, errors, pred = list(weights), [], 0.0
    for _ in range(iterations):
        delta = pred - true
        errors.append(delta**2)
        now = _descend(inputs, now, delta, alpha)
        pred = _dot(inputs, now)
    return now, errors


def _turns(inputs: Any, true: Any, weights: Any, alpha: Any, iterations: int) -> Any:
    now, errors = list(weights), []
    for iteration in range(iterations):
        delta = _dot(inputs, now) - true
        errors.append(delta**2)
        i = iteration % len(now)
        now[i] -= alpha * inputs[i] * delta
    return now, errors


def _stale(inputs: Any, true: Any, weights: Any, alpha: Any, iterations: int) -> Any:
    """Train with the first delta all the time, and record each error afresh."""
    now, errors = list(weights), []
    first = _dot(inputs, weights) - true
    for _ in range(iterations):
        errors.append((_dot(inputs, now) - true) ** 2)
        now = _descend(inputs, now, first, alpha)
    return now, errors


def _stops_early(enough: Callable[[list[Any]], bool], *, record: bool = True, update: bool = False) -> Formula:
    """Return a training that ends when `enough(deltas)`; the last error and the last update may or may not be in it."""

    def train(inputs: Any, true: Any, weights: Any, alpha: Any, iterations: int) -> Any:
        now, deltas = list(weights), []
        for _ in range(iterations):
            deltas.append(_dot(inputs, now) - true)
            done = enough(deltas)
            if not done or update:
                now = _descend(inputs, now, deltas[-1], alpha)
            if done:
                deltas = deltas if record else deltas[:-1]
                break
        return now, [delta**2 for delta in deltas]

    return train


def _small(limit: float, power: int) -> Callable[[list[Any]], bool]:
    return lambda deltas: abs(deltas[-1]) ** power < limit


_ENOUGH = (
    *(_small(10.0**-digits, power) for digits in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15) for power in (1, 2)),
    lambda deltas: deltas[-1] == 0,
    lambda deltas: round(deltas[-1], 2) == 0,
)


def _on_scaled_inputs(scale: Callable[[Any], Any]) -> Formula:
    right = _train()
    return lambda inputs, true, weights, alpha, iterations: right(
        _scaled(inputs, scale(inputs)), true, weights, alpha, iterations
    )


def _true_is_one(inputs: Any, true: Any, weights: Any, alpha: Any, iterations: int) -> Any:
    return _train()(inputs, 1, weights, alpha, iterations)


def _first_three(inputs: Any, true: Any, weights: Any, alpha: Any, iterations: int) -> Any:
    return _train()(inputs[:3], true, weights[:3], alpha, iterations)


_TRAININGS = (
    wrong(
        "update-adds",
        "It looks as if the weights move the wrong way, so the errors grow. Either the step is added, or delta is taken as "
        "true - pred and then subtracted. When pred is too high and an input is positive, where should its weight go?",
        _train(step=_each(lambda x, w, delta, alpha: w + alpha * x * delta)),
        _train(step=_each(lambda x, w, delta, alpha: w + 2 * alpha * x * delta)),
    ),
    wrong(
        "alpha-forgotten",
        "It looks as if alpha isn't used, so each weight moves by its whole weight_delta. The direction may be right. What do "
        "the errors do from one iteration to the next?",
        _train(step=_each(lambda x, w, delta, _: w - x * delta)),
        _train(step=_each(lambda x, w, delta, _: w + x * delta)),
    ),
    wrong(
        "alpha-twice",
        "It looks as if alpha is used twice. It may be in the weight_delta already and once more in the update. How often "
        "should one step be made smaller?",
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * alpha * x * delta)),
    ),
    wrong(
        "alpha-divides",
        "It looks as if alpha divides the step. A small alpha should make something smaller, and division often does. What "
        "does dividing by 0.01 do to a number?",
        _train(step=_each(lambda x, w, delta, alpha: w - x * delta / alpha)),
    ),
    wrong(
        "alpha-fixed",
        "It looks as if alpha is a constant from the lab and not the one handed in. 0.01 is what the lab begins with. What "
        "would you have to change to try another step size?",
        _train(alphas=lambda _a, _k: _LAB_ALPHA),
        _train(alphas=lambda _a, _k: 0.1),
    ),
    wrong(
        "alpha-changes",
        "It looks as if alpha changes from one iteration to the next. Many programs shrink it with time, and that can help. "
        "What makes the steps in this lab shorter near the goal, though alpha stays as it is?",
        _train(alphas=lambda alpha, k: alpha / (k + 1)),
        _train(alphas=lambda alpha, k: alpha / 2**k),
        _train(alphas=lambda alpha, k: alpha * 0.9**k),
        _train(alphas=lambda alpha, k: alpha * 0.95**k),
        _train(alphas=lambda alpha, k: alpha * 0.99**k),
        _train(alphas=lambda alpha, k: alpha * 0.5 ** (k + 1)),
        _train(alphas=lambda alpha, k: alpha * 0.9 ** (k + 1)),
        _train(alphas=lambda alpha, k: alpha ** (k + 1)),
        _train(alphas=lambda alpha, k: alpha * (k + 1)),
        _train(alphas=lambda alpha, k: alpha * k),
    ),
    wrong(
        "alpha-divided-among-inputs",
        "It looks as if each step is divided by the number of inputs. Sharing a step among the weights sounds fair. Does the "
        "lab's rule for one weight mention how many others there are?",
        _train(step=lambda inputs, w, delta, alpha: _descend(inputs, w, delta, alpha / len(inputs))),
        lambda inputs, true, weights, alpha, iterations: _train(delta=lambda pred, true: (pred - true) / len(inputs))(
            inputs, true, weights, alpha, iterations
        ),
    ),
    wrong(
        "factor-two",
        "It looks as if each step is twice as long. The true derivative of the squared error has that 2, so your calculus is "
        "right; in this course it is absorbed in `alpha`. What is left without it?",
        _train(step=_each(lambda x, w, delta, alpha: w - 2 * alpha * x * delta)),
        _train(delta=lambda pred, true: 2 * (pred - true)),
    ),
    wrong(
        "factor-half",
        "It looks as if each step is half as long. One half is often written in front of the squared error to make a 2 go "
        "away. Is there a 2 in this course's weight_delta that has to go away?",
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * x * delta / 2)),
        _train(delta=lambda pred, true: (pred - true) / 2),
    ),
    wrong(
        "error-for-delta",
        "It looks as if the error stands where delta belongs when the weights are moved. Both tell of the miss, and the error "
        "is what is recorded. Which of the two still says whether pred was too high or too low?",
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * x * delta**2)),
        _train(step=_each(lambda x, w, delta, alpha: w - 2 * alpha * x * delta**2)),
        _train(step=_each(lambda _, w, delta, alpha: w - alpha * delta**2)),
        _train(delta=lambda pred, true: (pred - true) ** 2),
        _train(delta=lambda pred, true: min((pred - true) ** 2, 1e9), error=lambda delta: delta),
    ),
    wrong(
        "delta-never-negative",
        "It looks as if the sign of delta gets lost on the way to the weights. A distance without a sign does measure the "
        "miss. How does a weight learn that pred was too low?",
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * x * abs(delta))),
        _train(step=_each(lambda x, w, delta, alpha: w + alpha * x * abs(delta))),
    ),
    wrong(
        "pred-for-delta",
        "It looks as if the prediction, or the truth, stands where delta belongs when the weights are moved. Either of them is "
        "close at hand in the loop. When the network is exactly right, how far should the weights move?",
        lambda inputs, true, weights, alpha, iterations: _train(
            step=_each(lambda x, w, delta, alpha: w - alpha * x * (delta + true))
        )(inputs, true, weights, alpha, iterations),
        lambda inputs, true, weights, alpha, iterations: _train(
            step=_each(lambda x, w, _, alpha: w - alpha * x * true)
        )(inputs, true, weights, alpha, iterations),
        _train(delta=lambda pred, true: pred * true),
        lambda inputs, true, weights, alpha, iterations: _train(
            step=_each(lambda x, w, delta, alpha: w - alpha * x * (delta + true) * true)
        )(inputs, true, weights, alpha, iterations),
    ),
    wrong(
        "true-ignored",
        "It looks as if the `true` that is handed in isn't used. The lab's first game was won, so a fixed 1 fits there, and "
        "leaving it out does for a loss. What should the network learn when true is 7?",
        _train(delta=lambda pred, _: pred),
        _true_is_one,
    ),
    wrong(
        "sign-only",
        "It looks as if every step is equally long, whatever the size of the miss. The direction is right that way. What would "
        "tell a weight that it is almost there?",
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * x * _sign(delta))),
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * _sign(x * delta))),
        _train(step=_each(lambda _, w, delta, alpha: w - alpha * _sign(delta))),
    ),
    wrong(
        "inputs-forgotten",
        "It looks as if all the weights move by the same amount and the inputs play no part in the step. The delta is shared, "
        "so this seems fair. Should a weight whose input was 0 move at all?",
        _train(step=_each(lambda _, w, delta, alpha: w - alpha * delta)),
    ),
    wrong(
        "weights-for-inputs",
        "It looks as if each weight stands in its own input's place when it is moved. Inputs and weights come in pairs and are "
        "easily mixed up. How would a weight that begins at 0 ever learn?",
        _train(step=_each(lambda _, w, delta, alpha: w - alpha * w * delta)),
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * x * w * delta)),
        _train(step=_each(lambda _, w, delta, alpha: w - alpha * w * min(9, max(-9, delta)))),
    ),
    wrong(
        "pred-for-inputs",
        "It looks as if the prediction stands in the inputs' place when the weights are moved. It was worked out a line above, "
        "so it is close at hand. What does each weight have that the others don't?",
        lambda inputs, true, weights, alpha, iterations: _train(
            step=_each(lambda _, w, delta, alpha: w - alpha * (delta + true) * delta)
        )(inputs, true, weights, alpha, iterations),
    ),
    wrong(
        "first-for-all",
        "It looks as if every weight is moved by the first input's share. An index left at 0 does that, and so does a "
        "single-weight habit from lab 01. Which input belongs to the second weight?",
        _train(step=lambda inputs, w, delta, alpha: [weight - alpha * inputs[0] * delta for weight in w]),
    ),
    wrong(
        "last-for-all",
        "It looks as if every weight is moved by the last input's share. A weight_delta overwritten in one loop and used in "
        "the next does that. When is each weight's own weight_delta still at hand?",
        _train(step=lambda inputs, w, delta, alpha: [weight - alpha * inputs[-1] * delta for weight in w]),
    ),
    wrong(
        "sum-for-each",
        "It looks as if all weight_deltas are put together and every weight moves by that. One error is shared by all, so a "
        "shared step seems fair. Did every input have the same part in the miss?",
        _train(step=lambda inputs, w, delta, alpha: [weight - alpha * sum(inputs) * delta for weight in w]),
        _train(step=lambda inputs, w, delta, alpha: [weight - alpha * sum(inputs) / len(w) * delta for weight in w]),
    ),
    wrong(
        "first-weight-for-all",
        "It looks as if every weight sets out from the first weight. An index left at 0 on the right of the `=` does that. From "
        "where should the second weight set out?",
        _train(step=lambda inputs, w, delta, alpha: [w[0] - alpha * x * delta for x in inputs]),
    ),
    wrong(
        "one-reversed",
        "It looks as if the inputs are read from the other end when the weights are moved. Two lists in opposite order pass "
        "unnoticed, since the lengths fit. Which input belongs to the first weight?",
        _train(step=lambda inputs, w, delta, alpha: _descend(inputs[::-1], w, delta, alpha)),
        _train(predict=lambda inputs, weights: _dot(inputs[::-1], weights)),
    ),
    wrong(
        "no-reversal",
        "It looks as if the sign of an input gets lost in the step, or a negative input stops its weight. How large the input "
        "is does matter, and you kept that. If an input is negative, does raising its weight raise pred?",
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * abs(x) * delta)),
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * max(0, x) * delta)),
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * abs(x * delta))),
    ),
    wrong(
        "no-scaling",
        "It looks as if the step doesn't grow in proportion to the input. It may be divided by it, squared, or use its sign "
        "alone. If one input is twice as large as another, how much larger was its part in the miss?",
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * _sign(x) * delta)),
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * delta / x)),
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * delta / x if x else w)),
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * x * x * delta)),
        _train(step=lambda inputs, w, delta, alpha: _descend(inputs, w, delta, alpha / (_dot(inputs, inputs) or 1))),
    ),
    wrong(
        "brackets",
        "It looks as if alpha, or the weight_delta, multiplies the weight itself. One pair of brackets or one `*=` is enough. "
        "Which part of the line is the step, and which is the place you start from?",
        _train(step=_each(lambda x, w, delta, alpha: alpha * (w - x * delta))),
        _train(step=_each(lambda x, w, delta, alpha: alpha * w - x * delta)),
        _train(step=_each(lambda x, w, delta, alpha: w * alpha * x * delta)),
        _train(step=_each(lambda x, w, delta, alpha: (w - alpha) * x * delta)),
        _train(step=_each(lambda x, w, delta, alpha: w - (alpha + x * delta))),
    ),
    wrong(
        "step-only",
        "It looks as if each weight is replaced by its step. `=` where the old weight should still count is easily written. "
        "From where does each weight set out?",
        _train(step=_each(lambda x, _, delta, alpha: -alpha * x * delta)),
        _train(step=_each(lambda x, _, delta, alpha: alpha * x * delta)),
        _train(step=_each(lambda x, w, delta, alpha: alpha * x * delta - w)),
    ),
    wrong(
        "prediction-made-once",
        "It looks as if delta is worked out once, before the loop, and used for every update. The inputs never change, so one "
        "prediction can seem enough. What else is the prediction made from?",
        _stale,
        lambda inputs, true, weights, alpha, iterations: (
            _descend(inputs, weights, iterations * (_dot(inputs, weights) - true), alpha),
            [(_dot(inputs, weights) - true) ** 2 for _ in range(iterations)],
        ),
    ),
    wrong(
        "restarts",
        "It looks as if every iteration begins at the first weights again. A new name for the updated weights does that, if "
        "the loop goes on reading the old name. Which weights should the second prediction use?",
        _train(give=lambda weights, errors, _: (weights[:2][-1], errors[:1] * (len(errors) - 1))),
    ),
    wrong(
        "update-dropped",
        "It looks as if the weights never change. A function that returns new weights leaves the old ones as they were, which "
        "is easily overlooked. What happens to the result of your update?",
        _train(give=lambda weights, errors, _: (weights[0], errors[:1] * (len(errors) - 1))),
    ),
    wrong(
        "last-update-dropped",
        "It looks as if you return the weights from before the last update. Keeping the old ones at hand is often useful. After "
        "the last turn of your loop, which name holds the newest weights?",
        _train(give=lambda weights, errors, _: (weights[:-1][-1] if weights[1:] else weights[0], errors[:-1])),
    ),
    wrong(
        "one-after-another",
        "It looks as if each weight is moved as soon as possible, and a new prediction is made before the next weight's turn. "
        "That uses the newest knowledge. Which delta do all weights of one iteration share?",
        _one_after_another(lambda deltas, _: [deltas[0] ** 2]),
        _one_after_another(lambda deltas, _: [deltas[-1] ** 2]),
        _one_after_another(lambda _, after: [after**2]),
        _one_after_another(lambda deltas, _: [delta**2 for delta in deltas]),
    ),
    wrong(
        "one-weight-at-a-time",
        "It looks as if each iteration moves one weight only, in turn. Trying them one by one keeps things clear. How many "
        "weights had a part in the prediction, and how many should move?",
        _turns,
    ),
    wrong(
        "one-network-per-input",
        "It looks as if each weight is trained alone, as if its input had to reach the truth without the others. It worked in "
        "lab 01, with one input. What do the three products have to reach together?",
        lambda inputs, true, weights, alpha, iterations: _train(
            step=_each(lambda x, w, _, alpha: w - alpha * x * (x * w - true))
        )(inputs, true, weights, alpha, iterations),
    ),
    wrong(
        "only-first-changed",
        "It looks as if only one weight is ever moved, the first or the last, and the rest stay as they were. An index that "
        "stays in one place does this. How many weights had a part in the prediction?",
        _train(step=lambda inputs, w, delta, alpha: [*_descend(inputs, w, delta, alpha)[:1], *w[1:]]),
        _train(step=lambda inputs, w, delta, alpha: [*w[:-1], *_descend(inputs, w, delta, alpha)[-1:]]),
        _train(step=lambda inputs, w, delta, alpha: [w[0] - alpha * sum(inputs) * delta, *w[1:]]),
    ),
    wrong(
        "starts-at-one",
        "It looks as if the first weight is never moved. Counting from 1 is natural for people, but Python's first place has "
        "another number. Which weight does your inner loop meet first?",
        _train(step=lambda inputs, w, delta, alpha: [w[0], *_descend(inputs, w, delta, alpha)[1:]]),
    ),
    wrong(
        "drops-last",
        "It looks as if the last weight is never moved. `range` stops before its end already, so taking one off as well is "
        "easily done. Which is the last index that your inner loop sees?",
        _train(step=lambda inputs, w, delta, alpha: [*_descend(inputs, w, delta, alpha)[:-1], w[-1]]),
    ),
    wrong(
        "only-three",
        "It looks as if your answer works with exactly three inputs. The lab's games do have three, so it fits them. What "
        "should happen when there are two inputs, or five?",
        _first_three,
        lambda inputs, true, weights, alpha, iterations: (
            fail() if inputs[2:] == [] else _first_three(inputs, true, weights, alpha, iterations)
        ),
        _train(step=lambda inputs, w, delta, alpha: [*_descend(inputs, w, delta, alpha)[:3], *w[3:]]),
        _train(
            step=lambda inputs, w, delta, alpha: (
                fail() if inputs[2:] == [] else [*_descend(inputs, w, delta, alpha)[:3], *w[3:]]
            )
        ),
        _train(
            step=lambda inputs, w, delta, alpha: [w[i] - alpha * inputs[i] * delta for i in range(3)],
        ),
        lambda inputs, true, weights, alpha, iterations: (
            _train()(inputs, true, weights, alpha, iterations) if len(inputs) == len(_LAB_INPUTS) else fail()
        ),
        lambda inputs, true, weights, alpha, iterations: (
            fail()
            if iterations and len(inputs) != len(_LAB_INPUTS)
            else _train()(inputs, true, weights, alpha, iterations)
        ),
    ),
    wrong(
        "first-input-only",
        "It looks as if the prediction leaves inputs out: only the first or the last one counts. It is the network of lab 01, "
        "where there was one. What do the other inputs add to the prediction?",
        _train(predict=lambda inputs, weights: inputs[0] * weights[0]),
        _train(predict=lambda inputs, weights: inputs[-1] * weights[-1]),
        _train(predict=lambda inputs, weights: _dot(inputs[1:], weights[1:])),
        _train(predict=lambda inputs, weights: _dot(inputs[:-1], weights[:-1])),
    ),
    wrong(
        "other-prediction",
        "It looks as if the prediction in your loop isn't this lab's network: something is averaged, added, or bent by a "
        "curve. Each has its place in other networks. What did `neural_network` return for these inputs and weights?",
        _train(predict=lambda inputs, weights: _dot(inputs, weights) / len(inputs)),
        _train(predict=lambda inputs, weights: sum(inputs) + sum(weights)),
        _train(predict=lambda inputs, weights: sum(inputs) * sum(weights)),
        _train(predict=lambda inputs, weights: _dot(inputs, weights) + 1),
        _train(predict=lambda inputs, weights: 1 / (1 + math.exp(-_dot(inputs, weights)))),
        _train(predict=lambda inputs, weights: max(0, _dot(inputs, weights))),
        _train(predict=lambda inputs, weights: min(1, max(0, _dot(inputs, weights)))),
        _train(predict=lambda inputs, weights: int(_dot(inputs, weights) > 0.5)),  # noqa: PLR2004
        _train(predict=lambda inputs, weights: int(_dot(inputs, weights) > 0)),
        _train(predict=lambda inputs, weights: round(_dot(inputs, weights))),
    ),
    wrong(
        "inputs-normalised",
        "It looks as if the inputs are brought to another scale before the training. The lab shows what that is good for. Whose "
        "work is it: that of `train`, or of whoever prepares the inputs?",
        _on_scaled_inputs(_largest),
        _on_scaled_inputs(lambda inputs: max(inputs) or 1),
        _on_scaled_inputs(lambda inputs: sum(inputs) or 1),
        _on_scaled_inputs(len),
        _on_scaled_inputs(lambda inputs: math.sqrt(_dot(inputs, inputs)) or 1),
    ),
    wrong(
        "carried-over",
        "It looks as if something from the last iteration is still in the next one: a pred, delta or weight_delta that grows "
        "by `+=` and isn't set back. Collecting is right for errors. Which values have to be fresh each time?",
        _carried_over(1, pred=True),
        _carried_over(1),
        _carried_over(1, told=True),
        _carried_over(0.9),
        _carried_over(0.5),
    ),
    wrong(
        "weight-decay",
        "It looks as if every weight also shrinks a little in each iteration. Larger networks do so on purpose, and there it is "
        "called weight decay. If the prediction is perfect, should a weight still change?",
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * (x * delta + w))),
        _train(step=_each(lambda x, w, delta, alpha: 0.99 * w - alpha * x * delta)),
        _train(step=_each(lambda x, w, delta, alpha: 0.9 * w - alpha * x * delta)),
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * (x * delta + 0.01 * w))),
    ),
    wrong(
        "weights-normalised",
        "It looks as if the weights are brought to another scale in every iteration. Shares that add up to 1 are easy to read. "
        "What does the prediction become when all weights are divided by the same number?",
        _train(step=lambda inputs, w, delta, alpha: _shares(_descend(inputs, w, delta, alpha))),
        _train(step=lambda inputs, w, delta, alpha: _unit_length(_descend(inputs, w, delta, alpha))),
    ),
    wrong(
        "delta-relative",
        "It looks as if delta is divided by the truth or by the prediction. A miss in per cent is a fair measure in daily life. "
        "What would become of it in the game that was lost, where true is 0?",
        _train(delta=lambda pred, true: (pred - true) / true),
        _train(delta=lambda pred, true: (pred - true) / (true or 1)),
        _train(delta=lambda pred, true: (pred - true) / pred),
        lambda inputs, true, weights, alpha, iterations: _train(
            step=_each(lambda x, w, delta, alpha: w - alpha * x * delta / true)
        )(inputs, true, weights, alpha, iterations),
        lambda inputs, true, weights, alpha, iterations: _train(
            step=_each(lambda x, w, delta, alpha: w - alpha * x * delta / (true or 1))
        )(inputs, true, weights, alpha, iterations),
    ),
    wrong(
        "prediction-late",
        "It looks as if the first prediction is taken to be 0, or each prediction is one iteration old when it is used. Setting "
        "`pred` to something before the loop is good order. With which weights should each iteration predict?",
        _late,
    ),
    wrong(
        "clipped",
        "It looks as if the size of a step is kept within a limit. That looks safe, since alpha can be too large. How would the "
        "lab show what too large an alpha does?",
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * x * _clipped(delta))),
        _train(step=_each(lambda x, w, delta, alpha: w - alpha * _clipped(x * delta))),
        _train(step=_each(lambda x, w, delta, alpha: w - _clipped(alpha * x * delta))),
    ),
    wrong(
        "bias-learned",
        "It looks as if there is a bias that learns beside the weights. Many networks have one, and you may have seen it. Which "
        "numbers does this lab's prediction consist of?",
        lambda inputs, true, weights, alpha, iterations: _train(
            give=lambda history, errors, _: (history[-1][:-1], errors[:-1])
        )([*inputs, 1], true, [*weights, 0], alpha, iterations),
        lambda inputs, true, weights, alpha, iterations: _train()([*inputs, 1], true, [*weights, 0], alpha, iterations),
    ),
    wrong(
        "never-negative",
        "It looks as if the weights are kept within limits while they learn. A negative or a large weight can look like an "
        "accident. What does a negative weight tell you about its input?",
        _train(step=_each(lambda x, w, delta, alpha: max(0, w - alpha * x * delta))),
        _train(step=_each(lambda x, w, delta, alpha: min(1, max(0, w - alpha * x * delta)))),
        _train(step=_each(lambda x, w, delta, alpha: min(1, max(-1, w - alpha * x * delta)))),
        *(
            _train(step=_each(lambda x, w, delta, alpha, limit=limit: min(limit, max(-limit, w - alpha * x * delta))))  # type: ignore[misc]
            for limit in (2, 5, 10)
        ),
    ),
    wrong(
        "rounded-on-the-way",
        "It looks as if the weights are rounded in every iteration. Short numbers are easier to read. What becomes of a step "
        "that is smaller than the last digit you keep?",
        *(
            _train(step=_each(lambda x, w, delta, alpha, digits=digits: round(w - alpha * x * delta, digits)))  # type: ignore[misc]
            for digits in (1, 2, 3, 4)
        ),
    ),
    wrong(
        "whole-number-array",
        "It looks as if fractions get lost or refused where the weights begin as whole numbers. An array made from such a list "
        "has room for whole numbers and nothing else. What is the dtype of your array?",
        _train(step=_whole_step),
        _train(step=_refused_step),
    ),
    wrong(
        "errors-after-update",
        "It looks as if each error is measured after the update. That tells how well it went, and it is natural to look "
        "afterwards. Of which weights should the first error tell?",
        _train(give=lambda weights, errors, _: (weights[-1], errors[1:])),
    ),
    wrong(
        "errors-one-off",
        "It looks as if there is one error too many or too few: the one after the last update is in the list, or the first one "
        "is missing. Knowing where it ended is useful. How many errors belong to four iterations?",
        _train(give=lambda weights, errors, _: (weights[-1], errors)),
        _train(give=lambda weights, errors, _: (weights[-1], errors[1:-1])),
        _train(give=lambda weights, errors, _: (weights[-1], errors[:-2])),
        _train(give=lambda weights, errors, _: (weights[-1], [0, *errors[:-1]])),
    ),
    wrong(
        "deltas-for-errors",
        "It looks as if the deltas are recorded, with their signs or without. They are the misses themselves, so they tell "
        "much. What makes an error out of a delta, and why can it never be negative?",
        _train(error=lambda delta: delta),
        _train(error=lambda delta: -delta),
        _train(error=abs),
    ),
    wrong(
        "preds-for-errors",
        "It looks as if the predictions are recorded. Watching them come nearer to the truth is a good idea. Which list does "
        "the docstring ask for beside the weights?",
        _train(give=lambda weights, _, preds: (weights[-1], preds[:-1])),
        _train(give=lambda weights, _, preds: (weights[-1], preds[1:])),
    ),
    wrong(
        "error-not-the-square",
        "It looks as if the recorded errors are made from delta in another way: doubled, cubed, halved or divided by the number "
        "of inputs. Each resembles the rule of the lab. What would a delta of 3 have as its error?",
        _train(error=lambda delta: 2 * delta),
        _train(error=lambda delta: delta**3),
        _train(error=lambda delta: abs(delta) ** 3),
        _train(error=lambda delta: delta**2 / 2),
        _train(error=lambda delta: 2 * delta**2),
        _train(error=lambda delta: abs(delta) ** 0.5),
        _train(error=lambda delta: delta**4),
        _train(error=lambda delta: -(delta**2)),
        lambda inputs, true, weights, alpha, iterations: _train(error=lambda delta: delta**2 / len(inputs))(
            inputs, true, weights, alpha, iterations
        ),
        lambda inputs, true, weights, alpha, iterations: _train(error=lambda delta: (delta + true) ** 2 - true**2)(
            inputs, true, weights, alpha, iterations
        ),
    ),
    wrong(
        "running-totals",
        "It looks as if each recorded error also holds the ones before it, as a total or a mean so far. A variable that grows "
        "by `+=` and is then appended does this. What should the third error know of the first two?",
        _train(give=lambda weights, errors, _: (weights[-1], list(accumulate(errors[:-1])))),
        _train(
            give=lambda weights, errors, _: (
                weights[-1],
                [total / n for n, total in enumerate(accumulate(errors[:-1]), 1)],
            )
        ),
    ),
    wrong(
        "errors-made-one",
        "It looks as if the errors are made into one number, such as their sum or mean. One number is handy to compare. Could "
        "you still draw the learning curve from it?",
        _train(give=lambda weights, errors, _: (weights[-1], sum(errors[:-1]))),
        _train(give=lambda weights, errors, _: (weights[-1], sum(errors[:-1]) / (len(errors) - 1))),
        _train(give=lambda weights, errors, _: (weights[-1], sum(errors[:-1]) / max(1, len(errors) - 1))),
        _train(give=lambda weights, errors, _: (weights[-1], [sum(errors[:-1])])),
    ),
    wrong(
        "last-error-only",
        "It looks as if only one of the errors comes back, alone or again and again. A name that holds one error at a time forgets "
        "the one before. What could you keep them all in?",
        _train(give=lambda weights, errors, _: (weights[-1], errors[:-1][-1])),
        _train(give=lambda weights, errors, _: (weights[-1], errors[:-1][-1] if errors[1:] else [])),
        _train(give=lambda weights, errors, _: (weights[-1], errors[:-1][-1:])),
        _train(give=lambda weights, errors, _: (weights[-1], errors[-1])),
        _train(give=lambda weights, errors, _: (weights[-1], errors[-1:])),
        _train(give=lambda weights, errors, _: (weights[-1], errors[-2:-1] * (len(errors) - 1))),
        _train(give=lambda weights, errors, _: (weights[-1], errors[:1] * (len(errors) - 1))),
    ),
    wrong(
        "error-per-weight",
        "It looks as if the error is recorded once for every weight. An `append` indented into the inner loop does that. How "
        "many predictions are made in one iteration?",
        lambda inputs, true, weights, alpha, iterations: _train(
            give=lambda ws, errors, _: (ws[-1], [error for error in errors[:-1] for _ in inputs])
        )(inputs, true, weights, alpha, iterations),
    ),
    wrong(
        "errors-reversed",
        "It looks as if the errors come back with the newest first. Putting each new one in front does that. Where would the "
        "learning curve begin?",
        _train(give=lambda weights, errors, _: (weights[-1], errors[:-1][::-1])),
    ),
    wrong(
        "history-for-last",
        "It looks as if you return the weights of every iteration. The way they took is worth looking at. Which of them does "
        "the docstring ask for?",
        _train(give=lambda weights, errors, _: (weights, errors[:-1])),
        _train(give=lambda weights, errors, _: (weights[1:], errors[:-1])),
        _train(give=lambda weights, errors, _: (weights[:-1], errors[:-1])),
    ),
    wrong(
        "first-weights-returned",
        "It looks as if the errors are right, and the weights are those it began with. Training a copy is good manners. Which "
        "name holds the weights that have learned?",
        _train(give=lambda weights, errors, _: (weights[0], errors[:-1])),
    ),
    wrong(
        "one-weight-returned",
        "It looks as if one number comes back in place of the weights: a weight, or the prediction. In lab 01 one weight was all "
        "there was. How many weights does this network need for its next prediction?",
        _train(give=lambda weights, errors, _: (weights[-1][0], errors[:-1])),
        _train(give=lambda weights, errors, _: (weights[-1][-1], errors[:-1])),
        _train(give=lambda weights, errors, _: (sum(weights[-1]), errors[:-1])),
        _train(give=lambda _, errors, preds: (preds[-1], errors[:-1])),
        _train(give=lambda _, errors, preds: (preds[:-1][-1], errors[:-1])),
    ),
    wrong(
        "errors-twice",
        "It looks as if two errors are recorded in each iteration, such as before and after the update. Comparing them shows what "
        "one step is worth. How many errors belong to four iterations?",
        _train(
            give=lambda weights, errors, _: (
                weights[-1],
                [error for pair in cut_pairs(errors, errors[1:]) for error in pair],
            )
        ),
        _train(give=lambda weights, errors, _: (weights[-1], [error for error in errors[:-1] for _ in range(2)])),
    ),
    wrong(
        "first-update-returned",
        "It looks as if the errors are right, and the weights are those after the first update. A name set once and never again "
        "does that. Which name holds the weights that have learned the longest?",
        _train(give=lambda weights, errors, _: (weights[:2][-1], errors[:-1])),
    ),
    wrong(
        "three-things-returned",
        "It looks as if you return a third thing beside the weights and the errors. The predictions are worth knowing. How many "
        "names stand on the left when the lab calls `train`?",
        _train(give=lambda weights, errors, preds: (weights[-1], errors[:-1], preds[:-1])),
        _train(give=lambda weights, errors, preds: (weights[-1], errors[:-1], preds[-1])),
    ),
    wrong(
        "errors-thinned",
        "It looks as if some of the errors are left out, such as all but every tenth. That keeps a printed list short. How many "
        "errors does the docstring promise for four iterations?",
        *(
            _train(give=lambda weights, errors, _, every=every: (weights[-1], errors[:-1][::every]))
            for every in (2, 5, 10, 100)
        ),
        _train(give=lambda weights, errors, _: (weights[-1], errors[:-1][9::10])),
    ),
    wrong(
        "errors-left-zero",
        "It looks as if the list of errors is full of zeros or empty. A list made before the loop is a good start. Which line puts "
        "an error into it?",
        _train(error=lambda _: 0),
        _train(give=lambda weights, _e, _p: (weights[-1], [])),
    ),
    wrong(
        "best-weights",
        "It looks as if you return the weights with the smallest error, not the last ones. Keeping the best is a sensible wish. "
        "What would that hide from someone who chose alpha too large?",
        _train(give=lambda weights, errors, _: (weights[errors.index(min(errors))], errors[:-1])),
        _train(
            give=lambda weights, errors, _: (
                weights[errors.index(min(errors[:-1]))] if errors[1:] else weights[0],
                errors[:-1],
            )
        ),
        _train(
            give=lambda weights, errors, _: (
                weights[errors.index(min(errors[:-1])) + 1] if errors[1:] else weights[0],
                errors[:-1],
            )
        ),
    ),
    wrong(
        "weights-only",
        "It looks as if the weights come back alone. They are what was learned, so they seem to be enough. What else does the "
        "docstring ask for, and how do you return two things?",
        _train(give=lambda weights, _e, _p: weights[-1]),
    ),
    wrong(
        "errors-only",
        "It looks as if the errors come back alone. They tell whether it learned, so they seem to be enough. What would you "
        "need to make a prediction afterwards?",
        _train(give=lambda _w, errors, _p: errors[:-1]),
        _train(give=lambda _w, errors, _p: errors[:-1][-1]),
    ),
    wrong(
        "pair-swapped",
        "It looks as if the two results come back in the other order. Both are lists, so the slip is hard to see. Which of them "
        "does the docstring name first?",
        _train(give=lambda weights, errors, _: (errors[:-1], weights[-1])),
    ),
    wrong(
        "one-iteration-too-many",
        "It looks as if it learns one iteration longer than asked. `<=` where `<` belongs, or a first step before the loop, "
        "does that. How often does your loop run when iterations is 0?",
        _train(rounds=lambda iterations: iterations + 1),
        _train(
            rounds=lambda iterations: iterations + 1,
            give=lambda weights, errors, _: (weights[-1], errors[:-2]),
        ),
    ),
    wrong(
        "one-iteration-too-few",
        "It looks as if it learns one iteration less than asked. `range` stops before its end already, so starting at 1 or "
        "taking one off loses a turn. How often does your loop run when iterations is 1?",
        _train(rounds=lambda iterations: max(0, iterations - 1)),
    ),
    wrong(
        "returns-in-loop",
        "It looks as if it learns for one iteration only. A `return` indented into the loop runs on the first turn and ends "
        "the function, and without a loop it is the same. After how many turns should the result be handed back?",
        _train(rounds=lambda iterations: min(1, iterations)),
        _train(rounds=lambda iterations: 1 if iterations else fail()),
        _train(rounds=lambda iterations: min(1, iterations), give=lambda w, errors, _: (w[0], errors[: len(w) - 1])),
        _train(rounds=lambda iterations: 1 if iterations else fail(), give=lambda w, errors, _: (w[0], errors[:1])),
    ),
    wrong(
        "iterations-ignored",
        "It looks as if the number of iterations is fixed, whatever is asked for. A good round number is how one tries things "
        "out. Where in your code is `iterations` read?",
        *(_train(rounds=lambda _, fixed=fixed: fixed) for fixed in (3, 4, 5, 10, 20, 50, 100)),  # type: ignore[misc]
    ),
    wrong(
        "no-iterations-fails",
        "It looks as if all is well except when no iterations are asked for. A name first set inside the loop doesn't exist "
        "if the loop never runs, and some loops always run once. What should come back when there is nothing to do?",
        _train(rounds=lambda iterations: iterations or fail()),
    ),
    wrong(
        "stops-early",
        "It looks as if it stops before the number of iterations asked for, once the error is small. That saves time and seems "
        "harmless. How many errors does someone expect who asked for 60 iterations?",
        *(_stops_early(enough) for enough in _ENOUGH),
        *(_stops_early(enough, record=False) for enough in _ENOUGH),
        *(_stops_early(enough, update=True) for enough in _ENOUGH),
    ),
    wrong(
        "stops-when-error-grows",
        "It looks as if it stops as soon as an error is larger than the one before. A growing error is a bad sign indeed. How "
        "would the lab show what a large alpha does?",
        _stops_early(lambda deltas: len(deltas) > 1 and abs(deltas[-1]) > abs(deltas[-2])),
        _stops_early(lambda deltas: len(deltas) > 1 and abs(deltas[-1]) > abs(deltas[-2]), record=False),
        _stops_early(lambda deltas: len(deltas) > 1 and abs(deltas[-1]) > abs(deltas[-2]), update=True),
    ),
)


MISCONCEPTIONS: dict[str, tuple[Misconception, ...]] = {
    "w_sum": _of_a_weighted_sum("`a`", "`b`"),
    "neural_network": (*_of_a_weighted_sum("`inputs`", "`weights`"), *_only_of_a_network()),
    "ele_mul": (*_of_a_list_of_products("`number`", "`vector`"), *_only_of_ele_mul()),
    "compute_weight_deltas": (
        *map(_swapped, _of_a_list_of_products("`delta`", "`inputs`")),
        *_only_of_weight_deltas(),
    ),
    "update_weights": _UPDATES,
    "train": _TRAININGS,
}

HELP: dict[str, Help] = {
    "w_sum": Help(
        hint="Think of a bill: what does each line of it say, and what stands at the bottom? Follow one pair of numbers "
        "through your code, then the second.",
        example="You buy 2 loaves at 3 each and 5 rolls at 0.5 each. The loaves come to 6 and the rolls to 2.5. The bill says "
        "8.5. A voucher would be a line with a negative price, and the bill would go down.",
    ),
    "neural_network": Help(
        hint="The function above does almost all of this work. What do you have to hand it, and what should you do with what "
        "it gives back?",
        example="A film gets 4 stars for its music and 2 for its story. For you music counts 0.5 and story 3. The music adds "
        "2, the story adds 6, and so the prediction is 8.",
    ),
    "ele_mul": Help(
        hint="Every number of the vector goes the same way, one after another, and keeps its place. Which structure "
        "in Python grows by one result at a time?",
        example="A recipe for one asks for 200, 0 and 30 grams; you cook for 4. 200 becomes 800, 0 stays 0, 30 becomes 120. "
        "Three amounts go in, and three come out, in the same order.",
    ),
    "compute_weight_deltas": Help(
        hint="All the weights share one delta, and each sees it through its own input. What should an input of 0, a negative "
        "input and a large input do to it?",
        example="The prediction was 2 too high, so delta is 2. An input of 5 gives its weight a weight_delta of 10. An input of "
        "0 gives 0: no blame. An input of -1 gives -2, the other way round.",
    ),
    "update_weights": Help(
        hint="Each weight has a place where it stands, a weight_delta of its own, and an alpha that all share. Which way is "
        "down, and how long is the step?",
        example="A weight is at 4, its weight_delta is 10 and alpha is 0.2. The step is 0.2 of 10, which is 2. The slope rises "
        "there, so the weight goes down to 2. With a weight_delta of -10 it would go up to 6.",
    ),
    "train": Help(
        hint="One iteration is a fixed round of what you have written: predict, measure, blame, move. Write down which weights "
        "each of the four uses, and when the error is put on record.",
        example="One input of 2, its weight at 3, the truth 10, alpha 0.1. It says 6, which is 4 too low: delta is -4 and the "
        "error on record is 16. The weight_delta is -8, so the weight goes to 3.8. The next round starts there: "
        "it says 7.6, and the error on record is 5.76.",
    ),
}
