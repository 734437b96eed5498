"""The checks of averaged that come with the exercise."""

from autograder.checks import assert_close, code, points


@points(1, rung="mean")
def test_the_mean_of_some_calls(student):
    """The new function gives the mean of as many calls as it should make."""
    dice = code("itertools.cycle([1, 2, 6, 7]).__next__")
    assert_close(student.averaged(dice, 3)(), 3.0)
