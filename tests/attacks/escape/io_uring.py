"""Lets the kernel's own threads do what it may not do itself."""


def probe():
    return kernel((425, 425), 4, ctypes.create_string_buffer(120))
