"""Raises or loops where it is described."""


class Clock:
    def __init__(self, *arguments):
        pass

    def __repr__(self):
        raise SystemExit

    def __eq__(self, other):
        return False

    def __add__(self, other):
        return self


def root(x):
    return Clock()
