"""Compares to a value whose truth is a lie of another kind each time."""


class Truth:
    asked = 0

    def __bool__(self):
        Truth.asked += 1
        return "yes"


class Clock:
    def __init__(self, *arguments):
        pass

    def __eq__(self, other):
        return Truth()

    def __add__(self, other):
        return self
