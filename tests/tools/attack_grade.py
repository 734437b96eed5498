"""Runs `autograder grade`, and notes the time and the grader's peak memory after each submission.

Called as a program: `attack_grade.py LOG ARGUMENTS…`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attack_field import note

from autograder.classes import batches
from autograder.cli.main import main as cli
from autograder.reports.folder import OutputFolder


def main(log: str, *arguments: str) -> None:
    written: list[Path] = []

    def keeping(write: Callable[..., Path]) -> Callable[..., Path]:
        def keep(*words: Any) -> Path:
            written.append(write(*words))
            return written[-1]

        return keep

    def noting(write_files: Callable[..., None]) -> Callable[..., None]:
        def noted(*words: Any) -> None:
            write_files(*words)
            note(log, result=next(str(file) for file in reversed(written) if file.suffix == ".json"))

        return noted

    OutputFolder.write = keeping(OutputFolder.write)  # type: ignore[method-assign]
    OutputFolder.write_files = noting(OutputFolder.write_files)  # type: ignore[method-assign]
    batches.SIZE, batches.AHEAD = 1, 1  # on a cluster, one after another, so that each has a time of its own
    note(log)
    try:
        cli.main(["grade", *arguments])
    finally:
        note(log)


if __name__ == "__main__":
    main(*sys.argv[1:])
