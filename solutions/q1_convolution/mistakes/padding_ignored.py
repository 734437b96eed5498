"""The padding is accepted but never used."""

from q1_convolution import conv2d as right_conv2d

RUNG = "padding"
ALSO = ("batch",)
HINT_EN = "Convolve the same image with padding=0 and with padding=3 and print both shapes."
HINT_FA = "یک تصویر را با padding=0 و با padding=3 کانولوشن کنید و هر دو شکل را چاپ کنید."
SENTENCE_FA = "لایه‌گذاری گرفته می‌شود ولی هرگز به کار نمی‌رود."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, stride=stride)
