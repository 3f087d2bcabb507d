"""Several bowls: the numbers of labs 02 and 04, curves that slide together, frozen weights, and calm cards."""

from __future__ import annotations

import math

import numpy as np
import pytest

from course_utils.widgets.bowls import ALL_FROZEN, NOTHING_LEFT, Bowls, bowls
from course_utils.widgets.slices import doubled, window
from tests.course_utils.boards import move, opened, press, row_of, table_of
from tests.course_utils.test_widgets_board import notebook  # noqa: F401 - a fixture

GAME = ([8.5, 0.65, 1.2], 1, [0.1, 0.2, -0.1])
NAMES = ["toes", "record", "fans"]


def weights_of(board):
    return [board.state[f"weight{index}"] for index in range(len(board.inputs))]


def preds_of(board, steps):
    preds = [row_of(board)["preds"]]
    for _ in range(steps):
        press(board, "one")
        preds.append(row_of(board)["preds"])
    return preds


def bottom_of(row, index):
    """Where a curve is lowest, read from the curve itself: the vertex of the parabola through three of its points."""
    return float(np.polynomial.Polynomial.fit(row[f"values{index}"], row[f"curve{index}"], 2).deriv().roots()[0])


def test_the_first_game_is_shown_with_its_numbers():
    row = row_of(Bowls(*GAME))
    assert (row["preds"], row["error"], row["delta"]) == pytest.approx((0.86, 0.0196, -0.14))
    assert [row[f"weight_delta{i}"] for i in range(3)] == pytest.approx([-1.19, -0.091, -0.168])
    assert [row[f"new{i}"] for i in range(3)] == pytest.approx([0.1119, 0.20091, -0.09832])


@pytest.mark.parametrize(
    ("alpha", "frozen", "preds"),
    [
        (0.01, [], [0.86, 0.9637575, 0.99061772, 0.99757116]),
        (0.1, [], [0.86, 1.897575, -4.754578, 37.894036]),
        (0.3, [0], [0.86, 0.938225, 0.97274178, 0.98797231, 0.99469278]),
    ],
)
def test_step_by_step_the_predictions_are_those_of_the_labs(alpha, frozen, preds):
    board = Bowls(*GAME, alpha, frozen=frozen)
    assert preds_of(board, len(preds) - 1) == pytest.approx(preds, rel=1e-6)


def test_three_steps_with_frozen_toes_lead_to_the_weights_of_lab_04():
    board = Bowls(*GAME, 0.3, frozen=[0])
    for _ in range(3):
        press(board, "one")
    assert weights_of(board) == pytest.approx([0.1, 0.24466147765625, -0.017548041250000077])
    assert "0.86, 0.9382, 0.9727, 0.988" in board.sheet.now["note"]


def test_a_frozen_weights_curve_slides_until_its_bottom_is_under_the_dot():
    board = Bowls(*GAME, 0.3, names=NAMES, frozen=[0])
    before = row_of(board)
    assert bottom_of(before, 0) == pytest.approx(1.02 / 8.5 - 0.03 / 8.5)
    press(board, "run")
    after = row_of(board)
    assert after["weight0"] == 0.1
    assert after["best0"] == pytest.approx(0.1, abs=1e-6)
    assert bottom_of(after, 0) == pytest.approx(0.1, abs=1e-6)
    assert after["curve_then0"] == pytest.approx(before["curve0"])
    assert after["error"] < 1e-11


def test_after_convergence_an_unfrozen_weight_does_not_move_since_delta_is_0():
    board = Bowls(*GAME, 0.3, frozen=[0])
    press(board, "run")
    move(board, freeze0=0)
    press(board, "one")
    assert board.state["weight0"] == 0.1
    assert NOTHING_LEFT in board.sheet.now["note"]


@pytest.mark.parametrize("frozen", [[0], [1], [2], [0, 1], [1, 2]])
def test_only_what_is_not_frozen_moves(frozen):
    board = Bowls(*GAME, 0.001, frozen=frozen)
    press(board, "ten")
    moved = [index for index in range(3) if weights_of(board)[index] != GAME[2][index]]
    assert moved == [index for index in range(3) if index not in frozen]


def test_with_all_frozen_nothing_moves_and_the_note_says_why():
    board = Bowls(*GAME, frozen=range(3))
    press(board, "ten")
    assert weights_of(board) == GAME[2]
    assert board.sheet.now["note"] == ALL_FROZEN


def test_every_place_of_a_slider_has_the_curves_of_all_weights():
    board = Bowls(*GAME)
    positions, columns = table_of(board, "weight1")
    assert positions == pytest.approx(board.layout.controls[1].positions())
    preds = 8.5 * 0.1 + 0.65 * positions - 1.2 * 0.1
    assert columns["preds"][:, 0] == pytest.approx(preds)
    others = preds[:, None] - 8.5 * 0.1 + 8.5 * columns["values0"]
    assert columns["curve0"] == pytest.approx((others - 1) ** 2, abs=1e-6)
    assert np.ptp(columns["curve1"], axis=0) == pytest.approx(np.zeros(31))  # its own curve stays


def test_what_stays_the_same_is_sent_once():
    board = Bowls(*GAME)
    table = board.sheet.tables["weight1"]
    changes = {name: each for name, _, each in table["columns"]}
    assert changes["curve0"]
    assert not changes["curve1"]
    assert not changes["curve_then0"]


def test_a_tangent_has_the_slope_of_its_curve():
    row, nudge = row_of(Bowls(*GAME)), 1e-6
    for index, value in enumerate(GAME[0]):
        slope = ((-0.14 + value * nudge) ** 2 - (-0.14 - value * nudge) ** 2) / (2 * nudge)
        assert row[f"slope{index}"] == pytest.approx(slope, rel=1e-6)


@pytest.mark.parametrize("inputs", [[3, 2], [8.5, 0.65, 1.2], [8.5, 0.65, 1.2, 0], [0, 0]])
def test_two_to_four_weights_have_a_bowl_each(inputs):
    board = Bowls(inputs, 1, [0.1] * len(inputs))
    assert board.trouble is None
    assert {"weight0", f"weight{len(inputs) - 1}", "alpha", "same"} <= set(board.sheet.tables)
    row = row_of(board)
    for index, value in enumerate(inputs):
        assert row[f"low{index}"] < row[f"weight{index}"] < row[f"high{index}"]
        assert math.isnan(row[f"best{index}"]) == (value == 0)


@pytest.mark.parametrize("same", [0, 1])
def test_the_windows_stay_still_until_a_dot_leaves_them(same):
    board = Bowls(*GAME, 0.1, same_scale=bool(same))
    first = row_of(board)
    move(board, weight0=first["weight0"] + 0.001)
    assert [row_of(board)[end] for end in ("low0", "high0", "top")] == [first[end] for end in ("low0", "high0", "top")]
    press(board, "ten")
    far = row_of(board)
    for index in range(3):
        assert far[f"low{index}"] <= far[f"weight{index}"] <= far[f"high{index}"]
    assert far["high0"] > first["high0"]
    assert far["top"] >= far["error"]


def test_with_the_same_scale_all_windows_are_equally_wide():
    board = Bowls(*GAME)
    move(board, same=1)
    row = row_of(board)
    assert len({round(row[f"high{i}"] - row[f"low{i}"], 9) for i in range(3)}) == 1
    assert list(row["values0"]) == sorted(row["values0"])


@pytest.mark.parametrize(
    ("size", "needed", "expected"),
    [(1, 0.5, 1), (1, 1, 1), (1, 1.5, 2), (2, 9, 16), (1, math.inf, 1), (1, math.nan, 1)],
)
def test_a_size_grows_by_doubling(size, needed, expected):
    assert doubled(size, needed) == expected


def test_a_window_holds_the_weight_and_if_it_can_the_bottom():
    assert window(0.0, 1.0, 2.0) == (-2.5, 1.5)
    assert window(5.0, 100.0, 2.0)[0] < 5.0 < window(5.0, 100.0, 2.0)[1]


def test_reset_puts_back_weights_alpha_boxes_and_the_way():
    board = Bowls(*GAME, frozen=[1])
    move(board, alpha=0.1, freeze1=0, same=1)
    press(board, "ten")
    press(board, "reset")
    assert board.state == board.start
    assert (board.state["freeze1"], board.state["alpha"], board.path) == (1.0, 0.01, ((0.1, 0.2, -0.1),))
    assert board.sheet.now["note"] == ""


def test_a_dragged_dot_begins_a_new_way_and_a_box_does_not():
    board = Bowls(*GAME)
    press(board, "one")
    move(board, freeze0=1)
    assert len(board.path) == 2
    move(board, weight0=0.11)
    assert board.path == ((0.11, *board.path[0][1:]),)
    assert board.path[0][0] == 0.11


def test_while_a_hand_drags_the_way_so_far_is_hidden():
    board = Bowls(*GAME)
    press(board, "one")
    _, columns = table_of(board, "weight0")
    assert np.isnan(columns["path0"]).all()


def test_a_run_that_diverges_ends_by_itself():
    board = Bowls(*GAME, 1.0)
    press(board, "run")
    assert board.trouble is None
    assert len(board.path) <= 201
    assert max(map(abs, weights_of(board))) <= 1e100


def test_200_steps_are_enough():
    board = Bowls(*GAME, 1e-9)
    for _ in range(21):
        press(board, "ten")
    assert len(board.path) == 201
    assert {"one", "ten", "run"} <= set(board.sheet.now["off"])


def test_the_words_say_every_number_and_what_is_frozen():
    said = Bowls(*GAME, 0.3, names=NAMES, frozen=[0]).sheet.now["said"]
    for part in ("pred 0.86, true 1, error 0.0196, delta -0.14, alpha 0.3", "toes: weight 0.1, weight_delta -1.19"):
        assert part in said
    assert "bottom at 0.1165, frozen" in said


def test_the_still_picture_says_the_same():
    alt = Bowls(*GAME, names=NAMES, frozen=[0]).still().alt
    assert "Network. Inputs: toes 8.5, record 0.65, fans 1.2" in alt
    assert "Error over each weight alone" in alt
    assert "toes is frozen" in alt


def test_in_plain_python_it_is_words(capsys):
    bowls(*GAME, names=NAMES)
    assert "delta -0.14" in capsys.readouterr().out


# The learner's functions ------------------------------------------------------------------------------------------------


def test_the_learners_functions_are_run_and_get_plain_lists():
    got = []

    def neural_network(inputs, weights):
        got.append((type(inputs), type(weights)))
        return 2 * sum(x * w for x, w in zip(inputs, weights, strict=True))

    def freeze(weight_deltas, frozen):
        got.append((type(weight_deltas), type(frozen)))
        return [0 if index in frozen else each for index, each in enumerate(weight_deltas)]

    assert row_of(Bowls(*GAME, 0.01, neural_network, freeze))["preds"] == pytest.approx(1.72)
    assert set(got) == {(list, list)}


def test_a_function_that_writes_into_its_arguments_harms_nothing():
    def compute_weight_deltas(inputs, delta):
        for index in range(len(inputs)):
            inputs[index] *= delta
        return inputs

    board = Bowls(*GAME, 0.01, compute_weight_deltas)
    press(board, "one")
    assert board.inputs == GAME[0]
    assert row_of(board)["preds"] == pytest.approx(0.9637575)


@pytest.mark.parametrize(
    ("name", "function", "says"),
    [
        ("neural_network", lambda inputs, weights: None, "`neural_network` gave `None`"),
        (
            "neural_network",
            lambda inputs, weights: [0.1],
            "`neural_network` gave a list of 1; the picture needs one number",
        ),
        ("neural_network", lambda inputs, weights: weights[3], "IndexError"),
        ("compute_weight_deltas", lambda inputs, delta: delta, "the picture needs 3 numbers"),
        ("compute_weight_deltas", lambda inputs, delta: [delta], "`compute_weight_deltas` gave a list of 1"),
        ("freeze", lambda weight_deltas, frozen: None, "`freeze` gave `None`"),
        ("freeze", lambda weight_deltas, frozen: 1 / 0, "ZeroDivisionError"),
        ("update_weights", lambda weights, weight_deltas, alpha: [weights], "the picture needs 3 numbers"),
    ],
)
def test_what_a_function_does_wrong_is_said_on_a_card_at_every_place(name, function, says):
    board = Bowls(*GAME, 0.01, **{name: function})
    assert says in board.trouble
    assert board.sheet.now["card"]
    for table in board.sheet.tables.values():
        assert opened(table)[1]["trouble"].all()
    press(board, "one")
    assert says in board.trouble


def test_a_function_that_fails_only_for_some_weights_has_a_card_only_there():
    def neural_network(inputs, weights):
        if weights[0] > 0.2:
            raise RuntimeError("too much")
        return sum(x * w for x, w in zip(inputs, weights, strict=True))

    board = Bowls([1, 1], 1, [0.1, 0.2], 0.01, neural_network)
    positions, columns = table_of(board, "weight0")
    assert "too much" in board.trouble  # the curve goes through those weights
    assert len(positions) == len(columns["trouble"])


def test_a_function_written_anew_is_used_at_once(notebook):  # noqa: F811
    notebook.run_cell("def neural_network(inputs, weights):\n    return 0.0")
    board = Bowls(*GAME, 0.01, notebook.user_ns["neural_network"])
    assert row_of(board)["preds"] == 0
    notebook.run_cell("def neural_network(inputs, weights):\n    return 1.0")
    row = row_of(board)
    assert (row["preds"], row["error"]) == (1, 0)
    assert not row["curve0"].any()
    assert not table_of(board, "weight0")[1]["curve1"].any()


@pytest.mark.parametrize(
    ("arguments", "named", "error", "says"),
    [
        (([8.5], 1, [0.1]), {}, ValueError, "inputs: expected 2 to 4, found 1. For a single weight use bowl"),
        (([1] * 5, 1, [1] * 5), {}, ValueError, "inputs: expected 2 to 4, found 5"),
        (([1, 2], 1, [0.1, 0.2, 0.3]), {}, ValueError, "inputs and weights: expected equal lengths, found 2 and 3"),
        (([1, 2], "1", [0.1, 0.2]), {}, TypeError, "true: expected one number"),
        (([1, "2"], 1, [0.1, 0.2]), {}, TypeError, "inputs: expected a list of numbers"),
        (([1, 2], 1, [0.1, math.nan]), {}, ValueError, "weights: expected finite numbers"),
        (([1, 2], 1, [0.1, 1e200]), {}, ValueError, "weights: expected at most 1e"),
        (([1, 2], 1, [0.1, 0.2], 0), {}, ValueError, "alpha: expected a number above 0"),
        (([1, 2], 1, [0.1, 0.2], max), {}, TypeError, "alpha: expected one number"),
        (([1, 2], 1, [0.1, 0.2]), {"frozen": [2]}, ValueError, "frozen: expected an index from 0 to 1, found 2"),
        (([1, 2], 1, [0.1, 0.2]), {"frozen": 0}, TypeError, "frozen: expected a list of indices"),
        (([1, 2], 1, [0.1, 0.2]), {"names": ["a"]}, ValueError, "names: expected 2, found 1"),
        (([1, 2], 1, [0.1, 0.2], 0.1, max), {}, TypeError, "found `max`"),
        (([1, 2], 1, [0.1, 0.2]), {"freeze": 3}, TypeError, "freeze: expected a function"),
    ],
)
def test_bad_arguments_get_one_line(arguments, named, error, says):
    with pytest.raises(error, match=says) as caught:
        bowls(*arguments, **named)
    assert "\n" not in str(caught.value)
