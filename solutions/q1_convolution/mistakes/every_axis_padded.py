"""conv2d pads every axis of a batch, so that images and channels of zeros come in."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = "Print np.pad(np.ones((2, 1, 3, 3)), 1).shape. How many images does the padded batch have?"
HINT_FA = "مقدار np.pad(np.ones((2, 1, 3, 3)), 1).shape را چاپ کنید. دستهٔ لایه‌گذاری‌شده چند تصویر دارد؟"
SENTENCE_FA = "conv2d همهٔ محورهای دسته را لایه‌گذاری می‌کند و تصویرها و کانال‌هایی از صفر وارد می‌شوند."


def conv2d(x, kernel, stride=1, padding=0):
    x = np.pad(x, padding)
    if x.ndim == 4:
        kernel = np.pad(kernel, ((0, 0), (padding, padding), (0, 0), (0, 0)))
    return right_conv2d(x, kernel, stride=stride)
