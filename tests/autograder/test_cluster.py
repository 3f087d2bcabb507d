"""Grading on a cluster of real Dask processes: the local pool's results, whatever is lost on the way, and one line for what can't be."""

import json
import os
import pickle
import shutil
import signal
import socket
import subprocess
import sys

import pytest

from autograder.build import read_for_grading
from autograder.cluster import connection
from autograder.cluster.address import Cluster, cluster_of
from autograder.course import CourseError
from autograder.engine import grader, pool, sandbox
from autograder.seeds import seed_of
from autograder.submissions import Submission
from tests.autograder.dask_processes import ClusterHere, certificates
from tests.autograder.runs import (
    Run,
    executed_notebooks,
    grade_here,
    gradebook_content,
    poll,
    results_of,
)
from tests.autograder.test_resume import WRONG_WAY_ROUND, copied, give
from tests.conftest import course_of

LAB = "01_single_weight"
needs_sandbox = pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing()))
CLASS = {
    "ada": {},
    "benoit": WRONG_WAY_ROUND,
    "chen": None,  # untouched
    "dalia": {"compute_error": "import os\nos._exit(1)"},
    "=emre|<b>&\n[ü]": {"train": "def train(*_):\n    return 0"},
    "fatou": {"update_weight": "def update_weight(*_):\n    return 1 / 0"},
    "goran": {},
    "hana": WRONG_WAY_ROUND,
}


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    """A course whose class has handed in: right and wrong work, odd names, and files that can't be read."""
    made = course_of(tmp_path_factory.mktemp("class") / "course", LAB)
    for student, answers in CLASS.items():
        path = give(made, student, answers)
    (path.parent / "timestamp.txt").write_text("2026-01-02 03:04:05 UTC\n")
    submitted = made.class_folder / "submitted"
    for student in ("broken", "linked", "nobody"):
        (submitted / student / LAB).mkdir(parents=True)
    (submitted / "broken" / LAB / f"{LAB}.ipynb").write_bytes(b"\xff{")
    (submitted / "linked" / LAB / f"{LAB}.ipynb").symlink_to(path)
    (made.class_folder / "secret_seed").write_text("5eed" * 16)
    return made


@pytest.fixture
def own(handed_in, tmp_path):
    """A copy of that course, not graded yet."""
    return copied(handed_in, tmp_path / "course")


@pytest.fixture(scope="module")
def by_the_pool(handed_in, tmp_path_factory):
    """The class as the local pool grades it: results, gradebook, executed notebooks."""
    course = copied(handed_in, tmp_path_factory.mktemp("pool") / "course")
    assert grade_here(course, LAB)[0] == 0
    return outcome(course)


def outcome(course):
    notebooks = {path.parts[-3]: path.read_bytes() for path in course.class_folder.glob("autograded/*/*/*.ipynb")}
    return results_of(course), gradebook_content(course), notebooks


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """Certificates: of the cluster's authority, and signed by it."""
    return certificates(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def cluster(authority):
    """A scheduler and two workers as commands of their own, which talk by TLS."""
    with ClusterHere(authority, workers=2) as made:
        yield made


def options_of(cluster, authority):
    ca, cert, key = authority
    return ["--cluster", cluster.address, "--tls-ca-file", str(ca), "--tls-cert", str(cert), "--tls-key", str(key)]


def assert_one_line(errors, *words):
    """Assert that, apart from the progress bar, there is one line, the command's own."""
    lines = [line for line in errors.splitlines() if line.strip() and "0:0" not in line]
    assert len(lines) == 1, errors
    assert lines[0].startswith("autograder: "), errors
    assert all(word in lines[0] for word in words), errors


# ---- the same results


@needs_sandbox
@pytest.mark.notebook
def test_over_tls_the_results_are_the_local_pools_and_a_worker_that_is_killed_costs_nothing(
    own, by_the_pool, cluster, authority
):
    with Run(own, LAB, *options_of(cluster, authority)) as run:
        assert poll(lambda: executed_notebooks(own) or run.ended())
        assert not run.ended(), run.errors()
        cluster.kill_a_worker()
        assert poll(run.ended)
        assert run.process.returncode == 0, run.errors()
        assert poll(lambda: not cluster.graders()), "graders end with the run"
    assert outcome(own) == by_the_pool


@needs_sandbox
@pytest.mark.notebook
def test_what_is_graded_already_needs_no_cluster(own):
    assert grade_here(own, LAB)[0] == 0
    before = executed_notebooks(own)
    assert grade_here(own, LAB, "--cluster", "tcp://127.0.0.1:9")[0] == 2, "what can't be read is tried again"
    for student in ("broken", "linked"):
        shutil.rmtree(own.class_folder / "submitted" / student)
    assert grade_here(own, LAB, "--cluster", "tcp://127.0.0.1:9")[0] == 0
    assert executed_notebooks(own) == before


# ---- what is lost on the way

_PARENT = 'def parent(pid):\n    return int(open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()[1])\n'
KILLS_ITS_GRADER = f"import os\n{_PARENT}os.kill(parent(os.getppid()), 9)"
KILLS_ITS_WORKER = f"import os\n{_PARENT}os.kill(parent(parent(os.getppid())), 9)"


@pytest.mark.notebook
def test_what_ends_its_grader_or_its_workers_is_set_aside_with_the_reason_and_the_others_are_graded(own):
    """Without the sandbox a submission can do so; within it, only a fault of ours or of the machine could."""
    keep_only(own, "ada", "benoit", "goran", "hana")
    give(own, "poison for graders", {"compute_delta": KILLS_ITS_GRADER})
    give(own, "poison for workers", {"compute_delta": KILLS_ITS_WORKER})
    with Run(own, LAB, "--cluster", "local", "--workers", "2", "--sandbox", "none") as run:
        assert poll(run.ended, at_most=400)
        assert run.process.returncode == 0, run.errors()
        assert poll(lambda: not run.living()), run.living()
    found = {line["student"]: line for line in records(own)}
    assert {student: line["score"] for student, line in found.items()} == {
        "ada": 8.0,
        "benoit": 7.0,
        "goran": 8.0,
        "hana": 7.0,
        "poison for graders": None,
        "poison for workers": None,
    }
    for student, ended in (
        ("poison for graders", "ended its grader twice"),
        ("poison for workers", "ended its workers twice"),
    ):
        assert found[student]["status"] == "unreadable"
        assert all(ended in question["message"] for question in found[student]["questions"])
    assert len([row for row in gradebook_content(own)["submissions"] if row[0] == "ada"]) == 1


def keep_only(course, *students):
    for entry in (course.class_folder / "submitted").iterdir():
        if entry.name not in students:
            shutil.rmtree(entry)


def records(course):
    return [json.loads(line) for line in results_of(course).splitlines()]


ENDLESS = dict.fromkeys(("compute_error", "compute_delta", "update_weight", "train"), "while True:\n    pass")
STOPS = {"Ctrl-C": signal.SIGINT, "killed": signal.SIGKILL}


@needs_sandbox
@pytest.mark.notebook
@pytest.mark.parametrize("how", STOPS)
def test_a_run_that_is_stopped_leaves_no_process_and_goes_on_where_it_was(how, own, by_the_pool):
    give(own, "aaa", ENDLESS)  # keeps the run busy for minutes
    with Run(own, LAB, "--cluster", "local", "--workers", "2") as run:
        assert poll(lambda: len(executed_notebooks(own)) >= 2 or run.ended())
        assert not run.ended(), run.errors()
        assert any("autograder.engine.grader" in line for _, line in run.living())
        if how == "Ctrl-C":
            os.killpg(run.process.pid, STOPS[how])  # as a terminal does
        else:
            run.process.send_signal(STOPS[how])
        assert poll(run.ended, at_most=100), "the loops alone take minutes"
        if how == "Ctrl-C":
            assert run.process.returncode == 130, run.errors()
            assert_one_line(run.errors(), "stopped")
        assert poll(lambda: not run.living(), at_most=100), run.living()
    shutil.rmtree(own.class_folder / "submitted" / "aaa")
    before = executed_notebooks(own)
    assert grade_here(own, LAB)[0] == 0
    now = executed_notebooks(own)
    assert {student: now[student] for student in before} == before
    assert outcome(own) == by_the_pool


# ---- what can't be, in one line

REFUSED = {
    "tcp to another machine": ("tcp://10.0.0.3:8786", "expected certificates"),
    "tcp to a name": ("tcp://scheduler:8786", "expected certificates"),
    "tcp to what only begins like this machine": ("tcp://localhost.example.org:8786", "expected certificates"),
    "tcp to all addresses": ("tcp://0.0.0.0:8786", "expected certificates"),
    "no scheme": ("scheduler:8786", "expected tls://scheduler:8786"),
    "another scheme": ("ucx://127.0.0.1:8786", "expected tls://scheduler:8786"),
    "no port": ("tls://scheduler", "expected tls://scheduler:8786"),
    "a port that is none": ("tls://scheduler:http", "expected tls://scheduler:8786"),
    "a path": ("tls://scheduler:8786/x", "expected tls://scheduler:8786"),
    "nothing": ("", "expected tls://scheduler:8786"),
}
ADMITTED = ("local", "tls://scheduler:8786", "tcp://127.0.0.1:8786", "tcp://[::1]:8786", "tcp://localhost:8786")


@pytest.mark.parametrize(("address", "words"), REFUSED.values(), ids=REFUSED)
def test_an_address_that_may_not_be_used_is_refused(address, words):
    with pytest.raises(CourseError, match=words) as raised:
        Cluster(address)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("address", ADMITTED)
def test_addresses_that_may_be_used(address):
    assert Cluster(address).address == address


def test_certificates_go_with_a_tls_address_and_must_be_there(authority, tmp_path):
    ca, cert, key = authority
    assert cluster_of("tls://scheduler:8786", ca, cert, key) == Cluster("tls://scheduler:8786", ca, cert, key)
    assert cluster_of(None) is None
    for address in (None, "local", "tcp://127.0.0.1:8786"):
        with pytest.raises(CourseError, match="only with"):
            cluster_of(address, ca)
    with pytest.raises(CourseError, match="--tls-cert: expected a file"):
        cluster_of("tls://scheduler:8786", ca, tmp_path / "nowhere.pem")


def one_submission(made, home):
    course = copied(made, home)
    keep_only(course, "ada")
    return course


@pytest.fixture(scope="module")
def small(handed_in, tmp_path_factory):
    return one_submission(handed_in, tmp_path_factory.mktemp("small") / "course")


def tls(address, ca, cert, key):
    return ["--cluster", address, "--tls-ca-file", str(ca), "--tls-cert", str(cert), "--tls-key", str(key)]


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    """Certificates of another authority."""
    return certificates(tmp_path_factory.mktemp("stranger"))


def test_wrong_certificates_are_one_line_that_says_which(small, cluster, authority, stranger, tmp_path):
    ca, _, key = authority
    (tmp_path / "no.pem").write_text("no certificate\n")
    cases = {
        "found none": ["--cluster", cluster.address],
        "signed by the authority of --tls-ca-file": tls(cluster.address, *stranger),
        "it refuses ours": tls(cluster.address, ca, *stranger[1:]),
        "in PEM format": tls(cluster.address, ca, tmp_path / "no.pem", key),
        "no answer": ["--cluster", cluster.address.replace("tls", "tcp")],
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "SECONDS_TO_CONNECT", 1.0)
        for words, options in cases.items():
            status, errors = grade_here(small, LAB, *options)
            assert status == 2, words
            assert_one_line(errors, "cluster: expected", words)


def test_a_scheduler_that_is_none_is_one_line(small, authority):
    with socket.socket() as closed, socket.create_server(("127.0.0.1", 0)) as deaf:
        closed.bind(("127.0.0.1", 0))
        cases = {
            "Connection refused": f"tcp://127.0.0.1:{closed.getsockname()[1]}",
            "no answer": f"tcp://127.0.0.1:{deaf.getsockname()[1]}",
            "expected a scheduler at tls://nobody.invalid:8786": "tls://nobody.invalid:8786",
        }
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(connection, "SECONDS_TO_CONNECT", 0.5)
            for words, address in cases.items():
                options = tls(address, *authority) if "tls" in address else ["--cluster", address]
                status, errors = grade_here(small, LAB, *options)
                assert status == 2, words
                assert_one_line(errors, words)


def test_a_scheduler_without_workers_and_one_that_does_not_encrypt_are_one_line(small, authority, monkeypatch):
    monkeypatch.setattr(connection, "SECONDS_FOR_A_WORKER", 0.5)
    with ClusterHere(None, workers=0) as bare:
        status, errors = grade_here(small, LAB, "--cluster", bare.address)
        assert status == 2
        assert_one_line(errors, "expected a worker", f"dask worker {bare.address}")
        status, errors = grade_here(small, LAB, *tls(bare.address.replace("tcp", "tls"), *authority))
        assert status == 2
        assert_one_line(errors, "doesn't encrypt")


@needs_sandbox
def test_a_worker_with_other_code_ends_the_run_in_one_line(small, cluster, authority, monkeypatch):
    monkeypatch.setattr(grader, "version_here", lambda: "code 0123, Python 2.7, NumPy 1.0")
    status, errors = grade_here(small, LAB, *options_of(cluster, authority))
    assert status == 2
    assert_one_line(errors, f"on {socket.gethostname()}", "code 0123", "found another (code")


def test_a_worker_without_the_package_is_one_line(small):
    with ClusterHere(None, workers=1, without="autograder") as bare:
        status, errors = grade_here(small, LAB, "--cluster", bare.address)
    assert status == 2
    assert_one_line(errors, "expected this package on all workers", "No module named 'autograder'")


VERSIONS = {
    "all the same": ({}, None),
    "another Dask on a worker": (
        {"tls://w:1": {"distributed": "1.0"}},
        "distributed 2.0 as here, found 1.0 on tls://w:1",
    ),
    "another Python on the scheduler": ({"the scheduler": {"python": "3.12.1.final.0"}}, "found 3.12 on the scheduler"),
    "another patch of Python": ({"the scheduler": {"python": "3.11.9.final.0"}}, None),
    "a worker that says nothing": ({"tls://w:1": None}, "found None on tls://w:1"),
}


@pytest.mark.parametrize(("changes", "words"), VERSIONS.values(), ids=VERSIONS)
def test_versions_that_talk_past_each_other_are_found(changes, words):
    ours = {"python": "3.11.7.final.0", "dask": "2.0", "distributed": "2.0"}
    theirs = {
        place: None if changes.get(place, {}) is None else {**ours, **changes.get(place, {})}
        for place in ("the scheduler", "tls://w:1")
    }
    found = connection.mismatch(ours, theirs)
    assert found is None if words is None else words in found


def test_without_the_extra_the_option_says_how_to_install_it(small):
    hidden = "import sys; sys.modules['distributed'] = None; from autograder.cli import main; main()"
    command = [sys.executable, "-c", hidden, "grade", LAB, "--cluster", "local"]
    done = subprocess.run(command, cwd=small.root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert_one_line(done.stderr, "pip install 'gradient-descent-labs[cluster]'")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--cluster", "local", "--engine", "nbgrader"), "expected --engine split"),
        (("--cluster", "tcp://127.0.0.1:9", "--workers", "2"), "--workers only with --cluster local"),
    ],
)
def test_options_that_do_not_go_together_are_one_line(options, words, small):
    status, errors = grade_here(small, LAB, *options)
    assert status == 2
    assert_one_line(errors, words)


# ---- what travels


def test_only_what_a_worker_needs_travels(handed_in):
    """Of the class: the notebook, whose it is, and the seed of this one submission; neither the secret nor a path."""
    path = handed_in.class_folder / "submitted" / "ada" / LAB / f"{LAB}.ipynb"
    seed = seed_of(handed_in, "ada", LAB)
    work = pool.Work(Submission("ada", LAB, path), seed, "a fingerprint", content=path.read_bytes())
    travels = grader.packed_work(work)
    setup = grader.packed_setup(grader.Setup({LAB: pool.Lab(*read_for_grading(handed_in, LAB))}, guarded=True))
    secret = (handed_in.class_folder / "secret_seed").read_bytes()
    assert seed.encode() in travels
    assert path.read_bytes() in travels
    for packed in (travels, setup, pickle.loads(setup)[1]):
        assert secret not in packed
        assert str(handed_in.root).encode() not in packed
        assert b"To mark it." not in packed, "the sample of the answer in words"
