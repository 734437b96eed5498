"""Of each step, the result in its middle is taken instead of the first one."""

from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = (
    "Convolve [[1, 2, 3, 4]] with [[1]] and stride=3. Which number of the image comes first in the output?"
)
HINT_FA = "کانولوشن [[1, 2, 3, 4]] با [[1]] را با stride=3 بگیرید. نخستین عدد خروجی کدام عدد تصویر است؟"
SENTENCE_FA = "از هر گام به‌جای نخستین حاصل، حاصلی که در میانهٔ آن است برداشته شده است."


def conv2d(x, kernel, stride=1, padding=0):
    first = stride // 2
    return right_conv2d(x, kernel, padding=padding)[..., first::stride, first::stride]
