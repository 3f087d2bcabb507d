"""The connection to a cluster: certificates, a scheduler that answers, the same versions, a worker; else one line that says which."""

from __future__ import annotations

import logging
import os
import signal
import socket
import ssl
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from multiprocessing import resource_tracker

from autograder.cluster import worker
from autograder.cluster.address import Cluster
from autograder.course import CourseError

try:
    import dask.config
    from distributed import Client, LocalCluster, Security
    from distributed.versions import VersionMismatchWarning
except ImportError as error:
    _MISSING = (
        f"cluster: expected Dask, found that it can't be imported ({error}). "
        "Install the extra: pip install 'gradient-descent-labs[cluster]'."
    )
    raise CourseError(_MISSING) from error

SECONDS_TO_CONNECT = 10.0
SECONDS_FOR_A_WORKER = 60.0
_SAME = ("python", "dask", "distributed")  # of these, other versions talk past each other
_MESSAGES_KEPT = 16  # for Dask's developers, by each process: 1,000 would be as many notebooks
_LOST_IN_A_CROWD = 1  # times a submission may lose its worker before it is tried alone


@contextmanager
def connected(cluster: Cluster, workers: int | None) -> Iterator[Client]:
    """Connect to a cluster that has a worker; a local one is started, and ends with the context.

    Args:
        cluster: which.
        workers: processes of a local one; None for one per core.

    Raises:
        CourseError: it can't be had; the message says why.
    """
    _hush()
    with dask.config.set({"distributed.admin.low-level-log-length": _MESSAGES_KEPT}):
        if cluster.is_local:
            with _started_here(workers) as client:
                yield client
            return
        if workers is not None:
            msg = "cluster: expected --workers only with --cluster local, found it with an address. Start as many workers there."
            raise CourseError(msg)
        security = _security(cluster)
        _try(cluster, security)
        with _client_of(cluster, security) as client:
            _check_versions(client, cluster)
            _wait_for_a_worker(client, cluster)
            _check_package(client)
            yield client


def _hush() -> None:
    """Let Dask say nothing by itself: what its user can mend is said here, in one line."""
    for name in ("distributed", "tornado", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    warnings.filterwarnings("ignore", category=VersionMismatchWarning)  # `_check_versions` says it shorter
    warnings.filterwarnings("ignore", message="Sending large graph", category=UserWarning)  # a notebook of up to 20 MB


@contextmanager
def _started_here(workers: int | None) -> Iterator[Client]:
    """Start a cluster of processes. Its certificates exist in memory only: no other user of this machine can send it work."""
    no_pages: dict[str, list[str]] = {
        f"distributed.{part}.http.routes": [] for part in ("scheduler", "worker")
    }  # which others could read
    resource_tracker.ensure_running()  # here, since it lets Ctrl-C through to the thread that starts it
    with tempfile.TemporaryDirectory(prefix="cluster-") as folder, dask.config.set(no_pages):
        # Ctrl-C is the coordinator's to answer: the thread that starts the workers, and so they, never see it.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            started = LocalCluster(
                n_workers=workers or os.cpu_count() or 1,
                threads_per_worker=1,
                processes=True,
                security=Security.temporary(),
                dashboard_address=None,
                silence_logs=logging.CRITICAL + 1,
                memory_limit=0,
                local_directory=folder,
                scheduler_kwargs={"allowed_failures": _LOST_IN_A_CROWD, "dashboard_address": "127.0.0.1:0"},
            )
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        with closing(started), Client(started, set_as_default=False) as client:
            yield client


def _security(cluster: Cluster) -> Security:
    files = {
        "tls_ca_file": cluster.tls_ca_file,
        "tls_client_cert": cluster.tls_cert,
        "tls_client_key": cluster.tls_key,
    }
    given = {name: str(path) for name, path in files.items() if path is not None}
    is_encrypted = cluster.address.startswith("tls://")
    try:
        security = Security(require_encryption=is_encrypted, **given)
        context = _context(security)
    except (OSError, ValueError, TypeError) as error:  # ssl.SSLError is an OSError
        msg = (
            f"cluster: expected certificates and a key in PEM format, found: {_one_line(error)}. Check the three files."
        )
        raise CourseError(msg) from error
    if is_encrypted and context is None:
        msg = (
            f"cluster: expected certificates for {cluster.address}, found none. Give --tls-ca-file and --tls-cert, or name "
            "them in Dask's settings (distributed.comm.tls; docs/cluster.md)."
        )
        raise CourseError(msg)
    return security


def _context(security: Security) -> ssl.SSLContext | None:
    context: ssl.SSLContext | None = security.get_connection_args("client").get("ssl_context")
    return context


def _try(cluster: Cluster, security: Security) -> None:
    """Say hello as Dask's client would: it tries for long and says little, where this says at once what is wrong."""
    where = cluster.address
    context = _context(security) if where.startswith("tls://") else None
    try:
        with socket.create_connection((cluster.host, cluster.port), SECONDS_TO_CONNECT) as plain:
            channel = plain if context is None else context.wrap_socket(plain, server_hostname=cluster.host)
            with channel:
                if not channel.recv(1):  # a scheduler speaks first, after it has looked at our certificate
                    msg = f"cluster: expected a Dask scheduler at {where}, found something that hangs up. Check the address."
                    raise CourseError(msg)
    except ssl.SSLCertVerificationError as error:
        msg = (
            f"cluster: expected at {where} a certificate signed by the authority of --tls-ca-file, found another "
            f"({error.verify_message}). Check the address and that file."
        )
        raise CourseError(msg) from error
    except ssl.SSLError as error:
        msg = f"cluster: expected {where} to agree on certificates, found: {_of_ssl(error)}. Check --tls-cert and the address."
        raise CourseError(msg) from error
    except TimeoutError as error:
        msg = (
            f"cluster: expected a scheduler at {where}, found no answer in {SECONDS_TO_CONNECT:g} s. "
            "Check the address, tls:// or tcp:// included, and the firewall."
        )
        raise CourseError(msg) from error
    except OSError as error:
        msg = f"cluster: expected a scheduler at {where}, found: {_one_line(error)}. Start one (docs/cluster.md), or correct --cluster."
        raise CourseError(msg) from error


def _of_ssl(error: ssl.SSLError) -> str:
    reason = error.reason or ""
    if reason == "WRONG_VERSION_NUMBER":
        return "a scheduler that doesn't encrypt"
    if "ALERT" in reason:
        return f"that it refuses ours ({reason.lower().replace('_', ' ')})"
    return _one_line(error)


@contextmanager
def _client_of(cluster: Cluster, security: Security) -> Iterator[Client]:
    try:
        client = Client(cluster.address, security=security, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError, ImportError, TimeoutError) as error:
        msg = f"cluster: expected a Dask scheduler at {cluster.address}, found: {_one_line(error)}. Check what runs there."
        raise CourseError(msg) from error
    with client:
        yield client


def _check_versions(client: Client, cluster: Cluster) -> None:
    found = client.get_versions()
    theirs = {"the scheduler": found["scheduler"], **found["workers"]}
    packages = {place: each["packages"] if each else None for place, each in theirs.items()}
    difference = mismatch(found["client"]["packages"], packages)
    if difference:
        msg = f"cluster: expected {difference} ({cluster.address}). Install the same there."
        raise CourseError(msg)


def mismatch(ours: Mapping[str, str], theirs: Mapping[str, Mapping[str, str] | None]) -> str | None:
    """Return the first version that is another elsewhere than here, in words; None where all agree.

    Args:
        ours: version by package, here.
        theirs: the same by place; None for a place that doesn't say.
    """
    for place, packages in theirs.items():
        for name in _SAME:
            wanted, found = (_release(name, (each or {}).get(name)) for each in (ours, packages))
            if found != wanted:
                return f"{name} {wanted} as here, found {found} on {place}"
    return None


def _release(name: str, version: str | None) -> str | None:
    """Return what of a version must be the same: of Python's, 3.11 of 3.11.7.final.0."""
    return ".".join(version.split(".")[:2]) if version and name == "python" else version


def _wait_for_a_worker(client: Client, cluster: Cluster) -> None:
    try:
        client.wait_for_workers(1, timeout=SECONDS_FOR_A_WORKER)
    except TimeoutError as error:
        msg = (
            f"cluster: expected a worker at {cluster.address}, found none in {SECONDS_FOR_A_WORKER:g} s. "
            f"Start some: dask worker {cluster.address} --nthreads 1."
        )
        raise CourseError(msg) from error


def _check_package(client: Client) -> None:
    """Call a function of this package on every worker: one that hasn't got it would end at the first task."""
    for place, found in client.run(worker.is_here, on_error="return").items():
        if found is not True:
            msg = f"cluster: expected this package on all workers, found on {place}: {_one_line(found)}. Install it there."
            raise CourseError(msg)


def _one_line(error: BaseException) -> str:
    lines = (getattr(error, "strerror", None) or str(error)).strip().splitlines() or [type(error).__name__]
    return str(lines[0])[:200]
