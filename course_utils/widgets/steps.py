"""`stepper`: learning one step at a time, by hand."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import ipywidgets

from course_utils.arguments import count, described
from course_utils.widgets.outcome import attempt, call, trouble_card
from course_utils.widgets.screen import Screen, publish

NO_NEW_STATE = "The step gave `None` instead of the next state. A function gives back what stands after `return`."


@dataclass(frozen=True)
class Walk:
    """The states since the start, in order, and the sentence that says why the last step failed (None if it didn't)."""

    history: tuple[Any, ...]
    trouble: str | None = None


def walked(step: Callable[[Any], Any], history: tuple[Any, ...], steps: int, most: int) -> Walk:
    """Return `history` and up to `steps` states more, `most` steps in all; it ends early where `step` fails.

    `step` gets a copy of the last state, so that a step that changes its argument can't rewrite the history.
    """
    for _ in range(min(steps, most - (len(history) - 1))):
        called = call(step, copy.deepcopy(history[-1]))
        if called.trouble is not None or called.result is None:
            return Walk(history, called.trouble or NO_NEW_STATE)
        history = (*history, called.result)
    return Walk(history)


def told(steps: int, most: int) -> str:
    """Say how many steps were taken, and when no more can be."""
    taken = "At the start" if steps == 0 else f"{steps} step{'' if steps == 1 else 's'} taken"
    return f"{taken}; that is all here, press Reset to start again" if steps >= most else taken


def stepper(step: Callable[[Any], Any], start: Any, draw: Callable[[list[Any]], Any], *, most: int = 200) -> None:
    """Show the buttons One step, Ten steps and Reset, and below them what `draw(history)` returns.

    `step(state)` returns the next state; `history` is the list of states from `start` on, `most` steps long at most.
    What goes wrong in `step` or `draw` is shown in place of the picture or below it.

    Raises:
        TypeError: `step` or `draw` can't be called, or `most` isn't a whole number.
        ValueError: `most` is below 1.
    """
    staircase = Staircase(step, start, draw, most)
    publish(staircase.box, staircase.screen.alt)


class Staircase:
    """The buttons and the screen of one `stepper`, and what happens when one is pressed."""

    def __init__(self, step: Callable[[Any], Any], start: Any, draw: Callable[[list[Any]], Any], most: int) -> None:
        for name, function in (("step", step), ("draw", draw)):
            if not callable(function):
                msg = f"{name}: expected a function, found {described(function)}. Pass its name, without brackets."
                raise TypeError(msg)
        self.step, self.draw, self.most = step, draw, count("most", most, least=1)
        self.walk = Walk((copy.deepcopy(start),))
        self.one = ipywidgets.Button(description="One step", tooltip="Learn once", button_style="primary")
        self.ten = ipywidgets.Button(description="Ten steps", tooltip="Learn ten times")
        self.reset = ipywidgets.Button(description="Reset", tooltip="Go back to the start")
        self.words = ipywidgets.Label()
        self.screen = Screen()
        buttons = ipywidgets.HBox([self.one, self.ten, self.reset, self.words], layout={"flex_flow": "row wrap"})
        self.box = ipywidgets.VBox([buttons, self.screen])
        self.one.on_click(lambda _: self.go(1))
        self.ten.on_click(lambda _: self.go(10))
        self.reset.on_click(lambda _: self.start_again())
        self.redraw()

    def go(self, steps: int) -> None:
        """Take up to `steps` steps and show where they led."""
        self.walk = walked(self.step, self.walk.history, steps, self.most)
        self.redraw()

    def start_again(self) -> None:
        """Go back to the first state."""
        self.walk = Walk(self.walk.history[:1])
        self.redraw()

    def redraw(self) -> None:
        """Show what `draw` gives for the history, and below it why the last step failed, if it did."""
        steps = len(self.walk.history) - 1
        self.words.value = told(steps, self.most)
        self.one.disabled = self.ten.disabled = steps >= self.most
        what = attempt(self.draw, list(self.walk.history))
        if self.walk.trouble is not None:
            what = replace(what, html=trouble_card(self.walk.trouble) + what.html)
        self.screen.show(what)
