"""Notebooks as files: read with a reason where they can't be, written whole or not at all."""

from __future__ import annotations

import json
import os
import re
import stat
import warnings
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4.rwbase import rejoin_lines
from nbformat.validator import get_validator

_LARGEST = 20_000_000  # bytes; a lab's notebook has a few hundred thousand
_FORMAT = (4, 5)  # the current one; any other is converted to it
_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)  # neither is known to Windows
_PICTURE = re.compile(r"data:image/[a-z+]+;base64,[A-Za-z0-9+/=\s]*")


class UnreadableError(Exception):
    """A file isn't a notebook that can be graded; the message is the reason, in one line."""


def read_notebook(path: Path) -> NotebookNode:
    """Return a notebook in the current format, whatever format it was saved in.

    Raises:
        UnreadableError: there is no regular file, it is too large, not JSON, or not a notebook.
    """
    return parsed(content_of(path))


def content_of(path: Path) -> bytes:
    """Return what is in a file that somebody handed in.

    Raises:
        UnreadableError: it is a link, a folder, a pipe or the like, too large, or can't be read.
    """
    try:
        # Never followed to another file, and never waited for, as a pipe would make it.
        with os.fdopen(os.open(path, os.O_RDONLY | _NOT_FOLLOWED), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableError(_in_its_place(path, "something that is no file"))
            if status.st_size > _LARGEST:
                found = status.st_size // 10**6
                msg = f"expected at most {_LARGEST // 10**6} MB, found {found} MB. Clear the outputs and hand it in again."
                raise UnreadableError(msg)
            return file.read(_LARGEST + 1)
    except IsADirectoryError as error:
        raise UnreadableError(_in_its_place(path, "a folder")) from error
    except OSError as error:
        if path.is_symlink():
            raise UnreadableError(_in_its_place(path, "a link")) from error
        msg = f"expected a file that can be read, found: {error.strerror}. Check its permissions."
        raise UnreadableError(msg) from error


def _in_its_place(path: Path, what: str) -> str:
    return f"expected a notebook, found {what} in its place: {path.name}. Hand in the file itself."


def parsed(content: bytes) -> NotebookNode:
    """Return the notebook that a file's content is, in the current format.

    Raises:
        UnreadableError: it is not JSON, or not a notebook.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        msg = "expected text in UTF-8, found other bytes. Save it again from JupyterLab."
        raise UnreadableError(msg) from error
    if not text.strip():
        msg = "expected a notebook, found an empty file. Save it again from JupyterLab."
        raise UnreadableError(msg)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        msg = f"expected a notebook, found something that is not JSON ({_one_line(error)}). Save it again from JupyterLab."
        raise UnreadableError(msg) from error
    if not isinstance(data, dict) or not ({"cells", "worksheets"} & set(data)):
        msg = "expected a notebook, found JSON without cells. Hand in the .ipynb file."
        raise UnreadableError(msg)
    try:
        if data.get("nbformat") == _FORMAT[0] and data.get("nbformat_minor") == _FORMAT[1]:
            get_validator(*_FORMAT).validate(data)
            notebook: NotebookNode = rejoin_lines(nbformat.from_dict(data))
        else:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of missing and doubled cell ids, which it mends on the way
                notebook = nbformat.reads(text, as_version=4)
                nbformat.validate(notebook)
    except Exception as error:
        msg = f"expected a valid notebook, found a damaged one ({_one_line(error)}). Save it again from JupyterLab."
        raise UnreadableError(msg) from error
    return notebook


def _one_line(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0][:120]


def write_notebook(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook, laid out for people and git; see `write_whole`."""
    write_whole((nbformat.writes(notebook).rstrip("\n") + "\n").encode(), path)


def write_whole(content: bytes, path: Path) -> None:
    """Write a file by rename: a reader sees the old file or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content)
    new.replace(path)


def keep_text_outputs(notebook: NotebookNode) -> None:
    """Leave in a notebook only the outputs that git should hold: texts that are the same on every run, no pictures.

    The text of a picture is its description in words; its HTML stays, with the picture's data taken out.
    """
    code = (cell for cell in notebook.cells if cell.cell_type == "code")
    for number, cell in enumerate(code, start=1):
        cell.execution_count = number  # as on a run from top to bottom; nbval wants one wherever there are outputs
        cell.metadata.pop("execution", None)
        cell.outputs = [] if "nbval-ignore-output" in cell.metadata.get("tags", []) else _joined(cell.outputs)
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = number
            if "data" in output:
                output.metadata = {}
                output.data = {
                    kind: _without_pictures(kind, data) for kind, data in output.data.items() if _is_text(kind)
                }
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }


def _joined(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Return the outputs with neighbouring pieces of one stream joined: where a stream is cut is a matter of time."""
    joined: list[NotebookNode] = []
    for output in outputs:
        last = joined[-1] if joined else {}
        if output.output_type == last.get("output_type") == "stream" and output.name == last.get("name"):
            joined[-1].text += output.text
        else:
            joined.append(output)
    return joined


def _is_text(kind: str) -> bool:
    return kind.startswith("text/") or (kind.endswith("+json") and "widget-view" not in kind)


def _without_pictures(kind: str, data: Any) -> Any:
    if kind != "text/html":
        return data
    return _PICTURE.sub("data:image/png;base64,", data if isinstance(data, str) else "".join(data))
