"""The checks of poem that only the grader has."""

from autograder.checks import assert_equal, assert_match, points, printed, text_of


@points(1, rung="count")
def test_the_last_line(student):
    """The last line says how many lines and words there are."""
    assert_match(printed(student), r"(?s).*\n6 lines, 21 words\n")


@points(1, rung="count")
def test_the_file_with_both_numbers(student):
    """count.txt has both numbers, however often the script is run."""
    assert_match(printed(student), r"(?s).*on\.\n.*")
    assert_equal(text_of("count.txt"), "6 21\n")
