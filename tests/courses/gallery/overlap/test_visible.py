"""The checks of overlap that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="overlap")
def test_one_that_follows_does_not_overlap(student):
    """overlap is True for appointments that share time, and False for those that only touch."""
    assert_equal(student.overlap(9, 11, 10, 12), True)
    assert_equal(student.overlap(9, 10, 10, 12), False)
