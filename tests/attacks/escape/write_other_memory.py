"""Writes into the memory of another process."""


def probe():
    text = ctypes.create_string_buffer(b"forged")
    ours = (ctypes.c_uint64 * 2)(ctypes.addressof(text), 6)
    theirs = (ctypes.c_uint64 * 2)(PLANTED["decoy_address"] + 44, 6)
    return kernel("process_vm_writev", PLANTED["decoy"], ours, 1, theirs, 1, 0)
