"""A Dask cluster of commands of its own, as an instructor starts them, and certificates for it."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.autograder.runs import _processes, poll

Certificates = tuple[Path, Path, Path]
_HIDING = """
import sys

class Hiding:
    def find_spec(self, name, *_):
        if name.partition(".")[0] == {package!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}")

sys.meta_path.insert(0, Hiding())
"""


def certificates(folder: Path) -> Certificates:
    """Make an authority and one certificate signed by it; return the paths of the authority's certificate, it, and its key."""
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in ("authority", "cluster")]
    now = dt.datetime.now(tz=dt.UTC)
    made = []
    for key, name in zip(keys, names, strict=True):
        builder = x509.CertificateBuilder(names[0], name, key.public_key(), x509.random_serial_number())
        builder = builder.not_valid_before(now - dt.timedelta(hours=1))
        builder = builder.not_valid_after(now + dt.timedelta(days=1))
        is_authority = name == names[0]
        builder = builder.add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        made.append(builder.sign(keys[0], hashes.SHA256()))
    paths = folder / "ca.pem", folder / "cert.pem", folder / "key.pem"
    for path, certificate in zip(paths, made, strict=False):
        path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    paths[2].write_bytes(keys[1].private_bytes(*plain))
    return paths


class ClusterHere:
    """A scheduler and workers of one thread each, in processes of their own."""

    def __init__(self, files: Certificates | None, *, workers: int, without: str = "") -> None:
        """Take certificates or none, how many workers, and a package that these can't import."""
        self._folder = tempfile.TemporaryDirectory(prefix="dask-")
        self._tls = [] if files is None else ["--tls-ca-file", files[0], "--tls-cert", files[1], "--tls-key", files[2]]
        self._protocol = "tcp" if files is None else "tls"
        self._workers = workers
        self._without = without
        self._started: list[subprocess.Popen[bytes]] = []
        self.address = ""

    def __enter__(self) -> ClusterHere:
        """Start all; the workers are there when this returns."""
        where = Path(self._folder.name) / "scheduler.json"
        self._start(
            "scheduler", "--host", f"{self._protocol}://127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", where
        )  # fmt: skip
        assert poll(lambda: where.is_file() and where.read_text() != ""), "no scheduler"
        self.address = json.loads(where.read_text())["address"]
        hiding = Path(self._folder.name) / "hiding.py"
        hiding.write_text(_HIDING.format(package=self._without))
        more = ["--preload", hiding] if self._without else []
        for _ in range(self._workers):
            self._start(
                "worker",
                self.address,
                "--nthreads",
                "1",
                "--no-dashboard",
                "--local-directory",
                self._folder.name,
                *more,
            )
        return self

    def __exit__(self, *_: object) -> None:
        """End all, and see that nothing is left."""
        for process in self._started:
            process.kill()
            process.wait()
        for pid in self._ours():  # what a nanny started ends with it, but for the time that takes
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        assert poll(lambda: not self._ours())
        self._folder.cleanup()

    def _start(self, *words: object) -> None:
        command = [sys.executable, "-m", "dask", *map(str, words), *map(str, self._tls)]
        log = (Path(self._folder.name) / f"log{len(self._started)}").open("w")
        with log:
            self._started.append(
                subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
            )

    def _ours(self) -> dict[int, str]:
        """Return the command lines of all processes of this cluster that live."""
        sessions = {process.pid for process in self._started}
        table = _processes()
        return {pid: row[4] for pid, row in table.items() if row[1] in sessions and row[2] not in "ZX"}

    def graders(self) -> set[int]:
        """Return the ids of the workers' graders."""
        return {pid for pid, line in self._ours().items() if "autograder.engine.grader" in line}

    def kill_a_worker(self) -> None:
        """Kill the worker process of one of the graders; its nanny starts another."""
        table = _processes()
        victim = min(table[pid][0] for pid in self.graders() if pid in table)
        os.kill(victim, signal.SIGKILL)
