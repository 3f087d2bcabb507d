"""The digits are MNIST's own, come in part or whole, and a file that is missing or damaged says so."""

from __future__ import annotations

import dataclasses
import hashlib
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from course_utils import mnist

FIRST_LABELS = [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
PER_DIGIT = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
ORIGINALS = {  # MD5 of the four files as they were first published
    "x_train": "6bbc9ace898e44ae57da46a324031adb",
    "y_train": "a25bea736e30d166cdddb491f175f624",
    "x_test": "2646ac647ad5339dbf082846283269ea",
    "y_test": "27ae3e4e09519cfbb04c329615203637",
}


@pytest.fixture(scope="module")
def everything() -> mnist.Digits:
    return mnist.load()


def as_idx(array: np.ndarray) -> bytes:
    """The bytes of MNIST's own file format: kind, number of dimensions, lengths, values."""
    return struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.tobytes()


@pytest.mark.parametrize("name", ORIGINALS)
def test_written_back_as_idx_the_digits_have_the_originals_checksums(everything: mnist.Digits, name: str) -> None:
    assert hashlib.md5(as_idx(getattr(everything, name)), usedforsecurity=False).hexdigest() == ORIGINALS[name]


def test_all_digits_come_in_their_known_numbers(everything: mnist.Digits) -> None:
    assert np.bincount(everything.y_train).tolist() == PER_DIGIT
    assert everything.x_test.shape == (10_000, 28, 28)


@pytest.mark.parametrize("n", [1, 10, 1000, 60_000])
def test_the_first_n_are_the_first_n_of_all(everything: mnist.Digits, n: int) -> None:
    data = mnist.load(n)
    assert data.x_train.shape == (n, 28, 28)
    assert data.x_train.dtype == data.y_train.dtype == data.x_test.dtype == data.y_test.dtype == np.uint8
    assert np.array_equal(data.x_train, everything.x_train[:n])
    assert np.array_equal(data.y_train, everything.y_train[:n])
    assert np.array_equal(data.y_test, everything.y_test)


def test_the_first_labels_are_the_well_known_ones() -> None:
    assert mnist.load(10).y_train.tolist() == FIRST_LABELS


@pytest.mark.parametrize(
    ("digits", "learn", "tested"), [((3, 7), 12_396, 2_038), ([7, 3], 12_396, 2_038), ({4}, 5842, 982)]
)
def test_chosen_digits_come_alone_in_mnists_order(
    everything: mnist.Digits, digits: object, learn: int, tested: int
) -> None:
    data = mnist.load(digits=digits)  # type: ignore[arg-type]
    here, there = (np.isin(labels, list(digits)) for labels in (everything.y_train, everything.y_test))  # type: ignore[call-overload]
    assert (len(data.x_train), len(data.x_test)) == (learn, tested)
    assert np.array_equal(data.x_train, everything.x_train[here])
    assert np.array_equal(data.y_train, everything.y_train[here])
    assert np.array_equal(data.x_test, everything.x_test[there])
    assert np.array_equal(data.y_test, everything.y_test[there])


def test_n_counts_after_the_digits_are_chosen(everything: mnist.Digits) -> None:
    data = mnist.load(100, digits=(3, 7))
    chosen = np.flatnonzero(np.isin(everything.y_train, (3, 7)))[:100]
    assert np.array_equal(data.x_train, everything.x_train[chosen])
    assert data.y_train[:5].tolist() == [3, 3, 3, 7, 3]
    assert len(data.y_test) == 2_038


def test_numpy_numbers_are_numbers_too() -> None:
    assert len(mnist.load(np.int64(5), digits=np.array([3, 7])).x_train) == 5


@pytest.mark.parametrize("name", ["x_train", "y_train", "x_test", "y_test"])
def test_the_arrays_are_the_callers_own(name: str) -> None:
    first, second = mnist.load(20), mnist.load(20)
    before = getattr(second, name).copy()
    getattr(first, name)[:] = 99
    assert np.array_equal(getattr(second, name), before)
    assert np.array_equal(getattr(mnist.load(20), name), before)


def test_the_test_images_stay_what_the_caller_made_of_them() -> None:
    data = mnist.load(1)
    data.x_test[0] = 1
    assert (data.x_test[0] == 1).all()


def test_the_four_names_cannot_be_put_to_something_else() -> None:
    data = mnist.load(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        data.x_train = data.x_test  # type: ignore[misc]


def test_it_says_in_a_line_what_it_holds() -> None:
    assert repr(mnist.load(5)) == "Digits(5 to learn from, 10000 to be tested on: 0 to 9)"
    assert repr(mnist.load(5, digits=(3, 7))) == "Digits(5 to learn from, 2038 to be tested on: 3, 7)"


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"n": 0}, ValueError, "n: expected 1 or more, found 0"),
        ({"n": -3}, ValueError, "n: expected 1 or more, found -3"),
        ({"n": 60_001}, ValueError, "at most 60000 training images, found 60001"),
        ({"n": 12_397, "digits": (3, 7)}, ValueError, "at most 12396 training images of 3, 7, found 12397"),
        ({"n": 10.0}, TypeError, "n: expected a whole number, found the number 10.0"),
        ({"n": "10"}, TypeError, "n: expected a whole number, found the text '10'"),
        ({"n": True}, TypeError, "n: expected a whole number, found True"),
        ({"digits": (3, 10)}, ValueError, "from 0 to 9, found 10 among them"),
        ({"digits": (-1, 3)}, ValueError, "digits: expected 0 or more, found -1"),
        ({"digits": (3, 3)}, ValueError, r"different digits from 0 to 9, found \[3, 3\]"),
        ({"digits": ()}, ValueError, r"one or more different digits from 0 to 9, found \[\]"),
        ({"digits": 3}, TypeError, "a few digits such as .3, 7., found the number 3"),
        ({"digits": "37"}, TypeError, "a few digits such as .3, 7., found the text '37'"),
        ({"digits": (3, 7.0)}, TypeError, "digits: expected a whole number, found the number 7.0"),
    ],
)
def test_a_wish_that_cannot_be_met_gets_one_line(arguments: dict, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        mnist.load(**arguments)
    assert "\n" not in str(caught.value)


def members(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def without(name: str) -> Callable[[Path], None]:
    def remove(archive: Path) -> None:
        kept = members(archive)
        del kept[f"{name}.npy"]
        with zipfile.ZipFile(archive, "w") as opened:
            for member, data in kept.items():
                opened.writestr(member, data)

    return remove


def with_y_train(**changed: object) -> Callable[[Path], None]:
    """Another y_train of the given shape and type in place of the right one."""

    def replace(archive: Path) -> None:
        arrays = dict(np.load(archive))
        np.savez(archive, **{**arrays, "y_train": np.zeros(**changed)})  # type: ignore[arg-type]

    return replace


def overwritten(part: float) -> Callable[[Path], None]:
    """Some bytes overwritten, `part` of the way through the file."""

    def spoil(archive: Path) -> None:
        with archive.open("r+b") as file:
            file.seek(int(archive.stat().st_size * part))
            file.write(b"\xff" * 64)

    return spoil


def with_another_checksum(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        right = opened.getinfo("y_train.npy").CRC
    archive.write_bytes(archive.read_bytes().replace(struct.pack("<I", right), struct.pack("<I", right ^ 1)))


def cut(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-100_000])


@pytest.fixture
def spoilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Path], None]], None]:
    """Let `mnist` read a copy of its file that the given function has spoilt."""

    def read_a_copy(spoil: Callable[[Path], None]) -> None:
        archive = tmp_path / "mnist.npz"
        shutil.copy(mnist.ARCHIVE, archive)
        spoil(archive)
        monkeypatch.setattr(mnist, "ARCHIVE", archive)

    return read_a_copy


def test_a_missing_file_says_where_it_should_be(spoilt: Callable[..., None]) -> None:
    spoilt(Path.unlink)
    with pytest.raises(
        FileNotFoundError, match=r"expected the MNIST digits in .*mnist\.npz, found no such file. Copy it"
    ):
        mnist.load(10)


@pytest.mark.parametrize(
    "spoil",
    [
        cut,
        overwritten(0.5),
        with_another_checksum,
        without("y_train"),
        with_y_train(shape=100, dtype=np.uint8),
        with_y_train(shape=60_000, dtype=np.int64),
        lambda archive: archive.write_text("not found"),
        lambda archive: archive.write_bytes(b""),
    ],
    ids=["cut", "overwritten", "checksum", "member gone", "too few", "another type", "a web page", "empty"],
)
def test_a_damaged_file_says_so_in_a_line(spoilt: Callable[..., None], spoil: Callable[[Path], None]) -> None:
    spoilt(spoil)
    with pytest.raises(
        ValueError, match=r"expected MNIST's \w+ in .*mnist\.npz, found a damaged file \(.+\)\. Copy"
    ) as caught:
        mnist.load()
    assert "\n" not in str(caught.value)


def test_only_the_part_that_is_needed_is_unpacked(spoilt: Callable[..., None]) -> None:
    spoilt(overwritten(0.5))  # in the middle of the training images
    assert mnist.load(10).y_train.tolist() == FIRST_LABELS


def test_the_test_images_are_read_when_they_are_asked_for(spoilt: Callable[..., None]) -> None:
    spoilt(without("x_test"))
    data = mnist.load(10)
    with pytest.raises(ValueError, match="expected MNIST's x_test"):
        _ = data.x_test


def test_the_note_beside_the_digits_credits_their_makers() -> None:
    note = (mnist.ARCHIVE.parent / "README.md").read_text(encoding="utf-8")
    for said in (
        "Yann LeCun",
        "Corinna Cortes",
        "Christopher J. C. Burges",
        "CC BY-SA 3.0",
        "container",
        *ORIGINALS.values(),
    ):
        assert said in note
