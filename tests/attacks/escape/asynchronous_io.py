"""Sets up the older kind of asynchronous input and output."""


def probe():
    return kernel((206, 0), 4, ctypes.byref(ctypes.c_ulong())) == 0
