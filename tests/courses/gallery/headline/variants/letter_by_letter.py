"""Goes through the words by their numbers."""


def headline(text):
    out = ""
    for number, word in enumerate(text.split()):
        word = word.lower()
        if number == 0 or word not in SMALL:
            word = word[:1].upper() + word[1:]
        out += (" " if number else "") + word
    return out
