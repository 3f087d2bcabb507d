"""Lab 02: answers that were written without a look at the library of wrong formulas."""

WRONG = {
    "w_sum": {
        "zip truncates, no length check": r"""
def w_sum(a, b):
    return sum(x * y for x, y in zip(a, b))
""",
        "return inside the loop": r"""
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"lengths {len(a)} and {len(b)}")
    output = 0
    for i in range(len(a)):
        output += a[i] * b[i]
        return output
    return output
""",
        "fixed at three": r"""
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"a has {len(a)}, b has {len(b)}")
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
""",
        "misses the last one": r"""
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError("lengths differ: " + str(len(a)) + " and " + str(len(b)))
    total = 0
    for i in range(len(a) - 1):
        total += a[i] * b[i]
    return total
""",
        "forgot return": r"""
def w_sum(a, b):
    assert len(a) == len(b)
    output = 0
    for i in range(len(a)):
        output += a[i] * b[i]
    print(output)
""",
        "products, not summed": r"""
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} != {len(b)}")
    return [x * y for x, y in zip(a, b)]
""",
        "= instead of +=": r"""
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} != {len(b)}")
    total = 0
    for i in range(len(a)):
        total = a[i] * b[i]
    return total
""",
        "every pair, nested loops": r"""
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"lengths: {len(a)}, {len(b)}")
    output = 0
    for x in a:
        for y in b:
            output += x * y
    return output
""",
        "mean instead of sum": r"""
import numpy as np
def w_sum(a, b):
    return np.dot(a, b) / len(a)
""",
        "assert instead of ValueError": r"""
def w_sum(a, b):
    assert len(a) == len(b), f"lengths {len(a)} and {len(b)} differ"
    output = 0
    for i in range(len(a)):
        output += a[i] * b[i]
    return output
""",
        "zip strict, no lengths in the message": r"""
def w_sum(a, b):
    output = 0
    for x, y in zip(a, b, strict=True):
        output += x * y
    return output
""",
        "looks the place up by value (duplicates)": r"""
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"a: {len(a)}, b: {len(b)}")
    total = 0
    for x in a:
        total += x * b[list(a).index(x)]
    return total
""",
        "pops the arguments empty": r"""
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"a: {len(a)}, b: {len(b)}")
    total = 0
    while len(a) > 0:
        total += a.pop() * b.pop()
    return total
""",
        "whole number arrays": r"""
import numpy as np
def w_sum(a, b):
    a = np.array(a, dtype=int)
    b = np.array(b, dtype=int)
    return a.dot(b)
""",
    },
    "neural_network": {
        "elementwise, not summed": r"""
import numpy as np
def neural_network(inputs, weights):
    return np.array(inputs) * np.array(weights)
""",
        "list times list": r"""
def neural_network(inputs, weights):
    pred = inputs * weights
    return pred
""",
        "sum of list comprehension over zip, no check": r"""
def neural_network(inputs, weights):
    products = [i * w for i, w in zip(inputs, weights)]
    return sum(products)
""",
        "sigmoid on top": r"""
import numpy as np
def neural_network(inputs, weights):
    return 1 / (1 + np.exp(-w_sum(inputs, weights)))
""",
        "inputs with themselves": r"""
def neural_network(inputs, weights):
    pred = w_sum(inputs, inputs)
    return pred
""",
        "adds a bias of 1": r"""
def neural_network(inputs, weights, bias=1):
    return w_sum(inputs, weights) + bias
""",
        "divided by the number of inputs": r"""
def neural_network(inputs, weights):
    return w_sum(inputs, weights) / len(inputs)
""",
        "forgot return": r"""
def neural_network(inputs, weights):
    pred = w_sum(inputs, weights)
""",
        "only the first input": r"""
def neural_network(inputs, weights):
    input = inputs[0]
    weight = weights[0]
    return input * weight
""",
        "outer product": r"""
import numpy as np
def neural_network(inputs, weights):
    return np.outer(inputs, weights)
""",
        "never below zero": r"""
def neural_network(inputs, weights):
    return max(0, w_sum(inputs, weights))
""",
        "weighted mean": r"""
def neural_network(inputs, weights):
    return w_sum(inputs, weights) / sum(weights)
""",
        "swallows the ValueError": r"""
def neural_network(inputs, weights):
    try:
        return w_sum(inputs, weights)
    except ValueError:
        print("inputs and weights don't fit!")
        return 0
""",
        "cuts both to the shorter": r"""
def neural_network(inputs, weights):
    n = min(len(inputs), len(weights))
    return w_sum(inputs[:n], weights[:n])
""",
    },
    "ele_mul": {
        "list repetition": r"""
def ele_mul(number, vector):
    return number * vector
""",
        "three places fixed": r"""
def ele_mul(number, vector):
    output = [0, 0, 0]
    for i in range(len(output)):
        output[i] = number * vector[i]
    return output
""",
        "changes the vector": r"""
def ele_mul(number, vector):
    for i in range(len(vector)):
        vector[i] = vector[i] * number
    return vector
""",
        "integer array": r"""
import numpy as np
def ele_mul(number, vector):
    output = np.zeros_like(vector)
    for i in range(len(vector)):
        output[i] = number * vector[i]
    return output
""",
        "return in the loop": r"""
def ele_mul(number, vector):
    output = []
    for v in vector:
        output.append(number * v)
        return output
""",
        "forgot return": r"""
def ele_mul(number, vector):
    output = []
    for v in vector:
        output.append(number * v)
""",
        "adds the number": r"""
def ele_mul(number, vector):
    return [number + v for v in vector]
""",
        "sums the products": r"""
def ele_mul(number, vector):
    total = 0
    for v in vector:
        total += number * v
    return total
""",
        "multiplies the index": r"""
def ele_mul(number, vector):
    return [number * i for i in range(len(vector))]
""",
        "power": r"""
def ele_mul(number, vector):
    return [v ** number for v in vector]
""",
        "default list grows from call to call": r"""
def ele_mul(number, vector, output=[]):
    for v in vector:
        output.append(v * number)
    return output
""",
        "column of one-element lists": r"""
def ele_mul(number, vector):
    output = []
    for v in vector:
        output.append([number * v])
    return output
""",
        "rebinds the loop variable, vector comes back": r"""
def ele_mul(number, vector):
    for v in vector:
        v = v * number
    return vector
""",
        "running product": r"""
def ele_mul(number, vector):
    output = []
    for v in vector:
        number = number * v
        output.append(number)
    return output
""",
    },
    "compute_weight_deltas": {
        "delta changes as it goes": r"""
def compute_weight_deltas(inputs, delta):
    weight_deltas = []
    for input in inputs:
        delta *= input
        weight_deltas.append(delta)
    return weight_deltas
""",
        "one number for all": r"""
def compute_weight_deltas(inputs, delta):
    return sum(inputs) * delta
""",
        "list times number": r"""
def compute_weight_deltas(inputs, delta):
    weight_deltas = inputs * delta
    return weight_deltas
""",
        "weights instead of inputs": r"""
weights = [0.1, 0.2, -0.1]
def compute_weight_deltas(inputs, delta):
    return ele_mul(delta, weights)
""",
        "delta squared": r"""
def compute_weight_deltas(inputs, delta):
    return ele_mul(delta ** 2, inputs)
""",
        "sign turned": r"""
def compute_weight_deltas(inputs, delta):
    return ele_mul(-delta, inputs)
""",
        "alpha in it": r"""
def compute_weight_deltas(inputs, delta, alpha=0.01):
    return [alpha * i * delta for i in inputs]
""",
        "factor 2": r"""
import numpy as np
def compute_weight_deltas(inputs, delta):
    return 2 * delta * np.array(inputs)
""",
        "same delta for every weight": r"""
def compute_weight_deltas(inputs, delta):
    return [delta] * len(inputs)
""",
        "zip with a list of one": r"""
def compute_weight_deltas(inputs, delta):
    return [i * d for i, d in zip(inputs, [delta])]
""",
        "changes the inputs": r"""
def compute_weight_deltas(inputs, delta):
    weight_deltas = inputs
    for i, x in enumerate(inputs):
        weight_deltas[i] = x * delta
    return weight_deltas
""",
        "delta shared out by size of input": r"""
def compute_weight_deltas(inputs, delta):
    total = sum(abs(x) for x in inputs)
    if total == 0:
        return [0 for x in inputs]
    return [x / total * delta for x in inputs]
""",
        "integer array filled with fractions": r"""
import numpy as np
def compute_weight_deltas(inputs, delta):
    result = np.array(inputs)
    for i in range(len(inputs)):
        result[i] = inputs[i] * delta
    return result
""",
        "absolute inputs": r"""
def compute_weight_deltas(inputs, delta):
    return [abs(x) * delta for x in inputs]
""",
    },
    "update_weights": {
        "writes into the argument": r"""
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} deltas")
    for i in range(len(weights)):
        weights[i] -= alpha * weight_deltas[i]
    return weights
""",
        "zip, no length check": r"""
def update_weights(weights, weight_deltas, alpha):
    return [w - alpha * wd for w, wd in zip(weights, weight_deltas)]
""",
        "plus": r"""
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} deltas")
    return [w + alpha * wd for w, wd in zip(weights, weight_deltas)]
""",
        "forgot alpha": r"""
def update_weights(weights, weight_deltas, alpha):
    n, m = len(weights), len(weight_deltas)
    if n != m:
        raise ValueError(f"{n} and {m}")
    return [weights[i] - weight_deltas[i] for i in range(n)]
""",
        "integer array": r"""
import numpy as np
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"lengths {len(weights)} and {len(weight_deltas)}")
    new_weights = np.array(weights)
    for i in range(len(new_weights)):
        new_weights[i] = new_weights[i] - alpha * weight_deltas[i]
    return new_weights
""",
        "sum of the deltas for each": r"""
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"lengths {len(weights)} and {len(weight_deltas)}")
    return [w - alpha * sum(weight_deltas) for w in weights]
""",
        "loop variable rebound, weights unchanged": r"""
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"lengths {len(weights)} and {len(weight_deltas)}")
    for w, wd in zip(weights, weight_deltas):
        w -= alpha * wd
    return weights
""",
        "nested loop, every pair": r"""
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"lengths {len(weights)} and {len(weight_deltas)}")
    new = []
    for w in weights:
        for wd in weight_deltas:
            new.append(w - alpha * wd)
    return new
""",
        "list minus list": r"""
def update_weights(weights, weight_deltas, alpha):
    steps = [alpha * wd for wd in weight_deltas]
    return weights - steps
""",
        "only the steps": r"""
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"lengths {len(weights)} and {len(weight_deltas)}")
    return ele_mul(alpha, weight_deltas)
""",
        "first delta for all": r"""
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"lengths {len(weights)} and {len(weight_deltas)}")
    new_weights = []
    for i in range(len(weights)):
        new_weights.append(weights[i] - alpha * weight_deltas[0])
    return new_weights
""",
        "length error printed, not raised": r"""
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        print("ValueError: lengths", len(weights), "and", len(weight_deltas))
        return None
    return [weights[i] - alpha * weight_deltas[i] for i in range(len(weights))]
""",
        "checks only one direction": r"""
def update_weights(weights, weight_deltas, alpha):
    if len(weights) > len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    return [weights[i] - alpha * weight_deltas[i] for i in range(len(weights))]
""",
        "alpha on the weights": r"""
import numpy as np
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    return alpha * np.array(weights) - np.array(weight_deltas)
""",
    },
    "train": {
        "return in the loop": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(inputs, weights)
        errors.append((pred - true) ** 2)
        delta = pred - true
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
        return weights, errors
    return weights, errors
""",
        "changes the caller's weights": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(inputs, weights)
        delta = pred - true
        errors.append(delta ** 2)
        weight_deltas = compute_weight_deltas(inputs, delta)
        for i in range(len(weights)):
            weights[i] -= alpha * weight_deltas[i]
    return weights, errors
""",
        "predicts again after each single weight": r"""
def train(inputs, true, weights, alpha, iterations):
    weights = list(weights)
    errors = []
    for iteration in range(iterations):
        errors.append((neural_network(inputs, weights) - true) ** 2)
        for i in range(len(weights)):
            delta = neural_network(inputs, weights) - true
            weights[i] = weights[i] - alpha * inputs[i] * delta
    return weights, errors
""",
        "error after the update": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        delta = neural_network(inputs, weights) - true
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
        pred = neural_network(inputs, weights)
        errors.append((pred - true) ** 2)
    return weights, errors
""",
        "loops over the inputs, not the iterations": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for i in range(len(inputs)):
        pred = neural_network(inputs, weights)
        errors.append((pred - true) ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, pred - true), alpha)
    return weights, errors
""",
        "records predictions": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(inputs, weights)
        errors.append(pred)
        weights = update_weights(weights, compute_weight_deltas(inputs, pred - true), alpha)
    return weights, errors
""",
        "errors as a default list": r"""
def train(inputs, true, weights, alpha, iterations, errors=[]):
    for iteration in range(iterations):
        pred = neural_network(inputs, weights)
        errors.append((pred - true) ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, pred - true), alpha)
    return weights, errors
""",
        "delta before the loop": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    delta = neural_network(inputs, weights) - true
    weight_deltas = compute_weight_deltas(inputs, delta)
    for iteration in range(iterations):
        errors.append((neural_network(inputs, weights) - true) ** 2)
        weights = update_weights(weights, weight_deltas, alpha)
    return weights, errors
""",
        "error in the place of delta": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(inputs, weights)
        error = (pred - true) ** 2
        errors.append(error)
        weights = update_weights(weights, compute_weight_deltas(inputs, error), alpha)
    return weights, errors
""",
        "integer weights stay integers": r"""
import numpy as np
def train(inputs, true, weights, alpha, iterations):
    w = np.array(weights)
    errors = []
    for iteration in range(iterations):
        pred = neural_network(inputs, w)
        delta = pred - true
        errors.append(delta ** 2)
        for i in range(len(w)):
            w[i] = w[i] - alpha * delta * inputs[i]
    return w, errors
""",
        "gives up when the error grows": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(inputs, weights)
        error = (pred - true) ** 2
        if errors and error > errors[-1]:
            print("diverging, stop")
            break
        errors.append(error)
        weights = update_weights(weights, compute_weight_deltas(inputs, pred - true), alpha)
    return weights, errors
""",
        "own loops with zip, no length error": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = sum([i * w for i, w in zip(inputs, weights)])
        delta = pred - true
        errors.append(delta ** 2)
        weights = [w - alpha * i * delta for i, w in zip(inputs, weights)]
    return weights, errors
""",
        "returns the weights it started with": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    w = weights[:]
    for iteration in range(iterations):
        pred = neural_network(inputs, w)
        errors.append((pred - true) ** 2)
        w = update_weights(w, compute_weight_deltas(inputs, pred - true), alpha)
    return weights, errors
""",
        "no errors for a solved case: stops at error 0": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(inputs, weights)
        delta = pred - true
        if delta == 0:
            break
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
    },
}

RIGHT = {
    "w_sum": {
        "numpy dot": r"""
import numpy as np
def w_sum(a, b):
    return float(np.dot(a, b))
""",
        "row times column": r"""
import numpy as np
def w_sum(a, b):
    row = np.array(a).reshape(1, -1)
    column = np.array(b).reshape(-1, 1)
    return (row @ column)[0, 0]
""",
        "map with mul and fsum": r"""
import math, operator
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError("can't weigh %d numbers with %d numbers" % (len(a), len(b)))
    return math.fsum(map(operator.mul, a, b))
""",
        "backwards while loop": r"""
def w_sum(a, b):
    n = len(a)
    if not n == len(b):
        raise ValueError(str(n) + " is not " + str(len(b)))
    total = 0
    while n:
        n -= 1
        total = total + a[n] * b[n]
    return total
""",
    },
    "neural_network": {
        "the same function under another name": r"""
neural_network = w_sum
""",
        "weights first": r"""
def neural_network(inputs, weights):
    pred = w_sum(weights, inputs)
    return pred
""",
        "numpy inner": r"""
import numpy as np
def neural_network(inputs, weights):
    return np.inner(np.asarray(inputs, dtype=float), np.asarray(weights, dtype=float))
""",
        "written out with enumerate": r"""
def neural_network(inputs, weights, bias=0):
    if len(inputs) != len(weights):
        raise ValueError(f"need as many inputs as weights: {len(inputs)} vs {len(weights)}")
    pred = bias
    for k, w in enumerate(weights):
        pred += inputs[k] * w
    return pred
""",
    },
    "ele_mul": {
        "map to a tuple": r"""
def ele_mul(number, vector):
    return tuple(map(lambda v: v * number, vector))
""",
        "numpy": r"""
import numpy as np
def ele_mul(number, vector):
    return number * np.array(vector)
""",
        "copy, then fill": r"""
def ele_mul(number, vector):
    output = list(vector)
    for i in range(len(output)):
        output[i] *= number
    return output
""",
        "slice growth": r"""
def ele_mul(number, vector):
    output = []
    for v in reversed(vector):
        output = [number * v] + output
    return output
""",
    },
    "compute_weight_deltas": {
        "ele_mul": r"""
def compute_weight_deltas(inputs, delta):
    return ele_mul(delta, inputs)
""",
        "numpy outer, first row": r"""
import numpy as np
def compute_weight_deltas(inputs, delta):
    return np.outer([delta], inputs)[0]
""",
        "zip with repeat": r"""
from itertools import repeat
def compute_weight_deltas(inputs, delta):
    return [i * d for i, d in zip(inputs, repeat(delta))]
""",
        "skips zeros but keeps the place": r"""
def compute_weight_deltas(inputs, delta):
    weight_deltas = [0] * len(inputs)
    for i, x in enumerate(inputs):
        if x != 0:
            weight_deltas[i] = x * delta
    return weight_deltas
""",
    },
    "update_weights": {
        "copy then change": r"""
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights and {len(weight_deltas)} weight_deltas")
    new = list(weights)
    for i, wd in enumerate(weight_deltas):
        new[i] -= alpha * wd
    return new
""",
        "numpy with a shape check": r"""
import numpy as np
def update_weights(weights, weight_deltas, alpha):
    w = np.array(weights, dtype=float)
    d = np.array(weight_deltas, dtype=float)
    if w.shape != d.shape:
        raise ValueError(f"shapes {w.shape} and {d.shape}")
    w -= alpha * d
    return w
""",
        "w_sum per weight": r"""
def update_weights(weights, weight_deltas, alpha):
    a, b = len(weights), len(weight_deltas)
    if a < b or a > b:
        raise ValueError(f"lengths: {a}, {b}")
    return [w_sum([w, wd], [1, -alpha]) for w, wd in zip(weights, weight_deltas)]
""",
        "adds the scaled negative": r"""
def update_weights(weights, weight_deltas, alpha):
    steps = ele_mul(-alpha, weight_deltas)
    if len(steps) == len(weights):
        return tuple(weights[i] + steps[i] for i in range(len(steps)))
    raise ValueError("got {} weights for {} deltas".format(len(weights), len(steps)))
""",
    },
    "train": {
        "numpy all the way": r"""
import numpy as np
def train(inputs, true, weights, alpha, iterations):
    x = np.array(inputs, dtype=float)
    w = np.array(weights, dtype=float)
    if len(x) != len(w):
        raise ValueError(f"{len(x)} inputs, {len(w)} weights")
    errors = np.empty(iterations)
    for k in range(iterations):
        d = x @ w - true
        errors[k] = d * d
        w = w - alpha * d * x
    return w, errors
""",
        "earlier functions": r"""
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(inputs, weights)
        delta = pred - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
        "keeps the whole history": r"""
def train(inputs, true, weights, alpha, iterations):
    history = [list(weights)]
    while len(history) <= iterations:
        w = history[-1]
        d = neural_network(inputs, w) - true
        history.append(update_weights(w, compute_weight_deltas(inputs, d), alpha))
    errors = [(neural_network(inputs, w) - true) ** 2 for w in history[:-1]]
    return [history[-1], errors]
""",
        "shadowed loop variables that do no harm": r"""
def train(inputs, true, weights, alpha, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"inputs: {len(inputs)}, weights: {len(weights)}")
    new = [w for w in weights]
    errors = []
    for i in range(iterations):
        pred = 0
        for i in range(len(inputs)):
            pred += inputs[i] * new[i]
        errors += [(true - pred) ** 2]
        for i in range(len(new)):
            new[i] += alpha * inputs[i] * (true - pred)
    return tuple(new), tuple(errors)
""",
    },
}
