"""Makes code segments of its own, as for 16-bit programs."""

ONLY_ON = "x86_64"


def probe():
    return kernel((154, -1), 0, ctypes.create_string_buffer(64), 64) == 0
