"""A stride above 2 is taken as 2."""

from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = "Convolve a 7x7 image with [[1]] and stride=2 and 3 and print both shapes."
HINT_FA = "یک تصویر ۷×۷ را با [[1]] و stride=2 و 3 کانولوشن کنید و هر دو شکل را چاپ کنید."
SENTENCE_FA = "گام بالاتر از ۲ به صورت ۲ گرفته می‌شود."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, stride=min(stride, 2), padding=padding)
