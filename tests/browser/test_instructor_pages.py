"""Nbgrader's own pages as an instructor meets them in JupyterLab: the Validate button, and the Formgrader on a class."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from autograder.by_hand import marked_by_hand
from autograder.course import Course
from autograder.demo.classroom import STUDENTS, _written_by
from autograder.notebook_files import write_notebook
from tests.browser.hostile import hostile_cells
from tests.browser.server import wait_until
from tests.browser.test_feedback_pages import WATCH, add_cells
from tests.conftest import solved_sources

LAB = "01_single_weight"
SCORES = {"ada": "8 / 10", "dalia": "6 / 10", "hana": "0 / 10"}  # two points are given by hand
# Nbgrader's template of a submission takes MathJax from a public server; this stands in for it.
NO_MATHJAX = "MathJax = {Hub: {Startup: {signal: {Interest() {}}}, Config() {}, Queue() {}}};"


@pytest.fixture(scope="module")
def graded_class(server, course):
    """Three of the demo's students have handed in the first lab, and are graded."""
    for student in STUDENTS:
        if student.name in SCORES:
            path = server.home / "class" / "submitted" / student.name / LAB / f"{LAB}.ipynb"
            write_notebook(_written_by(student, LAB, course), path)
    command = [sys.executable, "-m", "autograder", "grade", LAB]
    done = subprocess.run(command, cwd=server.home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_validate_names_the_checks_of_a_lab_that_are_not_passed_yet(lab, course):
    answers = solved_sources(course, LAB)
    first, *others = answers
    lab.open(LAB)
    lab.write(first, answers[first])
    found = validate(lab)
    assert f"check({first})" not in found
    for name in others:
        assert f"check({name})" in found


def test_validate_finds_nothing_to_mend_in_a_solved_lab(lab):
    lab.open(LAB, edition="solutions")
    assert "Success" in validate(lab)


def test_the_formgrader_shows_each_students_score(lab, graded_class):
    pages = open_formgrader(lab)
    pages.get_by_role("row").filter(has_text=LAB).get_by_role("link", name=str(len(SCORES)), exact=True).click()
    for student, score in SCORES.items():
        expect(pages.get_by_role("row").filter(has_text=student)).to_contain_text(score)


def test_the_formgrader_opens_a_submission_with_its_cards_and_points(lab, graded_class):
    pages = open_formgrader(lab)
    asked = []
    lab.page.route("**/mathjax/**", lambda route: (asked.append(route.request.url), route.fulfill(body=NO_MATHJAX)))
    pages.get_by_role("link", name="Manage Students").click()
    follow(lab, pages.get_by_role("row").filter(has_text="dalia").get_by_role("link").first, "manage_students/dalia")
    follow(lab, pages.get_by_role("link", name=LAB), f"manage_students/dalia/{LAB}")
    pages.get_by_role("link", name=LAB).click()
    expect(pages.get_by_role("status", name="compute_error: Right")).to_be_visible()
    expect(pages.get_by_role("status", name="compute_delta: Not right yet")).to_be_visible()
    expect(pages.locator("#compute_error_check")).to_have_attribute("placeholder", "1")
    expect(pages.locator("#compute_delta_check")).to_have_attribute("placeholder", "0")
    assert lab.foreign == asked
    lab.foreign.clear()


def test_an_answer_in_words_is_marked_in_the_formgrader_and_counts(lab, server, graded_class):
    course = Course(server.home)
    pages = open_formgrader(lab)
    lab.page.route("**/mathjax/**", lambda route: route.fulfill(body=NO_MATHJAX))
    pages.get_by_role("link", name="Manual Grading").click()
    follow(lab, pages.get_by_role("link", name=LAB), f"gradebook/{LAB}")
    follow(lab, pages.get_by_role("link", name=LAB), f"gradebook/{LAB}/{LAB}")
    pages.get_by_role("row").filter(has_text=SCORES["ada"]).get_by_role("link").first.click()  # without names
    expect(pages.get_by_text("The slope says which way, not how far")).to_be_visible()
    box = pages.locator("#reflection")
    box.fill("1.5")
    box.press("Tab")
    wait_until(lambda: ("ada", 1.5) in marks_of(course), "the mark in the gradebook")
    grade = [sys.executable, "-m", "autograder", "grade", LAB]
    done = subprocess.run(grade, cwd=server.home, capture_output=True, text=True, check=True)
    assert "wait for your marks, in the Formgrader: 1 (01: 1)" in done.stdout
    assert ("ada", 1.5) in marks_of(course)
    lab.foreign.clear()  # MathJax again
    pages = open_formgrader(lab)
    pages.get_by_role("link", name="Manage Students").click()
    expect(pages.get_by_role("row").filter(has_text="ada")).to_contain_text("9.5 / 10")


def test_a_hostile_submission_runs_nothing_in_the_formgrader(lab, server, graded_class):
    """What is opened to mark an answer in words holds whatever its student put beside it."""
    add_cells(Course(server.home), "hana", hostile_cells())
    pages = open_formgrader(lab)
    lab.page.add_init_script(WATCH)
    lab.page.route("**/mathjax/**", lambda route: route.fulfill(body=NO_MATHJAX))
    pages.get_by_role("link", name="Manage Students").click()
    follow(lab, pages.get_by_role("row").filter(has_text="hana").get_by_role("link").first, "manage_students/hana")
    follow(lab, pages.get_by_role("link", name=LAB), f"manage_students/hana/{LAB}")
    pages.get_by_role("link", name=LAB).click()
    expect(pages.locator("#reflection")).to_be_visible()
    touch = """each => each.forEach(place => {
        place.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
        if (place.matches("a:not([href^=http])")) place.click();
    })"""
    pages.locator(".rendered_html *").evaluate_all(touch)
    lab.page.wait_for_timeout(500)  # what a payload starts takes its time
    assert pages.locator(":root").evaluate("() => window.hits") == []
    assert [url for url in lab.foreign if "mathjax" not in url] == []
    assert pages.locator(".rendered_html").locator("script, iframe, form, svg, style").count() == 0
    lab.foreign.clear()
    lab.errors.clear()  # of pictures that are none


def marks_of(course):
    return {(each.gradebook_id, each.given) for each in marked_by_hand(course, [LAB])[LAB]}


def test_the_formgraders_button_writes_feedback_that_is_safe_to_open(server, graded_class):
    answer = server.ask("POST", f"/formgrader/api/assignment/{LAB}/dalia/generate_feedback")
    assert answer["success"], answer
    written = (server.home / "class" / "feedback" / "dalia" / LAB / f"{LAB}.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in written
    assert '<p class="total">6 of 10 points</p>' in written
    assert "<script" not in written
    assert "examine" not in written


def follow(lab, link, where):
    """Click a link in the Formgrader and wait for the page behind it: a link of the same name may lead on from there."""
    link.click()
    lab.page.frames[-1].wait_for_url(re.compile(rf"/{re.escape(where)}/?(\?.*)?$"))


def open_formgrader(lab):
    """Open nbgrader's Formgrader from JupyterLab's menu; return the frame with its pages."""
    lab.visit("/lab")
    lab.menu("Nbgrader", "Formgrader")
    return lab.page.frame_locator("iframe")


def validate(lab):
    """Press the Validate button; return what the dialog says."""
    lab.page.get_by_role("button", name="Validate").click()
    dialog = lab.page.get_by_role("dialog").filter(has_text="Validation Results")
    return dialog.inner_text()
