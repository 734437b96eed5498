"""What `--cluster` may be. Dask un-pickles what reaches its ports, so an address without TLS is refused."""

from __future__ import annotations

import json
import os
import re
from importlib.util import find_spec
from pathlib import Path

from autograder.errors import UsageError
from autograder.text import clean_text

FORMS = "Write local:4, tls://host:port, or the scheduler file of a cluster with TLS"


def refuse_to_travel(unsafe: bool) -> None:
    """Raise UsageError if packages are missing here that a cluster needs, or if code would run unisolated."""
    if unsafe:
        raise UsageError("--unsafe gives student code all rights, and --cluster takes it to other machines")
    if missing := [name for name in ("distributed", "cryptography") if find_spec(name) is None]:
        remedy = "Install what it needs: pip install 'conv-autograder[cluster]'"
        raise UsageError(f"--cluster needs {' and '.join(missing)}. {remedy}")


def graders_of(address: str) -> int | None:
    """Return the number of graders of `local` or `local:4`, None for a cluster elsewhere. Raises UsageError.

    An address without TLS is refused.
    """
    if found := re.fullmatch(r"local(?::([1-9][0-9]{0,3}))?", address):
        return int(found[1]) if found[1] else os.cpu_count() or 1
    if not address.startswith("tls://") and not Path(address).is_file():
        problem = (
            "is no cluster" if "://" not in address else "is a cluster without TLS: who reaches it runs code"
        )
        raise UsageError(f"--cluster {clean_text(address)} {problem}. {FORMS}")
    return None


def scheduler_address(address: str) -> str:
    """Return the address of a scheduler, which may be in a file. Raises UsageError if it has no TLS."""
    if address.startswith("tls://"):
        return address
    try:
        found = str(json.loads(Path(address).read_text(encoding="utf-8"))["address"])
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(f"{clean_text(address)} is no scheduler file. {FORMS}") from None
    if not found.startswith("tls://"):
        raise UsageError(f"{clean_text(address)} names a scheduler without TLS, {clean_text(found)}. {FORMS}")
    return found
