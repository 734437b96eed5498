"""Counts for ever where its length is asked."""


class School:
    def __init__(self, *arguments):
        pass

    def add(self, name):
        pass

    def __len__(self):
        while True:
            pass

    def __iter__(self):
        return iter([])
