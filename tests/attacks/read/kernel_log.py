"""Reads the kernel's log, which tells about other programs."""


def probe():
    text = ctypes.create_string_buffer(4096)
    return kernel("klogctl", 3, text, 4096) and text.value
