"""Runs `autograder grade` as it is, and writes down after each submission when it was ready, and how much memory the grader has needed.

Called as a program: `attack_grade.py LOG LAYERS CALL_SECONDS SUBMISSION_SECONDS ARGUMENTS…`. The times are shorter than the usual ones, so
that a hundred loops end soon. LAYERS is "all", or "none" for plain processes.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from autograder import cli, outputs, sandbox


def main(log: str, layers: str, call_seconds: str, submission_seconds: str, *arguments: str) -> None:
    written: list[Path] = []

    def note(**facts: object) -> None:
        peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
        with Path(log).open("a") as file:
            file.write(json.dumps({"time": time.time(), "peak_mib": int(peak[1]) // 1024 if peak else 0, **facts}) + "\n")

    def keeping(write: Callable[..., Path]) -> Callable[..., Path]:
        def keep(*words: Any) -> Path:
            written.append(write(*words))
            return written[-1]

        return keep

    def noting(write_result: Callable[..., None]) -> Callable[..., None]:
        def noted(*words: Any) -> None:
            write_result(*words)
            note(result=str(written[-1]))

        return noted

    folder, limits = outputs.OutputFolder, sandbox.Limits
    folder.write, folder.write_result = keeping(folder.write), noting(folder.write_result)  # type: ignore[method-assign]
    limits.__init__.__defaults__ = (float(call_seconds), float(submission_seconds), *limits.__init__.__defaults__[2:])  # type: ignore[misc,index]
    if layers == "none":
        sandbox.Zygote.worker = lambda self, limits: sandbox.ChildWorker(limits)  # type: ignore[assignment,method-assign,return-value]
    note()
    try:
        cli.main(list(arguments))
    finally:
        note()


if __name__ == "__main__":
    main(*sys.argv[1:])
