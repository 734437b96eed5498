"""Looks up a name, which carries whatever is written into it to a name server."""


def probe():
    found = ctypes.c_void_p()
    error = ctypes.CDLL(None).getaddrinfo(b"localhost", b"80", None, ctypes.byref(found))
    if error:
        raise OSError(error, "getaddrinfo")
    return found.value
