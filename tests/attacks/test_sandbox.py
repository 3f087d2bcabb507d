# ruff: noqa: PTH101, PTH102, PTH104, PTH108, PTH116, PTH208, PTH211
"""The sandbox by itself: a forked process enters it and tries what it must not do, as root and as an ordinary user."""

from __future__ import annotations

import codecs
import ctypes
import os
import platform
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.engine import sandbox
from autograder.engine.sandbox import Limits, enter, landlock_version, missing
from autograder.engine.zygote import without_answers

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))
needs_landlock = pytest.mark.skipif(not landlock_version(), reason="this kernel has no Landlock")
ORDINARY = 12345
IS_ROOT = os.geteuid() == 0
codecs.lookup("ascii")  # an ordinary user may not be able to read the library of root's Python
LIBC = ctypes.CDLL(None, use_errno=True)
NUMBERS = {"x86_64": 0, "aarch64": 1}
# System calls by number on x86_64 and aarch64, none of which a student's code needs.
CALLS = {
    "socket": (41, 198),
    "socketpair": (53, 199),
    "sendmsg": (46, 211),
    "fork": (57, None),
    "vfork": (58, None),
    "clone": (56, 220),
    "clone3": (435, 435),
    "execve": (59, 221),
    "execveat": (322, 281),
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "mount": (165, 40),
    "unshare": (272, 97),
    "setns": (308, 268),
    "chroot": (161, 51),
    "pivot_root": (155, 41),
    "symlinkat": (266, 36),
    "linkat": (265, 37),
    "mknodat": (259, 33),
    "fchmodat": (268, 53),
    "fchmod": (91, 52),
    "fchownat": (260, 54),
    "utimensat": (280, 88),
    "truncate": (76, 45),
    "openat2": (437, 437),
    "creat": (85, None),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "memfd_create": (319, 279),
    "io_uring_setup": (425, 425),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "keyctl": (250, 219),
    "prctl": (157, 167),
    "seccomp": (317, 277),
    "landlock_create_ruleset": (444, 444),
    "prlimit64": (302, 261),
    "setrlimit": (160, 164),
    "setuid": (105, 146),
    "setsid": (112, 157),
    "capset": (126, 91),
    "reboot": (169, 142),
    "shmget": (29, 194),
    "mq_open": (240, 180),
    "inotify_init1": (294, 26),
    "setxattr": (188, 5),
    "sched_setaffinity": (203, 122),
    "setpriority": (141, 140),
    "personality": (135, 92),
    "modify_ldt": (154, None),
    "init_module": (175, 105),
    "kcmp": (312, 272),
}


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that anybody may enter: `scratch` to write in, `library` to read, `secret` for neither."""
    folder = Path(tempfile.mkdtemp(prefix="sandboxed-"))
    for name in ("scratch", "library"):
        (folder / name).mkdir()
    (folder / "library" / "module.py").write_text("x = 1\n", encoding="utf-8")
    (folder / "secret").write_text("secret", encoding="utf-8")
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777)
        if IS_ROOT:
            os.chown(path, ORDINARY, ORDINARY)
    yield folder
    assert (folder / "secret").read_text(encoding="utf-8") == "secret"
    assert sorted(path.name for path in folder.iterdir()) == ["library", "scratch", "secret"]
    shutil.rmtree(folder)


WHO = [
    pytest.param(False, id="as-it-is"),
    pytest.param(True, id="ordinary-user", marks=pytest.mark.skipif(not IS_ROOT, reason="already an ordinary user")),
]


def _in_sandbox(
    home: Path, act: Callable[[], object], *, ordinary: bool = False, guarded: bool = True, limits: Limits | None = None
) -> str:
    """Fork, enter, act; return "done", the error, or the signal that ended it."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        word = "lost"
        try:
            os.close(reading)
            if ordinary:
                os.setgroups([])
                os.setresgid(ORDINARY, ORDINARY, ORDINARY)
                os.setresuid(ORDINARY, ORDINARY, ORDINARY)
            os.chdir(home / "scratch")
            if guarded:
                enter(home / "scratch", [home / "library"], limits or Limits())
            try:
                act()
                word = "done"
            except BaseException as error:  # noqa: BLE001 - it is what is asked
                word = f"{type(error).__name__} {getattr(error, 'errno', None)}"
        except BaseException:  # noqa: BLE001 - an error in pytest's copy must not go on as pytest
            word = traceback.format_exc()
        finally:
            os.write(writing, word.encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        word = pipe.read().decode()
    status = os.waitpid(pid, 0)[1]
    return f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else word


def _refused(word: str) -> bool:
    return word.endswith((" 1", " 13", " 18"))  # EPERM, EACCES, and EXDEV as Landlock answers a link across folders


@pytest.mark.parametrize("ordinary", WHO)
@pytest.mark.parametrize("name", list(CALLS))
def test_system_calls_that_are_refused(name: str, ordinary: bool, home: Path) -> None:
    number = CALLS[name][NUMBERS[platform.machine()]]
    if number is None:
        pytest.skip("this architecture has no such call")

    def call() -> None:
        # Arguments that would fail in any other way than EPERM, had the kernel looked at them.
        ctypes.set_errno(0)
        if LIBC.syscall(number, -1, -1, -1, -1, -1, -1) < 0:
            raise OSError(ctypes.get_errno(), "refused")

    assert _in_sandbox(home, call, ordinary=ordinary) == "PermissionError 1"


def _write(path: Path, flags: int = os.O_WRONLY) -> Callable[[], object]:
    return lambda: os.open(path, flags)


# What it does with a folder as `home` holds it; that it is refused as it should be is the control's opposite.
ACTS: dict[str, Callable[[Path], object]] = {
    "reading outside": lambda home: (home / "secret").read_text(encoding="utf-8"),
    "writing outside": lambda home: os.open(home / "secret", os.O_WRONLY),
    "both outside": lambda home: os.open(home / "secret", os.O_RDWR),
    "opening for neither": lambda home: os.open(home / "library" / "module.py", 3),
    "emptying without writing": lambda home: os.open(home / "library" / "module.py", os.O_RDONLY | os.O_TRUNC),
    "emptying by mode 3": lambda home: os.open(home / "library" / "module.py", 3 | os.O_TRUNC),
    "a new file outside": lambda home: os.open(home / "new", os.O_WRONLY | os.O_CREAT),
    "a new folder outside": lambda home: os.mkdir(home / "new"),
    "listing outside": lambda home: os.listdir(home),
    "writing the library": lambda home: os.open(home / "library" / "module.py", os.O_WRONLY | os.O_APPEND),
    "a new file in the library": lambda home: os.open(home / "library" / "new", os.O_WRONLY | os.O_CREAT),
    "removing from the library": lambda home: os.unlink(home / "library" / "module.py"),
    "taking from the library": lambda home: os.rename(home / "library" / "module.py", home / "scratch" / "x"),
    "a symbolic link": lambda home: os.symlink(home / "secret", home / "scratch" / "link"),
    "a hard link": lambda home: os.link(home / "secret", home / "scratch" / "link"),
    "a pipe with a name": lambda home: os.mkfifo(home / "scratch" / "pipe"),
    "other rights": lambda home: os.chmod(home / "library", 0o700),
    "its own memory": lambda home: os.open("/proc/self/mem", os.O_RDWR),
    "the parent's environment": lambda home: os.open(f"/proc/{os.getppid()}/environ", os.O_RDONLY),
    "devices": lambda home: os.open("/dev/null", os.O_RDWR),
    "the root folder": lambda home: os.listdir("/"),
}


@needs_landlock
@pytest.mark.parametrize("ordinary", WHO)
@pytest.mark.parametrize("act", list(ACTS))
def test_files_that_are_refused(act: str, ordinary: bool, home: Path) -> None:
    assert _refused(word := _in_sandbox(home, lambda: ACTS[act](home), ordinary=ordinary)), word
    assert (home / "library" / "module.py").read_text(encoding="utf-8") == "x = 1\n"


@pytest.mark.parametrize("act", list(ACTS))
def test_the_same_without_a_sandbox(act: str, home: Path) -> None:
    if act in ("its own memory", "the parent's environment") and not IS_ROOT:
        pytest.skip("only root may anyway")
    word = _in_sandbox(home, lambda: ACTS[act](home), guarded=False)
    (home / "secret").write_text("secret", encoding="utf-8")
    for name in ("new",):
        made = home / name
        if made.is_dir():
            made.rmdir()
        else:
            made.unlink(missing_ok=True)
    assert word == "done"


def _works(home: Path) -> None:
    scratch = home / "scratch"
    assert (home / "library" / "module.py").read_text(encoding="utf-8") == "x = 1\n"
    assert os.listdir(home / "library") == ["module.py"]
    (scratch / "file").write_bytes(b"x" * 1000)
    (scratch / "file").write_bytes(b"y")  # empties it first
    with (scratch / "file").open("r+b") as file:
        file.truncate(0)
    (scratch / "folder").mkdir()
    (scratch / "file").rename(scratch / "other")
    (scratch / "other").unlink()
    (scratch / "folder").rmdir()
    with tempfile.TemporaryDirectory(dir=scratch):
        pass
    assert bytearray(100_000_000)[-1] == 0
    assert len(os.urandom(8)) == 8


@needs_landlock
@pytest.mark.parametrize("ordinary", WHO)
def test_what_a_lab_needs_works(ordinary: bool, home: Path) -> None:
    assert _in_sandbox(home, lambda: _works(home), ordinary=ordinary) == "done"


@pytest.mark.skipif(not IS_ROOT, reason="not root")
def test_root_is_given_up(home: Path) -> None:
    def act() -> None:
        assert os.getuid() == os.geteuid() == 65534
        assert os.getgid() == os.getegid() == 65534
        os.setuid(0)

    assert _in_sandbox(home, act) == "PermissionError 1"


def _fills(home: Path) -> None:
    with (home / "scratch" / "big").open("wb") as file:
        file.truncate(50_000_000)


def _opens(home: Path) -> None:
    files = [(home / "scratch" / str(number)).open("w") for number in range(60)]
    assert files


def _spins() -> None:
    while True:
        pass


def _spins_on() -> None:
    for number in (signal.SIGXCPU, signal.SIGALRM, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    _spins()


@pytest.mark.parametrize("ordinary", WHO)
def test_limits(ordinary: bool, home: Path) -> None:
    little = Limits(cpu_seconds=1, memory=200_000_000, file_size=1_000_000, open_files=20)
    assert _in_sandbox(home, lambda: bytearray(400_000_000), ordinary=ordinary, limits=little).startswith("MemoryError")
    if landlock_version():
        assert _in_sandbox(home, lambda: _fills(home), ordinary=ordinary, limits=little) == "OSError 27"
        assert _in_sandbox(home, lambda: _opens(home), ordinary=ordinary, limits=little) == "OSError 24"
    assert _in_sandbox(home, _spins_on, ordinary=ordinary, limits=little) == "signal 9"
    assert _in_sandbox(home, lambda: bytearray(400_000_000), guarded=False) == "done"  # the control
    assert _in_sandbox(home, lambda: _fills(home), guarded=False) == "done"
    assert _in_sandbox(home, lambda: _opens(home), guarded=False) == "done"


@pytest.mark.parametrize("ordinary", WHO)
def test_threads_and_processes_are_refused(ordinary: bool, home: Path) -> None:
    import threading

    def start() -> None:
        threading.Thread(target=int).start()

    assert _in_sandbox(home, start, ordinary=ordinary) == "RuntimeError None"
    assert _in_sandbox(home, lambda: os.fork() or os._exit(0), ordinary=ordinary) == "PermissionError 1"
    program = sys.executable
    assert _refused(_in_sandbox(home, lambda: os.execv(program, [program, "-c", ""]), ordinary=ordinary))
    assert _in_sandbox(home, lambda: os.kill(os.getppid(), 0), ordinary=ordinary) == "PermissionError 1"
    assert _in_sandbox(home, lambda: os.kill(-1, 0), ordinary=ordinary) == "PermissionError 1"
    assert _in_sandbox(home, start, guarded=False) == "done"  # the control


@pytest.mark.skipif(platform.machine() != "x86_64", reason="calls of 32 bits and x32 are x86's")
def test_calls_under_other_numbers_end_the_process(home: Path) -> None:
    assert _in_sandbox(home, lambda: LIBC.syscall(0x40000000 + 39)) == f"signal {signal.SIGSYS.value}"  # getpid of x32


@pytest.mark.parametrize("ordinary", WHO)
def test_without_landlock_no_file_can_be_named(ordinary: bool, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "landlock_version", lambda: 0)
    for act in (
        lambda: os.open(home / "library" / "module.py", os.O_RDONLY),
        lambda: os.open(home / "scratch" / "new", os.O_WRONLY | os.O_CREAT),
        lambda: os.stat(home / "secret"),
        lambda: os.listdir(home / "scratch"),
        lambda: os.mkdir(home / "scratch" / "new"),
    ):
        assert _in_sandbox(home, act, ordinary=ordinary) == "PermissionError 1"
    assert _in_sandbox(home, lambda: bytearray(1000), ordinary=ordinary) == "done"


def test_the_reference_is_never_readable_among_the_libraries(tmp_path: Path) -> None:
    library = tmp_path / "lib" / "site-packages"
    for name in ("autograder", "numpy", "course_utils"):
        (library / name).mkdir(parents=True)
    package = library / "autograder"
    assert sorted(path.name for path in without_answers(library, package)) == ["course_utils", "numpy"]
    for above in (tmp_path, tmp_path / "lib", package, package / "reference"):
        assert without_answers(above, package) == []
    assert without_answers(library / "numpy", package) == [library / "numpy"]  # the control
    course = tmp_path / "course"
    (course / "autograder").mkdir(parents=True)
    assert without_answers(course, course / "autograder") == []
    assert without_answers(library, course / "autograder") == [library]
