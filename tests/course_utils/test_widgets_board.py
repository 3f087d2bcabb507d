"""Live pictures: the tables behind them, the functions that they run, and what a hand's messages do."""

from __future__ import annotations

import asyncio
import math
import time

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell

from course_utils.widgets import functions as functions_module
from course_utils.widgets.board import OUR_FAULT, Knob
from course_utils.widgets.bowl import ONE_WEIGHT, Bowl
from course_utils.widgets.functions import Functions
from course_utils.widgets.outcome import UnusableError
from course_utils.widgets.tables import TOO_SLOW, one_row, tabulated
from tests.course_utils.boards import move, opened, press, row_of, table_of


class TestTables:
    def test_a_table_holds_the_row_of_every_place_and_is_read_back_as_it_was(self):
        table = tabulated(lambda x: {"x": x, "both": [x, 2 * x]}, [0.0, 0.5, 1.0])
        positions, columns = opened(table.packed())
        assert positions.tolist() == [0.0, 0.5, 1.0]
        assert columns["x"].tolist() == [[0.0], [0.5], [1.0]]
        assert columns["both"].tolist() == [[0, 0], [0.5, 1], [1, 2]]
        assert columns["trouble"].tolist() == [[0], [0], [0]]

    def test_a_column_that_never_changes_is_sent_once(self):
        curve = np.arange(1000.0)
        table = tabulated(lambda x: {"x": x, "curve": curve}, np.linspace(0, 1, 50))
        assert len(table.packed()["data"]) == 4 * (50 + 1000 + 50)
        assert (opened(table.packed())[1]["curve"] == curve).all()

    def test_where_a_function_raises_the_row_is_empty_and_says_why(self):
        table = tabulated(lambda x: {"y": 1 / x}, [-1.0, 0.0, 1.0])
        _, columns = opened(table.packed())
        assert columns["y"][[0, 2], 0].tolist() == [-1.0, 1.0]
        assert math.isnan(columns["y"][1, 0])
        assert columns["trouble"][:, 0].tolist() == [0, 1, 0]
        assert "ZeroDivisionError" in table.troubles[0]

    def test_a_function_that_always_raises_makes_a_table_of_troubles_only(self):
        table = tabulated(lambda x: {"y": int("x")}, [0.0, 1.0])
        assert list(table.columns) == ["trouble"]
        assert len(table.troubles) == 1

    def test_a_slow_function_does_not_hold_up_the_page(self):
        table = tabulated(lambda x: time.sleep(0.01) or {"y": x}, np.linspace(0, 1, 1000), seconds=0.05)
        assert table.troubles == (TOO_SLOW,)
        assert table.columns["trouble"][0, 0] == 0
        assert table.columns["trouble"][-1, 0] == 1

    def test_what_is_not_a_number_is_refused(self):
        with pytest.raises(ValueError, match="plain numbers"):
            one_row({"y": "text"})


class TestKnobs:
    @pytest.mark.parametrize(
        ("knob", "places"),
        [
            (Knob("a", "a", 0.0, 1.0, 5), [0.0, 0.25, 0.5, 0.75, 1.0]),
            (Knob("a", "a", 0.01, 1.0, 3, log=True), [0.01, 0.1, 1.0]),
            (Knob("a", "a", 0.0, 0.3, 4), [0.0, 0.1, 0.2, 0.3]),
            (Knob("a", "a", kind="switch"), [0.0, 1.0]),
            (Knob("a", "a", kind="menu", options=("x", "y", "z")), [0.0, 1.0, 2.0]),
        ],
    )
    def test_places_rise_evenly_without_rounding_noise(self, knob, places):
        assert knob.positions() == places


class TestFunctions:
    def test_functions_are_known_by_their_names_or_given_by_name(self):
        def compute_delta(pred, true):
            return 7

        by_name = Functions(ONE_WEIGHT, (compute_delta,), {"compute_error": lambda pred, true: 9})
        assert by_name.number("compute_delta", 1, 2) == 7
        assert by_name.number("compute_error", 1, 2) == 9
        assert by_name.number("neural_network", 2, 3) == 6
        assert by_name.mine == ("compute_delta", "compute_error")

    @pytest.mark.parametrize(
        ("given", "named", "says"),
        [
            ((3,), {}, "found the number 3"),
            ((print,), {}, "found `print`"),
            ((lambda: 0,), {}, "found `<lambda>`"),
            ((), {"compute_delta": 0.5}, "compute_delta: expected a function, found the number 0.5"),
            ((), {"delta": print}, "found `delta`"),
        ],
    )
    def test_what_is_no_function_of_the_lesson_is_refused_in_one_line(self, given, named, says):
        with pytest.raises(TypeError) as caught:
            Functions(ONE_WEIGHT, given, named)
        assert says in str(caught.value)
        assert "\n" not in str(caught.value)

    @pytest.mark.parametrize("result", [None, "0.5", [1.0, 2.0], np.array([0.5]), 1j, {}])
    def test_a_result_that_is_not_one_number_is_named(self, result):
        given = Functions(ONE_WEIGHT, (), {"compute_delta": lambda pred, true: result})
        with pytest.raises(UnusableError, match="`compute_delta` gave"):
            given.number("compute_delta", 1, 2)

    @pytest.mark.parametrize("result", [np.float32(0.5), np.array(0.5), True, 1])
    def test_every_kind_of_one_number_is_taken(self, result):
        given = Functions(ONE_WEIGHT, (), {"compute_delta": lambda pred, true: result})
        assert given.number("compute_delta", 1, 2) == float(np.ravel(result)[0])

    @pytest.mark.parametrize("result", [None, [1.0], [[1.0], [2.0]], "ab", [1.0, "b"]])
    def test_numbers_of_another_shape_are_named(self, result):
        given = Functions({"double": lambda vector: vector}, (), {"double": lambda vector: result})
        with pytest.raises(UnusableError, match="`double` gave .*; the picture needs 2 numbers"):
            given.numbers("double", (2,), [1, 2])

    def test_a_function_written_anew_in_the_notebook_is_the_one_that_runs(self, notebook):
        notebook.run_cell("def compute_delta(pred, true):\n    return pred - true")
        board = Bowl(8.5, 1, 0.1, 0.01, notebook.user_ns["compute_delta"])
        assert row_of(board)["delta"] == pytest.approx(-0.15)
        notebook.run_cell("def compute_delta(pred, true):\n    return 99")
        assert row_of(board)["delta"] == 99
        _, columns = table_of(board, "weight")
        assert set(columns["delta"][:, 0]) == {99.0}

    def test_a_function_that_breaks_later_shows_its_card_at_the_next_drag_and_mends_as_quietly(self, notebook):
        notebook.run_cell("def compute_delta(pred, true):\n    return pred - true")
        board = Bowl(8.5, 1, 0.1, 0.01, notebook.user_ns["compute_delta"])
        notebook.run_cell("def compute_delta(pred, true):\n    return pred / nothing")
        move(board, weight=0.15)
        assert "NameError" in board.sheet.now["card"]
        assert "nothing" in board.sheet.now["card"]
        notebook.run_cell("def compute_delta(pred, true):\n    return pred - true")
        assert board.sheet.now["card"] == ""
        assert row_of(board)["weight"] == 0.15


@pytest.fixture
def notebook(monkeypatch):
    """A running notebook in this process: functions defined in its cells belong to `__main__`."""
    shell = InteractiveShell.instance()
    monkeypatch.setitem(shell.user_ns, "__name__", "__main__")
    monkeypatch.setattr(functions_module, "get_ipython", lambda: shell)
    yield shell
    for name, callbacks in shell.events.callbacks.items():
        for callback in list(callbacks):
            if callback is functions_module._tell:
                shell.events.unregister(name, callback)
    functions_module._listening.clear()
    functions_module._watchers.clear()
    InteractiveShell.clear_instance()


class TestBoards:
    def test_a_message_is_answered_with_its_number_and_the_new_state(self):
        board = Bowl(8.5, 1, 0.1, 0.01)
        move(board, weight=0.12, rest=False)
        assert board.sheet.now["seq"] == 1
        assert board.sheet.now["at"] == {"weight": 0.12}
        assert row_of(board)["pred"] == pytest.approx(1.02)

    @pytest.mark.parametrize("message", [{"kind": "moved"}, {}, {"kind": "moved", "to": {"weight": "x"}, "rest": True}])
    def test_a_message_that_makes_no_sense_is_shown_not_swallowed(self, message):
        board = Bowl(8.5, 1, 0.1, 0.01)
        board.hear(message)
        assert OUR_FAULT[:30] in board.sheet.now["card"]

    def test_a_run_goes_on_beside_the_notebook_and_stops_when_told(self):
        board = Bowl(8.5, 1, 0.1, 0.01)

        async def run_and_stop():
            board.hear({"kind": "pressed", "button": "run", "calm": False, "seq": 1})
            assert board.running
            await asyncio.sleep(0)
            board.hear({"kind": "pressed", "button": "run", "calm": False, "seq": 2})
            assert not board.running
            steps = len(board.path)
            await asyncio.sleep(0)
            assert len(board.path) == steps

        asyncio.run(run_and_stop())
        assert board.sheet.now["seq"] == 2

    def test_a_run_with_reduced_motion_shows_only_its_end(self):
        board = Bowl(8.5, 1, 0.1, 0.01)
        press(board, "run")
        assert row_of(board)["error"] < 1e-9
        assert not board.running

    def test_a_run_that_meets_an_exception_ends_with_its_card(self):
        calls = []

        def update_weight(weight, weight_delta, alpha):
            calls.append(weight)
            if weight > 0.115:
                raise OSError("no more")
            return weight - alpha * weight_delta

        board = Bowl(8.5, 1, 0.1, 0.01, update_weight)
        press(board, "run")
        assert "no more" in board.sheet.now["card"]
        press(board, "reset")
        assert board.sheet.now["card"] == ""
