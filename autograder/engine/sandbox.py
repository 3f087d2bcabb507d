"""The sandbox of a student process: limits, Landlock, a dropped user and a system-call filter, put on from inside, for good.

Works on Linux 5.13 and later on x86_64 and aarch64, as root and as an ordinary user, without namespaces or containers. Each
part is enough to stop most of what the others stop; a part that this kernel doesn't offer makes `enter` refuse, unless it is
only Landlock: then the filter allows no system call that names a file at all.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import struct
from dataclasses import dataclass
from pathlib import Path

_LIBC = ctypes.CDLL(None, use_errno=True)
_NOBODY = 65534

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP = 1, 4, 38, 22
_SECCOMP_MODE_FILTER = 2
_SYS_LANDLOCK = (444, 445, 446)  # create_ruleset, add_rule, restrict_self: the same numbers on every architecture
_LANDLOCK_VERSION = 1
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_FILE_RIGHTS = (1 << 1) | _READ_FILE  # write, read
_SCRATCH_RIGHTS = (
    _FILE_RIGHTS | _READ_DIR | (1 << 4) | (1 << 5) | (1 << 7) | (1 << 8)
)  # remove and make folders and files
_RIGHTS_BY_VERSION = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
_TRUNCATE = 1 << 14


class NoSandboxError(Exception):
    """This machine can't make a sandbox; the message says what is missing and what to do."""


@dataclass(frozen=True)
class Limits:
    """What a student process may use.

    Attributes:
        cpu_seconds: of processor time, in all.
        memory: bytes of address space beyond `used`.
        file_size: bytes of a file it writes.
        open_files: file descriptors.
    """

    cpu_seconds: int = 60
    memory: int = 1_500_000_000
    used: int = 0
    file_size: int = 20_000_000
    open_files: int = 48


# System calls by name: the number on x86_64 and on aarch64 (None where there is none).
_HARMLESS = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "fstat": (5, 80),
    "poll": (7, None),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "pread64": (17, 67),
    "pwrite64": (18, 68),
    "readv": (19, 65),
    "writev": (20, 66),
    "select": (23, None),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "dup": (32, 23),
    "nanosleep": (35, 101),
    "setitimer": (38, 103),
    "getitimer": (36, 102),
    "getpid": (39, 172),
    "sendto": (44, 206),
    "recvfrom": (45, 207),
    "exit": (60, 93),
    "exit_group": (231, 94),
    "uname": (63, 160),
    "fsync": (74, 82),
    "ftruncate": (77, 46),
    "getcwd": (79, 17),
    "gettimeofday": (96, 169),
    "getrusage": (98, 165),
    "sysinfo": (99, 179),
    "times": (100, 153),
    "getuid": (102, 174),
    "getgid": (104, 176),
    "geteuid": (107, 175),
    "getegid": (108, 177),
    "getppid": (110, 173),
    "sigaltstack": (131, 132),
    "gettid": (186, 178),
    "futex": (202, 98),
    "sched_getaffinity": (204, 123),
    "getdents64": (217, 61),
    "restart_syscall": (219, 128),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115),
    "pselect6": (270, 72),
    "ppoll": (271, 73),
    "pipe2": (293, 59),
    "getrandom": (318, 278),
    "rseq": (334, 293),
    "membarrier": (324, 283),
}
# These name files; Landlock says which. Without Landlock they are refused.
_NAMING_FILES = {
    "open": (2, None),
    "stat": (4, None),
    "lstat": (6, None),
    "access": (21, None),
    "chdir": (80, 49),
    "rename": (82, None),
    "mkdir": (83, None),
    "rmdir": (84, None),
    "unlink": (87, None),
    "readlink": (89, None),
    "openat": (257, 56),
    "mkdirat": (258, 34),
    "newfstatat": (262, 79),
    "unlinkat": (263, 35),
    "renameat": (264, 38),
    "readlinkat": (267, 78),
    "faccessat": (269, 48),
    "renameat2": (316, 276),
    "statx": (332, 291),
    "faccessat2": (439, 439),
}
# These take flags, at this argument: opening for neither reading nor writing (mode 3), or to empty a file without the right to
# write, is refused: Landlock before version 3 lets both pass.
_OPENING = {"open": 1, "openat": 2}
_MODE, _EMPTY = os.O_ACCMODE, os.O_TRUNC
_FCNTL: tuple[int, int] = (72, 25)
_IOCTL: tuple[int, int] = (16, 29)
_HARMLESS_FCNTL = (
    0,
    1,
    2,
    3,
    4,
    1030,
)  # duplicate, flags, and duplicate with close-on-exec: nothing that locks or signals
_HARMLESS_IOCTL = (0x5401, 0x5451, 0x5450, 0x541B)  # is it a terminal, close-on-exec, bytes to read
_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}

_LOAD, _EQUAL, _RETURN, _SET, _AT_LEAST, _AND = 0x20, 0x15, 0x06, 0x45, 0x35, 0x54
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT, _SECOND_ARGUMENT = 0, 4, 16, 24


def landlock_version() -> int:
    """Return the version of Landlock that this kernel has, 0 where it has none."""
    version = _LIBC.syscall(_SYS_LANDLOCK[0], None, ctypes.c_size_t(0), ctypes.c_uint32(_LANDLOCK_VERSION))
    return max(0, int(version))


def missing() -> str | None:
    """Say in one line why no sandbox can be had here and what to do; None where one can."""
    what_to_do = (
        "Use Linux (on Windows WSL2, elsewhere a container), or --sandbox none: then students' code has your rights."
    )
    if platform.system() != "Linux" or platform.machine() not in _ARCHITECTURES:
        return f"sandbox: expected Linux on x86_64 or aarch64, found {platform.system()} on {platform.machine()}. {what_to_do}"
    action = ctypes.c_uint32(0x00050000)
    if _LIBC.syscall({"x86_64": 317, "aarch64": 277}[platform.machine()], 2, 0, ctypes.byref(action)) != 0:
        return f"sandbox: expected a kernel with seccomp filters, found none. {what_to_do}"
    return None


def enter(scratch: Path, readable: list[Path], limits: Limits) -> None:
    """Put this process into the sandbox: from here on it can compute, read `readable` and write in `scratch`, and no more.

    Raises:
        NoSandboxError: the kernel refused one of the parts.
    """
    _limit(limits)
    os.chdir(scratch)
    _check(_LIBC.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")
    has_landlock = _landlock(scratch, readable)
    _drop_root(scratch)
    _LIBC.prctl(_PR_SET_PDEATHSIG, 9, 0, 0, 0)  # after the user was dropped, which clears it
    _LIBC.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    _filter(has_landlock=has_landlock)


def address_space() -> int:
    """Return how many bytes of address space this process has."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()


def die_with_parent() -> None:
    """Have the kernel kill this process when the one that started it ends, however it ends; nothing where there is no Linux."""
    if platform.system() == "Linux":
        _LIBC.prctl(_PR_SET_PDEATHSIG, 9, 0, 0, 0)


def _limit(limits: Limits) -> None:
    wanted = {
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_AS: (limits.used or address_space()) + limits.memory,
        resource.RLIMIT_FSIZE: limits.file_size,
        resource.RLIMIT_NOFILE: limits.open_files,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    for kind, most in wanted.items():
        resource.setrlimit(kind, (most, most))


def _landlock(scratch: Path, readable: list[Path]) -> bool:
    version = landlock_version()
    if not version:
        return False
    handled = _RIGHTS_BY_VERSION[min(version, 5)]
    network = 3 if version >= 4 else 0  # noqa: PLR2004 - from version 4: no bind, no connect
    attributes = struct.pack("<QQ", handled, network) if network else struct.pack("<Q", handled)
    ruleset = _LIBC.syscall(_SYS_LANDLOCK[0], attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0))
    _check(ruleset, "Landlock")
    rules = [(path, _READ_FILE | (_READ_DIR if path.is_dir() else 0)) for path in readable]
    rules.append((scratch, (_SCRATCH_RIGHTS | _TRUNCATE) & handled))
    for path, rights in rules:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
        rule = struct.pack("<Qi", rights, opened)
        _check(_LIBC.syscall(_SYS_LANDLOCK[1], ruleset, 1, rule, ctypes.c_uint32(0)), "Landlock")
        os.close(opened)
    _check(_LIBC.syscall(_SYS_LANDLOCK[2], ruleset, ctypes.c_uint32(0)), "Landlock")
    os.close(ruleset)
    return True


def _drop_root(scratch: Path) -> None:
    if os.geteuid() != 0:
        return
    os.chown(scratch, _NOBODY, _NOBODY)
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)


def _filter(*, has_landlock: bool) -> None:
    place, architecture = _ARCHITECTURES[platform.machine()]
    names = {**_HARMLESS, **(_NAMING_FILES if has_landlock else {})}
    allowed = sorted({number for numbers in names.values() if (number := numbers[place]) is not None})
    program = [
        (_LOAD, 0, 0, _ARCHITECTURE), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER), (_AT_LEAST, 0, 1, 0x40000000), (_RETURN, 0, 0, _KILL),  # no x32 calls
    ]  # fmt: skip
    for name, argument in _OPENING.items() if has_landlock else ():
        number = _NAMING_FILES[name][place]
        flags = _FIRST_ARGUMENT + 8 * argument
        checks = [
            (_LOAD, 0, 0, flags),
            (_AND, 0, 0, _MODE),
            (_EQUAL, 4, 0, _MODE),
            (_EQUAL, 0, 2, os.O_RDONLY),
            (_LOAD, 0, 0, flags),
            (_SET, 1, 0, _EMPTY),
            (_RETURN, 0, 0, _ALLOW),
            (_RETURN, 0, 0, _REFUSE),
        ]
        if number is not None:
            program += [(_EQUAL, 0, len(checks), number), *checks]
            allowed.remove(number)
    for number in allowed:
        program += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
    for numbers, values in ((_FCNTL, _HARMLESS_FCNTL), (_IOCTL, _HARMLESS_IOCTL)):
        checks = [step for value in values for step in ((_EQUAL, 0, 1, value), (_RETURN, 0, 0, _ALLOW))]
        program += [
            (_EQUAL, 0, len(checks) + 2, numbers[place]),
            (_LOAD, 0, 0, _SECOND_ARGUMENT),
            *checks,
            (_RETURN, 0, 0, _REFUSE),
        ]
    program.append((_RETURN, 0, 0, _REFUSE))
    code = b"".join(struct.pack("<HBBI", *step) for step in program)
    buffer = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("<HxxxxxxQ", len(program), ctypes.addressof(buffer))
    _check(_LIBC.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, header, 0, 0), "the system-call filter")


def _check(result: int, what: str) -> None:
    if result < 0:
        msg = f"sandbox: expected {what}, found: {os.strerror(ctypes.get_errno())}. Use --sandbox none only for work you trust."
        raise NoSandboxError(msg)
