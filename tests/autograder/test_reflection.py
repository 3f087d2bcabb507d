"""The answer in words of each lab: handed out empty, marked by hand, never lost, and in no automatic number."""

import copy
import json
import zipfile

import pytest
from nbgrader.utils import compute_checksum

from autograder.build import points_of, read_for_grading, read_source
from autograder.bundle import write_bundle
from autograder.by_hand import marked_by_hand
from autograder.demo import reflections
from autograder.engine import sandbox
from autograder.notebook_files import read_notebook
from autograder.submissions import is_reflection, tidied
from tests.autograder.runs import executed_notebooks, grade_here, gradebook_content, results_of
from tests.conftest import LABS, answered, course_of, hand_in, solved_sources

LAB = "01_single_weight"
WORDS = "Because of the input's sign.\n\nAnd a second paragraph, with a formula: $w - 0.1 \\cdot 4$."


def reflection(notebook):
    (cell,) = filter(is_reflection, notebook.cells)
    return cell


@pytest.fixture(scope="module", params=LABS)
def lab(request):
    return request.param


def test_each_lab_has_one_for_two_points_and_the_question_stands_before_it(lab, course):
    cells = read_source(course, lab).cells
    cell = reflection(read_source(course, lab))
    assert (cell.cell_type, cell.metadata.nbgrader.points, cell.metadata.nbgrader.locked) == ("markdown", 2, False)
    assert "To mark it." in cell.source
    question = cells[[each.id for each in cells].index(cell.id) - 1]
    assert question.source.startswith("## In your own words")
    assert "two points" in question.source


def test_the_demos_students_answer_every_lab(lab):
    for answers in (reflections.UNDERSTOOD, reflections.HALF_OF_IT, reflections.NOT_YET):
        assert answers[lab]


def test_students_get_neither_the_sample_answer_nor_how_it_is_marked(lab, course, tmp_path):
    sample = reflection(read_source(course, lab)).source
    released = reflection(read_notebook(course.release(lab)))
    assert released.source == "*Double-click here, and write your answer in place of this line.*"
    assert released.metadata.nbgrader.checksum == compute_checksum(released)
    graders, points = read_for_grading(course, lab)
    assert reflection(graders).source == released.source
    assert points == points_of(lab, graders)
    for paragraph in sample.split("\n\n"):
        assert json.dumps(paragraph)[1:-1] not in course.release(lab).read_text(encoding="utf-8")
        assert paragraph not in "".join(cell.source for cell in graders.cells)


def deleted(notebook):
    notebook.cells.remove(reflection(notebook))


TRICKS = {
    "deleted": deleted,
    "emptied": lambda nb: reflection(nb).update(source=" \n"),
    "a line's end added": lambda nb: reflection(nb).update(source=reflection(nb).source + "\n"),
}


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_what_has_nothing_written_in_it_is_as_it_was_handed_out(trick, course):
    source, _ = read_for_grading(course, LAB)
    notebook = copy.deepcopy(read_notebook(course.release(LAB)))
    trick(notebook)
    cell = reflection(tidied(notebook, source))
    assert cell.metadata.nbgrader.checksum == compute_checksum(cell)


FORGED = {
    "more points": lambda cell: cell.metadata.nbgrader.update(points=50),
    "a checksum of its own": lambda cell: cell.metadata.nbgrader.update(checksum=compute_checksum(cell)),
    "as code": lambda cell: cell.update(cell_type="code", outputs=[], execution_count=None),
    "no answer": lambda cell: cell.metadata.nbgrader.update(solution=False),
    "not graded": lambda cell: cell.metadata.nbgrader.update(grade=False),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_only_the_words_are_the_students(forge, course):
    source, _ = read_for_grading(course, LAB)
    notebook = answered(course, LAB, {"reflection": WORDS})
    (cell,) = (c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "reflection")
    forge(cell)
    cell = reflection(tidied(notebook, source))
    original = reflection(source)
    assert (cell.source, cell.cell_type, cell.metadata) == (WORDS, "markdown", original.metadata)


# ---- a class


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    """Ada and dalia have answered in words, goran hasn't, hana has done nothing."""
    course = course_of(tmp_path_factory.mktemp("words") / "course", LAB)
    solved = solved_sources(course, LAB)
    wrong = {**solved, "compute_delta": "def compute_delta(pred, true):\n    return true - pred"}
    folder = course.class_folder / "submitted"
    hand_in(folder, "ada", LAB, answered(course, LAB, {**solved, "reflection": WORDS}))
    hand_in(folder, "dalia", LAB, answered(course, LAB, {**wrong, "reflection": "Don't know."}))
    hand_in(folder, "goran", LAB, answered(course, LAB, solved))
    hand_in(folder, "hana", LAB, answered(course, LAB, {}))
    return course


def status_of(course):
    return {each.gradebook_id: (each.given, each.is_empty, each.waits) for each in marked_by_hand(course, [LAB])[LAB]}


def mark(course, student, points):
    """Give points as the Formgrader does."""
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("reflection", LAB, LAB, student)
        grade.manual_score, grade.needs_manual_grade = points, False
        gradebook.db.commit()


@pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing()))
@pytest.mark.notebook
def test_it_waits_for_a_mark_that_counts_and_is_never_lost(handed_in):
    assert grade_here(handed_in, LAB)[0] == 0
    lines = [json.loads(line) for line in results_of(handed_in).splitlines()]
    assert {line["student"]: (line["score"], line["max_score"]) for line in lines} == {
        "ada": (8.0, 8.0),
        "dalia": (7.0, 8.0),
        "goran": (8.0, 8.0),
        "hana": (0.0, 8.0),
    }
    nothing, waiting = (0.0, True, False), (None, False, True)
    assert status_of(handed_in) == {"ada": waiting, "dalia": waiting, "goran": nothing, "hana": nothing}
    said = {row[0] for row in gradebook_content(handed_in)["comments"] if row[1:3] == ("reflection", "No response.")}
    assert said == {"goran", "hana"}
    read_notebook(handed_in.class_folder / "autograded" / "ada" / LAB / f"{LAB}.ipynb")  # is a valid one

    mark(handed_in, "ada", 1.5)
    before = executed_notebooks(handed_in)
    assert grade_here(handed_in, LAB)[0] == 0
    assert executed_notebooks(handed_in) == before, "a mark is no reason to grade anew"
    assert status_of(handed_in)["ada"] == (1.5, False, False)
    with handed_in.gradebook() as gradebook:
        entry = gradebook.find_submission(LAB, "ada")
        assert (entry.score, entry.max_score) == (9.5, 10.0)

    assert grade_here(handed_in, LAB, "--force")[0] == 0
    assert status_of(handed_in)["ada"] == (1.5, False, True), "kept, and to be looked at again"


def test_a_class_without_a_gradebook_has_none(tmp_path):
    course = course_of(tmp_path / "course", LAB)
    assert marked_by_hand(course, [LAB]) == {}
    assert not (course.class_folder / "gradebook.db").exists()


def test_the_bundle_has_no_sample_answer(course, tmp_path):
    write_bundle(course, tmp_path / "labs.zip")
    with zipfile.ZipFile(tmp_path / "labs.zip") as bundle:
        everything = b"".join(map(bundle.read, bundle.namelist()))
    assert b"To mark it." not in everything
