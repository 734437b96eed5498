"""Becomes root."""


def probe():
    kernel("setresuid", 0, 0, 0)
    return "root"
