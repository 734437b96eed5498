"""Starts a shell by the C library."""


def probe():
    return kernel("system", b"exit 7") == 7 << 8
