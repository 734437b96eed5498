"""zero_pad is written for batches only: a single image has no four sizes to unpack."""

import numpy as np

RUNG = "zero padding"
ALSO = ("manners",)
HINT_EN = "Call zero_pad with an image of two axes, such as np.ones((2, 3)). What does Python say?"
HINT_FA = "تابع zero_pad را با تصویری دومحوری مانند np.ones((2, 3)) صدا بزنید. پایتون چه می‌گوید؟"
SENTENCE_FA = "تابع zero_pad فقط برای دسته‌ها نوشته شده است: یک تصویر تنها چهار اندازه ندارد که باز شود."


def zero_pad(x, padding):
    n, c, h, w = x.shape
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    out[:, :, padding : padding + h, padding : padding + w] = x
    return out
