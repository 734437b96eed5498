"""Results are rounded to two decimals."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("batch",)
HINT_EN = "Convolve [[0.125]] with [[1]]. Does the third decimal come out again?"
HINT_FA = "کانولوشن [[0.125]] با [[1]] را بگیرید. آیا رقم سوم اعشار هم بیرون می‌آید؟"
SENTENCE_FA = "حاصل‌ها به دو رقم اعشار گرد شده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    return np.round(right_conv2d(x, kernel, stride=stride, padding=padding), 2)
