"""coins takes a negative amount for nothing."""

RUNG = "errors"
HINT = "What does coins(-1) give?"


def coins(cents):
    found = {}
    for coin in (25, 10, 5, 1):
        while cents >= coin:
            found[coin] = found.get(coin, 0) + 1
            cents -= coin
    return found
