"""Lab 03: answers that were written without a look at the library of wrong formulas."""

WRONG = {
    "ele_mul": {
        "times on the list": r"""
def ele_mul(number, vector):
    preds = vector * number
    return preds
""",
        "three outputs written out": r"""
def ele_mul(number, vector):
    return [number * vector[0], number * vector[1], number * vector[2]]
""",
        "numpy sum": r"""
import numpy as np
def ele_mul(number, vector):
    return np.sum(number * np.array(vector))
""",
        "returns the map itself": r"""
def ele_mul(number, vector):
    return map(lambda v: number * v, vector)
""",
        "enumerate and write into the vector": r"""
def ele_mul(number, vector):
    for i, v in enumerate(vector):
        vector[i] = number * v
    return vector
""",
        "divides": r"""
def ele_mul(number, vector):
    return [number / v if v != 0 else 0 for v in vector]
""",
        "starts at 1": r"""
def ele_mul(number, vector):
    output = []
    for i in range(1, len(vector)):
        output.append(number * vector[i])
    return output
""",
        "array of the vector's own integer type": r"""
import numpy as np
def ele_mul(number, vector):
    preds = np.array(vector)
    for i in range(len(preds)):
        preds[i] = preds[i] * number
    return preds
""",
        "prints only": r"""
def ele_mul(number, vector):
    print([number * v for v in vector])
""",
        "curly brackets": r"""
def ele_mul(number, vector):
    return {number * v for v in vector}
""",
        "insert at the front, order reversed": r"""
def ele_mul(number, vector):
    output = []
    for v in vector:
        output.insert(0, number * v)
    return output
""",
        "pops the vector empty": r"""
def ele_mul(number, vector):
    output = []
    while vector:
        output.append(number * vector.pop(0))
    return output
""",
        "drops zero weights": r"""
def ele_mul(number, vector):
    return [number * v for v in vector if v]
""",
        "every entry is the last": r"""
def ele_mul(number, vector):
    for v in vector:
        pred = number * v
    return [pred for v in vector]
""",
    },
    "compute_errors": {
        "summed": r"""
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} preds and {len(trues)} trues")
    total = 0
    for p, t in zip(preds, trues):
        total += (p - t) ** 2
    return total
""",
        "zip without a length check": r"""
def compute_errors(preds, trues):
    return [(p - t) ** 2 for p, t in zip(preds, trues)]
""",
        "mean squared error": r"""
import numpy as np
def compute_errors(preds, trues):
    return np.mean((np.array(preds) - np.array(trues)) ** 2)
""",
        "return too far in": r"""
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} preds and {len(trues)} trues")
    errors = []
    for i in range(len(preds)):
        errors.append((preds[i] - trues[i]) ** 2)
        return errors
""",
        "absolute": r"""
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} preds and {len(trues)} trues")
    return [abs(p - t) for p, t in zip(preds, trues)]
""",
        "lists subtracted": r"""
def compute_errors(preds, trues):
    return (preds - trues) ** 2
""",
        "every pred with every true": r"""
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} preds and {len(trues)} trues")
    return [(p - t) ** 2 for p in preds for t in trues]
""",
        "squares first": r"""
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} preds and {len(trues)} trues")
    return [p ** 2 - t ** 2 for p, t in zip(preds, trues)]
""",
        "overwrites the preds": r"""
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} preds and {len(trues)} trues")
    errors = preds
    for i in range(len(trues)):
        errors[i] = (preds[i] - trues[i]) ** 2
    return errors
""",
        "range over the preds, longer trues ignored": r"""
def compute_errors(preds, trues):
    errors = [0] * len(preds)
    for i in range(len(preds)):
        errors[i] = (preds[i] - trues[i]) ** 2
    return errors
""",
        "looks up the true by the pred's value": r"""
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} preds and {len(trues)} trues")
    preds = list(preds)
    return [(p - trues[preds.index(p)]) ** 2 for p in preds]
""",
        "ValueError without the lengths": r"""
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError("preds and trues must have the same length")
    return [(p - t) ** 2 for p, t in zip(preds, trues)]
""",
        "integer zeros": r"""
import numpy as np
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} preds and {len(trues)} trues")
    errors = np.zeros(len(preds), dtype=int)
    for i in range(len(preds)):
        errors[i] = (preds[i] - trues[i]) ** 2
    return errors
""",
        "running total": r"""
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"{len(preds)} preds and {len(trues)} trues")
    errors = []
    error = 0
    for p, t in zip(preds, trues):
        error += (p - t) ** 2
        errors.append(error)
    return errors
""",
    },
    "compute_deltas": {
        "trues minus preds": r"""
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"len {len(preds)} vs len {len(trues)}")
    return [t - p for p, t in zip(preds, trues)]
""",
        "delta overwritten, only the last one comes back": r"""
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"len {len(preds)} vs len {len(trues)}")
    for i in range(len(preds)):
        delta = preds[i] - trues[i]
    return delta
""",
        "last delta for all": r"""
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"len {len(preds)} vs len {len(trues)}")
    deltas = [0] * len(preds)
    for i in range(len(preds)):
        deltas = [preds[i] - trues[i]] * len(preds)
    return deltas
""",
        "zip_longest fills up with 0": r"""
from itertools import zip_longest
def compute_deltas(preds, trues):
    return [p - t for p, t in zip_longest(preds, trues, fillvalue=0)]
""",
        "absolute values": r"""
import numpy as np
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"len {len(preds)} vs len {len(trues)}")
    return np.abs(np.array(preds) - np.array(trues))
""",
        "errors copied": r"""
def compute_deltas(preds, trues):
    deltas = compute_errors(preds, trues)
    return deltas
""",
        "preds that are not in trues": r"""
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"len {len(preds)} vs len {len(trues)}")
    return [p for p in preds if p not in trues]
""",
        "numpy broadcasts a length of 1 (else right)": r"""
import numpy as np
def compute_deltas(preds, trues):
    return np.array(preds) - np.array(trues)
""",
        "changes preds": r"""
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"len {len(preds)} vs len {len(trues)}")
    for i in range(len(preds)):
        preds[i] -= trues[i]
    return preds
""",
        "np.diff along the wrong axis": r"""
import numpy as np
def compute_deltas(preds, trues):
    return np.diff([preds, trues])
""",
        "written over trues": r"""
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"len {len(preds)} vs len {len(trues)}")
    deltas = trues
    for i, p in enumerate(preds):
        deltas[i] = p - trues[i]
    return deltas
""",
        "three outputs unpacked": r"""
def compute_deltas(preds, trues):
    hurt, win, sad = preds
    t_hurt, t_win, t_sad = trues
    return [hurt - t_hurt, win - t_win, sad - t_sad]
""",
        "integer array filled with fractions": r"""
import numpy as np
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"len {len(preds)} vs len {len(trues)}")
    deltas = np.zeros_like(trues)
    for i in range(len(trues)):
        deltas[i] = preds[i] - trues[i]
    return deltas
""",
        "indexes past a longer trues, IndexError for a shorter": r"""
def compute_deltas(preds, trues):
    deltas = []
    for i, p in enumerate(preds):
        deltas.append(p - trues[i])
    return deltas
""",
    },
    "compute_weight_deltas": {
        "input times weights, as in the book": r"""
weights = [0.3, 0.2, 0.9]
def compute_weight_deltas(input, deltas):
    return ele_mul(input, weights)
""",
        "all deltas summed": r"""
def compute_weight_deltas(input, deltas):
    return input * sum(deltas)
""",
        "only the last delta": r"""
def compute_weight_deltas(input, deltas):
    for delta in deltas:
        weight_delta = input * delta
    return weight_delta
""",
        "adds the input": r"""
def compute_weight_deltas(input, deltas):
    return [input + d for d in deltas]
""",
        "deltas squared": r"""
def compute_weight_deltas(input, deltas):
    return [input * d ** 2 for d in deltas]
""",
        "mean over the outputs": r"""
import numpy as np
def compute_weight_deltas(input, deltas):
    return input * np.array(deltas) / len(deltas)
""",
        "input overwritten in the loop": r"""
def compute_weight_deltas(input, deltas):
    weight_deltas = []
    for d in deltas:
        input = input * d
        weight_deltas.append(input)
    return weight_deltas
""",
        "np.zeros(3)": r"""
import numpy as np
def compute_weight_deltas(input, deltas):
    weight_deltas = np.zeros(3)
    for i in range(3):
        weight_deltas[i] = input * deltas[i]
    return weight_deltas
""",
        "deltas changed": r"""
def compute_weight_deltas(input, deltas):
    i = 0
    while i < len(deltas):
        deltas[i] = deltas[i] * input
        i += 1
    return deltas
""",
        "outer product with one row": r"""
import numpy as np
def compute_weight_deltas(input, deltas):
    return np.outer(input, deltas)
""",
        "integer array": r"""
import numpy as np
def compute_weight_deltas(input, deltas):
    out = np.empty(len(deltas), dtype=int)
    for k, d in enumerate(deltas):
        out[k] = input * d
    return out
""",
        "minus": r"""
def compute_weight_deltas(input, deltas):
    return ele_mul(-1 * input, deltas)
""",
        "takes input for a list": r"""
def compute_weight_deltas(input, deltas):
    return [i * d for i, d in zip(input, deltas)]
""",
        "neighbour's delta": r"""
def compute_weight_deltas(input, deltas):
    return [input * deltas[i - 1] for i in range(len(deltas))]
""",
    },
    "vect_mat_mul": {
        "vector from the left": r"""
import numpy as np
def vect_mat_mul(vect, matrix):
    return np.array(vect) @ np.array(matrix)
""",
        "takes the matrix for square": r"""
def vect_mat_mul(vect, matrix):
    output = [0] * len(vect)
    for i in range(len(vect)):
        for j in range(len(vect)):
            output[i] += vect[j] * matrix[i][j]
    return output
""",
        "zip truncates": r"""
def vect_mat_mul(vect, matrix):
    return [sum(v * m for v, m in zip(vect, row)) for row in matrix]
""",
        "return after the first row": r"""
def vect_mat_mul(vect, matrix):
    output = []
    for row in matrix:
        if len(row) != len(vect):
            raise ValueError(f"row of {len(row)}, vector of {len(vect)}")
        s = 0
        for v, m in zip(vect, row):
            s += v * m
        output.append(s)
        return output
    return output
""",
        "sum not set back to 0": r"""
def vect_mat_mul(vect, matrix):
    output = []
    total = 0
    for row in matrix:
        if len(row) != len(vect):
            raise ValueError(f"row of {len(row)}, vector of {len(vect)}")
        for j in range(len(vect)):
            total += vect[j] * row[j]
        output.append(total)
    return output
""",
        "numpy star": r"""
import numpy as np
def vect_mat_mul(vect, matrix):
    return np.array(vect) * np.array(matrix)
""",
        "summed over everything": r"""
import numpy as np
def vect_mat_mul(vect, matrix):
    return np.sum(np.array(matrix) * np.array(vect))
""",
        "summed along axis 0": r"""
import numpy as np
def vect_mat_mul(vect, matrix):
    for row in matrix:
        if len(row) != len(vect):
            raise ValueError(f"{len(row)} != {len(vect)}")
    return (np.array(matrix) * np.array(vect)).sum(axis=0)
""",
        "three rows": r"""
import numpy as np
def vect_mat_mul(vect, matrix):
    output = [0, 0, 0]
    for i in range(3):
        output[i] = np.dot(vect, matrix[i])
    return output
""",
        "same loop variable twice": r"""
def vect_mat_mul(vect, matrix):
    output = [0] * len(matrix)
    for i in range(len(matrix)):
        if len(matrix[i]) != len(vect):
            raise ValueError(f"{len(matrix[i])} != {len(vect)}")
        for i in range(len(matrix)):
            output[i] += vect[i] * matrix[i][i]
    return output
""",
        "integer output": r"""
import numpy as np
def vect_mat_mul(vect, matrix):
    output = np.zeros(len(matrix), dtype=int)
    for i, row in enumerate(matrix):
        output[i] = np.dot(vect, row)
    return output
""",
        "looks at the first row's length only": r"""
def vect_mat_mul(vect, matrix):
    if len(vect) != len(matrix[0]):
        raise ValueError(f"vector {len(vect)}, rows {len(matrix[0])}")
    output = []
    for row in matrix:
        total = 0
        for v, m in zip(vect, row):
            total += v * m
        output.append(total)
    return output
""",
        "compares the vector with the number of rows": r"""
def vect_mat_mul(vect, matrix):
    if len(vect) != len(matrix):
        raise ValueError(f"vector {len(vect)}, matrix {len(matrix)}")
    return [sum(vect[j] * row[j] for j in range(len(vect))) for row in matrix]
""",
        "rows of products are one and the same list": r"""
def vect_mat_mul(vect, matrix):
    products = [[0] * len(vect)] * len(matrix)
    for i in range(len(matrix)):
        if len(matrix[i]) != len(vect):
            raise ValueError(f"row {len(matrix[i])}, vector {len(vect)}")
        for j in range(len(vect)):
            products[i][j] = vect[j] * matrix[i][j]
    return [sum(row) for row in products]
""",
    },
    "outer_prod": {
        "laid out input by output": r"""
def outer_prod(deltas, inputs):
    return [[d * i for d in deltas] for i in inputs]
""",
        "square of the deltas' size": r"""
import numpy as np
def outer_prod(deltas, inputs):
    out = np.zeros((len(deltas), len(deltas)))
    for i in range(len(deltas)):
        for j in range(len(deltas)):
            out[i][j] = deltas[i] * inputs[j]
    return out
""",
        "the same row many times": r"""
def outer_prod(deltas, inputs):
    out = [[0] * len(inputs)] * len(deltas)
    for i in range(len(deltas)):
        for j in range(len(inputs)):
            out[i][j] = deltas[i] * inputs[j]
    return out
""",
        "elementwise": r"""
def outer_prod(deltas, inputs):
    return [d * i for d, i in zip(deltas, inputs)]
""",
        "one number, a dot product": r"""
def outer_prod(deltas, inputs):
    total = 0
    for d in deltas:
        for i in inputs:
            total += d * i
    return total
""",
        "three by three": r"""
def outer_prod(deltas, inputs):
    out = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
    for i in range(3):
        for j in range(3):
            out[i][j] = deltas[i] * inputs[j]
    return out
""",
        "flat list": r"""
def outer_prod(deltas, inputs):
    out = []
    for d in deltas:
        for i in inputs:
            out.append(d * i)
    return out
""",
        "row made outside the loop": r"""
def outer_prod(deltas, inputs):
    matrix = []
    row = []
    for d in deltas:
        for i in inputs:
            row.append(d * i)
        matrix.append(row)
    return matrix
""",
        "outer sum": r"""
import numpy as np
def outer_prod(deltas, inputs):
    return np.add.outer(deltas, inputs)
""",
        "integer matrix": r"""
import numpy as np
def outer_prod(deltas, inputs):
    out = np.zeros((len(deltas), len(inputs)), dtype=np.int64)
    for r in range(len(deltas)):
        for c in range(len(inputs)):
            out[r, c] = deltas[r] * inputs[c]
    return out
""",
        "asks for equal lengths": r"""
import numpy as np
def outer_prod(deltas, inputs):
    if len(deltas) != len(inputs):
        raise ValueError(f"{len(deltas)} deltas but {len(inputs)} inputs")
    return np.outer(deltas, inputs)
""",
        "reshape instead of transpose": r"""
import numpy as np
def outer_prod(deltas, inputs):
    return np.outer(inputs, deltas).reshape(len(deltas), len(inputs))
""",
        "row is the inputs list itself": r"""
def outer_prod(deltas, inputs):
    out = []
    for d in deltas:
        row = inputs
        for j in range(len(row)):
            row[j] = row[j] * d
        out.append(row)
    return out
""",
        "return at the end of the inner loop": r"""
def outer_prod(deltas, inputs):
    out = []
    for d in deltas:
        row = []
        for i in inputs:
            row.append(d * i)
        out.append(row)
        return out
    return out
""",
    },
    "update_matrix": {
        "writes into the weights": r"""
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"rows: {len(weights)}, {len(weight_deltas)}")
    for i in range(len(weights)):
        if len(weights[i]) != len(weight_deltas[i]):
            raise ValueError(f"row {i}: {len(weights[i])}, {len(weight_deltas[i])}")
        for j in range(len(weights[i])):
            weights[i][j] -= alpha * weight_deltas[i][j]
    return weights
""",
        "shallow copy": r"""
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"rows: {len(weights)}, {len(weight_deltas)}")
    new = weights.copy()
    for i in range(len(new)):
        if len(new[i]) != len(weight_deltas[i]):
            raise ValueError(f"row {i}: {len(new[i])}, {len(weight_deltas[i])}")
        for j in range(len(new[i])):
            new[i][j] = new[i][j] - alpha * weight_deltas[i][j]
    return new
""",
        "adds": r"""
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"rows: {len(weights)}, {len(weight_deltas)}")
    new = []
    for row, drow in zip(weights, weight_deltas):
        if len(row) != len(drow):
            raise ValueError(f"columns: {len(row)}, {len(drow)}")
        new.append([w + alpha * d for w, d in zip(row, drow)])
    return new
""",
        "alpha forgotten": r"""
import numpy as np
def update_matrix(weights, weight_deltas, alpha):
    w, d = np.array(weights), np.array(weight_deltas)
    if w.shape != d.shape:
        raise ValueError(f"{w.shape} and {d.shape}")
    return w - d
""",
        "zip twice, nothing checked": r"""
def update_matrix(weights, weight_deltas, alpha):
    return [[w - alpha * d for w, d in zip(wr, dr)] for wr, dr in zip(weights, weight_deltas)]
""",
        "square taken for granted": r"""
def update_matrix(weights, weight_deltas, alpha):
    n = len(weights)
    if n != len(weight_deltas):
        raise ValueError(f"{n} rows and {len(weight_deltas)} rows")
    for r, s in zip(weights, weight_deltas):
        if len(r) != len(s):
            raise ValueError(f"{len(r)} and {len(s)}")
    return [[weights[i][j] - alpha * weight_deltas[i][j] for j in range(n)] for i in range(n)]
""",
        "weight_deltas indexed the other way": r"""
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows and {len(weight_deltas)} rows")
    new = []
    for i in range(len(weights)):
        if len(weights[i]) != len(weight_deltas[i]):
            raise ValueError(f"{len(weights[i])} and {len(weight_deltas[i])}")
        row = []
        for j in range(len(weights[i])):
            row.append(weights[i][j] - alpha * weight_deltas[j][i])
        new.append(row)
    return new
""",
        "only the first row done": r"""
import copy
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows and {len(weight_deltas)} rows")
    new = copy.deepcopy(weights)
    for i in range(len(new)):
        if len(new[i]) != len(weight_deltas[i]):
            raise ValueError(f"{len(new[i])} and {len(weight_deltas[i])}")
        for j in range(len(new[i])):
            new[i][j] -= alpha * weight_deltas[i][j]
        return new
    return new
""",
        "number of rows checked, rows not": r"""
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows and {len(weight_deltas)} rows")
    return [[w - alpha * d for w, d in zip(a, b)] for a, b in zip(weights, weight_deltas)]
""",
        "integer array kept": r"""
import numpy as np
def update_matrix(weights, weight_deltas, alpha):
    new = np.array(weights)
    step = alpha * np.array(weight_deltas)
    if new.shape != step.shape:
        raise ValueError(f"shapes {new.shape} {step.shape}")
    new[:] = new - step
    return new
""",
        "nothing returned": r"""
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows and {len(weight_deltas)} rows")
    new_weights = []
    for wr, dr in zip(weights, weight_deltas):
        if len(wr) != len(dr):
            raise ValueError(f"{len(wr)} and {len(dr)}")
        new_weights.append([w - alpha * d for w, d in zip(wr, dr)])
""",
        "comes out flat": r"""
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows and {len(weight_deltas)} rows")
    new = []
    for wr, dr in zip(weights, weight_deltas):
        if len(wr) != len(dr):
            raise ValueError(f"{len(wr)} and {len(dr)}")
        for k in range(len(wr)):
            new += [wr[k] - alpha * dr[k]]
    return new
""",
        "copies rebound, never written": r"""
import copy
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows and {len(weight_deltas)} rows")
    new = copy.deepcopy(weights)
    for row, drow in zip(new, weight_deltas):
        if len(row) != len(drow):
            raise ValueError(f"{len(row)} and {len(drow)}")
        for w, d in zip(row, drow):
            w = w - alpha * d
    return new
""",
        "rows checked, number of rows not": r"""
def update_matrix(weights, weight_deltas, alpha):
    new = []
    for wr, dr in zip(weights, weight_deltas):
        if len(wr) != len(dr):
            raise ValueError(f"row of {len(wr)} weights, {len(dr)} deltas")
        new.append([wr[i] - alpha * dr[i] for i in range(len(wr))])
    return new
""",
    },
    "train": {
        "errors added up per iteration": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(sum(compute_errors(preds, trues)))
        deltas = compute_deltas(preds, trues)
        weights = update_matrix(weights, outer_prod(deltas, inputs), alpha)
    return weights, errors
""",
        "shallow copy, caller's rows change": r"""
def train(inputs, trues, weights, alpha, iterations):
    weights = list(weights)
    errors = []
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        deltas = compute_deltas(preds, trues)
        for i in range(len(weights)):
            for j in range(len(inputs)):
                weights[i][j] -= alpha * deltas[i] * inputs[j]
    return weights, errors
""",
        "outer product of inputs and deltas": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        deltas = compute_deltas(preds, trues)
        weight_deltas = outer_prod(inputs, deltas)
        weights = update_matrix(weights, weight_deltas, alpha)
    return weights, errors
""",
        "returns after one iteration": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
        if iteration < iterations:
            return weights, errors
    return weights, errors
""",
        "errors after the update": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        deltas = compute_deltas(vect_mat_mul(inputs, weights), trues)
        weights = update_matrix(weights, outer_prod(deltas, inputs), alpha)
        errors.append(compute_errors(vect_mat_mul(inputs, weights), trues))
    return weights, errors
""",
        "only the last delta used for all rows": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        for i in range(len(trues)):
            delta = preds[i] - trues[i]
        weight_deltas = []
        for i in range(len(trues)):
            weight_deltas.append(ele_mul(delta, inputs))
        weights = update_matrix(weights, weight_deltas, alpha)
    return weights, errors
""",
        "errors extended to one flat list": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors += list(compute_errors(preds, trues))
        weight_deltas = outer_prod(compute_deltas(preds, trues), inputs)
        weights = update_matrix(weights, weight_deltas, alpha)
    return weights, errors
""",
        "one update too many after the loop": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    def step(w):
        deltas = compute_deltas(vect_mat_mul(inputs, w), trues)
        return update_matrix(w, outer_prod(deltas, inputs), alpha)
    for iteration in range(iterations):
        errors.append(compute_errors(vect_mat_mul(inputs, weights), trues))
        weights = step(weights)
    weights = step(weights)
    return weights, errors
""",
        "starts from the first weights each time": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    new_weights = weights
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        deltas = compute_deltas(preds, trues)
        new_weights = update_matrix(weights, outer_prod(deltas, inputs), alpha)
    return new_weights, errors
""",
        "comprehensions with zip, no length error": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        preds = [sum(i * w for i, w in zip(inputs, row)) for row in weights]
        deltas = [p - t for p, t in zip(preds, trues)]
        errors.append([d ** 2 for d in deltas])
        weights = [[w - alpha * d * i for w, i in zip(row, inputs)] for row, d in zip(weights, deltas)]
    return weights, errors
""",
        "one list of errors, appended again and again": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    current = [0] * len(trues)
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        deltas = compute_deltas(preds, trues)
        for k in range(len(deltas)):
            current[k] = deltas[k] ** 2
        errors.append(current)
        weights = update_matrix(weights, outer_prod(deltas, inputs), alpha)
    return weights, errors
""",
        "weight_deltas from input times weight": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        deltas = compute_deltas(preds, trues)
        weight_deltas = [[inputs[j] * row[j] for j in range(len(inputs))] for row in weights]
        weights = update_matrix(weights, weight_deltas, alpha)
    return weights, errors
""",
        "trues compared with inputs in length": r"""
def train(inputs, trues, weights, alpha, iterations):
    if len(inputs) != len(trues):
        raise ValueError(f"{len(inputs)} inputs, {len(trues)} trues")
    errors = []
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    return weights, errors
""",
        "errors in the default argument": r"""
def train(inputs, trues, weights, alpha, iterations, log=[]):
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        log.append(compute_errors(preds, trues))
        weights = update_matrix(weights, outer_prod(compute_deltas(preds, trues), inputs), alpha)
    return weights, log
""",
    },
}

RIGHT = {
    "ele_mul": {
        "numpy multiply": r"""
import numpy as np
def ele_mul(number, vector):
    return np.multiply(number, vector)
""",
        "tuple from a generator": r"""
def ele_mul(number, vector):
    return tuple(number * v for v in vector)
""",
        "recursion on slices": r"""
def ele_mul(number, vector):
    if len(vector) == 0:
        return []
    return [number * vector[0]] + ele_mul(number, vector[1:])
""",
        "rebinds the vector's name": r"""
def ele_mul(number, vector):
    vector = list(vector)
    for i, v in enumerate(vector):
        vector[i] = v * number
    return vector
""",
    },
    "compute_errors": {
        "numpy with its own check": r"""
import numpy as np
def compute_errors(preds, trues):
    p, t = np.array(preds, dtype=float), np.array(trues, dtype=float)
    if p.size != t.size:
        raise ValueError(f"sizes {p.size} and {t.size}")
    return (p - t) ** 2
""",
        "pops from copies": r"""
def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError("%d preds, %d trues" % (len(preds), len(trues)))
    p, t, errors = list(preds), list(trues), []
    while p:
        errors.insert(0, (t.pop() - p.pop()) ** 2)
    return errors
""",
        "single-number helper and map": r"""
def compute_error(pred, true):
    return (pred - true) ** 2

def compute_errors(preds, trues):
    if len(preds) != len(trues):
        raise ValueError("number of preds: " + str(len(preds)) + ", number of trues: " + str(len(trues)))
    return list(map(compute_error, preds, trues))
""",
        "two steps through the deltas": r"""
def compute_errors(preds, trues):
    n, m = len(preds), len(trues)
    if n - m:
        raise ValueError(f"{n} against {m}")
    deltas = []
    for k in range(n):
        deltas.append(preds[k] - trues[k])
    for k in range(n):
        deltas[k] *= deltas[k]
    return deltas
""",
    },
    "compute_deltas": {
        "numpy diff along axis 0": r"""
import numpy as np
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"preds {len(preds)}, trues {len(trues)}")
    return np.diff(np.array([trues, preds], dtype=float), axis=0)[0]
""",
        "operator sub": r"""
import operator
def compute_deltas(preds, trues):
    if len(preds) != len(trues):
        raise ValueError(f"preds {len(preds)}, trues {len(trues)}")
    return tuple(map(operator.sub, preds, trues))
""",
        "adds the negated trues": r"""
def compute_deltas(preds, trues):
    minus = ele_mul(-1, trues)
    if len(preds) != len(minus):
        raise ValueError(f"{len(preds)} numbers and {len(minus)} numbers")
    return [preds[i] + minus[i] for i in range(len(preds))]
""",
        "IndexError turned into ValueError": r"""
def compute_deltas(preds, trues):
    text = f"lengths {len(preds)} and {len(trues)}"
    deltas = []
    try:
        for i in range(max(len(preds), len(trues))):
            deltas.append(preds[i] - trues[i])
    except IndexError:
        raise ValueError(text)
    return deltas
""",
    },
    "compute_weight_deltas": {
        "ele_mul": r"""
compute_weight_deltas = lambda input, deltas: ele_mul(input, deltas)
""",
        "numpy outer, flattened": r"""
import numpy as np
def compute_weight_deltas(input, deltas):
    return np.outer(deltas, [input]).ravel()
""",
        "enumerate into a dict, then a list": r"""
def compute_weight_deltas(input, deltas):
    found = {}
    for i, delta in enumerate(deltas):
        found[i] = delta * input
    return [found[i] for i in range(len(deltas))]
""",
        "generator function": r"""
def _each(input, deltas):
    for delta in deltas:
        yield input * delta

def compute_weight_deltas(input, deltas):
    return [*_each(input, deltas)]
""",
    },
    "vect_mat_mul": {
        "np.dot per row": r"""
import numpy as np
def vect_mat_mul(vect, matrix):
    return [np.dot(row, vect) for row in matrix]
""",
        "matrix @ vector after a check": r"""
import numpy as np
def vect_mat_mul(vect, matrix):
    for row in matrix:
        if len(row) != len(vect):
            raise ValueError(f"vector of {len(vect)} on a row of {len(row)}")
    return np.array(matrix) @ np.array(vect)
""",
        "column by column": r"""
def vect_mat_mul(vect, matrix):
    for row in matrix:
        if len(row) != len(vect):
            raise ValueError("vect: " + str(len(vect)) + ", row: " + str(len(row)))
    output = [0] * len(matrix)
    for j, v in enumerate(vect):
        for i in range(len(matrix)):
            output[i] += v * matrix[i][j]
    return output
""",
        "reduce": r"""
from functools import reduce
def vect_mat_mul(vect, matrix):
    def w_sum(a, b):
        if len(a) != len(b):
            raise ValueError(f"{len(a)} and {len(b)}")
        return reduce(lambda s, i: s + a[i] * b[i], range(len(a)), 0)
    return tuple(w_sum(vect, row) for row in matrix)
""",
    },
    "outer_prod": {
        "broadcast": r"""
import numpy as np
def outer_prod(deltas, inputs):
    return np.array(deltas)[:, None] * np.array(inputs)[None, :]
""",
        "transpose of the other layout": r"""
import numpy as np
def outer_prod(deltas, inputs):
    by_input = [[i * d for d in deltas] for i in inputs]
    return np.array(by_input).T
""",
        "ele_mul per delta": r"""
def outer_prod(deltas, inputs):
    return [ele_mul(d, inputs) for d in deltas]
""",
        "flat, then cut into rows": r"""
def outer_prod(deltas, inputs):
    flat = [d * i for d in deltas for i in inputs]
    n = len(inputs)
    return tuple(tuple(flat[k * n:(k + 1) * n]) for k in range(len(deltas)))
""",
    },
    "update_matrix": {
        "deep copy": r"""
import copy
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows, {len(weight_deltas)} rows")
    new = copy.deepcopy(weights)
    for i in range(len(new)):
        if len(new[i]) != len(weight_deltas[i]):
            raise ValueError(f"row {i}: {len(new[i])} and {len(weight_deltas[i])}")
        for j in range(len(new[i])):
            new[i][j] = new[i][j] - alpha * weight_deltas[i][j]
    return new
""",
        "numpy after the checks": r"""
import numpy as np
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError(f"{len(weights)} rows, {len(weight_deltas)} rows")
    for a, b in zip(weights, weight_deltas):
        if len(a) != len(b):
            raise ValueError(f"row of {len(a)}, row of {len(b)}")
    return np.array(weights, dtype=np.float64) - np.array(weight_deltas, dtype=np.float64) * alpha
""",
        "row by row through compute_deltas": r"""
def update_matrix(weights, weight_deltas, alpha):
    if len(weights) != len(weight_deltas):
        raise ValueError("rows: {} and {}".format(len(weights), len(weight_deltas)))
    return [compute_deltas(row, ele_mul(alpha, drow)) for row, drow in zip(weights, weight_deltas)]
""",
        "helper that checks and zips": r"""
def both(a, b):
    if len(a) != len(b):
        raise ValueError(f"{len(a)} does not fit {len(b)}")
    return zip(a, b)

def update_matrix(weights, weight_deltas, alpha):
    return tuple(tuple(w - alpha * d for w, d in both(r, s)) for r, s in both(weights, weight_deltas))
""",
    },
    "train": {
        "earlier functions": r"""
def train(inputs, trues, weights, alpha, iterations):
    errors = []
    for iteration in range(iterations):
        preds = vect_mat_mul(inputs, weights)
        errors.append(compute_errors(preds, trues))
        weight_deltas = outer_prod(compute_deltas(preds, trues), inputs)
        weights = update_matrix(weights, weight_deltas, alpha)
    return weights, errors
""",
        "numpy": r"""
import numpy as np
def train(inputs, trues, weights, alpha, iterations):
    for row in weights:
        if len(row) != len(inputs):
            raise ValueError(f"{len(inputs)} inputs, row of {len(row)}")
    if len(trues) != len(weights):
        raise ValueError(f"{len(trues)} trues, {len(weights)} rows")
    x, t = np.array(inputs, dtype=float), np.array(trues, dtype=float)
    W = np.array(weights, dtype=float)
    errors = np.zeros((iterations, len(t)))
    for k in range(iterations):
        d = W.dot(x) - t
        errors[k, :] = d ** 2
        W -= alpha * np.outer(d, x)
    return W, errors
""",
        "one output at a time": r"""
def train(inputs, trues, weights, alpha, iterations):
    if len(trues) != len(weights):
        raise ValueError(f"{len(trues)} trues for {len(weights)} rows of weights")
    errors = [[None] * len(trues) for _ in range(iterations)]
    new = []
    for o, row in enumerate(weights):
        if len(row) != len(inputs):
            raise ValueError(f"{len(inputs)} inputs for a row of {len(row)}")
        row = list(row)
        for k in range(iterations):
            delta = sum(i * w for i, w in zip(inputs, row)) - trues[o]
            errors[k][o] = delta ** 2
            row = [w - alpha * delta * i for i, w in zip(inputs, row)]
        new.append(row)
    return new, errors
""",
        "while loop, list as the pair": r"""
def train(inputs, trues, weights, alpha, iterations, show=False):
    result = [weights, []]
    while len(result[1]) < iterations:
        preds = vect_mat_mul(inputs, result[0])
        deltas = compute_deltas(preds, trues)
        result[1].append(ele_squares(deltas))
        result[0] = update_matrix(result[0], outer_prod(deltas, inputs), alpha)
        if show:
            print(preds)
    return result

def ele_squares(vector):
    return [v * v for v in vector]
""",
    },
}
