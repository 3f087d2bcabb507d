"""The rubric, and the tables that students get: probes that tell all mistakes apart, shares, hints, no formulas."""

import json

import numpy as np
import pytest

from autograder.course import CourseError
from autograder.examination import LABS
from autograder.visible import shares_of
from course_utils.checking.cases import TABLES, Mistake, Question, packed_mistake, read_table


def rubric(tmp_path, text):
    path = tmp_path / "rubric.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_rubric_that_is_shipped_is_in_the_tables():
    for lab in LABS:
        for name, question in read_table(lab).items():
            assert question.shares == shares_of(lab, name)
            assert set(question.shares) == {"unequal_lengths", "changes_arguments", "warning"}


def test_a_lab_and_a_function_may_have_shares_of_their_own(tmp_path):
    path = rubric(tmp_path, '[default]\nwarning = 0.5\n["lab"]\nwarning = 0.6\n["lab".f]\nwarning = 0.7\n')
    assert shares_of("lab", "f", path) == {"warning": 0.7}
    assert shares_of("lab", "g", path) == {"warning": 0.6}
    assert shares_of("other", "f", path) == {"warning": 0.5}


@pytest.mark.parametrize(
    "text",
    [
        "[default]\nwarning = 1.0",
        "[default]\nwarning = -1",
        "[default]\nhandwriting = 0.5",
        "[default",
        "[default]\nwarning = 'half'",
    ],
)
def test_a_rubric_that_cant_be_is_refused_in_one_line(tmp_path, text):
    with pytest.raises(CourseError, match="rubric: expected") as refused:
        shares_of("lab", "f", rubric(tmp_path, text))
    assert "\n" not in str(refused.value)


def test_a_mistake_comes_back_as_it_was_packed():
    answers = (
        (np.array([1.0, 0.0, 0.5]), np.array([-1.0, 77.0])),
        (np.array([1.0, 0.0, 2.5]), np.array([1.0, 1.0, 3.0])),
    )
    packed = json.loads(json.dumps(packed_mistake(Mistake("an-id", "Says.", answers))))
    (back,) = Question("f", 1, (), packed=(packed,)).mistakes()
    assert (back.id, back.says) == ("an-id", "Says.")
    assert [[each.tolist() for each in way] for way in back.answers] == [
        [each.tolist() for each in way] for way in answers
    ]


def test_the_tables_hold_answers_and_no_code():
    for path in TABLES.glob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert "lambda" not in text
        assert "def " not in text.replace("`def ", "")
