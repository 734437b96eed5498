"""The checks of times_table that come with the exercise."""

from autograder.checks import assert_match, points, printed


@points(1, rung="table")
def test_the_first_row(student):
    """The first row has the numbers from 1 to 4, each in two places."""
    assert_match(printed(student), r"(?s) 1  2  3  4\n.*")
