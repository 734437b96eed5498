"""The checks of brackets that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="brackets")
def test_the_last_one_is_closed_first(student):
    """balanced is True if the brackets that were opened last are closed first."""
    assert_equal(student.balanced("{[()]} and (more)"), True)
    assert_equal(student.balanced("([)]"), False)
