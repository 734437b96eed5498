"""The checks of leap_years that only the grader has."""

from autograder.checks import assert_equal, points


@points(1, rung="years")
def test_centuries(student):
    """is_leap knows that 1900 was no leap year, and that 2000 was one."""
    assert_equal(student.is_leap(1900), False)
    assert_equal(student.is_leap(2000), True)
