"""The checks of rainfall that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="sums")
def test_rain_is_added_up(student):
    """total_rain adds up the rain of each station."""
    assert_equal(student.total_rain("rain.csv"), {"Harbour": 15, "Hill": 7, "Forest": 20})
