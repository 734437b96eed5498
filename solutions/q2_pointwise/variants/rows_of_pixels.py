"""Moves the channels last, flattens to a table of pixels, and undoes both in the right order."""

import numpy as np


def conv1x1(x, w):
    n, f, h, width = x.shape
    table = np.moveaxis(x, 1, -1).reshape(-1, f)
    return np.moveaxis((table @ w.T).reshape(n, h, width, -1), -1, 1)
