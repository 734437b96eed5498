"""Asks to be debugged, which changes who gets its signals."""


def probe():
    return kernel("ptrace", 0, 0, 0, 0) == 0
