"""The visible checks in a notebook with otter: each runs on the names of the live notebook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from autograder.errors import CheckFailed, UsageError
from autograder.exercises.load import file_checks
from autograder.grading.own_files import FilesHandler, OwnFiles
from autograder.session.live import LiveRun
from autograder.session.session import InProcessSession
from autograder.session.student import Student
from autograder.students.own_folder import own_data


def run_visible_check(file: str, check: str, env: dict[str, Any]) -> None:
    """Run one check on the names of a notebook. Raises its Outcome if it does not pass.

    Args:
        file: The name of the file with the checks, in the notebook's folder.
        env: The notebook's names, as otter passes them. They stay as they are.
    """
    path = Path(file)
    if not path.is_file():
        raise UsageError(f"there is no {file} in {Path.cwd()}. Keep the notebook in its exercise's folder")
    checks = {one.name: one for one in file_checks(path, path.resolve().parent.name, hidden=False)}
    if check not in checks:
        raise UsageError(f"{file} has no check {check}. Download the exercise's folder again")
    found = checks[check]
    session = InProcessSession(FilesHandler(env, OwnFiles(own_data(path.resolve().parent))))
    session.begin([])
    live = LiveRun(session)
    try:
        with live.running():
            found.function(**found.arguments(Student(live), draw=0))
    except CheckFailed as error:
        error.args = (error.sentence(found.axes),)
        raise
