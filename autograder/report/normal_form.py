"""What is left of an answer when names, comments, layout and annotations are taken away: its tree, as a short digest."""

from __future__ import annotations

import ast
import hashlib
import re
from functools import lru_cache
from typing import Any, NamedTuple

_LONGEST = 20_000  # characters; a longer answer is compared as text
_MAGIC = re.compile(r"^[ \t]*[%!].*$", re.MULTILINE)
_BLANK = re.compile(r"#.*|\s+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_SKIPPED = {"annotation", "returns", "type_comment", "ctx", "kind", "type_params", "simple"}


class NormalForm(NamedTuple):
    """An answer without its names: two answers of the same form have the same digest. `size` counts the tree's nodes."""

    digest: str
    size: int


@lru_cache(maxsize=50_000)
def normal_form(source: str, name: str) -> NormalForm:
    """Return the form of the function `name` in a cell, or of the whole cell where there is no such function.

    Names that the answer binds itself are numbered in order of appearance, so renaming changes nothing; docstrings, type hints
    and `pass` are left out; `f = lambda x: e` is the same as `def f(x): return e`. What is no Python is compared as text.
    """
    try:
        if len(source) > _LONGEST:
            raise ValueError
        body = ast.parse(_MAGIC.sub("", source)).body
        tokens = _tokens(_function(body, name) or body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        tokens = ["text", _BLANK.sub("", source)]
    digest = hashlib.blake2b("\x1f".join(tokens).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return NormalForm(digest, len(tokens))


def function_source(source: str, name: str) -> str | None:
    """Return the lines of a cell that define `name`, without the docstring; None where there are none or it is no Python."""
    try:
        found = _function(ast.parse(source).body, name)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if found is None or found.end_lineno is None:
        return None
    lines = _LINE_END.split(source)  # what Python takes for the end of a line, and nothing else
    kept = range(found.lineno - 1, found.end_lineno)
    body = getattr(found, "body", [])
    if (
        len(body) > 1
        and _says_nothing(body[0])
        and body[0].lineno > found.lineno
        and body[1].lineno > body[0].end_lineno
    ):
        return "\n".join(lines[at] for at in kept if not body[0].lineno <= at + 1 <= body[0].end_lineno)
    return "\n".join(lines[at] for at in kept)


def _says_nothing(statement: ast.stmt) -> bool:
    """Tell whether a statement is `pass` or a docstring."""
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def _function(body: list[ast.stmt], name: str) -> ast.stmt | None:
    """Return the last statement that binds `name` to a function."""
    for statement in reversed(body):
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef) and statement.name == name:
            return statement
        targets = (
            statement.targets if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Lambda) else []
        )
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            return statement
    return None


def _tokens(found: ast.stmt | list[ast.stmt]) -> list[str]:
    tokens: list[str] = []
    bound: dict[str, str] = {}
    if isinstance(found, list):
        _add_body(found, tokens, bound)
    elif isinstance(found, ast.Assign):
        assert isinstance(found.value, ast.Lambda)
        _add(found.value.args, tokens, bound)
        tokens.append("Return")
        _add(found.value.body, tokens, bound)
        tokens.append("end")
    else:
        assert isinstance(found, ast.FunctionDef | ast.AsyncFunctionDef)
        _add(found.args, tokens, bound)
        _add_body(found.body, tokens, bound)
    numbers: dict[str, str] = {}
    return [
        numbers.setdefault(token, f"name {len(numbers)}") if token[:1] == "\0" and token[1:] in bound else token
        for token in tokens
    ]


def _add(node: ast.AST, tokens: list[str], bound: dict[str, str]) -> None:
    """Add a node and what is below it; names are marked with a NUL, and noted where they are bound."""
    if isinstance(node, ast.Name):
        tokens.append("\0" + node.id)
        if not isinstance(node.ctx, ast.Load):
            bound[node.id] = ""
    elif isinstance(node, ast.Constant):
        tokens.append(repr(node.value)[:200])
    else:
        tokens.append(type(node).__name__)
        for name, value in ast.iter_fields(node):
            if name not in _SKIPPED and value is not None:
                _add_field(node, name, value, tokens, bound)


def _add_field(node: ast.AST, name: str, value: Any, tokens: list[str], bound: dict[str, str]) -> None:
    if isinstance(value, ast.AST):
        _add(value, tokens, bound)
    elif name == "body" and isinstance(value, list):
        _add_body(value, tokens, bound)
    elif isinstance(value, list):
        tokens.append(f"[{len(value)}")
        for each in value:
            if isinstance(each, ast.AST):
                _add(each, tokens, bound)
            else:
                tokens.append(str(each))
    elif (isinstance(node, ast.arg) and name == "arg") or (name == "name" and not isinstance(node, ast.alias)):
        tokens.append(
            "\0" + value
        )  # a parameter or an inner function; an attribute, a keyword or a module keeps its name
        bound[value] = ""
    else:
        tokens.append(str(value))


def _add_body(body: list[ast.stmt], tokens: list[str], bound: dict[str, str]) -> None:
    for statement in body:
        if not _says_nothing(statement):
            _add(statement, tokens, bound)
    tokens.append("end")
