"""The checks of pyramid that only the grader has."""

from autograder.checks import assert_match, points, printed, typed


@points(1, rung="drawing")
def test_one_row(student):
    """main prints a single block for the height 1."""
    with typed("1"):
        assert_match(printed(student.main()), r"[^#]*#\n")


@points(1, rung="asking")
def test_it_asks_until_there_is_a_height(student):
    """main asks again after a word, a number out of range, and an empty line."""
    with typed("high", "9", "0", "-1", "", "2.5", "2"):
        assert_match(printed(student.main()), r"[^#]* #\n##\n")
