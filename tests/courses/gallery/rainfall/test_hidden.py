"""The checks of rainfall that only the grader has."""

from autograder.checks import assert_equal, points, raises


@points(1, rung="files")
def test_the_file_is_the_one_that_is_named(student):
    """total_rain reads the file that is named, also in a folder."""
    assert_equal(student.total_rain("north/rain.csv"), {"Cape": 5.5, "Fjord": 30})


@points(1, rung="files")
def test_a_file_that_is_not_there(student):
    """total_rain raises FileNotFoundError for a file that is not there."""
    with raises(FileNotFoundError):
        student.total_rain("south/rain.csv")
