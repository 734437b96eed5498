"""The caller's image is scaled in place before the convolution and the result scaled back."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Print the image, call conv2d(image, kernel), and print the image again."
HINT_FA = "تصویر را چاپ کنید، conv2d(image, kernel) را صدا بزنید و تصویر را دوباره چاپ کنید."
SENTENCE_FA = "تصویر فراخواننده پیش از کانولوشن درجا مقیاس شده و سپس حاصل به مقیاس نخست برگشته است."


def conv2d(x, kernel, stride=1, padding=0):
    largest = np.abs(x).max() or 1.0
    x /= largest
    return right_conv2d(x, kernel, stride=stride, padding=padding) * largest
