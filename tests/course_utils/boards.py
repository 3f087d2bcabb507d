"""What the tests of live pictures share: reading back what was sent to the page, and doing what a hand does there."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.widgets.board import Board


def opened(table: dict[str, Any]) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Return the positions and the columns `(rows, width)` of a packed table, as the page's JavaScript reads them."""
    data = np.frombuffer(table["data"], dtype="<f8" if table["exact"] else "<f4").astype(float)
    columns, start = {}, 0
    for name, width, changes in table["columns"]:
        size = width * (table["rows"] if changes else 1)
        values = data[start : start + size].reshape(table["rows"] if changes else 1, width)
        columns[name] = values if changes else np.repeat(values, table["rows"], axis=0)
        start += size
    assert start == len(data)
    return np.frombuffer(table["positions"], dtype="<f8"), columns


def table_of(board: Board, control: str) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Return the table that the page gets when a hand comes near a control."""
    board.hear({"kind": "wanted", "control": control, "seq": board.sheet.now["seq"]})
    table = board.sheet.tables[control]
    assert table["version"] == board.sheet.now["version"]
    assert all(board.state[name] == value for name, value in table["others"].items())
    return opened(table)


def row_of(board: Board) -> dict[str, Any]:
    """Return what the page shows now: single numbers as floats, the rest as arrays."""
    _, columns = opened(board.sheet.now["row"])
    return {name: float(values[0, 0]) if values.shape[1] == 1 else values[0] for name, values in columns.items()}


def move(board: Board, *, rest: bool = True, **to: float) -> None:
    """Do what the page does when a hand has moved controls."""
    board.hear({"kind": "moved", "to": to, "rest": rest, "seq": board.sheet.now["seq"] + 1})


def press(board: Board, button: str, **guesses: str) -> None:
    """Do what the page does when a button is pressed."""
    message = {"kind": "pressed", "button": button, "calm": True, "guesses": guesses}
    board.hear({**message, "seq": board.sheet.now["seq"] + 1})
