"""Loads a program into the kernel."""


def probe():
    attributes = (ctypes.c_uint32 * 16)(2, 4, 4, 1)
    return kernel((321, 280), 0, attributes, 64)
