"""The checks of countdown that only the grader has."""

from autograder.checks import assert_equal, points, printed


@points(1, rung="printing")
def test_from_zero_it_goes_at_once(student):
    """countdown prints only "Go!" if there is nothing to count."""
    assert_equal(printed(student.countdown(0)), "Go!\n")
