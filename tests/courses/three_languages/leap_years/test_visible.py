"""The checks of leap_years that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="years")
def test_every_fourth_year(student):
    """is_leap is True for every fourth year."""
    for year, expected in [(2023, False), (2024, True), (2026, False)]:
        assert_equal(student.is_leap(year), expected)
