"""Late days and extra credit: the same by either engine and by nbgrader's own command, and off until it is switched on."""

import subprocess
import sys
from datetime import timedelta

import pytest

from autograder.course import CourseError
from autograder.engine import sandbox
from autograder.grading import Options, grade
from autograder.late_policy import DaysLate
from autograder.submissions import find_submissions
from tests.conftest import answered, course_of, hand_in, solved_sources

LAB = "01_single_weight"
DAY = 86_400.0
PENALTIES = {
    "a minute late": (60.0, None),
    "two days, to the second": (2 * DAY, None),
    "two days and a second": (2 * DAY + 1, 0.8),
    "three days": (3 * DAY, 0.8),
    "three days and an hour": (3 * DAY + 3600, 1.6),
    "seven days": (7 * DAY, 4.0),
    "a year": (365 * DAY, 4.0),
}


@pytest.mark.parametrize("late", PENALTIES)
def test_free_days_cost_nothing_then_each_day_begun_a_share_up_to_a_limit(late):
    seconds, penalty = PENALTIES[late]
    found = DaysLate(free_days=2, percent_per_day=10, most_percent=50).late_submission_penalty("ada", 8.0, seconds)
    assert found == (None if penalty is None else pytest.approx(penalty))


def test_nothing_earned_is_nothing_taken():
    assert DaysLate(free_days=0).late_submission_penalty("ada", 0.0, 9 * DAY) == 0.0


pytestmark = [pytest.mark.notebook, pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing()))]
TIMES = {
    "in time": "2026-01-01 11:00:00 UTC",
    "free": "2026-01-03 11:00:00 UTC",
    "late": "2026-01-05 13:00:00 UTC",
    "elsewhere": "2026-01-05T08:00:00-05:00",
    "timeless": None,
}


def switched_on(course):
    path = course.root / "nbgrader_config.py"
    text = path.read_text(encoding="utf-8")
    assert "# c.AssignLatePenalties.plugin_class" in text
    path.write_text(text.replace("# c.AssignLatePenalties", "c.AssignLatePenalties"), encoding="utf-8")
    return type(course)(course.root)


@pytest.fixture(scope="module")
def course_of_late(tmp_path_factory):
    """A class that has handed in at all times, graded once, the lab without a due date and the policy off."""
    made = course_of(tmp_path_factory.mktemp("late") / "course", LAB)
    for student, time in TIMES.items():
        path = hand_in(made.class_folder / "submitted", student, LAB, answered(made, LAB, solved_sources(made, LAB)))
        if time:
            (path.parent / "timestamp.txt").write_text(time)
    graded(made)
    return made


def graded(course, **options):
    return list(grade(course, find_submissions(course.class_folder / "submitted", [LAB]), Options(**options)))


def penalties(course):
    with course.gradebook() as gradebook:
        return {
            entry.student.id: (entry.score, entry.late_submission_penalty)
            for entry in gradebook.assignment_submissions(LAB)
        }


def set_due(course, time="2026-01-01 12:00 UTC"):
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(LAB, duedate=time)


def test_late_work_by_every_way_of_grading(course_of_late):
    """One story of one class, each step on what the one before has left: to grade it anew for each would take minutes."""
    course = course_of_late
    free = dict.fromkeys(TIMES, (8.0, 0.0))
    assert penalties(course) == free, "no due date, so nobody is late"
    set_due(course)
    graded(course, force=True)
    assert penalties(course) == free, "the policy is off until it is switched on"

    course = switched_on(course)
    late = {**free, "late": (8.0, pytest.approx(2.4)), "elsewhere": (8.0, pytest.approx(2.4))}
    graded(course)
    assert penalties(course) == late, "a run that grades nothing again looks at lateness again"
    graded(course, force=True)
    assert penalties(course) == late

    with course.gradebook() as gradebook:
        gradebook.find_submission(LAB, "late").notebooks[0].late_submission_penalty = None
        gradebook.db.commit()
    for student in ("late", "free"):
        words = [sys.executable, "-m", "nbgrader", "autograde", LAB, f"--student={student}", "--force"]
        done = subprocess.run(words, cwd=course.root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert penalties(course)[student] == late[student], "nbgrader's own command"
    one = [each for each in find_submissions(course.class_folder / "submitted", [LAB]) if each.student == "late"]
    assert [result.status for result in grade(course, one, Options(engine="nbgrader"))] == ["graded"]
    assert penalties(course) == late, "a kernel"

    with course.gradebook() as gradebook:
        gradebook.find_grade("train_check", LAB, LAB, "late").extra_credit = 2.0
        gradebook.find_grade("train_check", LAB, LAB, "in time").extra_credit = 2.0
        gradebook.db.commit()
    for force in (False, True):
        graded(course, force=force)
        credited = {**late, "late": (10.0, pytest.approx(3.0)), "in time": (10.0, 0.0)}
        assert penalties(course) == credited, "extra credit counts, beyond the most points, and is late too"

    with course.gradebook() as gradebook:
        gradebook.find_submission(LAB, "late").extension = timedelta(days=9)
        gradebook.db.commit()
        assert gradebook.find_student("in time").score == 10.0, "and in the student's total"
    graded(course)
    assert penalties(course)["late"] == (10.0, 0.0), "an extension takes the penalty away"

    path = course.root / "nbgrader_config.py"
    path.write_text(
        path.read_text(encoding="utf-8").replace("late_policy.DaysLate", "late_policy.NoSuch"), encoding="utf-8"
    )
    with pytest.raises(CourseError, match="expected a class in c.AssignLatePenalties.plugin_class") as raised:
        graded(type(course)(course.root), force=True)
    assert "\n" not in str(raised.value)
