"""A lab's desk: `check` and `ready`, as a notebook gets them from `start_lab`."""

from __future__ import annotations

import linecache
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import Any

from course_utils.checking.cases import Question, read_table
from course_utils.checking.judge import judge, knowledge_of
from course_utils.checking.model_files import MODEL_FILES, judge_model_files
from course_utils.checking.verdict import Finding, Verdict

_NO_BLAME = {"passed", "not_attempted"}


class LabDesk:
    """The checks of one lab.

    Attributes:
        lab: the lab's name, such as "02_multiple_inputs".
        questions: its questions by name, in order.
    """

    def __init__(self, lab: str) -> None:
        self.lab = lab
        self.questions = read_table(lab)

    def check(self, function: Callable[..., Any], *partners: Callable[..., Any]) -> Verdict:
        """Try a graded function on the lab's numbers and more; say at once whether it is right and, if not, why.

        Args:
            function: the function, under the name the lab gives it.
            partners: for `save_model` and `load_model`, the other of the two.

        Raises:
            ValueError: it is none of the lab's graded functions.
        """
        question = self._question(function, sys._getframe(1))
        return self.verdict(question, function, *partners)

    def ready(self, *functions: Callable[..., Any]) -> bool:
        """Tell whether these functions are written and right; if one isn't, say in one line which comes first."""
        caller = sys._getframe(1)
        named = {self._question(function, caller).name: function for function in functions}
        for name, function in named.items():
            question = self.questions[name]
            partners = [named[other] for other in self.partners(name) if other in named]
            verdict = self.verdict(question, function, *partners)
            if verdict.state == "not_attempted":
                print(f"Write `{question.name}` first (further up), then run this cell again.")
            elif verdict.state != "passed":
                print(f"`{question.name}` is not right yet: see its check further up, then run this cell again.")
            if verdict.state != "passed":
                return False
        return True

    def partners(self, name: str) -> list[str]:
        """Return the names of the functions that one is tried together with."""
        return [other for other in MODEL_FILES if name in MODEL_FILES and other != name]

    def verdict(self, question: Question, function: Any, *partners: Any) -> Verdict:
        """Judge `function` by the visible cases of `question`; say which of the functions it calls isn't right yet."""
        if question.name in MODEL_FILES:
            finding = judge_model_files(question.name, function, partners, question.cases, knowledge_of(question))
        else:
            finding = judge(question.name, function, question.cases, knowledge_of(question))
            if finding.state in {"failed", "error"} and finding.share == 0:
                finding = self._with_helpers(question.name, function, finding)
        return Verdict(question.name, question.points, finding)

    def _with_helpers(self, name: str, function: Any, finding: Finding) -> Finding:
        """Add to a finding which earlier function, that this one calls, isn't right yet: that may be all that is wrong."""
        called = getattr(getattr(function, "__code__", None), "co_names", ())
        for helper, question in self.questions.items():
            if helper == name:
                break
            own = getattr(function, "__globals__", {}).get(helper)
            if helper in called and callable(own) and judge(helper, own, question.cases).state not in _NO_BLAME:
                note = f"`{helper}`, which it calls, is not right yet. Mend that first: `{name}` may be right already."
                return replace(finding, notes=(note, *finding.notes))
        return finding

    def _question(self, function: Any, caller: FrameType) -> Question:
        """Find which question a function answers: the name in the caller's line, else what it is bound to, else its own."""
        line = linecache.getline(caller.f_code.co_filename, caller.f_lineno)
        written = re.findall(r"[^\W\d]\w*", line.partition("(")[2])
        bound = [name for name in written if caller.f_globals.get(name) is function]
        bound += [name for name in self.questions if caller.f_globals.get(name) is function]
        bound.append(getattr(function, "__name__", ""))
        for name in bound:
            if name in self.questions:
                return self.questions[name]
        msg = f"check: expected one of {', '.join(self.questions)}, found {bound[-1] or function!r}. Use the lab's own name for it."
        raise ValueError(msg)


def start_lab(lab: str) -> tuple[Callable[..., Verdict], Callable[..., bool]]:
    """Return `(check, ready)` for a lab.

    Args:
        lab: its name, such as "02_multiple_inputs".

    Raises:
        ValueError: there is no such lab.
    """
    desk = LabDesk(lab)
    return desk.check, desk.ready
