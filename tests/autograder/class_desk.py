"""The command run in this process, which has imported everything, with what it says."""

from __future__ import annotations

import io
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout

import pytest

from autograder.cli import main
from autograder.course import Course


def autograder_in(course: Course, *words: object) -> tuple[int, str, str]:
    """Run `autograder WORDS` in a course's folder; return exit status, stdout and stderr."""
    out, errors = io.StringIO(), io.StringIO()
    with chdir(course.root), redirect_stdout(out), redirect_stderr(errors), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["autograder", *map(str, words)])
        try:
            main()
        except SystemExit as stop:
            return int(stop.code or 0), out.getvalue(), errors.getvalue()
    return 0, out.getvalue(), errors.getvalue()
