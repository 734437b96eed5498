"""The checks of bootstrap that only the grader has."""

import numpy as np

from autograder.checks import assert_that, code, points

VALUES = np.arange(1.0, 102.0)


@points(2, rung="samples")
def test_the_medians_spread_as_they_should(student):
    """The medians of samples of 101 numbers lie around 51, and spread by about 5."""
    medians = student.bootstrap_medians(VALUES, 400, code("np.random.default_rng(2)"))
    assert_that(medians, lambda m: 49 < np.mean(m) < 53, "has a mean far from 51")
    assert_that(medians, lambda m: 4 < np.std(m) < 6, "has a standard deviation far from 5")
