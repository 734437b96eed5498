"""The checks of countdown that come with the exercise."""

from autograder.checks import assert_equal, points, printed


@points(1, rung="printing")
def test_it_counts_down(student):
    """countdown prints each number, and "Go!" at the end."""
    assert_equal(printed(student.countdown(3)), "3\n2\n1\nGo!\n")
