"""The answer to "is my function right?": a number for the grader, a card for the reader."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from typing import Any, Literal

from course_utils.checking.card import card

State = Literal["passed", "failed", "not_attempted", "error", "timed_out"]

# Jupyter front ends pass over a type they don't know; the grader reads the verdict from it.
MIME_TYPE = "application/vnd.gradient-descent-labs.verdict+json"


@dataclass(frozen=True)
class Evidence:
    """One call that shows what is wrong, each part as source text: `f(1, 2)`, `3`, `4`."""

    called: str
    expected: str
    got: str


@dataclass(frozen=True)
class Finding:
    """What an examination found out about one function.

    Attributes:
        state: one of five words.
        message: the reason, in sentences.
        evidence: a call that shows it.
        notes: what cost no points.
        diagnosis: the stable name of the mistake, where it is one that is known.
        share: of the points, from 0 to 1, where it isn't passed.
        hint: a hint, for who opens it.
        example: a worked example, for who opens it.
    """

    state: State
    message: str
    evidence: Evidence | None = None
    notes: tuple[str, ...] = ()
    diagnosis: str | None = None
    share: float = 0.0
    hint: str = ""
    example: str = ""


class Verdict(float):
    """The points earned for one question; shows itself as a card in a notebook and as text elsewhere.

    nbgrader reads the plain-text output as the points of its test cell, so in a kernel that text is the bare number.

    Attributes:
        name: the function's name.
        max_score: the points the question is worth.
        finding: state, message and evidence.
    """

    name: str
    max_score: float
    finding: Finding

    def __new__(cls, name: str, max_score: float, finding: Finding) -> Verdict:  # noqa: D102 - see the class
        verdict = super().__new__(cls, max_score * (1.0 if finding.state == "passed" else finding.share))
        verdict.name = name
        verdict.max_score = float(max_score)
        verdict.finding = finding
        return verdict

    @property
    def state(self) -> State:
        """One of passed, failed, not_attempted, error, timed_out."""
        return self.finding.state

    @property
    def message(self) -> str:
        """The reason in plain text, with the evidence where there is any."""
        parts = [self.finding.message]
        if self.finding.evidence:
            shown = self.finding.evidence
            parts.append(f"Called with {shown.called}; expected {shown.expected}; got {shown.got}.")
        return " ".join([*parts, *self.finding.notes])

    def record(self) -> dict[str, Any]:
        """Return the verdict as plain data, in the form of one question of the results file."""
        return {
            "name": self.name,
            "score": float(self),
            "max_score": self.max_score,
            "state": self.state,
            "message": self.message,
            "diagnosis": self.finding.diagnosis,
        }

    def __str__(self) -> str:
        return f"{self.name}: {self.state.replace('_', ' ')}, {float(self):g} of {self.max_score:g}. {self.message}"

    def __repr__(self) -> str:
        return repr(float(self)) if _in_kernel() else str(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.name, self.max_score, self.finding)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {
            "text/plain": repr(self),
            "text/html": card(self.name, self.state, float(self), self.max_score, asdict(self.finding)),
            MIME_TYPE: self.record(),
        }


def _in_kernel() -> bool:
    kernel = sys.modules.get("ipykernel.zmqshell")
    return kernel is not None and kernel.ZMQInteractiveShell.initialized()
