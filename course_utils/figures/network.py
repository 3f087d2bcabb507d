"""A network with its numbers on it: inputs, weights, pred, true, error, delta and weight_deltas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyArrowPatch
from numpy.typing import ArrayLike

from course_utils.arguments import Floats, described, matrix, number, vector
from course_utils.figures.validation import dimensions, index_of, names_for
from course_utils.picture import (
    BLUE,
    CARD,
    DEEP_VERMILLION,
    GREEN,
    INK,
    SIZE,
    SKY,
    SMALL,
    SOFT,
    VERMILLION,
    Picture,
    in_house_style,
    listed,
    new_picture,
    said,
    shown,
)

_MOST = 12  # nodes on a side
_RADIUS = 31.0  # CSS pixels, as all lengths below
_ROW = (30.0, 40.0)  # one edge's label above the next; with a weight_delta in it
_HEADER = 34  # above the labels where they are bare numbers
_LETTER = 7.2  # about the width of a letter of small text


@dataclass(frozen=True, eq=False)
class _Net:
    """What is drawn: inputs `(n,)`, weights and weight_deltas `(m, n)`, and per output what is known of it."""

    inputs: Floats
    weights: Floats
    weight_deltas: Floats | None
    input_names: list[str]
    output_names: list[str]
    known: dict[str, Floats]
    frozen: frozenset[tuple[int, int]]


@in_house_style
def network(
    inputs: ArrayLike,
    weights: ArrayLike,
    *,
    input_names: Sequence[str] | None = None,
    output_names: Sequence[str] | None = None,
    preds: ArrayLike | None = None,
    trues: ArrayLike | None = None,
    errors: ArrayLike | None = None,
    deltas: ArrayLike | None = None,
    weight_deltas: ArrayLike | None = None,
    frozen: Iterable[Any] = (),
) -> Picture:
    """Draw a network of one layer with its numbers on it.

    `inputs` is a number or `(n,)`; `weights` and `weight_deltas` are a number (one input, one output), `(n,)` (one
    output), `(m,)` (one input) or `(m, n)` laid out `[output][input]`; the rest is a number or `(m,)`. `frozen` holds
    indices into a vector of weights, or pairs (output, input) into a matrix of them.

    Raises:
        TypeError: numbers or lists of them were expected, something else found.
        ValueError: lengths that don't fit, more than 12 inputs or outputs, an index outside the weights.
    """
    values = np.atleast_1d(number("inputs", inputs) if dimensions(inputs) == 0 else vector("inputs", inputs))
    laid_out = _laid_out("weights", weights, len(values))
    outputs = len(laid_out)
    if max(len(values), outputs) > _MOST or not values.size or not outputs:
        found = f"{len(values)} and {outputs}"
        msg = f"network: expected 1 to {_MOST} inputs and outputs, found {found}. Draw a part of it."
        raise ValueError(msg)
    changes = None if weight_deltas is None else _laid_out("weight_deltas", weight_deltas, len(values), outputs)
    given = {"pred": preds, "true": trues, "error": errors, "delta": deltas}
    known = {word: _per_output(f"{word}s", each, outputs) for word, each in given.items() if each is not None}
    net = _Net(
        inputs=values,
        weights=laid_out,
        weight_deltas=changes,
        input_names=names_for("input_names", input_names, len(values), "input" if len(values) == 1 else "inputs[{}]"),
        output_names=names_for("output_names", output_names, outputs, "output" if outputs == 1 else "output {}"),
        known=known,
        frozen=_frozen(frozen, dimensions(weights), laid_out.shape),
    )
    return _draw(net)


def _laid_out(name: str, value: ArrayLike, inputs: int, outputs: int | None = None) -> Floats:
    """Return weights as a matrix `[output][input]`, whichever way they were given."""
    kind = dimensions(value)
    if kind == 0:
        value, kind = [number(name, value)], 1
    if kind == 1 and inputs > 1:
        return matrix(name, vector(name, value, length=inputs)[np.newaxis], rows=outputs)
    if kind == 1:
        return matrix(name, vector(name, value, length=outputs)[:, np.newaxis])
    return matrix(name, value, rows=outputs, columns=inputs)


def _per_output(name: str, value: ArrayLike, outputs: int) -> Floats:
    if dimensions(value) == 0:
        value = [number(name, value)]
    return vector(name, value, length=outputs)


def _frozen(given: Iterable[Any], kind: int, shape: tuple[int, ...]) -> frozenset[tuple[int, int]]:
    """Return the frozen edges as pairs (output, input)."""
    if isinstance(given, str) or not isinstance(given, Iterable):
        msg = f"frozen: expected a list of indices such as [0], found {described(given)}. Put it in square brackets."
        raise TypeError(msg)
    outputs, inputs = shape
    edges = set()
    for each in given:
        if kind == 2:  # noqa: PLR2004 - a matrix
            if dimensions(each) != 1 or len(each) != 2:  # noqa: PLR2004 - output and input
                msg = f"frozen: expected pairs (output, input), found {described(each)}. [(0, 1)] is weights[0][1]."
                raise ValueError(msg)
            edges.add((index_of("frozen", each[0], outputs), index_of("frozen", each[1], inputs)))
        else:
            index = index_of("frozen", each, outputs * inputs)
            edges.add((0, index) if inputs > 1 else (index, 0))
    return frozenset(edges)


def _draw(net: _Net) -> Picture:
    outputs, inputs = net.weights.shape
    crossing = outputs > 1 and inputs > 1
    facts: list[str] = [word for word in ("true", "error", "delta") if word in net.known]
    labels = (outputs * inputs - 1) * _ROW[net.weight_deltas is not None] + 100 if crossing else 0
    tall = max(inputs * 96, outputs * (104 if len(facts) > 1 else 92), labels)
    lower = round(max(tall, 130)) + 16
    height = lower + (_HEADER if crossing else 0)
    names = max(len(name) for name in net.input_names) * _LETTER
    left = max(28 + names, 60) + 12 + _RADIUS
    side = max([len(name) for name in net.output_names] + [17 if facts else 0]) * _LETTER + 24
    right = 720 - side - _RADIUS - 12
    picture = new_picture(_in_words(net), width=720, height=height)
    axes = picture.panel(0, 0, 720, height)
    axes.set(xlim=(0, 720), ylim=(0, height))
    axes.axis("off")
    edge = 58.0 if crossing else None
    starts, ends = _places(inputs, lower, edge), _places(outputs, lower, edge)
    _edges(axes, net, (left, right), starts, ends)
    for name, value, y in zip(net.input_names, net.inputs, starts, strict=True):
        _node(axes, left, y, shown(value), SKY)
        axes.text(left - _RADIUS - 10, y, name, ha="right", va="center", fontsize=SIZE)
    for index, y in enumerate(ends):
        _node(axes, right, y, shown(net.known["pred"][index]) if "pred" in net.known else "?", GREEN)
        _facts(axes, net, index, (right + _RADIUS + 12, y), facts)
    return picture


def _places(how_many: int, height: float, edge: float | None) -> list[float]:
    """Return the height of each node, the first at the top; `edge` is how far the outer ones are from the edge."""
    if edge is None or how_many == 1:
        edge = height / how_many / 2
    return [float(place) for place in np.linspace(height - edge, edge, how_many)]


def _node(axes: Axes, x: float, y: float, text: str, colour: str) -> None:
    axes.add_patch(Circle((x, y), _RADIUS, facecolor="white", edgecolor=colour, linewidth=3, zorder=3))
    size = SIZE + 1 if len(text) < 6 else SIZE if len(text) < 7 else SMALL  # noqa: PLR2004
    axes.text(x, y, text, ha="center", va="center", fontsize=size, fontweight="bold", zorder=4)


def _edges(axes: Axes, net: _Net, ends: tuple[float, float], starts: list[float], goals: list[float]) -> None:
    """Draw the weights; their labels stand in one column, at the place where the edges are evenly spread."""
    outputs, inputs = net.weights.shape
    left, right = ends
    crossing = inputs > 1 and outputs > 1
    share = 0.62 if outputs > 1 else 0.42
    if crossing:  # at this share of the way the heights of all edges lie evenly apart
        apart = (starts[0] - starts[1]), (goals[0] - goals[1])
        share = apart[0] / (apart[0] + outputs * apart[1])
        _header(axes, left + share * (right - left), net)
    largest = max(float(np.abs(net.weights).max()), 1e-300)
    for (output, input_), weight in np.ndenumerate(net.weights):
        still = (output, input_) in net.frozen
        start, goal = (left + _RADIUS, starts[input_]), (right - _RADIUS - 2, goals[output])
        line = FancyArrowPatch(
            start,
            goal,
            arrowstyle="-|>,head_length=6,head_width=3",
            shrinkA=0,
            shrinkB=0,
            linewidth=1 + 2.5 * abs(weight) / largest,
            color=SOFT if still else BLUE if weight >= 0 else VERMILLION,
            linestyle="dashed" if still else "solid",
            zorder=1,
        )
        axes.add_patch(line)
        place = (left + share * (right - left), starts[input_] + share * (goals[output] - starts[input_]))
        _edge_label(axes, net, (output, input_), place, bare=crossing)


def _header(axes: Axes, x: float, net: _Net) -> None:
    """Say above the labels what the bare numbers in them are."""
    top = axes.get_ylim()[1] - 14
    axes.text(x, top, "weight", ha="center", va="center", fontsize=SMALL + 0.5, fontweight="bold")
    if net.weight_deltas is not None:
        axes.text(x, top - 15, "weight_delta", ha="center", va="center", fontsize=SMALL, color=DEEP_VERMILLION)


def _edge_label(axes: Axes, net: _Net, edge: tuple[int, int], place: tuple[float, float], *, bare: bool) -> None:
    """Write a weight on its edge, its weight_delta below it; `bare` without their names."""
    still = " (frozen)" if edge in net.frozen else ""
    box = {"boxstyle": "round,pad=0.18", "facecolor": CARD, "edgecolor": "none"}
    x, y = place
    weight = f"{'' if bare else 'weight '}{shown(net.weights[edge])}{still}"
    if net.weight_deltas is None:
        axes.text(x, y, weight, ha="center", va="center", fontsize=SMALL + 0.5, fontweight="bold", bbox=box, zorder=2)
        return
    change = f"{'' if bare else 'weight_delta '}{shown(net.weight_deltas[edge])}"
    axes.text(x, y, "\n".join([weight, change]), ha="center", va="center", fontsize=SMALL, alpha=0, bbox=box, zorder=2)
    axes.text(x, y + 1, weight, ha="center", va="bottom", fontsize=SMALL + 0.5, fontweight="bold", zorder=4)
    axes.text(x, y - 2, change, ha="center", va="top", fontsize=SMALL, color=DEEP_VERMILLION, zorder=4)


def _facts(axes: Axes, net: _Net, index: int, place: tuple[float, float], words: list[str]) -> None:
    """Write beside an output node what is known of it."""
    x, y = place
    lines = [f"{word} {shown(net.known[word][index])}" for word in words]
    if "delta" in words:
        delta = net.known["delta"][index]
        lines[-1] += " too high" if delta > 0 else " too low" if delta < 0 else ""
    top = y + 8.5 * len(lines)
    axes.text(x, top, net.output_names[index], va="center", fontsize=SIZE, fontweight="bold", color=INK)
    for row, line in enumerate(lines, 1):
        axes.text(x, top - 17 * row, line, va="center", fontsize=SMALL, color=INK)


def _in_words(net: _Net) -> str:
    """Return the network as alternative text: every number in it."""
    inputs = ", ".join(f"{name} {said(value)}" for name, value in zip(net.input_names, net.inputs, strict=True))
    parts = [f"Network. Inputs: {inputs}."]
    for output, name in enumerate(net.output_names):
        text = f"{name}: weights {listed(net.weights[output])}"
        text += "".join(f", {word} {said(values[output])}" for word, values in net.known.items())
        if net.weight_deltas is not None:
            text += f", weight_deltas {listed(net.weight_deltas[output])}"
        still = [f"weights[{i}]" for i in range(len(net.inputs)) if (output, i) in net.frozen]
        parts.append(text + (f", frozen: {', '.join(still)}." if still else "."))
    return " ".join(parts)
