"""The checks of scalar that only the grader has."""

from autograder.checks import assert_close, points


@points(1, rung="gradients")
def test_a_number_may_be_used_twice(student):
    """The gradient of a number adds up over all places where it is used."""
    x = student.Scalar(3.0)
    (x * x + x).backward()
    assert_close(x.gradient, 7.0)


@points(1, rung="gradients")
def test_gradients_go_through_several_steps(student):
    """The gradient goes back through products of sums."""
    x, y, z, w = (student.Scalar(value) for value in (2.0, 5.0, -3.0, 4.0))
    ((x + y) * z * w).backward()
    assert_close(x.gradient, -12.0)
    assert_close(z.gradient, 28.0)
