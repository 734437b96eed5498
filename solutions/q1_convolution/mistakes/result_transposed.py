"""The outer loop runs over columns, so the output comes out with rows and columns exchanged."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve an image of 1 row and 4 columns with [[1]]. Is the output still a row?"
HINT_FA = "تصویری با ۱ سطر و ۴ ستون را با [[1]] کانولوشن کنید. آیا خروجی هنوز یک سطر است؟"
SENTENCE_FA = "حلقهٔ بیرونی از ستون‌ها می‌گذرد، پس در خروجی جای سطرها و ستون‌ها عوض شده است."


def conv2d(x, kernel, stride=1, padding=0):
    return np.swapaxes(right_conv2d(x, kernel, stride=stride, padding=padding), -1, -2)
