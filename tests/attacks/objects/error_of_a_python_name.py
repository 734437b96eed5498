"""Raises an error that is only named as Python's own one."""


class ValueError(Exception):
    __module__ = "builtins"


def root(x):
    raise ValueError("negative")
