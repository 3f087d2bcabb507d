"""What a control of `play` may look like, and the values that it stands for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.widgets.controls import Menu, Slider, Switch, fine_step, parsed


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ((0, 10), Slider("x", 0, 10, 1, 5, whole=True)),
        ((1, 10), Slider("x", 1, 10, 1, 5, whole=True)),
        ((0, 10, 2, 8), Slider("x", 0, 10, 2, 8, whole=True)),
        ((np.int64(0), 10), Slider("x", 0, 10, 1, 5, whole=True)),
        ((0.0, 1.0), Slider("x", 0, 1, 0.01, 0.5, whole=False)),
        ((0, 0.3), Slider("x", 0, 0.3, 0.002, 0.15, whole=False)),
        ((-1, 1, 0.1), Slider("x", -1, 1, 0.1, 0, whole=False)),
        ((-1, 1, 0.5, 0.85), Slider("x", -1, 1, 0.5, 0.85, whole=False)),
        (["slope", 2], Menu("x", ("slope", 2), ("slope", "2"))),
        ({"a third": 1 / 3}, Menu("x", (1 / 3,), ("a third",))),
        (True, Switch("x", start=True)),
        (False, Switch("x", start=False)),
    ],
)
def test_a_control_is_what_its_form_says(given: Any, wanted: Any) -> None:
    assert parsed({"x": given}) == (wanted,)


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        ((5, 5), ValueError, "x: expected low below high, found 5 and 5"),
        ((2, 1), ValueError, "x: expected low below high, found 2 and 1"),
        ((0, 1, 0), ValueError, "x: expected a step above 0, found 0. Try 1"),
        ((0.0, 1.0, -0.1), ValueError, "x: expected a step above 0, found -0.1. Try 0.01"),
        ((0, 1, 0.1, 2), ValueError, "x: expected a start from 0 to 1, found 2"),
        ((0, float("nan")), ValueError, "x's high: expected a finite number, found nan"),
        ((0, "1"), TypeError, "x's high: expected one number, found the text '1'"),
        ((0,), TypeError, r"x: expected \(low, high\).* found a tuple of 1"),
        ((0, 1, 2, 3, 4), TypeError, "found a tuple of 5"),
        ("slope", TypeError, "found the text 'slope'"),
        (3, TypeError, "found the number 3"),
        (None, TypeError, "found None"),
        ([], ValueError, "x: expected at least one choice, found none"),
        ({}, ValueError, "x: expected at least one choice, found none"),
    ],
)
def test_a_control_of_no_known_form_gets_one_line(given: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        parsed({"x": given})
    assert "\n" not in str(caught.value)


def test_a_sliders_values_are_free_of_rounding_noise() -> None:
    (slider,) = parsed({"x": (0.0, 1.0, 0.1)})
    positions = [sum([0.1] * steps) for steps in range(11)]
    assert [slider.value(position) for position in positions] == [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]


def test_a_sliders_values_have_its_kind() -> None:
    whole, fine, started = parsed({"a": (0, 3), "b": (0.0, 1e-6, 1e-9), "c": (0.0, 1.0, 0.1, 0.125)})
    assert (whole.value(2.0), type(whole.value(2.0))) == (2, int)
    assert fine.value(3.0000000001e-9) == 3e-9
    assert started.value(0.125) == 0.125


@pytest.mark.parametrize(("width", "step"), [(1, 0.01), (0.99, 0.005), (2, 0.02), (7, 0.05), (1e-5, 1e-7), (5e4, 500)])
def test_a_fine_step_is_round_and_cuts_in_a_hundred_or_more(width: float, step: float) -> None:
    assert fine_step(width) == step
