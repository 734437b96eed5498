"""Figures: `figure` gives what a student's figure shows, as plain data.

It is made where the student's code runs: see `worker/drawings.py`.
"""

from __future__ import annotations

from typing import Any

from autograder.checks.asking import run_of_result
from autograder.checks.result import Result

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file


def figure(result: Any) -> Result:
    """Return what the figure shows that a call returns or draws; of `student`, that of the whole file.

    It is a dict with `title` and `axes`. Each of the axes is a dict with `title`, `xlabel`, `ylabel`, `xlim`,
    `ylim`, `xscale`, `yscale`, `xticks`, `yticks` (the names at the ticks), `legend` (its texts), `lines`,
    `bars`, `points` and `images`. Lines and points have `x`, `y` and `label`; bars have `x`, `height`,
    `width`, `bottom`, `horizontal` and `label`; an image is an array.

    >>> shown = figure(student.plot_loss([3.0, 2.0, 1.5]))
    >>> assert_equal(shown["axes"][0]["ylabel"], "loss")
    >>> assert_close(shown["axes"][0]["lines"][0]["y"], [3.0, 2.0, 1.5])
    """
    run = getattr(type(result), "__run__", None) and result.__run__
    if run:
        return run.perform("figure", run.perform("script"))  # type: ignore[no-any-return]
    return run_of_result(result, "figure").perform("figure", result)
