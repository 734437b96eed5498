"""Lets numpy's C code read a file that Python's open is not asked for."""

import numpy as np


def probe():
    return np.fromfile(PLANTED["readable_secret"], dtype=np.uint8).tobytes()
