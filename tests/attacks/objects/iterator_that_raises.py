"""Raises StopIteration and worse in the middle of its items."""


class Items:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyboardInterrupt


def primes():
    return Items()


class School:
    def __init__(self, *arguments):
        pass

    def add(self, name):
        pass

    def __iter__(self):
        return Items()
