"""Figures as plain data: what is shown, and only what the call that is asked about has drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checks import assert_close, assert_equal, figure
from autograder.errors import CheckFailed
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.session.session import InProcessSession, WorkerSession
from autograder.session.student import Student, run_of
from autograder.submissions.submission import Cell, Submission
from autograder.worker.drawings import MAX_POINTS, OwnFigures, plain_figure
from autograder.worker.wire import WireError

pytestmark = pytest.mark.e2e
CODE = """
import numpy as np
import matplotlib.pyplot as plt
plt.plot([9, 9]); plt.title("of the file")

def draw(title):
    plt.plot([1, 2, 3], [4, 5, 6], label="a"); plt.scatter([1], [2]); plt.title(title); plt.legend()
    plt.show()

def nothing():
    pass_ = 1
    return pass_

def many(count):
    plt.plot(np.zeros(count))

def axes():
    figure, axes = plt.subplots(1, 2)
    axes[0].barh(["x", "y"], [3, 4]); axes[1].imshow(np.eye(2)); figure.suptitle("both")
    return axes
"""


@pytest.fixture(scope="module")
def student(zygote: Zygote) -> Any:
    submission = Submission("a", "a.py", (Cell("a.py", CODE),))
    session = WorkerSession(
        submission, lambda limits, packages: zygote.worker(limits, {"matplotlib"}), Limits(call_seconds=20)
    )
    yield Student(session)
    session.end()


def test_a_figure_is_what_its_call_has_drawn(student: Any) -> None:
    """Lines, points, words; `plt.show()` does nothing."""
    with run_of(student).running():
        axes = figure(student.draw("one"))["axes"][0]
        assert_equal(axes["title"], "one")
        assert_equal(axes["legend"], ["a"])
        assert_close(axes["lines"][0], {"x": np.array([1, 2, 3]), "y": np.array([4, 5, 6]), "label": "a"})
        assert_close(axes["points"][0]["y"], [2])


def test_several_axes_bars_and_images(student: Any) -> None:
    """Of axes that are returned, their figure counts. Bars that lie have lengths and names, too."""
    with run_of(student).running():
        shown = figure(student.axes())
        assert_equal(shown["title"], "both")
        bars = shown["axes"][0]["bars"][0]
        assert_close(bars["height"], [3, 4])
        assert_equal(bars["horizontal"], True)
        assert_equal(shown["axes"][0]["yticks"], ["x", "y"])
        assert_close(shown["axes"][1]["images"][0], np.eye(2))


@pytest.mark.parametrize("before", ["file", "call", "kept"])
def test_an_earlier_figure_earns_nothing(student: Any, before: str) -> None:
    """A call that draws nothing has no figure, whatever the file or an earlier call has drawn."""
    with pytest.raises(CheckFailed, match="shows no figure: nothing is drawn"), run_of(student).running():
        if before == "call":
            assert_equal(figure(student.draw("one"))["axes"][0]["title"], "one")
        if before == "kept":
            student.draw("one")
        assert_equal(figure(student.nothing())["title"], "")


def test_a_kept_result_has_the_figure_of_its_own_call(student: Any) -> None:
    """What is drawn between a call and the question about it does not matter."""
    with run_of(student).running():
        first = student.draw("first")
        assert_equal(first, None)
        student.draw("second")
        assert_equal(figure(first)["axes"][0]["title"], "first")


def test_a_figure_of_very_many_points_is_refused(student: Any) -> None:
    """More points than a check can use are said to be too many, and nothing of them crosses."""
    with pytest.raises(CheckFailed, match="shows more points than can be checked"), run_of(student).running():
        assert_equal(figure(student.many(MAX_POINTS + 1))["title"], "")


def test_figures_of_one_s_own_stay_where_a_call_runs_here() -> None:
    """In this process, too, a call begins without figures. Those that were open are open again afterwards."""
    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("agg")
    mine = pyplot.figure()
    with OwnFigures() as drawn:
        pyplot.plot([1, 2])
    assert pyplot.gcf() is mine and len(plain_figure(None, drawn.figure)["axes"][0]["lines"]) == 1
    with pytest.raises(WireError, match="no figure: int"):
        plain_figure(3, None)
    student = Student(InProcessSession({"f": lambda: pyplot.plot([7, 8])}))
    with run_of(student).running():
        assert_close(figure(student.f())["axes"][0]["lines"][0]["y"], [7, 8])
    assert pyplot.gcf() is mine
    pyplot.close("all")
