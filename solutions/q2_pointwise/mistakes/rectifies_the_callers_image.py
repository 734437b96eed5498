"""A ReLU works in place on the image that the caller passed, which loses its negative numbers."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = "Print an image that has negative numbers, call bottleneck with it, and print it again."
HINT_FA = "تصویری را که عدد منفی دارد چاپ کنید، bottleneck را با آن صدا بزنید و تصویر را دوباره چاپ کنید."
SENTENCE_FA = "یک ReLU درجا روی تصویری که فراخواننده داده است کار می‌کند و عددهای منفی آن از دست می‌روند."


def bottleneck(x, w1, w2):
    hidden = conv1x1(x, w1)
    for layer in (x, hidden):
        np.maximum(layer, 0, out=layer)
    return np.maximum(conv1x1(hidden, w2), 0)
