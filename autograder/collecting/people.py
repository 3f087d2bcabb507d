"""Who in the roster a file belongs to: by number or id where there is one, by name where the name is one student's only."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from autograder.collecting.claim import Claim
from autograder.collecting.worksheet import Participant
from autograder.roster import Student


@dataclass(frozen=True)
class Match:
    """A student found, None where nobody was; `tried` says by what, `by_name` whether only the name says so."""

    student: Student | None
    tried: str
    by_name: bool = False


class People:
    """The roster, to be searched.

    Args:
        roster: the students.
        assigned: ids by the label that a download has for a student, where the instructor has said who it is.
        participants: Moodle's grading worksheet, by participant number.
    """

    def __init__(
        self,
        roster: Iterable[Student],
        assigned: Mapping[str, str] | None = None,
        participants: Mapping[str, Participant] | None = None,
    ) -> None:
        self._assigned = dict(assigned or {})
        self._participants = dict(participants or {})
        self._ids: dict[str, list[Student]] = defaultdict(list)
        self._canvas: dict[str, list[Student]] = defaultdict(list)
        self._names: dict[str, list[Student]] = defaultdict(list)
        self._bare: dict[str, list[Student]] = defaultdict(list)
        for student in roster:
            login = student.school.get("sis_login_id", ""), student.school.get("sis_user_id", "")
            for text in {student.id, student.folder, student.email, student.school.get("id_number", ""), *login} - {""}:
                self._ids[text.casefold()].append(student)
            if student.lms_user_id:
                self._canvas[student.lms_user_id].append(student)
            first, last = student.first_name, student.last_name
            for name in {_key(first + last), _key(last + first)} - {""}:
                self._names[name].append(student)
            for name in {_bare(first + last), _bare(last + first)} - {""}:
                self._bare[name].append(student)

    def find(self, claim: Claim) -> Match:
        """Return the student that a claim is about."""
        if claim.label in self._assigned:
            wanted = self._assigned[claim.label]
            return self._only(self._ids.get(wanted.casefold(), []), f"the id {wanted!r} that --match names")
        if claim.is_anonymous:
            return Match(None, "the names are hidden: download it again with names, or say who it is with --match")
        if claim.kind == "canvas" and claim.number in self._canvas:
            return self._only(self._canvas[claim.number], f"Canvas's number {claim.number}")
        participant = self._participants.get(claim.number) if claim.kind == "moodle" else None
        if participant is not None:
            return self._by_worksheet(participant)
        if claim.kind in {"folder", "pattern"} and claim.name.casefold() in self._ids:
            return self._only(self._ids[claim.name.casefold()], f"the id {claim.name!r}")
        before = f"Canvas's number {claim.number}, " if claim.kind == "canvas" else ""
        return self._by_name(claim.name, before)

    def _by_worksheet(self, participant: Participant) -> Match:
        for text in (participant.id_number, participant.email):
            if text.casefold() in self._ids:
                return self._only(self._ids[text.casefold()], f"{text!r} in Moodle's worksheet")
        return self._by_name(
            participant.name, f"{participant.id_number!r} and {participant.email!r} of the worksheet, "
        )

    def _by_name(self, name: str, before: str) -> Match:
        tried = f"{before}the name {name!r}"
        key = _key(name)
        found = self._names.get(key) or self._bare.get(_bare(name)) or []
        if not found and " " in name:  # some schools put the login before the name
            login, _, rest = name.partition(" ")
            found = [
                student for student in self._ids.get(login.casefold(), []) if student in self._names.get(_key(rest), [])
            ]
        match = self._only(found, tried)
        return Match(match.student, match.tried, by_name=True)

    @staticmethod
    def _only(found: list[Student], tried: str) -> Match:
        if len(found) == 1:
            return Match(found[0], tried)
        if not found:
            return Match(None, f"nobody in the roster; tried {tried}")
        return Match(None, f"{len(found)} in the roster ({', '.join(each.id for each in found)}); tried {tried}")


def _key(name: str) -> str:
    """Return a name's letters and digits only, in one case: what all systems keep of it."""
    return "".join(c for c in unicodedata.normalize("NFKC", name).casefold() if c.isalnum())


def _bare(name: str) -> str:
    return _key("".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)))
