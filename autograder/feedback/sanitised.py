"""HTML that strangers wrote, cut down to what may stand in a page: words, tables, pictures, links; nothing that runs, loads or covers."""

from __future__ import annotations

import base64
import binascii
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import tinycss2
from bleach.css_sanitizer import CSSSanitizer
from bleach.sanitizer import Cleaner

_ALLOWED = tomllib.loads(Path(__file__).with_name("allowed.toml").read_text(encoding="utf-8"))
_LONGEST = 30_000  # characters besides pictures
_MOST_TAGS = 3000  # what is nested ten thousand deep takes the cleaner minutes, this a second
_LARGEST = 2000.0  # in the numbers of a style; a picture of the course is 900 wide
_PICTURE = re.compile(_ALLOWED["attributes_of"]["img"]["src"])
_PICTURE_TYPES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
_FUNCTIONS = frozenset(_ALLOWED["functions"].split())
_VALUES = {name: re.compile(value, re.DOTALL) for name, value in _ALLOWED["attributes"].items()}
_VALUES_OF = {
    (tag, name): re.compile(value, re.DOTALL)
    for tag, attributes in _ALLOWED["attributes_of"].items()
    for name, value in attributes.items()
}
_NUMBERS = {"number", "dimension", "percentage"}
_WORDS = {"ident", "hash", "whitespace", "comment", "string"}


class TooLongError(Exception):
    """A piece of HTML is longer than can be cleaned in good time."""


def sanitised(html: str) -> str:
    """Return HTML with only the tags, attributes and styles of allowed.toml; other tags are shown as they are written.

    Raises:
        TooLongError: it has more than 30,000 characters besides its pictures, or more than 3,000 tags.
    """
    if size_of_markup(html) > _LONGEST or html.count("<") > _MOST_TAGS:
        raise TooLongError
    return str(_cleaner().clean(html))


def size_of_markup(html: str) -> int:
    """Return how many characters there are besides pictures."""
    return len(html) if len(html) < _LONGEST else len(_PICTURE.sub("", html))


def picture(media_type: str, content: str) -> str | None:
    """Return a picture of an output or an attachment as an address, None where it is none that holds nothing but pixels."""
    if media_type not in _PICTURE_TYPES:
        return None
    try:
        pixels = base64.b64decode("".join(content.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return f"data:{media_type};base64,{base64.b64encode(pixels).decode('ascii')}" if pixels else None


@cache
def _cleaner() -> Cleaner:
    return Cleaner(
        tags=frozenset(_ALLOWED["tags"].split()),
        attributes=_is_allowed,
        protocols={"http", "https", "mailto", "data"},  # which of them where, the attributes' values say
        css_sanitizer=_PlainStyles(frozenset(_ALLOWED["properties"].split()), frozenset()),
        strip=False,
        strip_comments=True,
    )


def _is_allowed(tag: str, name: str, value: str) -> bool:
    """Tell whether a tag may keep an attribute."""
    may_be = _VALUES_OF.get((tag, name)) or _VALUES.get(name)
    return may_be is not None and may_be.fullmatch(value) is not None


class _PlainStyles(CSSSanitizer):  # type: ignore[misc] # untyped
    """Keeps declarations whose values are plain: words, colours and small numbers, none below 0, no address."""

    def sanitize_css(self, style: str) -> str:
        """Return what is plain in the value of a style attribute."""
        found = tinycss2.parse_declaration_list(style, skip_comments=True, skip_whitespace=True)
        kept = [each for each in found if each.type == "declaration" and self._is_plain(each)]
        return str(tinycss2.serialize(kept)).strip()

    def _is_plain(self, declaration: Any) -> bool:
        is_known = declaration.lower_name in self.allowed_css_properties and not declaration.important
        return is_known and _are_plain(declaration.value)


def _are_plain(tokens: Iterable[Any]) -> bool:
    for token in tokens:
        if token.type in _NUMBERS:
            is_plain = 0 <= token.value <= _LARGEST
        elif token.type == "function":
            is_plain = token.lower_name in _FUNCTIONS and _are_plain(token.arguments)
        else:
            is_plain = token.type in _WORDS or (token.type == "literal" and token.value in {",", "/"})
        if not is_plain:
            return False
    return True
