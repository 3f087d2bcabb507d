"""The network in a board: where its nodes stand, and the mark that draws them with their live numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

EDGE = 32.0  # SVG units, as all lengths here: from the upper edge to the first node
_APART = (46.0, 62.0)  # between two inputs, whose names stand beside them, and two outputs, whose names stand above
_LABEL = 19.0  # between the numbers on two links
_LETTER = 7.2  # about the width of a letter of a name
_HALF = 37.0  # half a node's width


@dataclass(frozen=True)
class Net:
    """A network of one layer in a box `width` wide: names of its inputs and outputs."""

    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        """How high the box is: the names of the nodes and the numbers on the links stay clear of each other."""
        n, m = len(self.inputs), len(self.outputs)
        crossing = _LABEL * (n * m - 1) if n > 1 and m > 1 else 0.0
        return max(_APART[0] * (n - 1), _APART[1] * (m - 1), crossing) + 2 * EDGE

    def places(self, how_many: int) -> list[float]:
        """Return how far below the upper edge each of `how_many` nodes stands."""
        if how_many == 1:
            return [self.height / 2]
        step = (self.height - 2 * EDGE) / (how_many - 1)
        return [EDGE + step * place for place in range(how_many)]

    @property
    def along(self) -> float:
        """The share of the way at which the links' numbers stand, evenly apart even where the links cross."""
        n, m = len(self.inputs), len(self.outputs)
        if n == 1 or m == 1:
            return 0.62 if n == 1 else 0.4
        over, down = 1 / (n - 1), 1 / (m - 1)
        return over / (over + m * down)

    def mark(self, panel: str, frozen: Sequence[str] | None = None) -> dict[str, Any]:
        """Return the mark for columns `inputs`, `weights` (laid out [output][input]), `preds` and `most`."""
        left = _LETTER * max(len(name) for name in self.inputs) + 8 + _HALF
        mark = {
            "kind": "net",
            "panel": panel,
            "ins": [(left, y) for y in self.places(len(self.inputs))],
            "outs": [(self.width - _HALF - 2, y) for y in self.places(len(self.outputs))],
            "inputNames": list(self.inputs),
            "outputNames": list(self.outputs),
            "inputs": "inputs",
            "weights": "weights",
            "preds": "preds",
            "most": "most",
            "along": self.along,
        }
        return mark if frozen is None else {**mark, "frozen": list(frozen)}
