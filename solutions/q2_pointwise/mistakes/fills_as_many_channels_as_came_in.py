"""Of the output channels, at most as many are worked out as the input has; the others stay zero."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Give a one-channel image three filters: is any number in the third output channel other than zero?"
HINT_FA = "به تصویری تک‌کاناله سه فیلتر بدهید: آیا در کانال سوم خروجی عددی جز صفر هست؟"
SENTENCE_FA = "از کانال‌های خروجی، حداکثر به تعداد کانال‌های ورودی حساب شده است و بقیه صفر مانده‌اند."


def conv1x1(x, w):
    n, f, h, width = x.shape
    out = np.zeros((n, len(w), h, width))
    for g in range(min(f, len(w))):
        for c in range(f):
            out[:, g] += w[g, c] * x[:, c]
    return out
