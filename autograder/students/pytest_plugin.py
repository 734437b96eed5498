"""The fixtures of checks under plain pytest."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator
from traceback import walk_tb

import numpy as np
import pytest

from autograder.checks.wording import declared_axes
from autograder.errors import MissingPackage, Outcome, UsageError
from autograder.exercises.bare_asserts import bare_asserts
from autograder.exercises.layout import settings_file
from autograder.exercises.required import installed
from autograder.exercises.settings import read_settings
from autograder.i18n import _
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import OwnWorker
from autograder.sandbox.worker import requiring
from autograder.session.session import WorkerSession
from autograder.session.student import Student, run_of
from autograder.students.own_folder import own_data, own_submission
from autograder.text import clean_text


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Turn why a check did not pass into what its author reads, with no line of this package.

    Refuse a bare assert on a result.
    """
    student = pyfuncitem.funcargs.get("student")
    if isinstance(student, Student):  # another project may have a fixture of that name
        for found in bare_asserts(pyfuncitem.path.read_text(encoding="utf-8")):
            if found.check == pyfuncitem.function.__name__:
                pytest.fail(f"{pyfuncitem.path.name}, line {found.line}: {found.sentence}", pytrace=False)
    run = run_of(student).running() if isinstance(student, Student) else contextlib.nullcontext()
    try:
        with run:
            return (yield)
    except Outcome as error:
        failure = _failure(pyfuncitem, error)
    pytest.fail(failure, pytrace=False)


def _failure(item: pytest.Function, outcome: Outcome) -> str:
    """Return the check's sentence, what is wrong, the line of the check, and the file that was tested."""
    lines = [line for frame, line in walk_tb(outcome.__traceback__) if frame.f_code is item.function.__code__]
    code = item.path.read_text(encoding="utf-8").splitlines()
    texts = [" ".join((item.function.__doc__ or item.name).split())]
    texts.append(outcome.sentence(declared_axes(vars(item.module))))
    texts += [f"{item.path.name}:{line}: {code[line - 1].strip()}" for line in lines[-1:]]
    session = item.funcargs.get("own_session")
    if isinstance(session, WorkerSession):
        texts.append(_("tested: {file}").format(file=clean_text(session.submission.file)))
    return "\n".join(texts)


@pytest.fixture(scope="module")
def own_session(request: pytest.FixtureRequest) -> Iterator[WorkerSession]:
    """Asks the student's script or notebook beside the check. It runs in a plain child process."""
    try:
        submission = own_submission(request.path.parent)
        files = own_data(request.path.parent)
    except UsageError as error:
        pytest.fail(str(error), pytrace=False)
    try:
        required = read_settings(settings_file(request.path)).requires
        start_worker = requiring(OwnWorker, installed(required, request.path.parent.name))
    except MissingPackage as error:
        pytest.fail(str(error), pytrace=False)
    session = WorkerSession(submission, start_worker, Limits(), files=files)
    yield session
    session.end()


@pytest.fixture
def student(own_session: WorkerSession) -> Student:
    """The names of the student's script or notebook beside the check."""
    own_session.begin([])
    return Student(own_session)


@pytest.fixture
def rng() -> np.random.Generator:
    """Random inputs. Here the seed is always 0. The grader takes a digest of its hidden checks instead."""
    return np.random.default_rng(0)
