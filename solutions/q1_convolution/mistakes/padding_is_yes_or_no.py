"""The padding is taken as yes or no: one line of zeros for any number above 0."""

from q1_convolution import conv2d as right_conv2d

RUNG = "padding"
ALSO = ("batch",)
HINT_EN = "Convolve a 2x2 image with [[1]] and padding=1, 2 and 3 and print the three shapes."
HINT_FA = "تصویری ۲ در ۲ را با [[1]] و padding برابر ۱ و ۲ و ۳ کانولوشن کنید و سه شکل را چاپ کنید."
SENTENCE_FA = "لایه‌گذاری بله یا نه گرفته شده است: برای هر عدد بزرگ‌تر از ۰ یک ردیف صفر."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, stride=stride, padding=int(bool(padding)))
