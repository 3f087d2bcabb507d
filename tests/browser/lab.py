"""A lab open in JupyterLab: what a student does with it, and what can be seen of it. The fixture `lab` gives one."""

from __future__ import annotations

import ast
import itertools
import json
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from jupyter_client import BlockingKernelClient
from playwright.sync_api import Browser, Locator, Page

from autograder.notebook_files import read_notebook
from tests.browser.server import PATIENCE, JupyterServer, wait_until

THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
_WIDTH, _HEIGHT = 1250, 1000
_PROMPTS = "[...document.querySelectorAll('.jp-Notebook .jp-InputArea-prompt')].map(prompt => prompt.textContent)"
_STOPPED = "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"
_workspaces = itertools.count()


class Lab:
    """One notebook in one page.

    Cells are named by nbgrader's grade id (a graded function's name, or that with `_check`), or by the cell's own id.

    Attributes:
        page: Playwright's page, for whatever has no method here.
        server: the server that it comes from.
        errors: what the page wrote to its console as errors, and exceptions that nobody caught.
        foreign: addresses on other machines that the page asked for.
    """

    page: Page

    def __init__(self, browser: Browser, server: JupyterServer) -> None:
        self.server = server
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self._browser = browser
        self._path = ""
        self._places: dict[str, int] = {}

    def open(self, lab: str, edition: str = "notebooks", theme: str = "light", zoom: float = 1) -> None:
        """Open a fresh copy of a lab's notebook and wait for its kernel.

        Args:
            lab: its name, such as "02_multiple_inputs".
            edition: "notebooks", the students', or "solutions".
            theme: "light" or "dark".
            zoom: as in the browser's menu, 1 for 100 %: at 2, half as much has room.
        """
        self.close()
        self._path = f"{edition}/{lab}/{lab}.ipynb"
        self.server.renew(self._path)
        cells = read_notebook(self.server.home / self._path).cells
        self._places = {cell.id: place for place, cell in enumerate(cells)}
        self._places |= {c.metadata.nbgrader.grade_id: n for n, c in enumerate(cells) if "nbgrader" in c.metadata}
        # A new workspace each: JupyterLab opens again what was open in an old one.
        self.visit(f"/lab/workspaces/{next(_workspaces)}/tree/{self._path}", theme, zoom)
        self.page.locator(".jp-Notebook").wait_for()
        self.page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()  # this page is connected
        self.wait_until_idle()
        self.page.keyboard.press("Control+B")  # the file browser makes room

    def visit(self, path: str, theme: str = "light", zoom: float = 1) -> None:
        """Open any page of the server, such as "/formgrader", instead of a notebook."""
        self.server.set("@jupyterlab/apputils-extension/themes", theme=THEMES[theme])
        self.page = self._browser.new_page(
            viewport={"width": round(_WIDTH / zoom), "height": round(_HEIGHT / zoom)}, device_scale_factor=zoom
        )
        self.page.set_default_timeout(PATIENCE * 1000)
        self.page.on("console", lambda line: line.type == "error" and self.errors.append(line.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.context.on("request", lambda request: self._note(request.url))
        self.page.on("websocket", lambda socket: self._note(socket.url))
        self.page.goto(self.server.url + path)

    def close(self) -> None:
        """Close the page, and end its kernel."""
        if hasattr(self, "page"):
            self.page.context.close()
            self.server.close_kernels()
            del self.page

    def run_all(self) -> None:
        """Choose Run > Run All Cells; return when all have run, or one stopped with an error."""
        before = self._runs()
        self.menu("Run", "Run All Cells")
        self._wait_for_run_after(before)

    def run(self, name: str) -> Locator:
        """Select a cell and press Ctrl+Enter; return its output when it has run."""
        before = self._runs()
        self.cell(name).locator(".jp-InputArea-prompt").click()
        self.page.keyboard.press("Control+Enter")
        self._wait_for_run_after(before)
        return self.output(name)

    def write(self, name: str, source: str) -> None:
        """Replace what stands in a cell, as pasted from the clipboard, so that the editor indents nothing by itself."""
        self.cell(name).locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(source)

    def answer(self, function: str, source: str) -> Locator:
        """Write a graded function, run it and its check; return the check's card."""
        self.write(function, source)
        self.run(function)
        return self.run(f"{function}_check").get_by_role("status")

    def menu(self, *names: str) -> None:
        """Click through JupyterLab's menu bar."""
        self.page.locator(".lm-MenuBar-itemLabel").get_by_text(names[0], exact=True).click()
        for name in names[1:]:
            self.page.locator(".lm-Menu-itemLabel").get_by_text(name, exact=True).click()

    def cell(self, name: str) -> Locator:
        """Return a cell."""
        return self.page.locator(".jp-Notebook-cell").nth(self._places[name])

    def output(self, name: str) -> Locator:
        """Return the area below a cell where its outputs are."""
        return self.cell(name).locator(".jp-Cell-outputArea")

    def failures(self) -> list[str]:
        """Return the text of every traceback and everything on stderr in the notebook."""
        return self.page.locator(".jp-Notebook").locator(_STOPPED).all_inner_texts()

    def wait_until_idle(self) -> None:
        """Wait until the page waits for no cell and the server says that the kernel has nothing to do."""
        self.page.wait_for_function(f"!{_PROMPTS}.includes('[*]:')")
        wait_until(lambda: (self._kernel() or {}).get("execution_state") == "idle", "an idle kernel")

    def value(self, expression: str) -> Any:
        """Evaluate a Python expression in the notebook's kernel, unseen by the page; return its value by way of JSON.

        Arrays become lists. It is evaluated after all that the kernel has been asked before.

        Raises:
            ValueError: it stopped with an error there.
        """
        code = f"__import__('json').dumps(({expression}), default=lambda each: each.tolist())"
        client = BlockingKernelClient()
        client.load_connection_file(str(self.server.runtime / f"kernel-{self._kernel()['id']}.json"))
        client.start_channels(iopub=False, stdin=False, hb=False, control=False)

        def answer() -> dict[str, Any] | None:
            asked = client.execute("", silent=True, user_expressions={"value": code})
            while (reply := client.get_shell_msg(timeout=PATIENCE))["parent_header"]["msg_id"] != asked:
                pass
            # After an error in a cell the kernel drops all that waits, this request too.
            return None if reply["content"]["status"] == "aborted" else reply["content"]

        try:
            found = wait_until(answer, f"the kernel to evaluate {expression}")["user_expressions"]["value"]
        finally:
            client.stop_channels()
        if found["status"] != "ok":
            msg = f"value: expected {expression} to have one, found {found['ename']}: {found['evalue']}"
            raise ValueError(msg)
        return json.loads(ast.literal_eval(found["data"]["text/plain"]))

    def wait_for_value(self, expression: str, expected: Any) -> None:
        """Wait until a Python expression has a value in the kernel: what a widget sends takes its time."""
        wait_until(lambda: self.value(expression) == expected, f"{expression} to become {expected!r}")

    def axe(self, selector: str) -> list[str]:
        """Let axe-core look at a part of the page; return its serious and critical findings: rule, what to do, where."""
        found = Axe().run(self.page, context=selector).response["violations"]
        return [
            f"{each['id']}: {each['help']}: {', '.join(str(node['target'][0]) for node in each['nodes'])}"
            for each in found
            if each["impact"] in {"serious", "critical"}
        ]

    def _kernel(self) -> dict[str, Any] | None:
        return self.server.kernel_of(self._path)

    def _note(self, url: str) -> None:
        if urlsplit(url).hostname not in {None, "localhost", "127.0.0.1"}:  # None: data and blobs of the page itself
            self.foreign.append(url)

    def _runs(self) -> int:
        # Not read off the prompts: in a solved lab they hold the numbers of an earlier kernel, which may be greater.
        return self.value("get_ipython().execution_count")

    def _wait_for_run_after(self, before: int) -> None:
        # JupyterLab marks all cells that are to run as waiting before the kernel begins the first of them.
        wait_until(lambda: self._runs() > before, "the kernel to run a cell")
        self.wait_until_idle()
