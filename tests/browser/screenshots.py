"""Pictures of the solved labs as a reader sees them, light and dark, in pieces as high as the window.

`python -m tests.browser.screenshots [LAB]...` writes build/screenshots/<lab>_<theme>_NN.png, and without a lab also the live
pictures that stand in the README, docs/live_*.png.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from autograder.course import CourseError, chosen_labs
from tests.browser.chromium import NoChromiumError, chromium
from tests.browser.lab import THEMES, Lab
from tests.browser.playground import play
from tests.browser.server import JupyterServer
from tests.conftest import ROOT

FOLDER = ROOT / "build" / "screenshots"
# Scroll, then let the browser paint: in the second frame, and when every picture is decoded, all is there.
_SCROLL = """async (notebook, top) => {
    notebook.scrollTop = top;
    await Promise.all([...notebook.querySelectorAll('img')].map(image => image.decode().catch(() => null)));
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}"""


def photograph(lab: Lab, name: str, theme: str) -> int:
    """Run a solved lab and write its pictures in `FOLDER`; return how many."""
    for old in FOLDER.glob(f"{name}_{theme}_*.png"):
        old.unlink()
    lab.open(name, edition="solutions", theme=theme)
    lab.run_all()
    notebook = lab.page.locator(".jp-WindowedPanel-outer")
    size = notebook.evaluate("notebook => ({whole: notebook.scrollHeight, piece: notebook.clientHeight})")
    tops = range(0, size["whole"], size["piece"])
    for number, top in enumerate(tops, 1):
        notebook.evaluate(_SCROLL, top)
        notebook.screenshot(path=FOLDER / f"{name}_{theme}_{number:02d}.png")
    return len(tops)


_README = 800  # pixels
# For the README: the cell, a theme, and what a hand has done by then.
LIVE = {
    "bowl": ("widgets.bowl(8.5, 1, 0.17, 0.01)", "light", ()),
    "alpha": ("widgets.explore_alpha(8.5, 1, 0.1, 0.0255)", "dark", ()),
    "bowls": (
        "widgets.bowls(inputs, 1, weights, 0.3, names=names, frozen=[0])",
        "light",
        ("One step", "One step", "Ten steps"),
    ),
    "training": ("widgets.watch_training(mnist.load(3000).x_train, mnist.load(3000).y_train)", "dark", ("One epoch",)),
}


def photograph_live(lab: Lab, server: JupyterServer, name: str) -> None:
    """Write the picture of one live picture for the README."""
    cell, theme, presses = LIVE[name]
    board = play(lab, server, f"board = {cell}", theme=theme)
    board.evaluate(f"sheet => {{ sheet.style.maxWidth = '{_README}px'; }}")
    for label in presses:
        board.get_by_role("button", name=label, exact=True).click()
        lab.wait_until_idle()
    lab.page.mouse.move(0, 0)
    lab.page.evaluate("new Promise(done => setTimeout(done, 500))")  # the last message is drawn
    board.scroll_into_view_if_needed()
    box = board.bounding_box()
    assert box is not None
    lab.page.screenshot(path=ROOT / "docs" / f"live_{name}.png", clip=box)


def main(chosen: list[str]) -> None:
    """Photograph these labs, by default all, and say what the page complained of."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        server = JupyterServer(Path(folder))
        try:
            for name in chosen_labs(chosen):
                for theme in THEMES:
                    lab = Lab(browser, server)
                    print(f"{name}, {theme}: {photograph(lab, name, theme)} pictures")
                    for line in [*lab.failures(), *lab.errors, *lab.foreign]:
                        print(f"  {line}")
                    lab.close()
            for name in () if chosen else LIVE:
                lab = Lab(browser, server)
                photograph_live(lab, server, name)
                lab.close()
        finally:
            server.stop()
    print(f"They are in {FOLDER.relative_to(ROOT)}/")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (NoChromiumError, CourseError) as problem:
        sys.exit(str(problem))
