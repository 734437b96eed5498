"""The checks of secret_message that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="shifting")
def test_letters_are_shifted(student):
    """shifted replaces each letter, and begins again after z."""
    assert_equal(student.Message("xyz").shifted(2).text, "zab")


@points(1, rung="solving")
def test_a_message_is_solved(student):
    """solved gives the shift and the text."""
    assert_equal(student.SecretMessage("jgnnq").solved({"hello"}), (2, "hello"))
