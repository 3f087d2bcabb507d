"""The wire takes what it sent and refuses everything else with a WireError, whatever the bytes are.

Set ATTACK_EXAMPLES to try more cases: 100000 takes some minutes.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import socket
import struct
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.engine import wire

EXAMPLES = int(os.environ.get("ATTACK_EXAMPLES", "250"))
_tried = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))

_numbers = st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers(-(2**70), 2**70)
_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_arrays = hnp.arrays(
    st.sampled_from(["?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f4", "f8"]).map(np.dtype),
    hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
)
_lists_of_floats = st.lists(st.floats(allow_nan=False), min_size=14, max_size=20)
_values = st.recursive(
    _numbers | _texts | _arrays | _lists_of_floats,
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple),
    max_leaves=12,
)
_messages = st.dictionaries(_texts, _values, max_size=4)
# JSON that looks like the wire's own: its words, in every wrong place.
_json = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text(max_size=6)
    | st.sampled_from(["<f8", "|u1", "<i8", "|O", "|V8"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["tuple", "array", "floats", "path", "foreign", "id", ""]) | st.text(max_size=3),
            inner,
            max_size=2,
        )
    ),
    max_leaves=15,
)
_shapes = st.lists(st.integers(-2, 5) | st.sampled_from([10**9, 2**62, 2**64, True, 1.0, None]), max_size=10)
_array_claims = st.builds(
    lambda word, dtype, shape, size: {word: [dtype, shape, size]},
    st.sampled_from(["array", "floats"]),
    st.sampled_from(["<f8", "|u1", "|b1", "<i4", ">f8", "|O", "<U1", "", None]),
    _shapes,
    st.integers(-1, 64) | st.sampled_from([2**63, None, 8.0]),
)


def _split(data: bytes) -> tuple[bytes, bytes]:
    header_size, body_size = struct.unpack("<II", data[:8])
    assert len(data) == 8 + header_size + body_size
    return data[8 : 8 + header_size], data[8 + header_size :]


def _taken_or_refused(header: bytes, body: bytes) -> None:
    """Whatever comes: a message made of plain things, or a WireError."""
    try:
        message = wire.decode(header, body)
    except wire.WireError:
        return
    assert type(message) is dict
    for key, value in message.items():
        assert type(key) is str
        _is_plain(value)


def _is_plain(value: Any) -> None:
    if type(value) in (list, tuple):
        for item in value:
            _is_plain(item)
    elif isinstance(value, np.ndarray):
        assert type(value) is np.ndarray
        assert value.dtype.kind in "biuf"
        assert value.flags.owndata or value.base is not None
    elif type(value) is str:
        value.encode()  # never half a character
    else:
        plain = value is None or type(value) in (bool, int, float) or isinstance(value, wire.Foreign | wire.Path)
        assert plain, type(value)
        repr(value).encode()


def _same(left: Any, right: Any) -> bool:
    if type(left) is not type(right):
        return False
    if isinstance(left, np.ndarray):
        return left.dtype == right.dtype and left.shape == right.shape and left.tobytes() == right.tobytes()
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(_same, left, right))
    return bool(left == right)


@_tried
@given(_messages)
def test_what_was_sent_arrives(message: dict[str, Any]) -> None:
    arrived = wire.decode(*_split(wire.encode(message)))
    assert arrived.keys() == message.keys()
    assert all(_same(message[key], arrived[key]) for key in message)


@_tried
@given(_messages)
def test_what_arrived_is_sent_as_the_same_bytes(message: dict[str, Any]) -> None:
    data = wire.encode(message)
    assert wire.encode(wire.decode(*_split(data))) == data


@_tried
@given(st.binary(max_size=200), st.binary(max_size=40))
def test_any_bytes(header: bytes, body: bytes) -> None:
    _taken_or_refused(header, body)


@_tried
@given(st.dictionaries(st.text(max_size=5), _json | _array_claims, max_size=3), st.binary(max_size=64))
def test_any_json(data: dict[str, Any], body: bytes) -> None:
    _taken_or_refused(json.dumps(data).encode("utf-8", "surrogatepass"), body)


@_tried
@given(_messages, st.data())
def test_a_message_with_other_bytes_in_it(message: dict[str, Any], data: st.DataObject) -> None:
    header, body = _split(wire.encode(message))
    changed = bytearray(header)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(changed)))
        act = data.draw(st.integers(0, 2))
        if act == 0:
            changed[place:place] = data.draw(
                st.sampled_from([b"[", b"]", b"{", b"}", b"9", b"-", b'"', b"\\u", b"\xff", b"null", b"1e999"])
            )
        elif act == 1:
            del changed[place : place + data.draw(st.integers(1, 5))]
        elif place < len(changed):
            changed[place] = data.draw(st.integers(0, 255))
    _taken_or_refused(bytes(changed), body[: data.draw(st.integers(0, len(body)))])


@_tried
@given(st.binary(max_size=64))
def test_a_channel_that_brings_any_bytes(data: bytes) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.settimeout(5)
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        with contextlib.suppress(wire.WireError, EOFError):
            assert type(wire.receive(ours)) is dict  # by chance it is a message


@pytest.mark.parametrize(
    "header",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"a":' + b"[" * 500 + b"]" * 500 + b"}",
        b'{"a":' + b"9" * 5_000 + b"}",
        b'{"a":{}}',
        b'{"a":{"array":["<f8",[0],0],"tuple":[]}}',
        b'{"a":{"array":["<f8",[1000000000,1000000000],0]}}',
        b'{"a":{"array":["|O",[0],0]}}',
        b'{"a":{"array":["<f8",[-1],-8]}}',
        b'{"a":{"array":["<f8",[true],8]}}',
        b'{"a":{"foreign":["a\\u0000b",""]}}',
        b"\xff\xfe",
        b"null",
        b"",
    ],
    ids=lambda header: repr(header[:30]),
)
def test_headers_that_are_refused(header: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.decode(header, b"")


def test_bytes_beyond_the_arrays_are_refused() -> None:
    header, body = _split(wire.encode({"a": np.ones(3)}))
    assert wire.decode(header, body)["a"].tolist() == [1.0, 1.0, 1.0]  # the control
    for wrong in (body + b"x", body[:-1], b""):
        with pytest.raises(wire.WireError):
            wire.decode(header, wrong)


@pytest.mark.parametrize("sizes", [(2**32 - 1, 0), (0, 2**32 - 1), (2**32 - 1, 2**32 - 1)])
def test_giant_sizes_are_refused_before_anything_is_read(sizes: tuple[int, int]) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.settimeout(5)
        theirs.sendall(struct.pack("<II", *sizes))
        with pytest.raises(wire.WireError):
            wire.receive(ours)


def test_the_timeout_is_for_the_whole_message() -> None:
    class Dripping:
        """A channel that brings a byte at a time, each a second later by its own clock."""

        def __init__(self) -> None:
            self.timeout: float | None = 3.0
            self.now = 0.0

        def gettimeout(self) -> float | None:
            return self.timeout

        def settimeout(self, seconds: float | None) -> None:
            self.timeout = seconds

        def recv(self, _: int) -> bytes:
            assert self.timeout is not None
            if self.timeout < 1.0:
                raise TimeoutError
            self.now += 1.0
            return b"\x01"

    channel = Dripping()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wire.time, "monotonic", lambda: channel.now)
        with pytest.raises(TimeoutError):
            wire.receive(channel)  # type: ignore[arg-type]
    assert channel.now <= 3.0
    assert channel.timeout == 3.0


def test_odd_numbers_arrive_as_floats_or_infinity() -> None:
    sent = {"nan": float("nan"), "inf": float("-inf"), "big": 10**400, "np": np.float32(0.5), "zero": np.array(7)}
    arrived = wire.decode(*_split(wire.encode(sent)))
    assert math.isnan(arrived["nan"])
    assert arrived["inf"] == float("-inf")
    assert arrived["big"] == float("inf")
    assert arrived["np"] == 0.5
    assert arrived["zero"].shape == ()


def test_half_characters_never_arrive() -> None:
    arrived = wire.decode(b'{"a":"\\ud800","b":{"foreign":["\\ud800","\\udfff"]}}', b"")
    assert arrived["a"] == "?"
    assert type(arrived["b"]).__name__ == "?"
    assert repr(arrived["b"]) == "?"


def test_a_message_makes_few_classes() -> None:
    header = b'{"a":[' + b",".join(b'{"foreign":["kind %d","b"]}' % number for number in range(2_000)) + b"]}"
    kinds = {type(item) for item in wire.decode(header, b"")["a"]}
    assert 50 < len(kinds) < 200
