"""The border pixels are repeated outward instead of zeros."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad an image that is 7 everywhere. How many zeros do you see around it?"
HINT_FA = "تصویری را که همه‌جا ۷ است لایه‌گذاری کنید. دور آن چند صفر می‌بینید؟"
SENTENCE_FA = "به‌جای صفر، پیکسل‌های مرزی به بیرون تکرار شده‌اند."


def zero_pad(x, padding):
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2, mode="edge")
