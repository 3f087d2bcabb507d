"""Lab 05: answers that were written without a look at the library of wrong formulas."""

"""Blind test, lab 05: wrong and right answers as students might hand them in.

save_model and load_model: the file's inside is the student's choice, so each source defines both functions;
the one it is listed under is the wrong one, the other fits it and is right.
"""

WRONG = {
    "preprocess": {
        "divides by 256": """
def preprocess(images):
    return images.reshape(len(images), 784) / 256
""",
        "doesn't divide": """
def preprocess(images):
    return images.reshape(-1, 784).astype(float)
""",
        "whole-number division": """
def preprocess(images):
    n = images.shape[0]
    return (images.reshape(n, 28 * 28) // 255).astype(float)
""",
        "column after column": """
import numpy as np

def preprocess(images):
    result = np.zeros((len(images), 784))
    for k in range(len(images)):
        for row in range(28):
            for column in range(28):
                result[k, column * 28 + row] = images[k, row, column] / 255
    return result
""",
        "reshape to (784, n) and turn": """
def preprocess(images):
    return images.reshape(784, len(images)).T / 255.0
""",
        "divides by the largest value there is": """
def preprocess(images):
    flat = images.reshape(len(images), -1).astype(float)
    return flat / flat.max()
""",
        "only the first image, return in the loop": """
def preprocess(images):
    result = []
    for image in images:
        result.append(image.flatten() / 255)
        return result
""",
        "always 1000 images": """
def preprocess(images):
    return images[:1000].reshape(1000, 28 * 28) / 255
""",
        "subtracts each image's mean": """
def preprocess(images):
    x = images.reshape(len(images), 784) / 255
    return x - x.mean(axis=1, keepdims=True)
""",
        "black and white the other way round": """
def preprocess(images):
    return 1 - images.reshape(len(images), 784) / 255
""",
        "writes the fractions back into the uint8 images": """
def preprocess(images):
    for i in range(len(images)):
        images[i] = images[i] / 255
    return images.reshape(len(images), 784)
""",
        "sets the shape of the argument": """
def preprocess(images):
    images.shape = (len(images), 28 * 28)
    return images / 255
""",
        "not flattened": """
def preprocess(images):
    return images.astype("float64") / 255
""",
        "rounded to black or white": """
import numpy as np

def preprocess(images):
    flat = images.reshape(images.shape[0], -1)
    return np.where(flat > 127, 1.0, 0.0)
""",
    },
    "one_hot": {
        "label counted from 1": """
import numpy as np

def one_hot(labels, classes):
    result = np.zeros((len(labels), classes))
    for i in range(len(labels)):
        result[i, int(labels[i]) - 1] = 1
    return result
""",
        "one column too many": """
import numpy as np

def one_hot(labels, classes):
    result = np.zeros((len(labels), classes + 1))
    result[np.arange(len(labels)), labels] = 1
    return result
""",
        "rows and columns swapped": """
import numpy as np

def one_hot(labels, classes):
    result = np.zeros((classes, len(labels)))
    for i, label in enumerate(labels):
        result[label, i] = 1
    return result
""",
        "always 10 classes": """
import numpy as np

def one_hot(labels, classes):
    return np.eye(10)[labels]
""",
        "one row for all labels": """
import numpy as np

def one_hot(labels, classes):
    result = np.zeros(classes)
    for label in labels:
        result[label] = 1
    return result
""",
        "the same row n times over": """
def one_hot(labels, classes):
    result = [[0] * classes] * len(labels)
    for i, label in enumerate(labels):
        result[i][label] = 1
    return result
""",
        "as many columns as the largest label needs": """
import numpy as np

def one_hot(labels, classes):
    width = int(np.max(labels)) + 1
    result = np.zeros((len(labels), width), dtype=int)
    result[np.arange(len(labels)), labels] = 1
    return result
""",
        "colon instead of the row numbers": """
import numpy as np

def one_hot(labels, classes):
    result = np.zeros((len(labels), classes))
    result[:, labels] = 1
    return result
""",
        "return inside the loop": """
import numpy as np

def one_hot(labels, classes):
    result = np.zeros((len(labels), classes))
    for i in range(len(labels)):
        result[i][labels[i]] = 1
        return result
""",
        "puts the label in, not 1": """
import numpy as np

def one_hot(labels, classes):
    result = np.zeros((len(labels), classes))
    for i, label in enumerate(labels):
        result[i, label] = label
    return result
""",
        "position among the labels that occur": """
import numpy as np

def one_hot(labels, classes):
    names, positions = np.unique(labels, return_inverse=True)
    return np.eye(classes)[positions]
""",
        "forgotten return": """
import numpy as np

def one_hot(labels, classes):
    result = np.zeros((len(labels), classes))
    result[np.arange(len(labels)), labels] = 1
""",
        "loops over the classes instead of the labels": """
import numpy as np

def one_hot(labels, classes):
    result = np.zeros((len(labels), classes))
    for i in range(classes):
        result[i, labels[i]] = 1
    return result
""",
        "ones up to the label": """
import numpy as np

def one_hot(labels, classes):
    return (np.arange(classes)[None, :] <= np.asarray(labels)[:, None]).astype(int)
""",
    },
    "neural_network": {
        "one total over all rows": """
import numpy as np

def neural_network(image, weights):
    return np.sum(image * weights)
""",
        "returns the winner": """
import numpy as np

def neural_network(image, weights):
    scores = weights @ image
    return np.argmax(scores)
""",
        "image times matrix in the wrong order": """
def neural_network(image, weights):
    return image @ weights
""",
        "always 10 outputs": """
import numpy as np

def neural_network(image, weights):
    preds = np.zeros(10)
    for digit in range(10):
        preds[digit] = np.dot(image, weights[digit])
    return preds
""",
        "products not added up": """
def neural_network(image, weights):
    return weights * image
""",
        "return inside the loop over rows": """
import numpy as np

def neural_network(image, weights):
    preds = []
    for row in weights:
        preds.append(np.dot(row, image))
        return preds
""",
        "zip cuts lengths that don't fit": """
def neural_network(image, weights):
    return [sum(p * w for p, w in zip(image, row)) for row in weights]
""",
        "softmax of the scores": """
import numpy as np

def neural_network(image, weights):
    scores = weights.dot(image)
    e = np.exp(scores - scores.max())
    return e / e.sum()
""",
        "sum not reset between rows": """
def neural_network(image, weights):
    if len(image) != weights.shape[1]:
        raise ValueError(f"{len(image)} pixels, {weights.shape[1]} weights")
    preds = []
    total = 0
    for row in weights:
        for i in range(len(image)):
            total += image[i] * row[i]
        preds.append(total)
    return preds
""",
        "scales the image in place": """
import numpy as np

def neural_network(image, weights):
    if image.max() > 1:
        image /= 255
    return np.dot(weights, image)
""",
        "last pixel left out": """
def neural_network(image, weights):
    if len(image) != weights.shape[1]:
        raise ValueError(f"lengths {len(image)} and {weights.shape[1]}")
    preds = []
    for row in weights:
        pred = 0
        for i in range(len(image) - 1):
            pred += image[i] * row[i]
        preds.append(pred)
    return preds
""",
        "integer array for the results": """
import numpy as np

def neural_network(image, weights):
    preds = np.zeros(len(weights), dtype=int)
    for k in range(len(weights)):
        preds[k] = np.dot(weights[k], image)
    return preds
""",
        "only the last row survives": """
import numpy as np

def neural_network(image, weights):
    for row in weights:
        preds = [np.dot(image, row)]
    return np.array(preds)
""",
        "distance instead of product": """
import numpy as np

def neural_network(image, weights):
    return np.abs(weights - image).sum(axis=1)
""",
    },
    "train_step": {
        "changes the weights in place": """
import numpy as np

def train_step(image, target, weights, alpha):
    pred = neural_network(image, weights)
    delta = pred - target
    error = np.sum(delta ** 2)
    for i in range(len(weights)):
        weights[i] -= alpha * delta[i] * image
    return weights, error
""",
        "factor 2 of the true derivative": """
import numpy as np

def train_step(image, target, weights, alpha):
    delta = weights @ image - target
    gradient = 2 * np.outer(delta, image)
    return weights - alpha * gradient, (delta ** 2).sum()
""",
        "error first, then weights": """
import numpy as np

def train_step(image, target, weights, alpha):
    delta = weights @ image - target
    error = float(np.sum(delta ** 2))
    return error, weights - alpha * np.outer(delta, image)
""",
        "error after the update": """
import numpy as np

def train_step(image, target, weights, alpha):
    preds = np.dot(weights, image)
    deltas = preds - target
    new_weights = weights - alpha * np.outer(deltas, image)
    error = np.sum((np.dot(new_weights, image) - target) ** 2)
    return new_weights, error
""",
        "mean of the errors": """
import numpy as np

def train_step(image, target, weights, alpha):
    deltas = np.dot(weights, image) - target
    error = np.mean(deltas ** 2)
    weight_deltas = np.outer(deltas, image)
    return weights - alpha * weight_deltas, error
""",
        "delta is target minus pred": """
import numpy as np

def train_step(image, target, weights, alpha):
    delta = target - np.dot(weights, image)
    error = (delta ** 2).sum()
    weight_delta = delta[:, None] * image[None, :]
    return weights - alpha * weight_delta, error
""",
        "one error per output, not summed": """
import numpy as np

def train_step(image, target, weights, alpha):
    deltas = np.dot(weights, image) - target
    errors = deltas ** 2
    return weights - alpha * np.outer(deltas, image), errors
""",
        "delta overwritten, only the last survives": """
import numpy as np

def train_step(image, target, weights, alpha):
    preds = weights @ image
    if len(preds) != len(target):
        raise ValueError(f"{len(preds)} preds, {len(target)} targets")
    error = 0
    for i in range(len(target)):
        delta = preds[i] - target[i]
        error += delta ** 2
    weight_delta = image * delta
    new_weights = []
    for row in weights:
        new_weights.append(row - alpha * weight_delta)
    return np.array(new_weights), error
""",
        "alpha forgotten": """
import numpy as np

def train_step(image, target, weights, alpha):
    pred = weights.dot(image)
    delta = pred - target
    weights = weights - np.outer(delta, image)
    return weights, np.sum(delta ** 2)
""",
        "square of the summed deltas": """
import numpy as np

def train_step(image, target, weights, alpha):
    delta = weights.dot(image) - target
    error = np.sum(delta) ** 2
    return weights - alpha * np.outer(delta, image), error
""",
        "copy of whole-number weights truncates": """
import numpy as np

def train_step(image, target, weights, alpha):
    new = weights.copy()
    delta = weights @ image - target
    for i in range(new.shape[0]):
        new[i] = new[i] - alpha * delta[i] * image
    return new, (delta ** 2).sum()
""",
        "only the row of the right digit learns": """
import numpy as np

def train_step(image, target, weights, alpha):
    preds = weights @ image
    deltas = preds - target
    digit = int(np.argmax(target))
    new = np.array(weights, dtype=float)
    new[digit] = new[digit] - alpha * deltas[digit] * image
    return new, np.sum(deltas ** 2)
""",
        "outer product laid out input by output": """
import numpy as np

def train_step(image, target, weights, alpha):
    deltas = np.dot(weights, image) - target
    weight_deltas = np.outer(image, deltas)
    weights = weights - alpha * weight_deltas
    return weights, np.sum(deltas ** 2)
""",
        "zip cuts a target that doesn't fit": """
import numpy as np

def train_step(image, target, weights, alpha):
    error = 0
    rows = []
    for row, true in zip(weights, target):
        delta = np.dot(row, image) - true
        error += delta ** 2
        rows.append(row - alpha * delta * image)
    return np.array(rows), error
""",
    },
    "accuracy": {
        "number of right ones, not the share": """
import numpy as np

def accuracy(images, labels, weights):
    return np.sum(np.argmax(images @ weights.T, axis=1) == labels)
""",
        "per cent": """
import numpy as np

def accuracy(images, labels, weights):
    guesses = (images @ weights.T).argmax(axis=1)
    return 100 * np.mean(guesses == labels)
""",
        "smallest prediction": """
import numpy as np

def accuracy(images, labels, weights):
    right = 0
    for image, label in zip(images, labels):
        if np.argmin(neural_network(image, weights)) == label:
            right += 1
    return right / len(images)
""",
        "largest along the wrong axis": """
import numpy as np

def accuracy(images, labels, weights):
    preds = images @ weights.T
    return np.mean(np.argmax(preds, axis=0) == labels)
""",
        "share of the wrong ones": """
import numpy as np

def accuracy(images, labels, weights):
    guesses = np.argmax(images.dot(weights.T), axis=1)
    return np.mean(guesses != labels)
""",
        "rounded to two digits": """
import numpy as np

def accuracy(images, labels, weights):
    right = 0
    for i in range(len(images)):
        if np.argmax(neural_network(images[i], weights)) == labels[i]:
            right += 1
    return round(right / len(images), 2)
""",
        "divided by the number of classes": """
import numpy as np

def accuracy(images, labels, weights):
    correct = 0
    for image, label in zip(images, labels):
        pred = neural_network(image, weights)
        correct += int(np.argmax(pred) == label)
    return correct / len(weights)
""",
        "return inside the loop": """
import numpy as np

def accuracy(images, labels, weights):
    correct = 0
    for i in range(len(images)):
        pred = np.dot(weights, images[i])
        if np.argmax(pred) == labels[i]:
            correct += 1
        return correct / len(images)
""",
        "compares the largest value itself with the label": """
import numpy as np

def accuracy(images, labels, weights):
    preds = images @ weights.T
    return float((preds.max(axis=1) == labels).mean())
""",
        "right when the label's prediction is above one half": """
import numpy as np

def accuracy(images, labels, weights):
    preds = images @ weights.T
    at_label = preds[np.arange(len(labels)), labels]
    return np.mean(at_label > 0.5)
""",
        "always 1000 images": """
import numpy as np

def accuracy(images, labels, weights):
    correct = 0
    for image, label in zip(images[:1000], labels[:1000]):
        if np.argmax(weights @ image) == label:
            correct += 1
    return correct / 1000
""",
        "zip cuts pixels that don't fit": """
def accuracy(images, labels, weights):
    right = 0
    for image, label in zip(images, labels):
        scores = [sum(x * w for x, w in zip(image, row)) for row in weights]
        if scores.index(max(scores)) == label:
            right += 1
    return right / len(labels)
""",
        "counter reset for every image": """
import numpy as np

def accuracy(images, labels, weights):
    for image, label in zip(images, labels):
        correct = 0
        if np.argmax(neural_network(image, weights)) == label:
            correct += 1
    return correct / len(images)
""",
        "search for the largest starts at 0": """
def accuracy(images, labels, weights):
    hits = 0
    for k in range(len(images)):
        scores = neural_network(images[k], weights)
        best = 0
        best_digit = 0
        for digit in range(len(scores)):
            if scores[digit] > best:
                best = scores[digit]
                best_digit = digit
        if best_digit == labels[k]:
            hits += 1
    return hits / len(images)
""",
    },
    "linear1": {
        "bias forgotten": """
def linear1(xb, weights, bias):
    return xb @ weights
""",
        "bias subtracted": """
import numpy as np

def linear1(xb, weights, bias):
    return np.dot(xb, weights) - bias
""",
        "bias added once per pixel": """
def linear1(xb, weights, bias):
    return (xb * weights + bias).sum(axis=1)
""",
        "summed along the wrong axis": """
def linear1(xb, weights, bias):
    return (xb * weights).sum(axis=0) + bias
""",
        "one number for all images": """
import numpy as np

def linear1(xb, weights, bias):
    return np.sum(xb * weights) + bias
""",
        "weights times xb": """
def linear1(xb, weights, bias):
    return weights @ xb + bias
""",
        "bias added with += to a whole-number array": """
def linear1(xb, weights, bias):
    result = xb @ weights
    result += bias
    return result
""",
        "sigmoid already applied": """
import numpy as np

def linear1(xb, weights, bias):
    z = xb @ weights + bias
    return 0.5 * (1 + np.tanh(z / 2))
""",
        "multiplies xb in place": """
def linear1(xb, weights, bias):
    xb *= weights
    return xb.sum(axis=1) + bias
""",
        "integer array for the results": """
import numpy as np

def linear1(xb, weights, bias):
    result = np.zeros(len(xb), dtype=int)
    for i in range(len(xb)):
        result[i] = np.dot(xb[i], weights) + bias
    return result
""",
        "return inside the loop": """
import numpy as np

def linear1(xb, weights, bias):
    preds = []
    for image in xb:
        preds.append(np.dot(image, weights) + bias)
        return np.array(preds)
""",
        "sum not reset between images": """
import numpy as np

def linear1(xb, weights, bias):
    preds = []
    total = bias
    for image in xb:
        total = total + np.dot(image, weights)
        preds.append(total)
    return np.array(preds)
""",
        "bias only for the last image": """
import numpy as np

def linear1(xb, weights, bias):
    preds = []
    for image in xb:
        pred = np.dot(image, weights)
        preds.append(pred)
    preds[-1] = pred + bias
    return preds
""",
        "zip cuts lengths that don't fit": """
import numpy as np

def linear1(xb, weights, bias):
    return np.array([sum(x * w for x, w in zip(row, weights)) + bias for row in xb])
""",
    },
    "sigmoid": {
        "textbook formula overflows": """
import numpy as np

def sigmoid(x):
    return 1 / (1 + np.exp(-x))
""",
        "exp(x) above and below, nan when large": """
import numpy as np

def sigmoid(x):
    e = np.exp(x)
    return e / (1 + e)
""",
        "sign of x forgotten": """
import numpy as np

def sigmoid(x):
    x = np.clip(x, -500, 500)
    return 1 / (1 + np.exp(x))
""",
        "tanh, from -1 to 1": """
import numpy as np

def sigmoid(x):
    return np.tanh(x)
""",
        "x cut off at 10": """
import numpy as np

def sigmoid(x):
    x = np.clip(x, -10, 10)
    return 1.0 / (1.0 + np.exp(-x))
""",
        "if on an array": """
import numpy as np

def sigmoid(x):
    if x >= 0:
        return 1 / (1 + np.exp(-x))
    else:
        return np.exp(x) / (1 + np.exp(x))
""",
        "where works both sides out and warns": """
import numpy as np

def sigmoid(x):
    x = np.asarray(x)
    return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))
""",
        "softmax": """
import numpy as np

def sigmoid(x):
    e = np.exp(x - np.max(x))
    return e / np.sum(e)
""",
        "2.718 for e": """
import numpy as np

def sigmoid(x):
    x = np.clip(x, -500.0, 500.0)
    return 1 / (1 + 2.718 ** (-x))
""",
        "large values cut off inside the argument": """
import numpy as np

def sigmoid(x):
    x = np.asarray(x, dtype=float)
    x[x > 500] = 500
    x[x < -500] = -500
    return 1 / (1 + np.exp(-x))
""",
        "brackets forgotten": """
import numpy as np

def sigmoid(x):
    z = np.exp(-np.clip(x, -500, 500))
    return 1 / 1 + z
""",
        "result made like a whole-number x": """
import numpy as np

def sigmoid(x):
    x = np.asarray(x)
    out = np.zeros_like(x)
    positive = x >= 0
    out[positive] = 1 / (1 + np.exp(-x[positive]))
    e = np.exp(x[~positive])
    out[~positive] = e / (1 + e)
    return out
""",
        "kept away from 0 and 1": """
import numpy as np

def sigmoid(x):
    p = 0.5 * (1 + np.tanh(np.asarray(x) / 2))
    return np.clip(p, 1e-7, 1 - 1e-7)
""",
        "works on lists of numbers only": """
import math
import numpy as np

def sigmoid(x):
    result = []
    for v in x:
        if v >= 0:
            result.append(1 / (1 + math.exp(-v)))
        else:
            result.append(math.exp(v) / (1 + math.exp(v)))
    return np.array(result)
""",
    },
    "mnist_loss": {
        "sigmoid forgotten": """
import numpy as np

def mnist_loss(predictions, targets):
    return np.where(targets == 1, 1 - predictions, predictions).mean()
""",
        "the two cases swapped": """
import numpy as np

def mnist_loss(predictions, targets):
    p = sigmoid(predictions)
    return np.where(targets == 1, p, 1 - p).mean()
""",
        "sum instead of mean": """
import numpy as np

def mnist_loss(predictions, targets):
    p = sigmoid(predictions)
    return np.abs(p - targets).sum()
""",
        "squared distance": """
import numpy as np

def mnist_loss(predictions, targets):
    p = sigmoid(predictions)
    return np.mean((p - targets) ** 2)
""",
        "one distance per image, no mean": """
import numpy as np

def mnist_loss(predictions, targets):
    predictions = sigmoid(predictions)
    return np.where(targets == 1, 1 - predictions, predictions)
""",
        "cross entropy": """
import numpy as np

def mnist_loss(predictions, targets):
    p = np.clip(sigmoid(predictions), 1e-12, 1 - 1e-12)
    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))
""",
        "signed distances cancel": """
def mnist_loss(predictions, targets):
    return (sigmoid(predictions) - targets).mean()
""",
        "decided at one half first": """
import numpy as np

def mnist_loss(predictions, targets):
    p = sigmoid(predictions) > 0.5
    return np.mean(p != (targets == 1))
""",
        "sigmoid twice": """
import numpy as np

def mnist_loss(predictions, targets):
    predictions = sigmoid(predictions)
    distance = np.where(targets == 1, 1 - sigmoid(predictions), sigmoid(predictions))
    return distance.mean()
""",
        "writes the sigmoid into the predictions": """
import numpy as np

def mnist_loss(predictions, targets):
    predictions[:] = sigmoid(predictions)
    return np.where(targets == 1, 1 - predictions, predictions).mean()
""",
        "nothing for the target 0": """
def mnist_loss(predictions, targets):
    p = sigmoid(predictions)
    return ((1 - p) * targets).mean()
""",
        "distance of the means": """
import numpy as np

def mnist_loss(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError(f"{len(predictions)} predictions, {len(targets)} targets")
    return abs(np.mean(sigmoid(predictions)) - np.mean(targets))
""",
        "zip cuts lengths that don't fit": """
def mnist_loss(predictions, targets):
    total = 0
    for p, t in zip(sigmoid(predictions), targets):
        if t == 1:
            total += 1 - p
        else:
            total += p
    return total / len(predictions)
""",
        "distances made like whole-number targets": """
import numpy as np

def mnist_loss(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError(f"{len(predictions)} != {len(targets)}")
    p = sigmoid(predictions)
    distances = np.zeros_like(targets)
    for i in range(len(targets)):
        distances[i] = 1 - p[i] if targets[i] == 1 else p[i]
    return distances.mean()
""",
    },
    "batch_accuracy": {
        "sigmoid before the threshold": """
import numpy as np

def batch_accuracy(predictions, targets, threshold):
    p = sigmoid(predictions)
    return np.mean((p > threshold) == (targets == 1))
""",
        "threshold unused, 0 instead": """
def batch_accuracy(predictions, targets, threshold):
    correct = (predictions > 0) == targets
    return correct.mean()
""",
        "one half as the threshold": """
import numpy as np

def batch_accuracy(predictions, targets, threshold=0.5):
    guesses = np.where(predictions > 0.5, 1, 0)
    return np.mean(guesses == targets)
""",
        "below the threshold means 1": """
def batch_accuracy(predictions, targets, threshold):
    return ((predictions < threshold) == (targets == 1)).mean()
""",
        "number of right ones, not the share": """
import numpy as np

def batch_accuracy(predictions, targets, threshold):
    correct = 0
    for p, t in zip(predictions, targets):
        if (p > threshold and t == 1) or (p <= threshold and t == 0):
            correct += 1
    return correct
""",
        "per cent": """
def batch_accuracy(predictions, targets, threshold):
    return ((predictions > threshold) == targets).mean() * 100
""",
        "share of the ones found only": """
import numpy as np

def batch_accuracy(predictions, targets, threshold):
    above = predictions > threshold
    ones = targets == 1
    return np.sum(above & ones) / np.sum(ones)
""",
        "share above the threshold, targets unused": """
def batch_accuracy(predictions, targets, threshold):
    return (predictions > threshold).mean()
""",
        "brackets forgotten, chained comparison": """
def batch_accuracy(predictions, targets, threshold):
    return (predictions > threshold == targets).mean()
""",
        "targets compared with the threshold too": """
def batch_accuracy(predictions, targets, threshold):
    return ((predictions > threshold) == (targets > threshold)).mean()
""",
        "size of the prediction without its sign": """
import numpy as np

def batch_accuracy(predictions, targets, threshold):
    return np.mean((np.abs(predictions) > threshold) == targets)
""",
        "return inside the loop": """
def batch_accuracy(predictions, targets, threshold):
    right = 0
    for i in range(len(predictions)):
        guess = 1 if predictions[i] > threshold else 0
        if guess == targets[i]:
            right += 1
        return right / len(predictions)
""",
        "overwrites the predictions with the guesses": """
import numpy as np

def batch_accuracy(predictions, targets, threshold):
    above = predictions > threshold
    predictions[above] = 1
    predictions[~above] = 0
    return np.mean(predictions == targets)
""",
        "zeros on the right side don't count": """
def batch_accuracy(predictions, targets, threshold):
    return ((predictions > threshold) * targets).mean()
""",
    },
    "gradients": {
        "sum instead of mean": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    g = np.where(targets == 1, -1, 1) * p * (1 - p)
    return xb.T @ g, g.sum()
""",
        "signs of the two cases swapped": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    g = np.where(targets == 1, 1, -1) * p * (1 - p)
    return xb.T @ g / len(xb), g.mean()
""",
        "gradient of the cross entropy, slope of the sigmoid left out": """
def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    delta = p - targets
    d_weights = xb.T @ delta / len(xb)
    d_bias = delta.mean()
    return d_weights, d_bias
""",
        "gradient of the squared error": """
def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    delta = 2 * (p - targets) * p * (1 - p)
    return (delta[:, None] * xb).mean(axis=0), delta.mean()
""",
        "bias's gradient multiplied by the bias": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    node = np.where(targets == 1, -1.0, 1.0) * p * (1 - p) / len(xb)
    d_weights = np.dot(node, xb)
    d_bias = bias * node.sum()
    return d_weights, d_bias
""",
        "one bias gradient per image": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    g = np.where(targets == 1, -1, 1) * p * (1 - p)
    return xb.T @ g / len(xb), g
""",
        "bias first, then weights": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    g = (1 - 2 * np.asarray(targets, dtype=float)) * p * (1 - p)
    return g.mean(), xb.T @ g / len(xb)
""",
        "bias left out of the prediction": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(xb @ weights)
    g = np.where(targets == 1, -1, 1) * p * (1 - p)
    return xb.T @ g / len(g), g.mean()
""",
        "coarse numerical gradient": """
import numpy as np

def gradients(xb, targets, weights, bias):
    eps = 0.01
    start = mnist_loss(linear1(xb, weights, bias), targets)
    d_weights = np.zeros(len(weights))
    for i in range(len(weights)):
        w = np.array(weights, dtype=float)
        w[i] += eps
        d_weights[i] = (mnist_loss(linear1(xb, w, bias), targets) - start) / eps
    d_bias = (mnist_loss(linear1(xb, weights, bias + eps), targets) - start) / eps
    return d_weights, d_bias
""",
        "divided by the number of pixels": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    g = np.where(targets == 1, -1, 1) * p * (1 - p)
    return xb.T @ g / xb.shape[1], np.mean(g)
""",
        "product of the means, not mean of the products": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    g = np.where(targets == 1, -1, 1) * p * (1 - p)
    d_bias = g.mean()
    d_weights = xb.mean(axis=0) * d_bias
    return d_weights, d_bias
""",
        "slope of the sigmoid from the raw prediction": """
import numpy as np

def gradients(xb, targets, weights, bias):
    preds = linear1(xb, weights, bias)
    slope = preds * (1 - preds)
    g = np.where(targets == 1, -slope, slope)
    return xb.T @ g / len(xb), g.mean()
""",
        "numerical, leaves the steps in the weights": """
import numpy as np

def gradients(xb, targets, weights, bias):
    eps = 1e-5
    d_weights = np.zeros(len(weights))
    for i in range(len(weights)):
        before = mnist_loss(linear1(xb, weights, bias), targets)
        weights[i] += eps
        after = mnist_loss(linear1(xb, weights, bias), targets)
        d_weights[i] = (after - before) / eps
    before = mnist_loss(linear1(xb, weights, bias), targets)
    after = mnist_loss(linear1(xb, weights, bias + eps), targets)
    return d_weights, (after - before) / eps
""",
        "overwritten in the loop, only the last image counts": """
import numpy as np

def gradients(xb, targets, weights, bias):
    preds = linear1(xb, weights, bias)
    if len(preds) != len(targets):
        raise ValueError(f"{len(preds)} images, {len(targets)} targets")
    n = len(xb)
    for i in range(n):
        p = sigmoid(preds[i])
        sign = -1 if targets[i] == 1 else 1
        d_bias = sign * p * (1 - p) / n
        d_weights = d_bias * xb[i]
    return d_weights, d_bias
""",
    },
    "train_epoch": {
        "changes the weights in place": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for i in range(0, len(xb), batch_size):
        d_w, d_b = gradients(xb[i:i + batch_size], targets[i:i + batch_size], weights, bias)
        weights -= alpha * d_w
        bias -= alpha * d_b
    return weights, bias
""",
        "short last batch dropped": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    batches = len(xb) // batch_size
    for k in range(batches):
        start = k * batch_size
        end = start + batch_size
        d_weights, d_bias = gradients(xb[start:end], targets[start:end], weights, bias)
        weights = weights - alpha * d_weights
        bias = bias - alpha * d_bias
    return weights, bias
""",
        "all images as one batch": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    d_weights, d_bias = gradients(xb, targets, weights, bias)
    return weights - alpha * d_weights, bias - alpha * d_bias
""",
        "bias not updated": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for start in range(0, len(xb), batch_size):
        x = xb[start:start + batch_size]
        t = targets[start:start + batch_size]
        d_weights, d_bias = gradients(x, t, weights, bias)
        weights = weights - alpha * d_weights
    return weights, bias
""",
        "last batch averaged over the full batch size": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for i in range(0, len(xb), batch_size):
        x = xb[i:i + batch_size]
        t = targets[i:i + batch_size]
        p = sigmoid(linear1(x, weights, bias))
        g = np.where(t == 1, -1, 1) * p * (1 - p)
        weights = weights - alpha * (x.T @ g) / batch_size
        bias = bias - alpha * g.sum() / batch_size
    return weights, bias
""",
        "every batch's gradient at the first weights": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    new_weights, new_bias = weights.copy(), bias
    for i in range(0, len(xb), batch_size):
        d_w, d_b = gradients(xb[i:i+batch_size], targets[i:i+batch_size], weights, bias)
        new_weights = new_weights - alpha * d_w
        new_bias = new_bias - alpha * d_b
    return new_weights, new_bias
""",
        "return inside the loop": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for i in range(0, len(xb), batch_size):
        d_w, d_b = gradients(xb[i:i + batch_size], targets[i:i + batch_size], weights, bias)
        weights = weights - alpha * d_w
        bias = bias - alpha * d_b
        return weights, bias
""",
        "images shuffled": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    order = np.random.permutation(len(xb))
    xb, targets = xb[order], targets[order]
    for i in range(0, len(xb), batch_size):
        d_w, d_b = gradients(xb[i:i + batch_size], targets[i:i + batch_size], weights, bias)
        weights = weights - alpha * d_w
        bias = bias - alpha * d_b
    return weights, bias
""",
        "step of the range forgotten, batches overlap": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for i in range(len(xb)):
        xs = xb[i:i + batch_size]
        ts = targets[i:i + batch_size]
        d_w, d_b = gradients(xs, ts, weights, bias)
        weights = weights - alpha * d_w
        bias = bias - alpha * d_b
    return weights, bias
""",
        "an empty batch at the end when it divides evenly": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for k in range(len(xb) // batch_size + 1):
        x = xb[k * batch_size:(k + 1) * batch_size]
        t = targets[k * batch_size:(k + 1) * batch_size]
        p = sigmoid(linear1(x, weights, bias))
        g = np.where(t == 1, -1, 1) * p * (1 - p)
        weights = weights - alpha * (x.T @ g) / len(x)
        bias = bias - alpha * np.mean(g)
    return weights, bias
""",
        "batch_size taken as the number of batches": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    xs = np.array_split(xb, batch_size)
    ts = np.array_split(targets, batch_size)
    for x, t in zip(xs, ts):
        if len(x) == 0:
            continue
        d_w, d_b = gradients(x, t, weights, bias)
        weights = weights - alpha * d_w
        bias = bias - alpha * d_b
    return weights, bias
""",
        "bias's gradient taken after the weights moved": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    i = 0
    while i < len(xb):
        x, t = xb[i:i + batch_size], targets[i:i + batch_size]
        weights = weights - alpha * gradients(x, t, weights, bias)[0]
        bias = bias - alpha * gradients(x, t, weights, bias)[1]
        i += batch_size
    return weights, bias
""",
        "copy of whole-number weights truncates": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    w = weights.copy()
    for i in range(0, len(xb), batch_size):
        d_w, d_b = gradients(xb[i:i + batch_size], targets[i:i + batch_size], w, bias)
        w[:] = w - alpha * d_w
        bias = bias - alpha * d_b
    return w, bias
""",
        "targets always of the first batch": """
def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for start in range(0, len(xb), batch_size):
        batch = xb[start:start + batch_size]
        d_weights, d_bias = gradients(batch, targets[:len(batch)], weights, bias)
        weights = weights - alpha * d_weights
        bias = bias - alpha * d_bias
    return weights, bias
""",
    },
    "save_model": {
        "doesn't overwrite": """
import os
import numpy as np

def save_model(path, weights, bias):
    if not os.path.exists(path):
        np.savez(path, weights=weights, bias=bias)

def load_model(path):
    data = np.load(path)
    return data["weights"], data["bias"]
""",
        "bias not saved": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights)

def load_model(path):
    data = np.load(path)
    bias = data["bias"] if "bias" in data.files else 0.0
    return data["weights"], bias
""",
        "always the same file, path unused": """
import numpy as np

def save_model(path, weights, bias):
    np.savez("model.npz", weights=weights, bias=bias)

def load_model(path):
    data = np.load(path)
    return data["weights"], data["bias"]
""",
        "half precision to save space": """
import numpy as np

def save_model(path, weights, bias):
    np.savez_compressed(path, weights=np.asarray(weights).astype(np.float16), bias=np.asarray(bias).astype(np.float16))

def load_model(path):
    data = np.load(path)
    return data["weights"].astype(float), data["bias"].astype(float)
""",
        "everything in one flat row, shapes lost": """
import numpy as np

def save_model(path, weights, bias):
    numbers = np.append(np.ravel(weights), bias)
    np.savez(path, model=numbers)

def load_model(path):
    numbers = np.load(path)["model"]
    return numbers[:-1], numbers[-1]
""",
        "kept in a global, no file": """
saved_models = {}

def save_model(path, weights, bias):
    saved_models[str(path)] = (weights.copy(), bias)

def load_model(path):
    return saved_models[str(path)]
""",
        "np.save adds .npy to the name": """
import numpy as np

def save_model(path, weights, bias):
    np.save(path, {"weights": weights, "bias": bias}, allow_pickle=True)

def load_model(path):
    model = np.load(path, allow_pickle=True).item()
    return model["weights"], model["bias"]
""",
        "path must be text": """
import numpy as np

def save_model(path, weights, bias):
    if not path.endswith(".npz"):
        path = path + ".npz"
    np.savez(path, weights=weights, bias=bias)

def load_model(path):
    data = np.load(path)
    return data["weights"], data["bias"]
""",
    },
    "load_model": {
        "bias first, then weights": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)

def load_model(path):
    data = np.load(path)
    return data["bias"], data["weights"]
""",
        "returns the opened file": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)

def load_model(path):
    return np.load(path)
""",
        "bias always one number": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)

def load_model(path):
    with np.load(path) as data:
        return data["weights"], float(data["bias"])
""",
        "weights always (784,)": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)

def load_model(path):
    data = np.load(path)
    weights = data["weights"].reshape(784)
    return weights, data["bias"]
""",
        "remembers the first load": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, w=weights, b=bias)

def load_model(path, cache={}):
    key = str(path)
    if key not in cache:
        data = np.load(path)
        cache[key] = (data["w"], data["b"])
    return cache[key]
""",
        "reads after the file is closed": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)

def load_model(path):
    with np.load(path) as file:
        model = file
    return model["weights"], model["bias"]
""",
        "squeezes sizes of 1 away": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)

def load_model(path):
    data = np.load(path)
    return data["weights"].squeeze(), data["bias"].squeeze()
""",
        "adds .npz once more": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)

def load_model(path):
    data = np.load(str(path) + ".npz")
    return data["weights"], data["bias"]
""",
    },
}

RIGHT = {
    "preprocess": {
        "table of the 256 grey values": """
import numpy as np

def preprocess(images):
    table = np.arange(256) / 255
    return table[images].reshape(-1, 784)
""",
        "stacked one by one": """
import numpy as np

def preprocess(images):
    rows = []
    for image in images:
        rows.append(np.concatenate([line / 255.0 for line in image]))
    return np.array(rows).reshape(len(images), 784)
""",
        "filled into zeros": """
import numpy as np

def preprocess(images):
    out = np.zeros((images.shape[0], 28 * 28))
    for r in range(28):
        out[:, 28 * r:28 * (r + 1)] = images[:, r, :]
    out /= 255
    return out
""",
        "float32": """
import numpy as np

def preprocess(images):
    copy = images.astype(np.float32).reshape(images.shape[0], 784)
    return copy / np.float32(255)
""",
    },
    "one_hot": {
        "comparison, boolean": """
import numpy as np

def one_hot(labels, classes):
    return np.asarray(labels)[:, None] == np.arange(classes)
""",
        "rows of the identity matrix": """
import numpy as np

def one_hot(labels, classes):
    return np.take(np.identity(classes, dtype=np.uint8), labels, axis=0)
""",
        "lists in lists": """
def one_hot(labels, classes):
    return [[1 if k == label else 0 for k in range(classes)] for label in labels]
""",
        "flat positions": """
import numpy as np

def one_hot(labels, classes):
    n = len(labels)
    flat = np.zeros(n * classes)
    for i in range(n):
        flat[i * classes + int(labels[i])] = 1.0
    return flat.reshape(n, classes)
""",
    },
    "neural_network": {
        "einsum": """
import numpy as np

def neural_network(image, weights):
    return np.einsum("ij,j->i", weights, image)
""",
        "image times turned weights": """
import numpy as np

def neural_network(image, weights):
    return np.matmul(image, np.transpose(weights)).tolist()
""",
        "plain loops with a check": """
def neural_network(image, weights):
    preds = ()
    for row in weights:
        if len(row) != len(image):
            raise ValueError(f"{len(image)} pixels do not fit {len(row)} weights")
        total = 0.0
        for k in range(len(row)):
            total += float(row[k]) * float(image[k])
        preds += (total,)
    return preds
""",
        "one dot product per row": """
import numpy as np

def neural_network(image, weights):
    return np.array([np.dot(row, image) for row in weights])
""",
    },
    "train_step": {
        "loops with a check": """
import numpy as np

def train_step(image, target, weights, alpha):
    preds = neural_network(image, weights)
    if len(preds) != len(target):
        raise ValueError(f"{len(preds)} predictions, {len(target)} targets")
    error, rows = 0.0, []
    for row, pred, true in zip(weights, preds, target):
        delta = float(pred) - float(true)
        error = error + delta * delta
        rows = rows + [row - alpha * delta * image]
    return [np.array(rows), error]
""",
        "broadcast with a new axis": """
def train_step(image, target, weights, alpha):
    miss = (weights @ image - target)[:, None]
    return weights - alpha * (miss * image), float((miss * miss).sum())
""",
        "adds the other way round": """
import numpy as np

def train_step(image, target, weights, alpha):
    missing = target - np.dot(weights, image)
    return weights + alpha * np.outer(missing, image), np.dot(missing, missing)
""",
        "float copy changed in place": """
import numpy as np

def train_step(image, target, weights, alpha):
    new = np.array(weights, dtype=float)
    deltas = np.subtract(new.dot(image), target)
    error = sum(d ** 2 for d in deltas)
    new -= np.einsum("i,j->ij", alpha * deltas, image)
    return new, error
""",
    },
    "accuracy": {
        "all at once": """
def accuracy(images, labels, weights):
    return ((images @ weights.T).argmax(1) == labels).mean()
""",
        "weights first, other axis": """
import numpy as np

def accuracy(images, labels, weights):
    winners = np.argmax(np.dot(weights, images.T), axis=0)
    return np.count_nonzero(winners == labels) / len(labels)
""",
        "loop with max by key": """
def accuracy(images, labels, weights):
    wrong = 0
    for image, label in zip(images, labels):
        scores = list(neural_network(image, weights))
        if max(range(len(scores)), key=scores.__getitem__) != int(label):
            wrong += 1
    return 1 - wrong / len(images)
""",
        "sorted scores": """
import numpy as np

def accuracy(images, labels, weights):
    order = np.argsort(images.dot(weights.T), axis=1)
    hits = [int(o[-1] == l) for o, l in zip(order, labels)]
    return sum(hits) / len(hits)
""",
    },
    "linear1": {
        "products summed along the pixels": """
import numpy as np

def linear1(xb, weights, bias):
    if xb.shape[1] != len(weights):
        raise ValueError(f"{xb.shape[1]} pixels, {len(weights)} weights")
    return np.sum(weights[None, :] * xb, axis=-1) + bias
""",
        "bias as one more weight": """
import numpy as np

def linear1(xb, weights, bias):
    with_one = np.hstack([xb, np.ones((len(xb), 1))])
    return with_one.dot(np.append(weights, bias))
""",
        "list of dot products": """
import numpy as np

def linear1(xb, weights, bias):
    return [bias + float(np.dot(image, weights)) for image in xb]
""",
        "weights times turned images": """
def linear1(xb, weights, bias):
    return bias + weights @ xb.T
""",
    },
    "sigmoid": {
        "tanh formula": """
import numpy as np

def sigmoid(x):
    return (np.tanh(np.asarray(x) / 2) + 1) / 2
""",
        "logaddexp": """
import numpy as np

def sigmoid(x):
    return np.exp(-np.logaddexp(0.0, -np.asarray(x, dtype=float)))
""",
        "warnings off inside": """
import numpy as np

def sigmoid(x):
    with np.errstate(all="ignore"):
        return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))
""",
        "vectorized scalar function": """
import math
import numpy as np

def one(v):
    if v < 0:
        e = math.exp(v)
        return e / (1 + e)
    return 1 / (1 + math.exp(-v))

def sigmoid(x):
    return np.vectorize(one, otypes=[float])(x)
""",
    },
    "mnist_loss": {
        "absolute difference": """
import numpy as np

def mnist_loss(predictions, targets):
    return np.mean(np.abs(np.subtract(targets, sigmoid(predictions), dtype=float)))
""",
        "sigmoid of the sign-turned prediction": """
import numpy as np

def mnist_loss(predictions, targets):
    turned = predictions * np.where(targets == 1, -1.0, 1.0)
    return float(np.mean(sigmoid(turned)))
""",
        "loop with a check": """
def mnist_loss(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError(f"{len(predictions)} predictions but {len(targets)} targets")
    total = 0
    for pred, target in zip(predictions, targets):
        p = float(sigmoid(pred))
        total += (1 - p) if target else p
    return total / len(targets)
""",
        "arithmetic with t and 1 - t": """
import numpy as np

def mnist_loss(predictions, targets):
    t = np.asarray(targets, dtype=float)
    p = sigmoid(predictions)
    return np.average(t * (1 - p) + (1 - t) * p)
""",
    },
    "batch_accuracy": {
        "one minus the share of the wrong": """
import numpy as np

def batch_accuracy(predictions, targets, threshold):
    wrong = (predictions > threshold) ^ np.asarray(targets, dtype=bool)
    return 1 - wrong.mean()
""",
        "counts in a loop": """
def batch_accuracy(predictions, targets, threshold):
    if len(predictions) != len(targets):
        raise ValueError(f"{len(predictions)} and {len(targets)}")
    count = 0
    for i in range(len(predictions)):
        count += int(predictions[i] > threshold) == int(targets[i])
    return count / len(predictions)
""",
        "both groups added": """
import numpy as np

def batch_accuracy(predictions, targets, threshold):
    true_ones = np.sum((predictions > threshold) & (targets == 1))
    true_zeros = np.sum((predictions <= threshold) & (targets == 0))
    return float(true_ones + true_zeros) / predictions.size
""",
        "where and equal": """
import numpy as np

def batch_accuracy(predictions, targets, threshold):
    guess = np.where(predictions - threshold > 0, 1, 0)
    return np.equal(guess, targets).astype(float).sum() / len(targets)
""",
    },
    "gradients": {
        "matrix product": """
import numpy as np

def gradients(xb, targets, weights, bias):
    p = sigmoid(linear1(xb, weights, bias))
    g = np.where(np.asarray(targets) == 1, -1.0, 1.0) * (p - p * p) / len(xb)
    return g @ xb, g.sum()
""",
        "image by image": """
import numpy as np

def gradients(xb, targets, weights, bias):
    preds = linear1(xb, weights, bias)
    n = len(preds)
    if n != len(targets):
        raise ValueError(f"{n} images, {len(targets)} targets")
    d_weights, d_bias = np.zeros(len(weights)), 0.0
    for k in range(n):
        p = float(sigmoid(preds[k]))
        slope = p * (1 - p)
        if targets[k] == 1:
            slope = -slope
        d_weights += slope * xb[k] / n
        d_bias += slope / n
    return d_weights, d_bias
""",
        "bias as one more column": """
import numpy as np

def gradients(xb, targets, weights, bias):
    x1 = np.column_stack([xb, np.ones(len(xb))])
    z = x1 @ np.append(weights, bias)
    slope = sigmoid(z) * sigmoid(-z)
    both = (x1 * ((1 - 2 * np.asarray(targets, dtype=float)) * slope)[:, None]).mean(axis=0)
    return both[:-1], float(both[-1])
""",
        "slope by cosh": """
import numpy as np

def gradients(xb, targets, weights, bias):
    z = np.clip(np.asarray(linear1(xb, weights, bias), dtype=float), -600, 600)
    slope = 1 / (4 * np.cosh(z / 2) ** 2)
    signed = slope - 2 * slope * np.asarray(targets, dtype=float)
    return [np.einsum("i,ij->j", signed, xb) / len(z), np.mean(signed)]
""",
    },
    "train_epoch": {
        "split at the batch borders": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    borders = range(batch_size, len(xb), batch_size)
    for x, t in zip(np.split(xb, borders), np.split(targets, borders)):
        d_w, d_b = gradients(x, t, weights, bias)
        weights, bias = weights - alpha * d_w, bias - alpha * d_b
    return weights, bias
""",
        "while something is left": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    w = np.array(weights, dtype=float)
    b = float(bias)
    while len(xb):
        step = gradients(xb[:batch_size], targets[:batch_size], w, b)
        w -= alpha * step[0]
        b -= alpha * step[1]
        xb, targets = xb[batch_size:], targets[batch_size:]
    return [w, b]
""",
        "rounded-up number of batches": """
import math

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    for k in range(math.ceil(len(xb) / batch_size)):
        part = slice(k * batch_size, (k + 1) * batch_size)
        d_weights, d_bias = gradients(xb[part], targets[part], weights, bias)
        weights = weights - alpha * d_weights
        bias = bias - alpha * d_bias
    return weights, bias
""",
        "gradient written out": """
import numpy as np

def train_epoch(xb, targets, weights, bias, alpha, batch_size):
    model = np.append(weights, bias).astype(float)
    for i in range(0, len(xb), batch_size):
        x = xb[i:i + batch_size]
        x = np.concatenate([x, np.ones((len(x), 1))], axis=1)
        t = np.asarray(targets[i:i + batch_size], dtype=float)
        p = sigmoid(x @ model)
        model = model + alpha * (((2 * t - 1) * p * (1 - p)) @ x) / len(x)
    return model[:-1], model[-1]
""",
    },
    "save_model": {
        "compressed, unnamed arrays": """
import numpy as np

def save_model(path, weights, bias):
    np.savez_compressed(path, weights, bias)

def load_model(path):
    with np.load(path) as data:
        return data["arr_0"], data["arr_1"][()]
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
        "json text with shapes": """
import json
import numpy as np

def save_model(path, weights, bias):
    content = {}
    for name, value in (("weights", weights), ("bias", bias)):
        value = np.asarray(value)
        content[name] = {"shape": list(value.shape), "numbers": value.astype(float).ravel().tolist()}
    with open(path, "w") as file:
        json.dump(content, file)

def load_model(path):
    with open(path) as file:
        content = json.load(file)
    pair = [np.array(content[n]["numbers"]).reshape(content[n]["shape"])[()] for n in ("weights", "bias")]
    return pair[0], pair[1]
""",
        "two arrays one after the other": """
import numpy as np

def save_model(path, weights, bias):
    with open(path, "wb") as f:
        np.save(f, np.asarray(weights))
        np.save(f, np.asarray(bias))

def load_model(path):
    with open(path, "rb") as f:
        weights = np.load(f)
        bias = np.load(f)
    return weights, bias[()]
""",
    },
    "load_model": {
        "list instead of tuple": """
import numpy as np

def save_model(path, weights, bias):
    np.savez(path, weights=weights, bias=bias)

def load_model(path):
    with np.load(path) as data:
        return [data[name] for name in ("weights", "bias")]
""",
        "through an open file": """
import numpy as np

def save_model(path, weights, bias):
    with open(path, "wb") as f:
        np.savez(f, b=bias, w=weights)

def load_model(path):
    with open(path, "rb") as f:
        data = np.load(f)
        weights, bias = data["w"], data["b"]
    return weights, bias.item() if bias.ndim == 0 else bias
""",
        "dictionary of the arrays": """
import numpy as np
from pathlib import Path

def save_model(path, weights, bias):
    np.savez(Path(path), **{"the weights": weights, "the bias": bias})

def load_model(path):
    model = dict(np.load(Path(path)))
    return np.array(model["the weights"]), np.array(model["the bias"])
""",
        "pickle bytes": """
import pickle
from pathlib import Path

def save_model(path, weights, bias):
    Path(path).write_bytes(pickle.dumps({"w": weights, "b": bias}))

def load_model(path):
    model = pickle.loads(Path(path).read_bytes())
    return model["w"], model["b"]
""",
    },
}
