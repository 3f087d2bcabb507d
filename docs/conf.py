"""Sphinx's settings: `make docs` writes these pages to build/docs/, with the reference of both packages, and asks no network."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent / "extensions")]
logging.getLogger("alembic").setLevel(logging.WARNING)  # JupyterHub imports it, and it would tell of its plug-ins

project = "Gradient descent by hand"
author = copyright = ""  # noqa: A001 - Sphinx's name for it
language = "en_GB"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "commands", "reference"]
exclude_patterns = ["extensions"]
highlight_language = "none"
suppress_warnings = ["ref.python"]  # a type whose name two modules share: the signature needs no link

myst_heading_anchors = 3  # a heading can be linked to, as page.md#a-heading

autodoc_default_options = {"ignore-module-all": True}  # what a package passes on is described where it is defined
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False
napoleon_use_ivar = True
default_role = "code"  # docstrings write `name` as notebooks do

html_theme = "furo"
html_title = project
html_static_path = ["style"]
html_css_files = ["wrapped.css"]
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
