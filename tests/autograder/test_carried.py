"""Marks carried forward: what is right but for a wrong helper earns its marks, and nothing else does."""

import pytest

from autograder.engine import sandbox
from autograder.engine.examiner import StudentProcess, Zygote, remote
from autograder.examination import examine
from tests.autograder.test_variants import RIGHT

WRONG_HELPERS = [
    ("01_single_weight", "train", "compute_delta", "def compute_delta(pred, true):\n    return true - pred"),
    ("01_single_weight", "train", "compute_error", "def compute_error(pred, true):\n    return abs(pred - true)"),
    (
        "01_single_weight",
        "train",
        "compute_weight_delta",
        "def compute_weight_delta(input, delta):\n    return 2 * input * delta",
    ),
    (
        "01_single_weight",
        "train",
        "update_weight",
        "def update_weight(weight, weight_delta, alpha):\n    raise TypeError('later')",
    ),
    ("02_multiple_inputs", "neural_network", "w_sum", "def w_sum(a, b):\n    return a[0] * b[0]"),
    (
        "02_multiple_inputs",
        "train",
        "compute_weight_deltas",
        "def compute_weight_deltas(inputs, delta):\n    return [delta for _ in inputs]",
    ),
    (
        "04_freezing_weights",
        "train_frozen",
        "freeze",
        "def freeze(weight_deltas, frozen):\n    return [0 * each for each in weight_deltas]",
    ),
    (
        "02_multiple_inputs",
        "compute_weight_deltas",
        "ele_mul",
        "def ele_mul(number, vector):\n    return [number + each for each in vector]",
    ),
    (
        "03_multiple_outputs",
        "train",
        "outer_prod",
        "def outer_prod(deltas, inputs):\n    return [[d * i for d in deltas] for i in inputs]",
    ),
    (
        "03_multiple_outputs",
        "train",
        "compute_deltas",
        "def compute_deltas(preds, trues):\n    return [t - p for p, t in zip(preds, trues)]",
    ),
    (
        "05_mnist",
        "train_step",
        "neural_network",
        "def neural_network(image, weights):\n    return weights @ image / len(image)",
    ),
    ("05_mnist", "accuracy", "neural_network", "def neural_network(image, weights):\n    return weights[:, 0]"),
    ("05_mnist", "gradients", "linear1", "def linear1(xb, weights, bias):\n    return xb @ weights"),
    (
        "05_mnist",
        "train_epoch",
        "gradients",
        "def gradients(xb, targets, weights, bias):\n    return xb.sum(axis=0), 1.0",
    ),
    ("05_mnist", "mnist_loss", "sigmoid", "def sigmoid(x):\n    import numpy as np\n    return 1 / (1 + np.exp(x))"),
]
# Each calls the lab's earlier functions, as the notebook suggests.
BY_HELPERS = {
    ("01_single_weight", "train"): """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        delta = compute_delta(pred, true)
        weight = update_weight(weight, compute_weight_delta(input, delta), alpha)
    return weight, errors
""",
    ("02_multiple_inputs", "neural_network"): "def neural_network(inputs, weights):\n    return w_sum(inputs, weights)",
    ("02_multiple_inputs", "train"): """
def train(inputs, true, weights, alpha, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs and {len(weights)} weights")
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return list(weights), errors
""",
    ("04_freezing_weights", "train_frozen"): """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs and {len(weights)} weights")
    weights, errors = list(weights), []
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        steps = freeze([i * delta for i in inputs], frozen)
        weights = [w - alpha * s for w, s in zip(weights, steps)]
    return weights, errors
""",
    ("02_multiple_inputs", "compute_weight_deltas"): """
def compute_weight_deltas(inputs, delta):
    return ele_mul(delta, inputs)
""",
    ("03_multiple_outputs", "train"): """
def train(inputs, trues, weights, alpha, iterations):
    if len(trues) != len(weights):
        raise ValueError(f"{len(trues)} trues and {len(weights)} rows")
    for row in weights:
        if len(row) != len(inputs):
            raise ValueError(f"{len(inputs)} inputs and a row of {len(row)}")
    weights, errors = [list(row) for row in weights], []
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    return weights, errors
""",
    ("05_mnist", "train_step"): """
import numpy as np

def train_step(image, target, weights, alpha):
    delta = neural_network(image, weights) - target
    return weights - alpha * np.outer(delta, image), (delta ** 2).sum()
""",
    ("05_mnist", "accuracy"): """
import numpy as np

def accuracy(images, labels, weights):
    return np.mean([np.argmax(neural_network(image, weights)) == label for image, label in zip(images, labels)])
""",
    ("05_mnist", "gradients"): """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    slope = np.where(targets == 1, -1, 1) * p * (1 - p) / len(xb)
    return xb.T @ slope, slope.sum()
""",
    ("05_mnist", "train_epoch"): """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for start in range(0, len(xb), batch_size):
        batch = slice(start, start + batch_size)
        d_weights, d_bias = gradients(xb[batch], targets[batch], weights, bias)
        weights, bias = weights - alpha * d_weights, bias - alpha * d_bias
    return weights, bias
""",
    ("05_mnist", "mnist_loss"): """
import numpy as np

def mnist_loss(predictions, targets):
    p = sigmoid(predictions)
    return np.where(targets == 1, 1 - p, p).mean()
""",
}


def examined(lab, name, *sources):
    """Examine `name` in a notebook whose earlier functions are right, after which these sources ran."""
    namespace = {"__name__": "__main__"}
    for earlier, answers in RIGHT[lab].items():
        exec(next(iter(answers.values())), namespace)
        if earlier == name:
            break
    for source in sources:
        exec(source, namespace)
    return examine(lab, name, namespace[name], seed="a seed"), namespace


@pytest.mark.parametrize(
    ("lab", "name", "helper", "source"), WRONG_HELPERS, ids=[f"{row[0][:2]}-{row[2]}" for row in WRONG_HELPERS]
)
def test_a_right_function_with_a_wrong_helper_has_full_marks_and_says_why(lab, name, helper, source):
    verdict, namespace = examined(lab, name, BY_HELPERS[lab, name], source)
    assert float(verdict) == verdict.max_score, verdict
    assert "carried forward" in verdict.message
    assert f"`{helper}`" in verdict.message
    own = examine(lab, helper, namespace[helper], seed="a seed")
    assert float(own) < own.max_score  # the helper pays for itself


@pytest.mark.parametrize(
    ("lab", "name", "helper", "source"), WRONG_HELPERS, ids=[f"{row[0][:2]}-{row[2]}" for row in WRONG_HELPERS]
)
def test_a_function_that_is_wrong_itself_gains_nothing_by_a_wrong_helper(lab, name, helper, source):
    spoilt = BY_HELPERS[lab, name].replace("errors.append(", "errors.append(1.5 * ")
    for right, wrong in (
        ("w_sum(inputs, weights)", "w_sum(weights, weights)"),
        ("1 - p, p", "p, p"),
        ("ele_mul(delta, inputs)", "ele_mul(delta + 1, inputs)"),
        ("alpha * np.outer", "2 * alpha * np.outer"),
        ("np.argmax(", "np.argmin("),
        (" / len(xb)", ""),
        ("weights - alpha * d_weights", "weights + alpha * d_weights"),
    ):
        spoilt = spoilt.replace(right, wrong)
    assert spoilt != BY_HELPERS[lab, name]
    verdict, _ = examined(lab, name, spoilt, source)
    assert float(verdict) == 0.0, verdict


@pytest.fixture(scope="module")
def zygote():
    made = Zygote()
    yield made
    made.close()


@pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing()))
@pytest.mark.parametrize(
    ("lab", "name", "helper", "source"), WRONG_HELPERS, ids=[f"{row[0][:2]}-{row[2]}" for row in WRONG_HELPERS]
)
def test_it_is_the_same_where_the_function_lives_in_a_sandbox(lab, name, helper, source, zygote, tmp_path):
    tmp_path.chmod(0o755)
    process = StudentProcess(zygote, tmp_path)
    try:
        for earlier, answers in RIGHT[lab].items():
            process.run(next(iter(answers.values())))
            if earlier == name:
                break
        process.run(BY_HELPERS[lab, name])
        process.run(source)
        carried = examine(lab, name, remote(process, name), seed="a seed")
        assert float(carried) == carried.max_score, carried
        own = examine(lab, helper, remote(process, helper), seed="a seed")
        assert float(own) < own.max_score  # and the stand-in is gone
    finally:
        process.kill()


CHEATS = {
    "a helper that knows the answer": (
        "def update_weight(weight, weight_delta, alpha):\n    return (0.11275, [0.0225])",
        "def train(input, true, weight, alpha, iterations):\n    return update_weight(weight, 0, alpha)",
    ),
    "helpers that make the training empty": (
        "def update_weight(weight, weight_delta, alpha):\n    return weight\n"
        "def compute_error(pred, true):\n    return 0",
        "def train(input, true, weight, alpha, iterations):\n    return weight, [0] * iterations",
    ),
    "a helper that trains": (
        "def compute_delta(pred, true):\n    return 7.0",
        "def train(input, true, weight, alpha, iterations):\n    return compute_delta(weight, true), [compute_delta(0, 0)] * iterations",
    ),
    "its own wrong formula instead of the helper": (
        "def compute_delta(pred, true):\n    return true - pred",
        """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = true - input * weight
        errors.append(delta ** 2)
        weight = weight - alpha * input * delta
    return weight, errors
""",
    ),
    "a helper that isn't written": (
        "def compute_delta(pred, true):\n    raise NotImplementedError",
        BY_HELPERS["01_single_weight", "train"],
    ),
}


@pytest.mark.parametrize("name", CHEATS)
def test_a_helper_with_the_answer_in_disguise_gains_nothing(name):
    helper, function = CHEATS[name]
    verdict, _ = examined("01_single_weight", "train", function, helper)
    assert float(verdict) == 0.0, verdict


def test_the_helpers_are_as_they_were_afterwards():
    lab, name, helper, source = WRONG_HELPERS[0]
    _, namespace = examined(lab, name, BY_HELPERS[lab, name], source)
    assert namespace[helper](3, 1) == -2
