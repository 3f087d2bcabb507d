"""The browser: the Chromium or Chrome of this machine, never one that Playwright downloads."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

_FIND = Path(__file__).with_name("find_chromium.sh")
_FLAGS = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing leaves this machine, whatever a page asks for; `Lab.foreign` tells of it.
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]


class NoChromiumError(Exception):
    """There is no browser on this machine; the message says what to install."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Chromium without a window.

    Raises:
        NoChromiumError: there is none.
    """
    found = subprocess.run([_FIND, "--no-install"], capture_output=True, text=True, check=False)
    if found.returncode != 0:
        raise NoChromiumError(found.stderr.strip())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=_FLAGS)
        yield browser
        browser.close()
