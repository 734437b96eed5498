"""The weights of every filter are divided by their sum, as in a weighted mean."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Double every number of w: a weighted sum doubles with it. Does your output?"
HINT_FA = "همهٔ عددهای w را دو برابر کنید: مجموع وزن‌دار هم دو برابر می‌شود. خروجی شما چطور؟"
SENTENCE_FA = "وزن‌های هر فیلتر، مانند میانگین وزن‌دار، بر مجموعشان تقسیم شده‌اند."


def conv1x1(x, w):
    return np.einsum("gf,nfhw->nghw", w / np.abs(w).sum(axis=1, keepdims=True), x)
