"""np.squeeze at the end throws away every axis of length one: a batch of one image is no batch any more."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Print the shape of your output for a batch of one image. How many axes must it have?"
HINT_FA = "شکل خروجی را برای دسته‌ای با تنها یک تصویر چاپ کنید. چند محور باید داشته باشد؟"
SENTENCE_FA = "np.squeeze در پایان همهٔ محورهای به طول یک را دور می‌ریزد: دستهٔ یک‌تصویری دیگر دسته نیست."


def conv1x1(x, w):
    return np.einsum("gf,nfhw->nghw", w, x).squeeze()
