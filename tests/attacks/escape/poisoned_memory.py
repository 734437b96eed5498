"""Tells the kernel that its memory is broken, and asks it to keep others waiting while it moves it."""


def probe():
    library = ctypes.CDLL(None)
    library.valloc.restype = ctypes.c_void_p
    return kernel("mlock", ctypes.c_void_p(library.valloc(4096)), 4096) == 0
