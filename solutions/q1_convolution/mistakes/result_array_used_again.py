"""One array holds the results of each shape: a call changes what the call before it has returned."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
HINT_EN = "Keep the result of a call, call conv2d with another image, and print the first result again."
HINT_FA = "حاصل یک فراخوانی را نگه دارید، conv2d را با تصویری دیگر صدا بزنید و حاصل نخست را دوباره چاپ کنید."
SENTENCE_FA = (
    "یک آرایه حاصل‌های هر شکل را نگه می‌دارد: هر فراخوانی آنچه را فراخوانی پیشین برگردانده است تغییر می‌دهد."
)

_results = {}


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    result = _results.setdefault(right.shape, np.zeros(right.shape))
    result[...] = right
    return result
