"""coins begins with the smallest coin."""

RUNG = "coins"
HINT = "How many coins does your function use for 25 cents?"


def coins(cents):
    if cents < 0:
        raise ValueError
    return {1: cents} if cents else {}
