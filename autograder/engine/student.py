"""The student process: runs one student's cells and calls the functions they define, as it is asked over its channel.

Nothing in here is trusted by the other side: the student's code shares this process and could change any of it.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import json
from collections.abc import Iterator
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from autograder.engine.wire import Channel
from course_utils.checking.calls import Quiet, as_data
from course_utils.checking.judge import is_unwritten

_MOST_OUTPUT = 2_000_000  # bytes of one cell's outputs
_LONGEST_STREAM = 100_000  # characters
_MOST_WARNINGS = 20


class _Shell(InteractiveShell):  # type: ignore[misc]  # IPython has no types
    """IPython's shell; a cell that is plain Python already is not looked through for magics, which takes longer than running it."""

    def transform_cell(self, raw_cell: str) -> str:
        """Return the cell as Python."""
        try:
            ast.parse(raw_cell)
        except Exception:  # noqa: BLE001 - whatever it is, IPython makes the message of it
            transformed: str = super().transform_cell(raw_cell)
            return transformed
        return raw_cell if raw_cell.endswith("\n") else raw_cell + "\n"


def make_shell() -> InteractiveShell:
    """Return a shell that runs cells as a kernel does, magics included, and shows nothing by itself."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.xmode = "Plain"
    shell = _Shell.instance(config=config)
    shell.display_pub = CapturingDisplayPublisher()
    shell._showtraceback = lambda *_: None  # the error is read from the result
    return shell


def serve(channel: Channel, shell: InteractiveShell) -> None:
    """Answer requests until the other side closes the channel."""
    while True:
        try:
            request = channel.receive()
        except (EOFError, OSError):
            return
        work = {"run": _run, "look": _look, "calls": _calls}[request["do"]]
        try:
            for reply in work(shell, request):
                channel.send({**reply, "id": request["id"]})
        except KeyboardInterrupt:
            channel.send({"failed": "KeyboardInterrupt", "id": request["id"]})


def _run(shell: InteractiveShell, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    outputs = run_cell(shell, request["source"], draw=request["draw"])
    yield {"outputs": np.frombuffer(outputs, dtype=np.uint8)}


def run_cell(shell: InteractiveShell, source: str, *, draw: bool = True) -> bytes:
    """Run one cell; return its outputs in the notebook format, as JSON. Figures are drawn only where `draw` says so."""
    shell.display_pub.outputs = []
    with (
        contextlib.redirect_stdout(io.StringIO()) as printed,
        contextlib.redirect_stderr(io.StringIO()) as complained,
    ):
        result = shell.run_cell(source, store_history=False)
    outputs: list[dict[str, Any]] = [
        {"output_type": "stream", "name": name, "text": text[:_LONGEST_STREAM]}
        for name, text in (("stdout", printed.getvalue()), ("stderr", complained.getvalue()))
        if text
    ]
    outputs += [
        {"output_type": "display_data", "data": shown["data"], "metadata": shown["metadata"] or {}}
        for shown in shell.display_pub.outputs
    ]
    outputs += _figures() if draw else []
    plt.close("all")
    error = result.error_before_exec or result.error_in_exec
    if error is not None:
        name, text = type(error).__name__, str(error)[:_LONGEST_STREAM]
        outputs.append({"output_type": "error", "ename": name, "evalue": text, "traceback": [as_data(error).sentence]})
    data = json.dumps(outputs, default=str).encode()
    if len(data) > _MOST_OUTPUT:
        data = json.dumps([*outputs[-1:]] if error is not None else []).encode()
    return data


def _figures() -> list[dict[str, Any]]:
    """Return the open figures as outputs, as the inline backend shows them at the end of a cell."""
    outputs = []
    for number in plt.get_fignums():
        drawn = io.BytesIO()
        plt.figure(number).savefig(drawn, format="png", bbox_inches="tight")
        data = {"image/png": base64.b64encode(drawn.getvalue()).decode(), "text/plain": "<Figure>"}
        outputs.append({"output_type": "display_data", "data": data, "metadata": {}})
    return outputs


def _look(shell: InteractiveShell, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Say what a name is bound to."""
    if request["name"] not in shell.user_ns:
        yield {"bound": False}
        return
    value = shell.user_ns[request["name"]]
    is_function = callable(value)
    yield {
        "bound": True,
        "callable": is_function,
        "unwritten": is_function and is_unwritten(value),
        "value": None if is_function else value,
    }


def _calls(shell: InteractiveShell, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Call a function with one list of arguments after another.

    Each reply has the result, or the exception as data, and what the function made of its arguments.
    """
    function = shell.user_ns[request["name"]]
    with Quiet() as quiet:
        for arguments in request["each"]:
            outcome = quiet.call(function, arguments)
            raised = outcome.raised
            yield {
                "result": outcome.result,
                "raised": None
                if raised is None
                else (raised.kinds, raised.text, raised.sentence, raised.by_learner, raised.unwritten),
                "warned": tuple(text[:300] for text in outcome.warned[:_MOST_WARNINGS]),
                "arguments": arguments,
            }
