"""The checks of anagrams that only the grader has."""

from autograder.checks import assert_equal, points


@points(1, rung="anagrams")
def test_letters_are_counted(student):
    """anagrams tells apart words that have the same letters, but not equally often."""
    assert_equal(student.anagrams(["lop", "loop", "pool", "polo"]), [{"loop", "pool", "polo"}])
