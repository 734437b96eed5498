"""What students were handed out: the stub, and files beside it. None of it counts as somebody's work."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.submissions.submission import Cell


@dataclass(frozen=True)
class HandedOut:
    """An assignment as students got it; nothing is known but its name if it was not published.

    `files` are the names of all files in its folder, `modules` of those that its visible checks import, and
    `stubs` are the digests of the script and the notebook that students fill in.
    """

    assignment: str
    files: frozenset[str] = frozenset()
    modules: frozenset[str] = frozenset()
    stubs: frozenset[str] = frozenset()


def code_digest(cells: Iterable[Cell]) -> str:
    """Return a digest of code that no editor changes by opening, formatting and saving a file.

    Spaces, the ends of lines, lines of comments and the borders of cells do not count. So a notebook and the
    script that Jupyter makes of it have the same one.
    """
    lines = (line for cell in cells for line in cell.source.splitlines())
    code = "".join(line for line in lines if "#" not in line or not line.lstrip().startswith("#"))
    code = "".join(code.split())
    return hashlib.sha256(code.encode("utf-8", "replace")).hexdigest()
