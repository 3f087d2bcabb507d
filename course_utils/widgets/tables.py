"""What a picture shows for every place of a control, worked out beforehand, so that the page can follow a hand at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments import Floats
from course_utils.widgets.outcome import call, trouble_card

Row = Mapping[str, ArrayLike]
"""Named columns, each a number or a list of numbers: all that a picture shows for one state."""

TOO_SLOW = "Your function takes so long that the picture can't follow the hand. It shows this place once you let go."
STRANGE = "The picture needs plain numbers, and for these values a function gave something else."
_SECONDS = 0.6


@dataclass(frozen=True)
class Table:
    """Rows for rising `positions` `(n,)`: each column `(n, width)`, or `(1, width)` where it never changes.

    `trouble` says for each row which of the sentences in `troubles` applies, counted from 1; 0 is none.
    """

    positions: Floats
    columns: dict[str, Floats]
    troubles: tuple[str, ...] = ()

    def packed(self, *, exact: bool = False) -> dict[str, Any]:
        """Return what the page's `opened` understands: sizes, and all numbers as bytes of float32, or float64 if `exact`."""
        rows = len(self.positions)
        layout = [[name, values.shape[1], len(values) == rows and rows > 1] for name, values in self.columns.items()]
        with np.errstate(over="ignore", under="ignore"):  # what is beyond float32 is drawn as infinite
            data = b"".join(
                np.ascontiguousarray(values, dtype="<f8" if exact else "<f4").tobytes()
                for values in self.columns.values()
            )
        cards = [trouble_card(text) for text in self.troubles]
        positions = self.positions.astype("<f8").tobytes()
        return {
            "rows": rows,
            "columns": layout,
            "exact": exact,
            "data": data,
            "positions": positions,
            "troubles": cards,
        }


def one_row(row: Row) -> Table:
    """Return the table of a single row.

    Raises:
        ValueError: a column isn't made of numbers.
    """
    return Table(np.zeros(1), {name: _numbers(value)[None, :] for name, value in row.items()})


def tabulated(
    row_at: Callable[[float], Row], positions: Sequence[float] | Floats, *, seconds: float = _SECONDS
) -> Table:
    """Return the table of `row_at(position)` for each of the rising `positions`.

    A row whose computation raises is all NaN and has the sentence that says why. After `seconds` the rest is left out,
    with a sentence that says so: a learner's slow function must not hold up the page.
    """
    places = np.asarray(positions, dtype=float)
    rows: list[dict[str, Floats] | None] = []
    troubles: list[str] = []
    which: list[int] = []
    began = time.perf_counter()
    for place in places:
        found, trouble = _found(row_at, float(place)) if time.perf_counter() - began <= seconds else (None, TOO_SLOW)
        rows.append(found)
        if trouble is not None and trouble not in troubles:
            troubles.append(trouble)
        which.append(0 if trouble is None else 1 + troubles.index(trouble))
    columns = _stacked(rows)
    columns["trouble"] = np.array(which, dtype=float)[:, None]
    return Table(places, columns, tuple(troubles))


def _found(row_at: Callable[[float], Row], place: float) -> tuple[dict[str, Floats] | None, str | None]:
    """Return the row at one place, or why there is none."""
    called = call(lambda: {name: _numbers(value) for name, value in row_at(place).items()})
    return called.result, called.trouble


def _stacked(rows: Sequence[dict[str, Floats] | None]) -> dict[str, Floats]:
    """Return each column of all rows as one array; a column that is the same in every row is kept once."""
    good = [row for row in rows if row is not None]
    if not good:
        return {}
    stacked = {}
    for name, first in good[0].items():
        if len(good) == len(rows) and len(rows) > 1 and all(row[name] is first for row in good):
            stacked[name] = first[None, :]
            continue
        missing = np.full(first.shape, np.nan)
        stacked[name] = np.stack([missing if row is None else row[name] for row in rows])
    return stacked


def _numbers(value: ArrayLike) -> Floats:
    """Return one column of a row as float64 `(width,)`; an array that is so already is not copied."""
    try:
        numbers = np.asarray(value, dtype=float)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(STRANGE) from None
    return numbers if numbers.ndim == 1 else numbers.reshape(-1)
