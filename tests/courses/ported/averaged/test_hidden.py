"""The checks of averaged that only the grader has."""

from autograder.checks import assert_close, code, points


@points(1, rung="mean")
def test_arguments_are_handed_on(student):
    """The new function hands on its arguments, and can be called again."""
    mean = student.averaged(code("lambda a, b: a - b"), 4)
    assert_close(mean(5, 3), 2.0)
    assert_close(mean(0.5, 1), -0.5)
