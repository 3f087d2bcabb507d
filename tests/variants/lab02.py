"""Lab 02, multiple inputs: right and wrong answers, by function and by what is special about each."""

RIGHT: dict[str, dict[str, str]] = {
    "w_sum": {
        "loop with index": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"a has {len(a)} numbers, b has {len(b)}")
    total = 0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total
""",
        "zip and sum": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError("lengths differ: %d and %d" % (len(a), len(b)))
    return sum(x * y for x, y in zip(a, b))
""",
        "zip strict with the lengths told": """
def w_sum(a, b):
    try:
        return sum(x * y for x, y in zip(a, b, strict=True))
    except ValueError as problem:
        raise ValueError(f"cannot sum {len(a)} with {len(b)}") from problem
""",
        "enumerate": """
def w_sum(a, b):
    if len(b) != len(a):
        msg = f"expected two vectors of one length, found {len(a)} and {len(b)}"
        raise ValueError(msg)
    total = 0.0
    for i, x in enumerate(a):
        total = total + x * b[i]
    return total
""",
        "numpy dot": """
import numpy as np

def w_sum(a, b):
    return np.dot(a, b)
""",
        "numpy at": """
import numpy as np

def w_sum(a, b):
    return np.asarray(a) @ np.asarray(b)
""",
        "numpy inner": """
import numpy as np
w_sum = lambda a, b: np.inner(a, b)
""",
        "einsum after a check": """
import numpy as np

def w_sum(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    if a.shape != b.shape:
        raise ValueError(f"shapes {a.shape} and {b.shape} don't fit")
    return np.einsum("i,i->", a, b)
""",
        "float32 result": """
import numpy as np

def w_sum(a, b):
    return np.float32(np.dot(a, b))
""",
        "map and operator mul": """
from operator import mul

def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} != {len(b)}")
    return sum(map(mul, a, b))
""",
        "recursion": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    if len(a) == 0:
        return 0
    return a[0] * b[0] + w_sum(a[1:], b[1:])
""",
        "while loop": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError("the lengths " + str(len(a)) + " and " + str(len(b)) + " differ")
    i, total = 0, 0
    while i < len(a):
        total += a[i] * b[i]
        i += 1
    return total
""",
        "reduce": """
from functools import reduce

def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(len(a), len(b))
    return reduce(lambda total, pair: total + pair[0] * pair[1], zip(a, b), 0.0)
""",
        "fsum": """
import math

def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"length {len(a)} against length {len(b)}")
    return math.fsum([x * y for x, y in zip(a, b)])
""",
        "exact fractions": """
from fractions import Fraction

def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"length {len(a)} against length {len(b)}")
    return float(sum(Fraction(float(x)) * Fraction(float(y)) for x, y in zip(a, b)))
""",
        "backwards with a deque": """
from collections import deque

def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"length {len(a)} against length {len(b)}")
    left, right = deque(a), deque(b)
    total = 0
    while left:
        total += left.pop() * right.pop()
    return total
""",
        "own exception that is a ValueError": """
class LengthError(ValueError):
    def __init__(self, a, b):
        super().__init__(f"vectors of length {len(a)} and {len(b)}")

def w_sum(a, b):
    if len(a) != len(b):
        raise LengthError(a, b)
    return sum([a[i] * b[i] for i in range(len(a))])
""",
        "decorator that checks": """
def same_length(function):
    def checked(a, b):
        if len(a) != len(b):
            raise ValueError(f"{function.__name__}: {len(a)} numbers against {len(b)}")
        return function(a, b)
    return checked

@same_length
def w_sum(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y
    return total
""",
        "type hints": '''
from collections.abc import Sequence

def w_sum(a: Sequence[float], b: Sequence[float]) -> float:
    """Weighted sum of two vectors of one length."""
    if len(a) != len(b):
        raise ValueError(f"{len(a)=} {len(b)=}")
    total: float = 0.0
    for left, right in zip(a, b):
        total += float(left) * float(right)
    return total
''',
        "prints every product": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"a: {len(a)}, b: {len(b)}")
    output = 0
    for i in range(len(a)):
        print(a[i], "*", b[i])
        output += (a[i] * b[i])
    return output
""",
    },
    "neural_network": {
        "calls w_sum": """
def neural_network(inputs, weights):
    return w_sum(inputs, weights)
""",
        "calls w_sum the other way round": """
def neural_network(inputs, weights):
    pred = w_sum(weights, inputs)
    return pred
""",
        "lambda over w_sum": "neural_network = lambda inputs, weights: w_sum(inputs, weights)",
        "another name for w_sum": "neural_network = w_sum",
        "inline loop": """
def neural_network(inputs, weights):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    pred = 0
    for i in range(len(inputs)):
        pred += inputs[i] * weights[i]
    return pred
""",
        "numpy dot": """
import numpy as np

def neural_network(inputs, weights):
    return np.array(inputs).dot(np.array(weights))
""",
        "numpy at with dtype float": """
import numpy as np

def neural_network(inputs, weights):
    return np.array(inputs, dtype=float) @ np.array(weights, dtype=float)
""",
        "float32 result": """
import numpy as np

def neural_network(inputs, weights):
    return np.array([w_sum(inputs, weights)], dtype=np.float32)[0]
""",
        "numpy tensordot": """
import numpy as np

def neural_network(inputs, weights):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    return np.tensordot(inputs, weights, axes=1).item()
""",
        "numpy sum of products after a check": """
import numpy as np

def neural_network(inputs, weights):
    x, w = np.array(inputs), np.array(weights)
    if x.size != w.size:
        raise ValueError(f"{x.size} inputs but {w.size} weights")
    return (x * w).sum()
""",
        "class with call": """
class Network:
    def __call__(self, inputs, weights):
        self.check(inputs, weights)
        return sum(i * w for i, w in zip(inputs, weights))

    def check(self, inputs, weights):
        if len(inputs) != len(weights):
            raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")

neural_network = Network()
""",
        "nested helper": """
def neural_network(inputs, weights):
    n, m = len(inputs), len(weights)
    if n != m:
        raise ValueError(f"got {n} inputs for {m} weights")
    def product(i):
        return inputs[i] * weights[i]
    return sum(map(product, range(n)))
""",
        "extra bias": """
def neural_network(inputs, weights, bias=0):
    return w_sum(inputs, weights) + bias
""",
        "partial": """
from functools import partial

def total_of(combine, inputs, weights):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    return sum(combine(i, w) for i, w in zip(inputs, weights))

neural_network = partial(total_of, lambda i, w: i * w)
""",
        "matrix product of a row and a column": """
import numpy as np

def neural_network(inputs, weights):
    row = np.array(inputs).reshape(1, -1)
    column = np.array(weights).reshape(-1, 1)
    return (row @ column)[0, 0]
""",
        "pops from copies": """
def neural_network(inputs, weights):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    i, w = list(inputs), list(weights)
    pred = 0
    while i:
        pred += i.pop() * w.pop()
    return pred
""",
    },
    "ele_mul": {
        "comprehension": """
def ele_mul(number, vector):
    return [number * x for x in vector]
""",
        "loop with append": """
def ele_mul(number, vector):
    output = []
    for x in vector:
        output.append(number * x)
    return output
""",
        "preallocated list": """
def ele_mul(number, vector):
    output = [0] * len(vector)
    for i in range(len(vector)):
        output[i] = number * vector[i]
    return output
""",
        "map and list": """
def ele_mul(number, vector):
    return list(map(lambda x: x * number, vector))
""",
        "partial mul": """
from functools import partial
from operator import mul

def ele_mul(number, vector):
    return [*map(partial(mul, number), vector)]
""",
        "numpy product": """
import numpy as np

def ele_mul(number, vector):
    return number * np.array(vector)
""",
        "numpy float zeros": """
import numpy as np

def ele_mul(number, vector):
    output = np.zeros(len(vector))
    for i, x in enumerate(vector):
        output[i] = number * x
    return output
""",
        "numpy as list": """
import numpy as np

def ele_mul(number, vector):
    return np.multiply(number, vector).tolist()
""",
        "float32 result": """
import numpy as np

def ele_mul(number, vector):
    return (number * np.array(vector, dtype=float)).astype(np.float32)
""",
        "tuple": """
def ele_mul(number, vector):
    return tuple(number * x for x in vector)
""",
        "generator and list": """
def ele_mul(number, vector):
    def products():
        for x in vector:
            yield x * number
    return list(products())
""",
        "in place on a copy": """
def ele_mul(number, vector):
    result = list(vector)
    for i in range(len(result)):
        result[i] *= number
    return result
""",
        "recursion": """
def ele_mul(number, vector):
    if len(vector) == 0:
        return []
    return [number * vector[0]] + list(ele_mul(number, vector[1:]))
""",
        "numpy dot of number and vector": """
import numpy as np
ele_mul = lambda number, vector: np.dot(number, vector)
""",
        "while loop with insert": """
def ele_mul(number, vector):
    out = []
    i = len(vector) - 1
    while i >= 0:
        out.insert(0, vector[i] * number)
        i -= 1
    return out
""",
        "zip with repeat": """
from itertools import repeat

def ele_mul(number, vector):
    return [n * v for n, v in zip(repeat(number), vector)]
""",
        "outer product's only row": """
import numpy as np

def ele_mul(number, vector):
    return np.outer([number], vector)[0]
""",
        "type hints and an assert": """
def ele_mul(number: float, vector: list[float]) -> list[float]:
    result = [float(number) * float(x) for x in vector]
    assert len(result) == len(vector)
    return result
""",
    },
    "compute_weight_deltas": {
        "calls ele_mul": """
def compute_weight_deltas(inputs, delta):
    return ele_mul(delta, inputs)
""",
        "comprehension": """
def compute_weight_deltas(inputs, delta):
    return [i * delta for i in inputs]
""",
        "loop with index": """
def compute_weight_deltas(inputs, delta):
    weight_deltas = []
    for i in range(len(inputs)):
        weight_deltas.append(inputs[i] * delta)
    return weight_deltas
""",
        "numpy product": """
import numpy as np

def compute_weight_deltas(inputs, delta):
    return np.asarray(inputs) * delta
""",
        "float32 result": """
import numpy as np

def compute_weight_deltas(inputs, delta):
    return [np.float32(i * delta) for i in inputs]
""",
        "tuple": """
def compute_weight_deltas(inputs, delta):
    return tuple(i * delta for i in inputs)
""",
        "lambda and map": "compute_weight_deltas = lambda inputs, delta: list(map(lambda i: i * delta, inputs))",
        "deep copy changed in place": """
import copy

def compute_weight_deltas(inputs, delta):
    result = copy.deepcopy(list(inputs))
    for i, value in enumerate(result):
        result[i] = value * delta
    return result
""",
        "numpy in place on a float copy": """
import numpy as np

def compute_weight_deltas(inputs, delta):
    result = np.array(inputs, dtype=float)
    result *= delta
    return result
""",
        "helper per weight": """
def compute_weight_delta(input, delta):
    return input * delta

def compute_weight_deltas(inputs, delta):
    return [compute_weight_delta(input, delta) for input in inputs]
""",
        "stopping as a special case": """
def compute_weight_deltas(inputs, delta):
    return [0 if i == 0 else i * delta for i in inputs]
""",
        "twice and half": """
def compute_weight_deltas(inputs, delta):
    slopes = [2 * i * delta for i in inputs]
    return [s / 2 for s in slopes]
""",
        "numpy fromiter": """
import numpy as np

def compute_weight_deltas(inputs, delta):
    return np.fromiter((delta * i for i in inputs), dtype=np.float64)
""",
        "dictionary's values": """
def compute_weight_deltas(inputs, delta):
    blame = {position: value * delta for position, value in enumerate(inputs)}
    return list(blame.values())
""",
        "accumulating a list": """
from functools import reduce

def compute_weight_deltas(inputs, delta):
    return reduce(lambda done, i: done + [i * delta], inputs, [])
""",
        "numpy vectorize": """
import numpy as np

def compute_weight_deltas(inputs, delta):
    times = np.vectorize(lambda i: i * delta, otypes=[float])
    return times(inputs)
""",
    },
    "update_weights": {
        "loop with index": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    new_weights = []
    for i in range(len(weights)):
        new_weights.append(weights[i] - alpha * weight_deltas[i])
    return new_weights
""",
        "comprehension over zip": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    return [w - alpha * d for w, d in zip(weights, weight_deltas)]
""",
        "in place on list()": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    weights = list(weights)
    for i, d in enumerate(weight_deltas):
        weights[i] -= alpha * d
    return weights
""",
        "in place on a slice copy": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    new = weights[:]
    for i in range(len(new)):
        new[i] = new[i] - alpha * weight_deltas[i]
    return new
""",
        "in place on a deep copy": """
from copy import deepcopy

def update_weights(weights, weight_deltas, alpha):
    n, m = len(weights), len(weight_deltas)
    if n != m:
        raise ValueError(f"can't subtract {m} from {n}")
    new = deepcopy(weights)
    for i in range(n):
        new[i] = weights[i] - alpha * weight_deltas[i]
    return new
""",
        "in place on copy()": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    new = weights.copy()
    for i in range(len(new)):
        new[i] -= alpha * weight_deltas[i]
    return new
""",
        "numpy after a check": """
import numpy as np

def update_weights(weights, weight_deltas, alpha):
    weights, weight_deltas = np.array(weights), np.array(weight_deltas)
    if weights.shape != weight_deltas.shape:
        raise ValueError(f"shapes {weights.shape} and {weight_deltas.shape}")
    return weights - alpha * weight_deltas
""",
        "numpy in place on a float copy": """
import numpy as np

def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    new = np.array(weights, dtype=np.float64)
    new -= alpha * np.asarray(weight_deltas)
    return new
""",
        "float32 result": """
import numpy as np

def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    return np.array([w - alpha * d for w, d in zip(weights, weight_deltas)], dtype="float32")
""",
        "map and tuple": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    return tuple(map(lambda w, d: w - alpha * d, weights, weight_deltas))
""",
        "zip strict with the lengths told": """
def update_weights(weights, weight_deltas, alpha):
    try:
        return [w - d * alpha for w, d in zip(weights, weight_deltas, strict=True)]
    except ValueError:
        raise ValueError(f"lengths {len(weights)} and {len(weight_deltas)} differ") from None
""",
        "recursion": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    if len(weights) == 0:
        return []
    first = weights[0] - alpha * weight_deltas[0]
    return [first, *update_weights(weights[1:], weight_deltas[1:], alpha)]
""",
        "helper and ele_mul": """
def update_weight(weight, step):
    return weight - step

def update_weights(weights, weight_deltas, alpha):
    steps = ele_mul(alpha, weight_deltas)
    if len(weights) != len(steps):
        raise ValueError(f"{len(weights)} weights, {len(steps)} steps")
    return [update_weight(weight, step) for weight, step in zip(weights, steps)]
""",
        "stacked matrix times vector": """
import numpy as np

def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    return np.array([1, -alpha]) @ np.vstack([weights, weight_deltas])
""",
        "while loop": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    new, i = [], 0
    while len(new) < len(weights):
        new += [weights[i] - alpha * weight_deltas[i]]
        i += 1
    return new
""",
        "extra optional parameter": """
def update_weights(weights, weight_deltas, alpha, frozen=()):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    return [w if i in frozen else w - alpha * d for i, (w, d) in enumerate(zip(weights, weight_deltas))]
""",
    },
    "train": {
        "calls all helpers": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(inputs, weights)
        errors.append((pred - true) ** 2)
        delta = pred - true
        weight_deltas = compute_weight_deltas(inputs, delta)
        weights = update_weights(weights, weight_deltas, alpha)
    return weights, errors
""",
        "all inline": """
def train(inputs, true, weights, alpha, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs but {len(weights)} weights")
    weights = list(weights)
    errors = []
    for _ in range(iterations):
        pred = 0
        for i in range(len(weights)):
            pred += inputs[i] * weights[i]
        delta = pred - true
        errors.append(delta ** 2)
        for i in range(len(weights)):
            weights[i] -= alpha * inputs[i] * delta
    return weights, errors
""",
        "numpy throughout": """
import numpy as np

def train(inputs, true, weights, alpha, iterations):
    x, w = np.array(inputs, dtype=float), np.array(weights, dtype=float)
    if x.shape != w.shape:
        raise ValueError(f"{x.shape} inputs against {w.shape} weights")
    errors = np.empty(iterations)
    for i in range(iterations):
        delta = x @ w - true
        errors[i] = delta ** 2
        w -= alpha * delta * x
    return w, errors
""",
        "numpy's own complaint": """
import numpy as np

def train(inputs, true, weights, alpha, iterations):
    inputs = np.array(inputs)
    weights = np.array(weights)
    errors = []
    for _ in range(iterations):
        delta = np.dot(inputs, weights) - true
        errors.append(delta * delta)
        weights = weights - alpha * (inputs * delta)
    return weights, errors
""",
        "pair as a list": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = w_sum(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, ele_mul(delta, inputs), alpha)
    return [weights, errors]
""",
        "weights as a tuple": """
def train(inputs, true, weights, alpha, iterations):
    w = tuple(weights)
    errors = ()
    for _ in range(iterations):
        delta = w_sum(inputs, w) - true
        errors += (delta ** 2,)
        w = tuple(wi - alpha * xi * delta for wi, xi in zip(w, inputs))
    return w, errors
""",
        "recursion": """
def train(inputs, true, weights, alpha, iterations):
    if iterations == 0:
        return weights, []
    pred = neural_network(inputs, weights)
    new = update_weights(weights, compute_weight_deltas(inputs, pred - true), alpha)
    last, errors = train(inputs, true, new, alpha, iterations - 1)
    return last, [(pred - true) ** 2, *errors]
""",
        "while loop on a slice copy": """
def train(inputs, true, weights, alpha, iterations):
    w = weights[:]
    errors = []
    while len(errors) < iterations:
        pred = neural_network(inputs, w)
        delta = pred - true
        errors.append(pow(delta, 2))
        w = [w[i] - alpha * (inputs[i] * delta) for i in range(len(w))]
    return w, errors
""",
        "float32 results": """
import numpy as np

def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append((delta) ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return np.array(weights, dtype=np.float32), np.array(errors, dtype=np.float32)
""",
        "generator of steps": """
def steps(inputs, true, weights, alpha):
    while True:
        delta = neural_network(inputs, weights) - true
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
        yield weights, delta ** 2

def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _, (weights, error) in zip(range(iterations), steps(inputs, true, list(weights), alpha)):
        errors.append(error)
    return weights, errors
""",
        "reduce": """
from functools import reduce

def train(inputs, true, weights, alpha, iterations):
    def step(state, iteration):
        weights, errors = state
        delta = neural_network(inputs, weights) - true
        return update_weights(weights, compute_weight_deltas(inputs, delta), alpha), [*errors, delta ** 2]
    return reduce(step, range(iterations), (weights, []))
""",
        "class that learns": """
class Learner:
    def __init__(self, weights, alpha):
        self.weights = list(weights)
        self.alpha = alpha
        self.errors = []

    def learn(self, inputs, true):
        delta = w_sum(inputs, self.weights) - true
        self.errors.append(delta ** 2)
        for i, x in enumerate(inputs):
            self.weights[i] -= self.alpha * x * delta

def train(inputs, true, weights, alpha, iterations):
    learner = Learner(weights, alpha)
    for _ in range(iterations):
        learner.learn(inputs, true)
    return learner.weights, learner.errors
""",
        "prints and an optional parameter": """
def train(inputs, true, weights, alpha, iterations, verbose=True):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(inputs, weights)
        error, delta = (pred - true) ** 2, pred - true
        weight_deltas = compute_weight_deltas(inputs, delta)
        if verbose:
            print("Iteration:", iteration + 1, "Prediction:", pred, "Error:", error)
            print("Weights:", weights, "Weight_Deltas:", weight_deltas)
        errors.append(error)
        weights = update_weights(weights, weight_deltas, alpha)
    return weights, errors
""",
        "history of weights first": """
def train(inputs, true, weights, alpha, iterations):
    history = [list(weights)]
    for _ in range(iterations):
        w = history[-1]
        delta = neural_network(inputs, w) - true
        history.append([a - alpha * b * delta for a, b in zip(w, inputs)])
    errors = [(neural_network(inputs, w) - true) ** 2 for w in history[:iterations]]
    return history[iterations], errors
""",
        "deep copy and type hints": """
import copy

def train(inputs: list[float], true: float, weights: list[float], alpha: float, iterations: int):
    new_weights = copy.deepcopy(list(weights))
    errors: list[float] = []
    for _ in range(iterations):
        delta: float = neural_network(inputs, new_weights) - true
        errors.append(delta ** 2)
        for index, value in enumerate(inputs):
            new_weights[index] = new_weights[index] - alpha * value * delta
    return new_weights, errors
""",
        "numpy weights as a list at the end": """
import numpy as np

def train(inputs, true, weights, alpha, iterations):
    w = np.array(weights) * 1.0
    x = np.array(inputs) * 1.0
    errors = []
    for _ in range(iterations):
        delta = x.dot(w) - true
        errors.append(float(delta ** 2))
        w -= alpha * x * delta
    return w.tolist(), errors
""",
        "shrinking delta": """
def train(inputs, true, weights, alpha, iterations):
    delta = neural_network(inputs, weights) - true
    factor = 1 - alpha * w_sum(inputs, inputs)
    errors = []
    for _ in range(iterations):
        errors.append(delta ** 2)
        weights = [w - alpha * delta * x for w, x in zip(weights, inputs)]
        delta *= factor
    return weights, errors
""",
    },
}

# Right in their formulas; only the precision of float32 arithmetic stands in the way.
BORDERLINE: dict[str, dict[str, str]] = {
    "w_sum": {
        "float32 everywhere": """
import numpy as np

def w_sum(a, b):
    return np.array(a, dtype=np.float32) @ np.array(b, dtype=np.float32)
""",
    },
    "update_weights": {
        "float32 everywhere": """
import numpy as np

def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights but {len(weight_deltas)} weight_deltas")
    return np.array(weights, dtype=np.float32) - np.float32(alpha) * np.array(weight_deltas, dtype=np.float32)
""",
    },
    "train": {
        "float32 everywhere": """
import numpy as np

def train(inputs, true, weights, alpha, iterations):
    x, w = np.array(inputs, dtype=np.float32), np.array(weights, dtype=np.float32)
    if x.shape != w.shape:
        raise ValueError(f"{x.shape} inputs against {w.shape} weights")
    errors = np.zeros(iterations, dtype=np.float32)
    for i in range(iterations):
        delta = x @ w - np.float32(true)
        errors[i] = delta ** 2
        w = w - np.float32(alpha) * delta * x
    return w, errors
""",
        "only the weights are float32": """
import numpy as np

def train(inputs, true, weights, alpha, iterations):
    w = np.array(weights, dtype=np.float32)
    errors = []
    for _ in range(iterations):
        delta = np.dot(inputs, w) - true
        errors.append(delta ** 2)
        w = (w - alpha * delta * np.array(inputs)).astype(np.float32)
    return w, errors
""",
    },
}

WRONG: dict[str, dict[str, str]] = {
    "w_sum": {
        "zip cuts the longer one": """
def w_sum(a, b):
    return sum(x * y for x, y in zip(a, b))
""",
        "zip strict tells no lengths": """
def w_sum(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))
""",
        "assert instead of ValueError": """
def w_sum(a, b):
    assert len(a) == len(b), f"{len(a)} and {len(b)}"
    return sum(x * y for x, y in zip(a, b))
""",
        "ValueError without the lengths": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError("the vectors must have the same length")
    return sum(x * y for x, y in zip(a, b))
""",
        "ValueError with one length only": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"b must have {len(a)} numbers")
    return sum(x * y for x, y in zip(a, b))
""",
        "IndexError or nothing": """
def w_sum(a, b):
    total = 0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total
""",
        "TypeError for lengths": """
def w_sum(a, b):
    if len(a) != len(b):
        raise TypeError(f"lengths {len(a)} and {len(b)}")
    return sum(x * y for x, y in zip(a, b))
""",
        "none for lengths": """
def w_sum(a, b):
    if len(a) != len(b):
        print(f"lengths {len(a)} and {len(b)} differ")
        return None
    return sum(x * y for x, y in zip(a, b))
""",
        "checks only that b is long enough": """
def w_sum(a, b):
    if len(b) < len(a):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(a[i] * b[i] for i in range(len(a)))
""",
        "shorter one filled with zeros": """
from itertools import zip_longest

def w_sum(a, b):
    return sum(x * y for x, y in zip_longest(a, b, fillvalue=0))
""",
        "three terms always": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
""",
        "loop over three": """
import numpy as np

def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    total = 0
    for i in range(min(3, len(a))):
        total += a[i] * b[i]
    return total
""",
        "starts at the second": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    total = 0
    for i in range(1, len(a)):
        total += a[i] * b[i]
    return total
""",
        "the last term lost": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    total = 0
    for i in range(len(a) - 1):
        total += a[i] * b[i]
    return total
""",
        "returns inside the loop": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    total = 0
    for i in range(len(a)):
        total += a[i] * b[i]
        return total
    return total
""",
        "keeps only the last product": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    total = 0
    for i in range(len(a)):
        total = a[i] * b[i]
    return total
""",
        "total starts at one": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    total = 1
    for x, y in zip(a, b):
        total += x * y
    return total
""",
        "product of the products": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    total = 1
    for x, y in zip(a, b):
        total *= x * y
    return total
""",
        "product of the sums": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(a) * sum(b)
""",
        "sums instead of products": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(x + y for x, y in zip(a, b))
""",
        "mean": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(x * y for x, y in zip(a, b)) / max(1, len(a))
""",
        "weighted mean": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(x * y for x, y in zip(a, b)) / (sum(b) or 1)
""",
        "products in a list": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return [x * y for x, y in zip(a, b)]
""",
        "list of one": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return [sum(x * y for x, y in zip(a, b))]
""",
        "every pair": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(x * y for x in a for y in b)
""",
        "one reversed": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(x * y for x, y in zip(a, reversed(b)))
""",
        "both sorted": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(x * y for x, y in zip(sorted(a), sorted(b)))
""",
        "absolute": """
import numpy as np

def w_sum(a, b):
    return abs(np.dot(a, b))
""",
        "absolute terms": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(abs(x * y) for x, y in zip(a, b))
""",
        "negative products skipped": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(x * y for x, y in zip(a, b) if x * y > 0)
""",
        "changes a": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    for i in range(len(a)):
        a[i] *= b[i]
    return sum(a)
""",
        "pops the arguments": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    total = 0
    while len(a) > 0:
        total += a.pop() * b.pop()
    return total
""",
        "whole numbers in between": """
import numpy as np

def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    products = np.zeros_like(a)
    for i in range(len(a)):
        products[i] = a[i] * b[i]
    return products.sum()
""",
        "rounded": """
import numpy as np

def w_sum(a, b):
    return round(float(np.dot(a, b)), 3)
""",
        "whole number": """
import numpy as np

def w_sum(a, b):
    return int(np.dot(a, b))
""",
        "forgets to return": """
import numpy as np

def w_sum(a, b):
    total = np.dot(a, b)
""",
        "prints instead of returning": """
import numpy as np

def w_sum(a, b):
    print(np.dot(a, b))
""",
        "text": """
import numpy as np

def w_sum(a, b):
    return str(np.dot(a, b))
""",
        "total outside keeps growing": """
total = 0

def w_sum(a, b):
    global total
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    for x, y in zip(a, b):
        total += x * y
    return total
""",
        "default list keeps the terms": """
def w_sum(a, b, terms=[]):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    for x, y in zip(a, b):
        terms.append(x * y)
    return sum(terms)
""",
        "a tiny factor off": """
import numpy as np

def w_sum(a, b):
    return np.dot(a, b) * 1.0001
""",
        "each pair once": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum({x * y for x, y in zip(a, b)})
""",
        "positions found by value": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    total = 0
    for x in a:
        total += x * b[0]
    return total
""",
        "a twice": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(x * x for x in a)
""",
        "outer product": """
import numpy as np

def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return np.outer(a, b)
""",
    },
    "neural_network": {
        "zip cuts the longer one": """
def neural_network(inputs, weights):
    return sum(i * w for i, w in zip(inputs, weights))
""",
        "squares of the inputs": """
def neural_network(inputs, weights):
    return w_sum(inputs, inputs) if len(inputs) == len(weights) else w_sum(inputs, weights)
""",
        "mean": """
def neural_network(inputs, weights):
    return w_sum(inputs, weights) / max(1, len(inputs))
""",
        "products in a list": """
def neural_network(inputs, weights):
    w_sum(inputs, weights)
    return [i * w for i, w in zip(inputs, weights)]
""",
        "forgets to return": """
def neural_network(inputs, weights):
    w_sum(inputs, weights)
""",
        "prints instead of returning": """
def neural_network(inputs, weights):
    print(w_sum(inputs, weights))
""",
        "text": """
def neural_network(inputs, weights):
    return f"{w_sum(inputs, weights):.12f}"
""",
        "list of one": """
def neural_network(inputs, weights):
    return [w_sum(inputs, weights)]
""",
        "one by one matrix": """
import numpy as np

def neural_network(inputs, weights):
    return np.array(inputs).reshape(1, -1) @ np.array(weights).reshape(-1, 1)
""",
        "rounded": """
def neural_network(inputs, weights):
    return round(w_sum(inputs, weights), 2)
""",
        "whole number": """
def neural_network(inputs, weights):
    return int(w_sum(inputs, weights))
""",
        "win or lose": """
def neural_network(inputs, weights):
    return 1 if w_sum(inputs, weights) > 0.5 else 0
""",
        "never below zero": """
def neural_network(inputs, weights):
    return max(0, w_sum(inputs, weights))
""",
        "never above one": """
def neural_network(inputs, weights):
    return min(1, w_sum(inputs, weights))
""",
        "sigmoid on top": """
import numpy as np

def neural_network(inputs, weights):
    return 0.5 * (1 + np.tanh(w_sum(inputs, weights) / 2))
""",
        "bias of one": """
def neural_network(inputs, weights):
    return w_sum(inputs, weights) + 1
""",
        "first input only": """
def neural_network(inputs, weights):
    w_sum(inputs, weights)
    return inputs[0] * weights[0]
""",
        "three inputs always": """
def neural_network(inputs, weights):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    toes, record, fans = inputs
    return toes * weights[0] + record * weights[1] + fans * weights[2]
""",
        "assert instead of ValueError": """
def neural_network(inputs, weights):
    assert len(inputs) == len(weights)
    return w_sum(inputs, weights)
""",
        "ValueError without the lengths": """
def neural_network(inputs, weights):
    if len(inputs) != len(weights):
        raise ValueError("inputs and weights don't fit")
    return w_sum(inputs, weights)
""",
        "too many weights are cut": """
def neural_network(inputs, weights):
    return w_sum(inputs, weights[:len(inputs)])
""",
        "too many inputs are cut": """
def neural_network(inputs, weights):
    return w_sum(inputs[:len(weights)], weights)
""",
        "swallows the ValueError": """
def neural_network(inputs, weights):
    try:
        return w_sum(inputs, weights)
    except ValueError:
        return 0
""",
        "last product lost": """
def neural_network(inputs, weights):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    pred = 0
    for i in range(len(inputs) - 1):
        pred += inputs[i] * weights[i]
    return pred
""",
        "starts at the second": """
def neural_network(inputs, weights):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    pred = 0
    for i in range(1, len(inputs)):
        pred += inputs[i] * weights[i]
    return pred
""",
        "returns inside the loop": """
def neural_network(inputs, weights):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs, {len(weights)} weights")
    pred = 0
    for i in range(len(inputs)):
        pred += inputs[i] * weights[i]
        return pred
""",
        "sum of inputs and weights": """
def neural_network(inputs, weights):
    w_sum(inputs, weights)
    return sum(inputs) + sum(weights)
""",
        "weights reversed": """
def neural_network(inputs, weights):
    return w_sum(inputs, weights[::-1])
""",
        "weights sorted in place": """
def neural_network(inputs, weights):
    weights.sort()
    return w_sum(inputs, weights)
""",
        "weights at the lab's": """
def neural_network(inputs, weights):
    w_sum(inputs, weights)
    return sum(i * w for i, w in zip(inputs, [0.1, 0.2, -0.1]))
""",
        "inputs normalised first": """
def neural_network(inputs, weights):
    biggest = max((abs(i) for i in inputs), default=1) or 1
    return w_sum([i / biggest for i in inputs], weights)
""",
        "inputs normalised in place and back": """
def neural_network(inputs, weights):
    for i in range(len(inputs)):
        inputs[i] = inputs[i] / 10
    return w_sum(inputs, weights) * 10
""",
        "appends a bias input": """
def neural_network(inputs, weights):
    w_sum(inputs, weights)
    inputs.append(1)
    weights.append(0)
    return w_sum(inputs, weights)
""",
        "remembers the prediction": """
cache = {}

def neural_network(inputs, weights):
    if "pred" not in cache:
        cache["pred"] = w_sum(inputs, weights)
    w_sum(inputs, weights)
    return cache["pred"]
""",
        "a tiny factor off": """
def neural_network(inputs, weights):
    return 0.9999 * w_sum(inputs, weights)
""",
        "negative": """
def neural_network(inputs, weights):
    return -w_sum(inputs, weights)
""",
        "only negative inputs reversed": """
def neural_network(inputs, weights):
    return w_sum([abs(i) for i in inputs], weights)
""",
        "zero inputs skipped with their place": """
def neural_network(inputs, weights):
    w_sum(inputs, weights)
    used = [i for i in inputs if i > 0]
    return sum(i * w for i, w in zip(used, weights))
""",
        "whole weights": """
import numpy as np

def neural_network(inputs, weights):
    return np.dot(inputs, np.array(weights).astype(int))
""",
    },
    "ele_mul": {
        "three always": """
def ele_mul(number, vector):
    output = [0, 0, 0]
    for i in range(3):
        output[i] = number * vector[i]
    return output
""",
        "three at most": """
def ele_mul(number, vector):
    return [number * x for x in vector[:3]]
""",
        "output of three, loop over the vector": """
def ele_mul(number, vector):
    output = [0, 0, 0]
    for i in range(len(vector)):
        output[i] = number * vector[i]
    return output
""",
        "starts at the second": """
def ele_mul(number, vector):
    output = [0] * len(vector)
    for i in range(1, len(vector)):
        output[i] = number * vector[i]
    return output
""",
        "the last one lost": """
def ele_mul(number, vector):
    output = []
    for i in range(len(vector) - 1):
        output.append(number * vector[i])
    return output
""",
        "returns inside the loop": """
def ele_mul(number, vector):
    output = []
    for x in vector:
        output.append(number * x)
        return output
    return output
""",
        "python repeats the list": """
def ele_mul(number, vector):
    return int(number) * list(vector)
""",
        "star on the list": """
def ele_mul(number, vector):
    return number * vector
""",
        "changes the vector": """
def ele_mul(number, vector):
    for i in range(len(vector)):
        vector[i] = vector[i] * number
    return vector
""",
        "changes the vector through another name": """
def ele_mul(number, vector):
    output = vector
    for i in range(len(output)):
        output[i] *= number
    return output
""",
        "rebinds the loop variable": """
def ele_mul(number, vector):
    output = list(vector)
    for x in output:
        x = x * number
    return output
""",
        "whole number array": """
import numpy as np

def ele_mul(number, vector):
    output = np.zeros_like(vector)
    for i in range(len(vector)):
        output[i] = number * vector[i]
    return output
""",
        "zeros of type int": """
import numpy as np

def ele_mul(number, vector):
    output = np.zeros(len(vector), dtype=int)
    for i in range(len(vector)):
        output[i] = number * vector[i]
    return output
""",
        "numpy in place fails for whole numbers": """
import numpy as np

def ele_mul(number, vector):
    output = np.array(vector)
    output *= number
    return output
""",
        "sum": """
def ele_mul(number, vector):
    return [number + x for x in vector]
""",
        "number squared": """
def ele_mul(number, vector):
    return [number * number * x for x in vector]
""",
        "power": """
def ele_mul(number, vector):
    return [x * abs(x) * number for x in vector]
""",
        "added up": """
def ele_mul(number, vector):
    return sum(number * x for x in vector)
""",
        "last product only": """
def ele_mul(number, vector):
    for x in vector:
        output = [number * x]
    return output
""",
        "last product for all": """
def ele_mul(number, vector):
    output = [0] * len(vector)
    for x in vector:
        output = [number * x] * len(vector)
    return output
""",
        "map object": """
def ele_mul(number, vector):
    return map(lambda x: x * number, vector)
""",
        "generator": """
def ele_mul(number, vector):
    return (x * number for x in vector)
""",
        "nested once too deep": """
def ele_mul(number, vector):
    return [[number * x for x in vector]]
""",
        "each in its own list": """
def ele_mul(number, vector):
    return [[number * x] for x in vector]
""",
        "outer product's matrix": """
import numpy as np

def ele_mul(number, vector):
    return np.outer(number, vector)
""",
        "set": """
def ele_mul(number, vector):
    return {number * x for x in vector}
""",
        "zeros dropped": """
def ele_mul(number, vector):
    return [number * x for x in vector if x]
""",
        "negatives dropped": """
def ele_mul(number, vector):
    return [number * x for x in vector if x > 0]
""",
        "negatives made zero": """
def ele_mul(number, vector):
    return [max(0, number * x) for x in vector]
""",
        "absolute": """
def ele_mul(number, vector):
    return [abs(number * x) for x in vector]
""",
        "rounded": """
def ele_mul(number, vector):
    return [round(number * x, 2) for x in vector]
""",
        "reversed": """
def ele_mul(number, vector):
    output = []
    for x in vector:
        output.insert(0, number * x)
    return output
""",
        "forgets to return": """
def ele_mul(number, vector):
    output = [number * x for x in vector]
""",
        "prints instead of returning": """
def ele_mul(number, vector):
    for x in vector:
        print(number * x)
""",
        "texts": """
def ele_mul(number, vector):
    return [str(number * x) for x in vector]
""",
        "default list grows": """
def ele_mul(number, vector, output=[]):
    for x in vector:
        output.append(number * x)
    return output
""",
        "global list grows": """
output = []

def ele_mul(number, vector):
    for x in vector:
        output.append(number * x)
    return output
""",
        "a tiny factor off": """
def ele_mul(number, vector):
    return [number * x * 1.0001 for x in vector]
""",
        "last one a little off": """
def ele_mul(number, vector):
    output = [number * x for x in vector]
    if output:
        output[-1] = output[-1] * 1.001 + 0.001
    return output
""",
        "vector returned": """
def ele_mul(number, vector):
    return list(vector)
""",
        "one number too many": """
def ele_mul(number, vector):
    output = [0]
    for x in vector:
        output.append(number * x)
    return output
""",
        "dictionary": """
def ele_mul(number, vector):
    return {i: number * x for i, x in enumerate(vector)}
""",
        "positions instead of values": """
def ele_mul(number, vector):
    return [number * i for i in range(len(vector))]
""",
        "divided": """
def ele_mul(number, vector):
    return [x / number if number else 0 for x in vector]
""",
    },
    "compute_weight_deltas": {
        "factor two": """
def compute_weight_deltas(inputs, delta):
    return [2 * i * delta for i in inputs]
""",
        "half": """
def compute_weight_deltas(inputs, delta):
    return [i * delta / 2 for i in inputs]
""",
        "delta for each": """
def compute_weight_deltas(inputs, delta):
    return [delta for i in inputs]
""",
        "inputs unchanged": """
def compute_weight_deltas(inputs, delta):
    return list(inputs)
""",
        "sum of input and delta": """
def compute_weight_deltas(inputs, delta):
    return [i + delta for i in inputs]
""",
        "sign the wrong way": """
def compute_weight_deltas(inputs, delta):
    return [-i * delta for i in inputs]
""",
        "delta squared": """
def compute_weight_deltas(inputs, delta):
    return [i * delta ** 2 for i in inputs]
""",
        "inputs squared": """
def compute_weight_deltas(inputs, delta):
    return [i ** 2 * delta for i in inputs]
""",
        "absolute": """
def compute_weight_deltas(inputs, delta):
    return [abs(i * delta) for i in inputs]
""",
        "no reversal": """
def compute_weight_deltas(inputs, delta):
    return [abs(i) * delta for i in inputs]
""",
        "no stopping": """
def compute_weight_deltas(inputs, delta):
    return [i * delta if i != 0 else delta for i in inputs]
""",
        "no scaling": """
def compute_weight_deltas(inputs, delta):
    return [delta * ((i > 0) - (i < 0)) for i in inputs]
""",
        "stops negative inputs": """
def compute_weight_deltas(inputs, delta):
    return [max(i, 0) * delta for i in inputs]
""",
        "first input for all": """
def compute_weight_deltas(inputs, delta):
    return [inputs[0] * delta for _ in inputs]
""",
        "last one for all": """
def compute_weight_deltas(inputs, delta):
    for i in inputs:
        weight_delta = i * delta
    return [weight_delta] * len(inputs)
""",
        "sum of the inputs": """
def compute_weight_deltas(inputs, delta):
    return [sum(inputs) * delta for _ in inputs]
""",
        "added up": """
def compute_weight_deltas(inputs, delta):
    return sum(i * delta for i in inputs)
""",
        "mean over the inputs": """
def compute_weight_deltas(inputs, delta):
    return [i * delta / len(inputs) for i in inputs]
""",
        "alpha already in": """
def compute_weight_deltas(inputs, delta):
    return [0.01 * i * delta for i in inputs]
""",
        "three always": """
def compute_weight_deltas(inputs, delta):
    weight_deltas = [0, 0, 0]
    for i in range(3):
        weight_deltas[i] = inputs[i] * delta
    return weight_deltas
""",
        "starts at the second": """
def compute_weight_deltas(inputs, delta):
    weight_deltas = [0 for _ in inputs]
    for i in range(1, len(inputs)):
        weight_deltas[i] = inputs[i] * delta
    return weight_deltas
""",
        "the last one lost": """
def compute_weight_deltas(inputs, delta):
    return [inputs[i] * delta for i in range(len(inputs) - 1)]
""",
        "returns inside the loop": """
def compute_weight_deltas(inputs, delta):
    weight_deltas = []
    for i in inputs:
        weight_deltas.append(i * delta)
        return weight_deltas
    return weight_deltas
""",
        "changes the inputs": """
def compute_weight_deltas(inputs, delta):
    for i in range(len(inputs)):
        inputs[i] *= delta
    return inputs
""",
        "rebinds the loop variable": """
def compute_weight_deltas(inputs, delta):
    weight_deltas = list(inputs)
    for weight_delta in weight_deltas:
        weight_delta *= delta
    return weight_deltas
""",
        "whole number array": """
import numpy as np

def compute_weight_deltas(inputs, delta):
    weight_deltas = np.zeros_like(np.array(inputs))
    for i, x in enumerate(inputs):
        weight_deltas[i] = x * delta
    return weight_deltas
""",
        "full like whole numbers": """
import numpy as np

def compute_weight_deltas(inputs, delta):
    return np.full_like(inputs, delta) * inputs
""",
        "map object": """
def compute_weight_deltas(inputs, delta):
    return map(lambda i: i * delta, inputs)
""",
        "list times number": """
def compute_weight_deltas(inputs, delta):
    return inputs * delta
""",
        "nested once too deep": """
def compute_weight_deltas(inputs, delta):
    return [ele_mul(delta, inputs)]
""",
        "forgets to return": """
def compute_weight_deltas(inputs, delta):
    weight_deltas = ele_mul(delta, inputs)
""",
        "prints instead of returning": """
def compute_weight_deltas(inputs, delta):
    print(ele_mul(delta, inputs))
""",
        "rounded": """
def compute_weight_deltas(inputs, delta):
    return [round(i * delta, 3) for i in inputs]
""",
        "whole numbers": """
def compute_weight_deltas(inputs, delta):
    return [int(i * delta) for i in inputs]
""",
        "arguments the wrong way to ele_mul": """
def compute_weight_deltas(inputs, delta):
    return ele_mul(inputs, delta)
""",
        "delta shrinks on the way": """
def compute_weight_deltas(inputs, delta):
    weight_deltas = []
    for i in inputs:
        delta = i * delta
        weight_deltas.append(delta)
    return weight_deltas
""",
        "divided by the input": """
def compute_weight_deltas(inputs, delta):
    return [delta / i if i else 0 for i in inputs]
""",
        "reversed": """
def compute_weight_deltas(inputs, delta):
    return [i * delta for i in inputs[::-1]]
""",
        "default list grows": """
def compute_weight_deltas(inputs, delta, weight_deltas=[]):
    weight_deltas += [i * delta for i in inputs]
    return weight_deltas
""",
        "a tiny factor off": """
def compute_weight_deltas(inputs, delta):
    return [i * delta * 0.9999 for i in inputs]
""",
        "nan for zero": """
def compute_weight_deltas(inputs, delta):
    return [i * delta if i else float("nan") for i in inputs]
""",
        "none for zero": """
def compute_weight_deltas(inputs, delta):
    return [i * delta if i else None for i in inputs]
""",
        "normalised": """
def compute_weight_deltas(inputs, delta):
    length = sum(i * i for i in inputs) or 1
    return [i * delta / length for i in inputs]
""",
    },
    "update_weights": {
        "plus": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [w + alpha * d for w, d in zip(weights, weight_deltas)]
""",
        "alpha forgotten": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [w - d for w, d in zip(weights, weight_deltas)]
""",
        "alpha twice": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    steps = [alpha * d for d in weight_deltas]
    return [w - alpha * s for w, s in zip(weights, steps)]
""",
        "factor two": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [w - 2 * alpha * d for w, d in zip(weights, weight_deltas)]
""",
        "brackets around the difference": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [alpha * (w - d) for w, d in zip(weights, weight_deltas)]
""",
        "the weight multiplied": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [w - alpha * d * w for w, d in zip(weights, weight_deltas)]
""",
        "steps only": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [-alpha * d for d in weight_deltas]
""",
        "first weight_delta for all": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [w - alpha * weight_deltas[0] for w in weights]
""",
        "last weight_delta for all": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    for weight_delta in weight_deltas:
        step = alpha * weight_delta
    return [w - step for w in weights]
""",
        "sum of the weight_deltas": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [w - alpha * sum(weight_deltas) for w in weights]
""",
        "only the first weight": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    new = list(weights)
    new[0] -= alpha * weight_deltas[0]
    return new
""",
        "starts at the second": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    new = list(weights)
    for i in range(1, len(new)):
        new[i] -= alpha * weight_deltas[i]
    return new
""",
        "the last one left": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    new = list(weights)
    for i in range(len(new) - 1):
        new[i] -= alpha * weight_deltas[i]
    return new
""",
        "returns inside the loop": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    new = list(weights)
    for i in range(len(new)):
        new[i] -= alpha * weight_deltas[i]
        return new
    return new
""",
        "changes the weights in place": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    for i in range(len(weights)):
        weights[i] -= alpha * weight_deltas[i]
    return weights
""",
        "changes the weights and returns a copy": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    for i, d in enumerate(weight_deltas):
        weights[i] = weights[i] - alpha * d
    return list(weights)
""",
        "changes the weight_deltas in place": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    for i in range(len(weight_deltas)):
        weight_deltas[i] *= alpha
    return [w - d for w, d in zip(weights, weight_deltas)]
""",
        "rebinds the loop variable": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    new = list(weights)
    for w, d in zip(new, weight_deltas):
        w -= alpha * d
    return new
""",
        "three always": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [weights[i] - alpha * weight_deltas[i] for i in range(3)]
""",
        "zip cuts the longer one": """
def update_weights(weights, weight_deltas, alpha):
    return [w - alpha * d for w, d in zip(weights, weight_deltas)]
""",
        "zip strict tells no lengths": """
def update_weights(weights, weight_deltas, alpha):
    return [w - alpha * d for w, d in zip(weights, weight_deltas, strict=True)]
""",
        "IndexError or nothing": """
def update_weights(weights, weight_deltas, alpha):
    return [weights[i] - alpha * weight_deltas[i] for i in range(len(weights))]
""",
        "longer weights keep their rest": """
def update_weights(weights, weight_deltas, alpha):
    new = list(weights)
    for i in range(len(weight_deltas)):
        new[i] -= alpha * weight_deltas[i]
    return new
""",
        "assert instead of ValueError": """
def update_weights(weights, weight_deltas, alpha):
    assert len(weights) == len(weight_deltas), (len(weights), len(weight_deltas))
    return [w - alpha * d for w, d in zip(weights, weight_deltas)]
""",
        "ValueError without the lengths": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError("one weight_delta per weight, please")
    return [w - alpha * d for w, d in zip(weights, weight_deltas)]
""",
        "ValueError that shows one length twice": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weights)} weight_deltas")
    return [w - alpha * d for w, d in zip(weights, weight_deltas)]
""",
        "whole number array": """
import numpy as np

def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    new = np.array(weights)
    for i in range(len(new)):
        new[i] = weights[i] - alpha * weight_deltas[i]
    return new
""",
        "numpy in place fails for whole numbers": """
import numpy as np

def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    new = np.array(weights)
    new -= alpha * np.array(weight_deltas)
    return new
""",
        "forgets to return": """
def update_weights(weights, weight_deltas, alpha):
    new = [w - alpha * d for w, d in zip(weights, weight_deltas)]
""",
        "prints instead of returning": """
def update_weights(weights, weight_deltas, alpha):
    print([w - alpha * d for w, d in zip(weights, weight_deltas)])
""",
        "map object": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return map(lambda w, d: w - alpha * d, weights, weight_deltas)
""",
        "rounded": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [round(w - alpha * d, 4) for w, d in zip(weights, weight_deltas)]
""",
        "never below zero": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [max(0, w - alpha * d) for w, d in zip(weights, weight_deltas)]
""",
        "always downwards": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [w - alpha * abs(d) for w, d in zip(weights, weight_deltas)]
""",
        "every pair": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [w - alpha * d for w in weights for d in weight_deltas]
""",
        "added up": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return sum(w - alpha * d for w, d in zip(weights, weight_deltas))
""",
        "nested once too deep": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [[w - alpha * d for w, d in zip(weights, weight_deltas)]]
""",
        "momentum between calls": """
velocity = {}

def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    new = []
    for i, (w, d) in enumerate(zip(weights, weight_deltas)):
        velocity[i] = 0.9 * velocity.get(i, 0) + d
        new.append(w - alpha * velocity[i])
    return new
""",
        "alpha fixed at the lab's": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [w - 0.01 * d for w, d in zip(weights, weight_deltas)]
""",
        "a tiny factor off": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [(w - alpha * d) * 1.0001 for w, d in zip(weights, weight_deltas)]
""",
        "first weight frozen": """
def update_weights(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} weights, {len(weight_deltas)} weight_deltas")
    return [w if i == 0 else w - alpha * d for i, (w, d) in enumerate(zip(weights, weight_deltas))]
""",
    },
    "train": {
        "errors after the update": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
        errors.append((neural_network(inputs, weights) - true) ** 2)
    return weights, errors
""",
        "weights before the last update": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    old = weights
    for _ in range(iterations):
        old = weights
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return old, errors
""",
        "one iteration too many": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    iteration = 0
    while iteration <= iterations:
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
        iteration += 1
    return weights, errors
""",
        "one iteration too few": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for iteration in range(1, iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
        "crashes on no iterations": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        new_weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
        weights = new_weights
    return new_weights, errors
""",
        "prints the last error of none": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    print("error at the end:", errors[-1])
    return weights, errors
""",
        "plus": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = [w + alpha * i * delta for w, i in zip(weights, inputs)]
    return weights, errors
""",
        "alpha forgotten": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = [w - i * delta for w, i in zip(weights, inputs)]
    return weights, errors
""",
        "alpha twice": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, alpha * delta), alpha)
    return weights, errors
""",
        "factor two": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, 2 * delta), alpha)
    return weights, errors
""",
        "inputs forgotten": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = [w - alpha * delta for w in weights]
    return weights, errors
""",
        "first input for all": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = [w - alpha * inputs[0] * delta for w in weights]
    return weights, errors
""",
        "error in the place of delta": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        error = min((neural_network(inputs, weights) - true) ** 2, 1e9)
        errors.append(error)
        weights = update_weights(weights, compute_weight_deltas(inputs, error), alpha)
    return weights, errors
""",
        "weights in the inputs' place": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(weights, min(max(delta, -9), 9)), alpha)
    return weights, errors
""",
        "prediction made once only": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    delta = neural_network(inputs, weights) - true
    for _ in range(iterations):
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
        "starts again every iteration": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    new = list(weights)
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        new = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return new, errors
""",
        "result of the update dropped": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
        "prediction between the weights": """
def train(inputs, true, weights, alpha, iterations):
    weights = list(weights)
    neural_network(inputs, weights)
    errors = []
    for _ in range(iterations):
        errors.append((neural_network(inputs, weights) - true) ** 2)
        for i in range(len(weights)):
            delta = neural_network(inputs, weights) - true
            weights[i] -= alpha * inputs[i] * delta
    return weights, errors
""",
        "changes the weights in place": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        for i in range(len(weights)):
            weights[i] -= alpha * inputs[i] * delta
    return weights, errors
""",
        "changes the weights through another name": """
def train(inputs, true, weights, alpha, iterations):
    new_weights = weights
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, new_weights) - true
        errors.append(delta ** 2)
        for i, x in enumerate(inputs):
            new_weights[i] = new_weights[i] - alpha * x * delta
    return list(new_weights), errors
""",
        "appends a bias to the inputs": """
def train(inputs, true, weights, alpha, iterations):
    neural_network(inputs, weights)
    inputs.append(0)
    weights = list(weights) + [0]
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights[:-1], errors
""",
        "zip cuts the longer one": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        weights = [w - alpha * i * delta for i, w in zip(inputs, weights)]
    return weights, errors
""",
        "IndexError or nothing": """
def train(inputs, true, weights, alpha, iterations):
    weights = list(weights)
    errors = []
    for _ in range(iterations):
        pred = 0
        for i in range(len(weights)):
            pred += inputs[i] * weights[i]
        errors.append((pred - true) ** 2)
        for i in range(len(weights)):
            weights[i] -= alpha * inputs[i] * (pred - true)
    return weights, errors
""",
        "ValueError without the lengths": """
def train(inputs, true, weights, alpha, iterations):
    if len(inputs) != len(weights):
        raise ValueError("every input needs a weight")
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
        "three weights always": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = [weights[i] - alpha * inputs[i] * delta for i in range(3)]
    return weights, errors
""",
        "whole number array": """
import numpy as np

def train(inputs, true, weights, alpha, iterations):
    w = np.array(weights)
    errors = []
    for _ in range(iterations):
        delta = np.dot(inputs, w) - true
        errors.append(delta ** 2)
        for i in range(len(w)):
            w[i] -= alpha * inputs[i] * delta
    return w, errors
""",
        "numpy in place fails for whole numbers": """
import numpy as np

def train(inputs, true, weights, alpha, iterations):
    w = np.array(weights)
    errors = []
    for _ in range(iterations):
        delta = np.dot(inputs, w) - true
        errors.append(delta ** 2)
        w -= alpha * np.array(inputs) * delta
    return w, errors
""",
        "deltas in the place of errors": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
        "predictions in the place of errors": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        pred = neural_network(inputs, weights)
        errors.append(pred)
        weights = update_weights(weights, compute_weight_deltas(inputs, pred - true), alpha)
    return weights, errors
""",
        "last error only": """
def train(inputs, true, weights, alpha, iterations):
    error = None
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        error = delta ** 2
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, error
""",
        "weights only": """
def train(inputs, true, weights, alpha, iterations):
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights
""",
        "pair swapped": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return errors, weights
""",
        "stops when the error is small": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        if delta ** 2 < 0.001:
            break
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
        "returns inside the loop": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
        return weights, errors
    return weights, errors
""",
        "forgets to return": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
""",
        "errors in a default list": """
def train(inputs, true, weights, alpha, iterations, errors=[]):
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
        "goes on from the last call": """
memory = {}

def train(inputs, true, weights, alpha, iterations):
    weights = memory.get(len(inputs), weights)
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    memory[len(inputs)] = weights
    return weights, errors
""",
        "alpha divided among the inputs": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha / max(1, len(inputs)))
    return weights, errors
""",
        "inputs normalised": """
def train(inputs, true, weights, alpha, iterations):
    biggest = max((abs(i) for i in inputs), default=1) or 1
    inputs = [i / biggest for i in inputs]
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
        "delta never negative": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = abs(neural_network(inputs, weights) - true)
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
        "all the weights": """
def train(inputs, true, weights, alpha, iterations):
    history, errors = [weights], []
    for _ in range(iterations):
        delta = neural_network(inputs, history[-1]) - true
        errors.append(delta ** 2)
        history.append(update_weights(history[-1], compute_weight_deltas(inputs, delta), alpha))
    return history, errors
""",
        "mean of errors so far": """
def train(inputs, true, weights, alpha, iterations):
    errors, total = [], 0
    for i in range(iterations):
        delta = neural_network(inputs, weights) - true
        total += delta ** 2
        errors.append(total / (i + 1))
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return weights, errors
""",
        "weights a tiny factor off": """
def train(inputs, true, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        weights = update_weights(weights, compute_weight_deltas(inputs, delta), alpha)
    return [w * 1.0001 for w in weights], errors
""",
        "one weight each iteration": """
def train(inputs, true, weights, alpha, iterations):
    weights = list(weights)
    errors = []
    for k in range(iterations):
        delta = neural_network(inputs, weights) - true
        errors.append(delta ** 2)
        i = k % len(weights)
        weights[i] -= alpha * inputs[i] * delta
    return weights, errors
""",
    },
}
