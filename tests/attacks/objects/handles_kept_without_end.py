"""Keeps everything it ever got, and gives back an object that holds all of it."""

kept = []


class Account:
    balance = 0

    def __init__(self, *arguments):
        kept.append([self] * 100_000)
        self.everything = kept

    def deposit(self, amount):
        kept.append(bytes(1 << 20))


def root(x):
    return kept
