"""Lab 01: answers that were written without a look at the library of wrong formulas."""

WRONG = {
    "neural_network": {
        "adds instead of multiplying": r"""
def neural_network(input, weight):
    pred = input + weight
    return pred
""",
        "forgot return": r"""
def neural_network(input, weight):
    pred = input * weight
""",
        "prints the prediction, returns nothing": r"""
def neural_network(input, weight):
    print("prediction:", input * weight)
""",
        "divides by the weight": r"""
def neural_network(input, weight):
    return input / weight
""",
        "rounds to two decimals": r"""
def neural_network(input, weight):
    prediction = input * weight
    return round(prediction, 2)
""",
        "turns it into a yes or no": r"""
def neural_network(input, weight):
    pred = input * weight
    if pred > 0.5:
        return 1
    else:
        return 0
""",
        "whole toes only": r"""
def neural_network(input, weight):
    return int(input) * weight
""",
        "power instead of product": r"""
def neural_network(input, weight):
    return input ** weight
""",
        "weight fixed at 0.1": r"""
def neural_network(input, weight):
    weight = 0.1
    return input * weight
""",
        "squares the prediction": r"""
import numpy as np
def neural_network(input, weight):
    return np.square(input * weight)
""",
        "clips to 0..1 as a probability": r"""
def neural_network(input, weight):
    pred = input * weight
    return max(0.0, min(1.0, pred))
""",
        "sigmoid on top": r"""
import math
def neural_network(input, weight):
    z = input * weight
    return 1 / (1 + math.exp(-z))
""",
        "returns the weight too": r"""
def neural_network(input, weight):
    pred = input * weight
    return pred, weight
""",
        "repeated addition, input taken as a count": r"""
def neural_network(input, weight):
    total = 0
    i = 0
    while i < input:
        total += weight
        i += 1
    return total
""",
    },
    "compute_error": {
        "not squared": r"""
def compute_error(pred, true):
    return pred - true
""",
        "absolute value": r"""
def compute_error(pred, true):
    error = abs(pred - true)
    return error
""",
        "difference of the squares": r"""
def compute_error(pred, true):
    return pred ** 2 - true ** 2
""",
        "halved": r"""
def compute_error(pred, true):
    return 0.5 * (pred - true) ** 2
""",
        "no brackets": r"""
def compute_error(pred, true):
    return pred - true ** 2
""",
        "times two instead of squared": r"""
def compute_error(pred, true):
    return (pred - true) * 2
""",
        "caret as power": r"""
def compute_error(pred, true):
    return (pred - true) ^ 2
""",
        "minus sign in front": r"""
def compute_error(pred, true):
    delta = pred - true
    return -delta ** 2
""",
        "forgot return": r"""
def compute_error(pred, true):
    error = (pred - true) ** 2
    print(error)
""",
        "rounded to four places": r"""
def compute_error(pred, true):
    return round((pred - true) ** 2, 4)
""",
        "relative error": r"""
def compute_error(pred, true):
    if true == 0:
        return pred ** 2
    return ((pred - true) / true) ** 2
""",
        "true fixed at 1": r"""
def compute_error(pred, true):
    goal = 1
    return (pred - goal) ** 2
""",
        "too high counts as no error": r"""
def compute_error(pred, true):
    if pred >= true:
        return 0
    return (true - pred) ** 2
""",
        "cross entropy": r"""
import numpy as np
def compute_error(pred, true):
    p = np.clip(pred, 1e-7, 1 - 1e-7)
    return -(true * np.log(p) + (1 - true) * np.log(1 - p))
""",
    },
    "compute_delta": {
        "wrong way round": r"""
def compute_delta(pred, true):
    return true - pred
""",
        "absolute value": r"""
def compute_delta(pred, true):
    return abs(pred - true)
""",
        "squared": r"""
def compute_delta(pred, true):
    delta = (pred - true) ** 2
    return delta
""",
        "forgot return": r"""
def compute_delta(pred, true):
    delta = pred - true
""",
        "derivative with the 2": r"""
def compute_delta(pred, true):
    return 2 * (pred - true)
""",
        "alpha put in": r"""
def compute_delta(pred, true, alpha=0.01):
    return alpha * (pred - true)
""",
        "ratio": r"""
def compute_delta(pred, true):
    if true == 0:
        return pred
    return pred / true
""",
        "only the sign": r"""
import numpy as np
def compute_delta(pred, true):
    return np.sign(pred - true)
""",
        "share of the true value": r"""
def compute_delta(pred, true):
    return (pred - true) / true
""",
        "never below zero": r"""
def compute_delta(pred, true):
    return max(0, pred - true)
""",
        "rounded to two decimals": r"""
def compute_delta(pred, true):
    return round(pred - true, 2)
""",
        "root of the error loses the sign": r"""
import math
def compute_delta(pred, true):
    error = compute_error(pred, true)
    return math.sqrt(error)
""",
        "compares the yes/no decision": r"""
def compute_delta(pred, true):
    decision = 1 if pred > 0.5 else 0
    return decision - true
""",
        "subtracts the error from the prediction": r"""
def compute_delta(pred, true):
    error = compute_error(pred, true)
    return pred - error
""",
    },
    "compute_weight_delta": {
        "adds": r"""
def compute_weight_delta(input, delta):
    return input + delta
""",
        "forgot return": r"""
def compute_weight_delta(input, delta):
    weight_delta = input * delta
""",
        "delta only": r"""
def compute_weight_delta(input, delta):
    weight_delta = delta
    return weight_delta
""",
        "divides by the input": r"""
def compute_weight_delta(input, delta):
    if input == 0:
        return 0
    return delta / input
""",
        "minus already in it": r"""
def compute_weight_delta(input, delta):
    return -input * delta
""",
        "factor 2": r"""
def compute_weight_delta(input, delta):
    return 2 * input * delta
""",
        "alpha already in it": r"""
def compute_weight_delta(input, delta):
    alpha = 0.01
    return alpha * input * delta
""",
        "error in the place of delta": r"""
def compute_weight_delta(input, delta):
    error = delta ** 2
    return input * error
""",
        "no reversal for a negative input": r"""
def compute_weight_delta(input, delta):
    return abs(input) * delta
""",
        "input 0 passes the delta on": r"""
def compute_weight_delta(input, delta):
    if input == 0:
        return delta
    return input * delta
""",
        "weight times delta": r"""
weight = 0.1
def compute_weight_delta(input, delta):
    return weight * delta
""",
        "input squared": r"""
def compute_weight_delta(input, delta):
    pred = input * delta
    return input * pred
""",
        "negative inputs stopped": r"""
def compute_weight_delta(input, delta):
    if input <= 0:
        return 0
    else:
        return input * delta
""",
        "rounded to three places": r"""
import numpy as np
def compute_weight_delta(input, delta):
    return np.round(input * delta, 3)
""",
    },
    "update_weight": {
        "plus": r"""
def update_weight(weight, weight_delta, alpha):
    return weight + alpha * weight_delta
""",
        "forgot alpha": r"""
def update_weight(weight, weight_delta, alpha):
    return weight - weight_delta
""",
        "returns the step": r"""
def update_weight(weight, weight_delta, alpha):
    return alpha * weight_delta
""",
        "changes the local name, no return": r"""
def update_weight(weight, weight_delta, alpha):
    weight -= alpha * weight_delta
""",
        "divides by alpha": r"""
def update_weight(weight, weight_delta, alpha):
    new_weight = weight - weight_delta / alpha
    return new_weight
""",
        "scales the weight": r"""
def update_weight(weight, weight_delta, alpha):
    return weight * (1 - alpha * weight_delta)
""",
        "brackets in the wrong place": r"""
def update_weight(weight, weight_delta, alpha):
    return (weight - weight_delta) * alpha
""",
        "alpha fixed at 0.01": r"""
ALPHA = 0.01
def update_weight(weight, weight_delta, alpha):
    return weight - ALPHA * weight_delta
""",
        "the other way round": r"""
def update_weight(weight, weight_delta, alpha):
    return alpha * weight_delta - weight
""",
        "steps by the sign only": r"""
def update_weight(weight, weight_delta, alpha):
    if weight_delta > 0:
        weight = weight - alpha
    elif weight_delta < 0:
        weight = weight + alpha
    return weight
""",
        "parameters in another order": r"""
def update_weight(weight_delta, weight, alpha):
    return weight - alpha * weight_delta
""",
        "factor 2": r"""
def update_weight(weight, weight_delta, alpha):
    gradient = 2 * weight_delta
    return weight - alpha * gradient
""",
        "weight kept from going below zero": r"""
def update_weight(weight, weight_delta, alpha):
    return max(weight - alpha * weight_delta, 0)
""",
        "=- instead of -=": r"""
def update_weight(weight, weight_delta, alpha):
    weight =- alpha * weight_delta
    return weight
""",
    },
    "train": {
        "return inside the loop": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        delta = compute_delta(pred, true)
        weight = update_weight(weight, compute_weight_delta(input, delta), alpha)
        return weight, errors
    return weight, errors
""",
        "error after the update": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    for i in range(iterations):
        pred = input * weight
        delta = pred - true
        weight = weight - alpha * input * delta
        errors.append((input * weight - true) ** 2)
    return weight, errors
""",
        "one iteration short": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    for iteration in range(1, iterations):
        pred = neural_network(input, weight)
        error = compute_error(pred, true)
        errors.append(error)
        delta = compute_delta(pred, true)
        weight_delta = compute_weight_delta(input, delta)
        weight = update_weight(weight, weight_delta, alpha)
    return weight, errors
""",
        "one iteration too many": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    i = 0
    while i <= iterations:
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        weight -= alpha * input * (pred - true)
        i += 1
    return weight, errors
""",
        "prediction made once before the loop": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    pred = neural_network(input, weight)
    for iteration in range(iterations):
        errors.append(compute_error(pred, true))
        delta = compute_delta(pred, true)
        weight = update_weight(weight, compute_weight_delta(input, delta), alpha)
    return weight, errors
""",
        "pair swapped": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        weight = update_weight(weight, compute_weight_delta(input, compute_delta(pred, true)), alpha)
    return errors, weight
""",
        "default list keeps the old errors": r"""
def train(input, true, weight, alpha, iterations, errors=[]):
    for iteration in range(iterations):
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        delta = compute_delta(pred, true)
        weight_delta = compute_weight_delta(input, delta)
        weight = update_weight(weight, weight_delta, alpha)
    return weight, errors
""",
        "new weight never used again": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    new_weight = weight
    for iteration in range(iterations):
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        delta = compute_delta(pred, true)
        weight_delta = compute_weight_delta(input, delta)
        new_weight = update_weight(weight, weight_delta, alpha)
    return new_weight, errors
""",
        "only the last error": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(input, weight)
        errors = [compute_error(pred, true)]
        delta = compute_delta(pred, true)
        weight = update_weight(weight, compute_weight_delta(input, delta), alpha)
    return weight, errors
""",
        "stops when the error is small": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(input, weight)
        error = compute_error(pred, true)
        errors.append(error)
        if error < 0.001:
            break
        delta = compute_delta(pred, true)
        weight = update_weight(weight, compute_weight_delta(input, delta), alpha)
    return weight, errors
""",
        "returns the best weight, not the last": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    best_weight = weight
    best_error = float("inf")
    for iteration in range(iterations):
        pred = neural_network(input, weight)
        error = compute_error(pred, true)
        errors.append(error)
        if error < best_error:
            best_error = error
            best_weight = weight
        weight = update_weight(weight, compute_weight_delta(input, compute_delta(pred, true)), alpha)
    return best_weight, errors
""",
        "input left out of the update": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        delta = compute_delta(pred, true)
        weight = update_weight(weight, delta, alpha)
    return weight, errors
""",
        "one step even for no iterations": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    iteration = 0
    while True:
        pred = neural_network(input, weight)
        errors.append(compute_error(pred, true))
        delta = compute_delta(pred, true)
        weight = update_weight(weight, compute_weight_delta(input, delta), alpha)
        iteration += 1
        if iteration >= iterations:
            break
    return weight, errors
""",
        "hot and cold": r"""
def train(input, true, weight, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        error = compute_error(neural_network(input, weight), true)
        errors.append(error)
        up = compute_error(neural_network(input, weight + alpha), true)
        down = compute_error(neural_network(input, weight - alpha), true)
        if up < error and up <= down:
            weight = weight + alpha
        elif down < error:
            weight = weight - alpha
    return weight, errors
""",
    },
}

RIGHT = {
    "neural_network": {
        "lambda": r"""
neural_network = lambda input, weight: weight * input
""",
        "numpy dot, cast to float32 at the end": r"""
import numpy as np
def neural_network(input, weight):
    return np.float32(np.dot(input, weight))
""",
        "optional bias and a print": r"""
def neural_network(input, weight, bias=0.0):
    pred = input * weight + bias
    print(f"pred = {pred}")
    return pred
""",
        "helper inside, other parameter names": r"""
from operator import mul
def neural_network(x, w):
    def multiply(a, b):
        return mul(a, b)
    result = 0
    result += multiply(x, w)
    return result
""",
    },
    "compute_error": {
        "delta times itself": r"""
def compute_error(pred, true):
    d = true - pred
    return d * d
""",
        "math.pow": r"""
import math
def compute_error(pred, true):
    return math.pow(pred - true, 2)
""",
        "numpy square of an absolute value": r"""
import numpy as np
def compute_error(pred, true):
    return np.square(np.abs(np.subtract(pred, true)))
""",
        "two branches": r"""
def compute_error(pred, true):
    if pred > true:
        miss = pred - true
    elif pred < true:
        miss = true - pred
    else:
        return 0
    return miss ** 2
""",
    },
    "compute_delta": {
        "minus the other way round": r"""
def compute_delta(pred, true):
    return -(true - pred)
""",
        "numpy subtract": r"""
import numpy as np
def compute_delta(pred, true):
    return np.subtract(pred, true)
""",
        "sum of a list": r"""
def compute_delta(pred, true):
    return sum([pred, -true])
""",
        "augmented on the local name": r"""
def compute_delta(pred, true):
    pred -= true
    return pred
""",
    },
    "compute_weight_delta": {
        "three named cases": r"""
def compute_weight_delta(input, delta):
    if input == 0:          # stopping
        return 0
    if input < 0:           # reversal
        return -(abs(input) * delta)
    return input * delta    # scaling
""",
        "numpy multiply": r"""
import numpy as np
def compute_weight_delta(input, delta):
    return np.multiply(delta, input)
""",
        "through neural_network": r"""
def compute_weight_delta(input, delta):
    return neural_network(input, delta)
""",
        "math.prod": r"""
import math
def compute_weight_delta(input, delta):
    return math.prod((input, delta))
""",
    },
    "update_weight": {
        "augmented then returned": r"""
def update_weight(weight, weight_delta, alpha):
    weight -= alpha * weight_delta
    return weight
""",
        "adds a negative step": r"""
def update_weight(weight, weight_delta, alpha):
    step = -alpha * weight_delta
    return weight + step
""",
        "numpy scalars": r"""
import numpy as np
def update_weight(weight, weight_delta, alpha):
    return np.float64(weight) - np.float64(alpha) * np.float64(weight_delta)
""",
        "dot of two pairs": r"""
import numpy as np
def update_weight(weight, weight_delta, alpha):
    return np.dot([weight, weight_delta], [1, -alpha])
""",
    },
    "train": {
        "accumulate": r"""
from itertools import accumulate
def train(input, true, weight, alpha, iterations):
    def step(w, _):
        d = compute_delta(neural_network(input, w), true)
        return update_weight(w, compute_weight_delta(input, d), alpha)
    ws = list(accumulate(range(iterations), step, initial=weight))
    return ws[-1], [compute_error(neural_network(input, w), true) for w in ws[:-1]]
""",
        "filled float array, list as the pair": r"""
import numpy as np
def train(input, true, weight, alpha, iterations):
    errors = np.zeros(iterations)
    for k in range(iterations):
        miss = input * weight - true
        errors[k] = miss ** 2
        weight = weight - alpha * (input * miss)
    return [weight, errors]
""",
        "counting down, errors as a tuple": r"""
def train(input, true, weight, alpha, iterations, verbose=False):
    errors = ()
    while iterations > 0:
        pred = neural_network(input, weight)
        errors += (compute_error(pred, true),)
        weight -= alpha * compute_weight_delta(input, compute_delta(pred, true))
        iterations -= 1
        if verbose:
            print(weight)
    return weight, errors
""",
        "generator helper": r"""
def _steps(input, true, weight, alpha, n):
    for _ in range(n):
        pred = neural_network(input, weight)
        before = compute_error(pred, true)
        weight = update_weight(weight, compute_weight_delta(input, compute_delta(pred, true)), alpha)
        yield weight, before

def train(input, true, weight, alpha, iterations):
    errors = []
    for weight, e in _steps(input, true, weight, alpha, iterations):
        errors.append(e)
    return weight, errors
""",
    },
}
