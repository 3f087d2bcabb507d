"""Releasing: the same bytes each time, nobody's answers lost, a damaged source said in one line."""

import pytest

from autograder.build import build, has_answers, points_of
from autograder.course import LABS, CourseError
from autograder.notebook_files import keep_text_outputs, read_notebook, write_notebook
from tests.conftest import answered

pytestmark = pytest.mark.notebook
LAB = "01_single_weight"


def test_releasing_again_changes_no_byte(own_course, course):
    build(own_course, list(LABS), say=lambda _: None)
    for lab in LABS:
        assert own_course.release(lab).read_bytes() == course.release(lab).read_bytes(), (
            f"run `make build`: {lab} is not up to date"
        )
        assert (own_course.tables / f"{lab}.json").read_bytes() == (course.tables / f"{lab}.json").read_bytes()


def test_answers_in_a_students_notebook_are_not_overwritten(own_course):
    mine = answered(own_course, LAB, {"compute_delta": "def compute_delta(pred, true):\n    return pred - true"})
    write_notebook(mine, own_course.release(LAB))
    assert has_answers(own_course.release(LAB))
    said = []
    build(own_course, [LAB], say=said.append)
    assert "kept" in said[0]
    assert has_answers(own_course.release(LAB))
    build(own_course, [LAB], force=True, say=said.append)
    assert not has_answers(own_course.release(LAB))


def place_of(notebook, grade_id):
    return next(
        i for i, cell in enumerate(notebook.cells) if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id
    )


DAMAGE = {
    "no solution cell": lambda nb: nb.cells.pop(place_of(nb, "train")),
    "no test cell": lambda nb: nb.cells.pop(place_of(nb, "train_check")),
    "another order": lambda nb: nb.cells.insert(0, nb.cells.pop(place_of(nb, "train"))),
    "another name": lambda nb: nb.cells[place_of(nb, "train")].metadata.nbgrader.update(grade_id="learn"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_source_with_a_cell_out_of_place_is_refused(damage, course):
    source = read_notebook(course.source(LAB))
    damage(source)
    with pytest.raises(CourseError, match="expected (solution|test) cells for neural_network, .* found .*") as raised:
        points_of(LAB, source)
    assert "\n" not in str(raised.value)


def test_a_source_that_fails_is_not_kept(own_course):
    source = read_notebook(own_course.source(LAB))
    source.cells = [cell for cell in source.cells if "nbgrader" in cell.metadata or "start_lab" in cell.source]
    last = [cell for cell in source.cells if cell.cell_type == "code"][-1]
    last.source = "raise RuntimeError('broken')\n" + last.source
    write_notebook(source, own_course.source(LAB))
    before = own_course.source(LAB).read_bytes()
    with pytest.raises(CourseError, match="expected every cell to run, found RuntimeError: broken"):
        build(own_course, [LAB], run=True, say=lambda _: None)
    assert own_course.source(LAB).read_bytes() == before


@pytest.mark.parametrize("lab", LABS)
def test_git_holds_text_outputs_and_no_pictures(lab, course):
    source = read_notebook(course.source(lab))
    outputs = [output for cell in source.cells if cell.cell_type == "code" for output in cell.outputs]
    assert outputs, "run `make refresh`"
    text = course.source(lab).read_text(encoding="utf-8")
    assert '"image/png"' not in text
    assert "widget-view" not in text
    assert all(part[:1] in {'"', "\\", "'"} for part in text.split("data:image/png;base64,")[1:])
    before = course.source(lab).read_bytes()
    keep_text_outputs(source)
    write_notebook(source, course.root / "class" / "again.ipynb")
    assert (course.root / "class" / "again.ipynb").read_bytes() == before


@pytest.mark.parametrize("lab", LABS)
def test_every_graded_function_has_a_docstring_with_an_example(lab, course):
    source = read_notebook(course.source(lab))
    for cell in source.cells:
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("solution"):
            shown = cell.source.split("### BEGIN SOLUTION")[0]
            assert '"""' in shown, cell.metadata.nbgrader.grade_id
            assert ">>>" in shown, cell.metadata.nbgrader.grade_id
