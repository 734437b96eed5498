"""The fixtures of a check under plain pytest: `student` is the file beside the check, run in a plain child process."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from autograder.errors import UsageError
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import ChildWorker
from autograder.session.session import WorkerSession
from autograder.session.student import Student
from autograder.students.own_folder import own_submission


@pytest.fixture(scope="module")
def student(request: pytest.FixtureRequest) -> Iterator[Student]:
    """The names of the student's script or notebook that lies beside the check."""
    try:
        submission = own_submission(request.path.parent)
    except UsageError as error:
        pytest.fail(str(error), pytrace=False)
    session = WorkerSession(submission, ChildWorker, Limits())
    yield Student(session)
    session.end()


@pytest.fixture
def rng() -> np.random.Generator:
    """Random inputs for hidden checks; the grader seeds them from its secret, this one always alike."""
    return np.random.default_rng(0)
