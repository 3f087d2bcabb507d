"""The live pictures in the real JupyterLab: dragged, stepped, broken and mended, by mouse and by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.lab import Lab
from tests.browser.playground import BOARDS, drag, play, words

FUNCTIONS = """
def neural_network(input, weight):
    return input * weight

def compute_delta(pred, true):
    return pred - true
"""
BOWL = "board = widgets.bowl(8.5, 1, 0.1, 0.01, neural_network, compute_delta)"


def test_dragging_the_dot_moves_it_in_the_page_and_in_the_kernel(lab, server):
    board = play(lab, server, FUNCTIONS, BOWL)
    assert lab.value("board.state['weight']") == 0.1
    drag(lab, board, "bowl", (0.43, 0.9), (0.8, 0.5))
    lab.wait_for_value("round(board.state['weight'], 2)", 0.19)
    weight = lab.value("board.state['weight']")
    expect(board.locator("output")).to_have_text(f"{weight:.4g}")
    expect(board.locator("svg[role=img]")).to_contain_text(f"slope {2 * 8.5 * (8.5 * weight - 1):.4g}")
    expect(board.locator("svg[role=img]")).to_have_attribute("aria-label", lab.value("board.sheet.now['said']"))


def test_the_picture_follows_the_hand_before_the_kernel_has_answered(lab, server):
    board = play(lab, server, FUNCTIONS, BOWL)
    box = board.locator(".gd-grab").bounding_box()
    lab.page.mouse.move(box["x"] + 0.8 * box["width"], box["y"] + 9)
    lab.page.mouse.down()
    shown = lab.page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => "
        "done(document.querySelector('.gd-sheet output').textContent))))"
    )
    lab.page.mouse.up()
    assert float(shown) == pytest.approx(0.19, abs=0.01)


def test_one_step_asks_for_a_guess_first_and_keeps_the_tally(lab, server):
    board = play(lab, server, FUNCTIONS, BOWL)
    board.get_by_role("button", name="One step").click()
    expect(board.locator(".gd-note")).to_contain_text("Guess first")
    assert lab.value("board.state['weight']") == 0.1
    board.get_by_label("up", exact=True).check()
    board.get_by_label("short of the bottom").check()
    board.get_by_role("button", name="One step").click()
    expect(board.locator(".gd-note")).to_contain_text("1 of 1")
    assert lab.value("board.state['weight']") == pytest.approx(0.11275)
    board.get_by_role("button", name="Ten steps").click()
    expect(board.locator("output")).to_have_text("0.1176")
    board.get_by_role("button", name="Reset").click()
    expect(board.locator("output")).to_have_text("0.1")
    assert lab.value("board.tally.made") == 0


def test_a_run_moves_by_itself_and_stops_when_told(lab, server):
    board = play(lab, server, FUNCTIONS, BOWL)
    run = board.get_by_role("button", name="Run or stop")
    run.click()
    expect(board.locator("output")).to_have_text("0.1128")
    run.click()
    lab.wait_for_value("board.running", False)
    assert len(lab.value("board.path")) < 10


def test_who_wants_less_motion_sees_a_run_at_once(lab, server):
    board = play(lab, server, FUNCTIONS, BOWL)
    lab.page.emulate_media(reduced_motion="reduce")
    board.get_by_role("button", name="Run or stop").click()
    expect(board.locator("output")).to_have_text("0.1176")


def test_a_function_broken_while_one_drags_shows_a_card_and_mended_it_goes_on(lab, server):
    board = play(lab, server, FUNCTIONS, BOWL)
    lab.write("cell-1", FUNCTIONS.replace("pred - true", "pred - treu"))
    lab.run("cell-1")
    drag(lab, board, "bowl", (0.43, 0.9), (0.7, 0.5))
    card = board.locator(".gd-card")
    expect(card).to_contain_text("NameError")
    expect(card).to_contain_text("compute_delta")
    assert lab.failures() == []
    lab.write("cell-1", FUNCTIONS)
    lab.run("cell-1")
    expect(card).to_be_empty()
    drag(lab, board, "bowl", (0.7, 0.5), (0.6, 0.5))
    expect(card).to_be_empty()


def test_the_edge_of_divergence_is_found_with_the_keyboard_alone(lab, server):
    board = play(lab, server, BOARDS["alpha"])
    slider = board.get_by_role("slider", name="alpha")
    slider.focus()
    while float(slider.get_attribute("aria-valuetext")) < 0.0285:
        lab.page.keyboard.press("ArrowRight")
    expect(board.locator(".gd-note")).to_contain_text("Edge found")
    expect(board.locator("svg[role=img]")).to_contain_text("edge 0.0277")
    assert lab.value("board.tried[8.5].edge") == pytest.approx(2 / 8.5**2, rel=0.02)


def test_an_explosion_stays_in_sight(lab, server):
    board = play(lab, server, BOARDS["alpha"])
    board.get_by_role("slider", name="alpha").focus()
    lab.page.keyboard.press("End")
    expect(board.locator("svg[role=img]")).to_contain_text("it diverges")
    lab.wait_for_value("'diverges' in board.sheet.now['said']", True)
    low, high = (lab.value(f"float(board.row(board.state)['{end}'])") for end in ("low", "high"))
    assert low < 0.1 < 1 / 8.5 < high


def test_the_start_on_the_map_is_dragged_and_its_path_follows(lab, server):
    board = play(lab, server, BOARDS["surface"])
    drag(lab, board, "map", (0.5, 0.5), (0.3, 0.7))
    lab.wait_for_value("[round(board.state[name], 1) for name in ('first', 'second')] != [0.2, -0.1]", True)
    start = lab.value("[board.state['first'], board.state['second']]")
    path = lab.value("board.path(board.state)")
    assert path[0] == start
    board.get_by_label("freeze record").check()
    expect(board.locator("svg[role=img]")).to_have_attribute(
        "aria-label", re.compile("Frozen: record; the path is straight")
    )
    assert {weight for weight, _ in lab.value("board.path(board.state)")} == {start[0]}


def test_one_of_several_weights_is_dragged_frozen_and_left_behind(lab, server):
    board = play(lab, server, BOARDS["bowls"])
    drag(lab, board, "bowl1", (0.5, 0.5), (0.7, 0.5))
    lab.wait_for_value("board.state['weight1'] > 0.25", True)
    dragged = lab.value("board.state['weight1']")
    board.get_by_label("freeze record").check()
    lab.wait_for_value("board.state['freeze1']", 1.0)
    board.get_by_role("button", name="Ten steps").click()
    lab.wait_for_value("board.state['weight0'] != 0.1", True)
    assert lab.value("board.state['weight1']") == dragged
    board.get_by_role("button", name="Reset").click()
    lab.wait_for_value("[board.state[f'weight{n}'] for n in range(3)] == weights", True)


def test_an_input_of_0_silences_its_column_of_the_grid(lab, server):
    board = play(lab, server, BOARDS["outputs"])
    slider = board.get_by_role("slider", name="toes")
    slider.focus()
    while float(slider.get_attribute("aria-valuetext").replace("\u2212", "-")) > 0:
        lab.page.keyboard.press("PageDown")
    while float(slider.get_attribute("aria-valuetext").replace("\u2212", "-")) < 0:
        lab.page.keyboard.press("ArrowRight")
    lab.wait_for_value("board.state['input0']", 0.0)
    weight_deltas = lab.value("board.row(board.state)['weight_deltas'].reshape(3, 3)")
    assert [row[0] for row in weight_deltas] == [0, 0, 0]
    assert all(row[1] for row in weight_deltas)
    before = lab.value("board.row(board.state)['weights']")
    board.get_by_role("button", name="One step").click()
    lab.wait_for_value("board.sheet.now['seq'] > 1 and board.row(board.state)['weights'][1] != table[0][1]", True)
    assert lab.value("board.row(board.state)['weights']")[0] == before[0]
    board.get_by_role("button", name="Reset").click()
    lab.wait_for_value("board.state['input0']", 8.5)


@pytest.fixture(scope="module", params=["light", "dark"])
def gallery(request, browser, server):
    """Every live picture in one notebook, in either theme; its tests only look."""
    lab = Lab(browser, server)
    play(lab, server, *BOARDS.values(), theme=request.param)
    yield lab
    lab.close()
    assert lab.errors == []
    assert lab.foreign == []


def test_axe_finds_no_serious_fault(gallery):
    assert gallery.page.locator(".gd-sheet").count() == len(BOARDS)
    assert gallery.axe(".gd-sheet") == []


@pytest.mark.parametrize("place", range(len(BOARDS)), ids=BOARDS)
def test_every_control_is_reached_by_tab_has_a_name_and_says_its_value(gallery, place):
    board = gallery.page.locator(".gd-sheet").nth(place)
    controls = board.locator("input, select, button")
    controls.first.focus()
    focused = "document.activeElement.id || document.activeElement.textContent"
    reached = {gallery.page.evaluate(focused)}
    for _ in range(controls.count()):
        gallery.page.keyboard.press("Tab")
        reached.add(gallery.page.evaluate(focused))
    wanted = controls.evaluate_all(
        "each => each.filter(x => x.type !== 'radio' && !x.disabled).map(x => x.id || x.textContent)"
    )
    assert set(wanted) <= reached
    assert all(board.locator("input[type=range]").evaluate_all("all => all.map(x => x.ariaValueText)"))
    assert words(board)


def test_the_still_pictures_are_hidden_by_the_live_ones_and_have_their_words(gallery):
    stills = gallery.page.locator("[data-still]")
    assert stills.count() == len(BOARDS)
    for still in stills.all():
        expect(still).to_be_hidden()
        assert still.locator("img").get_attribute("alt")


def test_at_200_percent_nothing_is_cut_off_and_all_text_is_large_enough(lab, server):
    play(lab, server, *BOARDS.values(), zoom=2)
    for board in lab.page.locator(".gd-sheet").all():
        heights = board.locator("svg[role=img] text").evaluate_all(
            "all => all.filter(x => x.textContent.trim()).map(x => [x.textContent, x.getBoundingClientRect().height])"
        )
        # of the page's own pixels, each two on the screen
        assert [text for text, height in heights if height < 9] == []
        assert board.evaluate("sheet => sheet.scrollWidth <= sheet.clientWidth + 1")
