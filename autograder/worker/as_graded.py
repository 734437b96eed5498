"""Making a plain child process as poor as a locked-down worker, for a student's own check.

It is no isolation, and needs none: the code is the student's own. But what is green at home must not be zero
in class. So the code finds the modules that grading has and no others. Files are those of the table
(`file_table`), here as everywhere; what would get around it is refused.
"""

from __future__ import annotations

import errno
import importlib.abc
import importlib.machinery
import os
import sys
from collections.abc import Sequence
from typing import Any

from autograder.worker.coroutines import use_timers
from autograder.worker.file_table import in_folders
from autograder.worker.import_policy import (
    NUMERIC,
    STANDARD,
    StandInFinder,
    importing_module,
)
from autograder.worker.in_place import run_in_place
from autograder.worker.packages import LOADED

REFUSED = (
    "open",
    "os.listdir",
    "os.scandir",
    "os.mkdir",
    "os.rmdir",
    "os.remove",
    "os.rename",
    "os.chdir",
    "os.chmod",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.system",
    "os.exec",
    "os.fork",
    "os.spawn",
    "os.posix_spawn",
    "subprocess.Popen",
    "socket.__new__",
    "socket.getaddrinfo",
)
"""Audit events of what a worker may not do. Of a file, the first argument is the path."""
NOT_PERMITTED = os.strerror(errno.EPERM)


class Unlisted(importlib.abc.MetaPathFinder):
    """Finds stand-ins for Python's own modules that a worker has not loaded before its lockdown."""

    def __init__(self) -> None:
        self.loader = StandInFinder(set(), set(), set())
        listed = [name.split(".") for name in (*STANDARD, *NUMERIC, *LOADED["scipy"])]
        self.listed = {".".join(parts[:length]) for parts in listed for length in range(1, len(parts) + 1)}

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: Any = None
    ) -> importlib.machinery.ModuleSpec | None:
        policies = [finder for finder in sys.meta_path if isinstance(finder, StandInFinder)]
        importer = importing_module()
        if name in self.listed or not any(importer in policy.importers for policy in policies):
            return None
        return self.loader.stand_in_for(name)


def live_as_graded() -> None:
    """From now on, refuse the submission what a locked-down worker refuses. It can't be undone."""
    run_in_place()
    use_timers()
    sys.meta_path.insert(0, Unlisted())
    is_library = in_folders(sys.path)

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event in REFUSED:
            path = arguments[0] if arguments else ""
            is_file = event in ("open", "os.listdir", "os.scandir")
            if is_file and (isinstance(path, int) or is_library(path)):
                return  # a descriptor that is open already, or a library that loads more of itself
            raise PermissionError(errno.EPERM, NOT_PERMITTED, path if is_file else None)

    sys.addaudithook(refuse)
