"""The checks of brackets that only the grader has."""

from autograder.checks import assert_equal, points


@points(1, rung="brackets")
def test_all_are_closed(student):
    """balanced is False if a bracket is left open."""
    assert_equal(student.balanced("(()"), False)


@points(1, rung="brackets")
def test_none_is_closed_before_it_is_opened(student):
    """balanced is False if a bracket is closed that was not opened."""
    assert_equal(student.balanced("a)"), False)
    assert_equal(student.balanced(""), True)
