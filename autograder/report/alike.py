"""Notebooks that have more in common than their subject: found by the answers that few others gave, without comparing all pairs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

SAME_FILE = "the same file, byte for byte"
SAME_ANSWERS = "the same rare answers"
BITS = 8.0  # of surprise; at least so much is asked for, less in a class of under twelve
_BITS_PER_DOUBLING = 2.25
_RAREST = 6  # answers of each notebook, whose pairs are looked up
_ENOUGH, _ENOUGH_OF_FEW, _FEW = 3, 2, 4  # answers in common; two are enough in a lab of up to four questions


@dataclass(frozen=True)
class Group:
    """Notebooks that are nearly the same.

    Attributes:
        members: who they are, as places in the list that was given.
        kind: SAME_FILE or SAME_ANSWERS.
        shared: the answers that all of them have in common and few others gave, by question.
        own: the largest number of answers that one of them has and that aren't the reference's.
        surprise: bits: the sum over `shared` of log2(class / students with that answer).
    """

    members: tuple[int, ...]
    kind: str
    shared: tuple[Hashable, ...]
    own: int
    surprise: float


def most_for_rare(students: int) -> int:
    """Return how many students may give an answer that still counts as rare: 8, or a fiftieth of a large class."""
    return max(8, math.ceil(students / 50))


def surprise_asked_for(students: int) -> float:
    """Return the bits from which a group is listed."""
    return min(BITS, _BITS_PER_DOUBLING * math.log2(max(students, 2)))


def same_files(files: Sequence[str | None]) -> list[Group]:
    """Return groups of files with the same digest, the largest first; None stands for a file that doesn't count."""
    places: dict[str, list[int]] = {}
    for place, digest in enumerate(files):
        if digest is not None:
            places.setdefault(digest, []).append(place)
    groups = [Group(tuple(members), SAME_FILE, (), 0, 0.0) for members in places.values() if len(members) > 1]
    return sorted(groups, key=lambda group: (-len(group.members), group.members))


def same_answers(answers: Sequence[Mapping[Hashable, str]], questions: int) -> list[Group]:
    """Return groups of notebooks that share several rare answers, the most surprising first.

    Each notebook is entered under every pair of its rarest answers; notebooks that meet there have at least these two in common.
    That takes time in proportion to the number of notebooks. A group is listed where its members share enough answers, and these
    are surprising: an answer that one student in eight gave counts three bits, as three tosses of a coin would.

    Args:
        answers: of each notebook, the digest of every answer that isn't the reference's, by question.
        questions: how many questions there are.
    """
    students = len(answers)
    count = Counter((question, digest) for given in answers for question, digest in given.items())
    most = most_for_rare(students)
    enough = _ENOUGH if questions > _FEW else _ENOUGH_OF_FEW
    rare = [
        sorted((key for key in given.items() if 1 < count[key] <= most), key=lambda key: (count[key], str(key)))
        for given in answers
    ]
    meeting: dict[tuple[Hashable, Hashable], list[int]] = {}
    for place, keys in enumerate(rare):
        for pair in combinations(keys[:_RAREST], 2):
            meeting.setdefault(tuple(sorted(pair, key=str)), []).append(place)  # type: ignore[arg-type]
    found: dict[tuple[int, ...], Group] = {}
    for members in {tuple(places) for places in meeting.values() if len(places) > 1}:
        shared = set(rare[members[0]]).intersection(*(rare[place] for place in members[1:]))
        bits = sum(math.log2(students / count[key]) for key in shared)
        if len(shared) >= enough and bits >= surprise_asked_for(students):
            own = max(len(answers[place]) for place in members)
            names = tuple(sorted((question for question, _ in shared), key=str))
            found[members] = Group(members, SAME_ANSWERS, names, own, bits)
    return _without_parts(sorted(found.values(), key=lambda group: (-group.surprise, group.members)))


def _without_parts(groups: list[Group]) -> list[Group]:
    """Leave out a group whose members all stand in one more surprising group already, or in a larger one with as many answers."""
    kept: list[Group] = []
    of: dict[int, list[set[int]]] = {}
    for group in sorted(groups, key=lambda group: (-group.surprise, -len(group.members))):
        members = set(group.members)
        if any(members <= other for other in of.get(group.members[0], ())):
            continue
        kept.append(group)
        for member in members:
            of.setdefault(member, []).append(members)
    return kept
