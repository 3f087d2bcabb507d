"""The cells of a notebook and their outputs as HTML; every text of a student passes through here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from autograder.feedback.hidden_tests import HiddenTests
from autograder.feedback.sanitised import TooLongError, picture, sanitised, size_of_markup

_LONGEST = 20_000  # characters of a cell or of a text output
_MOST_OUTPUTS = 60  # of a cell
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;:?]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_FIGURE = re.compile(r"<Figure size .*>")

QUOTES = "Left out: it quotes what is hidden in a test cell."
NOTHING = "An output that can be seen in the notebook only."
TOO_LONG = "Left out: it is too long for this page."


def code(source: str) -> str:
    """Return a program as HTML, its words coloured."""
    if len(source) > _LONGEST:
        return f'<div class="highlight"><pre>{_text(source)}</pre></div>'
    return _coloured(source)


@lru_cache(maxsize=1024)  # most cells are the course's own, the same in every notebook of a class
def _coloured(source: str) -> str:
    return str(highlight(source, PythonLexer(stripnl=False), HtmlFormatter()))


def markdown(source: str, attachments: Mapping[str, Any] | None = None) -> str:
    """Return Markdown as HTML without anything that runs, loads or covers; formulas stay as they are written."""
    if len(source) > _LONGEST:
        return _plain(source)
    if attachments:
        return _rendered(source, _pictures(attachments))
    return _often_rendered(source)


@lru_cache(maxsize=1024)
def _often_rendered(source: str) -> str:
    return _rendered(source, {})


def _rendered(source: str, pictures: Mapping[str, str]) -> str:
    try:
        return sanitised(MarkdownWithMath(renderer=_Renderer(pictures)).render(source))
    except Exception:  # noqa: BLE001 - whatever stops a parser costs this cell its looks, not the page
        return _plain(source)


class _Renderer(IPythonRenderer):  # type: ignore[misc] # untyped
    """Jupyter's Markdown, of which a picture is only one that was attached to the cell."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        super().__init__(escape=False, exclude_anchor_links=True)
        self._pictures = pictures

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Return a picture, or its words where it is none that may be shown."""
        url = self._pictures.get(url.removeprefix("attachment:"), url)
        if not url.startswith("data:"):
            return f"[{text}]"
        return f'<img src="{escape(url)}" alt="{text}"' + (f' title="{escape(title)}">' if title else ">")


def _pictures(attachments: Mapping[str, Any]) -> dict[str, str]:
    found = {}
    for name, bundle in attachments.items():
        for media_type, content in bundle.items() if isinstance(bundle, Mapping) else ():
            address = picture(media_type, str(content))
            if address:
                found[str(name)] = address
    return found


def markup_in(cell: NotebookNode) -> int:
    """Return how many characters of HTML and Markdown there are to clean in a cell, pictures aside; it takes longest."""
    if cell.cell_type != "code":
        return len(cell.source)
    bundles = [output.get("data", {}) for output in cell.outputs]
    kinds = ("text/html", "text/markdown")
    return sum(size_of_markup(_joined(bundle[kind])) for bundle in bundles for kind in kinds if kind in bundle)


def outputs(cell: NotebookNode, hidden: HiddenTests) -> str:
    """Return what a code cell has put out, as HTML."""
    is_test = bool(cell.metadata.get("nbgrader", {}).get("grade"))
    shown = [_output(output, hidden, is_test=is_test) for output in cell.outputs[:_MOST_OUTPUTS]]
    if len(cell.outputs) > _MOST_OUTPUTS:
        shown.append(_note(f"{len(cell.outputs) - _MOST_OUTPUTS} more outputs are left out."))
    return "".join(f'<div class="output">{html}</div>' for html in shown if html)


def _output(output: NotebookNode, hidden: HiddenTests, *, is_test: bool) -> str:
    match output.output_type:
        case "stream":
            raw = str(output.text)
            shown = f'<pre class="{"warning" if output.name == "stderr" else "said"}">{_text(raw)}</pre>'
        case "error":
            # A traceback of a test cell would show its lines.
            lines = [f"{output.ename}: {output.evalue}"] if is_test else output.traceback
            raw = "\n".join(map(str, lines))
            shown = f'<pre class="error">{_text(raw)}</pre>'
        case "display_data" | "execute_result":
            raw, shown = _displayed(output.data)
        case _:
            return ""
    return _note(QUOTES) if hidden.are_quoted_in(raw) or hidden.are_quoted_in(shown) else shown


def displayed(data: Mapping[str, Any]) -> str:
    """Return an output of several kinds as HTML, by the kind that says most of those that can do no harm."""
    return _displayed(data)[1]


def as_written(source: str) -> str:
    """Return text as HTML that shows it letter by letter."""
    return _plain(source)


def _displayed(data: Mapping[str, Any]) -> tuple[str, str]:
    """Return an output of several kinds as it is and as HTML: by the kind that says most of those that can do no harm."""
    plain = _joined(data.get("text/plain", ""))
    if "text/html" in data:
        html = _joined(data["text/html"])
        try:
            return html, sanitised(html)
        except TooLongError:
            return html, f"<pre>{_text(plain)}</pre>" if plain else _note(TOO_LONG)
        except Exception:  # noqa: BLE001 - see above
            return html, f"<pre>{_text(html)}</pre>"
    for media_type, content in data.items():
        address = picture(media_type, _joined(content))
        if address:
            alt = "A picture" if _FIGURE.fullmatch(plain) or not plain else plain[:500]
            return plain, f'<img src="{address}" alt="{escape(alt)}">'
    if "text/markdown" in data:
        source = _joined(data["text/markdown"])
        return source, markdown(source)
    text = plain or _joined(data.get("text/latex", ""))
    return text, f"<pre>{_text(text)}</pre>" if text else _note(NOTHING)


def _joined(content: Any) -> str:
    return "".join(map(str, content)) if isinstance(content, list) else str(content)


def _plain(source: str) -> str:
    return f"<pre>{_text(source)}</pre>"


def _note(words: str) -> str:
    return f'<p class="note">{words}</p>'


def _text(text: str) -> str:
    """Return text as HTML: without the colours of a terminal, a bar for each control character, and no longer than a page can bear."""
    end = "\n... and more, which is left out here" if len(text) > _LONGEST else ""
    return escape(_CONTROLS.sub("\u25af", _ESCAPES.sub("", text[:_LONGEST].replace("\r\n", "\n")))) + end
