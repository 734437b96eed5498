"""Three loops over pixels, one matrix-vector product each, into a buffer of zeros;
the ReLU changes its own buffer in place."""

import numpy as np


def conv1x1(x, w):
    n, _, h, width = x.shape
    out = np.zeros((n, w.shape[0], h, width))
    for image in range(n):
        for row in range(h):
            for column in range(width):
                out[image, :, row, column] = w.dot(x[image, :, row, column])
    return out


def bottleneck(x, w1, w2):
    out = conv1x1(x, w1)
    out[out < 0] = 0
    out = conv1x1(out, w2)
    out[out < 0] = 0
    return out
