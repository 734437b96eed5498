"""A field for attacks: files, ports, a process and secrets to steal, and signs that an attack got there."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import re
import secrets
import selectors
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Set
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]
EVERYWHERE = ("/", "/tmp", "/var/tmp", "/dev/shm", "/run")  # folders where a process could leave something
PR_SET_CHILD_SUBREAPER = 36
DECOY = """
import ctypes, sys, time
secret = ctypes.create_string_buffer(sys.stdin.readline().strip().encode(), 100)
kept = open(sys.argv[1])
print(ctypes.addressof(secret), flush=True)
time.sleep(3600)
"""


class Field:
    """A context manager: plants everything under `root`, and takes it away again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.mark = f"attack-{secrets.token_hex(6)}"
        self.canaries = {
            place: f"CANARY-in-{place}-{secrets.token_hex(8)}" for place in ("environment", "files", "memory")
        }
        self.connections: Counter[str] = Counter()
        self.selector, self.sockets = selectors.DefaultSelector(), list[socket.socket]()
        self.decoy: subprocess.Popen[str] | None = None
        self.decoy_address = 0
        self.changed: list[str] = []

    def __enter__(self) -> Field:
        adopt_orphans()
        for name in ("temporary", "home", "batch", "out"):
            (self.root / name).mkdir()
        self.solutions, self.exercise = self.root / "solutions", self.root / "solutions" / "q1_convolution"
        shutil.copytree(
            PROJECT / "solutions" / "q1_convolution", self.exercise, copy_function=shutil.copyfile
        )
        shutil.copytree(
            PROJECT / "assignments" / "q1_convolution",
            self.root / "assignments" / "q1_convolution",
            copy_function=shutil.copyfile,
        )
        shutil.copytree(
            PROJECT / "autograder",
            self.root / "project" / "autograder",
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        shutil.copyfile(self.exercise / "q1_convolution.py", self.exercise / "test_secret_copy.py")
        for name, mode in (
            ("secret", 0o600),
            ("readable_secret", 0o644),
            ("victim", 0o600),
            ("home/.netrc", 0o600),
        ):
            (self.root / name).write_text(self.canaries["files"])
            (self.root / name).chmod(mode)
        self._listen()
        self.environment = {
            **os.environ, "ATTACK_SECRET": self.canaries["environment"], "HOME": str(self.root / "home"),
            "PYTHONPATH": str(self.root / "project"), "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip
        return self

    def __exit__(self, *error: object) -> None:
        if self.decoy:
            self.decoy.kill()
            self.decoy.wait()
        for process in self.left_over():
            os.kill(process, signal.SIGKILL)
        self.selector.close()
        for one in self.sockets:
            one.close()
        self.take_away()

    def _listen(self) -> None:
        self.unix, self.abstract = str(self.root / "server"), self.mark
        for family, kind, address in (
            (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            (socket.AF_UNIX, socket.SOCK_STREAM, self.unix),
            (socket.AF_UNIX, socket.SOCK_STREAM, f"\0{self.abstract}"),
        ):
            server = socket.socket(family, kind)
            server.bind(address)
            if kind == socket.SOCK_STREAM:
                server.listen()
            self.selector.register(server, selectors.EVENT_READ)
            self.sockets.append(server)
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        with contextlib.suppress(
            OSError, ValueError, RuntimeError, KeyError
        ):  # the sockets are closed while it waits for them
            while True:
                for key, _ in self.selector.select(0.5):
                    server = key.fileobj
                    assert isinstance(server, socket.socket)
                    self.connections[str(server.getsockname())] += 1
                    server.accept()[0].close() if server.type == socket.SOCK_STREAM else server.recv(100)

    def planted(self) -> dict[str, Any]:
        """Return what attacks may know. Start the decoy, a process that holds secrets, unless it runs."""
        if not self.decoy or self.decoy.poll() is not None:
            command = [sys.executable, "-c", DECOY, str(self.root / "secret")]
            environment = {**os.environ, "ATTACK_SECRET": self.canaries["environment"]}
            pipes: Any = dict.fromkeys(("stdin", "stdout"), subprocess.PIPE)
            self.decoy = subprocess.Popen(command, text=True, env=environment, cwd=self.exercise, **pipes)
            assert self.decoy.stdin and self.decoy.stdout
            print(self.canaries["memory"], file=self.decoy.stdin, flush=True)
            self.decoy_address = int(self.decoy.stdout.readline())
        places = {
            name: str(self.root / name)
            for name in ("secret", "readable_secret", "victim", "temporary", "home", "batch")
        }
        folders = [
            places["temporary"],
            str(self.exercise),
            places["home"],
            str(self.root / "project"),
            *EVERYWHERE,
        ]
        ports = {"tcp": self.sockets[0].getsockname()[1], "udp": self.sockets[1].getsockname()[1]}
        decoy = {"decoy": self.decoy.pid, "decoy_address": self.decoy_address}
        names = {
            "mark": self.mark,
            "exercise": str(self.exercise),
            "folders": folders,
            "unix": self.unix,
            "abstract": self.abstract,
        }
        return {**places, **ports, **decoy, **names}

    def run(self, command: list[str]) -> subprocess.CompletedProcess[Any]:
        """Run a grader here, and note which files it changes.

        Its output goes to files, since a pipe stays open for whoever else holds it.
        """
        before, inherited = self.snapshot(), os.open(self.root / "secret", os.O_RDONLY)
        printed, errors = self.root / "out" / "stdout", self.root / "out" / "stderr"
        with printed.open("w") as stdout, errors.open("w") as stderr:
            streams: Any = {"stdout": stdout, "stderr": stderr}
            done = subprocess.run(
                command, cwd=self.exercise, env=self.environment, pass_fds=[inherited], **streams
            )
        os.close(inherited)
        done.stdout, done.stderr = (
            file.read_text(encoding="utf-8", errors="surrogateescape") for file in (printed, errors)
        )
        after = self.snapshot()
        self.changed = sorted(
            path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
        )
        return done

    def remains(self) -> list[str]:
        """Return the violations that are found around a grader, after it has run."""
        left_over = self.left_over(2)
        return [
            *(f"changed: {path}" for path in self.changed),
            *(f"left a file: {path}" for path in self.traces()),
            *(f"connected to {address}" for address in self.connections),
            *([f"left processes: {left_over}"] if left_over else []),
            *([] if self.decoy and self.decoy.poll() is None else ["another process was killed"]),
        ]

    def snapshot(self) -> dict[str, str]:
        """Return the state of every file and folder of the field, without the grader's own outputs."""
        return {
            str(path): _state(path)
            for path in sorted(self.root.rglob("*"))
            if self.root / "out" not in (path, *path.parents)
        }

    def traces(self) -> list[str]:
        """Return the files that carry the attacks' mark, wherever a process could have left them."""
        found = [
            path
            for folder in EVERYWHERE
            if Path(folder).is_dir()
            for path in Path(folder).iterdir()
            if self.mark in path.name
        ]
        return [str(path) for path in [*found, *self.root.rglob(f"*{self.mark}*")]]

    def take_away(self) -> None:
        for name in self.traces():
            path = Path(name)
            shutil.rmtree(
                path, ignore_errors=True
            ) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)

    def left_over(self, seconds: float = 0) -> list[int]:
        """Return the living descendants of this process, orphans included, without the decoy."""
        return left_over(seconds, {self.decoy.pid if self.decoy else 0})


def adopt_orphans() -> None:
    """Make whatever loses its parent, among the descendants of this process, a child of it."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def left_over(seconds: float, besides: Set[int] = frozenset()) -> list[int]:
    """Return the descendants of this process that have not ended after so many seconds."""
    end = time.monotonic() + seconds
    while (found := _living() - besides) and time.monotonic() < end:
        time.sleep(0.05)
    return sorted(found)


def note(log: str, **facts: object) -> None:
    """Write down what has happened, when, and how much memory this process has needed at most."""
    peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    with Path(log).open("a") as file:
        file.write(
            json.dumps({"time": time.time(), "peak_mib": int(peak[1]) // 1024 if peak else 0, **facts}) + "\n"
        )


def _state(path: Path) -> str:
    status = path.lstat()
    readable = path.is_file() and not path.is_symlink() and os.access(path, os.R_OK)
    content = path.read_bytes() if readable else b""
    times = "" if path.name == "server" else status.st_mtime_ns
    return f"{status.st_mode} {status.st_uid} {times} {hashlib.sha256(content).hexdigest()}"


def _living() -> set[int]:
    """Return the descendants of this process that have not ended."""
    parents, ended = {}, set()
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
                parents[int(folder.name)] = int(parent)
                ended |= {int(folder.name)} if state == "Z" else set()
    found = {os.getpid()}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - ended - {os.getpid()}
