"""Lab 03's wrong formulas: several outputs.

Every output is lab 02's network with a row of weights of its own, and every entry of a list of errors, deltas or
weight_deltas is lab 01's number. So what goes wrong in one of them is known already; it is lifted to all of them, with
its words where they still fit. What is new, most of all the mistakes of the published code, is written out here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Any

from autograder.misconceptions import lab01, lab02
from autograder.misconceptions.formula import Help, Misconception, wrong
from autograder.misconceptions.pieces import are_whole, cut_pairs, fail, minus

Formula = Callable[..., Any]
Table = tuple[Misconception, ...]
_LAB_INPUTS = (8.5, 0.65, 1.2)
_LAB_TRUES = (0.1, 1, 0.1)
_LAB_WEIGHTS = (0.3, 0.2, 0.9)
_LAB_MATRIX = ((0.1, 0.1, -0.3), (0.1, 0.2, 0.0), (0.0, 1.3, 0.1))


def _dot(a: Any, b: Any) -> Any:
    return sum(x * y for x, y in cut_pairs(a, b))


def _square(pred: Any, true: Any) -> Any:
    return (pred - true) ** 2


def _per_output(one: Formula) -> Formula:
    """Return `one(pred, true)` for every output."""
    return lambda preds, trues: [one(pred, true) for pred, true in cut_pairs(preds, trues)]


def _errors(preds: Any, trues: Any) -> list[Any]:
    return [_square(pred, true) for pred, true in cut_pairs(preds, trues)]


def _deltas(preds: Any, trues: Any) -> list[Any]:
    return [minus(pred, true) for pred, true in cut_pairs(preds, trues)]


def _vect_mat_mul(vect: Any, matrix: Any) -> list[Any]:
    return [_dot(vect, row) for row in matrix]


def _outer(deltas: Any, inputs: Any) -> list[list[Any]]:
    return [[delta * x for x in inputs] for delta in deltas]


def _update(weights: Any, weight_deltas: Any, alpha: Any) -> list[list[Any]]:
    return [[w - alpha * d for w, d in cut_pairs(row, steps)] for row, steps in cut_pairs(weights, weight_deltas)]


def _softmax(values: Any) -> list[Any]:
    powers = [math.exp(value - max(values)) for value in values]
    return [power / sum(powers) for power in powers]


def _transposed(rows: Any) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=False)]


def _flat(rows: Any) -> list[Any]:
    return [value for row in rows for value in row]


def _is_square(rows: Any) -> bool:
    return all(len(row) == len(rows) for row in rows)


def _lifted(
    table: Table,
    lift: Callable[[Formula], Formula],
    ids: str,
    names: Mapping[str, str] | None = None,
    says: Mapping[str, str] | None = None,
) -> Table:
    """Return those misconceptions of another function that come back here.

    Args:
        table: the misconceptions of the other function.
        lift: makes a formula of this function out of one of the other.
        ids: which to take, by spaces; "new=old" gives one of them a new id.
        names: the other function's parameters to the names that they have here.
        says: what is said here, by new id, where the other function's words don't fit.
    """
    known = {misconception.id: misconception for misconception in table}
    taken = []
    for entry in ids.split():
        new, _, old = entry.partition("=")
        before = known[old or new]
        text = (says or {}).get(new, before.says)
        for name, here in (names or {}).items():
            text = text.replace(f"`{name}`", here)
        taken.append(Misconception(new, text, tuple(map(lift, before.formulas))))
    return tuple(taken)


def _together(*tables: Table) -> Table:
    """Return the tables as one: where an id comes twice, the first one's words and the formulas of all."""
    merged: dict[str, Misconception] = {}
    for one in (misconception for table in tables for misconception in table):
        before = merged.get(one.id, Misconception(one.id, one.says, ()))
        merged[one.id] = Misconception(one.id, before.says, before.formulas + one.formulas)
    return tuple(merged.values())


def _as_it_is(formula: Formula) -> Formula:
    return formula


def _of_places(place: Callable[[str], str], right: Formula, untouched: Formula) -> Table:
    """Return the mistakes in going through a list.

    Args:
        place: "first" or "last" to how the thing at this place is called.
        right: gives the right list (of numbers or of rows).
        untouched: gives the list before anything was put into it.
    """
    return (
        wrong(
            "returns-in-loop",
            f"It looks as if only {place('first')} is worked out. That happens easily: a `return` indented into the "
            "loop runs on the first turn and ends the function. How often should `return` run, and how often the "
            "line above it?",
            lambda *given: right(*given)[:1],
            lambda *given: right(*given)[0],
            lambda *given: [*right(*given)[:1], *untouched(*given)[1:]],
        ),
        wrong(
            "keeps-last",
            f"It looks as if only {place('last')} is left. Each turn of the loop does its work, but then puts the "
            "result where the one before was kept. Where could each result go so that none is lost?",
            lambda *given: right(*given)[-1:],
            lambda *given: right(*given)[-1],
            lambda *given: [*untouched(*given)[:-1], *right(*given)[-1:]],
        ),
        wrong(
            "starts-at-one",
            f"It looks as if {place('first')} is left out. Counting from 1 is natural for people, but Python's first "
            "place has another number. Which place does your loop meet first?",
            lambda *given: right(*given)[1:],
            lambda *given: [*untouched(*given)[:1], *right(*given)[1:]],
        ),
        wrong(
            "drops-last",
            f"It looks as if {place('last')} is left out. `range` stops before its end already, so taking one off as "
            "well is easily done. Which is the last index that your loop sees?",
            lambda *given: right(*given)[:-1],
            lambda *given: [*right(*given)[:-1], *untouched(*given)[-1:]],
        ),
        wrong(
            "only-three",
            "It looks as if your answer fits a size of exactly three. The lab's network has three of everything, and "
            "published code for it counts to 3, so it works there. What should happen with two outputs, or with "
            "five?",
            lambda *given: right(*given)[:3],
            lambda *given: [*right(*given)[:3], *untouched(*given)[3:]],
            lambda *given: right(*given) if len(right(*given)) == len(_LAB_TRUES) else fail(),
        ),
        wrong(
            "only-two",
            "It looks as if your answer fits a size of two. Two is a handy size for trying things out. How can the "
            "code go through as many places as there are?",
            lambda *given: right(*given)[:2],
            lambda *given: [*right(*given)[:2], *untouched(*given)[2:]],
            lambda *given: right(*given)[:2] if right(*given)[1:] else fail(),
            lambda *given: fail() if right(*given)[2:] else [*right(*given), 0][:2],
        ),
        wrong(
            "order-reversed",
            "It looks as if the right results come back in the opposite order. Putting each new one in front, or "
            "counting down, does that. Which output should the first place tell of?",
            lambda *given: right(*given)[::-1],
        ),
        wrong(
            "every-second",
            "It looks as if every second place is skipped. A step of 2 in `range`, or an index raised twice in one "
            "turn, does that. Which places does your loop visit when there are five?",
            lambda *given: right(*given)[::2],
            lambda *given: [
                (done, old)[i % 2] for i, (done, old) in enumerate(cut_pairs(right(*given), untouched(*given)))
            ],
        ),
        wrong(
            "shifted",
            "It looks as if every result stands one place too far to one side. An index that is one too small or too "
            "large does that, and Python accepts a place of -1 without complaint. Which output should the first "
            "place tell of?",
            lambda *given: [*right(*given)[1:], *right(*given)[:1]],
            lambda *given: [*right(*given)[-1:], *right(*given)[:-1]],
        ),
        wrong(
            "one-too-many",
            "It looks as if there is one thing more in the list than asked for. A list that isn't empty before the "
            "first `append` grows by one. How long is your list before the loop?",
            lambda *given: [*untouched(*given)[:1], *right(*given)],
            lambda *given: [*right(*given), *untouched(*given)[:1]],
            lambda *given: [*untouched(*given), *right(*given)],
            lambda *given: [*right(*given), *right(*given)],
            lambda *given: [*right(*given), *right(*given)[-1:]],
        ),
        wrong(
            "nested",
            "It looks as if the right result comes back inside one list too many. Brackets around something that is "
            "a list already do that. How many opening brackets should your result begin with?",
            lambda *given: [right(*given)],
        ),
        wrong(
            "dictionary-loses-equals",
            "It looks as if equal results are kept once only. A set, or a dictionary with results or inputs as its "
            "keys, knows each value a single time. If two outputs are alike, how many places should the list have?",
            lambda *given: list(dict(cut_pairs(map(str, right(*given)), right(*given))).values()),
        ),
    )


def _of_numbers(one: str, right: Formula) -> Table:
    """Return the mistakes in making a list of numbers; `one` is what each is called."""
    return (
        wrong(
            "last-for-all",
            f"It looks as if the last {one} stands in every place. A value that is overwritten in one loop and used "
            f"after it does that. At what moment should each {one} be stored?",
            lambda *given: [right(*given)[-1] for _ in right(*given)],
        ),
        wrong(
            "first-for-all",
            f"It looks as if the first {one} stands in every place. An index left at 0 does that, and so does a habit "
            f"from lab 01, where there was one output. From which numbers should the second {one} be made?",
            lambda *given: [right(*given)[0] for _ in right(*given)],
        ),
        wrong(
            "each-in-a-list",
            f"It looks as if each {one} is right but wrapped in a list of its own. Brackets inside `append` do that, "
            "and so does a column in NumPy. How many lists does the docstring ask for?",
            lambda *given: [[number] for number in right(*given)],
        ),
        wrong(
            "sum-for-list",
            f"It looks as if every {one} goes into one total. One number for the whole network is handy. But how many "
            "outputs are there, and what would each of them learn from a shared number?",
            lambda *given: sum(right(*given)),
            lambda *given: [sum(right(*given))],
            lambda *given: [sum(right(*given)) for _ in right(*given)],
        ),
        wrong(
            "mean-for-list",
            f"It looks as if you return the mean, not a list with one {one} per output. A mean is a good summary for "
            "a picture. Could you tell from it which output does well and which badly?",
            lambda *given: sum(right(*given)) / len(right(*given)),
            lambda *given: [sum(right(*given)) / len(right(*given))],
            lambda *given: [sum(right(*given)) / len(right(*given)) for _ in right(*given)],
            lambda *given: math.sqrt(sum(right(*given)) / len(right(*given))),
            lambda *given: sum(right(*given)) / 3,
        ),
        wrong(
            "mean-for-each",
            f"It looks as if each {one} is also divided by how many there are. Means are everywhere in data work, so "
            f"the habit is strong. Should one output's {one} change because the network gets another output?",
            lambda *given: [number / len(right(*given)) for number in right(*given)],
            lambda *given: [number / 3 for number in right(*given)],
        ),
        wrong(
            "running-totals",
            "It looks as if each place holds the total up to there. A running `+=` that is never set back to 0 does "
            f"this. What should the second {one} know of the first?",
            lambda *given: list(accumulate(right(*given))),
        ),
        wrong(
            "sorted",
            "It looks as if the results are put in order of size. Order is often helpful, but here the place says "
            f"which output each {one} belongs to. Which output does the next function take the first number for?",
            lambda *given: sorted(right(*given)),
            lambda *given: sorted(right(*given), reverse=True),
        ),
        wrong(
            "largest-only",
            f"It looks as if only the largest {one} is returned, or the smallest, or its place. It may matter most. "
            "What do the other outputs need in order to learn?",
            lambda *given: max(right(*given)),
            lambda *given: min(right(*given)),
            lambda *given: max(right(*given), key=abs),
            lambda *given: right(*given).index(max(right(*given))),
        ),
        wrong(
            "shares",
            "It looks as if the results are brought to another scale, so that they add up to 1 or are at most 1. "
            f"Shares are easy to compare. Should one output's {one} depend on what the other outputs do?",
            lambda *given: [number / sum(right(*given)) for number in right(*given)],
            lambda *given: [number / (sum(right(*given)) or 1) for number in right(*given)],
            lambda *given: [number / max(right(*given)) for number in right(*given)],
            lambda *given: [number / (max(map(abs, right(*given))) or 1) for number in right(*given)],
            lambda *given: [number / (math.hypot(*right(*given)) or 1) for number in right(*given)],
        ),
        wrong(
            "stays-zero",
            "It looks as if the list of zeros that you began with comes back unfilled. Such a list is a good start. "
            "Which line puts a result into its place in that list?",
            lambda *given: [0 for _ in right(*given)],
        ),
    )


def _of_preds_and_trues(word: str, one: Formula) -> Table:
    """Return what goes wrong in bringing preds and trues together; `word` is what comes out of each pair."""
    right = _per_output(one)
    return _together(
        _of_places(lambda which: f"the {which} {word}", right, lambda preds, _: [0 for _ in preds]),
        _of_numbers(word, right),
        (
            wrong(
                "first-true-for-all",
                "It looks as if every prediction is compared with one and the same truth, the first or the last in "
                "the list. A single truth was all there was in lab 02. Which truth belongs to the second prediction?",
                lambda preds, trues: [one(pred, trues[0]) for pred in preds],
                lambda preds, trues: [one(pred, trues[-1]) for pred in preds],
            ),
            wrong(
                "first-pred-for-all",
                "It looks as if every truth is compared with one and the same prediction, the first or the last. An "
                "index left at 0 does that. Which prediction belongs to the second truth?",
                lambda preds, trues: [one(preds[0], true) for true in trues],
                lambda preds, trues: [one(preds[-1], true) for true in trues],
            ),
            wrong(
                "one-reversed",
                "It looks as if one list is read from its end while the other is read from its start. A loop that "
                "counts down can do this unnoticed. Which truth belongs to the first prediction?",
                lambda preds, trues: right(preds, trues[::-1]),
                lambda preds, trues: right(preds[::-1], trues),
            ),
            wrong(
                "shifted-pairs",
                "It looks as if each prediction meets its neighbour's truth. An index that is one too small or too "
                "large does that, and Python accepts a place of -1 without complaint. Are both lists read at the "
                "same place?",
                lambda preds, trues: right(preds, [*trues[1:], *trues[:1]]),
                lambda preds, trues: right(preds, [*trues[-1:], *trues[:-1]]),
                lambda preds, trues: right(preds, trues[1:]),
                lambda preds, trues: right(preds[1:], trues),
            ),
            wrong(
                "sorted-before",
                "It looks as if a list is put in order of size before the pairs are made. Order is often helpful, "
                "but here the place says who belongs to whom. What becomes of the pairs when a list is sorted?",
                lambda preds, trues: right(sorted(preds), sorted(trues)),
                lambda preds, trues: right(preds, sorted(trues)),
                lambda preds, trues: right(sorted(preds), trues),
            ),
            wrong(
                "every-pair",
                "It looks as if every prediction meets every truth. Two loops, one inside the other, do that. How "
                "many results should come out when there are four outputs?",
                lambda preds, trues: [one(pred, true) for pred in preds for true in trues],
                lambda preds, trues: [one(pred, true) for true in trues for pred in preds],
                lambda preds, trues: [[one(pred, true) for true in trues] for pred in preds],
                lambda preds, trues: [[one(pred, true) for pred in preds] for true in trues],
                lambda preds, trues: [sum(one(pred, true) for true in trues) for pred in preds],
                lambda preds, trues: sum(one(pred, true) for pred in preds for true in trues),
            ),
            wrong(
                "sums-compared",
                "It looks as if preds and trues are each made into one number, a sum or a mean, and then compared. "
                "That tells something of the whole network. If one output is 2 too high and another 2 too low, what "
                "would it say?",
                lambda preds, trues: [one(sum(preds), true) for true in trues],
                lambda preds, trues: [one(pred, sum(trues)) for pred in preds],
                lambda preds, trues: [one(pred, sum(trues) / len(trues)) for pred in preds],
                lambda preds, _: [one(pred, sum(preds) / len(preds)) for pred in preds],
            ),
            wrong(
                "whole-number-array",
                "It looks as if fractions get lost or refused where one list holds whole numbers only. An array made "
                "like such a list has room for whole numbers and nothing else. What is the dtype of your array?",
                lambda preds, trues: [int(x) if are_whole(trues) else x for x in right(preds, trues)],
                lambda preds, trues: [int(x) if are_whole(preds) else x for x in right(preds, trues)],
                lambda preds, trues: fail() if are_whole(preds) and not are_whole(trues) else right(preds, trues),
            ),
            wrong(
                "places-found-by-value",
                "It looks as if places are looked up by what stands there. That works as long as no number comes "
                "twice. If two outputs are both 0.1, which place does `index`, or a dictionary, find for the second?",
                lambda preds, trues: [one(pred, trues[preds.index(pred)]) for pred in preds],
                lambda preds, trues: [one(preds[trues.index(true)], true) for true in trues],
                lambda preds, trues: [one(pred, true) for pred, true in dict(cut_pairs(preds, trues)).items()],
                lambda preds, trues: [
                    one(pred, true) if preds.index(pred) == i else 0
                    for i, (pred, true) in enumerate(cut_pairs(preds, trues))
                ],
            ),
            wrong(
                "positions-for-values",
                "It looks as if the place of a number is used instead of the number. `i` and what is stored at `i` "
                "are easily taken for one another. What does your loop variable hold: where it is, or what is there?",
                lambda preds, _: [one(pred, i) for i, pred in enumerate(preds)],
                lambda _, trues: [one(i, true) for i, true in enumerate(trues)],
            ),
            wrong(
                "zeros-skipped",
                "It looks as if outputs whose truth is 0, or whose result is 0, get no place in the list. Nothing to "
                "see there, one might think. Which output would the numbers behind it then be taken for?",
                lambda preds, trues: [one(pred, true) for pred, true in cut_pairs(preds, trues) if true],
                lambda preds, trues: [one(pred, true) for pred, true in cut_pairs(preds, trues) if one(pred, true)],
                lambda preds, trues: [one(pred, true) if true else 0 for pred, true in cut_pairs(preds, trues)],
            ),
            wrong(
                "trues-fixed",
                "It looks as if the truths are those of the lab's first game, whatever is handed in. They stand a "
                "few cells above and fit that game. Which names from the function's first line does your code read?",
                lambda preds, _: right(preds, _LAB_TRUES) if len(preds) <= len(_LAB_TRUES) else fail(),
                lambda preds, _: right(preds, _LAB_TRUES),
            ),
            wrong(
                "lists-joined",
                "It looks as if preds and trues are put together into one longer list or into pairs. That brings "
                "partners near one another, but nothing is worked out yet. What should be done with each pair?",
                lambda preds, trues: [*preds, *trues],
                lambda preds, trues: [[pred, true] for pred, true in cut_pairs(preds, trues)],
                lambda preds, trues: [list(preds), list(trues)],
            ),
        ),
    )


_SINGLE_TRUTH = (
    "It looks as if the truth is 1 for every output, whatever is handed in. The first game was won, so for `win` that "
    "fits. What about the outputs whose truth is 0.1 or 0?"
)
_TRUES_UNUSED = (
    "It looks as if only the predictions are in the result, squared or as they came. Where a truth is 0 the square is "
    "even right; and giving a loop variable a new value changes no list. Where does your answer use `trues`?"
)

_WRONG_ERRORS = _together(
    _of_preds_and_trues("error", _square),
    _lifted(
        lab01.MISCONCEPTIONS["compute_error"],
        _per_output,
        (
            "no-square absolute doubled-not-squared difference-of-squares brackets-missing halved doubled cubed "
            "squared-twice square-root adds expanded-wrongly caret relative too-high-only too-low-only signed-square "
            "negated true-fixed true-forgotten pred-forgotten multiplies gentle-on-large-misses yes-or-no log-loss "
            "sizes-compared"
        ),
        says={"true-fixed": _SINGLE_TRUTH, "true-forgotten": _TRUES_UNUSED},
    ),
    (
        wrong(
            "sums-compared",
            "It looks as if preds and trues are each made into one number, a sum or a mean, and then compared. That "
            "tells something of the whole network. If one output is 2 too high and another 2 too low, what would it "
            "say?",
            lambda preds, trues: _square(sum(preds), sum(trues)),
            lambda preds, trues: _square(sum(preds) / len(preds), sum(trues) / len(trues)),
        ),
        wrong(
            "rounded",
            "It looks as if the errors, or the differences, are rounded or made whole. Short numbers are nicer to "
            "read, so do that when you print. How would you see an error shrink from 0.0001 to 0.00001?",
            *(_per_output(lambda pred, true, digits=digits: round((pred - true) ** 2, digits)) for digits in range(5)),
            *(_per_output(lambda pred, true, digits=digits: round(pred - true, digits) ** 2) for digits in range(3)),
            _per_output(lambda pred, true: int((pred - true) ** 2)),
            _per_output(lambda pred, true: int(pred - true) ** 2),
            _per_output(lambda pred, true: (int(pred) - int(true)) ** 2),
            _per_output(lambda pred, true: (round(pred) - true) ** 2),
            _per_output(lambda pred, true: (pred - true) ** 2 // 1),
        ),
        wrong(
            "power-swapped",
            "It looks as if 2 is raised to the power of the difference. Both numbers are in the rule, so they are "
            "easily swapped. Which of the two should be multiplied by itself?",
            _per_output(lambda pred, true: 2 ** (pred - true)),
        ),
        wrong(
            "errors-and-deltas",
            "It looks as if the deltas come back together with the errors. Both are wanted in the end, and both come "
            "from the same difference. Which one list does the name `compute_errors` promise?",
            lambda preds, trues: [_errors(preds, trues), _deltas(preds, trues)],
            lambda preds, trues: [_deltas(preds, trues), _errors(preds, trues)],
            lambda preds, trues: [[_square(p, t), minus(p, t)] for p, t in cut_pairs(preds, trues)],
        ),
    ),
)


_DELTA_OVERWRITTEN = (
    "It looks as if only the last output's delta survives. One name, `delta`, is given a new value on every turn of "
    "the loop, as in the code published for this chapter, and after the loop it holds the last one alone. What could "
    "hold a delta for every output?"
)

_WRONG_DELTAS = _together(
    (
        wrong(
            "delta-overwritten",
            _DELTA_OVERWRITTEN,
            lambda preds, trues: preds[-1] - trues[-1],
            lambda preds, trues: [preds[-1] - trues[-1]],
            lambda preds, trues: [preds[-1] - trues[-1] for _ in preds],
            lambda preds, trues: [preds[-1] - trues[-1] for _ in _LAB_TRUES],
            lambda preds, trues: [*(0 for _ in preds[1:]), preds[-1] - trues[-1]],
            lambda preds, trues: trues[-1] - preds[-1],
            lambda preds, trues: [trues[-1] - preds[-1] for _ in preds],
        ),
        wrong(
            "loop-variable-rebound",
            "It looks as if the predictions come back as they went in. Perhaps the loop variable is given a new "
            "value, which only moves a name, or the truths were never subtracted. Where is each delta stored?",
            lambda preds, trues: list(preds),
        ),
        wrong(
            "deltas-and-errors",
            "It looks as if the errors come back together with the deltas. Both are wanted in the end, but each has "
            "a function of its own. Which one list does the name `compute_deltas` promise?",
            lambda preds, trues: [_deltas(preds, trues), _errors(preds, trues)],
            lambda preds, trues: [_errors(preds, trues), _deltas(preds, trues)],
            lambda preds, trues: [[minus(p, t), _square(p, t)] for p, t in cut_pairs(preds, trues)],
        ),
        wrong(
            "rounded",
            "It looks as if the deltas are rounded or made whole. Short numbers are nicer to read, so do that when "
            "you print. What would a delta of 0.001 become, and would the weight still move?",
            *(_per_output(lambda pred, true, digits=digits: round(pred - true, digits)) for digits in range(3)),
            _per_output(lambda pred, true: int(pred - true)),
            _per_output(lambda pred, true: int(pred) - int(true)),
            _per_output(lambda pred, true: round(pred) - true),
            _per_output(lambda pred, true: (pred - true) // 1),
        ),
        wrong(
            "input-in-delta",
            "It looks as if an input such as 0.65 is in the deltas already. It will be needed, in the next function. "
            "Is a delta about the output node, or about one of its weights?",
            *(_per_output(lambda pred, true, x=x: x * (pred - true)) for x in (*_LAB_INPUTS, -0.65)),
        ),
    ),
    tuple(m for m in _of_preds_and_trues("delta", minus) if m.id not in {"keeps-last", "last-for-all"}),
    _lifted(
        lab01.MISCONCEPTIONS["compute_delta"],
        _per_output,
        (
            "delta-reversed absolute error-for-delta signed-square factor-two factor-two-reversed halved relative "
            "divides sign-only returns-true adds mean-of-both multiplies too-high-only too-low-only true-fixed "
            "truth-squared capped alpha-in-delta sizes-compared square-root percent"
        ),
        says={
            "true-fixed": _SINGLE_TRUTH,
            "relative": "It looks as if the difference is divided by the size of one of the numbers. A relative "
            "difference is common elsewhere. What does it give for an output whose truth is 0?",
        },
    ),
)

_WEIGHT_DELTAS_FROM_WEIGHTS = (
    "It looks as if the weight_deltas are made from weights, not from deltas. The code published for this chapter "
    "does so, and the name `weight_deltas` invites it. If every prediction were perfect, what would such a "
    "weight_delta still do?"
)


def _each_delta(formula: Formula) -> Formula:
    return lambda input, deltas: [formula(input, delta) for delta in deltas]  # noqa: A006


_SCALED_DELTAS = _together(
    (
        wrong(
            "weight-deltas-from-weights",
            _WEIGHT_DELTAS_FROM_WEIGHTS,
            lambda input, deltas: [input * w for w in _LAB_WEIGHTS],  # noqa: A006
            lambda input, deltas: [input * w for w, _ in cut_pairs(_LAB_WEIGHTS, deltas)],  # noqa: A006
            lambda input, deltas: [w * delta for w, delta in cut_pairs(_LAB_WEIGHTS, deltas)],  # noqa: A006
            lambda input, deltas: [input * w * delta for w, delta in cut_pairs(_LAB_WEIGHTS, deltas)],  # noqa: A006
            lambda input, deltas: [[input * w for w in row] for row in _LAB_MATRIX],  # noqa: A006
            lambda input, deltas: list(_LAB_WEIGHTS),  # noqa: A006
        ),
        wrong(
            "delta-overwritten",
            _DELTA_OVERWRITTEN,
            lambda input, deltas: [input * deltas[-1] for _ in deltas],  # noqa: A006
            lambda input, deltas: [input * deltas[-1] for _ in _LAB_WEIGHTS],  # noqa: A006
            lambda input, deltas: input * deltas[-1],  # noqa: A006
            lambda input, deltas: [input * deltas[-1]],  # noqa: A006
            lambda input, deltas: [*(0 for _ in deltas[1:]), input * deltas[-1]],  # noqa: A006
            lambda input, deltas: [deltas[-1] for _ in deltas],  # noqa: A006
        ),
        wrong(
            "input-forgotten",
            "It looks as if the deltas come back as they went in. Either `input` isn't used, or a loop variable is "
            "given a new value, which changes no list. Where is each product made, and where is it stored?",
            lambda input, deltas: list(deltas),  # noqa: A006
        ),
        wrong(
            "pred-for-delta",
            "It looks as if the network's predictions for the lab's first game are used in place of the deltas. They "
            "are a list of the same length, a few cells above. Which list is handed to this function?",
            lambda input, deltas: [input * pred for pred in (0.195, 0.13, 0.585)],  # noqa: A006
            lambda input, deltas: [input * true for true in _LAB_TRUES],  # noqa: A006
            lambda input, deltas: [input * delta for delta in (0.095, -0.87, 0.485)],  # noqa: A006
        ),
        wrong(
            "input-fixed",
            "It looks as if the input is always the lab's first one, whatever is handed in. For the example in the "
            "text that gives the right numbers. What about the other games?",
            *(
                lambda input, deltas, x=x: [x * delta for delta in deltas]  # noqa: A006
                for x in _LAB_INPUTS
            ),
        ),
        wrong(
            "alpha-in-weight-delta",
            "It looks as if `alpha` is already in the weight_deltas. It will be needed, but it is the business of "
            "the update. If both used it, how often would it count?",
            lambda input, deltas: [-0.1 * input * delta for delta in deltas],  # noqa: A006
        ),
        wrong(
            "never-negative",
            "It looks as if negative numbers are turned into 0. Less than nothing can seem to make no sense. How "
            "would a weight learn that its prediction was too low?",
            lambda input, deltas: [max(0, input * delta) for delta in deltas],  # noqa: A006
            lambda input, deltas: [input * max(0, delta) for delta in deltas],  # noqa: A006
        ),
        wrong(
            "outer-product",
            "It looks as if the products come back as a table with one row, or with one column. NumPy's `outer` does "
            "that, and later in the lab there will be such a table. How many lists does this function need for one "
            "input?",
            lambda input, deltas: [[input * delta for delta in deltas]],  # noqa: A006
            lambda input, deltas: [[input * delta] for delta in deltas],  # noqa: A006
        ),
    ),
    _lifted(
        lab02.MISCONCEPTIONS["ele_mul"],
        _as_it_is,
        (
            "only-three only-two returns-in-loop only-first-changed starts-at-one drops-last first-for-all "
            "list-repeated stays-zero sum-for-list sum-for-each mean-for-each whole-number-array every-pair "
            "zeros-dropped negatives-dropped positions-for-values one-too-many lists-joined running-totals "
            "number-overwritten sorted shifted order-reversed every-second places-found-by-value largest-only "
            "products-multiplied normalised adds=sums-for-products subtracts=differences-for-products divides=divided "
            "power=power-for-product one-added-on-top=extra-added rounded=elements-cut capped=clipped "
            "no-reversal=abs-of-one"
        ),
        names={"number": "`input`", "vector": "`deltas`"},
        says={
            "only-three": "It looks as if your answer works with exactly three deltas. The lab's network has three "
            "outputs, so it fits. What should happen when `deltas` holds one number, or seven?",
            "sum-for-list": "It looks as if all the products are added into one number. That is what a prediction "
            "does with several inputs. How many weights are there to correct when `deltas` holds four numbers?",
            "first-for-all": "It looks as if the first product stands in every place. An index left at 0 does that, "
            "and so does a habit from lab 02, where all weights shared one delta. Which delta should the second "
            "place be made from?",
            "subtracts": "It looks as if one of the two is subtracted from the other. The input should stop, reverse "
            "or scale the delta, and a difference does none of the three. What should come out for an input of 0?",
            "divides": "It looks as if there is a division. Dividing scales numbers too, but in the other direction. "
            "Should a large input make the correction larger or smaller?",
            "normalised": "It looks as if the deltas are brought to another scale first. Numbers of like size are "
            "easy to compare. Should one output's weight_delta depend on how far off the other outputs are?",
            "no-reversal": "It looks as if a minus sign gets lost on the way. The sizes are right, so it is hard to "
            "see. What should a negative input do to a delta, and what does a negative delta say?",
            "rounded": "It looks as if fractions are cut off or rounded on the way. Short numbers are easy to read. "
            "What would be left of an input of 0.65, and of a small, last step of learning?",
        },
    ),
    _lifted(
        lab01.MISCONCEPTIONS["compute_weight_delta"],
        _each_delta,
        (
            "delta-forgotten factor-two halved error-for-delta input-squared both-squared sign-reversed "
            "absolute-value no-reversal no-stopping no-scaling delta-sign-only alpha-in-weight-delta delta-made-again "
            "capped never-positive mean-of-both rounded"
        ),
    ),
)

_PREDICTIONS = _together(
    _lifted(
        lab02.MISCONCEPTIONS["ele_mul"],
        _as_it_is,
        " ".join(misconception.id for misconception in lab02.MISCONCEPTIONS["ele_mul"]),
        says={
            "only-three": "It looks as if your answer works with exactly three numbers. The lab's network has three "
            "outputs, so it fits. What should happen when `vector` holds one number, or seven?",
            "sum-for-list": "It looks as if all the products are added into one number. In lab 02 several inputs met "
            "in one output, so there it was right. How many outputs are there here, and how many numbers should come "
            "out?",
            "first-for-all": "It looks as if the first product stands in every place. An index left at 0 does that, "
            "and so does a habit from the labs with one output. Which number should the second place be made from?",
            "sorted": "It looks as if the products come back in order of size. Order is often helpful, but here the "
            "place says which output a number belongs to. What does the next function take the first number for?",
            "zeros-dropped": "It looks as if zeros in `vector` are left out. A product with 0 seems not worth a "
            "place. Which output would the numbers behind it then be taken for?",
            "normalised": "It looks as if `vector` is brought to another scale first. Numbers of like size are easy "
            "to compare. Should one output's prediction depend on the weights of the others?",
        },
    ),
    (
        wrong(
            "number-squared",
            "It looks as if `number` is used twice for every place. A square belongs to the error in this lab, so it "
            "comes to mind. How often should `number` meet each element?",
            lambda number, vector: [number * number for _ in vector],
        ),
        wrong(
            "weights-fixed",
            "It looks as if the lab's own weights or input are used, whatever is handed in. They stand a few cells "
            "above and fit the first game. Which names from the function's first line does your code read?",
            lambda number, vector: [number * w for w in _LAB_WEIGHTS],
            lambda number, vector: [number * w for w, _ in cut_pairs(_LAB_WEIGHTS, vector)],
            lambda number, vector: [0.65 * x for x in vector],
        ),
        wrong(
            "trues-subtracted",
            "It looks as if the truths of the first game are subtracted from the products, which makes deltas of "
            "them. They are needed soon. Does the network know the truth when it predicts?",
            lambda number, vector: [number * w - true for w, true in cut_pairs(vector, _LAB_TRUES)],
        ),
        wrong(
            "sigmoid-added",
            "It looks as if each product is bent by a curve such as the sigmoid or tanh, or made into shares that "
            "add up to 1. Many networks do that. What does this lab's network do with a product before it says it?",
            lambda number, vector: [1 / (1 + math.exp(-number * x)) for x in vector],
            lambda number, vector: [math.tanh(number * x) for x in vector],
            lambda number, vector: _softmax([number * x for x in vector]),
        ),
    ),
)


def _each_row(formula: Formula) -> Formula:
    """Return `formula(vect, row)` for every row of a matrix."""
    return lambda vect, matrix: [formula(vect, row) for row in matrix]


def _on_sums(change: Formula) -> Formula:
    return lambda vect, matrix: [change(total) for total in _vect_mat_mul(vect, matrix)]


def _when(fits: Formula, right: Formula, otherwise: Formula | None = None) -> Formula:
    """Return a formula that is right where `fits(...)`, else another one, else it fails."""
    return lambda *given: right(*given) if fits(*given) else (otherwise or (lambda *_: fail()))(*given)


def _by_columns(vect: Any, matrix: Any) -> list[Any]:
    return [_dot(vect, column) for column in _transposed(matrix)]


def _same_size(vect: Any, matrix: Any) -> bool:
    return len(vect) == len(matrix)


def _three_by_three(_: Any, matrix: Any) -> bool:
    return len(matrix) == len(_LAB_TRUES) and all(len(row) == len(_LAB_INPUTS) for row in matrix)


def _collected(vect: Any, matrix: Any, *, reset: bool) -> list[Any]:
    """Return the total after every single product."""
    totals, total = [], 0
    for row in matrix:
        total = 0 if reset else total
        for x, w in cut_pairs(vect, row):
            total += x * w
            totals.append(total)
    return totals


_COLUMNS_FOR_ROWS = (
    "It looks as if the columns of the matrix are used where its rows are due, at least when it is square. `[i][j]` "
    "and `[j][i]` look much alike, and with 3 by 3 neither complains. Which output does one row of the weights belong "
    "to?"
)
_SQUARE_ONLY = (
    "It looks as if your answer fits square matrices only. The lab's is 3 by 3, and published code takes the number of "
    "rows and of columns to be the same. How many outputs, and how many inputs, do rows and columns stand for?"
)

_WEIGHTED_SUMS = _together(
    (
        wrong(
            "columns-for-rows",
            _COLUMNS_FOR_ROWS,
            _by_columns,
            _when(_same_size, _by_columns),
            _when(lambda vect, matrix: not _same_size(vect, matrix), _vect_mat_mul, _by_columns),
        ),
        wrong(
            "square-only",
            _SQUARE_ONLY,
            _when(_same_size, _vect_mat_mul),
            lambda vect, matrix: _vect_mat_mul(vect, matrix)[: len(vect)],
            lambda vect, matrix: (
                _vect_mat_mul(vect, matrix) + [0] * (len(vect) - len(matrix)) if len(vect) >= len(matrix) else fail()
            ),
        ),
        wrong(
            "only-three",
            "It looks as if your answer fits a matrix with three rows, or with three columns, only. The lab's has "
            "three of both, and published code counts to 3. What should happen with two outputs, or with five "
            "inputs?",
            _when(lambda vect, _: len(vect) == len(_LAB_INPUTS), _vect_mat_mul),
            _when(_three_by_three, _vect_mat_mul),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if a loop ends on its first turn, so that the first row, or the first product of every row, "
            "is all there is. A `return` or a line indented too far does that. How often should each line run?",
            lambda vect, matrix: vect[0] * matrix[0][0],
            lambda vect, matrix: [vect[0] * matrix[0][0]],
        ),
        wrong(
            "keeps-last",
            "It looks as if only the last row, or the last product of every row, is left. Each turn of a loop does "
            "its work, but then puts the result where the one before was kept. Which line should add, and which "
            "should append?",
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first row, or the first number of every row, is left out. Counting from 1 is natural "
            "for people, but Python's first place has another number. Which place does each of your loops meet "
            "first?",
            lambda vect, matrix: _vect_mat_mul(vect[1:], [row[1:] for row in matrix])[1:],
        ),
        wrong(
            "drops-last",
            "It looks as if the last row, or the last number of every row, is left out. `range` stops before its end "
            "already, so taking one off as well is easily done. Which is the last index that each of your loops "
            "sees?",
            lambda vect, matrix: _vect_mat_mul(vect[:-1], [row[:-1] for row in matrix])[:-1],
        ),
        wrong(
            "running-totals",
            "It looks as if each output still holds the total of the rows before it. A total that is set to 0 once, "
            "before both loops, does that. What should the second output know of the first?",
            _each_row(lambda vect, row: list(accumulate(x * w for x, w in cut_pairs(vect, row)))),
        ),
        wrong(
            "appended-too-often",
            "It looks as if a number is appended after every single product, not after every row. One step of "
            "indentation too many does that. How many numbers should come out when the matrix has four rows?",
            lambda vect, matrix: _collected(vect, matrix, reset=True),
            lambda vect, matrix: _collected(vect, matrix, reset=False),
            lambda vect, matrix: [x * w for row in matrix for x, w in cut_pairs(vect, row)],
        ),
        wrong(
            "one-row-for-all",
            "It looks as if one row of the matrix, the first or the last, is used for every output. An index that "
            "stays where it is does that. Which row belongs to the second output?",
            lambda vect, matrix: [_dot(vect, matrix[0]) for _ in matrix],
            lambda vect, matrix: [_dot(vect, matrix[-1]) for _ in matrix],
        ),
        wrong(
            "vector-read-by-row",
            "It looks as if the vector is read with the row's number, so that one row meets one input only. With two "
            "indices in play they are easily mixed up. How many inputs does one output look at?",
            lambda vect, matrix: [vect[i] * sum(row) for i, row in enumerate(matrix)],
            lambda vect, matrix: [vect[i % len(vect)] * sum(row) for i, row in enumerate(matrix)],
            lambda vect, matrix: [x * sum(row) for x, row in cut_pairs(vect, matrix)],
            _when(
                lambda vect, matrix: len(matrix) >= len(vect),
                lambda vect, matrix: [x * sum(row) for x, row in cut_pairs(vect, matrix)],
            ),
            lambda vect, matrix: [[x * w for w in row] for x, row in cut_pairs(vect, matrix)],
        ),
        wrong(
            "diagonal-only",
            "It looks as if only the matrix's diagonal is used: row 0 with input 0, row 1 with input 1. One index in "
            "place of two does that. How many inputs does one output look at?",
            lambda vect, matrix: [vect[i] * matrix[i][i] for i in range(len(matrix))],
            lambda vect, matrix: [x * row[i] for i, (x, row) in enumerate(cut_pairs(vect, matrix)) if i < len(row)],
        ),
        wrong(
            "mean-for-each",
            "It looks as if each weighted sum is also divided by a count: of the inputs, or of the outputs. Means are "
            "everywhere in data work, so the habit is strong. Should a bill become cheaper because more items are on it?",
        ),
        wrong(
            "column-totals",
            "It looks as if products are added down the columns, so that one number comes out for every input. The "
            "products themselves are right. Which of them belong to one output: those in a row or those in a column?",
            lambda vect, matrix: [x * sum(column) for x, column in cut_pairs(vect, _transposed(matrix))],
        ),
        wrong(
            "vector-unused",
            "It looks as if the rows are added up and the vector plays no part, except perhaps for its length. "
            "Adding up is half of the work. What should an input of 0 do to its weight?",
            lambda vect, matrix: [sum(row) for row in matrix],
            lambda vect, matrix: [sum(column) for column in _transposed(matrix)],
            lambda vect, matrix: [sum(row) / len(row) for row in matrix],
        ),
        wrong(
            "inputs-returned",
            "It looks as if the vector or the matrix comes back as it went in. A loop that gives new values to its "
            "own variable changes no list. Where is each weighted sum stored?",
            lambda vect, matrix: list(vect),
            lambda vect, matrix: [list(row) for row in matrix],
            lambda vect, matrix: [list(vect) for _ in matrix],
        ),
        wrong(
            "every-product-with-every-row",
            "It looks as if a table comes back in which each number of the vector has met a whole row. Two loops "
            "without an addition do that. How many numbers should one row give?",
            lambda vect, matrix: [[x * sum(row) for x in vect] for row in matrix],
            lambda vect, matrix: [[[x * w for w in row] for x in vect] for row in matrix],
        ),
        wrong(
            "sigmoid-added",
            "It looks as if each sum is bent by a curve such as the sigmoid or tanh, or made into shares that add up "
            "to 1. Many networks do that, and you may have seen it. What does this lab's network do with a sum "
            "before it says it?",
            _on_sums(math.tanh),
            _on_sums(lambda total: 1 / (1 + math.exp(-total))),
            lambda vect, matrix: _softmax(_vect_mat_mul(vect, matrix)),
        ),
        wrong(
            "above-threshold",
            "It looks as if each sum is turned into yes or no. A team is hurt or not, wins or loses, so 1 or 0 is "
            "what you would announce. How would the network learn from a miss if it can't say by how much it missed?",
            *(_on_sums(lambda total, edge=edge: int(total > edge)) for edge in (0, 0.5)),
        ),
        wrong(
            "clipped",
            "It looks as if the results are kept within limits, such as 0 and 1. A chance of winning above 1 does "
            "look odd. If the network says 3, which of the later steps would need to know that?",
            _on_sums(lambda total: min(1, max(0, total))),
            _on_sums(lambda total: min(1, max(-1, total))),
            _on_sums(lambda total: min(1, total)),
        ),
        wrong(
            "weights-fixed",
            "It looks as if the lab's own weights or inputs are used, whatever is handed in. They stand a few cells "
            "above and fit the first game. Which names from the function's first line does your code read?",
            lambda vect, matrix: _vect_mat_mul(vect, _LAB_MATRIX),
            lambda vect, matrix: _vect_mat_mul(_LAB_INPUTS, matrix),
            _when(lambda vect, _: len(vect) >= len(_LAB_INPUTS), lambda vect, _: _vect_mat_mul(vect, _LAB_MATRIX)),
        ),
        wrong(
            "one-reversed",
            "It looks as if the vector or the rows are read from the wrong end. A loop that counts down can do this "
            "unnoticed. Which weight of a row belongs to the first input?",
            _each_row(lambda vect, row: _dot(vect[::-1], row)),
        ),
        wrong(
            "rounded",
            "It looks as if the predictions are rounded or made whole. Short numbers are nicer to read, so do that "
            "when you print. What would a delta look like that is made from a rounded prediction?",
            *(_on_sums(lambda total, digits=digits: round(total, digits)) for digits in range(4)),
            _on_sums(int),
            _on_sums(lambda total: total // 1),
        ),
        wrong(
            "matrix-by-matrix",
            "It looks as if the matrix is multiplied with itself or with a table made of the vector. There are many "
            "products with `@`. What shape should come out of a vector of 3 and a matrix of 2 by 3?",
            lambda vect, matrix: [[_dot(row, other) for other in matrix] for row in matrix],
            lambda vect, matrix: [[_dot(vect, row)] * len(vect) for row in matrix],
        ),
        wrong(
            "whole-number-array",
            "It looks as if fractions get lost or refused where whole numbers are handed in. An array made like them "
            "has room for whole numbers and nothing else. What is the dtype of your array?",
            lambda vect, matrix: [
                int(x) if all(are_whole(row) for row in matrix) else x for x in _vect_mat_mul(vect, matrix)
            ],
            lambda vect, matrix: [
                int(x) if are_whole(row[0] for row in matrix) else x for x in _vect_mat_mul(vect, matrix)
            ],
            lambda vect, matrix: [int(x) if are_whole(matrix[0]) else x for x in _vect_mat_mul(vect, matrix)],
        ),
    ),
    tuple(
        m
        for m in _together(
            _of_places(lambda which: f"the {which} row", _vect_mat_mul, lambda _, matrix: [0 for _ in matrix]),
            _of_numbers("weighted sum", _vect_mat_mul),
        )
        if m.id not in {"first-for-all", "last-for-all"}
    ),
    _lifted(
        lab02.MISCONCEPTIONS["w_sum"],
        _each_row,
        (
            "returns-in-loop keeps-last starts-at-one drops-last only-three only-two every-pair sums-for-products "
            "sums-multiplied differences-for-products quotients-for-products products-multiplied "
            "mean-for-each=mean-for-sum divided-by-weights list-for-sum powers-for-products extra-added every-second "
            "places-found-by-value root-taken each-in-a-list=number-in-a-list sums-in-a-list lists-joined "
            "one-reversed sorted=sorted shifted-pairs absolute-terms negative-terms-skipped never-negative "
            "same-vector-twice first-for-all last-for-all positions-for-values total-starts-at-one one-counted-twice "
            "total-added-again products-subtracted squared distance-for-sum divided-by-lengths "
            "largest-product=largest-only duplicates-merged whole-number-array whole-numbers-only"
        ),
        names={"a": "`vect`", "b": "the row"},
        says={
            "list-for-sum": "It looks as if you return the products of every row in a list. The products are a good "
            "first half of the work. How does one number per row come out of them?",
            "largest-product": "It looks as if only the largest or the smallest product of every row counts. It does "
            "matter most. What do the other inputs still add to the story?",
        },
    ),
)


def _matrix_places(right: Formula, untouched: Formula) -> Table:
    """Return the mistakes in going through the rows of a matrix, in words that fit the numbers of every row as well."""
    return _of_places(lambda which: f"the {which} row, or the {which} number of every row,", right, untouched)


def _zeros(deltas: Any, inputs: Any) -> list[list[int]]:
    return [[0 for _ in inputs] for _ in deltas]


def _of_entries(rule: Formula) -> Formula:
    """Return the matrix of `rule(delta, input)`."""
    return lambda deltas, inputs: [[rule(delta, x) for x in inputs] for delta in deltas]


def _one_row_filled_up(deltas: Any, inputs: Any, *, copied: bool) -> list[list[Any]]:
    rows: list[list[Any]] = []
    row: list[Any] = []
    for delta in deltas:
        row += [delta * x for x in inputs]
        rows.append(list(row) if copied else row)
    return rows


def _inputs_overwritten(deltas: Any, inputs: Any) -> list[list[Any]]:
    rows, row = [], list(inputs)
    for delta in deltas:
        row = [delta * x for x in row]
        rows.append(row)
    return rows


def _equally_many(deltas: Any, inputs: Any) -> bool:
    return len(deltas) == len(inputs)


_INPUT_OUTPUT_LAYOUT = (
    "It looks as if the table is laid out `[input][output]`, at least where it is square. The code published for this "
    "chapter does so, and with 3 by 3 no error warns you, but the wrong weights learn. How are the weights laid out: "
    "whose numbers stand in one row?"
)

_OUTER_PRODUCTS = _together(
    (
        wrong(
            "input-output-layout",
            _INPUT_OUTPUT_LAYOUT,
            lambda deltas, inputs: _transposed(_outer(deltas, inputs)) or [[] for _ in inputs],
            _when(_equally_many, lambda deltas, inputs: _outer(inputs, deltas)),
            _when(_equally_many, lambda deltas, inputs: _outer(inputs, deltas), _outer),
        ),
        wrong(
            "delta-overwritten",
            "It looks as if every row is the last output's. Either `delta` is overwritten in one loop and used after "
            "it, as in published code, or all rows are one and the same list, as `[[0] * n] * m` makes them. What is "
            "in the first row after the first turn?",
            lambda deltas, inputs: [[deltas[-1] * x for x in inputs] for _ in deltas],
            lambda deltas, inputs: [deltas[-1] * x for x in inputs],
            lambda deltas, inputs: [deltas[-1] * inputs[-1] for _ in deltas],
            lambda deltas, inputs: [[deltas[-1] * inputs[-1] for _ in inputs] for _ in deltas],
            lambda deltas, inputs: [[deltas[-1] * x for x in inputs]],
            lambda deltas, inputs: [*_zeros(deltas, inputs)[1:], [deltas[-1] * x for x in inputs]],
        ),
        wrong(
            "weight-deltas-from-weights",
            _WEIGHT_DELTAS_FROM_WEIGHTS,
            lambda deltas, inputs: [[x * w for x, w in cut_pairs(inputs, row)] for row in _LAB_MATRIX],
            lambda deltas, inputs: [[x * w for w in row] for x, row in cut_pairs(inputs, _LAB_MATRIX)],
            lambda deltas, inputs: [[d * w for w in row] for d, row in cut_pairs(deltas, _LAB_MATRIX)],
        ),
        wrong(
            "square-only",
            _SQUARE_ONLY,
            _when(_equally_many, _outer),
            lambda deltas, inputs: _outer(deltas[: len(inputs)], inputs),
            lambda deltas, inputs: _outer(deltas, inputs[: len(deltas)]),
            lambda deltas, inputs: (
                [row + [0] * (len(deltas) - len(inputs)) for row in _outer(deltas, inputs)]
                if len(deltas) >= len(inputs)
                else fail()
            ),
            lambda deltas, inputs: (
                _outer(deltas, inputs) + [[0] * len(inputs)] * (len(inputs) - len(deltas))
                if len(deltas) <= len(inputs)
                else fail()
            ),
        ),
        wrong(
            "only-three",
            "It looks as if your answer fits a table with three rows, or with three columns, only. The lab's has "
            "three of both, and published code counts to 3. What should happen with two outputs, or with five "
            "inputs?",
            lambda deltas, inputs: _outer(deltas[:3], inputs[:3]),
            lambda deltas, inputs: _outer(deltas, inputs) if len(deltas) == len(inputs) == len(_LAB_INPUTS) else fail(),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if a loop ends on its first turn, so that the first row, or the first number of every row, "
            "is all there is. A `return` indented too far does that. How often should each line run?",
            lambda deltas, inputs: deltas[0] * inputs[0],
            lambda deltas, inputs: [deltas[0] * inputs[0]],
            lambda deltas, inputs: [[deltas[0] * inputs[0]]],
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first row, or the first number of every row, is left out. Counting from 1 is natural "
            "for people, but Python's first place has another number. Which place does each of your loops meet "
            "first?",
            lambda deltas, inputs: _outer(deltas[1:], inputs[1:]),
            lambda deltas, inputs: _outer([0, *deltas[1:]], [0, *inputs[1:]]),
        ),
        wrong(
            "drops-last",
            "It looks as if the last row, or the last number of every row, is left out. `range` stops before its end "
            "already, so taking one off as well is easily done. Which is the last index that each of your loops "
            "sees?",
            lambda deltas, inputs: _outer(deltas[:-1], inputs[:-1]),
            lambda deltas, inputs: _outer([*deltas[:-1], 0], [*inputs[:-1], 0]),
        ),
        wrong(
            "row-never-emptied",
            "It looks as if the rows grow, because each holds the products of the ones before it too. One list made "
            "before both loops, and never emptied, does that. At what point should a new row begin?",
            lambda deltas, inputs: _one_row_filled_up(deltas, inputs, copied=False),
            lambda deltas, inputs: _one_row_filled_up(deltas, inputs, copied=True),
        ),
        wrong(
            "flat",
            "It looks as if all products come back in one long list. The products themselves are right. How will the "
            "update find the row of one output in it?",
            lambda deltas, inputs: [delta * x for delta in deltas for x in inputs],
            lambda deltas, inputs: [delta * x for x in inputs for delta in deltas],
            lambda deltas, inputs: [[delta * x] for delta in deltas for x in inputs],
        ),
        wrong(
            "element-by-element",
            "It looks as if each delta meets a single input, the one at its own place. Pairs were right for a "
            "weighted sum, with two lists of one length. How many weights does one output have, and which inputs do "
            "they belong to?",
            lambda deltas, inputs: [delta * x for delta, x in cut_pairs(deltas, inputs)],
            _when(_equally_many, lambda deltas, inputs: [delta * x for delta, x in cut_pairs(deltas, inputs)]),
            lambda deltas, inputs: _dot(deltas, inputs),
            lambda deltas, inputs: [
                [d * x if i == j else 0 for j, x in enumerate(inputs)] for i, d in enumerate(deltas)
            ],
            lambda deltas, inputs: [deltas[i] * inputs[i] for i in range(len(deltas))],
            lambda deltas, inputs: [[delta * x] for delta, x in cut_pairs(deltas, inputs)],
        ),
        wrong(
            "all-in-one",
            "It looks as if all products are added into one number. That is how a prediction is made. How many "
            "weights are waiting for a weight_delta of their own?",
            lambda deltas, inputs: sum(deltas) * sum(inputs),
        ),
        wrong(
            "inputs-forgotten",
            "It looks as if the deltas come back without having met the inputs, one by one or in rows. All weights "
            "of one output do share its delta. Should a weight whose input was 0 be blamed as much as the others?",
            _of_entries(lambda delta, _: delta),
            lambda deltas, inputs: list(deltas),
            lambda deltas, inputs: [[delta] for delta in deltas],
        ),
        wrong(
            "deltas-forgotten",
            "It looks as if every row is a copy of the inputs and the deltas play no part, except for how many there "
            "are. Giving a loop variable a new value leads there too. What should a row look like whose output was "
            "exactly right?",
            _of_entries(lambda _, x: x),
            lambda deltas, inputs: list(inputs),
        ),
        wrong(
            "first-delta-for-all",
            "It looks as if the first delta fills every row. An index left at 0 does that, and so does a habit from "
            "lab 02, where there was one delta. Which delta belongs to the second row?",
            lambda deltas, inputs: [[deltas[0] * x for x in inputs] for _ in deltas],
        ),
        wrong(
            "one-input-for-all",
            "It looks as if every delta meets one input only, the first or the last, across its whole row. An index "
            "that stays in one place does that. Which input belongs to the second weight of an output?",
        ),
        wrong(
            "sum-of-deltas",
            "It looks as if the deltas are put together, as a sum or a mean, before they meet the inputs. One "
            "network, one miss, one might think. If one output is 2 too high and another 2 too low, what would their "
            "weights learn?",
            lambda deltas, inputs: [[sum(deltas) * x for x in inputs] for _ in deltas],
            lambda deltas, inputs: [sum(deltas) * x for x in inputs],
            lambda deltas, inputs: [[sum(deltas) / len(deltas) * x for x in inputs] for _ in deltas],
            lambda deltas, inputs: [sum(deltas) / len(deltas) * x for x in inputs],
            lambda deltas, inputs: [[total * x for x in inputs] for total in accumulate(deltas)],
        ),
        wrong(
            "mean-for-each",
            "It looks as if every product is also divided by how many rows, columns or numbers there are. Means are "
            "everywhere in data work. Should a weight_delta change because the network gets another output or input?",
            lambda deltas, inputs: [[delta * x / len(deltas) for x in inputs] for delta in deltas],
            lambda deltas, inputs: [[delta * x / len(deltas) / len(inputs) for x in inputs] for delta in deltas],
        ),
        wrong(
            "factor-two",
            "It looks as if there is a factor of 2. That is the true derivative of the squared error, so your "
            "calculus is right; in this course the 2 is absorbed in `alpha`, which scales every step anyway. What is "
            "left without it?",
            _of_entries(lambda delta, x: 2 * delta * x),
        ),
        wrong(
            "halved",
            "It looks as if everything is halved. One half is often written in front of the squared error to make a "
            "2 go away. Is there a 2 in this course's weight_delta that has to go away?",
            _of_entries(lambda delta, x: delta * x / 2),
        ),
        wrong(
            "error-for-delta",
            "It looks as if each delta is squared, so that the error takes its place. The two are close relatives "
            "and easily mixed up. Which of them still says whether the output was too high or too low?",
            _of_entries(lambda delta, x: delta**2 * x),
            _of_entries(lambda delta, x: 2 * delta**2 * x),
            _of_entries(lambda delta, _: delta**2),
            _of_entries(lambda delta, x: delta * abs(delta) * x),
        ),
        wrong(
            "deltas-by-deltas",
            "It looks as if the deltas, or the inputs, meet themselves and the other list isn't used. With names "
            "handed round between two loops this slips in easily. Which list does the outer loop walk through, and "
            "which the inner one?",
            lambda deltas, inputs: _outer(deltas, deltas),
            lambda deltas, inputs: _outer(inputs, inputs),
        ),
        wrong(
            "absolute",
            "It looks as if the signs get lost. The sizes are right, so it is hard to see. How would a weight know "
            "whether to move up or down?",
            _of_entries(lambda delta, x: abs(delta * x)),
        ),
        wrong(
            "inputs-overwritten",
            "It looks as if the inputs change from row to row, because each row is made from the one before it. "
            "Working in one list saves another. What should the inputs be when the last delta meets them?",
            _inputs_overwritten,
            lambda deltas, inputs: [_inputs_overwritten(deltas, inputs)[-1] for _ in deltas],
        ),
        wrong(
            "alpha-in-weight-delta",
            "It looks as if `alpha` is already in the table, perhaps with the minus sign of the update. Both will be "
            "needed, but they are the business of `update_matrix`. If both used them, how often would they count?",
            *(_of_entries(lambda delta, x, alpha=alpha: alpha * delta * x) for alpha in (0.01, 0.1, -0.01, -0.1)),
        ),
        wrong(
            "inputs-fixed",
            "It looks as if the inputs are those of the lab's first game, whatever is handed in. They stand a few "
            "cells above and fit that game. Which names from the function's first line does your code read?",
            lambda deltas, inputs: _outer(deltas, _LAB_INPUTS),
        ),
        wrong(
            "whole-number-array",
            "It looks as if fractions get lost where the deltas or the inputs are whole numbers. An array made like "
            "such a list has room for whole numbers and nothing else. What is the dtype of your array?",
            lambda deltas, inputs: [
                [int(x) if are_whole(deltas) else x for x in row] for row in _outer(deltas, inputs)
            ],
        ),
        wrong(
            "each-in-a-list",
            "It looks as if every single product is wrapped in a list of its own. Brackets inside `append` do that. "
            "How many brackets stand around one weight in the matrix of weights?",
            _of_entries(lambda delta, x: [delta * x]),
        ),
    ),
    tuple(misconception for misconception in _matrix_places(_outer, _zeros) if misconception.id != "keeps-last"),
    _lifted(
        lab02.MISCONCEPTIONS["ele_mul"],
        lambda formula: lambda deltas, inputs: [formula(delta, inputs) for delta in deltas],
        (
            "only-three only-two returns-in-loop only-first-changed starts-at-one drops-last keeps-last "
            "one-input-for-all=last-for-all one-input-for-all=first-for-all list-repeated stays-zero "
            "rows-summed=sum-for-list rows-summed=sum-for-each mean-for-each adds=sums-for-products "
            "subtracts=differences-for-products divides=divided power=power-for-product "
            "input-squared=elements-squared rounded=elements-cut whole-number-array negatives-dropped "
            "negatives-to-zero positions-for-values one-too-many lists-joined running-totals extra-added sorted "
            "shifted order-reversed every-second places-found-by-value clipped largest-only normalised "
            "inputs-forgotten=number-for-each error-for-delta=number-squared no-reversal=abs-of-one sign-reversed"
        ),
        names={"number": "a delta", "vector": "`inputs`"},
        says={
            "keeps-last": "It looks as if only the last number of every row is left. Each turn of the inner loop "
            "makes one, but puts it where the one before was kept. Where could each of them go so that none is lost?",
            "rows-summed": "It looks as if a row's products, or its inputs, are added up. That is how a prediction "
            "is made of several inputs. How many weights does one output have, and how many numbers should its row "
            "hold?",
            "input-squared": "It looks as if an input, or the whole product, is squared. A square belongs to the "
            "error in this lab, so it comes to mind. If an input is 100 times as large, how many times as large "
            "should its weight_delta be?",
            "subtracts": "It looks as if one of the two is subtracted from the other. A difference is what delta is "
            "made of, so it comes to mind. What should come out for an input of 0?",
            "rounded": "It looks as if fractions are cut off on the way. Whole numbers are tidy, and `int` is a "
            "familiar word. What is left of an input of 0.65 after that?",
            "sorted": "It looks as if numbers are put in order of size. Order is often helpful, but here the place "
            "says which input a number belongs to. Which weight would the first number of a row move?",
            "normalised": "It looks as if the inputs are brought to another scale first. That can help when the "
            "network learns. Is it part of this function's task?",
            "no-reversal": "It looks as if a minus sign gets lost before the product is made. Sizes matter here, and "
            "so the signs can seem secondary. What should a negative input do to a delta, and what does a negative "
            "delta say?",
        },
    ),
    (
        wrong(
            "rounded",
            "It looks as if fractions are rounded away. Short numbers are nicer to read, so do that when you print. "
            "What happens to the small, last steps of learning?",
            *(_of_entries(lambda delta, x, digits=digits: round(delta * x, digits)) for digits in range(4)),
            _of_entries(lambda delta, x: int(delta * x)),
        ),
        wrong(
            "nested",
            "It looks as if the table, or every row of it, comes back inside one list too many. Brackets around something "
            "that is a list already do that. How many opening brackets should your result begin with?",
            lambda deltas, inputs: [[row] for row in _outer(deltas, inputs)],
        ),
        wrong(
            "row-repeated",
            "It looks as if there are as many rows as inputs, or one row per pair, each worked out well. The two "
            "lengths change places easily, since the lab has 3 of both. How many rows do the weights have?",
            lambda deltas, inputs: [[delta * x for x in inputs] for delta in deltas for _ in inputs],
            lambda deltas, inputs: [[[delta * x for x in inputs] for delta in deltas] for _ in deltas],
        ),
    ),
)


def _steps_changed(change: Formula) -> Formula:
    """Return the update with other weight_deltas: `change(weight_deltas)`."""
    return lambda weights, weight_deltas, alpha: _update(weights, change(weight_deltas), alpha)


def _square_weights(weights: Any, *_: Any) -> bool:
    return _is_square(weights)


def _size_is(rows: int | None, columns: int | None) -> Formula:
    return lambda weights, *_: (
        len(weights) in (rows, len(weights) if rows is None else rows)
        and all(columns in (None, len(row)) for row in weights)
    )


def _row_sums(rows: Any) -> list[Any]:
    return [sum(row) for row in rows]


def _filled(weights: Any, values: Any) -> list[list[Any]]:
    """Return a matrix of the shape of `weights` whose every row is full of its value."""
    return [[value for _ in row] for row, value in cut_pairs(weights, values)]


def _diagonal_moved(weights: Any, weight_deltas: Any, alpha: Any) -> list[list[Any]]:
    moved = _update(weights, weight_deltas, alpha)
    return [
        [new if i == j else w for j, (w, new) in enumerate(cut_pairs(row, moved[i]))] for i, row in enumerate(weights)
    ]


_NEW_MATRICES = _together(
    (
        wrong(
            "input-output-layout",
            "It looks as if rows and columns change places somewhere, at least where the matrix is square. Published "
            "code mixes the two layouts, and with 3 by 3 no error warns you. Which weight_delta belongs to "
            "`weights[0][1]`?",
            _when(_square_weights, _steps_changed(_transposed)),
            _when(_square_weights, _steps_changed(_transposed), _update),
            lambda weights, weight_deltas, alpha: _transposed(_update(weights, weight_deltas, alpha)),
            _when(_square_weights, lambda *given: _transposed(_update(*given))),
            _when(_square_weights, lambda w, d, alpha: _update(_transposed(w), d, alpha)),
            lambda w, d, alpha: _update(w, _transposed(d), alpha),
        ),
        wrong(
            "square-only",
            _SQUARE_ONLY,
            _when(_square_weights, _update),
            lambda w, d, alpha: [row[: len(w)] for row in _update(w, d, alpha)],
            lambda w, d, alpha: [[*new[: len(w)], *row[len(w) :]] for new, row in cut_pairs(_update(w, d, alpha), w)],
            lambda w, d, alpha: _update(w, d, alpha)[: len(w[0])],
            lambda w, d, alpha: [*_update(w, d, alpha)[: len(w[0])], *w[len(w[0]) :]],
        ),
        wrong(
            "only-three",
            "It looks as if your answer fits a matrix with three rows, or with three columns, only. The lab's has "
            "three of both, and published code counts to 3. What should happen with two outputs, or with five "
            "inputs?",
            _when(_size_is(3, 3), _update),
            _when(_size_is(None, 3), _update),
            lambda w, d, alpha: [row[:3] for row in _update(w, d, alpha)[:3]],
            lambda w, d, alpha: [
                [*new[:3], *row[3:]] for new, row in cut_pairs([*_update(w, d, alpha)[:3], *w[3:]], w)
            ],
        ),
        wrong(
            "returns-in-loop",
            "It looks as if a loop ends on its first turn, so that the first row, or the first weight of every row, "
            "is all that is moved. A `return` indented too far does that. How often should each line run?",
            lambda w, d, alpha: [[w[0][0] - alpha * d[0][0]]],
            lambda w, d, alpha: w[0][0] - alpha * d[0][0],
            lambda w, d, alpha: [[w[0][0] - alpha * d[0][0], *w[0][1:]], *w[1:]],
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first row, or the first weight of every row, is left out. Counting from 1 is natural "
            "for people, but Python's first place has another number. Which place does each of your loops meet "
            "first?",
            lambda w, d, alpha: [w[0], *([r[0], *n[1:]] for n, r in cut_pairs(_update(w, d, alpha)[1:], w[1:]))],
            lambda w, d, alpha: [row[1:] for row in _update(w, d, alpha)[1:]],
        ),
        wrong(
            "drops-last",
            "It looks as if the last row, or the last weight of every row, is left out. `range` stops before its end "
            "already, so taking one off as well is easily done. Which is the last index that each of your loops "
            "sees?",
            lambda w, d, alpha: [*([*n[:-1], r[-1]] for n, r in cut_pairs(_update(w, d, alpha)[:-1], w)), w[-1]],
            lambda w, d, alpha: [row[:-1] for row in _update(w, d, alpha)[:-1]],
        ),
        wrong(
            "first-row-for-all",
            "It looks as if every row is moved by the first row's weight_deltas. An index left at 0 does that, and "
            "so does a habit from lab 02, where there was one row. Whose blame should move the second output's "
            "weights?",
            _steps_changed(lambda d: [d[0] for _ in d]),
            lambda w, d, alpha: _update([w[0] for _ in w], d, alpha),
        ),
        wrong(
            "last-row-for-all",
            "It looks as if every row is moved by the last row's weight_deltas. A name that is overwritten in one "
            "loop and used in the next does that. When is each row's own blame still at hand?",
            _steps_changed(lambda d: [d[-1] for _ in d]),
        ),
        wrong(
            "aliased-rows",
            "It looks as if all rows end up alike, as copies of the last (or the first) one. `[[0] * n] * m` makes "
            "one list and names it m times, and appending one list again and again does the same. What happens to "
            "the first row when you write to the second?",
            lambda w, d, alpha: [_update(w, d, alpha)[-1] for _ in w],
            lambda w, d, alpha: [_update(w, d, alpha)[0] for _ in w],
        ),
        wrong(
            "row-never-emptied",
            "It looks as if the rows grow, because each holds the new weights of the ones before it too. One list "
            "made before both loops, and never emptied, does that. At what point should a new row begin?",
            lambda w, d, alpha: [_flat(_update(w, d, alpha)) for _ in w],
            lambda w, d, alpha: [_flat(_update(w, d, alpha)[: i + 1]) for i in range(len(w))],
        ),
        wrong(
            "one-number-for-a-row",
            "It looks as if a whole row is moved by one number: its first or last weight_delta, or their sum or "
            "mean. It is one output, so one step seems fair. Did all its inputs have the same part in the miss?",
            lambda w, d, alpha: _update(w, _filled(w, [sum(map(sum, d))] * len(w)), alpha),
        ),
        wrong(
            "diagonal-only",
            "It looks as if only the weights on the diagonal are moved: `[0][0]`, `[1][1]` and so on. One index in "
            "place of two does that. How many weights does one output have?",
            _diagonal_moved,
            _when(lambda w, *_: len(w) <= len(w[0]), _diagonal_moved),
        ),
        wrong(
            "running-totals",
            "It looks as if a weight also takes the steps of those before it, in its row or in the rows above. A "
            "running `+=` that is never set back does this. What should the second weight know of the first one's "
            "step?",
            _steps_changed(lambda d: _transposed([list(accumulate(column)) for column in _transposed(d)])),
        ),
        wrong(
            "columns-together",
            "It looks as if the weight_deltas of all outputs are put together, column by column, and every row takes "
            "the same steps. The outputs do share their inputs. Do they share their deltas?",
            _steps_changed(lambda d: [_row_sums(_transposed(d)) for _ in d]),
            _steps_changed(lambda d: [[total / len(d) for total in _row_sums(_transposed(d))] for _ in d]),
        ),
        wrong(
            "flat",
            "It looks as if all new weights come back in one long list. The numbers themselves are right. How would "
            "the next prediction find the row of one output in it?",
            lambda w, d, alpha: _flat(_update(w, d, alpha)),
        ),
        wrong(
            "every-row-with-every-row",
            "It looks as if every row of weights meets every row of weight_deltas. One loop too many does that. "
            "Which row of weight_deltas belongs to the second row of weights?",
            lambda w, d, alpha: [row for one in w for row in _update([one for _ in d], d, alpha)],
            lambda w, d, alpha: [_update([one for _ in d], d, alpha) for one in w],
        ),
        wrong(
            "matrix-product",
            "It looks as if the two matrices are multiplied as matrices, or entry by entry without a subtraction. "
            "`@` and `*` are easily written where another sign belongs. What happens to one single weight?",
            _when(_square_weights, lambda w, d, alpha: _update(w, [_by_columns(row, d) for row in w], alpha)),
        ),
        wrong(
            "mean-for-each",
            "It looks as if each step is also divided by the number of rows, columns or weights. Sharing a step "
            "sounds fair. Which function would have to know how many weights there are?",
            lambda w, d, alpha: _update(w, d, alpha / len(w)),
            lambda w, d, alpha: _update(w, d, alpha / len(w) / len(w[0])),
        ),
        wrong(
            "one-reversed",
            "It looks as if the rows, or the numbers in them, are read from opposite ends. A loop that counts down "
            "can do this unnoticed. Which row of weight_deltas belongs to the first row of weights?",
            _steps_changed(lambda d: d[::-1]),
        ),
        wrong(
            "shifted-pairs",
            "It looks as if each row, or each weight, is moved by its neighbour's weight_deltas. An index that is "
            "one too small or too large does that, and Python accepts a place of -1. Are both matrices read at the "
            "same place?",
            _steps_changed(lambda d: [*d[1:], *d[:1]]),
            _steps_changed(lambda d: [*d[-1:], *d[:-1]]),
        ),
        wrong(
            "each-in-a-list",
            "It looks as if every new weight is wrapped in a list of its own. Brackets inside `append` do that. How "
            "many brackets stand around one weight when it goes in?",
        ),
        wrong(
            "rounded",
            "It looks as if the new weights, or the steps, are rounded. Short numbers are nicer to read, so do that "
            "when you print. What becomes of a step that is smaller than the last digit you keep?",
            *(
                lambda w, d, alpha, digits=digits: [[round(x, digits) for x in row] for row in _update(w, d, alpha)]
                for digits in range(5)
            ),
        ),
        wrong(
            "row-number-lookup",
            "It looks as if rows are looked up by what stands in them. That works as long as no two rows are alike. "
            "If two outputs begin with the same weights, which row does `index` find for the second?",
            lambda w, d, alpha: _update(w, [d[w.index(row)] for row in w], alpha),
        ),
    ),
    tuple(
        misconception
        for misconception in _matrix_places(_update, lambda weights, _d, _a: weights)
        if misconception.id != "dictionary-loses-equals"
    ),
    _lifted(
        lab02.MISCONCEPTIONS["update_weights"],
        lambda formula: lambda w, d, alpha: [formula(row, steps, alpha) for row, steps in cut_pairs(w, d)],
        (
            "update-adds alpha-forgotten alpha-twice alpha-divides alpha-fixed factor-two factor-half brackets "
            "alpha-mixed-in weight-decay weight-in-the-step step-only difference-reversed weights-and-deltas-swapped "
            "always-downwards one-direction-only sign-only weight-delta-squared never-negative weights-clipped "
            "one-number-for-a-row=first-for-all one-number-for-a-row=last-for-all one-number-for-a-row=sum-for-each "
            "first-weight-for-all mean-for-each returns-in-loop starts-at-one drops-last keeps-last "
            "loop-variable-rebound only-three only-two one-reversed shifted-pairs running-totals every-pair "
            "every-second places-found-by-value sorted only-largest weights-normalised positions-for-values "
            "rows-summed=sum-for-list each-in-a-list=nested lists-joined whole-number-array elements-cut"
        ),
        says={
            "rows-summed": "It looks as if the new weights of every row are added into one number. That is what a "
            "prediction does with its products. How many weights does one output need for its next prediction?",
            "every-pair": "It looks as if every weight of a row meets every weight_delta of that row. One loop too "
            "many does that. How many new weights should one row have?",
            "weights-normalised": "It looks as if the new weights of a row are brought to another scale at the end. "
            "Shares that add up to 1 are easy to read. What does a prediction become when all its weights are "
            "divided by the same number?",
        },
    ),
)


def _train(
    *,
    predict: Formula = _vect_mat_mul,
    blame: Formula = _deltas,
    record: Formula = _errors,
    spread: Formula = lambda deltas, inputs, _weights: _outer(deltas, inputs),
    move: Formula = _update,
    rounds: Callable[[int], int] = lambda iterations: iterations,
    enough: Callable[[list[Any]], bool] = lambda _deltas_so_far: False,
    last_recorded: bool = True,
    last_moved: bool = False,
    give: Formula = lambda weights, errors, _preds: (weights[-1], errors),
) -> Formula:
    """Return a training with something wrong in it.

    Args:
        predict: `(inputs, weights)` to the predictions.
        blame: `(preds, trues)` to the deltas.
        record: `(preds, trues)` to what is recorded as the errors of this iteration.
        spread: `(deltas, inputs, weights)` to the weight_deltas.
        move: `(weights, weight_deltas, alpha)` to the new weights.
        rounds: how often it is asked to learn to how often it does.
        enough: the deltas of all iterations so far to whether it stops now.
        last_recorded: the errors of the iteration in which it stops are recorded.
        last_moved: the weights are moved in it.
        give: `(weights, errors, preds)` to the answer; the weights are all of them, the first ones included.
    """

    def train(inputs: Any, trues: Any, weights: Any, alpha: Any, iterations: int) -> Any:
        history, errors, preds, deltas = [[list(row) for row in weights]], [], [], []
        for _ in range(rounds(iterations)):
            preds.append(predict(inputs, history[-1]))
            deltas.append(blame(preds[-1], trues))
            done = enough(deltas)
            if not done or last_recorded:
                errors.append(record(preds[-1], trues))
            if not done or last_moved:
                history.append(move(history[-1], spread(deltas[-1], inputs, history[-1]), alpha))
            if done:
                break
        return give(history, errors, preds)

    return train


def _each_output(formula: Formula) -> Formula:
    """Return the training of every output by itself, as lab 02's network: `formula` is lab 02's training."""

    def train(inputs: Any, trues: Any, weights: Any, alpha: Any, iterations: int) -> Any:
        answers = [formula(inputs, true, row, alpha, iterations) for row, true in cut_pairs(weights, trues)]
        return [row for row, _ in answers], _transposed([errors for _, errors in answers])

    return train


def _squares(deltas: Any) -> list[Any]:
    return [delta**2 for delta in deltas]


def _spread(change: Formula) -> Formula:
    """Return the weight_deltas of changed deltas."""
    return lambda deltas, inputs, _: _outer(change(deltas), inputs)


def _on_shape(fits: Callable[[int, int], bool], spread: Formula) -> Formula:
    """Return weight_deltas that fail unless the number of outputs and the number of inputs fit."""
    return lambda deltas, inputs, weights: spread(deltas, inputs, weights) if fits(len(deltas), len(inputs)) else fail()


def _right_spread(deltas: Any, inputs: Any, _: Any) -> list[list[Any]]:
    return _outer(deltas, inputs)


def _swapped_spread(deltas: Any, inputs: Any, _: Any) -> list[list[Any]]:
    return _outer(inputs, deltas)


def _patched(change: Callable[[list[list[Any]]], list[list[Any]]]) -> Formula:
    """Return the update in which only some weight_deltas, the others being 0, reach the weights."""
    return lambda weights, weight_deltas, alpha: _update(weights, change(weight_deltas), alpha)


def _clipping(low: float, high: float) -> Formula:
    return lambda weights, weight_deltas, alpha: [
        [min(high, max(low, w)) for w in row] for row in _update(weights, weight_deltas, alpha)
    ]


def _first_only(values: Any) -> list[Any]:
    return [value if place == 0 else 0 for place, value in enumerate(values)]


def _last_only(values: Any) -> list[Any]:
    return [*(0 for _ in values[1:]), values[-1]]


def _up_to_three(rows: Any) -> list[list[Any]]:
    return [[x if i < 3 and j < 3 else 0 for j, x in enumerate(row)] for i, row in enumerate(rows)]  # noqa: PLR2004


def _from_one(rows: Any) -> list[list[Any]]:
    return [[x if i and j else 0 for j, x in enumerate(row)] for i, row in enumerate(rows)]


def _but_last(rows: Any) -> list[list[Any]]:
    return [[*row[:-1], 0] for row in rows[:-1]] + [[0 for _ in row] for row in rows[-1:]]


def _cut_to_the_square(rows: Any) -> list[list[Any]]:
    return [[x if j < len(rows) and i < len(row) else 0 for j, x in enumerate(row)] for i, row in enumerate(rows)]


def _in_turn(inputs: Any, trues: Any, weights: Any, alpha: Any, iterations: int) -> Any:
    now, errors = [list(row) for row in weights], []
    for iteration in range(iterations):
        deltas = _deltas(_vect_mat_mul(inputs, now), trues)
        errors.append(_squares(deltas))
        i = iteration % len(now)
        now[i] = [w - alpha * x * deltas[i] for w, x in cut_pairs(now[i], inputs)]
    return now, errors


def _in_full_turns(inputs: Any, trues: Any, weights: Any, alpha: Any, iterations: int) -> Any:
    """Train one output to the end, then the next, and record the errors as they come."""
    rows, errors = [], []
    for row, true in cut_pairs(weights, trues):
        trained, of_this = _train_one(inputs, true, row, alpha, iterations)
        rows.append(trained)
        errors.extend(of_this)
    return rows, errors


def _train_one(inputs: Any, true: Any, weights: Any, alpha: Any, iterations: int) -> Any:
    (row,), errors = _train()(inputs, [true], [weights], alpha, iterations)
    return row, [error for (error,) in errors]


def _from_the_first_weights(inputs: Any, trues: Any, weights: Any, alpha: Any, iterations: int) -> Any:
    """Predict with the newest weights and move the first ones."""
    now, errors = weights, []
    for _ in range(iterations):
        preds = _vect_mat_mul(inputs, now)
        errors.append(_errors(preds, trues))
        now = _update(weights, _outer(_deltas(preds, trues), inputs), alpha)
    return now, errors


def _trues_are(choose: Callable[[Any], Any]) -> Formula:
    return lambda inputs, trues, weights, alpha, iterations: _train()(inputs, choose(trues), weights, alpha, iterations)


def _limits(size: Callable[[Any], Any]) -> list[Callable[[list[Any]], bool]]:
    """Return the tests whether `size` of the last deltas is small."""

    def below(limit: float) -> Callable[[list[Any]], bool]:
        return lambda deltas: bool(size(deltas[-1]) < limit)

    return [below(10.0**-digits) for digits in (1, 2, 3, 4, 5, 6, 8, 10, 12)]


_ENOUGH = (
    *_limits(lambda deltas: sum(_squares(deltas))),
    *_limits(lambda deltas: max(_squares(deltas))),
    *_limits(lambda deltas: sum(_squares(deltas)) / len(deltas)),
    *_limits(lambda deltas: max(map(abs, deltas))),
    *_limits(lambda deltas: abs(sum(deltas))),
    lambda deltas: not any(deltas[-1]),
)


def _grows(deltas: list[Any]) -> bool:
    return len(deltas) > 1 and sum(_squares(deltas[-1])) > sum(_squares(deltas[-2]))


def _lowest(errors: Any) -> int:
    totals = [sum(each) for each in errors]
    return totals.index(min(totals))


_TRAININGS = _together(
    (
        wrong(
            "weight-deltas-from-weights",
            _WEIGHT_DELTAS_FROM_WEIGHTS,
            _train(spread=lambda _, inputs, weights: [[x * w for x, w in cut_pairs(inputs, row)] for row in weights]),
            _train(spread=lambda _, inputs, weights: [[inputs[i] * w for w in row] for i, row in enumerate(weights)]),
            _train(spread=lambda _, inputs, weights: [[_dot(inputs, row) for _ in row] for row in weights]),
            _train(spread=lambda _d, _i, weights: weights),
            _train(spread=lambda deltas, _, weights: [[d * w for w in row] for d, row in cut_pairs(deltas, weights)]),
            _train(
                spread=lambda deltas, inputs, weights: [
                    [d * x * w for x, w in cut_pairs(inputs, row)] for d, row in cut_pairs(deltas, weights)
                ]
            ),
            _train(
                spread=lambda deltas, _, weights: [
                    [min(9, max(-9, d)) * w for w in row] for d, row in cut_pairs(deltas, weights)
                ]
            ),
        ),
        wrong(
            "delta-overwritten",
            "It looks as if only the last output's delta reaches the weights. One name, `delta`, is given a new "
            "value on every turn, as in the code published for this chapter, and is used after the loop. Which delta "
            "should move the first row?",
            _train(spread=_spread(lambda deltas: [deltas[-1]] * len(deltas))),
            _train(spread=_spread(_last_only)),
            _train(
                spread=_spread(lambda deltas: [deltas[-1]] * len(deltas)),
                record=lambda preds, trues: [_errors(preds, trues)[-1] for _ in preds],
            ),
            _train(
                spread=_spread(lambda deltas: [deltas[-1]] * len(deltas)),
                record=lambda preds, trues: _errors(preds, trues)[-1],
            ),
            _train(
                spread=_spread(lambda deltas: [deltas[-1]] * len(deltas)),
                record=lambda preds, trues: _errors(preds, trues)[-1:],
            ),
            _train(spread=_spread(_last_only), record=lambda preds, trues: _errors(preds, trues)[-1:]),
            _train(spread=_spread(_last_only), record=lambda preds, trues: _errors(preds, trues)[-1]),
            _train(
                spread=lambda deltas, inputs, _: [[d * inputs[-1] for _ in inputs] for d in deltas[-1:] * len(deltas)]
            ),
        ),
        wrong(
            "input-output-layout",
            "It looks as if the wrong weights learn: those of one output and another input change places, at least "
            "where the matrix is square. Published code lays the outer product out the other way, and with 3 by 3 no "
            "error warns you. Whose row is `weights[0]`?",
            _train(spread=_on_shape(lambda m, n: m == n, _swapped_spread)),
            _train(
                spread=lambda deltas, inputs, _: (_swapped_spread if len(deltas) == len(inputs) else _right_spread)(
                    deltas, inputs, _
                )
            ),
            _train(spread=_swapped_spread),
            _train(
                spread=_swapped_spread,
                move=lambda weights, steps, alpha: [
                    [*new, *row[len(new) :]]
                    for new, row in cut_pairs(_update(weights, steps, alpha) + weights[len(steps) :], weights)
                ],
            ),
        ),
        wrong(
            "columns-for-rows",
            _COLUMNS_FOR_ROWS,
            _train(predict=_when(_same_size, _by_columns)),
            _train(predict=_when(lambda vect, matrix: not _same_size(vect, matrix), _vect_mat_mul, _by_columns)),
            _train(predict=_when(_same_size, _by_columns), spread=_on_shape(lambda m, n: m == n, _swapped_spread)),
        ),
        wrong(
            "weights-transposed",
            "It looks as if the weights come back with rows and columns exchanged. Two layouts are in use, and with "
            "3 by 3 both seem to fit. How were the weights laid out when they came in?",
            _train(give=lambda weights, errors, _: (_transposed(weights[-1]), errors)),
        ),
        wrong(
            "only-three",
            "It looks as if your answer fits the lab's shape only, three outputs and three inputs, or a square at "
            "least. Published code counts to 3, or takes rows and columns to be equally many. What should happen "
            "with two outputs and five inputs?",
            _train(spread=_on_shape(lambda m, n: m == n, _right_spread)),
            _train(predict=lambda vect, matrix: _vect_mat_mul(vect, matrix)[: len(vect)]),
            _train(move=_patched(_cut_to_the_square)),
            _train(
                move=_patched(lambda rows: [[x if j < len(rows) else 0 for j, x in enumerate(row)] for row in rows])
            ),
            _train(move=_patched(lambda rows: [row if i < len(row) else [0] * len(row) for i, row in enumerate(rows)])),
            _train(spread=_on_shape(lambda m, n: m == n == 3, _right_spread)),  # noqa: PLR2004
            _train(spread=_on_shape(lambda m, _: m == 3, _right_spread)),  # noqa: PLR2004
            _train(spread=_on_shape(lambda _, n: n == 3, _right_spread)),  # noqa: PLR2004
            _train(spread=_on_shape(lambda m, n: min(m, n) >= 3, _right_spread), move=_patched(_up_to_three)),  # noqa: PLR2004
            _train(move=_patched(_up_to_three)),
            lambda inputs, trues, weights, alpha, iterations: _train()(
                inputs, trues[:3], weights[:3], alpha, iterations
            ),
            lambda inputs, trues, weights, alpha, iterations: _train()(
                inputs[:3], trues[:3], [row[:3] for row in weights[:3]], alpha, iterations
            ),
        ),
        wrong(
            "first-delta-for-all",
            "It looks as if the first output's delta moves all rows. An index left at 0 does that, and so does a "
            "habit from lab 02, where there was one delta. Whose miss should move the second row?",
            _train(spread=_spread(lambda deltas: [deltas[0]] * len(deltas))),
        ),
        wrong(
            "one-row-learns",
            "It looks as if only one output learns, the first, and the other rows stay as they were. An index that "
            "stays at 0, or a `return` or `break` in the loop over the outputs, does this. How many rows had a miss "
            "to correct?",
            _train(spread=_spread(_first_only)),
            _train(move=lambda weights, steps, alpha: [*_update(weights, steps, alpha)[:1], *weights[1:]]),
            _train(spread=_spread(_first_only), record=lambda preds, trues: _errors(preds, trues)[:1]),
        ),
        wrong(
            "sum-of-deltas",
            "It looks as if the deltas of all outputs are put together, as a sum or a mean, and every row learns "
            "from that. One network, one miss, one might think. If one output is 2 too high and another 2 too low, "
            "what would they learn?",
            _train(spread=_spread(lambda deltas: [sum(deltas)] * len(deltas))),
            _train(spread=_spread(lambda deltas: [sum(deltas) / len(deltas)] * len(deltas))),
            _train(spread=_spread(lambda deltas: list(accumulate(deltas)))),
            _train(spread=_spread(lambda deltas: [sum(_squares(deltas))] * len(deltas))),
            _train(spread=_spread(lambda deltas: [sum(_squares(deltas)) / len(deltas)] * len(deltas))),
        ),
        wrong(
            "alpha-divided-among-outputs",
            "It looks as if each step is divided by the number of outputs, as if the error were their mean. "
            "Frameworks often do that. Does the lab's rule for one weight mention how many outputs there are?",
            _train(spread=_spread(lambda deltas: [delta / len(deltas) for delta in deltas])),
            _train(spread=_spread(lambda deltas: [2 * delta / len(deltas) for delta in deltas])),
            _train(spread=lambda deltas, inputs, _: _outer([d / len(deltas) / len(inputs) for d in deltas], inputs)),
            _train(spread=_spread(lambda deltas: [delta * len(deltas) for delta in deltas])),
        ),
        wrong(
            "diagonal-only",
            "It looks as if each output learns from one input only, the one at its own place. One index in place of "
            "two does that. How many inputs does each output look at?",
            _train(
                spread=lambda deltas, inputs, _: [
                    [d * x if i == j else 0 for j, x in enumerate(inputs)] for i, d in enumerate(deltas)
                ]
            ),
            _train(
                spread=_on_shape(
                    lambda m, n: m == n,
                    lambda deltas, inputs, _: [[d * x for d, x in cut_pairs(deltas, inputs)] for _ in deltas],
                )
            ),
            _train(
                spread=_on_shape(
                    lambda m, n: m <= n,
                    lambda deltas, inputs, _: [[d * inputs[i] for _ in inputs] for i, d in enumerate(deltas)],
                )
            ),
        ),
        wrong(
            "aliased-rows",
            "It looks as if all rows of the new weights are alike. `[[0] * n] * m` makes one list and names it m "
            "times, and appending one list again and again does the same. What happens to the first row when you "
            "write to the second?",
            _train(move=lambda w, d, alpha: [_update(w, d, alpha)[-1] for _ in w]),
            _train(move=lambda w, d, alpha: [_update(w, d, alpha)[0] for _ in w]),
        ),
        wrong(
            "one-row-for-all",
            "It looks as if one row of weights, the first or the last, makes the predictions of all outputs. An "
            "index that stays where it is does that. Which row belongs to the second output?",
            _train(predict=lambda vect, matrix: [_dot(vect, matrix[0]) for _ in matrix]),
            _train(predict=lambda vect, matrix: [_dot(vect, matrix[-1]) for _ in matrix]),
        ),
        wrong(
            "running-predictions",
            "It looks as if each prediction still holds those of the outputs before it. A total that is set to 0 "
            "once, before the loop over the rows, does that. What should the second output know of the first?",
            _train(predict=lambda vect, matrix: list(accumulate(_vect_mat_mul(vect, matrix)))),
        ),
        wrong(
            "sigmoid-added",
            "It looks as if the predictions are made into shares that add up to 1, as softmax does. For one answer "
            "out of many that is useful, and you may have seen it. Can a team be hurt and sad and win, all in one "
            "game?",
            _train(predict=lambda vect, matrix: _softmax(_vect_mat_mul(vect, matrix))),
        ),
        wrong(
            "trues-mixed-up",
            "It looks as if the outputs are compared with the wrong truths: all with the first, or the last, or in "
            "reversed order, or with the lab's own. An index or a name from further above does that. Which truth "
            "belongs to the second output?",
            _trues_are(lambda trues: [trues[0]] * len(trues)),
            _trues_are(lambda trues: [trues[-1]] * len(trues)),
            _trues_are(lambda trues: trues[::-1]),
            _trues_are(lambda _: _LAB_TRUES),
            _trues_are(lambda trues: [sum(trues) / len(trues)] * len(trues)),
        ),
        wrong(
            "one-output-at-a-time",
            "It looks as if each iteration trains one output only, or one output is trained to the end before the "
            "next begins. Taking them one by one keeps things clear. How many rows should move in one iteration?",
            _in_turn,
            _in_full_turns,
        ),
        wrong(
            "restarts",
            "It looks as if every iteration begins at the first weights again, or sets out from them. A new name for "
            "the updated weights does that, if the loop goes on reading the old name. From which weights should the "
            "second iteration set out?",
            _from_the_first_weights,
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first output, or the first input, is left out when the weights are moved. Counting "
            "from 1 is natural for people, but Python's first place has another number. Which place does each of "
            "your loops meet first?",
            _train(spread=_spread(lambda deltas: [0, *deltas[1:]])),
            _train(move=_patched(_from_one)),
        ),
        wrong(
            "drops-last",
            "It looks as if the last output, or the last input, is left out when the weights are moved. `range` "
            "stops before its end already, so taking one off as well is easily done. Which is the last index that "
            "each of your loops sees?",
            _train(spread=_spread(lambda deltas: [*deltas[:-1], 0])),
            _train(move=_patched(_but_last)),
        ),
        wrong(
            "outputs-misplaced",
            "It looks as if each row is moved by another output's delta. An index that is one too small or too large "
            "does that, and so does reading one list from its end. Which delta belongs to the first row?",
            _train(spread=_spread(lambda deltas: deltas[::-1])),
            _train(spread=_spread(lambda deltas: [*deltas[1:], *deltas[:1]])),
            _train(spread=_spread(lambda deltas: [*deltas[-1:], *deltas[:-1]])),
        ),
        wrong(
            "only-too-high",
            "It looks as if an output learns from misses in one direction only. An amount below 0 can seem to make "
            "no sense. How would an output learn that it says too little?",
            _train(spread=_spread(lambda deltas: [max(0, delta) for delta in deltas])),
            _train(spread=_spread(lambda deltas: [min(0, delta) for delta in deltas])),
        ),
        wrong(
            "largest-miss-only",
            "It looks as if only the output that is furthest off learns in an iteration. It does need it most. Why "
            "should the others wait?",
            _train(
                spread=_spread(lambda deltas: [delta if abs(delta) == max(map(abs, deltas)) else 0 for delta in deltas])
            ),
        ),
        wrong(
            "errors-summed",
            "It looks as if the errors of one iteration are made into one number: a sum, a mean, the largest. One "
            "curve is easier to draw than three. Could you tell from it which output learns slowly?",
            _train(record=lambda preds, trues: sum(_errors(preds, trues))),
            _train(record=lambda preds, trues: [sum(_errors(preds, trues))]),
            _train(record=lambda preds, trues: sum(_errors(preds, trues)) / len(trues)),
            _train(record=lambda preds, trues: [sum(_errors(preds, trues)) / len(trues)]),
            _train(record=lambda preds, trues: sum(_errors(preds, trues)) / 2),
            _train(record=lambda preds, trues: sum(_errors(preds, trues)) / 3),
            _train(record=lambda preds, trues: math.sqrt(sum(_errors(preds, trues)))),
            _train(record=lambda preds, trues: max(_errors(preds, trues))),
            _train(record=lambda preds, trues: [sum(_errors(preds, trues)) for _ in trues]),
            _train(record=lambda preds, trues: sum(_deltas(preds, trues)) ** 2),
            _train(record=lambda preds, trues: sum(map(abs, _deltas(preds, trues)))),
            _train(record=lambda preds, trues: sum(_deltas(preds, trues))),
        ),
        wrong(
            "one-output-recorded",
            "It looks as if the errors of one output only are recorded, the first or the last. A name that is "
            "overwritten in a loop does that, and so does an index that stays in one place. How many errors does one "
            "iteration have?",
            _train(record=lambda preds, trues: _errors(preds, trues)[0]),
            _train(record=lambda preds, trues: _errors(preds, trues)[-1]),
            _train(record=lambda preds, trues: _errors(preds, trues)[:1]),
            _train(record=lambda preds, trues: _errors(preds, trues)[-1:]),
            _train(record=lambda preds, trues: [_errors(preds, trues)[-1] for _ in trues]),
            _train(record=lambda preds, trues: [_errors(preds, trues)[0] for _ in trues]),
        ),
        wrong(
            "errors-flat",
            "It looks as if all errors come back in one long list, without a border between the iterations. `extend` "
            "or `+=` joins lists, where `append` would keep them apart. How would you find the errors of the third "
            "iteration?",
            _train(give=lambda weights, errors, _: (weights[-1], _flat(errors))),
        ),
        wrong(
            "errors-by-output",
            "It looks as if the errors are sorted by output, one list for each, with the iterations inside. For "
            "drawing a curve per output that is handy. What does the docstring ask one list to stand for?",
            _train(give=lambda weights, errors, _: (weights[-1], _transposed(errors))),
            _train(give=lambda weights, errors, _: (weights[-1], _transposed(errors) or [[] for _ in weights[0]])),
        ),
        wrong(
            "errors-nested",
            "It looks as if the errors are right but stand inside brackets too many. Brackets around something that "
            "is a list already do that. What does one call of `append` put into your list?",
            _train(record=lambda preds, trues: [_errors(preds, trues)]),
            _train(record=lambda preds, trues: [[error] for error in _errors(preds, trues)]),
            _train(give=lambda weights, errors, _: (weights[-1], [errors])),
        ),
        wrong(
            "error-per-weight",
            "It looks as if the errors are recorded several times in one iteration, once for every output or input. "
            "An `append` indented into an inner loop does that. How many lists of errors belong to one iteration?",
            _train(give=lambda weights, errors, _: (weights[-1], [each for each in errors for _ in each])),
            _train(give=lambda weights, errors, _: (weights[-1], [each for each in errors for _ in weights[0][0]])),
            _train(give=lambda weights, errors, _: (weights[-1], [each for each in errors for _ in _flat(weights[0])])),
            _train(
                give=lambda weights, errors, _: (
                    weights[-1],
                    [each[: i + 1] for each in errors for i in range(len(each))],
                )
            ),
        ),
        wrong(
            "running-totals",
            "It looks as if each recorded error also holds others before it, of this iteration or of earlier ones. A "
            "variable that grows by `+=` and isn't set back does this. What should the third list of errors know of "
            "the first two?",
            _train(record=lambda preds, trues: list(accumulate(_errors(preds, trues)))),
            _train(
                give=lambda weights, errors, _: (weights[-1], [_flat(errors[:i]) for i in range(1, len(errors) + 1)])
            ),
            _train(give=lambda weights, errors, _: (weights[-1], [_flat(errors) for _ in errors])),
        ),
        wrong(
            "errors-made-one",
            "It looks as if all the errors are made into one number, such as their sum or mean. One number is handy "
            "to compare. Could you still draw a learning curve from it?",
            _train(give=lambda weights, errors, _: (weights[-1], sum(map(sum, errors)))),
            _train(give=lambda weights, errors, _: (weights[-1], sum(map(sum, errors)) / len(_flat(errors)))),
        ),
        wrong(
            "errors-thinned",
            "It looks as if some of the errors are left out, such as all but every tenth list. That keeps what is "
            "printed short. How many lists of errors does the docstring promise for four iterations?",
            *(
                _train(give=lambda weights, errors, _, every=every: (weights[-1], errors[::every]))
                for every in (2, 5, 10)
            ),
            _train(give=lambda weights, errors, _: (weights[-1], errors[9::10])),
        ),
        wrong(
            "never-negative",
            "It looks as if the weights are kept within limits while they learn. A negative or a large weight can "
            "look like an accident. What does a negative weight tell you about its input?",
            *(_train(move=_clipping(low, high)) for low, high in ((0, math.inf), (0, 1), (-1, 1), (-2, 2), (-5, 5))),
            _train(move=lambda w, d, alpha: [[abs(x) for x in row] for row in _update(w, d, alpha)]),
        ),
        wrong(
            "last-error-only",
            "It looks as if only one iteration's errors come back, alone or again and again. A name that holds one "
            "list at a time forgets the one before. What could you keep them all in?",
            _train(give=lambda weights, errors, _: (weights[-1], errors[-1])),
            _train(give=lambda weights, errors, _: (weights[-1], errors[-1] if errors else [])),
            _train(give=lambda weights, errors, _: (weights[-1], errors[-1:])),
            _train(give=lambda weights, errors, _: (weights[-1], errors[:1])),
            _train(give=lambda weights, errors, _: (weights[-1], errors[0])),
            _train(give=lambda weights, errors, _: (weights[-1], errors[-1:] * len(errors))),
            _train(give=lambda weights, errors, _: (weights[-1], errors[:1] * len(errors))),
            lambda inputs, trues, weights, alpha, iterations: _train(
                give=lambda ws, _e, _p: (ws[-1], _errors(_vect_mat_mul(inputs, ws[-1]), trues))
            )(inputs, trues, weights, alpha, iterations),
            lambda inputs, trues, weights, alpha, iterations: _train(
                give=lambda ws, _e, _p: (ws[-1], [_errors(_vect_mat_mul(inputs, ws[-1]), trues)])
            )(inputs, trues, weights, alpha, iterations),
        ),
        wrong(
            "preds-for-errors",
            "It looks as if the predictions are recorded. Watching them come nearer to the truths is a good idea. "
            "Which list does the docstring ask for beside the weights?",
            _train(record=lambda preds, _: preds),
        ),
        wrong(
            "history-for-last",
            "It looks as if you return the weights of every iteration. The way they took is worth looking at. Which "
            "of them does the docstring ask for?",
            _train(give=lambda weights, errors, _: (weights, errors)),
            _train(give=lambda weights, errors, _: (weights[1:], errors)),
            _train(give=lambda weights, errors, _: (weights[:-1], errors)),
        ),
        wrong(
            "one-row-returned",
            "It looks as if one row of the weights comes back, not all of them. In lab 02 one row was all there was. "
            "How many rows does this network need for its next predictions?",
            _train(give=lambda weights, errors, _: (weights[-1][-1], errors)),
            _train(give=lambda weights, errors, _: (weights[-1][0], errors)),
            _train(give=lambda weights, errors, _: (weights[-1][-1:], errors)),
            _train(give=lambda weights, errors, _: (_flat(weights[-1]), errors)),
            _train(give=lambda weights, errors, _: ([weights[-1]], errors)),
        ),
        wrong(
            "step-returned",
            "It looks as if the errors are right, and in place of the weights comes what was made on the way: the "
            "last predictions, or by how much the weights have changed. Which name holds the weights after the last "
            "update?",
            _train(give=lambda _, errors, preds: (preds[-1] if preds else fail(), errors)),
            _train(give=lambda weights, errors, _: (_update(weights[-1], weights[0], 1), errors)),
        ),
        wrong(
            "best-weights",
            "It looks as if you return the weights with the smallest errors, not the last ones. Keeping the best is "
            "a sensible wish. What would that hide from someone who chose alpha too large?",
            _train(give=lambda weights, errors, _: (weights[_lowest(errors)] if errors else weights[0], errors)),
        ),
        wrong(
            "three-things-returned",
            "It looks as if you return a third thing beside the weights and the errors. The predictions are worth "
            "knowing. How many names stand on the left when the lab calls `train`?",
            _train(give=lambda weights, errors, preds: (weights[-1], errors, preds)),
            _train(give=lambda weights, errors, preds: (weights[-1], errors, preds[-1] if preds else [])),
        ),
        wrong(
            "weights-only",
            "It looks as if the weights come back alone. They are what was learned, so they seem to be enough. What "
            "else does the docstring ask for, and how do you return two things?",
            _train(give=lambda weights, _e, _p: weights[-1]),
        ),
        wrong(
            "errors-only",
            "It looks as if the errors come back alone. They tell whether it learned, so they seem to be enough. "
            "What would you need to make a prediction afterwards?",
            _train(give=lambda _w, errors, _p: errors),
            _train(give=lambda _w, errors, _p: errors[-1]),
        ),
        wrong(
            "pair-swapped",
            "It looks as if the two results come back in the other order. Both are lists of lists, so the slip is "
            "hard to see. Which of them does the docstring name first?",
            _train(give=lambda weights, errors, _: (errors, weights[-1])),
        ),
        wrong(
            "stops-early",
            "It looks as if it stops before the number of iterations asked for, once the errors are small. That "
            "saves time and seems harmless. How many lists of errors does someone expect who asked for 60 "
            "iterations?",
            *(_train(enough=enough) for enough in _ENOUGH),
            *(_train(enough=enough, last_recorded=False) for enough in _ENOUGH),
            *(_train(enough=enough, last_moved=True) for enough in _ENOUGH),
        ),
        wrong(
            "stops-when-error-grows",
            "It looks as if it stops as soon as the errors are larger than before. Growing errors are a bad sign "
            "indeed. How would the lab show what a large alpha does?",
            _train(enough=_grows),
            _train(enough=_grows, last_recorded=False),
            _train(enough=_grows, last_moved=True),
        ),
        wrong(
            "true-ignored",
            "It looks as if the `trues` that are handed in aren't used. Many of the lab's truths are 0 or 1, so a "
            "fixed number fits some of the games, and leaving it out fits others. What should an output learn when "
            "its truth is 7?",
        ),
    ),
    _lifted(
        lab02.MISCONCEPTIONS["train"],
        _each_output,
        (
            "update-adds alpha-forgotten alpha-twice alpha-divides alpha-fixed alpha-changes "
            "alpha-divided-among-inputs factor-two factor-half error-for-delta delta-never-negative pred-for-delta "
            "true-ignored sign-only inputs-forgotten pred-for-inputs first-for-all last-for-all sum-for-each "
            "first-weight-for-all one-reversed no-reversal no-scaling brackets step-only prediction-made-once "
            "restarts update-dropped last-update-dropped one-after-another one-weight-at-a-time one-network-per-input "
            "only-first-changed starts-at-one drops-last first-input-only other-prediction inputs-normalised "
            "carried-over weight-decay weights-normalised delta-relative prediction-late clipped bias-learned "
            "rounded-on-the-way whole-number-array errors-after-update errors-one-off deltas-for-errors "
            "error-not-the-square running-totals errors-reversed first-weights-returned errors-twice "
            "first-update-returned errors-left-zero one-iteration-too-many one-iteration-too-few returns-in-loop "
            "iterations-ignored no-iterations-fails"
        ),
        says={
            "other-prediction": "It looks as if the predictions in your loop aren't those of this lab's network: "
            "something is averaged, added, or bent by a curve. Each has its place in other networks. What did "
            "`vect_mat_mul` return for these inputs and weights?",
            "inputs-normalised": "It looks as if the inputs are brought to another scale before the training. That "
            "can help when they are very different in size. Whose work is it: that of `train`, or of whoever "
            "prepares the inputs?",
            "first-input-only": "It looks as if the predictions leave inputs out: only the first or the last one "
            "counts. In part (a) of the lab there was one input. What do the other inputs add to each prediction?",
        },
    ),
)


MISCONCEPTIONS: dict[str, Table] = {
    "ele_mul": _PREDICTIONS,
    "compute_errors": _WRONG_ERRORS,
    "compute_deltas": _WRONG_DELTAS,
    "compute_weight_deltas": _SCALED_DELTAS,
    "vect_mat_mul": _WEIGHTED_SUMS,
    "outer_prod": _OUTER_PRODUCTS,
    "update_matrix": _NEW_MATRICES,
    "train": _TRAININGS,
}

HELP: dict[str, Help] = {
    "ele_mul": Help(
        hint="One input feeds several outputs, each through a weight of its own. Every weight goes the same way, one "
        "after another, and keeps its place.",
        example="A shower of rain counts 4. For the lawn its weight is 0.5, for the picnic -2, for the library 0. "
        "The lawn says 2, the picnic -8, the library 0: three answers out of one input.",
    ),
    "compute_errors": Help(
        hint="You have found the error of one output before. Now every prediction has a truth of its own, and every "
        "output keeps an error of its own.",
        example="One output says 3 where 5 is true: 2 off, so its error is 4. Another says 1 where 0.5 is true: 0.5 "
        "off, so its error is 0.25. The errors are 4 and 0.25, in this order.",
    ),
    "compute_deltas": Help(
        hint="Ask each output in turn: how much too high are you? What holds the answers of all of them once the "
        "loop is over?",
        example="One output says 3, and 5 is true: 3 is 2 too low, so its delta is -2. Another says 7, and 6 is "
        "true: 1 too high, so its delta is 1. The deltas are -2 and 1.",
    ),
    "compute_weight_deltas": Help(
        hint="Each weight has a delta of its own here, and all of them share one input. What should an input of 0, a "
        "negative input and a large input do to the deltas?",
        example="The input is 5. The first output was 2 too high, the second 0.5 too low. The first weight's "
        "weight_delta is 5 times 2, which is 10; the second's is 5 times -0.5, which is -2.5.",
    ),
    "vect_mat_mul": Help(
        hint="One row of the matrix is the whole of lab 02's network. What do you do with one row, and how often?",
        example="Two inputs, 2 and 10. The row of the first output is 3 and 0.5: 6 and 5 make 11. The row of the "
        "second is 0 and 1: 0 and 10 make 10. The row of the third is -1 and 0.2: -2 and 2 make 0. Two inputs, three "
        "rows, three predictions.",
    ),
    "outer_prod": Help(
        hint="There is one row for each output, as in the weights. Fill one row first: whose delta stays the same in "
        "it, and what changes from place to place?",
        example="Two outputs are off by 3 and by -1; the inputs are 2, 0 and 5. The first output's row is 6, 0, 15. "
        "The second's is -2, 0, -5. Two rows of three: as many rows as outputs, as many columns as inputs.",
    ),
    "update_matrix": Help(
        hint="Every weight has a weight_delta at the very same place in the other matrix. Take one row, do as in lab "
        "02, and put the new row into a new matrix.",
        example="Alpha is 0.5. A row of weights is 4 and 1, its weight_deltas are 2 and -6. Half of 2 is 1, so 4 "
        "goes down to 3. Half of -6 is -3, so 1 goes up to 4. The next row is treated the same, with its own "
        "weight_deltas.",
    ),
    "train": Help(
        hint="One iteration is a fixed round of what you have written: predict, measure, blame, lay out, move. Try "
        "it with two outputs and three inputs, so that rows and columns can't be mistaken for one another.",
        example="One input of 2, two outputs with the weights 3 and 1, the truths 10 and 0, alpha 0.1. They say 6 "
        "and 2: deltas -4 and 2, errors 16 and 4 on record. The weight_deltas are -8 and 4, so the weights go to 3.8 "
        "and 0.6. Asked for one iteration, it ends here, with one list of two errors.",
    ),
}
