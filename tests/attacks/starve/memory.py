"""Fills all memory there is with a list."""


def output_size(n, kernel, stride=1, padding=0):
    kept = []
    while len(kept) < 3 * 2**10:
        kept.append(bytearray(2**20))
    return -1
