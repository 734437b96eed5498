"""The checks of scalar that come with the exercise."""

from autograder.checks import assert_close, points


@points(1, rung="values")
def test_values_are_added_and_multiplied(student):
    """Sums and products of scalars have their values."""
    assert_close((student.Scalar(2.0) + student.Scalar(3.0) * student.Scalar(5.0)).value, 17.0)


@points(1, rung="gradients")
def test_a_product_has_gradients(student):
    """The derivative of a product by one factor is the other factor."""
    x, y = student.Scalar(3.0), student.Scalar(-4.0)
    (x * y).backward()
    assert_close(x.gradient, -4.0)
    assert_close(y.gradient, 3.0)
