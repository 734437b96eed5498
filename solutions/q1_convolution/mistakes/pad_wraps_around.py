"""The image goes on around itself instead of being surrounded by zeros:
what is left of it comes from its right side."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad the image [[1, 2]] with padding=1. Which number stands to the left of the 1?"
HINT_FA = "تصویر [[1, 2]] را با padding=1 لایه‌گذاری کنید. چه عددی در سمت چپ ۱ می‌آید؟"
SENTENCE_FA = "به‌جای صفر، دور تصویر خودش تکرار شده است: آنچه در چپ آن است از سمت راستش می‌آید."


def zero_pad(x, padding):
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2, mode="wrap")
