"""Tells a length that is no number, and one that is far too large."""


class School:
    def __init__(self, *arguments):
        self.asked = 0

    def add(self, name):
        pass

    def __len__(self):
        return 10**30

    def __iter__(self):
        return iter([])
