"""The MNIST digits that come with the course: real handwriting, read from a file beside this module, no download.

>>> data = load(1000)
>>> data.x_train.shape, data.y_train[:5].tolist(), data.x_test.shape
((1000, 28, 28), [5, 0, 4, 1, 9], (10000, 28, 28))
"""

from __future__ import annotations

import math
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from course_utils.arguments import count, described

Bytes = NDArray[np.uint8]

ARCHIVE = Path(__file__).parent / "data" / "mnist.npz"
"""Where the digits are; data/README.md beside it says where they come from."""

_KINDS = 10  # the digits 0 to 9
SHAPES: dict[str, tuple[int, ...]] = {
    "x_train": (60_000, 28, 28),
    "y_train": (60_000,),
    "x_test": (10_000, 28, 28),
    "y_test": (10_000,),
}


@dataclass(frozen=True, eq=False, repr=False)
class Digits:
    """Handwritten digits to learn from and others to be tested on.

    x_train `(n, 28, 28)` and x_test `(m, 28, 28)` are uint8 grey values, 0 (paper) to 255 (ink);
    y_train `(n,)` and y_test `(m,)` are uint8 labels 0 to 9. x_test is read when it is first asked for,
    and raises as `load` does.
    """

    x_train: Bytes
    y_train: Bytes
    y_test: Bytes
    chosen: tuple[int, ...]
    _archive: Path = field(default=ARCHIVE)

    @cached_property
    def x_test(self) -> Bytes:
        """The test images `(m, 28, 28)`, in the order of `y_test`."""
        return _of_digits("x_test", _first(self._archive, "y_test"), self.chosen, None, self._archive)

    def __repr__(self) -> str:
        return f"Digits({len(self.y_train)} to learn from, {len(self.y_test)} to be tested on: {_listed(self.chosen)})"


def load(n: int | None = None, *, digits: Iterable[int] | None = None) -> Digits:
    """Return the first `n` training digits (all when it is left out) and all test digits, in MNIST's own order.

    `digits=(3, 7)` keeps only these before the first `n` are taken, in the test set too. Every call returns
    fresh arrays, the caller's to change.

    Raises:
        TypeError: `n` is not a whole number, or `digits` is not a list of them.
        ValueError: `n` is below 1 or more than there are; `digits` is empty, repeats one or leaves 0 to 9;
            the file of the digits is damaged.
        FileNotFoundError: the file of the digits is missing.
    """
    chosen = tuple(range(_KINDS)) if digits is None else _chosen(digits)
    wanted = None if n is None else count("n", n, least=1)
    labels, test_labels = _first(ARCHIVE, "y_train"), _first(ARCHIVE, "y_test")
    available = int(np.isin(labels, chosen).sum())
    if wanted is not None and wanted > available:
        these = "images" if digits is None else f"images of {_listed(chosen)}"
        msg = f"n: expected at most {available} training {these}, found {n}. Ask for fewer, or leave n out for all."
        raise ValueError(msg)
    return Digits(
        x_train=_of_digits("x_train", labels, chosen, wanted, ARCHIVE),
        y_train=labels[np.isin(labels, chosen)][:wanted],
        y_test=test_labels[np.isin(test_labels, chosen)],
        chosen=chosen,
        _archive=ARCHIVE,
    )


def _listed(chosen: tuple[int, ...]) -> str:
    return "0 to 9" if sorted(chosen) == list(range(_KINDS)) else ", ".join(map(str, chosen))


def _chosen(digits: Any) -> tuple[int, ...]:
    """Return `digits` as ints; TypeError or ValueError unless they are one or more different digits, 0 to 9."""
    if isinstance(digits, str | bytes) or not isinstance(digits, Iterable):
        msg = f"digits: expected a few digits such as (3, 7), found {described(digits)}. Put them in brackets."
        raise TypeError(msg)
    chosen = tuple(count("digits", digit) for digit in digits)
    outside = [digit for digit in chosen if digit >= _KINDS]
    if outside or not chosen or len(set(chosen)) < len(chosen):
        found = f"{outside[0]} among them" if outside else f"{list(chosen)}"
        msg = f"digits: expected one or more different digits from 0 to 9, found {found}. Try digits=(3, 7)."
        raise ValueError(msg)
    return chosen


def _of_digits(name: str, labels: Bytes, chosen: tuple[int, ...], n: int | None, archive: Path) -> Bytes:
    """Read the first `n` images of `chosen` (None: all), and no more of the file than that takes."""
    where = np.flatnonzero(np.isin(labels, chosen))[:n]
    images = _first(archive, name, int(where[-1]) + 1)
    return images if len(where) == len(images) else images[where]


def _first(archive: Path, name: str, n: int | None = None) -> Bytes:
    """Read the first `n` entries of one array of the archive (None: all), unpacking only that part of it."""
    shape = SHAPES[name]
    shape = (shape[0] if n is None else n, *shape[1:])
    try:
        with zipfile.ZipFile(archive) as members, members.open(f"{name}.npy") as member:
            _check_header(member, name)
            size = math.prod(shape)
            data = member.read(size)  # where that is the whole member, zipfile compares its checksum too
        return np.frombuffer(data, dtype=np.uint8, count=size).reshape(shape).copy()
    except FileNotFoundError as error:
        msg = f"expected the MNIST digits in {archive}, found no such file. Copy it back from the course's own folder."
        raise FileNotFoundError(msg) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError) as error:
        msg = (
            f"expected MNIST's {name} in {archive}, found a damaged file ({str(error).rstrip('.')}). "
            "Copy it back from the course's own folder."
        )
        raise ValueError(msg) from error


def _check_header(member: IO[bytes], name: str) -> None:
    """Read past the header of an .npy file; ValueError unless it announces the whole array, as bytes in rows."""
    version = np.lib.format.read_magic(member)
    if version != (1, 0):
        msg = f"its format is {version}, not (1, 0)"
        raise ValueError(msg)
    shape, by_columns, kind = np.lib.format.read_array_header_1_0(member)
    if (shape, by_columns, kind) != (SHAPES[name], False, np.dtype(np.uint8)):
        msg = f"it announces {kind} of shape {shape}, not uint8 of shape {SHAPES[name]}"
        raise ValueError(msg)
