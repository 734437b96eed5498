"""Raises an error with a chain of a hundred thousand causes."""


def output_size(n, kernel, stride=1, padding=0):
    error = None
    for number in range(100_000):
        following = ValueError(number)
        following.__cause__ = following.__context__ = error
        error = following
    raise error
