"""Signals a process through a descriptor of it."""


def probe():
    descriptor = kernel((434, 434), PLANTED["decoy"], 0)
    return kernel((424, 424), descriptor, 0, 0, 0) == 0
