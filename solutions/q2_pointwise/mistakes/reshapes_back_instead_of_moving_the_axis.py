"""The new channels come out last and are brought to the front with reshape instead of transpose."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = (
    "Give a 2x3 image two channels with different numbers and exchange them with w = [[0, 1], [1, 0]]: "
    "is every number of the output still in its place? reshape and transpose are not the same."
)
HINT_FA = (
    "به یک تصویر 2x3 دو کانال با عددهای متفاوت بدهید و با w = [[0, 1], [1, 0]] جای دو کانال را عوض کنید: "
    "آیا هر عدد خروجی هنوز سر جای خودش است؟ reshape و transpose یک کار نمی‌کنند."
)
SENTENCE_FA = "کانال‌های تازه در آخر به دست آمده‌اند و به‌جای transpose با reshape به جلو آورده شده‌اند."


def conv1x1(x, w):
    n, _, h, width = x.shape
    out = np.tensordot(x, w, axes=([1], [1]))  # (N, H, W, F1)
    return out.reshape(n, len(w), h, width)
