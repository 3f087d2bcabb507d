"""The sections of a page, each a function from what is known to HTML."""

from __future__ import annotations

from html import escape

from autograder.report.alike import most_for_rare, surprise_asked_for
from autograder.report.charts import score_histogram
from autograder.report.content import Content, words
from autograder.report.markup import code, number, person, prose, text
from autograder.report.signs import KINDS
from autograder.report.statistics import FEW, histogram, spread

_MISTAKES, _MISTAKES_OF_COURSE, _NAMES_OF_MISTAKES, _HARDEST = 15, 10, 15, 15


def scores(content: Content) -> str:
    """Return the distribution of scores."""
    found = spread(content.shares)
    if not found.number:
        return "<p>Nobody was graded.</p>"
    chart = score_histogram(histogram(content.shares), f"Scores of {content.title}", found.mean, found.median)
    what = "those of their labs that were graded" if content.is_course else "the lab"
    left_out = ["lowest_share", "highest_share", "full_marks", "questions", "cronbach_alpha_without_untouched"]
    labs = content.table("summary", "The labs", without=left_out) if content.is_course else ""
    return f"<p>{prose(words('scores', what=what))}</p>{chart}{labs}"


def questions(content: Content) -> str:
    """Return difficulty and discrimination of every question, the labs' reliability, and what they mean."""
    fewest = min(lab.graded for lab in content.labs)
    here = f" {'In some lab there are' if content.is_course else 'Here there are'} {fewest}: take it for a hint."
    reliability = [
        f"{text(lab.lab.replace('_', ' ')) + ': ' if content.is_course else ''}alpha {number(lab.cronbach_alpha, 'correlation')}, "
        f"without the {lab.untouched} untouched {number(lab.cronbach_alpha_without_untouched, 'correlation')}"
        for lab in content.labs
    ]
    meanings = (
        words("difficulty"),
        words("discrimination", few=FEW, here=here if fewest < FEW else ""),
        words("alpha", few=FEW),
    )
    name, caption = ("hardest", "The hardest questions") if content.is_course else ("questions", "Every question")
    return (
        content.table(
            name,
            f"{caption}, and what came of them by number of students",
            without=["without_known_mistake"],
            most=_HARDEST if content.is_course else None,
        )
        + (
            content.table("by_hand", "Answers in words, marked by hand; they are in no other number here")
            if content.tables["by_hand"].rows
            else ""
        )
        + f"<p>Reliability: {'; '.join(reliability)}.</p>"
        + "".join(f'<p class="meaning">{_with_stress(line)}</p>' for line in meanings)
    )


def mistakes(content: Content) -> str:
    """Return the mistakes by number of students, with their sentences and a sample answer each."""
    if not content.mistakes:
        return "<p>No answer was wrong.</p>"
    parts = [f"<p>{prose(words('mistakes'))}</p>"]
    if content.is_course and content.tables["mistakes_by_name"].rows:
        parts.append(content.table("mistakes_by_name", "Over all labs, by name", most=_NAMES_OF_MISTAKES))
    most = _MISTAKES_OF_COURSE if content.is_course else _MISTAKES
    for each in content.mistakes[:most]:
        key = each.lab, each.question, each.diagnosis
        lab = f" in {text(each.lab.replace('_', ' '))}" if content.is_course else ""
        named = text(each.diagnosis) if each.diagnosis else "wrong, with no mistake that is known"
        number_of = f"{len(each.rows):,} of {each.graded:,} students"
        parts.append(f'<div class="mistake"><h3><code>{text(each.question)}</code>{lab}: {named}, {number_of}</h3>')
        if content.sentences.get(key):
            parts.append(f"<p>{prose(content.sentences[key])}</p>")
        sample = content.samples.get(key)
        if sample:
            whose = person(sample.student, content.names)
            parts.append(f'<p class="soft">An answer by {whose}:</p>{code(sample.source)}')
        parts.append("</div>")
    more = len(content.mistakes) - most
    if more > 0:
        file = escape(f"{content.folder}/mistakes.csv")
        parts.append(f'<p class="soft">{more:,} more, rarer or without a name, in <a href="{file}">{file}</a>.</p>')
    return "".join(parts)


def help_first(content: Content) -> str:
    """Return who needs help first, and why."""
    if not content.tables["help_first"].rows:
        return "<p>Nobody: all who were graded have all points.</p>"
    said = words("help", labs=words("help_labs") if content.is_course else "")
    return f"<p>{prose(said)}</p>" + content.table("help_first", "Who needs help first")


def stops(content: Content) -> str:
    """Return time-outs, crashes and errors."""
    if not content.tables["stops"].rows:
        return "<p>No function was stopped, and none ended with an error.</p>"
    return (
        f"<p>{prose(words('stops'))}</p>"
        + content.table("stops_by_question", "How often, by question and error", most=_HARDEST)
        + content.table("stops", "Every one, time-outs and crashes first")
    )


def signs(content: Content) -> str:
    """Return the signs of tampering with what each kind means."""
    unread = "" if content.read else f"<p>{prose(words('signs_unread'))}</p>"
    said = f"<p>{prose(words('signs'))}</p>"
    rows = content.tables["signs"].rows
    if not rows:
        return f"<p>Nothing was found.</p>{unread}{said}"
    number_of = {kind: sum(row[0] == kind for row in rows) for kind in KINDS}
    meanings = "".join(
        f"<li><strong>{kind}</strong> ({number_of[kind]:,}): {text(meaning)}</li>"
        for kind, meaning in KINDS.items()
        if number_of[kind]
    )
    return said + f"<ul>{meanings}</ul>{unread}" + content.table("signs", "Every sign, the gravest kind first")


def alike(content: Content) -> str:
    """Return groups of notebooks that are nearly the same, and how far to believe it."""
    if not content.read:
        return f"<p>{prose(words('alike_unread'))}</p>"
    graded = max(lab.graded for lab in content.labs)
    said = words("alike", most=f"{most_for_rare(graded):,}", bits=f"{surprise_asked_for(graded):.1f}")
    if not content.tables["alike"].rows:
        return f"<p>Nothing was found.</p><p>{prose(said)}</p>"
    return f"<p>{prose(said)}</p>" + content.table("alike", "Groups, the gravest first")


def not_graded(content: Content) -> str:
    """Return the submissions without a score."""
    if not content.tables["not_graded"].rows:
        return "<p>Everything that was expected was handed in and graded.</p>"
    caption = "Submissions without a score, unreadable ones first"
    return "<p>No score, which is not a 0.</p>" + content.table("not_graded", caption)


def files(content: Content) -> str:
    """Return the list of CSV files."""
    rows = {f"{content.folder}/{name}.csv": len(table.rows) for name, table in sorted(content.tables.items())}
    items = (f'<li><a href="{escape(file)}">{escape(file)}</a>, {number:,} rows</li>' for file, number in rows.items())
    return f"<p>{prose(words('files'))}</p><ul>{''.join(items)}</ul>"


def _with_stress(said: str) -> str:
    """Return a paragraph as HTML; its term stands between asterisks."""
    before, term, after = said.split("*", 2)
    return f"{prose(before)}<strong>{prose(term)}</strong>{prose(after)}"


SECTIONS = (
    ("scores", "Scores", scores),
    ("questions", "Questions", questions),
    ("mistakes", "What they have not understood", mistakes),
    ("help", "Who needs help first", help_first),
    ("stops", "Time-outs and crashes", stops),
    ("signs", "Signs of tampering", signs),
    ("alike", "Notebooks that are nearly the same", alike),
    ("not-graded", "Not graded", not_graded),
    ("files", "The numbers as files", files),
)
