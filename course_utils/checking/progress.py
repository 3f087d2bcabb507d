"""How far a learner has come: every lab, every function, and what to do next."""

from __future__ import annotations

import html
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course_utils.checking.card import LOOKS
from course_utils.checking.cases import TABLES, read_table
from course_utils.checking.desk import LabDesk
from course_utils.checking.verdict import MIME_TYPE

# sign and word of each state, as on the cards; the sign is for the eye, the word for everybody
_SIGNS = {state: (sign, word.lower()) for state, (sign, word, *_) in LOOKS.items()} | {
    "not_checked": ("\u00b7", "not checked yet")
}
_UNKNOWN = {"state": "not_checked", "score": 0.0}
_CELL = "text-align:left;padding:3px 12px 3px 0;vertical-align:top"


@dataclass(frozen=True)
class Step:
    """One function of a lab, and where it stands."""

    lab: str
    name: str
    state: str
    score: float
    max_score: float


class Progress:
    """Where a learner stands; shows itself as a table in a notebook and as text elsewhere."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = tuple(steps)

    @property
    def advice(self) -> str:
        """What to do next, in one sentence."""
        step = next((step for step in self.steps if step.state != "passed"), None)
        if step is None:
            return "All functions of all labs are right. What would you try next with what you have built?"
        what = {
            "not_attempted": "write it, then run its check",
            "not_checked": "open the lab, write it and run its check",
        }.get(step.state, "read what its check says, then mend it")
        return f"Next: `{step.name}` in {step.lab}: {what}."

    def __repr__(self) -> str:
        lines = []
        for lab, steps in self._by_lab():
            lines.append(f"{lab}: {_points(steps)}")
            lines += [f"  {_SIGNS[step.state][0]} {step.name:<24} {_SIGNS[step.state][1]}" for step in steps]
        return "\n".join([*lines, self.advice])

    def _repr_html_(self) -> str:
        rows = [
            '<table style="border-collapse:collapse;background:none" aria-label="Progress">',
            f'<tr style="background:none"><th scope="col" style="{_CELL}">Lab</th><th scope="col" style="{_CELL}">'
            f'Points</th><th scope="col" style="{_CELL}">Functions</th></tr>',
        ]
        for lab, steps in self._by_lab():
            functions = " &ensp; ".join(
                f'<span style="white-space:nowrap" title="{_SIGNS[step.state][1]}">'
                f'<span aria-label="{_SIGNS[step.state][1]}" role="img">{_SIGNS[step.state][0]}</span> '
                f"<code>{html.escape(step.name)}</code></span>"
                for step in steps
            )
            rows.append(
                f'<tr style="background:none"><th scope="row" style="{_CELL};font-weight:normal">{html.escape(lab)}</th>'
                f'<td style="{_CELL};white-space:nowrap">{_points(steps)}</td><td style="{_CELL}">{functions}</td></tr>'
            )
        legend = " &middot; ".join(f"{sign} {word}" for sign, word in _SIGNS.values())
        parts = html.escape(self.advice).split("`")
        advice = "".join(f"<code>{part}</code>" if place % 2 else part for place, part in enumerate(parts))
        return "\n".join([*rows, "</table>", f"<div><small>{legend}</small></div>", f"<div>{advice}</div>"])

    def _by_lab(self) -> Iterator[tuple[str, list[Step]]]:
        for lab in dict.fromkeys(step.lab for step in self.steps):
            yield lab, [step for step in self.steps if step.lab == lab]


def _points(steps: Sequence[Step]) -> str:
    return f"{sum(step.score for step in steps):g} of {sum(step.max_score for step in steps):g}"


def progress(folder: str | Path | None = None) -> Progress:
    """Show all labs and functions at a glance, and what to do next.

    The lab that this is called in is checked as it stands now; of the others, what their checks last said is read from the
    saved notebooks.

    Args:
        folder: the folder with `<lab>/<lab>.ipynb` in it; by default the one that the notebook's own folder lies in.
    """
    names = sys._getframe(1).f_globals
    home = Path(folder) if folder is not None else Path.cwd().parent
    here = Path.cwd().name if folder is None else ""
    labs = sorted(path.stem for path in TABLES.glob("*.json"))
    return Progress([step for lab in labs for step in _steps(lab, home, names if lab == here else None)])


def _steps(lab: str, home: Path, names: Mapping[str, Any] | None) -> Iterator[Step]:
    questions = read_table(lab)
    saved = {} if names is not None else saved_records(home / lab / f"{lab}.ipynb")
    desk = LabDesk(lab)
    for name, question in questions.items():
        record = saved.get(name, _UNKNOWN) if names is None else _checked(desk, name, names)
        yield Step(lab, name, record["state"], record["score"], question.points)


def _checked(desk: LabDesk, name: str, names: Mapping[str, Any]) -> dict[str, Any]:
    function = names.get(name)
    if not callable(function):
        return {"state": "not_attempted", "score": 0.0}
    partners: list[Callable[..., Any]] = [names[other] for other in desk.partners(name) if callable(names.get(other))]
    verdict = desk.verdict(desk.questions[name], function, *partners)
    return {"state": verdict.state, "score": float(verdict)}


def saved_records(notebook: Path) -> dict[str, dict[str, Any]]:
    """Return what the checks in a saved notebook said last, by function; nothing where there is no such notebook."""
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        outputs = [output for cell in cells for output in cell.get("outputs", [])]
        records = [output.get("data", {}).get(MIME_TYPE) for output in outputs]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {record["name"]: record for record in records if _is_record(record)}


def _is_record(record: Any) -> bool:
    return (
        isinstance(record, dict)
        and isinstance(record.get("name"), str)
        and record.get("state") in _SIGNS
        and isinstance(record.get("score"), int | float)
    )
