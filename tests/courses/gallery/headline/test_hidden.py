"""The checks of headline that only the grader has."""

from autograder.checks import assert_equal, points


@points(1, rung="words")
def test_the_first_word_is_capitalised(student):
    """headline capitalises the first word, whatever it is."""
    assert_equal(student.headline("a room with a view"), "A Room With a View")


@points(1, rung="words")
def test_capitals_inside_words_become_small(student):
    """headline writes the other letters of a word small."""
    assert_equal(student.headline("wAR AND pEACE"), "War and Peace")
