"""Commands as an ordinary user, also where this Python lies in a folder that only root may enter."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
NOBODY = "65534"
DROP = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]


def as_nobody(command: list[str], stage: Path) -> list[str] | None:
    """Return the command as user 65534, None where that can't be. `stage` is an empty folder.

    Needed folders below a private one are mounted again in a mount namespace, below an empty folder.
    """
    needed = [Path(sys.base_prefix), Path(sys.prefix), PROJECT]
    private = {
        ancestor for path in needed for ancestor in path.parents if not ancestor.stat().st_mode & 0o001
    }
    outermost = [path for path in private if not set(path.parents) & private]
    hidden = [path for path in dict.fromkeys(needed) if set(path.parents) & private]
    steps = [
        f"mkdir {stage}/{number} && mount --bind {shlex.quote(str(path))} {stage}/{number}"
        for number, path in enumerate(hidden)
    ]
    steps += [f"mount -t tmpfs -o mode=755 none {shlex.quote(str(path))}" for path in outermost]
    for number, path in enumerate(hidden):
        steps.append(
            f"mkdir -p {shlex.quote(str(path))} && mount --bind {stage}/{number} {shlex.quote(str(path))}"
        )
    full = [*DROP, *command]
    if hidden:
        full = [
            "unshare",
            "--mount",
            "--propagation",
            "private",
            "sh",
            "-c",
            " && ".join([*steps, 'exec "$@"']),
            "sh",
            *full,
        ]
    probe = [*full[: len(full) - len(command)], sys.executable, "-c", "import numpy"]
    works = subprocess.run(probe, capture_output=True, cwd="/").returncode == 0
    for folder in stage.iterdir():
        folder.rmdir()
    return full if works else None
