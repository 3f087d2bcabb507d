"""What `play` understands as a control: a range is a slider, a list a menu, True or False a checkbox."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from numbers import Integral
from typing import Any

from course_utils.arguments import described, number

_FORMS = "(low, high), (low, high, step), (low, high, step, start), a list of choices, or True or False"
_PARTS = ("low", "high", "step", "start")
_NOISE = 1e-9  # relative: far more than rounding leaves, far less than anybody means
_LONGEST_LABEL = 60
_MOST_DECIMALS = 6  # unless the step itself is finer


@dataclass(frozen=True)
class Slider:
    """A number from `low` to `high` in steps of `step`, at `start` first; ints only when `whole`."""

    name: str
    low: float
    high: float
    step: float
    start: float
    whole: bool

    @property
    def decimals(self) -> int:
        """How many decimals it takes to write each of its values."""
        finest = max(_MOST_DECIMALS, 2 - math.floor(math.log10(self.step)))
        return min(finest, max(_decimals(value) for value in (self.low, self.step, self.start)))

    def value(self, position: float) -> int | float:
        """Return the value at `position`, without the noise of adding up steps (0.3, not 0.30000000000000004)."""
        return round(position) if self.whole else round(float(position), self.decimals)


@dataclass(frozen=True)
class Menu:
    """One of several `options`, the first one at the start; `labels` is what the menu shows for each."""

    name: str
    options: tuple[Any, ...]
    labels: tuple[str, ...]
    start: int = 0

    def value(self, position: int) -> Any:
        """Return the option at `position`, counted from 0."""
        return self.options[position]


@dataclass(frozen=True)
class Switch:
    """True or False."""

    name: str
    start: bool

    def value(self, position: bool) -> bool:
        """Return `position` itself."""
        return position


Control = Slider | Menu | Switch


def parsed(controls: Mapping[str, Any]) -> tuple[Control, ...]:
    """Return a control for each name in `controls`, in their order.

    Raises:
        TypeError: one has none of the forms that `play` understands, or isn't made of numbers where it should be.
        ValueError: a range is empty, its step isn't above 0, its start lies outside it, or a list is empty.
    """
    return tuple(_parsed(name, given) for name, given in controls.items())


def fine_step(width: float) -> float:
    """Return the largest of 1, 2 or 5 times a power of ten that cuts `width` into at least 100 steps.

    >>> fine_step(1.0), fine_step(0.3), fine_step(50)
    (0.01, 0.002, 0.5)
    """
    coarsest = width / 100 * (1 + _NOISE)
    power = 10.0 ** math.floor(math.log10(coarsest))
    return float(f"{max(factor * power for factor in (1, 2, 5) if factor * power <= coarsest):.0e}")


def _parsed(name: str, given: Any) -> Control:
    if isinstance(given, bool):
        return Switch(name, given)
    if isinstance(given, list):
        return _menu(name, given, given)
    if isinstance(given, dict):
        return _menu(name, list(given.values()), list(given))
    if isinstance(given, tuple) and len(given) in (2, 3, 4):
        return _slider(name, given)
    msg = f"{name}: expected {_FORMS}, found {described(given)}. Give one of these."
    raise TypeError(msg)


def _menu(name: str, options: Sequence[Any], labels: Sequence[Any]) -> Menu:
    if not options:
        msg = f"{name}: expected at least one choice, found none. Put the choices in it."
        raise ValueError(msg)
    short = (textwrap.shorten(str(label), _LONGEST_LABEL, placeholder=" ...") for label in labels)
    return Menu(name, tuple(options), tuple(short))


def _slider(name: str, given: tuple[Any, ...]) -> Slider:
    numbers = (number(f"{name}'s {part}", value) for part, value in zip(_PARTS, given, strict=False))
    low, high, *rest = numbers
    if low >= high:
        msg = f"{name}: expected low below high, found {low:g} and {high:g}. Write the smaller one first."
        raise ValueError(msg)
    whole = all(isinstance(value, Integral) for value in given)
    usual = 1.0 if whole else fine_step(high - low)
    step, *rest = rest or [usual]
    if step <= 0:
        msg = f"{name}: expected a step above 0, found {step:g}. Try {usual:g}."
        raise ValueError(msg)
    (start,) = rest or [_middle(low, high, step)]
    if not low <= start <= high:
        msg = f"{name}: expected a start from {low:g} to {high:g}, found {start:g}. Put it inside the range."
        raise ValueError(msg)
    return Slider(name, low, high, step, start, whole)


def _middle(low: float, high: float, step: float) -> float:
    """Return the value half-way, or the last one before it."""
    half = low + step * math.floor((high - low) / 2 / step + _NOISE)
    return round(half, max(_decimals(step), _decimals(low)))


def _decimals(value: float) -> int:
    return max(0, -int(Decimal(repr(value)).normalize().as_tuple().exponent))
