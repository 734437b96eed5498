"""Opens a secret file with the C library's own fopen."""


def probe():
    library = ctypes.CDLL(None, use_errno=True)
    library.fopen.restype = ctypes.c_void_p
    stream = library.fopen(PLANTED["readable_secret"].encode(), b"r")
    text = ctypes.create_string_buffer(64)
    if not stream:
        raise OSError(ctypes.get_errno(), "fopen")
    library.fread(text, 1, 63, ctypes.c_void_p(stream))
    return text.value
