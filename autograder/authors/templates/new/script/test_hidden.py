"""The checks of new_exercise that only the grader has."""

from autograder.checks import assert_equal, points, printed


@points(1, rung="squares")
def test_all_lines(student):
    """Each line has a number and its square, and the last one says that this is done."""
    assert_equal(printed(student), "1 1\n2 4\n3 9\nDone.\n")
