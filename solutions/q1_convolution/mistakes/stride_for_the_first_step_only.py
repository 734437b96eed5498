"""Only the first step is as long as the stride; all others are one pixel long."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = "Convolve [[1, 2, 3, 4, 5]] with [[1]] and stride=2. By hand, 1, 3 and 5 come out."
HINT_FA = "کانولوشن [[1, 2, 3, 4, 5]] با [[1]] را با stride=2 بگیرید. با دست، ۱ و ۳ و ۵ بیرون می‌آیند."
SENTENCE_FA = "تنها گام نخست به درازای stride است؛ گام‌های دیگر یک پیکسل‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, padding=padding)
    rows, columns = (
        np.maximum(np.arange(len(range(0, size, stride))) + stride - 1, 0) for size in out.shape[-2:]
    )
    rows[0] = columns[0] = 0
    return out[..., rows, :][..., columns]
