"""Fills three gigabytes with ones."""

import numpy as np

EXPECT = "MemoryError"


def output_size(n, kernel, stride=1, padding=0):
    return int(np.ones(3 * 2**27).sum())
