"""The checks of shopping that come with the exercise."""

from autograder.checks import assert_equal, points, text_of


@points(1, rung="list")
def test_a_list_is_written(student):
    """save_list writes each item on a line of its own, behind its number."""
    student.save_list(["bread", "milk"], "list.txt")

    assert_equal(text_of("list.txt"), "1. bread\n2. milk\n")
