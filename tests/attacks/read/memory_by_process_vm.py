"""Reads the memory of another process with the call that is made for it."""


def probe():
    here = ctypes.create_string_buffer(40)
    ours = (ctypes.c_uint64 * 2)(ctypes.addressof(here), 40)
    theirs = (ctypes.c_uint64 * 2)(PLANTED["decoy_address"], 40)
    kernel("process_vm_readv", PLANTED["decoy"], ours, 1, theirs, 1, 0)
    return here.value
