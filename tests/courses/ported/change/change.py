"""Giving change with few coins.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def coins(cents: int) -> dict[int, int]:
    """Return how many coins of 25, 10, 5 and 1 cents make an amount, as few as can be. Leave out zeros.

    Raises ValueError for a negative amount.
    """
    if cents < 0:
        raise ValueError(f"{cents} is negative")
    found = {}
    for coin in (25, 10, 5, 1):
        count, cents = divmod(cents, coin)
        if count:
            found[coin] = count
    return found
