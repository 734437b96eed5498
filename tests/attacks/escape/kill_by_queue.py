"""Sends another process a signal with a message in it."""


def probe():
    message = ctypes.create_string_buffer(struct.pack("<iii", 0, 0, -1), 128)
    return kernel((129, 138), PLANTED["decoy"], 0, message) == 0
