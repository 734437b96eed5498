"""Loads a library that nobody has loaded for it."""


def probe():
    return ctypes.CDLL("libcrypt.so.1") and "loaded"
