"""Products are averaged over the window instead of added up."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve [[1, 1]] with [[1, 1]]. By hand, 1 * 1 + 1 * 1 is 2."
HINT_FA = "کانولوشن [[1, 1]] با [[1, 1]] را بگیرید. با دست، 1 * 1 + 1 * 1 برابر ۲ است."
SENTENCE_FA = "به‌جای جمع حاصل‌ضرب‌ها، میانگین آن‌ها در پنجره گرفته شده است."


def conv2d(x, kernel, stride=1, padding=0):
    kh, kw = kernel.shape[-2:]
    return right_conv2d(x, kernel, stride=stride, padding=padding) / (kh * kw)
