"""Every image gets a gradient of its own; the sum over the batch is missing."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("padding", "stride", "general")
HINT_EN = "How many axes does the kernel have, and how many does your result have?"
HINT_FA = "هسته چند محور دارد و نتیجهٔ شما چند محور؟"
SENTENCE_FA = "هر تصویر گرادیان خودش را می‌گیرد؛ جمع روی دسته جا افتاده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return right_grad(x, grad_out, kernel_shape, stride, padding)
    return np.array(
        [right_grad(x[n : n + 1], grad_out[n : n + 1], kernel_shape, stride, padding) for n in range(len(x))]
    )
