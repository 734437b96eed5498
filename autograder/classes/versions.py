"""The versions that results depend on: they must be the same on all machines that grade a class."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import numpy as np

from autograder import __version__
from autograder.classes.cache_keys import package_digest


@dataclass(frozen=True)
class Versions:
    """What must be the same on all machines, since results depend on it."""

    package: str
    sources: str
    python: str
    numpy: str


def versions() -> Versions:
    """Return the versions on this machine."""
    python = ".".join(map(str, sys.version_info[:3]))
    return Versions(__version__, package_digest().hex(), python, np.__version__)


def difference(ours: Versions, theirs: Versions) -> str:
    """Return in what two machines differ; nothing if they don't."""
    if (ours.python, ours.numpy) != (theirs.python, theirs.numpy):
        names = {"Python": (theirs.python, ours.python), "NumPy": (theirs.numpy, ours.numpy)}
        return ", ".join(
            f"{name} {there}, not {here}" for name, (there, here) in names.items() if there != here
        )
    if ours.package != theirs.package:
        return f"conv-autograder {theirs.package}, not {ours.package}"
    return "" if ours == theirs else f"other sources of conv-autograder {ours.package}"
