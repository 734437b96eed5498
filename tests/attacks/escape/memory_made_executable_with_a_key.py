"""Makes memory executable with the call that also takes a protection key."""


def probe():
    library = ctypes.CDLL(None)
    library.valloc.restype = ctypes.c_void_p
    return kernel((329, 288), ctypes.c_void_p(library.valloc(4096)), 4096, 7, -1) == 0
