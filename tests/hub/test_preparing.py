"""What comes before a hub starts: what it is made of, what it closes, and one line for what can't be."""

import fcntl
import os
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from autograder.course import CourseError
from autograder.hub.closing import closed_to_others, only_hub
from autograder.hub.environment import PACKAGES, closure
from autograder.hub.layout import Layout, accounts, check_length
from autograder.hub.passwords import OwnPasswords, draw_password, hash_of
from autograder.hub.proxy import install_proxy
from tests.conftest import ROOT
from tests.hub.running import autograder


def test_the_users_packages_are_those_that_pyproject_names():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["grade"], *extras["hub"]]
    assert set(PACKAGES) == {re.match(r"[\w.-]+", line).group() for line in wanted}


def test_the_users_packages_come_with_what_they_need_and_without_the_autograder():
    found = closure(PACKAGES)
    assert {"jupyterlab", "nbgrader", "alembic", "pamela", "tornado"} <= found
    assert not {"gradient-descent-labs", "pytest", "mypy", "playwright"} & found


def test_the_proxys_lock_pins_versions_and_hashes_and_holds_no_address():
    lock = files("autograder.hub").joinpath("package-lock.json").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "resolved" not in lock
    packages = re.findall(r'"(node_modules/[^"]+)": \{\s+"version": "[\d.]+[^"]*",\s+"integrity": "sha512-', lock)
    assert len(packages) == lock.count('"node_modules/')


def test_without_nodejs_the_hub_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CourseError, match="expected Node.js 20 or later with npm, found no node"):
        install_proxy(tmp_path)


def test_an_old_nodejs_is_named(tmp_path, monkeypatch):
    for name in ("node", "npm"):
        (tmp_path / name).write_text("#!/bin/sh\necho v12.22.9\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CourseError, match=r"found v12\.22\.9"):
        install_proxy(tmp_path)


def test_folders_with_answers_are_closed_while_the_hub_runs_and_open_again_afterwards(tmp_path):
    modes = {"solutions": 0o755, "tests": 0o700, "notebooks": 0o755, ".venv": 0o755, "course_utils": 0o755}
    for name, mode in modes.items():
        (tmp_path / name).mkdir(mode=mode)
    with closed_to_others([tmp_path, tmp_path]) as closed:
        assert [folder.name for folder in closed] == ["solutions"]
        assert (tmp_path / "solutions").stat().st_mode & 0o777 == 0o750
    assert {name: (tmp_path / name).stat().st_mode & 0o777 for name in modes} == modes


def test_a_second_hub_of_a_course_is_refused(tmp_path):
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with pytest.raises(CourseError, match="expected no other hub"), only_hub(tmp_path):
            pass
    finally:
        os.close(handle)
    with only_hub(tmp_path):
        pass


def test_a_path_too_long_for_the_kernels_sockets_is_refused():
    everybody = accounts("gd-", 2)
    check_length(Layout(Path("/srv/gradient-descent"), separated=True), everybody)
    with pytest.raises(CourseError, match="expected a path of at most 39 bytes"):
        check_length(Layout(Path("/srv") / ("x" * 60), separated=True), everybody)


def test_hundreds_of_students_have_hundreds_of_names():
    names = [account.name for account in accounts("gd-", 300)]
    assert len(set(names)) == 301
    assert (names[0], names[12], names[13], names[-1]) == ("gd-instructor", "gd-lena", "gd-student013", "gd-student300")


REFUSED = {
    "a prefix that is no name": (("--prefix", "Gd_"), "expected a small letter"),
    "no student": (("--students", "0"), "expected 1 to 400"),
    "nothing to remove": (("--remove", "--folder", str(ROOT / "docs")), "expected the folder of a hub"),
}


@pytest.mark.parametrize(("words", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cant_be_done_is_one_line_and_status_2(words, reason):
    done = autograder("hub", *words)
    assert done.returncode == 2
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1


LOGINS = {
    "right": ("ada", "sesame", "ada"),
    "in capitals": ("ADA", "sesame", "ada"),
    "wrong": ("ada", "Sesame", None),
    "another's": ("benoit", "sesame", None),
    "empty": ("ada", "", None),
    "nobody's": ("chen", "", None),
}


@pytest.mark.parametrize(("name", "password", "expected"), LOGINS.values(), ids=LOGINS)
def test_a_password_opens_its_own_account_only(name, password, expected):
    hashes = {"ada": ("aa", hash_of("sesame", "aa")), "benoit": ("bb", hash_of("other", "bb"))}
    logins = OwnPasswords(hashes=hashes)
    answer = logins.authenticate(None, {"username": name, "password": password})
    with pytest.raises(StopIteration) as ended:
        answer.send(None)
    assert ended.value.value == expected


def test_passwords_are_drawn_anew():
    assert len({draw_password() for _ in range(100)}) == 100
