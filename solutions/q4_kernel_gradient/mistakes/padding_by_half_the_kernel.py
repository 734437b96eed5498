"""Wherever there is padding, half the kernel's size is used for it."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_gradient

RUNG = "padding"
ALSO = ("stride",)
HINT_EN = "Take a 1x1 kernel and padding=2. How many zeros are around the image?"
HINT_FA = "هسته‌ای ۱×۱ و padding=2 بگیرید. چند صفر دور تصویر هست؟"
SENTENCE_FA = "هر جا لایه‌گذاری هست، به جای آن نصف اندازهٔ هسته به کار می‌رود."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if padding:
        sides = [(kernel_shape[i] // 2, 2 * padding - kernel_shape[i] // 2) for i in (-2, -1)]
        x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(before, max(after, 0)) for before, after in sides])
        return right_gradient(x, grad_out, kernel_shape, stride=stride)
    return right_gradient(x, grad_out, kernel_shape, stride=stride, padding=padding)
