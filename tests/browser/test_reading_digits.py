"""Digits in the real JupyterLab: a network that learns while one watches, and a square to draw in."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.lab import Lab
from tests.browser.playground import BOARDS, play


def stroke(lab: Lab, *places: tuple[float, float]) -> None:
    """Draw a line with the mouse through places of the square, each as shares of its width and height."""
    box = lab.page.get_by_label("Drawing pad").bounding_box()
    assert box is not None
    for number, (across, down) in enumerate(places):
        lab.page.mouse.move(box["x"] + across * box["width"], box["y"] + down * box["height"], steps=5)
        if number == 0:
            lab.page.mouse.down()
    lab.page.mouse.up()


def images_of(board: Locator) -> list[str]:
    """Return the pictures made of numbers in a live picture, as they are now."""
    return board.locator("svg[role=img] image").evaluate_all("all => all.map(each => each.getAttribute('href'))")


def test_it_learns_while_one_watches_stops_when_told_and_goes_on(lab, server):
    board = play(lab, server, BOARDS["training"], "free = 1 + 1")
    assert lab.value("board.weights.any()") is False
    before = images_of(board)
    start = board.get_by_role("button", name="Start or stop")
    start.click()
    lab.wait_for_value("board.training.seen > 300", True)
    lab.run("cell-2")  # other cells go on meanwhile
    start.click()
    lab.wait_for_value("board.running", False)
    seen = lab.value("board.training.seen")
    assert images_of(board) != before
    expect(board.locator("svg[role=img]")).to_contain_text(f"{seen} of 3000 images seen")
    start.click()
    lab.wait_for_value("board.training.seen", 3000)
    board.get_by_role("button", name="Reset").click()
    lab.wait_for_value("board.training.seen", 0)


def test_any_image_can_be_questioned(lab, server):
    board = play(lab, server, BOARDS["training"])
    board.get_by_role("button", name="One epoch").click()
    lab.wait_for_value("board.training.seen", 1000)
    before = images_of(board)
    board.get_by_role("button", name="Next image").click()
    lab.wait_for_value("board.state['image']", 1.0)
    board.get_by_label("why this score?").select_option(label="4")
    lab.wait_for_value("board.state['digit']", 5.0)
    lab.wait_for_value("len(board.sheet.now['said']) > 0", True)
    assert images_of(board)[-2:] != before[-2:]


def test_a_stroke_has_its_scores_and_can_be_kept(lab, server):
    play(lab, server, BOARDS["ten digits"])
    stroke(lab, (0.5, 0.2), (0.5, 0.8))
    lab.wait_for_value("bool(board.image.any())", True)
    board = lab.page.locator(".gd-sheet")
    board.get_by_role("button", name="Keep this drawing").click()
    lab.wait_for_value("len(board.kept)", 1)
    assert lab.value("(board.kept[0] == board.image).all().item()")
    scores = lab.value("(some @ (board.image.reshape(784) / 255)).tolist()")
    expect(board.locator("svg[role=img]")).to_contain_text(f"{max(scores):.3g}")
    lab.page.get_by_role("button", name="Clear").click()
    lab.wait_for_value("bool(board.image.any())", False)
    assert lab.value("len(board.kept)") == 1


def test_one_can_draw_and_wipe_with_the_keyboard_alone(lab, server):
    play(lab, server, BOARDS["three or seven"])
    lab.page.get_by_label("Drawing pad").focus()
    lab.page.keyboard.press("Space")
    for _ in range(8):
        lab.page.keyboard.press("ArrowDown")
    lab.page.keyboard.press("Space")
    lab.wait_for_value("bool(board.image.any())", True)
    lab.page.keyboard.press("Delete")
    lab.wait_for_value("bool(board.image.any())", False)


def test_the_threshold_moves_the_answer_and_the_bias_the_score(lab, server):
    play(lab, server, BOARDS["three or seven"])
    stroke(lab, (0.3, 0.2), (0.7, 0.2), (0.5, 0.8))
    lab.wait_for_value("bool(board.image.any())", True)
    board = lab.page.locator(".gd-sheet")
    for end, answer in (("Home", "three"), ("End", "seven")):
        board.get_by_role("slider", name="threshold").focus()
        lab.page.keyboard.press(end)
        expect(board.locator("svg[role=img]")).to_contain_text(answer)
    before = lab.value("board.row(board.state)")
    board.get_by_role("slider", name="bias").focus()
    lab.page.keyboard.press("End")
    lab.wait_for_value("board.state['bias'] > 0", True)
    assert lab.value("board.row(board.state)") != before


def test_a_function_that_fails_on_a_drawing_shows_its_card(lab, server):
    play(
        lab,
        server,
        "def neural_network(image, weights):\n    return image @ weights\nboard = widgets.draw_digit(some, neural_network)",
    )
    stroke(lab, (0.5, 0.2), (0.5, 0.8))
    expect(lab.page.locator(".gd-card")).to_contain_text("ValueError")
    assert lab.failures() == []
