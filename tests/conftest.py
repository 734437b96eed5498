"""Fixtures that many tests share."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from autograder.analysis.class_figures import class_figures
from autograder.exercises.assignment import Assignment
from autograder.exercises.load import find_assignment
from autograder.grading.grader import Grader
from autograder.reports.class_page import class_page
from autograder.reports.class_view import ClassView
from autograder.results import Report
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission

if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # as in a shell's background, where Ctrl-C would do nothing to what tests start
    signal.signal(signal.SIGINT, signal.default_int_handler)
collect_ignore = ["courses"]  # their files of checks are graded, and no tests of this project
os.environ["LANGUAGE"] = "en"  # whatever the machine speaks; also for the processes that tests start


NO_HISTORY = "this clone is shallow"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where the environment says that everything must run, a test that is skipped has failed.

    Only what needs history may be skipped in a clone that has none.
    """
    report = yield
    if report.skipped and "AUTOGRADER_RUN_ALL" in os.environ and NO_HISTORY not in str(report.longrepr):
        report.outcome = "failed"
    return report


SMALL_ANSWER = """import numpy as np

table = [1, 2]


def double(x, times=1):
    return 2.0 * times * np.asarray(x)
"""
SMALL_VISIBLE = '''import numpy as np

from autograder.checks import assert_array, points


@points(1, rung="by hand")
def test_table(student):
    """table holds one and two."""
    assert_array(student.table, [1, 2])


@points(2, rung="double")
def test_double(student):
    """double gives twice the array."""
    assert_array(student.double(np.array([1.0, 2.5])), [2.0, 5.0])
'''
SMALL_HIDDEN = '''import numpy as np

from autograder.checks import assert_arguments_unchanged, assert_array, points


@points(3, rung="double")
def test_double_of_a_secret(student):
    """double gives twice any array."""
    assert_array(student.double(np.array([777.0, 7.0]), times=3), [4662.0, 42.0])


@points(4, rung="manners")
def test_manners(student):
    """double leaves its argument alone."""
    assert_arguments_unchanged(student.double(np.array([777.0])))
'''
SMALL_INPUTS = """
import numpy as np

from autograder.checks import assert_array
from autograder.exercises.inputs import Inputs, grid
from autograder.results import Steps


def doubles():
    for values in ([1.0], [2.0], [1.0, 2.0]):
        yield (np.array(values),), {}
    yield (np.array([[1.0, 2.0], [3.0, 4.0]]),), {"times": 3}
    yield (np.arange(6.0)[::2],), {}
    yield (np.array([[1, 2, 3], [4, 5, 6]], dtype=np.uint8).T,), {}


def explain(where, x, times=1):
    return Steps(((grid("x", np.atleast_2d(x)),),), (f"entry {where}",))


INPUTS = {"double": Inputs(doubles, assert_array, explain)}
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite",
        action="store_true",
        help="write what test_scenarios.py expects anew, to be read in the diff",
    )
    parser.addoption(
        "--nightly", action="store_true", help="give each end-to-end test all its cases, not a selection"
    )


def class_page_of(reports: Sequence[Report], assignment: Assignment) -> str:
    """Return the class page of some reports, which are sorted by name."""
    return class_page(ClassView(reports, assignment, class_figures(reports, assignment)))


@pytest.fixture(scope="session")
def nightly(pytestconfig: pytest.Config) -> bool:
    """Whether end-to-end tests run all their cases. Without `--nightly` they run a selection."""
    return bool(pytestconfig.getoption("--nightly"))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins in English, also after one that chose another language."""
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """One warm process for the whole run: forking a worker from it takes milliseconds."""
    with Zygote() as zygote:
        yield zygote


@pytest.fixture
def small_exercise(tmp_path: Path) -> Path:
    """A folder `solutions/small`: one value, one function, two visible and two hidden checks, 10 points."""
    folder = tmp_path / "solutions" / "small"
    folder.mkdir(parents=True)
    for name, text in {
        "small.py": SMALL_ANSWER,
        "test_visible.py": SMALL_VISIBLE,
        "test_hidden.py": SMALL_HIDDEN,
    }.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def small_folder(tmp_path: Path, small_exercise: Path) -> Path:
    """The folder `small` as a student has it: an answer and the visible checks."""
    folder = tmp_path / "student" / "small"
    folder.mkdir(parents=True)
    for name in ("small.py", "test_visible.py"):
        (folder / name).write_text((small_exercise / name).read_text())
    return folder


@pytest.fixture
def graded(zygote: Zygote, small_exercise: Path) -> Callable[..., Report]:
    """Grade a source, or a file's bytes, as a submission of the small exercise, in real workers."""

    def graded(source: str | bytes, file: str = "alice.py", **limits: float) -> Report:
        data = source.encode() if isinstance(source, str) else source
        assignment = find_assignment("small", small_exercise.parent)
        grader = Grader(assignment, zygote.worker, Limits(**limits), probes={})  # type: ignore[arg-type]
        return grader.grade(read_submission(Path(file).stem, file, data, "small"))

    return graded


@pytest.fixture(autouse=True)
def own_interpreter() -> Iterator[None]:
    """Let no test leave a submission's import policy, or its module, to the tests after it."""
    finders = list(sys.meta_path)
    yield
    sys.meta_path[:] = finders
    sys.modules.pop("submission", None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, which knows no network. Without it these tests are skipped, and say what was not run."""
    playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright: the pages were not opened")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("no Chromium is installed: the pages were not opened in a browser")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()
