"""The image is padded twice."""

from q1_convolution import conv2d as right_conv2d
from q1_convolution import zero_pad

RUNG = "padding"
ALSO = ("batch",)
HINT_EN = "Convolve a 2x2 image with [[1]] and padding=1. How many rows of zeros are above the image?"
HINT_FA = "تصویری ۲ در ۲ را با [[1]] و padding=1 کانولوشن کنید. بالای تصویر چند سطر صفر هست؟"
SENTENCE_FA = "تصویر دو بار لایه‌گذاری شده است."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(zero_pad(x, padding), kernel, stride=stride, padding=padding)
