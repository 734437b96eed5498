"""For a batch the padding is ignored; for a single image it is not."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_gradient

RUNG = "stride"
ALSO = ("padding",)
HINT_EN = "Ask for the same gradient with padding=1 once as (H, W) and once as (1, 1, H, W)."
HINT_FA = "یک گرادیان را با padding=1 یک بار به شکل (H, W) و یک بار به شکل (1, 1, H, W) بپرسید."
SENTENCE_FA = "در دسته لایه‌گذاری نادیده گرفته می‌شود؛ در تصویر تکی نه."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 4 and padding:
        x = np.pad(x, [(0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)])
        return right_gradient(x, grad_out, kernel_shape, stride=stride)
    return right_gradient(x, grad_out, kernel_shape, stride=stride, padding=padding)
