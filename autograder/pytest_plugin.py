"""The fixtures of a check under plain pytest: `student` is the file beside the check, run in a plain child process."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from autograder.children import ChildWorker
from autograder.errors import UsageError
from autograder.own import own_submission
from autograder.sandbox import Limits
from autograder.student import Session, Student


@pytest.fixture(scope="module")
def student(request: pytest.FixtureRequest) -> Iterator[Student]:
    """The names of the student's script or notebook that lies beside the check."""
    try:
        submission = own_submission(request.path.parent)
    except UsageError as error:
        pytest.fail(str(error), pytrace=False)
    session = Session(submission, ChildWorker, Limits())
    yield Student(session)
    session.end()


@pytest.fixture
def rng() -> np.random.Generator:
    """Random inputs for hidden checks; the grader seeds them from its secret, this one always alike."""
    return np.random.default_rng(0)
