"""Calls itself without end."""

EXPECT = "RecursionError"


def output_size(n, kernel, stride=1, padding=0):
    return output_size(n + 1, kernel)
