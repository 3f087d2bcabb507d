"""Mistakes that are recognised in any function: by kind, by relation, by error, by condition."""

import re
import tomllib
from pathlib import Path

import numpy as np
import pytest

from course_utils.checking import diagnosis
from course_utils.checking.cases import Case, Question
from course_utils.checking.diagnosis import Diagnosis, Suspect, are_alike, is_error, laid_flat, laid_flat_error
from course_utils.checking.judge import Knowledge, judge

LISTS = [([1.5, -2.5, 4.0], 2), ([0.5], -3), ([1, 2, 3, 4], 0.5), ([-1.25, 0.75], 1)]
CASES = [Case(arguments, np.array(arguments[0]) * arguments[1]) for arguments in LISTS]
SUMS = [Case(arguments, float(sum(arguments[0]) * arguments[1])) for arguments in LISTS]
PAIRS = [Case(arguments, (np.array(arguments[0]) * 2, float(sum(arguments[0])))) for arguments in LISTS]
kept = []


def remembers(values, factor):
    kept.append(factor)
    return [value * factor + len(kept) for value in values]


def mutates(values, factor):
    for place in range(len(values)):
        values[place] *= factor
    return values


def times(values, factor):
    return [value * factor for value in values]


ANSWERS = {
    "no-return": (CASES, lambda values, factor: None if times(values, factor) else 0),
    "return-missing-sometimes": (CASES, lambda values, factor: times(values, factor) if factor > 0 else None),
    "returns-text": (CASES, lambda values, factor: str(times(values, factor))),
    "returns-iterator": (CASES, lambda values, factor: (value * factor for value in values)),
    "returns-complex": (CASES, lambda values, factor: [value * factor + 0j for value in values]),
    "returns-collection": (CASES, lambda values, factor: {value * factor for value in values}),
    "returns-function": (CASES, lambda values, factor: times),
    "sign-reversed": (CASES, lambda values, factor: [-value for value in times(values, factor)]),
    "twice": (CASES, lambda values, factor: [2 * value for value in times(values, factor)]),
    "half": (SUMS, lambda values, factor: sum(times(values, factor)) / 2),
    "in-percent": (SUMS, lambda values, factor: 100 * sum(times(values, factor))),
    "sign-lost": (CASES, lambda values, factor: [abs(value) for value in times(values, factor)]),
    "cut-to-whole": (CASES, lambda values, factor: [int(value) for value in times(values, factor)]),
    "rounded": (CASES, lambda values, factor: [round(value, 1) for value in times(values, factor)]),
    "order-reversed": (CASES, lambda values, factor: times(values, factor)[::-1]),
    "sum-for-list": (CASES, lambda values, factor: sum(times(values, factor))),
    "mean-for-list": (CASES, lambda values, factor: np.mean(times(values, factor))),
    "first-in-list": (CASES, lambda values, factor: times(values, factor)[:1]),
    "last-missing": (CASES, lambda values, factor: times(values, factor)[:-1]),
    "running-total": (CASES, lambda values, factor: np.cumsum(times(values, factor))),
    "in-a-list": (CASES, lambda values, factor: [times(values, factor)]),
    "pair-turned-round": (PAIRS, lambda values, factor: (sum(values), times(values, 2))),
    "first-part-only": (PAIRS, lambda values, factor: times(values, 2)),
    "second-part-only": (PAIRS, lambda values, factor: sum(values)),
    "sign-reversed in the second part": (PAIRS, lambda values, factor: (times(values, 2), -sum(values))),
    "list-for-number": (SUMS, lambda values, factor: [value + 7 for value in values]),
    "number-for-list": (CASES, lambda values, factor: 42),
    "matrix-for-list": (CASES, lambda values, factor: [[value * other for other in values] for value in values]),
    "other-length": (CASES, lambda values, factor: [*values, *values]),
    "not-finite": (CASES, lambda values, factor: [float("nan") for _ in values]),
    "slightly-off": (CASES, lambda values, factor: [1.001 * value for value in times(values, factor)]),
    "unknown-name": (CASES, lambda values, factor: valeus),  # noqa: F821
    "index-past-end": (CASES, lambda values, factor: values[99]),
    "divides-by-zero": (CASES, lambda values, factor: factor / 0),
    "list-times-number": (CASES, lambda values, factor: values * 1.5),
    "list-arithmetic": (CASES, lambda values, factor: values - factor),
    "number-as-list": (CASES, lambda values, factor: list(factor)),
    "name-covered": (CASES, lambda values, factor: factor(values)),
    "other-parameters": (CASES, lambda values: values),
    "no-such-attribute": (CASES, lambda values, factor: values.shape),
    "remembers": (CASES, remembers),
    "changes-argument": (CASES, mutates),
    "wrong-when-longer-than-3": (CASES, lambda values, factor: times(values, factor) if len(values) < 4 else [9] * 4),
    "wrong-when-one-only": (CASES, lambda values, factor: times(values, factor) if len(values) > 1 else [7.0]),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_mistake_is_named(name):
    cases, function = ANSWERS[name]
    finding = judge("f", function, cases)
    assert (finding.diagnosis or "").startswith(name.partition(" ")[0]), finding
    assert finding.state in {"failed", "error"}


def test_what_is_right_has_no_diagnosis():
    finding = judge("f", times, CASES)
    assert (finding.state, finding.diagnosis) == ("passed", None)


def test_every_saying_is_short_and_asks_something():
    sayings = tomllib.loads(Path(diagnosis.__file__).with_name("mistakes.toml").read_text(encoding="utf-8"))
    for name, says in sayings.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert 1 <= len(re.findall(r"[.?](?=\s|$)", says)) <= 5, name
        assert "!" not in says
        if name != "changes-argument":
            assert "?" in says, name


def test_a_formula_is_named_before_anything_that_fits_any_function():
    def suspects(cases):
        answers = [laid_flat(np.array(case.arguments[0]) * -case.arguments[1]) for case in cases]
        return [Suspect(Diagnosis("mine", "Says."), answers.__getitem__)]

    finding = judge("f", ANSWERS["sign-reversed"][1], CASES, Knowledge(suspects))
    assert (finding.diagnosis, finding.message) == ("mine", "Says.")


def test_where_a_formula_stops_any_wrong_answer_agrees_and_no_right_one():
    def suspects(cases):
        wrong = [laid_flat(-case.expected) for case in cases]
        return [
            Suspect(Diagnosis("stops", ""), lambda number: laid_flat_error("E", "") if number == 3 else wrong[number])
        ]

    reversed_but_for_pairs = [
        lambda values, factor: [-value * factor for value in values] if len(values) != 2 else [1, 2, 3],
        lambda values, factor: [-value * factor for value in values] if len(values) != 2 else times(values, factor),
    ]
    names = [judge("f", function, CASES, Knowledge(suspects)).diagnosis for function in reversed_but_for_pairs]
    assert names[0] == "stops"
    assert names[1] != "stops"


def test_errors_of_one_kind_and_message_are_alike_whatever_their_numbers():
    one, other = laid_flat_error("ValueError", "shapes 3 and 4.5"), laid_flat_error("ValueError", "shapes 10 and 2")
    assert is_error(one)
    assert are_alike(one, other)
    assert not are_alike(one, laid_flat_error("TypeError", "shapes 3 and 4"))
    assert not is_error(laid_flat([1.0]))


def test_large_answers_are_known_by_a_few_numbers():
    pixels = np.linspace(0, 1, 784)
    flat = laid_flat(pixels)
    assert len(flat) < 100
    assert are_alike(flat, laid_flat(list(pixels)))
    other = pixels.copy()
    other[333] += 0.5
    assert not are_alike(flat, laid_flat(other))
    assert not are_alike(flat, laid_flat(pixels.reshape(28, 28)))


SHARES = {"unequal_lengths": 0.75, "changes_arguments": 0.5}
UNEQUAL = Case(([1, 2], [1, 2, 3]), lengths=(2, 3))
SUM = [Case(([1, 2], [3, 4]), np.array([4.0, 6.0])), UNEQUAL]


def adds(one, other):
    if len(one) != len(other):
        raise ValueError(f"{len(one)} and {len(other)}")
    return [a + b for a, b in zip(one, other, strict=False)]


def adds_in_place(one, other):
    one[:] = adds(one, other)
    return one


@pytest.mark.parametrize(
    ("function", "share", "name"),
    [
        (adds, None, None),
        (lambda one, other: [a + b for a, b in zip(one, other, strict=False)], 0.75, "lengths-cut-short"),
        (lambda one, other: [one[i] + other[i] for i in range(len(other))], 0.75, "lengths-wrong-error"),
        (adds_in_place, 0.5, "changes-argument"),
        (lambda one, other: [a - b for a, b in zip(one, other, strict=False)], 0.0, "wrong-when"),
    ],
)
def test_what_is_right_but_for_one_thing_keeps_a_share(function, share, name):
    finding = judge("f", function, SUM, Knowledge(shares=SHARES))
    if share is None:
        assert finding.state == "passed"
        return
    assert (finding.state, finding.share) == ("failed", share)
    assert name in {"wrong-when", finding.diagnosis}


def test_two_faults_cost_both():
    def both(one, other):
        one[:] = [a + b for a, b in zip(one, other, strict=False)]
        return list(one)

    finding = judge("f", both, SUM, Knowledge(shares=SHARES))
    assert finding.share == pytest.approx(0.25)


def test_hints_and_examples_are_with_what_is_wrong_only():
    knowledge = Knowledge(hint="Look.", example="Two and two.")
    assert judge("f", lambda one, other: 0, SUM, knowledge).hint == "Look."
    assert judge("f", adds, SUM, knowledge).hint == ""
    assert Question("f", 1.0, ()).mistakes() == ()
