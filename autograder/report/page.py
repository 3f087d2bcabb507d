"""One page of the report, for a lab or for the course: self-contained, without scripts, to read, print and mail."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

from autograder.report.content import Content, words
from autograder.report.markup import figures, number, prose, text
from autograder.report.sections import SECTIONS
from autograder.report.statistics import spread

# Nothing is fetched and nothing is run, whatever a student may have managed to write into the page.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    return Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def mark_of_names(*, anonymous: bool) -> str:
    """Return the element by which a page says whether it shows names."""
    return f'<meta name="student-names" content="{"hidden" if anonymous else "shown"}">'


def page(content: Content) -> str:
    """Return the page as HTML."""
    jumps = "".join(f'<li><a href="#{name}">{heading}</a></li>' for name, heading, _ in SECTIONS)
    links = "".join(f'<li><a href="{escape(file)}">{escape(title)}</a></li>' for file, title in content.links)
    others = f'<nav aria-label="Other pages"><ul>{links}</ul></nav>' if links else ""
    body = "".join(
        f'<section id="{name}"><h2>{heading}</h2>{section(content)}</section>' for name, heading, section in SECTIONS
    )
    footer = words("footer", names="" if content.anonymous else words("footer_names"))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"{mark_of_names(anonymous=content.anonymous)}"
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{text(content.title)}: report</title><style>{_style()}</style></head><body>"
        f'<header><h1>{text(content.title)}</h1><p class="soft">{_subtitle(content)}</p>'
        f'<nav aria-label="On this page"><ul>{jumps}</ul></nav>{others}</header>'
        f"<main>{_summary(content)}{body}</main><footer><p>{prose(footer)}</p></footer></body></html>\n"
    )


def _subtitle(content: Content) -> str:
    whose = f" {words('anonymous')}" if content.anonymous else ""
    return f"{escape(content.written)}. {escape(words('of_what') + whose)}"


def _summary(content: Content) -> str:
    found = spread(content.shares)
    pairs = [
        ("submissions graded" if content.is_course else "graded", content.total("graded")),
        ("missing", content.total("missing")),
        ("unreadable", content.total("unreadable")),
        ("handed in untouched", content.total("untouched")),
        ("mean score", number(found.mean, "share")),
        ("median score", number(found.median, "share")),
        ("standard deviation", number(found.deviation, "share")),
    ]
    if not content.is_course:
        pairs.append(("Cronbach's alpha", number(content.labs[0].cronbach_alpha, "correlation")))
    notes = []
    if content.changed:
        notes.append(f"Handed in again after this grading: {content.changed:,} notebooks. Run `autograder grade`.")
    if content.by_hand:
        notes.append(f"Waiting to be marked by hand, and in no number here: {', '.join(content.by_hand)}.")
    return figures(pairs) + "".join(f"<p><strong>{prose(note)}</strong></p>" for note in notes)
