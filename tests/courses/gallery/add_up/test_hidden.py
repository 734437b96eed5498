"""The checks of add_up that only the grader has."""

from autograder.checks import assert_match, points, printed, typed


@points(1, rung="adding")
def test_there_may_be_no_number(student):
    """add_up prints a total of 0 if the first line is empty."""
    with typed(""):
        assert_match(printed(student.add_up()), r"(?s).*Total: 0\s*")


@points(1, rung="errors")
def test_a_word_is_no_number(student):
    """add_up says that a word is no number, and goes on."""
    with typed("2", "three", "-4", ""):
        assert_match(printed(student.add_up()), r"(?s).*number.*Total: -2\s*")
