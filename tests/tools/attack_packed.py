"""Grades a batch as a container does, with an autograder's zip, and notes what attack_grade.py notes.

Called as a program: `attack_packed.py LOG ZIP BATCH OUT SECONDS…`, seconds of a call and a submission.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
import zipfile
from pathlib import Path
from typing import Any

from attack_field import note

from autograder.grading.grader import Grader
from autograder.otter import container
from autograder.otter.packed import PLUGIN
from autograder.results import Report


def main(log: str, archive: str, batch: str, out: str, *seconds: str) -> None:
    note(log)
    for submission in sorted(Path(batch).iterdir()):
        place = Path(out, submission.name)
        (place / "results").mkdir(parents=True)
        with zipfile.ZipFile(archive) as file:
            file.extractall(place / "source")
        shorten(place / "source" / "otter_config.json", *map(float, seconds))
        (place / "submission").symlink_to(submission, target_is_directory=True)
        if not (process := os.fork()):
            begun = when_grading_begins()
            try:
                container.main(place)
                note(log, result=str(place / "results" / "results.json"), graded=begun[0])
                sys.stdout.flush()
                os._exit(0)
            except BaseException:  # noqa: BLE001 - sys.exit() included: whatever it is, the batch stops and says so
                traceback.print_exc()
                os._exit(1)
        if os.waitpid(process, 0)[1]:
            sys.exit(f"{submission.name}: there are no results")


def when_grading_begins() -> list[float]:
    """Return a list that will hold the time when the first grading begins."""
    begun, grade = list[float](), Grader.grade

    def noted(grader: Grader, *arguments: Any) -> Report:
        begun.append(time.time())
        return grade(grader, *arguments)

    Grader.grade = noted  # type: ignore[method-assign, assignment]
    return begun


def shorten(file: Path, call_seconds: float, submission_seconds: float) -> None:
    """Write shorter limits into the configuration of a zip."""
    config = json.loads(file.read_text())
    config["plugins"][0][PLUGIN]["limits"] |= {
        "call_seconds": call_seconds,
        "submission_seconds": submission_seconds,
    }
    file.write_text(json.dumps(config))


if __name__ == "__main__":
    main(*sys.argv[1:])
