"""The number of output rows is used for the columns as well."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve an image of 2 rows and 5 columns with [[1]] and print the shape of the output."
HINT_FA = "تصویری با ۲ سطر و ۵ ستون را با [[1]] کانولوشن کنید و شکل خروجی را چاپ کنید."
SENTENCE_FA = "تعداد سطرهای خروجی برای ستون‌هایش هم به کار رفته است."


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    size = right.shape[-2]
    out = np.zeros((*right.shape[:-2], size, size))
    columns = min(size, right.shape[-1])
    out[..., :columns] = right[..., :columns]
    return out
