"""Writing the report: a page per lab and one for the course, each whole or not at all, with its CSV files beside it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from autograder.by_hand import ByHand, marked_by_hand
from autograder.course import LABS, Course, CourseError
from autograder.notebook_files import write_whole
from autograder.report.class_results import LabResults, read_results, relabelled
from autograder.report.content import Content, Sample
from autograder.report.handed_in import HandedIn, sample_of
from autograder.report.lab_findings import LabFindings
from autograder.report.mistakes import Mistake, mistakes_by_name, mistakes_table
from autograder.report.mistakes import mistakes as mistakes_of
from autograder.report.names import Names, Pseudonyms, full_names, in_order_of_pseudonyms
from autograder.report.page import mark_of_names, page
from autograder.report.reading import handout_of, read_all, with_refusals
from autograder.report.score_tables import (
    by_hand_table,
    hardest_first,
    histogram_table,
    not_graded_table,
    questions_table,
    scores_table,
    summary_of,
    summary_table,
)
from autograder.report.standings import course_shares, help_table
from autograder.report.standings import standings as standings_of
from autograder.report.stops import stops_by_question, stops_table
from autograder.report.suspicions import alike_table, signs_table
from autograder.report.tables import as_csv
from autograder.submissions import gradebook_id

COURSE_PAGE = "course"
_SAMPLES = 40  # mistakes of a page that get a sample answer
_MOST_LINES, _MOST_CHARACTERS = 25, 1_500  # of a sample
_Key = tuple[str, str, str]


@dataclass(frozen=True)
class Request:
    """What report is wanted.

    Attributes:
        labs: the labs to write pages of; None for all that were graded, and the course's page.
        results: the file that grading wrote.
        submissions: the folder with <student>/<lab>/<lab>.ipynb in it.
        anonymous: hide names and ids.
    """

    labs: Sequence[str] | None
    results: Path
    submissions: Path
    anonymous: bool = False


def write_report(
    course: Course, request: Request, progress: Callable[[int, int], None] = lambda *_: None
) -> list[Path]:
    """Write pages and CSV files to class/report; return the pages, the course's first.

    Args:
        course: the course.
        request: what is wanted.
        progress: called with how many notebooks are read, and of how many.

    Raises:
        CourseError: there are no results, or none of a lab that is asked for.
    """
    every = {lab: results for lab, results in read_results(request.results).items() if lab in LABS}
    wanted = list(every) if request.labs is None else list(request.labs)
    for lab in wanted:
        if lab not in every:
            found = ", ".join(every) or "no lab"
            msg = f"report: expected results of {lab}, found those of {found} in {request.results.name}. Run `autograder grade`."
            raise CourseError(msg)
    if not wanted:
        msg = f"report: expected results in {request.results}, found none. Run `autograder grade`."
        raise CourseError(msg)
    labs = list(_labs(course, request, [every[lab] for lab in wanted], progress))
    names = _names(course, request, labs, every)
    pages = [_LabPage(lab, request.submissions) for lab in labs]
    folder = course.class_folder / "report"
    _remove_other_kind(folder, anonymous=request.anonymous)
    written = f"Graded {_date(request.results)}"
    order = [(COURSE_PAGE, "The course", pages)] if request.labs is None else []
    order += [(each.lab.results.lab, each.lab.results.lab.replace("_", " "), [each]) for each in pages]
    there = {name for name, _, _ in order} | {path.stem for path in folder.glob("*.html")}
    titles = {COURSE_PAGE: "The course", **{lab: lab.replace("_", " ") for lab in LABS}}
    made = []
    for name, title, group in order:
        links = [(f"{other}.html", word) for other, word in titles.items() if other in there and other != name]
        content = replace(
            _content(group, names, anonymous=request.anonymous), title=title, folder=name, links=links, written=written
        )
        made.append(_write(folder, name, content))
    return made


def _labs(
    course: Course, request: Request, every: Sequence[LabResults], progress: Callable[[int, int], None]
) -> Iterator[LabFindings]:
    """Yield each lab with what is in its notebooks."""
    total, done = sum(len(results.students) for results in every), 0
    marks = _marks(course, [results.lab for results in every])
    since = request.results.stat().st_mtime
    for results in every:
        handout = handout_of(course, results)
        paths = [_path(request.submissions, student, results.lab) for student in results.students]
        found: list[HandedIn | None] = []
        if handout is not None:
            for notebook in read_all(paths, handout):
                found.append(notebook)
                progress(done + len(found), total)
            found = with_refusals(course, results, found)
        done += len(paths)
        ids = {gradebook_id(student) for student in results.students}
        given = tuple(each for each in marks.get(results.lab, ()) if each.gradebook_id in ids)
        yield LabFindings(results, tuple(found), handout, sum(_time_of(path) > since for path in paths), given)


def _marks(course: Course, labs: Sequence[str]) -> dict[str, list[ByHand]]:
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415 - comes with nbgrader, slow to import

    try:
        return marked_by_hand(course, labs)
    except SQLAlchemyError:
        return {}  # the scores don't depend on the gradebook


def _path(submissions: Path, student: str, lab: str) -> Path:
    """Return where a student's notebook lies; an id that leads elsewhere leads to nothing."""
    home = student if student == Path(student).name else "\0"
    return submissions / home.replace("\0", ".nobody") / lab / f"{lab}.ipynb"


def _time_of(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _names(course: Course, request: Request, labs: Sequence[LabFindings], every: dict[str, LabResults]) -> Names:
    students = {
        who
        for results in every.values()
        for who in (*results.students, *(entry.student for entry in results.not_graded))
    }
    full = full_names(course, students)
    if not request.anonymous:
        return Names(full)
    order = in_order_of_pseudonyms(students, course.class_folder / "pseudonyms.json")
    everybodys = (source for lab in labs if lab.handout for source in lab.handout.known)
    return Pseudonyms(order, full, everybodys)


class _LabPage:
    """A lab's findings with the way back to its notebooks, which the labels no longer show."""

    def __init__(self, lab: LabFindings, submissions: Path) -> None:
        self.lab = lab
        self.paths = [_path(submissions, student, lab.results.lab) for student in lab.results.students]


def _content(group: Sequence[_LabPage], names: Names, *, anonymous: bool) -> Content:
    labs = [
        replace(
            each.lab,
            results=relabelled(each.lab.results, names.label, names.hidden),
            handed_in=_hidden(each.lab.handed_in, names),
        )
        for each in group
    ]
    paths = {each.lab.results.lab: each.paths for each in group}
    mistakes = mistakes_of(labs)
    sentences = {(each.lab, each.question, each.diagnosis): _sentence(each) for each in mistakes}
    standings = standings_of(labs)
    shares = labs[0].results.shares if len(labs) == 1 else course_shares(standings)
    stops = stops_table(labs)
    questions = questions_table(labs)
    summaries = [summary_of(lab) for lab in labs]
    tables = [
        summary_table(summaries),
        histogram_table(shares),
        questions,
        *([hardest_first(questions)] if len(labs) > 1 else []),
        by_hand_table(labs),
        scores_table(labs),
        mistakes_table(mistakes, sentences),
        mistakes_by_name(mistakes, labs),
        help_table(standings),
        stops,
        stops_by_question(stops),
        signs_table(labs),
        alike_table(labs),
        not_graded_table(labs),
    ]
    of = {lab.results.lab: lab.results for lab in labs}
    return Content(
        title="",
        folder="",
        labs=summaries,
        tables={table.name: table for table in tables},
        shares=shares,
        mistakes=mistakes,
        sentences=sentences,
        samples=dict(_samples(mistakes, of, paths, names)),
        names=names.full,
        anonymous=anonymous,
        read=any(notebook is not None for lab in labs for notebook in lab.handed_in),
        by_hand=[name for lab in labs for name in lab.results.by_hand],
        links=(),
        written="",
        changed=sum(lab.changed for lab in labs),
    )


def _hidden(handed_in: Sequence[HandedIn | None], names: Names) -> tuple[HandedIn | None, ...]:
    return tuple(
        each._replace(
            signs=tuple(
                sign._replace(where=names.hidden(sign.where), what=names.hidden(sign.what)) for sign in each.signs
            )
        )
        if each and each.signs
        else each
        for each in handed_in
    )


def _samples(
    mistakes: Sequence[Mistake], results: dict[str, LabResults], paths: dict[str, list[Path]], names: Names
) -> Iterator[tuple[_Key, Sample]]:
    """Yield one answer for each of the first mistakes: a typical one."""
    for each in mistakes[:_SAMPLES]:
        source = sample_of(paths[each.lab][each.rows[0]], each.question)
        if source is not None:
            student = results[each.lab].students[each.rows[0]]
            yield (each.lab, each.question, each.diagnosis), Sample(student, _shortened(names.hidden_code(source)))


def _shortened(source: str) -> str:
    lines = source.strip("\n").splitlines()
    text = "\n".join(lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES or len(text) > _MOST_CHARACTERS:
        return f"{text[:_MOST_CHARACTERS]}\n... (shortened: {len(lines)} lines, {len(source)} characters)"
    return text


def _sentence(mistake: Mistake) -> str:
    """Return what is told to who makes a mistake: the library's words, without the one student's call."""
    from autograder.misconceptions import MISCONCEPTIONS  # noqa: PLC0415 - a second to import
    from course_utils.checking.diagnosis import known  # noqa: PLC0415

    for formula in MISCONCEPTIONS.get(mistake.lab, {}).get(mistake.question, ()):
        if formula.id == mistake.diagnosis:
            return formula.says
    try:
        return known(mistake.diagnosis).says
    except KeyError:
        return mistake.message.partition(" Called with ")[0]


def _write(folder: Path, name: str, content: Content) -> Path:
    """Write a page and its CSV files, each by rename; the page last, when what it links to is there."""
    for table in content.tables.values():
        write_whole(_encoded(as_csv(table, content.names)), folder / name / f"{table.name}.csv")
    path = folder / f"{name}.html"
    write_whole(_encoded(page(content)), path)
    return path


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")  # a name may hold bytes that are no text


def _remove_other_kind(folder: Path, *, anonymous: bool) -> None:
    """Remove pages whose names are shown where they are to be hidden, or hidden where they are to be shown: the kinds don't mix."""
    other = mark_of_names(anonymous=not anonymous)
    for path in folder.glob("*.html"):
        if path.stem in {COURSE_PAGE, *LABS} and other in path.read_text(encoding="utf-8", errors="replace")[:2_000]:
            shutil.rmtree(folder / path.stem, ignore_errors=True)
            path.unlink()


def _date(path: Path) -> str:
    when = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return f"{when.day} {when:%B %Y, %H:%M} UTC"
