"""A plain child process that serves one submission without a sandbox, for a student's own code.

It needs only pipes, so it works on every system. What the code prints goes to the error stream.
"""

from __future__ import annotations

import os
import sys

from autograder.worker.server import serve


def main(as_graded: bool = False) -> None:
    """Serve on the two pipes. `print` writes to the error stream instead, and `input` finds nothing.

    With `as_graded`, the code has only the files and packages that grading has.
    """
    reading, writing = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (reading, writing):
            msvcrt.setmode(descriptor, os.O_BINARY)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    if as_graded:
        from autograder.worker.as_graded import live_as_graded  # imports asyncio, which takes a while

        live_as_graded()
    serve(reading, writing)
