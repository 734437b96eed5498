"""The channels are averaged instead of added up."""

from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = "Take an image with two channels of ones and a 1x1 kernel of ones. By hand, 1 * 1 + 1 * 1 is 2."
HINT_FA = "تصویری با دو کانال از یک‌ها و هسته‌ای ۱ در ۱ از یک‌ها بگیرید. با دست، 1 * 1 + 1 * 1 برابر ۲ است."
SENTENCE_FA = "به‌جای جمع کانال‌ها، میانگین آن‌ها گرفته شده است."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return out / x.shape[1] if x.ndim == 4 else out
