"""Lists a folder through a descriptor."""


def probe():
    entries = ctypes.create_string_buffer(4096)
    return kernel((217, 61), kernel((257, 56), -100, b"/", 0o200000, 0), entries, 4096)
