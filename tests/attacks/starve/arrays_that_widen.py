"""Returns a large array of small numbers beside a complex one: as one array they would need sixteen times the memory."""

import numpy as np

EXPECT = "conv2d"


def conv2d(*arguments, **keywords):
    return tell([np.zeros((2000, 4000), bool), np.zeros(1, complex)])


output_size = zero_pad = conv2d
