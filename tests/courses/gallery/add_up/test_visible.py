"""The checks of add_up that come with the exercise."""

from autograder.checks import assert_match, points, printed, typed


@points(1, rung="adding")
def test_numbers_are_added(student):
    """add_up adds up what is typed, until an empty line."""
    with typed("3", "4", ""):
        assert_match(printed(student.add_up()), r"(?s).*Total: 7\s*")
