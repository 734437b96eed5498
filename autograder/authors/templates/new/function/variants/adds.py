"""Adds `x` to itself, and returns nested lists."""


def new_function(x):
    return (x + x).tolist()
