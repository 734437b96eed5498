"""Returns fifty megabytes."""

import numpy as np

EXPECT = "too large"


def conv2d(*arguments, **keywords):
    return np.ones((2500, 2500))


output_size = zero_pad = conv2d
