"""Results are rounded to whole numbers."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("manners", "batch")
HINT_EN = "Convolve [[0.5, 0.25]] with [[1, 1]]. By hand, the sum is 0.75."
HINT_FA = "کانولوشن [[0.5, 0.25]] با [[1, 1]] را بگیرید. با دست، مجموع ۰٫۷۵ است."
SENTENCE_FA = "حاصل‌ها به عدد صحیح گرد شده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    return np.round(right_conv2d(x, kernel, stride=stride, padding=padding))
