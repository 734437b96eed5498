"""The command that starts a fresh interpreter on a module of `autograder.worker`."""

from __future__ import annotations

import sys
from pathlib import Path

PACKAGE_PARENT = str(Path(__file__).resolve().parent.parent.parent)
SINGLE = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
ENVIRONMENT = {**SINGLE, "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONSAFEPATH": "1"}


def python(module: str, call: str, *arguments: str, first: str = "pass") -> list[str]:
    """Return the command of a fresh interpreter, blind to its folder, that runs `call` of a worker module of this very package.

    What comes `first` is run before anything of it is imported.
    """
    find = "import sys; path = sys.path[:]; sys.path.insert(0, sys.argv[1]); import autograder; sys.path[:] = filter(None, path)"
    code = f"{first}; {find}; from autograder.worker.{module} import main; {call}"
    return [sys.executable, "-sB", "-c", code, PACKAGE_PARENT, *arguments]
