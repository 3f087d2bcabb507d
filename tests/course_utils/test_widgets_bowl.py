"""The bowl, the explorer of alpha, and the map of the error: what they show, and what follows from a hand's moves."""

from __future__ import annotations

import math

import numpy as np
import pytest

from course_utils.widgets.bowl import Bowl, Tally, bowl, landing
from course_utils.widgets.error_surface import Surface, error_surface
from course_utils.widgets.explore_alpha import VERDICTS, AlphaExplorer, Tried, explore_alpha
from tests.course_utils.boards import move, press, row_of, table_of

GAME = ([8.5, 0.65, 1.2], 1, [0.1, 0.2, -0.1])


class TestBowl:
    def test_the_first_game_is_shown_with_its_numbers(self):
        row = row_of(Bowl(8.5, 1, 0.1, 0.01))
        shown = {name: row[name] for name in ("pred", "error", "delta", "weight_delta", "new_weight")}
        assert shown == pytest.approx(
            {"pred": 0.85, "error": 0.0225, "delta": -0.15, "weight_delta": -1.275, "new_weight": 0.11275}
        )

    def test_the_tangent_has_the_slope_of_the_curve(self):
        row = row_of(Bowl(8.5, 1, 0.1, 0.01))
        nudge = 1e-6
        slope = ((8.5 * (0.1 + nudge) - 1) ** 2 - (8.5 * (0.1 - nudge) - 1) ** 2) / (2 * nudge)
        assert row["slope"] == pytest.approx(slope)

    def test_every_place_of_the_slider_has_its_own_numbers(self):
        board = Bowl(8.5, 1, 0.1, 0.01)
        positions, columns = table_of(board, "weight")
        assert positions == pytest.approx(board.layout.controls[0].positions())
        assert columns["pred"][:, 0] == pytest.approx(8.5 * positions)
        assert columns["error"][:, 0] == pytest.approx((8.5 * positions - 1) ** 2)

    def test_ten_steps_lead_where_ten_single_ones_lead(self):
        at_once, one_by_one = Bowl(8.5, 1, 0.1, 0.01), Bowl(8.5, 1, 0.1, 0.01)
        press(at_once, "ten")
        for _ in range(10):
            press(one_by_one, "one", way="up", landing="short of the bottom")
        assert row_of(at_once)["weight"] == row_of(one_by_one)["weight"]
        assert one_by_one.tally == Tally(10, 10)
        assert "10 of 10" in one_by_one.sheet.now["note"]

    def test_reset_forgets_the_path_the_tally_and_the_place(self):
        board = Bowl(8.5, 1, 0.1, 0.01)
        press(board, "one", way="down", landing="past the bottom")
        assert board.sheet.now["note"].startswith("Not so.")
        press(board, "reset")
        assert board.state == {"weight": 0.1}
        assert board.tally == Tally()
        assert board.sheet.now["note"] == ""

    def test_where_the_next_step_is_to_be_guessed_it_is_not_shown(self):
        arrows = [
            [m for m in Bowl(8.5, 1, 0.1, 0.01, ahead=a).layout.marks if m["kind"] == "arrow"] for a in (True, False)
        ]
        assert [len(each) for each in arrows] == [1, 0]
        assert "new_weight" in Bowl(8.5, 1, 0.1, 0.01).sheet.now["said"]
        assert "new_weight" not in Bowl(8.5, 1, 0.1, 0.01, ahead=False).sheet.now["said"]

    def test_right_guesses_in_a_row_are_counted_until_a_wrong_one(self):
        board = Bowl(8.5, 1, 0.1, 0.01, ahead=False)
        notes = []
        for landing_said in ("short", "short", "past", "short"):
            press(board, "one", way="up", landing=f"{landing_said} of the bottom".replace("past of", "past"))
            notes.append(board.sheet.now["note"].rpartition("so far: ")[2])
        assert notes == ["1 of 1.", "2 of 2, 2 in a row.", "2 of 3.", "3 of 4."]

    def test_at_the_bottom_delta_is_0_whatever_the_slider_rounds(self):
        board = Bowl(8.5, 1, 0.1)
        positions, columns = table_of(board, "weight")
        assert np.abs(columns["slope"]).min() < 1e-12
        assert len(positions) == 401

    @pytest.mark.parametrize(
        ("weight", "new", "best", "expected"),
        [
            (0.1, 0.11, 0.12, ("up", "short of the bottom")),
            (0.1, 0.14, 0.12, ("up", "past the bottom")),
            (0.2, 0.15, 0.12, ("down", "short of the bottom")),
            (0.2, 0.05, 0.12, ("down", "past the bottom")),
            (0.1, 0.12, 0.12, ("up", "at the bottom")),
            (0.1, 0.1, None, ("nowhere", "on flat ground")),
            (0.1, 0.05, 0.12, ("down", "short of the bottom")),
        ],
    )
    def test_a_landing_is_named(self, weight, new, best, expected):
        assert landing(weight, new, best) == expected

    @pytest.mark.parametrize(
        ("guess", "right"),
        [
            (("up", "short of the bottom"), 1),
            (("up", "past the bottom"), 0),
            (("down", "short of the bottom"), 0),
            ((None, None), 0),
        ],
    )
    def test_a_guess_is_right_only_in_both_parts(self, guess, right):
        tally, _ = Tally().after({"way": guess[0], "landing": guess[1]}, "up", "short of the bottom")
        assert (tally.right, tally.made) == (right, 1)

    def test_a_weight_that_runs_away_stays_in_the_picture_and_ends_in_time(self):
        board = Bowl(8.5, 1, 0.1, 0.04)
        for _ in range(15):
            press(board, "ten")
        row = row_of(board)
        assert row["low"] <= row["weight"] <= row["high"]
        press(board, "run")
        assert abs(board.state["weight"]) < 1e100
        assert len(board.path) <= 202

    def test_an_input_of_zero_makes_flat_ground(self):
        board = Bowl(0, 1, 0.1, 0.01)
        assert "flat" in board.sheet.now["said"]
        press(board, "one", way="up", landing="past the bottom")
        assert "went nowhere" in board.sheet.now["note"]

    def test_it_shows_what_a_wrong_function_says_not_what_it_should_say(self):
        board = Bowl(8.5, 1, 0.1, 0.01, compute_delta=lambda pred, true: true - pred)
        press(board, "one", way="up", landing="short of the bottom")
        assert "it went down" in board.sheet.now["note"]

    @pytest.mark.parametrize(
        ("arguments", "kind", "says"),
        [
            (("8.5", 1, 0.1), TypeError, "input: expected one number, found the text '8.5'"),
            ((8.5, math.nan, 0.1), ValueError, "true"),
            ((8.5, 1, 1e200), ValueError, "weight"),
            ((8.5, 1, 0.1, 0), ValueError, "alpha: expected a number above 0"),
            ((8.5, 1, 0.1, 0.01, "text"), TypeError, "expected functions"),
        ],
    )
    @pytest.mark.parametrize("show", [bowl, explore_alpha])
    def test_what_makes_no_picture_is_refused_in_one_line(self, show, arguments, kind, says):
        with pytest.raises(kind) as caught:
            show(*arguments)
        assert says in str(caught.value)

    def test_without_a_notebook_it_is_told_in_words(self, capsys):
        bowl(8.5, 1, 0.1)
        assert "weight_delta -1.275" in capsys.readouterr().out


class TestAlpha:
    @pytest.mark.parametrize(
        ("alpha", "verdict"),
        [
            (0.001, "slides down one side"),
            (0.0138, "slides down one side"),
            (1 / 72.25, "the bottom in one step"),
            (0.0139, "zigzags across the bottom, ever lower"),
            (0.0276, "zigzags across the bottom, ever lower"),
            (2 / 72.25, "swings for ever, never nearer"),
            (0.0278, "zigzags, ever higher: it diverges"),
        ],
    )
    def test_each_alpha_has_its_verdict(self, alpha, verdict):
        assert VERDICTS[int(row_of(AlphaExplorer(8.5, 1, 0.1, alpha))["verdict"])] == verdict

    def test_the_errors_are_those_of_the_lesson(self):
        row = row_of(AlphaExplorer(8.5, 1, 0.1, 0.01))
        assert row["errors"][:4] == pytest.approx([0.0225, 0.00173264, 0.000133424, 0.0000102745], rel=1e-5)

    def test_the_edge_is_marked_once_it_is_found_and_not_before(self):
        board = AlphaExplorer(8.5, 1, 0.1, 0.01)
        assert math.isnan(row_of(board)["edge"])
        for alpha in (0.02, 0.03):
            move(board, alpha=alpha)
        assert math.isnan(row_of(board)["edge"])
        assert "the edge lies between" in board.sheet.now["note"]
        for alpha in (0.0275, 0.028):
            move(board, alpha=alpha)
        assert row_of(board)["edge"] == pytest.approx(2 / 8.5**2, rel=0.02)
        assert "Edge found" in board.sheet.now["note"]
        press(board, "reset")
        assert math.isnan(row_of(board)["edge"])

    def test_another_input_has_another_edge(self):
        board = AlphaExplorer(8.5, 1, 0.1, 0.01)
        for alpha in (0.0275, 0.028):
            move(board, alpha=alpha)
        move(board, input=4.25)
        assert math.isnan(row_of(board)["edge"])
        move(board, input=8.5)
        assert not math.isnan(row_of(board)["edge"])

    @pytest.mark.parametrize(
        ("alpha", "weight", "number"), [(0.0442, 0.1, 8.5), (0.0442, -5.0, 8.5), (0.01, 0.1, 0.0), (0.0442, 0.2, -10.2)]
    )
    def test_the_axes_hold_the_bottom_and_the_start_whatever_the_path_does(self, alpha, weight, number):
        board = AlphaExplorer(8.5, 1, 0.1, 0.01)
        move(board, alpha=alpha, weight=weight, input=number, steps=30)
        row = row_of(board)
        assert row["low"] <= weight <= row["high"]
        assert np.isfinite([row[name] for name in ("low", "high", "bottom", "top", "power_low", "power_high")]).all()
        assert row["low"] < row["high"]
        assert np.nanmax(row["powers"]) <= row["power_high"]

    def test_steps_are_taken_up_to_thirty(self):
        board = AlphaExplorer(8.5, 1, 0.1, 0.01)
        for _ in range(4):
            press(board, "ten")
        assert board.state["steps"] == 30
        assert board.sheet.now["off"] == ["one", "ten", "run"]

    def test_a_run_shows_the_path_from_its_beginning_to_its_end(self):
        board = AlphaExplorer(8.5, 1, 0.1, 0.01)
        press(board, "run")
        assert board.state["steps"] == 30

    def test_tried_alphas_are_kept_in_order(self):
        tried = Tried()
        for alpha, verdict in ((0.02, 1), (0.01, 1), (0.03, 5), (0.028, 5), (0.5, 0)):
            tried = tried.after(alpha, verdict)
        assert tried == Tried((0.01, 0.02), (0.028, 0.03))
        assert tried.between == (0.02, 0.028)


class TestSurface:
    def test_with_the_toes_held_the_predictions_are_those_of_lab_4(self):
        board = Surface(*GAME, 0.3, pair=(1, 2))
        preds = []
        for steps in range(5):
            move(board, steps=steps)
            preds.append(row_of(board)["pred"])
        assert preds == pytest.approx([0.86, 0.938225, 0.97274178, 0.98797231, 0.99469278])

    def test_a_frozen_weight_makes_the_path_straight(self):
        board = Surface(*GAME, 0.3, pair=(1, 2), frozen=[1])
        row = row_of(board)
        assert np.nanmax(row["path_x"]) == np.nanmin(row["path_x"]) == 0.2
        assert np.nanmax(row["path_y"]) > -0.1
        move(board, freeze_second=1)
        assert np.nanmax(row_of(board)["path_y"]) == -0.1
        assert "nothing moves" in board.sheet.now["said"]

    def test_the_slices_go_through_the_end_of_the_path(self):
        board = Surface(*GAME, 0.3, pair=(1, 2))
        row = row_of(board)
        assert row["error_first"] == pytest.approx(row["error_second"])
        assert row["error_first"] == pytest.approx((row["pred"] - 1) ** 2)
        values = np.linspace(row["low"], row["high"], 61)
        assert row["slice_first"] == pytest.approx((8.5 * 0.1 + 0.65 * values + 1.2 * row["end_y"] - 1) ** 2)

    def test_each_contour_line_is_where_the_error_is_what_it_says(self):
        row = row_of(Surface(*GAME, 0.3, pair=(1, 2)))
        labelled = (0.85 + 0.65 * row["labels_x"] + 1.2 * row["labels_y"] - 1) ** 2
        assert labelled == pytest.approx(row["labels"], rel=0.02, abs=1e-4)
        assert np.isnan(row["contours_x"]).sum() == len(row["labels"]) + 1
        assert 0.85 + 0.65 * row["floor_x"] + 1.2 * row["floor_y"] == pytest.approx([1, 1])

    def test_the_start_can_be_dragged_in_both_directions_at_once(self):
        board = Surface(*GAME, 0.3, pair=(1, 2))
        move(board, first=0.0, second=0.05)
        row = row_of(board)
        assert (row["path_x"][0], row["path_y"][0]) == (0.0, 0.05)

    def test_it_runs_the_learners_functions_and_shows_what_they_raise(self):
        seen = []

        def train_frozen(inputs, true, weights, alpha, frozen, iterations):
            seen.append((type(inputs), type(weights), frozen, iterations))
            return weights, []

        def error_along(inputs, true, weights, index, values):
            raise RuntimeError("not ready")

        still = Surface(*GAME, 0.3, train_frozen, pair=(1, 2))
        assert set(map(str, seen)) == {
            str((list, list, [0], 1)),
            str((list, list, [0, 1], 1)),
            str((list, list, [0, 2], 1)),
        }
        assert row_of(still)["end_x"] == 0.2
        assert "not ready" in Surface(*GAME, 0.3, error_along, pair=(1, 2)).sheet.now["card"]

    @pytest.mark.parametrize("result", [None, 3, ([1.0], []), ("abc", []), ([1, 2, 3, 4], [])])
    def test_a_train_frozen_that_gives_something_else_is_named(self, result):
        board = Surface(*GAME, 0.3, pair=(1, 2), train_frozen=lambda *arguments: result)
        assert "train_frozen" in board.sheet.now["card"]

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"pair": (0, 0)}, "pair"),
            ({"pair": (0, 3)}, "pair"),
            ({"pair": (0, 1, 2)}, "pair"),
            ({"inputs": [0, 1, 2]}, "pair"),
            ({"names": ["a"]}, "inputs and names"),
            ({"weights": [1, 2]}, "inputs and weights"),
            ({"alpha": -1}, "alpha"),
        ],
    )
    def test_what_makes_no_map_is_refused_in_one_line(self, change, says):
        arguments = {"inputs": GAME[0], "true": 1, "weights": GAME[2], **change}
        with pytest.raises(ValueError, match=f"^{says}[^\n]*$"):
            error_surface(**arguments)

    def test_a_wild_alpha_is_told(self):
        board = Surface(*GAME, 0.3, pair=(0, 1))
        assert "alpha is too large" in board.sheet.now["note"]
        assert board.sheet.now["card"] == ""
