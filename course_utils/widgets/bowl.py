"""The bowl: drag a weight along its error curve, and say beforehand where the next step will lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from course_utils import figures
from course_utils.arguments import Floats, learning_rate
from course_utils.figures.validation import bounded
from course_utils.picture import Picture, counted, said
from course_utils.widgets.board import TOO_LARGE, Board, Scene, State
from course_utils.widgets.bowl_layout import DOWN, PAST, SHORT, STEPS, UP, layout
from course_utils.widgets.functions import Functions
from course_utils.widgets.tables import Row

ONE_WEIGHT: dict[str, Callable[..., Any]] = {
    "neural_network": lambda input, weight: input * weight,
    "compute_error": lambda pred, true: (pred - true) ** 2,
    "compute_delta": lambda pred, true: pred - true,
    "compute_weight_delta": lambda input, delta: input * delta,
    "update_weight": lambda weight, weight_delta, alpha: weight - alpha * weight_delta,
}
"""The course's own arithmetic, for what the learner gives no function of his own."""
_CURVE = 81  # points of the curve
_MOST_STEPS = 200
_SETTLED = 1e-12  # an error below this is the bottom


@dataclass(frozen=True)
class Step:
    """What one step of learning needs and gives, each one number."""

    pred: float
    error: float
    delta: float
    weight_delta: float
    new_weight: float


def step_from(functions: Functions, input: float, true: float, weight: float, alpha: float | None) -> Step:
    """Return one step of learning from `weight`, by the learner's functions; without an `alpha` the weight stays.

    Raises what they raise.
    """
    pred = functions.number("neural_network", input, weight)
    error = functions.number("compute_error", pred, true)
    delta = functions.number("compute_delta", pred, true)
    weight_delta = functions.number("compute_weight_delta", input, delta)
    new_weight = weight if alpha is None else functions.number("update_weight", weight, weight_delta, alpha)
    return Step(pred, error, delta, weight_delta, new_weight)


def error_at(functions: Functions, input: float, true: float, weight: float) -> float:
    """Return the error with `weight`, by the learner's functions."""
    return functions.number("compute_error", functions.number("neural_network", input, weight), true)


def landing(weight: float, new_weight: float, best: float | None) -> tuple[str, str]:
    """Say which way a step went and where it landed: `("up", "past the bottom")`.

    >>> landing(0.1, 0.11275, 1 / 8.5), landing(0.1, 0.13, 1 / 8.5), landing(0.1, 0.1, 0.1)
    (('up', 'short of the bottom'), ('up', 'past the bottom'), ('nowhere', 'at the bottom'))
    """
    way = UP if new_weight > weight else DOWN if new_weight < weight else "nowhere"
    if best is None:
        return way, "on flat ground"
    if abs(new_weight - best) <= 1e-9 * max(abs(best), abs(weight - best)):
        return way, "at the bottom"
    return way, PAST if (new_weight - best) * (weight - best) < 0 else SHORT


@dataclass(frozen=True)
class Tally:
    """How many guesses were made, and how many of them were right."""

    right: int = 0
    made: int = 0
    running: int = field(default=0, compare=False)  # how many right ones without a wrong one since

    def after(self, guesses: dict[str, str | None], way: str, where: str) -> tuple[Tally, str]:
        """Return the tally with one guess more, and the sentence about it."""
        said_way, said_where = guesses.get("way"), guesses.get("landing")
        right = said_way == way and where in (said_where, "at the bottom")
        tally = Tally(self.right + right, self.made + 1, self.running + 1 if right else 0)
        verdict = "Right." if right else "Not so."
        told = f"{verdict} You said {said_way}, {said_where}; it went {way} and landed {where}."
        row = f", {tally.running} in a row" if tally.running > 1 else ""
        return tally, f"{told} Guesses right so far: {tally.right} of {tally.made}{row}."


def bowl(
    input: float,
    true: float,
    weight: float,
    alpha: float | None = None,
    *functions: Callable[..., Any],
    ahead: bool = True,
    **named: Any,
) -> Bowl:
    """Show the error over all weights as a bowl with a dot to drag, and return it; its `state` says where the dot is.

    `input`, `true`, `weight` and `alpha` are single numbers; with an `alpha` there are buttons that take steps of
    learning, each after a guess, and, if `ahead`, the arrow of the next step. `functions` are the learner's own, known by their names
    (`neural_network`, `compute_error`, `compute_delta`, `compute_weight_delta`, `update_weight`), or given as
    `name=function`; the picture shows what they return, and a card with what they raise.

    Raises:
        TypeError: something is not a number, or not a function of one of these names.
        ValueError: a number is not finite or beyond 1e100, or alpha is not above 0.
    """
    board = Bowl(input, true, weight, alpha, *functions, ahead=ahead, **named)
    board.show()
    return board


class Bowl(Board):
    """The board of `bowl`."""

    def __init__(
        self,
        input: float,
        true: float,
        weight: float,
        alpha: float | None = None,
        *functions: Any,
        ahead: bool = True,
        **named: Any,
    ) -> None:
        self.input, self.true = bounded("input", input), bounded("true", true)
        self.alpha = None if alpha is None else learning_rate(alpha)
        self.ahead = ahead and alpha is not None
        weight = bounded("weight", weight)
        self.best = None if self.input == 0 else self.true / self.input
        self.span = around(self.best, weight)
        self.tally, self.told = Tally(), ""
        self.path: tuple[float, ...] = (weight,)
        self._curve: tuple[tuple[Any, ...], Floats] | None = None
        super().__init__(
            layout(self.span, steps=alpha is not None, ahead=self.ahead),
            {"weight": weight},
            Functions(ONE_WEIGHT, functions, named),
        )

    def row(self, state: State) -> Row:
        """Return the numbers at one weight, the curve around it and the way so far."""
        weight = state["weight"]
        now = step_from(self.functions, self.input, self.true, weight, self.alpha)
        after = np.nan if self.alpha is None else error_at(self.functions, self.input, self.true, now.new_weight)
        span = (min(self.span[0], weight), max(self.span[1], weight))
        curve = self.curve(span)
        top = 1.08 * max(float(np.nanmax(curve, initial=0.0)), now.error) or 1.0
        return {
            **vars(now),
            "weight": weight,
            "slope": 2 * now.weight_delta,
            "new_error": after,
            "best": np.nan if self.best is None else self.best,
            "curve": curve,
            "low": span[0],
            "high": span[1],
            "bottom": -0.06 * top,
            "top": top,
            "path_weights": self._path[0],
            "path_errors": self._path[1],
        }

    def table_row(self, state: State) -> Row:
        """Return the row for a place where the hand may put the dot: a new path begins there."""
        row = self.row(state)
        return {**row, "path_weights": state["weight"], "path_errors": row["error"]}

    @property
    def _path(self) -> tuple[Floats, Floats]:
        if getattr(self, "_path_of", None) != self.path:
            errors = [error_at(self.functions, self.input, self.true, weight) for weight in self.path]
            self._path_of, self._path_is = self.path, (np.array(self.path), np.array(errors))
        return self._path_is

    def curve(self, span: tuple[float, float]) -> Floats:
        """Return the error at 81 weights over `span`, worked out once as long as the functions stay the same."""
        key = (span, *self.functions.current().values())
        if self._curve is None or self._curve[0] != key:
            weights = np.linspace(*span, _CURVE)
            errors = [error_at(self.functions, self.input, self.true, float(weight)) for weight in weights]
            self._curve = (key, np.array(errors))
        return self._curve[1]

    def scene(self, state: State, row: Row) -> Scene:
        """Return the numbers in words, and what came of the last guess."""
        del state
        names = ["weight", "pred", "error", "delta", "weight_delta", *(["new_weight"] if self.ahead else [])]
        numbers = {name: said(float(np.ravel(row[name])[0])) for name in names}
        words = ", ".join(f"{name} {value}" for name, value in numbers.items())
        taken = len(self.path) - 1
        bottom = "the curve is flat" if self.best is None else f"the bottom is at weight {said(self.best)}"
        off = [button.name for button in STEPS] if taken >= _MOST_STEPS else []
        steps = f" {counted(taken, 'step')} taken." if taken else ""
        return Scene(f"Error curve with the dot at {words}; {bottom}.{steps}", self.told or steps.strip(), off)

    def still(self) -> Picture:
        """Return the bowl with the first step."""
        alpha = self.alpha if self.ahead else None
        return figures.error_curve(self.input, self.true, self.start["weight"], alpha=alpha, span=self.span)

    def moved(self, names: tuple[str, ...]) -> None:
        """Begin a new path where the hand left the dot."""
        del names
        self.stop()
        self.path, self.told = (self.state["weight"],), ""

    def press(self, button: str, guesses: dict[str, str | None]) -> None:
        """Take one step (and mark the guess), or ten; or go back to the start."""
        if button == "reset":
            self.state, self.tally, self.told = dict(self.start), Tally(), ""
            self.path = (self.start["weight"],)
            return
        before, self.told = self.state["weight"], ""
        for _ in range(10 if button == "ten" else 1):
            self.step()
        if button == "one":
            self.tally, self.told = self.tally.after(guesses, *landing(before, self.state["weight"], self.best))

    def step(self) -> bool:
        """Take one step; False at the bottom, after 200 steps, and where the numbers leave all bounds."""
        now = step_from(self.functions, self.input, self.true, self.state["weight"], self.alpha)
        if len(self.path) > _MOST_STEPS or now.error < _SETTLED or not abs(now.new_weight) < TOO_LARGE:
            return False
        self.state["weight"] = now.new_weight
        self.path = (*self.path, now.new_weight)
        return True


def around(best: float | None, weight: float) -> tuple[float, float]:
    """Return the part of the weight's axis to show: the best weight in the middle, `weight` well inside."""
    if best is None:
        return weight - 1, weight + 1
    far = max(1.6 * abs(weight - best), abs(best), 0.01)
    return best - far, best + far
