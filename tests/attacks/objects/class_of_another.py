"""Shows another class than it has, so that isinstance believes it."""


class Animal:
    pass


class Dog:
    __class__ = Animal

    def __init__(self, *arguments):
        pass
