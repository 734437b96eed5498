"""A plain child process that serves one submission without a sandbox, for a student's own code.

It needs only pipes, so it works on every system. What the code prints goes to the error stream.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

from autograder.worker.file_table import FileTable, in_folders
from autograder.worker.packages import modules_of
from autograder.worker.replaced import Replaced
from autograder.worker.server import RequestHandler, serve


class MarkingHandler(RequestHandler):
    """Ends what each request prints with a mark, and a digit that is 1 for a request that is in no batch."""

    def __init__(self, mark: str, files: FileTable) -> None:
        super().__init__(files=files)
        self.own_mark, self.write = mark.encode(), os.write

    def handle(self, operation: str, *content: Any, prefix: Sequence[int] = ()) -> bytes:
        frame = super().handle(operation, *content, prefix=prefix)
        with contextlib.suppress(BaseException):  # the streams may be anything that the code has put there
            sys.stdout.flush()
            sys.stderr.flush()
        self.write(1, self.own_mark + (b"1" if prefix else b"0"))
        return frame


def main(as_graded: bool = False, mark: str = "", packages: Sequence[str] = ()) -> None:
    """Serve on the two pipes. `print` writes to the error stream instead, and `input` finds nothing.

    The code has the files of the exercise, and of the machine only the libraries.

    Args:
        as_graded: The code has only the packages that grading has, and may do no more.
        mark: What ends the output of each request.
        packages: Those that the exercise requires.
    """
    reading, writing = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (reading, writing):
            msvcrt.setmode(descriptor, os.O_BINARY)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    for name in modules_of(packages):
        importlib.import_module(name)
    files = FileTable(in_folders(sys.path))
    if "pandas" in packages:
        from autograder.worker.time_zones import load_time_zones  # takes a while

        files.serve(load_time_zones())
    if as_graded:
        from autograder.worker.as_graded import live_as_graded  # imports asyncio, which takes a while

        live_as_graded()
    Replaced(files).install()
    serve(reading, writing, MarkingHandler(mark, files) if mark else RequestHandler(files=files))
