"""All zeros are put above and to the left of the image."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "padding"
ALSO = ("stride",)
HINT_EN = "Pad a 1x1 image with padding=1 and print it. Where in the 3x3 result is the pixel?"
HINT_FA = "یک تصویر 1x1 را با padding=1 لایه‌گذاری و چاپ کنید. پیکسل کجای نتیجهٔ 3x3 است؟"
SENTENCE_FA = "همهٔ صفرها بالا و چپ تصویر گذاشته شده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    spare = [(0, 0)] * (x.ndim - 2)
    return right_grad(np.pad(x, [*spare, (2 * padding, 0), (2 * padding, 0)]), grad_out, kernel_shape, stride)
