"""balanced counts the brackets of each kind, and not their order."""

RUNG = "brackets"
HINT = "What does balanced('([)]') give?"


def balanced(text):
    open_ones = {"(": 0, "[": 0, "{": 0}
    for letter in text:
        if letter in open_ones:
            open_ones[letter] += 1
        elif letter in ")]}":
            kind = "([{"[")]}".index(letter)]
            open_ones[kind] -= 1
            if open_ones[kind] < 0:
                return False
    return not any(open_ones.values())
