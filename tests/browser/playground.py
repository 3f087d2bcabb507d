"""A notebook with one live picture in it, made for a test: cells of code, opened and run as a student would."""

from __future__ import annotations

import uuid

import nbformat
from playwright.sync_api import Locator

from tests.browser.lab import Lab
from tests.browser.server import JupyterServer

SETUP = """import numpy as np
from course_utils import mnist, widgets

inputs, weights, names = [8.5, 0.65, 1.2], [0.1, 0.2, -0.1], ["toes", "record", "fans"]
table, trues = [[0.1, 0.1, -0.3], [0.1, 0.2, 0.0], [0.0, 1.3, 0.1]], [0.1, 1, 0.1]
few, some = mnist.load(1000), np.random.default_rng(0).normal(size=(10, 784))
"""
BOARDS = {
    "bowl": "board = widgets.bowl(8.5, 1, 0.1, 0.01)",
    "alpha": "board = widgets.explore_alpha(8.5, 1, 0.1, 0.01)",
    "bowls": "board = widgets.bowls(inputs, 1, weights, 0.01, names=names)",
    "surface": "board = widgets.error_surface(inputs, 1, weights, 0.3, pair=(1, 2), names=names)",
    "outputs": "board = widgets.outputs(inputs, trues, table, 0.01, input_names=names)",
    "training": "board = widgets.watch_training(few.x_train, few.y_train, test_images=few.x_test, test_labels=few.y_test)",
    "ten digits": "board = widgets.draw_digit(some)",
    "three or seven": "board = widgets.draw_digit(some[3])",
}
"""Every kind of live picture, by the cell that makes it."""


def play(lab: Lab, server: JupyterServer, *cells: str, theme: str = "light", zoom: float = 1) -> Locator:
    """Open a notebook with `cells`, run all of it, and return the first live picture in it."""
    name = f"play_{uuid.uuid4().hex[:8]}"
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell, id=f"cell-{place}") for place, cell in enumerate([SETUP, *cells])]
    )
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = server.home / "notebooks" / name / f"{name}.ipynb"
    path.parent.mkdir()
    nbformat.write(notebook, path)
    lab.open(name, theme=theme, zoom=zoom)
    lab.run_all()
    board = lab.page.locator(".gd-sheet").first
    board.locator("svg[role=img] *").first.wait_for(state="attached")
    board.scroll_into_view_if_needed()
    return board


def drag(
    lab: Lab, board: Locator, panel: str, start: tuple[float, float], end: tuple[float, float], moves: int = 8
) -> None:
    """Drag with the mouse from one place of a panel to another, each as shares of its width and height."""
    box = board.locator(f".gd-grab[data-panel={panel}]").bounding_box()
    assert box is not None
    places = [tuple(a + (b - a) * step / moves for a, b in zip(start, end, strict=True)) for step in range(moves + 1)]
    for number, (across, down) in enumerate(places):
        lab.page.mouse.move(box["x"] + across * box["width"], box["y"] + down * box["height"])
        if number == 0:
            lab.page.mouse.down()
    lab.page.mouse.up()


def words(board: Locator) -> str:
    """Return what the picture says of itself to who can't see it."""
    return board.locator("svg[role=img]").get_attribute("aria-label") or ""
