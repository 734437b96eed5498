"""A Dask cluster: one of this machine's own, or one that somebody has started. Always with TLS.

Dask un-pickles what reaches its ports. So nobody may reach them but who has the cluster's keys.
Source: the pages "TLS/SSL" and "Command Line" of distributed's manual.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import tempfile
from collections.abc import Iterator
from typing import Any

import dask
from distributed import Client, LocalCluster, Nanny
from distributed.security import Security

from autograder.classes.cluster_address import graders_of, scheduler_address
from autograder.errors import SandboxError, UsageError
from autograder.text import clean_text

KEYS = "distributed.comm.tls.ca-file, .client.cert and .client.key"
CONNECT_SECONDS = 30.0
LOUD = ("distributed", "tornado", "asyncio")
SETTINGS: dict[str, Any] = {
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
}
"""A cluster of our own serves no pages, which TLS would not guard, and does not measure itself."""
NO_PAGES_AT = "127.0.0.1:0"
"""Dask opens a port for pages all the same."""


@contextlib.contextmanager
def open_client(address: str) -> Iterator[Client]:
    """Yield a client of a cluster; a local one is started, and is ended at once on leaving.

    Raises UsageError or SandboxError if there is none, or if it is not guarded by TLS.
    """
    graders = graders_of(address)
    _be_quiet()
    if graders is None:
        with connected(address) as client:
            yield client
    else:
        with _local_cluster(graders) as cluster, _closing(_client(cluster, cluster.security)) as client:
            yield client


def _be_quiet() -> None:
    """Let Dask print nothing to the terminal, to the end of this process: it prints even as it is collected.

    What matters becomes an error, or an entry of the log in OUT.
    """
    for name in [*logging.root.manager.loggerDict, *LOUD]:
        if name.partition(".")[0] in LOUD:
            logger = logging.getLogger(name)
            for handler in [one for one in logger.handlers if isinstance(one, logging.StreamHandler)]:
                logger.removeHandler(handler)
            logger.addHandler(logging.NullHandler())  # one without any handler would print after all
            logger.propagate = logger.propagate and name not in LOUD


@contextlib.contextmanager
def connected(address: str) -> Iterator[Client]:
    """Yield a client of a cluster that somebody has started, by the keys in Dask's own settings."""
    security = Security(require_encryption=True)
    if not security.tls_ca_file or not security.tls_client_cert:
        remedy = f"Set {KEYS} in Dask's configuration: docs/cluster.md shows how"
        raise UsageError(f"--cluster {clean_text(address)} needs the keys of the cluster. {remedy}")
    with _closing(_client(scheduler_address(address), security)) as client:
        yield client


def _client(cluster: Any, security: Security) -> Client:
    try:
        return Client(cluster, security=security, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, RuntimeError, ValueError) as error:
        where = cluster if isinstance(cluster, str) else "local"
        words = clean_text(error, 200)
        raise SandboxError(f"the scheduler at {where} does not answer with these keys: {words}") from None


@contextlib.contextmanager
def _closing(client: Client) -> Iterator[Client]:
    try:
        yield client
    finally:
        with contextlib.suppress(Exception):
            client.close(timeout=0.5)


@contextlib.contextmanager
def _local_cluster(graders: int) -> Iterator[LocalCluster]:
    """Yield Dask workers on this machine, one grader each, with keys that are in memory only."""
    with (
        tempfile.TemporaryDirectory(prefix="autograder-", ignore_cleanup_errors=True) as scratch,
        dask.config.set({**SETTINGS, "temporary-directory": scratch}),
    ):
        cluster = LocalCluster(
            n_workers=graders,
            threads_per_worker=1,
            host="127.0.0.1",
            protocol="tls://",
            security=Security.temporary(),
            scheduler_kwargs={"dashboard": False, "dashboard_address": NO_PAGES_AT},
            worker_dashboard_address=NO_PAGES_AT,
            memory_limit=0,
            silence_logs=logging.CRITICAL,
            local_directory=scratch,
        )
        try:
            yield cluster
        finally:
            for nanny in cluster.workers.values():
                _kill(nanny)
            cluster.close(timeout=1)


def _kill(nanny: Nanny) -> None:
    """End a worker's process at once. Its graders end with it."""
    nanny.auto_restart = False
    with contextlib.suppress(AttributeError, ProcessLookupError):  # it has no process any more
        os.kill(nanny.process.process.pid, signal.SIGKILL)
