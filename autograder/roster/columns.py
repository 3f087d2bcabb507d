"""Which column of a school's file is which: the headings of Canvas's and Moodle's exports, nbgrader's own, and their kin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# In order of preference. "Student, ID, SIS User ID, SIS Login ID, Section" is how Canvas exports its gradebook; "First name,
# Last name, ID number, Email address" is Moodle's; "id, first_name, last_name, email, lms_user_id" is nbgrader's.
HEADINGS: dict[str, tuple[str, ...]] = {
    "id": (
        "id",
        "student id",
        "username",
        "user name",
        "user id",
        "login",
        "login id",
        "sis login id",
        "net id",
        "id number",
        "student number",
        "student no",
        "sis user id",
        "org defined id",
        "uid",
    ),
    "first_name": ("first name", "given name", "given names", "forename", "first"),
    "last_name": ("last name", "surname", "family name", "last"),
    "name": ("student", "full name", "name", "student name", "display name", "first name last name"),
    "email": ("email", "email address", "e mail", "e mail address", "mail"),
    "lms_user_id": ("lms user id", "canvas id", "canvas user id"),
    "sis_user_id": ("sis user id",),
    "sis_login_id": ("sis login id",),
    "section": ("section", "sections"),
    "id_number": ("id number",),
}
# Canvas's own "ID" is a number of its own; the school's is in the columns that follow it.
_CANVAS_ID = ("sis login id", "sis user id", "id")


def plain_heading(heading: str) -> str:
    """Return a heading in lower case, its words with one space between."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", heading).casefold().replace("_", " ")))


def is_canvas(headings: Sequence[str]) -> bool:
    """Tell whether these are the headings of a gradebook that Canvas has exported."""
    plain = {plain_heading(heading) for heading in headings}
    return {"student", "id"} <= plain and bool(plain & {"section", "sis login id", "sis user id"})


def candidates(headings: Sequence[str]) -> dict[str, list[int]]:
    """Return the places of the columns that may hold each field, the most likely first; no entry where there is none."""
    plain = [plain_heading(heading) for heading in headings]
    squeezed = [heading.replace(" ", "") for heading in plain]
    wanted = dict(HEADINGS)
    if is_canvas(headings):
        wanted |= {"id": _CANVAS_ID, "lms_user_id": ("id",)}
    found: dict[str, list[int]] = {}
    for field, names in wanted.items():
        places = [squeezed.index(name.replace(" ", "")) for name in names if name.replace(" ", "") in squeezed]
        if places:
            found[field] = list(dict.fromkeys(places))
    return found
