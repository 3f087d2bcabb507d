"""Many outputs: the numbers of lab 03, the grid of weight_deltas, and calm cards for wrong layouts."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.widgets.outputs import Outputs, outputs
from course_utils.widgets.outputs_layout import input_knob
from tests.course_utils.boards import move, press, row_of, table_of
from tests.course_utils.test_widgets_board import notebook  # noqa: F401 - a fixture

ONE = (0.65, [0.1, 1, 0.1], [0.3, 0.2, 0.9], 0.1)
SEVERAL = ([8.5, 0.65, 1.2], [0.1, 1, 0.1], [[0.1, 0.1, -0.3], [0.1, 0.2, 0.0], [0.0, 1.3, 0.1]], 0.01)
UNEVEN = ([8.5, 0.65], [0.1, 1, 0.1], [[0.1, 0.1], [0.1, 0.2], [0.0, 1.3]], 0.01)
OUTPUTS = ["hurt", "win", "sad"]

FACTS = [
    (
        ONE,
        {
            "preds": [0.195, 0.13, 0.585],
            "errors": [0.009025, 0.7569, 0.235225],
            "deltas": [0.095, -0.87, 0.485],
            "weight_deltas": [0.06175, -0.5655, 0.31525],
            "new_weights": [0.293825, 0.25655, 0.868475],
        },
    ),
    (
        SEVERAL,
        {
            "preds": [0.555, 0.98, 0.965],
            "errors": [0.207025, 0.0004, 0.748225],
            "deltas": [0.455, -0.02, 0.865],
            "weight_deltas": np.outer([0.455, -0.02, 0.865], [8.5, 0.65, 1.2]).ravel(),
            "new_weights": [0.061325, 0.0970425, -0.30546, 0.1017, 0.20013, 0.00024, -0.073525, 1.2943775, 0.08962],
        },
    ),
]


def on_its_side(deltas, inputs):
    return [[delta * value for delta in deltas] for value in inputs]


@pytest.mark.parametrize(("game", "numbers"), FACTS)
def test_the_first_game_is_shown_with_the_numbers_of_the_lab(game, numbers):
    row = row_of(Outputs(*game))
    for name, values in numbers.items():
        assert row[name] == pytest.approx(values), name


@pytest.mark.parametrize(("game", "numbers"), FACTS)
def test_one_step_makes_the_new_weights_the_weights(game, numbers):
    board = Outputs(*game)
    press(board, "one")
    assert row_of(board)["weights"] == pytest.approx(numbers["new_weights"])
    assert board.sheet.now["note"].startswith("After 1 step: all errors together")


def test_ten_steps_lead_where_ten_single_ones_lead():
    at_once, one_by_one = Outputs(*SEVERAL), Outputs(*SEVERAL)
    press(at_once, "ten")
    for _ in range(10):
        press(one_by_one, "one")
    assert row_of(at_once)["weights"] == pytest.approx(row_of(one_by_one)["weights"])


def test_a_run_ends_when_no_error_is_left():
    board = Outputs(*SEVERAL)
    press(board, "run")
    assert row_of(board)["errors"].max() < 1e-11
    assert board.taken < 200
    assert board.sheet.tables  # worked out anew for the new weights


def test_each_delta_points_from_true_to_pred():
    row = row_of(Outputs(*SEVERAL))
    assert row["deltas"] == pytest.approx(row["preds"] - row["trues"])
    assert list(row["way"]) == [2, 0, 2]  # too high, too low, too high


def test_every_place_of_a_slider_has_its_own_numbers():
    board = Outputs(*SEVERAL)
    positions, columns = table_of(board, "input0")
    weights = np.array(SEVERAL[2])
    preds = positions[:, None] * weights[:, 0] + weights[:, 1] * 0.65 + weights[:, 2] * 1.2
    assert columns["preds"] == pytest.approx(preds)
    first = (preds - SEVERAL[1])[:, 0] * positions
    assert columns["weight_deltas"][:, 0] == pytest.approx(first)
    positions, columns = table_of(board, "true1")
    assert columns["deltas"][:, 1] == pytest.approx(0.98 - positions)


@pytest.mark.parametrize(
    ("value", "says"), [(0, "stopped"), (-8.5, "reversed"), (8.5, "scaled")], ids=lambda each: str(each)
)
def test_an_input_stops_reverses_and_scales_its_column(value, says):
    board = Outputs([1.0, 0.65], [0, 0], [[0.1, 0.1], [0.1, 0.2]])
    move(board, input0=value)
    row = row_of(board)
    assert row["weight_deltas"][[0, 2]] == pytest.approx(value * row["deltas"]), says


def test_the_axis_grows_with_what_it_shows():
    board = Outputs(*SEVERAL)
    low, high = row_of(board)["low"], row_of(board)["high"]
    assert low < 0
    assert high > 1
    move(board, input0=-12.0)
    row = row_of(board)
    assert row["low"] < row["preds"].min()
    assert row["high"] == high


@pytest.mark.parametrize("value", [8.5, 0.65, 1.2, 1.0, 9.9, -3.0, 0.9, 128.0, 1 / 3, 0.0])
def test_an_inputs_slider_reaches_0_the_value_and_beyond_on_both_sides(value):
    knob = input_knob("input0", "toes", value)
    places = np.array(knob.positions())
    assert np.abs(places - value).min() < 1e-9
    assert 0.0 in places
    assert places.min() == -places.max()
    assert places.max() > abs(value)
    assert 40 <= len(places) <= 151


def test_reset_puts_back_weights_inputs_and_trues():
    board = Outputs(*SEVERAL)
    before = row_of(board)
    move(board, input0=2.0, true0=0.5)
    press(board, "ten")
    press(board, "reset")
    after = row_of(board)
    assert all(np.array_equal(before[name], after[name]) for name in before)
    assert board.sheet.now["note"] == ""


def test_a_moved_input_keeps_the_weights_and_counts_anew():
    board = Outputs(*SEVERAL)
    press(board, "one")
    weights = row_of(board)["weights"]
    move(board, input0=2.0)
    assert row_of(board)["weights"] == pytest.approx(weights)
    assert board.sheet.now["note"] == ""


@pytest.mark.parametrize(("outs", "ins"), [(1, 1), (1, 5), (5, 1), (2, 4), (5, 5)])
def test_up_to_five_inputs_and_outputs_can_be_shown(outs, ins):
    board = Outputs([1.0] * ins, [1.0] * outs, [[0.1] * ins] * outs)
    assert board.trouble is None
    assert row_of(board)["deltas"] == pytest.approx([0.1 * ins - 1] * outs if outs > 1 else 0.1 * ins - 1)
    grid = next(mark for mark in board.layout.marks if mark["kind"] == "grid")
    assert (len(grid["rows"]), len(grid["columns"])) == (outs, ins)
    for panel in board.layout.panels:
        left, top, wide, high = panel["box"]
        assert left + wide <= board.layout.width
        assert top + high <= board.layout.height


def test_200_steps_are_enough_and_a_run_that_diverges_ends():
    board = Outputs(*SEVERAL[:3], 1e-9)
    for _ in range(21):
        press(board, "ten")
    assert board.taken == 200
    assert "run" in board.sheet.now["off"]
    wild = Outputs(*SEVERAL[:3], 1.0)
    press(wild, "run")
    assert np.abs(wild.weights).max() <= 1e100
    assert wild.trouble is None


def test_the_words_and_the_still_picture_say_every_number():
    board = Outputs(*SEVERAL, input_names=["toes", "record", "fans"], output_names=OUTPUTS)
    said = board.sheet.now["said"]
    assert "Inputs: toes 8.5, record 0.65, fans 1.2." in said
    assert "win: pred 0.98, true 1, error 0.0004, delta -0.02, weights [0.1, 0.2, 0], weight_deltas [-0.17" in said
    alt = board.still().alt
    assert "Network. Inputs: toes 8.5" in alt
    assert "weight_deltas, 3 by 3, columns toes, record, fans. hurt: [3.868" in alt


def test_in_plain_python_it_is_words(capsys):
    outputs(*ONE, input_names=["record"], output_names=OUTPUTS)
    assert "win: weights [0.2], pred 0.13" in capsys.readouterr().out


# The learner's functions ------------------------------------------------------------------------------------------------


def test_an_outer_product_on_its_side_is_named_where_it_does_not_fit():
    board = Outputs(*UNEVEN, outer_prod=on_its_side)
    assert "`outer_prod` gave 2 rows of 3: it is laid out [input][output]" in board.trouble
    assert "needs 3 rows of 2" in board.trouble
    assert board.sheet.now["card"]


def test_an_outer_product_on_its_side_shows_in_a_square_grid():
    board = Outputs(*SEVERAL, outer_prod=on_its_side)
    assert board.trouble is None
    grid = row_of(board)["weight_deltas"].reshape(3, 3)
    assert grid == pytest.approx(np.outer([0.455, -0.02, 0.865], [8.5, 0.65, 1.2]).T)


def test_the_learners_functions_get_plain_lists_of_the_shapes_of_the_lab():
    got = {}

    def vect_mat_mul(vect, matrix):
        got["vect_mat_mul"] = (vect, matrix)
        return [sum(v * w for v, w in zip(vect, row, strict=True)) for row in matrix]

    def update_matrix(weights, weight_deltas, alpha):
        got["update_matrix"] = (type(weights[0]), type(weight_deltas[0]), alpha)
        return [
            [w - alpha * d for w, d in zip(*rows, strict=True)] for rows in zip(weights, weight_deltas, strict=True)
        ]

    board = Outputs(*SEVERAL, vect_mat_mul, update_matrix)
    assert board.trouble is None
    assert got["update_matrix"] == (list, list, 0.01)
    assert got["vect_mat_mul"][1] == SEVERAL[2]
    assert [type(each) for each in got["vect_mat_mul"]] == [list, list]


def test_for_one_input_the_number_comes_first():
    got = []

    def ele_mul(number, vector):
        got.append((number, vector))
        return [number * each for each in vector]

    Outputs(*ONE, ele_mul)
    assert (0.65, [0.3, 0.2, 0.9]) in got


@pytest.mark.parametrize(
    ("game", "name", "function", "says"),
    [
        (ONE, "ele_mul", lambda number, vector: None, "`ele_mul` gave `None`"),
        (ONE, "ele_mul", lambda number, vector: number, "`ele_mul` gave the number 0.65; the picture needs 3 numbers"),
        (
            ONE,
            "compute_weight_deltas",
            lambda value, deltas: deltas[:2],
            "gave a list of 2; the picture needs 3 numbers",
        ),
        (SEVERAL, "vect_mat_mul", lambda vect, matrix: matrix[3], "IndexError"),
        (SEVERAL, "compute_errors", lambda preds, trues: preds + trues, "`compute_errors` gave a list of 6"),
        (SEVERAL, "compute_deltas", lambda preds, trues: preds - trues, "TypeError"),
        (SEVERAL, "outer_prod", lambda deltas, inputs: [[1, 2], [3]], "the picture needs 3 by 3 numbers"),
        (
            UNEVEN,
            "outer_prod",
            lambda deltas, inputs: deltas,
            "`outer_prod` gave a list of 3; the picture needs 3 by 2",
        ),
        (UNEVEN, "outer_prod", lambda deltas, inputs: None, "`outer_prod` gave `None`"),
        (SEVERAL, "update_matrix", lambda weights, weight_deltas, alpha: weights[0], "needs 3 by 3 numbers"),
    ],
)
def test_what_a_function_does_wrong_is_said_on_a_card(game, name, function, says):
    board = Outputs(*game, **{name: function})
    assert says in board.trouble
    assert board.sheet.now["card"]
    press(board, "one")
    assert says in board.trouble


def test_a_function_written_anew_is_used_at_once(notebook):  # noqa: F811
    notebook.run_cell("def compute_deltas(preds, trues):\n    return [0.0] * len(preds)")
    board = Outputs(*SEVERAL, notebook.user_ns["compute_deltas"])
    assert not row_of(board)["weight_deltas"].any()
    notebook.run_cell("def compute_deltas(preds, trues):\n    return [p - t for p, t in zip(preds, trues)]")
    assert row_of(board)["deltas"] == pytest.approx([0.455, -0.02, 0.865])


@pytest.mark.parametrize(
    ("arguments", "named", "error", "says"),
    [
        (([1, 2], [1], [0.1, 0.2]), {}, TypeError, "weights: expected a list of rows of numbers"),
        (([1, 2], [1], [[0.1, 0.2, 0.3]]), {}, ValueError, "weights: expected 1 by 2 numbers, found 1 by 3"),
        (([1, 2], [1, 2], [[0.1, 0.2], [0.3]]), {}, ValueError, "weights: expected rows of one length"),
        ((1, [1, 2], [0.1]), {}, ValueError, "trues and weights: expected equal lengths, found 2 and 1"),
        ((1, [1] * 6, [0.1] * 6), {}, ValueError, "trues: expected 1 to 5, found 6"),
        (([1] * 6, [1], [[0.1] * 6]), {}, ValueError, "inputs: expected 1 to 5, found 6"),
        (("1", [1], [0.1]), {}, TypeError, "inputs: expected a list of numbers, found the text"),
        ((1, [1], [0.1], -1), {}, ValueError, "alpha: expected a number above 0"),
        ((1, [1], [0.1], 0.1), {"output_names": "win"}, TypeError, "output_names: expected a list of 1 names"),
        ((1, [1], [1e200], 0.1), {}, ValueError, "weights: expected at most 1e"),
        ((1, [1], [0.1], 0.1), {"outer_prod": max}, TypeError, "found `outer_prod`"),
        (([1], [1], [[0.1]], 0.1), {"ele_mul": max}, TypeError, "found `ele_mul`"),
    ],
)
def test_bad_arguments_get_one_line(arguments, named, error, says):
    with pytest.raises(error, match=says) as caught:
        outputs(*arguments, **named)
    assert "\n" not in str(caught.value)
