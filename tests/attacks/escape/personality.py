"""Turns off address randomisation and makes readable memory executable."""


def probe():
    return kernel("personality", 0xFFFFFFFF) + 1
