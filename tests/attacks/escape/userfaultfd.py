"""Stops the kernel in the middle of copying, which makes races easy to win."""


def probe():
    return kernel((323, 282), 0o4000)
