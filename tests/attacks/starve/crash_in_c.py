"""Reads memory that isn't there."""

EXPECT = "SIGSEGV"


def output_size(n, kernel, stride=1, padding=0):
    return ctypes.string_at(8)
