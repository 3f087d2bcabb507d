"""What students hand in and what their functions return may be anything: reading and naming it never crashes.

Set ATTACK_EXAMPLES to try more cases: 100000 takes some minutes.
"""

import copy
import functools
import json
import os

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.course import find_course
from autograder.engine.pool import Lab
from autograder.notebook_files import UnreadableError, read_notebook
from autograder.results import graded
from autograder.submissions import tidied
from course_utils.checking.desk import LabDesk

EXAMPLES = int(os.environ.get("ATTACK_EXAMPLES", "250"))
_tried = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
LAB = "01_single_weight"

_numbers = st.none() | st.booleans() | st.integers() | st.floats()
_json = st.recursive(
    _numbers | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
_keys = st.sampled_from(
    ["cells", "metadata", "nbgrader", "grade_id", "source", "outputs", "cell_type", "id", "nbformat", "nbformat_minor"]
)


def _objects(items):
    made = np.empty(len(items), dtype=object)
    for place, item in enumerate(items):
        made[place] = item
    return made


_values = st.recursive(
    _numbers | st.text(max_size=4) | st.complex_numbers() | st.just(object()) | st.integers(10**300, 10**320),
    lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner) | st.lists(inner, max_size=3).map(_objects),
    max_leaves=10,
)


@functools.cache
def lab():
    course = find_course()
    source = read_notebook(course.source(LAB))
    return Lab(source, {}), json.loads(course.release(LAB).read_text(encoding="utf-8"))


def read_and_tidied(path):
    """Read a file as the grader does; whatever is in it, there is a notebook with the source's test cells, or a reason."""
    source = lab()[0].source
    try:
        notebook = read_notebook(path)
    except UnreadableError as error:
        assert "\n" not in str(error)
        assert str(error)
        return
    tidy = tidied(notebook, source)
    tests = [cell for cell in tidy.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    originals = [cell for cell in source.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    assert sorted(cell.source for cell in tests) == sorted(cell.source for cell in originals)
    assert len({cell.id for cell in tidy.cells}) == len(tidy.cells)
    graded("student", LAB, tidy, {"train": 3.0})


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("handed in") / f"{LAB}.ipynb"


@_tried
@given(st.binary(max_size=300))
def test_any_bytes(file, data):
    file.write_bytes(data)
    read_and_tidied(file)


@_tried
@given(st.dictionaries(_keys, _json, max_size=5))
def test_any_json(file, data):
    file.write_text(json.dumps(data), encoding="utf-8")
    read_and_tidied(file)


def _places(value, at=()):
    yield at
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(inner, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _places(inner, (*at, number))


@functools.cache
def places():
    cells = lab()[1]["cells"]
    few = {**lab()[1], "cells": [cell for cell in cells if cell["metadata"].get("nbgrader")][:4]}
    return few, list(_places(few))[1:]


@_tried
@given(st.data())
def test_a_released_notebook_with_anything_in_some_place(file, data):
    few, all_places = places()
    notebook = copy.deepcopy(few)
    for place in data.draw(st.lists(st.sampled_from(all_places), min_size=1, max_size=3)):
        *way, last = place
        inner = notebook
        try:
            for key in way:
                inner = inner[key]
            if data.draw(st.booleans()):
                inner[last] = data.draw(_json)
            else:
                del inner[last]
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change has taken the place away
    file.write_text(json.dumps(notebook), encoding="utf-8")
    read_and_tidied(file)


@_tried
@given(st.data())
def test_a_released_notebook_cut_off_or_with_other_bytes(file, data):
    whole = json.dumps(places()[0]).encode()
    start = data.draw(st.integers(0, len(whole)))
    file.write_bytes(whole[:start] + data.draw(st.binary(max_size=20)) + whole[start + data.draw(st.integers(0, 40)) :])
    read_and_tidied(file)


@_tried
@given(st.sampled_from(["compute_delta", "train"]), st.lists(_values, min_size=1, max_size=3))
def test_answers_of_any_kind_have_a_verdict(name, answers):
    desk, calls = LabDesk(LAB), iter(range(10**6))
    verdict = desk.verdict(desk.questions[name], lambda *_: answers[next(calls) % len(answers)])
    assert verdict.state in {"failed", "error"}, verdict
    assert float(verdict) == 0.0
    json.dumps(verdict.record())
    assert verdict._repr_mimebundle_()["text/html"]
