"""What passes between the processes: one JSON header and the raw bytes of its arrays, both capped in size; nothing is pickled."""

from __future__ import annotations

import json
import math
import select
import socket
import struct
import time
from array import array as PlainArray  # noqa: N812 - `array` is NumPy's word here
from decimal import Decimal
from numbers import Integral, Real
from pathlib import Path, PurePath
from typing import Any

import numpy as np

LARGEST_MESSAGE = 64_000_000  # bytes
LARGEST_HEADER = 4_000_000
_MOST_EMPTY = 10_000  # rows without a number in them
_MOST_KINDS = 100  # of foreign things in one message, by name: each is a class here
_DEEPEST = 8
_LONGEST_TEXT = 200_000
_LONGEST_INTEGER = 10**300
_PACKED_FROM = 16  # floats; a shorter list is quicker as JSON
_SIZES = struct.Struct("<II")
_FLOAT = np.dtype(np.float64).str
_DTYPES = frozenset(np.dtype(name).str for name in ("?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f4", "f8"))


# JSON holds these as they are: nothing has to be looked at twice. (An int may be too long for JSON, a text for us.)
_PLAIN = frozenset({float, bool, type(None)})


_UNPACKED = _PLAIN | {int}


def _all_plain(values: list[Any] | tuple[Any, ...]) -> bool:
    return _PLAIN.issuperset(map(type, values))


class WireError(Exception):
    """The other side sent something that isn't a message."""


class Foreign:
    """Something that is no plain number, list or array, and stays where it is; only its type's name has come along."""

    def __init__(self, shown: str) -> None:
        self._shown = shown

    def __repr__(self) -> str:
        return self._shown


def foreign(name: str) -> type[Foreign]:
    """Return a class of stand-ins that has this name."""
    return type(_written(name[:80]) or "object", (Foreign,), {})


def _written(text: str) -> str:
    """Return text that a file can hold: half a character, which JSON can name, becomes a question mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


class _Packer:
    """Turns values into JSON data and a list of byte strings."""

    def __init__(self) -> None:
        self.blobs: list[bytes] = []
        self.size = 0

    def pack(self, value: Any, depth: int = 0) -> Any:  # noqa: C901, PLR0911 - one return for each kind of value
        if type(value) in _PLAIN:
            return value
        if isinstance(value, PurePath):
            return {"path": str(value)}
        if isinstance(value, str):
            return str.__str__(value)[:_LONGEST_TEXT]
        if isinstance(value, np.generic):
            value = value.item()
        if isinstance(value, bool | float):
            return bool(value) if isinstance(value, bool) else float(value)
        if isinstance(value, Integral):
            number = int(value)
            return number if abs(number) < _LONGEST_INTEGER else float("inf")
        if isinstance(value, Real | Decimal):
            return float(value)
        if depth >= _DEEPEST:
            return self._named(value)
        if isinstance(value, PlainArray) or (isinstance(value, np.ndarray) and value.dtype.kind != "O"):
            return self._array(np.asarray(value))
        if isinstance(value, np.ndarray):
            value = value.tolist()
        if isinstance(value, list | tuple):
            return self._sequence(value, depth)
        return self._named(value)

    def _sequence(self, value: list[Any] | tuple[Any, ...], depth: int) -> Any:
        if isinstance(value, list) and len(value) >= _PACKED_FROM and all(type(item) is float for item in value):
            return {"floats": self._array(np.array(value))["array"]}
        items = list(value) if _all_plain(value) else [self.pack(item, depth + 1) for item in value]
        return {"tuple": items} if isinstance(value, tuple) else items

    def _array(self, value: np.ndarray) -> dict[str, Any]:
        if value.dtype.str not in _DTYPES:
            if value.dtype.kind not in "biuf":
                return self._named(value)
            value = value.astype(np.float64)
        data = np.ascontiguousarray(value).tobytes()
        self.blobs.append(data)
        self.size += len(data)
        if self.size > LARGEST_MESSAGE:
            msg = f"expected at most {LARGEST_MESSAGE} bytes of arrays, found more"
            raise WireError(msg)
        return {"array": [value.dtype.str, list(value.shape), len(data)]}

    def _named(self, value: Any) -> dict[str, Any]:
        try:
            shown = repr(value)[:300]
        except BaseException:  # noqa: BLE001 - a learner's __repr__ may raise anything
            shown = f"a {type(value).__name__}"
        return {"foreign": [type(value).__name__[:80], shown]}


def encode(message: dict[str, Any]) -> bytes:
    """Return a message as bytes; values may be plain numbers, text, lists, tuples and arrays, nested."""
    packer = _Packer()
    header = json.dumps({key: packer.pack(value) for key, value in message.items()}).encode()
    if len(header) > LARGEST_HEADER:
        msg = f"expected a header of at most {LARGEST_HEADER} bytes, found {len(header)}"
        raise WireError(msg)
    body = b"".join(packer.blobs)
    return _SIZES.pack(len(header), len(body)) + header + body


def decode(header: bytes, body: bytes) -> dict[str, Any]:
    """Return the message in `header` and `body`; whatever is wrong with it raises WireError."""
    try:
        data = json.loads(header)
        if not isinstance(data, dict):
            msg = f"expected a message, found a {type(data).__name__}"
            raise WireError(msg)
        unpacker = _Unpacker(body)
        message = {key: unpacker.unpack(value) for key, value in data.items()}
        unpacker.end()
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, OverflowError, MemoryError) as error:
        msg = f"expected a message, found {type(error).__name__}"
        raise WireError(msg) from error
    return message


def decode_all(data: bytes) -> dict[str, Any]:
    """Return the one message that `data` is."""
    start = _SIZES.size
    header_size, _ = _SIZES.unpack(data[:start])
    return decode(data[start : start + header_size], data[start + header_size :])


class _Unpacker:
    """Turns JSON data and bytes back into values; everything is checked before it is used."""

    def __init__(self, body: bytes) -> None:
        self._body = memoryview(body)
        self._at = 0
        self._kinds: dict[str, type[Foreign]] = {}

    def unpack(self, value: Any, depth: int = 0) -> Any:  # noqa: C901, PLR0911 - one return for each kind of value
        if depth > _DEEPEST + 1:
            msg = "expected values nested less deeply"
            raise WireError(msg)
        if isinstance(value, list):
            return value if _UNPACKED.issuperset(map(type, value)) else [self.unpack(item, depth + 1) for item in value]
        if isinstance(value, str):
            return _written(value)
        if not isinstance(value, dict):
            return value
        ((kind, content),) = value.items()
        if kind == "tuple" and isinstance(content, list):
            return tuple(self.unpack(item, depth + 1) for item in content)
        if kind == "array":
            return self._array(*content)
        if kind == "floats":
            return self._floats(*content)
        if kind == "path" and isinstance(content, str):
            return Path(content)
        if kind == "foreign":
            name, shown = map(str, content)
            if name not in self._kinds:
                self._kinds[name] = foreign(name) if len(self._kinds) < _MOST_KINDS else Foreign
            return self._kinds[name](_written(shown[:300]))
        msg = f"expected a value, found {kind[:40]!r}"
        raise WireError(msg)

    def _floats(self, dtype: str, shape: list[int], size: int) -> Any:
        if dtype != _FLOAT or len(shape) != 1:
            msg = "expected a row of floats"
            raise WireError(msg)
        return self._array(dtype, shape, size).tolist()

    def _array(self, dtype: str, shape: list[int], size: int) -> np.ndarray:
        sizes_fit = (
            type(size) is int
            and all(type(length) is int and length >= 0 for length in shape)
            and len(shape) <= _DEEPEST
        )
        # An array of no numbers may still have rows without end, and whoever lists them never comes back.
        rows = math.prod(max(length, 1) for length in shape) if sizes_fit else 0
        sizes_fit = sizes_fit and rows <= (LARGEST_MESSAGE if size else _MOST_EMPTY)
        if dtype not in _DTYPES or not sizes_fit or size < 0:
            msg = "expected an array of numbers"
            raise WireError(msg)
        data = self._body[self._at : self._at + size]
        count = 1
        for length in shape:
            count *= length
        if len(data) != size or count * np.dtype(dtype).itemsize != size:
            msg = "expected as many bytes as the array has"
            raise WireError(msg)
        self._at += size
        return np.frombuffer(data, dtype=dtype).reshape(shape).copy()

    def end(self) -> None:
        if self._at != len(self._body):
            msg = "expected no bytes beyond the arrays"
            raise WireError(msg)


class Channel:
    """One end of a socket, for messages either way; bytes that have come but aren't asked for yet are kept."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._come = bytearray()

    def send(self, message: dict[str, Any], seconds: float | None = None) -> None:
        """Send a message; OSError where the other side is gone or takes none of it in time."""
        if seconds is not None:
            self._end.settimeout(seconds)
        self._end.sendall(encode(message))

    def has_come(self, seconds: float) -> bool:
        """Wait at most so long for a message; tell whether one, or the other side's end, has begun to come."""
        return bool(self._come) or bool(select.select([self._end], [], [], seconds)[0])

    def receive(
        self, seconds: float | None = None, *, largest: tuple[int, int] = (LARGEST_HEADER, LARGEST_MESSAGE)
    ) -> dict[str, Any]:
        """Receive a message; the time is for all of it, however many pieces it comes in.

        Args:
            seconds: how long to wait.
            largest: bytes of a header and of the arrays.

        Raises:
            EOFError: the other side is gone.
            TimeoutError: the time is over.
            WireError: it isn't a message, or too large.
        """
        deadline = None if seconds is None else time.monotonic() + seconds
        header_size, body_size = _SIZES.unpack(self._exactly(_SIZES.size, deadline))
        if header_size > largest[0] or body_size > largest[1]:
            msg = f"expected a message of at most {sum(largest)} bytes, found {header_size + body_size}"
            raise WireError(msg)
        return decode(self._exactly(header_size, deadline), self._exactly(body_size, deadline))

    def _exactly(self, size: int, deadline: float | None) -> bytes:
        while len(self._come) < size:
            if deadline is not None:  # without one the socket is left as it is: a student process may not set it
                self._end.settimeout(max(0.001, deadline - time.monotonic()))
            piece = self._end.recv(max(1 << 16, min(size - len(self._come), 1 << 20)))
            if not piece:
                raise EOFError
            self._come += piece
        data = bytes(self._come[:size])
        del self._come[:size]
        return data

    def is_silent(self) -> bool:
        """Tell whether the other side is there and has sent nothing that isn't taken yet."""
        if self._come:
            return False
        self._end.settimeout(0)  # every use sets its own
        try:
            self._end.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False

    def close(self) -> None:
        """Close this end."""
        self._end.close()


def send(end: socket.socket, message: dict[str, Any]) -> None:
    """Send one message over a socket; OSError where the other side is gone."""
    end.sendall(encode(message))


def receive(end: socket.socket) -> dict[str, Any]:
    """Receive one message over a socket on which only one is under way; see `Channel.receive`."""
    seconds = end.gettimeout()
    try:
        return Channel(end).receive(seconds)
    finally:
        end.settimeout(seconds)
