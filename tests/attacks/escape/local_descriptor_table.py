"""Makes code segments of its own, as for 16-bit programs."""

if platform.machine() != "x86_64":
    NEVER_SUCCEEDS = "only x86-64 has such tables"


def probe():
    return kernel((154, -1), 0, ctypes.create_string_buffer(64), 64) == 0
