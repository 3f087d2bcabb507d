"""Where the course lies, and nbgrader's view of it."""

from __future__ import annotations

import logging
import warnings
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

LABS = ("01_single_weight", "02_multiple_inputs", "03_multiple_outputs", "04_freezing_weights", "05_mnist")
PAGES = ("glossary", "course_map")  # to read beside the labs: Markdown only, no assignments
CONFIG = "nbgrader_config.py"


class CourseError(Exception):
    """Something the user can mend; the message says what was expected, what was found and what to do."""


@dataclass(frozen=True)
class Course:
    """A course folder: solutions/, notebooks/, class/ and nbgrader_config.py."""

    root: Path

    @property
    def class_folder(self) -> Path:
        """The folder for everything that belongs to one class; git ignores it."""
        return self.root / "class"

    @property
    def tables(self) -> Path:
        """The folder for the tables of the check, which students get with course_utils."""
        return self.root / "course_utils" / "cases"

    def source(self, lab: str) -> Path:
        """Return the path of the lab's source, the solved notebook."""
        return self.root / "solutions" / lab / f"{lab}.ipynb"

    def release(self, lab: str) -> Path:
        """Return the path of the students' edition of a lab."""
        return self.root / "notebooks" / lab / f"{lab}.ipynb"

    def page_source(self, page: str) -> Path:
        """Return the path of a page's source."""
        return self.root / "solutions" / f"{page}.ipynb"

    def page(self, page: str) -> Path:
        """Return the path of the students' copy of a page."""
        return self.root / "notebooks" / f"{page}.ipynb"

    @cached_property
    def config(self) -> Any:
        """Nbgrader's settings as traitlets reads them from nbgrader_config.py."""
        from traitlets.config import PyFileConfigLoader  # noqa: PLC0415 - nbgrader and its kin take 2 s to import

        return PyFileConfigLoader(CONFIG, path=str(self.root)).load_config()

    def nbgrader(self, **directories: str) -> Any:
        """Return nbgrader's API on this course; `directories` override those of nbgrader_config.py."""
        from nbgrader.apps import NbGraderAPI  # noqa: PLC0415 - takes 2 s to import
        from nbgrader.coursedir import CourseDirectory  # noqa: PLC0415

        _hush()
        self._make_gradebook()
        logging.getLogger("traitlets").propagate = False  # each result holds its own log
        config = self.config.copy()
        config.CourseDirectory.update(directories)
        return NbGraderAPI(CourseDirectory(config=config), config=config)

    def gradebook(self) -> Any:
        """Open the gradebook; a context manager."""
        from nbgrader.api import Gradebook  # noqa: PLC0415 - takes 2 s to import

        _hush()
        self._make_gradebook()
        return Gradebook(self.config.CourseDirectory.db_url, self.config.CourseDirectory.course_id)

    def _make_gradebook(self) -> None:
        """Make the gradebook under another name first: a run stopped in the middle leaves no half of one, which nbgrader would take."""
        from nbgrader.api import Gradebook  # noqa: PLC0415 - takes 2 s to import

        url = self.config.CourseDirectory.db_url
        path = Path(url.removeprefix("sqlite:///"))
        if path.exists() or not url.startswith("sqlite:///"):
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.new")
        new.unlink(missing_ok=True)
        Gradebook(f"sqlite:///{new}", self.config.CourseDirectory.course_id).close()
        new.replace(path)


def _hush() -> None:
    # nbgrader's own queries make SQLAlchemy warn of objects that are added a moment later; nothing is lost by it.
    warnings.filterwarnings("ignore", message="Object of type <Submitted", module=r"nbgrader\.")


def find_course(start: Path | None = None) -> Course:
    """Return the course that `start` (by default the working directory) lies in, else the one this package lies in.

    Raises:
        CourseError: there is no course folder.
    """
    begin = (start or Path.cwd()).resolve()
    packages_home = Path(__file__).resolve().parent.parent
    for folder in (begin, *begin.parents, packages_home):
        if (folder / CONFIG).is_file() and (folder / "solutions").is_dir():
            return Course(folder)
    msg = f"course: expected a folder with {CONFIG} and solutions/, found none at or above {begin}. Go to the course's folder."
    raise CourseError(msg)


def chosen_labs(names: list[str] | None) -> list[str]:
    """Return the labs named, or all of them; a number such as 2 or 02 names a lab too.

    Raises:
        CourseError: there is no such lab.
    """
    chosen = []
    for name in names or LABS:
        found = [lab for lab in LABS if name == lab or (name.isdigit() and lab.startswith(f"{int(name):02d}_"))]
        if not found:
            msg = f"lab: expected one of {', '.join(LABS)}, found {name!r}. Check the name."
            raise CourseError(msg)
        chosen += found
    return list(dict.fromkeys(chosen))
