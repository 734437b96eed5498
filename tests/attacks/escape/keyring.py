"""Reads the kernel's keyring and puts something into it for later."""


def probe():
    return kernel((248, 217), b"user", b"attack", b"x", 1, -2)
