"""Whatever is handed in becomes a notebook with the source's marked cells, or a line with the reason."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell

from autograder.build import read_for_grading
from autograder.course import CourseError
from autograder.notebook_files import UnreadableError, read_notebook
from autograder.submissions import Submission, find_submissions, stage, tidied
from tests.conftest import answered, hand_in

LAB = "01_single_weight"


@pytest.fixture(scope="module")
def source(course):
    return read_for_grading(course, LAB)[0]


@pytest.fixture
def submitted(course):
    return answered(course, LAB, {"compute_delta": "def compute_delta(pred, true):\n    return 7"})


def is_test(cell):
    return cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"


def marks(notebook):
    return [cell.metadata.nbgrader.grade_id for cell in notebook.cells if "nbgrader" in cell.metadata]


def test_an_honest_submission_keeps_its_cells_and_gets_the_full_tests(source, submitted):
    tidy = tidied(submitted, source)
    assert marks(tidy) == marks(source)
    assert "return 7" in next(
        cell.source for cell in tidy.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "compute_delta"
    )
    tests = [cell.source for cell in tidy.cells if is_test(cell)]
    assert all("examine(" in test for test in tests)


def place_of(notebook, grade_id):
    return next(
        i for i, cell in enumerate(notebook.cells) if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id
    )


def double(notebook, grade_id):
    again = copy.deepcopy(notebook.cells[place_of(notebook, grade_id)])
    again.source += "\n# the later one"
    notebook.cells.append(again)


TAMPERED = {
    "a deleted test cell": lambda nb: nb.cells.pop(place_of(nb, "train_check")),
    "a copied test cell": lambda nb: double(nb, "train_check"),
    "a copied solution cell": lambda nb: double(nb, "compute_delta"),
    "more points": lambda nb: nb.cells[place_of(nb, "train_check")].metadata.nbgrader.update(points=100),
    "an edited test": lambda nb: nb.cells[place_of(nb, "train_check")].update(source="3.0"),
    "a test as text": lambda nb: nb.cells[place_of(nb, "train_check")].update(cell_type="markdown"),
    "a test that is shown only": lambda nb: nb.cells[place_of(nb, "train_check")].metadata.update(tags=["demo"]),
    "an id of the student's own": lambda nb: nb.cells.append(
        new_code_cell("1", metadata={"nbgrader": {"grade": True, "grade_id": "mine", "points": 50, "solution": False}})
    ),
    "marks that are no marks": lambda nb: nb.cells[3].metadata.update(nbgrader=["grade_id"]),
    "another kernel": lambda nb: nb.metadata.update(kernelspec={"name": "evil", "language": "sh"}),
    "an unlocked test": lambda nb: nb.cells[place_of(nb, "train_check")].metadata.nbgrader.update(
        locked=False, grade=False
    ),
}


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_tests_points_and_kernel_come_from_the_source(tamper, source, submitted):
    tamper(submitted)
    tidy = tidied(submitted, source)
    assert sorted(marks(tidy)) == sorted(marks(source))
    originals = {cell.metadata.nbgrader.grade_id: cell for cell in source.cells if is_test(cell)}
    for cell in tidy.cells:
        mark = cell.metadata.get("nbgrader", {})
        if is_test(cell):
            original = originals[mark.grade_id]
            assert (cell.source, cell.cell_type, cell.metadata) == (original.source, "code", original.metadata)
    assert tidy.metadata == source.metadata
    assert len({cell.id for cell in tidy.cells}) == len(tidy.cells)


def test_of_a_copied_answer_the_later_one_counts(source, submitted):
    double(submitted, "compute_delta")
    tidy = tidied(submitted, source)
    assert tidy.cells[place_of(tidy, "compute_delta")].source.endswith("# the later one")


OLD = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": [], "metadata": {}}]}
UNREADABLE = {
    "empty": (b"", "empty file"),
    "not JSON": (b"hello", "not JSON"),
    "half a file": (b'{"cells": [', "not JSON"),
    "another JSON": (b'{"a": 1}', "JSON without cells"),
    "a list": (b"[1, 2]", "JSON without cells"),
    "not text": (b"\xff\xfe\x00\x01", "other bytes"),
    "deep": (b"[" * 200_000, "not JSON"),
    "cells of nothing": (b'{"cells": [1], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "damaged"),
    "a later format": (b'{"cells": [], "nbformat": 9, "nbformat_minor": 5, "metadata": {}}', "damaged"),
}


@pytest.mark.parametrize(("data", "words"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_is_no_notebook_has_its_reason_in_one_line(data, words, tmp_path):
    path = tmp_path / "lab.ipynb"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=words) as raised:
        read_notebook(path)
    assert "\n" not in str(raised.value)


def test_a_folder_a_link_and_a_giant_are_refused(tmp_path):
    (tmp_path / "folder.ipynb").mkdir()
    (tmp_path / "link.ipynb").symlink_to(tmp_path / "folder.ipynb")
    with (tmp_path / "giant.ipynb").open("wb") as giant:
        giant.truncate(50_000_000)
    for name, words in (("folder", "a folder"), ("link", "a link"), ("giant", "50 MB")):
        with pytest.raises(UnreadableError, match=words):
            read_notebook(tmp_path / f"{name}.ipynb")


def test_an_old_format_is_read(tmp_path):
    path = tmp_path / "old.ipynb"
    path.write_text(json.dumps(OLD))
    assert read_notebook(path).nbformat == 4


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(
    cells=st.lists(
        st.dictionaries(
            st.sampled_from(["cell_type", "source", "metadata", "outputs", "id"]), JSON | st.just("code"), max_size=5
        ),
        max_size=3,
    ),
    metadata=JSON,
)
def test_any_json_is_read_or_refused(cells, metadata, tmp_path_factory):
    path = tmp_path_factory.mktemp("fuzz") / "lab.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}))
    try:
        read_notebook(path)
    except UnreadableError as error:
        assert "\n" not in str(error)


NAMES = {
    "ada": "ada",
    "ada.b-c_1": "ada.b-c_1",
    "a[1]*": "student-a=5B1=5D=2A",
    "new\nline": "student-new=0Aline",
    "+x": "student-=2Bx",
    "../up": "student-..=2Fup",
}


@pytest.mark.parametrize(("name", "known_as"), NAMES.items(), ids=list(map(repr, NAMES)))
def test_an_odd_name_gets_an_id_that_the_gradebook_takes(name, known_as, tmp_path):
    assert Submission(name, LAB, tmp_path).gradebook_id == known_as


def test_names_that_look_alike_keep_ids_of_their_own(tmp_path):
    ids = {Submission(name, LAB, tmp_path).gradebook_id for name in ("é", "e\u0301", "e", "[", "]", "=5B", "~")}
    assert len(ids) == 7


def test_an_id_is_the_name_of_the_folder_that_work_is_collected_into(tmp_path):
    for name in NAMES:
        known_as = Submission(name, LAB, tmp_path).gradebook_id
        assert Submission(known_as, LAB, tmp_path).gradebook_id == known_as


def test_every_student_folder_gives_a_submission_and_files_do_not(tmp_path, submitted):
    hand_in(tmp_path, "ada", LAB, submitted)
    (tmp_path / "benoit").mkdir()
    (tmp_path / "notes.txt").touch()
    (tmp_path / ".hidden").mkdir()
    found = find_submissions(tmp_path, [LAB])
    assert [(entry.student, entry.is_missing) for entry in found] == [("ada", False), ("benoit", True)]


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: None], ids=["empty", "absent"])
def test_no_submissions_is_said_in_one_line(make, tmp_path):
    make(tmp_path / "in")
    with pytest.raises(CourseError, match="expected .* found none"):
        find_submissions(tmp_path / "in", [LAB])


def test_a_timestamp_comes_along(tmp_path, course, source, submitted):
    path = hand_in(tmp_path / "in", "ada", LAB, submitted)
    (path.parent / "timestamp.txt").write_text("2026-01-02 03:04:05 UTC")
    staged = stage(Submission("ada", LAB, path), source, tmp_path / "staged")
    assert (staged.parent / "timestamp.txt").read_text().startswith("2026-01-02")
