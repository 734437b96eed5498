"""The first window starts after a step instead of at the corner."""

from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = (
    "Convolve [[1, 2, 3, 4]] with [[1]] and stride=2. Which number of the image comes first in the output?"
)
HINT_FA = "کانولوشن [[1, 2, 3, 4]] با [[1]] را با stride=2 بگیرید. نخستین عدد خروجی کدام عدد تصویر است؟"
SENTENCE_FA = "نخستین پنجره به‌جای گوشه، پس از یک گام شروع می‌شود."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, padding=padding)[..., stride - 1 :: stride, stride - 1 :: stride]
