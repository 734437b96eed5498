"""The checks of overlap that only the grader has."""

from autograder.checks import assert_equal, points


@points(1, rung="overlap")
def test_either_may_come_first(student):
    """overlap does not depend on which appointment comes first, or lies inside of the other."""
    assert_equal(student.overlap(12, 14, 11, 13), True)
    assert_equal(student.overlap(12, 13, 11, 14), True)
    assert_equal(student.overlap(15, 16, 11, 13), False)
