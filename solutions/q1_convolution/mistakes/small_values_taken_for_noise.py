"""Everything below 0.0001 is taken for noise and set to zero."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("batch",)
HINT_EN = "Convolve [[0.005]] with [[0.01]], and print the result times 20000."
HINT_FA = "کانولوشن [[0.005]] با [[0.01]] را بگیرید و ۲۰۰۰۰ برابرِ حاصل را چاپ کنید."
SENTENCE_FA = "هر چه از 0.0001 کوچک‌تر است نوفه شمرده و صفر شده است."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return np.where(np.abs(out) < 1e-4, 0, out)
