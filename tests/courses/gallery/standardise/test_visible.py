"""The checks of standardise that come with the exercise."""

import numpy as np

from autograder.checks import assert_array, points

TABLE = np.array([[1.0, 10.0], [3.0, 30.0], [5.0, 50.0]])


@points(1, rung="forward")
def test_columns_are_standardised(student):
    """The first result of forward has mean 0 and standard deviation 1 in each column."""
    column = np.array([-1.0, 0.0, 1.0]) * 1.5**0.5

    assert_array(student.forward(TABLE)[0], np.stack([column, column], axis=1))


@points(1, rung="backward")
def test_there_and_back_again(student):
    """backward gives the table that forward got."""
    z_and_cache = student.forward(TABLE)

    assert_array(student.backward(z_and_cache[0], z_and_cache[1]), TABLE)
