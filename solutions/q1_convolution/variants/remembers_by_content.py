"""Earlier answers are remembered, but by what was really asked."""

from functools import cache

import numpy as np
from q1_convolution import conv2d as _conv2d
from q1_convolution import output_size as _output_size

output_size = cache(_output_size)


@cache
def _remembered(x, x_type, x_shape, kernel, kernel_type, kernel_shape, stride, padding):
    image = np.frombuffer(x, x_type).reshape(x_shape)
    return _conv2d(image, np.frombuffer(kernel, kernel_type).reshape(kernel_shape), stride, padding)


def conv2d(x, kernel, stride=1, padding=0):
    return _remembered(
        x.tobytes(), x.dtype.str, x.shape, kernel.tobytes(), kernel.dtype.str, kernel.shape, stride, padding
    )
