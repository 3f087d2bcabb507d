"""What lies in a download, a folder or a zip, read as strangers' data: nothing is unpacked to disk, nothing is read without measure."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from autograder.course import CourseError
from autograder.notebook_files import UnreadableError, content_of

LARGEST = 20_000_000  # bytes of one file; a lab's notebook has a few hundred thousand
_LARGEST_INNER = 100_000_000  # bytes of a zip in the zip
_MOST_INNER = 200_000_000  # bytes of all that is read from a zip in the zip
_MOST_FILES, _MOST_INNER_FILES = 200_000, 2_000
_DEEPEST = 2  # a zip in the zip in the zip
_PACKED = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")
_OF_SYSTEMS = re.compile(
    r"(^|/)(__MACOSX|\.ipynb_checkpoints)(/|$)|(^|/)(\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$", re.IGNORECASE
)
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


@dataclass(frozen=True)
class File:
    """A file of a download.

    Attributes:
        path: inside the download; the zip's name is part of it for a file of a zip in it.
        time: the file's own time, None where there is none.
        read: returns the content; raises `UnreadableError` with the reason.
        read_later: the same, and holds nothing in memory until then: a class's zips in the zip would not fit.
    """

    path: str
    time: datetime | None
    read: Callable[[], bytes]
    read_later: Callable[[], bytes]


@dataclass(frozen=True)
class Refused:
    """What is not read, and why, in one line."""

    path: str
    reason: str


@dataclass
class _Budget:
    """How many more files, and how many more bytes, may be read from one zip."""

    files: int = _MOST_FILES
    bytes: float = float("inf")


@contextlib.contextmanager
def open_download(source: Path) -> Iterator[Iterator[File | Refused]]:
    """Open a folder or a zip; its files can be read until it is closed.

    What the systems of Apple and Microsoft add is left out.

    Raises:
        CourseError: there is neither a folder nor a zip.
    """
    if source.is_dir():
        yield _in_folder(source)
        return
    if not source.is_file():
        msg = f"collect: expected a folder or a zip, found nothing at {source}. Check the name."
        raise CourseError(msg)
    try:
        archive = zipfile.ZipFile(source)
    except _DAMAGED as error:
        msg = f"collect: expected a folder or a zip, found {source.name}, which is neither or is cut off. Download it again."
        raise CourseError(msg) from error
    with archive:
        yield _in_zip(archive, "", 0, _Budget())


def _in_folder(folder: Path) -> Iterator[File | Refused]:
    closed: list[OSError] = []
    for home, folders, names in os.walk(folder, onerror=closed.append):
        folders.sort()
        for name in sorted([*names, *(each for each in folders if (Path(home) / each).is_symlink())]):
            path = Path(home) / name
            inside = path.relative_to(folder).as_posix()
            if _OF_SYSTEMS.search(inside):
                continue
            status = path.lstat()
            if not stat.S_ISREG(status.st_mode):
                what = "a link" if path.is_symlink() else "something that is no file"
                yield Refused(inside, f"expected a file, found {what}; it is not followed.")
            else:
                time = datetime.fromtimestamp(status.st_mtime).astimezone()
                read = functools.partial(content_of, path)
                yield from _opened(File(inside, time, read, read), 0)
    for error in closed:
        yield Refused(str(error.filename), f"expected a folder that can be read, found: {error.strerror}.")


def _in_zip(archive: zipfile.ZipFile, home: str, depth: int, budget: _Budget) -> Iterator[File | Refused]:
    for info in archive.infolist():
        path = home + _name_of(info)
        if info.is_dir() or _OF_SYSTEMS.search(path):
            continue
        reason = _why_not(info)
        if reason:
            yield Refused(path, reason)
            continue
        budget.files -= 1
        if budget.files < 0:
            yield Refused(
                home.rstrip("/") or "the zip", "expected fewer files. Unpack it by hand, and collect the folder."
            )
            return
        read = functools.partial(_member, archive, info, budget)
        yield from _opened(File(path, _time(info), read, read), depth)


def _opened(file: File, depth: int) -> Iterator[File | Refused]:
    """Yield a file, or the files in it where it is a zip."""
    suffix = os.path.splitext(file.path)[1].lower()  # noqa: PTH122 - the path is no path of this machine
    if suffix not in _PACKED:
        yield file
    elif suffix != ".zip":
        yield Refused(
            file.path, f"expected a notebook or a zip, found {suffix}. Unpack it by hand, and collect the folder."
        )
    elif depth >= _DEEPEST:
        yield Refused(file.path, "expected a notebook, found one more zip in a zip in a zip. Unpack it by hand.")
    else:
        try:
            archive = zipfile.ZipFile(io.BytesIO(file.read()))
        except UnreadableError as error:
            yield Refused(file.path, str(error))
            return
        except _DAMAGED:
            yield Refused(file.path, "expected a zip, found a damaged one. Ask for it again.")
            return
        home = f"{file.path}/"
        for place, inner in enumerate(_in_zip(archive, home, depth + 1, _Budget(_MOST_INNER_FILES, _MOST_INNER))):
            if isinstance(inner, Refused):
                yield inner
            else:
                yield File(inner.path, inner.time, inner.read, functools.partial(_again, file, place, depth + 1))


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget) -> bytes:
    most = _LARGEST_INNER if info.filename.lower().endswith(".zip") else LARGEST
    if budget.bytes <= 0:
        msg = f"expected at most {_MOST_INNER // 10**6} MB in a zip, found more. Unpack it by hand."
        raise UnreadableError(msg)
    try:
        with archive.open(info) as stream:
            content = stream.read(most + 1)
    except _DAMAGED as error:
        msg = "expected a file that can be unpacked, found a damaged one. Ask for it again."
        raise UnreadableError(msg) from error
    budget.bytes -= len(content)
    if len(content) > most:
        msg = f"expected at most {most // 10**6} MB, found more when unpacked. Ask for it without outputs."
        raise UnreadableError(msg)
    return content


def _again(outer: File, wanted: int, depth: int) -> bytes:
    """Return a file of a zip in the download, by its place in it: names may be there twice."""
    with zipfile.ZipFile(io.BytesIO(outer.read_later())) as archive:
        for place, file in enumerate(_in_zip(archive, "", depth, _Budget())):
            if place == wanted and isinstance(file, File):
                return file.read()
    raise UnreadableError(outer.path)


def _time(info: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*info.date_time).astimezone()  # a zip's times are local
    except (ValueError, OverflowError):
        return None


def _name_of(info: zipfile.ZipInfo) -> str:
    """Return a file's name; a zip that doesn't say its names are UTF-8 may have them in it all the same."""
    if not info.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            return info.filename.encode("cp437").decode("utf-8")
    return info.filename


def _why_not(info: zipfile.ZipInfo) -> str | None:
    raw = info.orig_filename.replace("\\", "/")
    if raw.startswith("/") or re.match(r"[A-Za-z]:", raw) or ".." in raw.split("/") or "\0" in raw:
        return "expected a path in the zip, found one that leads out of it. Ask for it again."
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        return "expected a file, found a link or the like; it is not followed."
    if info.flag_bits & 0x1:
        return "expected a file that can be read, found an encrypted one. Ask for it without a password."
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return "expected a plain zip, found one packed in another way. Unpack it by hand."
    return None
