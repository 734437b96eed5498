"""Puts a filter of its own before the kernel, which could answer system calls as it likes."""


def probe():
    kernel("prctl", 38, 1, 0, 0, 0)
    allow = ctypes.create_string_buffer(struct.pack("<HBBI", 6, 0, 0, 0x7FFF0000), 8)
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", 1, ctypes.addressof(allow)))
    return kernel("prctl", 22, 2, program, 0, 0) == 0
