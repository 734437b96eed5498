"""headline keeps the capitals inside of words."""

RUNG = "words"
HINT = "Try a title that is written in capitals."


def headline(text):
    words = [word if word.lower() in SMALL else word[0].upper() + word[1:] for word in text.split()]
    return " ".join([words[0][0].upper() + words[0][1:], *words[1:]])
