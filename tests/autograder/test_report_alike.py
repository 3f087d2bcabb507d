"""Answers that are the same but for their names, and notebooks that share more of them than chance would have it."""

import random

import pytest

from autograder.report.alike import SAME_ANSWERS, most_for_rare, same_answers, same_files
from autograder.report.normal_form import function_source, normal_form

PLAIN = "def f(a, b):\n    total = 0\n    for x in a:\n        total += x * b\n    return total"
SAME = {
    "other names": "def f(p, q):\n    s = 0\n    for each in p:\n        s += each * q\n    return s",
    "comments and blank lines": "# mine\ndef f(a, b):  # yes\n\n    total = 0\n    for x in a:\n        # add\n        total += x * b\n\n    return total",
    "a docstring": 'def f(a, b):\n    """All mine."""\n    total = 0\n    for x in a:\n        total += x * b\n    return total',
    "type hints": "def f(a: list[float], b: float) -> float:\n    total = 0\n    for x in a:\n        total += x * b\n    return total",
    "spaces and brackets": "def f( a,b ):\n  total=0\n  for x in a :\n    total+=(x*b)\n  return (total)",
    "pass": "def f(a, b):\n    pass\n    total = 0\n    for x in a:\n        total += x * b\n    return total",
    "more in the cell": "import math\n" + PLAIN + "\nprint(f([1], 2))",
    "a magic": "%matplotlib inline\n" + PLAIN,
}
OTHER = {
    "another operator": PLAIN.replace("x * b", "x + b"),
    "another number": PLAIN.replace("total = 0", "total = 1"),
    "names exchanged": "def f(a, b):\n    total = 0\n    for x in b:\n        total += x * a\n    return total",
    "another order": "def f(a, b):\n    for x in a:\n        total = 0\n        total += x * b\n    return total",
    "a function of Python's": PLAIN.replace("return total", "return float(total)"),
}


@pytest.mark.parametrize("source", SAME.values(), ids=SAME)
def test_what_only_looks_different_has_one_form(source):
    assert normal_form(source, "f") == normal_form(PLAIN, "f")


@pytest.mark.parametrize("source", OTHER.values(), ids=OTHER)
def test_what_does_something_else_has_another_form(source):
    assert normal_form(source, "f") != normal_form(PLAIN, "f")


def test_a_lambda_is_the_function_it_stands_for():
    assert normal_form("f = lambda p, t: p - t", "f") == normal_form("def f(a, b):\n    return a - b", "f")


def test_names_that_are_not_the_answers_own_count():
    assert normal_form("def f(a):\n    return np.sum(a)", "f") != normal_form("def f(a):\n    return math.sum(a)", "f")
    assert normal_form("def f(a):\n    return sum(a)", "f") != normal_form("def f(a):\n    return max(a)", "f")


@pytest.mark.parametrize(
    "source",
    ["def f(:\n", "\0", "(" * 5_000, "-" * 50_000 + "1", "f = " + "9" * 10_000, "x" * 30_000, "\udcff"],
    ids=["no Python", "a NUL", "brackets", "minus signs", "a long number", "a long name", "half a character"],
)
def test_what_python_refuses_is_compared_as_text(source):
    assert normal_form(source, "f") == normal_form("  " + source.replace("\n", "\n\n"), "f") or "\0" in source
    assert function_source(source, "f") is None or "9" in source


def test_the_source_of_a_function_comes_without_docstring_and_neighbours():
    source = 'import os\n\ndef f(a):\n    """Two\n    lines."""\n    # kept\n    return a\n\nprint(f(1))'
    assert function_source(source, "f") == "def f(a):\n    # kept\n    return a"
    assert function_source('def f(): "only this"', "f") == 'def f(): "only this"'


def class_of(number, questions=6, seed=1):
    """A class in which everybody picks one of four common answers to every question."""
    rng = random.Random(seed)
    return [{f"q{n}": f"common {n} {rng.randrange(4)}" for n in range(questions)} for _ in range(number)]


def test_a_copied_notebook_is_found_with_what_was_copied():
    answers = class_of(60)
    for place in (7, 41):
        answers[place] |= {"q1": "rare 1", "q3": "rare 3", "q5": "rare 5"}
    (group,) = same_answers(answers, 6)
    assert (group.members, group.kind, group.shared) == ((7, 41), SAME_ANSWERS, ("q1", "q3", "q5"))
    assert group.surprise == pytest.approx(3 * 4.907, abs=0.01)  # log2(60 / 2) each


def test_a_ring_is_one_group():
    answers = class_of(300)
    for place in range(10, 16):
        answers[place] |= {f"q{n}": f"rare {n}" for n in range(4)}
    (group,) = same_answers(answers, 6)
    assert group.members == tuple(range(10, 16))


NOT_FOUND = {
    "common answers": {},
    "two rare answers of six": {"q1": "rare 1", "q2": "rare 2"},
}


@pytest.mark.parametrize("shared", NOT_FOUND.values(), ids=NOT_FOUND)
def test_too_little_in_common_is_nothing(shared):
    answers = class_of(60)
    for place in (7, 41):
        answers[place] |= shared
    assert same_answers(answers, 6) == []


def test_two_shared_answers_are_enough_in_a_lab_of_three():
    answers = class_of(60, questions=3)
    for place in (7, 41):
        answers[place] |= {"q1": "rare 1", "q2": "rare 2"}
    assert [group.members for group in same_answers(answers, 3)] == [(7, 41)]


def test_what_many_write_is_not_rare():
    answers = class_of(100)
    for place in range(most_for_rare(100) + 1):
        answers[place] |= {f"q{n}": f"rare {n}" for n in range(6)}
    assert same_answers(answers, 6) == []


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_a_tiny_class_is_no_trouble(number):
    assert len(same_answers([{"q1": "a", "q2": "b", "q3": "c"}] * number, 3)) == 0


def test_the_same_file_is_found_in_a_class_of_any_size():
    assert [group.members for group in same_files(["a", "b", "a", None, None])] == [(0, 2)]


def test_no_pair_is_looked_at_twice_in_a_class_of_ten_thousand():
    answers = class_of(10_000)
    for place in range(0, 10_000, 500):  # ten pairs among them
        answers[place] |= {f"q{n}": f"rare {place // 1000} {n}" for n in range(5)}
    assert len(same_answers(answers, 6)) == 10
