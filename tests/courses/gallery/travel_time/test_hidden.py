"""The checks of travel_time that only the grader has."""

from autograder.checks import assert_equal, points, raises


@points(1, rung="reading")
def test_hours_or_minutes_may_be_missing(student):
    """minutes reads times of only hours or only minutes, of any length."""
    for text, expected in [("3h", 180), ("45m", 45), ("0m", 0), ("100h 100m", 6100)]:
        assert_equal(student.minutes(text), expected)


@points(1, rung="errors")
def test_other_texts_are_refused(student):
    """minutes raises ValueError for what is no time, and its message has the text."""
    for text in ("20", "five m", "2h 5"):
        with raises(ValueError, match=text):
            student.minutes(text)
    with raises(ValueError):
        student.minutes("")
