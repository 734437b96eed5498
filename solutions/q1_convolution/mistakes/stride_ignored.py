"""The stride is accepted but never used."""

from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = "Convolve the same image with stride=1 and with stride=2 and print both shapes."
HINT_FA = "یک تصویر را با stride=1 و با stride=2 کانولوشن کنید و هر دو شکل را چاپ کنید."
SENTENCE_FA = "گام گرفته می‌شود ولی هرگز به کار نمی‌رود."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, padding=padding)
