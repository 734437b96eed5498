"""Results are rounded to four decimals."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("batch",)
HINT_EN = "Convolve [[1]] with [[1 / 3]], and print the result times three."
HINT_FA = "کانولوشن [[1]] با [[1 / 3]] را بگیرید و سه برابرِ حاصل را چاپ کنید."
SENTENCE_FA = "حاصل‌ها به چهار رقم اعشار گرد شده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    return np.round(right_conv2d(x, kernel, stride=stride, padding=padding), 4)
