"""The stride is cut down to the size of the kernel, so that no pixel is skipped."""

from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = "Convolve [[1, 2, 3, 4]] with [[1]] and stride=2. Which numbers of the image are left?"
HINT_FA = "کانولوشن [[1, 2, 3, 4]] با [[1]] را با stride=2 بگیرید. کدام عددهای تصویر می‌مانند؟"
SENTENCE_FA = "گام به اندازهٔ هسته کوتاه شده است تا از هیچ پیکسلی نپرد."


def conv2d(x, kernel, stride=1, padding=0):
    down, right = (min(stride, size) for size in kernel.shape[-2:])
    return right_conv2d(x, kernel, padding=padding)[..., ::down, ::right]
