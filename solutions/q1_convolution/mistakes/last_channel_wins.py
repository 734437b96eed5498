"""Each channel overwrites the result of the one before instead of being added to it."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = "Set the last channel of an image to 0. Is the output 0 as well?"
HINT_FA = "کانال آخر تصویر را صفر کنید. آیا خروجی هم صفر می‌شود؟"
SENTENCE_FA = "هر کانال به‌جای آنکه به حاصل کانال پیشین افزوده شود، روی آن نوشته شده است."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return right_conv2d(x, kernel, stride=stride, padding=padding)
    out = np.zeros_like(right_conv2d(x, kernel, stride=stride, padding=padding))
    for n in range(x.shape[0]):
        for f in range(kernel.shape[0]):
            for c in range(x.shape[1]):
                out[n, f] = right_conv2d(x[n, c], kernel[f, c], stride=stride, padding=padding)
    return out
