"""A class on a real JupyterHub: hand out, work, hand in, grade, give back; and what nobody there can see."""

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest

from autograder.course import CourseError
from autograder.engine import sandbox
from autograder.hub.environment import runnable_python
from tests.conftest import ROOT, answered, solved_sources
from tests.hub.running import RunningHub, Visitor, autograder

LAB = "01_single_weight"
WRONG = {"compute_delta": "def compute_delta(pred, true):\n    return true - pred"}
PREFIX = f"t{os.getpid() % 100_000}-"
ADA, BENOIT, TEACHER = (PREFIX + name for name in ("ada", "benoit", "instructor"))
COURSE = "gradient-descent"


def no_python():
    """Say why the hub's users have no Python to run on this machine, in one line; empty where they have one, or nobody can ask."""
    if os.geteuid() != 0:
        return ""
    try:
        runnable_python()
    except (CourseError, OSError, subprocess.SubprocessError) as error:
        return str(error)
    return ""


pytestmark = [
    pytest.mark.notebook,
    pytest.mark.skipif(bool(no_python()), reason=no_python()),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can make the Unix users that keep students apart"),
    pytest.mark.skipif(
        shutil.which("npm") is None, reason="expected npm for the hub's proxy, found none: install nodejs and npm"
    ),
    pytest.mark.skipif(
        shutil.which("useradd") is None, reason="expected useradd, found none: install the package passwd"
    ),
    pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing())),
]


@pytest.fixture
def folder():
    """A folder that other Unix users can get to; pytest's own is closed to them. Afterwards the hub's users are gone."""
    home = Path(tempfile.mkdtemp(prefix="hub-"))
    home.chmod(0o711)
    yield home / "h"
    removed = autograder("hub", "--remove", "--folder", home / "h")
    shutil.rmtree(home)
    assert removed.returncode == 0, removed.stderr
    assert not [user.pw_name for user in pwd.getpwall() if user.pw_name.startswith(PREFIX)]


@pytest.fixture
def hub(folder):
    hub = RunningHub(folder, "--prefix", PREFIX, "--students", "2")
    yield hub
    hub.stop()


@pytest.fixture
def users(hub):
    """The instructor and two students, logged in, each with a server and a kernel."""
    visitors = {name: Visitor(hub, name) for name in (TEACHER, ADA, BENOIT)}
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda visitor: come(hub, visitor), visitors.values()))
    yield visitors
    for visitor in visitors.values():
        visitor.leave()


def test_a_class_goes_through_a_lab_on_a_hub_and_nobody_sees_what_is_not_theirs(hub, users, folder, course):
    modes = {path: path.stat().st_mode for path in (ROOT / "solutions", ROOT / "tests", ROOT / "autograder")}
    assert not any(mode & 0o007 for mode in modes.values())  # closed while the hub runs
    teacher, ada, benoit = users.values()
    passwords_open_one_account(hub)
    only_the_instructor_has_the_formgrader(teacher, ada)

    hand_out(teacher)
    solved = solved_sources(course, LAB)
    do_the_lab(ada, answered(course, LAB, solved))
    do_the_lab(benoit, answered(course, LAB, {**solved, **WRONG}))

    grade(teacher)
    assert scores(teacher) == {ADA: 8.0, BENOIT: 7.0}
    give_back(teacher)
    assert "true - pred" in feedback_of(benoit)
    assert "true - pred" not in feedback_of(ada)

    assert what_can_be_read(benoit, of=teacher, other=ada, folder=folder) == {}
    kernels_talk_in_private(ada, benoit)
    status, said = hub.stop()
    assert (status, said.strip()) == (0, "The hub is stopped; nothing of it is left running.")
    assert processes_of(users) == []
    assert all(path.stat().st_mode & 0o777 == 0o755 for path in modes)


def come(hub, visitor):
    assert visitor.log_in(hub.passwords[visitor.name])
    visitor.start_server()
    said = visitor.run("import os, pwd; print(pwd.getpwuid(os.getuid()).pw_name)")
    assert said.strip() == visitor.name


def passwords_open_one_account(hub):
    for name, password in ((ADA, "guess"), (ADA, hub.passwords[BENOIT]), (TEACHER, hub.passwords[ADA]), ("nobody", "")):
        stranger = Visitor(hub, name)
        assert not stranger.log_in(password), (name, password)
        stranger.leave()


def only_the_instructor_has_the_formgrader(teacher, ada):
    assert teacher.ask("GET", "formgrader/api/status").json()["status"] is True
    assert ada.ask("GET", "formgrader/api/status").status_code == 404
    assert ada.ask("GET", "api/contents", of=teacher.name).status_code in {403, 404}


def hand_out(teacher):
    released = teacher.formgrader("release", LAB)
    assert released["success"], released


def do_the_lab(student, notebook):
    """Fetch the lab, write the answers in, run every cell, save and submit: as its buttons do."""
    assert [(each["assignment_id"], each["status"]) for each in student.assignments()] == [(LAB, "released")]
    assert [each["status"] for each in student.assignments("fetch", LAB)] == ["fetched"]
    path = f"api/contents/{LAB}/{LAB}.ipynb"
    fetched = nbformat.from_dict(student.ask("GET", path).json()["content"])
    assert [cell.id for cell in fetched.cells] == [cell.id for cell in notebook.cells]
    said = [student.run(cell.source) for cell in notebook.cells if cell.cell_type == "code"]
    assert not [line for line in said if re.match(r"\w+(Error|Exception): ", line)]
    student.ask("PUT", path, json={"type": "notebook", "content": notebook}).raise_for_status()
    assert {each["status"] for each in student.assignments("submit", LAB)} == {"fetched", "submitted"}


def grade(teacher):
    collected = teacher.formgrader("collect", LAB)
    assert collected["success"], collected
    done = teacher.shell("cd ~/course && autograder grade 1")
    assert "2 of 2 graded" in done, done


def scores(teacher):
    said = teacher.run(
        "import os, sys; os.chdir(os.path.expanduser('~/course'))\n"
        "from autograder.course import find_course\n"
        "with find_course().gradebook() as book:\n"
        "    found = {each.student.id: each.score for each in book.assignment_submissions('01_single_weight')}\n"
        "for name, score in found.items(): print('score', name, score)"
    )
    return {line.split()[1]: float(line.split()[2]) for line in said.splitlines() if line.startswith("score ")}


def give_back(teacher):
    for action in ("generate_feedback", "release_feedback"):
        done = teacher.formgrader(action, LAB)
        assert done["success"], done


def feedback_of(student):
    listed = student.assignments("fetch_feedback", LAB)
    (submitted,) = (each for each in listed if each["status"] == "submitted")
    where = submitted["submissions"][-1]["local_feedback_path"]
    page = student.ask("GET", f"api/contents/{where}/{LAB}.html").json()["content"]
    return re.sub(r"<[^>]*>", "", page)


def what_can_be_read(student, *, of, other, folder):
    """Return what a student reads of what isn't the student's; each is read by its owner too, so that it is known to be there."""
    exchange = folder / "exchange" / COURSE
    (handed_in,) = (path for path in (exchange / "inbound").iterdir() if path.name.startswith(other.name))
    home, teachers = folder / "home" / other.name, folder / "home" / of.name
    secrets = {
        "another's home": (other, f"ls {home}"),
        "another's notebook": (other, f"cat {home}/{LAB}/{LAB}.ipynb > /dev/null"),
        "the names of what is handed in": (of, f"ls '{exchange}/inbound'"),
        "the submissions": (of, f"cat '{teachers}/course/class/submitted/{other.name}/{LAB}/{LAB}.ipynb' > /dev/null"),
        "the names of the feedback": (of, f"ls {exchange}/feedback"),
        "another's sockets": (other, f"ls {folder}/run/{other.name}"),
        "the solutions": (of, f"cat {teachers}/course/solutions/{LAB}/{LAB}.ipynb > /dev/null"),
        "the gradebook": (of, f"cat {teachers}/course/class/gradebook.db > /dev/null"),
        "the results": (of, f"cat {teachers}/course/class/results.jsonl > /dev/null"),
        "the hidden tests": (
            of,
            f"cat {folder}/grading/lib/python*/site-packages/autograder/examination.py > /dev/null",
        ),
        "the reference": (of, "python -c 'import autograder.reference'"),
        "the instructor's environment": (
            of,
            f"cat /proc/{of.run('import os; print(os.getpid())').strip()}/environ > /dev/null",
        ),
        "the hub's secrets": (None, f"cat {folder}/state/start.json > /dev/null"),
        "the solutions here": (None, f"cat {ROOT}/solutions/{LAB}/{LAB}.ipynb > /dev/null"),
        "the reference here": (None, f"cat {ROOT}/autograder/reference/lab01.py > /dev/null"),
        "the tests here": (None, f"ls {ROOT}/tests"),
        "the history here": (None, f"ls {ROOT}/.git"),
    }
    found = {}
    for what, (owner, command) in secrets.items():
        if owner:
            assert owner.shell(command).endswith("status 0\n"), what
        elif not command.endswith(".git") or (ROOT / ".git").is_dir():
            assert Path(command.split()[1]).exists(), what
        said = student.shell(command)
        if said.endswith("status 0\n"):
            found[what] = said
    # The folder of a submission can be entered by whom knows its name, so that the instructor may tidy up: nobody else does.
    assert len(handed_in.name.rsplit("+", 1)[1]) >= 12
    reply = student.ask("GET", "api/kernels", of=other.name)
    if reply.ok:
        found["another's server"] = reply.text
    return found


def kernels_talk_in_private(ada, benoit):
    """A kernel's sockets lie in its user's own folder; over TCP anybody on the machine could read along."""
    wire = ada.run("import json, ipykernel; print(json.load(open(ipykernel.get_connection_file()))['transport'])")
    assert wire.strip() == "ipc"
    address = ada.run(
        "found = json.load(open(ipykernel.get_connection_file())); print(f\"{found['ip']}-{found['iopub_port']}\")"
    ).strip()
    connect = "import socket; socket.socket(socket.AF_UNIX).connect({!r}); print('through')"
    assert ada.run(connect.format(address)).strip() == "through"
    assert "PermissionError" in benoit.run(connect.format(address))


def processes_of(users):
    numbers = {pwd.getpwnam(name).pw_uid for name in users}
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and entry.exists() and entry.stat().st_uid in numbers:
            found.append((entry / "cmdline").read_text())
    return list(filter(None, found))  # a process that has ended, and that nobody has asked about yet, has no command
