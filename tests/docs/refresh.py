"""`python -m tests.docs.refresh PAGE` runs a page's commands and writes down what they print now, where that has changed.

What still fits, with "..." for what differs from run to run, stays as it is; read the difference before you keep it.
"""

from __future__ import annotations

import sys
import tempfile
import textwrap
from pathlib import Path

from tests.docs.blocks import DOCS, blocks
from tests.docs.running import run_block
from tests.docs.scenes import terminal_for


def refresh(page: str) -> int:
    """Write the outputs of a page's console blocks anew; return how many blocks have changed."""
    path = DOCS / f"{page}.md"
    changed = []
    with tempfile.TemporaryDirectory() as home:
        terminal = terminal_for(page, Path(home) / "course")
        for block in blocks(path, "console"):
            if not block.reason:
                runs = list(run_block(block, terminal))
                if not all(run.fits for run in runs):
                    changed.append((block, "".join(f"$ {run.command}\n{run.kept}" for run in runs)))
    text = path.read_text(encoding="utf-8")
    for block, new in reversed(changed):
        start, end = block.whole
        text = text[:start] + textwrap.indent(new, block.indent) + text[end:]
    path.write_text(text, encoding="utf-8")
    return len(changed)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(f"{name}: {refresh(name)} blocks have changed")
