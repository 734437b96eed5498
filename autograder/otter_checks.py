"""The visible checks inside otter: run one against the names of a live notebook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from autograder.errors import UsageError
from autograder.exercise import file_checks
from autograder.sandbox import Limits, Worker
from autograder.student import Session, Student
from autograder.submission import Submission
from autograder.worker import wire
from autograder.worker.plain import text_of
from autograder.worker.serve import Servant


class NamespaceWorker(Worker):
    """Answers for a namespace in this very process. The wire copies arguments and answers, so neither side can change the other's."""

    isolation = "none (own code)"

    def __init__(self, names: dict[str, Any]) -> None:
        self.servant = Servant(names)

    def exchange(self, frame: bytes, seconds: float) -> bytes:
        number, operation, *content = wire.decode(frame)
        reply = self.servant.answer(operation, *content)
        try:
            return wire.encode([number, *reply])
        except (wire.WireError, ValueError) as error:
            return wire.encode([number, "unsendable", text_of(error)])

    def end(self) -> None:
        """There is no process to end."""


def run_visible_check(file: str, check: str, env: dict[str, Any]) -> None:
    """Run a check of `file`, which lies in the notebook's folder, against the notebook's names; raise its Outcome if it does not pass."""
    path = Path(file)
    if not path.is_file():
        raise UsageError(f"there is no {file} in {Path.cwd()}. Keep the notebook in its exercise's folder")
    found = next((one for one in file_checks(path, path.resolve().parent.name, hidden=False) if one.name == check), None)
    if found is None:
        raise UsageError(f"{file} has no check {check}. Download the exercise's folder again")
    worker = NamespaceWorker(env)
    session = Session(Submission("notebook", "notebook.ipynb"), lambda _: worker, Limits())
    session.worker = worker
    found.function(**found.arguments(Student(session), b""))
