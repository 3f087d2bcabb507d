"""The zip for students: the labs, the pages beside them and what they import, and not one answer."""

from __future__ import annotations

import zipfile
from pathlib import Path

from autograder.course import LABS, PAGES, Course, CourseError

_EPOCH = (2020, 1, 1, 0, 0, 0)  # the same bytes whenever it is made
_README = """\
# Gradient descent by hand: five labs

1. Make the environment once: `conda env create -f environment.yml`, then `conda activate gradient-descent-labs`.
   Without conda: `python -m venv .venv`, `.venv/bin/pip install .` (on Windows `.venv\\Scripts\\pip install .`).
2. Start `jupyter lab` in this folder (without conda `.venv/bin/jupyter lab`), and open `notebooks/01_single_weight/`.
3. Work from top to bottom; run a cell with Shift+Enter. Where it says `# YOUR CODE HERE`, replace that line and the one
   below it by your own code. The cell after it checks your function at once.
4. Hand in the notebook files as your instructor asks. Keep their names.

The labs take 45 to 90 minutes each and build on one another:
01 one weight, 02 many inputs, 03 many outputs, 04 a frozen weight, 05 handwritten digits.
`notebooks/course_map.ipynb` shows on one page how they hang together, `notebooks/glossary.ipynb` explains every word.
"""
_PYPROJECT = """\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "gradient-descent-labs-student"
version = "{version}"
requires-python = ">=3.11,<3.14"
dependencies = {dependencies}

[tool.hatch.build.targets.wheel]
packages = ["course_utils"]
"""


def write_bundle(course: Course, path: Path) -> int:
    """Write the students' zip to `path`; return the number of files in it.

    Raises:
        CourseError: a lab or a page is not released yet, or a lab holds answers.
    """
    contents = {"README.md": _README.encode(), "pyproject.toml": _student_pyproject(course).encode()}
    for lab in LABS:
        release = course.release(lab)
        if not release.is_file():
            msg = f"bundle: expected notebooks/{lab}/{lab}.ipynb, found none. Run `autograder build` first."
            raise CourseError(msg)
        contents[f"notebooks/{lab}/{lab}.ipynb"] = _without_answers(lab, release)
    for page in PAGES:
        contents[f"notebooks/{page}.ipynb"] = _page(page, course.page(page))
    packages_home = Path(__file__).resolve().parent.parent
    for file in sorted((packages_home / "course_utils").rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            contents[file.relative_to(packages_home).as_posix()] = file.read_bytes()
    for name in ("environment.yml", "LICENSE"):
        contents[name] = (course.root / name).read_bytes()
    new = path.with_name(path.name + ".new")
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in sorted(contents.items()):
            bundle.writestr(zipfile.ZipInfo(f"gradient-descent-labs/{name}", _EPOCH), data, zipfile.ZIP_DEFLATED)
    new.replace(path)
    return len(contents)


def _page(page: str, path: Path) -> bytes:
    if not path.is_file():
        msg = f"bundle: expected notebooks/{page}.ipynb, found none. Run `autograder build` first."
        raise CourseError(msg)
    return path.read_bytes()


def _without_answers(lab: str, release: Path) -> bytes:
    from autograder.build import has_answers  # noqa: PLC0415 - imports nbgrader

    if has_answers(release):
        msg = f"bundle: expected notebooks/{lab} as it was released, found answers in it. Run `autograder build --force {lab}` first."
        raise CourseError(msg)
    return release.read_bytes()


def _student_pyproject(course: Course) -> str:
    import tomllib  # noqa: PLC0415 - only needed here

    project = tomllib.loads((course.root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return _PYPROJECT.format(version=project["version"], dependencies=project["dependencies"])
