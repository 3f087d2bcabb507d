"""What a page of the report shows, and the words it is explained with."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from autograder.report.markup import table
from autograder.report.mistakes import Mistake
from autograder.report.score_tables import LabSummary
from autograder.report.statistics import Floats
from autograder.report.tables import Table


@dataclass(frozen=True)
class Sample:
    """A student's answer, shortened, and whose it is."""

    student: str
    source: str


@dataclass(frozen=True)
class Content:
    """What a page shows.

    Attributes:
        title: the lab's name, or the course's.
        folder: the folder of its CSV files, from the page.
        labs: the labs it is about, in numbers.
        tables: every table, by name.
        shares: the students' shares of the points.
        mistakes: the mistakes by number of students.
        sentences: what is told to who makes them, by lab, question and mistake.
        samples: answers, by the same.
        names: full names by student id.
        anonymous: whether names are hidden.
        read: whether the notebooks could be looked into.
        by_hand: questions that wait for somebody to mark them.
        links: other pages, as (file, title).
        written: when, in words.
        changed: how many notebooks were handed in again after the grading.
    """

    title: str
    folder: str
    labs: Sequence[LabSummary]
    tables: Mapping[str, Table]
    shares: Floats
    mistakes: Sequence[Mistake]
    sentences: Mapping[tuple[str, str, str], str]
    samples: Mapping[tuple[str, str, str], Sample]
    names: Mapping[str, str]
    anonymous: bool
    read: bool
    by_hand: Sequence[str]
    links: Sequence[tuple[str, str]]
    written: str
    changed: int = 0

    @property
    def is_course(self) -> bool:
        """Whether the page is about several labs."""
        return len(self.labs) > 1

    def total(self, name: str) -> str:
        """Return a number of the labs' summaries, added up, as text."""
        return f"{sum(getattr(lab, name) for lab in self.labs):,}"

    def table(self, name: str, caption: str, *, without: Sequence[str] = (), most: int | None = None) -> str:
        """Return a table as HTML; the lab isn't repeated in every row of a lab's page."""
        shown = self.tables[name]
        left_out = {*without} if self.is_course else {*without, "lab"}
        keys = [column.key for column in shown.columns if column.key not in left_out]
        return table(shown, caption, self.names, file=f"{self.folder}/{name}.csv", keys=keys, most=most)


def words(key: str, **filled: object) -> str:
    """Return a paragraph of words.toml, its gaps filled."""
    return _words()[key].format(**filled)


@cache
def _words() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
