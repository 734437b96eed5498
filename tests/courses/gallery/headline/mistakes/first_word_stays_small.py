"""headline leaves the first word small if it is one of the small words."""

RUNG = "words"
HINT = "Try a title that begins with 'The'."


def headline(text):
    return " ".join(word if word in SMALL else word.capitalize() for word in text.lower().split())
