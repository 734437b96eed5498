"""The command that starts a fresh interpreter on a module of `autograder.worker`."""

from __future__ import annotations

import sys
from pathlib import Path

PACKAGE_PARENT = str(Path(__file__).resolve().parent.parent.parent)
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
ENVIRONMENT = {
    **ONE_THREAD,
    "LANG": "C.UTF-8",
    "MPLBACKEND": "agg",
    "PYTHONHASHSEED": "0",
    "PYTHONSAFEPATH": "1",
}


def python(module: str, call: str, *arguments: str, first: str = "pass") -> list[str]:
    """Return the command of a fresh interpreter that imports `main` of a worker module and runs `call`.

    It imports this package and no other one of the same name, and nothing from its current folder.
    The statement `first` runs before any import of the package.
    """
    import_this_package = "import sys; path = sys.path[:]; sys.path.insert(0, sys.argv[1]); import autograder"
    forget_folders = "sys.path[:] = filter(None, path)"
    import_main = f"from autograder.worker.{module} import main"
    code = "; ".join([first, import_this_package, forget_folders, import_main, call])
    return [sys.executable, "-sB", "-c", code, PACKAGE_PARENT, *arguments]
