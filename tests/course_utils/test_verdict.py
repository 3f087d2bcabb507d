"""A verdict is a number for the grader and a card for the reader."""

import copy
import pickle

import pytest

from course_utils.checking.verdict import MIME_TYPE, Evidence, Finding, Verdict

STATES = ("passed", "failed", "not_attempted", "error", "timed_out")
FINDING = Finding("failed", "The `numbers` <differ>.", Evidence("f(1)", "2", "<b>3</b>"), ("A note.",))


@pytest.mark.parametrize("state", STATES)
def test_only_a_passed_function_earns_its_points(state):
    assert float(Verdict("f", 3, Finding(state, "..."))) == (3.0 if state == "passed" else 0.0)


def test_the_states_look_different_without_colour():
    cards = [Verdict("f", 1, Finding(state, "..."))._repr_mimebundle_()["text/html"] for state in STATES]
    words = [card.split("<strong>")[1].split("</strong>")[0] for card in cards]
    signs = [card.split('font-weight:bold">')[1][0] for card in cards]
    assert len(set(words)) == len(set(signs)) == len(STATES)


def test_a_card_escapes_what_the_learner_wrote():
    card = Verdict("f", 1, FINDING)._repr_mimebundle_()["text/html"]
    assert "&lt;b&gt;3&lt;/b&gt;" in card
    assert "&lt;differ&gt;" in card
    assert "numbers</code>" in card
    assert 'role="status"' in card


def test_outside_a_kernel_it_prints_its_message():
    verdict = Verdict("f", 1, FINDING)
    assert repr(verdict) == str(verdict)
    assert "Called with f(1); expected 2; got <b>3</b>." in str(verdict)


def test_the_grader_reads_the_record():
    record = Verdict("f", 2, FINDING)._repr_mimebundle_()[MIME_TYPE]
    assert record["name"] == "f"
    assert (record["score"], record["max_score"], record["state"], record["diagnosis"]) == (0.0, 2.0, "failed", None)


def test_it_survives_copying():
    verdict = Verdict("f", 2, FINDING)
    for again in (copy.deepcopy(verdict), pickle.loads(pickle.dumps(verdict))):
        assert (float(again), again.name, again.finding) == (0.0, "f", FINDING)
