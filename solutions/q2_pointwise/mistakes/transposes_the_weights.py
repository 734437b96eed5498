"""w is read as (F, F1): its columns are taken for the filters."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = (
    "Take w = [[0, 1], [0, 0]] and a pixel with channels 3 and 5. "
    "Row 0 of w belongs to output channel 0: which one should be 5?"
)
HINT_FA = (
    "w = [[0, 1], [0, 0]] و پیکسلی با کانال‌های 3 و 5 را در نظر بگیرید. "
    "سطر صفر w مال کانال خروجی صفر است: کدام کانال خروجی باید 5 شود؟"
)
SENTENCE_FA = "w به صورت (F, F1) خوانده شده است: ستون‌هایش فیلتر گرفته شده‌اند."


def conv1x1(x, w):
    return np.einsum("nfhw,fg->nghw", x, w)
