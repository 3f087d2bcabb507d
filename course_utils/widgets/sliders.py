"""`play`: controls that redraw a picture at every move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from course_utils.arguments import described
from course_utils.widgets.controls import Control, Menu, Slider, parsed
from course_utils.widgets.outcome import attempt
from course_utils.widgets.screen import Screen, publish

_STYLE = {"description_width": "8.5em"}


def play(draw: Callable[..., Any], /, **controls: Any) -> None:
    """Show controls, and below them what `draw(**values)` returns for their values: a Picture, or else text.

    Each keyword names a parameter of `draw`. `(low, high)`, `(low, high, step)` or `(low, high, step, start)` makes a
    slider (of ints when all of them are ints), a list a menu of its items, a dict a menu of its keys, True or False a
    checkbox. What goes wrong in `draw` is shown in place of the picture.

    Raises:
        TypeError: `draw` can't be called, there is no control, or one has none of these forms.
        ValueError: a range is empty, its step isn't above 0, its start lies outside it, or a list is empty.
    """
    playground = Playground(draw, controls)
    publish(playground.box, playground.screen.alt)


class Playground:
    """The controls and the screen of one `play`, and what happens when one is moved."""

    def __init__(self, draw: Callable[..., Any], controls: dict[str, Any]) -> None:
        if not callable(draw):
            msg = f"play: expected a function that draws, found {described(draw)}. Pass its name, without brackets."
            raise TypeError(msg)
        if not controls:
            msg = "play: expected at least one control, found none. Add one, such as weight=(0.0, 1.0)."
            raise TypeError(msg)
        self.draw = draw
        self.controls = parsed(controls)
        self.knobs = {control.name: _knob(control) for control in self.controls}
        self.reset = ipywidgets.Button(description="Reset", tooltip="Put every control back where it was at first")
        self.screen = Screen()
        self.box = ipywidgets.VBox([*self.knobs.values(), self.reset, self.screen])
        self._resetting = False
        for knob in self.knobs.values():
            knob.observe(lambda _: self.redraw(), "value")
        self.reset.on_click(lambda _: self.start_again())
        self.redraw()

    def values(self) -> dict[str, Any]:
        """Return the value that each control stands at."""
        return {control.name: control.value(self.knobs[control.name].value) for control in self.controls}

    def redraw(self) -> None:
        """Show what `draw` gives for the present values."""
        if not self._resetting:
            self.screen.show(attempt(self.draw, **self.values()))

    def start_again(self) -> None:
        """Put every control back where it was at first, and draw once."""
        self._resetting = True
        for control in self.controls:
            self.knobs[control.name].value = control.start
        self._resetting = False
        self.redraw()


def _knob(control: Control) -> Any:
    """Return the ipywidget for `control`, labelled with its name."""
    common = {"description": control.name, "style": _STYLE, "layout": {"width": "34em", "max_width": "98%"}}
    if isinstance(control, Menu):
        options = [(label, place) for place, label in enumerate(control.labels)]
        return ipywidgets.Dropdown(options=options, value=control.start, **common)
    if not isinstance(control, Slider):
        return ipywidgets.Checkbox(value=control.start, indent=True, **common)
    limits: dict[str, Any] = {"min": control.low, "max": control.high, "step": control.step, "value": control.start}
    if control.whole:
        return ipywidgets.IntSlider(**{name: int(value) for name, value in limits.items()}, **common)
    return ipywidgets.FloatSlider(**limits, readout_format=f".{control.decimals}f", **common)
