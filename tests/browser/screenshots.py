"""Pictures of the solved labs as a reader sees them, light and dark, in pieces as high as the window.

`python -m tests.browser.screenshots [LAB]...` writes build/screenshots/<lab>_<theme>_NN.png.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from autograder.course import CourseError, chosen_labs
from tests.browser.chromium import NoChromiumError, chromium
from tests.browser.lab import THEMES, Lab
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
        finally:
            server.stop()
    print(f"They are in {FOLDER.relative_to(ROOT)}/")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (NoChromiumError, CourseError) as problem:
        sys.exit(str(problem))
