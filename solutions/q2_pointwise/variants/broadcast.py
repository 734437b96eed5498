"""One large product of shape (N, F1, F, H, W), summed over F."""

import numpy as np


def conv1x1(x, w):
    return (np.expand_dims(x, 1) * w[None, :, :, None, None]).sum(axis=2)
