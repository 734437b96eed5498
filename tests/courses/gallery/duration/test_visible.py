"""The checks of duration that come with the exercise."""

from autograder.checks import assert_equal, builtin, points


@points(1, rung="operators")
def test_seconds_become_minutes(student):
    """The sum of two durations has less than 60 seconds."""
    assert_equal(student.Duration(1, 50) + student.Duration(0, 20), student.Duration(2, 10))


@points(1, rung="text")
def test_a_duration_is_a_text(student):
    """str gives minutes and seconds, with a colon between them."""
    assert_equal(builtin.str(student.Duration(12, 34)), "12:34")
