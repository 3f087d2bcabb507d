"""What `play` and `stepper` do when they are moved and pressed; all widgets once in plain Python and in a real kernel."""

from __future__ import annotations

import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from course_utils import widgets
from course_utils.picture import Picture, new_picture
from course_utils.widgets import steps
from course_utils.widgets.sliders import Playground
from course_utils.widgets.steps import NO_NEW_STATE, Staircase, Walk, walked

PNG = b"\x89PNG"


def picture_of(**values: Any) -> Picture:
    return new_picture(f"alt: {values}", width=96, height=48)


def halved(state: float) -> float:
    return state / 2


@pytest.fixture
def playground() -> Playground:
    forms = {"weight": (0.0, 1.0, 0.1, 0.3), "n": (1, 9), "kind": ["slope", "step"], "grid": True}
    return Playground(picture_of, forms)


def test_play_starts_where_its_controls_do(playground: Playground) -> None:
    assert playground.values() == {"weight": 0.3, "n": 5, "kind": "slope", "grid": True}
    assert playground.screen.alt == f"alt: {playground.values()}"
    assert playground.screen.png.startswith(PNG)


@pytest.mark.parametrize(
    ("name", "position", "value"),
    [("weight", 0.1 * 7, 0.7), ("n", 9, 9), ("kind", 1, "step"), ("grid", False, False)],
)
def test_play_redraws_when_a_control_is_moved(playground: Playground, name: str, position: Any, value: Any) -> None:
    playground.knobs[name].value = position
    assert playground.values()[name] == value
    assert repr(value) in playground.screen.alt


def test_play_goes_back_to_the_start_with_one_drawing() -> None:
    drawn: list[dict[str, Any]] = []
    playground = Playground(lambda **values: drawn.append(values) or "drawn", {"a": (0, 9), "b": (0, 9), "c": False})
    playground.knobs["a"].value, playground.knobs["b"].value, playground.knobs["c"].value = 1, 2, True
    playground.reset.click()
    assert drawn[-1] == {"a": 4, "b": 4, "c": False}
    assert len(drawn) == 1 + 3 + 1


def test_play_recovers_from_an_error() -> None:
    playground = Playground(lambda x: 1 / (x - 5), {"x": (0, 10)})
    assert "ZeroDivisionError" in playground.screen.html
    playground.knobs["x"].value = 7
    assert playground.screen.alt == "0.5"
    assert "ZeroDivisionError" not in playground.screen.html


def test_play_chooses_among_arrays() -> None:
    playground = Playground(lambda inputs: inputs.sum(), {"inputs": [np.array([1, 2]), np.array([3, 4])]})
    playground.knobs["inputs"].value = 1
    assert playground.screen.alt == "7"


def test_every_control_has_its_name_and_moves_while_it_is_dragged(playground: Playground) -> None:
    assert [knob.description for knob in playground.knobs.values()] == ["weight", "n", "kind", "grid"]
    assert playground.knobs["weight"].continuous_update
    assert playground.knobs["weight"].readout_format == ".1f"


def test_play_takes_a_control_of_any_name(capsys: pytest.CaptureFixture[str]) -> None:
    widgets.play(lambda draw, self: f"{draw} {self}", draw=(0, 2), self=(0, 4))
    assert capsys.readouterr().out == "1 2\n"


@pytest.mark.parametrize(
    ("draw", "controls", "says"),
    [
        (3, {"x": (0, 1)}, "expected a function that draws, found the number 3"),
        (picture_of, {}, "expected at least one control, found none"),
        (picture_of, {"x": 3}, "x: expected"),
    ],
)
def test_play_refuses_what_it_cannot_play_with(draw: Any, controls: dict[str, Any], says: str) -> None:
    with pytest.raises(TypeError, match=says):
        widgets.play(draw, **controls)


def test_a_walk_keeps_every_state() -> None:
    assert walked(halved, (8.0,), 3, most=200) == Walk((8.0, 4.0, 2.0, 1.0))


def test_a_walk_ends_at_most_steps() -> None:
    assert len(walked(halved, (8.0, 4.0), 10, most=5).history) == 1 + 5
    assert walked(halved, (8.0, 4.0), 10, most=1) == Walk((8.0, 4.0))


def test_a_walk_ends_where_a_step_fails_and_keeps_what_came_before() -> None:
    walk = walked(lambda state: 1 / (state - 2) and state - 1, (5,), 10, most=200)
    assert walk.history == (5, 4, 3, 2)
    assert "ZeroDivisionError" in str(walk.trouble)
    assert walked(lambda _: None, (5,), 10, most=200) == Walk((5,), NO_NEW_STATE)


def test_a_step_in_place_does_not_rewrite_the_history() -> None:
    def in_place(weights: list[float]) -> list[float]:
        weights[0] += 1
        return weights

    assert walked(in_place, ([0, 5],), 2, most=200).history == ([0, 5], [1, 5], [2, 5])


def test_the_buttons_step_and_go_back() -> None:
    start = [8.0]
    staircase = Staircase(lambda state: [state[0] / 2], start, lambda history: str(history), most=12)
    start[0] = 99.0
    staircase.one.click()
    assert (staircase.screen.alt, staircase.words.value) == ("[[8.0], [4.0]]", "1 step taken")
    staircase.ten.click()
    assert (len(staircase.walk.history), staircase.words.value) == (12, "11 steps taken")
    assert not staircase.one.disabled
    staircase.ten.click()
    assert staircase.words.value == "12 steps taken; that is all here, press Reset to start again"
    assert staircase.one.disabled
    assert staircase.ten.disabled
    staircase.reset.click()
    assert (staircase.screen.alt, staircase.words.value) == ("[[8.0]]", "At the start")
    assert not staircase.ten.disabled


def test_a_failed_step_is_said_below_the_picture_until_reset() -> None:
    staircase = Staircase(lambda _: None, 1.0, lambda history: picture_of(history=history), most=9)
    staircase.one.click()
    assert staircase.screen.png.startswith(PNG)
    assert "The step gave <code" in staircase.screen.html
    staircase.reset.click()
    assert staircase.screen.html == ""


def test_a_drawing_cannot_change_the_history() -> None:
    staircase = Staircase(halved, 8.0, lambda history: history.clear() or "drawn", most=9)
    staircase.one.click()
    assert staircase.walk.history == (8.0, 4.0)


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ((3, 0, picture_of), TypeError, "step: expected a function, found the number 3"),
        ((halved, 0, None), TypeError, "draw: expected a function, found None"),
    ],
)
def test_stepper_refuses_what_it_cannot_call(arguments: tuple[Any, ...], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        widgets.stepper(*arguments)


@pytest.mark.parametrize(("most", "error"), [(0, ValueError), (-1, ValueError), (1.5, TypeError), ("9", TypeError)])
def test_stepper_refuses_a_limit_that_is_none(most: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="most: expected"):
        widgets.stepper(halved, 8.0, str, most=most)


def test_the_words_of_a_walk_say_when_it_is_at_its_end() -> None:
    assert [steps.told(taken, 2) for taken in (0, 1)] == ["At the start", "1 step taken"]
    assert steps.told(2, 2).startswith("2 steps taken; that is all here")


ALL = """
from course_utils import widgets
from course_utils.picture import new_picture
widgets.play(lambda weight: new_picture(f"weight {weight}"), weight=(0, 10))
widgets.play(lambda weight: 1 / (weight - 5), weight=(0, 10))
widgets.stepper(lambda w: w / 2, 8.0, lambda history: f"{history}")
print(sum(widgets.progress(range(5), "epoch")))
pad = widgets.drawing_pad(lambda image: "seen")
print(pad, pad.image.shape)
"""
IN_WORDS = ["weight 5", "It raised ZeroDivisionError: division by zero", "[8.0]", "Draw a digit in the square."]


def test_in_plain_python_the_widgets_are_words() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", ALL], capture_output=True, text=True, check=True, timeout=120
    )
    lines = run.stdout.splitlines()
    assert run.stderr == ""
    assert len(lines) == 6
    assert all(line.startswith(words) for line, words in zip([*lines[:3], lines[4]], IN_WORDS, strict=True))
    assert (lines[3], lines[5]) == ("10", "DrawingPad(empty) (28, 28)")


def test_in_a_kernel_each_widget_comes_once_with_its_words(tmp_path: Path) -> None:
    sources = [
        ALL,
        "pad",
        "widgets.drawing_pad()",
        # what the page does: a slider is moved, by a message as the page sends it
        "from course_utils.widgets.sliders import Playground\n"
        "playground = Playground(lambda weight: 1 / (weight - 7), {'weight': (0, 10)})\n"
        "knob = playground.knobs['weight']\n"
        "knob._handle_msg({'content': {'data': {'method': 'update', 'state': {'value': 7}}}, 'buffers': []})\n"
        "print(playground.screen.alt)",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the client's own, about event loops and kernels, differ by version
        client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}})
        client.execute(cwd=str(tmp_path))
    first, again, bare, moved = ([*cell.outputs] for cell in notebook.cells)
    shown = [output.data["text/plain"] for output in first if output.output_type == "display_data"]
    assert [text.split(" (line")[0] for text in shown] == [*IN_WORDS[:3], "epoch", IN_WORDS[3]]
    assert all("application/vnd.jupyter.widget-view+json" in output.data for output in first if "data" in output)
    assert (
        "".join(output.text for output in first if output.output_type == "stream") == "10\nDrawingPad(empty) (28, 28)\n"
    )
    assert [len(again), len(bare)] == [1, 1]
    assert moved[0].text.startswith("It raised ZeroDivisionError: division by zero")
    assert not [output for output in [*first, *again, *bare, *moved] if output.get("name") == "stderr"]
