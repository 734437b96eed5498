"""Puts a filter before the kernel that asks a process of its own about each system call."""


def probe():
    kernel("prctl", 38, 1, 0, 0, 0)
    ask = ctypes.create_string_buffer(struct.pack("<HBBI", 6, 0, 0, 0x7FFF0000), 8)
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", 1, ctypes.addressof(ask)))
    return kernel((317, 277), 1, 8, program)
