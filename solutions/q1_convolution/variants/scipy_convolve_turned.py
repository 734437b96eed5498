"""Scipy's true convolution, with the kernel turned around beforehand."""

import numpy as np
from scipy.signal import convolve


def conv2d(x, kernel, stride=1, padding=0):
    x, kernel = np.float64(x), np.float64(kernel)
    turned = np.flip(kernel)
    if x.ndim == 2:
        return convolve(np.pad(x, padding), turned, mode="valid", method="direct")[::stride, ::stride]
    x = np.pad(x, [[0, 0], [0, 0], [padding, padding], [padding, padding]])
    out = [
        [
            convolve(image, filters, mode="valid", method="direct")[0, ::stride, ::stride]
            for filters in turned[::-1]
        ]
        for image in x
    ]
    return np.asfortranarray(out)
