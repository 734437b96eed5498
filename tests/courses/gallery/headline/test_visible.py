"""The checks of headline that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="words")
def test_small_words_stay_small(student):
    """headline capitalises words, but not the small ones."""
    assert_equal(student.headline("Death in Venice"), "Death in Venice")
