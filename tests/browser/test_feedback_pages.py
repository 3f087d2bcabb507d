"""A feedback page as a student or an instructor opens it: nothing in it runs, loads or covers, and all there is to read is there."""

import base64
import json
import re

import pytest
from playwright.sync_api import expect

from autograder.feedback import graded_work, write_feedback
from autograder.grading import grade
from autograder.notebook_files import read_notebook
from autograder.submissions import find_submissions
from course_utils.picture import new_picture
from tests.browser.hostile import ELSEWHERE, hostile_cells, unguarded_page
from tests.conftest import answered, course_of, hand_in, solved_sources

LAB = "01_single_weight"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
WATCH = "window.hits = []; window.hit = name => window.hits.push(name); window.alert = window.hit;"
# What no page of ours has in it.
FORBIDDEN = (
    "script iframe frame object embed form input button textarea select link base svg math video "
    "audio picture source template dialog noscript canvas portal"
)


@pytest.fixture(scope="module")
def pages(course, tmp_path_factory):
    """The pages of two students: one is wrong in one function, the other has a hostile notebook; by student."""
    home = tmp_path_factory.mktemp("feedback")
    own = course_of(home / "course", LAB)
    folder = own.class_folder / "submitted"
    solved = solved_sources(course, LAB)
    wrong = {**solved, "compute_delta": "def compute_delta(pred, true):\n    return true - pred"}
    hand_in(folder, "dalia", LAB, answered(course, LAB, wrong))
    hand_in(folder, "mallory", LAB, answered(course, LAB, wrong))
    assert [result.status for result in grade(own, find_submissions(folder, [LAB]))] == ["graded", "graded"]
    with own.gradebook() as gradebook:
        gradebook.update_or_create_student(
            "mallory", first_name="<img src=x onerror=hit(80)>", last_name='"\u202e</title>'
        )
        comment = gradebook.find_comment("train", LAB, LAB, "mallory")
        comment.manual_comment = "Well *done*, see <script>hit(81)</script>"
        gradebook.db.commit()
    add_cells(own, "mallory", hostile_cells())
    figure = new_picture("A bowl, lowest at 1")
    plain = {"image/png": base64.b64encode(figure.png()).decode(), "text/plain": "<Figure size 640x480 with 1 Axes>"}
    add_cells(own, "dalia", [shows({"text/html": figure.html(), "text/plain": figure.alt}), shows(plain)])
    written = list(write_feedback(own, graded_work(own, [LAB])))
    assert [page.reason for page in written] == ["", ""]
    return {page.student: page.path for page in written}


def shows(data):
    from nbformat.v4 import new_code_cell, new_output

    return new_code_cell("show()", outputs=[new_output("display_data", data=data)])


def add_cells(course, student, cells):
    """Write cells and outputs into a graded notebook, whatever the engine would have kept of them."""
    path = course.class_folder / "autograded" / student / LAB / f"{LAB}.ipynb"
    notebook = read_notebook(path)
    notebook.cells += cells
    path.chmod(0o644)
    path.write_text(json.dumps(notebook, ensure_ascii=True), encoding="utf-8")


class Opened:
    """A page in the browser, and what it did."""

    def __init__(self, browser, path):
        self.page = browser.new_page()
        self.asked, self.dialogs, self.opened = [], [], []
        self.page.add_init_script(WATCH)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.page.on("popup", lambda popup: self.opened.append(popup.url))
        self.page.goto(path.as_uri())
        self.url = path.as_uri()

    def foreign(self):
        """What was asked for besides the page itself and what is in it."""
        return [url for url in self.asked if url != self.url and not url.startswith("data:image/")]

    def hits(self):
        return self.page.evaluate("window.hits")


@pytest.fixture
def opened(browser):
    open_pages = []

    def open_page(path):
        open_pages.append(Opened(browser, path))
        return open_pages[-1]

    yield open_page
    for each in open_pages:
        each.page.close()


@pytest.fixture(params=["as it is", "without its policy"])
def hostile_page(request, pages, opened, tmp_path):
    """The hostile page; without its policy, what the cleaning of the HTML alone is worth."""
    html = pages["mallory"].read_text(encoding="utf-8")
    path = tmp_path / "page.html"
    path.write_text(html if request.param == "as it is" else POLICY.sub("", html, count=1), encoding="utf-8")
    return opened(path)


def test_in_an_unguarded_page_the_payloads_work(opened, tmp_path):
    path = tmp_path / "unguarded.html"
    path.write_text(unguarded_page(), encoding="utf-8")
    page = opened(path)
    page.page.wait_for_function("window.hits.length >= 10")
    assert any(url.startswith(ELSEWHERE) for url in page.foreign())


def test_a_hostile_notebook_runs_nothing_and_asks_nobody(hostile_page):
    page = hostile_page.page
    for link in page.locator("main a:not([href^='http'])").all()[:40]:
        link.dispatch_event("click")
    for place in page.locator("main div, main b, main a").all()[:200]:
        place.dispatch_event("mouseover")
    page.mouse.wheel(0, 10**6)
    assert (hostile_page.hits(), hostile_page.dialogs, hostile_page.opened, hostile_page.foreign()) == ([], [], [], [])
    assert page.url == hostile_page.url


def test_no_element_or_attribute_of_a_hostile_notebook_is_left_that_could(hostile_page):
    page = hostile_page.page
    assert [tag for tag in FORBIDDEN.split() if page.locator(tag).count()] == []
    assert page.locator("style").count() == 1
    attributes = page.evaluate(
        "[...new Set([...document.querySelectorAll('body *')].flatMap(e => e.getAttributeNames()))].sort()"
    )
    assert [name for name in attributes if name.startswith("on") or name in {"srcdoc", "srcset", "ping", "name"}] == []
    links = page.evaluate("[...document.links].map(link => link.getAttribute('href'))")
    assert [link for link in links if not link.startswith(("#cell-", "https://", "http://", "mailto:"))] == []
    pictures = page.evaluate("[...document.images].map(image => image.getAttribute('src') || '')")
    assert [source for source in pictures if source and not source.startswith("data:image/")] == []


def test_a_hostile_notebook_covers_and_hides_nothing(hostile_page):
    page = hostile_page.page
    total = page.locator("header .total")
    expect(total).to_have_text("7 of 10 points")
    box = total.bounding_box()
    on_top = page.evaluate("([x, y]) => document.elementFromPoint(x, y).className", [box["x"] + 5, box["y"] + 5])
    assert on_top == "total"
    places = page.evaluate(
        "[...new Set([...document.querySelectorAll('body *')].map(e => getComputedStyle(e).position))]"
    )
    assert places == ["static"]
    header = page.locator("header").bounding_box()
    assert page.locator("main").bounding_box()["y"] >= header["y"] + header["height"]


def test_a_name_with_markup_is_a_name(hostile_page):
    expect(hostile_page.page.locator(".who")).to_contain_text("mallory")
    expect(hostile_page.page.locator(".who")).to_contain_text("<img src=x onerror=hit(80)>")
    assert hostile_page.page.title() == "01 single weight: feedback"


def test_the_comment_is_there_and_harmless(hostile_page):
    comment = hostile_page.page.locator(".comment").filter(has_text="Well")
    expect(comment).to_contain_text("Well done, see <script>hit(81)</script>")
    assert comment.locator("em").inner_text() == "done"


def test_a_plain_notebooks_page_shows_cards_code_and_pictures(pages, opened):
    page = opened(pages["dalia"])
    expect(page.page.locator("header .total")).to_have_text("7 of 10 points")
    card = page.page.get_by_role("status", name="compute_delta: Not right yet")
    expect(card).to_contain_text("the difference is taken the other way round")
    assert card.evaluate("card => getComputedStyle(card).borderLeftStyle") == "double"
    expect(page.page.get_by_role("status", name="compute_error: Right")).to_be_visible()
    card.get_by_text("A hint").click()
    expect(card.locator("details").first).to_have_attribute("open", "")
    row = page.page.locator("header").get_by_role("row").filter(has_text="compute_delta")
    expect(row).to_contain_text("0 of 1")
    expect(page.page.get_by_text("return true - pred")).to_be_visible()
    pictures = page.page.locator(".output img")
    assert [image.get_attribute("alt") for image in pictures.all()] == ["A bowl, lowest at 1", "A picture"]
    assert all(image.evaluate("image => image.naturalWidth") > 300 for image in pictures.all())
    assert (page.hits(), page.foreign()) == ([], [])


def test_a_link_of_the_table_leads_to_its_check(pages, opened):
    page = opened(pages["dalia"]).page
    page.get_by_role("link", name="train").click()
    expect(page.get_by_role("heading", name="The check: train")).to_be_in_viewport()
