"""balanced raises an exception when there is nothing to close."""

RUNG = "brackets"
HINT = "What does balanced(')') give?"


def balanced(text):
    waiting = []
    for letter in text:
        if letter in "([{":
            waiting.append(letter)
        elif letter in ")]}" and "([{".index(waiting.pop()) != ")]}".index(letter):
            return False
    return not waiting
