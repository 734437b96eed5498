"""There is one output array for each shape, made once: it still holds the sums of earlier calls."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("valid", "padding", "stride", "channels", "batch")
REMEMBERS = True
HINT_EN = "Call conv2d twice with the same image and kernel. Are the results equal?"
HINT_FA = "تابع conv2d را دو بار با همان تصویر و همان هسته صدا بزنید. آیا دو حاصل برابرند؟"
SENTENCE_FA = (
    "برای هر شکل یک آرایهٔ خروجی هست که یک بار ساخته شده است: مجموع‌های فراخوانی‌های پیشین هنوز در آن‌اند."
)


def conv2d(x, kernel, stride=1, padding=0, outputs={}):  # noqa: B006 (the mistake)
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    out = outputs.setdefault(right.shape, np.zeros(right.shape))
    out += right
    return out
