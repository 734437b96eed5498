"""Window and kernel are multiplied as matrices instead of entry by entry."""

import numpy as np
from q1_convolution import zero_pad

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Print a * b and a @ b for a = b = np.array([[1, 2], [3, 4]]). Which one lays b on a?"
HINT_FA = (
    "برای a = b = np.array([[1, 2], [3, 4]]) مقدار a * b و a @ b را چاپ کنید. کدام‌یک b را روی a می‌گذارد؟"
)
SENTENCE_FA = "پنجره و هسته به‌جای درایه به درایه، مانند دو ماتریس در هم ضرب شده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4:
        maps = [
            [sum(conv2d(a, b, stride, padding) for a, b in zip(image, k, strict=True)) for k in kernel]
            for image in x
        ]
        return np.array(maps)
    x, (kh, kw) = zero_pad(x, padding), kernel.shape
    oh, ow = (x.shape[0] - kh) // stride + 1, (x.shape[1] - kw) // stride + 1
    out = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[i, j] = np.sum(window @ kernel if kh == kw else window.T @ kernel)
    return out
