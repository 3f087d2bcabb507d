"""Every lab as a student meets it in JupyterLab: opened, run untouched, answered wrongly, then rightly."""

import pytest

from autograder.course import LABS
from autograder.notebook_files import read_notebook
from tests.conftest import solved_sources

WRONG = {
    "01_single_weight": "def compute_delta(pred, true):\n    return true - pred",
    "02_multiple_inputs": "def ele_mul(number, vector):\n    return [number + element for element in vector]",
    "03_multiple_outputs": "def outer_prod(deltas, inputs):\n    return [[d * x for d in deltas] for x in inputs]",
    "04_freezing_weights": "def freeze(weight_deltas, frozen):\n    return [0 for weight_delta in weight_deltas]",
    "05_mnist": "def sigmoid(x):\n    return 1 / (1 + np.exp(x))",
}


@pytest.mark.parametrize("name", LABS)
def test_an_untouched_lab_runs_from_top_to_bottom_and_says_calmly_what_is_to_do(lab, course, name):
    lab.open(name)
    lab.run_all()
    assert lab.failures() == []
    for function in solved_sources(course, name):
        assert card_says(lab.output(f"{function}_check")) == "Not attempted yet"


@pytest.mark.parametrize("name", LABS)
def test_a_wrong_answer_is_said_to_be_not_right_yet_and_mended_it_is_right(lab, course, name):
    wrong = WRONG[name]
    function = wrong.removeprefix("def ").partition("(")[0]
    cells = read_notebook(course.release(name)).cells
    lab.open(name)
    lab.run(next(cell.id for cell in cells if "start_lab" in cell.source))
    lab.answer(function, wrong)
    assert card_says(lab.output(f"{function}_check")) == "Not right yet"
    lab.answer(function, solved_sources(course, name)[function])
    assert card_says(lab.output(f"{function}_check")) == "Right"
    assert lab.failures() == []


def card_says(output):
    """Return the word at the top of the check's card, which is the output's only one."""
    return output.get_by_role("status").locator("strong").first.inner_text()
