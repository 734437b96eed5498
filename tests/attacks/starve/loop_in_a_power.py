"""Raises a number to a power that has no room in the universe."""

EXPECT = "no answer after"


def output_size(n, kernel, stride=1, padding=0):
    return (7 ** (7 ** (n + 4))) % 10 ** (10**7)
