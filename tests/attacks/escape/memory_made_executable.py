"""Writes machine code first and makes its memory executable then."""


def probe():
    library = ctypes.CDLL(None)
    library.valloc.restype = ctypes.c_void_p
    return kernel("mprotect", ctypes.c_void_p(library.valloc(4096)), 4096, 7) == 0
