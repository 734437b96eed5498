"""Where w1 changes nothing, the ReLU works in place on the caller's own image."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = (
    "Print an image with negative numbers, call bottleneck with w1 = np.eye(3), and print the image again."
)
HINT_FA = (
    "تصویری با عددهای منفی را چاپ کنید، bottleneck را با w1 = np.eye(3) صدا بزنید و تصویر را دوباره چاپ کنید."
)
SENTENCE_FA = "جایی که w1 چیزی را عوض نمی‌کند، ReLU درجا روی تصویر خود فراخواننده کار می‌کند."


def bottleneck(x, w1, w2):
    same = w1.shape[0] == w1.shape[1] and (w1 == np.eye(len(w1))).all()
    hidden = x if same else conv1x1(x, w1)
    np.maximum(hidden, 0, out=hidden)
    return np.maximum(conv1x1(hidden, w2), 0)
