"""Lab 04, freezing a weight: right and wrong answers, by function and by what is special about each."""


def _changed(source: str, old: str, new: str) -> str:
    """Return the source with its only `old` replaced."""
    assert source.count(old) == 1, (old, source.count(old))
    return source.replace(old, new)


FREEZE = """
def freeze(weight_deltas, frozen):
    new = []
    for i in range(len(weight_deltas)):
        if i in frozen:
            new.append(0)
        else:
            new.append(weight_deltas[i])
    return new
"""

TRAIN_FROZEN = """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    weights = list(weights)
    errors = []
    for iteration in range(iterations):
        pred = sum(i * w for i, w in zip(inputs, weights))
        errors.append((pred - true) ** 2)
        delta = pred - true
        weight_deltas = freeze([i * delta for i in inputs], frozen)
        weights = [w - alpha * d for w, d in zip(weights, weight_deltas)]
    return weights, errors
"""

ERROR_ALONG = """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    errors = []
    for value in values:
        trial = list(weights)
        trial[index] = value
        pred = sum(i * w for i, w in zip(inputs, trial))
        errors.append((pred - true) ** 2)
    return errors
"""

RIGHT: dict[str, dict[str, str]] = {
    "freeze": {
        "loop with index": FREEZE,
        "comprehension over enumerate": """
def freeze(weight_deltas, frozen):
    return [0 if i in frozen else d for i, d in enumerate(weight_deltas)]
""",
        "in place on list()": """
def freeze(weight_deltas, frozen):
    result = list(weight_deltas)
    for index in frozen:
        result[index] = 0
    return result
""",
        "in place on a slice copy": """
def freeze(weight_deltas, frozen):
    result = weight_deltas[:]
    for index in frozen:
        result[index] = 0.0
    return result
""",
        "deep copy": """
import copy

def freeze(weight_deltas, frozen):
    result = copy.deepcopy(weight_deltas)
    for index in frozen:
        result[index] = 0
    return result
""",
        "copy method": """
def freeze(weight_deltas, frozen):
    result = weight_deltas.copy()
    for i in range(len(result)):
        if i in frozen:
            result[i] = 0
    return result
""",
        "numpy fancy index": """
import numpy as np

def freeze(weight_deltas, frozen):
    result = np.array(weight_deltas)
    result[list(frozen)] = 0
    return result
""",
        "numpy mask": """
import numpy as np

def freeze(weight_deltas, frozen):
    mask = np.ones(len(weight_deltas))
    for i in frozen:
        mask[i] = 0
    return np.asarray(weight_deltas) * mask
""",
        "numpy where and isin": """
import numpy as np

def freeze(weight_deltas, frozen):
    return np.where(np.isin(np.arange(len(weight_deltas)), frozen), 0.0, weight_deltas)
""",
        "float32 result": """
import numpy as np

def freeze(weight_deltas, frozen):
    result = np.array(weight_deltas, dtype=np.float32)
    for i in frozen:
        result[i] = 0
    return result
""",
        "set and tuple": """
def freeze(weight_deltas, frozen):
    still = set(frozen)
    return tuple(0 if i in still else d for i, d in enumerate(weight_deltas))
""",
        "map with a helper": """
def freeze(weight_deltas, frozen):
    def one(pair):
        i, d = pair
        return d * (i not in frozen)
    return list(map(one, enumerate(weight_deltas)))
""",
        "recursion over the frozen": """
def freeze(weight_deltas, frozen):
    if len(frozen) == 0:
        return list(weight_deltas)
    rest = freeze(weight_deltas, frozen[1:])
    rest[frozen[0]] = 0
    return rest
""",
        "dictionary": """
def freeze(weight_deltas, frozen):
    deltas = dict(enumerate(weight_deltas))
    deltas.update({i: 0 for i in frozen})
    return [deltas[i] for i in range(len(deltas))]
""",
        "while loop with an assert": """
def freeze(weight_deltas, frozen):
    out, i = [], 0
    while i < len(weight_deltas):
        out.append(weight_deltas[i] if i not in frozen else 0)
        i += 1
    assert len(out) == len(weight_deltas)
    return out
""",
        "generator and prints": """
def freeze(weight_deltas, frozen):
    def deltas():
        for i, d in enumerate(weight_deltas):
            if i in frozen:
                print("weight", i, "is frozen")
                yield 0
            else:
                yield d
    return list(deltas())
""",
        "numpy delete's opposite": """
import numpy as np

def freeze(weight_deltas, frozen):
    result = np.zeros(len(weight_deltas))
    free = [i for i in range(len(weight_deltas)) if i not in frozen]
    for i in free:
        result[i] = weight_deltas[i]
    return result
""",
    },
    "train_frozen": {
        "inline with freeze": TRAIN_FROZEN,
        "helpers of its own": """
def neural_network(inputs, weights):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} and {len(weights)}")
    return sum(i * w for i, w in zip(inputs, weights))

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    errors = []
    for _ in range(iterations):
        pred = neural_network(inputs, weights)
        delta = pred - true
        errors.append(delta ** 2)
        weight_deltas = freeze([delta * i for i in inputs], frozen)
        weights = [w - alpha * wd for w, wd in zip(weights, weight_deltas)]
    return weights, errors
""",
        "skips the frozen ones": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    w = list(weights)
    errors = []
    for _ in range(iterations):
        pred = 0
        for i in range(len(w)):
            pred += inputs[i] * w[i]
        delta = pred - true
        errors.append(delta ** 2)
        for i in range(len(w)):
            if i in frozen:
                continue
            w[i] -= alpha * inputs[i] * delta
    return w, errors
""",
        "numpy mask": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    x, w = np.array(inputs, dtype=float), np.array(weights, dtype=float)
    if x.shape != w.shape:
        raise ValueError(f"{x.shape} and {w.shape}")
    free = np.ones(len(w))
    free[list(frozen)] = 0
    errors = np.empty(iterations)
    for k in range(iterations):
        delta = w @ x - true
        errors[k] = delta ** 2
        w -= alpha * delta * x * free
    return w, errors
""",
        "numpy's own complaint": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    errors = []
    for _ in range(iterations):
        delta = np.dot(inputs, weights) - true
        errors.append(delta * delta)
        weights = np.array(weights) - alpha * np.array(freeze([i * delta for i in inputs], frozen))
    return weights, errors
""",
        "pair as a list": _changed(TRAIN_FROZEN, "return weights, errors", "return [weights, errors]"),
        "tuples": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    errors = ()
    for _ in range(iterations):
        delta = sum(map(lambda i, w: i * w, inputs, weights)) - true
        errors += (delta ** 2,)
        weights = tuple(w if k in frozen else w - alpha * i * delta for k, (i, w) in enumerate(zip(inputs, weights)))
    return weights, errors
""",
        "recursion": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    if iterations == 0:
        return weights, []
    delta = sum(i * w for i, w in zip(inputs, weights)) - true
    steps = freeze([alpha * i * delta for i in inputs], frozen)
    new = [w - s for w, s in zip(weights, steps)]
    last, errors = train_frozen(inputs, true, new, alpha, frozen, iterations - 1)
    return last, [delta ** 2] + errors
""",
        "float32 results": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    w = np.array(weights, dtype=np.float64)
    errors = []
    for _ in range(iterations):
        delta = np.dot(inputs, w) - true
        errors.append(np.float32(delta ** 2))
        w = w - alpha * np.asarray(freeze([i * delta for i in inputs], frozen))
    return w.astype(np.float32), errors
""",
        "frozen inputs set apart": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    # what the frozen weights say never changes: a bias for the others
    fixed = sum(inputs[i] * weights[i] for i in range(len(inputs)) if i in frozen)
    free = [i for i in range(len(inputs)) if i not in frozen]
    w = {i: weights[i] for i in range(len(weights))}
    errors = []
    for _ in range(iterations):
        delta = fixed + sum(inputs[i] * w[i] for i in free) - true
        errors.append(delta ** 2)
        for i in free:
            w[i] = w[i] - alpha * inputs[i] * delta
    return [w[i] for i in range(len(weights))], errors
""",
        "one alpha per weight": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    alphas = freeze([alpha] * len(weights), frozen)
    errors = []
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        weights = [w - a * i * delta for w, a, i in zip(weights, alphas, inputs)]
    return weights, errors
""",
        "class that learns": """
class Learner:
    def __init__(self, weights, alpha, frozen):
        self.weights, self.alpha, self.frozen, self.errors = list(weights), alpha, set(frozen), []

    def step(self, inputs, true):
        delta = sum(inputs[i] * self.weights[i] for i in range(len(inputs))) - true
        self.errors.append(delta ** 2)
        for i in set(range(len(inputs))) - self.frozen:
            self.weights[i] -= self.alpha * inputs[i] * delta

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    learner = Learner(weights, alpha, frozen)
    for _ in range(iterations):
        learner.step(inputs, true)
    return learner.weights, learner.errors
""",
        "restores the frozen ones from a copy": """
import copy

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    original = copy.deepcopy(list(weights))
    errors = []
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        weights = [w - alpha * i * delta for w, i in zip(weights, inputs)]
        for i in frozen:
            weights[i] = original[i]
    return weights, errors
""",
        "reduce": """
from functools import reduce

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    def step(state, _):
        w, errors = state
        delta = sum(a * b for a, b in zip(inputs, w)) - true
        wd = freeze([x * delta for x in inputs], frozen)
        return [a - alpha * b for a, b in zip(w, wd)], errors + [delta ** 2]
    return reduce(step, range(iterations), (list(weights), []))
""",
        "prints and optional parameter": _changed(
            TRAIN_FROZEN, "iterations):\n    if", "iterations, verbose=True):\n    if"
        ).replace(
            "        delta =", "        if verbose:\n            print(iteration, pred, weights)\n        delta ="
        ),
    },
    "error_along": {
        "loop on a copy": ERROR_ALONG,
        "comprehension of the rest": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    rest = sum(inputs[i] * weights[i] for i in range(len(inputs)) if i != index)
    return [(rest + inputs[index] * value - true) ** 2 for value in values]
""",
        "weights put together by slices": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    weights = list(weights)
    def error(value):
        trial = weights[:index] + [value] + weights[index + 1:]
        return (sum(i * w for i, w in zip(inputs, trial)) - true) ** 2
    return [error(value) for value in values]
""",
        "numpy vectorised": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    x, w = np.array(inputs, dtype=float), np.array(weights, dtype=float)
    rest = x @ w - x[index] * w[index]
    return (rest + x[index] * np.array(values) - true) ** 2
""",
        "numpy matrix of weights": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    trials = np.tile(np.array(weights, dtype=float), (len(values), 1))
    trials[:, index] = values
    return (trials @ np.array(inputs) - true) ** 2
""",
        "deep copy": """
from copy import deepcopy

def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    errors = []
    for i in range(len(values)):
        changed = deepcopy(list(weights))
        changed[index] = values[i]
        pred = 0
        for j in range(len(changed)):
            pred += inputs[j] * changed[j]
        errors.append((pred - true) ** 2)
    return errors
""",
        "numpy dot per value": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    errors = []
    for v in values:
        w = np.array(weights, dtype=float)
        w[index] = v
        errors.append((np.dot(inputs, w) - true) ** 2)
    return np.array(errors)
""",
        "float32 result": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    out = []
    for v in values:
        pred = sum(i * (v if k == index else w) for k, (i, w) in enumerate(zip(inputs, weights)))
        out.append(np.float32((pred - true) ** 2))
    return out
""",
        "tuple": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    pred_without = sum(i * w for k, (i, w) in enumerate(zip(inputs, weights)) if k != index)
    return tuple(pow(pred_without + value * inputs[index] - true, 2) for value in values)
""",
        "map and list": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    def error(value):
        trial = dict(enumerate(weights))
        trial[index] = value
        return (sum(inputs[k] * trial[k] for k in trial) - true) ** 2
    return list(map(error, values))
""",
        "moves the delta": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    delta = sum(i * w for i, w in zip(inputs, weights)) - true
    return [(delta + inputs[index] * (value - weights[index])) ** 2 for value in values]
""",
        "one copy changed again and again": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    trial = list(weights)
    errors = []
    for value in values:
        trial[index] = value
        delta = sum(i * w for i, w in zip(inputs, trial)) - true
        errors.append(delta ** 2)
    return errors
""",
        "generator": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    def errors():
        for value in values:
            trial = [*weights]
            trial[index] = value
            yield (sum(inputs[k] * trial[k] for k in range(len(trial))) - true) ** 2
    return list(errors())
""",
        "training without iterations": """
def error_along(inputs, true, weights, index, values):
    errors = []
    for value in values:
        trial = list(weights)
        trial[index] = value
        # one step with everything frozen: only its error is wanted
        _, (error,) = train_frozen(inputs, true, trial, 0, [], 1)
        errors.append(error)
    return errors
""",
        "recursion over the values": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    if len(values) == 0:
        return []
    trial = list(weights)
    trial[index] = values[0]
    error = (sum(i * w for i, w in zip(inputs, trial)) - true) ** 2
    return [error] + error_along(inputs, true, weights, index, values[1:])
""",
    },
}

# Right in their formulas; only the precision of float32 arithmetic stands in the way.
BORDERLINE: dict[str, dict[str, str]] = {
    "train_frozen": {
        "float32 everywhere": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    x, w = np.array(inputs, dtype=np.float32), np.array(weights, dtype=np.float32)
    if x.shape != w.shape:
        raise ValueError(f"{x.shape} and {w.shape}")
    free = np.ones(len(w), dtype=np.float32)
    free[list(frozen)] = 0
    errors = np.empty(iterations, dtype=np.float32)
    for k in range(iterations):
        delta = w @ x - np.float32(true)
        errors[k] = delta ** 2
        w = w - np.float32(alpha) * delta * x * free
    return w, errors
""",
    },
    "error_along": {
        "float32 everywhere": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    trials = np.tile(np.array(weights, dtype=np.float32), (len(values), 1))
    trials[:, index] = values
    return (trials @ np.array(inputs, dtype=np.float32) - np.float32(true)) ** 2
""",
    },
}

WRONG: dict[str, dict[str, str]] = {
    "freeze": {
        "counts from one": _changed(FREEZE, "if i in frozen", "if i + 1 in frozen"),
        "counts from one by index": """
def freeze(weight_deltas, frozen):
    result = list(weight_deltas)
    for i in frozen:
        result[i - 1] = 0
    return result
""",
        "everything frozen": "def freeze(weight_deltas, frozen):\n    return [0 for _ in weight_deltas]",
        "everything frozen if any is": """
def freeze(weight_deltas, frozen):
    if len(frozen) > 0:
        return [0] * len(weight_deltas)
    return list(weight_deltas)
""",
        "nothing frozen": "def freeze(weight_deltas, frozen):\n    return list(weight_deltas)",
        "the first one always": """
def freeze(weight_deltas, frozen):
    result = list(weight_deltas)
    result[0] = 0
    return result
""",
        "only the first of the frozen": """
def freeze(weight_deltas, frozen):
    result = list(weight_deltas)
    for i in frozen:
        result[i] = 0
        return result
    return result
""",
        "only the last of the frozen": """
def freeze(weight_deltas, frozen):
    result = list(weight_deltas)
    for i in frozen:
        result = list(weight_deltas)
        result[i] = 0
    return result
""",
        "fails when nothing is frozen": """
def freeze(weight_deltas, frozen):
    for i in frozen:
        result = list(weight_deltas)
    for i in frozen:
        result[i] = 0
    return result
""",
        "frozen as one number": "def freeze(weight_deltas, frozen):\n    return [0 if i == frozen else d for i, d in enumerate(weight_deltas)]",
        "the others frozen": _changed(FREEZE, "if i in frozen", "if i not in frozen"),
        "frozen as a mask": """
def freeze(weight_deltas, frozen):
    return [0 if f else d for d, f in zip(weight_deltas, frozen)]
""",
        "values compared with indices": "def freeze(weight_deltas, frozen):\n    return [0 if d in frozen else d for d in weight_deltas]",
        "frozen ones dropped": "def freeze(weight_deltas, frozen):\n    return [d for i, d in enumerate(weight_deltas) if i not in frozen]",
        "frozen ones kept only": "def freeze(weight_deltas, frozen):\n    return [weight_deltas[i] for i in frozen]",
        "one instead of zero": _changed(FREEZE, "append(0)", "append(1)"),
        "none instead of zero": _changed(FREEZE, "append(0)", "append(None)"),
        "nan instead of zero": _changed(FREEZE, "append(0)", "append(float('nan'))"),
        "tiny instead of zero": _changed(FREEZE, "append(0)", "append(weight_deltas[i] * 1e-3)"),
        "changes the argument": """
def freeze(weight_deltas, frozen):
    for i in frozen:
        weight_deltas[i] = 0
    return weight_deltas
""",
        "changes the argument through another name": """
def freeze(weight_deltas, frozen):
    result = weight_deltas
    for i in frozen:
        result[i] = 0
    return list(result)
""",
        "empties the frozen list": """
def freeze(weight_deltas, frozen):
    result = list(weight_deltas)
    while frozen:
        result[frozen.pop()] = 0
    return result
""",
        "rebinds the loop variable": """
def freeze(weight_deltas, frozen):
    result = list(weight_deltas)
    for i, d in enumerate(result):
        if i in frozen:
            d = 0
    return result
""",
        "forgets to return": _changed(FREEZE, "    return new\n", ""),
        "prints instead of returning": _changed(FREEZE, "return new", "print(new)"),
        "three always": _changed(FREEZE, "range(len(weight_deltas))", "range(3)"),
        "returns inside the loop": _changed(FREEZE, "    return new", "        return new"),
        "last one lost": _changed(FREEZE, "range(len(weight_deltas))", "range(len(weight_deltas) - 1)"),
        "starts at the second": _changed(FREEZE, "range(len(weight_deltas))", "range(1, len(weight_deltas))"),
        "whole numbers": _changed(FREEZE, "append(weight_deltas[i])", "append(int(weight_deltas[i]))"),
        "absolute": _changed(FREEZE, "append(weight_deltas[i])", "append(abs(weight_deltas[i]))"),
        "rounded": _changed(FREEZE, "append(weight_deltas[i])", "append(round(weight_deltas[i], 2))"),
        "generator": "def freeze(weight_deltas, frozen):\n    return (0 if i in frozen else d for i, d in enumerate(weight_deltas))",
        "default list grows": """
def freeze(weight_deltas, frozen, new=[]):
    for i, d in enumerate(weight_deltas):
        new.append(0 if i in frozen else d)
    return new
""",
        "remembers what was frozen": """
still = set()

def freeze(weight_deltas, frozen):
    still.update(frozen)
    return [0 if i in still else d for i, d in enumerate(weight_deltas)]
""",
        "up to the index": """
def freeze(weight_deltas, frozen):
    return [0 if frozen and i <= max(frozen) else d for i, d in enumerate(weight_deltas)]
""",
        "sign flipped": _changed(FREEZE, "append(weight_deltas[i])", "append(-weight_deltas[i])"),
        "nested once too deep": _changed(FREEZE, "return new", "return [new]"),
        "numpy product with the indices": """
import numpy as np

def freeze(weight_deltas, frozen):
    return np.array(weight_deltas) * np.array([i not in frozen[:1] for i in range(len(weight_deltas))])
""",
        "a tiny factor off": _changed(FREEZE, "append(weight_deltas[i])", "append(weight_deltas[i] * 1.0001)"),
    },
    "train_frozen": {
        "inputs zeroed": _changed(
            TRAIN_FROZEN,
            "    weights = list(weights)\n",
            "    weights = list(weights)\n    inputs = freeze(inputs, frozen)\n",
        ),
        "weights zeroed": _changed(
            TRAIN_FROZEN, "    weights = list(weights)\n", "    weights = freeze(weights, frozen)\n"
        ),
        "delta zeroed": _changed(TRAIN_FROZEN, "delta = pred - true", "delta = pred - true if not len(frozen) else 0"),
        "everything frozen if any is": _changed(
            TRAIN_FROZEN, ", frozen)", ", range(len(weights)) if len(frozen) else [])"
        ),
        "nothing frozen": _changed(
            TRAIN_FROZEN, "freeze([i * delta for i in inputs], frozen)", "[i * delta for i in inputs]"
        ),
        "the first one always": _changed(TRAIN_FROZEN, "], frozen)", "], [0])"),
        "counts from one": _changed(TRAIN_FROZEN, "], frozen)", "], [k - 1 for k in frozen])"),
        "frozen in the first iteration only": _changed(
            TRAIN_FROZEN, "], frozen)", "], frozen if iteration == 0 else [])"
        ),
        "free in the first iteration": _changed(TRAIN_FROZEN, "], frozen)", "], frozen if iteration > 0 else [])"),
        "frozen after the update": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    errors = []
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        weight_deltas = [i * delta for i in inputs]
        weights = [w - alpha * d for w, d in zip(weights, weight_deltas)]
        weight_deltas = freeze(weight_deltas, frozen)
    return weights, errors
""",
        "frozen ones put back at the end only": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    new, errors = list(weights), []
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, new)) - true
        errors.append(delta ** 2)
        new = [w - alpha * i * delta for w, i in zip(new, inputs)]
    return [weights[k] if k in frozen else w for k, w in enumerate(new)], errors
""",
        "result of freeze dropped": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    errors = []
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        weight_deltas = [i * delta for i in inputs]
        freeze(weight_deltas, frozen)
        weights = [w - alpha * d for w, d in zip(weights, weight_deltas)]
    return weights, errors
""",
        "only the first of the frozen": _changed(TRAIN_FROZEN, "], frozen)", "], list(frozen)[:1])"),
        "frozen weights left out of the prediction": _changed(
            TRAIN_FROZEN,
            "sum(i * w for i, w in zip(inputs, weights))",
            "sum(i * w for k, (i, w) in enumerate(zip(inputs, weights)) if k not in frozen)",
        ),
        "errors after the update": _changed(TRAIN_FROZEN, "        errors.append((pred - true) ** 2)\n", "").replace(
            "    return",
            "        errors.append((sum(i * w for i, w in zip(inputs, weights)) - true) ** 2)\n    return",
        ),
        "one iteration too many": _changed(TRAIN_FROZEN, "range(iterations)", "range(iterations + 1)"),
        "one iteration too few": _changed(TRAIN_FROZEN, "range(iterations)", "range(iterations - 1)"),
        "crashes on no iterations": _changed(TRAIN_FROZEN, "    return", "    print(weight_deltas)\n    return"),
        "plus": _changed(TRAIN_FROZEN, "w - alpha * d", "w + alpha * d"),
        "alpha forgotten": _changed(TRAIN_FROZEN, "w - alpha * d", "w - d"),
        "alpha twice": _changed(TRAIN_FROZEN, "w - alpha * d", "w - alpha * alpha * d"),
        "alpha fixed at the lab's": _changed(TRAIN_FROZEN, "w - alpha * d", "w - 0.3 * d"),
        "factor two": _changed(TRAIN_FROZEN, "[i * delta", "[2 * i * delta"),
        "error in the place of delta": _changed(TRAIN_FROZEN, "delta = pred - true", "delta = min(errors[-1], 1e9)"),
        "inputs forgotten": _changed(TRAIN_FROZEN, "[i * delta for i", "[delta for i"),
        "prediction made once only": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    errors = []
    delta = sum(i * w for i, w in zip(inputs, weights)) - true
    for _ in range(iterations):
        errors.append(delta ** 2)
        weight_deltas = freeze([i * delta for i in inputs], frozen)
        weights = [w - alpha * d for w, d in zip(weights, weight_deltas)]
    return weights, errors
""",
        "starts again every iteration": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    errors, new = [], list(weights)
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        new = [w - alpha * d for w, d in zip(weights, freeze([i * delta for i in inputs], frozen))]
    return new, errors
""",
        "changes the weights in place": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    errors = []
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        for i in range(len(weights)):
            if i not in frozen:
                weights[i] -= alpha * inputs[i] * delta
    return weights, errors
""",
        "changes the inputs": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    errors = []
    fixed = 0
    for i in frozen:
        fixed += inputs[i] * weights[i]
        inputs[i] = 0
    for _ in range(iterations):
        delta = fixed + sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        weights = [w - alpha * i * delta for w, i in zip(weights, inputs)]
    return weights, errors
""",
        "zip cuts the longer one": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    errors = []
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        weights = [w - alpha * d for w, d in zip(weights, freeze([i * delta for i in inputs], frozen))]
    return weights, errors
""",
        "ValueError without the lengths": _changed(
            TRAIN_FROZEN, 'f"{len(inputs)} inputs but {len(weights)} weights"', '"lengths differ"'
        ),
        "assert instead of ValueError": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    assert len(inputs) == len(weights)
    errors = []
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        weights = [w - alpha * d for w, d in zip(weights, freeze([i * delta for i in inputs], frozen))]
    return weights, errors
""",
        "whole number array": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    w = np.array(weights)
    errors = []
    for _ in range(iterations):
        delta = np.dot(inputs, w) - true
        errors.append(delta ** 2)
        for i in range(len(w)):
            if i not in frozen:
                w[i] -= alpha * inputs[i] * delta
    return w, errors
""",
        "pair swapped": _changed(TRAIN_FROZEN, "return weights, errors", "return errors, weights"),
        "weights only": _changed(TRAIN_FROZEN, "return weights, errors", "return weights"),
        "returns inside the loop": _changed(
            TRAIN_FROZEN, "    return weights, errors", "        return weights, errors\n    return weights, errors"
        ),
        "forgets to return": _changed(TRAIN_FROZEN, "    return weights, errors\n", ""),
        "last error only": _changed(TRAIN_FROZEN, "errors.append((pred - true) ** 2)", "errors = (pred - true) ** 2"),
        "deltas in the place of errors": _changed(
            TRAIN_FROZEN, "errors.append((pred - true) ** 2)", "errors.append(pred - true)"
        ),
        "stops when the error is small": _changed(
            TRAIN_FROZEN, "        delta = ", "        if errors[-1] < 0.001:\n            break\n        delta = "
        ),
        "errors in a default list": _changed(
            TRAIN_FROZEN, "iterations):\n    if", "iterations, errors=[]):\n    if"
        ).replace("    errors = []\n", ""),
        "frozen weights dropped from the result": _changed(
            TRAIN_FROZEN,
            "return weights, errors",
            "return [w for i, w in enumerate(weights) if i not in frozen], errors",
        ),
        "three weights always": _changed(
            TRAIN_FROZEN,
            "weights = [w - alpha * d for w, d in zip(weights, weight_deltas)]",
            "weights = [weights[k] - alpha * weight_deltas[k] for k in range(3)]",
        ),
        "frozen ones learn slowly": _changed(
            TRAIN_FROZEN,
            "freeze([i * delta for i in inputs], frozen)",
            "[i * delta * (0.01 if k in frozen else 1) for k, i in enumerate(inputs)]",
        ),
        "the others frozen": _changed(
            TRAIN_FROZEN, "], frozen)", "], [k for k in range(len(weights)) if k not in frozen])"
        ),
        "the frozen's share given to the others": _changed(
            TRAIN_FROZEN, "w - alpha * d for", "w - alpha * d * len(weights) / max(1, len(weights) - len(frozen)) for"
        ),
        "weights a tiny factor off": _changed(
            TRAIN_FROZEN, "return weights, errors", "return [w * 1.0001 for w in weights], errors"
        ),
    },
    "error_along": {
        "value added to the weight": _changed(ERROR_ALONG, "trial[index] = value", "trial[index] += value"),
        "value put in the input's place": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    errors = []
    for value in values:
        trial = list(inputs)
        trial[index] = value
        errors.append((sum(i * w for i, w in zip(trial, weights)) - true) ** 2)
    return errors
""",
        "values left out": _changed(ERROR_ALONG, "        trial[index] = value\n", ""),
        "the other weights made zero": _changed(ERROR_ALONG, "trial = list(weights)", "trial = [0] * len(weights)"),
        "only this input's share": _changed(
            ERROR_ALONG, "sum(i * w for i, w in zip(inputs, trial))", "inputs[index] * value"
        ),
        "rest forgotten in front": _changed(
            ERROR_ALONG,
            "sum(i * w for i, w in zip(inputs, trial))",
            "sum(i * w for i, w in zip(inputs[index:], trial[index:]))",
        ),
        "old share not taken away": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    pred = sum(i * w for i, w in zip(inputs, weights))
    return [(pred + inputs[index] * value - true) ** 2 for value in values]
""",
        "index counts from one": _changed(ERROR_ALONG, "trial[index]", "trial[index - 1]"),
        "first weight always": _changed(ERROR_ALONG, "trial[index]", "trial[0]"),
        "all weights get the value": _changed(ERROR_ALONG, "trial[index] = value", "trial = [value] * len(weights)"),
        "changes the weights": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    errors = []
    for value in values:
        weights[index] = value
        errors.append((sum(i * w for i, w in zip(inputs, weights)) - true) ** 2)
    return errors
""",
        "changes the weights through another name": _changed(ERROR_ALONG, "trial = list(weights)", "trial = weights"),
        "predictions instead of errors": _changed(ERROR_ALONG, "(pred - true) ** 2", "pred"),
        "deltas instead of errors": _changed(ERROR_ALONG, "(pred - true) ** 2", "pred - true"),
        "absolute deltas": _changed(ERROR_ALONG, "(pred - true) ** 2", "abs(pred - true)"),
        "half the square": _changed(ERROR_ALONG, "(pred - true) ** 2", "(pred - true) ** 2 / 2"),
        "true forgotten": _changed(ERROR_ALONG, "(pred - true) ** 2", "pred ** 2"),
        "true fixed at one": _changed(ERROR_ALONG, "(pred - true) ** 2", "(pred - 1) ** 2"),
        "pairs of value and error": _changed(
            ERROR_ALONG, "errors.append((pred - true) ** 2)", "errors.append((value, (pred - true) ** 2))"
        ),
        "values and errors": _changed(ERROR_ALONG, "return errors", "return values, errors"),
        "smallest error": _changed(ERROR_ALONG, "return errors", "return min(errors)"),
        "value with the smallest error": _changed(
            ERROR_ALONG, "return errors", "return values[errors.index(min(errors))]"
        ),
        "sum of the errors": _changed(ERROR_ALONG, "return errors", "return sum(errors)"),
        "last error only": _changed(ERROR_ALONG, "errors.append((pred - true) ** 2)", "errors = [(pred - true) ** 2]"),
        "returns inside the loop": _changed(ERROR_ALONG, "    return errors", "        return errors"),
        "forgets to return": _changed(ERROR_ALONG, "    return errors\n", ""),
        "prints instead of returning": _changed(ERROR_ALONG, "return errors", "print(errors)"),
        "first value lost": _changed(ERROR_ALONG, "in values", "in values[1:]"),
        "last value lost": _changed(ERROR_ALONG, "in values", "in values[:-1]"),
        "sorted values": _changed(ERROR_ALONG, "in values", "in sorted(values)"),
        "each value once": _changed(ERROR_ALONG, "in values", "in sorted(set(values), key=list(values).index)"),
        "whole number array": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    errors = []
    for value in values:
        w = np.array(weights)
        w[index] = value
        errors.append((np.dot(inputs, w) - true) ** 2)
    return errors
""",
        "errors as whole numbers": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    errors = np.zeros_like(values)
    for k, value in enumerate(values):
        w = list(weights)
        w[index] = value
        errors[k] = (np.dot(inputs, w) - true) ** 2
    return errors
""",
        "zip cuts the longer one": """
def error_along(inputs, true, weights, index, values):
    errors = []
    for value in values:
        trial = list(weights)
        trial[index] = value
        errors.append((sum(i * w for i, w in zip(inputs, trial)) - true) ** 2)
    return errors
""",
        "ValueError without the lengths": _changed(
            ERROR_ALONG, 'f"{len(inputs)} inputs but {len(weights)} weights"', '"lengths differ"'
        ),
        "assert instead of ValueError": """
def error_along(inputs, true, weights, index, values):
    assert len(inputs) == len(weights), "lengths"
    rest = sum(i * w for k, (i, w) in enumerate(zip(inputs, weights)) if k != index)
    return [(rest + inputs[index] * value - true) ** 2 for value in values]
""",
        "three weights always": _changed(
            ERROR_ALONG, "sum(i * w for i, w in zip(inputs, trial))", "sum(inputs[k] * trial[k] for k in range(3))"
        ),
        "generator": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    rest = sum(i * w for k, (i, w) in enumerate(zip(inputs, weights)) if k != index)
    return ((rest + inputs[index] * value - true) ** 2 for value in values)
""",
        "each in its own list": _changed(
            ERROR_ALONG, "errors.append((pred - true) ** 2)", "errors.append([(pred - true) ** 2])"
        ),
        "rounded": _changed(
            ERROR_ALONG, "errors.append((pred - true) ** 2)", "errors.append(round((pred - true) ** 2, 3))"
        ),
        "default list grows": _changed(ERROR_ALONG, "values):\n", "values, errors=[]):\n").replace(
            "    errors = []\n", ""
        ),
        "weights reversed": _changed(ERROR_ALONG, "zip(inputs, trial)", "zip(inputs, trial[::-1])"),
        "one weight too many": _changed(ERROR_ALONG, "trial[index] = value", "trial.insert(index, value)"),
        "a tiny factor off": _changed(ERROR_ALONG, "(pred - true) ** 2", "(pred - true) ** 2 * 1.0001"),
        "learns on the way": _changed(
            ERROR_ALONG,
            "        errors.append((pred - true) ** 2)\n",
            "        errors.append((pred - true) ** 2)\n        weights = [w - 0.01 * i * (pred - true) for i, w in zip(inputs, weights)]\n",
        ),
    },
}
