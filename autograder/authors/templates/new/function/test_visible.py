"""The checks of new_exercise that come with the exercise."""

import numpy as np

from autograder.checks import assert_array, points


@points(1, rung="doubling")
def test_a_row_is_doubled(student):
    """new_function doubles every number of a row."""
    assert_array(student.new_function(np.array([1.0, 3.0])), [2.0, 6.0])
