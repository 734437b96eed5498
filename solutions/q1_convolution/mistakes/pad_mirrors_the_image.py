"""The image is mirrored at its border instead of surrounded by zeros."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad [[1, 2, 3]] with padding=1 and look at the numbers left of the 1 and right of the 3."
HINT_FA = "آرایهٔ [[1, 2, 3]] را با padding=1 لایه‌گذاری کنید و به عددهای سمت چپ ۱ و سمت راست ۳ نگاه کنید."
SENTENCE_FA = "به‌جای گذاشتن صفر دور تصویر، تصویر در مرزش آینه شده است."


def zero_pad(x, padding):
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2, mode="reflect")
