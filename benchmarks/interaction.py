"""How quickly a live picture follows a hand, measured in the browser: `python -m benchmarks.interaction`.

For each picture a pointer moves across it in JupyterLab, one move a frame; the page itself notes when each move arrived and
when the next frame with the changed picture was through. For the digit it is the time from a stroke to the scores, which pass
through the kernel. Then: opening a lab until its first picture is there, and what importing course_utils costs beyond NumPy and
matplotlib. Aims: median below 20 ms and 95% below 50 ms; strokes to scores below 100 ms; the import below 0.4 s.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator
from rich.console import Console
from rich.table import Table

from tests.browser.chromium import chromium
from tests.browser.lab import Lab
from tests.browser.playground import BOARDS, play
from tests.browser.server import JupyterServer

HANDS = {  # picture: (which of the boards, what is moved in it: a panel, a slider by name or number, or the square to draw in)
    "bowl": ("bowl", "bowl"),
    "alpha": ("alpha", "slider alpha"),
    "alpha, the input": ("alpha", "slider input"),
    "several weights": ("bowls", "bowl1"),
    "error surface": ("surface", "map"),
    "many outputs": ("outputs", "slider toes"),
    "draw a digit, strokes to ten scores": ("ten digits", "square"),
}
# Notes for each pointer event the time until the frame that first shows a change of the picture has been rendered: what is
# posted from within an animation frame arrives after its layout and paint.
_WATCH = """
() => {
  const sheet = document.querySelector('.gd-sheet');
  const picture = sheet.querySelector('svg[role=img]');
  window.took = [];
  let began = null;
  const note = () => {
    if (began === null) return;
    const since = began;
    began = null;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.took.push(performance.now() - since);
    channel.port2.postMessage(0);
  };
  new MutationObserver(note).observe(picture, {childList: true, subtree: true});
  for (const kind of ['pointermove', 'input']) window.addEventListener(kind, (event) => { began ??= event.timeStamp; }, true);
}
"""


@contextmanager
def opened_lab() -> Iterator[tuple[Lab, JupyterServer]]:
    """Give a page and its JupyterLab, both ended afterwards."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        server = JupyterServer(Path(folder))
        lab = Lab(browser, server)
        try:
            yield lab, server
        finally:
            lab.close()
            server.stop()


def move_across(lab: Lab, board: Locator, what: str, moves: int, pause: float) -> None:
    """Drag to and fro with the mouse, `pause` milliseconds between two moves."""
    if what.startswith("slider"):
        target = board.get_by_role("slider", name=what.removeprefix("slider "), exact=True)
    elif what == "square":
        target = lab.page.get_by_label("Drawing pad")
    else:
        target = board.locator(f".gd-grab[data-panel={what}]")
    box = target.bounding_box()
    assert box is not None
    for move in range(moves):
        share = 0.5 + 0.35 * (1 - abs((move % 80) / 40 - 1) * 2)
        lab.page.mouse.move(box["x"] + share * box["width"], box["y"] + 0.5 * box["height"])
        if move == 0:
            lab.page.mouse.down()
        lab.page.wait_for_timeout(pause)
    lab.page.mouse.up()


def spread(times: list[float]) -> tuple[str, str, str, str]:
    """Return how many times there are, their median, 95% and largest, in milliseconds."""
    rising = sorted(times)
    most = rising[min(len(rising) - 1, int(0.95 * len(rising)))]
    return str(len(rising)), f"{statistics.median(rising):.1f}", f"{most:.1f}", f"{rising[-1]:.1f}"


def import_seconds() -> float:
    """Return what importing course_utils adds to NumPy and matplotlib, the smallest of five."""
    code = "import time, numpy, matplotlib.pyplot; t = time.perf_counter(); import course_utils; print(time.perf_counter() - t)"
    runs = (subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(5))
    return min(float(run.stdout) for run in runs)


def main() -> None:
    """Measure, and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--moves", type=int, default=160)
    parser.add_argument("--pause", type=float, default=16, help="milliseconds between two moves of the pointer")
    options = parser.parse_args()
    table = Table(
        "picture", "moves", "median ms", "95% ms", "largest ms", title="From pointer move to the redrawn frame"
    )
    others = Table("what", "measured", "aim")
    with opened_lab() as (lab, server):
        for name, (kind, what) in HANDS.items():
            board = play(lab, server, BOARDS[kind])
            lab.page.evaluate(_WATCH)
            move_across(lab, board, what, options.moves, options.pause)
            table.add_row(name, *spread(lab.page.evaluate("window.took")))
        began = time.perf_counter()
        lab.open("01_single_weight")
        lab.menu("Run", "Run All Cells")
        lab.page.locator(".jp-RenderedHTMLCommon img").first.wait_for()
        others.add_row("opening a lab until its first picture", f"{time.perf_counter() - began:.1f} s", "")
    others.add_row("importing course_utils, beyond numpy and matplotlib", f"{import_seconds():.2f} s", "0.4 s")
    console = Console()
    console.print(table)
    console.print(others)


if __name__ == "__main__":
    main()
