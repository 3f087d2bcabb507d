"""The card a verdict shows in a notebook: a sign, a word and a border of its own for each state, never colour alone."""

from __future__ import annotations

import html
from typing import Any

# sign, word, colour of the rule (Okabe-Ito), style of the rule
LOOKS = {
    "passed": ("\u2713", "Right", "#009e73", "solid"),
    "failed": ("\u2717", "Not right yet", "#d55e00", "double"),
    "error": ("!", "Stopped with an error", "#cc79a7", "dashed"),
    "timed_out": ("\u2026", "Did not finish", "#e69f00", "dashed"),
    "not_attempted": ("\u25cb", "Not attempted yet", "#8c8c8c", "dotted"),
}
_CARD = (
    "margin:4px 0;padding:8px 14px;border-left:6px {style} {colour};border-radius:4px;"
    "background:var(--jp-layout-color2,#f5f5f5);color:var(--jp-ui-font-color0,#1a1a1a);max-width:46em;line-height:1.45"
)
_MORE = "margin:4px 0;background:none;color:inherit"
_CODE = "white-space:pre-wrap;overflow-wrap:anywhere;background:none;color:inherit"


def card(name: str, state: str, score: float, max_score: float, finding: dict[str, Any]) -> str:
    """Return the HTML of a verdict's card; every text in it is escaped."""
    sign, word, colour, style = LOOKS[state]
    points = f"{score:g} of {max_score:g} point{'' if max_score == 1 else 's'}"
    rows = [
        f'<div style="{_CARD.format(style=style, colour=colour)}" role="status" aria-label="{html.escape(f"{name}: {word}")}">',
        f'<div><span aria-hidden="true" style="font-weight:bold">{sign}</span> '
        f"<strong>{word}</strong> &middot; <code>{html.escape(name)}</code> &middot; {points}</div>",
        f"<div>{_with_code(finding['message'])}</div>",
    ]
    if finding["evidence"]:
        rows.append('<table style="margin:6px 0 2px;border-collapse:collapse;background:none">')
        for label, key in (("Called with", "called"), ("Expected", "expected"), ("Got", "got")):
            shown = html.escape(finding["evidence"][key])
            rows.append(
                '<tr style="background:none"><th scope="row" style="text-align:left;padding:1px 12px 1px 0;font-weight:normal;'
                f'vertical-align:top">{label}</th><td style="text-align:left;padding:1px 0"><code style="{_CODE}">{shown}</code></td></tr>'
            )
        rows.append("</table>")
    for label, text in (("A hint", finding["hint"]), ("A worked example, with other numbers", finding["example"])):
        if text:
            rows.append(f'<details style="{_MORE}"><summary>{label}</summary><div>{_with_code(text)}</div></details>')
    rows += [f"<div><small>{_with_code(note)}</small></div>" for note in finding["notes"]]
    return "\n".join([*rows, "</div>"])


def _with_code(text: str) -> str:
    """Escape `text`; what stands between backticks in it becomes code."""
    parts = html.escape(text).split("`")
    if len(parts) % 2 == 0:
        return html.escape(text)
    return "".join(f'<code style="{_CODE}">{part}</code>' if place % 2 else part for place, part in enumerate(parts))
