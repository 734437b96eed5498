"""A padding above 2 is taken as 2."""

from q1_convolution import conv2d as right_conv2d

RUNG = "padding"
HINT_EN = "Convolve a 2x2 image with [[1]] and padding=2 and 3 and print both shapes."
HINT_FA = "یک تصویر ۲×۲ را با [[1]] و padding=2 و 3 کانولوشن کنید و هر دو شکل را چاپ کنید."
SENTENCE_FA = "لایه‌گذاری بالاتر از ۲ به صورت ۲ گرفته می‌شود."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, stride=stride, padding=min(padding, 2))
