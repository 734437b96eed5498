"""A wrong figure is drawn beside the right one, on the instructor's page only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.classes.record_json import from_json, to_json
from autograder.grading.figure_plots import MOST_MARKS, MOST_POINTS, plot_of
from autograder.reports.figure_pictures import as_html, bounds
from autograder.reports.results_view import exercise_blocks
from autograder.results import CheckResult, Verdict

X = np.arange(1.0, 4)
AXES = {
    "title": "a <b>",
    "xlabel": "epoch",
    "ylabel": "loss",
    "lines": [{"x": X, "y": X * 2, "label": "train"}],
}
SHOWN = {"axes": [AXES]}
RESULT = CheckResult("plots", "test_a", "It is drawn.", "line", False, 1, Verdict.FAILED, "f() is wrong")


def plots(got: Any = None) -> Any:
    wrong = {"axes": [AXES | {"bars": [{"x": X, "height": -X}]}]} if got is None else got
    return tuple(one for one in (plot_of("expected", SHOWN, 0), plot_of("got", wrong, 0)) if one)


def test_both_are_drawn_on_one_scale() -> None:
    """Lines, bars and words of both, and the scale; what a student wrote is escaped."""
    html = as_html(plots())

    assert bounds(plots()) == (1, 3, -3, 6)
    assert html.count("<svg") == 2 and html.count("<polyline") == 2 and html.count("<line") == 3
    assert "a &lt;b&gt;" in html and "epoch" in html and "train" in html
    assert html.count("[1, 3]") == html.count("[-3, 6]") == 2


HOSTILE = {
    "no axes": {"axes": []},
    "axes that are a text": {"axes": ["x"]},
    "lines that are a number": {"axes": [{"lines": 3}]},
    "a line without points": {"axes": [{"lines": [{}]}]},
    "a line of other lengths": {"axes": [{"lines": [{"x": X, "y": X[:2]}]}]},
    "nothing finite": {"axes": [{"lines": [{"x": X, "y": X * np.nan, "label": 3}]}]},
    "a title that is a list": {"axes": [{"title": ["x"] * 9, "points": [{"x": X, "y": np.eye(2)}]}]},
}


@pytest.mark.parametrize("case", HOSTILE)
def test_whatever_a_worker_sends_is_drawn_or_left_out(case: str) -> None:
    """Nothing but rows of finite numbers is drawn."""
    html = as_html(plots(HOSTILE[case]))

    assert "<svg" in html and "nan" not in html.lower()


def test_a_picture_is_small() -> None:
    """Of many lines of many points only so many are kept."""
    line = {"x": np.arange(50_000.0), "y": np.arange(50_000.0), "label": "x" * 10_000}
    plot = plot_of("got", {"axes": [{"lines": [line] * 100}]}, 0)

    assert plot and len(plot.marks) == MOST_MARKS
    assert max(len(mark.x) for mark in plot.marks) <= MOST_POINTS and len(to_json(plot)) < 30_000


def test_only_the_instructor_sees_the_figures() -> None:
    """The page of a student has no picture, whether the check is hidden or not. The journal keeps them."""
    result = replace(RESULT, plots=plots())

    ((_, for_us),) = exercise_blocks([(result, None, False)], "", True, ())
    ((_, for_student),) = exercise_blocks([(result, None, False)], "", False, ())
    assert "<svg" in for_us and "<svg" not in for_student
    assert from_json(CheckResult, to_json(result)) == result
