"""Which cluster: its address, and the certificates that it asks for."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from autograder.course import CourseError

LOCAL = "local"
_FORM = "tls://scheduler:8786, tcp://127.0.0.1:8786 or local"


@dataclass(frozen=True)
class Cluster:
    """Where submissions are graded beyond this process; raises CourseError for an address that may not be used.

    Attributes:
        address: the scheduler's, such as tls://scheduler:8786; "local" for a cluster that is started here for this run.
        tls_ca_file: the certificate of the authority that signed all the others; by default as Dask's own settings say.
        tls_cert: this command's certificate.
        tls_key: the key of `tls_cert`; by default it lies in the same file.
    """

    address: str
    tls_ca_file: Path | None = None
    tls_cert: Path | None = None
    tls_key: Path | None = None

    def __post_init__(self) -> None:
        files = {"--tls-ca-file": self.tls_ca_file, "--tls-cert": self.tls_cert, "--tls-key": self.tls_key}
        given = {option: path for option, path in files.items() if path is not None}
        if self.address != LOCAL:
            _check_address(self.address)
        if given and not self.address.startswith("tls://"):
            msg = f"cluster: expected {min(given)} only with a tls:// address, found {self.address}. Leave it out, or use tls://."
            raise CourseError(msg)
        for option, path in given.items():
            if not path.is_file():
                msg = f"{option}: expected a file in PEM format, found none at {path}. Name another."
                raise CourseError(msg)

    @property
    def is_local(self) -> bool:
        """Whether the cluster is started by this run and ends with it."""
        return self.address == LOCAL

    @property
    def host(self) -> str:
        """The scheduler's host."""
        return urlsplit(self.address).hostname or ""

    @property
    def port(self) -> int:
        """The scheduler's port."""
        return urlsplit(self.address).port or 0


def cluster_of(
    address: str | None, tls_ca_file: Path | None = None, tls_cert: Path | None = None, tls_key: Path | None = None
) -> Cluster | None:
    """Return the cluster that options name, None where they name none.

    Raises:
        CourseError: they don't go together.
    """
    if address is not None:
        return Cluster(address, tls_ca_file, tls_cert, tls_key)
    if tls_ca_file or tls_cert or tls_key:
        msg = "cluster: expected certificates only with --cluster tls://..., found them without. Name the cluster."
        raise CourseError(msg)
    return None


def _check_address(address: str) -> None:
    try:
        parts = urlsplit(address)
        is_whole = parts.scheme in {"tls", "tcp"} and parts.hostname and parts.port and not parts.path.strip("/")
    except ValueError:  # a port that is no number, or half an IPv6 address
        is_whole = False
    if not is_whole:
        msg = f"cluster: expected {_FORM}, found {address!r}. Correct --cluster."
        raise CourseError(msg)
    if parts.scheme == "tcp" and not _is_this_machine(parts.hostname or ""):
        msg = (
            f"cluster: expected certificates for another machine, found {address}, which is neither encrypted nor "
            "checked. Use a tls:// address with --tls-ca-file and --tls-cert (docs/cluster.md)."
        )
        raise CourseError(msg)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
