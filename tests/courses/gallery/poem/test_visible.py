"""The checks of poem that come with the exercise."""

from autograder.checks import assert_match, points, printed


@points(1, rung="lines")
def test_the_first_lines(student):
    """The first lines have their numbers, and the empty one has none."""
    assert_match(printed(student), r"(?s) 1 The fog comes\n 2 on little cat feet.\n\n 3 It .*")
