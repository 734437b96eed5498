"""The checks of anagrams that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="anagrams")
def test_words_are_collected(student):
    """anagrams gives sets of at least two words, the largest one first."""
    words = ["on", "tea", "dog", "eat", "no", "ate"]

    assert_equal(student.anagrams(words), [{"tea", "eat", "ate"}, {"on", "no"}])
