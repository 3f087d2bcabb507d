"""The built documentation: without a warning, without a network, with every module in the reference."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from tests.conftest import ROOT
from tests.docs.test_examples import COMMANDS, modules

LOADED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "link": "href",
    "embed": "src",
    "object": "data",
}


class Loads(HTMLParser):
    """Collects what a page makes a browser load."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        address = dict(attributes).get(LOADED.get(tag))
        if address:
            self.found.append(address)


def loads_of(page):
    parser = Loads()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.found


def is_elsewhere(address):
    return re.match(r"(?:[a-z][a-z0-9+.-]*:)?//", address, re.IGNORECASE) is not None


def loaded_from_elsewhere(folder: Path) -> Iterator[str]:
    for page in folder.rglob("*.html"):
        for address in loads_of(page):
            if is_elsewhere(address):
                yield f"{page.name} loads {address}"
            elif not address.startswith(("data:", "#")) and not (page.parent / re.split("[?#]", address)[0]).exists():
                yield f"{page.name} loads {address}, which isn't there"
    for sheet in folder.rglob("*.css"):
        addresses = re.findall(r"""(?:url\(|@import)\s*["']?([^"')\s;]+)""", sheet.read_text(encoding="utf-8"))
        yield from (f"{sheet.name} loads {address}" for address in addresses if is_elsewhere(address))


def modules_without_reference(folder: Path) -> Iterator[str]:
    text = "".join(page.read_text(encoding="utf-8") for page in (folder / "reference").glob("*.html"))
    yield from sorted(set(modules()) - set(re.findall(r'id="module-([\w.]+)"', text)))


def commands_without_help(folder: Path) -> Iterator[str]:
    text = (folder / "commands.html").read_text(encoding="utf-8")
    yield from sorted(set(COMMANDS) - set(re.findall(r"Usage: (autograder(?: [a-z]+)+) \[OPTIONS\]", text)))


def test_the_documentation_builds_without_a_warning_or_the_network_and_leaves_nothing_out(tmp_path):
    # One test, so that it is built once: from a copy, in which nobody else writes.
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("reference", "__pycache__"))
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-d", "parsed", "docs", "html"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    folder = tmp_path / "html"
    assert len(list(folder.rglob("*.html"))) > 20
    assert list(folder.rglob("*.css"))
    assert list(loaded_from_elsewhere(folder)) == []
    assert list(modules_without_reference(folder)) == []
    assert list(commands_without_help(folder)) == []


def test_what_a_page_would_load_from_elsewhere_is_found(tmp_path):
    tags = '<link href="//cdn.example.org/a.css"><script src="HTTPS://cdn.example.org/a.js"></script><img src="a.png">'
    (tmp_path / "page.html").write_text(tags)
    (tmp_path / "style.css").write_text(
        '@import "https://cdn.example.org/b.css"; p {background: url(//example.org/c.png)}'
    )
    assert len(list(loaded_from_elsewhere(tmp_path))) == 5


def test_both_packages_are_imported_without_saying_or_writing_anything(tmp_path):
    code = f"import importlib\nfor name in {list(modules())!r}: importlib.import_module(name)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
