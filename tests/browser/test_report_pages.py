"""The report in a browser: accessible in light and dark, fits a narrow window, asks for nothing, opens from a file."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from autograder.course import LABS
from autograder.report.writing import Request, write_report
from tests.conftest import course_of

LAB = LABS[0]
STUDENTS = 10_000


def line(number):
    """Return a student's result in the first lab; a third are right, a third make one mistake, a third have a crash."""
    states = ("passed", "failed" if number % 3 == 1 else "passed", "error" if number % 3 == 2 else "passed")
    questions = [
        {
            "name": name,
            "score": float(state == "passed"),
            "max_score": 1.0,
            "state": state,
            "message": "It raised ZeroDivisionError: <b>no</b>." if state == "error" else "All 17 cases agree.",
            "diagnosis": "delta-reversed" if state == "failed" else None,
        }
        for name, state in zip(("compute_error", "compute_delta", "train"), states, strict=True)
    ]
    score = sum(question["score"] for question in questions)
    return {
        "student": f"<i>s{number}",
        "lab": LAB,
        "score": score,
        "max_score": 3.0,
        "status": "graded",
        "questions": questions,
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The report on ten thousand students whose notebooks are gone."""
    course = course_of(tmp_path_factory.mktemp("report") / "course", LAB)
    results = course.root / "results.jsonl"
    results.write_text("".join(json.dumps(line(number)) + "\n" for number in range(STUDENTS)))
    write_report(course, Request(None, results, course.root / "nowhere"))
    return course.class_folder / "report"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["course", LAB])
def test_a_page_on_ten_thousand_is_small_accessible_and_asks_for_nothing(name, scheme, folder, browser):
    path = folder / f"{name}.html"
    assert path.stat().st_size < 300_000
    page = browser.new_page(color_scheme=scheme)
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    assert asked == [path.as_uri()]
    assert errors == []
    assert page.get_by_role("img", name="Scores of").count() == 1
    assert page.locator("tr").count() < 400
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


def test_the_rows_that_do_not_fit_are_in_the_file_that_is_linked(folder, browser):
    page = browser.new_page()
    page.goto((folder / f"{LAB}.html").as_uri())
    row = page.locator("section#help p", has_text="more in")
    assert row.text_content().startswith(f"{STUDENTS * 2 // 3 - 50:,} more in")
    address = row.get_by_role("link").get_attribute("href")
    assert len((folder / address).read_text().splitlines()) == STUDENTS * 2 // 3 + 1
    page.close()
