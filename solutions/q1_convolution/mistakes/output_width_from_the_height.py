"""The width of the output is worked out from the height of the image:
columns are missing, or too many and 0."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve an image of 2 rows and 5 columns with [[1]] and print the shape of the output."
HINT_FA = "تصویری با ۲ سطر و ۵ ستون را با [[1]] کانولوشن کنید و شکل خروجی را چاپ کنید."
SENTENCE_FA = "عرض خروجی از ارتفاع تصویر حساب شده است: ستون‌هایی کم‌اند، یا زیادی‌اند و ۰."


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    width = max((x.shape[-2] + 2 * padding - kernel.shape[-1]) // stride + 1, 1)
    out = np.zeros((*right.shape[:-1], width))
    both = min(width, right.shape[-1])
    out[..., :both] = right[..., :both]
    return out
