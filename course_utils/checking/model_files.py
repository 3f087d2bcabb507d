"""Judging `save_model` and `load_model`: together, since what the file holds inside is the learner's choice."""

from __future__ import annotations

import math
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from course_utils.checking.calls import SECONDS_PER_QUESTION, Elsewhere, OutOfTimeError, Raised, call, time_limit
from course_utils.checking.cases import Case
from course_utils.checking.diagnosis import Trial, agreeing, known
from course_utils.checking.equality import difference, same_argument
from course_utils.checking.judge import NOTHING_KNOWN, Knowledge, is_unwritten, judge, out_of_time
from course_utils.checking.relations import misshapen, of_another_kind, related, slightly_off
from course_utils.checking.verdict import Evidence, Finding

MODEL_FILES = ("save_model", "load_model")
_LARGEST_MODEL = 10_000_000  # bytes, unpacked
Save = Callable[..., Any]
Load = Callable[..., Any]


def judge_model_files(
    name: str, function: Any, partners: Sequence[Any], cases: Iterable[Case], knowledge: Knowledge = NOTHING_KNOWN
) -> Finding:
    """Judge `save_model` or `load_model`, given the other one.

    Right are two that understand each other. Where they don't, each is tried with a plain partner (`weights` and `bias`
    under these names in the archive), so that one wrong function doesn't cost the marks of both.

    Args:
        name: which of the two `function` is.
        function: the function to judge.
        partners: the other one, if it was given.
        cases: the models to save, each case's arguments being `(weights, bias)`.
        knowledge: the hint and the example.
    """
    cases = list(cases)
    finding = _judged(name, function, partners, cases)
    if finding.state in {"passed", "not_attempted"}:
        return finding
    if finding.state == "failed" and partners and callable(partners[0]):
        finding = _named(name, function, partners[0], cases, knowledge) or finding
    return replace(finding, hint=knowledge.hint, example=knowledge.example)


def _judged(name: str, function: Any, partners: Sequence[Any], cases: Iterable[Case]) -> Finding:
    if not callable(function) or is_unwritten(function):
        return judge(name, function, ())
    models = [case.arguments for case in cases]
    try:
        with time_limit(SECONDS_PER_QUESTION, again=not isinstance(function, Elsewhere)):
            return _judge_pair(name, function, partners[0] if partners else None, models)
    except (OutOfTimeError, KeyboardInterrupt):
        return out_of_time(name)
    except OSError as error:  # somebody takes the files away while they are looked at
        message = f"The files changed while they were looked at ({error.strerror}): write only the one that is named."
        return Finding("failed", message)


def _named(name: str, function: Any, partner: Any, cases: Sequence[Case], knowledge: Knowledge) -> Finding | None:
    """Name what becomes of every model that is saved and loaded, where it is one of the known mistakes."""
    save, load = _in_order(name, function, partner)
    trials = []
    try:
        with (
            time_limit(SECONDS_PER_QUESTION, again=not isinstance(function, Elsewhere)),
            _model_folder(function) as folder,
        ):
            for number, case in enumerate(cases):
                path = folder / f"model {number}.npz"
                call(save, [str(path), *case.arguments])
                outcome = call(load, [str(path)]).outcome
                assert case.expected is not None
                is_right = outcome.raised is None and difference(outcome.result, case.expected) is None
                trials.append(Trial(case, outcome, is_right))
    except (OutOfTimeError, OSError):
        return None
    found = agreeing(trials, knowledge.suspects(cases)) if not all(trial.is_right for trial in trials) else None
    if found is None:
        return None
    message = f"What load_model returns is not what was saved. {found.says}"
    shown = Evidence("load_model(path)", "weights and bias as they were saved", "something else")
    return Finding("failed", message, shown, diagnosis=found.id)


def _in_order(name: str, function: Any, partner: Any) -> tuple[Save, Load]:
    """Return the two as `(save, load)`; `name` is that of `function`."""
    return (function, partner) if name == "save_model" else (partner, function)


@contextmanager
def _model_folder(function: Any) -> Iterator[Path]:
    """Make a folder for models that the function can write in, wherever it lives."""
    home = function.scratch if isinstance(function, Elsewhere) else None
    with tempfile.TemporaryDirectory(dir=home) as folder:
        if home:
            Path(folder).chmod(0o777)  # the process that writes there may belong to another user
        yield Path(folder)


def _judge_pair(name: str, function: Any, partner: Any, models: list[tuple[Any, ...]]) -> Finding:
    plain = plain_load if name == "save_model" else plain_save
    partners = [plain] if not callable(partner) or is_unwritten(partner) else [partner, plain]
    findings = []
    for other in partners:
        with _model_folder(function) as folder:
            finding = _round_trip(*_in_order(name, function, other), models, folder)
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
            if not _is_plain_file(Path(path)):
                message = "After save_model there should be a file at exactly the path it was given; there is none."
                shown = Evidence("save_model(path, weights, bias)", "the file", "no file")
                return Finding(
                    "failed", f"{message} {known('nothing-written').says}", shown, diagnosis="nothing-written"
                )
            if not all(map(same_argument, (weights, bias), saved.after[1:])):
                return Finding(
                    "failed",
                    "save_model changed the weights or the bias it was given; it should only write them.",
                    diagnosis="changes-argument",
                )
        finding = _loaded(load, shared, weights, bias)
        if finding:
            return finding
    # Only now load each model's own file, from a copy in another place: whatever was remembered from the last one is wrong here.
    if isinstance(load, Elsewhere):
        load.renew()
    for number, (weights, bias) in enumerate(models):
        if not _is_plain_file(folder / f"model {number}.npz"):
            return Finding(
                "failed",
                "A model that was saved before is gone: save_model should only write the file it is told.",
                diagnosis="nothing-written",
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
    expected = (np.asarray(weights, dtype=float), np.asarray(bias, dtype=float))
    problem = difference(outcome.result, expected)
    if problem is None:
        return None
    trials = [Trial(Case((path,), expected), outcome, is_right=False)]
    found = of_another_kind(trials) or related(trials) or misshapen(trials) or slightly_off(trials)
    diagnosis = found or known("not-what-was-saved")
    shape = f"weights of shape {np.shape(weights)} and the bias as saved"
    message = f"What load_model returns is not what was saved. {problem} {diagnosis.says}"
    return Finding("failed", message, Evidence("load_model(path)", shape, "something else"), diagnosis=diagnosis.id)


def _stopped(name: str, raised: Raised) -> Finding:
    if raised.unwritten:
        return Finding("error", f"`{raised.unwritten}` is not written yet; the two are tried together.")
    return Finding("error", f"In `{name}`: {raised.sentence} {known('model-error').says}", diagnosis="model-error")


def plain_save(path: str | Path, weights: Any, bias: Any) -> None:
    """Write a model in the plain form: an archive with `weights` and `bias`."""
    np.savez(path, weights=np.asarray(weights), bias=np.asarray(bias))


def plain_load(path: str | Path) -> tuple[Any, Any]:
    """Read a model in the plain form.

    Raises:
        KeyError: one of the two names is missing.
        ValueError: it is no archive of numbers, or one that would fill the memory.
    """
    if Path(path).stat().st_size > _LARGEST_MODEL:
        msg = f"expected a file of at most {_LARGEST_MODEL} bytes, found a larger one"
        raise ValueError(msg)
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile as error:
        msg = "expected an archive as np.savez writes it, found another file"
        raise ValueError(msg) from error
    if size > _LARGEST_MODEL:
        msg = f"expected at most {_LARGEST_MODEL} bytes of numbers, found {size}"
        raise ValueError(msg)
    with np.load(path) as model:
        parts = model["weights"], model["bias"]
    for part in parts:  # an array of no numbers may have rows without end
        if part.dtype.kind not in "biuf" or math.prod(max(length, 1) for length in part.shape) > _LARGEST_MODEL:
            msg = f"expected an array of numbers, found one of {part.dtype} and shape {part.shape}"
            raise ValueError(msg)
    return parts


def _is_plain_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
