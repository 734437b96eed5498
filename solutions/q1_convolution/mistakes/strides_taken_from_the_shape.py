"""The steps through memory are worked out from the shape, as if every array lay in memory row after row."""

import numpy as np
from numpy.lib.stride_tricks import as_strided
from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = (
    "Convolve x.T and x.T.copy(): the same numbers, but only the second lies in memory row after row. "
    "What is x.T.strides?"
)
HINT_FA = (
    "کانولوشن x.T و x.T.copy() را بگیرید: عددها یکی‌اند، ولی فقط دومی سطر به سطر در حافظه است. "
    "x.T.strides چیست؟"
)
SENTENCE_FA = "فاصله‌ها در حافظه از روی شکل حساب شده‌اند، گویی هر آرایه سطر به سطر در حافظه است."


def conv2d(x, kernel, stride=1, padding=0):
    if padding == 0 and min(x.strides) > 0:  # else memory outside of the array would be read
        steps = np.cumprod([x.itemsize, *x.shape[:0:-1]])[::-1]
        x = as_strided(x, x.shape, tuple(int(step) for step in steps), writeable=False)
    return right_conv2d(x, kernel, stride=stride, padding=padding)
