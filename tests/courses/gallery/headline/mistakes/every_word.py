"""headline capitalises every word."""

RUNG = "words"
HINT = "What does your function give for 'war and peace'?"


def headline(text):
    return " ".join(word.capitalize() for word in text.split())
