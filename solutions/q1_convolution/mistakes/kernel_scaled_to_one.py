"""The kernel is scaled so that its entries add up to 1, as for blurring."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve [[1, 2]] with [[3]] and with [[5]]. Should both give the same?"
HINT_FA = "تصویر [[1, 2]] را یک بار با [[3]] و یک بار با [[5]] کانولوشن کنید. آیا باید حاصل هر دو یکی باشد؟"
SENTENCE_FA = "هسته، مانند محو کردن تصویر، طوری مقیاس شده است که جمع درایه‌هایش ۱ شود."


def conv2d(x, kernel, stride=1, padding=0):
    total = np.sum(kernel)
    return right_conv2d(x, kernel / total if total else kernel, stride=stride, padding=padding)
