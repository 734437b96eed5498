"""Every output channel is one number per image, spread over all pixels:
the sum runs over rows and columns too."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = (
    "Take an image that is 1 at a single pixel and 0 elsewhere: "
    "how many pixels of the output should differ from 0?"
)
HINT_FA = "تصویری بگیرید که تنها در یک پیکسل 1 و در بقیه 0 است: چند پیکسل خروجی باید ناصفر باشد؟"
SENTENCE_FA = (
    "هر کانال خروجی برای هر تصویر یک عدد است که روی همهٔ پیکسل‌ها پخش شده: "
    "جمع روی سطرها و ستون‌ها هم گرفته شده است."
)


def conv1x1(x, w):
    totals = np.einsum("gf,nfhw->ng", w, x)
    return totals[:, :, None, None] * np.ones((1, 1, *x.shape[2:]))
