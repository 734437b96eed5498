"""Compares for ever."""


class Clock:
    def __init__(self, *arguments):
        pass

    def __eq__(self, other):
        while True:
            pass

    def __add__(self, other):
        return self
