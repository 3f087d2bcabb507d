"""Lab 03, multiple outputs: right and wrong answers, by function and by what is special about each."""

from tests.variants.lab02 import RIGHT as RIGHT_OF_LAB02
from tests.variants.lab02 import WRONG as WRONG_OF_LAB02


def _changed(source: str, old: str, new: str) -> str:
    """Return the source with its only `old` replaced."""
    assert source.count(old) == 1, (old, source.count(old))
    return source.replace(old, new)


UPDATE_MATRIX = """
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows of weights, {len(weight_deltas)} rows of weight_deltas")
    new = []
    for i in range(len(weights)):
        if len(weights[i]) != len(weight_deltas[i]):
            raise ValueError(f"row {i}: {len(weights[i])} weights, {len(weight_deltas[i])} weight_deltas")
        row = []
        for j in range(len(weights[i])):
            row.append(weights[i][j] - alpha * weight_deltas[i][j])
        new.append(row)
    return new
"""

TRAIN = """
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        deltas = compute_deltas(preds, trues)
        weight_deltas = outer_prod(deltas, inputs)
        weights = update_matrix(weights, weight_deltas, alpha)
    return weights, errors
"""

RIGHT: dict[str, dict[str, str]] = {
    "ele_mul": {
        **RIGHT_OF_LAB02["ele_mul"],
        "predictions named": """
def ele_mul(number, vector):
    preds = []
    for weight in vector:
        pred = number * weight
        preds.append(pred)
    return preds
""",
    },
    "compute_errors": {
        "loop with index": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    errors = []
    for i in range(len(preds)):
        errors.append((preds[i] - trues[i]) ** 2)
    return errors
""",
        "comprehension over zip": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return [(pred - true) ** 2 for pred, true in zip(preds, trues)]
""",
        "numpy after a check": """
import numpy as np

def compute_errors(preds, trues):
    preds, trues = np.array(preds), np.array(trues)
    if preds.shape != trues.shape:
        raise ValueError(f"shapes {preds.shape} and {trues.shape} differ")
    return (preds - trues) ** 2
""",
        "float32 result": """
import numpy as np

def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return np.square(np.subtract(preds, trues)).astype(np.float32)
""",
        "tuple": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return tuple(pow(p - t, 2) for p, t in zip(preds, trues))
""",
        "map with a helper": """
def compute_error(pred, true):
    return (pred - true) * (pred - true)

def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return list(map(compute_error, preds, trues))
""",
        "float zeros filled": """
import numpy as np

def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    errors = np.zeros(len(preds))
    for i, pred in enumerate(preds):
        errors[i] = (pred - trues[i]) ** 2
    return errors
""",
        "zip strict with the lengths told": """
def compute_errors(preds, trues):
    try:
        return [(t - p) ** 2 for p, t in zip(preds, trues, strict=True)]
    except ValueError as e:
        raise ValueError(f"preds: {len(preds)}, trues: {len(trues)}") from e
""",
        "recursion": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    if not len(preds):
        return []
    return [(preds[0] - trues[0]) ** 2] + compute_errors(preds[1:], trues[1:])
""",
        "generator": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    def errors():
        for p, t in zip(preds, trues):
            yield abs(p - t) ** 2
    return list(errors())
""",
        "in place on a copy": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    errors = list(preds)
    for i in range(len(errors)):
        errors[i] -= trues[i]
        errors[i] *= errors[i]
    return errors
""",
        "class with call": """
class Errors:
    def __call__(self, preds, trues):
        n, m = len(preds), len(trues)
        if n != m:
            raise ValueError(f"{n} against {m}")
        return [self.one(preds[k], trues[k]) for k in range(n)]

    @staticmethod
    def one(pred, true):
        return (pred - true) ** 2

compute_errors = Errors()
""",
        "while loop with prints": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError("different lengths: {} and {}".format(len(preds), len(trues)))
    errors, i = [], 0
    while i < len(preds):
        errors += [(preds[i] - trues[i]) ** 2]
        print("output", i, "error", errors[-1])
        i += 1
    return errors
""",
        "type hints": """
def compute_errors(preds: list[float], trues: list[float]) -> list[float]:
    if len(preds) != len(trues):
        raise ValueError(f"expected {len(trues)} predictions, found {len(preds)}")
    return [float(p - t) ** 2 for p, t in zip(preds, trues)]
""",
    },
    "compute_deltas": {
        "loop with index": """
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    deltas = []
    for i in range(len(preds)):
        deltas.append(preds[i] - trues[i])
    return deltas
""",
        "comprehension over zip": """
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return [pred - true for pred, true in zip(preds, trues)]
""",
        "operator sub and map": """
from operator import sub

def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return list(map(sub, preds, trues))
""",
        "numpy after a check": """
import numpy as np

def compute_deltas(preds, trues):
    if np.shape(preds) != np.shape(trues):
        raise ValueError(f"{np.shape(preds)} against {np.shape(trues)}")
    return np.subtract(preds, trues)
""",
        "float32 result": """
import numpy as np

def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return [np.float32(p - t) for p, t in zip(preds, trues)]
""",
        "tuple": """
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return tuple([preds[k] - trues[k] for k in range(len(preds))])
""",
        "in place on a slice copy": """
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    deltas = [*preds]
    for i, true in enumerate(trues):
        deltas[i] -= true
    return deltas
""",
        "deep copy": """
import copy

def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    deltas = copy.deepcopy(list(preds))
    for i in range(len(deltas)):
        deltas[i] = deltas[i] - trues[i]
    return deltas
""",
        "preallocated list": """
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    deltas = [0] * len(preds)
    for i in range(len(deltas)):
        deltas[i] = preds[i] - trues[i]
    return deltas
""",
        "recursion": """
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return [preds[0] - trues[0], *compute_deltas(preds[1:], trues[1:])] if len(preds) else []
""",
        "numpy's own complaint through matrices": """
import numpy as np

def compute_deltas(preds, trues):
    # a matrix product, unlike a difference, never broadcasts a vector of one
    both = np.vstack([preds, trues])
    return np.array([1.0, -1.0]) @ both
""",
        "reduce": """
from functools import reduce

def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return reduce(lambda done, pair: done + [pair[0] - pair[1]], zip(preds, trues), [])
""",
        "exact fractions": """
from fractions import Fraction

def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return [float(Fraction(float(p)) - Fraction(float(t))) for p, t in zip(preds, trues)]
""",
    },
    "compute_weight_deltas": {
        "calls ele_mul": """
def compute_weight_deltas(input, deltas):
    return ele_mul(input, deltas)
""",
        "comprehension": """
def compute_weight_deltas(input, deltas):
    return [input * delta for delta in deltas]
""",
        "loop with append": """
def compute_weight_deltas(input, deltas):
    weight_deltas = []
    for delta in deltas:
        weight_deltas.append(input * delta)
    return weight_deltas
""",
        "numpy product": """
import numpy as np

def compute_weight_deltas(input, deltas):
    return input * np.array(deltas)
""",
        "float32 result": """
import numpy as np

def compute_weight_deltas(input, deltas):
    return np.multiply(deltas, input).astype("float32")
""",
        "tuple": """
def compute_weight_deltas(input, deltas):
    return tuple(map(lambda delta: delta * input, deltas))
""",
        "in place on a copy": """
def compute_weight_deltas(input, deltas):
    copy_of_deltas = list(deltas)
    for i in range(len(copy_of_deltas)):
        copy_of_deltas[i] *= input
    return copy_of_deltas
""",
        "partial and map": """
import functools, operator

def compute_weight_deltas(input, deltas):
    return list(map(functools.partial(operator.mul, input), deltas))
""",
        "while loop": """
def compute_weight_deltas(input, deltas):
    result = []
    while len(result) < len(deltas):
        result.append(deltas[len(result)] * input)
    return result
""",
        "lambda": "compute_weight_deltas = lambda input, deltas: [d * input for d in deltas]",
        "one helper per weight": """
def compute_weight_delta(input, delta):
    return input * delta

def compute_weight_deltas(input, deltas):
    return [compute_weight_delta(input, deltas[i]) for i in range(len(deltas))]
""",
        "numpy full times": """
import numpy as np

def compute_weight_deltas(input, deltas):
    return np.full(len(deltas), float(input)) * deltas
""",
        "generator and list": """
def compute_weight_deltas(input, deltas):
    def each():
        yield from (input * d for d in deltas)
    return list(each())
""",
        "stopping first": """
def compute_weight_deltas(input, deltas):
    if input == 0:
        return [0.0] * len(deltas)
    return [input * d for d in deltas]
""",
    },
    "vect_mat_mul": {
        "nested loops": """
def vect_mat_mul(vect, matrix):
    output = []
    for row in matrix:
        if len(row) != len(vect):
            raise ValueError(f"the vector has {len(vect)} numbers, a row has {len(row)}")
        total = 0
        for i in range(len(vect)):
            total += vect[i] * row[i]
        output.append(total)
    return output
""",
        "helper w_sum": """
def w_sum(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} and {len(b)}")
    return sum(x * y for x, y in zip(a, b))

def vect_mat_mul(vect, matrix):
    return [w_sum(vect, row) for row in matrix]
""",
        "numpy at": """
import numpy as np

def vect_mat_mul(vect, matrix):
    return np.array(matrix) @ np.array(vect)
""",
        "numpy dot": """
import numpy as np

def vect_mat_mul(vect, matrix):
    return np.dot(matrix, vect)
""",
        "vector times transposed": """
import numpy as np

def vect_mat_mul(vect, matrix):
    return np.asarray(vect, dtype=float) @ np.asarray(matrix, dtype=float).T
""",
        "dot per row": """
import numpy as np

def vect_mat_mul(vect, matrix):
    return [np.dot(vect, row) for row in matrix]
""",
        "inner": """
import numpy as np
vect_mat_mul = lambda vect, matrix: np.inner(matrix, vect)
""",
        "einsum after a check": """
import numpy as np

def vect_mat_mul(vect, matrix):
    v, m = np.array(vect), np.array(matrix)
    if m.shape[1] != len(v):
        raise ValueError(f"rows of {m.shape[1]} don't fit a vector of {len(v)}")
    return np.einsum("j,ij->i", v, m)
""",
        "broadcast product and sum after a check": """
import numpy as np

def vect_mat_mul(vect, matrix):
    for row in matrix:
        if len(row) != len(vect):
            raise ValueError(f"rows of {len(row)} don't fit a vector of {len(vect)}")
    return (np.array(matrix) * np.array(vect)).sum(axis=1)
""",
        "float32 result": """
import numpy as np

def vect_mat_mul(vect, matrix):
    return np.matmul(matrix, vect).astype(np.float32)
""",
        "float zeros filled": """
import numpy as np

def vect_mat_mul(vect, matrix):
    output = np.zeros(len(matrix))
    for i in range(len(matrix)):
        if len(matrix[i]) != len(vect):
            raise ValueError(f"row {i}: {len(matrix[i])} numbers for {len(vect)} inputs")
        for j in range(len(vect)):
            output[i] += vect[j] * matrix[i][j]
    return output
""",
        "recursion over the rows": """
def vect_mat_mul(vect, matrix):
    if len(matrix) == 0:
        return []
    row, rest = matrix[0], matrix[1:]
    if len(row) != len(vect):
        raise ValueError(f"{len(row)} and {len(vect)}")
    return [sum(a * b for a, b in zip(vect, row))] + vect_mat_mul(vect, rest)
""",
        "map and tuple": """
import math

def vect_mat_mul(vect, matrix):
    def weighted(row):
        if len(row) != len(vect):
            raise ValueError(f"{len(row)} weights, {len(vect)} inputs")
        return math.fsum(map(lambda v, w: v * w, vect, row))
    return tuple(map(weighted, matrix))
""",
        "column by column": """
def vect_mat_mul(vect, matrix):
    for row in matrix:
        if len(row) != len(vect):
            raise ValueError(f"{len(row)} weights, {len(vect)} inputs")
    output = [0] * len(matrix)
    for j, value in enumerate(vect):
        for i in range(len(matrix)):
            output[i] = output[i] + value * matrix[i][j]
    return output
""",
        "class with call and prints": """
class Layer:
    def __call__(self, vect, matrix):
        out = []
        for row in matrix:
            if len(row) != len(vect):
                raise ValueError(len(vect), len(row))
            out.append(sum([vect[k] * row[k] for k in range(len(row))]))
        print("predictions", out)
        return out

vect_mat_mul = Layer()
""",
    },
    "outer_prod": {
        "nested loops": """
def outer_prod(deltas, inputs):
    matrix = []
    for delta in deltas:
        row = []
        for input in inputs:
            row.append(delta * input)
        matrix.append(row)
    return matrix
""",
        "nested comprehension": """
def outer_prod(deltas, inputs):
    return [[delta * input for input in inputs] for delta in deltas]
""",
        "numpy outer": """
import numpy as np

def outer_prod(deltas, inputs):
    return np.outer(deltas, inputs)
""",
        "broadcasting": """
import numpy as np

def outer_prod(deltas, inputs):
    return np.array(deltas)[:, None] * np.array(inputs)[None, :]
""",
        "einsum": """
import numpy as np
outer_prod = lambda deltas, inputs: np.einsum("i,j->ij", deltas, inputs)
""",
        "transposed twice": """
import numpy as np

def outer_prod(deltas, inputs):
    return np.outer(inputs, deltas).T
""",
        "ele_mul per row": """
def outer_prod(deltas, inputs):
    return [ele_mul(delta, inputs) for delta in deltas]
""",
        "compute_weight_deltas per row": """
def outer_prod(deltas, inputs):
    rows = []
    for delta in deltas:
        rows.append(compute_weight_deltas(delta, inputs))
    return rows
""",
        "zeros filled by index": """
def outer_prod(deltas, inputs):
    out = [[0] * len(inputs) for _ in range(len(deltas))]
    for i in range(len(deltas)):
        for j in range(len(inputs)):
            out[i][j] = deltas[i] * inputs[j]
    return out
""",
        "numpy zeros filled": """
import numpy as np

def outer_prod(deltas, inputs):
    out = np.zeros((len(deltas), len(inputs)))
    for i, d in enumerate(deltas):
        for j, x in enumerate(inputs):
            out[i, j] = d * x
    return out
""",
        "tuple of tuples": """
def outer_prod(deltas, inputs):
    return tuple(tuple(d * i for i in inputs) for d in deltas)
""",
        "float32 result": """
import numpy as np

def outer_prod(deltas, inputs):
    return np.float32(np.outer(deltas, inputs))
""",
        "list of arrays": """
import numpy as np

def outer_prod(deltas, inputs):
    x = np.array(inputs)
    return [d * x for d in deltas]
""",
        "product reshaped": """
from itertools import product

def outer_prod(deltas, inputs):
    flat = [d * x for d, x in product(deltas, inputs)]
    n = len(inputs)
    return [flat[i * n:(i + 1) * n] for i in range(len(deltas))]
""",
        "column matrix times row matrix": """
import numpy as np

def outer_prod(deltas, inputs):
    return np.array(deltas).reshape(-1, 1) @ np.array(inputs).reshape(1, -1)
""",
        "recursion": """
def outer_prod(deltas, inputs):
    if len(deltas) == 0:
        return []
    return [[deltas[0] * x for x in inputs]] + outer_prod(deltas[1:], inputs)
""",
        "map in map": """
def outer_prod(deltas, inputs):
    return list(map(lambda d: list(map(lambda x: x * d, inputs)), deltas))
""",
    },
    "update_matrix": {
        "nested loops": UPDATE_MATRIX,
        "nested comprehension with a check": """
def check(a, b):
    if len(a) != len(b):
        raise ValueError(f"lengths {len(a)} and {len(b)}")

def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    for row, deltas in zip(weights, weight_deltas):
        check(row, deltas)
    return [[w - alpha * d for w, d in zip(row, deltas)] for row, deltas in zip(weights, weight_deltas)]
""",
        "numpy after a check of the shapes": """
import numpy as np

def update_matrix(weights, weight_deltas, alpha):
    w, d = np.array(weights), np.array(weight_deltas)
    if w.shape != d.shape:
        raise ValueError(f"shapes {w.shape} and {d.shape}")
    return w - alpha * d
""",
        "numpy in place on a float copy": """
import numpy as np

def update_matrix(weights, weight_deltas, alpha):
    w, d = np.array(weights, dtype=float), np.array(weight_deltas, dtype=float)
    if w.shape != d.shape:
        raise ValueError(f"{w.shape[0]} by {w.shape[1]} weights, {d.shape[0]} by {d.shape[1]} weight_deltas")
    w -= alpha * d
    return w
""",
        "in place on copied rows": """
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} and {len(weight_deltas)} rows")
    new = [list(row) for row in weights]
    for i in range(len(new)):
        if len(new[i]) != len(weight_deltas[i]):
            raise ValueError(f"{len(new[i])} and {len(weight_deltas[i])} in row {i}")
        for j in range(len(new[i])):
            new[i][j] -= alpha * weight_deltas[i][j]
    return new
""",
        "in place on a deep copy": """
import copy

def update_matrix(weights, weight_deltas, alpha):
    new = copy.deepcopy(weights)
    if len(new) != len(weight_deltas):
        raise ValueError(f"{len(new)} and {len(weight_deltas)} rows")
    for i, row in enumerate(weight_deltas):
        if len(new[i]) != len(row):
            raise ValueError(f"{len(new[i])} and {len(row)} in row {i}")
        for j, weight_delta in enumerate(row):
            new[i][j] = new[i][j] - alpha * weight_delta
    return new
""",
        "in place on sliced rows": """
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} and {len(weight_deltas)} rows")
    result = []
    for row, deltas in zip(weights, weight_deltas):
        if len(row) != len(deltas):
            raise ValueError(f"{len(row)} and {len(deltas)} numbers")
        row = row[:]
        for j in range(len(row)):
            row[j] = row[j] - alpha * deltas[j]
        result.append(row)
    return result
""",
        "helper per row": """
def update_row(row, deltas, alpha):
    if len(row) != len(deltas):
        raise ValueError(f"{len(row)} weights, {len(deltas)} weight_deltas")
    return [w - alpha * d for w, d in zip(row, deltas)]

def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows, {len(weight_deltas)} rows")
    return [update_row(weights[i], weight_deltas[i], alpha) for i in range(len(weights))]
""",
        "ele_mul and compute_deltas per row": """
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows, {len(weight_deltas)} rows")
    return [compute_deltas(row, ele_mul(alpha, deltas)) for row, deltas in zip(weights, weight_deltas)]
""",
        "tuple of tuples": """
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows, {len(weight_deltas)} rows")
    rows = ()
    for ws, ds in zip(weights, weight_deltas):
        if len(ws) != len(ds):
            raise ValueError(f"{len(ws)} weights, {len(ds)} weight_deltas")
        rows += (tuple(w - d * alpha for w, d in zip(ws, ds)),)
    return rows
""",
        "float32 result": """
import numpy as np

def update_matrix(weights, weight_deltas, alpha):
    w, d = np.array(weights, dtype=float), np.array(weight_deltas, dtype=float)
    if w.shape != d.shape:
        raise ValueError(f"{w.shape} and {d.shape}")
    return (w - alpha * d).astype(np.float32)
""",
        "zip strict with the lengths told": """
def update_matrix(weights, weight_deltas, alpha):
    def minus(row, deltas):
        try:
            return [w - alpha * d for w, d in zip(row, deltas, strict=True)]
        except ValueError:
            raise ValueError(f"{len(row)} is not {len(deltas)}") from None
    try:
        pairs = list(zip(weights, weight_deltas, strict=True))
    except ValueError:
        raise ValueError(f"{len(weights)} is not {len(weight_deltas)}") from None
    return [minus(*pair) for pair in pairs]
""",
        "recursion over the rows": """
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows, {len(weight_deltas)} rows")
    if len(weights) == 0:
        return []
    a, b = weights[0], weight_deltas[0]
    if len(a) != len(b):
        raise ValueError(f"{len(a)} weights, {len(b)} weight_deltas")
    return [[a[j] - alpha * b[j] for j in range(len(a))]] + update_matrix(weights[1:], weight_deltas[1:], alpha)
""",
        "list from numpy": """
import numpy as np

def update_matrix(weights, weight_deltas, alpha):
    if np.shape(weights) != np.shape(weight_deltas):
        raise ValueError(f"{np.shape(weights)} and {np.shape(weight_deltas)}")
    return np.subtract(weights, np.multiply(alpha, weight_deltas)).tolist()
""",
        "extra optional parameter": """
def update_matrix(weights, weight_deltas, alpha, sign=-1):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows, {len(weight_deltas)} rows")
    new_weights = []
    for row_number, row in enumerate(weights):
        other = weight_deltas[row_number]
        if len(row) != len(other):
            raise ValueError(f"{len(row)} weights, {len(other)} weight_deltas in row {row_number}")
        new_weights.append([row[k] + sign * alpha * other[k] for k in range(len(row))])
    return new_weights
""",
    },
    "train": {
        "calls all helpers": TRAIN,
        "all inline": """
def train(inputs, trues, weights, alpha, iterations):
    if len(trues) != len(weights):
        raise ValueError(f"{len(trues)} trues, {len(weights)} rows of weights")
    for row in weights:
        if len(row) != len(inputs):
            raise ValueError(f"{len(inputs)} inputs, {len(row)} weights in a row")
    weights = [list(row) for row in weights]
    errors = []
    for _ in range(iterations):
        errors_now = []
        for row, true in zip(weights, trues):
            pred = 0
            for i in range(len(inputs)):
                pred += inputs[i] * row[i]
            delta = pred - true
            errors_now.append(delta ** 2)
            for i in range(len(inputs)):
                row[i] -= alpha * inputs[i] * delta
        errors.append(errors_now)
    return weights, errors
""",
        "numpy throughout": """
import numpy as np

def train(inputs, trues, weights, alpha, iterations):
    x, t, w = np.array(inputs, float), np.array(trues, float), np.array(weights, float)
    if w.shape != (len(t), len(x)):
        raise ValueError(f"weights {w.shape} don't fit {len(t)} trues and {len(x)} inputs")
    errors = np.zeros((iterations, len(t)))
    for i in range(iterations):
        deltas = w @ x - t
        errors[i] = deltas ** 2
        w -= alpha * np.outer(deltas, x)
    return w, errors
""",
        "numpy without in place": """
import numpy as np

def train(inputs, trues, weights, alpha, iterations):
    inputs, trues, weights = np.array(inputs), np.array(trues), np.array(weights)
    if len(trues) != len(weights):
        raise ValueError(f"{len(trues)} trues but {len(weights)} rows")
    errors = []
    for _ in range(iterations):
        deltas = weights.dot(inputs) - trues
        errors.append(deltas ** 2)
        weights = weights - alpha * deltas[:, np.newaxis] * inputs
    return weights, errors
""",
        "pair as a list": """
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append([(p - t) ** 2 for p, t in zip(preds, trues)])
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    return [weights, errors]
""",
        "errors as tuples": """
def train(inputs, trues, weights, alpha, iterations):
    history = ()
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        history += (tuple(compute_errors(preds, trues)),)
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    return weights, history
""",
        "float32 results": """
import numpy as np

def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(np.array(compute_errors(preds, trues), dtype=np.float32))
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    return np.array(weights, dtype=np.float32), errors
""",
        "recursion": """
def train(inputs, trues, weights, alpha, iterations):
    if iterations == 0:
        return weights, []
    preds = vect_mat_mul(inputs, weights)
    deltas = compute_deltas(preds, trues)
    new = update_matrix(weights, outer_prod(deltas, inputs), alpha)
    last, rest = train(inputs, trues, new, alpha, iterations - 1)
    return last, [[d ** 2 for d in deltas]] + rest
""",
        "reduce": """
from functools import reduce

def train(inputs, trues, weights, alpha, iterations):
    def step(state, _):
        w, errors = state
        preds = vect_mat_mul(inputs, w)
        deltas = compute_deltas(preds, trues)
        return update_matrix(w, outer_prod(deltas, inputs), alpha), [*errors, compute_errors(preds, trues)]
    return reduce(step, range(iterations), (weights, []))
""",
        "while loop on a deep copy": """
import copy

def train(inputs, trues, weights, alpha, iterations):
    w = copy.deepcopy(weights)
    errors = []
    while iterations > 0:
        preds = vect_mat_mul(inputs, w)
        errors.append(compute_errors(preds, trues))
        w = update_matrix(w, outer_prod(compute_deltas(preds, trues), inputs), alpha)
        iterations -= 1
    return w, errors
""",
        "one learner per output": """
class Output:
    def __init__(self, row, true):
        self.row, self.true = list(row), true

    def step(self, inputs, alpha):
        if len(inputs) != len(self.row):
            raise ValueError(f"{len(inputs)} inputs, {len(self.row)} weights")
        delta = sum(i * w for i, w in zip(inputs, self.row)) - self.true
        self.row = [w - alpha * i * delta for i, w in zip(inputs, self.row)]
        return delta ** 2

def train(inputs, trues, weights, alpha, iterations):
    if len(trues) != len(weights):
        raise ValueError(f"{len(trues)} trues, {len(weights)} rows of weights")
    outputs = [Output(row, true) for row, true in zip(weights, trues)]
    errors = [[output.step(inputs, alpha) for output in outputs] for _ in range(iterations)]
    return [output.row for output in outputs], errors
""",
        "generator of steps": """
def train(inputs, trues, weights, alpha, iterations):
    state = {"weights": weights}
    def steps():
        for _ in range(iterations):
            preds = vect_mat_mul(inputs, state["weights"])
            yield compute_errors(preds, trues)
            deltas = compute_deltas(preds, trues)
            state["weights"] = update_matrix(state["weights"], outer_prod(deltas, inputs), alpha)
    errors = list(steps())
    return state["weights"], errors
""",
        "prints and optional parameter": """
def train(inputs, trues, weights, alpha, iterations, show=1):
    errors = []
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        error = compute_errors(preds, trues)
        if iteration % show == 0:
            print(f"iteration {iteration + 1}: preds {preds}, errors {error}")
        errors += [error]
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    return weights, errors
""",
        "einsum": """
import numpy as np

def train(inputs, trues, weights, alpha, iterations):
    x, t, w = (np.asarray(v, dtype=np.float64) for v in (inputs, trues, weights))
    if w.shape[1] != x.size or w.shape[0] != t.size:
        raise ValueError(f"{w.shape[0]} rows of {w.shape[1]} weights for {x.size} inputs and {t.size} trues")
    errors = []
    for _ in range(iterations):
        d = np.einsum("oi,i->o", w, x) - t
        errors.append((d * d).tolist())
        w = w - alpha * np.einsum("o,i->oi", d, x)
    return w.tolist(), errors
""",
    },
}

# Right in their formulas; only the precision of float32 arithmetic stands in the way.
BORDERLINE: dict[str, dict[str, str]] = {
    "vect_mat_mul": {
        "float32 everywhere": """
import numpy as np

def vect_mat_mul(vect, matrix):
    return np.array(matrix, dtype=np.float32) @ np.array(vect, dtype=np.float32)
""",
    },
    "train": {
        "float32 everywhere": """
import numpy as np

def train(inputs, trues, weights, alpha, iterations):
    x, t, w = (np.array(v, dtype=np.float32) for v in (inputs, trues, weights))
    if w.shape != (len(t), len(x)):
        raise ValueError(f"weights {w.shape} don't fit {len(t)} trues and {len(x)} inputs")
    errors = np.zeros((iterations, len(t)), dtype=np.float32)
    for i in range(iterations):
        deltas = w @ x - t
        errors[i] = deltas ** 2
        w = w - np.float32(alpha) * np.outer(deltas, x)
    return w, errors
""",
        "only the weights are float32": """
import numpy as np

def train(inputs, trues, weights, alpha, iterations):
    w = np.array(weights, dtype=np.float32)
    errors = []
    for _ in range(iterations):
        deltas = compute_deltas(vect_mat_mul(inputs, w.astype(float)), trues)
        errors.append([d ** 2 for d in deltas])
        w = (w - alpha * np.outer(deltas, inputs)).astype(np.float32)
    return w, errors
""",
    },
}

_ERRORS = """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    errors = []
    for i in range(len(preds)):
        errors.append((preds[i] - trues[i]) ** 2)
    return errors
"""
_DELTAS = """
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    deltas = []
    for i in range(len(preds)):
        deltas.append(preds[i] - trues[i])
    return deltas
"""
_MATMUL = """
def vect_mat_mul(vect, matrix):
    output = []
    for i in range(len(matrix)):
        if len(vect) != len(matrix[i]):
            raise ValueError(f"{len(vect)} inputs, {len(matrix[i])} weights")
        total = 0
        for j in range(len(vect)):
            total += vect[j] * matrix[i][j]
        output.append(total)
    return output
"""
_OUTER = """
def outer_prod(deltas, inputs):
    out = [[0] * len(inputs) for _ in range(len(deltas))]
    for i in range(len(deltas)):
        for j in range(len(inputs)):
            out[i][j] = deltas[i] * inputs[j]
    return out
"""
_CHECK = _ERRORS.split("    errors = []")[0].split("\n", 2)[2]
_CHECK_ROWS = """
def check(weights, weight_deltas):
    for a, b in [(weights, weight_deltas), *zip(weights, weight_deltas)]:
        if len(a) != len(b):
            raise ValueError(f"{len(a)} and {len(b)} don't fit")
"""

WRONG: dict[str, dict[str, str]] = {
    "ele_mul": {
        **WRONG_OF_LAB02["ele_mul"],
        "input times input": """
def ele_mul(number, vector):
    return [number * number for _ in vector]
""",
    },
    "compute_errors": {
        "absolute deltas": _changed(_ERRORS, "(preds[i] - trues[i]) ** 2", "abs(preds[i] - trues[i])"),
        "deltas": _changed(_ERRORS, "(preds[i] - trues[i]) ** 2", "preds[i] - trues[i]"),
        "times two": _changed(_ERRORS, "(preds[i] - trues[i]) ** 2", "(preds[i] - trues[i]) * 2"),
        "half the square": _changed(_ERRORS, "** 2", "** 2 / 2"),
        "cubed": _changed(_ERRORS, "** 2", "** 3"),
        "missing brackets": _changed(_ERRORS, "(preds[i] - trues[i]) ** 2", "preds[i] - trues[i] ** 2"),
        "difference of squares": _changed(_ERRORS, "(preds[i] - trues[i]) ** 2", "preds[i] ** 2 - trues[i] ** 2"),
        "sum squared": _changed(_ERRORS, "preds[i] - trues[i]", "preds[i] + trues[i]"),
        "sum of the errors": _changed(_ERRORS, "return errors", "return sum(errors)"),
        "mean of the errors": _changed(_ERRORS, "return errors", "return sum(errors) / max(1, len(errors))"),
        "each divided by how many": _changed(_ERRORS, "** 2", "** 2 / len(preds)"),
        "first true for all": _changed(_ERRORS, "trues[i]) ** 2", "trues[0]) ** 2"),
        "last error only": _changed(
            _ERRORS, "errors.append((preds[i] - trues[i]) ** 2)", "errors = [(preds[i] - trues[i]) ** 2]"
        ),
        "last error for all": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    error = 0
    for pred, true in zip(preds, trues):
        error = (pred - true) ** 2
    return [error for _ in preds]
""",
        "errors added up on the way": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    errors, total = [], 0
    for pred, true in zip(preds, trues):
        total += (pred - true) ** 2
        errors.append(total)
    return errors
""",
        "starts at the second": _changed(_ERRORS, "range(len(preds))", "range(1, len(preds))"),
        "last one lost": _changed(_ERRORS, "range(len(preds))", "range(len(preds) - 1)"),
        "three always": _changed(_ERRORS, "range(len(preds))", "range(3)"),
        "three at most": _changed(_ERRORS, "range(len(preds))", "range(min(3, len(preds)))"),
        "returns inside the loop": _changed(_ERRORS, "    return errors", "        return errors"),
        "zip cuts the longer one": """
def compute_errors(preds, trues):
    return [(p - t) ** 2 for p, t in zip(preds, trues)]
""",
        "zip strict tells no lengths": """
def compute_errors(preds, trues):
    return [(p - t) ** 2 for p, t in zip(preds, trues, strict=True)]
""",
        "IndexError or nothing": _ERRORS.replace(_CHECK, ""),
        "assert instead of ValueError": """
def compute_errors(preds, trues):
    assert len(preds) == len(trues), f"{len(preds)} {len(trues)}"
    return [(p - t) ** 2 for p, t in zip(preds, trues)]
""",
        "ValueError without the lengths": _changed(
            _ERRORS, 'f"{len(preds)} predictions but {len(trues)} trues"', '"lengths differ"'
        ),
        "whole number array": """
import numpy as np

def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    errors = np.zeros_like(trues)
    for i in range(len(preds)):
        errors[i] = (preds[i] - trues[i]) ** 2
    return errors
""",
        "changes the predictions": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    for i in range(len(preds)):
        preds[i] = (preds[i] - trues[i]) ** 2
    return preds
""",
        "forgets to return": _changed(_ERRORS, "    return errors\n", ""),
        "prints instead of returning": _changed(_ERRORS, "return errors", "print(errors)"),
        "rounded": _changed(_ERRORS, "(preds[i] - trues[i]) ** 2", "round((preds[i] - trues[i]) ** 2, 4)"),
        "map object": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return map(lambda p, t: (p - t) ** 2, preds, trues)
""",
        "nested once too deep": _changed(_ERRORS, "return errors", "return [errors]"),
        "default list grows": """
def compute_errors(preds, trues, errors=[]):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    for p, t in zip(preds, trues):
        errors.append((p - t) ** 2)
    return errors
""",
        "every pair": """
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return [(p - t) ** 2 for p in preds for t in trues]
""",
        "only those too high": _changed(_ERRORS, "(preds[i] - trues[i]) ** 2", "max(0, preds[i] - trues[i]) ** 2"),
        "a tiny factor off": _changed(_ERRORS, "** 2", "** 2 * 1.0001"),
        "sorted": _changed(_ERRORS, "return errors", "return sorted(errors)"),
    },
    "compute_deltas": {
        "the other way round": _changed(_DELTAS, "preds[i] - trues[i]", "trues[i] - preds[i]"),
        "absolute": _changed(_DELTAS, "preds[i] - trues[i]", "abs(preds[i] - trues[i])"),
        "errors": _changed(_DELTAS, "preds[i] - trues[i]", "(preds[i] - trues[i]) ** 2"),
        "twice": _changed(_DELTAS, "preds[i] - trues[i]", "2 * (preds[i] - trues[i])"),
        "half": _changed(_DELTAS, "preds[i] - trues[i]", "(preds[i] - trues[i]) / 2"),
        "sum": _changed(_DELTAS, "preds[i] - trues[i]", "preds[i] + trues[i]"),
        "product": _changed(_DELTAS, "preds[i] - trues[i]", "preds[i] * trues[i]"),
        "predictions": _changed(_DELTAS, "preds[i] - trues[i]", "preds[i]"),
        "mean difference": _changed(_DELTAS, "preds[i] - trues[i]", "(preds[i] - trues[i]) / len(preds)"),
        "first true for all": _changed(_DELTAS, "preds[i] - trues[i]", "preds[i] - trues[0]"),
        "delta overwritten": _changed(
            _DELTAS, "deltas.append(preds[i] - trues[i])", "delta = preds[i] - trues[i]"
        ).replace("return deltas", "return delta"),
        "last delta for all": """
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    for i in range(len(preds)):
        delta = preds[i] - trues[i]
    deltas = []
    for i in range(len(preds)):
        deltas.append(delta)
    return deltas
""",
        "sum of the deltas": _changed(_DELTAS, "return deltas", "return sum(deltas)"),
        "starts at the second": _changed(_DELTAS, "range(len(preds))", "range(1, len(preds))"),
        "last one lost": _changed(_DELTAS, "range(len(preds))", "range(len(preds) - 1)"),
        "three always": _changed(_DELTAS, "range(len(preds))", "range(3)"),
        "list of three filled": _changed(_DELTAS, "deltas = []", "deltas = [0, 0, 0]").replace(
            "deltas.append(preds[i] - trues[i])", "deltas[i] = preds[i] - trues[i]"
        ),
        "returns inside the loop": _changed(_DELTAS, "    return deltas", "        return deltas"),
        "zip cuts the longer one": """
def compute_deltas(preds, trues):
    return [p - t for p, t in zip(preds, trues)]
""",
        "map stops at the shorter one": """
import operator

def compute_deltas(preds, trues):
    return list(map(operator.sub, preds, trues))
""",
        "zip strict tells no lengths": """
def compute_deltas(preds, trues):
    return [p - t for p, t in zip(preds, trues, strict=True)]
""",
        "IndexError or nothing": _DELTAS.replace(_CHECK, ""),
        "assert instead of ValueError": """
def compute_deltas(preds, trues):
    assert len(preds) == len(trues), f"{len(preds)} {len(trues)}"
    return [p - t for p, t in zip(preds, trues)]
""",
        "ValueError without the lengths": _changed(
            _DELTAS, 'f"{len(preds)} predictions but {len(trues)} trues"', '"one true for each prediction"'
        ),
        "checks only one side": _changed(_DELTAS, "len(preds) != len(trues)", "len(preds) > len(trues)"),
        "whole number array": """
import numpy as np

def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    deltas = np.zeros_like(trues)
    for i in range(len(preds)):
        deltas[i] = preds[i] - trues[i]
    return deltas
""",
        "in place of the predictions": """
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    for i, true in enumerate(trues):
        preds[i] -= true
    return preds
""",
        "forgets to return": _changed(_DELTAS, "    return deltas\n", ""),
        "prints instead of returning": _changed(_DELTAS, "return deltas", "print(deltas)"),
        "rounded": _changed(_DELTAS, "preds[i] - trues[i]", "round(preds[i] - trues[i], 2)"),
        "whole numbers": _changed(_DELTAS, "preds[i] - trues[i]", "int(preds[i] - trues[i])"),
        "signs": _changed(_DELTAS, "preds[i] - trues[i]", "(preds[i] > trues[i]) - (preds[i] < trues[i])"),
        "generator": """
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return (p - t for p, t in zip(preds, trues))
""",
        "nested once too deep": _changed(_DELTAS, "return deltas", "return [deltas]"),
        "every pair": """
import numpy as np

def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    return np.array(preds)[:, None] - np.array(trues)
""",
        "rebinds the loop variable": """
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} predictions but {len(trues)} trues")
    deltas = list(preds)
    for delta, true in zip(deltas, trues):
        delta = delta - true
    return deltas
""",
        "never negative": _changed(_DELTAS, "preds[i] - trues[i]", "max(0, preds[i] - trues[i])"),
        "a tiny factor off": _changed(_DELTAS, "preds[i] - trues[i]", "0.9999 * (preds[i] - trues[i])"),
        "default list grows": _changed(_DELTAS, "preds, trues):", "preds, trues, deltas=[]):").replace(
            "    deltas = []\n", ""
        ),
        "errors from the helper": """
def compute_deltas(preds, trues):
    return [error ** 0.5 for error in compute_errors(preds, trues)]
""",
    },
    "compute_weight_deltas": {
        "deltas only": "def compute_weight_deltas(input, deltas):\n    return list(deltas)",
        "input for each": "def compute_weight_deltas(input, deltas):\n    return [input for _ in deltas]",
        "sum": "def compute_weight_deltas(input, deltas):\n    return [input + d for d in deltas]",
        "factor two": "def compute_weight_deltas(input, deltas):\n    return [2 * input * d for d in deltas]",
        "half": "def compute_weight_deltas(input, deltas):\n    return [input * d / 2 for d in deltas]",
        "sign the wrong way": "def compute_weight_deltas(input, deltas):\n    return [-input * d for d in deltas]",
        "absolute": "def compute_weight_deltas(input, deltas):\n    return [abs(input * d) for d in deltas]",
        "no reversal": "def compute_weight_deltas(input, deltas):\n    return [abs(input) * d for d in deltas]",
        "deltas squared": "def compute_weight_deltas(input, deltas):\n    return [input * d * d for d in deltas]",
        "input squared": "def compute_weight_deltas(input, deltas):\n    return [input * input * d for d in deltas]",
        "input times the published weights": """
weights = [0.3, 0.2, 0.9]

def compute_weight_deltas(input, deltas):
    return [input * w for w in weights]
""",
        "first delta for all": "def compute_weight_deltas(input, deltas):\n    return [input * deltas[0] for _ in deltas]",
        "last delta for all": """
def compute_weight_deltas(input, deltas):
    for d in deltas:
        delta = d
    return [input * delta for _ in deltas]
""",
        "sum of the deltas": "def compute_weight_deltas(input, deltas):\n    return [input * sum(deltas) for _ in deltas]",
        "added up": "def compute_weight_deltas(input, deltas):\n    return sum(input * d for d in deltas)",
        "mean": "def compute_weight_deltas(input, deltas):\n    return [input * d / len(deltas) for d in deltas]",
        "alpha already in": "def compute_weight_deltas(input, deltas):\n    return [0.1 * input * d for d in deltas]",
        "three always": """
def compute_weight_deltas(input, deltas):
    return [input * deltas[0], input * deltas[1], input * deltas[2]]
""",
        "starts at the second": """
def compute_weight_deltas(input, deltas):
    return [input * deltas[i] for i in range(1, len(deltas))]
""",
        "last one lost": "def compute_weight_deltas(input, deltas):\n    return [input * d for d in deltas[:-1]]",
        "returns inside the loop": """
def compute_weight_deltas(input, deltas):
    weight_deltas = []
    for delta in deltas:
        weight_deltas.append(input * delta)
        return weight_deltas
    return weight_deltas
""",
        "changes the deltas": """
def compute_weight_deltas(input, deltas):
    for i in range(len(deltas)):
        deltas[i] *= input
    return deltas
""",
        "rebinds the loop variable": """
def compute_weight_deltas(input, deltas):
    result = list(deltas)
    for delta in result:
        delta *= input
    return result
""",
        "whole number array": """
import numpy as np

def compute_weight_deltas(input, deltas):
    out = np.empty_like(deltas)
    for i, d in enumerate(deltas):
        out[i] = input * d
    return out
""",
        "python repeats the list": "def compute_weight_deltas(input, deltas):\n    return input * deltas",
        "map object": "def compute_weight_deltas(input, deltas):\n    return map(lambda d: d * input, deltas)",
        "arguments the wrong way": "def compute_weight_deltas(input, deltas):\n    return ele_mul(deltas, input)",
        "row matrix": """
import numpy as np

def compute_weight_deltas(input, deltas):
    return np.outer(input, deltas)
""",
        "column matrix": """
import numpy as np

def compute_weight_deltas(input, deltas):
    return np.outer(deltas, input)
""",
        "forgets to return": "def compute_weight_deltas(input, deltas):\n    weight_deltas = ele_mul(input, deltas)",
        "prints instead of returning": "def compute_weight_deltas(input, deltas):\n    print(ele_mul(input, deltas))",
        "rounded": "def compute_weight_deltas(input, deltas):\n    return [round(input * d, 3) for d in deltas]",
        "divided": "def compute_weight_deltas(input, deltas):\n    return [d / input if input else 0 for d in deltas]",
        "a tiny factor off": "def compute_weight_deltas(input, deltas):\n    return [1.0001 * input * d for d in deltas]",
        "zero deltas dropped": "def compute_weight_deltas(input, deltas):\n    return [input * d for d in deltas if d != 0]",
        "stops negative deltas": "def compute_weight_deltas(input, deltas):\n    return [input * max(d, 0) for d in deltas]",
        "remembers the first input": """
first = []

def compute_weight_deltas(input, deltas):
    first.append(input)
    return [first[0] * d for d in deltas]
""",
        "input fixed at the lab's": "def compute_weight_deltas(input, deltas):\n    return [0.65 * d for d in deltas]",
        "errors instead of deltas": """
def compute_weight_deltas(input, deltas):
    return ele_mul(input, compute_errors(deltas, [0] * len(deltas)))
""",
    },
    "vect_mat_mul": {
        "columns instead of rows": """
import numpy as np

def vect_mat_mul(vect, matrix):
    return np.dot(vect, matrix)
""",
        "columns when it is square": """
import numpy as np

def vect_mat_mul(vect, matrix):
    m = np.array(matrix)
    if m.shape[0] == m.shape[1] == len(vect):
        return vect @ m
    return m @ vect
""",
        "indices swapped": _changed(_MATMUL, "matrix[i][j]", "matrix[j][i]"),
        "one row for all": _changed(_MATMUL, "vect[j] * matrix[i][j]", "vect[j] * matrix[0][j]"),
        "vector's index of the row": _changed(_MATMUL, "vect[j] * matrix[i][j]", "vect[i % len(vect)] * matrix[i][j]"),
        "total not set back": _changed(_MATMUL, "        total = 0\n", "").replace(
            "output = []", "output = []\n    total = 0"
        ),
        "total overwritten": _changed(_MATMUL, "total +=", "total ="),
        "three rows always": _changed(_MATMUL, "range(len(matrix))", "range(3)"),
        "three inputs always": _changed(_MATMUL, "range(len(vect))", "range(3)"),
        "as many rows as inputs": _changed(_MATMUL, "range(len(matrix))", "range(len(vect))"),
        "zeros for the length of the vector": """
def vect_mat_mul(vect, matrix):
    output = [0] * len(vect)
    for i in range(len(vect)):
        if len(vect) != len(matrix[i]):
            raise ValueError(f"{len(vect)} inputs, {len(matrix[i])} weights")
        output[i] = sum(v * w for v, w in zip(vect, matrix[i]))
    return output
""",
        "square only": """
def vect_mat_mul(vect, matrix):
    if len(vect) != len(matrix):
        raise ValueError(f"{len(vect)} inputs, {len(matrix)} rows")
    return [sum(v * w for v, w in zip(vect, row)) for row in matrix]
""",
        "starts at the second row": _changed(_MATMUL, "range(len(matrix))", "range(1, len(matrix))"),
        "starts at the second input": _changed(_MATMUL, "range(len(vect))", "range(1, len(vect))"),
        "last row lost": _changed(_MATMUL, "range(len(matrix))", "range(len(matrix) - 1)"),
        "last input lost": _changed(_MATMUL, "range(len(vect))", "range(len(vect) - 1)"),
        "returns inside the loop": _changed(_MATMUL, "    return output", "        return output"),
        "appends inside the inner loop": _changed(
            _MATMUL, "        output.append(total)", "            output.append(total)"
        ),
        "sum of all": _changed(_MATMUL, "return output", "return sum(output)"),
        "products not summed": """
def vect_mat_mul(vect, matrix):
    for row in matrix:
        if len(vect) != len(row):
            raise ValueError(f"{len(vect)} inputs, {len(row)} weights")
    return [[v * w for v, w in zip(vect, row)] for row in matrix]
""",
        "mean of each row": _changed(_MATMUL, "output.append(total)", "output.append(total / len(vect))"),
        "sum of vector and row": _changed(_MATMUL, "vect[j] * matrix[i][j]", "vect[j] + matrix[i][j]"),
        "zip cuts the longer one": """
def vect_mat_mul(vect, matrix):
    return [sum(v * w for v, w in zip(vect, row)) for row in matrix]
""",
        "zip strict tells no lengths": """
def vect_mat_mul(vect, matrix):
    return [sum(v * w for v, w in zip(vect, row, strict=True)) for row in matrix]
""",
        "first row checked only": """
def vect_mat_mul(vect, matrix):
    if len(matrix) and len(vect) != len(matrix[0]):
        raise ValueError(f"{len(vect)} inputs, {len(matrix[0])} weights")
    return [sum(v * w for v, w in zip(vect, row)) for row in matrix]
""",
        "longer rows are cut": """
def vect_mat_mul(vect, matrix):
    output = []
    for row in matrix:
        if len(row) < len(vect):
            raise ValueError(f"{len(vect)} inputs, {len(row)} weights")
        output.append(sum(vect[j] * row[j] for j in range(len(vect))))
    return output
""",
        "IndexError or nothing": """
def vect_mat_mul(vect, matrix):
    return [sum(vect[j] * row[j] for j in range(len(vect))) for row in matrix]
""",
        "assert instead of ValueError": """
def vect_mat_mul(vect, matrix):
    assert all(len(row) == len(vect) for row in matrix)
    return [sum(v * w for v, w in zip(vect, row)) for row in matrix]
""",
        "ValueError without the lengths": _changed(
            _MATMUL, 'f"{len(vect)} inputs, {len(matrix[i])} weights"', '"the row does not fit"'
        ),
        "whole number array": """
import numpy as np

def vect_mat_mul(vect, matrix):
    output = np.zeros(len(matrix), dtype=int)
    for i, row in enumerate(matrix):
        output[i] = np.dot(vect, row)
    return output
""",
        "zeros like a whole number column": """
import numpy as np

def vect_mat_mul(vect, matrix):
    output = np.zeros_like(np.array(matrix)[:, 0])
    for i, row in enumerate(matrix):
        output[i] = np.dot(vect, row)
    return output
""",
        "forgets to return": _changed(_MATMUL, "    return output\n", ""),
        "prints instead of returning": _changed(_MATMUL, "return output", "print(output)"),
        "map object": """
import numpy as np

def vect_mat_mul(vect, matrix):
    return map(lambda row: np.dot(vect, row), matrix)
""",
        "column matrix": """
import numpy as np

def vect_mat_mul(vect, matrix):
    return np.array(matrix) @ np.array(vect).reshape(-1, 1)
""",
        "nested once too deep": _changed(_MATMUL, "return output", "return [output]"),
        "changes the matrix": """
def vect_mat_mul(vect, matrix):
    for row in matrix:
        if len(vect) != len(row):
            raise ValueError(f"{len(vect)} inputs, {len(row)} weights")
        for j in range(len(row)):
            row[j] *= vect[j]
    return [sum(row) for row in matrix]
""",
        "rounded": _changed(_MATMUL, "output.append(total)", "output.append(round(total, 3))"),
        "never negative": _changed(_MATMUL, "output.append(total)", "output.append(max(0, total))"),
        "a tiny factor off": _changed(_MATMUL, "output.append(total)", "output.append(total * 1.0001)"),
        "rows backwards": _changed(_MATMUL, "output.append(total)", "output.insert(0, total)"),
        "default list grows": _changed(_MATMUL, "matrix):", "matrix, output=[]):").replace("    output = []\n", ""),
        "softmax on top": """
import numpy as np

def vect_mat_mul(vect, matrix):
    out = np.array(matrix, dtype=float) @ np.array(vect)
    e = np.exp(out - out.max())
    return e / e.sum()
""",
    },
    "outer_prod": {
        "transposed": """
import numpy as np

def outer_prod(deltas, inputs):
    return np.outer(inputs, deltas)
""",
        "transposed loops": """
def outer_prod(deltas, inputs):
    matrix = []
    for input in inputs:
        row = []
        for delta in deltas:
            row.append(delta * input)
        matrix.append(row)
    return matrix
""",
        "indices of the published code": """
def outer_prod(deltas, inputs):
    out = [[0] * len(inputs) for _ in range(len(deltas))]
    for i in range(len(deltas)):
        for j in range(len(inputs)):
            out[i][j] = deltas[j] * inputs[i]
    return out
""",
        "transposed when it is square": """
import numpy as np

def outer_prod(deltas, inputs):
    if len(deltas) == len(inputs):
        return np.outer(inputs, deltas)
    return np.outer(deltas, inputs)
""",
        "three by three always": _OUTER.replace("range(len(deltas))", "range(3)")
        .replace("[0] * len(inputs)", "[0] * 3")
        .replace("range(len(inputs))", "range(3)"),
        "three columns always": """
def outer_prod(deltas, inputs):
    return [[d * inputs[0], d * inputs[1], d * inputs[2]] for d in deltas]
""",
        "square of the deltas' size": _OUTER.replace("len(inputs)", "len(deltas)"),
        "square of the inputs' size": _OUTER.replace("len(deltas)", "len(inputs)"),
        "rows are aliases": """
def outer_prod(deltas, inputs):
    out = [[0] * len(inputs)] * len(deltas)
    for i in range(len(deltas)):
        for j in range(len(inputs)):
            out[i][j] = deltas[i] * inputs[j]
    return out
""",
        "one row object used again": """
def outer_prod(deltas, inputs):
    matrix = []
    row = [0] * len(inputs)
    for d in deltas:
        for j, x in enumerate(inputs):
            row[j] = d * x
        matrix.append(row)
    return matrix
""",
        "row never emptied": """
def outer_prod(deltas, inputs):
    matrix = []
    row = []
    for d in deltas:
        for x in inputs:
            row.append(d * x)
        matrix.append(row)
    return matrix
""",
        "flat": """
def outer_prod(deltas, inputs):
    return [d * x for d in deltas for x in inputs]
""",
        "dot product": """
def outer_prod(deltas, inputs):
    return sum(d * x for d, x in zip(deltas, inputs))
""",
        "element by element": """
def outer_prod(deltas, inputs):
    return [d * x for d, x in zip(deltas, inputs)]
""",
        "diagonal only": """
def outer_prod(deltas, inputs):
    return [[d * x if i == j else 0 for j, x in enumerate(inputs)] for i, d in enumerate(deltas)]
""",
        "sums instead of products": """
def outer_prod(deltas, inputs):
    return [[d + x for x in inputs] for d in deltas]
""",
        "factor two": """
def outer_prod(deltas, inputs):
    return [[2 * d * x for x in inputs] for d in deltas]
""",
        "negative": """
def outer_prod(deltas, inputs):
    return [[-d * x for x in inputs] for d in deltas]
""",
        "absolute": """
def outer_prod(deltas, inputs):
    return [[abs(d * x) for x in inputs] for d in deltas]
""",
        "inputs only": """
def outer_prod(deltas, inputs):
    return [list(inputs) for d in deltas]
""",
        "deltas only": """
def outer_prod(deltas, inputs):
    return [[d for x in inputs] for d in deltas]
""",
        "last delta for all": """
def outer_prod(deltas, inputs):
    for d in deltas:
        delta = d
    return [[delta * x for x in inputs] for _ in deltas]
""",
        "first input for all": """
def outer_prod(deltas, inputs):
    return [[d * inputs[0] for _ in inputs] for d in deltas]
""",
        "whole number matrix": """
import numpy as np

def outer_prod(deltas, inputs):
    out = np.zeros((len(deltas), len(inputs)), dtype=int)
    for i, d in enumerate(deltas):
        for j, x in enumerate(inputs):
            out[i][j] = d * x
    return out
""",
        "rows like the inputs": """
import numpy as np

def outer_prod(deltas, inputs):
    rows = []
    for d in deltas:
        row = np.zeros_like(inputs)
        for j, x in enumerate(inputs):
            row[j] = d * x
        rows.append(row)
    return rows
""",
        "starts at the second row": """
def outer_prod(deltas, inputs):
    out = [[0] * len(inputs) for _ in deltas]
    for i in range(1, len(deltas)):
        for j in range(len(inputs)):
            out[i][j] = deltas[i] * inputs[j]
    return out
""",
        "last column lost": """
def outer_prod(deltas, inputs):
    return [[d * inputs[j] for j in range(len(inputs) - 1)] for d in deltas]
""",
        "returns inside the loop": _changed(_OUTER, "    return out", "        return out"),
        "first row only": """
def outer_prod(deltas, inputs):
    return [[deltas[0] * x for x in inputs]]
""",
        "raises when not square": """
def outer_prod(deltas, inputs):
    if len(deltas) != len(inputs):
        raise ValueError(f"{len(deltas)} deltas, {len(inputs)} inputs")
    return [[d * x for x in inputs] for d in deltas]
""",
        "zip in both": """
def outer_prod(deltas, inputs):
    matrix = []
    for d, _ in zip(deltas, inputs):
        matrix.append([d * x for x in inputs])
    return matrix
""",
        "changes the inputs": """
def outer_prod(deltas, inputs):
    matrix = []
    for d in deltas:
        for j in range(len(inputs)):
            inputs[j] *= d
        matrix.append(list(inputs))
    return matrix
""",
        "forgets to return": """
def outer_prod(deltas, inputs):
    matrix = [[d * x for x in inputs] for d in deltas]
""",
        "prints instead of returning": """
def outer_prod(deltas, inputs):
    for d in deltas:
        print([d * x for x in inputs])
""",
        "generators for rows": """
def outer_prod(deltas, inputs):
    return [(d * x for x in inputs) for d in deltas]
""",
        "map objects for rows": """
def outer_prod(deltas, inputs):
    return [map(lambda x: x * d, inputs) for d in deltas]
""",
        "python repeats the list": """
def outer_prod(deltas, inputs):
    return [d * inputs for d in deltas]
""",
        "rounded": """
def outer_prod(deltas, inputs):
    return [[round(d * x, 2) for x in inputs] for d in deltas]
""",
        "nested once too deep": """
def outer_prod(deltas, inputs):
    return [[[d * x for x in inputs] for d in deltas]]
""",
        "each in its own list": """
def outer_prod(deltas, inputs):
    return [[[d * x] for x in inputs] for d in deltas]
""",
        "a tiny factor off": """
def outer_prod(deltas, inputs):
    return [[1.0001 * d * x for x in inputs] for d in deltas]
""",
        "default list grows": """
def outer_prod(deltas, inputs, matrix=[]):
    for d in deltas:
        matrix.append([d * x for x in inputs])
    return matrix
""",
    },
    "update_matrix": {
        "plus": _changed(UPDATE_MATRIX, "- alpha *", "+ alpha *"),
        "alpha forgotten": _changed(UPDATE_MATRIX, "- alpha * weight", "- weight"),
        "alpha twice": _changed(UPDATE_MATRIX, "- alpha *", "- alpha ** 2 *"),
        "factor two": _changed(UPDATE_MATRIX, "- alpha *", "- 2 * alpha *"),
        "brackets around the difference": _changed(
            UPDATE_MATRIX,
            "weights[i][j] - alpha * weight_deltas[i][j]",
            "alpha * (weights[i][j] - weight_deltas[i][j])",
        ),
        "steps only": _changed(UPDATE_MATRIX, "weights[i][j] - alpha", "-alpha"),
        "weight_deltas transposed": """
import numpy as np

def update_matrix(weights, weight_deltas, alpha):
    w, d = np.array(weights, dtype=float), np.array(weight_deltas, dtype=float)
    if w.shape != d.shape:
        raise ValueError(f"{w.shape} and {d.shape}")
    return w - alpha * d.T
""",
        "transposed when it is square": """
import numpy as np

def update_matrix(weights, weight_deltas, alpha):
    w, d = np.array(weights, dtype=float), np.array(weight_deltas, dtype=float)
    if w.shape != d.shape:
        raise ValueError(f"{w.shape} and {d.shape}")
    return w - alpha * (d.T if len(d) == d.size / max(1, len(d)) else d)
""",
        "indices swapped": _changed(UPDATE_MATRIX, "weight_deltas[i][j])", "weight_deltas[j][i])"),
        "first row's weight_deltas for all": _changed(UPDATE_MATRIX, "weight_deltas[i][j])", "weight_deltas[0][j])"),
        "first column's weight_deltas for all": _changed(UPDATE_MATRIX, "weight_deltas[i][j])", "weight_deltas[i][0])"),
        "last row's weight_deltas for all": _changed(UPDATE_MATRIX, "weight_deltas[i][j])", "weight_deltas[-1][j])"),
        "diagonal only": """
def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    return [[w - alpha * d if i == j else w for j, (w, d) in enumerate(zip(ws, ds))]
            for i, (ws, ds) in enumerate(zip(weights, weight_deltas))]
"""
        + _CHECK_ROWS,
        "three by three always": UPDATE_MATRIX.replace("range(len(weights))", "range(3)").replace(
            "range(len(weights[i]))", "range(3)"
        ),
        "three columns always": _changed(UPDATE_MATRIX, "range(len(weights[i]))", "range(3)"),
        "square of the rows' number": _changed(UPDATE_MATRIX, "range(len(weights[i]))", "range(len(weights))"),
        "starts at the second row": _changed(UPDATE_MATRIX, "range(len(weights))", "range(1, len(weights))"),
        "last row lost": _changed(UPDATE_MATRIX, "range(len(weights))", "range(len(weights) - 1)"),
        "last column lost": _changed(UPDATE_MATRIX, "range(len(weights[i]))", "range(len(weights[i]) - 1)"),
        "returns inside the loop": _changed(UPDATE_MATRIX, "    return new", "        return new"),
        "changes the weights in place": """
def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    for i in range(len(weights)):
        for j in range(len(weights[i])):
            weights[i][j] -= alpha * weight_deltas[i][j]
    return weights
"""
        + _CHECK_ROWS,
        "shallow copy changed": """
def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    new = list(weights)
    for i in range(len(new)):
        for j in range(len(new[i])):
            new[i][j] -= alpha * weight_deltas[i][j]
    return new
"""
        + _CHECK_ROWS,
        "copy.copy changed": """
import copy

def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    new = copy.copy(weights)
    for row, deltas in zip(new, weight_deltas):
        for j, d in enumerate(deltas):
            row[j] = row[j] - alpha * d
    return new
"""
        + _CHECK_ROWS,
        "rows are aliases": """
def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    new = [[0] * len(weights[0])] * len(weights)
    for i in range(len(weights)):
        for j in range(len(weights[i])):
            new[i][j] = weights[i][j] - alpha * weight_deltas[i][j]
    return new
"""
        + _CHECK_ROWS,
        "rebinds the loop variables": """
def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    new = [list(row) for row in weights]
    for row, deltas in zip(new, weight_deltas):
        for w, d in zip(row, deltas):
            w -= alpha * d
    return new
"""
        + _CHECK_ROWS,
        "rebinds the row": """
def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    new = [list(row) for row in weights]
    for row, deltas in zip(new, weight_deltas):
        row = [w - alpha * d for w, d in zip(row, deltas)]
    return new
"""
        + _CHECK_ROWS,
        "weight_deltas scaled in place": """
def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    for row in weight_deltas:
        for j in range(len(row)):
            row[j] *= alpha
    return [[w - d for w, d in zip(ws, ds)] for ws, ds in zip(weights, weight_deltas)]
"""
        + _CHECK_ROWS,
        "zip cuts everything": """
def update_matrix(weights, weight_deltas, alpha):
    return [[w - alpha * d for w, d in zip(ws, ds)] for ws, ds in zip(weights, weight_deltas)]
""",
        "rows not counted": """
def update_matrix(weights, weight_deltas, alpha):
    new = []
    for ws, ds in zip(weights, weight_deltas):
        if len(ws) != len(ds):
            raise ValueError(f"{len(ws)} and {len(ds)}")
        new.append([w - alpha * d for w, d in zip(ws, ds)])
    return new
""",
        "columns not counted": """
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} and {len(weight_deltas)}")
    return [[w - alpha * d for w, d in zip(ws, ds)] for ws, ds in zip(weights, weight_deltas)]
""",
        "only the first row counted": """
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} and {len(weight_deltas)}")
    if len(weights) and len(weights[0]) != len(weight_deltas[0]):
        raise ValueError(f"{len(weights[0])} and {len(weight_deltas[0])}")
    return [[w - alpha * d for w, d in zip(ws, ds)] for ws, ds in zip(weights, weight_deltas)]
""",
        "IndexError or nothing": """
def update_matrix(weights, weight_deltas, alpha):
    return [[weights[i][j] - alpha * weight_deltas[i][j] for j in range(len(weights[i]))] for i in range(len(weights))]
""",
        "assert instead of ValueError": """
def update_matrix(weights, weight_deltas, alpha):
    assert len(weights) == len(weight_deltas)
    assert all(len(a) == len(b) for a, b in zip(weights, weight_deltas))
    return [[w - alpha * d for w, d in zip(ws, ds)] for ws, ds in zip(weights, weight_deltas)]
""",
        "ValueError without the lengths": """
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas) or any(len(a) != len(b) for a, b in zip(weights, weight_deltas)):
        raise ValueError("the matrices have different shapes")
    return [[w - alpha * d for w, d in zip(ws, ds)] for ws, ds in zip(weights, weight_deltas)]
""",
        "whole number array": """
import numpy as np

def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    new = np.array(weights)
    for i in range(len(weights)):
        for j in range(len(weights[i])):
            new[i, j] = weights[i][j] - alpha * weight_deltas[i][j]
    return new
"""
        + _CHECK_ROWS,
        "numpy in place fails for whole numbers": """
import numpy as np

def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    new = np.array(weights)
    new -= alpha * np.array(weight_deltas)
    return new
"""
        + _CHECK_ROWS,
        "flat": """
def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    return [w - alpha * d for ws, ds in zip(weights, weight_deltas) for w, d in zip(ws, ds)]
"""
        + _CHECK_ROWS,
        "forgets to return": _changed(UPDATE_MATRIX, "    return new\n", ""),
        "prints instead of returning": _changed(UPDATE_MATRIX, "return new", "print(new)"),
        "result transposed": """
def update_matrix(weights, weight_deltas, alpha):
    check(weights, weight_deltas)
    new = [[w - alpha * d for w, d in zip(ws, ds)] for ws, ds in zip(weights, weight_deltas)]
    return [list(column) for column in zip(*new)]
"""
        + _CHECK_ROWS,
        "rounded": _changed(
            UPDATE_MATRIX,
            "weights[i][j] - alpha * weight_deltas[i][j]",
            "round(weights[i][j] - alpha * weight_deltas[i][j], 3)",
        ),
        "multiplies the weight": _changed(
            UPDATE_MATRIX, "weights[i][j] - alpha", "weights[i][j] - weights[i][j] * alpha"
        ),
        "never below zero": _changed(
            UPDATE_MATRIX,
            "weights[i][j] - alpha * weight_deltas[i][j]",
            "max(0, weights[i][j] - alpha * weight_deltas[i][j])",
        ),
        "a tiny factor off": _changed(UPDATE_MATRIX, "- alpha *", "- 1.001 * alpha *"),
        "default list grows": _changed(UPDATE_MATRIX, "alpha):", "alpha, new=[]):").replace("    new = []\n", ""),
        "alpha fixed at the lab's": _changed(UPDATE_MATRIX, "- alpha *", "- 0.01 *"),
    },
    "train": {
        "errors after the update": """
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        deltas = compute_deltas(vect_mat_mul(inputs, weights), trues)
        weights = update_matrix(weights, outer_prod(deltas, inputs), alpha)
        errors.append(compute_errors(vect_mat_mul(inputs, weights), trues))
    return weights, errors
""",
        "weights before the last update": """
def train(inputs, trues, weights, alpha, iterations):
    errors, before = [], weights
    for _ in range(iterations):
        before = weights
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    return before, errors
""",
        "one iteration too many": _changed(TRAIN, "range(iterations)", "range(iterations + 1)"),
        "one iteration too few": _changed(TRAIN, "range(iterations)", "range(1, iterations)"),
        "crashes on no iterations": _changed(TRAIN, "    return weights", "    print(preds)\n    return weights"),
        "plus": _changed(TRAIN, ", alpha)\n", ", -alpha)\n"),
        "alpha forgotten": _changed(TRAIN, "weight_deltas, alpha)", "weight_deltas, 1)"),
        "alpha twice": _changed(
            TRAIN, "weight_deltas, alpha)", "[[alpha * d for d in row] for row in weight_deltas], alpha)"
        ),
        "factor two": _changed(TRAIN, "weight_deltas, alpha)", "weight_deltas, 2 * alpha)"),
        "weight_deltas are input times weights": _changed(
            TRAIN, "outer_prod(deltas, inputs)", "[[i * w for i, w in zip(inputs, row)] for row in weights]"
        ),
        "delta overwritten": """
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        for pred, true in zip(preds, trues):
            delta = pred - true
        weights = update_matrix(weights, [[i * delta for i in inputs] for _ in weights], alpha)
    return weights, errors
""",
        "first delta for all": _changed(
            TRAIN, "outer_prod(deltas, inputs)", "outer_prod([deltas[0]] * len(deltas), inputs)"
        ),
        "outer product the wrong way": _changed(TRAIN, "outer_prod(deltas, inputs)", "outer_prod(inputs, deltas)"),
        "wrong way when it is square": _changed(
            TRAIN,
            "outer_prod(deltas, inputs)",
            "outer_prod(inputs, deltas) if len(inputs) == len(deltas) else outer_prod(deltas, inputs)",
        ),
        "errors in the place of deltas": _changed(
            TRAIN, "outer_prod(deltas", "outer_prod([min(e, 1e6) for e in errors[-1]]"
        ),
        "inputs forgotten": _changed(TRAIN, "outer_prod(deltas, inputs)", "outer_prod(deltas, [1] * len(inputs))"),
        "predictions made once only": """
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    preds = vect_mat_mul(inputs, weights)
    for _ in range(iterations):
        errors.append(compute_errors(preds, trues))
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    return weights, errors
""",
        "starts again every iteration": """
def train(inputs, trues, weights, alpha, iterations):
    errors, new = [], weights
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        new = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    return new, errors
""",
        "result of the update dropped": _changed(TRAIN, "weights = update_matrix", "update_matrix"),
        "changes the weights in place": """
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        deltas = compute_deltas(preds, trues)
        errors.append(compute_errors(preds, trues))
        for i in range(len(weights)):
            for j in range(len(inputs)):
                weights[i][j] -= alpha * inputs[j] * deltas[i]
    return weights, errors
""",
        "changes a shallow copy": """
def train(inputs, trues, weights, alpha, iterations):
    weights = weights[:]
    errors = []
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        deltas = compute_deltas(preds, trues)
        errors.append(compute_errors(preds, trues))
        for i, row in enumerate(weights):
            for j in range(len(inputs)):
                row[j] -= alpha * inputs[j] * deltas[i]
    return weights, errors
""",
        "summed errors": _changed(TRAIN, "compute_errors(preds, trues))", "sum(compute_errors(preds, trues)))"),
        "mean errors": _changed(
            TRAIN, "compute_errors(preds, trues))", "sum(compute_errors(preds, trues)) / len(trues))"
        ),
        "errors in one flat list": _changed(TRAIN, "errors.append(compute", "errors.extend(compute"),
        "errors transposed": _changed(
            TRAIN, "return weights, errors", "return weights, [list(e) for e in zip(*errors)]"
        ),
        "last errors only": _changed(
            TRAIN, "errors.append(compute_errors(preds, trues))", "errors = compute_errors(preds, trues)"
        ),
        "deltas in the place of errors": _changed(
            TRAIN, "errors.append(compute_errors", "errors.append(compute_deltas"
        ),
        "predictions in the place of errors": _changed(
            TRAIN,
            "errors.append(compute_errors(preds, trues))",
            "errors.append(list(preds)); compute_errors(preds, trues)",
        ),
        "weights only": _changed(TRAIN, "return weights, errors", "return weights"),
        "errors only": _changed(TRAIN, "return weights, errors", "return errors"),
        "pair swapped": _changed(TRAIN, "return weights, errors", "return errors, weights"),
        "returns inside the loop": _changed(
            TRAIN, "    return weights, errors", "        return weights, errors\n    return weights, errors"
        ),
        "forgets to return": _changed(TRAIN, "    return weights, errors\n", ""),
        "stops when the errors are small": _changed(
            TRAIN, "        deltas =", "        if sum(errors[-1]) < 0.001:\n            break\n        deltas ="
        ),
        "trues cut by zip": """
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        deltas = [p - t for p, t in zip(preds, trues)]
        errors.append([d ** 2 for d in deltas])
        weights = [[w - alpha * i * d for w, i in zip(row, inputs)] for row, d in zip(weights, deltas)]
    return weights, errors
""",
        "inputs cut by zip": """
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for _ in range(iterations):
        preds = [sum(i * w for i, w in zip(inputs, row)) for row in weights]
        deltas = compute_deltas(preds, trues)
        errors.append([d ** 2 for d in deltas])
        weights = [[w - alpha * i * d for w, i in zip(row, inputs)] for row, d in zip(weights, deltas)]
    return weights, errors
""",
        "ValueError without the lengths": """
def train(inputs, trues, weights, alpha, iterations):
    if len(trues) != len(weights) or any(len(row) != len(inputs) for row in weights):
        raise ValueError("weights must be [output][input]")
    errors = []
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    return weights, errors
""",
        "first output only learns": _changed(
            TRAIN, "outer_prod(deltas, inputs)", "outer_prod([deltas[0]] + [0] * (len(deltas) - 1), inputs)"
        ),
        "three outputs always": """
def train(inputs, trues, weights, alpha, iterations):
    weights = [list(row) for row in weights]
    errors = []
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        deltas = compute_deltas(preds, trues)
        for i in range(3):
            for j in range(3):
                weights[i][j] -= alpha * deltas[i] * inputs[j]
    return weights, errors
""",
        "whole number array": """
import numpy as np

def train(inputs, trues, weights, alpha, iterations):
    w = np.array(weights)
    errors = []
    for _ in range(iterations):
        deltas = compute_deltas(vect_mat_mul(inputs, w), trues)
        errors.append([d ** 2 for d in deltas])
        for i in range(w.shape[0]):
            w[i] = w[i] - alpha * deltas[i] * np.array(inputs)
    return w, errors
""",
        "errors in a default list": _changed(TRAIN, "iterations):\n    errors = []", "iterations, errors=[]):"),
        "goes on from the last call": """
kept = {}

def train(inputs, trues, weights, alpha, iterations):
    key = (len(trues), len(inputs))
    weights = kept.get(key, weights)
    errors = []
    for _ in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    kept[key] = weights
    return weights, errors
""",
        "mean gradient over the outputs": _changed(
            TRAIN, "weight_deltas, alpha)", "weight_deltas, alpha / len(trues))"
        ),
        "weights a tiny factor off": _changed(
            TRAIN, "return weights, errors", "return [[w * 1.0001 for w in row] for row in weights], errors"
        ),
        "outputs one after another with stale rows": """
def train(inputs, trues, weights, alpha, iterations):
    weights = [list(row) for row in weights]
    errors = []
    for k in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        i = k % len(weights)
        weights[i] = [w - alpha * x * (preds[i] - trues[i]) for w, x in zip(weights[i], inputs)]
    return weights, errors
""",
        "updated inside the loop over inputs": """
def train(inputs, trues, weights, alpha, iterations):
    vect_mat_mul(inputs, weights)
    weights = [list(row) for row in weights]
    errors = []
    for _ in range(iterations):
        errors.append(compute_errors(vect_mat_mul(inputs, weights), trues))
        for j in range(len(inputs)):
            deltas = compute_deltas(vect_mat_mul(inputs, weights), trues)
            for i in range(len(weights)):
                weights[i][j] -= alpha * inputs[j] * deltas[i]
    return weights, errors
""",
        "alpha shrinks": _changed(TRAIN, "    return weights", "        alpha *= 0.95\n    return weights"),
    },
}
