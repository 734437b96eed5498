"""Every stride-th pixel of the image is kept, and the rest is thrown away before the convolution."""

from q1_convolution import conv2d as right_conv2d
from q1_convolution import zero_pad

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = "Convolve [[1, 10, 1, 10]] with [[1, 1]] and stride=2. Does any window see a 10?"
HINT_FA = "کانولوشن [[1, 10, 1, 10]] با [[1, 1]] را با stride=2 بگیرید. آیا هیچ پنجره‌ای ۱۰ را می‌بیند؟"
SENTENCE_FA = "از هر stride پیکسل تصویر یکی نگه داشته شده و بقیه پیش از کانولوشن دور ریخته شده است."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(zero_pad(x, padding)[..., ::stride, ::stride], kernel)
