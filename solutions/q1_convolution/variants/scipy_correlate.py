"""Scipy slides, this code only adds up the channels."""

import numpy as np
from scipy.signal import correlate2d


def conv2d(x, kernel, stride=1, padding=0):
    def one(channel, weights):
        return correlate2d(np.pad(channel, padding).astype(float), weights.astype(float), mode="valid")[
            ::stride, ::stride
        ]

    if x.ndim == 2:
        return one(x, kernel)
    return np.array([[sum(map(one, image, weights)) for weights in kernel] for image in x])
