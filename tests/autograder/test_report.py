"""The report on a class that was really graded: what it says, what it hides, and that hostile names and code stay harmless."""

import copy
import csv
import json
import re
import shutil
import sys
from contextlib import chdir
from html.parser import HTMLParser

import pytest

from autograder import bookkeeping
from autograder.cli import main
from autograder.engine import sandbox
from autograder.grading import grade
from autograder.report import handed_in
from autograder.report.names import Pseudonyms
from autograder.report.tables import harmless
from autograder.results import write_results
from autograder.submissions import find_submissions
from tests.conftest import answered, course_of, hand_in, solved_sources

pytestmark = [
    pytest.mark.notebook,
    pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing())),
]
LAB, SECOND = "01_single_weight", "02_multiple_inputs"
FORMULA = "=cmd|' calc'!A1"
MARKUP = "<img src=x onerror=alert(1)>"
REVERSED = "def compute_delta(pred, true):\n    return true - pred"
BY_DALIA = "def compute_delta(pred, true):\n    # </code><script>dalia()</script> wrote this\n    dalias_own = true - pred\n    return dalias_own"
OUTSIDE = "import subprocess\n\ndef compute_error(pred, true):\n    return subprocess.run(['id'])"
COPIED = {
    "compute_error": "def compute_error(pred, true):\n    return (true - pred) * (true - pred)",
    "compute_delta": "def compute_delta(pred, true):\n    return sum([pred, -true])",
    "update_weight": "def update_weight(weight, weight_delta, alpha):\n    step = -alpha * weight_delta\n    return weight + step",
    "compute_weight_delta": "def compute_weight_delta(input, delta):\n    return float(delta) * input",
}
IN_OTHER_WORDS = {
    "compute_error": "def compute_error(p, t):\n    # squared\n    return (t - p) * (t - p)",
    "compute_delta": "def compute_delta(p, t):\n    return sum([p, -t])  # my own idea",
    "update_weight": "def update_weight(w, wd, a):\n    s = -a * wd\n\n    return w + s",
    "compute_weight_delta": "def compute_weight_delta(i, d):\n    return float(d) * i",
}
# student: answers that differ from the solution, None for the notebook as it was released
CLASS = {
    "ada": {},
    "benoit": COPIED,
    "chen": IN_OTHER_WORDS,
    "dalia": {"compute_delta": BY_DALIA},
    "emre": {"compute_delta": REVERSED},
    "fatou": {"compute_error": OUTSIDE},
    "goran": {"train": "def train(*_):\n    import os\n    os._exit(1)"},
    "hana": None,
    FORMULA: {"train": "def train(*_):\n    return 0"},
    MARKUP: {"update_weight": "def update_weight(*_):\n    raise ValueError('<b>dalia</b>')"},
    "tricky\u202e\nname": {"compute_error": "def compute_error(pred, true):\n    return 0"},
}


def forged(notebook):
    """Raise the points of a test cell, change another's code, copy a third, and claim a result."""
    notebook = copy.deepcopy(notebook)
    tests = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    tests[0].metadata.nbgrader.points = 100
    tests[1].source = "1.0"
    notebook.cells.append(copy.deepcopy(tests[2]))
    notebook.cells[-1].id += "-2"
    notebook.metadata["gradient_descent_labs"] = {"result": {"score": 8}}
    return notebook


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A class of two labs: thirteen in the first, one broken file, one who handed in nothing; two in the second."""
    course = course_of(tmp_path_factory.mktemp("report") / "course", LAB, SECOND)
    folder = course.class_folder / "submitted"
    solved = solved_sources(course, LAB)
    for student, answers in CLASS.items():
        words = {"reflection": "The slope."} if student in {"chen", "dalia", "emre"} else {}
        hand_in(folder, student, LAB, answered(course, LAB, {} if answers is None else {**solved, **answers, **words}))
    hand_in(folder, "ivan", LAB, forged(answered(course, LAB, solved)))
    hand_in(folder, "ada", SECOND, answered(course, SECOND, solved_sources(course, SECOND)))
    hand_in(folder, "hana", SECOND, answered(course, SECOND, {}))
    broken = folder / "juno" / LAB / f"{LAB}.ipynb"
    broken.parent.mkdir(parents=True)
    broken.write_text('{"cells": [')
    (folder / "kofi").mkdir()
    results = list(grade(course, find_submissions(folder, [LAB, SECOND])))
    write_results(sorted(results, key=lambda each: (each.lab, each.student)), course.class_folder / "results.jsonl")
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student("dalia", first_name="Dalia Q.", last_name="Zwetajewa")
        mark = gradebook.find_grade("reflection", LAB, LAB, "chen")
        mark.manual_score, mark.needs_manual_grade = 1.5, False
        gradebook.db.commit()
    return course


@pytest.fixture(scope="module")
def report(graded):
    """The folder of the report with names."""
    assert run(graded)[0] == 0
    shutil.copytree(graded.class_folder / "report", graded.root / "kept")
    return graded.root / "kept"


def run(course, *words):
    """Run the command in this process; return its status and what it says on stderr."""
    from io import StringIO

    errors = StringIO()
    with chdir(course.root), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["autograder", "report", *map(str, words)])
        patch.setattr(sys, "stderr", errors)
        patch.setattr(sys, "stdout", StringIO())
        try:
            main()
        except SystemExit as stop:
            return int(stop.code or 0), errors.getvalue()
    return 0, errors.getvalue()


def rows(folder, page, name):
    with (folder / page / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Tags(HTMLParser):
    """What a page is made of: tags with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "rect", "line"}:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


PAGES = ("course", LAB, SECOND)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole_self_contained_and_without_scripts(page, report):
    text = (report / f"{page}.html").read_text(encoding="utf-8")
    found = Tags(text)
    assert found.open == []
    assert {tag for tag, _ in found.tags}.isdisjoint(
        {"script", "link", "img", "iframe", "object", "embed", "form", "base", "b"}
    )
    for _, attributes in found.tags:
        assert not any(name.startswith("on") for name in attributes)
        assert re.match(r"#|[\w/.]+$", attributes.get("href", "#"))
        assert "src" not in attributes
    for address in (attributes["href"] for tag, attributes in found.tags if tag == "a"):
        assert address[0] == "#" or (report / address).is_file()
    for anchor in re.findall(r'href="#([\w-]+)"', text):
        assert f'id="{anchor}"' in text
    assert "default-src 'none'" in text
    assert "://" not in text


@pytest.mark.parametrize("page", PAGES)
def test_no_number_is_nan_anywhere(page, report):
    for path in [report / f"{page}.html", *(report / page).glob("*.csv")]:
        assert re.search(r"\b(nan|inf|None)\b", path.read_text(encoding="utf-8")) is None, path


def test_the_numbers_of_a_lab(report):
    (summary,) = rows(report, LAB, "summary")
    assert {key: summary[key] for key in ("submissions", "graded", "missing", "unreadable", "untouched", "full_marks")} == {
        "submissions": "14", "graded": "12", "missing": "1", "unreadable": "1", "untouched": "1", "full_marks": "4",
    }  # fmt: skip
    questions = {row["question"]: row for row in rows(report, LAB, "questions")}
    delta = questions["compute_delta"]
    assert [delta[key] for key in ("right", "partly_right", "wrong", "error", "timed_out", "not_attempted")] == [
        "9",
        "0",
        "2",
        "0",
        "0",
        "1",
    ]
    assert float(delta["difficulty"]) == 0.75
    for row in questions.values():
        assert (
            sum(int(row[key]) for key in ("right", "partly_right", "wrong", "error", "timed_out", "not_attempted"))
            == 12
        )
    assert sum(int(row["students"]) for row in rows(report, LAB, "distribution")) == 12


def test_two_students_are_too_few_for_a_warning_or_a_crash(report):
    (summary,) = rows(report, SECOND, "summary")
    assert summary["graded"] == "2"
    assert summary["cronbach_alpha_without_untouched"] == ""
    text = (report / f"{SECOND}.html").read_text(encoding="utf-8")
    assert "not defined" in text
    assert "Here there are 2" in text


def test_a_score_that_is_missing_is_not_a_nought(report):
    (ada,) = [row for row in rows(report, "course", "scores") if row["student"] == "ada"]
    (benoit,) = [row for row in rows(report, "course", "scores") if row["student"] == "benoit"]
    assert (ada[f"points_{LAB}"], ada[f"points_{SECOND}"]) == ("8.0", "10.0")
    assert (benoit[f"points_{LAB}"], benoit[f"points_{SECOND}"]) == ("8.0", "")
    not_graded = {(row["lab"], row["student"]): row for row in rows(report, "course", "not_graded")}
    assert "not JSON" in not_graded[LAB, "juno"]["reason"]
    assert not_graded[LAB, "kofi"]["status"] == "missing"


def test_the_mistake_of_most_students_comes_first_with_its_sentence_and_an_answer(report):
    first = rows(report, LAB, "mistakes")[0]
    assert (first["question"], first["mistake"], first["students"]) == ("compute_delta", "delta-reversed", "2")
    assert first["sentence"].startswith("It looks as if the difference is taken the other way round")
    assert "Called with" not in first["sentence"]
    text = (report / f"{LAB}.html").read_text(encoding="utf-8")
    assert text.index("delta-reversed, 2 of 12 students") < text.index("An answer by") < text.index("true - pred")


def test_who_needs_help_first_has_a_reason(report):
    first, second, *_ = rows(report, LAB, "help_first")
    assert (first["student"], first["share"], first["reason"]) == ("hana", "0.0", "nothing attempted")
    assert second["student"] != "ada"
    reasons = {row["student"]: row["reason"] for row in rows(report, LAB, "help_first")}
    assert "not right: compute_delta (delta-reversed)" in reasons["emre"]
    assert "ada" not in reasons
    assert "benoit" not in reasons
    over_all = {row["student"]: row["reason"] for row in rows(report, "course", "help_first")}
    assert "02: nothing handed in" in over_all["benoit"]


def test_crashes_are_told_from_errors(report):
    found = {(row["student"], row["what"]) for row in rows(report, LAB, "stops")}
    assert ("goran", "ended Python") in found
    assert (MARKUP, "error: ValueError") in found


SIGNS = [
    ("ivan", "forged marks", "points: 100 instead of 1"),
    ("ivan", "edited test", "begins with: 1.0"),
    ("ivan", "copied cell", "2 cells with this id"),
    ("ivan", "forged result", "metadata gradient_descent_labs"),
    ("fatou", "reaches outside", "import subprocess"),
    ("fatou", "stopped", "PermissionError"),
    ("goran", "reaches outside", "os._exit"),
]


@pytest.mark.parametrize(("student", "kind", "what"), SIGNS)
def test_tampering_is_named(student, kind, what, report):
    found = [row for row in rows(report, LAB, "signs") if (row["student"], row["kind"]) == (student, kind)]
    assert any(what in row["what"] for row in found), found


def test_honest_students_have_no_sign(report):
    assert {row["student"] for row in rows(report, "course", "signs")} == {"ivan", "fatou", "goran"}


def test_a_copy_in_other_words_is_found_and_answers_like_the_solution_are_not(report):
    groups = [row for row in rows(report, LAB, "alike") if row["kind"] == "the same rare answers"]
    assert [row["who"] for row in groups] == ["benoit; chen"]
    assert groups[0]["questions"] == "compute_delta; compute_error; compute_weight_delta; update_weight"


def test_formulas_in_names_are_no_formulas_in_a_spreadsheet(report):
    for path in report.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    assert not cell.lstrip().startswith(("=", "+", "@")), path
                    assert not cell.startswith("-") or float(cell) <= 0
    assert any(row["student"] == f"'{FORMULA}" for row in rows(report, LAB, "scores"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r1", "\n=1", " =1", "\uff1d1"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["ada", "a=1", "", "1-1", "'=1"])
def test_any_other_text_is_left_alone(text):
    assert harmless(text) == text


def test_names_are_shown_as_text_with_what_can_not_be_seen_written_out(report):
    text = (report / f"{LAB}.html").read_text(encoding="utf-8")
    assert "&lt;img src=x onerror=alert(1)&gt;" in text
    assert "tricky\\u202e\\nname" in text
    assert "\u202e" not in text
    assert "<bdi>dalia</bdi> <bdi>(Dalia Q. Zwetajewa)</bdi>" in text
    assert next(row["name"] for row in rows(report, LAB, "scores") if row["student"] == "dalia") == "Dalia Q. Zwetajewa"


@pytest.fixture(scope="module")
def hidden(graded, report):
    """The same report without names, written over the one with names."""
    assert run(graded, "--anonymous")[0] == 0
    return graded.class_folder / "report"


def test_an_anonymous_report_has_no_name_in_any_file(hidden, graded):
    names = [*CLASS, "ivan", "juno", "kofi", "Zwetajewa", "onerror", "tricky"]
    written = [path for path in hidden.rglob("*") if path.is_file()]
    assert len(written) > 30
    for path in written:
        text = path.read_text(encoding="utf-8")
        for name in names:
            assert re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", text, re.IGNORECASE) is None, (name, path)
        assert "dalia" not in text.lower().replace("dalias_own", "")


def test_a_pseudonym_stays_with_its_student(hidden, graded):
    order = json.loads((graded.class_folder / "pseudonyms.json").read_text())
    before = {row["student"]: row["points"] for row in rows(hidden, LAB, "scores")}
    assert before[f"student {order.index('hana') + 1:03d}"] == "0.0"
    assert run(graded, "--anonymous", "1")[0] == 0
    assert {row["student"]: row["points"] for row in rows(hidden, LAB, "scores")} == before
    assert json.loads((graded.class_folder / "pseudonyms.json").read_text()) == order


def test_pages_with_names_do_not_stay_beside_anonymous_ones(graded, hidden):
    assert run(graded)[0] == 0
    assert run(graded, "--anonymous", "2")[0] == 0
    assert sorted(path.name for path in hidden.iterdir()) == [SECOND, f"{SECOND}.html"]


def test_an_anonymous_answer_has_neither_comments_nor_texts():
    names = Pseudonyms(["dalia", "max", "weight", "s1234567", "li-na"], {"dalia": "Dalia Zwetajewa"}, ["weight = 1"])
    source = "def f(x):  # by dalia\n    '''Max'''\n    s = 'zwetajewa # '\n    dalia_s, s1234567 = max(weight), 'li-na'\n    li-na"
    assert names.hidden_code(source) == (
        'def f(x):\n    "..."\n    s = "..."\n    student_001_s, student_004 = max(weight), "..."\n    student_005'
    )
    assert names.hidden("NameError: name 'zwetajewa' is not defined") == "NameError: name 'student 001' is not defined"


REFUSED = {
    "no such lab": (("7",), "expected one of 01_single_weight"),
    "a lab that is not graded": (
        ("3",),
        "expected results of 03_multiple_outputs, found those of 01_single_weight, 02_multiple_inputs",
    ),
    "no results": (("--results", "nowhere.jsonl"), "Grade the class first"),
    "results that are none": (("--results", "nbgrader_config.py"), "expected JSON, found something else in line 1"),
}


@pytest.mark.parametrize(("words", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cant_be_done_is_one_line_and_status_2(words, reason, graded):
    status, errors = run(graded, *words)
    assert status == 2
    assert reason in errors
    assert "Traceback" not in errors


BAD_LINES = {
    "no student": {"lab": LAB},
    "not a table": [1, 2],
    "a word for a score": {"student": "a", "lab": LAB, "status": "graded", "questions": [{"name": "f", "max_score": 1, "score": "x", "state": "passed", "message": ""}]},
    "an unknown state": {"student": "a", "lab": LAB, "status": "graded", "questions": [{"name": "f", "max_score": 1, "score": 1, "state": "odd", "message": ""}]},
    "NaN": {"student": "a", "lab": LAB, "status": "graded", "questions": [{"name": "f", "max_score": 1, "score": float("nan"), "state": "passed", "message": ""}]},
}  # fmt: skip


@pytest.mark.parametrize("line", BAD_LINES.values(), ids=BAD_LINES)
def test_a_damaged_results_file_is_told_by_its_line(line, graded, tmp_path):
    path = tmp_path / "results.jsonl"
    path.write_text("\n" + json.dumps(line) + "\n")
    status, errors = run(graded, "--results", path)
    assert (status, "in line 2 of" in errors, "Traceback" in errors) == (2, True, False)


def test_without_the_notebooks_the_numbers_are_still_there(graded, tmp_path):
    assert run(graded, "--submissions", tmp_path)[0] == 0
    folder = graded.class_folder / "report"
    assert len(rows(folder, LAB, "questions")) == 6
    assert "The notebooks were not found" in (folder / f"{LAB}.html").read_text(encoding="utf-8")


def test_answers_in_words_have_a_table_of_their_own(report):
    (row,) = rows(report, LAB, "by_hand")
    assert row == {
        "lab": LAB, "question": "reflection", "points": "2.0", "marked": "1", "mean_share": "0.75", "waiting": "2",
        "empty": str(len(CLASS) + 1 - 3),
    }  # fmt: skip
    assert [row["lab"] for row in rows(report, "course", "by_hand")] == [LAB, SECOND]
    assert "Answers in words, marked by hand" in (report / f"{LAB}.html").read_text(encoding="utf-8")


def test_a_question_that_waits_to_be_marked_by_hand_is_in_no_number(graded, tmp_path):
    lines = [json.loads(line) for line in (graded.class_folder / "results.jsonl").read_text().splitlines()]
    for number, line in enumerate(lines):
        extra = {"name": "reflection", "max_score": 2.0, "state": "not_attempted", "message": "", "diagnosis": None}
        line["questions"].append({**extra, "score": None if number else 1.0})
    path = tmp_path / "results.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert run(graded, "1", "--results", path)[0] == 0
    folder = graded.class_folder / "report"
    assert "reflection" not in {row["question"] for row in rows(folder, LAB, "questions")}
    assert "in no number here: reflection" in (folder / f"{LAB}.html").read_text(encoding="utf-8")


def test_the_mark_of_a_result_is_the_one_that_grading_writes():
    assert handed_in._RESULT_KEY == bookkeeping._MARK
