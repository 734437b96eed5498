"""balanced does not look at what is still open at the end."""

RUNG = "brackets"
HINT = "What does balanced('(') give?"


def balanced(text):
    waiting = []
    for letter in text:
        if letter in "([{":
            waiting.append(letter)
        elif letter in ")]}" and (not waiting or "([{".index(waiting.pop()) != ")]}".index(letter)):
            return False
    return True
