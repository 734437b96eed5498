"""The checks of descend that only the grader has."""

import numpy as np

from autograder.checks import assert_arguments_unchanged, assert_array, code, points


@points(1, rung="descent")
def test_each_step_has_its_own_gradient(student):
    """Each step takes the gradient at the weights that it has come to."""
    descended = student.descend(code("lambda w: w * w"), np.array([2.0, 1.0]), 0.5, steps=2)

    assert_array(descended, [0.0, 0.375])


@points(1, rung="descent")
def test_the_weights_stay_as_they_are(student):
    """descend returns new weights, and does not change those that it gets."""
    descended = student.descend(code("np.cos"), np.array([0.0, 3.0]), 0.1)

    assert_arguments_unchanged(descended)
