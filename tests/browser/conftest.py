"""The fixtures of the browser tests: one server and one browser for all of them, and a page for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import NoChromiumError, chromium
from tests.browser.lab import Lab
from tests.browser.server import PATIENCE, JupyterServer


# Scope "package", not "session": Playwright keeps an event loop running, which the tests of other folders can't have.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium without a window; without Chromium the tests are skipped and say what to install."""
    expect.set_options(timeout=PATIENCE * 1000)
    try:
        with chromium() as browser:
            yield browser
    except NoChromiumError as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="package")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterServer]:
    """JupyterLab on a copy of the course."""
    server = JupyterServer(tmp_path_factory.mktemp("server"))
    yield server
    server.stop()


@pytest.fixture
def lab(browser: Browser, server: JupyterServer) -> Iterator[Lab]:
    """A page to open labs in; at the end it must have met no error and asked no other machine."""
    lab = Lab(browser, server)
    yield lab
    lab.close()
    assert (lab.foreign, lab.errors) == ([], [])
