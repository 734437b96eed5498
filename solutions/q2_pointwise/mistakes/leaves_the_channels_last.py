"""The answer has shape (N, H, W, F1): the new channels are left where tensordot puts them."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = (
    "Print the shapes of x and of your output, side by side. "
    "Which axis has become the new channels, and which should?"
)
HINT_FA = "شکل x و شکل خروجی را کنار هم چاپ کنید. کدام محور کانال‌های جدید شده است و کدام باید می‌شد؟"
SENTENCE_FA = "شکل پاسخ (N, H, W, F1) است: کانال‌های تازه همان‌جا مانده‌اند که tensordot می‌گذاردشان."


def conv1x1(x, w):
    return np.tensordot(x, w, axes=([1], [1]))
