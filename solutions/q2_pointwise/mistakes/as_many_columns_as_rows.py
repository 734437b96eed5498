"""Both loops over the pixels run as far as there are rows."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Try an image with 2 rows and 3 columns and look at the last column of the output."
HINT_FA = "تصویری با 2 سطر و 3 ستون را امتحان کنید و ستون آخر خروجی را ببینید."
SENTENCE_FA = "هر دو حلقهٔ پیکسل‌ها به تعداد سطرها پیش می‌روند."


def conv1x1(x, w):
    out = np.zeros((len(x), len(w), x.shape[2], x.shape[3]))
    for i in range(x.shape[2]):
        for j in range(x.shape[2]):
            out[:, :, i, j] = x[:, :, i, j] @ w.T
    return out
