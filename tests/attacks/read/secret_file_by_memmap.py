"""Maps a secret file into memory."""

import numpy as np


def probe():
    return bytes(np.memmap(PLANTED["readable_secret"], mode="r"))
