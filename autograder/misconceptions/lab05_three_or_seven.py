"""Wrong formulas of lab 05, part B: one output, its loss, its gradient and its training."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.misconceptions.formula import Help, Misconception, wrong

_Formula = Callable[..., Any]


# linear1


def _line(xb: Any, weights: Any, bias: Any) -> Any:
    return xb @ weights + bias


def _truncated(values: Any, dtype: Any) -> Any:
    return np.asarray(values).astype(dtype)


# sigmoid


def _sigmoid(x: Any) -> Any:
    return (1 + np.tanh(np.asarray(x, dtype=float) / 2)) / 2


def _safe(x: Any) -> Any:
    return np.clip(np.asarray(x, dtype=float), -700, 700)


def _clipped(x: Any, limit: float) -> Any:
    return _sigmoid(np.clip(np.asarray(x, dtype=float), -limit, limit))


def _softmax(x: Any) -> Any:
    powers = np.exp(np.asarray(x, dtype=float) - np.max(x))
    return powers / powers.sum()


def _numbers_only(x: Any) -> Any:
    if np.ndim(x):
        msg = "an array has no single truth"
        raise TypeError(msg)
    return float(_sigmoid(x))


def _numbers_only_and_small(x: Any) -> Any:
    return 1 / (1 + math.exp(-_number(x)))


def _number(x: Any) -> float:
    if np.ndim(x):
        msg = "an array is not one number"
        raise TypeError(msg)
    return float(x)


def _arrays_only(x: Any) -> Any:
    return _sigmoid(x).reshape(x.shape)


def _lists_only(x: Any) -> Any:
    return np.array([_numbers_only(value) for value in x])


def _small_numbers_and_lists(x: Any) -> Any:
    if np.ndim(x):
        return np.array([_small_numbers_and_lists(value) for value in x])
    return 1 / (1 + math.exp(-x))


def _one_level(x: Any) -> Any:
    return _lists_only(x) if np.ndim(x) else _numbers_only(x)


def _one_level_and_small(x: Any) -> Any:
    return np.array([_numbers_only_and_small(value) for value in x]) if np.ndim(x) else _numbers_only(x)


def _power_ratio(x: Any) -> Any:
    power = np.exp(np.asarray(x, dtype=float))
    return power / (1 + power)


def _one_way_for_all(x: Any) -> Any:
    return _sigmoid(x) if np.all(np.asarray(x) >= 0) else _power_ratio(x)


# mnist_loss


def _distances(predictions: Any, targets: Any) -> Any:
    return np.abs(_sigmoid(predictions) - targets)


def _divided_on_the_way(predictions: Any, targets: Any) -> Any:
    total = 0.0
    for distance in _distances(predictions, targets):
        total = (total + distance) / len(targets)
    return total


def _both_means(values: Any, targets: Any) -> Any:
    means = [values[targets == kind].mean() if (targets == kind).any() else 0.0 for kind in (0, 1)]
    return sum(means) / 2


def _both_means_of_those_there(values: Any, targets: Any) -> Any:
    return np.mean([values[targets == kind].mean() for kind in np.unique(targets)])


def _surprise(predictions: Any, targets: Any) -> Any:
    return np.logaddexp(0, np.where(targets == 1, -1.0, 1.0) * predictions)


# batch_accuracy


def _right(predictions: Any, targets: Any, threshold: Any) -> Any:
    return (predictions > threshold) == targets


# gradients


def _sign(targets: Any) -> Any:
    return np.where(targets == 1, -1.0, 1.0)


def _gradients(
    *,
    see: _Formula = _line,
    squash: _Formula = _sigmoid,
    miss: _Formula = lambda _p, targets: _sign(targets),
    slope: _Formula = lambda p, _x: p * (1 - p),
    share: _Formula = lambda each, xb: each / len(xb),
    blame: _Formula = lambda each, xb, _weights: xb.T @ each,
    blame_bias: _Formula = lambda each, _d_weights, _bias: np.sum(each),
) -> _Formula:
    """Return `gradients` in which the given parts take the place of the right ones."""

    def gradients(xb: Any, targets: Any, weights: Any, bias: Any) -> Any:
        x = see(xb, weights, bias)
        p = squash(x)
        each = share(miss(p, targets) * slope(p, x), xb)
        d_weights = blame(each, xb, weights)
        return d_weights, blame_bias(each, d_weights, bias)

    return gradients


_right_gradients = _gradients()


def _all_shares(**parts: _Formula) -> tuple[_Formula, ...]:
    """Return `gradients` with these parts: averaged, added up, and with only one of the two results averaged."""
    once = _gradients(**parts)

    def scaled(power: int, power_of_bias: int) -> _Formula:
        def gradients(xb: Any, targets: Any, weights: Any, bias: Any) -> Any:
            d_weights, d_bias = once(xb, targets, weights, bias)
            return d_weights * len(xb) ** power, d_bias * len(xb) ** power_of_bias

        return gradients

    return once, scaled(1, 1), scaled(0, 1), scaled(1, 0)


def _changed_gradients(change: _Formula) -> _Formula:
    """Return `gradients` whose right result is changed at the end."""
    return lambda xb, targets, weights, bias: change(
        *_right_gradients(xb, targets, weights, bias), xb=xb, weights=weights, bias=bias
    )


def _of_some(choose: _Formula) -> _Formula:
    """Return `gradients` that see only some of the images."""

    def gradients(xb: Any, targets: Any, weights: Any, bias: Any) -> Any:
        kept = choose(np.arange(len(xb)))
        return _right_gradients(xb[kept], targets[kept], weights, bias)

    return gradients


def _numerical(quantity: _Formula, width: float, below: float = 0.0) -> _Formula:
    """Return `gradients` by the difference between a step of this width up and one down."""

    def gradients(xb: Any, targets: Any, weights: Any, bias: Any) -> Any:
        x = _line(xb, weights, bias)

        def rise(column: Any) -> Any:
            return (quantity(x + width * column, targets) - quantity(x - below * column, targets)) / (width + below)

        return np.array([rise(column) for column in xb.T]), rise(1.0)

    return gradients


def _undivided(width: float) -> _Formula:
    measured = _numerical(_loss, width)
    return lambda *given: tuple(width * part for part in measured(*given))


def _of_the_misses(xb: Any, targets: Any, weights: Any, bias: Any) -> Any:
    missed = (_line(xb, weights, bias) > 0) != (targets == 1)
    if not missed.any():
        return np.zeros(len(weights)), 0.0
    return _right_gradients(xb[missed], targets[missed], weights, bias)


def _loss(x: Any, targets: Any) -> Any:
    return np.mean(_distances(x, targets))


def _accuracy(x: Any, targets: Any) -> Any:
    return np.mean((x > 0) == targets)


# train_epoch


def _starts(n: int, batch_size: int) -> Any:
    return range(0, n, batch_size)


def _epoch(
    *,
    starts: _Formula = _starts,
    batch: _Formula = lambda start, size, n: np.arange(start, min(start + size, n)),
    grads: _Formula = _right_gradients,
    scale: _Formula = lambda kept, size, n, turn: 1.0,
    move: _Formula = lambda weights, d_weights, alpha: weights - alpha * d_weights,
    move_bias: _Formula = lambda bias, d_bias, alpha: bias - alpha * d_bias,
    passes: int = 1,
) -> _Formula:
    """Return a `train_epoch` in which the given parts take the place of the right ones."""

    def train_epoch(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
        n = len(xb)
        for turn, start in enumerate([*starts(n, batch_size)] * passes):
            kept = batch(start, batch_size, n)
            d_weights, d_bias = grads(xb[kept], targets[kept], weights, bias)
            factor = scale(kept, batch_size, n, turn)
            weights = move(weights, factor * d_weights, alpha)
            bias = move_bias(bias, factor * d_bias, alpha)
        return weights, bias

    return train_epoch


_right_epoch = _epoch()


def _remembering(step: _Formula) -> _Formula:
    """Return a `train_epoch` whose step also sees the parameters at the beginning and a memory of its own."""

    def train_epoch(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
        start = now = (weights, bias)
        memory: dict[str, Any] = {}
        for place in _starts(len(xb), batch_size):
            kept = slice(place, place + batch_size)
            now = step(xb[kept], targets[kept], now, start, alpha, memory)
        return now

    return train_epoch


def _of_first(number: _Formula) -> _Formula:
    """Return a `train_epoch` that sees only the first images."""
    return lambda xb, targets, *rest: _right_epoch(xb[: number(len(xb))], targets[: number(len(xb))], *rest)


def _stale(xb: Any, targets: Any, now: Any, start: Any, alpha: float, _memory: Any) -> Any:
    d_weights, d_bias = _right_gradients(xb, targets, *start)
    return now[0] - alpha * d_weights, now[1] - alpha * d_bias


def _stale_bias(xb: Any, targets: Any, now: Any, start: Any, alpha: float, _memory: Any) -> Any:
    d_weights, d_bias = _right_gradients(xb, targets, now[0], start[1])
    return now[0] - alpha * d_weights, now[1] - alpha * d_bias


def _stale_weights(xb: Any, targets: Any, now: Any, start: Any, alpha: float, _memory: Any) -> Any:
    d_weights, d_bias = _right_gradients(xb, targets, start[0], now[1])
    return now[0] - alpha * d_weights, now[1] - alpha * d_bias


def _anew(xb: Any, targets: Any, _now: Any, start: Any, alpha: float, _memory: Any) -> Any:
    d_weights, d_bias = _right_gradients(xb, targets, *start)
    return start[0] - alpha * d_weights, start[1] - alpha * d_bias


def _fresh_from_the_start(xb: Any, targets: Any, now: Any, start: Any, alpha: float, _memory: Any) -> Any:
    d_weights, d_bias = _right_gradients(xb, targets, *now)
    return start[0] - alpha * d_weights, start[1] - alpha * d_bias


def _fresh_weights_from_the_start(xb: Any, targets: Any, now: Any, start: Any, alpha: float, _memory: Any) -> Any:
    d_weights, d_bias = _right_gradients(xb, targets, *now)
    return start[0] - alpha * d_weights, now[1] - alpha * d_bias


def _weights_then_bias(xb: Any, targets: Any, now: Any, _start: Any, alpha: float, _memory: Any) -> Any:
    weights = now[0] - alpha * _right_gradients(xb, targets, *now)[0]
    return weights, now[1] - alpha * _right_gradients(xb, targets, weights, now[1])[1]


def _bias_then_weights(xb: Any, targets: Any, now: Any, _start: Any, alpha: float, _memory: Any) -> Any:
    bias = now[1] - alpha * _right_gradients(xb, targets, *now)[1]
    return now[0] - alpha * _right_gradients(xb, targets, now[0], bias)[0], bias


def _with_momentum(kept: float, new: float = 1.0) -> _Formula:
    def step(xb: Any, targets: Any, now: Any, _start: Any, alpha: float, memory: dict[str, Any]) -> Any:
        d_weights, d_bias = _right_gradients(xb, targets, *now)
        memory["weights"] = kept * memory.get("weights", 0.0) + new * d_weights
        memory["bias"] = kept * memory.get("bias", 0.0) + new * d_bias
        return now[0] - alpha * memory["weights"], now[1] - alpha * memory["bias"]

    return _remembering(step)


def _before_the_last(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
    kept = (len(xb) - 1) // batch_size * batch_size
    return _right_epoch(xb[:kept], targets[:kept], weights, bias, alpha, batch_size)


def _late(*, weights_too: bool) -> _Formula:
    """Return a `train_epoch` in which the bias, or only the weights, move once at the end."""

    def train_epoch(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
        d_weights = d_bias = 0.0
        for start in _starts(len(xb), batch_size):
            kept = slice(start, start + batch_size)
            d_weights, d_bias = _right_gradients(xb[kept], targets[kept], weights, bias)
            if weights_too:
                bias = bias - alpha * d_bias
            else:
                weights = weights - alpha * d_weights
        return (weights - alpha * d_weights, bias) if weights_too else (weights, bias - alpha * d_bias)

    return train_epoch


def _first_gradient_again(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
    d_weights, d_bias = _right_gradients(xb[:batch_size], targets[:batch_size], weights, bias)
    steps = len(_starts(len(xb), batch_size))
    return weights - steps * alpha * d_weights, bias - steps * alpha * d_bias


def _mean_of_states(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
    states = []
    for start in _starts(len(xb), batch_size):
        kept = slice(start, start + batch_size)
        weights, bias = _right_epoch(xb[kept], targets[kept], weights, bias, alpha, batch_size)
        states.append((weights, bias))
    return np.mean([state[0] for state in states], axis=0), np.mean([state[1] for state in states])


def _crossed(pull: _Formula) -> _Formula:
    """Return a `train_epoch` that makes other gradients of the two."""
    return _epoch(grads=lambda *given: pull(*_right_gradients(*given)))


def _whole_set_times(number: _Formula) -> _Formula:
    """Return a `train_epoch` of this many steps with all images."""
    return _epoch(batch=lambda _start, _size, n: np.arange(n), starts=lambda n, size: range(number(n, size)))


def _in_one_step(factor: _Formula) -> _Formula:
    """Return a `train_epoch` that moves once, by the gradient of all, times a factor of both sizes."""

    def train_epoch(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
        d_weights, d_bias = _right_gradients(xb, targets, weights, bias)
        reach = alpha * factor(len(xb), batch_size)
        return weights - reach * d_weights, bias - reach * d_bias

    return train_epoch


def _mean_of_batches(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
    ends = [
        _epoch(batch=lambda _start, _size, _n, kept=kept: kept, starts=lambda _n, _size: (0,))(
            xb, targets, weights, bias, alpha, batch_size
        )
        for kept in np.split(np.arange(len(xb)), range(batch_size, len(xb), batch_size))
    ]
    return np.mean([weights for weights, _ in ends], axis=0), np.mean([bias for _, bias in ends])


def _mean_of_gradients(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
    end_weights, end_bias = _remembering(_stale)(xb, targets, weights, bias, alpha, batch_size)
    steps = len(_starts(len(xb), batch_size))
    return weights + (end_weights - weights) / steps, bias + (end_bias - bias) / steps


def _split_evenly(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
    for kept in np.array_split(np.arange(len(xb)), math.ceil(len(xb) / batch_size)):
        d_weights, d_bias = _right_gradients(xb[kept], targets[kept], weights, bias)
        weights, bias = weights - alpha * d_weights, bias - alpha * d_bias
    return weights, bias


def _split_into_size(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
    for kept in np.array_split(np.arange(len(xb)), batch_size):
        if len(kept):
            d_weights, d_bias = _right_gradients(xb[kept], targets[kept], weights, bias)
            weights, bias = weights - alpha * d_weights, bias - alpha * d_bias
    return weights, bias


def _other_targets(choose: _Formula) -> _Formula:
    """Return a `train_epoch` in which a batch meets other images' targets."""

    def train_epoch(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
        for start in _starts(len(xb), batch_size):
            rows = xb[start : start + batch_size]
            d_weights, d_bias = _right_gradients(rows, choose(targets, len(rows)), weights, bias)
            weights, bias = weights - alpha * d_weights, bias - alpha * d_bias
        return weights, bias

    return train_epoch


def _into_like(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
    return _epoch(move=lambda now, d_weights, alpha: _truncated(now - alpha * d_weights, now.dtype))(
        xb, targets, weights, bias, alpha, batch_size
    )


def _in_place(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
    weights = weights.copy()
    for start in _starts(len(xb), batch_size):
        kept = slice(start, start + batch_size)
        d_weights, d_bias = _right_gradients(xb[kept], targets[kept], weights, bias)
        weights -= alpha * d_weights
        bias = bias - alpha * d_bias
    return weights, bias


def _decaying(xb: Any, targets: Any, weights: Any, bias: Any, alpha: float, batch_size: int) -> Any:
    for start in _starts(len(xb), batch_size):
        kept = slice(start, start + batch_size)
        d_weights, d_bias = _right_gradients(xb[kept], targets[kept], weights, bias)
        weights, bias = weights - alpha * d_weights, bias - alpha * d_bias
        alpha *= 0.9
    return weights, bias


_OTHER_LOSSES: tuple[dict[str, _Formula], ...] = (
    {"miss": lambda p, targets: p - targets, "slope": lambda _p, _x: 1.0},
    {"miss": lambda p, targets: p - targets},
    {"miss": lambda p, targets: 2 * (p - targets)},
    {"slope": lambda _p, _x: 1.0},
    {"squash": lambda x: x, "miss": lambda p, targets: p - targets, "slope": lambda _p, _x: 1.0},
    {"squash": lambda x: x, "miss": lambda p, targets: 2 * (p - targets), "slope": lambda _p, _x: 1.0},
    {"squash": lambda x: x, "slope": lambda _p, _x: 1.0},
    {"miss": lambda _p, _targets: 1.0},
    {"see": lambda xb, weights, _bias: xb @ weights},
)

MISCONCEPTIONS: dict[str, tuple[Misconception, ...]] = {
    "linear1": (
        wrong(
            "bias-forgotten",
            "It looks as if the bias plays no part. The weighted sum is the larger share of the work, so the result "
            "looks reasonable. What should an all-black image score?",
            lambda xb, weights, _bias: xb @ weights,
            lambda xb, weights, _bias: xb @ weights / 255,
            lambda xb, weights, _bias: (xb * weights).mean(axis=1),
            lambda xb, weights, _bias: _sigmoid(xb @ weights),
            lambda xb, weights, _bias: np.maximum(0, xb @ weights),
            lambda xb, weights, _bias: (xb @ weights)[:, None],
            lambda xb, weights, _bias: (xb @ weights).sum(),
            lambda xb, weights, _bias: (xb * weights).sum(axis=0),
            lambda xb, weights, _bias: xb[0] @ weights,
        ),
        wrong(
            "bias-multiplied",
            "It looks as if the bias multiplies the sum. A weight would do so. "
            "What happens to every score then when the bias is 0, and should a black image not have one of its own?",
            lambda xb, weights, bias: xb @ weights * bias,
            lambda xb, weights, bias: xb @ weights * (1 + bias),
            lambda xb, weights, bias: xb @ (weights * bias) + bias,
            lambda xb, weights, bias: (xb @ weights + 1) * bias,
        ),
        wrong(
            "bias-subtracted",
            "It looks as if the bias is taken away. A threshold works like that: the score has to exceed it. "
            "Should a larger bias raise the scores or lower them?",
            lambda xb, weights, bias: xb @ weights - bias,
            lambda xb, weights, bias: bias - xb @ weights,
        ),
        wrong(
            "bias-added-to-each-product",
            "It looks as if the bias is added once for every pixel. It is part of the score, so it seems to belong "
            "inside the sum. How often should it be counted for one image?",
            lambda xb, weights, bias: (xb * weights + bias).sum(axis=1),
            lambda xb, weights, bias: (xb * weights + bias).sum(axis=1) + bias,
            lambda xb, weights, bias: xb @ weights + bias * (xb > 0).sum(axis=1),
        ),
        wrong(
            "bias-added-before",
            "It looks as if the bias is added to the weights or to the pixels before they are multiplied. Brackets in "
            "another place do that. What would a black image score then, and can the bias move it on its own?",
            lambda xb, weights, bias: xb @ (weights + bias),
            lambda xb, weights, bias: (xb + bias) @ weights,
            lambda xb, weights, bias: (xb + bias) @ (weights + bias),
        ),
        wrong(
            "bias-other-strength",
            "It looks as if the bias is added, but not as the number it is: twice, halved, shared among pixels or "
            "images, or a fixed 1. Its own input is easily misjudged. By how much should all scores rise if the bias "
            "rises by 1?",
            lambda xb, weights, bias: xb @ weights + 2 * bias,
            lambda xb, weights, bias: xb @ weights + bias / 2,
            lambda xb, weights, _bias: xb @ weights + 1,
            lambda xb, weights, bias: xb @ weights + bias / xb.shape[1],
            lambda xb, weights, bias: xb @ weights + bias / len(xb),
            lambda xb, weights, bias: xb @ weights + bias * len(xb),
            lambda xb, weights, bias: xb @ weights + np.abs(bias),
            lambda xb, weights, bias: xb @ weights + int(bias),
            lambda xb, weights, bias: xb @ weights + round(bias),
            lambda xb, weights, bias: xb @ weights + bias**2,
            lambda xb, weights, _bias: xb @ weights - 1,
            lambda xb, weights, bias: xb @ weights + np.sqrt(np.abs(bias)),
            lambda xb, weights, bias: xb @ weights + bias * np.arange(len(xb)),
            lambda xb, weights, bias: xb @ weights + 10 * bias,
            lambda xb, weights, bias: xb @ weights + bias * xb.mean(axis=1),
            lambda xb, weights, bias: xb @ weights - np.abs(bias),
            lambda xb, weights, bias: xb @ weights + _sigmoid(bias),
        ),
        wrong(
            "bias-in-one-image",
            "It looks as if only one image gets the bias. A line that stands before or after the loop, not in it, "
            "does that. Which images does the bias belong to?",
            lambda xb, weights, bias: xb @ weights + bias * (np.arange(len(xb)) == 0),
            lambda xb, weights, bias: xb @ weights + bias * (np.arange(len(xb)) == len(xb) - 1),
            lambda xb, weights, bias: xb @ weights + bias * (np.arange(len(xb)) > 0),
        ),
        wrong(
            "bias-appended",
            "It looks as if the bias is put beside the scores, as one more of them. `+` between lists does join them. "
            "How many numbers should there be for four images?",
            lambda xb, weights, bias: np.append(xb @ weights, bias),
            lambda xb, weights, bias: np.append(bias, xb @ weights),
        ),
        wrong(
            "total-not-set-back",
            "It looks as if each score still contains those before it. A total, or a bias, that grows inside the loop "
            "does that. With which number should every image begin?",
            lambda xb, weights, bias: np.cumsum(xb @ weights) + bias,
            lambda xb, weights, bias: np.cumsum(xb @ weights + bias),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if only the first image gets a score. That happens when `return` stands inside the loop. "
            "How many scores should there be for four images?",
            lambda xb, weights, bias: xb[0] @ weights + bias,
            lambda xb, weights, bias: _line(xb, weights, bias)[:1],
        ),
        wrong(
            "only-the-last",
            "It looks as if only the last image's score survives. A name that gets a new value in every turn keeps "
            "what came last. Where could the earlier scores be collected?",
            lambda xb, weights, bias: xb[-1] @ weights + bias,
            lambda xb, weights, bias: _line(xb, weights, bias)[-1:],
        ),
        wrong(
            "one-image-for-all",
            "It looks as if every image gets the score of the first or the last one. An index that stays fixed in a "
            "loop does that. Which pixels should the second score come from?",
            lambda xb, weights, bias: np.full(len(xb), xb[0] @ weights + bias),
            lambda xb, weights, bias: np.full(len(xb), xb[-1] @ weights + bias),
        ),
        wrong(
            "drops-the-last",
            "It looks as if the last image is passed over. Ranges that end one too soon are easily written. "
            "How many images go in, and how many scores come out?",
            lambda xb, weights, bias: _line(xb, weights, bias)[:-1],
            lambda xb, weights, bias: _line(xb, weights, bias) * (np.arange(len(xb)) < len(xb) - 1),
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first image is passed over. Counting from 1 is how people count. "
            "Which index does the first image have?",
            lambda xb, weights, bias: _line(xb, weights, bias)[1:],
            lambda xb, weights, bias: _line(xb, weights, bias) * (np.arange(len(xb)) > 0),
        ),
        wrong(
            "a-pixel-lost",
            "It looks as if the first or the last pixel isn't counted, or only one is. A range that starts or ends at "
            "the wrong place does that. How many products belong into one score?",
            lambda xb, weights, bias: xb[:, 1:] @ weights[1:] + bias,
            lambda xb, weights, bias: xb[:, :-1] @ weights[:-1] + bias,
            lambda xb, weights, bias: xb[:, 0] * weights[0] + bias,
            lambda xb, weights, bias: xb[:, -1] * weights[-1] + bias,
            lambda xb, weights, _bias: xb[:, -1] * weights[-1],
            lambda xb, weights, bias: (xb * weights).max(axis=1) + bias,
        ),
        wrong(
            "products-not-summed",
            "It looks as if each pixel meets its weight, but the products are never added up. It is half the way. "
            "How many numbers should there be for one image?",
            lambda xb, weights, bias: xb * weights + bias,
            lambda xb, weights, _bias: xb * weights,
        ),
        wrong(
            "summed-the-other-way",
            "It looks as if the products are added over the images, so that there is one number per pixel. `axis` is "
            "easily mistaken. Should an image's score depend on the other images?",
            lambda xb, weights, bias: (xb * weights).sum(axis=0) + bias,
            lambda xb, weights, bias: (xb * weights + bias).sum(axis=0),
        ),
        wrong(
            "all-in-one-sum",
            "It looks as if all images end in one single number. `sum` or `mean` without an axis takes everything "
            "together. How could one then say which image is the three?",
            lambda xb, weights, bias: (xb * weights).sum() + bias,
            lambda xb, weights, bias: _line(xb, weights, bias).sum(),
            lambda xb, weights, bias: _line(xb, weights, bias).mean(),
            lambda xb, weights, bias: np.full(len(xb), (xb * weights).sum() + bias),
        ),
        wrong(
            "mean-for-sum",
            "It looks as if the products are averaged. A mean seems fairer for 784 of them. "
            "Was there any division in the weighted sum of the labs before?",
            lambda xb, weights, bias: (xb * weights).mean(axis=1) + bias,
            lambda xb, weights, bias: _line(xb, weights, bias) / xb.shape[1],
            lambda xb, weights, bias: xb @ weights / len(xb) + bias,
            lambda xb, weights, bias: _line(xb, weights, bias) / len(xb),
        ),
        wrong(
            "made-equally-long",
            "It looks as if the score is divided by the length or the sum of the weights or the pixels. That makes "
            "scores easier to compare. What should happen to a score when all weights double?",
            lambda xb, weights, bias: _line(xb, weights, bias) / np.linalg.norm(weights),
            lambda xb, weights, bias: xb @ weights / np.linalg.norm(weights) + bias,
            lambda xb, weights, bias: xb @ weights / weights.sum() + bias,
            lambda xb, weights, bias: xb @ weights / np.linalg.norm(xb) + bias,
            lambda xb, weights, bias: np.divide(xb @ weights, np.linalg.norm(xb, axis=1)) + bias,
            lambda xb, weights, bias: np.divide(xb @ weights, xb.sum(axis=1)) + bias,
            lambda xb, weights, bias: (
                np.divide(xb @ weights, np.linalg.norm(xb, axis=1) * np.linalg.norm(weights)) + bias
            ),
        ),
        wrong(
            "squashed",
            "It looks as if the scores pass through a sigmoid or a tanh already here. It comes next in this lab. "
            "Which function's task is that, and what would it receive if it came twice?",
            lambda xb, weights, bias: _sigmoid(_line(xb, weights, bias)),
            lambda xb, weights, bias: np.tanh(_line(xb, weights, bias)),
            lambda xb, weights, bias: _sigmoid(xb @ weights) + bias,
        ),
        wrong(
            "decided-already",
            "It looks as if every score is made into a decision, yes or no. That is what one wants to know in the end. "
            "How could a loss tell a narrow decision from a clear one?",
            lambda xb, weights, bias: _line(xb, weights, bias) > 0,
            lambda xb, weights, bias: _line(xb, weights, bias) > 0.5,  # noqa: PLR2004
            lambda xb, weights, bias: _sigmoid(_line(xb, weights, bias)) > 0.5,  # noqa: PLR2004
            lambda xb, weights, bias: np.sign(_line(xb, weights, bias)),
            lambda xb, weights, bias: xb @ weights > bias,
            lambda xb, weights, bias: xb @ weights > -bias,
        ),
        wrong(
            "never-negative",
            "It looks as if no score can be negative. A minus does look odd for a likeness. "
            "How would the model say that it takes an image for a seven?",
            lambda xb, weights, bias: np.maximum(0, _line(xb, weights, bias)),
            lambda xb, weights, bias: np.abs(_line(xb, weights, bias)),
            lambda xb, weights, bias: np.maximum(0, xb @ weights) + bias,
            lambda xb, weights, bias: np.abs(xb @ weights) + bias,
            lambda xb, weights, bias: xb @ np.abs(weights) + bias,
        ),
        wrong(
            "squared",
            "It looks as if something is squared on the way: the score, the weights or the products. Squares belong "
            "to errors. What becomes of a negative score in yours?",
            lambda xb, weights, bias: _line(xb, weights, bias) ** 2,
            lambda xb, weights, bias: ((xb * weights) ** 2).sum(axis=1) + bias,
            lambda xb, weights, bias: xb @ weights**2 + bias,
            lambda xb, weights, bias: xb**2 @ weights + bias,
        ),
        wrong(
            "distance-for-product",
            "It looks as if pixels and weights are compared by their difference. It is a good measure of likeness, "
            "and the lab tries it later. What should a black pixel add to the score here?",
            lambda xb, weights, bias: np.abs(xb - weights).sum(axis=1) + bias,
            lambda xb, weights, bias: ((xb - weights) ** 2).sum(axis=1) + bias,
            lambda xb, weights, bias: (xb - weights).sum(axis=1) + bias,
            lambda xb, weights, bias: -np.abs(xb - weights).sum(axis=1) + bias,
            lambda xb, weights, bias: np.abs(xb - weights).mean(axis=1) + bias,
        ),
        wrong(
            "adds-for-product",
            "It looks as if pixel and weight are added where they should be multiplied. The weight's sign still "
            "counts, so it seems to work. What should a weight do where the pixel is black?",
            lambda xb, weights, bias: (xb + weights).sum(axis=1) + bias,
        ),
        wrong(
            "sums-multiplied",
            "It looks as if all pixels are added first, all weights too, and the two sums or means are multiplied. "
            "Adding and multiplying seem to be free to swap. If a bright pixel has weight 0, should it count?",
            lambda xb, weights, bias: xb.sum(axis=1) * weights.sum() + bias,
            lambda xb, weights, bias: xb.mean(axis=1) * weights.mean() + bias,
            lambda xb, weights, bias: xb.sum(axis=1) * weights.mean() + bias,
            lambda xb, weights, bias: xb.mean(axis=1) * weights.sum() + bias,
        ),
        wrong(
            "weights-forgotten",
            "It looks as if the weights play no part, so that only brightness counts. A wrong name is all it takes. "
            "What could this model learn from its mistakes?",
            lambda xb, _weights, bias: xb.sum(axis=1) + bias,
            lambda xb, _weights, bias: (xb**2).sum(axis=1) + bias,
            lambda xb, _weights, bias: xb.mean(axis=1) + bias,
        ),
        wrong(
            "input-forgotten",
            "It looks as if the pixels play no part, so that every image scores alike. A wrong name is all it takes. "
            "How could a three and a seven differ then?",
            lambda xb, weights, bias: np.full(len(xb), weights.sum()) + bias,
            lambda xb, weights, bias: np.full(len(xb), weights @ weights) + bias,
        ),
        wrong(
            "pixels-changed",
            "It looks as if the pixels or the weights are changed before they meet: scaled once more, made black or "
            "white, or turned round. The images have already been prepared. What should stand beside the first "
            "weight?",
            lambda xb, weights, bias: (xb / 255) @ weights + bias,
            lambda xb, weights, bias: (xb > 0) @ weights + bias,
            lambda xb, weights, bias: (xb > 0.5) @ weights + bias,  # noqa: PLR2004
            lambda xb, weights, bias: xb @ weights[::-1] + bias,
            lambda xb, weights, bias: (1 - xb) @ weights + bias,
            lambda xb, weights, bias: xb @ (weights / 2) + bias,
            lambda xb, weights, bias: (xb - xb.mean()) @ weights + bias,
            lambda xb, weights, bias: (xb - xb.mean(axis=1, keepdims=True)) @ weights + bias,
            lambda xb, weights, bias: (xb - 0.5) @ weights + bias,
            lambda xb, weights, bias: (2 * xb - 1) @ weights + bias,
            lambda xb, weights, bias: _line(xb, weights, bias) / 255,
            lambda xb, weights, bias: (xb * 255) @ weights + bias,
        ),
        wrong(
            "column-shape",
            "It looks as if the scores are right, but each stands in a row of its own, or in a row within a row. A "
            "`reshape` to two axes does that. How many axes does a plain list of scores have?",
            lambda xb, weights, bias: _line(xb, weights, bias)[:, None],
            lambda xb, weights, bias: _line(xb, weights, bias)[None],
        ),
        wrong(
            "square-by-broadcasting",
            "It looks as if a column of scores met a row of biases, and NumPy made a square table of all pairs. Each "
            "of the two looks harmless. Print the shapes on both sides of your `+`: what do they become together?",
            lambda xb, weights, bias: (xb @ weights)[:, None] + np.full(len(xb), bias),
            lambda xb, weights, bias: (xb @ weights) + np.full((len(xb), 1), bias),
        ),
        wrong(
            "whole-number-array",
            "It looks as if the fractions get lost, always or when something comes as whole numbers. An array made "
            "for whole numbers, or made like another one, cuts them off. Which type should the array for the scores "
            "have?",
            lambda xb, weights, bias: _truncated(_line(xb, weights, bias), int),
            lambda xb, weights, bias: _truncated(_line(xb, weights, bias), xb.dtype),
            lambda xb, weights, bias: _truncated(_line(xb, weights, bias), weights.dtype),
            lambda xb, weights, bias: xb @ weights.astype(int) + bias,
            lambda xb, weights, bias: xb.astype(int) @ weights + bias,
            lambda xb, weights, bias: _truncated(xb @ weights, int) + bias,
        ),
        wrong(
            "rounded",
            "It looks as if the scores are rounded, or kept with very few digits. Short numbers are nicer to print. "
            "Which of your steps loses digits that the gradient will need?",
            *(
                lambda xb, weights, bias, digits=digits: np.round(_line(xb, weights, bias), digits)
                for digits in (0, 1, 2, 3, 4)
            ),
            lambda xb, weights, bias: xb.astype(np.float16) @ weights.astype(np.float16) + np.float16(bias),
        ),
    ),
    "sigmoid": (
        wrong(
            "sign-reversed",
            "It looks as if large numbers come out near 0 and very negative ones near 1. One sign in the exponent "
            "decides it. Should a higher score mean more of a three or less?",
            lambda x: _sigmoid(-np.asarray(x)),
            lambda x: _power_ratio(-np.asarray(x, dtype=float)),
            lambda x: np.nan_to_num(_power_ratio(-np.asarray(x, dtype=float))),
        ),
        wrong(
            "brackets-missing",
            "It looks as if the division ends too early: 1 is divided by 1, and the power is added afterwards. On "
            "paper the long line of the fraction holds the lower part together. What does that in code?",
            lambda x: 1 / 1 + np.exp(-np.asarray(x, dtype=float)),
            lambda x: 1 / 1 + np.exp(-_safe(x)),
            lambda x: 1 / 1 + np.exp(-np.clip(np.asarray(x, dtype=float), -500, 500)),
            lambda x: 1 + np.exp(-np.asarray(x, dtype=float)),
            lambda x: 1 + np.exp(-np.clip(np.asarray(x, dtype=float), -500, 500)),
            lambda x: 1 / 1 + np.exp(np.asarray(x, dtype=float)),
        ),
        wrong(
            "one-forgotten",
            "It looks as if a piece of the fraction is missing or in another place, a 1 or the power, so that the "
            "results leave the range from 0 to 1. It is a formula that one half remembers. Try x = 0: which number "
            "should be exactly in the middle?",
            lambda x: np.exp(np.asarray(x, dtype=float)),
            lambda x: np.exp(-np.asarray(x, dtype=float)),
            lambda x: np.exp(_safe(x)),
            lambda x: np.exp(-_safe(x)),
            lambda x: np.exp(np.clip(np.asarray(x, dtype=float), -500, 500)),
            lambda x: np.exp(-np.clip(np.asarray(x, dtype=float), -500, 500)),
            lambda x: np.divide(1.0, 2 + np.exp(-np.asarray(x, dtype=float))),
            lambda x: np.exp(np.asarray(x, dtype=float)) / (2 + np.exp(np.asarray(x, dtype=float))),
            lambda x: 1 - np.exp(-np.asarray(x, dtype=float)),
            lambda x: np.divide(1.0, 1 + np.asarray(x, dtype=float)),
            lambda x: np.divide(1.0, 1 - np.asarray(x, dtype=float)),
            lambda x: np.divide(1.0, 1 - math.e * np.asarray(x, dtype=float)),
            lambda x: (1 / (1 + math.e)) ** -np.asarray(x, dtype=float),
            lambda x: np.divide(1.0, np.asarray(x, dtype=float) + np.exp(-np.asarray(x, dtype=float))),
            lambda x: np.divide(np.exp(np.asarray(x, dtype=float)), 2.0),
        ),
        wrong(
            "minus-below",
            "It looks as if the lower part of the fraction takes something away where it should add. It is one small "
            "sign. Try x = 0: what stands below the line then?",
            lambda x: np.divide(1.0, 1 - np.exp(-np.asarray(x, dtype=float))),
            lambda x: np.divide(1.0, 1 - np.exp(-_safe(x))),
            lambda x: np.divide(1.0, 1 - np.exp(-np.clip(np.asarray(x, dtype=float), -500, 500))),
            lambda x: np.divide(1.0, 1 - np.exp(np.asarray(x, dtype=float))),
            lambda x: np.exp(np.asarray(x, dtype=float)) / (np.exp(np.asarray(x, dtype=float)) - 1),
            lambda x: np.exp(np.asarray(x, dtype=float)) / (1 - np.exp(np.asarray(x, dtype=float))),
        ),
        wrong(
            "tanh",
            "It looks as if you use tanh, or another curve from -1 to 1. It has the same S form. "
            "What should come out for very negative numbers, and what for 0?",
            lambda x: np.tanh(np.asarray(x, dtype=float)),
            lambda x: np.tanh(np.asarray(x, dtype=float) / 2),
            lambda x: np.tanh(np.asarray(x, dtype=float) / 2) / 2,
            lambda x: np.tanh(np.asarray(x, dtype=float)) / 2,
            lambda x: np.asarray(x) / (1 + np.abs(x)),
            lambda x: (
                (np.exp(np.asarray(x, dtype=float)) - np.exp(-np.asarray(x, dtype=float)))
                / (np.exp(np.asarray(x, dtype=float)) + np.exp(-np.asarray(x, dtype=float)))
            ),
        ),
        wrong(
            "steeper-or-flatter",
            "It looks as if your curve has the right form and the right ends, but rises too fast or too slowly. A 2 "
            "too many or too few does that, or a base other than e. Compare at x = 1: what do you get, and what "
            "should come?",
            lambda x: _sigmoid(2 * np.asarray(x)),
            lambda x: _sigmoid(np.asarray(x) / 2),
            lambda x: _sigmoid(np.asarray(x) / 4),
            lambda x: _sigmoid(4 * np.asarray(x)),
            lambda x: _sigmoid(np.asarray(x) / 10),
            lambda x: _sigmoid(10 * np.asarray(x)),
            lambda x: _sigmoid(np.asarray(x) / 255),
            lambda x: _sigmoid(np.asarray(x) * math.log(2)),
            lambda x: _sigmoid(np.asarray(x) * math.log(10)),
            *(lambda x, base=base: _sigmoid(np.asarray(x) * math.log(base)) for base in (2.7, 2.71, 2.718, 2.72, 3)),
            *(lambda x, base=base: 1 / (1 + base**-x) for base in (2, 2.7, 2.71, 2.718, 2.7183, 2.72, 3, 10.0)),
            *(lambda x, base=base: _sigmoid(np.asarray(x) * math.log(base)) for base in (2.7183, 2.71828, 2.8, 1.5, 4)),
            lambda x: _sigmoid(3 * np.asarray(x)),
            lambda x: _sigmoid(np.asarray(x) / 3),
            lambda x: _sigmoid(np.asarray(x) / 100),
            lambda x: _sigmoid(np.asarray(x) / 784),
        ),
        wrong(
            "other-s-curve",
            "It looks as if you use another curve from 0 to 1: of an arc tangent, of a fraction, of an error integral "
            "or of straight pieces. It looks alike in a picture. Which curve is asked for, with which number e as its "
            "base?",
            lambda x: 0.5 + np.arctan(np.asarray(x, dtype=float)) / np.pi,
            lambda x: 0.5 + np.arctan(np.asarray(x, dtype=float) * np.pi / 2) / np.pi,
            lambda x: 0.5 + 0.5 * np.asarray(x) / (1 + np.abs(x)),
            lambda x: 0.5 + 0.5 * np.asarray(x) / np.sqrt(1 + np.square(np.asarray(x, dtype=float))),
            lambda x: np.vectorize(lambda value: 0.5 * (1 + math.erf(value)))(x),
            lambda x: np.vectorize(lambda value: 0.5 * (1 + math.erf(value / math.sqrt(2))))(x),
            lambda x: np.clip(np.asarray(x) / 4 + 0.5, 0, 1),
            lambda x: np.clip(np.asarray(x) / 6 + 0.5, 0, 1),
            lambda x: np.clip(np.asarray(x) * 0.2 + 0.5, 0, 1),
            lambda x: np.clip(np.asarray(x) + 0.5, 0, 1),
            lambda x: np.clip(np.asarray(x, dtype=float), 0, 1),
            lambda x: np.sin(np.asarray(x, dtype=float)),
            lambda x: (1 + np.sin(np.asarray(x, dtype=float))) / 2,
            lambda x: np.divide(1.0, 1 + np.abs(np.asarray(x, dtype=float))),
        ),
        wrong(
            "step",
            "It looks as if the result jumps from 0 to 1 with nothing between. It gives the decision one wants. "
            "How could the loss become a little smaller when a weight moves a little?",
            lambda x: np.asarray(x) > 0,
            lambda x: np.asarray(x) >= 0,
            lambda x: np.asarray(x) > 0.5,  # noqa: PLR2004
            lambda x: np.heaviside(np.asarray(x, dtype=float), 0.5),
            lambda x: np.round(_sigmoid(x)),
            lambda x: np.sign(np.asarray(x, dtype=float)),
        ),
        wrong(
            "rectified",
            "It looks as if you cut off what is negative, sharply or softly, and let the rest through. Many networks "
            "use such a curve. What is the largest number that may come out here?",
            lambda x: np.maximum(0, x),
            lambda x: np.logaddexp(0, np.asarray(x, dtype=float)),
            lambda x: np.asarray(x) * _sigmoid(x),
            lambda x: np.where(np.asarray(x) > 0, x, 0.01 * np.asarray(x)),
            lambda x: np.log(1 + np.exp(np.asarray(x, dtype=float))),
        ),
        wrong(
            "nothing-done",
            "It looks as if x itself comes back, unsquashed. It may be that the result was given another name. "
            "Which name do you return?",
            lambda x: np.asarray(x, dtype=float),
        ),
        wrong(
            "slope",
            "It looks as if you return the slope of the curve, not its height. You will need it for the gradient. "
            "Where is a sigmoid at its highest, and where is your result?",
            lambda x: _sigmoid(x) * (1 - _sigmoid(x)),
            lambda x: 1 - np.tanh(np.asarray(x, dtype=float)) ** 2,
            lambda x: np.asarray(x) * (1 - np.asarray(x, dtype=float)),
            lambda x: np.exp(-np.asarray(x, dtype=float)) / (1 + np.exp(-np.asarray(x, dtype=float))) ** 2,
            lambda x: np.exp(np.asarray(x, dtype=float)) / (1 + np.exp(np.asarray(x, dtype=float))) ** 2,
            lambda x: 1 - _sigmoid(x) ** 2,
            lambda x: _sigmoid(x) ** 2 * (1 - _sigmoid(x)),
        ),
        wrong(
            "logarithm",
            "It looks as if you return the logarithm of the sigmoid, or the sigmoid's inverse. Both occur in other "
            "losses. Can what you return be negative, and may it be?",
            lambda x: -np.logaddexp(0, -np.asarray(x, dtype=float)),
            lambda x: np.logaddexp(0, -np.asarray(x, dtype=float)),
            lambda x: np.log(np.asarray(x, dtype=float) / (1 - np.asarray(x, dtype=float))),
            lambda x: np.log(np.divide(1.0, 1 + np.exp(-np.asarray(x, dtype=float)))),
            lambda x: -np.log(np.divide(1.0, 1 + np.exp(-np.asarray(x, dtype=float)))),
            lambda x: np.log(1 + np.exp(-np.asarray(x, dtype=float))),
            lambda x: np.divide(1.0, 1 + np.log(np.abs(np.asarray(x, dtype=float)))),
        ),
        wrong(
            "abs-of-x",
            "It looks as if the sign of x gets lost: -2 and 2 give the same. An absolute value makes the power safe, "
            "so it is half of a good idea. What should be different for the negative numbers?",
            lambda x: _sigmoid(np.abs(x)),
            lambda x: _sigmoid(-np.abs(x)),
            lambda x: np.exp(-np.abs(np.asarray(x, dtype=float))),
            lambda x: np.exp(-np.square(np.asarray(x, dtype=float))),
            lambda x: _sigmoid(np.square(np.asarray(x, dtype=float))),
            lambda x: np.exp(-_safe(np.abs(x))) / (1 + np.exp(_safe(np.abs(x)))),
            lambda x: np.where(np.asarray(x) >= 0, _sigmoid(x), _sigmoid(-np.asarray(x))),
        ),
        wrong(
            "clipped-too-early",
            "It looks as if x is cut at a limit that is too near, so that large numbers all give the same. Limits do "
            "keep the power from overflowing. How far is your result for 40 or 1000 from 1, and for -40 or -1000 from "
            "0?",
            *(lambda x, limit=limit: _clipped(x, limit) for limit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12)),
            lambda x: _sigmoid(np.clip(np.asarray(x, dtype=float), 0, None)),
            lambda x: _sigmoid(np.clip(np.asarray(x, dtype=float), None, 0)),
            *(lambda x, far=far: _sigmoid(np.clip(np.asarray(x, dtype=float), 0, far)) for far in (1, 500)),
        ),
        wrong(
            "kept-off-zero-and-one",
            "It looks as if the result is kept a little away from 0 and 1. A logarithm would need that. "
            "Is there a logarithm in this lab's loss?",
            *(lambda x, edge=edge: np.clip(_sigmoid(x), edge, 1 - edge) for edge in (0.1, 0.05, 0.01, 1e-3, 1e-4)),
            *(lambda x, edge=edge: np.clip(_sigmoid(x), edge, 1 - edge) for edge in (1e-5, 1e-6)),
        ),
        wrong(
            "too-large-for-exp",
            "It looks as if ordinary numbers come out right, but at 1000 or -1000 something breaks, or doesn't come "
            "near enough to 1 or 0. e to the power of 1000 is more than a computer can hold, so this catches nearly "
            "everybody. Can you arrange it so that the power never gets a large positive number, with nothing cut off "
            "too early?",
            _power_ratio,
            lambda x: np.nan_to_num(_power_ratio(x)),
            _one_way_for_all,
            _small_numbers_and_lists,
            lambda x: np.nan_to_num(np.where(np.asarray(x) > 0, _power_ratio(x), _sigmoid(x))),
            lambda x: 1 / (1 + math.e**-x),
            lambda x: np.where(np.abs(np.asarray(x, dtype=float)) > 20, 0.5, _sigmoid(x)),  # noqa: PLR2004
        ),
        wrong(
            "numbers-only",
            "It looks as if a single number works, but an array fails or comes back as something else. `math.exp` "
            "takes one number, `if` needs one answer, and a mean or a sum leaves one. What should you return for a "
            "list of five scores, and which operations of NumPy work on all of them at once?",
            _numbers_only,
            _numbers_only_and_small,
        ),
        wrong(
            "arrays-only",
            "It looks as if one kind of array works, but a single number, or an array of rows, fails or comes back in "
            "another shape. In training there are always lists of scores, so it isn't noticed. How should the "
            "result's shape relate to that of x, and what has a single number not got that your code asks for?",
            _arrays_only,
            _lists_only,
            lambda x: np.array([1 / (1 + math.exp(-_number(value))) for value in x]),
        ),
        wrong(
            "rows-fail",
            "It looks as if numbers and plain lists work, but rows of numbers don't, or large numbers in a list. A "
            "loop goes one level deep, and then meets a whole row. Which operations of NumPy don't mind how many axes "
            "there are?",
            _one_level,
            _one_level_and_small,
        ),
        wrong(
            "softmax",
            "It looks as if the numbers of an array share one whole, as in a softmax. For ten digits in competition "
            "that is a fine idea. Should the score of one image depend on the others in the batch?",
            _softmax,
            lambda x: np.exp(np.asarray(x, dtype=float)) / np.sum(np.exp(np.asarray(x, dtype=float))),
            lambda x: _sigmoid(x) / np.sum(_sigmoid(x)),
        ),
        wrong(
            "scaled-by-the-set",
            "It looks as if x is first scaled or shifted by the other numbers in the array. It keeps the power small. "
            "Should the result for 2 depend on what stands beside it?",
            lambda x: _sigmoid(np.asarray(x) / np.maximum(1, np.max(np.abs(x)))),
            lambda x: _sigmoid(np.asarray(x) / np.max(np.abs(x))),
            lambda x: _sigmoid(np.asarray(x) - np.max(x)),
            lambda x: _sigmoid(np.asarray(x) - np.mean(x)),
        ),
        wrong(
            "sigmoid-twice",
            "It looks as if the sigmoid is taken twice. A helper that has squashed the number already does that. "
            "What does 0 become: is it the middle?",
            lambda x: _sigmoid(_sigmoid(x)),
        ),
        wrong(
            "squared",
            "It looks as if something is squared on the way. A small 2 slips in easily. "
            "Compare at x = 0 and x = 2: which of them goes wrong?",
            lambda x: _sigmoid(x) ** 2,
            lambda x: _sigmoid(np.square(np.asarray(x, dtype=float)) * np.sign(x)),
            lambda x: np.sqrt(_sigmoid(x)),
            lambda x: np.divide(1.0, 1 + np.exp(-np.asarray(x, dtype=float))) ** 3,
            lambda x: np.divide(1.0, 1 + np.asarray(x, dtype=float) ** 2),
            lambda x: _sigmoid(np.asarray(x, dtype=float) ** 3),
        ),
        wrong(
            "shifted-or-stretched",
            "It looks as if the curve's height is off: it is shifted, or ends at another number than 0 and 1. "
            "A constant added or multiplied does that. What should -1000 and 1000 give?",
            lambda x: 100 * _sigmoid(x),
            lambda x: 255 * _sigmoid(x),
            lambda x: 1 + _sigmoid(x),
            lambda x: _sigmoid(np.asarray(x) - 0.5),
            lambda x: _sigmoid(np.asarray(x) + 1),
            lambda x: _sigmoid(np.asarray(x) - 1),
            lambda x: 2 * _sigmoid(x),
            lambda x: _sigmoid(x) - 1,
            lambda x: _sigmoid(x) / 2,
            lambda x: _sigmoid(np.asarray(x) + 0.5),
            lambda x: 10 * _sigmoid(x),
            lambda x: 1 / (10 + np.exp(-np.asarray(x, dtype=float))),
        ),
        wrong(
            "one-axis-too-many",
            "It looks as if the numbers are right, but there is one more axis than asked for. A list around the "
            "result does that. For a single number, should a number come back or a list with one in it?",
            lambda x: _sigmoid(x)[None],
            lambda x: _sigmoid(x)[..., None],
        ),
        wrong(
            "whole-number-array",
            "It looks as if the fractions get lost, always or when x holds whole numbers. An array made like x takes "
            "over its type as well. Which numbers can stand between 0 and 1 in an array of whole numbers?",
            lambda x: _truncated(_sigmoid(x), np.asarray(x).dtype),
            lambda x: _truncated(_sigmoid(x), int),
        ),
        wrong(
            "rounded",
            "It looks as if the result is rounded, or kept with very few digits. Short numbers are nicer to print. "
            "What is left of a slope that is smaller than your last digit?",
            *(lambda x, digits=digits: np.round(_sigmoid(x), digits) for digits in (1, 2, 3, 4, 5, 6)),
            lambda x: _sigmoid(x).astype(np.float16),
        ),
    ),
    "mnist_loss": (
        wrong(
            "sigmoid-forgotten",
            "It looks as if the distance is taken from the raw predictions. They are at hand, and the formula works "
            "with any number. What becomes of the loss when a prediction is 20, and the target 1?",
            lambda predictions, targets: np.where(targets == 1, 1 - predictions, predictions).mean(),
            lambda predictions, targets: np.abs(predictions - targets).mean(),
            lambda predictions, targets: np.abs(np.clip(predictions, 0, 1) - targets).mean(),
            lambda predictions, targets: np.mean((predictions - targets) ** 2),
            lambda predictions, targets: np.abs(predictions - targets).sum(),
            lambda predictions, targets: np.where(targets == 1, 1 - predictions, predictions).sum(),
            lambda predictions, targets: np.mean(predictions - targets),
            lambda predictions, targets: np.sum((predictions - targets) ** 2),
            lambda predictions, targets: np.abs(np.clip(predictions, 0, 1) - targets).sum(),
        ),
        wrong(
            "targets-swapped",
            "It looks as if the loss is small when the model is wrong: the two cases, or the sigmoid's sign, are the "
            "other way round. Both cases look alike, so they are easily swapped. What should a sure and right "
            "prediction cost?",
            lambda predictions, targets: 1 - np.mean(_distances(predictions, targets)),
            lambda predictions, targets: np.sum(1 - _distances(predictions, targets)),
        ),
        wrong(
            "sum-for-mean",
            "It looks as if the distances are added up. A sum tells the same, as long as all batches have one size. "
            "What happens to the loss when a batch is twice as large?",
            lambda predictions, targets: np.sum(_distances(predictions, targets)),
        ),
        wrong(
            "one-by-one",
            "It looks as if you return one distance per image. Each of them is right. "
            "How do you get one number that training can lower?",
            _distances,
            lambda predictions, _targets: _sigmoid(predictions),
        ),
        wrong(
            "squared-for-absolute",
            "It looks as if the distances are squared as in the labs before, or another power or a root is taken. It "
            "is a fine loss as well. Which power of the distance does this lab's loss take?",
            lambda predictions, targets: np.mean(_distances(predictions, targets) ** 2),
            lambda predictions, targets: np.sum(_distances(predictions, targets) ** 2),
            lambda predictions, targets: np.mean(_distances(predictions, targets) ** 2) / 2,
            lambda predictions, targets: np.sqrt(np.mean(_distances(predictions, targets) ** 2)),
            lambda predictions, targets: np.sqrt(np.sum(_distances(predictions, targets) ** 2)),
            lambda predictions, targets: np.mean(np.sqrt(_distances(predictions, targets))),
            lambda predictions, targets: np.sum(_distances(predictions, targets) ** 2) / 2,
            lambda predictions, targets: 2 * np.mean(_distances(predictions, targets) ** 2),
            lambda predictions, targets: np.mean(_distances(predictions, targets) ** 3),
            lambda predictions, targets: np.mean(_distances(predictions, targets)) ** 2,
            lambda predictions, targets: np.sqrt(np.mean(_distances(predictions, targets))),
            lambda predictions, targets: _distances(predictions, targets) ** 2,
            lambda predictions, targets: 1 - np.mean(_distances(predictions, targets) ** 2),
            lambda predictions, targets: -np.mean(_distances(predictions, targets) ** 2),
        ),
        wrong(
            "signed",
            "It looks as if distances too high and too low cancel each other. Without an absolute value a difference "
            "has a sign. What is your loss if one image is 0.3 too high and the next one 0.3 too low?",
            lambda predictions, targets: np.mean(_sigmoid(predictions) - targets),
            lambda predictions, targets: np.mean(targets - _sigmoid(predictions)),
            lambda predictions, targets: np.abs(np.mean(_sigmoid(predictions) - targets)),
            lambda predictions, targets: np.sum(_sigmoid(predictions) - targets),
            lambda predictions, targets: np.sum(targets - _sigmoid(predictions)),
            lambda predictions, targets: np.where(targets == 1, -_sigmoid(predictions), _sigmoid(predictions)).mean(),
            lambda predictions, targets: np.where(targets == 1, _sigmoid(predictions), -_sigmoid(predictions)).mean(),
            lambda predictions, targets: np.mean(_sigmoid(predictions) - targets) ** 2,
        ),
        wrong(
            "distance-to-one-wrong",
            "It looks as if one of the two cases measures something other than a distance from its target: a fixed 1 "
            "or 0, a sum, or the distance to the wrong end. Written as two cases, one of them slips easily. How far "
            "is 0.8 from 1, and does your code say the same?",
            lambda predictions, targets: np.where(targets == 1, 1 - _sigmoid(predictions), 1.0).mean(),
            lambda predictions, targets: np.where(targets == 1, 1.0, _sigmoid(predictions)).mean(),
            lambda predictions, targets: np.where(
                targets == 1, 1 + _sigmoid(predictions), _sigmoid(predictions)
            ).mean(),
            lambda predictions, targets: np.where(
                targets == 1, 1 - _sigmoid(predictions), 1 + _sigmoid(predictions)
            ).mean(),
            lambda predictions, targets: np.abs(_sigmoid(predictions) + targets).mean(),
            lambda predictions, targets: np.where(
                targets == 1, _sigmoid(predictions) - 1, 1 - _sigmoid(predictions)
            ).mean(),
            lambda predictions, targets: np.where(targets == 1, 1 - _sigmoid(predictions), predictions).mean(),
            lambda predictions, targets: np.where(targets == 1, 1 - predictions, _sigmoid(predictions)).mean(),
            lambda predictions, targets: np.where(
                targets == 1, 1 / (_sigmoid(predictions) + 1e-12), _sigmoid(predictions)
            ).mean(),
            lambda predictions, _targets: np.mean(_sigmoid(predictions) * (1 - _sigmoid(predictions))),
            lambda predictions, targets: np.mean(_distances(predictions, targets) * _sigmoid(predictions)),
            lambda predictions, targets: np.mean(_distances(predictions, targets)) - 0.5,
            lambda predictions, targets: 0.5 - np.mean(_distances(predictions, targets)),
            lambda predictions, targets: 1 + np.mean(_distances(predictions, targets)),
            lambda predictions, targets: 1 - 2 * np.mean(_distances(predictions, targets)),
        ),
        wrong(
            "cross-entropy",
            "It looks as if you take logarithms: the cross entropy, the loss of most later networks. It is a good one. "
            "Which simpler measure of a distance is asked for here?",
            lambda predictions, targets: np.mean(_surprise(predictions, targets)),
            lambda predictions, targets: np.sum(_surprise(predictions, targets)),
            lambda predictions, targets: -np.mean(_surprise(predictions, targets)),
            lambda predictions, targets: -np.mean(np.log(1 - _distances(predictions, targets) + 1e-12)),
            lambda predictions, targets: -np.mean(np.log(_sigmoid(predictions)) * targets),
            lambda predictions, targets: -np.mean(np.log(1 - _distances(predictions, targets)) * targets),
            lambda predictions, targets: np.mean(_surprise(predictions, targets)) / math.log(2),
            lambda predictions, _targets: np.mean(-np.log(_sigmoid(predictions))),
            lambda predictions, targets: -np.log(np.mean(1 - _distances(predictions, targets))),
            lambda predictions, targets: np.log(np.mean(_distances(predictions, targets))),
            lambda predictions, targets: np.mean(np.log(_distances(predictions, targets))),
            lambda predictions, targets: -np.mean(np.log(_distances(predictions, targets))),
            lambda predictions, targets: -np.sum(np.log(1 - _distances(predictions, targets) + 1e-12)),
            lambda predictions, targets: (
                -np.mean(targets * np.log(_sigmoid(predictions)) - (1 - targets) * np.log(1 - _sigmoid(predictions)))
            ),
        ),
        wrong(
            "hinge",
            "It looks as if a prediction that is right by a margin costs nothing, as in a hinge loss. It is a known "
            "loss. Does a prediction ever cost exactly nothing in this lab?",
            lambda predictions, targets: np.mean(np.maximum(0, 1 - (2.0 * targets - 1) * predictions)),
            lambda predictions, targets: np.mean(np.maximum(0, -(2.0 * targets - 1) * predictions)),
        ),
        wrong(
            "accuracy-for-loss",
            "It looks as if each prediction is first made into right or wrong. It is what one cares about in the end. "
            "Does your loss change when a weight moves a tiny bit?",
            lambda predictions, targets: np.mean((predictions > 0) != targets),
            lambda predictions, targets: np.mean((predictions > 0) == targets),
            lambda predictions, targets: np.mean((predictions > 0.5) != targets),  # noqa: PLR2004
            lambda predictions, targets: np.sum((predictions > 0) != targets),
        ),
        wrong(
            "square-by-broadcasting",
            "It looks as if every prediction is compared with every target. A column against a row makes a whole "
            "table, and NumPy does not complain. Print the shapes on both sides of your minus: how many distances "
            "should there be?",
            lambda predictions, targets: np.abs(_sigmoid(predictions)[:, None] - targets).mean(),
            lambda predictions, targets: np.abs(_sigmoid(predictions)[:, None] - targets).sum() / len(targets),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if only the first image counts. That happens when `return` stands inside the loop. "
            "When do you know the distances of all images?",
            lambda predictions, targets: _distances(predictions, targets)[0],
            lambda predictions, targets: _distances(predictions, targets)[0] / len(targets),
        ),
        wrong(
            "only-the-last",
            "It looks as if only the last image counts. A total that gets a new value, where it should grow, keeps "
            "what came last. What happens to the distances before it?",
            lambda predictions, targets: _distances(predictions, targets)[-1],
            lambda predictions, targets: _distances(predictions, targets)[-1] / len(targets),
        ),
        wrong(
            "drops-the-last",
            "It looks as if the last image is passed over. Ranges that end one too soon are easily written. "
            "How many distances are there, and how many do you add?",
            lambda predictions, targets: _distances(predictions, targets)[:-1].mean(),
            lambda predictions, targets: _distances(predictions, targets)[:-1].sum() / len(targets),
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first image is passed over. Counting from 1 is how people count. "
            "Which index does the first image have?",
            lambda predictions, targets: _distances(predictions, targets)[1:].mean(),
            lambda predictions, targets: _distances(predictions, targets)[1:].sum() / len(targets),
        ),
        wrong(
            "other-divisor",
            "It looks as if the sum is divided by something other than the number of images: one more, one less, or a "
            "fixed batch. In a course of statistics one less is right. How many distances have you added?",
            lambda predictions, targets: np.sum(_distances(predictions, targets)) / (len(targets) - 1),
            lambda predictions, targets: np.sum(_distances(predictions, targets)) / max(1, len(targets) - 1),
            lambda predictions, targets: np.sum(_distances(predictions, targets)) / (len(targets) + 1),
            lambda predictions, targets: np.sum(_distances(predictions, targets)) / 10,
            lambda predictions, targets: np.sum(_distances(predictions, targets)) / 64,
            lambda predictions, targets: np.sum(_distances(predictions, targets)) / 256,
            lambda predictions, targets: np.sum(_distances(predictions, targets)) / 784,
            lambda predictions, targets: np.sum(_distances(predictions, targets)) / np.sum(targets),
            lambda predictions, targets: np.mean(_distances(predictions, targets)) / len(targets),
            lambda predictions, targets: _divided_on_the_way(predictions, targets),
            lambda predictions, targets: np.mean(_distances(predictions, targets)) * len(targets) ** 2,
        ),
        wrong(
            "only-one-kind",
            "It looks as if only the images of one target count: the threes or the sevens. The other case seems to be "
            "0 then, or is never reached. What does a seven cost that the model takes for a three?",
            lambda predictions, targets: np.mean(_distances(predictions, targets) * (targets == 1)),
            lambda predictions, targets: np.mean(_distances(predictions, targets) * (targets == 0)),
            lambda predictions, targets: (
                np.sum(_distances(predictions, targets) * (targets == 1)) / max(1, np.sum(targets == 1))
            ),
            lambda predictions, targets: (
                np.sum(_distances(predictions, targets) * (targets == 0)) / max(1, np.sum(targets == 0))
            ),
            lambda predictions, targets: np.divide(
                np.sum(_distances(predictions, targets) * (targets == 1)), np.sum(targets == 1)
            ),
            lambda predictions, targets: np.divide(
                np.sum(_distances(predictions, targets) * (targets == 0)), np.sum(targets == 0)
            ),
            lambda predictions, targets: np.mean(_sigmoid(predictions) * targets),
        ),
        wrong(
            "targets-ignored",
            "It looks as if the targets play no part: all images are treated as the same digit. One of the two cases "
            "was taken for all. How does the loss learn which images are threes?",
            lambda predictions, _targets: np.mean(1 - _sigmoid(predictions)),
            lambda predictions, _targets: np.mean(_sigmoid(predictions)),
            lambda predictions, _targets: np.mean(np.abs(_sigmoid(predictions) - 0.5)),
            lambda predictions, _targets: np.minimum(_sigmoid(predictions), 1 - _sigmoid(predictions)).mean(),
            lambda predictions, _targets: np.maximum(_sigmoid(predictions), 1 - _sigmoid(predictions)).mean(),
            lambda predictions, _targets: np.sum(_sigmoid(predictions)),
            lambda predictions, _targets: np.sum(1 - _sigmoid(predictions)),
        ),
        wrong(
            "mean-of-two-means",
            "It looks as if you average the threes and the sevens by themselves, and then these two means. It is fair "
            "when one kind is rare. Does every image count the same in it?",
            lambda predictions, targets: _both_means(_distances(predictions, targets), targets),
            lambda predictions, targets: _both_means_of_those_there(_distances(predictions, targets), targets),
            lambda predictions, targets: 2 * _both_means(_distances(predictions, targets), targets),
        ),
        wrong(
            "sigmoid-twice",
            "It looks as if the sigmoid is taken twice, or of the targets or the distance too. It appears in several "
            "functions, so it is easily counted double. Which of your numbers are still raw, and which lie between 0 "
            "and 1 already?",
            lambda predictions, targets: np.mean(_distances(_sigmoid(predictions), targets)),
            lambda predictions, targets: np.abs(_sigmoid(predictions) - _sigmoid(targets)).mean(),
            lambda predictions, targets: np.mean(_sigmoid(np.abs(predictions - targets))),
            lambda predictions, targets: np.mean(_sigmoid(predictions - targets)),
            lambda predictions, targets: _sigmoid(np.mean(np.abs(predictions - targets))),
        ),
        wrong(
            "other-squashing",
            "It looks as if the predictions are squashed by something else than this lab's sigmoid: a tanh, a "
            "softmax, or nothing but a sign. They look alike. Which function from earlier in the lab can you call?",
            lambda predictions, targets: np.abs(np.tanh(predictions) - targets).mean(),
            lambda predictions, targets: np.abs(_softmax(predictions) - targets).mean(),
            lambda predictions, targets: np.abs(_sigmoid(np.abs(predictions)) - targets).mean(),
            lambda predictions, targets: np.abs((1 + np.tanh(predictions)) / 2 - targets).mean(),
        ),
        wrong(
            "one-number-for-the-middle",
            "It looks as if you return the median, the largest or smallest distance, or how much they vary. Each of "
            "them sums up a list in one number. Which of the images have a say in it?",
            lambda predictions, targets: np.median(_distances(predictions, targets)),
            lambda predictions, targets: np.max(_distances(predictions, targets)),
            lambda predictions, targets: np.min(_distances(predictions, targets)),
            lambda predictions, targets: np.prod(_distances(predictions, targets)),
            lambda predictions, targets: np.std(_distances(predictions, targets)),
            lambda predictions, targets: np.var(_distances(predictions, targets)),
            lambda predictions, targets: np.std(_sigmoid(predictions) - targets),
            lambda predictions, targets: np.var(_sigmoid(predictions) - targets),
            lambda predictions, targets: (
                np.max(_distances(predictions, targets)) - np.min(_distances(predictions, targets))
            ),
        ),
        wrong(
            "mean-before-distance",
            "It looks as if the predictions are averaged before the sigmoid or the distance is taken. The order seems "
            "not to matter, but a curve bends means. Which step should come last?",
            lambda predictions, targets: np.mean(np.abs(_sigmoid(np.mean(predictions)) - targets)),
            lambda predictions, targets: np.abs(_sigmoid(np.mean(predictions)) - np.mean(targets)),
            lambda predictions, _targets: _sigmoid(np.mean(predictions)),
            lambda predictions, targets: np.mean(
                np.where(
                    targets == 1,
                    1 - _sigmoid(np.sum(predictions * targets) / max(1, np.sum(targets))),
                    _sigmoid(np.sum(predictions * (1 - targets)) / max(1, np.sum(1 - targets))),
                )
            ),
        ),
        wrong(
            "order-lost",
            "It looks as if targets and predictions no longer belong together: one of them is sorted or turned round. "
            "In a sorted list the numbers are nicer to compare. Which target belongs to the third prediction?",
            lambda predictions, targets: np.mean(_distances(predictions, np.sort(targets))),
            lambda predictions, targets: np.mean(_distances(predictions, targets[::-1])),
            lambda predictions, targets: np.mean(_distances(np.sort(predictions), np.sort(targets))),
        ),
        wrong(
            "percent",
            "It looks as if you return percent. It is how shares are often printed. "
            "What is the largest loss that this lab can have?",
            lambda predictions, targets: 100 * np.mean(_distances(predictions, targets)),
        ),
        wrong(
            "factor-two",
            "It looks as if the loss is twice or half as large as it should be. A 2 belongs to squared errors and "
            "their derivatives, and some books halve. Is anything squared here that would call for it?",
            lambda predictions, targets: 2 * np.mean(_distances(predictions, targets)),
            lambda predictions, targets: np.mean(_distances(predictions, targets)) / 2,
            lambda predictions, targets: np.sum(_distances(predictions, targets)) / 2,
            lambda predictions, targets: 2 * np.sum(_distances(predictions, targets)),
        ),
        wrong(
            "rounded",
            "It looks as if the loss is rounded or cut to a whole number. Fewer digits are nicer to read. "
            "Can one still see then that a step has made it a little smaller?",
            *(
                lambda predictions, targets, digits=digits: np.round(np.mean(_distances(predictions, targets)), digits)
                for digits in (1, 2, 3, 4)
            ),
            lambda predictions, targets: np.mean(np.abs(np.round(_sigmoid(predictions), 1) - targets)),
            lambda predictions, targets: np.mean(np.abs(np.round(_sigmoid(predictions), 2) - targets)),
        ),
    ),
    "batch_accuracy": (
        wrong(
            "threshold-ignored",
            "It looks as if the limit is always 0, one half or another number of your own, whatever `threshold` says. "
            "For raw predictions 0 often is the middle. What should happen when the threshold is 5?",
            lambda predictions, targets, _threshold: np.mean(_right(predictions, targets, 0)),
            lambda predictions, targets, _threshold: np.mean(_right(predictions, targets, 0.5)),
            lambda predictions, targets, _threshold: np.mean(_right(predictions, targets, 1)),
            lambda predictions, targets, _threshold: np.mean(_right(predictions, targets, np.mean(predictions))),
            lambda predictions, targets, _threshold: np.mean(_right(predictions, targets, np.median(predictions))),
        ),
        wrong(
            "sigmoid-first",
            "It looks as if the predictions go through a sigmoid before they meet the threshold. The loss does that, "
            "so it seems to belong here too. On which scale is the threshold given: that of the raw predictions or "
            "that of the sigmoid?",
            lambda predictions, targets, threshold: np.mean(_right(_sigmoid(predictions), targets, threshold)),
            lambda predictions, targets, threshold: np.mean(_right(np.tanh(predictions), targets, threshold)),
            lambda predictions, targets, threshold: np.mean(
                _right(_sigmoid(predictions - threshold), targets, threshold)
            ),
        ),
        wrong(
            "below-means-one",
            "It looks as if everything is the other way round: below the threshold counts as a 1, or the misses are "
            "counted. One sign turned is enough. What is your result for a model that is always right?",
            lambda predictions, targets, threshold: np.mean(~_right(predictions, targets, threshold)),
            lambda predictions, targets, threshold: np.sum(~_right(predictions, targets, threshold)),
            lambda predictions, targets, threshold: 100 * np.mean(~_right(predictions, targets, threshold)),
            lambda predictions, targets, threshold: np.mean((predictions < -threshold) == targets),
            lambda predictions, targets, _threshold: np.mean((predictions < 0) == targets),
            lambda predictions, targets, _threshold: np.mean((predictions < 0.5) == targets),  # noqa: PLR2004
            lambda predictions, targets, threshold: np.mean((_sigmoid(predictions) < threshold) == targets),
        ),
        wrong(
            "threshold-changed",
            "It looks as if the threshold isn't used as it comes: halved, shifted, made positive, turned round or cut "
            "to a whole number. For 0 all of these are the same. Which limit does your code use for a threshold of "
            "-1, or of 5?",
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, threshold / 2)),
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, -threshold)),
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, abs(threshold))),
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, int(threshold))),
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, threshold + 1)),
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, threshold - 1)),
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, 1 - threshold)),
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, threshold or 0.5)),
        ),
        wrong(
            "threshold-applied-twice",
            "It looks as if the threshold is taken away from the predictions and then compared with them once more. "
            "Either would do by itself. What is left to compare with after the subtraction?",
            lambda predictions, targets, threshold: np.mean(_right(predictions - threshold, targets, threshold)),
            lambda predictions, targets, threshold: np.mean(_right(predictions - threshold, targets, 0.5)),
        ),
        wrong(
            "abs-prediction",
            "It looks as if predictions lose their sign before they meet the threshold. A prediction far from 0 does "
            "seem sure. On which side of 0 does -4 lie?",
            lambda predictions, targets, threshold: np.mean(_right(np.abs(predictions), targets, threshold)),
            lambda predictions, targets, threshold: np.mean(_right(np.abs(predictions), targets, np.abs(threshold))),
        ),
        wrong(
            "count-for-share",
            "It looks as if you return how many are right. Counting them is the heart of it. "
            "What does 40 mean if nobody says out of how many?",
            lambda predictions, targets, threshold: np.sum(_right(predictions, targets, threshold)),
        ),
        wrong(
            "percent-for-share",
            "It looks as if you return percent. Reports are often written so. "
            "If every prediction is on the right side, which number should a share be?",
            lambda predictions, targets, threshold: 100 * np.mean(_right(predictions, targets, threshold)),
        ),
        wrong(
            "other-statistic",
            "It looks as if you take another summary of the hits: how much they vary, a root, a square or a half. "
            "Their names stand side by side in NumPy. Which number tells how many out of all are right?",
            lambda predictions, targets, threshold: np.var(_right(predictions, targets, threshold)),
            lambda predictions, targets, threshold: np.std(_right(predictions, targets, threshold)),
            lambda predictions, targets, threshold: np.sqrt(np.mean(_right(predictions, targets, threshold))),
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, threshold)) ** 2,
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, threshold)) / 2,
            lambda predictions, targets, threshold: 2 * np.mean(_right(predictions, targets, threshold)),
        ),
        wrong(
            "hits-one-by-one",
            "It looks as if you return one yes or no per image. They are right, or close to it. "
            "How do you get one number from them?",
            _right,
            lambda predictions, _targets, threshold: predictions > threshold,
        ),
        wrong(
            "share-called-one",
            "It looks as if you return how many predictions are above the threshold, with no look at the targets. It "
            "is the first half of the work. How do you find out whether they should be there?",
            lambda predictions, _targets, threshold: np.mean(predictions > threshold),
            lambda predictions, _targets, threshold: np.sum(predictions > threshold),
            lambda predictions, _targets, threshold: np.mean(predictions < threshold),
        ),
        wrong(
            "all-called-alike",
            "It looks as if every prediction gets the same call, 1 for all or 0 for all. A truth value does that: any "
            "number but 0 counts as true. What does your code call a prediction that lies below the threshold?",
            lambda _predictions, targets, _threshold: np.mean(targets),
            lambda _predictions, targets, _threshold: np.mean(targets == 0),
        ),
        wrong(
            "mean-before-threshold",
            "It looks as if the batch's predictions, or its shares, are averaged before they are compared. One number "
            "is quicker to compare than many. Can a mean tell which of the images are right?",
            lambda predictions, targets, threshold: np.mean((np.mean(predictions) > threshold) == targets),
            lambda predictions, targets, threshold: np.mean(predictions > threshold) == np.mean(targets),
            lambda predictions, targets, threshold: (np.mean(predictions) > threshold) == (np.mean(targets) > 0.5),  # noqa: PLR2004
        ),
        wrong(
            "only-one-kind",
            "It looks as if only one of the two kinds is counted: hits among the ones, or among the zeros. A zero "
            "that is called a zero doesn't look like a success. Is it one?",
            lambda predictions, targets, threshold: np.mean((predictions > threshold) & (targets == 1)),
            lambda predictions, targets, threshold: np.mean((predictions <= threshold) & (targets == 0)),
            lambda predictions, targets, threshold: (
                np.sum((predictions > threshold) & (targets == 1)) / max(1, np.sum(targets == 1))
            ),
            lambda predictions, targets, threshold: (
                np.sum((predictions > threshold) & (targets == 1)) / max(1, np.sum(predictions > threshold))
            ),
            lambda predictions, targets, threshold: (
                np.sum((predictions <= threshold) & (targets == 0)) / max(1, np.sum(targets == 0))
            ),
            lambda predictions, targets, threshold: np.divide(
                np.sum((predictions > threshold) & (targets == 1)), np.sum(targets == 1)
            ),
            lambda predictions, targets, threshold: np.divide(
                np.sum((predictions > threshold) & (targets == 1)), np.sum(predictions > threshold)
            ),
        ),
        wrong(
            "either-is-enough",
            "It looks as if one of the two is enough: a high prediction or a target of 1, or a target of 0 whatever "
            "was said. `or` and `and` are easily mixed in such a line. When exactly does a prediction agree with its "
            "target?",
            lambda predictions, targets, threshold: np.mean((predictions > threshold) | (targets == 1)),
            lambda predictions, targets, threshold: np.mean((predictions > threshold) | (targets == 0)),
            lambda predictions, targets, threshold: np.mean((predictions <= threshold) | (targets == 0)),
            lambda predictions, targets, threshold: np.mean(
                (predictions <= threshold) | (targets == 1) & (predictions > 0)
            ),
            lambda predictions, targets, threshold: np.mean((predictions > threshold) >= targets),
            lambda predictions, targets, threshold: np.mean(predictions > threshold * targets),
            lambda predictions, targets, threshold: (
                np.mean((predictions > threshold) & (targets == 1))
                / np.mean((predictions > threshold) | (targets == 1))
            ),
        ),
        wrong(
            "mean-of-two-means",
            "It looks as if you take the share for the ones and for the zeros, and then the mean of the two. It is "
            "fair when one kind is rare. Does every image count the same in it?",
            lambda predictions, targets, threshold: _both_means(_right(predictions, targets, threshold), targets),
            lambda predictions, targets, threshold: _both_means_of_those_there(
                _right(predictions, targets, threshold), targets
            ),
        ),
        wrong(
            "square-by-broadcasting",
            "It looks as if every prediction is compared with every target. A column against a row makes a whole "
            "table, and NumPy does not complain. Print both shapes: how many comparisons should there be?",
            lambda predictions, targets, threshold: np.mean((predictions > threshold)[:, None] == targets),
            lambda predictions, targets, threshold: (
                np.sum((predictions > threshold)[:, None] == targets) / len(targets)
            ),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if the checking ends too early. That happens when `return` or `break` stands inside the loop. "
            "When do you know how many of all are right?",
            lambda predictions, targets, threshold: _right(predictions, targets, threshold)[0],
            lambda predictions, targets, threshold: _right(predictions, targets, threshold)[0] / len(targets),
            lambda predictions, targets, threshold: (
                np.cumprod(_right(predictions, targets, threshold)).sum() / len(targets)
            ),
        ),
        wrong(
            "only-the-last",
            "It looks as if only the last image counts. A counter that is set to 0 inside the loop forgets those "
            "before. Which lines belong before the loop?",
            lambda predictions, targets, threshold: _right(predictions, targets, threshold)[-1],
            lambda predictions, targets, threshold: _right(predictions, targets, threshold)[-1] / len(targets),
        ),
        wrong(
            "one-label-for-all",
            "It looks as if all predictions meet one and the same target, or all targets one prediction. An index "
            "that stays 0 in the loop does that. Which target belongs to the third prediction?",
            lambda predictions, targets, threshold: np.mean((predictions > threshold) == targets[0]),
            lambda predictions, targets, threshold: np.mean((predictions > threshold) == targets[-1]),
            lambda predictions, targets, threshold: np.mean((predictions[0] > threshold) == targets),
            lambda predictions, targets, threshold: np.mean((predictions[-1] > threshold) == targets),
        ),
        wrong(
            "drops-the-last",
            "It looks as if the last image is passed over. Ranges that end one too soon are easily written. "
            "How many predictions are there, and how many does your loop see?",
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, threshold)[:-1]),
            lambda predictions, targets, threshold: np.sum(_right(predictions, targets, threshold)[:-1]) / len(targets),
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first image is passed over, or the counter begins at 1. Counting from 1 is how people "
            "count. Which index does the first image have, and how many hits are there before it?",
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, threshold)[1:]),
            lambda predictions, targets, threshold: np.sum(_right(predictions, targets, threshold)[1:]) / len(targets),
            lambda predictions, targets, threshold: (
                (np.sum(_right(predictions, targets, threshold)) + 1) / len(targets)
            ),
        ),
        wrong(
            "other-divisor",
            "It looks as if the hits are divided by something other than the number of images: one more, one less, "
            "the ones among the targets, or a fixed number. All of these are close at hand. Out of how many could be "
            "right?",
            lambda predictions, targets, threshold: (
                np.sum(_right(predictions, targets, threshold)) / (len(targets) + 1)
            ),
            lambda predictions, targets, threshold: np.divide(
                np.sum(_right(predictions, targets, threshold)), len(targets) - 1
            ),
            lambda predictions, targets, threshold: (
                np.sum(_right(predictions, targets, threshold)) / max(1, np.sum(targets == 1))
            ),
            lambda predictions, targets, threshold: np.divide(
                np.sum(_right(predictions, targets, threshold)), np.sum(targets)
            ),
            *(
                lambda predictions, targets, threshold, fixed=fixed: (
                    np.sum(_right(predictions, targets, threshold)) / fixed
                )
                for fixed in (2, 10, 64, 100, 256, 784, 1000)
            ),
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets, threshold)) / len(targets),
        ),
        wrong(
            "all-or-nothing",
            "It looks as if the result is 0 unless every single one is right, or even always. A division of whole "
            "numbers does that, or `all`, or asking whether a raw prediction equals its target. What should come out "
            "if three of four are on the right side?",
            lambda predictions, targets, threshold: np.all(_right(predictions, targets, threshold)),
        ),
        wrong(
            "one-hit-is-enough",
            "It looks as if one hit is enough for a full score. `any`, or a flag that stays set, does that. "
            "What should come out if one of four is right?",
            lambda predictions, targets, threshold: np.any(_right(predictions, targets, threshold)),
        ),
        wrong(
            "prediction-equals-target",
            "It looks as if the predictions themselves, as they are or rounded, have to equal the targets. They "
            "should become 0 and 1, so the idea is near. Can a raw prediction of 3.4 ever equal 1?",
            lambda predictions, targets, _threshold: np.mean(np.round(predictions) == targets),
            lambda predictions, targets, _threshold: np.mean(np.sign(predictions) == targets),
        ),
        wrong(
            "targets-against-threshold",
            "It looks as if the targets are compared with the threshold as well. It treats both sides alike. "
            "On which side of a threshold of 5 are 0 and 1?",
            lambda predictions, targets, threshold: np.mean((predictions > threshold) == (targets > threshold)),
        ),
        wrong(
            "distance-within-threshold",
            "It looks as if a prediction is right when it lies near enough to its target. That is a fair test for "
            "measurements. What does the threshold divide here?",
            lambda predictions, targets, threshold: np.mean(np.abs(predictions - targets) < threshold),
            lambda predictions, targets, threshold: np.mean(np.abs(predictions - targets) > threshold),
            lambda predictions, targets, threshold: np.mean(np.abs(_sigmoid(predictions) - targets) < threshold),
            lambda predictions, targets, threshold: np.mean(predictions * targets > threshold),
            lambda predictions, targets, _threshold: np.mean(np.abs(predictions - targets) < 0.5),  # noqa: PLR2004
            lambda predictions, targets, threshold: np.mean(predictions - targets > threshold),
            lambda predictions, targets, threshold: np.mean(predictions + targets > threshold),
            lambda _predictions, targets, threshold: np.mean(targets > threshold),
        ),
        wrong(
            "loss-for-accuracy",
            "It looks as if you measure how far the predictions are from the targets. That is a loss, a close "
            "relative. Does the accuracy ask how far off, or on which side?",
            lambda predictions, targets, _threshold: 1 - np.mean(np.abs(predictions - targets)),
            lambda predictions, targets, _threshold: 1 - np.mean(_distances(predictions, targets)),
            lambda predictions, targets, _threshold: np.mean(_distances(predictions, targets)),
            lambda predictions, targets, threshold: 1 - np.mean(_distances(predictions - threshold, targets)),
            lambda predictions, targets, threshold: np.mean(_distances(predictions - threshold, targets)),
            lambda predictions, targets, _threshold: np.mean((predictions - targets) ** 2),
        ),
        wrong(
            "largest-is-the-one",
            "It looks as if only the largest prediction of the batch counts as a 1. With ten outputs one picks the "
            "largest. How many threes may there be in one batch?",
            lambda predictions, targets, _threshold: np.mean(
                (np.arange(len(predictions)) == predictions.argmax()) == targets
            ),
            lambda predictions, targets, _threshold: np.mean(predictions.argmax() == targets),
            lambda predictions, targets, _threshold: float(predictions.argmax() == targets.argmax()),
        ),
        wrong(
            "hits-over-misses",
            "It looks as if the hits are divided by the misses. That is the odds, as in a bet. "
            "What happens when there are no misses at all?",
            lambda predictions, targets, threshold: np.divide(
                np.sum(_right(predictions, targets, threshold)), np.sum(~_right(predictions, targets, threshold))
            ),
        ),
        wrong(
            "misses-subtracted",
            "It looks as if misses are taken away from the hits, or one kind of hit from the other. In a quiz with "
            "penalties that is how it goes. What should come out if half of the predictions are right?",
            lambda predictions, targets, threshold: np.mean(2.0 * _right(predictions, targets, threshold) - 1),
            lambda predictions, targets, threshold: np.mean(
                (predictions > threshold) * 1.0 * (targets == 1) - (predictions <= threshold) * (targets == 0)
            ),
            lambda predictions, targets, threshold: np.mean((predictions > threshold) * 1.0 - targets),
            lambda predictions, targets, threshold: np.mean(targets - (predictions > threshold) * 1.0),
            lambda predictions, targets, threshold: np.abs(np.mean((predictions > threshold) * 1.0 - targets)),
        ),
        wrong(
            "order-lost",
            "It looks as if targets and predictions no longer belong together: one of them is sorted or turned round. "
            "Which target belongs to the third prediction?",
            lambda predictions, targets, threshold: np.mean(_right(predictions, np.sort(targets), threshold)),
            lambda predictions, targets, threshold: np.mean(_right(predictions, targets[::-1], threshold)),
            lambda predictions, targets, threshold: np.mean(_right(np.sort(predictions), np.sort(targets), threshold)),
        ),
        wrong(
            "rounded",
            "It looks as if the share is rounded. Fewer digits are nicer to read. "
            "Can one still see then that a model has become a little better?",
            *(
                lambda predictions, targets, threshold, digits=digits: np.round(
                    np.mean(_right(predictions, targets, threshold)), digits
                )
                for digits in (0, 1, 2, 3)
            ),
        ),
    ),
    "gradients": (
        wrong(
            "not-divided-by-n",
            "It looks as if the images' shares are added up and never averaged, at least in one of the two results. "
            "The sum points in the right direction. How many images are there in the loss, and what does it do with "
            "their distances?",
            _gradients(share=lambda each, _xb: each),
            _changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights * len(xb), d_bias)),
            _changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights, d_bias * len(xb))),
        ),
        wrong(
            "divided-by-n-twice",
            "It looks as if the mean is taken twice, at least in one of the two results: once by hand and once by "
            "`mean`, for instance. Each by itself would be good. How often does the number of images occur in your "
            "steps?",
            _gradients(share=lambda each, xb: each / len(xb) ** 2),
            _changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights / len(xb), d_bias)),
            _changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights, d_bias / len(xb))),
        ),
        wrong(
            "other-divisor",
            "It looks as if the sum is divided by something other than the number of images: the pixels, or a fixed "
            "batch. All of them are lengths that are at hand. Over what does the loss take its mean?",
            _gradients(share=lambda each, xb: each / xb.shape[1]),
            _gradients(share=lambda each, xb: each / xb.size),
            *(_gradients(share=lambda each, _xb, fixed=fixed: each / fixed) for fixed in (10, 64, 100, 128, 256, 784)),
            _gradients(share=lambda each, xb: each / (len(xb) + 1)),
            _gradients(share=lambda each, xb: each / max(1, len(xb) - 1)),
            _changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights / xb.shape[1], d_bias)),
            _changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights * len(xb) / xb.shape[1], d_bias)),
            _changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights, d_bias / xb.shape[1])),
            _changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights, d_bias * len(xb) / xb.shape[1])),
        ),
        wrong(
            "slope-forgotten",
            "It looks as if the sigmoid's slope is missing, at least in one of the two results. The sigmoid lies "
            "between the score and the loss, and it is easy to step over it. If a score is 20 already, how much does "
            "the loss change when it becomes 21?",
            *_all_shares(slope=lambda _p, _x: 1.0),
            *_all_shares(blame_bias=lambda _each, _d_weights, _bias: 0.0, slope=lambda _p, _x: 1.0),
            lambda xb, targets, weights, bias: (
                _right_gradients(xb, targets, weights, bias)[0],
                np.mean(_sign(targets)),
            ),
            lambda xb, targets, weights, bias: (
                xb.T @ _sign(targets) / len(xb),
                _right_gradients(xb, targets, weights, bias)[1],
            ),
        ),
        wrong(
            "slope-wrong",
            "It looks as if there is a slope, but not the one of the sigmoid where the score stands: half of it, a "
            "plus for a minus, or another curve's. Such a formula is easily half remembered. How steep is a sigmoid "
            "at 0, and does yours say so?",
            *_all_shares(slope=lambda p, _x: p),
            *_all_shares(slope=lambda p, _x: 1 - p),
            *_all_shares(slope=lambda p, _x: p * (1 + p)),
            *_all_shares(slope=lambda p, _x: 1 - p**2),
            *_all_shares(slope=lambda p, _x: p - 1),
            *_all_shares(slope=lambda p, _x: p**2),
            *_all_shares(slope=lambda p, _x: (1 - p) ** 2),
            *_all_shares(slope=lambda p, _x: p**2 * (1 - p)),
            *_all_shares(slope=lambda p, _x: p * (1 - p) ** 2),
            *_all_shares(slope=lambda p, _x: (p * (1 - p)) ** 2),
            *_all_shares(slope=lambda p, _x: np.mean(p) * (1 - np.mean(p))),
            *_all_shares(slope=lambda p, _x: np.mean(p * (1 - p))),
            *_all_shares(slope=lambda _p, _x: 0.25),
            *_all_shares(slope=lambda _p, x: np.exp(-np.clip(x, -500, 500))),
            *_all_shares(slope=lambda _p, x: x),
            *_all_shares(miss=lambda p, targets: np.where(targets == 1, -p, 1 - p), slope=lambda _p, _x: 1.0),
            *_all_shares(slope=lambda p, _x: _sigmoid(p * (1 - p))),
            *_all_shares(slope=lambda p, _x: 1 / (p * (1 - p))),
            *_all_shares(slope=lambda p, _x: 2 * p - 1),
            *_all_shares(slope=lambda p, _x: 2 * p * (1 - p) * p),
            *_all_shares(slope=lambda p, _x: np.sqrt(p * (1 - p))),
        ),
        wrong(
            "slope-of-the-wrong-number",
            "It looks as if the slope is computed from the raw score, or from a sigmoid of a sigmoid. Two helpers "
            "that squash do that. Does the p in your slope lie between 0 and 1, and has it been squashed exactly "
            "once?",
            *_all_shares(slope=lambda _p, x: x * (1 - x)),
            *_all_shares(slope=lambda p, _x: _sigmoid(p) * (1 - _sigmoid(p))),
            *_all_shares(squash=lambda x: _sigmoid(_sigmoid(x))),
            *_all_shares(squash=lambda x: x, slope=lambda _p, _x: 1.0, miss=lambda p, targets: p - targets),
            *_all_shares(squash=lambda x: x, slope=lambda p, _x: p * (1 - p), miss=lambda p, targets: p - targets),
            *_all_shares(squash=lambda x: x, slope=lambda _p, _x: 1.0, miss=lambda p, targets: 2 * (p - targets)),
            *_all_shares(squash=lambda x: x, slope=lambda _p, _x: 1.0, miss=lambda p, targets: np.sign(p - targets)),
            *_all_shares(squash=np.tanh, slope=lambda p, _x: 1 - p**2),
        ),
        wrong(
            "sign-reversed",
            "It looks as if the gradient points the other way: the cases for 1 and 0, or a difference, are turned "
            "round. Either order looks natural. If the score of a three rises, does the loss rise or fall?",
            *_all_shares(miss=lambda _p, targets: -_sign(targets)),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (d_weights, -d_bias)),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (-d_weights, d_bias)),
        ),
        wrong(
            "targets-ignored",
            "It looks as if the targets play no part: all images pull in the same direction. The slope is the same for "
            "threes and sevens, so it seems complete. Should a three and a seven pull the weights alike?",
            *_all_shares(miss=lambda _p, _targets: 1.0),
            *_all_shares(miss=lambda _p, _targets: -1.0),
            *_all_shares(miss=lambda p, _targets: p),
        ),
        wrong(
            "only-one-kind",
            "It looks as if only the images of one target pull, or pull with a wrong strength: a factor is 0 where it "
            "should be something else. A mask by the targets does that. What does a seven contribute to the loss?",
            *_all_shares(miss=lambda _p, targets: np.where(targets == 1, -1.0, 0.0)),
            *_all_shares(miss=lambda _p, targets: np.where(targets == 1, 0.0, 1.0)),
            *_all_shares(miss=lambda _p, targets: targets * 1.0),
            *_all_shares(miss=lambda p, targets: np.where(targets == 1, p - 1, -p)),
        ),
        wrong(
            "of-the-squared-error",
            "It looks as if this is the gradient of a squared distance, with the delta as one factor. It was right in "
            "every lab before. Which loss do you derive here, and does a larger distance pull harder in it?",
            *_all_shares(miss=lambda p, targets: 2 * (p - targets)),
            *_all_shares(miss=lambda p, targets: p - targets),
            *_all_shares(miss=lambda p, targets: targets - p),
            *_all_shares(miss=lambda p, targets: np.abs(p - targets)),
        ),
        wrong(
            "of-the-cross-entropy",
            "It looks as if this is the gradient of the cross entropy: the sigmoid minus the target, with no slope. "
            "It stands in many tutorials, and it learns well. Which loss did you write in this lab?",
            *_all_shares(miss=lambda p, targets: p - targets, slope=lambda _p, _x: 1.0),
            *_all_shares(miss=lambda p, targets: targets - p, slope=lambda _p, _x: 1.0),
            *_all_shares(miss=lambda p, targets: 2 * (p - targets), slope=lambda _p, _x: 1.0),
            *_all_shares(miss=lambda p, targets: np.abs(p - targets), slope=lambda _p, _x: 1.0),
            *_all_shares(miss=lambda p, targets: np.where(targets == 1, -1 / p, 1 / (1 - p)), slope=lambda _p, _x: 1.0),
            _gradients(
                miss=lambda p, targets: p - targets,
                slope=lambda _p, _x: 1.0,
                blame_bias=lambda each, _d_weights, _bias: 2 * np.sum(each),
            ),
        ),
        wrong(
            "factor-two",
            "It looks as if everything comes out twice as large. The squared error of the labs before had a 2 in its "
            "derivative, absorbed in `alpha`. Does this lab's distance have a square that could give one?",
            _gradients(share=lambda each, xb: 2 * each / len(xb)),
            _gradients(share=lambda each, xb: each / len(xb) / 2),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (2 * d_weights, d_bias)),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (d_weights, 2 * d_bias)),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (d_weights, d_bias / 2)),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (d_weights / 2, d_bias)),
            _gradients(share=lambda each, _xb: 2 * each),
        ),
        wrong(
            "alpha-included",
            "It looks as if the gradient is already multiplied by a small fixed step. It will be in the end, when the "
            "weights move. Which function of this lab knows the learning rate?",
            *(
                _changed_gradients(lambda d_weights, d_bias, step=step, **_rest: (step * d_weights, step * d_bias))
                for step in (0.1, 0.01, 0.001)
            ),
        ),
        wrong(
            "sign-lost",
            "It looks as if the gradient has lost its signs: all of it is positive, or only the signs are left. A "
            "size is easier to imagine than a direction. How does a weight know then whether to grow or to shrink?",
            _changed_gradients(lambda d_weights, d_bias, **_rest: (np.abs(d_weights), np.abs(d_bias))),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (np.sign(d_weights), np.sign(d_bias))),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (d_weights, np.abs(d_bias))),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (np.maximum(d_weights, 0), np.maximum(d_bias, 0))),
            _gradients(blame_bias=lambda each, _d_weights, _bias: np.sum(np.abs(each))),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (d_weights**2, d_bias**2)),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (d_weights**2, d_bias)),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (np.abs(d_weights), d_bias)),
        ),
        wrong(
            "bias-not-in-the-prediction",
            "It looks as if the scores are computed without the bias, or with another sign. The bias has its own "
            "gradient, so it seems taken care of. At which score does the slope have to be read?",
            _gradients(see=lambda xb, weights, _bias: xb @ weights),
            _gradients(see=lambda xb, weights, bias: xb @ weights - bias),
        ),
        wrong(
            "d-bias-constant",
            "It looks as if `d_bias` is always the same number, or the bias itself. Its input is a constant, which "
            "makes it tempting. Does the loss not change when all scores rise together?",
            _changed_gradients(lambda d_weights, _d_bias, **_rest: (d_weights, 0.0)),
            _changed_gradients(lambda d_weights, _d_bias, **_rest: (d_weights, 1.0)),
            _changed_gradients(lambda d_weights, _d_bias, bias, **_rest: (d_weights, bias)),
        ),
        wrong(
            "d-bias-from-d-weights",
            "It looks as if `d_bias` is computed from `d_weights`: their sum, their mean, one of them. They are the "
            "gradient that is at hand. Which input does the bias have, in place of a pixel?",
            _changed_gradients(lambda d_weights, _d_bias, **_rest: (d_weights, d_weights.mean())),
            _changed_gradients(lambda d_weights, _d_bias, **_rest: (d_weights, d_weights.sum())),
            _changed_gradients(lambda d_weights, _d_bias, **_rest: (d_weights, d_weights[0])),
            _changed_gradients(lambda d_weights, _d_bias, **_rest: (d_weights, d_weights[-1])),
        ),
        wrong(
            "d-bias-times-bias",
            "It looks as if `d_bias` is multiplied by the bias. Each weight_delta contains an input, so the bias "
            "seems to take that place. How much does a score rise when the bias rises by 1?",
            _changed_gradients(lambda d_weights, d_bias, bias, **_rest: (d_weights, d_bias * bias)),
        ),
        wrong(
            "d-bias-per-image",
            "It looks as if `d_bias` is still one number per image, or an array around one number. The shares are "
            "right. How many biases does this model have?",
            _gradients(blame_bias=lambda each, _d_weights, _bias: each),
            _gradients(blame_bias=lambda each, _d_weights, _bias: each * len(each)),
            _changed_gradients(lambda d_weights, d_bias, **_rest: (d_weights, np.array([d_bias]))),
        ),
        wrong(
            "d-bias-of-one-image",
            "It looks as if `d_bias` comes from one image only, the first or the last. A name overwritten in a loop "
            "does that. Don't the other images pull at the bias too?",
            _gradients(blame_bias=lambda each, _d_weights, _bias: each[0]),
            _gradients(blame_bias=lambda each, _d_weights, _bias: each[-1]),
            _gradients(blame_bias=lambda each, _d_weights, _bias: each[-1] * len(each)),
            _gradients(blame_bias=lambda each, _d_weights, _bias: each[0] * len(each)),
            _gradients(blame_bias=lambda each, _d_weights, _bias: np.max(each)),
        ),
        wrong(
            "input-forgotten",
            "It looks as if the pixels play no part in `d_weights`: all weights are blamed alike. It is what the bias "
            "gets. Should a weight be blamed whose pixel was black?",
            *_all_shares(blame=lambda each, _xb, weights: np.full(len(weights), np.sum(each))),
            *_all_shares(blame=lambda each, _xb, weights: np.full(len(weights), np.mean(each))),
        ),
        wrong(
            "weights-for-input",
            "It looks as if the weights stand where the pixels belong in `d_weights`. Published code has had this "
            "mistake too. If a weight moves by 1, how much does a score move: by the weight or by its pixel?",
            *_all_shares(blame=lambda each, _xb, weights: weights * np.sum(each)),
            *_all_shares(blame=lambda each, xb, weights: weights * (xb.T @ each)),
            *_all_shares(
                blame=lambda each, _xb, weights: weights * np.sum(each),
                blame_bias=lambda each, _d_weights, bias: bias * np.sum(each),
            ),
            _changed_gradients(lambda d_weights, d_bias, weights, bias, **_rest: (d_weights * weights, d_bias * bias)),
        ),
        wrong(
            "mean-image-times-mean-slope",
            "It looks as if you average the images first, and multiply by the sum or mean of their pulls afterwards. "
            "The mean of products and the product of means look alike. Do they agree if one image pulls up and the "
            "other down?",
            _gradients(blame=lambda each, xb, _weights: xb.mean(axis=0) * np.sum(each)),
            _gradients(blame=lambda each, xb, _weights: xb.sum(axis=0) * np.sum(each)),
            _gradients(blame=lambda each, xb, _weights: xb.mean(axis=0) * np.mean(each)),
        ),
        wrong(
            "one-image-for-all",
            "It looks as if `d_weights` takes one image's pixels, or one image's pull, for all. A fixed index or a "
            "name overwritten in a loop does that. Which pixels stood at the score of the second image?",
            _gradients(blame=lambda each, xb, _weights: xb[0] * np.sum(each)),
            _gradients(blame=lambda each, xb, _weights: xb[-1] * np.sum(each)),
            _gradients(blame=lambda each, xb, _weights: xb.sum(axis=0) * each[-1]),
            _gradients(blame=lambda each, xb, _weights: xb.sum(axis=0) * each[0]),
            _gradients(blame=lambda each, xb, _weights: xb[-1] * each[-1]),
            _gradients(blame=lambda each, xb, _weights: xb[0] * each[0]),
        ),
        wrong(
            "d-weights-not-summed",
            "It looks as if `d_weights` is still a table with a row per image, or all in one number. The products are "
            "right. How many weights does the model have, and over what should be added?",
            _gradients(blame=lambda each, xb, _weights: xb * each[:, None]),
            _gradients(blame=lambda each, xb, _weights: xb * each[:, None] * len(xb)),
            _gradients(blame=lambda each, xb, _weights: np.sum(xb.T @ each)),
            _gradients(blame=lambda each, xb, _weights: np.mean(xb.T @ each)),
            _gradients(blame=lambda each, xb, _weights: (xb * each[:, None]).sum(axis=1)),
            _gradients(blame=lambda each, xb, _weights: (xb.T * each).mean(axis=0) * len(xb)),
            _gradients(blame=lambda each, xb, _weights: (xb.T * each).sum(axis=0) * len(xb)),
        ),
        wrong(
            "column-shape",
            "It looks as if `d_weights` has the right numbers, but each stands in a row of its own. A product with a "
            "column does that. What shape do the weights have from which it will be taken away?",
            _gradients(blame=lambda each, xb, _weights: (xb.T @ each)[:, None]),
            _gradients(blame=lambda each, xb, _weights: (xb.T @ each)[None]),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if only one image counts, the first or the last. A `return` inside the loop, or a result "
            "that is overwritten in every turn, does that. What happens to the other images' gradients?",
            _of_some(lambda place: place[:1]),
            _of_some(lambda place: place[-1:]),
            lambda xb, targets, weights, bias: tuple(
                part / len(xb) for part in _of_some(lambda place: place[:1])(xb, targets, weights, bias)
            ),
            lambda xb, targets, weights, bias: tuple(
                part / len(xb) for part in _of_some(lambda place: place[-1:])(xb, targets, weights, bias)
            ),
        ),
        wrong(
            "drops-the-last",
            "It looks as if the last image is passed over. Ranges that end one too soon are easily written. "
            "How many images are there, and how many pull in your code?",
            _gradients(share=lambda each, xb: each * (np.arange(len(xb)) < len(xb) - 1) / len(xb)),
            _gradients(share=lambda each, xb: each * (np.arange(len(xb)) < len(xb) - 1) / max(1, len(xb) - 1)),
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first image is passed over. Counting from 1 is how people count. "
            "Which index does the first image have?",
            _gradients(share=lambda each, xb: each * (np.arange(len(xb)) > 0) / len(xb)),
            _gradients(share=lambda each, xb: each * (np.arange(len(xb)) > 0) / max(1, len(xb) - 1)),
        ),
        wrong(
            "square-by-broadcasting",
            "It looks as if every image's sign meets every image's slope. A column against a row makes a whole table, "
            "and NumPy does not complain. Print the shapes of both: which of them has two axes?",
            _gradients(miss=lambda _p, targets: np.full(len(targets), np.sum(_sign(targets)))),
            _gradients(miss=lambda _p, targets: np.full(len(targets), np.mean(_sign(targets)))),
        ),
        wrong(
            "coarse-numerical",
            "It looks as if the gradient is measured with a step, by comparing two losses, and the step is too large "
            "for exact numbers. As a check it is exactly what is needed. Which rule gives the slope itself, with no step "
            "at all?",
            *(_numerical(_loss, width) for width in (1.0, 0.1, 0.01, 1e-3, 1e-4, 1e-5)),
            *(_numerical(_loss, width, below=width) for width in (1.0, 0.5, 0.1, 0.01)),
        ),
        wrong(
            "difference-not-divided",
            "It looks as if you measure how much the loss changes with a tiny step, and leave it at that. The sign is "
            "right, and the number is small. A rise of 2 metres: is it steep or gentle, if you don't know over what "
            "distance?",
            *(_undivided(width) for width in (0.1, 0.01, 1e-3, 1e-4, 1e-5)),
        ),
        wrong(
            "of-the-accuracy",
            "It looks as if the gradient of the accuracy is measured, or comes out as 0. It is what one would like to "
            "raise. How much does the accuracy change when a weight moves a tiny bit?",
            *(_numerical(_accuracy, width) for width in (0.1, 0.01, 1e-3, 1e-4)),
            _changed_gradients(lambda d_weights, _d_bias, **_rest: (np.zeros_like(d_weights), 0.0)),
        ),
        wrong(
            "loss-for-gradient",
            "It looks as if the loss itself, or its distances, stands where a slope belongs. It tells how bad it is, "
            "so it seems to tell how far to move. In which direction should the weights move, and can a loss say so?",
            _gradients(miss=lambda p, targets: np.full(len(p), np.mean(np.abs(p - targets))), slope=lambda _p, _x: 1.0),
            _gradients(miss=lambda p, targets: np.full(len(p), np.mean(np.abs(p - targets)))),
            _gradients(
                miss=lambda p, targets: np.full(len(p), np.mean(np.abs(p - targets))) * _sign(targets),
                slope=lambda _p, _x: 1.0,
            ),
            _gradients(miss=lambda p, targets: np.full(len(p), np.mean(p - targets)), slope=lambda _p, _x: 1.0),
            _gradients(miss=lambda p, targets: np.full(len(p), np.mean(p - targets))),
        ),
        wrong(
            "step-for-gradient",
            "It looks as if you return the new weights, not the gradient. The step is what the gradient is for. "
            "Which function of this lab takes the step, with its `alpha`?",
            _changed_gradients(lambda d_weights, d_bias, weights, bias, **_rest: (weights - d_weights, bias - d_bias)),
            _changed_gradients(lambda d_weights, d_bias, weights, bias, **_rest: (weights + d_weights, bias + d_bias)),
            _changed_gradients(lambda _d_weights, _d_bias, weights, bias, **_rest: (weights, bias)),
        ),
        wrong(
            "pixels-changed",
            "It looks as if `d_weights` is computed from other pixels than the scores were: cut at 0, made positive, "
            "black or white, squared or scaled again. What exactly stood beside each weight in the score?",
            _gradients(blame=lambda each, xb, _weights: np.maximum(xb, 0).T @ each),
            _gradients(blame=lambda each, xb, _weights: np.abs(xb).T @ each),
            _gradients(blame=lambda each, xb, _weights: np.sign(xb).T @ each),
            _gradients(blame=lambda each, xb, _weights: (xb > 0).T @ each),
            _gradients(blame=lambda each, xb, _weights: (xb**2).T @ each),
            _gradients(blame=lambda each, xb, _weights: (xb / 255).T @ each),
        ),
        wrong(
            "rounded",
            "It looks as if the gradient is rounded. Short numbers are nicer to print. "
            "What happens to a slope that is smaller than your last digit?",
            *(
                _changed_gradients(
                    lambda d_weights, d_bias, digits=digits, **_rest: (
                        np.round(d_weights, digits),
                        np.round(d_bias, digits),
                    )
                )
                for digits in (2, 3, 4, 5)
            ),
        ),
    ),
    "train_epoch": (
        wrong(
            "last-batch-dropped",
            "It looks as if a short last batch is left out, or the last one always. When the size divides the set "
            "evenly, nothing is lost, so it isn't noticed. With seven images in batches of three, who teaches "
            "nothing?",
            _epoch(starts=lambda n, size: range(0, n - size + 1, size)),
            _epoch(starts=lambda n, size: range(0, n - size, size)),
            _epoch(starts=lambda n, size: range(0, n - 1, size)),
            _before_the_last,
        ),
        wrong(
            "drops-the-last",
            "It looks as if the very last image is passed over. Ranges that end one too soon are easily written. "
            "Which index does the last image have, and does your last slice include it?",
            _epoch(batch=lambda start, size, n: np.arange(start, min(start + size, n - 1))),
            _of_first(lambda n: n - 1),
        ),
        wrong(
            "last-batch-misscaled",
            "It looks as if a short last batch counts less than it should: its sum is divided by the full size. The "
            "size is the number that was given. How many images are really in that batch?",
            _epoch(scale=lambda kept, size, _n, _turn: len(kept) / size),
        ),
        wrong(
            "last-batch-filled-up",
            "It looks as if a short last batch is filled up with images that had their turn already, or the images "
            "are shared out evenly. That keeps all batches alike. Should any image be seen twice in one pass, and "
            "where does each batch begin?",
            _epoch(batch=lambda start, size, n: np.arange(max(0, min(start, n - size)), min(start + size, n))),
            _epoch(batch=lambda start, size, n: np.arange(start, start + size) % n),
            _split_evenly,
        ),
        wrong(
            "size-for-number",
            "It looks as if `batch_size` is taken for the number of batches. Both are counts, and at times they are "
            "equal. With six images and a `batch_size` of 2, how many steps should there be?",
            _split_into_size,
            _whole_set_times(lambda _n, size: size),
        ),
        wrong(
            "whole-set-each-time",
            "It looks as if every step uses all images. They are at hand under their own name. "
            "Which images should the second step see?",
            _epoch(batch=lambda _start, _size, n: np.arange(n)),
        ),
        wrong(
            "one-step-with-all",
            "It looks as if there is one single step, with all images together. It is gradient descent too. "
            "How many steps should one pass have, if there are six images in batches of two?",
            _in_one_step(lambda _n, _size: 1.0),
            _in_one_step(lambda n, size: math.ceil(n / size)),
            _in_one_step(lambda n, size: n / size),
            _in_one_step(lambda _n, size: 1 / size),
            _in_one_step(lambda n, _size: float(n)),
            _epoch(batch=lambda _start, _size, n: np.arange(n), starts=lambda n, _size: range(n)),
            _whole_set_times(lambda n, size: n // size),
        ),
        wrong(
            "returns-in-loop",
            "It looks as if the pass ends after the first batch or the second. That happens when `return` stands "
            "inside the loop, or when the end of a slice doesn't move with its start. Which images haven't been seen "
            "then?",
            _epoch(starts=lambda _n, _size: (0,)),
            _epoch(starts=lambda n, size: range(0, min(n, 2 * size), size)),
        ),
        wrong(
            "first-batch-again",
            "It looks as if every step sees the first images again, a slice that doesn't move, or one that always "
            "starts at 0. The number of steps is right. What has to change from one step to the next?",
            _epoch(batch=lambda _start, size, n: np.arange(min(size, n))),
            _epoch(batch=lambda start, size, n: np.arange(min(start + size, n))),
            _epoch(batch=lambda start, _size, n: np.arange(start, n)),
            _first_gradient_again,
        ),
        wrong(
            "only-the-last-batch",
            "It looks as if only the last batch leaves a trace. Either the loop only picks batches and the step comes "
            "after it, or each step begins again at the weights you were given. What should the second step start "
            "from?",
            _remembering(_anew),
        ),
        wrong(
            "step-outside-the-loop",
            "It looks as if the weights or the bias move only once, after the loop, with the last gradient. One line "
            "with too little indentation does that. Which lines belong to every batch?",
            _late(weights_too=False),
            _late(weights_too=True),
        ),
        wrong(
            "starts-at-one",
            "It looks as if the first batch, or the first image, is passed over. Counting from 1 is how people count. "
            "Where does the first slice begin?",
            _epoch(starts=lambda n, size: range(size, n, size)),
            _epoch(starts=lambda n, size: range(1, n, size)),
        ),
        wrong(
            "batch-size-ignored",
            "It looks as if the batches have a size of your own, such as 1, 10, 64 or 256, whatever `batch_size` "
            "says. A number from an example stays behind easily. What happens in your code when the size is 3?",
            *(
                lambda xb, targets, weights, bias, alpha, _size, fixed=fixed: _right_epoch(
                    xb, targets, weights, bias, alpha, fixed
                )
                for fixed in (1, 2, 4, 5, 8, 10)
            ),
            lambda xb, targets, weights, bias, alpha, size: _right_epoch(xb, targets, weights, bias, alpha / size, 1),
            lambda xb, targets, weights, bias, alpha, _size: _right_epoch(
                xb, targets, weights, bias, alpha / len(xb), 1
            ),
        ),
        wrong(
            "batch-off-by-one",
            "It looks as if each batch has one image too many or too few. The end of a slice is easily misjudged. "
            "How many elements does `[4:6]` pick?",
            _epoch(batch=lambda start, size, n: np.arange(start, min(start + max(1, size - 1), n))),
            _epoch(batch=lambda start, size, n: np.arange(start, min(start + size + 1, n))),
            _epoch(batch=lambda start, size, n: np.arange(start, min(start + size - 1, n))),
            _epoch(batch=lambda start, size, n: np.arange(min(start + 1, n), min(start + size, n))),
            _epoch(starts=lambda n, size: range(0, n, size + 1)),
            _epoch(starts=lambda n, size: range(0, n, max(1, size - 1))),
        ),
        wrong(
            "first-image-of-each-batch",
            "It looks as if only one image of each batch teaches. An index in the place of a slice does that. "
            "Which images of the batch does your gradient see?",
            _epoch(batch=lambda start, _size, _n: np.arange(start, start + 1)),
            _epoch(batch=lambda start, size, n: np.arange(min(start + size, n) - 1, min(start + size, n))),
        ),
        wrong(
            "batches-overlap",
            "It looks as if the batches overlap, or the numbers of batches are taken for places in the set. The start "
            "moves by too little. By how much should it move from one batch to the next?",
            _epoch(starts=lambda n, _size: range(n)),
            _epoch(starts=lambda n, size: range(n - size + 1)),
            _epoch(starts=lambda n, size: range(0, n, max(1, size // 2))),
            _epoch(starts=lambda n, size: range(math.ceil(n / size))),
            _epoch(starts=lambda n, size: range(n // size)),
        ),
        wrong(
            "learns-only-from-mistakes",
            "It looks as if a batch only teaches when its loss or its hits are bad enough. One doesn't change what "
            "works, one might say. Is a loss of 0.4 as low as it can get?",
            _epoch(
                grads=lambda xb, targets, weights, bias: [
                    (_loss(_line(xb, weights, bias), targets) > 0.5) * part  # noqa: PLR2004
                    for part in _right_gradients(xb, targets, weights, bias)
                ]
            ),
            _epoch(
                grads=lambda xb, targets, weights, bias: [
                    (_accuracy(_line(xb, weights, bias), targets) < 1) * part
                    for part in _right_gradients(xb, targets, weights, bias)
                ]
            ),
            _epoch(grads=_of_the_misses),
        ),
        wrong(
            "only-first-weight",
            "It looks as if only one of the weights learns, the first or the last, or only all but one. An index "
            "where the whole array is meant does that. How many weights does `d_weights` speak of?",
            _epoch(
                grads=_changed_gradients(
                    lambda d_weights, d_bias, **_rest: (d_weights * (np.arange(len(d_weights)) == 0), d_bias)
                )
            ),
            _epoch(
                grads=_changed_gradients(
                    lambda d_weights, d_bias, **_rest: (
                        d_weights * (np.arange(len(d_weights)) == len(d_weights) - 1),
                        d_bias,
                    )
                )
            ),
            _epoch(
                grads=_changed_gradients(
                    lambda d_weights, d_bias, **_rest: (d_weights * (np.arange(len(d_weights)) > 0), d_bias)
                )
            ),
            _epoch(
                grads=_changed_gradients(
                    lambda d_weights, d_bias, **_rest: (
                        d_weights * (np.arange(len(d_weights)) < len(d_weights) - 1),
                        d_bias,
                    )
                )
            ),
        ),
        wrong(
            "other-order",
            "It looks as if the images come in another order: backwards, shuffled or every so-many-th. Shuffling is "
            "good practice in real training. Which order is asked for here, so that everybody gets the same result?",
            _epoch(starts=lambda n, size: reversed(range(0, n, size))),
            _epoch(batch=lambda start, size, n: np.arange(n)[::-1][start : start + size]),
            _epoch(batch=lambda start, size, n: np.arange(start // size, n, math.ceil(n / size))),
            _epoch(batch=lambda start, size, n: np.random.default_rng(0).permutation(n)[start : start + size]),
            _epoch(batch=lambda start, size, n: np.random.default_rng(42).permutation(n)[start : start + size]),
        ),
        wrong(
            "targets-of-other-images",
            "It looks as if images and targets get out of step: a later batch meets the targets of the first or the "
            "last one. One of two slices was forgotten. Which targets belong to the images of the second batch?",
            _other_targets(lambda targets, n: targets[:n]),
            _other_targets(lambda targets, n: targets[-n:]),
            _epoch(grads=lambda xb, targets, weights, bias: _right_gradients(xb, targets[::-1], weights, bias)),
        ),
        wrong(
            "stale-weights",
            "It looks as if gradients are taken at, or steps start from, the weights or the bias that the pass began "
            "with. One name for the old and one for the new value does that. Where does the model stand when the "
            "second batch arrives?",
            _remembering(_stale),
            _remembering(_stale_bias),
            _remembering(_stale_weights),
            _remembering(_fresh_from_the_start),
            _remembering(_fresh_weights_from_the_start),
        ),
        wrong(
            "one-after-another",
            "It looks as if the bias gets a fresh gradient after the weights have moved, or the other way round. The "
            "newest value seems best. For which pair of weights and bias was the slope of this batch to be read?",
            _remembering(_weights_then_bias),
            _remembering(_bias_then_weights),
        ),
        wrong(
            "gradients-carried-over",
            "It looks as if a step still contains the gradients of the batches before. A sum that isn't set back does "
            "that; done with a factor it is known as momentum. What should the second step depend on?",
            _with_momentum(1.0),
            _with_momentum(0.9),
            _with_momentum(0.5),
            _with_momentum(0.9, 0.1),
        ),
        wrong(
            "averaged-over-batches",
            "It looks as if the steps are shared among the batches, or the batches' results are averaged. A mean over "
            "the pass seems fair. Which of your steps already takes a mean, and over what?",
            _epoch(scale=lambda _kept, size, n, _turn: 1 / math.ceil(n / size)),
            _epoch(scale=lambda kept, _size, n, _turn: len(kept) / n),
            _epoch(scale=lambda _kept, size, n, _turn: size / n),
            _mean_of_batches,
            _mean_of_states,
            lambda *given: (_mean_of_states(*given)[0], _right_epoch(*given)[1]),
            _mean_of_gradients,
        ),
        wrong(
            "sum-for-mean",
            "It looks as if a step grows with the number of images in its batch. The gradients of the images were "
            "added up, or multiplied by their number. Does the loss of this lab take a sum or a mean?",
            _epoch(scale=lambda kept, _size, _n, _turn: float(len(kept))),
            _epoch(scale=lambda _kept, size, _n, _turn: float(size)),
            _epoch(grads=_changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights * len(xb), d_bias))),
            _epoch(grads=_changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights, d_bias * len(xb)))),
        ),
        wrong(
            "divided-by-n-twice",
            "It looks as if each step is divided by the size of the batch or of the set once more. A mean belongs "
            "there, that is true. Which function has already taken it?",
            _epoch(scale=lambda kept, _size, _n, _turn: 1 / len(kept)),
            _epoch(scale=lambda _kept, size, _n, _turn: 1 / size),
            _epoch(scale=lambda _kept, _size, n, _turn: 1 / n),
            _epoch(grads=_changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights / len(xb), d_bias))),
            _epoch(grads=_changed_gradients(lambda d_weights, d_bias, xb, **_rest: (d_weights, d_bias / len(xb)))),
        ),
        wrong(
            "update-adds",
            "It looks as if weights or bias climb: the gradient is added, or has its sign turned. A step along the "
            "gradient feels natural. Does the loss grow or shrink in the direction in which a gradient points?",
            _epoch(scale=lambda _kept, _size, _n, _turn: -1.0),
            _epoch(move_bias=lambda bias, d_bias, alpha: bias + alpha * d_bias),
            _epoch(move=lambda weights, d_weights, alpha: weights + alpha * d_weights),
            _epoch(
                move=lambda weights, d_weights, _alpha: weights + d_weights,
                move_bias=lambda bias, d_bias, _alpha: bias + d_bias,
            ),
        ),
        wrong(
            "update-multiplies",
            "It looks as if the step is multiplied by the weight it should change. It keeps large weights moving fast. "
            "How could a weight that is 0 ever learn then?",
            _epoch(
                grads=_changed_gradients(
                    lambda d_weights, d_bias, weights, bias, **_rest: (d_weights * weights, d_bias * bias)
                )
            ),
            _epoch(grads=_changed_gradients(lambda d_weights, d_bias, weights, **_rest: (d_weights * weights, d_bias))),
            _epoch(move=lambda weights, d_weights, alpha: weights * alpha * d_weights),
            _epoch(
                move=lambda weights, d_weights, alpha: weights * alpha * d_weights,
                move_bias=lambda bias, d_bias, alpha: bias * alpha * d_bias,
            ),
        ),
        wrong(
            "sign-lost",
            "It looks as if the gradient loses its sign on the way, by an absolute value, a square or a cut at 0. A "
            "size is easier to imagine than a direction. In which direction can such a weight never move?",
            _epoch(grads=_changed_gradients(lambda d_weights, d_bias, **_rest: (np.abs(d_weights), np.abs(d_bias)))),
            _epoch(grads=_changed_gradients(lambda d_weights, d_bias, **_rest: (d_weights**2, d_bias**2))),
            _epoch(grads=_changed_gradients(lambda d_weights, d_bias, **_rest: (np.abs(d_weights), d_bias))),
            _epoch(grads=_changed_gradients(lambda d_weights, d_bias, **_rest: (d_weights, np.abs(d_bias)))),
            _epoch(
                grads=_changed_gradients(
                    lambda d_weights, d_bias, **_rest: (np.maximum(d_weights, 0), np.maximum(d_bias, 0))
                )
            ),
        ),
        wrong(
            "bias-not-trained",
            "It looks as if the bias stays as it came. There is only one of it among many weights. "
            "What would the model do with the pull of `d_bias`?",
            _epoch(move_bias=lambda bias, _d_bias, _alpha: bias),
            _epoch(move_bias=lambda _bias, _d_bias, _alpha: 0.0),
        ),
        wrong(
            "weights-not-trained",
            "It looks as if the weights stay as they came, or come back as they were. The new ones may have another "
            "name. Which name do you return, and when was it last changed?",
            _epoch(move=lambda weights, _d_weights, _alpha: weights),
            lambda _xb, _targets, weights, bias, _alpha, _size: (weights, bias),
            lambda xb, targets, weights, bias, alpha, size: (
                weights,
                _right_epoch(xb, targets, weights, bias, alpha, size)[1],
            ),
            lambda xb, targets, weights, bias, alpha, size: (
                _right_epoch(xb, targets, weights, bias, alpha, size)[0],
                bias,
            ),
        ),
        wrong(
            "alpha-forgotten",
            "It looks as if `alpha` isn't used for the weights, the bias or both. The direction is right, so it seems "
            "complete. What keeps a step from being too long?",
            _epoch(
                move=lambda weights, d_weights, _alpha: weights - d_weights,
                move_bias=lambda bias, d_bias, _alpha: bias - d_bias,
            ),
            _epoch(move_bias=lambda bias, d_bias, _alpha: bias - d_bias),
            _epoch(move=lambda weights, d_weights, _alpha: weights - d_weights),
            *(
                lambda xb, targets, weights, bias, _alpha, size, fixed=fixed: _right_epoch(
                    xb, targets, weights, bias, fixed, size
                )
                for fixed in (0.1, 0.01, 0.001)
            ),
        ),
        wrong(
            "alpha-twice",
            "It looks as if `alpha` is multiplied in twice. That happens when the gradient is scaled before the step. "
            "At how many places does your code mention `alpha`?",
            _epoch(
                move=lambda weights, d_weights, alpha: weights - alpha**2 * d_weights,
                move_bias=lambda bias, d_bias, alpha: bias - alpha**2 * d_bias,
            ),
            _epoch(move=lambda weights, d_weights, alpha: weights - alpha**2 * d_weights),
            _epoch(move_bias=lambda bias, d_bias, alpha: bias - alpha**2 * d_bias),
        ),
        wrong(
            "alpha-divides",
            "It looks as if a smaller `alpha` makes a longer step. Dividing is one way to bring numbers together. "
            "Should a careful learner with a small `alpha` move more or less?",
            _epoch(
                move=lambda weights, d_weights, alpha: weights - d_weights / alpha,
                move_bias=lambda bias, d_bias, alpha: bias - d_bias / alpha,
            ),
        ),
        wrong(
            "alpha-misplaced",
            "It looks as if `alpha` stands beside the weights where it should stand beside the gradient, or the two "
            "have changed places. A bracket or a swapped name does that. What should become of the weights when the "
            "gradient is 0?",
            _epoch(
                move=lambda weights, d_weights, alpha: d_weights - alpha * weights,
                move_bias=lambda bias, d_bias, alpha: d_bias - alpha * bias,
            ),
            _epoch(
                move=lambda weights, d_weights, alpha: alpha * weights - d_weights,
                move_bias=lambda bias, d_bias, alpha: alpha * bias - d_bias,
            ),
            _epoch(
                move=lambda weights, d_weights, alpha: weights - alpha - d_weights,
                move_bias=lambda bias, d_bias, alpha: bias - alpha - d_bias,
            ),
            _epoch(
                move=lambda weights, d_weights, alpha: (1 - alpha) * weights + alpha * d_weights,
                move_bias=lambda bias, d_bias, alpha: (1 - alpha) * bias + alpha * d_bias,
            ),
        ),
        wrong(
            "gradient-forgotten",
            "It looks as if the step doesn't depend on the gradient of its weight: `alpha` alone is taken away, or "
            "the loss. Something becomes smaller, as it should. How does a weight know whether to grow or to shrink?",
            _epoch(
                move=lambda weights, _d_weights, alpha: weights - alpha,
                move_bias=lambda bias, _d_bias, alpha: bias - alpha,
            ),
            _epoch(grads=lambda xb, targets, weights, bias: (_loss(_line(xb, weights, bias), targets),) * 2),
            _epoch(
                grads=lambda xb, targets, weights, bias: (
                    _loss(_line(xb, weights, bias), targets) * np.ones(len(weights)),
                    _right_gradients(xb, targets, weights, bias)[1],
                )
            ),
        ),
        wrong(
            "alpha-shrinks",
            "It looks as if `alpha` changes from batch to batch. Long trainings do let it shrink. "
            "How large is it here in the last step?",
            _decaying,
            _epoch(scale=lambda _kept, _size, _n, turn: 1 / (turn + 1)),
            _epoch(scale=lambda _kept, _size, _n, turn: 0.5**turn),
            _epoch(scale=lambda _kept, _size, _n, turn: 0.99**turn),
        ),
        wrong(
            "factor-two",
            "It looks as if the weights, the bias or both move twice as far, or half as far, as the gradient says. In "
            "the labs before there was a 2 to be absorbed in `alpha`. Is there a square in this lab's loss?",
            _epoch(scale=lambda _kept, _size, _n, _turn: 2.0),
            _epoch(scale=lambda _kept, _size, _n, _turn: 0.5),
            _epoch(move=lambda weights, d_weights, alpha: weights - 2 * alpha * d_weights),
            _epoch(move_bias=lambda bias, d_bias, alpha: bias - 2 * alpha * d_bias),
        ),
        wrong(
            "weights-shrink",
            "It looks as if the old weights are made smaller with each step, by `alpha` or a fixed factor. Some "
            "trainings do so on purpose. What should become of a weight whose gradient is 0?",
            _epoch(move=lambda weights, d_weights, alpha: alpha * (weights - d_weights)),
            _epoch(
                move=lambda weights, d_weights, alpha: (1 - alpha) * weights - alpha * d_weights,
                move_bias=lambda bias, d_bias, alpha: (1 - alpha) * bias - alpha * d_bias,
            ),
            *(
                _epoch(move=lambda weights, d_weights, alpha, kept=kept: kept * weights - alpha * d_weights)
                for kept in (0.9, 0.99, 0.999, 0.9999)
            ),
            _epoch(
                move=lambda weights, d_weights, alpha: alpha * (weights - d_weights),
                move_bias=lambda bias, d_bias, alpha: alpha * (bias - d_bias),
            ),
        ),
        wrong(
            "sign-only",
            "It looks as if every step has the same length: only the sign of the gradient is used, or it is made "
            "equally long. Some methods do that. Should a steep slope not move a weight further than a gentle one?",
            _epoch(
                move=lambda weights, d_weights, alpha: weights - alpha * np.sign(d_weights),
                move_bias=lambda bias, d_bias, alpha: bias - alpha * np.sign(d_bias),
            ),
            _epoch(
                move=lambda weights, d_weights, alpha: weights - alpha * d_weights / np.linalg.norm(d_weights),
                move_bias=lambda bias, d_bias, alpha: bias - alpha * d_bias,
            ),
        ),
        wrong(
            "returns-the-gradient",
            "It looks as if you return gradients or changes, not the trained weights and bias. They are the last thing "
            "computed. What has to be done with a change to get a new value?",
            _epoch(move=lambda _weights, d_weights, _alpha: d_weights, move_bias=lambda _bias, d_bias, _alpha: d_bias),
            _epoch(
                move=lambda _weights, d_weights, alpha: alpha * d_weights,
                move_bias=lambda _bias, d_bias, alpha: alpha * d_bias,
            ),
            _epoch(
                move=lambda _weights, d_weights, alpha: -alpha * d_weights,
                move_bias=lambda _bias, d_bias, alpha: -alpha * d_bias,
            ),
            lambda xb, targets, weights, bias, _alpha, _size: _right_gradients(xb, targets, weights, bias),
            _epoch(move_bias=lambda _bias, d_bias, alpha: alpha * d_bias),
            _epoch(move_bias=lambda _bias, d_bias, alpha: -alpha * d_bias),
            _epoch(move_bias=lambda _bias, d_bias, _alpha: d_bias),
            _epoch(move=lambda _weights, d_weights, alpha: -alpha * d_weights),
            _epoch(move=lambda _weights, d_weights, alpha: alpha * d_weights),
            _epoch(
                move=lambda weights, d_weights, alpha: alpha * d_weights - weights,
                move_bias=lambda bias, d_bias, alpha: alpha * d_bias - bias,
            ),
        ),
        wrong(
            "two-updates",
            "It looks as if the data is passed over more than once, or every batch is used twice. More training does "
            "lower the loss. How many passes are in one epoch?",
            *(_epoch(passes=passes) for passes in (2, 3, 4, 5, 10, 20)),
            lambda *given: _epoch(passes=given[5])(*given),
            _epoch(starts=lambda n, size: np.repeat(np.arange(0, n, size), 2)),
        ),
        wrong(
            "of-another-loss",
            "It looks as if the steps follow another gradient than that of this lab's loss: of the cross entropy, of "
            "a square, or without the sigmoid's slope. Tutorials differ here. Which function from earlier in the lab "
            "can you call?",
            *(_epoch(grads=grads) for parts in _OTHER_LOSSES for grads in _all_shares(**parts)[:2]),
        ),
        wrong(
            "one-gradient-for-both",
            "It looks as if the weights move by the bias's gradient, or the bias by the weights' one. The two names "
            "are alike. What is each of them the slope of?",
            _crossed(lambda d_weights, _d_bias: (d_weights, np.mean(d_weights))),
            _crossed(lambda d_weights, _d_bias: (d_weights, np.sum(d_weights))),
            _crossed(lambda d_weights, _d_bias: (d_weights, d_weights[0])),
            _crossed(lambda d_weights, _d_bias: (d_weights, d_weights[-1])),
            _crossed(lambda d_weights, d_bias: (np.full(len(d_weights), d_bias), d_bias)),
            _crossed(lambda d_weights, d_bias: (np.full(len(d_weights), d_bias), np.mean(d_weights))),
            _crossed(lambda d_weights, d_bias: (np.full(len(d_weights), np.mean(d_weights)), d_bias)),
        ),
        wrong(
            "starts-from-nothing",
            "It looks as if the weights or the bias you are given are set to 0, or to 1, before the pass. Many "
            "programs begin so. What would a second epoch keep of what the first has learned?",
            lambda xb, targets, weights, _bias, alpha, size: _right_epoch(
                xb, targets, np.zeros(len(weights)), 0.0, alpha, size
            ),
            lambda xb, targets, weights, bias, alpha, size: _right_epoch(
                xb, targets, np.zeros(len(weights)), bias, alpha, size
            ),
            lambda xb, targets, weights, _bias, alpha, size: _right_epoch(xb, targets, weights, 0.0, alpha, size),
        ),
        wrong(
            "bias-as-array",
            "It looks as if the bias comes back as an array with one number in it, or with one number per weight. An "
            "array for the bias, or a sum left out, does that. How many biases does this model have?",
            lambda *given: (_right_epoch(*given)[0], np.array([_right_epoch(*given)[1]])),
            lambda *given: (_right_epoch(*given)[0], np.full(len(given[2]), _right_epoch(*given)[1])),
        ),
        wrong(
            "whole-number-array",
            "It looks as if it goes wrong when the weights come as whole numbers: the fractions get lost or don't fit "
            "in. A copy takes over the type of the original. What type do the new weights need?",
            _into_like,
            _in_place,
        ),
    ),
}

HELP: dict[str, Help] = {
    "linear1": Help(
        hint="Each image needs one weighted sum of its pixels, as in lab 02, and the bias once. Check the shape: as "
        "many numbers as images.",
        example="Two images of two pixels, 1, 0.5 and 0, 1; weights 4 and -2, bias 3. The first sums to 4 - 1 = 3, "
        "and with the bias to 6. The second sums to 0 - 2 = -2, and with the bias to 1.",
    ),
    "sigmoid": Help(
        hint="Very negative numbers should end near 0, very large ones near 1, and 0 in the middle. Then ask which "
        "power of e stays small for x = 1000, and which one for x = -1000.",
        example="For x = 0.7, e to the power of -0.7 is about 0.497. One part of 1.497 is 1 / 1.497, about 0.668. "
        "For x = -0.7 the result is what is missing to 1: about 0.332.",
    ),
    "mnist_loss": Help(
        hint="Squash first, so that every prediction lies between 0 and 1. Then ask for each image how far it is "
        "from its target, whichever side it is on, and sum up the batch in one typical distance.",
        example="After the sigmoid three images stand at 0.9, 0.6 and 0.2, their targets are 1, 0 and 1. The "
        "distances are 0.1, 0.6 and 0.8. Together 1.5, shared among three images: the loss is 0.5.",
    ),
    "batch_accuracy": Help(
        hint="First decide for each raw prediction on which side of the threshold it lies, then whether its target "
        "says the same. Both kinds of agreement count.",
        example="The threshold is 2, the predictions are 3, 1, 2.5 and -4, the targets 1, 1, 0 and 0. Called: 1, 0, "
        "1, 0. The first and the last agree with their targets: 2 of 4, so the share is 0.5.",
    ),
    "gradients": Help(
        hint="Follow one image from a weight to the loss: pixel, score, sigmoid, distance, mean. How much does each "
        "of these move when the one before it moves a little? Compare the result with a tiny measured step.",
        example="One image is 2, -1 and its target is 0; its score is 0, so the sigmoid says 0.5, where its slope is "
        "0.25. The target is 0, so the loss rises with the sigmoid. The two weights' slopes are 2 times "
        "0.25, which is 0.5, and -1 times 0.25, which is -0.25; the bias has 0.25. In a batch of five this "
        "image would count for a fifth.",
    ),
    "train_epoch": Help(
        hint="Take the images in order, slice by slice. Each slice gives one gradient, at the weights and the bias "
        "as the slice before has left them, and one step. What does the last slice look like when the sizes "
        "don't fit?",
        example="Eight images in batches of three make three steps: images 0 to 2, 3 to 5, then 6 and 7. Say the "
        "bias is 1, alpha is 0.1 and the first batch gives a `d_bias` of 2: the bias becomes 0.8. The second "
        "batch is asked with 0.8; if it gives -1, the bias becomes 0.9, and the last two images start there.",
    ),
    "save_model": Help(
        hint="The model is nothing but these numbers, so both parts have to be in the file, with all digits and in "
        "their shape. Look with your own eyes: is there a file of that name afterwards, and can you tell from "
        "it which part is which?",
        example="Think of a recipe card: flour 1.25, 0.5 and sugar 0.3. If the card only says 1.25, 0.5, nobody can "
        "bake; if it says 1.25, 0.5, 0.3 with no names, nobody knows where flour ends. Write each under its "
        "name, with all its digits, on the card you were asked to use.",
    ),
    "load_model": Help(
        hint="Read what `save_model` has written at that path, under the same names and in the same order. Restart "
        "the kernel, run only the imports and this function, and see whether the numbers still come back.",
        example="Two cards lie in a box: one says 4 and 7, the other says 5 and 9. Asked for the second, you open it "
        "and read out 5 and then 9. You don't answer with 4 and 7 because you remember them, and you don't "
        "read 9 before 5.",
    ),
}
