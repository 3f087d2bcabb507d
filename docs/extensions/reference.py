"""The reference of both packages: docs/reference/, a page for each package with its modules one after the other."""

from __future__ import annotations

import importlib
import pkgutil
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

PACKAGES = ("course_utils", "autograder")
_NO_MODULES = {"__main__", "jupyterhub_config"}  # run by Python and read by the hub, not imported


def modules_of(package: str) -> Iterator[str]:
    """Yield a package's modules and packages in order of name, without what is below those packages."""
    for found in pkgutil.iter_modules(importlib.import_module(package).__path__):
        if found.name not in _NO_MODULES:
            yield f"{package}.{found.name}"


def is_package(name: str) -> bool:
    """Tell whether a name is a package's."""
    return hasattr(importlib.import_module(name), "__path__")


def page_of(package: str) -> str:
    """Return the page of a package in reStructuredText, which is what docstrings are read as."""
    names = list(modules_of(package))
    below = [name for name in names if is_package(name)]
    parts = [_described(package, "=")]
    if below:
        parts.append("\n".join([".. toctree::", "   :maxdepth: 1", "", *(f"   {name}" for name in below)]))
    return "\n\n".join([*parts, *(_described(name, "-") for name in names if name not in below), ""])


def _described(name: str, line: str) -> str:
    return f"{name}\n{line * len(name)}\n\n.. automodule:: {name}\n   :members:\n   :show-inheritance:"


def write_pages(app: Sphinx) -> None:
    """Write the pages anew; those of packages that are gone go too."""
    folder = Path(app.srcdir) / "reference"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    packages = list(PACKAGES)
    for package in packages:
        (folder / f"{package}.rst").write_text(page_of(package), encoding="utf-8")
        packages += [name for name in modules_of(package) if is_package(name)]


def skip_what_is_not_ours(app: Sphinx, what: str, name: str, obj: Any, skip: bool, options: Any) -> bool:  # noqa: ARG001
    """Leave out what a class has from another project, such as the `set` that matplotlib makes for every subclass."""
    home = getattr(obj, "__module__", None) or PACKAGES[0]
    return skip or home.partition(".")[0] not in PACKAGES


def leave_out_object(app: Sphinx, name: str, obj: Any, options: Any, bases: list[Any]) -> None:  # noqa: ARG001
    """Say of a class what it is based on only where that is something."""
    bases[:] = [base for base in bases if base is not object]


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the pages before Sphinx looks for them."""
    app.connect("builder-inited", write_pages)
    app.connect("autodoc-process-bases", leave_out_object)
    app.connect("autodoc-skip-member", skip_what_is_not_ours)
    return {"parallel_read_safe": True}
