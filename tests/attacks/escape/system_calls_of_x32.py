"""Calls the kernel by its third table, for 64 bits with short pointers."""

NEVER_SUCCEEDS = "most kernels are built without that table"


def probe():
    return kernel((0x40000000 + 39, 0x40000000 + 39)) == os.getpid()
