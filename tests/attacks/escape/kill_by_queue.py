"""Sends another process a signal with a message in it."""


def probe():
    return kernel((129, 138), PLANTED["decoy"], 0, ctypes.create_string_buffer(128)) == 0
