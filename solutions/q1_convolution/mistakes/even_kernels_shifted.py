"""Windows are counted from their centres, so one of even size begins one pixel too early,
outside the padded image."""

import numpy as np
from q1_convolution import conv2d as right_conv2d
from q1_convolution import zero_pad

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve [[1, 2, 3]] with [[1, 1]] by hand. Is the first result 1 + 2?"
HINT_FA = "کانولوشن [[1, 2, 3]] با [[1, 1]] را با دست بگیرید. آیا نخستین حاصل 1 + 2 است؟"
SENTENCE_FA = (
    "پنجره‌ها از مرکزشان شمرده شده‌اند، پس پنجرهٔ زوج یک پیکسل زود، بیرون از تصویر لایه‌گذاری‌شده، شروع می‌شود."
)


def conv2d(x, kernel, stride=1, padding=0):
    early = [(1 - k % 2, 0) for k in kernel.shape[-2:]]
    h, w = (n + 2 * padding for n in x.shape[-2:])
    shifted = np.pad(zero_pad(x, padding), [(0, 0)] * (x.ndim - 2) + early)[..., :h, :w]
    return right_conv2d(shifted, kernel, stride=stride)
