"""Searches fresh memory for what another process left in it."""

import numpy as np

NEVER_SUCCEEDS = "the kernel clears every page before it gives it to a process"


def probe():
    return canary(np.empty(4_000_000, np.uint8).tobytes())
