"""Returns an array of as many axes as numpy can make."""

import numpy as np


def conv2d(*arguments, **keywords):
    return np.zeros((1,) * 32)


output_size = zero_pad = conv2d
