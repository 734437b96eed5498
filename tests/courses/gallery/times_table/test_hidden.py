"""The checks of times_table that only the grader has."""

from autograder.checks import assert_equal, points, printed


@points(1, rung="table")
def test_the_whole_table(student):
    """The table has all products, and says how many there are."""
    table = " 1  2  3  4\n 2  4  6  8\n 3  6  9 12\n 4  8 12 16\n16 products\n"

    assert_equal(printed(student), table)
