"""The checks of standardise that only the grader has."""

import numpy as np

from autograder.checks import assert_array, points


@points(1, rung="forward")
def test_equal_numbers_become_zero(student):
    """forward gives 0 for a column in which all numbers are equal."""
    assert_array(student.forward(np.array([[2.0, 1.0], [2.0, 3.0]]))[0], [[0.0, -1.0], [0.0, 1.0]])


@points(1, rung="backward")
def test_each_cache_is_its_own(student):
    """backward goes by the cache that it gets, not by the last table."""
    first = student.forward(np.array([[1.0], [3.0]]))
    student.forward(np.array([[100.0], [500.0]]))

    assert_array(student.backward(np.array([[0.0], [2.0]]), first[1]), [[2.0], [4.0]])
