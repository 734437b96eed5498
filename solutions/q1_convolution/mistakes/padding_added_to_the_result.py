"""The zeros are put around the result instead of around the image."""

from q1_convolution import conv2d as right_conv2d
from q1_convolution import zero_pad

RUNG = "padding"
ALSO = ("batch",)
HINT_EN = (
    "Convolve [[1, 2]] with [[1, 1]] and padding=1. The window over the 2 and the zero beside it: "
    "where is its sum in your output?"
)
HINT_FA = (
    "کانولوشن [[1, 2]] با [[1, 1]] را با padding=1 بگیرید. "
    "مجموع پنجره‌ای که روی ۲ و صفر کنار آن است کجای خروجی شماست؟"
)
SENTENCE_FA = "صفرها به‌جای دور تصویر، دور حاصل گذاشته شده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    return zero_pad(right_conv2d(x, kernel, stride=stride), padding)
