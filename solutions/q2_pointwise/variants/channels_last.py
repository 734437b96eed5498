"""Goes to channels last, multiplies with the transposed matrix and goes back."""

import numpy as np


def conv1x1(x, w):
    return (x.transpose(0, 2, 3, 1) @ w.T).transpose(0, 3, 1, 2)


def bottleneck(x, w1, w2):
    y = conv1x1(x, w1)
    z = conv1x1((y + np.abs(y)) / 2, w2)
    return (z + np.abs(z)) / 2
