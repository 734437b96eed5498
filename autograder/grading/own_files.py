"""Files for our own code, which runs in this very process: those of its exercise, in a table as in a worker.

So the solution and the mistakes read and write as a submission does, and never in the grader's folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import wraps
from pathlib import Path
from typing import Any

from autograder.worker.file_table import HOME, FileTable
from autograder.worker.replaced import Replaced
from autograder.worker.server import RequestHandler


def is_elsewhere(path: Any) -> bool:
    """Whether the real file at a path is meant: any absolute one but those below the invented folder.

    Libraries load more of themselves so, and we read our own code.
    """
    text = os.fsdecode(path)
    return Path(text).is_absolute() and not text.startswith(HOME)


class FilesHandler(RequestHandler):
    """Replies in this very process. While it does, code sees only these files."""

    def __init__(self, names: dict[str, Any], own_files: OwnFiles) -> None:
        super().__init__(names, own_files.table)
        self.own_files = own_files

    def handle(self, operation: str, *content: Any, prefix: Sequence[int] = ()) -> bytes:
        with self.own_files.in_force():
            return super().handle(operation, *content, prefix=prefix)


class OwnFiles:
    """What one exercise's own code can open: these files, by name, and what it writes itself."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.table = FileTable(is_elsewhere)
        self.table.serve(files)
        self.replaced = Replaced(self.table)

    def in_force(self) -> AbstractContextManager[None]:
        """Let code see these files, and no others in the current folder, until the end of the block."""
        return self.replaced.in_force()

    def seen_by(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that sees these files."""

        @wraps(function)
        def with_files(*arguments: Any, **keywords: Any) -> Any:
            self.table.begin_check()
            with self.in_force():
                return function(*arguments, **keywords)

        return with_files
