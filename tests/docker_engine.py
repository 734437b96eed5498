"""A Docker engine of our own, started for some tests and stopped after them, and containers that see this machine's Python."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

PROJECT = Path(__file__).parent.parent
SYSTEM = ("bin", "lib", "lib32", "lib64", "libx32", "sbin")
EMPTY = ("proc", "sys", "dev", "etc", "root", "home", "run", "var", "var/tmp", "tmp", "usr")
ENGINE = ("--iptables=false", "--ip6tables=false", "--bridge=none", "--storage-driver=vfs")
IMAGE = "attacks"


class NoDocker(Exception):
    """Docker can't be used here; the message says why."""


class Docker:
    """The client of one engine."""

    def __init__(self, socket: str) -> None:
        self.command = ["docker", "-H", socket]

    def run(self, command: Sequence[str], *options: str) -> subprocess.CompletedProcess[str]:
        """Run a command in a new container with the machine's programs, Python and this project, all read-only, and a /tmp of its own."""
        folders = [Path("/usr"), Path("/etc/ld.so.cache"), Path(sys.base_prefix), Path(sys.prefix), PROJECT]
        folders += [Path("/", name) for name in SYSTEM if Path("/", name).is_dir() and not Path("/", name).is_symlink()]
        apart = [one for one in dict.fromkeys(folders) if one.exists() and not set(one.parents) & set(folders)]
        mounts = [word for one in apart for word in ("-v", f"{one}:{one}:ro")]
        full = [*self.command, "run", "--rm", "--network", "none", "-e", "PYTHONDONTWRITEBYTECODE=1", *mounts, *options]
        return subprocess.run([*full, IMAGE, *command], capture_output=True, text=True)

    def make_image(self) -> None:
        """Import an image of nothing but folders, and the links to /usr that the machine has as well."""
        data = io.BytesIO()
        with tarfile.open(fileobj=data, mode="w") as archive:
            for name in EMPTY:
                folder = tarfile.TarInfo(name)
                folder.type, folder.mode = tarfile.DIRTYPE, 0o1777 if name.endswith("tmp") else 0o755
                archive.addfile(folder)
            for name in SYSTEM:
                if Path("/", name).is_symlink():
                    link = tarfile.TarInfo(name)
                    link.type, link.linkname = tarfile.SYMTYPE, str(Path("/", name).readlink())
                    archive.addfile(link)
        subprocess.run([*self.command, "import", "-", IMAGE], input=data.getvalue(), check=True, capture_output=True)


@contextlib.contextmanager
def engine() -> Iterator[Docker]:
    """Start an engine that shares nothing with any other; stop it, and all it has started, at the end. Raises NoDocker."""
    install()
    folder = Path(tempfile.mkdtemp(prefix="docker"))  # short: a socket's name has little room
    places = ["--data-root", str(folder / "data"), "--exec-root", str(folder / "exec"), "--pidfile", str(folder / "pid")]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(["dockerd", *places, "-H", f"unix://{folder}/s", *ENGINE], stdout=log, stderr=log)
    docker = Docker(f"unix://{folder}/s")
    try:
        end = time.monotonic() + 60
        while subprocess.run([*docker.command, "version"], capture_output=True).returncode:
            if process.poll() is not None or time.monotonic() > end:
                raise NoDocker((folder / "log").read_text().strip().rpartition("\n")[2])
            time.sleep(0.2)
        docker.make_image()
        yield docker
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def install() -> None:
    """Install Debian's docker.io where there is no Docker. Raises NoDocker where that can't be done."""
    if os.geteuid() != 0:
        raise NoDocker("only root can start a Docker engine")
    if shutil.which("dockerd") and shutil.which("docker"):
        return
    if not shutil.which("apt-get"):
        raise NoDocker("there is neither dockerd nor apt-get to install it with")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", "--no-install-recommends", "docker.io"]):
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
        if done.returncode:
            raise NoDocker(f"{' '.join(command)}: {done.stderr.strip()[-300:]}")
