"""`check` and `ready`, as a notebook uses them."""

import linecache

import pytest

from course_utils import compare_prediction, start_lab
from course_utils.checking import LabDesk
from course_utils.checking.cases import TABLES
from course_utils.prediction import comparison


def run_cell(source: str, **names):
    """Run a cell as a notebook would: with its lines known to `linecache`; return its last expression's value."""
    linecache.cache["<cell>"] = (len(source), None, source.splitlines(keepends=True), "<cell>")
    *lines, last = source.splitlines()
    exec(compile("\n".join(lines), "<cell>", "exec"), names)
    return eval(compile("\n" * len(lines) + last, "<cell>", "eval"), names)


@pytest.mark.parametrize(
    "source",
    [
        "def compute_delta(pred, true):\n    return pred - true\ncheck(compute_delta)",
        "compute_delta = lambda pred, true: pred - true\ncheck(compute_delta)",
        "import functools, operator\ncompute_delta = functools.partial(operator.sub)\ncheck(compute_delta)",
        "class Minus:\n    def __call__(self, pred, true):\n        return pred - true\ncompute_delta = Minus()\ncheck(compute_delta)",
    ],
    ids=["def", "lambda", "partial", "instance"],
)
def test_a_function_may_be_anything_that_can_be_called(source):
    check, _ = start_lab("01_single_weight")
    assert run_cell(source, check=check).state == "passed"


def test_one_function_under_two_names_answers_the_question_that_is_asked():
    check, _ = start_lab("03_multiple_outputs")
    source = "def ele_mul(number, vector):\n    return [number * x for x in vector]\ncompute_weight_deltas = ele_mul\ncheck(compute_weight_deltas)"
    assert run_cell(source, check=check).name == "compute_weight_deltas"


def test_another_function_is_refused_with_the_names():
    check, _ = start_lab("01_single_weight")
    with pytest.raises(ValueError, match="expected one of neural_network, .* found 'len'"):
        check(len)


def test_another_lab_is_refused_with_the_names():
    with pytest.raises(ValueError, match="expected one of 01_single_weight, .* found '06_more'"):
        start_lab("06_more")


def unwritten(pred, true):
    raise NotImplementedError


READY = {
    "right": ("compute_delta = lambda pred, true: pred - true\nready(compute_delta)", True, ""),
    "unwritten": (
        "def compute_delta(pred, true):\n    raise NotImplementedError()\nready(compute_delta)",
        False,
        "Write `compute_delta` first",
    ),
    "wrong": (
        "compute_delta = lambda pred, true: true - pred\nready(compute_delta)",
        False,
        "`compute_delta` is not right yet",
    ),
}


@pytest.mark.parametrize(("source", "answer", "words"), READY.values(), ids=READY)
def test_ready_says_in_one_line_what_is_missing(source, answer, words, capsys):
    _, ready = start_lab("01_single_weight")
    assert run_cell(source, ready=ready) is answer
    printed = capsys.readouterr().out
    assert words in printed
    assert printed.count("\n") == (0 if answer else 1)


def test_every_lab_has_a_table_with_its_questions():
    labs = sorted(path.stem for path in TABLES.glob("*.json"))
    assert [len(LabDesk(lab).questions) for lab in labs] == [6, 6, 8, 3, 13]


@pytest.mark.parametrize(
    ("guess", "answer", "words"),
    [
        (..., 0.85, "No prediction yet"),
        (0.9, 0.85, "0.05 too high"),
        (0.8, 0.85, "0.05 too low"),
        (0.85, 0.85, "exactly right"),
        ("up", "up", "As you said"),
        ("down", "up", "Not what you expected"),
        (None, 0.85, "as a number"),
        (float("nan"), 0.85, "as a number"),
    ],
)
def test_a_prediction_is_compared_in_one_line(guess, answer, words, capsys):
    compare_prediction(guess, answer, "pred")
    printed = capsys.readouterr().out
    assert words in printed
    assert printed == comparison(guess, answer, "pred") + "\n"


def test_a_wrong_helper_is_pointed_out_in_the_check_of_what_calls_it():
    names = {}
    exec(
        "def w_sum(a, b):\n    return a[0] * b[0]\n\ndef neural_network(inputs, weights):\n    return w_sum(inputs, weights)",
        names,
    )
    desk = LabDesk("02_multiple_inputs")
    verdict = desk.verdict(desk.questions["neural_network"], names["neural_network"])
    assert "`w_sum`, which it calls, is not right yet" in verdict.message
    assert "which it calls" not in desk.verdict(desk.questions["w_sum"], names["w_sum"]).message
