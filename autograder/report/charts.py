"""Charts as inline SVG: ink on paper, every bar with its number, and the same in words for who can't see it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from autograder.report.statistics import BINS

_WIDTH, _HEIGHT = 720, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 14, 14, 26, 46


def score_histogram(counts: Sequence[int], title: str, mean: float | None, median: float | None) -> str:
    """Return a histogram of shares of the points: one bar per tenth, with its number of students above it.

    Args:
        counts: of each tenth.
        title: what the scores are of.
        mean: of the shares; marked by a solid line.
        median: marked by a dashed line.
    """
    most = max([*counts, 1])
    step = (_WIDTH - _LEFT - _RIGHT) / BINS
    floor, height = _HEIGHT - _BOTTOM, _HEIGHT - _BOTTOM - _TOP
    marks = []
    for place, count in enumerate(counts):
        tall = height * count / most
        x = _LEFT + place * step
        if count:
            marks.append(
                f'<rect class="bar" x="{x + 3:.1f}" y="{floor - tall:.1f}" width="{step - 6:.1f}" height="{tall:.1f}"/>'
            )
        marks.append(f'<text class="count" x="{x + step / 2:.1f}" y="{floor - tall - 6:.1f}">{count}</text>')
    for place in range(BINS + 1):
        x = _LEFT + place * step
        marks.append(f'<line class="axis" x1="{x:.1f}" y1="{floor}" x2="{x:.1f}" y2="{floor + 5}"/>')
        marks.append(f'<text class="tick" x="{x:.1f}" y="{floor + 19}">{place * 100 // BINS}</text>')
    marks.append(f'<line class="axis" x1="{_LEFT}" y1="{floor}" x2="{_WIDTH - _RIGHT}" y2="{floor}"/>')
    for name, value in (("mean", mean), ("median", median)):
        if value is not None:
            x = _LEFT + value * step * BINS
            marks.append(f'<line class="{name}" x1="{x:.1f}" y1="{_TOP - 16}" x2="{x:.1f}" y2="{floor}"/>')
    marks.append(f'<text class="label" x="{_WIDTH / 2}" y="{_HEIGHT - 6}">share of the points, in per cent</text>')
    words = escape(in_words(counts, mean, median))
    return (
        f'<svg class="histogram" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}. {words}">'
        f"<title>{escape(title)}</title><desc>{words}</desc>{''.join(marks)}</svg>"
    )


def in_words(counts: Sequence[int], mean: float | None, median: float | None) -> str:
    """Return a histogram in words."""
    parts = [f"{place * 10} to {place * 10 + 10} per cent: {count}" for place, count in enumerate(counts) if count]
    middle = [f"{name} {value:.0%}" for name, value in (("mean", mean), ("median", median)) if value is not None]
    return (
        f"Students by share of the points: {'; '.join(parts) or 'none'}. {', '.join(middle)}".strip().rstrip(",") + "."
    )


def share_bar(share: float | None) -> str:
    """Return a small bar for a share between 0 and 1; the number stands beside it, so it is hidden from screen readers."""
    if share is None:
        return ""
    return (
        '<svg class="share" viewBox="0 0 60 10" aria-hidden="true">'
        '<rect class="frame" x="0.5" y="0.5" width="59" height="9"/>'
        f'<rect class="bar" x="0.5" y="0.5" width="{59 * share:.1f}" height="9"/></svg>'
    )
