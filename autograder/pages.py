"""The pages beside the labs, glossary and map: from solutions/ to copies that students only read."""

from __future__ import annotations

import base64
import re

from nbformat import NotebookNode

from autograder.course import PAGES, Course, CourseError
from autograder.notebook_files import UnreadableError, keep_text_outputs, read_notebook, write_notebook

# A picture of ours: `![its words](name.svg)`.
_PICTURE = re.compile(r"(?<=\]\()[\w-]+\.svg(?=\))")


def build_pages(course: Course) -> None:
    """Write the students' copy of every page; the same sources give the same bytes.

    Raises:
        CourseError: a page can't be read, has a cell that isn't Markdown, or shows a picture that isn't there.
    """
    for page in PAGES:
        write_notebook(released(course, page), course.page(page))


def released(course: Course, page: str) -> NotebookNode:
    """Return a page as students get it: with its pictures inside, and cells that can't be changed by mistake.

    The pictures are data URIs: JupyterLab refuses SVG files as attachments of a cell, and a file beside the page may get lost.

    Raises:
        CourseError: as `build_pages`.
    """
    try:
        notebook = read_notebook(course.page_source(page))
    except UnreadableError as error:
        msg = f"solutions/{page}.ipynb: {error}"
        raise CourseError(msg) from error
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type != "markdown":
            msg = f"solutions/{page}.ipynb: expected Markdown in every cell, found {cell.cell_type} in cell {number}. Change its type."
            raise CourseError(msg)
        cell.metadata = {"deletable": False, "editable": False}
        cell.source = _PICTURE.sub(lambda match: _data_uri(course, page, match[0]), cell.source)
    keep_text_outputs(notebook)
    return notebook


def _data_uri(course: Course, page: str, name: str) -> str:
    path = course.page_source(page).with_name(name)
    if not path.is_file():
        msg = f"solutions/{page}.ipynb: expected the picture solutions/{name}, found none. Correct its name."
        raise CourseError(msg)
    return f"data:image/svg+xml;base64,{base64.b64encode(path.read_bytes()).decode()}"
