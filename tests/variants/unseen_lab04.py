"""Lab 04: answers that were written without a look at the library of wrong formulas."""

"""Blind test, lab 04: wrong and right answers as students might hand them in."""

WRONG = {
    "freeze": {
        "changes the argument in place": """
def freeze(weight_deltas, frozen):
    for i in frozen:
        weight_deltas[i] = 0
    return weight_deltas
""",
        "forgotten return": """
def freeze(weight_deltas, frozen):
    result = list(weight_deltas)
    for i in frozen:
        result[i] = 0
""",
        "indices counted from 1": """
def freeze(weight_deltas, frozen):
    result = []
    for number, weight_delta in enumerate(weight_deltas, start=1):
        if number in frozen:
            result.append(0)
        else:
            result.append(weight_delta)
    return result
""",
        "leaves the frozen ones out instead of 0": """
def freeze(weight_deltas, frozen):
    return [wd for i, wd in enumerate(weight_deltas) if i not in frozen]
""",
        "frozen taken as a mask of 0 and 1": """
def freeze(weight_deltas, frozen):
    out = []
    for wd, is_frozen in zip(weight_deltas, frozen):
        out.append(0 if is_frozen else wd)
    return out
""",
        "keeps only the frozen ones (inverted)": """
def freeze(weight_deltas, frozen):
    return [wd if i in frozen else 0 for i, wd in enumerate(weight_deltas)]
""",
        "return inside the loop, one index only": """
def freeze(weight_deltas, frozen):
    new = weight_deltas[:]
    for i in frozen:
        new[i] = 0
        return new
    return new
""",
        "compares the value with frozen, not the index": """
def freeze(weight_deltas, frozen):
    result = []
    for i in weight_deltas:
        if i in frozen:
            result.append(0)
        else:
            result.append(i)
    return result
""",
        "looks the index up by value, equal values go wrong": """
def freeze(weight_deltas, frozen):
    return [0 if weight_deltas.index(wd) in frozen else wd for wd in weight_deltas]
""",
        "default list keeps state between calls": """
def freeze(weight_deltas, frozen, result=[]):
    for i in range(len(weight_deltas)):
        if i in frozen:
            result.append(0)
        else:
            result.append(weight_deltas[i])
    return result
""",
        "nested loops append once per frozen index": """
def freeze(weight_deltas, frozen):
    result = []
    for i in range(len(weight_deltas)):
        for f in frozen:
            if i == f:
                result.append(0)
            else:
                result.append(weight_deltas[i])
    return result
""",
        "fresh copy in the loop, only the last index frozen": """
def freeze(weight_deltas, frozen):
    new = list(weight_deltas)
    for f in frozen:
        new = list(weight_deltas)
        new[f] = 0
    return new
""",
        "integer array cuts the fractions off": """
import numpy as np

def freeze(weight_deltas, frozen):
    result = np.zeros(len(weight_deltas), dtype=int)
    for i in range(len(weight_deltas)):
        if i not in frozen:
            result[i] = weight_deltas[i]
    return result
""",
        "empties the list frozen with pop": """
def freeze(weight_deltas, frozen):
    copy = list(weight_deltas)
    while len(frozen) > 0:
        copy[frozen.pop()] = 0
    return copy
""",
    },
    "train_frozen": {
        "changes the weights in place": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    errors = []
    for iteration in range(iterations):
        pred = np.dot(inputs, weights)
        errors.append((pred - true) ** 2)
        delta = pred - true
        weight_deltas = freeze([i * delta for i in inputs], frozen)
        for i in range(len(weights)):
            weights[i] -= alpha * weight_deltas[i]
    return weights, errors
""",
        "errors taken after the update": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    x = np.array(inputs, dtype=float)
    w = np.array(weights, dtype=float)
    errors = []
    for iteration in range(iterations):
        delta = x.dot(w) - true
        w = w - alpha * np.array(freeze(list(delta * x), frozen))
        errors.append((x.dot(w) - true) ** 2)
    return w, errors
""",
        "sets the frozen weights themselves to 0": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    weights = freeze(weights, frozen)
    errors = []
    for iteration in range(iterations):
        pred = np.dot(inputs, weights)
        delta = pred - true
        errors.append(delta ** 2)
        weight_deltas = freeze([x * delta for x in inputs], frozen)
        weights = [w - alpha * wd for w, wd in zip(weights, weight_deltas)]
    return weights, errors
""",
        "leaves the frozen inputs out of the prediction": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs and {len(weights)} weights")
    active = freeze(inputs, frozen)
    weights = list(weights)
    errors = []
    for iteration in range(iterations):
        pred = sum(x * w for x, w in zip(active, weights))
        delta = pred - true
        errors.append(delta ** 2)
        weights = [w - alpha * delta * x for x, w in zip(active, weights)]
    return weights, errors
""",
        "returns predictions instead of errors": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    preds = []
    w = list(weights)
    for iteration in range(iterations):
        pred = np.dot(inputs, w)
        preds.append(pred)
        delta = pred - true
        wds = freeze([x * delta for x in inputs], frozen)
        w = [w[i] - alpha * wds[i] for i in range(len(w))]
    return w, preds
""",
        "return indented into the loop": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    errors = []
    for iteration in range(iterations):
        pred = np.dot(inputs, weights)
        error = (pred - true) ** 2
        errors.append(error)
        delta = pred - true
        weight_deltas = freeze([x * delta for x in inputs], frozen)
        weights = [w - alpha * wd for w, wd in zip(weights, weight_deltas)]
        return weights, errors
""",
        "result of freeze thrown away": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    new_weights = list(weights)
    errors = []
    for iteration in range(iterations):
        pred = np.dot(inputs, new_weights)
        delta = pred - true
        errors.append(delta ** 2)
        weight_deltas = [x * delta for x in inputs]
        freeze(weight_deltas, frozen)
        for i in range(len(new_weights)):
            new_weights[i] = new_weights[i] - alpha * weight_deltas[i]
    return new_weights, errors
""",
        "only the frozen weights learn": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    w = np.array(weights, dtype=float)
    x = np.array(inputs, dtype=float)
    errors = []
    for iteration in range(iterations):
        delta = np.dot(x, w) - true
        errors.append(delta ** 2)
        w = w.copy()
        for i in frozen:
            w[i] -= alpha * delta * x[i]
    return w, errors
""",
        "delta the wrong way round, walks uphill": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    w = list(weights)
    errors = []
    for iteration in range(iterations):
        pred = np.dot(inputs, w)
        errors.append((true - pred) ** 2)
        delta = true - pred
        wd = freeze([delta * x for x in inputs], frozen)
        w = [a - alpha * b for a, b in zip(w, wd)]
    return w, errors
""",
        "factor 2 of the true derivative": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    x = np.asarray(inputs, dtype=float)
    w = np.array(weights, dtype=float)
    keep = np.ones(len(w))
    for f in frozen:
        keep[f] = 0
    errors = []
    for _ in range(iterations):
        diff = x @ w - true
        errors.append(float(diff ** 2))
        gradient = 2 * diff * x
        w = w - alpha * gradient * keep
    return w.tolist(), errors
""",
        "zip cuts lengths that don't fit": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    weights = list(weights)
    errors = []
    for iteration in range(iterations):
        pred = 0
        for x, w in zip(inputs, weights):
            pred += x * w
        errors.append((pred - true) ** 2)
        delta = pred - true
        weight_deltas = freeze([x * delta for x in inputs], frozen)
        weights = [w - alpha * wd for w, wd in zip(weights, weight_deltas)]
    return weights, errors
""",
        "array copied from whole-number weights truncates": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    w = np.array(weights)
    errors = []
    for iteration in range(iterations):
        pred = np.dot(inputs, w)
        delta = pred - true
        errors.append(delta ** 2)
        wd = freeze([x * delta for x in inputs], frozen)
        for i in range(len(w)):
            w[i] = w[i] - alpha * wd[i]
    return w, errors
""",
        "errors as a default list": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations, errors=[]):
    w = list(weights)
    for iteration in range(iterations):
        pred = np.dot(inputs, w)
        delta = pred - true
        errors.append(delta ** 2)
        wd = freeze([x * delta for x in inputs], frozen)
        w = [w[i] - alpha * wd[i] for i in range(len(w))]
    return w, errors
""",
        "predicts again after every single weight": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    w = list(weights)
    errors = []
    for iteration in range(iterations):
        errors.append((np.dot(inputs, w) - true) ** 2)
        for i in range(len(w)):
            if i in frozen:
                continue
            delta = np.dot(inputs, w) - true
            w[i] = w[i] - alpha * delta * inputs[i]
    return w, errors
""",
    },
    "error_along": {
        "leaves the last value in the weights": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    errors = []
    for value in values:
        weights[index] = value
        pred = np.dot(inputs, weights)
        errors.append((pred - true) ** 2)
    return errors
""",
        "adds the value to the weight": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    errors = []
    for value in values:
        w = list(weights)
        w[index] += value
        errors.append((np.dot(inputs, w) - true) ** 2)
    return errors
""",
        "always the first weight, index unused": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    w = list(weights)
    result = []
    for v in values:
        w[0] = v
        pred = np.dot(w, inputs)
        result.append((pred - true) ** 2)
    return result
""",
        "absolute value instead of the square": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    def with_value(v):
        w = list(weights)
        w[index] = v
        return w
    return [abs(np.dot(inputs, with_value(v)) - true) for v in values]
""",
        "return inside the loop": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    errors = []
    for value in values:
        new = list(weights)
        new[index] = value
        error = (np.dot(inputs, new) - true) ** 2
        errors.append(error)
        return errors
""",
        "index counted from 1": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    errors = []
    for value in values:
        w = list(weights)
        w[index - 1] = value
        errors.append((np.dot(inputs, w) - true) ** 2)
    return errors
""",
        "the other weights dropped instead of held": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"lengths {len(inputs)} and {len(weights)}")
    return [(inputs[index] * value - true) ** 2 for value in values]
""",
        "returns the predictions": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    preds = []
    for value in values:
        w = list(weights)
        w[index] = value
        preds.append(np.dot(inputs, w))
    return preds
""",
        "array of whole-number weights truncates the value": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    w = np.array(weights)
    errors = np.zeros(len(values))
    for k, value in enumerate(values):
        w[index] = value
        errors[k] = (np.dot(inputs, w) - true) ** 2
    return errors
""",
        "zip cuts lengths that don't fit": """
def error_along(inputs, true, weights, index, values):
    errors = []
    for value in values:
        w = list(weights)
        w[index] = value
        pred = sum(a * b for a, b in zip(inputs, w))
        errors.append((pred - true) ** 2)
    return errors
""",
        "every weight set to the value": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    errors = []
    for value in values:
        w = [value for _ in weights]
        errors.append((np.dot(inputs, w) - true) ** 2)
    return errors
""",
        "prediction not reset between values": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError("%d inputs, %d weights" % (len(inputs), len(weights)))
    errors = []
    pred = 0
    for value in values:
        for i in range(len(weights)):
            if i == index:
                pred += inputs[i] * value
            else:
                pred += inputs[i] * weights[i]
        errors.append((pred - true) ** 2)
    return errors
""",
        "distance from the old prediction, not from true": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    pred = np.dot(inputs, weights)
    errors = []
    for value in values:
        w = list(weights)
        w[index] = value
        errors.append((np.dot(inputs, w) - pred) ** 2)
    return errors
""",
        "value inserted before the weight, the rest shifts": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} != {len(weights)}")
    errors = []
    for value in values:
        w = list(weights)
        w.insert(index, value)
        pred = 0
        for i in range(len(inputs)):
            pred += inputs[i] * w[i]
        errors.append((pred - true) ** 2)
    return errors
""",
    },
}

RIGHT = {
    "freeze": {
        "numpy where with isin": """
import numpy as np

def freeze(weight_deltas, frozen):
    positions = np.arange(len(weight_deltas))
    return np.where(np.isin(positions, list(frozen)), 0, weight_deltas)
""",
        "multiplies by a list of ones and zeros": """
def freeze(weight_deltas, frozen):
    factor = [1] * len(weight_deltas)
    for f in frozen:
        factor[f] = 0
    return [a * b for a, b in zip(weight_deltas, factor)]
""",
        "dictionary, returned as a tuple": """
def freeze(weight_deltas, frozen):
    by_index = dict(enumerate(weight_deltas))
    by_index.update((i, 0.0) for i in frozen)
    return tuple(by_index[i] for i in range(len(weight_deltas)))
""",
        "while loop from the back": """
def freeze(weight_deltas, frozen):
    frozen = set(frozen)
    i = len(weight_deltas) - 1
    result = []
    while i >= 0:
        result.insert(0, 0 if i in frozen else weight_deltas[i])
        i -= 1
    return result
""",
    },
    "train_frozen": {
        "numpy with a mask of learning rates": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    x = np.array(inputs, dtype=float)
    w = np.array(weights, dtype=float)
    rates = np.full(len(w), float(alpha))
    for i in frozen:
        rates[i] = 0.0
    errors = np.zeros(iterations)
    for k in range(iterations):
        miss = np.dot(x, w) - true
        errors[k] = miss * miss
        w = w - rates * miss * x
    return [w, errors]
""",
        "functools reduce": """
from functools import reduce

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    n, m = len(inputs), len(weights)
    if n != m:
        raise ValueError(f"{n} inputs do not fit {m} weights")

    def step(state, _):
        w, errors = state
        delta = sum(a * b for a, b in zip(inputs, w)) - true
        moves = freeze([a * delta for a in inputs], frozen)
        return [b - alpha * c for b, c in zip(w, moves)], errors + [delta ** 2]

    return reduce(step, range(iterations), (list(weights), []))
""",
        "while loop over the weights that are free": """
def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    if len(weights) != len(inputs):
        raise ValueError("lengths differ: " + str(len(inputs)) + " and " + str(len(weights)))
    w = [] + list(weights)
    free = [i for i in range(len(w)) if i not in frozen]
    errors = []
    while len(errors) < iterations:
        pred = 0.0
        for i in range(len(w)):
            pred = pred + w[i] * inputs[i]
        delta = pred - true
        errors += [delta * delta]
        for i in free:
            w[i] = w[i] - delta * inputs[i] * alpha
    return w, errors
""",
        "learns with all weights, then puts the frozen ones back": """
import numpy as np

def train_frozen(inputs, true, weights, alpha, frozen, iterations):
    history = []
    current = list(weights)
    for _ in range(iterations):
        pred = float(np.dot(current, inputs))
        history.append((true - pred) ** 2)
        nxt = [c + alpha * x * (true - pred) for c, x in zip(current, inputs)]
        for f in frozen:
            nxt[f] = weights[f]
        current = nxt
    return tuple(current), tuple(history)
""",
    },
    "error_along": {
        "takes the one weight's share out of the sum": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    rest = np.dot(inputs, weights) - inputs[index] * weights[index]
    return (rest + inputs[index] * np.asarray(values, dtype=float) - true) ** 2
""",
        "one row of weights per value": """
import numpy as np

def error_along(inputs, true, weights, index, values):
    table = np.tile(np.array(weights, dtype=float), (len(values), 1))
    table[:, index] = values
    return list((table @ np.array(inputs, dtype=float) - true) ** 2)
""",
        "changes the weights and puts the old one back": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError(f"got {len(inputs)} inputs and {len(weights)} weights")
    old = weights[index]
    errors = []
    for value in values:
        weights[index] = value
        errors.append((sum(inputs[i] * weights[i] for i in range(len(inputs))) - true) ** 2)
    weights[index] = old
    return errors
""",
        "map and a nested function": """
def error_along(inputs, true, weights, index, values):
    if len(inputs) != len(weights):
        raise ValueError("inputs: {}, weights: {}".format(len(inputs), len(weights)))

    def error_at(value):
        pred = 0
        for i, (x, w) in enumerate(zip(inputs, weights)):
            pred += x * (value if i == index else w)
        return pow(pred - true, 2)

    return tuple(map(error_at, values))
""",
    },
}
