"""`watch_training`: ten outputs learn to read digits while one watches."""

from __future__ import annotations

import asyncio
import math
import time
import weakref
from collections.abc import Callable
from typing import Any

import numpy as np
from IPython import get_ipython
from numpy.typing import ArrayLike

from course_utils import training
from course_utils.arguments import Floats
from course_utils.figures.digits import reach
from course_utils.figures.reading import reading
from course_utils.picture import Picture, said
from course_utils.training import KINDS
from course_utils.widgets.board import Board, Scene, State, started
from course_utils.widgets.contribution import best_of, contribution, pixel_bytes, scores_in_words, ten_scores
from course_utils.widgets.outcome import call
from course_utils.widgets.reading_layout import PACES, layout
from course_utils.widgets.reading_material import Material, material
from course_utils.widgets.tables import Row

_CHUNK, _PAUSE = 0.05, 0.005  # seconds of learning at a stretch, and between two for everything else
_LOOK, _CALM_LOOK = 0.12, 1.0  # seconds from one drawing to the next
_LOOKS = 40  # an epoch should have about so many
_STILL = 1000  # images
_LOST = "The weights have grown beyond all bounds: with this alpha each step overshoots. Press Reset, and choose a smaller alpha."


def watch_training(
    images: ArrayLike, labels: ArrayLike, *functions: Callable[..., Any],
    test_images: ArrayLike | None = None, test_labels: ArrayLike | None = None,
    alpha: float | None = None, weights: ArrayLike | None = None, epochs: int = 3, batch: int | None = None, **named: Any,
) -> Reading:  # fmt: skip
    """Show ten outputs learning to read, with their weights as images; return the board, whose `weights` are those of now.

    `images` are `(n, 784)` from 0 to 1 or `(n, 28, 28)` bytes, `labels` `(n,)` from 0 to 9, the test ones alike; `weights`
    `(10, 784)` are where it begins, zeros if left out. `functions` are the learner's own `train_step`, `neural_network` and
    `accuracy`, or given as `name=function`. With a `train_step` the images are learned one by one (alpha 0.001 if left out);
    else in batches of `batch` = 100, each moving the weights once, by the mean of its images (alpha 0.01).

    Raises:
        TypeError: something isn't made of numbers, or isn't a function of one of these names.
        ValueError: shapes or numbers of images and labels don't fit, alpha isn't above 0, fewer than 1 epoch.
    """
    board = Reading(material(
        images, labels, functions, named, test_images=test_images, test_labels=test_labels,
        alpha=alpha, weights=weights, epochs=epochs, batch=batch,
    ))  # fmt: skip
    board.show()
    return board


class Reading(Board):
    """The board of `watch_training`."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.training = material.begun()
        self.before: Floats = np.full((1, 5), np.nan)  # the curve of the run before this one
        self.calm = False
        self._words: tuple[int, str] = (-1, "")
        steps = len(material.images) / material.size / _LOOKS
        pace = max((place for place, wide in enumerate(PACES) if 0 < wide <= max(steps, 1)), default=0)
        state: State = {"pace": pace, "alpha": material.alpha, "own": 0, "image": 0, "digit": 0}
        unit = "image" if material.size == 1 else "batch"
        self.kind = "training image" if material.tests is None else "test image"
        picks, tested = len(material.picks[0]), material.tests is not None
        super().__init__(layout(unit, self.kind, picks, material.alpha, tested=tested), state, material.functions)
        self._only_one_in_its_cell()

    @property
    def weights(self) -> Floats:
        """The weights `(10, 784)` as they are now, the caller's own."""
        return self.training.weights.copy()

    @property
    def goal(self) -> int:
        """How many images it sees in all."""
        return self.material.epochs * len(self.material.images)

    @property
    def gap(self) -> float:
        """Seconds from one drawing to the next while it learns."""
        return _CALM_LOOK if self.calm else _LOOK

    # What the page shows --------------------------------------------------------------------------------------------

    def row(self, state: State) -> Row:
        """Return the weights, the curves so far, and what the network says to the picked image."""
        now = self.training
        if not now.curve:
            self._measure()
        image, label = (part[round(state["image"])] for part in self.material.picks)
        scores = self.functions.numbers("neural_network", (KINDS,), image, now.weights)
        chosen = round(state["digit"]) - 1 if state["digit"] else best_of(scores)
        rows = np.nan_to_num(now.weights)
        largest = [reach(row) for row in rows] if state["own"] else reach(rows)
        curve = np.array(now.curve)
        errors = curve[:, 2:5:2]
        return {
            "seen": now.seen,
            "goal": self.goal,
            "share": now.seen / self.goal,
            "epoch": max(math.ceil(now.seen / len(self.material.images)), 1),
            "epochs": self.material.epochs,
            "weights": pixel_bytes(rows, largest),
            **dict(zip(("at", "accuracy", "error", "test_accuracy", "test_error"), curve.T, strict=True)),
            "before_at": self.before[:, 0],
            "before": self.before[:, 3 if self.material.tests else 1],
            "again": float(np.isfinite(self.before).any()),
            "axis": _rounded_up(max(now.seen, 10), self.goal),
            "error_top": 1.08 * max(float(np.max(errors, where=np.isfinite(errors), initial=0.0)), 0.5),
            "pick": round(state["image"]),
            **ten_scores(scores, int(label)),
            "chosen": chosen,
            **contribution(image, now.weights[chosen]),
            **state,
        }

    def scene(self, state: State, row: Row) -> Scene:
        """Return the numbers in words; while it learns they change only from tenth to tenth, for those who hear them."""
        at, accuracy, error, test_accuracy, _ = self.training.curve[-1]
        pick = round(state["image"])
        measured = f"accuracy {accuracy:.3f} on images it learned from"
        if self.material.tests is not None:
            measured += f", {test_accuracy:.3f} on test images"
        words = (
            f"{self.training.seen} of {self.goal} images seen; after {said(at)}: {measured}; error {said(error)}. "
            f"Ten weight images, bright for, dark against. {self.kind.capitalize()} {pick}, "
            f"a {self.material.picks[1][pick]}; scores: {scores_in_words(np.asarray(row['scores'], dtype=float))}."
        )
        if self.running:
            tenth = 10 * self.training.seen // self.goal
            self._words = self._words if self._words[0] == tenth else (tenth, f"It learns. {words}")
            return Scene(self._words[1])
        self._words = (-1, "")
        over = self.training.seen >= self.goal or self.training.lost
        note = _LOST if self.training.lost else f"After {said(at)} images: {measured}.{self._before_in_words()}"
        return Scene(words, note, ["run", "one", "epoch"] if over else [])

    def _before_in_words(self) -> str:
        seen, known, _, new, _ = self.before[-1]
        right = known if self.material.tests is None else new
        return f" The run before: {right:.3f} after {said(seen)}." if np.isfinite(right) else ""

    def still(self) -> Picture:
        """Return what the first 1,000 images teach, for where nothing can be pressed."""
        learning, step = self.material.begun(_STILL), self.material.step()
        few, alpha = len(learning.images), self.material.alpha
        while learning.seen < few and call(lambda: learning.advance(step, alpha, few, 1.0)).trouble is None:
            pass
        title = f"after {learning.seen} images"
        image, label = (part[0] for part in self.material.picks)
        return reading(np.nan_to_num(learning.weights, posinf=0, neginf=0), image, int(label), title=title)

    # Learning -------------------------------------------------------------------------------------------------------

    def _advance(self, until: int) -> None:
        """Learn for up to 50 ms; measure where a point of the curve is due, and at the end."""
        self.training.advance(self.material.step(), self.state["alpha"], until, _CHUNK)
        if self.training.due or self.training.seen >= until:
            self._measure()

    def _measure(self) -> None:
        now, mine = self.training, "accuracy" in self.functions.mine
        point: list[float] = [now.seen]
        for part in (self.material.sample, self.material.tests):
            right, error = (math.nan, math.nan) if part is None else training.measured(*part, now.weights)
            if mine and part is not None:
                right = self.functions.number("accuracy", *part, now.weights)
            point += [right, error]
        here = len(now.curve) - 1 if now.curve and now.curve[-1][0] == now.seen else len(now.curve)
        now.curve[here:] = [tuple(point)]  # at one go: what draws it may run in another thread

    def run(self, *, calm: bool) -> None:
        """Start to learn until the last epoch is over, or stop; `calm` (reduced motion) draws once a second only."""
        self.calm = calm
        if self.running:
            self.stop()
            self.redraw(call(self._measure).trouble)
        else:
            self._learn(self.goal)

    def _learn(self, until: int) -> None:
        self.failed = None
        self._running = started(self._looks(until), self._ended)

    async def _looks(self, until: int) -> None:
        """Learn in chunks, so that all else in the notebook goes on, and draw after each look."""
        while self.training.seen < until and not self.training.lost:
            began, gap = time.perf_counter(), self.gap
            wide = PACES[round(self.state["pace"])] * self.material.size
            end = min(until, self.training.seen + wide) if wide else until
            while self.training.seen < end and time.perf_counter() - began < gap:
                self.failed = call(self._advance, end).trouble
                if self.failed is not None:
                    return
                await asyncio.sleep(_PAUSE)
            self.redraw()
            if wide:
                await asyncio.sleep(max(_PAUSE, began + gap - time.perf_counter()))

    def press(self, button: str, guesses: dict[str, str | None]) -> None:
        """Learn from one batch (or image) or to the end of an epoch, or go back to the first weights."""
        del guesses
        if button == "reset":
            if len(self.training.curve) > 1:
                self.before = np.array(self.training.curve)
            self.training = self.material.begun()
        elif button == "one":
            self._advance(min(self.training.seen + self.material.size, self.goal))
        elif button == "epoch":
            self._learn(
                min((self.training.seen // len(self.material.images) + 1) * len(self.material.images), self.goal)
            )

    # Looking at images while it learns ------------------------------------------------------------------------------

    def _heard(self, message: dict[str, Any]) -> None:
        button = message.get("button")
        if button in ("previous", "next", "mistake"):
            self.redraw(call(self._turn, button).trouble)
            return
        self.calm = bool(message.get("calm", self.calm))
        super()._heard(message)

    def _turn(self, button: str) -> None:
        """Pick the image before, the one after, or the next one that is read wrongly, in a circle."""
        how_many, pick = len(self.material.picks[0]), round(self.state["image"])
        places = [(pick + far) % how_many for far in range(1, how_many + 1)]
        if button == "mistake":
            right = (place for place in places if self._said_to(place) != self.material.picks[1][place])
            self.state["image"] = next(right, pick)
        else:
            self.state["image"] = places[0 if button == "next" else -2]

    def _only_one_in_its_cell(self) -> None:
        """Stop what an earlier run of the same cell left learning, since nobody sees it any more."""
        kernel = getattr(get_ipython(), "kernel", None)
        cell = None if kernel is None else kernel.get_parent("shell").get("metadata", {}).get("cellId")
        if cell is not None:
            earlier = _by_cell.get(cell)
            if earlier is not None:
                earlier.stop()
            _by_cell[cell] = self

    def _said_to(self, place: int) -> int:
        return best_of(
            self.functions.numbers("neural_network", (KINDS,), self.material.picks[0][place], self.training.weights)
        )


def _rounded_up(seen: int, most: int) -> int:
    """Return the end of the axis: the next of 10, 20, 50, 100, ... that holds `seen`, at most all."""
    power = 10 ** (len(str(seen)) - 1)
    return min(most, next(factor * power for factor in (1, 2, 5, 10) if seen <= factor * power))


_by_cell: weakref.WeakValueDictionary[str, Reading] = weakref.WeakValueDictionary()
