"""Searches the memory above the stack, where the kernel left the environment that the program was started with."""


def probe():
    start = ctypes.POINTER(ctypes.c_void_p).in_dll(ctypes.CDLL(None), "environ")[0]
    text = b""
    while not text.endswith(b"\0\0\0\0"):
        text += ctypes.string_at(start + len(text), 1)
    return canary(text)
