"""Asks for the machine's input and output ports."""

ONLY_ON = "x86_64"


def probe():
    return kernel((172, -1), 3) == 0
