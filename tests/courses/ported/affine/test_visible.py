"""The checks of affine that come with the exercise."""

import numpy as np

from autograder.checks import assert_array, points


@points(1, rung="forward")
def test_one_image(student):
    """affine_forward multiplies a flat image by the weights, and adds the biases."""
    out = student.affine_forward(
        np.array([[1.0, 2.0]]), np.array([[1.0, 0.0], [3.0, 1.0]]), np.array([0.5, -1])
    )
    assert_array(out[0], [[7.5, 1.0]])


@points(1, rung="backward")
def test_the_biases_have_a_gradient(student):
    """affine_backward adds up the gradient of the biases over the images."""
    x, w, b = np.array([[1.0], [5.0]]), np.array([[2.0, 3.0]]), np.zeros(2)
    cache = student.affine_forward(x, w, b)[1]
    assert_array(student.affine_backward(np.array([[1.0, 10.0], [2.0, 20.0]]), cache)[2], [3.0, 30.0])
