"""The checks of secret_message that only the grader has."""

from autograder.checks import assert_equal, builtin, points


@points(1, rung="shifting")
def test_other_characters_stay(student):
    """shifted leaves everything but small letters, and the message itself, as it was."""
    message = student.Message("A b, c! 9")
    assert_equal(message.shifted(-1).text, "A a, b! 9")
    assert_equal(message.text, "A b, c! 9")


@points(1, rung="solving")
def test_most_words_are_known(student):
    """solved takes the shift that gives most of the known words; a secret message is a message."""
    secret = student.SecretMessage("b dbu boe")
    assert_equal(secret.solved({"a", "cat", "b"}), (1, "a cat and"))
    assert_equal(builtin.isinstance(secret, student.Message), True)
