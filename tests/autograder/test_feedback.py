"""Feedback: one page for each graded submission, with the marks and the cards, and without the hidden tests."""

import re
import subprocess
import sys
from contextlib import chdir

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from typer.testing import CliRunner

from autograder.cli import app
from autograder.course import CourseError
from autograder.execution import TIMED_OUT, stop_output
from autograder.feedback import cells, graded_work, write_feedback
from autograder.feedback.hidden_tests import Delimiters, hidden_tests, visible_part
from autograder.feedback.marks import Mark, Marks
from autograder.feedback.page import page
from autograder.feedback.sanitised import TooLongError, picture, sanitised
from autograder.feedback_command import write_pages
from autograder.grading import grade
from autograder.submissions import find_submissions
from course_utils.checking.card import LOOKS, card
from tests.conftest import answered, course_of, hand_in, solved_sources

LAB = "01_single_weight"
ODD = "o=dd <b>name\n\u202e"
RULES = Delimiters("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS")
TEST_CELL = """check(train)
### BEGIN HIDDEN TESTS
from autograder.examination import examine

examine("01_single_weight", "train", train)
### END HIDDEN TESTS"""
HIDDEN = hidden_tests([TEST_CELL], RULES)


@pytest.fixture(scope="module")
def graded(course, tmp_path_factory):
    """A class with a right and a wrong answer, an odd name, a cut-off file and nothing handed in; feedback written."""
    own = course_of(tmp_path_factory.mktemp("class") / "course", LAB)
    folder = own.class_folder / "submitted"
    solved = solved_sources(course, LAB)
    hand_in(folder, "ada", LAB, answered(course, LAB, solved))
    wrong = {
        "compute_delta": "def compute_delta(pred, true):\n    return true - pred",
        "train": "print('<i>hm</i>')\n1 / 0",
    }
    hand_in(folder, "dalia", LAB, answered(course, LAB, {**solved, **wrong}))
    hand_in(folder, ODD, LAB, answered(course, LAB, solved))
    hand_in(folder, "broken", LAB, answered(course, LAB, solved)).write_text("{")
    (folder / "nothing").mkdir()
    list(grade(own, find_submissions(folder, [LAB])))
    written = {each.student: each for each in write_feedback(own, graded_work(own, [LAB]))}
    assert {each.reason for each in written.values()} == {""}
    return own, {student: each.path.read_text(encoding="utf-8") for student, each in written.items()}


def test_every_graded_submission_has_a_page_and_no_other(graded):
    course, pages = graded
    assert sorted(pages) == ["ada", "dalia", "student-o=3Ddd =3Cb=3Ename=0A=E2=80=AE"]
    assert sorted(path.name for path in (course.class_folder / "feedback").iterdir()) == sorted(pages)


@pytest.mark.parametrize("student", ["ada", "dalia"])
def test_nothing_hidden_is_in_a_page(student, graded, course):
    from autograder.notebook_files import read_notebook

    text = graded[1][student]
    for cell in read_notebook(course.source(LAB)).cells:
        for line in cell.source.splitlines() if "HIDDEN" in cell.source else ():
            assert (
                line.startswith("check(")
                or not line
                or re.sub(r"\W", "", line) not in re.sub(r"<[^>]*>|&\w+;|\W", "", text)
            )
    words = re.sub(r"<[^>]*>", "", text)
    assert not re.search(r"examine\(|autograder\.|HIDDEN", words)
    assert words.count("check(compute_delta)") == 1


def test_a_page_has_points_and_cards_and_says_whose_it_is(graded):
    text = graded[1]["dalia"]
    assert '<p class="total">4 of 10 points</p>' in text
    assert "0 of 1" in text
    assert "It looks as if the difference is taken the other way round" in text
    assert "&lt;i&gt;hm&lt;/i&gt;" in text
    assert "ZeroDivisionError" in text
    assert '<p class="who"><bdi>dalia</bdi></p>' in text
    assert "o=dd &lt;b&gt;name\\n\\u202e" in graded[1]["student-o=3Ddd =3Cb=3Ename=0A=E2=80=AE"]


def test_an_answer_in_words_that_was_left_empty_is_called_so_until_it_has_points(graded):
    row = re.search(r"<code>reflection</code></a></th><td[^>]*>([^<]*)</td><td>([^<]*)</td>", graded[1]["ada"])
    sign, word = LOOKS["not_attempted"][:2]
    assert row.groups() == ("0 of 2", f"{sign} {word}")
    notebook = new_notebook(cells=[marked("essay", "markdown", solution=True, grade=True)])
    given = page(notebook, Marks("ada", LAB, "", 1.0, 2.0, marks={"essay": Mark(1.0, 2.0)}), RULES)
    assert "<td>marked by hand</td>" in given


@pytest.mark.notebook
def test_nbgraders_own_command_writes_the_same_page(graded):
    course, pages = graded
    command = [sys.executable, "-m", "nbgrader", "generate_feedback", LAB, "--force", "--student", "dalia"]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    path = course.class_folder / "feedback" / "dalia" / LAB / f"{LAB}.html"
    assert path.read_text(encoding="utf-8") == pages["dalia"]


def test_the_command_says_what_has_no_page(graded):
    with chdir(graded[0].root):
        done = CliRunner().invoke(app, ["feedback", "1"])
    assert (done.exit_code, done.stdout) == (
        0,
        "no page, not graded: broken, 01_single_weight\n3 pages in class/feedback.\n",
    )


def test_a_submission_that_has_no_marks_costs_no_other_its_page(course, tmp_path, capsys):
    own = course_of(tmp_path / "course", LAB)
    with pytest.raises(CourseError, match="found none. Run `autograder grade` first"):
        write_pages(own, [LAB])
    folder = own.class_folder / "submitted"
    hand_in(folder, "zoe", LAB, answered(course, LAB, solved_sources(course, LAB)))
    list(grade(own, find_submissions(folder, [LAB])))
    hand_in(own.class_folder / "autograded", "nobody", LAB, answered(course, LAB, {}))
    with pytest.raises(CourseError, match="expected 2 pages, found 1 that could not be written"):
        write_pages(own, [LAB])
    assert "no page: nobody, 01_single_weight: nbgrader could not write it" in capsys.readouterr().err
    assert [path.name for path in (own.class_folder / "feedback").iterdir()] == ["zoe"]


def marked(grade_id, cell_type="code", **mark):
    from nbformat.v4 import new_markdown_cell

    cell = (new_code_cell if cell_type == "code" else new_markdown_cell)("x")
    cell.metadata.nbgrader = {"grade_id": grade_id, "grade": False, "solution": False, **mark}
    return cell


def test_penalty_comment_and_what_waits_for_a_mark_are_said():
    notebook = new_notebook(
        cells=[
            marked("train", solution=True),
            marked("train_check", grade=True),
            marked("essay", "markdown", solution=True, grade=True),
        ]
    )
    marks = {"train_check": Mark(3.0, 3.0), "essay": Mark(0.0, 2.0, is_waiting=True)}
    text = page(notebook, Marks("ada", LAB, "Ada <L>", 3.0, 5.0, 0.5, marks, {"train": "See *two*."}), RULES)
    assert "2.5 of 5 points (3, 0.5 of them taken off for handing in late)" in text
    assert "<bdi>ada</bdi> <bdi>(Ada &lt;L&gt;)</bdi>" in text
    assert "Not counted yet: 1 waits for a mark by hand." in text
    assert "See <em>two</em>." in text
    assert "Your answer: <code>essay</code>" in text


def test_a_notebook_without_end_is_cut_and_says_so():
    marks, html = Marks("ada", LAB, "", 0, 1), {"text/html": "x" * 29_000}
    for number, is_cut in ((3, False), (20, True)):
        outputs = [new_output("display_data", data=html)]
        notebook = new_notebook(cells=[new_code_cell("", outputs=outputs) for _ in range(number)])
        assert ("too long for a page" in page(notebook, marks, RULES)) == is_cut


SOURCES = {
    TEST_CELL: "check(train)",
    "check(train)": "check(train)",
    "check(a)\n### BEGIN HIDDEN TESTS\nsecret(1)": "check(a)",
    "check(a)\n  ### BEGIN HIDDEN TESTS x\nsecret(1)\n  ### END HIDDEN TESTS\ncheck(b)": "check(a)\ncheck(b)",
}


@pytest.mark.parametrize(("source", "visible"), SOURCES.items(), ids=repr)
def test_of_a_test_cell_only_the_visible_part_is_shown(source, visible):
    assert visible_part(source, RULES) == visible


QUOTES = {
    "as it is": 'examine("01_single_weight", "train", train)',
    "coloured": '\x1b[0;32m----> 5\x1b[0m \x1b[0mexamine\x1b[0m\x1b[0;34m(\x1b[0m"01_single_weight"\x1b[0m, "train", train)',
    "a repr": repr(["", TEST_CELL]),
    "a repr of a repr": repr(repr(TEST_CELL)),
    "an import": "from  autograder.examination   import examine",
    "HTML": "<b>examine</b>(<i>&quot;01_single_weight&quot;</i>, &#34;train&#34;, train)",
    "the mark": "###BEGIN HIDDEN TESTS",
}


@pytest.mark.parametrize("quote", QUOTES.values(), ids=QUOTES)
@pytest.mark.parametrize("kind", ["stream", "traceback", "plain", "html", "markdown"])
def test_an_output_that_quotes_a_hidden_line_is_left_out(quote, kind):
    bundles = {"plain": "text/plain", "html": "text/html", "markdown": "text/markdown"}
    if kind == "stream":
        output = new_output("stream", text=f"look:\n{quote}\n")
    elif kind == "traceback":
        output = new_output("error", ename="E", evalue="e", traceback=["Traceback", quote])
    else:
        output = new_output("display_data", data={bundles[kind]: f"look: {quote}"})
    shown = cells.outputs(new_code_cell("", outputs=[output]), HIDDEN)
    assert cells.QUOTES in shown
    assert "examine" not in shown


def test_a_test_cell_that_stopped_shows_no_traceback():
    test = marked("train_check", grade=True)
    test.outputs = [new_output("error", ename="NameError", evalue="name 'x'", traceback=["----> 3 some_secret_line"])]
    assert (
        cells.outputs(test, HIDDEN)
        == '<div class="output"><pre class="error">NameError: name &#x27;x&#x27;</pre></div>'
    )
    test.outputs = [stop_output(TIMED_OUT)]
    assert "did not come to an end" in cells.outputs(test, HIDDEN)


@pytest.mark.parametrize("state", LOOKS)
def test_our_own_cards_come_through_whole(state):
    evidence = {"called": "f(1, '<')", "expected": "`2`", "got": "&"}
    finding = {"message": "See `x`.", "evidence": evidence, "hint": "a", "example": "b", "notes": ["c"]}
    html = card("f", state, 0.5, 1.0, finding)
    clean = sanitised(html)
    for what in (r"<(\w+)", r'([a-z-]+)="', r"[\";]([a-z-]+):", r":([^;\"]+)[;\"]"):
        assert len(re.findall(what, clean)) >= len(re.findall(what, html)) > 0
    assert re.sub(r"<[^>]*>", "", clean) == re.sub(r"<[^>]*>", "", html)


STYLES = {
    "color:red;background:#fff": "color:red;background:#fff",
    "border-left:6px solid rgb(1, 2, 3)": "border-left:6px solid rgb(1, 2, 3)",
    "color:var(--x,#fff)": "color:var(--x,#fff)",
    "width:50%;position:fixed": "width:50%",
    "margin:-5px": "",
    "width:99999px": "",
    "color:red!important": "",
    "background:url(x)": "",
    "background:url('x')": "",
    "background:\\75rl(x)": "",
    "background:image-set('x' 1x)": "",
    "background:-webkit-image-set(url(x) 1x)": "",
    "color:var(--x,url(x))": "",
    "width:calc(1px - 99px)": "",
    "color:expression(x)": "",
    "behavior:url(x);-moz-binding:url(x)": "",
    "opacity:0;filter:blur(9px);transform:none;z-index:9;float:left;animation:x;content:'x'": "",
    "@import url(x);color:red": "color:red",
    "}*{color:red": "",
}


@pytest.mark.parametrize(("style", "kept"), STYLES.items(), ids=repr)
def test_of_a_style_only_what_is_plain_is_kept(style, kept):
    clean = sanitised(f'<p style="{style}">x</p>')
    found = re.search(r'style="([^"]*)"', clean)
    assert (found[1].rstrip(";").replace("; ", ";") if found else "") == kept


def test_what_is_too_long_to_clean_is_refused():
    assert len(sanitised('<img src="data:image/png;base64,' + "A" * 10**6 + '" alt="x">')) > 10**6
    for too_long in ("x" * 30_001, "<p>" * 3001):
        with pytest.raises(TooLongError):
            sanitised(too_long)


@pytest.mark.parametrize(
    ("media_type", "content", "is_one"),
    [
        ("image/png", "AAAA\nAAA=", True),
        ("image/jpeg", "AAAA", True),
        ("image/svg+xml", "AAAA", False),
        ("text/html", "AAAA", False),
        ("image/png", '"><script>', False),
        ("image/png", "", False),
    ],
)
def test_a_picture_is_pixels_and_nothing_else(media_type, content, is_one):
    assert (picture(media_type, content) is not None) == is_one
