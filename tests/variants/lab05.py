"""Lab 05, MNIST: right and wrong answers, by function and by what is special about each."""


def _changed(source: str, old: str, new: str) -> str:
    """Return the source with its only `old` replaced."""
    assert source.count(old) == 1, (old, source.count(old))
    return source.replace(old, new)


def _each(template: str, bodies: dict[str, str]) -> dict[str, str]:
    """Return the template once per body, which takes the place of BODY."""
    return {label: _changed(template, "BODY", body) for label, body in bodies.items()}


def _np(signature: str) -> str:
    """Return a function of one expression, which stands for BODY, with NumPy imported."""
    return f"\nimport numpy as np\n\ndef {signature}:\n    return BODY\n"


_PREPROCESS = _np("preprocess(images)")
_ONE_HOT = _np("one_hot(labels, classes)")
_NETWORK = _np("neural_network(image, weights)")
_ACCURACY = _np("accuracy(images, labels, weights)")
_LINEAR = _np("linear1(xb, weights, bias)")
_SIGMOID = _np("sigmoid(x)")
_LOSS = """
import numpy as np

def mnist_loss(predictions, targets):
    p = sigmoid(predictions)
    return BODY
"""
_BATCH_ACCURACY = _np("batch_accuracy(predictions, targets, threshold)")

TRAIN_STEP = """
import numpy as np

def train_step(image, target, weights, alpha):
    preds = neural_network(image, weights)
    deltas = preds - target
    error = np.sum(deltas ** 2)
    weight_deltas = np.outer(deltas, image)
    return weights - alpha * weight_deltas, error
"""

GRADIENTS = """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    sign = np.where(targets == 1, -1, 1)
    slope = p * (1 - p)
    n = len(xb)
    d = sign * slope / n
    d_weights = xb.T @ d
    d_bias = d.sum()
    return d_weights, d_bias
"""

TRAIN_EPOCH = """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for start in range(0, len(xb), batch_size):
        stop = start + batch_size
        d_weights, d_bias = gradients(xb[start:stop], targets[start:stop], weights, bias)
        weights = weights - alpha * d_weights
        bias = bias - alpha * d_bias
    return weights, bias
"""

MODELS: dict[str, str] = {
    "savez with names": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)

def load_model(path):
    data = np.load(path)
    return data["weights"], data["bias"]
""",
    "savez compressed in a with block": """
import numpy as np

def save_model(path, weights, bias):
    np.savez_compressed(path, w=weights, b=bias)

def load_model(path):
    with np.load(path) as model:
        return model["w"], model["b"]
""",
    "savez by position": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(str(path), weights, bias)

def load_model(path):
    with np.load(str(path)) as model:
        weights, bias = model["arr_0"], model["arr_1"]
    return weights, bias
""",
    "savez through an open file": """
import numpy as np

def save_model(path, weights, bias):
    with open(path, "wb") as file:
        np.savez(file, weights=np.asarray(weights), bias=np.asarray(bias))

def load_model(path):
    with open(path, "rb") as file:
        model = np.load(file)
        return [model["weights"], model["bias"]]
""",
    "save of a dictionary": """
import numpy as np

def save_model(path, weights, bias):
    with open(path, "wb") as file:
        np.save(file, {"weights": weights, "bias": bias}, allow_pickle=True)

def load_model(path):
    with open(path, "rb") as file:
        model = np.load(file, allow_pickle=True).item()
    return model["weights"], model["bias"]
""",
    "two arrays in a row": """
import numpy as np

def save_model(path, weights, bias):
    with open(path, "wb") as file:
        np.save(file, weights)
        np.save(file, bias)

def load_model(path):
    with open(path, "rb") as file:
        return np.load(file), np.load(file)
""",
    "pickle": """
import pickle

def save_model(path, weights, bias):
    with open(path, "wb") as file:
        pickle.dump((weights, bias), file)

def load_model(path):
    with open(path, "rb") as file:
        return pickle.load(file)
""",
    "json": """
import json
import numpy as np

def save_model(path, weights, bias):
    with open(path, "w") as file:
        json.dump({"weights": np.asarray(weights).tolist(), "bias": np.asarray(bias).tolist()}, file)

def load_model(path):
    with open(path) as file:
        model = json.load(file)
    return np.array(model["weights"]), np.array(model["bias"])
""",
    "json with plain lists": """
import json
from pathlib import Path
import numpy as np

def save_model(path, weights, bias):
    Path(path).write_text(json.dumps([np.array(weights).tolist(), np.array(bias).tolist()]))

def load_model(path):
    weights, bias = json.loads(Path(path).read_text())
    return weights, bias
""",
    "text lines with shapes": """
import numpy as np

def save_model(path, weights, bias):
    with open(path, "w") as file:
        for array in (np.asarray(weights, dtype=float), np.asarray(bias, dtype=float)):
            print(*array.shape, file=file)
            print(*map(repr, array.ravel().tolist()), file=file)

def load_model(path):
    with open(path) as file:
        lines = file.read().split("\\n")
    arrays = []
    for shape, numbers in (lines[0:2], lines[2:4]):
        shape = tuple(int(n) for n in shape.split())
        arrays.append(np.array([float(x) for x in numbers.split()]).reshape(shape))
    return tuple(arrays)
""",
    "number again for a lone bias": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)

def load_model(path):
    with np.load(path) as model:
        bias = model["bias"]
        return model["weights"], bias.item() if bias.ndim == 0 else bias
""",
    "raw bytes with a header": """
import numpy as np

def save_model(path, weights, bias):
    w, b = np.asarray(weights, dtype=np.float64), np.asarray(bias, dtype=np.float64)
    with open(path, "wb") as f:
        f.write((repr((w.shape, b.shape)) + "\\n").encode())
        f.write(w.tobytes() + b.tobytes())

def load_model(path):
    import ast
    with open(path, "rb") as f:
        w_shape, b_shape = ast.literal_eval(f.readline().decode())
        numbers = np.frombuffer(f.read(), dtype=np.float64)
    n = int(np.prod(w_shape))
    return numbers[:n].reshape(w_shape), numbers[n:].reshape(b_shape)
""",
    "prints and a return value": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, bias=bias, weights=weights)
    print("saved to", path)
    return path

def load_model(path):
    with np.load(path) as data:
        model = {name: data[name] for name in data.files}
    print("loaded", sorted(model))
    return model["weights"], model["bias"]
""",
}

RIGHT: dict[str, dict[str, str]] = {
    "preprocess": {
        **_each(
            _PREPROCESS,
            {
                "reshape and divide": "images.reshape(len(images), -1) / 255",
                "reshape to 784": "images.reshape(-1, 784) / 255.0",
                "astype first": "images.astype(float).reshape(images.shape[0], 28 * 28) / 255",
                "float32": "images.reshape(len(images), 784).astype(np.float32) / 255",
                "image by image": "np.array([image.flatten() / 255 for image in images])",
                "stack of ravelled images": "np.stack([np.ravel(image) for image in images]) / 255",
                "concatenated rows": "np.array([np.concatenate(list(image)) for image in images]) / 255",
                "numpy divide": "np.divide(images.reshape((images.shape[0], -1)), 255, dtype=np.float64)",
                "times a fraction": "images.reshape(len(images), -1) * (1 / 255)",
                "list of arrays": "[image.reshape(-1) / 255 for image in images]",
                "nested lists": "[[pixel / 255 for row in image for pixel in row] for image in images.tolist()]",
                "hstack of columns' blocks": "np.hstack([images[:, row, :] for row in range(28)]) / 255",
                "swapped twice": "(images.transpose(0, 2, 1) / 255).transpose(0, 2, 1).reshape(len(images), -1)",
            },
        ),
        "pure loops": """
def preprocess(images):
    result = []
    for image in images:
        flat = []
        for row in image:
            for value in row:
                flat.append(float(value) / 255)
        result.append(flat)
    return result
""",
        "in place on a float copy": """
import numpy as np

def preprocess(images):
    flat = np.array(images, dtype=np.float64)
    flat = flat.reshape(len(flat), 784)
    flat /= 255
    return flat
""",
        "zeros filled": """
import numpy as np

def preprocess(images):
    out = np.zeros((len(images), 784))
    for i in range(len(images)):
        for r in range(28):
            out[i, 28 * r:28 * (r + 1)] = images[i, r] / 255
    return out
""",
    },
    "one_hot": {
        **_each(
            _ONE_HOT,
            {
                "rows of the identity": "np.eye(classes)[labels]",
                "rows of a boolean identity": "np.eye(classes, dtype=bool)[labels]",
                "rows of a small integer identity": "np.identity(classes, dtype=np.uint8)[np.asarray(labels)]",
                "comparison": "np.asarray(labels)[:, None] == np.arange(classes)",
                "comparison as floats": "(np.arange(classes) == np.asarray(labels).reshape(-1, 1)).astype(float)",
                "equal outer": "np.equal.outer(labels, range(classes)) * 1",
                "nested comprehension": "[[1 if c == label else 0 for c in range(classes)] for label in labels]",
                "comprehension of truth values": "np.array([[c == label for c in range(classes)] for label in labels])",
                "take": "np.take(np.eye(classes, dtype=np.float32), labels, axis=0)",
                "stack of rows": "np.stack([np.bincount([label], minlength=classes) for label in labels])",
                "tuple of tuples": "tuple(tuple(float(label == c) for c in range(classes)) for label in labels)",
            },
        ),
        "zeros and fancy index": """
import numpy as np

def one_hot(labels, classes):
    out = np.zeros((len(labels), classes))
    out[np.arange(len(labels)), labels] = 1
    return out
""",
        "zeros and a loop": """
import numpy as np

def one_hot(labels, classes):
    out = np.zeros((len(labels), classes), dtype=int)
    for i, label in enumerate(labels):
        out[i][label] = 1
    return out
""",
        "plain lists and a loop": """
def one_hot(labels, classes):
    rows = []
    for label in labels:
        row = [0] * classes
        row[int(label)] = 1
        rows.append(row)
    return rows
""",
        "put along axis": """
import numpy as np

def one_hot(labels, classes):
    out = np.zeros((len(labels), classes), dtype=np.int8)
    np.put_along_axis(out, np.asarray(labels, dtype=int)[:, None], 1, axis=1)
    return out
""",
        "flat index": """
import numpy as np

def one_hot(labels, classes):
    n = len(labels)
    out = np.zeros(n * classes)
    out[np.arange(n) * classes + np.asarray(labels, dtype=int)] = 1.0
    return out.reshape(n, classes)
""",
        "helper for one label": """
def hot(label, classes):
    return [0.0] * label + [1.0] + [0.0] * (classes - label - 1)

def one_hot(labels, classes):
    return [hot(int(label), classes) for label in labels]
""",
    },
    "neural_network": {
        **_each(
            _NETWORK,
            {
                "weights at image": "weights @ image",
                "dot": "np.dot(weights, image)",
                "image at transposed": "image @ weights.T",
                "method dot": "weights.dot(image)",
                "einsum": "np.einsum('ij,j->i', weights, image)",
                "product and sum": "(weights * image).sum(axis=1)",
                "matmul": "np.matmul(weights, image)",
                "dot per row": "[np.dot(row, image) for row in weights]",
                "array of sums": "np.array([np.sum(row * image) for row in weights])",
                "column and ravel": "(weights @ image.reshape(-1, 1)).ravel()",
                "inner": "np.inner(image, weights)",
                "tensordot": "np.tensordot(weights, image, axes=1)",
                "float32 result": "(weights @ image).astype(np.float32)",
            },
        ),
        "pure loops": """
def neural_network(image, weights):
    preds = []
    for row in weights:
        if len(row) != len(image):
            raise ValueError(f"{len(image)} pixels, {len(row)} weights")
        pred = 0.0
        for i in range(len(image)):
            pred += image[i] * row[i]
        preds.append(pred)
    return preds
""",
        "helper w_sum": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(float(x) * float(y) for x, y in zip(a, b))

def neural_network(image, weights):
    return tuple(w_sum(image, row) for row in weights)
""",
        "zeros filled": """
import numpy as np

def neural_network(image, weights):
    out = np.zeros(len(weights))
    for i in range(len(weights)):
        out[i] = weights[i] @ image
    return out
""",
        "lambda": "neural_network = lambda image, weights: weights @ image",
    },
    "train_step": {
        "vectorised": TRAIN_STEP,
        "inline": """
import numpy as np

def train_step(image, target, weights, alpha):
    delta = weights @ image - target
    return weights - alpha * np.outer(delta, image), (delta ** 2).sum()
""",
        "broadcast instead of outer": """
def train_step(image, target, weights, alpha):
    delta = weights.dot(image) - target
    new = weights - alpha * delta[:, None] * image[None, :]
    return new, delta @ delta
""",
        "copy as float changed in place": """
import numpy as np

def train_step(image, target, weights, alpha):
    pred = np.dot(weights, image)
    delta = pred - target
    weights = weights.astype(float)
    weights -= alpha * np.outer(delta, image)
    return weights, float(np.sum(np.square(delta)))
""",
        "row by row": """
import numpy as np

def train_step(image, target, weights, alpha):
    preds = neural_network(image, weights)
    if len(preds) != len(target):
        raise ValueError(f"{len(preds)} predictions, {len(target)} targets")
    error = 0
    rows = []
    for pred, true, row in zip(preds, target, weights):
        delta = pred - true
        error += delta ** 2
        rows.append(row - alpha * delta * image)
    return np.array(rows), error
""",
        "pure loops": """
def train_step(image, target, weights, alpha):
    if len(weights) != len(target):
        raise ValueError(f"{len(weights)} rows of weights, {len(target)} targets")
    new, error = [], 0.0
    for row, true in zip(weights, target):
        if len(row) != len(image):
            raise ValueError(f"{len(row)} weights, {len(image)} pixels")
        pred = 0.0
        for w, x in zip(row, image):
            pred += float(w) * float(x)
        delta = pred - float(true)
        error += delta * delta
        new.append([float(w) - alpha * delta * float(x) for w, x in zip(row, image)])
    return new, error
""",
        "pair as a list": """
import numpy as np

def train_step(image, target, weights, alpha):
    deltas = neural_network(image, weights) - target
    return [weights - np.outer(alpha * deltas, image), np.dot(deltas, deltas)]
""",
        "float32 results": """
import numpy as np

def train_step(image, target, weights, alpha):
    deltas = neural_network(image, weights) - target
    new = weights - alpha * np.outer(deltas, image)
    return new.astype(np.float32), np.float32((deltas ** 2).sum())
""",
        "einsum": """
import numpy as np

def train_step(image, target, weights, alpha):
    deltas = np.einsum("oi,i->o", weights, image) - target
    return weights - alpha * np.einsum("o,i->oi", deltas, image), np.einsum("o,o->", deltas, deltas)
""",
        "plus the opposite": """
import numpy as np

def train_step(image, target, weights, alpha):
    miss = target - weights @ image
    return weights + alpha * np.outer(miss, image), np.sum(miss ** 2)
""",
        "matrix product of column and row": """
import numpy as np

def train_step(image, target, weights, alpha):
    column = (weights @ image - target).reshape(-1, 1)
    return weights - alpha * (column @ image.reshape(1, -1)), np.linalg.norm(column) ** 2
""",
        "extra optional parameter and prints": """
import numpy as np

def train_step(image, target, weights, alpha, verbose=False):
    preds = neural_network(image, weights)
    errors = (preds - target) ** 2
    if verbose:
        print(errors)
    weight_deltas = np.outer(preds - target, image)
    return weights - alpha * weight_deltas, sum(errors)
""",
        "nested helper": """
import numpy as np

def train_step(image, target, weights, alpha):
    def forward():
        return neural_network(image, weights)
    def backward(delta):
        return np.array([[d * x for x in image] for d in delta])
    delta = forward() - target
    return weights - alpha * backward(delta), (delta * delta).sum()
""",
    },
    "accuracy": {
        **_each(
            _ACCURACY,
            {
                "argmax of the product": "np.mean(np.argmax(images @ weights.T, axis=1) == labels)",
                "method chain": "(images @ weights.T).argmax(axis=1).__eq__(labels).mean()",
                "network by network": "np.mean([np.argmax(neural_network(image, weights)) == label for image, label in zip(images, labels)])",
                "columns": "((weights @ images.T).argmax(axis=0) == labels).sum() / len(labels)",
                "einsum": "np.equal(np.einsum('ni,oi->no', images, weights).argmax(-1), labels).mean()",
                "count nonzero": "np.count_nonzero((images @ weights.T).argmax(1) == labels) / len(images)",
                "one minus the errors": "1 - np.mean((images @ weights.T).argmax(1) != labels)",
                "float32 result": "np.float32(np.mean((images @ weights.T).argmax(1) == labels))",
                "generator sum": "sum(int(np.argmax(weights @ x)) == int(y) for x, y in zip(images, labels)) / len(images)",
                "sorted positions": "float(np.mean(np.argsort(images @ weights.T, axis=1)[:, -1] == labels))",
            },
        ),
        "loop with a counter": """
import numpy as np

def accuracy(images, labels, weights):
    correct = 0
    for i in range(len(images)):
        preds = neural_network(images[i], weights)
        if np.argmax(preds) == labels[i]:
            correct += 1
    return correct / len(images)
""",
        "pure loops": """
def accuracy(images, labels, weights):
    right = 0
    for image, label in zip(images, labels):
        best, best_pred = None, None
        for digit, row in enumerate(weights):
            pred = sum(float(w) * float(x) for w, x in zip(row, image))
            if best_pred is None or pred > best_pred:
                best, best_pred = digit, pred
        right += best == label
    return right / len(labels)
""",
        "score at the label is the largest": """
import numpy as np

def accuracy(images, labels, weights):
    scores = images @ weights.T
    at_label = scores[np.arange(len(labels)), labels]
    return np.mean(at_label == scores.max(axis=1))
""",
        "max with a key": """
def accuracy(images, labels, weights):
    hits = []
    for image, label in zip(images, labels):
        preds = list(neural_network(image, weights))
        hits.append(max(range(len(preds)), key=lambda k: preds[k]) == int(label))
    return sum(hits) / len(hits)
""",
    },
    "linear1": {
        **_each(
            _LINEAR,
            {
                "at and plus": "xb @ weights + bias",
                "dot": "np.dot(xb, weights) + bias",
                "bias first": "bias + xb.dot(weights)",
                "product and sum": "(xb * weights).sum(axis=1) + bias",
                "einsum": "np.einsum('ni,i->n', xb, weights) + bias",
                "one by one": "np.array([np.dot(x, weights) + bias for x in xb])",
                "list": "[float(x @ weights) + bias for x in xb]",
                "float32 result": "(xb @ weights + bias).astype(np.float32)",
                "column squeezed": "(xb @ weights.reshape(-1, 1)).reshape(-1) + bias",
                "column of ones": "np.column_stack([xb, np.ones(len(xb))]) @ np.append(weights, bias)",
                "numpy add": "np.add(np.matmul(xb, weights), bias)",
                "through the ten-digit network": "neural_network(weights, xb) + bias",
            },
        ),
        "pure loops": """
def linear1(xb, weights, bias):
    out = []
    for image in xb:
        if len(image) != len(weights):
            raise ValueError(f"{len(image)} pixels, {len(weights)} weights")
        total = float(bias)
        for x, w in zip(image, weights):
            total += float(x) * float(w)
        out.append(total)
    return out
""",
        "zeros filled": """
import numpy as np

def linear1(xb, weights, bias):
    out = np.zeros(len(xb))
    for i, image in enumerate(xb):
        out[i] = image @ weights + bias
    return out
""",
        "full of bias, then added": """
import numpy as np

def linear1(xb, weights, bias):
    out = np.full(len(xb), bias, dtype=float)
    out += xb @ weights
    return out
""",
    },
    "sigmoid": {
        **_each(
            _SIGMOID,
            {
                "tanh": "(1 + np.tanh(np.asarray(x) / 2)) / 2",
                "logaddexp": "np.exp(-np.logaddexp(0, -np.asarray(x, dtype=float)))",
                "clipped": "1 / (1 + np.exp(-np.clip(x, -500, 500)))",
                "clipped at 700": "1.0 / (1.0 + np.exp(-np.clip(np.asarray(x, dtype=float), -700, 700)))",
                "minimum and absolute": "np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))",
                "where on the absolute": "np.where(np.asarray(x) >= 0, 1, np.exp(-np.abs(x))) / (1 + np.exp(-np.abs(x)))",
                "one side clipped": "1 / (1 + np.exp(np.minimum(-np.asarray(x, dtype=float), 709)))",
                "float32 result": "np.float32(0.5 * (1 + np.tanh(0.5 * np.asarray(x, dtype=float))))",
                "reciprocal": "np.reciprocal(1 + np.exp(-np.clip(np.asarray(x, float), -300, 300)))",
                "scaled tanh with multiply": "np.multiply(0.5, np.add(1.0, np.tanh(np.multiply(0.5, x))))",
            },
        ),
        "where of two safe sides": """
import numpy as np

def sigmoid(x):
    z = np.exp(-np.abs(x))
    return np.where(np.asarray(x) >= 0, 1 / (1 + z), z / (1 + z))
""",
        "overflow ignored": """
import numpy as np

def sigmoid(x):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))
""",
        "warnings caught": """
import warnings
import numpy as np

def sigmoid(x):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return 1.0 / (1.0 + np.exp(-1.0 * np.array(x)))
""",
        "masked assignment": """
import numpy as np

def sigmoid(x):
    x = np.asarray(x, dtype=float)
    out = np.empty_like(x)
    positive = x >= 0
    out[positive] = 1 / (1 + np.exp(-x[positive]))
    e = np.exp(x[~positive])
    out[~positive] = e / (1 + e)
    return out if out.ndim else float(out)
""",
        "math exp and vectorize": """
import math
import numpy as np

def one(x):
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    e = math.exp(x)
    return e / (1 + e)

def sigmoid(x):
    if np.ndim(x) == 0:
        return one(x)
    return np.vectorize(one, otypes=[float])(x)
""",
        "recursion over the dimensions": """
import math

def sigmoid(x):
    try:
        return [sigmoid(value) for value in x]
    except TypeError:
        return 0.5 * (1 + math.tanh(x / 2))
""",
        "mirrored for negatives": """
import numpy as np

def sigmoid(x):
    x = np.asarray(x, dtype=float)
    right_half = 1 / (1 + np.exp(-np.abs(x)))
    return np.where(x < 0, 1 - right_half, right_half)
""",
        "numpy select": """
import numpy as np

def sigmoid(x):
    x = np.asarray(x, dtype=float)
    small = np.exp(-abs(x))
    return np.select([x < 0, x >= 0], [small / (1 + small), 1 / (1 + small)])
""",
    },
    "mnist_loss": {
        **_each(
            _LOSS,
            {
                "where": "np.where(targets == 1, 1 - p, p).mean()",
                "mean distance": "np.mean(np.abs(p - targets))",
                "other way round": "np.mean(np.abs(targets - p))",
                "weights of both sides": "np.mean((targets == 1) * (1 - p) + (targets == 0) * p)",
                "sum over length": "np.where(np.asarray(targets) == 1, 1 - p, p).sum() / len(targets)",
                "float32 result": "np.float32(np.abs(p - targets).mean())",
                "average": "np.average(np.where(targets > 0.5, 1.0 - p, p))",
                "norm": "np.linalg.norm(p - targets, ord=1) / np.size(p)",
                "two sums": "(np.sum((1 - p) * (targets == 1)) + np.sum(p * (targets == 0))) / len(p)",
            },
        ),
        "generator": """
def mnist_loss(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError(f"{len(predictions)} predictions, {len(targets)} targets")
    p = sigmoid(predictions)
    return sum((1 - q) if t == 1 else q for q, t in zip(p, targets)) / len(p)
""",
        "two groups": """
import numpy as np

def mnist_loss(predictions, targets):
    if predictions.shape != targets.shape:
        raise ValueError(f"shapes {predictions.shape} and {targets.shape}")
    p = sigmoid(predictions)
    return (np.sum(1 - p[targets == 1]) + np.sum(p[targets == 0])) / len(p)
""",
        "pure loop": """
def mnist_loss(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError(f"{len(predictions)} predictions, {len(targets)} targets")
    total = 0
    for prediction, target in zip(predictions, targets):
        p = sigmoid(prediction)
        if target == 1:
            total += 1 - p
        else:
            total += p
    return float(total / len(predictions))
""",
        "turned predictions": """
import numpy as np

def mnist_loss(predictions, targets):
    # 1 - sigmoid(x) = sigmoid(-x): turn those whose target is 1
    turned = np.where(targets == 1, -predictions, predictions)
    return np.mean(sigmoid(turned))
""",
        "in place on a copy": """
import numpy as np

def mnist_loss(predictions, targets):
    distance = np.array(sigmoid(predictions))
    if len(distance) != len(targets):
        raise ValueError(f"{len(distance)} predictions, {len(targets)} targets")
    ones = np.asarray(targets) == 1
    distance[ones] = 1 - distance[ones]
    return distance.mean()
""",
        "math and fsum": """
import math

def mnist_loss(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError(f"{len(predictions)} predictions, {len(targets)} targets")
    distances = []
    for x, t in zip(predictions, targets):
        p = 0.5 * (1 + math.tanh(float(x) / 2))
        distances.append(abs(p - float(t)))
    return math.fsum(distances) / len(distances)
""",
    },
    "batch_accuracy": {
        **_each(
            _BATCH_ACCURACY,
            {
                "mean of the comparison": "((predictions > threshold) == targets).mean()",
                "numpy mean": "np.mean((predictions > threshold) == (targets == 1))",
                "as numbers": "((predictions > threshold).astype(float) == targets).astype(float).mean()",
                "where": "np.mean(np.where(predictions > threshold, 1, 0) == targets)",
                "one minus the distance": "1 - np.abs((predictions > threshold) * 1.0 - targets).mean()",
                "both kinds counted": "(np.sum(predictions[targets == 1] > threshold) + np.sum(predictions[targets == 0] < threshold)) / len(targets)",
                "threshold subtracted": "float(np.mean((predictions - threshold > 0) == targets))",
                "product of signs": "np.mean((predictions - threshold) * (2.0 * targets - 1) > 0)",
                "xor": "1.0 - np.logical_xor(predictions > threshold, targets).mean()",
                "count nonzero": "np.count_nonzero((predictions > threshold) == targets) / np.size(targets)",
                "float32 result": "np.equal(predictions > threshold, targets).mean(dtype=np.float32)",
                "generator": "sum((p > threshold) == bool(t) for p, t in zip(predictions, targets)) / len(predictions)",
                "heaviside": "np.mean(np.heaviside(predictions - threshold, 0) == targets)",
            },
        ),
        "pure loop": """
def batch_accuracy(predictions, targets, threshold):
    right = 0
    for i in range(len(predictions)):
        says = 1 if predictions[i] > threshold else 0
        if says == targets[i]:
            right += 1
    return right / len(predictions)
""",
    },
    "gradients": {
        "sign times slope": GRADIENTS,
        "outer sum example by example": """
import numpy as np

def gradients(xb, targets, weights, bias):
    if len(xb) != len(targets):
        raise ValueError(f"{len(xb)} images, {len(targets)} targets")
    d_weights = np.zeros(len(weights))
    d_bias = 0.0
    n = len(xb)
    for x, t in zip(xb, targets):
        p = sigmoid(x @ weights + bias)
        slope = p * (1 - p)
        d = -slope if t == 1 else slope
        d_weights += d * x / n
        d_bias += float(d / n)
    return d_weights, d_bias
""",
        "mean over the axis": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    d = np.where(targets == 1, -1.0, 1.0) * p * (1 - p)
    return (xb * d[:, None]).mean(axis=0), d.mean()
""",
        "one minus two targets": """
def gradients(xb, targets, weights, bias):
    p = sigmoid(xb @ weights + bias)
    d = (1.0 - 2.0 * targets) * (p - p ** 2)
    return d @ xb / len(d), sum(d) / len(d)
""",
        "slope as a product of two sigmoids": """
import numpy as np

def gradients(xb, targets, weights, bias):
    z = linear1(xb, weights, bias)
    d = np.sign(0.5 - targets) * sigmoid(z) * sigmoid(-z)
    return np.dot(xb.T, d) / xb.shape[0], np.sum(d) / xb.shape[0]
""",
        "slope by tanh": """
import numpy as np

def gradients(xb, targets, weights, bias):
    t = np.tanh((xb @ weights + bias) / 2)
    d = np.where(targets == 1, -1, 1) * (1 - t * t) / 4
    return xb.T.dot(d) / len(xb), d.mean()
""",
        "slope by hyperbolic cosine": """
import numpy as np

def gradients(xb, targets, weights, bias):
    z = np.clip(xb @ weights + bias, -600, 600)
    d = np.where(targets == 1, -1, 1) / (2 + 2 * np.cosh(z))
    return np.einsum("n,ni->i", d, xb) / len(z), np.average(d)
""",
        "column of ones for the bias": """
import numpy as np

def gradients(xb, targets, weights, bias):
    x1 = np.hstack([xb, np.ones((len(xb), 1))])
    p = sigmoid(x1 @ np.append(weights, bias))
    g = x1.T @ (np.where(targets == 1, -1, 1) * p * (1 - p)) / len(xb)
    return g[:-1], g[-1]
""",
        "chain rule step by step": """
import numpy as np

def gradients(xb, targets, weights, bias):
    n = len(targets)
    z = linear1(xb, weights, bias)
    p = sigmoid(z)
    d_distance = np.full(n, 1 / n)
    d_p = np.where(np.asarray(targets) == 1, -d_distance, d_distance)
    d_z = d_p * p * (1 - p)
    d_w = np.zeros(xb.shape[1])
    for i in range(n):
        d_w = d_w + d_z[i] * xb[i]
    return [d_w, float(d_z.sum())]
""",
        "pure loops": """
import math

def gradients(xb, targets, weights, bias):
    n, m = len(xb), len(weights)
    if len(targets) != n:
        raise ValueError(f"{n} images, {len(targets)} targets")
    if len(xb[0]) != m:
        raise ValueError(f"{len(xb[0])} pixels, {m} weights")
    d_weights, d_bias = [0.0] * m, 0.0
    for i in range(n):
        z = float(bias)
        for j in range(m):
            z += float(xb[i][j]) * float(weights[j])
        p = 0.5 * (1 + math.tanh(z / 2))
        d = p * (1 - p) / n
        if targets[i] == 1:
            d = -d
        d_bias += d
        for j in range(m):
            d_weights[j] += d * float(xb[i][j])
    return d_weights, d_bias
""",
        "sign of the distance": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    # |p - t| grows with p when the target is 0 and shrinks when it is 1
    d = (1 - 2 * np.asarray(targets, dtype=float)) * p * (1 - p)
    return np.mean(xb.T * d, axis=1), np.mean(d)
""",
        "float32 results": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    d = np.where(targets == 1, -1, 1) * p * (1 - p) / len(p)
    return (d @ xb).astype(np.float32), np.float32(d.sum())
""",
        "two groups": """
import numpy as np

def gradients(xb, targets, weights, bias):
    if len(xb) != len(targets):
        raise ValueError(f"{len(xb)} images, {len(targets)} targets")
    p = sigmoid(linear1(xb, weights, bias))
    s = p * (1 - p)
    three, seven = targets == 1, targets == 0
    d_weights = s[seven] @ xb[seven] - s[three] @ xb[three]
    d_bias = s[seven].sum() - s[three].sum()
    return d_weights / len(xb), d_bias / len(xb)
""",
    },
    "train_epoch": {
        "slices": TRAIN_EPOCH,
        "while loop": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    i = 0
    while i < len(xb):
        dw, db = gradients(xb[i:i + batch_size], targets[i:i + batch_size], weights, bias)
        weights, bias = weights - alpha * dw, bias - alpha * db
        i += batch_size
    return weights, bias
""",
        "copy as float changed in place": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    w = np.array(weights, dtype=float)
    b = float(bias)
    for start in range(0, len(xb), batch_size):
        dw, db = gradients(xb[start:start + batch_size], targets[start:start + batch_size], w, b)
        w -= alpha * dw
        b -= alpha * db
    return w, b
""",
        "number of batches by ceil": """
import math

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for k in range(math.ceil(len(xb) / batch_size)):
        part = slice(k * batch_size, (k + 1) * batch_size)
        dw, db = gradients(xb[part], targets[part], weights, bias)
        weights = weights - dw * alpha
        bias = bias - db * alpha
    return [weights, bias]
""",
        "array split at the batches": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    cuts = np.arange(batch_size, len(xb), batch_size)
    for x, t in zip(np.split(xb, cuts), np.split(targets, cuts)):
        dw, db = gradients(x, t, weights, bias)
        weights = weights - alpha * dw
        bias = bias - alpha * db
    return weights, bias
""",
        "generator of batches": """
def batches(x, t, size):
    for start in range(0, len(x), size):
        yield x[start:start + size], t[start:start + size]

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for x, t in batches(xb, targets, batch_size):
        d_weights, d_bias = gradients(x, t, weights, bias)
        weights = weights - alpha * d_weights
        bias = bias - alpha * d_bias
    return weights, bias
""",
        "recursion": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    if len(xb) == 0:
        return weights, bias
    dw, db = gradients(xb[:batch_size], targets[:batch_size], weights, bias)
    return train_epoch(xb[batch_size:], targets[batch_size:], weights - alpha * dw, bias - alpha * db, alpha, batch_size)
""",
        "all inline": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for s in range(0, len(xb), batch_size):
        x, t = xb[s:s + batch_size], targets[s:s + batch_size]
        p = 0.5 * (1 + np.tanh((x @ weights + bias) / 2))
        d = np.where(t == 1, -1, 1) * p * (1 - p) / len(x)
        weights = weights - alpha * (x.T @ d)
        bias = bias - alpha * d.sum()
    return weights, bias
""",
        "index arrays": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    order = np.arange(len(xb))
    for start in range(0, len(order), batch_size):
        chosen = order[start:start + batch_size]
        grads = gradients(xb[chosen], targets[chosen], weights, bias)
        weights, bias = (old - alpha * grad for old, grad in zip((weights, bias), grads))
    return weights, bias
""",
        "reduce": """
from functools import reduce

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    def step(model, start):
        stop = min(start + batch_size, len(xb))
        dw, db = gradients(xb[start:stop], targets[start:stop], *model)
        return model[0] - alpha * dw, model[1] - alpha * db
    return reduce(step, range(0, len(xb), batch_size), (weights, bias))
""",
        "float32 results": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for start in range(0, len(xb), batch_size):
        dw, db = gradients(xb[start:start + batch_size], targets[start:start + batch_size], weights, bias)
        weights = weights - alpha * dw
        bias = bias - alpha * db
    return np.asarray(weights).astype(np.float32), np.float32(bias)
""",
        "example by example with a sum": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    n = len(xb)
    start = 0
    while start < n:
        stop = min(n, start + batch_size)
        sum_w, sum_b = np.zeros(np.shape(weights)), 0.0
        for i in range(start, stop):
            dw, db = gradients(xb[i:i + 1], targets[i:i + 1], weights, bias)
            sum_w, sum_b = sum_w + dw, sum_b + db
        weights = weights - alpha * sum_w / (stop - start)
        bias = bias - alpha * sum_b / (stop - start)
        start = stop
    return weights, bias
""",
        "learner with prints": """
class Learner:
    def __init__(self, weights, bias, alpha):
        self.weights, self.bias, self.alpha = weights, bias, alpha

    def step(self, x, t):
        dw, db = gradients(x, t, self.weights, self.bias)
        self.weights = self.weights - self.alpha * dw
        self.bias = self.bias - self.alpha * db
        print("loss", mnist_loss(linear1(x, self.weights, self.bias), t))

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    learner = Learner(weights, bias, alpha)
    for start in range(0, len(xb), batch_size):
        learner.step(xb[start:start + batch_size], targets[start:start + batch_size])
    return learner.weights, learner.bias
""",
    },
    "save_model": MODELS,
    "load_model": MODELS,
}

# Right in their formulas; only the precision of float32 arithmetic, or of a numerical derivative, stands in the way.
BORDERLINE: dict[str, dict[str, str]] = {
    "neural_network": _each(_NETWORK, {"float32 everywhere": "weights.astype(np.float32) @ image.astype(np.float32)"}),
    "linear1": _each(
        _LINEAR, {"float32 everywhere": "xb.astype(np.float32) @ weights.astype(np.float32) + np.float32(bias)"}
    ),
    "sigmoid": _each(
        _SIGMOID,
        {
            "float32 everywhere": "np.float32(0.5) * (1 + np.tanh(np.asarray(x, dtype=np.float32) / 2))",
            "clipped at 88 in float32": "1 / (1 + np.exp(-np.clip(np.asarray(x, dtype=np.float32), -88, 88)))",
            "clipped at 22": "1 / (1 + np.exp(-np.clip(x, -22, 22)))",
        },
    ),
    "mnist_loss": _each(
        _LOSS, {"float32 everywhere": "np.abs(np.float32(p) - np.float32(targets)).mean(dtype=np.float32)"}
    ),
    "train_step": {
        "float32 everywhere": """
import numpy as np

def train_step(image, target, weights, alpha):
    x, t, w = (np.asarray(v, dtype=np.float32) for v in (image, target, weights))
    delta = w @ x - t
    return w - np.float32(alpha) * np.outer(delta, x), (delta ** 2).sum()
""",
    },
    "gradients": {
        "float32 everywhere": """
import numpy as np

def gradients(xb, targets, weights, bias):
    x, w = np.asarray(xb, dtype=np.float32), np.asarray(weights, dtype=np.float32)
    p = np.float32(sigmoid(x @ w + np.float32(bias)))
    d = np.where(targets == 1, np.float32(-1), np.float32(1)) * p * (1 - p) / np.float32(len(x))
    return x.T @ d, d.sum()
""",
        "numerical with a fine step": """
import numpy as np

def gradients(xb, targets, weights, bias):
    eps = 1e-5
    def loss(w, b):
        return mnist_loss(linear1(xb, w, b), targets)
    d_weights = np.zeros(len(weights))
    for i in range(len(weights)):
        step = np.zeros(len(weights))
        step[i] = eps
        d_weights[i] = (loss(weights + step, bias) - loss(weights - step, bias)) / (2 * eps)
    return d_weights, (loss(weights, bias + eps) - loss(weights, bias - eps)) / (2 * eps)
""",
    },
    "train_epoch": {
        "float32 everywhere": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    w, b, alpha = np.asarray(weights, dtype=np.float32), np.float32(bias), np.float32(alpha)
    xb = np.asarray(xb, dtype=np.float32)
    for start in range(0, len(xb), batch_size):
        dw, db = gradients(xb[start:start + batch_size], targets[start:start + batch_size], w, b)
        w = w - alpha * np.float32(dw)
        b = b - alpha * np.float32(db)
    return w, b
""",
    },
}

WRONG: dict[str, dict[str, str]] = {
    "preprocess": {
        **_each(
            _PREPROCESS,
            {
                "not scaled": "images.reshape(len(images), -1).astype(float)",
                "divided by 256": "images.reshape(len(images), -1) / 256",
                "divided by the largest of all": "images.reshape(len(images), -1) / max(1, images.max())",
                "divided by each image's largest": "np.array([i.reshape(-1) / max(1, i.max()) for i in images])",
                "whole number division": "images.reshape(len(images), -1) // 255",
                "made whole again": "(images.reshape(len(images), -1) / 255).astype(np.uint8)",
                "columns first": "images.transpose(0, 2, 1).reshape(len(images), -1) / 255",
                "order F": "images.reshape(len(images), -1, order='F') / 255",
                "one long vector": "images.reshape(-1) / 255",
                "still pictures": "images / 255",
                "pixels by images": "images.reshape(len(images), -1).T / 255",
                "pixels mixed between images": "images.reshape(784, -1).T / 255",
                "first image only": "images[:1].reshape(1, -1) / 255",
                "first thousand only": "images[:1000].reshape(1000, -1) / 255",
                "last image lost": "images[:-1].reshape(len(images) - 1, -1) / 255",
                "white and black swapped": "1 - images.reshape(len(images), -1) / 255",
                "from minus one to one": "images.reshape(len(images), -1) / 127.5 - 1",
                "black or white": "(images.reshape(len(images), -1) > 127).astype(float)",
                "rounded": "np.round(images.reshape(len(images), -1) / 255, 2)",
                "divided twice": "images.reshape(len(images), -1) / 255 / 255",
                "multiplied": "images.reshape(len(images), -1) * 255.0",
                "multiplied in eight bits": "images.reshape(len(images), -1) * np.uint8(2) / 255",
                "mean taken away": "images.reshape(len(images), -1) / 255 - (images / 255).mean()",
                "standardised": "(images.reshape(len(images), -1) - images.mean()) / (images.std() + 1e-9)",
                "half precision": "images.reshape(len(images), -1).astype(np.float16) / np.float16(255)",
                "rows backwards": "images[:, ::-1].reshape(len(images), -1) / 255",
                "mirrored": "images[:, :, ::-1].reshape(len(images), -1) / 255",
                "images backwards": "images[::-1].reshape(len(images), -1) / 255",
                "square root of grey": "np.sqrt(images.reshape(len(images), -1) / 255)",
                "percent": "images.reshape(len(images), -1) / 255 * 100",
                "one axis too many": "images.reshape(len(images), 1, -1) / 255",
                "column per image": "images.reshape(len(images), -1, 1) / 255",
                "rows averaged": "images.mean(axis=2) / 255",
                "generator": "(image.reshape(-1) / 255 for image in images)",
                "texts": "(images.reshape(len(images), -1) / 255).astype(str)",
                "a tiny factor off": "images.reshape(len(images), -1) / 255.02",
                "divided by 254": "images.reshape(len(images), -1) / 254",
                "border cut off": "images[:, 1:-1, 1:-1].reshape(len(images), -1) / 255",
            },
        ),
        "in place on eight bits": """
def preprocess(images):
    images /= 255
    return images.reshape(len(images), 784)
""",
        "changes the images": """
def preprocess(images):
    result = images.reshape(len(images), -1) / 255
    images[:] = 0
    return result
""",
        "zeros like the images": """
import numpy as np

def preprocess(images):
    flat = images.reshape(len(images), -1)
    out = np.zeros_like(flat)
    for i in range(len(flat)):
        out[i] = flat[i] / 255
    return out
""",
        "forgets to return": """
def preprocess(images):
    images = images.reshape(len(images), -1) / 255
""",
        "prints instead of returning": """
def preprocess(images):
    print(images.reshape(len(images), -1) / 255)
""",
        "returns inside the loop": """
def preprocess(images):
    out = []
    for image in images:
        out.append(image.reshape(-1) / 255)
        return out
""",
        "remembers the first images": """
cache = []

def preprocess(images):
    if not cache:
        cache.append(images.reshape(len(images), -1) / 255)
    return cache[0]
""",
        "default list grows": """
def preprocess(images, out=[]):
    for image in images:
        out.append(image.reshape(-1) / 255)
    return out
""",
    },
    "one_hot": {
        **_each(
            _ONE_HOT,
            {
                "classes by the largest label": "np.eye(max(labels) + 1)[labels]",
                "classes by the different labels": "np.eye(len(set(np.asarray(labels).tolist())) + 1)[:, :-1][np.unique(labels, return_inverse=True)[1]]",
                "ten classes always": "np.eye(10)[labels]",
                "one class too few": "np.eye(classes)[labels][:, :-1]",
                "one class too many": "np.eye(classes + 1)[labels]",
                "first class left out": "np.eye(classes)[labels][:, 1:]",
                "counts from one": "np.eye(classes)[np.asarray(labels).astype(int) - 1]",
                "counts from one the other way": "np.roll(np.eye(classes)[labels], 1, axis=1)",
                "transposed": "np.eye(classes)[labels].T",
                "classes backwards": "np.eye(classes)[:, ::-1][labels]",
                "digit as value": "np.eye(classes)[labels] * np.asarray(labels)[:, None]",
                "digit plus one as value": "np.eye(classes)[labels] * (np.asarray(labels).astype(int)[:, None] + 1)",
                "zero at the label": "1 - np.eye(classes)[labels]",
                "minus one elsewhere": "2 * np.eye(classes)[labels] - 1",
                "up to the label": "np.asarray(labels)[:, None] >= np.arange(classes)",
                "smoothed": "np.eye(classes)[labels] * 0.9 + 0.1 / classes",
                "labels themselves": "np.asarray(labels)",
                "column of labels": "np.asarray(labels).reshape(-1, 1)",
                "counts of each class": "np.bincount(labels, minlength=classes)",
                "only the first label": "np.eye(classes)[labels[:1]]",
                "last label lost": "np.eye(classes)[labels[:-1]]",
                "flat": "np.eye(classes)[labels].ravel()",
                "identity": "np.eye(classes)",
                "identity of the labels' number": "np.eye(len(labels), classes)",
                "zeros only": "np.zeros((len(labels), classes))",
                "ones in whole columns": "np.isin(np.arange(classes), labels) * np.ones((len(labels), 1))",
                "texts": "np.eye(classes)[labels].astype(int).astype(str)",
                "one axis too many": "np.eye(classes)[labels][:, None, :]",
                "generator": "(np.eye(classes)[label] for label in labels)",
                "one of two hundred and fifty-five": "np.eye(classes)[labels] * 255",
                "almost one": "np.eye(classes)[labels] * 0.9999",
                "labels sorted": "np.eye(classes)[np.sort(labels)]",
            },
        ),
        "all columns of the labels": """
import numpy as np

def one_hot(labels, classes):
    out = np.zeros((len(labels), classes))
    out[:, labels] = 1
    return out
""",
        "rows of the labels": """
import numpy as np

def one_hot(labels, classes):
    out = np.zeros((len(labels), classes))
    for label in labels:
        out[label % len(labels)] = 1
    return out
""",
        "one row object for all": """
def one_hot(labels, classes):
    out = [[0] * classes] * len(labels)
    for i, label in enumerate(labels):
        out[i][label] = 1
    return out
""",
        "row never emptied": """
def one_hot(labels, classes):
    row = [0] * classes
    out = []
    for label in labels:
        row[label] = 1
        out.append(list(row))
    return out
""",
        "loop starts at the second": """
import numpy as np

def one_hot(labels, classes):
    out = np.zeros((len(labels), classes))
    for i in range(1, len(labels)):
        out[i, labels[i]] = 1
    return out
""",
        "returns inside the loop": """
import numpy as np

def one_hot(labels, classes):
    out = np.zeros((len(labels), classes))
    for i, label in enumerate(labels):
        out[i, label] = 1
        return out
""",
        "forgets to return": """
import numpy as np

def one_hot(labels, classes):
    out = np.zeros((len(labels), classes))
    out[np.arange(len(labels)), labels] = 1
""",
        "prints instead of returning": """
import numpy as np

def one_hot(labels, classes):
    print(np.eye(classes)[labels])
""",
        "changes the labels": """
import numpy as np

def one_hot(labels, classes):
    out = np.eye(classes)[labels]
    labels -= labels
    return out
""",
        "digit as value by loop": """
import numpy as np

def one_hot(labels, classes):
    out = np.zeros((len(labels), classes))
    for i in range(len(labels)):
        out[i][labels[i]] = labels[i]
    return out
""",
        "counter in the column": """
import numpy as np

def one_hot(labels, classes):
    out = np.zeros((len(labels), classes))
    for i in range(len(labels)):
        out[i][i % classes] = 1
    return out
""",
    },
    "neural_network": {
        **_each(
            _NETWORK,
            {
                "image at weights": "image @ weights",
                "transposed weights": "weights.T @ image",
                "columns when it is square": "image @ weights if weights.shape[0] == weights.shape[1] else weights @ image",
                "products not summed": "weights * image",
                "summed along the wrong axis": "(weights * image).sum(axis=0)",
                "sum of all": "(weights * image).sum()",
                "mean": "(weights * image).mean(axis=1)",
                "largest only": "(weights @ image).max()",
                "digit with the largest": "np.argmax(weights @ image)",
                "first row only": "weights[0] @ image",
                "first row as a list": "(weights @ image)[:1]",
                "ten rows at most": "(weights @ image)[:10]",
                "ten rows always": "np.array([weights[i] @ image for i in range(10)])",
                "nine rows": "(weights @ image)[:9]",
                "784 pixels always": "np.array([sum(image[i] * row[i] for i in range(784)) for row in weights])",
                "last row lost": "(weights @ image)[:-1]",
                "first pixel lost": "weights[:, 1:] @ image[1:]",
                "last pixel lost": "weights[:, :-1] @ image[:-1]",
                "scaled again": "weights @ image / 255",
                "softmax on top": "np.exp(weights @ image - (weights @ image).max()) / np.exp(weights @ image - (weights @ image).max()).sum()",
                "sigmoid on top": "0.5 * (1 + np.tanh(weights @ image / 2))",
                "never negative": "np.maximum(0, weights @ image)",
                "absolute": "np.abs(weights @ image)",
                "distance instead of product": "np.abs(weights - image).sum(axis=1)",
                "squared distance": "((weights - image) ** 2).sum(axis=1)",
                "cosine": "(weights @ image) / (np.linalg.norm(weights, axis=1) * np.linalg.norm(image) + 1e-12)",
                "bias of one": "weights @ image + 1",
                "column": "weights @ image.reshape(-1, 1)",
                "row matrix": "image.reshape(1, -1) @ weights.T",
                "negative": "-(weights @ image)",
                "black or white image": "weights @ (image > 0.5)",
                "whole numbers": "(weights @ image).astype(int)",
                "whole weights": "weights.astype(int) @ image",
                "rounded": "np.round(weights @ image, 2)",
                "texts": "(weights @ image).astype(str)",
                "generator": "(row @ image for row in weights)",
                "reversed": "(weights @ image)[::-1]",
                "zip cuts the longer one": "np.array([sum(w * x for w, x in zip(row, image)) for row in weights])",
                "a tiny factor off": "weights @ image * 1.0001",
                "half precision": "weights.astype(np.float16) @ image.astype(np.float16)",
                "only bright pixels' sum": "weights @ (image > 0)",
            },
        ),
        "loop keeps the last": """
def neural_network(image, weights):
    for row in weights:
        pred = row @ image
    return pred
""",
        "total not set back": """
import numpy as np

def neural_network(image, weights):
    out, total = [], 0
    for row in weights:
        total += np.dot(row, image)
        out.append(total)
    return out
""",
        "returns inside the loop": """
import numpy as np

def neural_network(image, weights):
    out = []
    for row in weights:
        out.append(np.dot(row, image))
        return out
""",
        "changes the weights": """
def neural_network(image, weights):
    weights *= image
    return weights.sum(axis=1)
""",
        "zeros like whole weights": """
import numpy as np

def neural_network(image, weights):
    out = np.zeros_like(weights[:, 0])
    for i, row in enumerate(weights):
        out[i] = row @ image
    return out
""",
        "forgets to return": """
def neural_network(image, weights):
    preds = weights @ image
""",
        "prints instead of returning": """
def neural_network(image, weights):
    print(weights @ image)
""",
        "ValueError swallowed": """
import numpy as np

def neural_network(image, weights):
    try:
        return weights @ image
    except ValueError:
        return np.zeros(len(weights))
""",
    },
    "train_step": {
        "factor two": _changed(TRAIN_STEP, "weights - alpha", "weights - 2 * alpha"),
        "plus": _changed(TRAIN_STEP, "weights - alpha", "weights + alpha"),
        "alpha forgotten": _changed(TRAIN_STEP, "alpha * ", ""),
        "alpha twice": _changed(TRAIN_STEP, "alpha * ", "alpha * alpha * "),
        "outer product transposed": _changed(TRAIN_STEP, "np.outer(deltas, image)", "np.outer(image, deltas)"),
        "outer product transposed and turned by reshape": _changed(
            TRAIN_STEP, "np.outer(deltas, image)", "np.outer(image, deltas).reshape(weights.shape)"
        ),
        "mean error": _changed(TRAIN_STEP, "np.sum", "np.mean"),
        "errors not summed": _changed(TRAIN_STEP, "np.sum(deltas ** 2)", "deltas ** 2"),
        "sum of deltas as error": _changed(TRAIN_STEP, "np.sum(deltas ** 2)", "np.sum(deltas)"),
        "sum of absolute deltas as error": _changed(TRAIN_STEP, "np.sum(deltas ** 2)", "np.sum(np.abs(deltas))"),
        "square of the sum": _changed(TRAIN_STEP, "np.sum(deltas ** 2)", "np.sum(deltas) ** 2"),
        "half the error": _changed(TRAIN_STEP, "np.sum(deltas ** 2)", "np.sum(deltas ** 2) / 2"),
        "root of the error": _changed(TRAIN_STEP, "np.sum(deltas ** 2)", "np.sqrt(np.sum(deltas ** 2))"),
        "largest error": _changed(TRAIN_STEP, "np.sum(deltas ** 2)", "np.max(deltas ** 2)"),
        "error of the first output": _changed(TRAIN_STEP, "np.sum(deltas ** 2)", "deltas[0] ** 2"),
        "error after the update": """
import numpy as np

def train_step(image, target, weights, alpha):
    deltas = neural_network(image, weights) - target
    new = weights - alpha * np.outer(deltas, image)
    return new, np.sum((neural_network(image, new) - target) ** 2)
""",
        "error in the place of delta": _changed(TRAIN_STEP, "np.outer(deltas,", "np.outer(deltas ** 2,"),
        "mean gradient": _changed(TRAIN_STEP, "alpha * weight_deltas", "alpha * weight_deltas / len(deltas)"),
        "gradient over the pixels": _changed(TRAIN_STEP, "alpha * weight_deltas", "alpha * weight_deltas / len(image)"),
        "image forgotten": _changed(TRAIN_STEP, "np.outer(deltas, image)", "np.outer(deltas, np.ones(len(image)))"),
        "weights in the image's place": _changed(TRAIN_STEP, "np.outer(deltas, image)", "deltas[:, None] * weights"),
        "last delta for all": _changed(
            TRAIN_STEP, "np.outer(deltas, image)", "np.outer(np.full(len(deltas), deltas[-1]), image)"
        ),
        "mean delta for all": _changed(
            TRAIN_STEP, "np.outer(deltas, image)", "np.outer(np.full(len(deltas), deltas.mean()), image)"
        ),
        "only the true row learns": _changed(
            TRAIN_STEP, "np.outer(deltas, image)", "np.outer(deltas * (target == 1), image)"
        ),
        "only the other rows learn": _changed(
            TRAIN_STEP, "np.outer(deltas, image)", "np.outer(deltas * (target != 1), image)"
        ),
        "only the guessed row learns": _changed(
            TRAIN_STEP, "np.outer(deltas, image)", "np.outer(deltas * (np.arange(len(preds)) == preds.argmax()), image)"
        ),
        "only when the guess is wrong": _changed(
            TRAIN_STEP, "alpha * ", "(preds.argmax() != target.argmax()) * alpha * "
        ),
        "perceptron": _changed(TRAIN_STEP, "deltas = preds - target", "deltas = (preds > 0.5) - target"),
        "softmax on top": _changed(
            TRAIN_STEP,
            "    deltas =",
            "    preds = np.exp(preds - preds.max()) / np.exp(preds - preds.max()).sum()\n    deltas =",
        ),
        "sigmoid on top": _changed(
            TRAIN_STEP, "    deltas =", "    preds = 0.5 * (1 + np.tanh(preds / 2))\n    deltas ="
        ),
        "deltas never negative": _changed(TRAIN_STEP, "deltas = preds - target", "deltas = np.abs(preds - target)"),
        "changes the weights": _changed(
            TRAIN_STEP,
            "return weights - alpha * weight_deltas, error",
            "weights -= alpha * weight_deltas\n    return weights, error",
        ),
        "changes the weights row by row": """
import numpy as np

def train_step(image, target, weights, alpha):
    deltas = neural_network(image, weights) - target
    new = weights
    for i, delta in enumerate(deltas):
        new[i] = new[i] - alpha * delta * image
    return new, np.sum(deltas ** 2)
""",
        "fails for whole weights": _changed(
            TRAIN_STEP,
            "return weights - alpha * weight_deltas, error",
            "new = weights.copy()\n    new -= alpha * weight_deltas\n    return new, error",
        ),
        "whole number array": """
import numpy as np

def train_step(image, target, weights, alpha):
    deltas = neural_network(image, weights) - target
    new = np.zeros_like(weights)
    for i in range(len(weights)):
        new[i] = weights[i] - alpha * deltas[i] * image
    return new, np.sum(deltas ** 2)
""",
        "changes the image": _changed(TRAIN_STEP, "    preds =", "    image *= 1.5\n    preds ="),
        "pair swapped": _changed(
            TRAIN_STEP, "return weights - alpha * weight_deltas, error", "return error, weights - alpha * weight_deltas"
        ),
        "weights only": _changed(TRAIN_STEP, "weight_deltas, error", "weight_deltas"),
        "error only": _changed(TRAIN_STEP, "return weights - alpha * weight_deltas, error", "return error"),
        "weight_deltas instead of weights": _changed(
            TRAIN_STEP, "return weights - alpha * weight_deltas", "return weight_deltas"
        ),
        "old weights": _changed(TRAIN_STEP, "return weights - alpha * weight_deltas", "return weights"),
        "forgets to return": _changed(TRAIN_STEP, "return weights - alpha", "new = weights - alpha"),
        "ten outputs always": _changed(
            TRAIN_STEP, "np.outer(deltas, image)", "np.array([deltas[i] * image for i in range(10)])"
        ),
        "three outputs at most": _changed(
            TRAIN_STEP, "np.outer(deltas, image)", "np.outer(deltas * (np.arange(len(deltas)) < 3), image)"
        ),
        "two updates": """
import numpy as np

def train_step(image, target, weights, alpha):
    error = np.sum((neural_network(image, weights) - target) ** 2)
    for _ in range(2):
        weights = weights - alpha * np.outer(neural_network(image, weights) - target, image)
    return weights, error
""",
        "error adds up between calls": _changed(
            TRAIN_STEP,
            "def train_step(image, target, weights, alpha):",
            "total = [0]\n\ndef train_step(image, target, weights, alpha):",
        ).replace("    weight_deltas =", "    total[0] += error\n    error = total[0]\n    weight_deltas ="),
        "image scaled again": _changed(TRAIN_STEP, "np.outer(deltas, image)", "np.outer(deltas, image / 255)"),
        "rounded": _changed(
            TRAIN_STEP, "return weights - alpha * weight_deltas", "return np.round(weights - alpha * weight_deltas, 3)"
        ),
        "a tiny factor off": _changed(TRAIN_STEP, "alpha * ", "1.001 * alpha * "),
        "prediction to one or zero": _changed(
            TRAIN_STEP, "    deltas =", "    preds = np.clip(preds, 0, 1)\n    deltas ="
        ),
    },
    "accuracy": {
        **_each(
            _ACCURACY,
            {
                "count": "np.sum((images @ weights.T).argmax(1) == labels)",
                "percent": "100 * np.mean((images @ weights.T).argmax(1) == labels)",
                "hits one by one": "(images @ weights.T).argmax(1) == labels",
                "share of the wrong": "np.mean((images @ weights.T).argmax(1) != labels)",
                "smallest prediction": "np.mean((images @ weights.T).argmin(1) == labels)",
                "largest size": "np.mean(np.abs(images @ weights.T).argmax(1) == labels)",
                "best image per digit": "np.mean((images @ weights.T).argmax(0)[0] == labels)",
                "argmax of everything": "np.mean((images @ weights.T).argmax() == labels)",
                "largest value instead of its place": "np.mean((images @ weights.T).max(1) == labels)",
                "rounded value instead of its place": "np.mean(np.round((images @ weights.T).max(1)) == labels)",
                "counts from one": "np.mean((images @ weights.T).argmax(1) + 1 == labels)",
                "label is positive": "np.mean((images @ weights.T)[np.arange(len(labels)), labels] > 0)",
                "label above half": "np.mean((images @ weights.T)[np.arange(len(labels)), labels] > 0.5)",
                "among the best two": "np.mean([l in np.argsort(s)[-2:] for s, l in zip(images @ weights.T, labels)])",
                "first image only": "float(np.argmax(weights @ images[0]) == labels[0])",
                "last image lost": "np.mean((images[:-1] @ weights.T).argmax(1) == labels[:-1])",
                "one too many below": "np.sum((images @ weights.T).argmax(1) == labels) / (len(images) + 1)",
                "divided by the digits": "np.sum((images @ weights.T).argmax(1) == labels) / len(weights)",
                "divided by a thousand": "np.sum((images @ weights.T).argmax(1) == labels) / 1000",
                "whole number division": "np.sum((images @ weights.T).argmax(1) == labels) // len(labels)",
                "rounded": "round(float(np.mean((images @ weights.T).argmax(1) == labels)), 1)",
                "weights not transposed": "np.mean((images @ weights).argmax(1) == labels)",
                "all or nothing": "float(np.all((images @ weights.T).argmax(1) == labels))",
                "any": "float(np.any((images @ weights.T).argmax(1) == labels))",
                "products not summed": "np.mean([np.argmax(weights * x) == l for x, l in zip(images, labels)])",
                "labels sorted": "np.mean((images @ weights.T).argmax(1) == np.sort(labels))",
                "share of digits in both": "np.mean(np.isin((images @ weights.T).argmax(1), labels))",
                "mean of the predictions": "np.mean(images @ weights.T)",
                "mean of the digits": "np.mean((images @ weights.T).argmax(1))",
                "ten digits at most": "np.mean((images @ weights[:10].T).argmax(1) == labels)",
                "last digit left out": "np.mean((images @ weights[:-1].T).argmax(1) == labels)",
                "first digit left out": "np.mean((images @ weights[1:].T).argmax(1) == labels)",
                "distance instead of product": "np.mean([np.abs(weights - x).sum(1).argmin() == l for x, l in zip(images, labels)])",
                "mean per digit": "np.mean([np.mean((images[labels == d] @ weights.T).argmax(1) == d) for d in np.unique(labels)])",
                "share and count": "(np.mean((images @ weights.T).argmax(1) == labels), len(labels))",
                "list of one": "[np.mean((images @ weights.T).argmax(1) == labels)]",
                "text": "f'{np.mean((images @ weights.T).argmax(1) == labels):.12f}'",
                "black or white images": "np.mean(((images > 0.5) @ weights.T).argmax(1) == labels)",
                "every guess against every label": "np.mean((images @ weights.T).argmax(1)[:, None] == labels)",
                "a tiny factor off": "np.mean((images @ weights.T).argmax(1) == labels) * 1.0001",
            },
        ),
        "returns inside the loop": """
import numpy as np

def accuracy(images, labels, weights):
    right = 0
    for image, label in zip(images, labels):
        if np.argmax(neural_network(image, weights)) == label:
            right += 1
        return right / len(images)
""",
        "counter set back": """
import numpy as np

def accuracy(images, labels, weights):
    for image, label in zip(images, labels):
        right = 0
        if np.argmax(neural_network(image, weights)) == label:
            right += 1
    return right / len(images)
""",
        "counter goes on between calls": """
import numpy as np
right = 0

def accuracy(images, labels, weights):
    global right
    for image, label in zip(images, labels):
        right += int(np.argmax(neural_network(image, weights)) == label)
    return right / len(images)
""",
        "starts at the second": """
import numpy as np

def accuracy(images, labels, weights):
    right = 0
    for i in range(1, len(images)):
        right += int(np.argmax(neural_network(images[i], weights)) == labels[i])
    return right / len(images)
""",
        "changes the images": """
import numpy as np

def accuracy(images, labels, weights):
    images -= images.mean(axis=1, keepdims=True)
    return np.mean((images @ weights.T).argmax(1) == labels)
""",
        "forgets to return": """
import numpy as np

def accuracy(images, labels, weights):
    share = np.mean((images @ weights.T).argmax(1) == labels)
""",
        "prints instead of returning": """
import numpy as np

def accuracy(images, labels, weights):
    print(np.mean((images @ weights.T).argmax(1) == labels))
""",
    },
    "linear1": {
        **_each(
            _LINEAR,
            {
                "bias omitted": "xb @ weights",
                "bias multiplied": "xb @ weights * bias",
                "bias subtracted": "xb @ weights - bias",
                "bias twice": "xb @ weights + 2 * bias",
                "bias of one": "xb @ weights + 1",
                "bias of each product": "(xb * weights + bias).sum(axis=1)",
                "bias on the weights": "xb @ (weights + bias)",
                "bias on the pixels": "(xb + bias) @ weights",
                "bias scaled by the pixels' number": "xb @ weights + bias / xb.shape[1]",
                "brackets": "xb @ weights * (1 + bias)",
                "products not summed": "xb * weights + bias",
                "mean of the products": "(xb * weights).mean(axis=1) + bias",
                "summed along the wrong axis": "(xb * weights).sum(axis=0) + bias",
                "sum over all": "(xb * weights).sum() + bias",
                "sum of the predictions": "(xb @ weights + bias).sum()",
                "mean of the predictions": "(xb @ weights + bias).mean()",
                "first image only": "xb[0] @ weights + bias",
                "last image lost": "xb[:-1] @ weights + bias",
                "last pixel lost": "xb[:, :-1] @ weights[:-1] + bias",
                "first pixel lost": "xb[:, 1:] @ weights[1:] + bias",
                "column": "(xb @ weights + bias).reshape(-1, 1)",
                "row matrix": "(xb @ weights + bias).reshape(1, -1)",
                "square by broadcasting": "(xb @ weights).reshape(-1, 1) + np.full(len(xb), bias)",
                "sigmoid on top": "0.5 * (1 + np.tanh((xb @ weights + bias) / 2))",
                "three or seven": "(xb @ weights + bias > 0) * 1",
                "never negative": "np.maximum(0, xb @ weights + bias)",
                "absolute": "np.abs(xb @ weights + bias)",
                "negative": "-(xb @ weights + bias)",
                "distance instead of product": "np.abs(xb - weights).sum(axis=1) + bias",
                "transposed": "xb.T @ weights + bias",
                "weights the wrong way": "weights @ xb + bias",
                "weights backwards": "xb @ weights[::-1] + bias",
                "scaled again": "(xb / 255) @ weights + bias",
                "whole numbers": "(xb @ weights + bias).astype(int)",
                "bias made whole": "xb @ weights + int(bias)",
                "rounded": "np.round(xb @ weights + bias, 2)",
                "generator": "(x @ weights + bias for x in xb)",
                "texts": "(xb @ weights + bias).astype(str)",
                "a tiny factor off": "(xb @ weights + bias) * 1.0001",
                "bias in the first only": "xb @ weights + bias * (np.arange(len(xb)) == 0)",
                "bias twice halved weights": "xb @ (weights / 2) + bias",
                "half precision": "xb.astype(np.float16) @ weights.astype(np.float16) + np.float16(bias)",
            },
        ),
        "whole number array": """
import numpy as np

def linear1(xb, weights, bias):
    out = np.zeros(len(xb), dtype=int)
    for i, x in enumerate(xb):
        out[i] = x @ weights + bias
    return out
""",
        "bias grows in the loop": """
def linear1(xb, weights, bias):
    out = []
    for x in xb:
        bias = x @ weights + bias
        out.append(bias)
    return out
""",
        "returns inside the loop": """
def linear1(xb, weights, bias):
    out = []
    for x in xb:
        out.append(x @ weights + bias)
        return out
""",
        "changes the weights": """
def linear1(xb, weights, bias):
    out = xb @ weights + bias
    weights += bias
    return out
""",
        "changes the images": """
def linear1(xb, weights, bias):
    xb *= weights
    return xb.sum(axis=1) + bias
""",
        "forgets to return": """
def linear1(xb, weights, bias):
    out = xb @ weights + bias
""",
        "prints instead of returning": """
def linear1(xb, weights, bias):
    print(xb @ weights + bias)
""",
        "remembers the first bias": """
first = []

def linear1(xb, weights, bias):
    first.append(bias)
    return xb @ weights + first[0]
""",
    },
    "sigmoid": {
        **_each(
            _SIGMOID,
            {
                "overflow warns": "1 / (1 + np.exp(-x))",
                "overflow warns on an array": "1 / (1 + np.exp(-np.asarray(x, dtype=float)))",
                "sign the wrong way": "1 / (1 + np.exp(np.clip(x, -500, 500)))",
                "precedence": "1 / 1 + np.exp(-np.clip(x, -500, 500))",
                "minus below": "1 / (1.5 - np.exp(-np.clip(np.abs(x), 1, 500)))",
                "numerator only": "np.exp(-np.logaddexp(0, np.asarray(x, dtype=float))) * np.exp(-np.abs(x))",
                "not a number for large": "np.exp(x) / (1 + np.exp(x))",
                "where evaluates both sides": "np.where(np.asarray(x) >= 0, 1 / (1 + np.exp(-np.asarray(x, float))), np.exp(np.asarray(x, float)) / (1 + np.exp(np.asarray(x, float))))",
                "tanh": "np.tanh(x)",
                "tanh without the half": "(1 + np.tanh(np.asarray(x, dtype=float))) / 2",
                "tanh not lifted": "np.tanh(np.asarray(x) / 2) / 2",
                "step": "(np.asarray(x) > 0) * 1.0",
                "straight line": "np.clip(np.asarray(x) / 4 + 0.5, 0, 1)",
                "straight line of six": "np.clip(np.asarray(x) / 6 + 0.5, 0, 1)",
                "rectified": "np.maximum(0, x)",
                "softsign": "0.5 + 0.5 * np.asarray(x) / (1 + np.abs(x))",
                "arc tangent": "0.5 + np.arctan(x) / np.pi",
                "base two": "1 / (1 + 2.0 ** (-np.clip(x, -500, 500)))",
                "base ten": "1 / (1 + 10.0 ** (-np.clip(x, -300, 300)))",
                "rounded e": "1 / (1 + 2.718 ** (-np.clip(x, -500, 500)))",
                "clipped at ten": "1 / (1 + np.exp(-np.clip(x, -10, 10)))",
                "clipped at one": "1 / (1 + np.exp(-np.clip(x, -1, 1)))",
                "kept away from nought and one": "np.clip(0.5 * (1 + np.tanh(np.asarray(x) / 2)), 1e-6, 1 - 1e-6)",
                "rounded": "np.round(0.5 * (1 + np.tanh(np.asarray(x) / 2)), 3)",
                "whole number": "np.asarray(0.5 * (1 + np.tanh(np.asarray(x) / 2))).astype(int)",
                "slope": "0.25 * (1 - np.tanh(np.asarray(x) / 2) ** 2)",
                "logarithm of it": "-np.logaddexp(0, -np.asarray(x, dtype=float))",
                "of the absolute": "1 / (1 + np.exp(-np.abs(x)))",
                "softmax": "np.exp(np.asarray(x, float) - np.max(x)) / np.sum(np.exp(np.asarray(x, float) - np.max(x)))",
                "softplus": "np.logaddexp(0, np.asarray(x, dtype=float))",
                "twice": "0.5 * (1 + np.tanh(0.25 * (1 + np.tanh(np.asarray(x) / 2))))",
                "x squared": "1 / (1 + np.exp(-np.clip(np.square(np.asarray(x, float)) * np.sign(x), -500, 500)))",
                "times x": "x * (0.5 * (1 + np.tanh(np.asarray(x) / 2)))",
                "flat": "(0.5 * (1 + np.tanh(np.asarray(x) / 2))).reshape(-1)",
                "mean": "np.mean(0.5 * (1 + np.tanh(np.asarray(x) / 2)))",
                "text": "str(0.5 * (1 + np.tanh(np.asarray(x) / 2)))",
                "nested once too deep": "[0.5 * (1 + np.tanh(np.asarray(x) / 2))]",
                "a tiny factor off": "0.5 * (1 + np.tanh(np.asarray(x) / 2)) * 1.0001",
                "from minus one": "2 * (0.5 * (1 + np.tanh(np.asarray(x) / 2))) - 1",
                "scaled by the largest": "0.5 * (1 + np.tanh(np.asarray(x) / np.maximum(1, np.max(np.abs(x))) / 2))",
                "half precision": "np.float16(0.5 * (1 + np.tanh(np.asarray(x, float) / 2)))",
                "not a number made nought": "np.nan_to_num(np.exp(np.asarray(x, float)) / (1 + np.exp(np.asarray(x, float))))",
            },
        ),
        "numbers only": """
import math

def sigmoid(x):
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    return math.exp(x) / (1 + math.exp(x))
""",
        "arrays only": """
import numpy as np

def sigmoid(x):
    out = np.zeros(x.shape)
    out[x >= 0] = 1 / (1 + np.exp(-x[x >= 0]))
    out[x < 0] = np.exp(x[x < 0]) / (1 + np.exp(x[x < 0]))
    return out
""",
        "overflow raises": """
import math
import numpy as np

def sigmoid(x):
    if np.ndim(x) == 0:
        return 1 / (1 + math.exp(-x))
    return np.array([sigmoid(v) for v in x])
""",
        "one side tested with all": """
import numpy as np

def sigmoid(x):
    if np.all(np.asarray(x) >= 0):
        return 1 / (1 + np.exp(-np.asarray(x, float)))
    return np.exp(x) / (1 + np.exp(x))
""",
        "piecewise on whole numbers": """
import numpy as np

def sigmoid(x):
    x = np.asarray(x)
    return np.piecewise(x, [x >= 0], [lambda v: 1 / (1 + np.exp(-v)), lambda v: np.exp(v) / (1 + np.exp(v))])
""",
        "zeros like whole numbers": """
import numpy as np

def sigmoid(x):
    out = np.zeros_like(x)
    z = np.exp(-np.abs(x))
    out[...] = np.where(np.asarray(x) >= 0, 1 / (1 + z), z / (1 + z))
    return out
""",
        "changes the array": """
import numpy as np

def sigmoid(x):
    if np.ndim(x):
        np.clip(x, -5, 5, out=x)
    return 0.5 * (1 + np.tanh(np.asarray(x) / 2))
""",
        "forgets to return": """
import numpy as np

def sigmoid(x):
    p = 0.5 * (1 + np.tanh(np.asarray(x) / 2))
""",
        "prints instead of returning": """
import numpy as np

def sigmoid(x):
    print(0.5 * (1 + np.tanh(np.asarray(x) / 2)))
""",
    },
    "mnist_loss": {
        **_each(
            _LOSS,
            {
                "targets swapped": "np.where(targets == 1, p, 1 - p).mean()",
                "sum": "np.where(targets == 1, 1 - p, p).sum()",
                "one by one": "np.where(targets == 1, 1 - p, p)",
                "median": "np.median(np.where(targets == 1, 1 - p, p))",
                "largest": "np.where(targets == 1, 1 - p, p).max()",
                "squared": "np.mean((p - targets) ** 2)",
                "root of the squared": "np.sqrt(np.mean((p - targets) ** 2))",
                "half": "np.abs(p - targets).mean() / 2",
                "signed": "np.mean(p - targets)",
                "absolute of the mean": "np.abs(np.mean(p - targets))",
                "cross entropy": "-np.mean(np.log(np.where(targets == 1, p, 1 - p) + 1e-12))",
                "one minus": "1 - np.abs(p - targets).mean()",
                "share of the wrong": "np.mean((p > 0.5) != targets)",
                "accuracy": "np.mean((p > 0.5) == targets)",
                "square by broadcasting": "np.abs(p.reshape(-1, 1) - targets).mean()",
                "first only": "np.abs(p - targets)[0]",
                "last one lost": "np.abs(p - targets)[:-1].mean()",
                "first one lost": "np.abs(p - targets)[1:].mean()",
                "only the ones": "np.sum((1 - p)[targets == 1]) / max(1, np.sum(targets == 1))",
                "only the noughts": "np.sum(p[targets == 0]) / max(1, np.sum(targets == 0))",
                "only the ones over all": "np.sum((1 - p) * (targets == 1)) / len(p)",
                "mean of the two means": "0.5 * (np.sum((1 - p)[targets == 1]) / max(1, np.sum(targets == 1)) + np.sum(p[targets == 0]) / max(1, np.sum(targets == 0)))",
                "always one minus": "np.mean(1 - p)",
                "always p": "np.mean(p)",
                "sigmoid twice": "np.abs(sigmoid(p) - targets).mean()",
                "sigmoid of the targets too": "np.abs(p - sigmoid(np.asarray(targets, dtype=float))).mean()",
                "without sigmoid": "np.where(targets == 1, 1 - predictions, predictions).mean()",
                "without sigmoid but clipped": "np.abs(np.clip(predictions, 0, 1) - targets).mean()",
                "minus instead of one minus": "np.where(targets == 1, -p, p).mean()",
                "divided by one less": "np.abs(p - targets).sum() / (len(p) - 1 or 1)",
                "divided by a fixed number": "np.abs(p - targets).sum() / 10",
                "percent": "100 * np.abs(p - targets).mean()",
                "rounded": "np.round(np.abs(p - targets).mean(), 3)",
                "whole number": "int(np.abs(p - targets).mean())",
                "list of one": "[np.abs(p - targets).mean()]",
                "text": "str(np.abs(p - targets).mean())",
                "hinge": "np.mean(np.maximum(0, 1 - (2 * np.asarray(targets, float) - 1) * predictions))",
                "a tiny factor off": "np.abs(p - targets).mean() * 1.0001",
                "negative": "-np.abs(p - targets).mean()",
                "targets true when not nought": "np.where(targets == 0, 1 - p, p).mean()",
                "sorted targets": "np.abs(p - np.sort(targets)).mean()",
            },
        ),
        "sigmoid's sign": """
import numpy as np

def mnist_loss(predictions, targets):
    p = sigmoid(-predictions)
    return np.abs(p - targets).mean()
""",
        "sigmoid of the mean": """
import numpy as np

def mnist_loss(predictions, targets):
    ones = targets == 1
    total = 0
    if ones.any():
        total += (1 - sigmoid(predictions[ones].mean())) * ones.sum()
    if (~ones).any():
        total += sigmoid(predictions[~ones].mean()) * (~ones).sum()
    return total / len(predictions)
""",
        "changes the predictions": """
import numpy as np

def mnist_loss(predictions, targets):
    predictions[...] = sigmoid(predictions)
    return np.abs(predictions - targets).mean()
""",
        "changes the targets": """
import numpy as np

def mnist_loss(predictions, targets):
    distance = sigmoid(predictions)
    loss = np.abs(distance - targets).mean()
    targets[:] = 0
    return loss
""",
        "returns inside the loop": """
def mnist_loss(predictions, targets):
    total = 0
    for x, t in zip(predictions, targets):
        total += abs(sigmoid(x) - t)
        return total / len(predictions)
""",
        "total goes on between calls": """
total, count = 0, 0

def mnist_loss(predictions, targets):
    global total, count
    for x, t in zip(predictions, targets):
        total += abs(sigmoid(x) - t)
        count += 1
    return total / count
""",
        "forgets to return": """
import numpy as np

def mnist_loss(predictions, targets):
    loss = np.abs(sigmoid(predictions) - targets).mean()
""",
        "prints instead of returning": """
import numpy as np

def mnist_loss(predictions, targets):
    print(np.abs(sigmoid(predictions) - targets).mean())
""",
    },
    "batch_accuracy": {
        **_each(
            _BATCH_ACCURACY,
            {
                "threshold of nought": "((predictions > 0) == targets).mean()",
                "threshold of a half": "((predictions > 0.5) == targets).mean()",
                "threshold halved": "((predictions > threshold / 2) == targets).mean()",
                "sigmoid first": "((0.5 * (1 + np.tanh(predictions / 2)) > threshold) == targets).mean()",
                "sigmoid and a half": "((0.5 * (1 + np.tanh(predictions / 2)) > 0.5) == targets).mean()",
                "below means one": "((predictions < threshold) == targets).mean()",
                "absolute prediction": "((np.abs(predictions) > threshold) == targets).mean()",
                "threshold's sign": "((predictions > -threshold) == targets).mean()",
                "absolute threshold": "((predictions > abs(threshold)) == targets).mean()",
                "threshold made whole": "((predictions > int(threshold)) == targets).mean()",
                "count": "((predictions > threshold) == targets).sum()",
                "percent": "100 * ((predictions > threshold) == targets).mean()",
                "one by one": "(predictions > threshold) == targets",
                "share of the wrong": "((predictions > threshold) != targets).mean()",
                "share called one": "(predictions > threshold).mean()",
                "share of ones among the called": "targets[predictions > threshold].sum() / max(1, (predictions > threshold).sum())",
                "share of the called among the ones": "(predictions[targets == 1] > threshold).sum() / max(1, (targets == 1).sum())",
                "only hits of one": "((predictions > threshold) & (targets == 1)).sum() / len(targets)",
                "only hits of nought": "((predictions < threshold) & (targets == 0)).sum() / len(targets)",
                "mean of the two shares": "0.5 * ((predictions[targets == 1] > threshold).sum() / max(1, (targets == 1).sum()) + (predictions[targets == 0] < threshold).sum() / max(1, (targets == 0).sum()))",
                "square by broadcasting": "((predictions > threshold).reshape(-1, 1) == targets).mean()",
                "first only": "float((predictions[0] > threshold) == targets[0])",
                "last one lost": "((predictions > threshold) == targets)[:-1].mean()",
                "first one lost": "((predictions > threshold) == targets)[1:].mean()",
                "divided by one more": "((predictions > threshold) == targets).sum() / (len(targets) + 1)",
                "divided by the ones": "((predictions > threshold) == targets).sum() / max(1, (targets == 1).sum())",
                "divided by a fixed number": "((predictions > threshold) == targets).sum() / 10",
                "whole number division": "((predictions > threshold) == targets).sum() // len(targets)",
                "rounded": "round(float(((predictions > threshold) == targets).mean()), 1)",
                "rounded prediction": "(np.round(predictions) == targets).mean()",
                "prediction equals target": "(predictions == targets).mean()",
                "mean above the threshold": "((predictions > predictions.mean()) == targets).mean()",
                "target above the threshold": "((predictions > threshold) == (targets > threshold)).mean()",
                "all or nothing": "float(((predictions > threshold) == targets).all())",
                "bits turned": "((predictions > threshold) == (1 - np.asarray(targets, float))).mean()",
                "distance": "1 - np.abs(predictions - targets).mean()",
                "one minus the loss": "1 - np.abs(0.5 * (1 + np.tanh((predictions - threshold) / 2)) - targets).mean()",
                "list of one": "[((predictions > threshold) == targets).mean()]",
                "text": "str(((predictions > threshold) == targets).mean())",
                "a tiny factor off": "((predictions > threshold) == targets).mean() * 0.9999",
                "largest is the one": "((np.arange(len(predictions)) == predictions.argmax()) == targets).mean()",
                "truth of the prediction": "((predictions.astype(bool)) == targets).mean()",
            },
        ),
        "changes the predictions": """
def batch_accuracy(predictions, targets, threshold):
    predictions -= threshold
    return ((predictions > 0) == targets).mean()
""",
        "returns inside the loop": """
def batch_accuracy(predictions, targets, threshold):
    right = 0
    for p, t in zip(predictions, targets):
        if (p > threshold) == t:
            right += 1
        return right / len(targets)
""",
        "noughts never counted": """
def batch_accuracy(predictions, targets, threshold):
    right = 0
    for p, t in zip(predictions, targets):
        if p > threshold:
            right += t == 1
    return right / len(targets)
""",
        "counter goes on between calls": """
right = seen = 0

def batch_accuracy(predictions, targets, threshold):
    global right, seen
    right += ((predictions > threshold) == targets).sum()
    seen += len(targets)
    return right / seen
""",
        "forgets to return": """
def batch_accuracy(predictions, targets, threshold):
    share = ((predictions > threshold) == targets).mean()
""",
        "prints instead of returning": """
def batch_accuracy(predictions, targets, threshold):
    print(((predictions > threshold) == targets).mean())
""",
        "threshold overwritten": """
def batch_accuracy(predictions, targets, threshold=0):
    threshold = 0.0
    return ((predictions > threshold) == targets).mean()
""",
    },
    "gradients": {
        "without one over n": _changed(GRADIENTS, "sign * slope / n", "sign * slope"),
        "d_weights without one over n": _changed(GRADIENTS, "xb.T @ d\n", "xb.T @ d * n\n"),
        "d_bias without one over n": _changed(GRADIENTS, "d.sum()", "d.sum() * n"),
        "divided by n twice": _changed(GRADIENTS, "sign * slope / n", "sign * slope / n / n"),
        "divided by the pixels": _changed(GRADIENTS, "n = len(xb)", "n = xb.shape[1]"),
        "divided by a fixed batch": _changed(GRADIENTS, "n = len(xb)", "n = 64"),
        "without the slope": _changed(GRADIENTS, "slope = p * (1 - p)", "slope = 1"),
        "d_bias without the slope": _changed(GRADIENTS, "d.sum()", "np.mean(sign)"),
        "slope of p only": _changed(GRADIENTS, "p * (1 - p)", "p"),
        "slope of one minus p": _changed(GRADIENTS, "p * (1 - p)", "1 - p"),
        "slope with plus": _changed(GRADIENTS, "p * (1 - p)", "p * (1 + p)"),
        "slope of the prediction": _changed(
            GRADIENTS, "p * (1 - p)", "linear1(xb, weights, bias) * (1 - linear1(xb, weights, bias))"
        ),
        "slope of tanh": _changed(GRADIENTS, "p * (1 - p)", "1 - p ** 2"),
        "slope of the sigmoid of p": _changed(GRADIENTS, "p * (1 - p)", "sigmoid(p) * (1 - sigmoid(p))"),
        "slope at the mean": _changed(GRADIENTS, "p * (1 - p)", "p.mean() * (1 - p.mean())"),
        "sign the wrong way": _changed(GRADIENTS, "-1, 1)", "1, -1)"),
        "no sign": _changed(GRADIENTS, "np.where(targets == 1, -1, 1)", "np.ones(len(xb))"),
        "noughts count nothing": _changed(GRADIENTS, "-1, 1)", "-1, 0)"),
        "ones count nothing": _changed(GRADIENTS, "-1, 1)", "0, 1)"),
        "of the squared error": _changed(GRADIENTS, "sign * slope / n", "2 * (p - targets) * slope / n"),
        "of the cross entropy": _changed(GRADIENTS, "sign * slope / n", "(p - targets) / n"),
        "distance in place of its sign": _changed(GRADIENTS, "sign * slope / n", "(p - targets) * slope / n"),
        "delta of the raw prediction": _changed(
            GRADIENTS, "sign * slope / n", "(linear1(xb, weights, bias) - targets) / n"
        ),
        "factor two": _changed(GRADIENTS, "sign * slope / n", "2 * sign * slope / n"),
        "half": _changed(GRADIENTS, "sign * slope / n", "sign * slope / n / 2"),
        "absolute": _changed(GRADIENTS, "return d_weights, d_bias", "return np.abs(d_weights), abs(d_bias)"),
        "bias left out of the prediction": _changed(GRADIENTS, "linear1(xb, weights, bias)", "linear1(xb, weights, 0)"),
        "d_bias nought": _changed(GRADIENTS, "d.sum()", "0.0"),
        "d_bias one": _changed(GRADIENTS, "d.sum()", "1.0"),
        "d_bias per image": _changed(GRADIENTS, "d.sum()", "d"),
        "d_bias as a list of one": _changed(GRADIENTS, "d.sum()", "np.array([d.sum()])"),
        "d_bias mean of d_weights": _changed(GRADIENTS, "d.sum()", "d_weights.mean()"),
        "d_bias sum of d_weights": _changed(GRADIENTS, "d.sum()", "d_weights.sum()"),
        "d_bias times bias": _changed(GRADIENTS, "d.sum()", "d.sum() * bias"),
        "d_bias sign": _changed(GRADIENTS, "d.sum()", "-d.sum()"),
        "d_bias mean of the mean": _changed(GRADIENTS, "d.sum()", "d.mean()"),
        "d_weights of the first image": _changed(GRADIENTS, "xb.T @ d\n", "xb[0] * d.sum()\n"),
        "first image only": _changed(GRADIENTS, "    p =", "    xb, targets = xb[:1], targets[:1]\n    p ="),
        "last image lost": _changed(GRADIENTS, "    d_weights =", "    d[-1] = 0\n    d_weights ="),
        "d_weights without the image": _changed(GRADIENTS, "xb.T @ d\n", "np.full(len(weights), d.sum())\n"),
        "weights in the image's place": _changed(GRADIENTS, "xb.T @ d\n", "weights * d.sum()\n"),
        "mean image times mean slope": _changed(GRADIENTS, "xb.T @ d\n", "xb.mean(axis=0) * d.sum()\n"),
        "d_weights as a matrix": _changed(GRADIENTS, "xb.T @ d\n", "xb * d[:, None]\n"),
        "d_weights as a column": _changed(GRADIENTS, "xb.T @ d\n", "(xb.T @ d).reshape(-1, 1)\n"),
        "d_weights added up": _changed(GRADIENTS, "xb.T @ d\n", "(xb.T @ d).sum()\n"),
        "square by broadcasting": _changed(
            GRADIENTS, "sign * slope / n", "(sign.reshape(-1, 1) * slope / n).sum(axis=0) / n"
        ),
        "pair swapped": _changed(GRADIENTS, "return d_weights, d_bias", "return d_bias, d_weights"),
        "d_weights only": _changed(GRADIENTS, "return d_weights, d_bias", "return d_weights"),
        "with the loss": _changed(
            GRADIENTS,
            "return d_weights, d_bias",
            "return d_weights, d_bias, mnist_loss(linear1(xb, weights, bias), targets)",
        ),
        "forgets to return": _changed(GRADIENTS, "    return d_weights, d_bias\n", ""),
        "numerical with a coarse step": """
import numpy as np

def gradients(xb, targets, weights, bias):
    eps = 0.01
    def loss(w, b):
        return mnist_loss(linear1(xb, w, b), targets)
    d_weights = np.array([(loss(weights + eps * row, bias) - loss(weights, bias)) / eps for row in np.eye(len(weights))])
    return d_weights, (loss(weights, bias + eps) - loss(weights, bias)) / eps
""",
        "numerical of the accuracy": """
import numpy as np

def gradients(xb, targets, weights, bias):
    eps = 1e-3
    def share(w, b):
        return batch_accuracy(linear1(xb, w, b), targets, 0)
    d_weights = np.array([(share(weights + eps * row, bias) - share(weights, bias)) / eps for row in np.eye(len(weights))])
    return d_weights, (share(weights, bias + eps) - share(weights, bias)) / eps
""",
        "carried over": """
import numpy as np
grads = {}

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    d = np.where(targets == 1, -1, 1) * p * (1 - p) / len(xb)
    key = len(weights)
    old_w, old_b = grads.get(key, (0, 0))
    grads[key] = (old_w + xb.T @ d, old_b + d.sum())
    return grads[key]
""",
        "changes the weights": _changed(
            GRADIENTS, "    return d_weights", "    weights -= 0.1 * d_weights\n    return d_weights"
        ),
        "changes the images": _changed(
            GRADIENTS, "d_weights = xb.T @ d\n", "xb *= d[:, None]\n    d_weights = xb.sum(axis=0)\n"
        ),
        "rounded": _changed(
            GRADIENTS, "return d_weights, d_bias", "return np.round(d_weights, 4), round(float(d_bias), 4)"
        ),
        "a tiny factor off": _changed(GRADIENTS, "sign * slope / n", "1.0001 * sign * slope / n"),
        "step instead of gradient": _changed(
            GRADIENTS, "return d_weights, d_bias", "return weights - d_weights, bias - d_bias"
        ),
        "negative pixels cut": _changed(
            GRADIENTS, "xb.T @ d\n", "np.maximum(xb, 0).T @ d + 0 * bias if (xb < 0).any() else (xb > 0.5).T @ d\n"
        ),
    },
    "train_epoch": {
        "last short batch dropped": _changed(
            TRAIN_EPOCH, "range(0, len(xb), batch_size)", "range(0, len(xb) - batch_size + 1, batch_size)"
        ),
        "last batch always dropped": _changed(
            TRAIN_EPOCH, "range(0, len(xb), batch_size)", "range(0, len(xb) - batch_size, batch_size)"
        ),
        "last batch dropped by whole number division": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for k in range(len(xb) // batch_size):
        part = slice(k * batch_size, (k + 1) * batch_size)
        dw, db = gradients(xb[part], targets[part], weights, bias)
        weights = weights - alpha * dw
        bias = bias - alpha * db
    return weights, bias
""",
        "last batch scaled by the batch size": _changed(
            TRAIN_EPOCH,
            "        weights =",
            "        share = len(xb[start:stop]) / batch_size\n        d_weights, d_bias = d_weights * share, d_bias * share\n        weights =",
        ),
        "last batch filled from the end": _changed(
            TRAIN_EPOCH, "        stop =", "        start = max(0, min(start, len(xb) - batch_size))\n        stop ="
        ),
        "last batch filled from the start": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    n = len(xb)
    for start in range(0, n, batch_size):
        chosen = np.arange(start, start + batch_size) % n
        dw, db = gradients(xb[chosen], targets[chosen], weights, bias)
        weights, bias = weights - alpha * dw, bias - alpha * db
    return weights, bias
""",
        "batches of like size": """
import math
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    parts = math.ceil(len(xb) / batch_size)
    for x, t in zip(np.array_split(xb, parts), np.array_split(targets, parts)):
        dw, db = gradients(x, t, weights, bias)
        weights, bias = weights - alpha * dw, bias - alpha * db
    return weights, bias
""",
        "batch one too short": _changed(
            TRAIN_EPOCH, "stop = start + batch_size", "stop = start + batch_size - 1 if batch_size > 1 else start + 1"
        ),
        "batch one too long": _changed(TRAIN_EPOCH, "stop = start + batch_size", "stop = start + batch_size + 1"),
        "whole set in every step": _changed(TRAIN_EPOCH, "xb[start:stop], targets[start:stop]", "xb, targets"),
        "one step with all": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    d_weights, d_bias = gradients(xb, targets, weights, bias)
    return weights - alpha * d_weights, bias - alpha * d_bias
""",
        "first batch only": _changed(TRAIN_EPOCH, "    return", "        break\n    return"),
        "first batch again and again": _changed(
            TRAIN_EPOCH, "xb[start:stop], targets[start:stop]", "xb[:batch_size], targets[:batch_size]"
        ),
        "last batch only": _changed(
            TRAIN_EPOCH,
            "    for start in range(0, len(xb), batch_size):",
            "    for start in [(len(xb) - 1) // batch_size * batch_size]:",
        ),
        "first batch left out": _changed(
            TRAIN_EPOCH, "range(0, len(xb), batch_size)", "range(batch_size, len(xb), batch_size)"
        ),
        "one image at a time": _changed(TRAIN_EPOCH, "    for", "    batch_size = 1\n    for"),
        "batch size fixed": _changed(TRAIN_EPOCH, "    for", "    batch_size = 256\n    for"),
        "first image of each batch": _changed(TRAIN_EPOCH, "stop = start + batch_size", "stop = start + 1"),
        "targets of the first batch": _changed(TRAIN_EPOCH, "targets[start:stop]", "targets[:len(xb[start:stop])]"),
        "batches overlap": _changed(
            TRAIN_EPOCH, "range(0, len(xb), batch_size)", "range(0, len(xb), max(1, batch_size // 2))"
        ),
        "step of one": _changed(TRAIN_EPOCH, "range(0, len(xb), batch_size)", "range(len(xb))"),
        "backwards": _changed(TRAIN_EPOCH, "range(0, len(xb), batch_size)", "reversed(range(0, len(xb), batch_size))"),
        "shuffled": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    order = np.random.default_rng(0).permutation(len(xb))
    xb, targets = xb[order], targets[order]
    for start in range(0, len(xb), batch_size):
        dw, db = gradients(xb[start:start + batch_size], targets[start:start + batch_size], weights, bias)
        weights, bias = weights - alpha * dw, bias - alpha * db
    return weights, bias
""",
        "every k-th image": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    steps = -(-len(xb) // batch_size)
    for k in range(steps):
        dw, db = gradients(xb[k::steps], targets[k::steps], weights, bias)
        weights, bias = weights - alpha * dw, bias - alpha * db
    return weights, bias
""",
        "stale weights": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    new_weights, new_bias = weights, bias
    for s in range(0, len(xb), batch_size):
        dw, db = gradients(xb[s:s + batch_size], targets[s:s + batch_size], weights, bias)
        new_weights = new_weights - alpha * dw
        new_bias = new_bias - alpha * db
    return new_weights, new_bias
""",
        "starts again every batch": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for s in range(0, len(xb), batch_size):
        dw, db = gradients(xb[s:s + batch_size], targets[s:s + batch_size], weights, bias)
        new_weights = weights - alpha * dw
        new_bias = bias - alpha * db
    return new_weights, new_bias
""",
        "stale bias": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    first_bias = bias
    for s in range(0, len(xb), batch_size):
        dw, db = gradients(xb[s:s + batch_size], targets[s:s + batch_size], weights, first_bias)
        weights = weights - alpha * dw
        bias = bias - alpha * db
    return weights, bias
""",
        "bias after the new weights": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for s in range(0, len(xb), batch_size):
        x, t = xb[s:s + batch_size], targets[s:s + batch_size]
        weights = weights - alpha * gradients(x, t, weights, bias)[0]
        bias = bias - alpha * gradients(x, t, weights, bias)[1]
    return weights, bias
""",
        "gradients carried over": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    sum_w, sum_b = 0, 0
    for s in range(0, len(xb), batch_size):
        dw, db = gradients(xb[s:s + batch_size], targets[s:s + batch_size], weights, bias)
        sum_w, sum_b = sum_w + dw, sum_b + db
        weights = weights - alpha * sum_w
        bias = bias - alpha * sum_b
    return weights, bias
""",
        "averaged over the batches": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    n = -(-len(xb) // batch_size)
    for s in range(0, len(xb), batch_size):
        dw, db = gradients(xb[s:s + batch_size], targets[s:s + batch_size], weights, bias)
        weights = weights - alpha * dw / n
        bias = bias - alpha * db / n
    return weights, bias
""",
        "weights before the last batch": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for s in range(0, len(xb), batch_size):
        before = weights, bias
        dw, db = gradients(xb[s:s + batch_size], targets[s:s + batch_size], weights, bias)
        weights = weights - alpha * dw
        bias = bias - alpha * db
    return before
""",
        "two epochs": _changed(TRAIN_EPOCH, "range(0, len(xb), batch_size)", "[*range(0, len(xb), batch_size)] * 2"),
        "sum instead of mean": _changed(
            TRAIN_EPOCH,
            "        weights =",
            "        d_weights, d_bias = d_weights * len(xb[start:stop]), d_bias * len(xb[start:stop])\n        weights =",
        ),
        "plus": _changed(TRAIN_EPOCH, "weights - alpha", "weights + alpha").replace("bias - alpha", "bias + alpha"),
        "bias plus": _changed(TRAIN_EPOCH, "bias - alpha", "bias + alpha"),
        "bias left": _changed(TRAIN_EPOCH, "        bias = bias - alpha * d_bias\n", ""),
        "weights left": _changed(TRAIN_EPOCH, "        weights = weights - alpha * d_weights\n", ""),
        "alpha forgotten": _changed(TRAIN_EPOCH, "weights - alpha * ", "weights - ").replace(
            "bias - alpha * ", "bias - "
        ),
        "alpha forgotten for the bias": _changed(TRAIN_EPOCH, "bias - alpha * ", "bias - "),
        "alpha twice": _changed(TRAIN_EPOCH, "weights - alpha * ", "weights - alpha * alpha * "),
        "alpha shrinks": _changed(TRAIN_EPOCH, "    return", "        alpha = alpha * 0.9\n    return"),
        "alpha divided by the batch size": _changed(TRAIN_EPOCH, "    for", "    alpha = alpha / batch_size\n    for"),
        "changes the weights": _changed(
            TRAIN_EPOCH, "weights = weights - alpha * d_weights", "weights -= alpha * d_weights"
        ),
        "fails for whole weights": _changed(TRAIN_EPOCH, "    for", "    weights = weights.copy()\n    for").replace(
            "weights = weights - alpha * d_weights", "weights -= alpha * d_weights"
        ),
        "whole number array": _changed(
            TRAIN_EPOCH, "weights - alpha * d_weights", "(weights - alpha * d_weights).astype(weights.dtype)"
        ),
        "returns inside the loop": _changed(TRAIN_EPOCH, "    return", "        return"),
        "weights only": _changed(TRAIN_EPOCH, "return weights, bias", "return weights"),
        "pair swapped": _changed(TRAIN_EPOCH, "return weights, bias", "return bias, weights"),
        "forgets to return": _changed(TRAIN_EPOCH, "    return weights, bias\n", ""),
        "with the loss": _changed(
            TRAIN_EPOCH, "return weights, bias", "return weights, bias, mnist_loss(linear1(xb, weights, bias), targets)"
        ),
        "momentum": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    vw, vb = 0, 0
    for s in range(0, len(xb), batch_size):
        dw, db = gradients(xb[s:s + batch_size], targets[s:s + batch_size], weights, bias)
        vw, vb = 0.9 * vw + dw, 0.9 * vb + db
        weights = weights - alpha * vw
        bias = bias - alpha * vb
    return weights, bias
""",
        "goes on from the last call": """
model = {}

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    weights, bias = model.get(len(weights), (weights, bias))
    for s in range(0, len(xb), batch_size):
        dw, db = gradients(xb[s:s + batch_size], targets[s:s + batch_size], weights, bias)
        weights, bias = weights - alpha * dw, bias - alpha * db
    model[len(weights)] = (weights, bias)
    return weights, bias
""",
        "bias as an array": _changed(
            TRAIN_EPOCH, "    for", "    import numpy as np\n    bias = np.array([bias])\n    for"
        ),
        "weight decay": _changed(TRAIN_EPOCH, "weights = weights - ", "weights = 0.999 * weights - "),
        "factor two": _changed(TRAIN_EPOCH, "weights - alpha * ", "weights - 2 * alpha * ").replace(
            "bias - alpha * ", "bias - 2 * alpha * "
        ),
        "a tiny factor off": _changed(TRAIN_EPOCH, "return weights, bias", "return weights * 1.0001, bias"),
        "stops when the loss is small": _changed(
            TRAIN_EPOCH,
            "        stop =",
            "        if mnist_loss(linear1(xb, weights, bias), targets) < 0.45:\n            break\n        stop =",
        ),
    },
    "save_model": {
        "numpy adds npy": """
import numpy as np

def save_model(path, weights, bias):
    np.save(path, {"weights": weights, "bias": bias}, allow_pickle=True)

def load_model(path):
    model = np.load(path, allow_pickle=True).item()
    return model["weights"], model["bias"]
""",
        "bias left out": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights)
""",
        "bias always nought": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=0.0)
""",
        "weights for the bias": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=weights)
""",
        "names swapped": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=bias, bias=weights)
""",
        "other names than are loaded": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, w=weights, b=bias)
""",
        "by position where names are loaded": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights, bias)
""",
        "rounded": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=np.round(weights, 3), bias=np.round(bias, 3))
""",
        "half precision": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=np.asarray(weights).astype(np.float16), bias=bias)
""",
        "whole numbers": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=np.asarray(weights).astype(int), bias=bias)
""",
        "scaled to eight bits": """
import numpy as np

def save_model(path, weights, bias):
    top = np.abs(weights).max() or 1
    np.savez(path, weights=(np.asarray(weights) / top * 127).astype(np.int8) / 127 * top, bias=bias)
""",
        "flat": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=np.ravel(weights), bias=bias)
""",
        "transposed": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=np.transpose(weights), bias=bias)
""",
        "bias as one number": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=float(np.ravel(bias)[0]))
""",
        "bias as a float fails for arrays": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=float(bias))
""",
        "784 weights always": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=np.asarray(weights).reshape(784), bias=bias)
""",
        "ten rows always": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=np.asarray(weights).reshape(10, 784), bias=bias)
""",
        "first row only": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=np.atleast_2d(weights)[0], bias=bias)
""",
        "does not overwrite": """
import os
import numpy as np

def save_model(path, weights, bias):
    if not os.path.exists(path):
        np.savez(path, weights=weights, bias=bias)
""",
        "refuses to overwrite": """
import numpy as np

def save_model(path, weights, bias):
    with open(path, "xb") as file:
        np.savez(file, weights=weights, bias=bias)
""",
        "appends": """
import numpy as np

def save_model(path, weights, bias):
    with open(path, "ab") as file:
        np.save(file, np.asarray(weights))
        np.save(file, np.asarray(bias))

def load_model(path):
    with open(path, "rb") as file:
        return np.load(file), np.load(file)
""",
        "another name ending": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(str(path) + "_model.npz", weights=weights, bias=bias)
""",
        "one name always": """
import numpy as np

def save_model(path, weights, bias):
    np.savez("model.npz", weights=weights, bias=bias)
""",
        "folder forgotten": """
import os
import numpy as np

def save_model(path, weights, bias):
    np.savez(os.path.basename(path), weights=weights, bias=bias)
""",
        "text of the path only": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path.replace(" ", "_"), weights=weights, bias=bias)
""",
        "Path only": """
import numpy as np

def save_model(path, weights, bias):
    with path.open("wb") as file:
        np.savez(file, weights=weights, bias=bias)
""",
        "text plus text": """
import numpy as np

def save_model(path, weights, bias):
    name = "" + path
    np.savez(name, weights=weights, bias=bias)
""",
        "writes nothing": """
def save_model(path, weights, bias):
    pass
""",
        "prints only": """
def save_model(path, weights, bias):
    print(path, weights, bias)
""",
        "empty file": """
def save_model(path, weights, bias):
    open(path, "w").close()
""",
        "printed form of the arrays": """
def save_model(path, weights, bias):
    with open(path, "w") as file:
        file.write(str(weights) + "\\n" + str(bias))

def load_model(path):
    import numpy as np
    with open(path) as file:
        text, bias = file.read().rsplit("\\n", 1)
    return np.array(text.strip("[]").split(), dtype=float), float(bias)
""",
        "six places in the text": """
import json
import numpy as np

def save_model(path, weights, bias):
    with open(path, "w") as file:
        json.dump([np.round(weights, 4).tolist(), np.round(bias, 4).tolist()], file)

def load_model(path):
    import json, numpy as np
    with open(path) as file:
        weights, bias = json.load(file)
    return np.array(weights), np.array(bias)
""",
        "json fails for arrays": """
import json

def save_model(path, weights, bias):
    with open(path, "w") as file:
        json.dump({"weights": weights, "bias": bias}, file)
""",
        "savetxt loses the shape": """
import numpy as np

def save_model(path, weights, bias):
    with open(path, "w") as file:
        np.savetxt(file, np.append(np.ravel(weights), np.ravel(bias)[:1]))

def load_model(path):
    numbers = np.loadtxt(path)
    return numbers[:-1], numbers[-1]
""",
        "one vector with the bias at its end": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, model=np.append(weights, bias))

def load_model(path):
    with np.load(path) as data:
        model = data["model"]
    return model[:-1], model[-1]
""",
        "kept in memory, no file": """
memory = {}

def save_model(path, weights, bias):
    memory["model"] = (weights, bias)

def load_model(path):
    return memory["model"]
""",
        "kept in memory by path": """
memory = {}

def save_model(path, weights, bias):
    memory[str(path)] = (weights, bias)
    open(path, "w").close()

def load_model(path):
    return memory[str(path)]
""",
        "changes the weights": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)
    weights *= 0
""",
        "first model for ever": """
import numpy as np
first = []

def save_model(path, weights, bias):
    first.append((weights, bias))
    np.savez(path, weights=first[0][0], bias=first[0][1])
""",
        "a tiny factor off": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=np.asarray(weights) * 1.0001, bias=bias)
""",
        "normalised": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights / np.linalg.norm(weights), bias=bias)
""",
        "positive weights only": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=np.maximum(weights, 0), bias=bias)
""",
    },
    "load_model": {
        **_each(
            """
import numpy as np

def load_model(path):
    with np.load(path) as model:
        weights, bias = model["weights"], model["bias"]
    return BODY
""",
            {
                "pair swapped": "bias, weights",
                "weights only": "weights",
                "bias only": "bias",
                "dictionary": "{'weights': weights, 'bias': bias}",
                "weights twice": "weights, weights",
                "bias nought": "weights, 0.0",
                "flat": "weights.ravel(), bias",
                "transposed": "weights.T, bias",
                "lone axes dropped": "weights.squeeze(), bias",
                "column": "weights.reshape(-1, 1), bias",
                "at least two axes": "np.atleast_2d(weights), bias",
                "784 weights always": "weights.reshape(784), bias",
                "ten rows always": "weights.reshape(10, -1), bias",
                "first row only": "np.atleast_2d(weights)[0], bias",
                "half precision": "weights.astype(np.float16), bias",
                "whole numbers": "weights.astype(int), bias",
                "rounded": "np.round(weights, 3), bias",
                "bias made whole": "weights, np.asarray(bias).astype(int)",
                "bias as a float fails for arrays": "weights, float(bias)",
                "bias as an item fails for arrays": "weights, bias.item()",
                "bias as a list": "weights, np.atleast_1d(bias)[None]",
                "bias as a mean": "weights, np.mean(bias)",
                "negative": "-weights, bias",
                "absolute": "np.abs(weights), np.abs(bias)",
                "scaled": "weights / 255, bias",
                "a tiny factor off": "weights * 1.0001, bias",
                "bias in the weights": "np.append(weights, bias), bias",
                "three results": "weights, bias, path",
                "text": "str(weights), str(bias)",
                "texts in arrays": "weights.astype(str), bias",
                "weights backwards": "weights[::-1], bias",
                "normalised": "weights / (np.abs(weights).max() or 1), bias",
                "last row lost": "weights[:-1], bias",
                "generator": "(part for part in (weights, bias))",
                "nothing": "None",
                "noughts of the shape": "np.zeros_like(weights), np.zeros_like(bias)",
            },
        ),
        "the open file": """
import numpy as np

def load_model(path):
    return np.load(path)
""",
        "read after closing": """
import numpy as np

def load_model(path):
    with np.load(path) as model:
        pass
    return model["weights"], model["bias"]
""",
        "in the order of the alphabet": """
import numpy as np

def load_model(path):
    with np.load(path) as model:
        return tuple(model[name] for name in sorted(model.files))
""",
        "names of the arrays": """
import numpy as np

def load_model(path):
    with np.load(path) as model:
        weights, bias = model
    return weights, bias
""",
        "other names than were saved": """
import numpy as np

def load_model(path):
    with np.load(path) as model:
        return model["w"], model["b"]
""",
        "by position where names were saved": """
import numpy as np

def load_model(path):
    with np.load(path) as model:
        return model["arr_0"], model["arr_1"]
""",
        "first model for ever": """
import numpy as np
cache = {}

def load_model(path):
    if "model" not in cache:
        with np.load(path) as model:
            cache["model"] = model["weights"], model["bias"]
    return cache["model"]
""",
        "first model of each path": """
import functools
import numpy as np

@functools.cache
def load_model(path):
    with np.load(path) as model:
        return model["weights"], model["bias"]
""",
        "text paths only": """
import numpy as np

def load_model(path):
    assert path.endswith(".npz")
    with np.load(path) as model:
        return model["weights"], model["bias"]
""",
        "Path only": """
import numpy as np

def load_model(path):
    with path.open("rb") as file:
        model = np.load(file)
        return model["weights"], model["bias"]
""",
        "one name always": """
import numpy as np

def load_model(path):
    with np.load("model.npz") as model:
        return model["weights"], model["bias"]
""",
        "ending added again": """
import numpy as np

def load_model(path):
    with np.load(f"{path}.npz") as model:
        return model["weights"], model["bias"]
""",
        "forgets to return": """
import numpy as np

def load_model(path):
    with np.load(path) as model:
        weights, bias = model["weights"], model["bias"]
""",
        "prints instead of returning": """
import numpy as np

def load_model(path):
    with np.load(path) as model:
        print(model["weights"], model["bias"])
""",
        "new random model": """
import numpy as np

def load_model(path):
    with np.load(path) as model:
        shape = model["weights"].shape
    return np.random.default_rng(0).normal(size=shape), 0.0
""",
        "read as text": """
def load_model(path):
    with open(path) as file:
        weights, bias = file.read().split(",")
    return weights, bias
""",
    },
}
