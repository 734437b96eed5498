"""Asks for the machine's input and output ports."""

if platform.machine() != "x86_64":
    NEVER_SUCCEEDS = "only x86-64 has ports"


def probe():
    return kernel((172, -1), 3) == 0
