"""There is one frame for each padded shape: what an earlier image left in the border stays there."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding",)
REMEMBERS = True
HINT_EN = "Call zero_pad(np.ones((3, 3)), padding=0), and then zero_pad(np.array([[5.0]]), padding=1)."
HINT_FA = "zero_pad(np.ones((3, 3)), padding=0) و سپس zero_pad(np.array([[5.0]]), padding=1) را صدا بزنید."
SENTENCE_FA = "برای هر شکل لایه‌گذاری‌شده یک قاب هست: آنچه تصویری پیشین در حاشیه گذاشته است همان‌جا می‌ماند."

_frames = {}


def zero_pad(x, padding):
    *outer, h, w = x.shape
    shape = (*outer, h + 2 * padding, w + 2 * padding)
    frame = _frames.setdefault(shape, np.zeros(shape))
    frame[..., padding : padding + h, padding : padding + w] = x
    return frame.copy()
