"""The files that set the course up agree with one another, and hold no address and no path of a machine."""

import re
import subprocess
import tomllib

import pytest
import yaml

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAME = re.compile(r"^[A-Za-z0-9_.-]+")


def test_conda_gets_the_packages_and_bounds_of_pyproject():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    conda = {entry for entry in environment["dependencies"] if isinstance(entry, str)} - {"pip"}
    wanted = {
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"]["grade"],
        f"python{PROJECT['requires-python']}",
    }
    assert conda == wanted


def test_every_dependency_is_pinned_with_hashes():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = {match.lower() for match in re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.MULTILINE)}
    extras = [name for group in PROJECT["optional-dependencies"].values() for name in group]
    wanted = {NAME.match(entry).group().lower() for entry in [*PROJECT["dependencies"], *extras]}
    assert wanted <= pinned
    blocks = re.split(r"\n(?=\S)", lock.strip())
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in lock


def test_no_file_names_a_registry_or_a_folder_of_somebodys_machine():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    if tracked == [""]:
        pytest.skip("not a git checkout")
    hosts = re.compile(
        "pypi"
        + r"\.org|python"
        + r"hosted|registry\.npm"
        + r"js|anaconda\."
        + "org|/ho"
        + "me/|/ro"
        + "ot/|/wo"
        + "rk/"
    )
    for name in tracked:
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".yml", ".lock", ".ipynb", ".cfg", ".js", ""} and path.is_file():
            assert not hosts.search(path.read_text(encoding="utf-8")), name
