"""`draw_digit`: draw by hand, and see at once what a network says to it, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets
import numpy as np
from IPython import get_ipython
from numpy.typing import ArrayLike, NDArray

from course_utils import figures, mnist
from course_utils.arguments import Floats, array, described, number
from course_utils.figures.reading import reading
from course_utils.picture import Picture, counted, said
from course_utils.training import KINDS, PIXELS
from course_utils.widgets.board import Board, Layout, Scene, State
from course_utils.widgets.centring import SIDE, centred
from course_utils.widgets.contribution import best_of, contribution, scores_in_words, ten_scores
from course_utils.widgets.digit_layout import pair_layout, ten_layout
from course_utils.widgets.functions import Functions
from course_utils.widgets.outcome import call
from course_utils.widgets.pad import HINT, Square, decoded
from course_utils.widgets.reading_material import TEN_OUTPUTS
from course_utils.widgets.sheet import publish_sheet
from course_utils.widgets.tables import Row

ONE_OUTPUT: dict[str, Callable[..., Any]] = {
    "linear1": lambda xb, weights, bias: xb @ weights + bias,
    "sigmoid": lambda x: np.exp(-np.logaddexp(0, -np.asarray(x, dtype=float))),
}
"""The course's own, for what the learner gives no function of his own."""
_EXAMPLES = 300  # digits by which the axis of the scores is chosen
_CURVE = 81  # points


def draw_digit(
    weights: ArrayLike, *functions: Callable[..., Any], bias: float | None = None, **named: Any
) -> DigitBoard:
    """Show a square to draw a digit in, and beside it what the network says to it; return the board.

    With `weights` `(10, 784)` it says ten scores, with `(784,)` one: above the threshold a three, below it a seven, and
    `bias` (0 if left out) is where its slider begins. `functions` are the learner's own `neural_network` (ten scores), or
    `linear1` and `sigmoid` (one), or given as `name=function`. The board's `image` is what is drawn, `(28, 28)` uint8,
    centred as MNIST's digits, and its `kept` is a list of the drawings for which one pressed Keep.

    Raises:
        TypeError: something isn't made of numbers, or isn't a function of one of these names.
        ValueError: weights of another shape, nan or inf in them, a bias beside ten outputs.
    """
    board = digit_board(weights, functions, named, bias)
    board.show()
    return board


def digit_board(
    weights: ArrayLike, functions: tuple[Any, ...], named: Mapping[str, Any], bias: float | None = None
) -> DigitBoard:
    """Return the board for ten outputs or for one, by the shape of `weights`; raises as `draw_digit` does."""
    shape = np.shape(weights)
    if shape == (PIXELS,):
        first = 0.0 if bias is None else number("bias", bias.item() if isinstance(bias, np.ndarray) else bias)
        return ThreeOrSeven(array("weights", weights, shape=shape), first, Functions(ONE_OUTPUT, functions, named))
    if shape != (KINDS, PIXELS):
        msg = f"weights: expected (10, 784) or (784,) numbers, found {described(weights)}. Pass those of a trained network."
        raise ValueError(msg)
    if bias is not None:
        msg = f"bias: expected none beside ten outputs, found {described(bias)}. Leave it out."
        raise ValueError(msg)
    ten = {"neural_network": TEN_OUTPUTS["neural_network"]}
    return TenScores(array("weights", weights, shape=shape), Functions(ten, functions, named))


class DigitBoard(Board):
    """A square to draw in with the picture of what the network says beside it; its two kinds are below."""

    def __init__(self, weights: Floats, layout: Layout, state: State, functions: Functions) -> None:
        self.weights, self.kept = weights.copy(), list[NDArray[np.uint8]]()
        self.square = Square()
        self._image = np.zeros((SIDE, SIDE), dtype=np.uint8)
        self._pixels: Floats = np.zeros(PIXELS)
        super().__init__(layout, state, functions)
        self.square.observe(lambda _: self.drawn(), "drawing")
        self.sheet.layout.min_width = "0"
        self.sheet.layout.flex = "1 1 520px"  # where there is less room it goes below the square
        self.box = ipywidgets.HBox(
            [self.square, self.sheet], layout={"flex_flow": "row wrap", "align_items": "flex-start", "grid_gap": "20px"}
        )

    @property
    def image(self) -> NDArray[np.uint8]:
        """What is drawn, `(28, 28)` uint8, 0 for paper to 255 for ink, centred as MNIST's digits; the caller's own."""
        return self._image.copy()

    @property
    def blank(self) -> bool:
        """Whether nothing is drawn."""
        return not self._image.any()

    def clear(self) -> None:
        """Wipe the square; what was kept stays."""
        self.square.drawing = b""

    def show(self) -> None:
        """Put the square and the picture below the cell that runs now, unless they are there already."""
        cell = getattr(get_ipython(), "execution_count", None)
        if cell is None or cell != self._shown_by:
            self._shown_by = cell
            publish_sheet(self.sheet, self.still(), self.box)

    def drawn(self) -> None:
        """Take notice of what the page sent, and show what the network says to it."""
        called = call(lambda: centred(decoded(self.square.drawing)))
        if called.trouble is None:
            self._image, self._pixels = called.result, called.result.reshape(PIXELS) / 255
            self.square.seen = self._image.tobytes()
        self.changed(called.trouble)

    def press(self, button: str, guesses: dict[str, str | None]) -> None:
        """Keep a copy of the drawing, forget all that were kept, or put the controls back."""
        if button == "keep":
            if not self.blank:
                self.kept.append(self.image)
        elif button == "forget":
            self.kept.clear()
        else:
            super().press(button, guesses)

    def scene(self, state: State, row: Row) -> Scene:
        """Return how much ink there is and what the network says, and how many drawings were kept."""
        ink = HINT if self.blank else f"Ink in {counted(int(np.count_nonzero(self._image)), 'pixel')}"
        off = [name for name, nothing in (("keep", self.blank), ("forget", not self.kept)) if nothing]
        note = (
            f"Kept: {counted(len(self.kept), 'drawing')}, the newest last, in the list <code>kept</code>."
            if self.kept
            else ""
        )
        return Scene(f"{ink}{'' if self.blank else '; '}{self.verdict(state, row)}", note, off)

    def verdict(self, state: State, row: Row) -> str:
        """Return in words what the network says."""
        raise NotImplementedError


class TenScores(DigitBoard):
    """The board for ten outputs."""

    def __init__(self, weights: Floats, functions: Functions) -> None:
        few = mnist.load(_EXAMPLES)
        self.examples = few.x_train.reshape(-1, PIXELS) / 255, few.y_train
        scores = self.examples[0] @ weights.T
        self.span = float(scores.min(initial=0.0)), float(scores.max(initial=0.0)) or 1.0
        super().__init__(weights, ten_layout(), {"digit": 0}, functions)

    def row(self, state: State) -> Row:
        """Return the ten scores of the drawing, and pixel times weight for the largest, or for the chosen digit."""
        scores = self.functions.numbers("neural_network", (KINDS,), self._pixels, self.weights)
        found = dict(ten_scores(scores, blank=self.blank))
        chosen = round(state["digit"]) - 1 if state["digit"] else best_of(scores)
        found["lowest"] = min(self.span[0], float(np.min(scores, where=np.isfinite(scores), initial=0.0)))
        found["highest"] = max(self.span[1], float(np.max(scores, where=np.isfinite(scores), initial=0.0)))
        shows = int(not self.blank or state["digit"] > 0)
        return {**state, **found, "chosen": chosen, "shows": shows, **contribution(self._pixels, self.weights[chosen])}

    def verdict(self, state: State, row: Row) -> str:
        """Return the ten scores and the best."""
        del state
        return "" if self.blank else f"scores: {scores_in_words(np.asarray(row['scores'], dtype=float))}."

    def still(self) -> Picture:
        """Return a digit of MNIST with its scores, since a still picture can't be drawn on."""
        images, labels = self.examples
        return reading(
            self.weights, images[7], int(labels[7]), title="In JupyterLab one can draw here. A digit of MNIST"
        )


class ThreeOrSeven(DigitBoard):
    """The board for one output: a three above the threshold, a seven below."""

    def __init__(self, weights: Floats, bias: float, functions: Functions) -> None:
        few = mnist.load(_EXAMPLES, digits=(3, 7))
        self.examples = few.x_train.reshape(-1, PIXELS) / 255
        self.span = 1.2 * float(np.abs(self.examples @ weights + bias).max()) or 1.0
        self._curve: tuple[Any, Floats] | None = None
        super().__init__(weights, pair_layout(self.span, bias), {"threshold": 0.0, "bias": bias}, functions)

    def row(self, state: State) -> Row:
        """Return the score of the drawing, its sigmoid, on which side of the threshold it is, and pixel times weight."""
        (score,) = self.functions.numbers("linear1", (1,), self._pixels[None], self.weights, state["bias"])
        sure = self.functions.number("sigmoid", score)
        return {
            **state,
            "score": score,
            "sure": sure,
            "side": int(score > state["threshold"]) if score != state["threshold"] else 2,
            "low": -self.span,
            "high": self.span,
            "curve": self._sigmoid(),
            **contribution(self._pixels, self.weights),
        }

    def _sigmoid(self) -> Floats:
        """Return the sigmoid over the axis, worked out once as long as the function stays the same."""
        function = self.functions.current()["sigmoid"]
        if self._curve is None or self._curve[0] is not function:
            scores = np.linspace(-self.span, self.span, _CURVE)
            self._curve = (function, np.array([self.functions.number("sigmoid", float(score)) for score in scores]))
        return self._curve[1]

    def verdict(self, state: State, row: Row) -> str:
        """Return the score and what it is called."""
        score, sure = (float(np.ravel(row[name])[0]) for name in ("score", "sure"))
        called = ("seven", "three", "neither: just on the threshold")[int(np.ravel(row["side"])[0])]
        return (
            f"{' Of an empty sheet the ' if self.blank else ''}score {said(score)}, threshold {said(state['threshold'])}, "
            f"bias {said(state['bias'])}: {called}; sigmoid {said(sure)}."
        )

    def still(self) -> Picture:
        """Return a digit of MNIST with its score, since a still picture can't be drawn on."""
        image = self.examples[0]
        score = float(image @ self.weights + self.start["bias"])
        title = f"In JupyterLab one can draw here. A digit of MNIST: score {said(score)}, {'three' if score > 0 else 'seven'}"
        return figures.pixel_products(image, self.weights, title=title)
