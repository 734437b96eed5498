"""All zeros are put below and to the right of the image."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "padding"
SAME_AS = "padding_ignored"
ALSO = ("stride",)
HINT_EN = "Print the image that your loops see when it is 1x1 and padding=1. Where in it is the pixel?"
HINT_FA = "تصویری را که حلقه‌هایتان برای یک تصویر 1x1 با padding=1 می‌بینند چاپ کنید. پیکسل کجای آن است؟"
SENTENCE_FA = "همهٔ صفرها پایین و راست تصویر گذاشته شده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    spare = [(0, 0)] * (x.ndim - 2)
    return right_grad(np.pad(x, [*spare, (0, 2 * padding), (0, 2 * padding)]), grad_out, kernel_shape, stride)
