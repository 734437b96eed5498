"""Every image gets the average of the answers of the batch."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = (
    "Convolve an image alone, then in a batch together with an image of zeros. Should its answer change?"
)
HINT_FA = (
    "تصویری را یک بار تنها و یک بار در دسته‌ای همراه با تصویری تمام‌صفر کانولوشن کنید. "
    "آیا پاسخ آن باید تغییر کند؟"
)
SENTENCE_FA = "به هر تصویر میانگین پاسخ‌های دسته داده شده است."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return np.broadcast_to(out.mean(axis=0), out.shape) if x.ndim == 4 else out
