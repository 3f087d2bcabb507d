"""A progress bar yields what it is given and says how far it is, also when the loop is left early."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from course_utils import widgets
from course_utils.widgets import progress_bar


@pytest.fixture
def bars(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Let `progress` believe in a page; return the boxes that it publishes, each with its bar and its words."""
    published: list[Any] = []
    monkeypatch.setattr(progress_bar, "has_page", lambda: True)
    monkeypatch.setattr(progress_bar, "publish", lambda widget, _: published.append(widget))
    monkeypatch.setattr(progress_bar, "_SECONDS_BETWEEN", -1.0)
    return published


def test_progress_yields_the_items_and_tells_how_far_it_is(bars: list[Any]) -> None:
    seen = []
    for item in widgets.progress("abc", "letter"):
        bar, words = bars[0].children
        seen.append((item, bar.value, words.value.split(", ")[0]))
    assert seen == [("a", 0, "letter: 0 of 3"), ("b", 1, "letter: 1 of 3"), ("c", 2, "letter: 2 of 3")]
    assert (bar.value, bar.max, bar.bar_style) == (3, 3, "success")
    assert words.value.startswith("letter: 3 of 3, done in ")


def test_progress_says_that_a_loop_was_left(bars: list[Any]) -> None:
    for item in widgets.progress(range(9), "epoch"):
        if item == 2:
            break
    bar, words = bars[0].children
    assert (bar.bar_style, words.value) == ("warning", "epoch: stopped after 2 of 9")


def test_progress_lets_an_exception_through(bars: list[Any]) -> None:
    def broken() -> Iterator[int]:
        yield 1
        msg = "broken"
        raise RuntimeError(msg)

    with pytest.raises(RuntimeError, match="broken"):
        list(widgets.progress(broken(), "item", total=5))
    assert bars[0].children[1].value == "item: stopped after 1 of 5"


def test_progress_counts_where_the_end_is_unknown_or_wrong(bars: list[Any]) -> None:
    assert list(widgets.progress(iter("ab"), "letter")) == ["a", "b"]
    assert bars[0].children[-1].value.startswith("letter: 2 of 2, done in ")
    assert list(widgets.progress(iter("ab"), "letter", total=1)) == ["a", "b"]
    assert list(widgets.progress(iter("ab"), "letter", total=9)) == ["a", "b"]
    assert [(box.children[0].value, box.children[0].max) for box in bars[1:]] == [(2, 2), (2, 2)]
    assert list(widgets.progress([], "letter")) == []
    assert bars[3].children[-1].value.startswith("letter: 0 of 0, done in ")


@pytest.mark.parametrize(
    ("done", "total", "seconds", "text"),
    [
        (0, 10, 0.0, "epoch: 0 of 10"),
        (3, 10, 6.0, "epoch: 3 of 10, about 14 s to go"),
        (9, 10, 9.0, "epoch: 9 of 10, about 1.0 s to go"),
        (1, 100, 10.0, "epoch: 1 of 100, about 16 min to go"),
        (10, 10, 1.0, "epoch: 10 of 10"),
        (7, None, 3.0, "epoch: 7 so far, 3.0 s"),
    ],
)
def test_progress_in_words(done: int, total: int | None, seconds: float, text: str) -> None:
    assert progress_bar.told("epoch", done, total, seconds) == text


@pytest.mark.parametrize(
    ("arguments", "options", "error", "says"),
    [
        ((5, "epoch"), {}, TypeError, r"expected something to loop over, found the number 5. Try range\(5\)"),
        (([1], 5), {}, TypeError, "label: expected a few words, found the number 5"),
        (([1], "epoch"), {"total": 1.5}, TypeError, "total: expected a whole number"),
        (([1], "epoch"), {"total": -1}, ValueError, "total: expected 0 or more"),
    ],
)
def test_progress_refuses_at_once_what_it_cannot_count(
    arguments: tuple[Any, ...], options: dict[str, Any], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        widgets.progress(*arguments, **options)
