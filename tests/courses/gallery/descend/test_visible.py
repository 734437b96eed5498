"""The checks of descend that come with the exercise."""

import numpy as np

from autograder.checks import assert_array, code, points

SLOPE = code("lambda w: 2 * w")


@points(1, rung="descent")
def test_one_step_goes_down(student):
    """A step goes against the gradient."""
    assert_array(student.descend(SLOPE, np.array([4.0, -8.0]), 0.25), [2.0, -4.0])
