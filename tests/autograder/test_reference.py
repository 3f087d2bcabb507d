"""LABS.md's numbers hold in the reference, and in the labs' own solutions; nonsense is refused in one line."""

import numpy as np
import pytest

from autograder.course import LABS
from autograder.examination import LABS as QUESTIONS
from autograder.reference import lab01, lab02, lab03, lab04, lab05
from course_utils.checking.equality import difference
from tests.conftest import solved_sources

GAME = [8.5, 0.65, 1.2]
THREE = [0.1, 0.2, -0.1]
MATRIX = [[0.1, 0.1, -0.3], [0.1, 0.2, 0.0], [0.0, 1.3, 0.1]]
TRUES = [0.1, 1, 0.1]


def preds_of(train, weights, alpha, iterations, *frozen):
    """Return the predictions of each iteration of lab 02's first game."""
    return [
        float(np.dot(GAME, train(GAME, 1, weights, alpha, *frozen, iteration)[0])) for iteration in range(iterations)
    ]


# lab, function, arguments, what comes of it
FACTS = [
    ("01_single_weight", "neural_network", (8.5, 0.1), 0.85),
    ("01_single_weight", "compute_error", (0.85, 1), 0.0225),
    ("01_single_weight", "compute_delta", (0.85, 1), -0.15),
    ("01_single_weight", "compute_weight_delta", (8.5, -0.15), -1.275),
    ("01_single_weight", "update_weight", (0.1, -1.275, 0.01), 0.11275),
    ("01_single_weight", "train", (8.5, 1, 0.1, 0.01, 0), (0.1, [])),
    ("02_multiple_inputs", "neural_network", (GAME, THREE), 0.86),
    ("02_multiple_inputs", "compute_weight_deltas", (GAME, -0.14), [-1.19, -0.091, -0.168]),
    ("02_multiple_inputs", "update_weights", (THREE, [-1.19, -0.091, -0.168], 0.01), [0.1119, 0.20091, -0.09832]),
    ("02_multiple_inputs", "train", (GAME, 1, THREE, 0.01, 1), ([0.1119, 0.20091, -0.09832], [0.0196])),
    ("03_multiple_outputs", "ele_mul", (0.65, [0.3, 0.2, 0.9]), [0.195, 0.13, 0.585]),
    ("03_multiple_outputs", "compute_errors", ([0.195, 0.13, 0.585], TRUES), [0.009025, 0.7569, 0.235225]),
    ("03_multiple_outputs", "compute_deltas", ([0.195, 0.13, 0.585], TRUES), [0.095, -0.87, 0.485]),
    ("03_multiple_outputs", "compute_weight_deltas", (0.65, [0.095, -0.87, 0.485]), [0.06175, -0.5655, 0.31525]),
    ("03_multiple_outputs", "vect_mat_mul", (GAME, MATRIX), [0.555, 0.98, 0.965]),
    ("03_multiple_outputs", "compute_errors", ([0.555, 0.98, 0.965], TRUES), [0.207025, 0.0004, 0.748225]),
    ("03_multiple_outputs", "compute_deltas", ([0.555, 0.98, 0.965], TRUES), [0.455, -0.02, 0.865]),
    (
        "03_multiple_outputs",
        "train",
        (GAME, TRUES, MATRIX, 0.01, 1),
        (
            [[0.061325, 0.0970425, -0.30546], [0.1017, 0.20013, 0.00024], [-0.073525, 1.2943775, 0.08962]],
            [[0.207025, 0.0004, 0.748225]],
        ),
    ),
    ("04_freezing_weights", "freeze", ([-1.19, -0.091, -0.168], [0]), [0, -0.091, -0.168]),
    ("05_mnist", "sigmoid", (0,), 0.5),
    ("05_mnist", "sigmoid", (np.array([-1000.0, 1000.0]),), [0, 1]),
]


def as_expected(value):
    return tuple(map(as_expected, value)) if isinstance(value, tuple) else np.array(value, dtype=float)


@pytest.fixture(scope="module")
def solutions(course):
    """The functions as the solved notebooks define them."""
    functions = {}
    for lab in LABS:
        functions[lab] = {"np": np}
        exec("from pathlib import Path", functions[lab])
        for source in solved_sources(course, lab).values():
            exec(source, functions[lab])
    return functions


@pytest.mark.parametrize(
    ("lab", "name", "arguments", "answer"), FACTS, ids=[f"{lab}-{name}" for lab, name, *_ in FACTS]
)
def test_the_labs_numbers_hold(lab, name, arguments, answer, solutions):
    reference = {question.name: question.reference for question in QUESTIONS[lab]}[name]
    assert difference(reference(*arguments), as_expected(answer)) is None
    assert difference(solutions[lab][name](*arguments), as_expected(answer)) is None


def test_the_first_labs_errors_and_the_edge_of_divergence(solutions):
    for train in (lab01.train, solutions["01_single_weight"]["train"]):
        assert train(8.5, 1, 0.1, 0.01, 4)[1] == pytest.approx(
            [0.0225, 0.00173264, 0.000133424, 0.0000102745], rel=1e-5
        )
        edge = 2 / 8.5**2
        assert train(8.5, 1, 0.1, edge, 50)[1] == pytest.approx([0.0225] * 50)
        assert train(8.5, 1, 0.1, edge * 0.99, 2000)[1][-1] < 1e-9
        assert train(8.5, 1, 0.1, edge * 1.01, 2000)[1][-1] > 1e9


def test_the_second_labs_predictions(solutions):
    for train in (lab02.train, solutions["02_multiple_inputs"]["train"]):
        assert preds_of(train, THREE, 0.01, 4) == pytest.approx([0.86, 0.9637575, 0.99061772, 0.99757116])
        assert preds_of(train, THREE, 0.1, 4) == pytest.approx([0.86, 1.897575, -4.754578, 37.894036])


def test_the_fourth_labs_predictions_and_weights(solutions):
    for train in (lab04.train_frozen, solutions["04_freezing_weights"]["train_frozen"]):
        preds = preds_of(train, THREE, 0.3, 5, [0])
        assert preds == pytest.approx([0.86, 0.938225, 0.97274178, 0.98797231, 0.99469278])
        assert train(GAME, 1, THREE, 0.3, [0], 3)[0] == pytest.approx(
            [0.1, 0.24466147765625, -0.017548041250000077], rel=1e-12
        )


def test_the_weight_delta_is_half_the_numerical_derivative():
    step = 1e-6
    error = [lab01.compute_error(lab01.neural_network(8.5, 0.1 + side * step), 1) for side in (1, -1)]
    assert lab01.compute_weight_delta(8.5, -0.15) == pytest.approx((error[0] - error[1]) / (2 * step) / 2, rel=1e-6)


def test_the_gradients_are_the_numerical_ones():
    draw = np.random.default_rng(5)
    xb, targets, weights, step = draw.normal(size=(7, 4)), np.array([0, 1, 1, 0, 1, 0, 1]), draw.normal(size=4), 1e-6

    def loss(weights, bias):
        return lab05.mnist_loss(lab05.linear1(xb, weights, bias), targets)

    d_weights, d_bias = lab05.gradients(xb, targets, weights, 0.25)
    sides = [(loss(weights + step * unit, 0.25) - loss(weights - step * unit, 0.25)) / (2 * step) for unit in np.eye(4)]
    assert d_weights == pytest.approx(sides, rel=1e-5)
    assert d_bias == pytest.approx((loss(weights, 0.25 + step) - loss(weights, 0.25 - step)) / (2 * step), rel=1e-5)


REFUSED = {
    "text": lambda: lab01.neural_network("8.5", 0.1),
    "a list for a number": lambda: lab01.compute_delta([1], 1),
    "nan": lambda: lab01.compute_error(float("nan"), 1),
    "alpha of 0": lambda: lab01.update_weight(0.1, 1, 0),
    "a negative alpha": lambda: lab02.train(GAME, 1, THREE, -0.1, 1),
    "alpha of nan, no iterations": lambda: lab02.train(GAME, 1, THREE, float("nan"), 0),
    "negative iterations": lambda: lab03.train(GAME, TRUES, MATRIX, 0.1, -1),
    "half an iteration": lambda: lab01.train(8.5, 1, 0.1, 0.01, 0.5),
    "a number for a list": lambda: lab02.w_sum(3, [1, 2]),
    "unequal lengths": lambda: lab02.w_sum([1, 2], [1, 2, 3]),
    "a ragged matrix": lambda: lab03.vect_mat_mul([1, 2], [[1, 2], [3]]),
    "rows that don't fit": lambda: lab03.update_matrix([[1, 2]], [[1, 2], [3, 4]], 0.1),
    "trues that don't fit": lambda: lab03.train([1, 2], [1], [[1, 2], [3, 4]], 0.1, 1),
    "an index too high": lambda: lab04.freeze([1, 2], [2]),
    "a number for the frozen": lambda: lab04.freeze([1, 2], 1),
    "an image of the wrong shape": lambda: lab05.preprocess(np.zeros((3, 28, 27))),
    "a flat image": lambda: lab05.preprocess(np.zeros((3, 784))),
    "a label too high": lambda: lab05.one_hot(np.array([3]), 3),
    "targets of two": lambda: lab05.mnist_loss(np.array([1.0, 2.0]), np.array([0, 2])),
    "too few labels": lambda: lab05.accuracy(np.zeros((3, 784)), np.zeros(2), np.zeros((10, 784))),
    "no batches": lambda: lab05.train_epoch(np.zeros((3, 4)), np.zeros(3), np.zeros(4), 0.0, 1.0, 0),
    "a path without .npz": lambda: lab05.save_model("model.txt", np.zeros(3), 0.0),
    "no file": lambda: lab05.load_model("nowhere.npz"),
    "text for sigmoid": lambda: lab05.sigmoid("0"),
}


@pytest.mark.parametrize("call", REFUSED.values(), ids=REFUSED)
def test_nonsense_is_refused_in_one_line(call):
    with pytest.raises((TypeError, ValueError, FileNotFoundError), match="expected .*found .*") as raised:
        call()
    assert "\n" not in str(raised.value)


def test_a_model_comes_back_and_a_damaged_or_unfitting_one_is_refused(tmp_path):
    path = tmp_path / "model.npz"
    lab05.save_model(path, np.arange(6.0).reshape(2, 3), 0.5)
    weights, bias = lab05.load_model(path, shape=(2, 3))
    assert weights.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert bias == 0.5
    with pytest.raises(ValueError, match=r"expected shape \(784,\), found \(2, 3\)"):
        lab05.load_model(path, shape=(784,))
    path.write_bytes(b"PK not really")
    with pytest.raises(ValueError, match="found something else in model.npz"):
        lab05.load_model(path)
