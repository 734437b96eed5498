"""The outermost pixels are set to 0 instead of putting zeros around them:
the image stays as large as it is."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad the image [[7]] with padding=1. Is the 7 still there?"
HINT_FA = "تصویر [[7]] را با padding=1 لایه‌گذاری کنید. آیا ۷ هنوز هست؟"
SENTENCE_FA = "به‌جای گذاشتن صفر دور تصویر، پیکسل‌های کناری ۰ شده‌اند: تصویر به همان اندازه مانده است."


def zero_pad(x, padding):
    h, w = x.shape[-2:]
    out = np.zeros(x.shape)
    out[..., padding : h - padding, padding : w - padding] = x[
        ..., padding : h - padding, padding : w - padding
    ]
    return out
