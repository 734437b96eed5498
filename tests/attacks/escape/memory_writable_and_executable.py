"""Asks for memory that can be written and executed."""


def probe():
    return kernel("mmap", None, 4096, 7, 0x22, -1, 0)
