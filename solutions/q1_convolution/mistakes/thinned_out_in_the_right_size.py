"""Every stride-th pixel is kept first, and the windows slide over what is left of the image;
only the size is right."""

import numpy as np
from q1_convolution import zero_pad

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = "Convolve [[1, 10, 1, 10]] with [[1, 1]] and stride=2. Does any window see a 10?"
HINT_FA = "کانولوشن [[1, 10, 1, 10]] با [[1, 1]] را با stride=2 بگیرید. آیا هیچ پنجره‌ای ۱۰ را می‌بیند؟"
SENTENCE_FA = (
    "نخست از هر stride پیکسل یکی نگه داشته شده و پنجره‌ها روی باقی‌ماندهٔ تصویر می‌لغزند؛ فقط اندازه درست است."
)


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    x, (kh, kw) = zero_pad(x, padding), kernel.shape[2:]
    oh, ow = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    kept = x[:, :, ::stride, ::stride]
    out = np.zeros((len(x), len(kernel), oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = kept[:, None, :, i : i + kh, j : j + kw]
            out[:, :, i, j] = np.sum(
                window * kernel[:, :, : window.shape[3], : window.shape[4]], axis=(2, 3, 4)
            )
    return out
