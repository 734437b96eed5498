"""Computes its attributes for ever, and makes up those that are asked for."""


class Account:
    def __init__(self, *arguments):
        pass

    def __getattr__(self, name):
        return lambda *arguments: self

    @property
    def balance(self):
        while True:
            pass
