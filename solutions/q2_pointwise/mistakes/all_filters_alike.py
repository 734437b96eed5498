"""The first filter is used for every output channel."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Use a w with two different rows on a single pixel: are your two output channels different?"
HINT_FA = "روی یک پیکسل، w را با دو سطر متفاوت امتحان کنید: آیا دو کانال خروجی شما با هم فرق دارند؟"
SENTENCE_FA = "فیلتر نخست برای همهٔ کانال‌های خروجی به کار رفته است."


def conv1x1(x, w):
    one = (x * w[0][:, None, None]).sum(axis=1, keepdims=True)
    return np.repeat(one, len(w), axis=1)
