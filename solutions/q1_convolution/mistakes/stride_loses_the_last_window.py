"""The size is (n + 2p - k + 1) // stride, which loses the last window whenever the steps fit exactly."""

from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = "Convolve [[1, 2, 3]] with [[1]] and stride=2 by hand. Is the 3 in your output?"
HINT_FA = "کانولوشن [[1, 2, 3]] با [[1]] را با stride=2 با دست بگیرید. آیا ۳ در خروجی شما هست؟"
SENTENCE_FA = (
    "اندازه (n + 2p - k + 1) // stride است، که هرگاه گام‌ها درست جور شوند آخرین پنجره را از دست می‌دهد."
)


def conv2d(x, kernel, stride=1, padding=0):
    h, w = (size // stride for size in right_conv2d(x, kernel, padding=padding).shape[-2:])
    return right_conv2d(x, kernel, stride=stride, padding=padding)[..., :h, :w]
