"""A Dask cluster on loopback, as one would start it on several machines: a scheduler and workers with TLS.

Each is a process of its own, and can be killed and started again. The keys are made for the occasion.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from distributed.security import Security

HOST = "127.0.0.1"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def keys(folder: Path) -> dict[str, str]:
    """Write keys into a folder; return Dask's settings for them, as variables of the environment."""
    temporary: Any = Security.temporary()
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    key.write_text(temporary.tls_client_key)
    certificate.write_text(temporary.tls_ca_file)
    key.chmod(0o600)
    prefix, found = "DASK_DISTRIBUTED__COMM__", {"TLS__CA_FILE": str(certificate)}
    for role in ("SCHEDULER", "WORKER", "CLIENT"):
        found |= {f"TLS__{role}__KEY": str(key), f"TLS__{role}__CERT": str(certificate)}
    return {f"{prefix}{name}": value for name, value in found.items()}


class Loopback:
    """A scheduler and its workers. A context manager that ends all of them."""

    def __init__(self, folder: Path, workers: int = 2, options: tuple[str, ...] = ()) -> None:
        self.folder, self.options, self.count = folder, options, workers
        folder.mkdir(exist_ok=True)
        scratch = {"DASK_TEMPORARY_DIRECTORY": str(folder)}
        self.environment = {**os.environ, **keys(folder), **scratch}
        self.address = f"tls://{HOST}:{free_port()}"
        self.scheduler_file = folder / "scheduler.json"
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers = list[subprocess.Popen[bytes]]()
        self.started = 0

    def __enter__(self) -> Loopback:
        self.start_scheduler()
        for _ in range(self.count):
            self.start_worker()
        return self

    def __exit__(self, *error: object) -> None:
        for process in [*self.workers, *filter(None, [self.scheduler])]:
            kill_group(process)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start_scheduler(self) -> None:
        words = ["--host", self.address, "--no-dashboard", "--scheduler-file", str(self.scheduler_file)]
        self.scheduler = self._start("scheduler", words)

    def start_worker(self) -> subprocess.Popen[bytes]:
        scratch = self.folder / f"worker-{self.started}"
        words = [self.address, "--nthreads", "1", "--no-dashboard", "--local-directory", str(scratch)]
        self.workers.append(self._start("worker", [*words, "--host", HOST, *self.options]))
        return self.workers[-1]

    def _start(self, kind: str, words: list[str]) -> subprocess.Popen[bytes]:
        log = self.folder / f"{kind}-{self.started}.log"
        self.started += 1
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words]
        with log.open("wb") as file:
            return subprocess.Popen(
                command, env=self.environment, stdout=file, stderr=file, start_new_session=True
            )

    def kill_scheduler(self) -> None:
        if self.scheduler:
            self.scheduler.kill()
            self.scheduler.wait()

    def kill_worker(self, number: int) -> None:
        """End a worker and the process that watches it, as if its machine had no power any more."""
        kill_group(self.workers.pop(number))

    def logs(self) -> str:
        """Return the last lines of all processes."""
        texts = (file.read_text(errors="replace")[-2000:] for file in sorted(self.folder.glob("*.log")))
        return "\n".join(texts)


def kill_group(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
