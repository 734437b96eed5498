"""The image is padded with copies of its edge instead of zeros."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "padding"
ALSO = ("stride",)
HINT_EN = "Pad an image of ones with padding=1 and print it. What is in the frame?"
HINT_FA = "تصویری از یک‌ها را با padding=1 لایه‌گذاری و چاپ کنید. در حاشیه چه می‌بینید؟"
SENTENCE_FA = "تصویر به‌جای صفر با رونوشت لبه‌هایش لایه‌گذاری شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    spare = [(0, 0)] * (x.ndim - 2)
    return right_grad(
        np.pad(x, [*spare, (padding, padding), (padding, padding)], mode="edge"),
        grad_out,
        kernel_shape,
        stride,
    )
