"""Nbgrader's own pages as an instructor meets them in JupyterLab: the Validate button, and the Formgrader on a class."""

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from autograder.demo.classroom import STUDENTS, _written_by
from autograder.notebook_files import write_notebook
from tests.conftest import solved_sources

LAB = "01_single_weight"
SCORES = {"ada": "8 / 8", "dalia": "6 / 8", "hana": "0 / 8"}
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
    pages.get_by_role("row").filter(has_text="dalia").get_by_role("link").first.click()
    pages.get_by_role("link", name=LAB).click()
    pages.get_by_role("link", name=LAB).click()
    expect(pages.get_by_role("status", name="compute_error: Right")).to_be_visible()
    expect(pages.get_by_role("status", name="compute_delta: Not right yet")).to_be_visible()
    expect(pages.locator("#compute_error_check")).to_have_attribute("placeholder", "1")
    expect(pages.locator("#compute_delta_check")).to_have_attribute("placeholder", "0")
    assert lab.foreign == asked
    lab.foreign.clear()


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
