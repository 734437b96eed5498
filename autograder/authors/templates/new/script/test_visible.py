"""The checks of new_exercise that come with the exercise."""

from autograder.checks import assert_match, points, printed


@points(1, rung="squares")
def test_the_first_line(student):
    """The first line has 1 and its square."""
    assert_match(printed(student), r"(?s)1 1\n.*")
