"""The checks of travel_time that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="reading")
def test_an_hour_has_sixty_minutes(student):
    """minutes adds hours and minutes."""
    assert_equal(student.minutes("2h 5m"), 125)
