"""Collecting from an exchange in which students put what isn't theirs: the owner of a folder says whose it is."""

import os
import pwd

import pytest
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.hub.collect_by_owner import CollectByOwner
from tests.conftest import course_of

LAB = "01_single_weight"
HONEST, ROGUE = "daemon", "nobody"  # two users that every machine has
EARLY, LATE = "2026-03-01 10:00:00.000000 UTC", "2026-03-02 10:00:00.000000 UTC"

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files to other users")


@pytest.fixture(scope="module")
def gradebook(tmp_path_factory):
    """An empty gradebook; making one takes a second."""
    course = course_of(tmp_path_factory.mktemp("empty") / "course")
    course.gradebook().close()
    return course.class_folder / "gradebook.db"


@pytest.fixture
def collect(tmp_path, gradebook):
    """Collect what lies in the exchange; return the folder of the submissions."""
    (tmp_path / "exchange" / "course" / "inbound").mkdir(parents=True)
    (tmp_path / "course").mkdir()

    def collect_all():
        config = Config()
        config.Exchange.root = str(tmp_path / "exchange")
        config.CourseDirectory.update(
            {
                "root": str(tmp_path / "course"),
                "course_id": "course",
                "assignment_id": LAB,
                "db_url": f"sqlite:///{gradebook}",
            }
        )
        collector = CollectByOwner(coursedir=CourseDirectory(config=config), config=config)
        collector.authenticator = None
        collector.update = True
        collector.start()
        return tmp_path / "course" / "submitted"

    return collect_all


@pytest.fixture
def hand_in(tmp_path):
    """Put a folder into the exchange, as its owner would."""

    def put(owner, name, **files):
        folder = tmp_path / "exchange" / "course" / "inbound" / name
        folder.mkdir()
        for file, content in files.items():
            (folder / f"{file}.ipynb").write_text(content)
        give(owner, folder)
        return folder

    return put


def give(owner, folder):
    user = pwd.getpwnam(owner)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)


def test_the_newest_submission_of_each_student_is_collected(collect, hand_in):
    hand_in(HONEST, f"{HONEST}+{LAB}+{EARLY}+x", lab="first")
    hand_in(HONEST, f"{HONEST}+{LAB}+{LATE}+y", lab="second")
    submitted = collect()
    assert (submitted / HONEST / LAB / "lab.ipynb").read_text() == "second"
    assert (submitted / HONEST / LAB / "timestamp.txt").read_text() == "2026-03-02 10:00:00 UTC"


def test_a_submission_in_anothers_name_counts_for_the_one_who_made_it(collect, hand_in):
    hand_in(HONEST, f"{HONEST}+{LAB}+{EARLY}+x", lab="honest")
    hand_in(ROGUE, f"{HONEST}+{LAB}+{LATE}+y", lab="spoilt")
    submitted = collect()
    assert (submitted / HONEST / LAB / "lab.ipynb").read_text() == "honest"
    assert (submitted / ROGUE / LAB / "lab.ipynb").read_text() == "spoilt"


def links_to_the_file(folder, solution):
    (folder / "lab.ipynb").symlink_to(solution / "lab.ipynb")


def is_a_link(folder, solution):
    folder.rmdir()
    folder.symlink_to(solution)


def hard_link(folder, solution):
    (folder / "lab.ipynb").hardlink_to(solution / "lab.ipynb")


def pipe(folder, solution):
    os.mkfifo(folder / "lab.ipynb")


def folder_for_a_note(folder, solution):
    (folder / "timestamp.txt").mkdir()
    (folder / "submission_secret.txt").mkdir()


@pytest.mark.parametrize("trick", [links_to_the_file, is_a_link, hard_link, pipe, folder_for_a_note])
def test_what_is_no_file_of_the_students_own_is_not_collected_and_stops_nothing(trick, collect, hand_in, tmp_path):
    solution = tmp_path / "solution"
    solution.mkdir()
    (solution / "lab.ipynb").write_text("the answers")
    folder = hand_in(ROGUE, f"{ROGUE}+{LAB}+{LATE}+y")
    trick(folder, solution)
    user = pwd.getpwnam(ROGUE)
    os.chown(folder, user.pw_uid, user.pw_gid, follow_symlinks=False)
    hand_in(HONEST, f"{HONEST}+{LAB}+{EARLY}+x", lab="honest")
    submitted = collect()
    assert (submitted / HONEST / LAB / "lab.ipynb").read_text() == "honest"
    assert sorted(path.name for path in (submitted / ROGUE / LAB).iterdir()) == [
        "submission_secret.txt",
        "timestamp.txt",
    ]


@pytest.mark.parametrize("time", ["", "no time", "9999999-99-99", "2026-03-02+more"])
def test_a_name_without_a_time_stops_nothing(time, collect, hand_in):
    hand_in(ROGUE, f"{ROGUE}+{LAB}+{time}+y", lab="odd")
    hand_in(HONEST, f"{HONEST}+{LAB}+{EARLY}+x", lab="honest")
    submitted = collect()
    assert (submitted / HONEST / LAB / "lab.ipynb").read_text() == "honest"
    assert (submitted / ROGUE / LAB / "timestamp.txt").read_text().endswith(" UTC")


@pytest.mark.parametrize("secret", [None, b"", b"\xff\xfe", b"../../gradebook"])
def test_feedback_can_be_released_whatever_the_secret_of_a_submission_is(secret, collect, hand_in):
    folder = hand_in(ROGUE, f"{ROGUE}+{LAB}+{EARLY}+x", lab="mine")
    if secret is not None:
        (folder / "submission_secret.txt").write_bytes(secret)
        give(ROGUE, folder)
    kept = (collect() / ROGUE / LAB / "submission_secret.txt").read_text()
    assert len(kept) == 128
    assert kept.isalnum()


def test_the_secret_that_nbgrader_made_is_kept(collect, hand_in):
    folder = hand_in(HONEST, f"{HONEST}+{LAB}+{EARLY}+x", lab="mine")
    (folder / "submission_secret.txt").write_text("0f" * 64)
    give(HONEST, folder)
    assert (collect() / HONEST / LAB / "submission_secret.txt").read_text() == "0f" * 64
