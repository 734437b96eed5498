"""Raises errors whose text is huge, raises again, or never ends."""


class Huge(Exception):
    def __str__(self):
        return "negative" * 10_000_000


class Again(Exception):
    def __str__(self):
        raise Again


def root(x):
    raise Huge


class Account:
    balance = 0

    def __init__(self, *arguments):
        pass

    def withdraw(self, amount):
        raise Again
