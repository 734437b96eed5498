"""The checks of change that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="coins")
def test_every_kind_of_coin(student):
    """coins begins with the largest coin."""
    assert_equal(student.coins(92), {25: 3, 10: 1, 5: 1, 1: 2})
