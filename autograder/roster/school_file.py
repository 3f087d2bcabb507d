"""A school's list of students: any common encoding, separator and headings; each row is a student, or has a reason why not."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.course import CourseError
from autograder.roster.columns import HEADINGS, candidates, plain_heading
from autograder.roster.student import Student, plain_id, plain_text, why_not

_SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT = 10  # rows that may come before the headings: a title, Excel's "sep=;"
_LARGEST = 50_000_000  # bytes
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NO_STUDENT = re.compile(r"\s*(points possible.*|muted|manual posting.*)", re.IGNORECASE)  # begins Canvas's own rows
_SCHOOL = ("sis_user_id", "sis_login_id", "section", "id_number")


@dataclass(frozen=True)
class SchoolFile:
    """What was read of a school's file; a row's number is the one a spreadsheet shows.

    Attributes:
        students: the students by row.
        refused: why a row can't be entered, by row.
        passed_over: rows that are no students, and why, by row.
        encoding: of the text.
        separator: of the cells.
        columns: the heading that each field was read from.
    """

    students: Mapping[int, Student]
    refused: Mapping[int, str]
    passed_over: Mapping[int, str]
    encoding: str
    separator: str
    columns: Mapping[str, str]


def read_school_file(content: bytes, chosen: Mapping[str, str] | None = None) -> SchoolFile:
    """Return the students of a CSV file.

    Args:
        content: the file's content.
        chosen: headings by field, where the usual ones are not in the file.

    Raises:
        CourseError: it is no table with a column of ids.
    """
    text, encoding = _decoded(content)
    separator, first, rows = _table(text, chosen or {})
    headings = rows[first]
    body = {number: row for number, row in enumerate(rows[first + 1 :], start=first + 2) if any(c.strip() for c in row)}
    places = _places(headings, list(body.values()), chosen or {})
    students: dict[int, Student] = {}
    refused: dict[int, str] = {}
    passed_over: dict[int, str] = {}
    seen: dict[str, int] = {}
    for number, row in body.items():
        first_filled = next(cell.strip() for cell in row if cell.strip())
        if _NO_STUDENT.fullmatch(first_filled):
            passed_over[number] = f"{first_filled!r} is no student"
            continue
        student = _student(row, places)
        reason = why_not(student) or _why_ragged(row, headings)
        before = seen.setdefault(student.folder, number)
        if reason:
            refused[number] = reason
        elif before == number:
            students[number] = student
        elif before in students and students[before] == student:
            passed_over[number] = f"the same as row {before}"
        else:
            refused[number] = f"id {student.id!r}: expected one row, found it in row {before} too. Keep one of them."
    columns = {field: headings[place] for field, place in places.items()}
    return SchoolFile(students, refused, passed_over, encoding.removesuffix("-sig"), separator, columns)


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        msg = "roster: expected a CSV file, found a spreadsheet's own format. Save it as CSV (UTF-8)."
        raise CourseError(msg)
    if len(content) > _LARGEST:
        msg = (
            f"roster: expected at most {_LARGEST // 10**6} MB, found {len(content) // 10**6} MB. Is it the right file?"
        )
        raise CourseError(msg)
    marked = [encoding for mark, encoding in _MARKS if content.startswith(mark)]
    half = max(len(content[:2000]) // 2, 1)
    zeros = [content[:2000][start::2].count(0) / half for start in (0, 1)]
    if not marked and max(zeros) > 0.4:  # noqa: PLR2004 - most characters of UTF-16 text have a zero byte
        marked = ["utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"]
    for encoding in (*marked, "utf-8", "cp1252", "latin-1"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise AssertionError  # Latin-1 decodes everything


def _table(text: str, chosen: Mapping[str, str]) -> tuple[str, int, list[list[str]]]:
    """Return the separator, the place of the headings among the rows, and the rows."""
    best: tuple[int, int] = 0, 0
    found: tuple[str, int, list[list[str]]] | None = None
    for separator in _SEPARATORS:
        head = list(_rows(text, separator, _LOOKED_AT))
        for place, row in enumerate(head):
            known = len(candidates(row).keys() - {"section"}) + 2 * sum(h in row for h in chosen.values())
            if (known, len(row)) > best and known:
                best, found = (known, len(row)), (separator, place, [])
    if found is None:
        first = next((line for line in text.splitlines() if line.strip()), "nothing")
        msg = f"roster: expected headings such as id, first_name, last_name, email, found {first[:80]!r}. Name the columns."
        raise CourseError(msg)
    try:
        return found[0], found[1], list(_rows(text, found[0]))
    except csv.Error as error:
        msg = f"roster: expected a CSV file, found one that can't be read ({error}). Save it again as CSV."
        raise CourseError(msg) from error


def _rows(text: str, separator: str, at_most: int | None = None) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    if at_most is None:
        return list(reader)
    try:
        return [row for row, _ in zip(reader, range(at_most), strict=False)]
    except csv.Error:
        return []


def _places(headings: Sequence[str], body: list[list[str]], chosen: Mapping[str, str]) -> dict[str, int]:
    """Return the column of each field: of those that may hold it the first that isn't empty from top to bottom."""
    places = {}
    for field, possible in candidates(headings).items():
        places[field] = next(
            (place for place in possible if any(_cell(row, place).strip() for row in body)), possible[0]
        )
    for field, heading in chosen.items():
        if field not in HEADINGS:
            msg = f"--column: expected one of {', '.join(HEADINGS)} before the =, found {field!r}. Write for instance id={heading}."
            raise CourseError(msg)
        plain = [plain_heading(each) for each in headings]
        if plain_heading(heading) not in plain:
            msg = f"--column: expected one of the headings {', '.join(headings)}, found {heading!r}. Check the name."
            raise CourseError(msg)
        places[field] = plain.index(plain_heading(heading))
    if "id" not in places and "email" in places:
        places["id"] = places["email"]
    if "id" not in places:
        found = ", ".join(headings)[:400]
        msg = (
            f"roster: expected a column of ids (id, Username, ID number), found {found}. Name it: --column id=HEADING."
        )
        raise CourseError(msg)
    return places


def _student(row: list[str], places: Mapping[str, int]) -> Student:
    cells = {field: plain_text(_cell(row, place)) for field, place in places.items()}
    first, last = cells.get("first_name", ""), cells.get("last_name", "")
    if not (first or last):
        first, last = _first_and_last(cells.get("name", ""))
    school = {field: cells[field] for field in _SCHOOL if cells.get(field)}
    user = cells.get("lms_user_id", "")
    return Student(plain_id(_cell(row, places["id"])), first, last, cells.get("email", ""), user, school)


def _first_and_last(name: str) -> tuple[str, str]:
    last, comma, first = name.partition(",")
    if comma:
        return first.strip(), last.strip()
    first, _, last = name.rpartition(" ")
    return first, last


def _why_ragged(row: list[str], headings: Sequence[str]) -> str | None:
    if any(cell.strip() for cell in row[len(headings) :]):
        return f"expected {len(headings)} cells, found {len(row)}. Put quotation marks around a cell with a separator in it."
    return None


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""
