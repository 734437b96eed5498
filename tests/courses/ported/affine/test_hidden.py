"""The checks of affine that only the grader has."""

import numpy as np

from autograder.checks import assert_array, points


@points(1, rung="forward")
def test_images_have_rows_and_columns(student, rng):
    """affine_forward flattens images of any shape."""
    x, w, b = rng.normal(size=(3, 2, 4)), rng.normal(size=(8, 5)), rng.normal(size=5)
    assert_array(student.affine_forward(x, w, b)[0], np.einsum("nij,ijm->nm", x, w.reshape(2, 4, 5)) + b)


@points(1, rung="backward")
def test_gradients_in_their_shapes(student, rng):
    """affine_backward gives the gradients of x and w, in the shapes of x and w."""
    x, w, dout = rng.normal(size=(3, 2, 4)), rng.normal(size=(8, 5)), rng.normal(size=(3, 5))
    gradients = student.affine_backward(dout, student.affine_forward(x, w, np.zeros(5))[1])
    assert_array(gradients[0], np.einsum("nm,ijm->nij", dout, w.reshape(2, 4, 5)))
    assert_array(gradients[1], np.einsum("nij,nm->ijm", x, dout).reshape(8, 5))
