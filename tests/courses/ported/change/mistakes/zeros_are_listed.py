"""coins lists coins that are not used."""

RUNG = "coins"
HINT = "What does coins(25) give?"


def coins(cents):
    if cents < 0:
        raise ValueError
    found = {}
    for coin in (25, 10, 5, 1):
        found[coin], cents = divmod(cents, coin)
    return found
