"""How well the tests are tested: every wrong formula and every right variant, put through the check and the examination."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.examination import LABS, examine
from autograder.misconceptions import MISCONCEPTIONS
from course_utils.checking.desk import LabDesk
from course_utils.checking.model_files import MODEL_FILES
from tests.autograder.test_variants import RIGHT, verdict

_HEAD = """\
# The mutation table

What the tests of every graded function do with the wrong formulas of `autograder/misconceptions`: each must lose marks and be
named, by the check in the student's notebook (which has no formulas, only a table of what they answer) and by the full
examination. `make mutation-table` writes this page; `tests/autograder/test_misconceptions.py` fails where a cell would say "no".
Right answers (`tests/variants`) must have full marks and no diagnosis.

| lab | function | wrong formulas | ways to write them | lose marks | named by the check | named by the examination \
| right answers | full marks | no diagnosis |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
"""
_LIST = """
## Every formula

| lab | function | mistake | named by the check | named by the examination | says |
| --- | --- | --- | --- | --- | --- |
"""


@dataclass(frozen=True)
class _Row:
    """What became of one wrong formula."""

    id: str
    says: str
    loses: bool
    checked: bool
    examined: bool


def write_mutation_table(path: Path) -> int:
    """Write the table; return how many formulas are in it."""
    summary, rows = [], []
    for lab, probed in ((lab, probed) for lab, questions in LABS.items() for probed in questions):
        if probed.name in MODEL_FILES:
            continue
        found = list(_tried(lab, probed.name))
        ways = sum(len(wrong.formulas) for wrong in MISCONCEPTIONS[lab][probed.name])
        totals = [
            sum(row.loses for row in found),
            sum(row.checked for row in found),
            sum(row.examined for row in found),
            len(right := [verdict(lab, probed.name, source, "table") for source in RIGHT[lab][probed.name].values()]),
            sum(float(each) == each.max_score for each in right),
            sum(each.finding.diagnosis is None for each in right),
        ]
        function = f"| {lab[:2]} | `{probed.name}` |"
        summary.append(f"{function} {len(found)} | {ways} | {' | '.join(map(str, totals))} |")
        rows += [f"{function} {row.id} | {_word(row.checked)} | {_word(row.examined)} | {row.says} |" for row in found]
    path.write_text(_HEAD + "\n".join(summary) + "\n" + _LIST + "\n".join(rows) + "\n", encoding="utf-8")
    return len(rows)


def _tried(lab: str, name: str) -> Iterator[_Row]:
    desk = LabDesk(lab)
    for wrong in MISCONCEPTIONS[lab][name]:
        checked = desk.verdict(desk.questions[name], wrong.formulas[0])
        examined = examine(lab, name, wrong.formulas[0], seed="mutation table")
        yield _Row(
            wrong.id,
            " ".join(wrong.says.split()).replace("|", "\\|"),
            max(float(checked), float(examined)) < examined.max_score,
            checked.finding.diagnosis == wrong.id,
            examined.finding.diagnosis == wrong.id,
        )


def _word(is_so: bool) -> str:
    return "yes" if is_so else "no"


if __name__ == "__main__":
    target = Path(__file__).resolve().parent.parent / "docs" / "mutation_table.md"
    sys.stdout.write(f"docs/{target.name}: {write_mutation_table(target)} wrong formulas\n")
