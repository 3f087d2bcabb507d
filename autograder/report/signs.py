"""Signs that somebody worked on the grading instead of the lab, each with what was seen. A sign is no proof."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Kinds, the gravest first; each with what it means.
KINDS = {
    "stopped": "The sandbox refused something that the code tried, such as opening a file outside, a connection or a program.",
    "forged result": "The file claims to carry a result of its own.",
    "forged marks": "nbgrader's marks on a cell (points, kind, id) are not those of the lab as it was handed out.",
    "edited test": "A test cell has other code than the lab as it was handed out.",
    "reaches outside": "The code uses something that no lab needs: other programs, the network, Python's own insides, the check.",
    "copied cell": "Two cells bear the same id; the last one counts. Copying a cell is enough for it.",
    "deleted cell": "A question or its test is missing. Often an accident.",
}


class Sign(NamedTuple):
    """One thing that was seen: its kind, one of KINDS, the cell or question it was seen at, and what it was."""

    kind: str
    where: str
    what: str


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_MODULES = _words(
    "subprocess socket socketserver ssl ctypes _ctypes gc inspect importlib multiprocessing threading _thread signal urllib http requests "
    "ftplib smtplib builtins shutil sqlite3 pty resource fcntl mmap atexit faulthandler autograder nbgrader nbclient "
    "jupyter_client asyncio code codeop dis marshal cffi psutil tracemalloc IPython"
)
_CALLS = _words("exec eval compile __import__ globals get_ipython breakpoint vars")
_ATTRIBUTES = _words(
    "__globals__ __subclasses__ __code__ __closure__ __builtins__ __bases__ __mro__ __loader__ __spec__ __reduce__ __getattribute__ "
    "f_back f_locals f_globals f_code tb_frame gi_frame cr_frame _getframe _current_frames settrace setprofile "
    "ast_transformers set_trace ctypeslib modules meta_path path_hooks argv"
)
_OF_OS = re.compile(
    r"_exit|abort|fork\w*|system|popen|exec\w*|spawn\w*|posix_spawn\w*|kill\w*|environ\w*|getenv|putenv|walk|listdir|scandir|chmod|chown"
    r"|symlink|link|mkfifo|pipe\w*|dup\w*|setuid|ptrace|unlink|remove|rename|read|write|open|memfd_create|getppid|nice|truncate"
)
_LYING = _words(
    "__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __float__ __bool__ __array__ __array_ufunc__ __array_function__ __getattribute__ __del__ "
    "__instancecheck__ __subclasscheck__ __class__ __index__ __iter__ __len__ __getitem__ __sub__ __rsub__ __abs__"
)
# Not `check` or `progress`: many a student calls a helper so.
_OF_THE_CHECK = frozenset({"examine", "ready", "start_lab", "Verdict"})
_PATH = re.compile(
    r"^(?:/(?:proc|etc|root|home|tmp|var|usr|dev|sys|work|srv|mnt|opt)\b|/$|~)|\.\./|gradebook|results\.jsonl|solutions?/|submitted|_check\b|MIME|verdict\+json"
)
_SHELL = re.compile(
    r"^[ \t]*(?:!|%%?(?:bash|sh|script|sx|system|run|load|loadpy|python|perl|ruby|store)\b)(.*)$", re.MULTILINE
)
# What can't hold a sign isn't parsed: most cells have none of these.
_WORDS = _MODULES | _CALLS | _ATTRIBUTES | _OF_THE_CHECK | {"os", "sys", "class", "setattr", "numpy.testing"}
_MAYBE = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted(_WORDS)))})\b|course_utils\.|backends|^[ \t]*[!%]|\.\./|['\"][/~]"
    r"|gradebook|submitted|solutions?/|results\.jsonl|verdict|\.\w+[ \t]*=[^=]|\.\w+[ \t]*,.*=",
    re.MULTILINE,
)
_COMMAND = re.compile(r"^[ \t]*[!%].*$", re.MULTILINE)
_LONGEST = 200_000  # characters of a cell that are looked through


def signs_in_code(source: str, where: str) -> Iterator[Sign]:
    """Yield what a cell uses that no lab needs; words in comments don't count, names and texts do."""
    for what in _seen(source[:_LONGEST]):
        yield Sign("reaches outside", where, what)


@lru_cache(maxsize=20_000)
def _seen(source: str) -> tuple[str, ...]:
    if not _MAYBE.search(source):
        return ()
    seen = [f"a command for the shell or for IPython: {match[0].strip()[:60]}" for match in _SHELL.finditer(source)]
    try:
        nodes = list(ast.walk(ast.parse(_COMMAND.sub("pass", source))))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return tuple(seen)
    modules = {"np", "plt"}
    for node in nodes:
        if isinstance(node, ast.Import):
            modules |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    seen += [what for node in nodes for what in _uses(node, modules)]
    return tuple(dict.fromkeys(seen))


def _uses(node: ast.AST, modules: set[str]) -> Iterator[str]:
    match node:
        case ast.Import() | ast.ImportFrom():
            yield from _imports(node)
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS or name == "setattr":
            yield f"{name}(...)"
        case ast.Attribute():
            yield from _attribute(node, modules)
        case ast.ClassDef(body=body):
            lies = sorted({part.name for part in body if isinstance(part, ast.FunctionDef)} & _LYING)
            if lies:
                yield f"a class with {', '.join(lies)}"
        case ast.Constant(value=str(text)) if "\n" not in text and _PATH.search(text[:200]):  # not a docstring
            yield f"the text {text[:60]!r}"
        case ast.FunctionDef(name=name) if name in _OF_THE_CHECK:
            yield f"a function `{name}` in place of the check's"
        case ast.Name(id=name, ctx=ast.Store()) if name in _OF_THE_CHECK:
            yield f"`{name}` bound anew"
        case ast.Name(id="__builtins__"):
            yield "__builtins__"


def _imports(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    for name in names:
        if name.partition(".")[0] in _MODULES or name.startswith(
            ("course_utils.", "matplotlib.backends", "numpy.testing")
        ):
            yield f"import {name}"
        if name == "os" and isinstance(node, ast.ImportFrom):
            yield from (f"os.{alias.name}" for alias in node.names if _OF_OS.fullmatch(alias.name))


def _attribute(node: ast.Attribute, modules: set[str]) -> Iterator[str]:
    base = node.value
    if isinstance(base, ast.Name) and base.id == "os" and _OF_OS.fullmatch(node.attr):
        yield f"os.{node.attr}"
    elif node.attr in _ATTRIBUTES:
        yield f".{node.attr}"
    elif isinstance(node.ctx, ast.Store) and isinstance(base, ast.Name) and base.id in modules and base.id != "plt":
        yield f"{base.id}.{node.attr} replaced"


# What the sandbox's refusals look like in Python.
_REFUSALS = re.compile(r"\bPermissionError\b|Operation not permitted|can't start new thread|\[Errno 13\]")


def signs_of_refusal(message: str, where: str) -> Iterator[Sign]:
    """Yield a sign where a message says that the sandbox refused something."""
    found = _REFUSALS.search(message)
    if found:
        yield Sign("stopped", where, message[max(0, found.start() - 20) : found.start() + 120].strip())
