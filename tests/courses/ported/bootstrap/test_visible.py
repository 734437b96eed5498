"""The checks of bootstrap that come with the exercise."""

import numpy as np

from autograder.checks import assert_shape, code, points


@points(1, rung="rounds")
def test_a_median_for_each_round(student):
    """bootstrap_medians gives as many numbers as there are rounds."""
    values, rng = np.array([3.0, 5.0]), code("np.random.default_rng(1)")
    assert_shape(student.bootstrap_medians(values, 7, rng), (7,))
