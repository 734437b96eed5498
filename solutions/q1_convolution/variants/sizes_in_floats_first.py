"""The size is computed in floats and made an integer at the end."""

import math


def output_size(n, kernel, stride=1, padding=0):
    return math.floor((n + 2 * padding - kernel) / stride + 1)
