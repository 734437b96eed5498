"""Joins another keyring."""


def probe():
    return kernel((250, 219), 0, -3, 1)
