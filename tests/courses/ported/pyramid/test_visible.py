"""The checks of pyramid that come with the exercise."""

from autograder.checks import assert_match, points, printed, typed


@points(1, rung="drawing")
def test_three_rows(student):
    """main prints rows of blocks that end below one another."""
    with typed("3"):
        assert_match(printed(student.main()), r"[^#]*  #\n ##\n###\n")
