"""Docker for tests: the machine's engine, or one that is started here and stopped; and a base image.

`python tests/tools/docker_engine.py COMMAND…` runs a command, say a shell or `otter grade`, with this engine.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]
BASE = "autograder-base"  # Debian with certificates, and nothing else
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
TRIXIE = (
    "-o Dir::Etc::sourcelist={0}/sources -o Dir::Etc::sourceparts=/nonexistent"
    " -o Dir::State::lists={0}/lists -o Dir::Cache={0}/cache"
)


MACHINE = ["--cpus", "0.5", "--memory", "768m"]  # Gradescope's default
# An image as Gradescope makes one.
DOCKERFILE = f"""FROM {BASE}
COPY source /autograder/source
RUN cp /autograder/source/run_autograder /autograder/ && chmod +x /autograder/run_autograder && \
    bash /autograder/source/setup.sh && \
    mkdir /autograder/submission /autograder/results
"""


class Docker:
    """The client, in the environment of the engine that was found or started."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = {**os.environ, **environment}

    def __call__(self, *words: object, **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["docker", *map(str, words)], env=self.environment, capture_output=True, text=True, **options
        )


class NoDocker(Exception):
    """Docker can't be used here; the message says why."""


@contextlib.contextmanager
def engine() -> Iterator[dict[str, str]]:
    """Give the environment in which `docker`, with buildx and the base image, works. Raises NoDocker."""
    if works(["docker", "version"], {}) and works(["docker", "buildx", "version"], {}):
        make_base({})
        yield {}
        return
    install("docker.io", "dockerd")
    folder = Path(tempfile.mkdtemp(prefix="docker"))  # short: a socket's name has little room
    try:
        environment = {"DOCKER_HOST": f"unix://{folder}/s", "DOCKER_CONFIG": str(folder / "config")}
        add_buildx(folder, environment)
        with started(folder, environment):
            make_base(environment)
            yield environment
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def started(folder: Path, environment: dict[str, str]) -> Iterator[None]:
    """Start an engine with its data in a folder; stop it and its children at the end. Raises NoDocker."""
    for driver in ("overlay2", "vfs"):
        places = [
            "--data-root",
            str(folder / driver),
            "--exec-root",
            str(folder / "exec"),
            "--pidfile",
            str(folder / "pid"),
        ]
        with (folder / "log").open("w") as log:
            process = subprocess.Popen(
                ["dockerd", *places, "-H", environment["DOCKER_HOST"], f"--storage-driver={driver}"],
                stdout=log,
                stderr=log,
            )
        end = time.monotonic() + 60
        while (
            process.poll() is None
            and time.monotonic() < end
            and not works(["docker", "version"], environment)
        ):
            time.sleep(0.2)
        try:
            if works(["docker", "version"], environment):
                yield
                return
        finally:
            process.terminate()
            process.wait()
    raise NoDocker((folder / "log").read_text().strip().rpartition("\n")[2])


def works(command: list[str], environment: dict[str, str]) -> bool:
    try:
        return not subprocess.run(command, env=os.environ | environment, capture_output=True).returncode
    except FileNotFoundError:
        return False


def run(*command: str) -> str:
    """Run a command of the system and return its output. Raises NoDocker, with its message, if it fails."""
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    )
    if done.returncode:
        raise NoDocker(f"{' '.join(command)}: {(done.stderr or done.stdout).strip()[-300:]}")
    return done.stdout


def install(package: str, program: str) -> None:
    """Install Debian's package of a program that is missing. Raises NoDocker if that is impossible."""
    if os.geteuid() != 0:
        raise NoDocker("only root can start a Docker engine")
    if not shutil.which(program):
        if not shutil.which("apt-get"):
            raise NoDocker(f"there is neither {program} nor apt-get to install it with")
        run("apt-get", "update", "-q")
        run("apt-get", "install", "-y", "-q", "--no-install-recommends", package)


def mirror() -> str:
    """Return where this machine gets Debian's packages from."""
    words = run("apt-cache", "policy").split()
    return next(word for word in words if word.endswith("/debian"))


def add_buildx(folder: Path, environment: dict[str, str]) -> None:
    """Put buildx among the client's plugins. It is a static program of Debian trixie."""
    plugins = folder / "config" / "cli-plugins"
    plugins.mkdir(parents=True)
    if works(["docker", "buildx", "version"], environment):
        return
    for name in ("lists/partial", "cache/archives/partial"):
        (folder / name).mkdir(parents=True)
    keys = "/usr/share/keyrings/debian-archive-keyring.gpg"
    (folder / "sources").write_text(f"deb [signed-by={keys}] {mirror()} trixie main\n")
    apt = ["apt-get", *TRIXIE.format(folder).split()]
    run(*apt, "update", "-q")
    run(*apt, "install", "-y", "-q", "--download-only", "--no-install-recommends", "docker-buildx")
    (package,) = (folder / "cache" / "archives").glob("docker-buildx_*.deb")
    run("dpkg", "-x", str(package), str(folder / "buildx"))
    shutil.move(folder / "buildx/usr/libexec/docker/cli-plugins/docker-buildx", plugins)


def make_base(environment: dict[str, str]) -> None:
    """Import the base image: a minimal Debian that trusts what this machine trusts."""
    if works(["docker", "image", "inspect", BASE], environment):
        return
    install("debootstrap", "debootstrap")
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "root")
        run("debootstrap", "--variant=minbase", "--include=ca-certificates", "bookworm", str(root), mirror())
        for folder in ("var/cache/apt/archives", "var/lib/apt/lists"):
            shutil.rmtree(root / folder)
            (root / folder / "partial").mkdir(parents=True)
        if CERTIFICATES.is_file():
            shutil.copy(CERTIFICATES, root / CERTIFICATES.relative_to("/"))
        settings = f"ENV PIP_CERT={CERTIFICATES} SSL_CERT_FILE={CERTIFICATES}"
        with subprocess.Popen(["tar", "-C", str(root), "-c", "."], stdout=subprocess.PIPE) as tar:
            command = ["docker", "import", "--change", settings, "-", BASE]
            subprocess.run(
                command, stdin=tar.stdout, env=os.environ | environment, check=True, capture_output=True
            )


def main() -> int:
    with engine() as environment:
        return subprocess.run(sys.argv[1:], env=os.environ | environment).returncode


if __name__ == "__main__":
    sys.exit(main())
