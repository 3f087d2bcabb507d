"""What the made-up students wrote: `{lab: {function: source}}`, wherever it differs from the solution."""

from __future__ import annotations

Answers = dict[str, dict[str, str]]

IN_NUMPY: Answers = {
    "01_single_weight": {
        "train": """
import numpy as np

def train(input, true, weight, alpha, iterations):
    errors = np.zeros(iterations)
    for i in range(iterations):
        delta = input * weight - true
        errors[i] = delta ** 2
        weight = weight - alpha * input * delta
    return weight, errors
""",
    },
    "02_multiple_inputs": {
        "w_sum": "import numpy as np\n\ndef w_sum(a, b):\n    return np.dot(a, b)",
        "neural_network": "def neural_network(inputs, weights):\n    return np.array(inputs) @ np.array(weights)",
        "ele_mul": "def ele_mul(number, vector):\n    return number * np.array(vector)",
        "compute_weight_deltas": "def compute_weight_deltas(inputs, delta):\n    return np.array(inputs) * delta",
        "update_weights": "def update_weights(weights, weight_deltas, alpha):\n    return np.array(weights) - alpha * np.array(weight_deltas)",
        "train": """
def train(inputs, true, weights, alpha, iterations):
    x, w = np.array(inputs, dtype=float), np.array(weights, dtype=float)
    errors = []
    for _ in range(iterations):
        delta = x @ w - true
        errors.append(delta ** 2)
        w = w - alpha * delta * x
    return w, np.array(errors)
""",
    },
    "03_multiple_outputs": {
        "vect_mat_mul": "import numpy as np\n\ndef vect_mat_mul(vect, matrix):\n    return np.array(matrix) @ np.array(vect)",
        "outer_prod": "def outer_prod(deltas, inputs):\n    return np.outer(deltas, inputs)",
        "update_matrix": "def update_matrix(weights, weight_deltas, alpha):\n    return np.array(weights) - alpha * np.array(weight_deltas)",
    },
}

IN_ONE_LINE: Answers = {
    "01_single_weight": {
        "compute_error": "compute_error = lambda pred, true: abs(pred - true) ** 2",
        "compute_delta": "compute_delta = lambda pred, true: -(true - pred)",
    },
    "02_multiple_inputs": {
        "ele_mul": "def ele_mul(number, vector):\n    return tuple(number * element for element in vector)",
        "compute_weight_deltas": "def compute_weight_deltas(inputs, delta):\n    return list(map(lambda x: x * delta, inputs))",
    },
    "03_multiple_outputs": {
        "outer_prod": "def outer_prod(deltas, inputs):\n    return [[d * x for x in inputs] for d in deltas]",
    },
    "04_freezing_weights": {
        "freeze": "def freeze(weight_deltas, frozen):\n    return [d * (i not in frozen) for i, d in enumerate(weight_deltas)]",
    },
    "05_mnist": {
        "accuracy": "def accuracy(images, labels, weights):\n    return sum(int((weights @ x).argmax()) == y for x, y in zip(images, labels)) / len(labels)",
    },
}

SIGNS_AND_FACTORS: Answers = {
    "01_single_weight": {
        "compute_delta": "def compute_delta(pred, true):\n    return true - pred",
        "compute_weight_delta": "def compute_weight_delta(input, delta):\n    return 2 * input * delta",
    },
    "05_mnist": {
        "sigmoid": "def sigmoid(x):\n    return 1 / (1 + np.exp(x))",
        "mnist_loss": "def mnist_loss(predictions, targets):\n    p = 1 / (1 + np.exp(-predictions))\n    return np.where(targets == 1, 1 - p, p).sum()",
    },
}

THREE_OF_EVERYTHING: Answers = {
    "02_multiple_inputs": {
        "w_sum": "def w_sum(a, b):\n    total = 0\n    for i in range(3):\n        total += a[i] * b[i]\n    return total",
        "ele_mul": "def ele_mul(number, vector):\n    output = [0, 0, 0]\n    for i in range(len(vector)):\n        output[i] = number * vector[i]\n    return output",
    },
    "03_multiple_outputs": {
        "ele_mul": "def ele_mul(number, vector):\n    output = [0, 0, 0]\n    for i in range(3):\n        output[i] = number * vector[i]\n    return output",
    },
    "05_mnist": {
        "preprocess": "def preprocess(images):\n    return images.reshape(len(images), 784) / images.max()",
        "one_hot": "def one_hot(labels, classes):\n    return np.eye(labels.max() + 1)[labels]",
    },
}

CHANGES_ITS_ARGUMENTS: Answers = {
    "02_multiple_inputs": {
        "update_weights": "def update_weights(weights, weight_deltas, alpha):\n    for i in range(len(weights)):\n        weights[i] -= alpha * weight_deltas[i]\n    return weights",
    },
    "04_freezing_weights": {
        "freeze": "def freeze(weight_deltas, frozen):\n    for i in frozen:\n        weight_deltas[i] = 0\n    return weight_deltas",
    },
}

IN_A_HURRY: Answers = {
    "01_single_weight": {
        "compute_error": "def compute_error(pred, true):\n    return pred - true",
        "update_weight": "def update_weight(weight, weight_delta, alpha):\n    return weight - weight_delta",
        "train": "def train(input, true, weight, alpha, iterations):\n    print('later')",
    },
    "02_multiple_inputs": {
        "neural_network": "def neural_network(inputs, weights):\n    return w_sun(inputs, weights)",
        "train": "def train(inputs, true, weights, alpha, iterations)\n    return weights",
    },
}

NEVER_ENDS: Answers = {
    "02_multiple_inputs": {
        "train": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    while len(errors) <= iterations:
        pred = neural_network(inputs, weights)
    return weights, errors
""",
    },
}

LAYOUTS: Answers = {
    "03_multiple_outputs": {
        "outer_prod": "def outer_prod(deltas, inputs):\n    return [[x * d for d in deltas] for x in inputs]",
        "compute_deltas": "def compute_deltas(preds, trues):\n    for i in range(len(preds)):\n        delta = preds[i] - trues[i]\n    return [delta] * len(preds)",
    },
    "04_freezing_weights": {
        "freeze": "def freeze(weight_deltas, frozen):\n    return [0 if i + 1 in frozen else d for i, d in enumerate(weight_deltas)]",
    },
    "05_mnist": {
        "train_step": "def train_step(image, target, weights, alpha):\n    delta = weights @ image - target\n    return weights - 2 * alpha * np.outer(delta, image), (delta ** 2).sum()",
    },
}
