"""Lab 01, a single weight: right and wrong answers, by function and by what is special about each."""

RIGHT: dict[str, dict[str, str]] = {
    "neural_network": {
        "plain product": """
def neural_network(input, weight):
    return input * weight
""",
        "lambda": "neural_network = lambda input, weight: input * weight",
        "named intermediate result": """
def neural_network(input, weight):
    prediction = input * weight
    return prediction
""",
        "operator mul": """
import operator
neural_network = operator.mul
""",
        "numpy multiply": """
import numpy as np

def neural_network(input, weight):
    return np.multiply(input, weight)
""",
        "float32 result": """
import numpy as np

def neural_network(input, weight):
    return np.float32(input * weight)
""",
        "numpy dot of two numbers": """
import numpy as np

def neural_network(input, weight):
    return np.dot(input, weight)
""",
        "type hints and docstring": '''
def neural_network(input: float, weight: float) -> float:
    """Return what the network says."""
    return float(input) * float(weight)
''',
        "class with call": """
class Network:
    def __call__(self, input, weight):
        return weight * input

neural_network = Network()
""",
        "partial with a bias of nothing": """
from functools import partial

def affine(bias, input, weight):
    return input * weight + bias

neural_network = partial(affine, 0)
""",
        "extra optional parameter": """
def neural_network(input, weight, bias=0.0):
    return input * weight + bias
""",
        "prints on the way": """
def neural_network(input, weight):
    pred = input * weight
    print("the network says", pred)
    return pred
""",
        "with asserts": """
def neural_network(input, weight):
    assert input is not None and weight is not None
    pred = weight * input
    assert pred == input * weight
    return pred
""",
        "sum over pairs": """
def neural_network(input, weight):
    return sum(i * w for i, w in [(input, weight)])
""",
        "math prod": """
import math

def neural_network(input, weight):
    return math.prod([input, weight])
""",
        "math fsum": """
import math

def neural_network(input, weight):
    return math.fsum([input * weight])
""",
        "exact fraction turned into a float": """
from fractions import Fraction

def neural_network(input, weight):
    return float(Fraction(input) * Fraction(weight))
""",
        "decorated": """
import functools

def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        print(function.__name__, args, "->", result)
        return result
    return wrapper

@logged
def neural_network(input, weight):
    return input * weight
""",
        "variable arguments": """
def neural_network(*args):
    input, weight = args
    return input * weight
""",
        "zero first as a special case": """
def neural_network(input, weight):
    if input == 0 or weight == 0:
        return 0
    return input * weight
""",
    },
    "compute_error": {
        "plain square": """
def compute_error(pred, true):
    return (pred - true) ** 2
""",
        "lambda": "compute_error = lambda pred, true: (pred - true) ** 2",
        "product with itself": """
def compute_error(pred, true):
    d = pred - true
    return d * d
""",
        "the other way round": """
def compute_error(pred, true):
    return (true - pred) ** 2
""",
        "absolute value squared": """
def compute_error(pred, true):
    return abs(pred - true) ** 2
""",
        "math pow": """
import math

def compute_error(pred, true):
    return math.pow(pred - true, 2)
""",
        "builtin pow": """
def compute_error(pred, true):
    return pow(pred - true, 2)
""",
        "numpy square": """
import numpy as np

def compute_error(pred, true):
    return np.square(np.subtract(pred, true))
""",
        "float32 result": """
import numpy as np

def compute_error(pred, true):
    return np.float32((pred - true) ** 2)
""",
        "power two point zero": """
def compute_error(pred, true):
    return (pred - true) ** 2.0
""",
        "nested helper": """
def compute_error(pred, true):
    def square(x):
        return x * x
    return square(pred - true)
""",
        "type hints": """
def compute_error(pred: float, true: float) -> float:
    miss: float = float(pred) - float(true)
    return miss ** 2
""",
        "assert that it is not negative": """
def compute_error(pred, true):
    error = (pred - true) ** 2
    assert error >= 0, "an error is never negative"
    return error
""",
        "class with call": """
class SquaredError:
    power = 2
    def __call__(self, pred, true):
        return (pred - true) ** self.power

compute_error = SquaredError()
""",
        "numpy mean of one": """
import numpy as np

def compute_error(pred, true):
    return np.mean((np.array([pred], dtype=float) - np.array([true], dtype=float)) ** 2)
""",
        "partial over the power": """
from functools import partial

def power_error(power, pred, true):
    return (pred - true) ** power

compute_error = partial(power_error, 2)
""",
        "branches by side": """
def compute_error(pred, true):
    if pred > true:
        miss = pred - true
    else:
        miss = true - pred
    return miss * miss
""",
        "prints on the way": """
def compute_error(pred, true):
    error = (pred - true) ** 2
    print(f"error: {error:.6f}")
    return error
""",
    },
    "compute_delta": {
        "plain difference": """
def compute_delta(pred, true):
    return pred - true
""",
        "lambda": "compute_delta = lambda pred, true: pred - true",
        "operator sub": """
from operator import sub as compute_delta
""",
        "minus the other way round": """
def compute_delta(pred, true):
    return -(true - pred)
""",
        "sum with a negative": """
def compute_delta(pred, true):
    return sum([pred, -true])
""",
        "numpy subtract": """
import numpy as np

def compute_delta(pred, true):
    return np.subtract(pred, true)
""",
        "float32 result": """
import numpy as np

def compute_delta(pred, true):
    return np.float32(pred - true)
""",
        "type hints": """
def compute_delta(pred: float, true: float) -> float:
    delta: float = float(pred - true)
    return delta
""",
        "in place": """
def compute_delta(pred, true):
    pred -= true
    return pred
""",
        "exact fraction turned into a float": """
from fractions import Fraction

def compute_delta(pred, true):
    return float(Fraction(pred) - Fraction(true))
""",
        "numpy diff": """
import numpy as np

def compute_delta(pred, true):
    return np.diff([true, pred])[0]
""",
        "extra optional parameter": """
def compute_delta(pred, true, scale=1):
    return scale * (pred - true)
""",
        "branches by side": """
def compute_delta(pred, true):
    if pred == true:
        return 0
    elif pred > true:
        return abs(pred - true)
    else:
        return -abs(pred - true)
""",
        "class with static method": """
class Node:
    @staticmethod
    def delta(pred, true):
        return pred - true

compute_delta = Node.delta
""",
        "math fsum": """
import math

def compute_delta(pred, true):
    return math.fsum((pred, -true))
""",
        "keyword only extras": """
def compute_delta(pred, true, *, verbose=False):
    delta = pred - true
    if verbose:
        print("too high" if delta > 0 else "too low", delta)
    return delta
""",
    },
    "compute_weight_delta": {
        "plain product": """
def compute_weight_delta(input, delta):
    return input * delta
""",
        "lambda": "compute_weight_delta = lambda input, delta: delta * input",
        "named intermediate result": """
def compute_weight_delta(input, delta):
    weight_delta = delta * input
    return weight_delta
""",
        "operator mul": """
from operator import mul
compute_weight_delta = mul
""",
        "numpy multiply": """
import numpy as np

def compute_weight_delta(input, delta):
    return np.multiply(input, delta)
""",
        "float32 result": """
import numpy as np

def compute_weight_delta(input, delta):
    return np.float32(input * delta)
""",
        "twice and half": """
def compute_weight_delta(input, delta):
    slope = 2 * input * delta  # the true derivative
    return slope / 2           # the 2 belongs to alpha
""",
        "stopping first": """
def compute_weight_delta(input, delta):
    if input == 0:
        return 0.0
    return input * delta
""",
        "reversal and scaling apart": """
def compute_weight_delta(input, delta):
    direction = -1 if input < 0 else 1
    return direction * abs(input) * delta
""",
        "through the lab's own network": """
def compute_weight_delta(input, delta):
    return neural_network(input, delta)
""",
        "numpy outer of numbers": """
import numpy as np

def compute_weight_delta(input, delta):
    return np.outer(input, delta)[0, 0]
""",
        "reduce": """
from functools import reduce

def compute_weight_delta(input, delta):
    return reduce(lambda a, b: a * b, (input, delta), 1)
""",
        "type hints and assert": """
def compute_weight_delta(input: float, delta: float) -> float:
    result = float(input) * float(delta)
    assert isinstance(result, float)
    return result
""",
        "defaults that nobody uses": """
def compute_weight_delta(input=0.0, delta=0.0):
    return input * delta
""",
        "class with call": """
class WeightDelta:
    def __call__(self, input, delta):
        return input * delta
compute_weight_delta = WeightDelta()
""",
        "numpy sum over an array of one": """
import numpy as np

def compute_weight_delta(input, delta):
    return (np.array([input]) * delta).sum()
""",
    },
    "update_weight": {
        "one line": """
def update_weight(weight, weight_delta, alpha):
    return weight - alpha * weight_delta
""",
        "in place": """
def update_weight(weight, weight_delta, alpha):
    weight -= alpha * weight_delta
    return weight
""",
        "lambda": "update_weight = lambda weight, weight_delta, alpha: weight - weight_delta * alpha",
        "plus a negative step": """
def update_weight(weight, weight_delta, alpha):
    step = -alpha * weight_delta
    return weight + step
""",
        "numpy functions": """
import numpy as np

def update_weight(weight, weight_delta, alpha):
    return np.subtract(weight, np.multiply(alpha, weight_delta))
""",
        "float32 result": """
import numpy as np

def update_weight(weight, weight_delta, alpha):
    return np.float32(weight - alpha * weight_delta)
""",
        "numpy array of one": """
import numpy as np

def update_weight(weight, weight_delta, alpha):
    w = np.array([weight], dtype=float)
    w -= alpha * weight_delta
    return w[0]
""",
        "python float from numpy": """
import numpy as np

def update_weight(weight, weight_delta, alpha):
    w = np.float64(weight)
    return (w - np.float64(alpha) * weight_delta).item()
""",
        "exact fractions": """
from fractions import Fraction

def update_weight(weight, weight_delta, alpha):
    return float(Fraction(weight) - Fraction(alpha) * Fraction(weight_delta))
""",
        "sum of two terms": """
def update_weight(weight, weight_delta, alpha):
    return sum((weight, -(alpha * weight_delta)))
""",
        "dot product of coefficients": """
import numpy as np

def update_weight(weight, weight_delta, alpha):
    return np.dot([1, -alpha], [weight, weight_delta])
""",
        "nested helper": """
def update_weight(weight, weight_delta, alpha):
    def step():
        return alpha * weight_delta
    return weight - step()
""",
        "type hints and print": """
def update_weight(weight: float, weight_delta: float, alpha: float) -> float:
    new_weight = weight - (alpha * weight_delta)
    print(f"{weight} -> {new_weight}")
    return new_weight
""",
        "extra optional parameter": """
def update_weight(weight, weight_delta, alpha, decay=0):
    return weight * (1 - decay) - alpha * weight_delta
""",
        "class with call": """
class GradientDescent:
    def __call__(self, weight, weight_delta, alpha):
        return weight - alpha * weight_delta

update_weight = GradientDescent()
""",
        "early return for no move": """
def update_weight(weight, weight_delta, alpha):
    if weight_delta == 0 or alpha == 0:
        return weight
    return weight - alpha * weight_delta
""",
        "numpy polyval": """
import numpy as np

def update_weight(weight, weight_delta, alpha):
    return np.polyval([-weight_delta, weight], alpha)
""",
    },
    "train": {
        "calls all helpers": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        delta = compute_delta(pred, true)
        weight_delta = compute_weight_delta(input, delta)
        weight = update_weight(weight, weight_delta, alpha)
    return weight, errors
""",
        "all inline": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
        "returns a list for the pair": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = input * weight
        errors += [(pred - true) ** 2]
        weight = weight - alpha * (input * (pred - true))
    return [weight, errors]
""",
        "errors as a numpy array": """
import numpy as np

def train(input, true, weight, alpha, iterations):
    errors = np.zeros(iterations)
    for i in range(iterations):
        pred = input * weight
        errors[i] = (pred - true) ** 2
        weight = weight - alpha * input * (pred - true)
    return weight, errors
""",
        "errors as a tuple": """
def train(input, true, weight, alpha, iterations):
    errors = ()
    for i in range(iterations):
        pred = input * weight
        errors = errors + ((pred - true) ** 2,)
        weight = weight - alpha * input * (pred - true)
    return weight, errors
""",
        "while loop": """
def train(input, true, weight, alpha, iterations):
    errors = []
    done = 0
    while done < iterations:
        pred = neural_network(input, weight)
        delta = pred - true
        errors.append(delta * delta)
        weight -= delta * input * alpha
        done += 1
    return (weight, errors)
""",
        "recursion": """
def train(input, true, weight, alpha, iterations):
    if iterations == 0:
        return weight, []
    pred = input * weight
    error = (pred - true) ** 2
    new_weight = weight - alpha * input * (pred - true)
    last, rest = train(input, true, new_weight, alpha, iterations - 1)
    return last, [error] + rest
""",
        "generator": """
def train(input, true, weight, alpha, iterations):
    final = [weight]
    def steps():
        w = weight
        for _ in range(iterations):
            pred = input * w
            yield (pred - true) ** 2
            w = w - alpha * input * (pred - true)
            final[0] = w
    errors = list(steps())
    return final[0], errors
""",
        "float32 results": """
import numpy as np

def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        pred = input * weight
        errors.append((pred - true) ** 2)
        weight = weight - alpha * input * (pred - true)
    return np.float32(weight), np.array(errors, dtype=np.float32)
""",
        "history of weights first": """
def train(input, true, weight, alpha, iterations):
    weights = [weight]
    for _ in range(iterations):
        weights.append(weights[-1] - alpha * (input * weights[-1] - true) * input)
    errors = [(input * w - true) ** 2 for w in weights[:-1]]
    return weights[-1], errors
""",
        "reduce": """
from functools import reduce

def train(input, true, weight, alpha, iterations):
    def step(state, _):
        w, errors = state
        delta = w * input - true
        return w - alpha * delta * input, errors + [delta ** 2]
    return reduce(step, range(iterations), (weight, []))
""",
        "accumulate": """
from itertools import accumulate

def train(input, true, weight, alpha, iterations):
    weights = list(accumulate(range(iterations), lambda w, _: w - alpha * input * (input * w - true), initial=weight))
    return weights[-1], [(input * w - true) ** 2 for w in weights[:-1]]
""",
        "preallocated list": """
def train(input, true, weight, alpha, iterations):
    errors = [0.0] * iterations
    for i in range(len(errors)):
        pred = weight * input
        errors[i] = (true - pred) ** 2
        weight += alpha * input * (true - pred)
    return weight, errors
""",
        "prints every iteration": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for iteration in range(1, iterations + 1):
        pred = neural_network(input, weight)
        error = compute_error(pred, true)
        print("Iteration", iteration, "Error:", error, "Prediction:", pred)
        errors.append(error)
        weight = update_weight(weight, compute_weight_delta(input, compute_delta(pred, true)), alpha)
    print("done")
    return weight, errors
""",
        "extra optional parameters": """
def train(input, true, weight, alpha, iterations, verbose=False, callback=None):
    errors = []
    for iteration in range(iterations):
        pred = input * weight
        errors.append((pred - true) ** 2)
        weight = weight - alpha * input * (pred - true)
        if verbose:
            print(iteration, errors[-1])
        if callback:
            callback(iteration, weight)
    return weight, errors
""",
        "class that learns": """
class Learner:
    def __init__(self, weight, alpha):
        self.weight, self.alpha, self.errors = weight, alpha, []

    def step(self, input, true):
        delta = input * self.weight - true
        self.errors.append(delta ** 2)
        self.weight = self.weight - self.alpha * delta * input

def train(input, true, weight, alpha, iterations):
    learner = Learner(weight, alpha)
    for _ in range(iterations):
        learner.step(input, true)
    return learner.weight, learner.errors
""",
        "closed form of the pull towards the target": """
def train(input, true, weight, alpha, iterations):
    # delta shrinks by the same factor in every iteration
    delta, factor, errors = input * weight - true, 1 - alpha * input * input, []
    for _ in range(iterations):
        errors.append(delta * delta)
        weight = weight - alpha * input * delta
        delta = delta * factor
    return weight, errors
""",
        "numpy numbers and asserts": """
import numpy as np

def train(input, true, weight, alpha, iterations):
    assert iterations >= 0
    w = np.float64(weight)
    errors = []
    for _ in range(iterations):
        delta = w * input - true
        errors.append(np.square(delta))
        w = w - alpha * input * delta
    assert len(errors) == iterations
    return w, errors
""",
        "type hints": """
def train(input: float, true: float, weight: float, alpha: float, iterations: int) -> tuple[float, list[float]]:
    errors: list[float] = []
    current: float = float(weight)
    for _ in range(int(iterations)):
        pred: float = neural_network(input, current)
        errors.append(compute_error(pred, true))
        current = update_weight(current, compute_weight_delta(input, compute_delta(pred, true)), alpha)
    return current, errors
""",
    },
}

# Right in their formulas; only the precision of float32 arithmetic, or of a form that cancels, stands in the way.
BORDERLINE: dict[str, dict[str, str]] = {
    "compute_error": {
        "expanded square": """
def compute_error(pred, true):
    return pred * pred - 2 * pred * true + true * true
""",
        "float32 everywhere": """
import numpy as np

def compute_error(pred, true):
    return (np.float32(pred) - np.float32(true)) ** 2
""",
    },
    "compute_delta": {
        "float32 everywhere": """
import numpy as np

def compute_delta(pred, true):
    return np.float32(pred) - np.float32(true)
""",
    },
    "update_weight": {
        "float32 everywhere": """
import numpy as np

def update_weight(weight, weight_delta, alpha):
    return np.float32(weight) - np.float32(alpha) * np.float32(weight_delta)
""",
    },
    "train": {
        "float32 everywhere": """
import numpy as np

def train(input, true, weight, alpha, iterations):
    input, true, weight, alpha = (np.float32(v) for v in (input, true, weight, alpha))
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta * delta)
        weight = weight - alpha * input * delta
    return weight, errors
""",
        "float32 array of errors and weight": """
import numpy as np

def train(input, true, weight, alpha, iterations):
    w = np.array(weight, dtype=np.float32)
    errors = np.empty(iterations, dtype=np.float32)
    for i in range(iterations):
        delta = w * np.float32(input) - np.float32(true)
        errors[i] = delta ** 2
        w = w - np.float32(alpha) * (np.float32(input) * delta)
    return w, errors
""",
        "only the weight is float32": """
import numpy as np

def train(input, true, weight, alpha, iterations):
    errors = []
    weight = np.float32(weight)
    for _ in range(iterations):
        delta = float(weight) * input - true
        errors.append(delta ** 2)
        weight = np.float32(weight - alpha * input * delta)
    return weight, errors
""",
    },
}

WRONG: dict[str, dict[str, str]] = {
    "neural_network": {
        "sum instead of product": "def neural_network(input, weight):\n    return input + weight",
        "difference": "def neural_network(input, weight):\n    return input - weight",
        "division": """
def neural_network(input, weight):
    return input / weight if weight else 0
""",
        "weight squared": "def neural_network(input, weight):\n    return input * weight ** 2",
        "input only": "def neural_network(input, weight):\n    return input",
        "weight only": "def neural_network(input, weight):\n    return weight",
        "input to the power of the weight": """
def neural_network(input, weight):
    return abs(input) ** weight if input else 0
""",
        "absolute value": "def neural_network(input, weight):\n    return abs(input * weight)",
        "cut off below zero": "def neural_network(input, weight):\n    return max(0, input * weight)",
        "cut off above one": "def neural_network(input, weight):\n    return min(1, input * weight)",
        "whole number": "def neural_network(input, weight):\n    return int(input * weight)",
        "rounded to two places": "def neural_network(input, weight):\n    return round(input * weight, 2)",
        "forgets to return": """
def neural_network(input, weight):
    pred = input * weight
""",
        "prints instead of returning": """
def neural_network(input, weight):
    print(input * weight)
""",
        "text": """
def neural_network(input, weight):
    return f"{input * weight}"
""",
        "list of one": "def neural_network(input, weight):\n    return [input * weight]",
        "trailing comma makes a tuple": "def neural_network(input, weight):\n    return input * weight,",
        "win or lose": "def neural_network(input, weight):\n    return 1 if input * weight > 0.5 else 0",
        "sigmoid on top": """
import math

def neural_network(input, weight):
    return 1 / (1 + math.exp(-max(-700, min(700, input * weight))))
""",
        "weight fixed at the lab's": "def neural_network(input, weight):\n    return input * 0.1",
        "input fixed at the lab's": "def neural_network(input, weight):\n    return 8.5 * weight",
        "bias of one": "def neural_network(input, weight):\n    return input * weight + 1",
        "negative": "def neural_network(input, weight):\n    return -input * weight",
        "half": "def neural_network(input, weight):\n    return input * weight / 2",
        "a tiny factor off": "def neural_network(input, weight):\n    return input * weight * 1.0001",
        "a tiny bias": "def neural_network(input, weight):\n    return input * weight + 0.001",
        "nothing for zero": """
def neural_network(input, weight):
    if input:
        return input * weight
""",
        "refuses negative inputs": """
def neural_network(input, weight):
    if input < 0:
        raise ValueError("an average number of toes can't be negative")
    return input * weight
""",
        "refuses whole numbers": """
def neural_network(input, weight):
    assert isinstance(weight, float), "weight must be a float"
    return input * weight
""",
        "adds up between calls": """
total = 0

def neural_network(input, weight):
    global total
    total += input * weight
    return total
""",
        "remembers the first weight": """
def neural_network(input, weight, memory={}):
    memory.setdefault("weight", weight)
    return input * memory["weight"]
""",
        "matrix product of numbers": "def neural_network(input, weight):\n    return input @ weight",
        "floor of the product": "def neural_network(input, weight):\n    return input * weight // 1",
        "parameters missing": "def neural_network(input):\n    return input * 0.1",
        "the dots of the template": "def neural_network(input, weight):\n    ...",
        "error instead of prediction": """
def neural_network(input, weight):
    return (input * weight - 1) ** 2
""",
    },
    "compute_error": {
        "delta": "def compute_error(pred, true):\n    return pred - true",
        "absolute difference": "def compute_error(pred, true):\n    return abs(pred - true)",
        "times two instead of squared": "def compute_error(pred, true):\n    return (pred - true) * 2",
        "difference of squares": "def compute_error(pred, true):\n    return pred ** 2 - true ** 2",
        "missing brackets": "def compute_error(pred, true):\n    return pred - true ** 2",
        "half the square": "def compute_error(pred, true):\n    return (pred - true) ** 2 / 2",
        "twice the square": "def compute_error(pred, true):\n    return 2 * (pred - true) ** 2",
        "square root": "def compute_error(pred, true):\n    return ((pred - true) ** 2) ** 0.5",
        "cubed": "def compute_error(pred, true):\n    return (pred - true) ** 3",
        "absolute cube": "def compute_error(pred, true):\n    return abs(pred - true) ** 3",
        "to the fourth": "def compute_error(pred, true):\n    return ((pred - true) ** 2) ** 2",
        "sum squared": "def compute_error(pred, true):\n    return (pred + true) ** 2",
        "caret instead of power": "def compute_error(pred, true):\n    return (pred - true) ^ 2",
        "relative to the truth": """
def compute_error(pred, true):
    return ((pred - true) / true) ** 2 if true else pred ** 2
""",
        "only when too high": "def compute_error(pred, true):\n    return max(0, pred - true) ** 2",
        "only when too low": "def compute_error(pred, true):\n    return max(0, true - pred) ** 2",
        "negative when too low": """
def compute_error(pred, true):
    d = pred - true
    return d ** 2 if d > 0 else -d ** 2
""",
        "minus of the square": "def compute_error(pred, true):\n    return -(pred - true) ** 2",
        "rounded": "def compute_error(pred, true):\n    return round((pred - true) ** 2, 4)",
        "whole number": "def compute_error(pred, true):\n    return int((pred - true) ** 2)",
        "difference made whole first": "def compute_error(pred, true):\n    return int(pred - true) ** 2",
        "forgets to return": "def compute_error(pred, true):\n    error = (pred - true) ** 2",
        "prints instead of returning": "def compute_error(pred, true):\n    print((pred - true) ** 2)",
        "text": "def compute_error(pred, true):\n    return str((pred - true) ** 2)",
        "list of one": "def compute_error(pred, true):\n    return [(pred - true) ** 2]",
        "numpy array of one": """
import numpy as np

def compute_error(pred, true):
    return np.array([[(pred - true) ** 2]])
""",
        "truth fixed at one": "def compute_error(pred, true):\n    return (pred - 1) ** 2",
        "truth forgotten": "def compute_error(pred, true):\n    return pred ** 2",
        "product": "def compute_error(pred, true):\n    return (pred * true) ** 2",
        "huber": """
def compute_error(pred, true):
    d = abs(pred - true)
    return d ** 2 if d <= 1 else 2 * d - 1
""",
        "capped at one": "def compute_error(pred, true):\n    return min(1.0, (pred - true) ** 2)",
        "zero when close enough": """
def compute_error(pred, true):
    error = (pred - true) ** 2
    return 0 if error < 0.001 else error
""",
        "a tiny factor off": "def compute_error(pred, true):\n    return (pred - true) ** 2 * 1.0001",
        "power not quite two": "def compute_error(pred, true):\n    return abs(pred - true) ** 2.001",
        "collects in a default list": """
def compute_error(pred, true, errors=[]):
    errors.append((pred - true) ** 2)
    return sum(errors)
""",
        "mean over the calls": """
count, total = 0, 0

def compute_error(pred, true):
    global count, total
    count += 1
    total += (pred - true) ** 2
    return total / count
""",
        "yes or no": "def compute_error(pred, true):\n    return pred != true",
        "cross entropy": """
import math

def compute_error(pred, true):
    p = min(max(pred, 1e-9), 1 - 1e-9)
    return -(true * math.log(p) + (1 - true) * math.log(1 - p))
""",
    },
    "compute_delta": {
        "the other way round": "def compute_delta(pred, true):\n    return true - pred",
        "absolute": "def compute_delta(pred, true):\n    return abs(pred - true)",
        "error": "def compute_delta(pred, true):\n    return (pred - true) ** 2",
        "twice": "def compute_delta(pred, true):\n    return 2 * (pred - true)",
        "half": "def compute_delta(pred, true):\n    return (pred - true) / 2",
        "relative": """
def compute_delta(pred, true):
    return (pred - true) / true if true else pred
""",
        "sign only": "def compute_delta(pred, true):\n    return (pred > true) - (pred < true)",
        "prediction only": "def compute_delta(pred, true):\n    return pred",
        "truth only": "def compute_delta(pred, true):\n    return true",
        "sum": "def compute_delta(pred, true):\n    return pred + true",
        "product": "def compute_delta(pred, true):\n    return pred * true",
        "rounded": "def compute_delta(pred, true):\n    return round(pred - true, 2)",
        "whole number": "def compute_delta(pred, true):\n    return int(pred - true)",
        "never negative": "def compute_delta(pred, true):\n    return max(0, pred - true)",
        "never positive": "def compute_delta(pred, true):\n    return min(0, pred - true)",
        "forgets to return": "def compute_delta(pred, true):\n    delta = pred - true",
        "prints instead of returning": "def compute_delta(pred, true):\n    print(pred - true)",
        "text": "def compute_delta(pred, true):\n    return '%f' % (pred - true)",
        "list of one": "def compute_delta(pred, true):\n    return [pred - true]",
        "truth fixed at one": "def compute_delta(pred, true):\n    return pred - 1",
        "truth made yes or no": "def compute_delta(pred, true):\n    return pred - bool(true)",
        "capped": "def compute_delta(pred, true):\n    return max(-1, min(1, pred - true))",
        "signed square": "def compute_delta(pred, true):\n    return (pred - true) * abs(pred - true)",
        "square root of the error": "def compute_delta(pred, true):\n    return ((pred - true) ** 2) ** 0.5",
        "already times alpha": "def compute_delta(pred, true):\n    return 0.01 * (pred - true)",
        "already times the input": "def compute_delta(pred, true):\n    return 8.5 * (pred - true)",
        "a tiny factor off": "def compute_delta(pred, true):\n    return (pred - true) * 0.9999",
        "truth squared": "def compute_delta(pred, true):\n    return pred - true ** 2",
        "difference between calls": """
last = 0

def compute_delta(pred, true):
    global last
    change = (pred - true) - last
    last = pred - true
    return change
""",
        "none when right": """
def compute_delta(pred, true):
    if pred > true:
        return pred - true
    elif pred < true:
        return pred - true
""",
        "both in a pair": "def compute_delta(pred, true):\n    return pred - true, (pred - true) ** 2",
        "refuses a negative truth": """
def compute_delta(pred, true):
    assert true >= 0
    return pred - true
""",
        "mean of the two": "def compute_delta(pred, true):\n    return (pred + true) / 2",
    },
    "compute_weight_delta": {
        "sum": "def compute_weight_delta(input, delta):\n    return input + delta",
        "difference": "def compute_weight_delta(input, delta):\n    return input - delta",
        "delta only": "def compute_weight_delta(input, delta):\n    return delta",
        "input only": "def compute_weight_delta(input, delta):\n    return input",
        "factor two": "def compute_weight_delta(input, delta):\n    return 2 * input * delta",
        "half": "def compute_weight_delta(input, delta):\n    return input * delta / 2",
        "delta squared": "def compute_weight_delta(input, delta):\n    return input * delta ** 2",
        "input squared": "def compute_weight_delta(input, delta):\n    return input ** 2 * delta",
        "sign the wrong way": "def compute_weight_delta(input, delta):\n    return -input * delta",
        "absolute": "def compute_weight_delta(input, delta):\n    return abs(input * delta)",
        "absolute input, no reversal": "def compute_weight_delta(input, delta):\n    return abs(input) * delta",
        "absolute delta": "def compute_weight_delta(input, delta):\n    return input * abs(delta)",
        "delta divided by the input": """
def compute_weight_delta(input, delta):
    return delta / input if input != 0 else 0
""",
        "input divided by delta": """
def compute_weight_delta(input, delta):
    return input / delta if delta else 0
""",
        "no stopping at zero": "def compute_weight_delta(input, delta):\n    return input * delta if input else delta",
        "stops negative inputs too": "def compute_weight_delta(input, delta):\n    return input * delta if input > 0 else 0",
        "direction only, no scaling": """
def compute_weight_delta(input, delta):
    if input == 0:
        return 0
    return delta if input > 0 else -delta
""",
        "alpha already in": "def compute_weight_delta(input, delta):\n    return 0.01 * input * delta",
        "input fixed at the lab's": "def compute_weight_delta(input, delta):\n    return 8.5 * delta",
        "whole number": "def compute_weight_delta(input, delta):\n    return int(input * delta)",
        "rounded": "def compute_weight_delta(input, delta):\n    return round(input * delta, 3)",
        "forgets to return": "def compute_weight_delta(input, delta):\n    weight_delta = input * delta",
        "prints instead of returning": "def compute_weight_delta(input, delta):\n    print(input * delta)",
        "text": "def compute_weight_delta(input, delta):\n    return str(input * delta)",
        "list of one": "def compute_weight_delta(input, delta):\n    return [input * delta]",
        "a tiny factor off": "def compute_weight_delta(input, delta):\n    return input * delta * 1.0001",
        "nan for zero": """
def compute_weight_delta(input, delta):
    return input * delta if input != 0 else float("nan")
""",
        "nothing for zero delta": """
def compute_weight_delta(input, delta):
    if delta != 0:
        return input * delta
""",
        "capped at one": "def compute_weight_delta(input, delta):\n    return max(-1, min(1, input * delta))",
        "adds up between calls": """
def compute_weight_delta(input, delta, so_far=[0]):
    so_far[0] += input * delta
    return so_far[0]
""",
        "delta made of the input again": """
def compute_weight_delta(input, delta):
    return input * (input - delta)
""",
        "both squared": "def compute_weight_delta(input, delta):\n    return delta ** 2 * input ** 2",
        "the weight in the input's place": """
weight = 0.1

def compute_weight_delta(input, delta):
    return weight * delta
""",
        "undefined name": "def compute_weight_delta(input, delta):\n    return inputs * delta",
        "wins only": """
def compute_weight_delta(input, delta):
    if delta > 0:
        return input * delta
    return 0
""",
    },
    "update_weight": {
        "plus": "def update_weight(weight, weight_delta, alpha):\n    return weight + alpha * weight_delta",
        "alpha forgotten": "def update_weight(weight, weight_delta, alpha):\n    return weight - weight_delta",
        "alpha twice": "def update_weight(weight, weight_delta, alpha):\n    return weight - alpha * alpha * weight_delta",
        "weight_delta forgotten": "def update_weight(weight, weight_delta, alpha):\n    return weight - alpha",
        "factor two": "def update_weight(weight, weight_delta, alpha):\n    return weight - 2 * alpha * weight_delta",
        "half": "def update_weight(weight, weight_delta, alpha):\n    return weight - alpha * weight_delta / 2",
        "brackets around the difference": """
def update_weight(weight, weight_delta, alpha):
    return alpha * (weight - weight_delta)
""",
        "missing brackets": """
def update_weight(weight, weight_delta, alpha):
    return (weight - alpha) * weight_delta
""",
        "alpha on the weight": "def update_weight(weight, weight_delta, alpha):\n    return alpha * weight - weight_delta",
        "multiplies the weight": "def update_weight(weight, weight_delta, alpha):\n    return weight * (1 - alpha * weight_delta)",
        "the step only": "def update_weight(weight, weight_delta, alpha):\n    return alpha * weight_delta",
        "the negative step only": "def update_weight(weight, weight_delta, alpha):\n    return -alpha * weight_delta",
        "difference the wrong way": "def update_weight(weight, weight_delta, alpha):\n    return alpha * weight_delta - weight",
        "divided by alpha": """
def update_weight(weight, weight_delta, alpha):
    return weight - weight_delta / alpha if alpha else weight
""",
        "alpha plus weight_delta": "def update_weight(weight, weight_delta, alpha):\n    return weight - (alpha + weight_delta)",
        "alpha fixed at the lab's": "def update_weight(weight, weight_delta, alpha):\n    return weight - 0.01 * weight_delta",
        "weight fixed at the lab's": "def update_weight(weight, weight_delta, alpha):\n    return 0.1 - alpha * weight_delta",
        "sign of the weight_delta only": """
def update_weight(weight, weight_delta, alpha):
    if weight_delta > 0:
        return weight - alpha
    if weight_delta < 0:
        return weight + alpha
    return weight
""",
        "always downwards": "def update_weight(weight, weight_delta, alpha):\n    return weight - abs(alpha * weight_delta)",
        "never below zero": "def update_weight(weight, weight_delta, alpha):\n    return max(0, weight - alpha * weight_delta)",
        "between zero and one": """
def update_weight(weight, weight_delta, alpha):
    return min(1, max(0, weight - alpha * weight_delta))
""",
        "step capped": """
def update_weight(weight, weight_delta, alpha):
    step = max(-0.1, min(0.1, alpha * weight_delta))
    return weight - step
""",
        "rounded": "def update_weight(weight, weight_delta, alpha):\n    return round(weight - alpha * weight_delta, 4)",
        "whole number": "def update_weight(weight, weight_delta, alpha):\n    return int(weight - alpha * weight_delta)",
        "forgets to return": """
def update_weight(weight, weight_delta, alpha):
    weight -= alpha * weight_delta
""",
        "returns too early": """
def update_weight(weight, weight_delta, alpha):
    return weight
    weight -= alpha * weight_delta
""",
        "prints instead of returning": "def update_weight(weight, weight_delta, alpha):\n    print(weight - alpha * weight_delta)",
        "text": "def update_weight(weight, weight_delta, alpha):\n    return str(weight - alpha * weight_delta)",
        "list of one": "def update_weight(weight, weight_delta, alpha):\n    return [weight - alpha * weight_delta]",
        "comparison instead of assignment": """
def update_weight(weight, weight_delta, alpha):
    weight == weight - alpha * weight_delta
    return weight
""",
        "assigns minus": """
def update_weight(weight, weight_delta, alpha):
    weight =- alpha * weight_delta
    return weight
""",
        "a tiny factor off": "def update_weight(weight, weight_delta, alpha):\n    return (weight - alpha * weight_delta) * 1.0001",
        "momentum between calls": """
velocity = 0

def update_weight(weight, weight_delta, alpha):
    global velocity
    velocity = 0.9 * velocity + alpha * weight_delta
    return weight - velocity
""",
        "weight decay": "def update_weight(weight, weight_delta, alpha):\n    return 0.999 * weight - alpha * weight_delta",
        "old and new": """
def update_weight(weight, weight_delta, alpha):
    return weight, weight - alpha * weight_delta
""",
        "arguments in another order": "def update_weight(weight_delta, weight, alpha):\n    return weight - alpha * weight_delta",
        "raises when alpha is above one": """
def update_weight(weight, weight_delta, alpha):
    if not 0 < alpha <= 1:
        raise ValueError("alpha must be between 0 and 1")
    return weight - alpha * weight_delta
""",
        "keeps the old weight when small": """
def update_weight(weight, weight_delta, alpha):
    if abs(weight_delta) < 0.01:
        return weight
    return weight - alpha * weight_delta
""",
        "alpha overwritten with one": "def update_weight(weight, weight_delta, alpha=1):\n    alpha = 1\n    return weight - alpha * weight_delta",
    },
    "train": {
        "errors after the update": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        weight -= alpha * input * delta
        errors.append((input * weight - true) ** 2)
    return weight, errors
""",
        "weight before the last update": """
def train(input, true, weight, alpha, iterations):
    errors = []
    before = weight
    for _ in range(iterations):
        before = weight
        delta = input * weight - true
        errors.append(delta ** 2)
        weight = weight - alpha * input * delta
    return before, errors
""",
        "one iteration too many": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations + 1):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
        "one iteration too few": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(1, iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
        "do while loop, at least one iteration": """
def train(input, true, weight, alpha, iterations):
    errors = []
    i = 0
    while True:
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
        i += 1
        if i >= iterations:
            break
    return weight, errors
""",
        "an extra error at the end": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        pred = input * weight
        errors.append((pred - true) ** 2)
        weight -= alpha * input * (pred - true)
    errors.append((input * weight - true) ** 2)
    return weight, errors
""",
        "crashes on no iterations": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for i in range(iterations):
        pred = input * weight
        error = (pred - true) ** 2
        errors.append(error)
        weight -= alpha * input * (pred - true)
    print("final error", error)
    return weight, errors
""",
        "plus": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight += alpha * input * delta
    return weight, errors
""",
        "alpha forgotten": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= input * delta
    return weight, errors
""",
        "alpha twice": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = compute_delta(neural_network(input, weight), true)
        errors.append(delta ** 2)
        weight = update_weight(weight, alpha * compute_weight_delta(input, delta), alpha)
    return weight, errors
""",
        "factor two": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        pred = input * weight
        errors.append((pred - true) ** 2)
        gradient = 2 * input * (pred - true)
        weight -= alpha * gradient
    return weight, errors
""",
        "input forgotten": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * delta
    return weight, errors
""",
        "error in the place of delta": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        error = (input * weight - true) ** 2
        errors.append(error)
        weight -= alpha * input * error
        if abs(weight) > 1e6:
            weight = 1e6
    return weight, errors
""",
        "prediction made once only": """
def train(input, true, weight, alpha, iterations):
    errors = []
    pred = input * weight
    for _ in range(iterations):
        delta = pred - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
        "starts again every iteration": """
def train(input, true, weight, alpha, iterations):
    errors = []
    new_weight = weight
    for _ in range(iterations):
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        new_weight = update_weight(weight, compute_weight_delta(input, compute_delta(pred, true)), alpha)
    return new_weight, errors
""",
        "deltas in the place of errors": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta)
        weight -= alpha * input * delta
    return weight, errors
""",
        "absolute deltas in the place of errors": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(abs(delta))
        weight -= alpha * input * delta
    return weight, errors
""",
        "predictions in the place of errors": """
def train(input, true, weight, alpha, iterations):
    preds = []
    for _ in range(iterations):
        pred = input * weight
        preds.append(pred)
        weight -= alpha * input * (pred - true)
    return weight, preds
""",
        "stops when the error is small": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        if errors[-1] < 0.001:
            break
        weight -= alpha * input * delta
    return weight, errors
""",
        "stops when the error grows": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        if errors and delta ** 2 > errors[-1]:
            break
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
        "weight never below zero": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight = max(0, weight - alpha * input * delta)
    return weight, errors
""",
        "weight only": """
def train(input, true, weight, alpha, iterations):
    for _ in range(iterations):
        weight -= alpha * input * (input * weight - true)
    return weight
""",
        "errors only": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return errors
""",
        "pair swapped": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return errors, weight
""",
        "the last error only": """
def train(input, true, weight, alpha, iterations):
    error = []
    for _ in range(iterations):
        delta = input * weight - true
        error = delta ** 2
        weight -= alpha * input * delta
    return weight, error
""",
        "the sum of the errors": """
def train(input, true, weight, alpha, iterations):
    total = 0
    for _ in range(iterations):
        delta = input * weight - true
        total += delta ** 2
        weight -= alpha * input * delta
    return weight, total
""",
        "errors added up on the way": """
def train(input, true, weight, alpha, iterations):
    errors, total = [], 0
    for _ in range(iterations):
        delta = input * weight - true
        total += delta ** 2
        errors.append(total)
        weight -= alpha * input * delta
    return weight, errors
""",
        "all the weights": """
def train(input, true, weight, alpha, iterations):
    weights, errors = [weight], []
    for _ in range(iterations):
        delta = input * weights[-1] - true
        errors.append(delta ** 2)
        weights.append(weights[-1] - alpha * input * delta)
    return weights, errors
""",
        "errors in a default list": """
def train(input, true, weight, alpha, iterations, errors=[]):
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
        "keeps learning from call to call": """
state = {}

def train(input, true, weight, alpha, iterations):
    w = state.get("weight", weight)
    errors = []
    for _ in range(iterations):
        delta = input * w - true
        errors.append(delta ** 2)
        w -= alpha * input * delta
    state["weight"] = w
    return w, errors
""",
        "four iterations always": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(4):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
        "returns inside the loop": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
        return weight, errors
    return weight, errors
""",
        "forgets to return": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
""",
        "errors emptied every iteration": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        errors = []
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
        "truth fixed at one": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - 1
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
        "alpha fixed at the lab's": """
def train(input, true, weight, alpha, iterations):
    alpha = 0.01
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
        "alpha shrinks": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for i in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
        alpha *= 0.99
    return weight, errors
""",
        "hot and cold": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        here = (input * weight - true) ** 2
        up = (input * (weight + alpha) - true) ** 2
        down = (input * (weight - alpha) - true) ** 2
        errors.append(here)
        if up < down:
            weight += alpha
        elif down < up:
            weight -= alpha
    return weight, errors
""",
        "step capped at one": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight_delta = max(-1, min(1, input * delta))
        weight -= alpha * weight_delta
    return weight, errors
""",
        "weight rounded": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight = round(weight - alpha * input * delta, 4)
    return weight, errors
""",
        "errors rounded": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(round(delta ** 2, 5))
        weight -= alpha * input * delta
    return weight, errors
""",
        "errors as whole numbers": """
import numpy as np

def train(input, true, weight, alpha, iterations):
    errors = np.zeros(iterations, dtype=int)
    for i in range(iterations):
        delta = input * weight - true
        errors[i] = delta ** 2
        weight -= alpha * input * delta
    return weight, errors
""",
        "errors as a generator": """
def train(input, true, weight, alpha, iterations):
    weights = [weight]
    for _ in range(iterations):
        weights.append(weights[-1] - alpha * input * (input * weights[-1] - true))
    return weights[-1], ((input * w - true) ** 2 for w in weights[:-1])
""",
        "each error in its own list": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append([delta ** 2])
        weight -= alpha * input * delta
    return weight, errors
""",
        "errors backwards": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.insert(0, delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
        "a dictionary": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return {"weight": weight, "errors": errors}
""",
        "three results": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors, input * weight
""",
        "two updates each iteration": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        weight = update_weight(weight, compute_weight_delta(input, compute_delta(pred, true)), alpha)
        weight -= alpha * compute_weight_delta(input, compute_delta(pred, true))
    return weight, errors
""",
        "weight a tiny factor off": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight * 1.0001, errors
""",
        "result of the update dropped": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        update_weight(weight, compute_weight_delta(input, compute_delta(pred, true)), alpha)
    return weight, errors
""",
        "exact solution at once": """
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        errors.append((input * weight - true) ** 2)
        if input:
            weight = true / input
    return weight, errors
""",
        "no error when no iterations is an error": """
def train(input, true, weight, alpha, iterations):
    if iterations < 1:
        raise ValueError("iterations must be at least 1")
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta ** 2)
        weight -= alpha * input * delta
    return weight, errors
""",
    },
}
