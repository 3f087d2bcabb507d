"""How bold a step may be: the path down the bowl for any alpha, input and start; the edge of divergence, once found."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from course_utils import figures
from course_utils.arguments import Floats, learning_rate
from course_utils.figures.validation import bounded
from course_utils.picture import Picture, counted, said
from course_utils.widgets.board import TOO_LARGE, Board, Scene, State
from course_utils.widgets.bowl import ONE_WEIGHT, error_at, step_from
from course_utils.widgets.explore_alpha_layout import MOST_STEPS, VERDICTS, layout
from course_utils.widgets.functions import Functions
from course_utils.widgets.tables import Row

_CURVE = 81  # points of the curve
_FOUND = 1.03  # the edge is found when a settling and a growing alpha are this near to each other
_LEAST_ERROR, _LARGEST_ERROR = 1e-16, 1e16  # what the axis of errors holds
_ZOOMS = (1.25, 2.5, 5.0, 10.0)  # how many first misses the axis of weights holds on each side of the best one
_SAME = 1e-6
_PLACES = np.arange(MOST_STEPS + 1.0)
_HALVES = np.full(1000, 0.5)  # the height of the marks on the line of alphas

STILL, SLIDES, AT_ONCE, ZIGZAG, SWINGS, DIVERGES, UPHILL = range(len(VERDICTS))


@dataclass(frozen=True)
class Tried:
    """The alphas that were tried with one input: those with which the error shrank, and those with which it grew."""

    settled: tuple[float, ...] = ()
    grew: tuple[float, ...] = ()

    def after(self, alpha: float, verdict: int) -> Tried:
        """Return it with one more."""
        if verdict in (SLIDES, AT_ONCE, ZIGZAG):
            return Tried(tuple(sorted({*self.settled, alpha})), self.grew)
        if verdict in (SWINGS, DIVERGES, UPHILL):
            return Tried(self.settled, tuple(sorted({*self.grew, alpha})))
        return self

    @property
    def between(self) -> tuple[float, float] | None:
        """The largest alpha that settles and the smallest that grows, once there are both."""
        return (self.settled[-1], self.grew[0]) if self.settled and self.grew else None

    @property
    def edge(self) -> float | None:
        """The middle of the two, once they are within 3% of each other."""
        if self.between is None:
            return None
        low, high = self.between
        return (low + high) / 2 if high <= low * _FOUND else None


def verdict(errors: Floats, misses: Floats) -> int:
    """Say by number what a path does: `errors` and signed `misses` are those before the first step and after it.

    >>> VERDICTS[verdict(np.array([1.0, 0.25]), np.array([-1.0, -0.5]))]
    'slides down one side'
    >>> VERDICTS[verdict(np.array([1.0, 4.0]), np.array([-1.0, 2.0]))]
    'zigzags, ever higher: it diverges'
    """
    (first, second), (before, after) = errors[:2], misses[:2]
    if not first or before == after:
        return STILL
    if abs(second - first) <= _SAME * first:
        return SWINGS
    if second > first:
        return DIVERGES if before * after < 0 else UPHILL
    if second <= 1e-10 * first:
        return AT_ONCE
    return ZIGZAG if before * after < 0 else SLIDES


def explore_alpha(
    input: float,
    true: float,
    weight: float,
    alpha: float = 0.01,
    *functions: Callable[..., Any],
    **named: Any,
) -> AlphaExplorer:
    """Show the path of learning down the bowl, with sliders for alpha, the input, the first weight and the steps.

    It returns the board; its `state` says where the controls stand. All are single numbers. `functions` are the
    learner's own, as for `bowl`. The alphas that were tried are marked on a line, those that settle and those that
    grow; once two of them are within 3% of each other, so is the edge.

    Raises:
        TypeError: something is not a number, or not a function of one of the names.
        ValueError: a number is not finite or beyond 1e100, or alpha is not above 0.
    """
    board = AlphaExplorer(input, true, weight, alpha, *functions, **named)
    board.show()
    return board


class AlphaExplorer(Board):
    """The board of `explore_alpha`."""

    def __init__(
        self, input: float, true: float, weight: float, alpha: float = 0.01, *functions: Any, **named: Any
    ) -> None:
        start = {
            "alpha": learning_rate(alpha),
            "input": bounded("input", input),
            "weight": bounded("weight", weight),
            "steps": 12.0,
        }
        self.true = bounded("true", true)
        self.tried: dict[float, Tried] = {}
        self._curve: tuple[tuple[Any, ...], Floats] | None = None
        super().__init__(layout(start, self.true), start, Functions(ONE_WEIGHT, functions, named))

    def row(self, state: State) -> Row:
        """Return the path from the first weight on, and the curve, the window and the verdict that go with it."""
        weights, errors = self.path(state)
        input, steps = state["input"], int(state["steps"])
        best = np.nan if input == 0 else self.true / input
        two = weights[:2] if len(weights) > 1 else self.path({**state, "steps": 1.0})[0]
        low, high = window(weights, best)
        first = (
            errors[:2] if len(errors) > 1 else np.array([errors[0], error_at(self.functions, input, self.true, two[1])])
        )
        curve = self.curve(input, (low, high))
        top = 1.08 * float(np.nanmax(curve)) or 1.0
        powers = np.log10(np.clip(errors, _LEAST_ERROR, _LARGEST_ERROR))
        tried = self.tried.get(input, Tried())
        return {
            "alpha": state["alpha"],
            "input": input,
            "weight": state["weight"],
            "steps": steps,
            "weights": padded(weights),
            "errors": padded(errors),
            "powers": padded(powers),
            "last_weight": weights[-1],
            "last_error": errors[-1],
            "best": best,
            "curve": curve,
            "low": low,
            "high": high,
            "bottom": -0.06 * top,
            "top": top,
            "power_low": min(-4.0, math.floor(powers.min())),
            "power_high": max(1.0, math.ceil(powers.max())),
            "share": state["alpha"] * input**2,
            "verdict": verdict(first, two - best if input else np.zeros(2)),
            "places": _PLACES,
            "ones": _HALVES,
            "settled": np.array(tried.settled),
            "grew": np.array(tried.grew),
            "edge": np.nan if tried.edge is None else tried.edge,
        }

    def table_row(self, state: State) -> Row:
        """Return the row without the alphas that were tried: those change while the hand moves."""
        return {name: column for name, column in self.row(state).items() if name not in ("settled", "grew", "edge")}

    def path(self, state: State) -> tuple[Floats, Floats]:
        """Return the weights and errors from the first weight on, one more than there are steps; fewer beyond 1e100."""
        weights = [state["weight"]]
        errors = []
        for _ in range(int(state["steps"])):
            step = step_from(self.functions, state["input"], self.true, weights[-1], state["alpha"])
            errors.append(step.error)
            if not abs(step.new_weight) < TOO_LARGE:
                return np.array(weights), np.array(errors)
            weights.append(step.new_weight)
        errors.append(error_at(self.functions, state["input"], self.true, weights[-1]))
        return np.array(weights), np.array(errors)

    def curve(self, input: float, span: tuple[float, float]) -> Floats:
        """Return the error at 81 weights over `span`, worked out once as long as nothing changes."""
        key = (input, span, *self.functions.current().values())
        if self._curve is None or self._curve[0] != key:
            weights = np.linspace(*span, _CURVE)
            errors = [error_at(self.functions, input, self.true, float(weight)) for weight in weights]
            self._curve = (key, np.array(errors))
        return self._curve[1]

    def scene(self, state: State, row: Row) -> Scene:
        """Return the path in words, and how far the search for the edge is."""
        what = VERDICTS[int(number(row, "verdict"))]
        share = said(number(row, "share"))
        words = (
            f"With alpha {said(state['alpha'])} and input {said(state['input'])} the weight {what}. "
            f"One step removes {share} times the miss. After {counted(int(state['steps']), 'step')} from weight "
            f"{said(state['weight'])}: weight {said(number(row, 'last_weight'))}, error {said(number(row, 'last_error'))}."
        )
        off = ["one", "ten", "run"] if state["steps"] >= MOST_STEPS else []
        return Scene(words, search(self.tried.get(state["input"], Tried())), off)

    def still(self) -> Picture:
        """Return the path down the bowl at the start."""
        weights, _ = self.path(self.start) if self.trouble is None else (np.array([self.start["weight"]]), None)
        return figures.error_path(self.start["input"], self.true, weights.tolist())

    def moved(self, names: tuple[str, ...]) -> None:
        """Note what becomes of this alpha."""
        self.stop()
        if "alpha" in names:
            self.note(self.state["alpha"])

    def passed(self, place: State) -> None:
        """Note what became of an alpha on the way."""
        if "alpha" in place:
            self.note(place["alpha"])

    def note(self, alpha: float) -> None:
        """Keep an alpha among those that were tried with the present input."""
        weights, errors = self.path({**self.state, "alpha": alpha, "steps": 1.0})
        input = self.state["input"]
        if input and len(weights) == len(errors) > 1:
            what = verdict(errors, weights - self.true / input)
            self.tried[input] = self.tried.get(input, Tried()).after(alpha, what)

    def press(self, button: str, guesses: dict[str, str | None]) -> None:
        """Go one step or ten further, or back to the start; the alphas that were tried are forgotten then."""
        del guesses
        if button == "reset":
            self.state, self.tried = dict(self.start), {}
            return
        self.state["steps"] = min(MOST_STEPS, self.state["steps"] + (10 if button == "ten" else 1))
        self.note(self.state["alpha"])

    def run(self, *, calm: bool) -> None:
        """Show the path from its beginning, a step at a time."""
        if not self.running:
            self.state["steps"] = 0.0
        super().run(calm=calm)

    def step(self) -> bool:
        """Go one step further; False at the end."""
        self.state["steps"] += 1
        return self.state["steps"] < MOST_STEPS


def window(weights: Floats, best: float) -> tuple[float, float]:
    """Return the part of the weight's axis that holds the path; a wild one only as far as ten first misses."""
    if math.isnan(best):
        return float(weights[0]) - 1, float(weights[0]) + 1
    miss = max(abs(float(weights[0]) - best), 0.05 * abs(best), 1e-9)
    reach = float(np.abs(weights - best).max())
    far = miss * next((zoom for zoom in _ZOOMS if reach <= zoom * miss), _ZOOMS[-1])
    return best - far, best + far


def padded(values: Floats) -> Floats:
    """Return `values` with NaN behind, so that every path has as many."""
    return np.concatenate([values, np.full(MOST_STEPS + 1 - len(values), np.nan)])


def search(tried: Tried) -> str:
    """Say how far the search for the edge is."""
    if tried.edge is not None:
        low, high = (said(alpha) for alpha in (tried.settled[-1], tried.grew[0]))
        return f"<b>Edge found</b>, between {low} and {high}: the error shrinks below it and grows above it."
    if tried.between is not None:
        low, high = (said(alpha) for alpha in tried.between)
        return f"It settles at alpha {low} and not at {high}: the edge lies between. Close in on it."
    if tried.grew:
        return f"It doesn't settle at alpha {said(tried.grew[0])}. Look for an alpha with which it does."
    return "" if not tried.settled else f"It settles at alpha {said(tried.settled[-1])}. How large may alpha be?"


def number(row: Row, name: str) -> float:
    """Return a column's first number."""
    return float(np.ravel(row[name])[0])
