"""Raises an error that shows other bases and another class than it has."""


class Liar(Exception):
    __class__ = ValueError
    __mro__ = (ValueError, Exception)
    __bases__ = (ValueError,)

    def __str__(self):
        return "negative"


Liar.__module__, Liar.__qualname__ = "builtins", "ValueError"


def root(x):
    raise Liar
