"""The fixtures of checks under plain pytest."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator

import numpy as np
import pytest

from autograder.checks.wording import declared_axes
from autograder.errors import CheckFailed, UsageError
from autograder.exercises.bare_asserts import bare_asserts
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import OwnWorker
from autograder.session.session import WorkerSession
from autograder.session.student import Student, run_of
from autograder.students.own_folder import own_submission


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Name the axes of arrays in messages as the file of checks does. Refuse a bare assert on a result."""
    student = pyfuncitem.funcargs.get("student")
    if isinstance(student, Student):  # another project may have a fixture of that name
        for found in bare_asserts(pyfuncitem.path.read_text(encoding="utf-8")):
            if found.check == pyfuncitem.function.__name__:
                pytest.fail(f"{pyfuncitem.path.name}, line {found.line}: {found.sentence}", pytrace=False)
    run = run_of(student).running() if isinstance(student, Student) else contextlib.nullcontext()
    try:
        with run:
            return (yield)
    except CheckFailed as error:
        error.args = (error.sentence(declared_axes(vars(pyfuncitem.module))),)
        raise


@pytest.fixture(scope="module")
def own_session(request: pytest.FixtureRequest) -> Iterator[WorkerSession]:
    """Asks the student's script or notebook beside the check. It runs in a plain child process."""
    try:
        submission = own_submission(request.path.parent)
    except UsageError as error:
        pytest.fail(str(error), pytrace=False)
    session = WorkerSession(submission, OwnWorker, Limits())
    yield session
    session.end()


@pytest.fixture
def student(own_session: WorkerSession) -> Student:
    """The names of the student's script or notebook beside the check."""
    return Student(own_session)


@pytest.fixture
def rng() -> np.random.Generator:
    """Random inputs. Here the seed is always 0. The grader takes a digest of its hidden checks instead."""
    return np.random.default_rng(0)
