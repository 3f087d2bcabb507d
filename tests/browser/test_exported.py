"""Where no kernel is behind the page, a live picture is its still one: exported to HTML, and opened without a network."""

from __future__ import annotations

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter

from tests.browser.playground import BOARDS, SETUP


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """An executed notebook with every live picture, as a page of HTML."""
    cells = [nbformat.v4.new_code_cell(cell) for cell in (SETUP, *BOARDS.values())]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    body, _ = HTMLExporter().from_notebook_node(notebook)
    page = tmp_path_factory.mktemp("exported") / "pictures.html"
    page.write_text(body, encoding="utf-8")
    return notebook, page


def test_nbval_and_the_terminal_see_each_picture_in_words(exported):
    notebook, _ = exported
    for cell in notebook.cells[1:]:
        words = [output.data["text/plain"] for output in cell.outputs if "data" in output]
        assert len(words[0]) > 40


def test_every_still_picture_is_seen_in_the_exported_page(exported, browser):
    _, path = exported
    page = browser.new_page()
    page.route(
        "**/*", lambda route: route.continue_() if route.request.url.startswith(("file:", "data:")) else route.abort()
    )
    page.goto(path.as_uri())
    stills = page.locator("[data-still] img")
    assert stills.count() == len(BOARDS)
    for still in stills.all():
        still.scroll_into_view_if_needed()
        assert still.is_visible()
        assert still.get_attribute("alt")
        assert still.evaluate("image => image.naturalWidth") > 300
    page.close()
