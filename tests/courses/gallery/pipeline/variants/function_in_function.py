"""Puts one function into another, and is an object that can be called."""

from functools import reduce


class pipeline:
    def __init__(self, *steps):
        self.run = reduce(lambda f, g: lambda x: g(f(x)), steps, lambda x: x)

    def __call__(self, value):
        return self.run(value)
