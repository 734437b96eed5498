"""The checks of new_exercise that only the grader has."""

from autograder.checks import assert_array, points


@points(1, rung="doubling")
def test_any_array_is_doubled(student, rng):
    """new_function doubles arrays of any shape."""
    x = rng.integers(1, 9, size=(2, 3)).astype(float)

    assert_array(student.new_function(x), x + x)
