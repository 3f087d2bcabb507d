"""Judging `save_model` and `load_model`: together, since what the file holds inside is the learner's choice."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from course_utils.checking.calls import SECONDS_PER_QUESTION, Elsewhere, OutOfTimeError, Raised, call, time_limit
from course_utils.checking.cases import Case
from course_utils.checking.equality import difference, same_argument
from course_utils.checking.judge import is_unwritten, judge
from course_utils.checking.verdict import Evidence, Finding

MODEL_FILES = ("save_model", "load_model")
Save = Callable[..., Any]
Load = Callable[..., Any]


def judge_model_files(name: str, function: Any, partners: Sequence[Any], cases: Iterable[Case]) -> Finding:
    """Judge `save_model` or `load_model`, given the other one.

    Right are two that understand each other. Where they don't, each is tried with a plain partner (`weights` and `bias`
    under these names in the archive), so that one wrong function doesn't cost the marks of both.

    Args:
        name: which of the two `function` is.
        function: the function to judge.
        partners: the other one, if it was given.
        cases: the models to save, each case's arguments being `(weights, bias)`.
    """
    if not callable(function) or is_unwritten(function):
        return judge(name, function, ())
    models = [case.arguments for case in cases]
    try:
        with time_limit(SECONDS_PER_QUESTION):
            return _judge_pair(name, function, partners[0] if partners else None, models)
    except (OutOfTimeError, KeyboardInterrupt):
        return Finding("timed_out", "It was stopped before it finished. Is there a loop that never ends?")


def _judge_pair(name: str, function: Any, partner: Any, models: list[tuple[Any, ...]]) -> Finding:
    plain = plain_load if name == "save_model" else plain_save
    partners = [plain] if not callable(partner) or is_unwritten(partner) else [partner, plain]
    findings = []
    for other in partners:
        save, load = (function, other) if name == "save_model" else (other, function)
        home = function.scratch if isinstance(function, Elsewhere) else None
        with tempfile.TemporaryDirectory(dir=home) as folder:
            if home:
                Path(folder).chmod(0o777)  # the process that writes there may belong to another user
            finding = _round_trip(save, load, models, Path(folder))
        if finding is None:
            return Finding("passed", f"All {len(models)} models came back as they were saved.")
        findings.append(finding)
    return findings[0]


def _round_trip(  # noqa: C901, PLR0911 - one step after the other, each may end it
    save: Save, load: Load, models: list[tuple[Any, ...]], folder: Path
) -> Finding | None:
    """Save every model under its own path and under one shared path; load each, also from a copy of its file."""
    shared = folder / "shared.npz"
    for number, (weights, bias) in enumerate(models):
        own = folder / f"model {number}.npz"
        for path in (str(own), shared):
            saved = call(save, [path, weights, bias])
            if saved.outcome.raised is not None:
                return _stopped("save_model", saved.outcome.raised)
            if not Path(path).is_file():
                message = "After save_model there should be a file at exactly the path it was given; there is none."
                return Finding("failed", message, Evidence("save_model(path, weights, bias)", "the file", "no file"))
            if not all(map(same_argument, (weights, bias), saved.after[1:])):
                return Finding(
                    "failed", "save_model changed the weights or the bias it was given; it should only write them."
                )
        finding = _loaded(load, shared, weights, bias)
        if finding:
            return finding
    # Only now load each model's own file, from a copy in another place: whatever was remembered from the last one is wrong here.
    if isinstance(load, Elsewhere):
        load.renew()
    for number, (weights, bias) in enumerate(models):
        if not (folder / f"model {number}.npz").is_file():
            return Finding(
                "failed", "A model that was saved before is gone: save_model should only write the file it is told."
            )
        copy = Path(shutil.copy(folder / f"model {number}.npz", folder / f"copy of {number}.npz"))
        (folder / f"model {number}.npz").unlink()
        for path in (copy, str(copy)):
            finding = _loaded(load, path, weights, bias)
            if finding:
                return finding
    return None


def _loaded(load: Load, path: str | Path, weights: Any, bias: Any) -> Finding | None:
    outcome = call(load, [path]).outcome
    if outcome.raised is not None:
        return _stopped("load_model", outcome.raised)
    problem = difference(outcome.result, (np.asarray(weights, dtype=float), np.asarray(bias, dtype=float)))
    if problem is None:
        return None
    shape = f"weights of shape {np.shape(weights)} and the bias as saved"
    return Finding(
        "failed",
        f"What load_model returns is not what was saved. {problem}",
        Evidence("load_model(path)", shape, "something else"),
    )


def _stopped(name: str, raised: Raised) -> Finding:
    if raised.unwritten:
        return Finding("error", f"`{raised.unwritten}` is not written yet; the two are tried together.")
    return Finding("error", f"In `{name}`: {raised.sentence}")


def plain_save(path: str | Path, weights: Any, bias: Any) -> None:
    """Write a model in the plain form: an archive with `weights` and `bias`."""
    np.savez(path, weights=np.asarray(weights), bias=np.asarray(bias))


def plain_load(path: str | Path) -> tuple[Any, Any]:
    """Read a model in the plain form; raises KeyError where one of the two names is missing."""
    with np.load(path) as model:
        return model["weights"], model["bias"]
