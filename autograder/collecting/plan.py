"""What collecting a download would do: which file becomes whose submission, which are kept beside it, which are left, and why."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from autograder.collecting.claim import Claim
from autograder.collecting.download import File, Refused
from autograder.collecting.people import Match, People
from autograder.collecting.which_lab import why_not_of
from autograder.collecting.worksheet import Participant
from autograder.notebook_files import UnreadableError
from autograder.roster import Student

_COPY = re.compile(r"[-( ]+(\d+)\)?$")  # Canvas's "lab-2.ipynb", a browser's "lab (2).ipynb"


@dataclass(frozen=True)
class Candidate:
    """A notebook of the lab, and whose it is.

    Attributes:
        student: whose.
        claim: what the download calls them.
        path: in the download.
        digest: SHA-256 of the content, in hex.
        time: when it was handed in, None where that isn't known.
        read: returns the content.
    """

    student: Student
    claim: Claim
    path: str
    digest: str
    time: datetime | None
    read: Callable[[], bytes]

    @property
    def age(self) -> tuple[int, float, bool, int, str]:
        """What says which of a student's files is the newest: the greatest."""
        stem = PurePosixPath(self.claim.file).stem
        copy = _COPY.search(stem)
        seconds = self.time.timestamp() if self.time else 0.0
        return self.claim.attachment, seconds, copy is None, int(copy[1][:9]) if copy else 0, self.path

    @property
    def has_age(self) -> bool:
        """Whether its age is known, and not guessed from its name."""
        return bool(self.claim.attachment or self.time)


@dataclass
class Plan:
    """What is to be done with a download.

    Attributes:
        newest: the submission of each student, by folder.
        others: what else a student has handed in of the lab, by folder, the newest first.
        left: files that are not collected, and why.
        passed_over: how many files of other kinds there are, by suffix.
        late: labels of whom Canvas calls late.
    """

    newest: dict[str, Candidate] = field(default_factory=dict)
    others: dict[str, list[Candidate]] = field(default_factory=dict)
    left: list[Refused] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    late: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Rules:
    """How to read a download.

    Attributes:
        lab: the lab that is collected.
        marks: the grade ids of every lab.
        claim_of: what a path says, None where it says nothing.
        participants: Moodle's worksheet; it may know times.
        trust_times: whether the files' own times are those of handing in.
    """

    lab: str
    marks: Mapping[str, frozenset[str]]
    claim_of: Callable[[str], Claim | None]
    participants: Mapping[str, Participant] = field(default_factory=dict)
    trust_times: bool = False


def plan(files: Iterable[File | Refused], people: People, rules: Rules) -> Plan:
    """Return what to do with the files of a download; each notebook is read once."""
    planned = Plan()
    candidates: list[tuple[Candidate, Match]] = []
    without_notebook: dict[str, list[str]] = defaultdict(list)
    with_notebook = set()
    times = {}
    for file in files:
        if isinstance(file, Refused):
            planned.left.append(file)
            continue
        suffix = PurePosixPath(file.path).suffix.lower()
        if PurePosixPath(file.path).name == "timestamp.txt":
            times[str(PurePosixPath(file.path).parent)] = file
            continue
        claim = rules.claim_of(file.path)
        if suffix != ".ipynb":
            planned.passed_over[suffix or "no suffix"] += 1
            if claim is not None and claim.kind in {"moodle", "canvas"}:
                without_notebook[claim.label].append(claim.file)
            continue
        with_notebook.add(claim.label if claim else "")
        if claim is None:
            planned.left.append(Refused(file.path, "expected a name as the learning system gives it. Try --from auto."))
            continue
        found = _candidate(file, claim, people.find(claim), rules)
        if isinstance(found, Refused):
            planned.left.append(found)
        else:
            candidates.append(found)
    candidates = [(_timed(each, times, rules), match) for each, match in candidates]
    _share_out(_without_doubles(candidates, planned), planned)
    for label in without_notebook.keys() - with_notebook:
        reason = f"expected a notebook, found only {', '.join(sorted(without_notebook[label]))[:100]}."
        planned.left.append(Refused(label, reason))
    planned.left.sort(key=lambda each: each.path)
    return planned


def _candidate(file: File, claim: Claim, match: Match, rules: Rules) -> tuple[Candidate, Match] | Refused:
    try:
        content = file.read()
    except UnreadableError as error:
        return Refused(file.path, str(error))
    reason = why_not_of(rules.lab, content, claim.file, rules.marks)
    if reason:
        return Refused(file.path, reason)
    if match.student is None:
        return Refused(file.path, f"{claim.label}: expected one student, found {match.tried}.")
    own = file.time if rules.trust_times else None
    digest = hashlib.sha256(content).hexdigest()
    return Candidate(match.student, claim, file.path, digest, own, file.read_later), match


def _timed(candidate: Candidate, times: Mapping[str, File], rules: Rules) -> Candidate:
    """Return the candidate with the time of Moodle's worksheet, or of nbgrader's timestamp.txt beside it.

    Such a file counts only in a folder as nbgrader has them: elsewhere a student may have handed it in.
    """
    time = candidate.time
    participant = rules.participants.get(candidate.claim.number) if candidate.claim.kind == "moodle" else None
    if participant is not None and participant.time is not None:
        time = participant.time
    beside = times.get(str(PurePosixPath(candidate.path).parent))
    if beside is not None and candidate.claim.kind in {"folder", "pattern"} and ".zip/" not in candidate.path.lower():
        time = _said_by(beside) or time
    c = candidate
    return Candidate(c.student, c.claim, c.path, c.digest, time, c.read)


def _said_by(file: File) -> datetime | None:
    from datetime import UTC  # noqa: PLC0415

    from nbgrader.utils import parse_utc  # noqa: PLC0415 - takes 2 s to import

    try:
        time: datetime = parse_utc(file.read_later().decode().strip())
    except (UnreadableError, UnicodeDecodeError, ValueError, OverflowError, TypeError):
        return None
    return time.replace(tzinfo=UTC)


def _without_doubles(candidates: list[tuple[Candidate, Match]], planned: Plan) -> list[Candidate]:
    """Leave out whom only a name says, where the download has several people of that name and the roster one."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for candidate, match in candidates:
        if match.by_name and candidate.claim.number:
            numbers[candidate.student.folder].add(candidate.claim.label)
    sure = []
    for candidate, match in candidates:
        labels = numbers[candidate.student.folder]
        if match.by_name and len(labels) > 1:
            label, found = candidate.claim.label, ", ".join(sorted(labels))
            reason = f"{label}: expected one person of this name, found {found}. Say who it is: --match '{label}=ID'."
            planned.left.append(Refused(candidate.path, reason))
        else:
            sure.append(candidate)
    return sure


def _share_out(candidates: list[Candidate], planned: Plan) -> None:
    by_student: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_student[candidate.student.folder].append(candidate)
    for folder, theirs in by_student.items():
        theirs.sort(key=lambda each: each.age, reverse=True)
        planned.newest[folder] = theirs[0]
        planned.others[folder] = [each for each in theirs[1:] if each.digest != theirs[0].digest]
        if theirs[0].claim.is_late:
            planned.late.append(theirs[0].claim.label)
